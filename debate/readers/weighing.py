"""Weighing functions of Carneades 4: how the labels of an argument's premises make its weight.

Meaning and names follow Carneades 4.3 (Gordon and Walton, "Formalizing balancing arguments", COMMA
2016). Most need no function of labels: a linked argument weighs 1, a factorized one its share of
the issue's premises and one under a preference its rank, each only when all its premises are in,
like any argument of the graph; a constant one is an argument without premises. The others tell the
least and the greatest weight that an argument can come to have while premises are undecided, so
that the labelling knows when these no longer matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from debate.reasoning.graph import IN, OUT, UNDECIDED, Graph, Weigher

#: Labels counted as in when looking for the least, the greatest and the open weight.
_COUNTED = ((IN,), (IN, UNDECIDED), (IN, UNDECIDED, OUT))


@dataclass(slots=True)
class Property:
    """Something that arguments differ in: how much it matters, and how its values compare.

    ``order`` lists values from the weakest to the strongest; without it numbers and text compare as
    they are, upwards or ``descending``. ``worth`` maps a value to 0..1.
    """

    name: str
    share: float = 1.0
    worth: dict[str, float] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    descending: bool = False


@dataclass(slots=True)
class Function:
    """A weighing function; ``hard`` are places of premises that must not be out."""

    kind: str
    weight: float = 1.0
    properties: tuple[Property, ...] = ()
    hard: tuple[int, ...] = ()


BASIC = {kind: Function(kind) for kind in ("linked", "convergent", "cumulative", "factorized")}


@dataclass(slots=True)
class Step:
    """An argument as the file has it; ``meta`` is what a preference compares."""

    conclusion: int
    premises: tuple[int, ...]
    undercutter: int | None
    function: Function
    meta: dict[str, str]


def enter(graph: Graph, steps: Sequence[Step], names: Sequence[str], texts: Sequence[str]) -> None:
    """Add arguments to a graph that has its issues, each weighed among its rivals."""
    groups: dict[int, list[Step]] = {}
    for step in steps:
        issue = graph.issue_of.get(step.conclusion)
        groups.setdefault(-1 - step.conclusion if issue is None else issue, []).append(step)
    for issue, rivals in groups.items():
        factors = len({texts[premise] for step in rivals for premise in step.premises})
        places = _ranks(rivals) if issue >= 0 else [1.0] * len(rivals)
        for step, rank in zip(rivals, places, strict=True):
            kind, premises, weight = step.function.kind, step.premises, 1.0
            if kind == "factorized":
                weight = len(premises) / factors if premises else 0.0
            elif kind == "preference":
                weight = rank
            elif kind == "constant":
                weight, premises = step.function.weight, ()
            elif kind == "criteria":
                premises += _rivals(graph, premises)
            argument = graph.add_argument(step.conclusion, premises, weight)
            if kind in ("convergent", "cumulative", "criteria"):
                weigher = _weigher(graph, step, premises, names)
                graph.add_weigher(argument, step.conclusion, weigher)
            if step.undercutter is not None:
                graph.add_undercut(argument, step.conclusion, (step.undercutter,))


def _weigher(graph: Graph, step: Step, premises: tuple[int, ...], names: Sequence[str]) -> Weigher:
    kind = step.function.kind
    if kind == "convergent":
        return convergent
    return cumulative if kind == "cumulative" else _criteria(graph, step, premises, names)


def convergent(labels: Sequence[int]) -> tuple[float, float, float]:
    """Any one premise carries the whole argument."""
    least, most, open_most = _counts(labels)
    return float(least > 0), float(most > 0), float(open_most > 0)


def cumulative(labels: Sequence[int]) -> tuple[float, float, float]:
    """The share of the premises that are in; no premises weigh nothing."""
    least, most, open_most = _counts(labels)
    of = len(labels) or 1
    return least / of, most / of, open_most / of


def _counts(labels: Sequence[int]) -> tuple[int, int, int]:
    """How many premises are in, may come to be, and may once what is open counts in full."""
    least = sum(1 for label in labels if label == IN)
    most = least + sum(1 for label in labels if label == UNDECIDED)
    return least, most, most + sum(1 for label in labels if label == OUT)


# ---------------------------------------------------------------------- preferences


def _ranks(steps: Sequence[Step]) -> list[float]:
    """Weights in the order of a preference: equals weigh the same, the strongest weigh 1."""
    orders = [step.function.properties for step in steps]
    keys = []
    for step, properties in zip(steps, orders, strict=True):
        keys.append(tuple(_place(p, step.meta.get(p.name, ""), steps) for p in properties))
    levels = {key: level for level, key in enumerate(sorted(set(keys)), 1)}
    return [levels[key] / len(levels) for key in keys]


def _place(prop: Property, value: str, steps: Sequence[Step]) -> int:
    """How many of the values that occur are weaker than this one."""
    if prop.order:
        return prop.order.index(value) if value in prop.order else len(prop.order) + 1
    values = {step.meta[prop.name] for step in steps if prop.name in step.meta}
    try:
        numbers = {each: float(each) for each in values}
        place = sum(1 for each in values if numbers[each] < numbers[value])
    except (ValueError, KeyError):
        place = sum(1 for each in values if each < value)
    return -place if prop.descending else place


# ---------------------------------------------------------------------- criteria


def _rivals(graph: Graph, premises: tuple[int, ...]) -> tuple[int, ...]:
    """The other positions of the premises' issues: one of them may give a property its value."""
    issues = [graph.issue_of.get(premise) for premise in premises]
    return tuple(
        position
        for issue in issues
        if issue is not None
        for position in graph.issues[issue].positions
    )


