"""All claims of a debate as texts to be searched: in blocks, each folded once and found in C.

A block is one string of a thousand claims' folded texts, a line each. Looking for a word in it is
one search through memory, however many claims do not have it; only where it stands, it is looked
which claim that is, and whether the other words are there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from debate.model import Debate
from debate.tui.matching import fold

#: Claims in a block: it is made, and searched, in about a millisecond.
SIZE = 1000


class _Block(NamedTuple):
    text: str
    starts: list[int]  # of each claim's line, and the end of the last


class Texts:
    """The folded texts of a debate; a block is made when it is first searched, and kept."""

    def __init__(self, debate: Debate) -> None:
        self._claims = debate.claims
        self._blocks: list[_Block | None] = [None] * -(-len(debate.claims) // SIZE)

    @property
    def blocks(self) -> range:
        """The numbers of the blocks, in reading order."""
        return range(len(self._blocks))

    def find(self, number: int, words: Sequence[str], more: Mapping[int, str]) -> list[int]:
        """The rows of a block whose texts have all the words, which are folded; in order.

        ``more`` is what else stands with some rows, and may have words that their texts lack.
        """
        first = number * SIZE
        block = self._block(number)
        found = [row for row in self._in(block, first, words) if self._claims[row].target < 0]
        if more:
            beside = (row for row in more if first <= row < first + len(block.starts) - 1)
            have = (row for row in beside if self._has_all(block, row - first, words, more[row]))
            found = sorted({*found, *have})
        return found

    @staticmethod
    def _in(block: _Block, first: int, words: Sequence[str]) -> list[int]:
        text, starts = block
        word, *others = words
        found = []
        at = text.find(word)
        while at >= 0:
            place = bisect_right(starts, at) - 1
            start, end = starts[place], starts[place + 1]
            if all(text.find(other, start, end) >= 0 for other in others):
                found.append(first + place)
            at = text.find(word, end)
        return found

    @staticmethod
    def _has_all(block: _Block, place: int, words: Sequence[str], more: str) -> bool:
        whole = block.text[block.starts[place] : block.starts[place + 1]] + fold(more)
        return all(word in whole for word in words)

    def _block(self, number: int) -> _Block:
        if (block := self._blocks[number]) is None:
            claims = self._claims[number * SIZE : (number + 1) * SIZE]
            texts = [claim.text for claim in claims]
            text = "\n".join(texts)
            if text.isascii():
                text = text.lower()
            else:
                texts = [fold(text) for text in texts]
                text = "\n".join(texts)
            starts = [0, *accumulate(len(each) + 1 for each in texts)]
            block = self._blocks[number] = _Block(text, starts)
        return block
