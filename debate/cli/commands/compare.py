"""``debate compare``: where the sides stand on each question, agree and clash."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from debate.cli.reading import add_json, add_path, load
from debate.cli.streams import write

DESCRIPTION = """\
Print the sides next to each other: for each question what each recommends,
whether without conditions, with conditions, or not at all, and why; then
what they share and where they clash."""

EXAMPLES = """\
  debate compare my-debate
  debate compare my-debate --json | jq '.questions[].positions[].stance'"""


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_path(parser)
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Print the comparison, as text or JSON."""
    from debate.reasoning.compare import as_json, compare

    debate = load(arguments.path)
    comparison = compare(debate)
    if arguments.json:
        import json

        found = json.dumps(as_json(debate, comparison), ensure_ascii=False, indent=2)
        write([found, "\n"], data=True)
        return 0
    from debate.writers import glance

    write(glance.comparison(debate, comparison))
    return 0
