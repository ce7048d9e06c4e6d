"""DOT, for Graphviz: a box a claim, a cluster a side, arrows from reasons to what they bear on.

Roles differ by the form of the box, the line and the arrow's head, not by colour alone. Labels are
Graphviz's HTML-like ones, since only these can set a heading off; text in them is escaped twice,
once for XML and once for the escapes that Graphviz knows in every label.

Lost, and told: extra fields, and addresses that no browser may be sent to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from debate.model import Debate, Source
from debate.model.fragment import reference, web_address
from debate.writers import Options, Writer
from debate.writers.cards import Card, cards, places
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
from debate.writers.marked import address as _address  # Graphviz escapes none in its SVG
from debate.writers.outline import LOST_ONE, about
from debate.writers.part import Part, part
from debate.writers.relations import is_joint
from debate.writers.unheld import CLAIMS, READER, SIDES, WHOLE, tell
from debate.writers.widths import wrap
from debate.writers.xml_text import plain

#: More claims than this are a wide picture from the top down, and are drawn from left to right.
_MOST_DOWN = 40

#: A line of a label is no wider than this in ems, so that boxes are alike; tooltips have all.
_EMS, _MOST_LINES = 19.0, 14

#: Bytes of a quoted string that Graphviz reads.
_LONGEST = 16_000

#: What stands in a box beside the claim itself; the rest is in its tooltip.
_SHOWN = ("Scheme", "Credence", "Verdict", "Reader's note", "Left out below")

_BOXES = {
    "recommendation": 'style="filled,bold" penwidth=2.5',
    "condition": "peripheries=2",
    "support": 'style="filled,rounded"',
    "co-premise": 'style="filled,rounded"',
    "objection": "penwidth=2.5",
    "undercut": 'style="filled,dashed" penwidth=1.8',
    "background": 'style="filled,dotted"',
}

_LINES = {
    "condition": "style=bold arrowhead=odiamond",
    "support": "arrowhead=normal",
    "co-premise": "arrowhead=normal",
    "objection": "penwidth=2.5 arrowhead=tee",
    "undercut": "style=dashed arrowhead=tee",
    "answers": "style=dotted arrowhead=vee",
    "agrees": "style=dotted dir=both arrowhead=odot arrowtail=odot weight=0",
    "clashes": "style=dashed dir=both arrowhead=tee arrowtail=tee weight=0",
}

#: What the picture shows, or its tooltips.
_HELD = WHOLE | SIDES | CLAIMS | READER | {"cut-off claim"}


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as one directed graph, drawn with the claims that reasons bear on above them."""
    chosen = part(debate, options)
    debate = chosen.debate
    tell(chosen, options, _HELD)
    fits = options.style != "right" and len(debate.claims) <= _MOST_DOWN
    down = fits or options.style == "down"
    yield from _head(debate, down)
    yield from _questions(debate)
    for position in [*range(len(debate.positions)), -1]:
        yield from _cluster(chosen, position, options, down)
    yield from _beside(chosen)
    for _, edges in steps(debate):
        yield from (_edge(debate, edge) for edge in edges)
    yield from (_edge(debate, edge) for edge in further(debate))
    yield "}\n"


def _head(debate: Debate, down: bool) -> Iterator[str]:
    title = _label([("b", [debate.title or "Debate"]), ("", [debate.date or ""])], 60)
    yield "// Graphviz draws this: dot -Tsvg FILE -o FILE.svg\ndigraph debate {\n"
    # Without newrank, or with edges that are no constraint, Graphviz 2.43 fails on some clusters.
    yield f"  graph [newrank=true rankdir={'BT' if down else 'RL'} label={title}"
    yield f" labelloc=t labeljust=l tooltip={_quoted(debate.summary or debate.title)}"
    yield " fontsize=16 ranksep=0.5"
    yield ' nodesep=0.25 pad=0.3 compound=true fontname="Helvetica" charset="UTF-8"];\n'
    yield '  node [shape=box style=filled fillcolor="#ffffff" fontname="Helvetica" fontsize=11'
    yield ' margin="0.13,0.09"];\n'
    yield '  edge [fontname="Helvetica" fontsize=9];\n'


def _questions(debate: Debate) -> Iterator[str]:
    for number, asked in enumerate(debate.questions.values()):
        options = " / ".join(asked.options.values())
        label = _label([("b", ["Question"]), ("", [asked.ask]), ("small", [options])])
        about = f"{asked.ask}\n{options}\nStandard of proof: {asked.standard}"
        yield f"  {question(number)} [shape=hexagon label={label} tooltip={_quoted(about)}];\n"


def _cluster(chosen: Part, position: int, options: Options, down: bool) -> Iterator[str]:
    """A side in its frame: its claims, without those that only stand elsewhere once more."""
    debate = chosen.debate
    if position < 0 and not debate.background:
        return
    side = debate.positions[position] if position >= 0 else None
    name = side.title if side else "Background"
    about = "\n".join(filter(None, [name, side.role, side.note])) if side else name
    label = _label([("b", [name]), ("small", [(side.role if side else "") or ""])], 40)
    yield f"  subgraph cluster_{position if side else 'background'} {{\n"
    yield f'    graph [label={label} tooltip={_quoted(about)} color="#c4c7cc" style=rounded'
    corner = "labelloc=b labeljust=l" if down else "labelloc=t labeljust=r"  # of the turned graph
    yield f" fontsize=13 margin=14 {corner}];\n"
    empty = True
    for card in cards(chosen, position, options.numbers):
        if debate.claims[card.row].target < 0:
            empty = False
            yield f"    {_box(debate, card, options)}"
        if is_joint(debate, card.row):
            kind = debate.claims[card.row].role.value
            yield f'    {joint(card.row)} [shape=circle label="" width=0.12 color="{INKS[kind]}"'
            yield f' fillcolor="{INKS[kind]}" tooltip="a step that is shared or attacked"];\n'
    if empty:  # a cluster without a node is not drawn
        yield f'    side{position} [shape=plain style="" label="says nothing here"];\n'
    yield "  }\n"


