"""The options with which a command takes judgements, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.cli.failures import UsageError
from debate.cli.naming import claim

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from debate.model import Debate
    from debate.reasoning.evaluate import Evaluation
    from debate.reasoning.judgements import Judgements


def add_judgements(parser: ArgumentParser) -> None:
    """The options that judge claims and steps."""
    for name, what in (("accept", "take this claim as true"), ("reject", "take it as false")):
        parser.add_argument(
            f"--{name}",
            metavar="ID",
            action="append",
            default=[],
            help=f"{what} (may be given several times)",
        )
    for name, what in (("credence", "how credible a claim is"), ("weight", "what a step weighs")):
        parser.add_argument(
            f"--{name}",
            metavar="ID=X",
            action="append",
            default=[],
            help=f"{what}, from 0 to 1 (may be given several times)",
        )
    parser.add_argument(
        "--judgements", metavar="FILE", help="judgements saved before; the options come on top"
    )


#: Ways to work out strengths: the names in debate.reasoning.semantics, which costs time to import.
SEMANTICS = ("quadratic-energy", "df-quad", "euler")


def add_semantics(parser: ArgumentParser) -> None:
    """The option that chooses how strengths are worked out."""
    parser.add_argument(
        "--semantics",
        metavar="S",
        choices=SEMANTICS,
        default=SEMANTICS[0],
        help=f"how strengths are worked out: {', '.join(SEMANTICS)} (default: the first)",
    )


def judgements(arguments: Namespace, debate: Debate) -> Judgements:
    """The judgements that a command line asks for; raises UsageError and InvalidDebate."""
    from debate.reasoning.judgements import Judgements

    found = _saved(arguments.judgements, debate) if arguments.judgements else Judgements()
    accepted, rejected = (
        [claim(debate, name) for name in names] for names in (arguments.accept, arguments.reject)
    )
    for row in accepted:
        if row in rejected:
            raise UsageError(f"{debate.name(row)} cannot be both accepted and rejected")
        found = found.accept(row)
    for row in rejected:
        found = found.reject(row)
    for words in arguments.credence:
        found = found.believe(*_number(debate, words))
    for words in arguments.weight:
        found = found.weigh(*_weight(debate, words))
    return found.of(debate)


def judged(arguments: Namespace, debate: Debate) -> Evaluation | None:
    """What the judgements on the command line make of the debate; None if there are none."""
    found = judgements(arguments, debate)
    if not found:
        return None
    from debate.reasoning.evaluate import judge

    return judge(debate, found)


def _saved(path: str, debate: Debate) -> Judgements:
    from debate.readers.judgements import read
    from debate.readers.opening import text_of

    return read(text_of(path), path, debate)


def _number(debate: Debate, words: str) -> tuple[int, float]:
    name, _, number = words.rpartition("=")
    try:
        value = float(number)
    except ValueError:
        value = -1.0
    if not name or not 0 <= value <= 1:
        raise UsageError(f"{words} is no claim with a number from 0 to 1: write ID=0.7")
    return claim(debate, name), value


def _weight(debate: Debate, words: str) -> tuple[int, float]:
    from debate.readers.judgements import has_weight

    row, value = _number(debate, words)
    if not has_weight(debate, row):
        raise UsageError(f"{words}: this claim has no step of its own to be weighed")
    return row, value
