"""OPML 2.0, for outliners: roles and all else that a debate has in attributes of their own.

Whoever reads the outline alone sees the claims with the signs of their roles. What is kept in
attributes comes back with :mod:`debate.readers.formats.opml`; only notes of a reader's own and
verdicts do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from debate.model import Debate
from debate.writers import Options, Writer
from debate.writers.nodes import Node, beside, nodes, sign
from debate.writers.part import Part, part
from debate.writers.xml_text import attributes, content

#: The namespace of our own attributes, as the specification asks of what is not in it.
NAMESPACE = "urn:x-debate:outline:1"


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as an outline."""
    chosen = part(debate, options)
    if options.numbers != "decimal" and options.numbers != "none":
        options.lose("numbering style", "outliners number by themselves")
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<opml version="2.0" xmlns:debate="{NAMESPACE}">\n'
    yield f"<head>\n<title>{content(chosen.debate.title)}</title>\n</head>\n<body>\n"
    depth = -1
    for node in nodes(chosen):
        while depth >= node.depth:
            yield f"{'  ' * depth}</outline>\n"
            depth -= 1
        depth = node.depth
        yield f"{'  ' * depth}<outline{attributes(_fields(chosen, node, options))}>\n"
    for level in range(depth, -1, -1):
        yield f"{'  ' * level}</outline>\n"
    yield "</body>\n</opml>\n"


def _fields(chosen: Part, node: Node, options: Options) -> dict[str, str]:
    """A node's attributes; ``_note`` is what outliners call the text below an item."""
    text, below = node.text, [node.note] if node.note else []
    if node.row >= 0:
        text = sign(node.kind) + text
        below += _told(chosen, node.row, options)
    fields = {"text": text}
    if below:
        fields["_note"] = "\n".join(below)
    if node.url:
        fields |= {"type": "link", "url": node.url}
    own = {"kind": node.kind, **({"note": node.note} if node.note else {}), **node.fields}
    return fields | {f"debate:{key}": value for key, value in own.items()}


def _told(chosen: Part, row: int, options: Options) -> list[str]:
    """Lines for people under a claim."""
    lines = [*beside(chosen.debate, row)]
    if verdict := chosen.verdict(row):
        lines.append(f"Verdict: {verdict}")
    own = chosen.notes.of(row)
    if own.note:
        lines.append(f"Reader's note: {own.note}")
    elif own.marked:
        options.lose("mark", "outlines have no marks")
    if row in chosen.cut:
        lines.append(f"{chosen.cut[row]} claims left out below")
    return lines


WRITER = Writer("opml", "OPML, for outliners", ".opml", write)
