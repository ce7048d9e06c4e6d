"""From the words of the command line to the command that they name."""

from __future__ import annotations

from debate.cli import failures
from debate.cli.streams import prepare, write
from debate.cli.table import COMMANDS, overview

TYPE_CHECKING = False  # type checkers know the name; importing typing would cost 3 ms
if TYPE_CHECKING:
    from argparse import ArgumentParser


def run(words: list[str]) -> int:
    """Run what ``words`` ask for; the exit status. A first word that is no command is a PATH."""
    prepare()
    first = words[0] if words else ""
    if first in ("-h", "--help"):
        write([overview()])
        return 0
    if first == "--version":
        from debate import __version__

        write([f"debate {__version__}\n"])
        return 0
    if first not in COMMANDS:
        _refuse_mistyped(first)
        words = ["walk", *words]
    name, *rest = words
    parser = command_parser(name)
    arguments = parser.parse_args(rest)
    code: int = arguments.run(arguments)
    return failures.status(code)


def command_parser(name: str) -> ArgumentParser:
    """The parser of one command alone: no run pays for the others."""
    from argparse import ArgumentParser, RawDescriptionHelpFormatter

    parser = ArgumentParser(
        prog=f"debate {name}", allow_abbrev=False, formatter_class=RawDescriptionHelpFormatter
    )
    configure(parser, name)
    return parser


def configure(parser: ArgumentParser, name: str) -> None:
    """Give ``parser`` the arguments, the help and the ``run`` of the command called ``name``."""
    from importlib import import_module

    from debate.cli.table import EXITS

    module = import_module(f"debate.cli.commands.{name}")
    module.configure(parser)
    parser.description = module.DESCRIPTION
    parser.epilog = f"examples:\n{module.EXAMPLES}\n\n{EXITS}"
    parser.set_defaults(run=module.run)


def _refuse_mistyped(word: str) -> None:
    """Raise UsageError for a first word that is neither a command nor anything that exists."""
    from pathlib import Path

    from debate.cli.failures import UsageError, did_you_mean

    if word in ("", "-", "--"):
        return
    if word.startswith("-"):
        raise UsageError(f"unknown option {word}; debate --help lists what there is")
    if "/" in word or "." in word or Path(word).exists():
        return
    if word == "help":
        raise UsageError("there is no command help; did you mean debate --help?")
    meant = did_you_mean(word, COMMANDS)
    if meant:
        raise UsageError(f"{word} is no command, and there is no debate of that name here{meant}")
