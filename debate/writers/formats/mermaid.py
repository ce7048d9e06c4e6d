"""Mermaid: a flowchart for documents that draw it, such as GitHub's, GitLab's and Obsidian's.

A picture in a document is read as a whole, so a box has the claim and where it is said, and leaves
out what is to be discussed or noted. Roles differ by the form of box, line and arrow's head, and by
the word on the line. Text is written in numbered entities wherever Mermaid, or the Markdown in it,
might take it for anything else.

Lost, and told: that, with tags, cited passages, standards of proof, full references, roles and
notes of speakers, and extra fields.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from debate.model import Debate
from debate.model.fragment import cited
from debate.model.text import many_lines, one_line
from debate.writers import Options, Writer
from debate.writers.cards import Card, cards
from debate.writers.graph import (
    GROUNDS,
    INKS,
    Edge,
    further,
    joint,
    node,
    on_edge,
    question,
    steps,
)
from debate.writers.outline import LOST_ONE, about
from debate.writers.part import Part, part
from debate.writers.relations import is_joint
from debate.writers.unheld import READER, tell

#: What Mermaid draws, if a page does not allow it more: characters of text, and edges.
MAX_TEXT, MAX_EDGES = 50_000, 500

#: More claims than this are a wide picture from the top down, and are drawn from left to right.
_MOST_DOWN = 30

#: What has a meaning in Mermaid, in Markdown, in HTML or for KaTeX; colons but before a blank, for
#: the sake of icons ("fa:fa-x") and of Mermaid's own repairs to what it takes for styles; what ends
#: the name of a host; what begins a list.
_MARKUP = re.compile(
    r"[\"#<>&`*_~\[\]{}|\\%$^@=;]|:(?! )|\.(?<=\bwww\.)|^[-+]|(?<=^\d)[.)]|(?<=^\d\d)[.)]",
    re.IGNORECASE,
)

#: What Mermaid reads even out of entities: a line break, maths, an icon, its marks for entities. An
#: invisible character (a word joiner) in the middle keeps it text.
_READ_LATE = re.compile(r"(?<=\\)(?=n)|(?<=\$)(?=\$)|(?<=:)(?=fa-)|(?<=ﬂ)(?=°)|(?<=¶)(?=ß)")
_JOINER = "\u2060"

#: What stands in a box beside the claim.
_SHOWN = ("Scheme", "Credence", "Verdict", "Reader's note", "Left out below")

_BOXES = {
    "recommendation": ('[["', '"]]'),
    "condition": ('{{"', '"}}'),
    "support": ('("', '")'),
    "co-premise": ('("', '")'),
    "undercut": ('>"', '"]'),
}

#: Lines without their words, which come between the first and the last part of one: "-- x -->".
_LINES = {
    "condition": "--o",
    "support": "-->",
    "co-premise": "-->",
    "objection": "==>",
    "undercut": "-.-x",
    "answers": "-.->",
    "agrees": "o-.-o",
    "clashes": "x-.-x",
}

#: The same up to a step's own node.
_BARE = {"objection": "===", "undercut": "-.-"}

_STYLES = {
    "recommendation": "stroke-width:3px",
    "objection": "stroke-width:3px",
    "undercut": "stroke-width:2px,stroke-dasharray:6 4",
    "background": "stroke-dasharray:2 3",
}

#: What stands in the boxes and on the lines.
_HELD = READER | {
    *("title", "date", "summary", "outcome", "question", "citation", "speaker", "short name"),
    *("scheme", "weight", "credence", "agreeing pair", "clashing pair", "cut-off claim"),
}


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as a flowchart; what passes Mermaid's limits is told at the end."""
    chosen = part(debate, options)
    debate = chosen.debate
    tell(chosen, options, _HELD)
    size = 0
    lines = _Edges(debate)
    for chunk in _pieces(chosen, options, lines):
        size += len(chunk)
        yield chunk
    if size > MAX_TEXT:
        how = f"too many for Mermaid; {_more('maxTextSize', size)}"
        options.lose("character", how, size - MAX_TEXT)
    if lines.count > MAX_EDGES:
        how = f"too many for Mermaid; {_more('maxEdges', lines.count)}"
        options.lose("edge", how, lines.count - MAX_EDGES)


def _more(setting: str, wanted: int) -> str:
    """What to do where a limit is passed."""
    return f"set {setting} to {wanted:,} where it is drawn, or write less: --side, --depth"


