"""Grounded labelling: which statements are in, out and undecided, and which of the out have fallen.

A statement is labelled as soon as its undecided arguments cannot matter (Gordon and Walton,
COMMA 2016, made cautious): in when its side meets the standard whatever they become, out when it
cannot whatever they become. Each step only adds labels and :func:`standards.decide` never takes one
back when more are known, so by Kleene's theorem the labels form the least fixpoint and the order of
the steps does not matter. Outside circles one visit settles a statement; inside one a worklist
visits it again when something it rests on has been labelled.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from debate.reasoning.graph import FALLEN, IN, OUT, UNDECIDED, Graph
from debate.reasoning.order import Order, above, order
from debate.reasoning.standards import decide

#: The weight of the heaviest argument for a statement that stands, that may, and that may once what
#: is open counts in full; and of the rival's heaviest that stands, and that may.
Balance = tuple[tuple[float, float, float], tuple[float, float]]

#: The label of a statement without arguments, by what it rests on (NOTHING, ASSERTED, SUPPOSED).
_BARE = bytes([FALLEN, IN, UNDECIDED]) + bytes(253)

#: The heaviest argument for a statement by status, before its arguments are looked at.
_WORD = ((0.0, 0.0, 0.0, 0.0), (0.0, 1.0, 0.0, 0.0), (1.0, 0.0, 0.0, 0.0))


def label(graph: Graph, ordered: Order | None = None) -> bytearray:
    """The label of every statement, one byte each (UNDECIDED, IN, OUT or FALLEN)."""
    ordered = ordered or order(graph)
    labels = bytearray(graph.word.translate(_BARE))
    unusual, late = graph.unusual(), ordered.late
    pending = [s for s in range(graph.size - 1, -1, -1) if graph.head[s] >= 0 or s in unusual]
    if late:
        for statement in late:
            labels[statement] = UNDECIDED
        pending = [s for s in pending if s not in late]
    settle(graph, labels, pending, unusual)
    for number, group in enumerate(ordered.groups):
        work_out = settle_circle if number in ordered.circular else settle
        work_out(graph, labels, group, unusual)
    return labels


def relabel(graph: Graph, ordered: Order, labels: bytearray, changed: Iterable[int]) -> set[int]:
    """Label again the statements given and all that rest on them; those statements."""
    dirty = above(graph, changed)
    for statement in dirty:
        labels[statement] = UNDECIDED
    unusual, late = graph.unusual(), ordered.late
    settle(graph, labels, sorted((s for s in dirty if s not in late), reverse=True), unusual)
    for number in sorted({late[s] for s in dirty if s in late}):
        group = ordered.groups[number]
        work_out = settle_circle if number in ordered.circular else settle
        work_out(graph, labels, group, unusual)
    return dirty


def settle(graph: Graph, labels: bytearray, statements: Iterable[int], unusual: set[int]) -> None:
    """Label statements of which each comes after all that it rests on."""
    head, following, premise, weight = graph.head, graph.next, graph.premise, graph.weight
    word = graph.word
    for statement in statements:
        pro = list(_WORD[word[statement]])
        con = [0.0, 0.0, 0.0, 0.0]
        argument = head[statement]
        while argument >= 0:
            before = premise[argument]
            if before >= 0:
                heavy = weight[argument]
                status = labels[before]
                if heavy > 0:
                    if heavy > pro[status]:
                        pro[status] = heavy
                elif -heavy > con[status]:
                    con[status] = -heavy
            else:
                _weigh(graph, labels, argument, pro, con)
            argument = following[argument]
        if statement in unusual:
            labels[statement] = _unusual(graph, labels, statement, pro, con)
            continue
        stands, may = pro[IN], pro[UNDECIDED]
        rival, rival_may = con[IN], con[UNDECIDED]
        if stands > rival and stands > rival_may:
            labels[statement] = IN
        elif may > rival or stands > rival:
            labels[statement] = UNDECIDED
        else:
            open_may = max(stands, may, pro[OUT])
            labels[statement] = FALLEN if open_may <= 0 or open_may < rival else OUT


def settle_circle(
    graph: Graph, labels: bytearray, statements: Iterable[int], unusual: set[int]
) -> None:
    """Label statements that rest on each other, and on others that are labelled for good."""
    waiting = deque(statements)
    queued = set(waiting)
    members = frozenset(waiting)
    while waiting:
        statement = waiting.popleft()
        queued.discard(statement)
        before = labels[statement]
        settle(graph, labels, (statement,), unusual)
        if labels[statement] != before:
            for user in graph.used_by(statement):
                if user in members and user not in queued:
                    waiting.append(user)
                    queued.add(user)


def status(graph: Graph, labels: bytearray, argument: int) -> int:
    """Whether an argument stands (IN), may, is kept from it by what is open (OUT), or is beaten."""
    undercuts = graph.undercuts
    arguments = [argument]
    for each in arguments:  # grows as it goes: an undercut can itself be undercut
        arguments.extend(undercuts.get(each, ()))
    known: dict[int, int] = {}
    for each in reversed(arguments):
        worst = _together(labels, graph.premises(each))
        for undercut in undercuts.get(each, ()):
            if graph.weight[undercut]:
                blow = known[undercut]
                if blow == IN:
                    worst = FALLEN
                elif blow == UNDECIDED:
                    worst = _worse(worst, UNDECIDED)
        known[each] = worst
    return known[argument]


def _together(labels: bytearray, premises: Iterable[int]) -> int:
    """The status that premises give what rests on all of them."""
    worst = IN
    for premise in premises:
        worst = _worse(worst, labels[premise])
    return worst


def _worse(one: int, other: int) -> int:
    """The label of two premises together: in < undecided < out < fallen, the later wins."""
    if one == IN:
        return other
    if other == IN:
        return one
    return max(one, other)


def balance(graph: Graph, labels: bytearray, statement: int) -> Balance:
    """What speaks for a statement and against it, as :func:`standards.decide` weighs it."""
    return _balance(graph, labels, statement, *_gather(graph, labels, statement))


def _heaviest(by_status: list[float]) -> tuple[float, float, float]:
    """The weight that stands, that may, and that may once what is open counts in full."""
    may = max(by_status[IN], by_status[UNDECIDED])
    return by_status[IN], may, max(may, by_status[OUT])


def _gather(graph: Graph, labels: bytearray, statement: int) -> tuple[list[float], list[float]]:
    """The heaviest argument for and against a statement, each by status."""
    pro, con = list(_WORD[graph.word[statement]]), [0.0, 0.0, 0.0, 0.0]
    for argument in graph.arguments(statement):
        _weigh(graph, labels, argument, pro, con)
    return pro, con


def _weigh(
    graph: Graph, labels: bytearray, argument: int, pro: list[float], con: list[float]
) -> None:
    """Enter one argument among the heaviest of its side, under its status."""
    weigher = graph.weigher.get(argument)
    standing = status(graph, labels, argument) if weigher is None else IN
    weight = graph.weight[argument]
    side = pro if weight > 0 else con
    if weigher is None:
        side[standing] = max(side[standing], abs(weight))
        return
    least, most, open_most = weigher([labels[p] for p in graph.premises(argument)])
    blows = [status(graph, labels, u) for u in graph.undercuts.get(argument, ())]
    if IN in blows:
        return
    side[IN] = max(side[IN], 0.0 if UNDECIDED in blows else least)
    side[UNDECIDED] = max(side[UNDECIDED], most)
    side[OUT] = max(side[OUT], open_most)


def _unusual(
    graph: Graph, labels: bytearray, statement: int, pro: list[float], con: list[float]
) -> int:
    """The label of a statement with more to it than arguments under preponderance."""
    fixed = graph.fixed.get(statement)
    if fixed is not None:
        return fixed
    issue = graph.issue_of.get(statement)
    standard = graph.standard.get(statement, "preponderance")
    if issue is not None:
        standard = graph.issues[issue].standard
    return decide(standard, *_balance(graph, labels, statement, pro, con))


def _balance(
    graph: Graph, labels: bytearray, statement: int, pro: list[float], con: list[float]
) -> Balance:
    """The heaviest arguments of each side, once all that is unusual is taken in."""
    own = graph.own.get(statement)
    if own is not None:
        weight, standing, contrary = own
        pro[standing], con[IN] = max(pro[standing], weight), max(con[IN], contrary)
    for other, weight in graph.against.get(statement, ()):
        con[labels[other]] = max(con[labels[other]], weight)
    conditions = graph.conditions.get(statement)
    if conditions:
        pro = _conditional(labels, conditions, pro)
    rival, rival_may, _ = _heaviest(con)
    issue = graph.issue_of.get(statement)
    if issue is not None:
        for other in graph.issues[issue].positions:
            if other != statement:
                stands, may, _ = _heaviest(_gather(graph, labels, other)[0])
                rival, rival_may = max(rival, stands), max(rival_may, may)
    return _heaviest(pro), (rival, rival_may)


def _conditional(labels: bytearray, conditions: tuple[int, ...], pro: list[float]) -> list[float]:
    """Every argument for a claim rests on its conditions too: the worst of them caps its status."""
    worst = _together(labels, conditions)
    if worst == IN:
        return pro
    stands, may, open_may = _heaviest(pro)
    capped = [0.0, 0.0, 0.0, 0.0]
    capped[worst] = {UNDECIDED: max(stands, may), OUT: open_may}.get(worst, 0.0)
    if worst == UNDECIDED:
        capped[OUT] = pro[OUT]
    return capped