def _criteria(graph: Graph, step: Step, premises: tuple[int, ...], names: Sequence[str]) -> Weigher:
    """A weighted sum of what each property is worth, nothing where a hard premise is out.

    A property's value is that of the premise for it when that is in, else that of the position of
    the premise's issue that is in; without one the argument weighs nothing.
    """
    total = sum(prop.share for prop in step.function.properties) or 1.0
    choices: list[tuple[float, list[tuple[int, float]]]] = []
    for prop in step.function.properties:
        values = []
        for place, premise in enumerate(step.premises):
            if _predicate(names[premise]) == prop.name:
                issue = graph.issue_of.get(premise)
                rivals = graph.issues[issue].positions if issue is not None else ()
                values.append((place, prop.worth.get(_object(names[premise]), 0.0)))
                values += [
                    (premises.index(rival), prop.worth.get(_object(names[rival]), 0.0))
                    for rival in rivals
                    if rival != premise
                ]
                break
        choices.append((prop.share / total, values))
    hard = [place for place in step.function.hard if 0 <= place < len(step.premises)]

    def weigh(labels: Sequence[int]) -> tuple[float, float, float]:
        weights = []
        for counted in _COUNTED:
            worths = [_worth(values, labels, counted) for _, values in choices]
            if None in worths or any(labels[place] not in counted for place in hard):
                weights.append(0.0)
            else:
                pairs = zip(choices, worths, strict=True)
                weights.append(sum(share * (worth or 0.0) for (share, _), worth in pairs))
        return weights[0], weights[1], weights[2]

    return weigh


def _worth(
    values: Sequence[tuple[int, float]], labels: Sequence[int], counted: tuple[int, ...]
) -> float | None:
    """The least worth of a property when only in counts, the greatest otherwise; None: no value."""
    possible = [worth for place, worth in values if labels[place] in counted]
    if len(counted) > 1:
        return max(possible, default=None)
    if not possible or (values and labels[values[0][0]] == IN):
        return possible[0] if possible else None
    undecided = [worth for place, worth in values if labels[place] == UNDECIDED]
    return min(possible[:1] + undecided)


def _predicate(name: str) -> str:
    return name.partition("(")[0].strip()


def _object(name: str) -> str:
    """The last term of a statement's name: "low" of "price(volvo,low)"."""
    inside = name.partition("(")[2].rpartition(")")[0]
    return inside.rpartition(",")[2].strip()
