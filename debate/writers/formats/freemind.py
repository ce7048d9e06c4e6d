"""FreeMind's .mm, which Freeplane, MindMup, XMind and others read too.

Roles are shown by colour, icon and the sign before the text, and kept with all else in attributes,
of which :mod:`debate.readers.formats.freemind` makes the same debate again.

Lost, and told: a reader's marks, notes on claims that are gone, judgements. A reader's notes and
verdicts are there for people, and do not come back.
"""

from __future__ import annotations

from collections.abc import Iterator

from debate.model import Debate, Role
from debate.model.text import many_lines
from debate.writers import Options, Writer
from debate.writers.nodes import Node, below, nodes, sign, tell_unheld
from debate.writers.part import Part, part
from debate.writers.xml_text import attributes, content

#: Of each role the colour of its text, the same blue and orange as everywhere, and an icon.
_LOOKS: dict[str, tuple[str, str]] = {
    Role.RECOMMENDATION: ("#000000", "flag"),
    Role.CONDITION: ("#6a3d9a", "help"),
    Role.SUPPORT: ("#0b5fa5", "button_ok"),
    Role.OBJECTION: ("#a84300", "button_cancel"),
    Role.CO_PREMISE: ("#0b5fa5", "attach"),
    Role.UNDERCUT: ("#8a5a00", "stop"),
}


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as a mind map, its title in the middle."""
    chosen = part(debate, options)
    tell_unheld(chosen, options)
    yield '<map version="1.0.1">\n'
    yield f"<node{attributes({'TEXT': chosen.debate.title or 'A debate'})}>\n"
    depth = -1
    for node in nodes(chosen):
        while depth >= node.depth:
            yield "</node>\n"
            depth -= 1
        depth = node.depth
        yield from _node(chosen, node)
    yield "</node>\n" * (depth + 2)
    yield "</map>\n"


def _node(chosen: Part, node: Node) -> Iterator[str]:
    """A node, left open for its children."""
    text = sign(node.kind) + node.text if node.row >= 0 else node.text
    fields = {"TEXT": text}
    colour, icon = _LOOKS.get(node.kind, ("", ""))
    if colour:
        fields["COLOR"] = colour
    if node.url:
        fields["LINK"] = node.url
    if node.depth > 2:
        fields["FOLDED"] = "true"  # a map of a hundred open nodes is no help
    yield f"<node{attributes(fields)}>\n"
    if icon:
        yield f'<icon BUILTIN="{icon}"/>\n'
    for key, value in node.own.items():
        yield f"<attribute{attributes({'NAME': f'debate:{key}', 'VALUE': value})}/>\n"
    if told := below(chosen, node):
        lines = "".join(
            f"<p>{content(line)}</p>" for line in many_lines("\n".join(told)).split("\n")
        )
        yield f'<richcontent TYPE="NOTE"><html><head/><body>{lines}</body></html></richcontent>\n'


WRITER = Writer("freemind", "FreeMind mind map", ".mm", write)
