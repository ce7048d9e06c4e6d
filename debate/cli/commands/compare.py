"""``debate compare``: where the sides stand on each question, agree and clash."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from debate.cli.comparing import print_comparison
from debate.cli.judging import add_judgements, judgements
from debate.cli.reading import add_json, add_path, load
from debate.cli.streams import write

DESCRIPTION = """\
Print the sides next to each other: for each question what each recommends,
whether without conditions, with conditions, or not at all, and why, and what
would decide between two sides; then what they share and where they clash.
With judgements it says as well what stands of what they recommend, and what
all sides together come to."""

EXAMPLES = """\
  debate compare my-debate
  debate compare my-debate --judgements mine.yaml
  debate compare my-debate --json | jq '.questions[].positions[].stance'"""


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_path(parser)
    add_judgements(parser)
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Print the comparison, as text or JSON."""
    from debate.reasoning.compare import as_json, compare
    from debate.reasoning.evaluate import Evaluation

    debate = load(arguments.path)
    comparison = compare(debate)
    judged = judgements(arguments, debate)
    evaluation = Evaluation(debate, judged) if judged else None
    if arguments.json:
        import json

        shape = as_json(debate, comparison, evaluation)
        write([json.dumps(shape, ensure_ascii=False, indent=2), "\n"], data=True)
        return 0
    print_comparison(debate, comparison, evaluation)
    return 0
