"""OPML 2.0, for outliners: roles and all else that a debate has in attributes of their own.

Whoever reads the outline alone sees the claims with the signs of their roles. What is kept in
attributes comes back with :mod:`debate.readers.formats.opml`.

Lost, and told: a reader's marks, notes on claims that are gone, judgements. A reader's notes and
verdicts are there for people, and do not come back.
"""

from __future__ import annotations

from collections.abc import Iterator

from debate.model import Debate
from debate.writers import Options, Writer
from debate.writers.nodes import Node, below, nodes, sign, tell_unheld
from debate.writers.part import Part, part
from debate.writers.xml_text import attributes, content

#: The namespace of our own attributes, as the specification asks of what is not in it.
NAMESPACE = "urn:x-debate:outline:1"


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as an outline."""
    chosen = part(debate, options)
    tell_unheld(chosen, options)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<opml version="2.0" xmlns:debate="{NAMESPACE}">\n'
    yield f"<head>\n<title>{content(chosen.debate.title)}</title>\n</head>\n<body>\n"
    depth = -1
    for node in nodes(chosen):
        while depth >= node.depth:
            yield f"{'  ' * depth}</outline>\n"
            depth -= 1
        depth = node.depth
        yield f"{'  ' * depth}<outline{attributes(_fields(chosen, node))}>\n"
    for level in range(depth, -1, -1):
        yield f"{'  ' * level}</outline>\n"
    yield "</body>\n</opml>\n"


def _fields(chosen: Part, node: Node) -> dict[str, str]:
    """A node's attributes; ``_note`` is what outliners call the text below an item."""
    fields = {"text": sign(node.kind) + node.text if node.row >= 0 else node.text}
    if told := below(chosen, node):
        fields["_note"] = "\n".join(told)
    if node.url:
        fields |= {"type": "link", "url": node.url}
    return fields | {f"debate:{key}": value for key, value in node.own.items()}


WRITER = Writer("opml", "OPML outline", ".opml", write)
