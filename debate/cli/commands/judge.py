"""``debate judge``: what stands, what falls and what is open, under judgements."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from debate.cli.failures import UsageError, unknown
from debate.cli.judging import add_judgements, add_semantics, judgements
from debate.cli.reading import add_json, add_path, load, sides, two_inputs
from debate.cli.streams import write
from debate.files.opening import from_stdin

if TYPE_CHECKING:
    from debate.readers.carneades import CarneadesMap

DESCRIPTION = """\
Say which claims stand, which fall and which are open, and what becomes of
each question: by the debate as it is, or once you accept and reject claims. A
map of Carneades 4 (YAML) is judged too; its claims are its statements."""

EXAMPLES = """\
  debate judge my-debate
  debate judge my-debate --accept fried.right-message
  debate judge my-debate --reject aslund:1.2 --credence fried.no-turn=0.7
  debate judge my-debate --side fried --standard beyond-reasonable-doubt
  debate judge my-debate --semantics df-quad --json
  debate judge map.yml --json | jq '.claims[].label'"""

STANDARDS = (
    *("scintilla", "preponderance", "clear-and-convincing"),
    *("beyond-reasonable-doubt", "dialectical-validity"),
)


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_path(parser)
    parser.add_argument("--side", metavar="NAME", help="this side alone")
    add_judgements(parser)
    parser.add_argument(
        "--standard",
        metavar="S",
        choices=STANDARDS,
        help="the standard of proof, in place of the questions' own: " + ", ".join(STANDARDS),
    )
    add_semantics(parser)
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Print the verdicts, as text or JSON."""
    two_inputs(arguments.path, arguments.judgements or "")
    piped = from_stdin() if arguments.path == "-" else None
    found = _map(arguments.path, piped)
    if found:
        return _judge_map(found, arguments)
    from debate.reasoning.evaluate import Evaluation
    from debate.reasoning.semantics import SEMANTICS
    from debate.writers.verdicts import verdicts

    debate = load(arguments.path, piped)
    side = None
    if arguments.side:
        (name,) = sides(debate, [arguments.side])
        side = [position.name for position in debate.positions].index(name)
    evaluation = Evaluation(
        debate,
        judgements(arguments, debate),
        standard=arguments.standard,
        semantics=SEMANTICS[arguments.semantics],
    )
    if arguments.json:
        return _print(evaluation.as_json(side))
    write(verdicts(evaluation, side))
    return 0


def _map(path: str, piped: bytes | None) -> CarneadesMap | None:
    """The Carneades map at PATH, if that is what it is; raises InvalidDebate."""
    if piped is None and not (
        Path(path).suffix.lower() in (".yml", ".yaml") and Path(path).is_file()
    ):
        return None
    from debate.readers import carneades
    from debate.readers.opening import text_of

    text = text_of(path, piped)
    return carneades.read(text, path) if carneades.recognises(text) else None


def _judge_map(found: CarneadesMap, arguments: Namespace) -> int:
    """Print the labels of a map's statements."""
    from debate.reasoning.evaluate import verdict
    from debate.reasoning.graph import LABELS
    from debate.reasoning.labelling import label

    for option in ("side", "credence", "weight", "judgements", "standard"):
        if getattr(arguments, option):
            raise UsageError(f"--{option} is for debates; a map of statements has none")
    accepted, rejected = (
        [_statement(found, name) for name in names]
        for names in (arguments.accept, arguments.reject)
    )
    labels = label(found.judged(accepted, rejected))
    if arguments.json:
        claims = {
            name: {"label": LABELS[labels[i]], "verdict": verdict(labels[i])}
            for i, name in enumerate(found.names)
        }
        return _print({"claims": claims, "questions": {}})
    width = max(map(len, LABELS))
    write(f"{LABELS[labels[i]]:<{width}}  {name}\n" for i, name in enumerate(found.names))
    return 0


def _statement(found: CarneadesMap, name: str) -> int:
    try:
        return found.find(name)
    except KeyError:
        raise unknown("statement", name, found.names) from None


def _print(data: dict[str, Any]) -> int:
    import json

    write([json.dumps(data, ensure_ascii=False, indent=2), "\n"], data=True)
    return 0
