"""Small pieces of the HTML page; what comes from the debate is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from debate.model import Role
from debate.model.annotations import Annotation
from debate.model.schemes import Scheme
from debate.writers.inert import paragraphs, text
from debate.writers.outline import MARK


def header_row(first: str, names: Iterable[str]) -> str:
    """The head of a table, and the begin of its body."""
    cells = "".join(f"<th scope=col role=columnheader dir=auto>{name}</th>" for name in names)
    return (
        f"<thead role=rowgroup><tr role=row><th scope=col role=columnheader>{first}</th>{cells}"
        "</tr></thead>\n<tbody role=rowgroup>\n"
    )


def badge(kind: Role, words: str) -> str:
    """What a claim is: its sign and words."""
    glyph = f"<span aria-hidden=true>{escape(kind.glyph)}</span>"
    return f"<span class=badge>{glyph} {text(words[:1].upper() + words[1:])}</span> "


def mark(own: Annotation) -> str:
    """The sign of a claim that a reader marked, with its word for those who hear the page."""
    return f" <span class=mark role=img aria-label=marked>{MARK}</span>" if own.marked else ""


def own(own: Annotation) -> list[str]:
    """What a reader wrote beside a claim."""
    if not own.note:
        return []
    return [f"<div class='note own'><b>Reader's note</b> {paragraphs(own.note)}</div>"]


def slug(scheme: Scheme) -> str:
    """Where a scheme stands on the page."""
    return "scheme-" + scheme.name.replace(" ", "-")
