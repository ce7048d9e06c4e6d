"""Refs that lead back to themselves: legal, but worth a note."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from debate.model import Debate


def cyclic_refs(debate: Debate) -> list[int]:
    """The ref rows that close a cycle, in reading order; linear in the refs under their targets.

    The nodes are the targets, and a ref under a target is an edge to its own target: a depth-first
    walk with three colours finds the edges that lead back to a target still being walked.
    """
    refs = [row for row, claim in enumerate(debate.claims) if claim.target >= 0]

    def under(target: int) -> Iterator[int]:
        start = bisect_left(refs, target)
        return iter(refs[start : bisect_left(refs, debate.claims[target].end, start)])

    closing = []
    walking: set[int] = set()
    walked: set[int] = set()
    for root in sorted({debate.claims[row].target for row in refs}):
        if root in walked:
            continue
        walking.add(root)
        stack = [(root, under(root))]
        while stack:
            node, edges = stack[-1]
            row = next(edges, None)
            if row is None:
                stack.pop()
                walking.discard(node)
                walked.add(node)
                continue
            target = debate.claims[row].target
            if target in walking:
                closing.append(row)
            elif target not in walked:
                walking.add(target)
                stack.append((target, under(target)))
    return sorted(set(closing))