def _box(debate: Debate, card: Card, options: Options) -> str:
    kind = debate.claims[card.row].role.value
    shown = [f"{title}: {text}" for title, text in card.remarks if title in _SHOWN]
    cites = [place.said for place in card.places]
    label = _label(
        [("head", [card.heading]), ("", [card.text]), ("small", cites + shown)], kind=kind
    )
    lines = [card.heading, card.text, *cites, *(f"{a}: {b}" for a, b in card.remarks)]
    address = next((place.address for place in card.places if place.address), None)
    url = f" URL={_quoted(_address(address))}" if address else ""
    tip = _quoted("\n".join(lines))
    options.lose("tooltip", "cut off where Graphviz would not read on", tip.endswith('…"'))
    return (
        f'{node(card.row)} [{_BOXES.get(kind, "")} color="{INKS[kind]}" '
        f'fillcolor="{GROUNDS[kind]}" label={label} tooltip={tip}{url}'
        f" comment={_quoted(card.name)}];\n"
    )


def _beside(chosen: Part) -> Iterator[str]:
    """How it ended, the sources, and notes on claims that are gone: boxes without lines."""
    debate = chosen.debate
    if debate.outcome:
        text = debate.outcome.text
        where = [place.said for place in places(debate, debate.outcome.cite)]
        label = _label([("b", ["Outcome"]), ("", [text]), ("small", where)])
        tip = _quoted("\n".join([text, *where]))
        yield f'  outcome [style=filled fillcolor="#f1f5f1" label={label} tooltip={tip}];\n'
    if debate.sources:
        yield '  sources [shape=note color="#97a1af" label=<<table border="0" cellspacing="0">\n'
        yield '    <tr><td align="left"><b>Sources</b></td></tr>\n'
        yield from map(_reference, debate.sources.values())
        yield "    </table>>];\n"
    for number, lost in enumerate(chosen.notes.lost):
        said = [about(lost), lost.annotation.note]
        label = _label([("b", [LOST_ONE]), ("small", said)])
        yield f"  note{number} [shape=note label={label}];\n"


def _reference(source: Source) -> str:
    address = web_address(source.url)
    href = ""
    if address:  # decoded once as XML, it still has to be fit to stand in XML: Graphviz's SVG
        there = _xml(escape(_address(address)))
        href = f' href="{there}" title="{there}"'
    lines = [_xml(line) for line in wrap(plain(reference(source)), 30, 0.82, _MOST_LINES)]
    said = '<br align="left"/>'.join([*lines, ""])
    return f'    <tr><td align="left"{href}><font point-size="9">{said}</font></td></tr>\n'


def _edge(debate: Debate, edge: Edge) -> str:
    said = on_edge(debate, edge)
    note = debate.claims[edge.row].note if edge.row >= 0 else None
    again = note if note and debate.claims[edge.row].target >= 0 else None
    tip = "\n".join(filter(None, [said, again]))
    ink = INKS[edge.kind]
    style = "arrowhead=none" if edge.part == "in" else ""
    if edge.again:
        style += " weight=0"
    return (
        f"  {edge.source} -> {edge.target} [{_LINES[edge.kind]} {style}"
        f' color="{ink}" fontcolor="{ink}" label={_quoted(said)} tooltip={_quoted(tip)}];\n'
    )


# ---------------------------------------------------------------------- text


def _label(parts: Iterable[tuple[str, Iterable[str]]], ems: float = _EMS, kind: str = "") -> str:
    """An HTML-like label of wrapped lines, set to the left; a part is a look with its texts."""
    rows: list[str] = []
    for look, texts in parts:
        size = 0.82 if look in ("small", "head") else 1.0
        for text in texts:
            for line in wrap(plain(text), ems, size, _MOST_LINES):
                said = _xml(line)
                if look in ("b", "head"):
                    said = f"<b>{said}</b>"
                if look == "head":
                    said = f'<font point-size="9" color="{INKS.get(kind, "#22272f")}">{said}</font>'
                elif look == "small":
                    said = f'<font point-size="9" color="#4c535d">{said}</font>'
                rows.append(f'{said}<br align="left"/>')
    return f"<{''.join(rows) or ' '}>"


def _xml(text: str) -> str:
    r"""Text in an HTML-like label: entities, and backslashes kept from being escapes like \N."""
    return escape(text).replace("\\", "\\\\")


def _quoted(text: str) -> str:
    """A quoted string: lines end with an escape, and no entity is decoded."""
    lines = "\n".join(map(plain, text.split("\n")))
    while len((quoted := _escaped(lines)).encode("utf-8", "replace")) > _LONGEST:
        lines = lines.removesuffix("…")[: len(lines) * 3 // 4] + "…"
    return f'"{quoted}"'


def _escaped(lines: str) -> str:
    lines = lines.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return lines.replace("\n", "\\n")


WRITER = Writer("dot", "Graphviz DOT", ".dot", write, ("fitting", "down", "right"))
