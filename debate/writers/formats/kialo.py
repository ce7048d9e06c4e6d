"""Kialo's text, to start a discussion with: the current kind, and the old one with links in it.

Kialo has theses, pros and cons. One root is the thesis of the discussion, several are the theses of
a question. Lost, and told: an undercut becomes a con of the claim whose step it attacks, a
co-premise a pro of the claim it belongs to, a condition a pro that begins with "Only if:"; several
questions become one; who speaks, the background, and all that Kialo has no field for is left out,
and of a citation all but the source. Read again, that gives the same texts, in the same tree, with
a position for each thesis.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from debate.model import Debate, Role
from debate.model.fragment import reference, web_address
from debate.model.text import one_line
from debate.readers.kialo import words
from debate.writers import Options, Writer
from debate.writers.outline import numbered
from debate.writers.part import part
from debate.writers.unheld import tell

_NAME = "kialo"
_CURRENT, _OLD = "current", "old"

#: What is written, or told by :func:`_tell` to be put in another way.
_HELD = frozenset({"title", "question", "source", "citation", "cited passage"})


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The discussion, a claim at a time."""
    chosen = part(debate, options)
    debate = chosen.debate
    _tell(debate, options)
    tell(chosen, options, _HELD)
    yield from _Job(debate, options).text()


def _tell(debate: Debate, options: Options) -> None:
    roles = [claim.role for claim in debate.claims]
    options.lose("undercut", "written as a con of its claim", roles.count(Role.UNDERCUT))
    options.lose("co-premise", "written as a pro of its claim", roles.count(Role.CO_PREMISE))
    how = f'written as a pro that begins with "{words.ONLY_IF.strip()}"'
    options.lose("condition", how, roles.count(Role.CONDITION))
    options.lose("background claim", "left out", len(debate.background))
    asked = max(0, len(debate.questions) - 1)
    options.lose("question", "its answers stand among the theses of one", asked)
    cites = [cite for claim in debate.claims for cite in claim.cite]
    placed = sum(bool(c.paragraph or c.page or c.at or c.words) for c in cites)
    options.lose("cited place", "left out", placed)


class _Job:
    """One debate on its way out; sources are numbered as they are met."""

    def __init__(self, debate: Debate, options: Options) -> None:
        self.debate, self.options = debate, options
        self.old = options.style == _OLD
        self.addresses: dict[str, str] = {}
        self.sources: dict[str, int] = {}
        for id, source in debate.sources.items():
            url = web_address(source.url)
            self.addresses.setdefault(url or f"#{id}", id)
        sides = range(len(debate.positions))
        self.roots = {
            row: at for at, row in enumerate((r for s in sides for r in debate.roots(s)), 1)
        }

    def text(self) -> Iterator[str]:
        """The whole file."""
        title = words.written(one_line(self.debate.title), [])
        title = title if self.old else words.numbered(title, self._source)
        yield f"Discussion Title: {title}\n\n" if self.old else f"Discussion Name:\n{title}\n\n"
        if len(self.roots) > 1:
            yield from self._entry("1", "Question", 0, self._ask())
        for side in range(len(self.debate.positions)):
            for row, number in numbered(self.debate, self.debate.side(side)):
                yield from self._row(row, self._number(row, number))
        yield from self._list()

    def _ask(self) -> str:
        """What the discussion asks: its question, or its title where it has none or several."""
        questions = self.debate.questions
        if len(questions) != 1:
            return words.written(one_line(self.debate.title), [])
        ((id, asked),) = questions.items()
        asks = _ours(self.debate.extra).get("asks")
        kept = asks.get(id) if isinstance(asks, dict) else None
        return self._kept(kept, asked.ask) or words.written(one_line(asked.ask), [])

    # ------------------------------------------------------------------ claims

    def _row(self, row: int, number: str) -> Iterator[str]:
        claim = self.debate.claims[row]
        label = "Con" if claim.role.attacks else "Pro"
        if claim.parent < 0:
            label = "Thesis"
        if claim.target >= 0 and self.debate.claims[claim.target].position >= 0:
            text = f"-> See {self._number(claim.target)}."
        else:
            text = self._words(self.debate.meant(row))
            if claim.role is Role.CONDITION:
                text = words.ONLY_IF + text
        yield from self._entry(number, label, claim.depth + (len(self.roots) > 1), text)

    def _number(self, row: int, number: str = "") -> str:
        """The number of a claim, from its number within its side."""
        rest = (number or self.debate.number(row)).partition(".")[2]
        root = row
        if len(self.roots) > 1:
            while self.debate.claims[root].parent >= 0:
                root = self.debate.claims[root].parent
        first = f"1.{self.roots[root]}" if len(self.roots) > 1 else "1"
        return f"{first}.{rest}" if rest else first

    def _words(self, row: int) -> str:
        """A claim's words with its citations as links."""
        claim = self.debate.claims[row]
        if text := self._kept(_ours(claim.extra).get("text"), claim.text, _links(claim.cite)):
            return text
        links = []
        for id in _links(claim.cite):
            source = self.debate.sources.get(id)
            url = web_address(source.url) if source else None
            if url or not self.old:
                links.append(url or f"#{id}")
            else:
                self.options.lose("citation", "left out, for its source has no address")
        return words.written(one_line(claim.text), links)

    def _kept(self, text: Any, says: str, ids: list[str] | None = None) -> str:
        """The words as they were in the file, if they still say the same and cite the same."""
        if not isinstance(text, str):
            return ""
        found, links = words.plain(text)
        if one_line(found) not in (one_line(says), words.ONLY_IF + one_line(says)):
            return ""
        cited = [self.addresses.get(address, "") for _, address in links]
        if ids is not None and [*dict.fromkeys(cited)] != ids:
            return ""
        return text.removeprefix(words.ONLY_IF) if not says.startswith(words.ONLY_IF) else text

    def _entry(self, number: str, label: str, depth: int, text: str) -> Iterator[str]:
        if self.old:
            lead = "" if label in ("Thesis", "Question") and "." not in number else f"{label}: "
            yield f"{number}. {lead}{text}\n"
            return
        indent = "  " * depth
        text = words.numbered(text, self._source)
        lines = "\n".join(f"{indent}  {line}".rstrip() for line in text.split("\n"))
        yield f"{indent}{number}. {label}:\n{lines}\n\n"

    # ------------------------------------------------------------------ sources

    def _source(self, address: str) -> str:
        """The number of a source in the list at the end."""
        return str(self.sources.setdefault(address, len(self.sources) + 1))

    def _list(self) -> Iterator[str]:
        if self.sources:
            yield "Sources:\n"
        for address, number in self.sources.items():
            source = self.debate.sources.get(self.addresses.get(address, address[1:]))
            # in the list nothing is escaped, so that nothing may look like a link
            title = one_line(reference(source)).replace("](", "] (") if source else ""
            url = "" if address.startswith("#") else address
            yield f"[{number}] {' '.join(filter(None, (title, url)))}\n"


def _links(cites: tuple[Any, ...]) -> list[str]:
    return [*dict.fromkeys(cite.source for cite in cites)]


def _ours(extra: Any) -> dict[str, Any]:
    found = (extra or {}).get(_NAME)
    return found if isinstance(found, dict) else {}


WRITER = Writer(_NAME, "Kialo text", ".kialo.txt", write, (_CURRENT, _OLD))
