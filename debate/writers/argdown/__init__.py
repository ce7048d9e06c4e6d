"""Writing Argdown: what a row says, and the blocks of lines that a document is made of."""
