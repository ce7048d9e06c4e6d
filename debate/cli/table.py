"""The commands there are, in the groups of the help, and the help itself.

Plain text made without argparse: ``debate --help`` is the first thing a newcomer types.
"""

from __future__ import annotations

#: Every command with its one line of help, by group.
GROUPS: dict[str, dict[str, str]] = {
    "Read a debate": {
        "walk": "walk through it in the terminal (what a bare PATH does)",
        "show": "print its claims as an outline, for the eye or a screen reader",
        "compare": "print where the sides stand on each question, agree and clash",
    },
    "Judge a debate": {
        "judge": "say what stands if you accept or reject claims",
        "cruxes": "say what you would have to accept or reject for that to change",
    },
    "Write a debate": {
        "new": "start one: a small, complete, commented example to change",
        "check": "say what is wrong with its files, and where",
        "cite": "check every citation against a copy of its source",
        "schema": "print the JSON Schema of the files, for your editor",
    },
    "Use it elsewhere": {
        "serve": "walk through it in a browser on this machine",
        "export": "write it as Word, PDF, Markdown, HTML, Argdown and many more",
        "import": "make a debate of a map in another format: Argdown, Kialo, AIF, …",
        "record": "write what a class voted, and how it shifted, as one page",
        "completion": "print a script that completes commands in your shell",
    },
}

#: Every command with its one line of help.
COMMANDS: dict[str, str] = {name: line for group in GROUPS.values() for name, line in group.items()}

PATH_HELP = (
    "a debate's folder, or a file in any format that debate import reads; - is standard input, "
    "and kerch-strait the debate that comes with the program"
)

EXITS = """\
exit status:
  0  done
  1  the debate is invalid, cannot be read, or a check fails
  2  wrong use: an unknown command, option, side, source or format
  130  interrupted"""

_INTRODUCTION = """\
usage: debate [PATH]
       debate COMMAND [OPTION]... [PATH]

Walk through a policy debate: what each side recommends, why, what speaks
against it, and where it is said. Without PATH it opens a real debate of
November 2018 that comes with the program: should the president meet Putin
after the Kerch Strait attack?
"""

_ENDING = f"""\
options:
  -h, --help  print this help; after a command, the command's own
  --version   print the version

examples:
  debate                             walk through the bundled debate
  debate show my-debate --depth 2    the upper levels of another, as text
  debate check my-debate             what is wrong with it, line by line
  debate export my-debate --to html -o handout.html

A PATH is a debate's folder or one file; - is standard input.

{EXITS}
"""


def overview() -> str:
    """The text of ``debate --help``."""
    parts = [_INTRODUCTION]
    for title, commands in GROUPS.items():
        lines = [f"  {name:<12}{line}" for name, line in commands.items()]
        parts.append("\n".join([title.lower() + ":", *lines, ""]))
    return "\n".join([*parts, _ENDING])
