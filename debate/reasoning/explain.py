"""Why a claim stands, falls or is open: what speaks for it and against it, and what decided.

:func:`why` gives the structure, for a panel to lay out and to follow from claim to claim;
:func:`sentence` one plain sentence of it: "falls, because the objection Fried 1.3 stands and
outweighs Fried 1.1".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from debate.model import Debate, Standard
from debate.reasoning.evaluate import Evaluation, Reason, Verdict, verdict
from debate.reasoning.graph import ASSERTED, FALLEN, IN, NOTHING, OUT, UNDECIDED, Graph
from debate.reasoning.labelling import status
from debate.reasoning.scope import Scope
from debate.reasoning.strength import NEUTRAL

Kind = Literal["word", "supposition", "credence", "doubt", "support", "objection", "clash"]
Fate = Literal["stands", "undecided", "open", "beaten"]
Decided = Literal["accepted", "rejected", "overruled", "arguments"]

_FATES: dict[int, Fate] = {IN: "stands", UNDECIDED: "undecided", OUT: "open", FALLEN: "beaten"}


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that speaks for or against a claim.

    ``row`` is the row of a support or objection, or the claim that clashes; None for the word, for
    a credence and for the doubt that it leaves. ``conditions``, ``premises`` and ``undercuts`` are
    the rows that keep it from standing: conditions and premises that are not in, undercuts that are
    not beaten. ``settled`` are those of them that leave nothing open: conditions and premises that
    have fallen, undercuts that stand.
    """

    kind: Kind
    row: int | None
    weight: float
    fate: Fate
    conditions: tuple[int, ...] = ()
    premises: tuple[int, ...] = ()
    undercuts: tuple[int, ...] = ()
    settled: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Why:
    """Why a claim has its verdict; ``pro`` and ``con`` with the weightiest first."""

    row: int
    verdict: Verdict
    reason: Reason | None
    decided: Decided
    standard: Standard
    pro: tuple[Point, ...]
    con: tuple[Point, ...]

    def strongest(self, side: tuple[Point, ...], *fates: Fate) -> Point | None:
        """The weightiest point of a side with one of some fates; None where there is none."""
        return next((point for point in side if point.fate in fates and point.weight > 0), None)


def why(evaluation: Evaluation, row: int, scope: Scope | None = None) -> Why:
    """What decides on a claim: its side alone, or with ``scope`` some sides together."""
    debate = evaluation.debate
    row = debate.meant(row)
    graph = scope.graph if scope else evaluation.case.graph
    labels = scope.labels if scope else evaluation.labels
    points = list(_points(evaluation, graph, labels, row))
    con = [point for side, point in points if side < 0]
    pro = [point for side, point in points if side > 0]
    for side in (pro, con):
        side.sort(key=lambda point: -point.weight)
    decided: Decided = "arguments"
    if row in evaluation.judgements.accepted:
        decided = "accepted"
    elif row in evaluation.judgements.rejected:
        decided = "rejected"
    elif row in graph.fixed:
        decided = "overruled"
    reason = evaluation.reason(row, scope)
    standard = graph.standard.get(row, "preponderance")
    return Why(row, verdict(labels[row]), reason, decided, standard, tuple(pro), tuple(con))


def _points(
    evaluation: Evaluation, graph: Graph, labels: bytearray, row: int
) -> Iterator[tuple[int, Point]]:
    """What speaks for (1) and against (-1) a claim, in reading order."""
    conditions = tuple(c for c in graph.conditions.get(row, ()) if labels[c] != IN)
    worst = max((labels[condition] for condition in conditions), default=IN)
    gone = frozenset(c for c in conditions if labels[c] == FALLEN)
    if graph.word[row] != NOTHING:
        asserted = graph.word[row] == ASSERTED
        fate = _FATES[max(worst, IN if asserted else UNDECIDED)]
        word: Kind = "word" if asserted else "supposition"
        yield 1, Point(word, None, 1.0, fate, conditions, settled=gone)
    if row in graph.own:
        weight, standing, contrary = graph.own[row]
        kind: Kind = "credence" if row in evaluation.case.credence else "word"
        if standing == UNDECIDED:
            kind = "supposition"
        fate = _FATES[max(worst, standing)]
        yield 1, Point(kind, None, weight, fate, conditions, settled=gone)
        if kind == "credence":
            yield -1, Point("doubt", None, contrary, "stands")
    for step in graph.arguments(row):
        weight = graph.weight[step]
        premises = tuple(p for p in graph.premises(step) if labels[p] != IN)
        undercuts = graph.undercuts.get(step, ())
        blows = tuple(u for u in undercuts if _bears(graph, labels, u))
        fate = _FATES[status(graph, labels, step)]
        settled = {p for p in premises if labels[p] == FALLEN}
        settled.update(u for u in blows if status(graph, labels, u) == IN)
        if weight < 0 or evaluation.case.pull[step] < 0:
            yield (
                -1,
                Point("objection", step, -weight, fate, (), premises, blows, frozenset(settled)),
            )
        else:
            fate = _FATES[max(status(graph, labels, step), worst)]
            kept = gone | settled
            yield 1, Point("support", step, weight, fate, conditions, premises, blows, kept)
    for rival, weight in graph.against.get(row, ()):
        keeping = () if labels[rival] == IN else (rival,)
        yield -1, Point("clash", rival, weight, _FATES[labels[rival]], (), keeping)


def _bears(graph: Graph, labels: bytearray, undercut: int) -> bool:
    return bool(graph.weight[undercut]) and status(graph, labels, undercut) in (IN, UNDECIDED)


