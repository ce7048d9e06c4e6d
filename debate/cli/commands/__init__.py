"""One file a command: DESCRIPTION, EXAMPLES, ``configure(parser)`` and ``run(arguments)``."""