def _pieces(chosen: Part, options: Options, lines: _Edges) -> Iterator[str]:
    debate = chosen.debate
    yield f"---\ntitle: {_yaml(debate.title)}\n---\n"
    fits = options.style != "right" and len(debate.claims) <= _MOST_DOWN
    yield f"flowchart {'BT' if fits or options.style == 'down' else 'RL'}\n"
    yield from _about(debate)
    for position in [*range(len(debate.positions)), -1]:
        yield from _side(chosen, position, options.numbers)
    if debate.outcome:
        where = "; ".join(cited(debate, citation) for citation in debate.outcome.cite)
        text = f"{debate.outcome.text} ({where})" if where else debate.outcome.text
        yield f"  outcome{_box(['Outcome', text])}:::beside\n"
    for number, lost in enumerate(chosen.notes.lost):
        said = [LOST_ONE, about(lost)]
        yield f"  gone{number}{_box([*said, lost.annotation.note])}:::beside\n"
    yield from lines.write()
    yield from _looks()


def _about(debate: Debate) -> Iterator[str]:
    about = [debate.date or "", *many_lines(debate.summary or "").split("\n")]
    if any(about):
        yield f"  about{_box(about)}:::beside\n"
    for number, asked in enumerate(debate.questions.values()):
        box = _box(["Question", asked.ask, " / ".join(asked.options.values())])
        yield f"  {question(number)}{box}:::question\n"


def _side(chosen: Part, position: int, numbers: str) -> Iterator[str]:
    debate = chosen.debate
    if position < 0 and not debate.background:
        return
    side = debate.positions[position] if position >= 0 else None
    name = f"side{position}" if side else "background"
    title = side.title if side else "Background"  # there is room for one line
    yield f"  subgraph {name}{_box([title])}\n"
    for card in cards(chosen, position, numbers):
        claim = debate.claims[card.row]
        kind = claim.role.value
        if claim.target < 0:
            box = _box(_lines(card), *_BOXES.get(kind, ('["', '"]')))
            yield f"    {node(card.row)}{box}:::{kind}\n"
        if is_joint(debate, card.row):
            yield f'    {joint(card.row)}((" ")):::{kind}-step\n'
    yield f"  end\n  class {name} side\n"


def _lines(card: Card) -> list[str]:
    where = "; ".join(place.name for place in card.places)
    shown = [f"{title}: {text}" for title, text in card.remarks if title in _SHOWN]
    return [card.heading, card.text, *([f"({where})"] if where else []), *shown]


class _Edges:
    """The edges, counted, and which of those that Mermaid draws are of which kind."""

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._kinds: dict[str, list[str]] = {}
        self.count = 0

    def write(self) -> Iterator[str]:
        """A line an edge, then their colours."""
        for _, edges in steps(self._debate):
            yield from map(self._line, edges)
        yield from map(self._line, further(self._debate))
        for kind, numbers in self._kinds.items():
            yield f"  linkStyle {','.join(numbers)} stroke:{INKS[kind]},color:{INKS[kind]}\n"

    def _line(self, edge: Edge) -> str:
        if self.count < MAX_EDGES:
            self._kinds.setdefault(edge.kind, []).append(str(self.count))
        self.count += 1
        if edge.part == "in":
            return f"  {edge.source} {_BARE.get(edge.kind, '---')} {edge.target}\n"
        words = _text(on_edge(self._debate, edge))
        said = f'|"{words}"|' if words else ""
        return f"  {edge.source} {_LINES[edge.kind]}{said} {edge.target}\n"


def _looks() -> Iterator[str]:
    yield "  classDef side fill:#fbfbfa,stroke:#c4c7cc,color:#22272f\n"
    yield "  classDef beside fill:#f1f5f1,stroke:#97a1af,color:#22272f\n"
    for kind, ground in GROUNDS.items():
        more = f",{_STYLES[kind]}" if kind in _STYLES else ""
        yield f"  classDef {kind} fill:{ground},stroke:{INKS[kind]},color:#22272f{more}\n"
        yield f"  classDef {kind}-step fill:{INKS[kind]},stroke:{INKS[kind]}\n"


# ---------------------------------------------------------------------- text


def _box(lines: list[str], begin: str = '["', end: str = '"]') -> str:
    return begin + "<br/>".join(filter(None, map(_text, lines))) + end if any(lines) else '[" "]'


def _text(text: str) -> str:
    """One line of text between quotes, nothing in it anything else to Mermaid or to Markdown."""
    apart = _READ_LATE.sub(_JOINER, one_line(text))
    return _MARKUP.sub(lambda match: f"#{ord(match[0])};", apart)


def _yaml(text: str) -> str:
    """A quoted scalar on one line, in ASCII."""
    return json.dumps(one_line(text))


WRITER = Writer("mermaid", "Mermaid flowchart", ".mmd", write, ("fitting", "down", "right"))
