"""GraphML: the debate as typed data on nodes and edges, for Gephi, yEd, networkx and igraph.

Nodes have a ``kind``: claim, step, question, side, source or outcome. Edges have one too: the role
of a step, or how a claim is placed ("answers", "argued by", "cites", "agrees", "clashes"). An edge
runs from the reason to what it bears on; a step that is undercut or shared is a node on its edge.

Lost, and told: extra fields, and the judgements themselves, of which the verdicts are there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from debate.model import Citation, Debate
from debate.model.text import many_lines
from debate.writers import Options, Writer
from debate.writers.cards import Card, cards, places
from debate.writers.graph import VERBS, Edge, further, joint, node, question, steps
from debate.writers.outline import about
from debate.writers.part import Part, part
from debate.writers.relations import is_joint
from debate.writers.unheld import CLAIMS, READER, SIDES, WHOLE, tell
from debate.writers.xml_text import content

#: What can be known of each thing, and its type.
_KEYS = {
    "graph": {"title": "string", "date": "string", "summary": "string", "lost_notes": "string"},
    "node": {
        **dict.fromkeys(("kind", "label", "text", "name", "number", "position"), "string"),
        **dict.fromkeys(("role", "question", "option", "options", "standard"), "string"),
        **dict.fromkeys(("scheme", "tags", "ask", "note", "citations", "addresses"), "string"),
        **dict.fromkeys(("speaker", "short", "author", "publisher", "date", "url"), "string"),
        **dict.fromkeys(("verdict", "reader_note"), "string"),
        **dict.fromkeys(("depth", "cut_off_below"), "int"),
        **dict.fromkeys(("credence", "strength"), "double"),
        "marked": "boolean",
    },
    "edge": {
        **dict.fromkeys(("kind", "label", "option", "name", "scheme", "note"), "string"),
        **dict.fromkeys(("paragraph", "page", "at", "words"), "string"),
        "weight": "double",
        "used_again": "boolean",
    },
}

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""

Data = Mapping[str, object]

#: What nodes, edges and the graph have data for.
_HELD = WHOLE | SIDES | CLAIMS | READER | {"unfit link", "cut-off claim"}


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as one directed graph."""
    chosen = part(debate, options)
    tell(chosen, options, _HELD)
    yield _HEAD
    for whose, keys in _KEYS.items():
        for name, kind in keys.items():
            yield f'<key id="{whose[0]}_{name}" for="{whose}"'
            yield f' attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="debate" edgedefault="directed">\n'
    yield _data("g", _whole(chosen))
    yield from _nodes(chosen, options.numbers)
    yield from _edges(chosen.debate)
    yield "</graph>\n</graphml>\n"


def _whole(chosen: Part) -> Data:
    debate = chosen.debate
    lost = "\n".join(f"{about(lost)}: {lost.annotation.note}" for lost in chosen.notes.lost)
    return {
        "title": debate.title,
        "date": debate.date,
        "summary": debate.summary,
        "lost_notes": lost or None,
    }


# ---------------------------------------------------------------------- nodes


def _nodes(chosen: Part, numbers: str) -> Iterator[str]:
    debate = chosen.debate
    for at, (name, asked) in enumerate(debate.questions.items()):
        options = "; ".join(f"{id}: {label}" for id, label in asked.options.items())
        said = {"label": asked.ask, "text": asked.ask, "name": name, "options": options}
        yield _node(question(at), {"kind": "question", **said, "standard": asked.standard})
    for at, side in enumerate(debate.positions):
        said = {"label": side.title, "name": side.name, "speaker": side.speaker or ""}
        more = {"short": side.short, "role": side.role, "note": side.note}
        yield _node(f"side{at}", {"kind": "side", **said, **more})
    for at, (name, source) in enumerate(debate.sources.items()):
        said = {"label": source.title, "text": source.title, "name": name}
        keys = ("author", "publisher", "date", "url")
        more = {key: getattr(source, key) for key in keys}
        yield _node(f"source{at}", {"kind": "source", **said, **more})
    if debate.outcome:
        text = debate.outcome.text
        said = {"kind": "outcome", "label": "Outcome", "text": text}
        where = "; ".join(place.said for place in places(debate, debate.outcome.cite))
        yield _node("outcome", {**said, "citations": where or None})
    for position in [*range(len(debate.positions)), -1]:
        for card in cards(chosen, position, numbers):
            if debate.claims[card.row].target < 0:
                yield _node(node(card.row), _claim(chosen, card))
            if is_joint(debate, card.row):
                role = debate.claims[card.row].role.value
                yield _node(joint(card.row), {"kind": "step", "label": VERBS[role], "role": role})


