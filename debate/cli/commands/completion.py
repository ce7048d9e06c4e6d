"""``debate completion``: a script that completes the command line in a shell."""

from __future__ import annotations

from argparse import SUPPRESS, Action, ArgumentParser, Namespace

from debate.cli.dispatch import configure as configure_command
from debate.cli.failures import unknown
from debate.cli.streams import write
from debate.cli.table import COMMANDS

DESCRIPTION = """\
Print a script that completes debate's commands, options and files in your
shell (bash, zsh, tcsh)."""

EXAMPLES = """\
  eval "$(debate completion bash)"                 for this bash alone
  debate completion bash >> ~/.bash_completion     for every bash
  debate completion zsh > ~/.zfunc/_debate         with ~/.zfunc in fpath
  debate completion tcsh > ~/.debate.tcsh          and source it in ~/.tcshrc"""

_FILES = frozenset({"path", "paths", "output", "against"})
_FOLDERS = frozenset({"directory"})

#: A first word that is no command is a PATH: where no command fits, readline completes files.
_BARE_PATH = "complete -o bashdefault -o default -F _shtab_debate debate\n"


def configure(parser: ArgumentParser) -> None:
    """Declare the argument."""
    parser.add_argument("shell", metavar="SHELL", help="bash, zsh or tcsh")


def run(arguments: Namespace) -> int:
    """Print the script."""
    import shtab

    if arguments.shell not in shtab.SUPPORTED_SHELLS:
        raise unknown("shell", arguments.shell, shtab.SUPPORTED_SHELLS)
    write([shtab.complete(_whole_parser(), shell=arguments.shell), "\n"])
    if arguments.shell == "bash":
        write([_BARE_PATH])
    return 0


def _whole_parser() -> ArgumentParser:
    """One parser with every command, which no ordinary run needs."""
    import shtab

    whole = ArgumentParser(prog="debate")
    whole.add_argument("--version", action="version", version=SUPPRESS, help="print the version")
    commands = whole.add_subparsers(metavar="COMMAND")
    for name, line in COMMANDS.items():
        parser = commands.add_parser(name, help=line)
        configure_command(parser, name)
        parser.description = line  # what zsh shows beside the command
        for action in parser._actions:
            _teach(action, shtab.FILE, shtab.DIRECTORY, name)
    return whole


def _teach(action: Action, files: object, folders: object, command: str) -> None:
    """Say what completes an argument: shtab reads it off the argument itself."""
    if action.dest in _FILES:
        action.complete = files  # type: ignore[attr-defined]
    elif action.dest in _FOLDERS:
        action.complete = folders  # type: ignore[attr-defined]
    elif action.dest == "format":
        action.choices = _formats(command)
    elif action.dest == "shell":
        action.choices = ["bash", "zsh", "tcsh"]


def _formats(command: str) -> list[str]:
    """The formats that a command takes: each reads or writes its own."""
    from debate import readers, writers
    from debate.lessons.report import FORMATS

    return {"export": writers.names(), "import": readers.names(), "record": [*FORMATS]}[command]
