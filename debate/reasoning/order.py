"""The order in which statements can be worked out: whatever a statement rests on comes before it.

In a debate nearly every claim rests on rows below it alone, so counting the rows down is already
such an order. Only claims that rest on a row further up, through a ``ref`` or a clash, and whatever
rests on those, are *late*: they are put in order, and grouped where they rest on each other in a
circle, by Tarjan's algorithm ("Depth-first search and linear graph algorithms", SIAM J. Computing
1972), with a list in place of recursion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import filterfalse

from debate.reasoning.graph import Graph


@dataclass(slots=True)
class Order:
    """``groups`` of late statements, each after all that it rests on.

    Statements that are not late come before all of these, in falling order. A group has several
    members, or one that rests on itself, exactly where there is a circle: ``circular`` has those.
    """

    groups: list[tuple[int, ...]]
    late: dict[int, int]
    circular: frozenset[int]

    def early(self, graph: Graph, special: Iterable[int]) -> list[int]:
        """In order the statements that are not late and have an argument, or are special."""
        head = graph.head
        rows = zip(range(graph.size - 1, -1, -1), reversed(head), strict=True)
        found = [statement for statement, first in rows if first >= 0]
        found += [statement for statement in special if head[statement] < 0]
        found.sort(reverse=True)  # two runs, one short: far cheaper than asking of each statement
        return list(filterfalse(self.late.__contains__, found)) if self.late else found

    def stretches(self, among: Set[int] | None = None) -> Iterator[tuple[int, list[int]]]:
        """The late statements in order: a circle's number with its members, else -1 with a run.

        With ``among`` only groups of which it has members (it has all of a circle or none).
        """
        numbers: Iterable[int] = range(len(self.groups))
        if among is not None:
            numbers = sorted({self.late[s] for s in among if s in self.late})
        run: list[int] = []
        for number in numbers:
            if number in self.circular:
                yield -1, run
                run = []
                yield number, list(self.groups[number])
            else:
                run += self.groups[number]
        yield -1, run

    def key(self, statement: int) -> int:
        """Sorts statements (by group, where they are late) into an order to work them out in."""
        group = self.late.get(statement)
        return -statement - 1 if group is None else group


def order(graph: Graph) -> Order:
    """The order of a whole graph; time and space are linear in what is late and in the refs."""
    late = _late(graph)
    groups = list(_circles(graph, late))
    groups.reverse()
    circular = frozenset(
        number
        for number, group in enumerate(groups)
        if len(group) > 1 or group[0] in graph.users.get(group[0], ())
    )
    place = {statement: number for number, group in enumerate(groups) for statement in group}
    return Order(groups, place, circular)


def above(graph: Graph, statements: Iterable[int]) -> set[int]:
    """The statements given and all whose label depends on theirs."""
    found: set[int] = set()
    waiting = list(statements)
    owner, users = graph.owner, graph.users
    while waiting:
        statement = waiting.pop()
        while statement >= 0 and statement not in found:
            found.add(statement)
            waiting.extend(users.get(statement, ()))
            statement = owner[statement]
    return found


def below(graph: Graph, statements: Iterable[int]) -> set[int]:
    """The statements given and all that theirs depend on."""
    found: set[int] = set()
    waiting = list(statements)
    while waiting:
        statement = waiting.pop()
        if statement not in found:
            found.add(statement)
            waiting.extend(graph.rests_on(statement))
    return found


def _late(graph: Graph) -> set[int]:
    """All that rests, directly or not, on a statement that counting down would reach too late."""
    return above(
        graph,
        [user for statement, users in graph.users.items() for user in users if user >= statement],
    )


def _circles(graph: Graph, late: set[int]) -> Iterator[tuple[int, ...]]:
    """The strongly connected components of the late statements, users before what they use."""
    index: dict[int, int] = {-1: 0}
    lowest: dict[int, int] = {}
    open_: list[int] = []
    is_open: set[int] = set()
    for root in sorted(late):
        if root in index:
            continue
        if root not in graph.users and graph.owner[root] in index:  # most have no more to look at
            index[root] = len(index)
            yield (root,)
            continue
        path = [(root, graph.used_by(root))]
        while path:
            statement, users = path[-1]
            if statement not in index:
                index[statement] = lowest[statement] = len(index)
                open_.append(statement)
                is_open.add(statement)
            for user in users:
                if user not in index:
                    path.append((user, graph.used_by(user)))
                    break
                if user in is_open:
                    lowest[statement] = min(lowest[statement], index[user])
            else:
                path.pop()
                if path:
                    parent = path[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[statement])
                if lowest[statement] == index[statement]:
                    group: list[int] = []
                    while not group or group[-1] != statement:
                        group.append(open_.pop())
                    is_open.difference_update(group)
                    yield tuple(sorted(group, reverse=True))
