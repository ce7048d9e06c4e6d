"""Reading Argdown: its text, line by line, to statements, arguments and relations, to a debate."""
