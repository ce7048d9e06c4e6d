"""``debate cruxes``: what you would have to accept or reject for a verdict to turn."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from debate.cli.failures import UsageError, unknown
from debate.cli.judging import add_judgements, add_semantics, judgements
from debate.cli.reading import add_json, add_path, load, sides
from debate.cli.streams import say, write

DESCRIPTION = """\
For each recommendation, find the fewest claims that you would have to accept
or reject for it to stand, or to fall; between two sides, those that would make
either side's answer the outcome. Exact: nothing smaller does it."""

EXAMPLES = """\
  debate cruxes my-debate
  debate cruxes my-debate --question meeting
  debate cruxes my-debate --between fried aslund
  debate cruxes my-debate --accept fried.right-message --json"""

#: Claims listed under "matters most".
_MOST = 10


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_path(parser)
    parser.add_argument("--question", metavar="ID", help="only this question")
    parser.add_argument("--between", metavar=("A", "B"), nargs=2, help="between these two sides")
    add_judgements(parser)
    add_semantics(parser)
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Print the cruxes, as text or JSON."""
    from debate.reasoning.cruxes import as_json, between, cruxes
    from debate.reasoning.evaluate import Evaluation
    from debate.reasoning.gradient import matters_most
    from debate.reasoning.semantics import SEMANTICS
    from debate.reasoning.solver import SolverMissing
    from debate.writers.verdicts import turning_points

    debate = load(arguments.path)
    question = arguments.question
    if question is not None and question not in debate.questions:
        raise unknown("question", question, debate.questions)
    evaluation = Evaluation(
        debate, judgements(arguments, debate), semantics=SEMANTICS[arguments.semantics]
    )
    positions = list(range(len(debate.positions)))
    try:
        if arguments.between:
            names = [position.name for position in debate.positions]
            positions = [names.index(name) for name in sides(debate, arguments.between)]
            if positions[0] == positions[1]:
                raise UsageError("--between needs two different sides")
            found = between(evaluation, positions[0], positions[1], question)
        else:
            found = cruxes(evaluation, question)
    except SolverMissing as missing:
        say(f"debate: {missing}")
        return 1
    asked = debate.questions if question is None else [question]
    rows = [debate.recommendation(side, each) for side in positions for each in asked]
    steepest = matters_most(evaluation, [row for row in rows if row is not None], _MOST)
    if arguments.json:
        import json

        shape = as_json(debate, found, steepest)
        write([json.dumps(shape, ensure_ascii=False, indent=2), "\n"], data=True)
        return 0
    write(turning_points(debate, found, steepest, between=bool(arguments.between)))
    return 0
