"""The command line: parses words, calls the other rooms, prints what they give; decides nothing.

Light at import: a command's module, and all that it needs, is loaded when the command is named.
Results go to stdout, everything else to stderr, and no traceback ever reaches a user.
"""

from __future__ import annotations

import sys

__all__ = ["main"]


def main(argv: list[str] | None = None) -> int:
    """Run the command in ``argv`` (default: the words after the program's name).

    Returns the exit status: 0 done; 1 the debate is invalid, cannot be read, or a check fails;
    2 wrong use; 130 interrupted; 141 whoever read the output went away (as for any tool in a pipe).
    """
    try:
        from debate.cli.dispatch import run

        code = run(sys.argv[1:] if argv is None else argv)
    except SystemExit as stop:  # argparse: --help or wrong use
        code = stop.code if isinstance(stop.code, int) else 2
    except KeyboardInterrupt:
        code = 130
    except Exception as error:  # noqa: BLE001 - the last line of defence; it says what happened
        from debate.cli.failures import explain

        code = explain(error)
    return _settle(code)


def _settle(code: int) -> int:
    """Write what is still buffered; the exit status if that goes well, else that of the failure."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError as error:
        from debate.cli.failures import explain
        from debate.cli.streams import abandon

        abandon(sys.stdout)
        return code or explain(error)
    return code