def _claim(chosen: Part, card: Card) -> Data:
    debate, row = chosen.debate, card.row
    claim, own = debate.claims[row], chosen.notes.of(row)
    return {
        "kind": "claim",
        "label": f"{card.whose}: {card.text}",
        "text": card.text,
        "name": card.name,
        "number": card.number,
        "position": debate.position_name(row),
        "role": claim.role.value,
        "depth": claim.depth,
        "question": claim.question,
        "option": claim.option,
        "scheme": claim.scheme,
        "credence": claim.credence,
        "tags": ", ".join(claim.tags) or None,
        "ask": claim.ask,
        "note": claim.note,
        "citations": "; ".join(place.said for place in card.places) or None,
        "addresses": " ".join(place.address for place in card.places if place.address) or None,
        "verdict": chosen.verdict(row),
        "strength": chosen.strength(row),
        "marked": own.marked or None,
        "reader_note": own.note or None,
        "cut_off_below": chosen.cut.get(row),
    }


# ---------------------------------------------------------------------- edges


def _edges(debate: Debate) -> Iterator[str]:
    sources = {name: f"source{at}" for at, name in enumerate(debate.sources)}
    for _, edges in steps(debate):
        yield from (_edge(edge.source, edge.target, _step(debate, edge)) for edge in edges)
    for edge in further(debate):
        option = debate.claims[edge.row].option if edge.row >= 0 else None
        said = {"kind": edge.kind, "label": VERBS[edge.kind], "option": option}
        yield _edge(edge.source, edge.target, said)
    for row, claim in enumerate(debate.claims):
        if claim.parent < 0 and claim.position >= 0:
            said = {"kind": "argued by", "label": "argued by"}
            yield _edge(node(debate.meant(row)), f"side{claim.position}", said)
        for citation in claim.cite:
            if citation.source in sources:
                yield _edge(node(row), sources[citation.source], _cites(citation))
    for citation in debate.outcome.cite if debate.outcome else ():
        if citation.source in sources:
            yield _edge("outcome", sources[citation.source], _cites(citation))


def _step(debate: Debate, edge: Edge) -> Data:
    claim = debate.claims[edge.row]
    again = claim.target >= 0 and edge.part != "out"
    return {
        "kind": "premise" if edge.part == "in" else edge.kind,
        "label": edge.verb,
        "weight": None if edge.part == "in" else claim.weight,
        "scheme": None if edge.part == "in" else claim.scheme,
        "used_again": again or None,
        "name": debate.name(edge.row) if again else None,
        "note": claim.note if again else None,
    }


def _cites(citation: Citation) -> Data:
    return {
        "kind": "cites",
        "label": "cites",
        "paragraph": ", ".join(map(str, citation.paragraph)) or None,
        "page": citation.page,
        "at": citation.at,
        "words": citation.words,
    }


# ---------------------------------------------------------------------- XML


def _node(id: str, data: Data) -> str:
    return f'<node id="{id}">{_data("n", data)}</node>\n'


def _edge(source: str, target: str, data: Data) -> str:
    return f'<edge source="{source}" target="{target}">{_data("e", data)}</edge>\n'


def _data(whose: str, data: Data) -> str:
    """What is known, as elements; GraphML says what is not by leaving it out."""
    return "".join(
        f'<data key="{whose}_{name}">{_value(value)}</data>'
        for name, value in data.items()
        if value is not None
    )


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value)
    return content(many_lines(str(value)))


WRITER = Writer("graphml", "GraphML graph", ".graphml", write)
