"""Debates of any size, for measuring: seeded, of a fixed depth, every role and key in use.

    python -m tests.bench.generate 100000 -o /tmp/big

Nothing is held in memory, so a million claims are no trouble. A claim takes about 320 bytes at the
default depth. Every fifth row of a side is a claim ``c5``, ``c10``, …, which is what lets links and
refs point anywhere without a list of what exists. Refs point to earlier trees only: no cycles.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

SIDES = ("north", "south", "east", "west")
QUESTIONS = {
    "build": ("bridge", "tunnel"),
    "pay": ("toll", "tax", "loan"),
    "start": ("now", "later"),
}
SOURCES = ("survey", "report", "hearing", "letter", "ledger", "atlas", "census", "minutes")
SCHEMES = ("argument from sign", "argument from analogy", "argument from expert opinion")
TAGS = ("cost", "nature", "traffic", "trust")
_VOCABULARY = (
    "the bridge tunnel river crossing costs more than less people think because every winter "
    "traffic jam on old road takes time money trust harbour fish noise light steel concrete "
    "ferry would could never always often council vote plan survey says shows denies when if"
)
WORDS = _VOCABULARY.split()
#: Keys in the order of the file, with the share of claims that have one, the spine not counted.
CHILDREN = (
    ("only_if", 0.04),
    ("supports", 0.5),
    ("objections", 0.25),
    ("together_with", 0.08),
    ("undercuts", 0.08),
)
STEPS = ("supports", "objections", "undercuts")


class Planned(NamedTuple):
    """A row that is still to be written: its key's line comes first if it is the key's first."""

    key: str
    level: int
    first: bool
    spine: bool


def generate(directory: Path, *, claims: int, seed: int = 0, depth: int = 6) -> Path:
    """Write a debate of exactly ``claims`` rows, four sides and the background; its folder.

    ``depth`` is the depth of the deepest claims: every tree that is not cut off at the end of its
    file reaches it, and none goes beyond. The same arguments give the same bytes.
    """
    directory.mkdir(parents=True, exist_ok=True)
    background = max(1, claims // 100)
    rows, rest = divmod(claims - background, len(SIDES))
    sizes = [rows + (number < rest) for number in range(len(SIDES))]
    for number, name in enumerate(SIDES):
        with (directory / f"{name}.yaml").open("w", encoding="utf-8") as file:
            file.writelines(_Side(number, sizes, Random(f"{seed} {name}"), depth).lines())
    with (directory / "debate.yaml").open("w", encoding="utf-8") as file:
        file.writelines(_debate(background, Random(f"{seed} debate")))
    return directory


def _debate(background: int, random: Random) -> Iterator[str]:
    yield "format: 1\ndebate: Should the river be crossed by a bridge or a tunnel?\n"
    yield "date: 2024-05\nsummary: A generated debate.\n"
    yield "outcome: {claim: The council put the vote off., cite: {source: minutes, page: '4'}}\n"
    yield "sources:\n"
    for source in SOURCES:
        yield f"  {source}: {{title: The {source}, url: 'https://example.org/{source}'}}\n"
    yield "questions:\n"
    for question, options in QUESTIONS.items():
        labels = ", ".join(f"{option}: {option.title()}" for option in options)
        yield f"  {question}: {{ask: 'What to {question}?', options: {{{labels}}}}}\n"
    yield f"positions: [{', '.join(SIDES)}]\nbackground:\n"
    for _ in range(background):
        yield f"  - {{claim: {_text(random, 12)}, {_cite(random)}}}\n"


class _Side:
    """The file of one side, written tree by tree."""

    def __init__(self, number: int, sizes: list[int], random: Random, depth: int) -> None:
        self.number, self.sizes, self.random, self.depth = number, sizes, random, depth
        self.row = self.tree = 0

    def lines(self) -> Iterator[str]:
        name, size = SIDES[self.number], self.sizes[self.number]
        yield f"speaker: Speaker of the {name}\nshort: {name.title()}\nrole: Resident\n"
        for question, options in QUESTIONS.items():
            option = self.random.choice(options)
            key = "recommendations" if self.row < size else ""
            if key:
                head = f"  - question: {question}\n    option: {option}\n    "
                yield from self._tree(key, size, self.row == 0, head)
        first = True
        while self.row < size:
            yield from self._tree("claims", size, first, "  - ")
            first = False

    def _tree(self, key: str, size: int, first: bool, head: str) -> Iterator[str]:
        self.tree = self.row
        yield f"{key}:\n" if first else ""
        pending = [Planned(key, 0, False, True)]
        while pending and self.row < size:
            plan = pending.pop()
            indent = "    " * plan.level
            if plan.first:
                yield f"{indent}{plan.key}:\n"
            is_ref = plan.level > 0 and self.row % 5 != 0 and self.random.random() < 0.03
            written = self._ref(plan.key) if is_ref and not plan.spine else None
            lines = written or self._claim(plan.key)
            yield (head if plan.level == 0 else f"{indent}  - ") + lines[0] + "\n"
            for line in lines[1:]:
                yield f"{indent}    {line}\n"
            self.row += 1
            if not written:
                pending += reversed(list(self._children(plan)))

    def _children(self, plan: Planned) -> Iterator[Planned]:
        if plan.level == self.depth:
            return
        spine = self.random.choice(("supports", "objections")) if plan.spine else ""
        for key, share in CHILDREN:
            if key in ("together_with", "undercuts") and plan.key not in STEPS:
                continue
            level = plan.level + 1
            if key == spine:
                yield Planned(key, level, True, True)
            more = self.random.random() < share * 0.8
            if more:
                yield Planned(key, level, key != spine, False)
            if more and self.random.random() < 0.3:
                yield Planned(key, level, False, False)

    def _claim(self, key: str) -> list[str]:
        random, chance = self.random, self.random.random
        lines = [f"claim: {_text(random, 26)}"]
        if self.row % 5 == 0:
            lines.append(f"id: c{self.row}")
        if chance() < 0.7:
            lines.append(_cite(random))
        if chance() < 0.2:
            lines.append(f"scheme: {random.choice(SCHEMES)}")
        if key in STEPS and chance() < 0.2:
            lines.append(f"weight: {random.randrange(1, 100) / 100}")
        if chance() < 0.05:
            lines.append(f"credence: {random.randrange(1, 100) / 100}")
        if chance() < 0.2:
            lines.append(f"tags: [{', '.join(random.sample(TAGS, 2))}]")
        if chance() < 0.05:
            lines.append(f"ask: {_text(random, 8)}?")
        if chance() < 0.03:
            lines += ["note: |", f"  {_text(random, 12)}", f"  {_text(random, 12)}"]
        if chance() < 0.02:
            lines.append("extra: {survey: '2023', rows: [1, 2]}")
        if chance() < 0.03:
            link = random.choice(("agrees_with", "clashes_with"))
            lines += self._elsewhere(link)
        return lines

    def _elsewhere(self, link: str) -> list[str]:
        other = (self.number + self.random.randrange(1, len(SIDES))) % len(SIDES)
        rows = self.sizes[other]
        return [f"{link}: [{SIDES[other]}.c{self.random.randrange(0, rows, 5)}]"] if rows else []

    def _ref(self, key: str) -> list[str] | None:
        """A ref to an earlier tree of this side, or to any claim of an earlier side."""
        random = self.random
        if self.number and random.random() < 0.3:
            other = random.randrange(self.number)
            lines = [f"ref: {SIDES[other]}.c{random.randrange(0, self.sizes[other], 5)}"]
        elif self.tree:
            lines = [f"ref: c{random.randrange(0, self.tree, 5)}"]
        else:
            return None
        if key in STEPS:
            lines.append("weight: 0.5")
        return lines


def _text(random: Random, words: int) -> str:
    count = random.randrange(words - 4, words + 8)
    return " ".join(random.choices(WORDS, k=count)).capitalize()


def _cite(random: Random) -> str:
    words = " ".join(random.choices(WORDS, k=5))
    paragraph: object = random.randrange(40)
    if random.random() < 0.05:
        paragraph = [paragraph, random.randrange(40)]
    one = f"{{source: {random.choice(SOURCES)}, paragraph: {paragraph}, words: {words}}}"
    if random.random() < 0.05:
        return f"cite: [{one}, {{source: {random.choice(SOURCES)}, page: '12'}}]"
    return f"cite: {one}"


def main() -> None:
    """Read the command line and generate."""
    parser = argparse.ArgumentParser(description="Write a debate of any size.")
    parser.add_argument("claims", type=int, help="rows in all")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--depth", type=int, default=6, help="depth of the deepest claims")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the folder to write")
    given = parser.parse_args()
    generate(given.output, claims=given.claims, seed=given.seed, depth=given.depth)


if __name__ == "__main__":
    main()
