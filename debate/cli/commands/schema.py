"""``debate schema``: the JSON Schema of a debate's files."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from debate.cli.streams import write

DESCRIPTION = """\
Print the JSON Schema (draft 2020-12) of debate.yaml and of the sides'
files. An editor with a YAML language server then completes and checks as
you type, if a file begins with
  # yaml-language-server: $schema=debate.schema.json"""

EXAMPLES = """\
  debate schema > debate.schema.json"""


def configure(parser: ArgumentParser) -> None:
    """There are no arguments."""


def run(arguments: Namespace) -> int:
    """Print it."""
    write([schema_text()], data=True)
    return 0


def schema_text() -> str:
    """The schema as the text of a file."""
    import json

    from debate.files.schema import schema

    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
