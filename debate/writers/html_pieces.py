"""Small pieces of the HTML page; what comes from the debate is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from html import escape

from debate.model import Role
from debate.model.annotations import Annotation, Lost
from debate.model.schemes import Scheme
from debate.writers.inert import paragraphs, text
from debate.writers.outline import LOST, MARK, MEANINGS, about


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


# ---------------------------------------------------------------------- larger ones


def key(used: Set[Role]) -> Iterator[str]:
    """What the roles mean, of those that occur."""
    yield "<details class=key><summary>How to read the outlines</summary>\n<dl>\n"
    for kind, meaning in MEANINGS.items():
        if kind in used:
            yield f"<div><dt>{badge(kind, kind)}</dt><dd>{meaning}</dd></div>\n"
    yield "</dl></details>\n"


def lost(notes: Iterable[Lost]) -> Iterator[str]:
    """Notes whose claims are gone."""
    items = []
    for gone in notes:
        said = f"<p class=meta dir=auto>{text(about(gone))}{mark(gone.annotation)}</p>"
        items.append(f"<li><div class=claim>{said}{''.join(own(gone.annotation))}</div></li>\n")
    if items:
        yield f"<section id=lost aria-labelledby=h-lost>\n<h2 id=h-lost>{LOST}</h2>\n<ul>\n"
        yield from items
        yield "</ul></section>\n"


def schemes(found: Mapping[str, Scheme]) -> Iterator[str]:
    """The critical questions of the kinds of argument that occur on the page."""
    if not found:
        return
    yield "<section id=schemes aria-labelledby=h-schemes>\n"
    yield "<h2 id=h-schemes>How to test each kind of argument</h2>\n<div class=schemes>\n"
    for name, scheme in sorted(found.items()):
        items = "".join(f"<li>{text(question)}</li>" for question in scheme.questions)
        title = text(name[:1].upper() + name[1:])
        yield f"<section id={slug(scheme)}><h3>{title}</h3><ul>{items}</ul></section>\n"
    yield "</div></section>\n"
