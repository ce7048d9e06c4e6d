"""Grounded labelling: which statements are in, out and undecided, and which of the out have fallen.

A statement is labelled as soon as its undecided arguments cannot matter (Gordon and Walton,
COMMA 2016, made cautious): in when its side meets the standard whatever they become, out when it
cannot whatever they become. Each step only adds labels and :func:`standards.decide` never takes one
back when more are known, so by Kleene's theorem the labels form the least fixpoint and the order of
the steps does not matter. Outside circles one visit settles a statement; inside one a worklist
visits it again when something it rests on has been labelled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush

from debate.reasoning.graph import FALLEN, IN, OUT, UNDECIDED, Graph
from debate.reasoning.order import Order, above, order
from debate.reasoning.standards import decide

#: The weight of the heaviest argument for a statement that stands, that may, and that may once what
#: is open counts in full; and of the rival's heaviest that stands, and that may.
Balance = tuple[tuple[float, float, float], tuple[float, float]]

#: The label of a statement without arguments, by what it rests on (NOTHING, ASSERTED, SUPPOSED).
_BARE = bytes([FALLEN, IN, UNDECIDED]) + bytes(253)

#: What that is worth as an argument: the weight that stands, and the weight that may.
_WORD = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0))

#: Says of each statement whether it is unusual, see :meth:`Graph.unusual`.
Marks = bytearray | dict[int, int]


def label(graph: Graph, ordered: Order | None = None) -> bytearray:
    """The label of every statement, one byte each (IN, UNDECIDED, OUT or FALLEN)."""
    ordered = ordered or order(graph)
    labels = bytearray(graph.word.translate(_BARE))
    marks = graph.unusual()
    unusual = bytearray(graph.size)
    for statement, mark in marks.items():
        unusual[statement] = mark
    for statement in ordered.late:
        labels[statement] = UNDECIDED
    settle(graph, labels, ordered.early(graph, marks), unusual)
    for circle, group in ordered.stretches():
        (settle if circle < 0 else settle_circle)(graph, labels, group, unusual)
    return labels


def relabel(graph: Graph, ordered: Order, labels: bytearray, changed: Iterable[int]) -> set[int]:
    """Label again the statements given and all that rest on them; those statements."""
    dirty = above(graph, changed)
    for statement in dirty:
        labels[statement] = UNDECIDED
    unusual = dict.fromkeys(dirty, 0) | graph.unusual(dirty)
    early = (statement for statement in dirty if statement not in ordered.late)
    settle(graph, labels, sorted(early, reverse=True), unusual)
    for circle, group in ordered.stretches(dirty):
        (settle if circle < 0 else settle_circle)(graph, labels, group, unusual)
    return dirty


def settle(graph: Graph, labels: bytearray, statements: Iterable[int], unusual: Marks) -> None:
    """Label statements of which each comes after all that it rests on.

    This is :func:`standards.decide` under preponderance, written out for the many statements that
    have nothing but arguments, their word and a credence; the others go the long way.
    """
    head, following, premise, weight = graph.head, graph.next, graph.premise, graph.weight
    word = graph.word
    for statement in statements:
        stands, may = _WORD[word[statement]]
        open_may = rival = rival_may = 0.0  # what is against counts downwards from 0
        argument = head[statement]
        mark = unusual[statement]
        if mark:
            if mark > 1:
                labels[statement] = _decide(graph, labels, statement)
                continue
            heavy, standing, contrary = graph.own[statement]
            stands, may = (heavy, 0.0) if standing == IN else (0.0, heavy)
            rival = -contrary
        while argument >= 0:
            before, heavy = premise[argument], weight[argument]
            standing = labels[before] if before >= 0 else status(graph, labels, argument)
            if heavy > 0.0:
                if standing == IN:
                    if heavy > stands:
                        stands = heavy
                elif standing == UNDECIDED:
                    if heavy > may:
                        may = heavy
                elif standing == OUT and heavy > open_may:
                    open_may = heavy
            elif standing == IN:
                if heavy < rival:
                    rival = heavy
            elif standing == UNDECIDED and heavy < rival_may:
                rival_may = heavy
            argument = following[argument]
        if stands > -rival and stands > -rival_may:
            labels[statement] = IN
        elif stands > -rival or may > -rival:
            labels[statement] = UNDECIDED
        else:
            open_may = max(stands, may, open_may)
            labels[statement] = FALLEN if open_may <= 0.0 or open_may < -rival else OUT


def settle_circle(
    graph: Graph, labels: bytearray, statements: Iterable[int], unusual: Marks
) -> None:
    """Label statements that rest on each other, and on others that are labelled for good.

    Of those that wait, the one with the fewest arguments is visited first: what many things bear on
    is looked at again only when all that is quicker to look at has come to rest.
    """
    size = {statement: sum(1 for _ in graph.arguments(statement)) for statement in statements}
    waiting = [(arguments, -statement) for statement, arguments in size.items()]
    heapify(waiting)
    queued = set(size)
    while waiting:
        statement = -heappop(waiting)[1]
        queued.discard(statement)
        before = labels[statement]
        settle(graph, labels, (statement,), unusual)
        if labels[statement] != before:
            for user in _users(graph, statement):
                if user in size and user not in queued:
                    heappush(waiting, (size[user], -user))
                    queued.add(user)


def _users(graph: Graph, statement: int) -> Iterator[int]:
    """The statements to look at again: those that use it, and the rivals of these.

    A rival's label depends on what speaks for the other, even where the other's does not change.
    """
    for user in graph.used_by(statement):
        issue = graph.issue_of.get(user)
        if issue is None:
            yield user
        else:
            yield from graph.issues[issue].positions


def status(graph: Graph, labels: bytearray, argument: int) -> int:
    """Whether an argument stands (IN), may, is kept from it by what is open (OUT), or is beaten."""
    undercuts = graph.undercuts
    if argument not in undercuts:
        return _worst(graph, labels, argument)
    known: dict[int, int] = {}
    for undercut in undercuts[argument]:
        if undercut in undercuts:
            known = _known(graph, labels, argument)
            break
    return _undercut(graph, labels, argument, known)


def _known(graph: Graph, labels: bytearray, argument: int) -> dict[int, int]:
    """The status of all below an argument that are undercut themselves."""
    undercuts = graph.undercuts
    attacked = [undercut for undercut in undercuts[argument] if undercut in undercuts]
    for each in attacked:  # grows as it goes
        attacked.extend(undercut for undercut in undercuts[each] if undercut in undercuts)
    known: dict[int, int] = {}
    for each in reversed(attacked):
        known[each] = _undercut(graph, labels, each, known)
    return known


def _undercut(graph: Graph, labels: bytearray, argument: int, known: dict[int, int]) -> int:
    """The status of an argument with undercuts; of those with undercuts themselves it is known."""
    premise, weight = graph.premise, graph.weight
    worst = _worst(graph, labels, argument)
    for undercut in graph.undercuts[argument]:
        if weight[undercut]:
            before = premise[undercut]
            if before >= 0:
                blow = labels[before]
            else:
                blow = known[undercut] if undercut in known else _worst(graph, labels, undercut)
            if blow == IN:
                return FALLEN
            if blow == UNDECIDED and worst == IN:
                worst = UNDECIDED
    return worst


def _worst(graph: Graph, labels: bytearray, argument: int) -> int:
    """The status of an argument by its premises alone: as bad as the worst of them."""
    premise = graph.premise[argument]
    if premise >= 0:
        return labels[premise]
    worst = IN
    for premise in graph.joint[argument]:
        if labels[premise] > worst:
            worst = labels[premise]
    return worst


def balance(graph: Graph, labels: bytearray, statement: int) -> Balance:
    """What speaks for a statement and against it, as :func:`standards.decide` weighs it."""
    pro, con = _gather(graph, labels, statement)
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


def _decide(graph: Graph, labels: bytearray, statement: int) -> int:
    """The label of any statement."""
    fixed = graph.fixed.get(statement)
    if fixed is not None:
        return fixed
    issue = graph.issue_of.get(statement)
    standard = graph.standard.get(statement, "preponderance")
    if issue is not None:
        standard = graph.issues[issue].standard
    return decide(standard, *balance(graph, labels, statement))


def _heaviest(by_status: list[float]) -> tuple[float, float, float]:
    """The weight that stands, that may, and that may once what is open counts in full."""
    stands, may, open_may, _ = by_status
    if stands > may:
        may = stands
    return stands, may, may if may > open_may else open_may


def _gather(graph: Graph, labels: bytearray, statement: int) -> tuple[list[float], list[float]]:
    """The heaviest argument for and against a statement, each by status."""
    pro, con = [*_WORD[graph.word[statement]], 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]
    argument = graph.head[statement]
    while argument >= 0:
        weight, premise = graph.weight[argument], graph.premise[argument]
        side = pro if weight > 0 else con
        if premise < 0 and argument in graph.weigher:
            _weigh(graph, labels, argument, side)
        else:
            standing = labels[premise] if premise >= 0 else status(graph, labels, argument)
            heavy = abs(weight)
            if heavy > side[standing]:
                side[standing] = heavy
        argument = graph.next[argument]
    return pro, con


def _weigh(graph: Graph, labels: bytearray, argument: int, side: list[float]) -> None:
    """Enter an argument that a function weighs among the heaviest of its side."""
    least, most, open_most = graph.weigher[argument]([labels[p] for p in graph.premises(argument)])
    blows = [status(graph, labels, undercut) for undercut in graph.undercuts.get(argument, ())]
    if IN in blows:
        return
    side[IN] = max(side[IN], 0.0 if UNDECIDED in blows else least)
    side[UNDECIDED] = max(side[UNDECIDED], most)
    side[OUT] = max(side[OUT], open_most)


def _conditional(labels: bytearray, conditions: tuple[int, ...], pro: list[float]) -> list[float]:
    """Every argument for a claim rests on its conditions too: the worst of them caps its status."""
    worst = max(labels[condition] for condition in conditions)
    if worst == IN:
        return pro
    stands, may, open_may = _heaviest(pro)
    capped = [0.0, 0.0, 0.0, 0.0]
    capped[worst] = {UNDECIDED: max(stands, may), OUT: open_may}.get(worst, 0.0)
    if worst == UNDECIDED:
        capped[OUT] = pro[OUT]
    return capped