# ---------------------------------------------------------------------- in words


def sentence(debate: Debate, found: Why) -> str:
    """A verdict with its reason, as one sentence without its subject and its full stop."""
    if found.decided == "accepted":
        return "stands, because you accepted it"
    if found.decided == "rejected":
        return "falls, because you rejected it"
    if found.decided == "overruled":
        return "falls, because you accepted a claim that clashes with it"
    if found.verdict == "stands":
        return _stands(debate, found)
    return _falls(debate, found) if found.verdict == "falls" else _open(debate, found)


def at_odds(evaluation: Evaluation, row: int) -> str:
    """Why the strength of a claim points the other way than its verdict; empty where it does not.

    Strength takes all that bears on a claim together; a verdict only the heaviest of each side.
    """
    given, strength = evaluation.verdict(row), evaluation.strength(row)
    if given == "stands" and strength < NEUTRAL:
        return (
            f"Yet its strength is only {strength:.2f}: a verdict weighs the heaviest argument of "
            "each side, a strength adds up all that is said against it."
        )
    if given == "falls" and strength > NEUTRAL:
        return (
            f"Yet its strength is {strength:.2f}: a verdict weighs the heaviest argument of each "
            "side, a strength adds up all that is said for it."
        )
    return ""


def _stands(debate: Debate, found: Why) -> str:
    carrier = found.strongest(found.pro, "stands")
    rival = found.strongest(found.con, "stands")
    if rival:
        return f"stands, because {_beats(debate, carrier, rival)}"
    text = "stands, because its speaker says so"
    if carrier and carrier.kind != "word":
        text = f"stands, because {_name(debate, carrier)} stands"
    return text + (" and no objection to it does" if found.con else "")


def _beats(debate: Debate, winner: Point | None, loser: Point | None) -> str:
    stands = " stands and" if winner and winner.row is not None else ""
    return f"{_name(debate, winner)}{stands} outweighs {_name(debate, loser)}"


def _falls(debate: Debate, found: Why) -> str:
    if found.reason == "outweighed":
        rival = found.strongest(found.con, "stands")
        carrier = found.strongest(found.pro, "stands", "undecided", "open")
        return f"falls, because {_beats(debate, rival, carrier)}"
    fallen = {c for point in found.pro for c in point.conditions if c in point.settled}
    if fallen:
        falls = "that falls" if len(fallen) == 1 else "these fall"
        return f"falls, because it holds only if {_names(debate, sorted(fallen))}, and {falls}"
    reasons = [_lost(debate, point) for point in found.pro]
    return "falls, because nothing is left that carries it" + (
        f": {', '.join(reasons)}" if reasons else ""
    )


def _open(debate: Debate, found: Why) -> str:
    doubtful = found.strongest(found.pro, "stands", "undecided", "open")
    if doubtful and doubtful.conditions:
        names, are = _names(debate, doubtful.conditions), _are_open(doubtful.conditions)
        return f"is open, because it holds only if {names}, and {are}"
    if doubtful and doubtful.kind == "supposition":
        return "is open, because it is only supposed: nobody argues that it holds"
    if doubtful and doubtful.fate != "stands":
        return f"is open, because {' and '.join(_doubts(debate, doubtful))}"
    rival = found.strongest(found.con, "stands", "undecided")
    if rival and rival.fate == "undecided":
        return f"is open, because {_name(debate, rival)} would matter, and whether it holds is open"
    if rival and doubtful and rival.weight == doubtful.weight:
        return (
            f"is open, because {_name(debate, rival)} weighs as much as {_name(debate, doubtful)}"
        )
    standard = found.standard.replace("-", " ")
    return f"is open, because what speaks for it does not meet the standard ({standard})"


def _lost(debate: Debate, point: Point) -> str:
    """Why a support does not carry."""
    name = _name(debate, point)
    fallen = [premise for premise in point.premises if premise in point.settled]
    if point.row is not None and debate.meant(point.row) in fallen:
        return f"{name} falls"
    if fallen:
        return f"{name} needs {_names(debate, fallen)}, which fall{'s' * (len(fallen) == 1)}"
    standing = [undercut for undercut in point.undercuts if undercut in point.settled]
    if standing:
        return f"{name} is undercut by {_names(debate, standing)}"
    return f"{name} has no weight"


def _doubts(debate: Debate, point: Point) -> Iterator[str]:
    """Why it is open whether a support carries."""
    name = _name(debate, point)
    own = debate.meant(point.row) if point.row is not None else -1
    if own in point.premises:
        yield f"{name} is open itself"
    others = tuple(premise for premise in point.premises if premise != own)
    if others:
        yield f"{name} needs {_names(debate, others)}, and {_are_open(others)}"
    if point.undercuts:
        yield f"it is open whether {name} is undercut by {_names(debate, point.undercuts)}"


def _are_open(rows: tuple[int, ...]) -> str:
    return "that is open" if len(rows) == 1 else "these are open"


def _name(debate: Debate, point: Point | None) -> str:
    """What to call a point in a sentence."""
    if point is None:
        return "nothing"
    if point.row is None:
        return {
            "word": "its speaker's word",
            "supposition": "the supposition",
            "credence": "the credence it is given",
            "doubt": "the doubt that its credence leaves",
        }[point.kind]
    label = debate.label(point.row)
    if point.kind == "objection":
        return f"the objection {label}"
    return f"{label}, which clashes with it," if point.kind == "clash" else label


def _names(debate: Debate, rows: tuple[int, ...] | list[int]) -> str:
    return " and ".join(debate.label(row) for row in rows)
