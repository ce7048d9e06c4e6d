"""A debate as data for the templates that typeset it: lists and mappings of what is to be said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from debate.model import Citation
from debate.model.schemes import Scheme, lookup
from debate.writers.judged import TITLE
from debate.writers.outline import LOST, MEANINGS, about
from debate.writers.paper import Paper, Piece, lines, runs_left
from debate.writers.xml_text import plain

#: Claims down to this level, if anything hangs on them, are headings and so bookmarks: PDF has six
#: levels of headings, of which the first is that of the sections.
_HEADINGS = 5


def sheets(paper: Paper) -> dict[str, Any]:
    """Everything that any of the templates needs."""
    debate = paper.debate
    used = {claim.role for claim in debate.claims}
    return {
        "title": plain(debate.title) or "Debate",
        "heading": _shown(plain(debate.title) or "Debate"),
        "date": _shown(plain(debate.date or "")),
        "summary": [_text(line) for line in lines(debate.summary)],
        "judged_title": TITLE,
        "judged": _shown(paper.preface()),
        "judgements": [[how, _text(claim)] for how, claim in paper.judgements()],
        "questions": list(_questions(paper)),
        "sides": [_shown(plain(side.label)) for side in debate.positions],
        "sections": list(_sections(paper)),
        "pairs": list(_pairs(paper)),
        "outcome": _outcome(paper),
        "lost_title": LOST,
        "lost": [
            {
                "said": _text(plain(about(lost))),
                "marked": lost.annotation.marked,
                "own": _lines(lost.annotation.note),
            }
            for lost in paper.part.notes.lost
        ],
        "sources": [_pieces(paper.reference(source)) for source in debate.sources.values()],
        "roles": [
            [kind, kind.capitalize(), said] for kind, said in MEANINGS.items() if kind in used
        ],
        "schemes": list(_schemes(paper)),
    }


def _questions(paper: Paper) -> Iterator[Any]:
    for asked in paper.questions():
        answers = [
            answer._replace(
                text=_link(answer.text), conditions=list(map(_shown, answer.conditions))
            )._asdict()
            for answer in asked.answers
        ]
        options = list(map(_shown, asked.options))
        yield asked._replace(text=_shown(asked.text), options=options)._asdict() | {
            "answers": answers
        }


def _sections(paper: Paper) -> Iterator[dict[str, Any]]:
    targets = paper.linked()
    for position, title in paper.sections():
        side = paper.debate.positions[position] if position >= 0 else None
        rows = paper.numbered(paper.debate.side(position))
        yield {
            "title": _text(title)["text"],
            "label": _shown(plain(side.label) if side else title),
            "role": _shown(plain(side.role or "")) if side else "",
            "note": _lines(side.note if side else None),
            "claims": [_claim(paper, row, number, targets) for row, number in rows],
        }


def _claim(paper: Paper, row: int, number: str, targets: set[int]) -> dict[str, Any]:
    debate = paper.debate
    claim, own = debate.claims[row], paper.part.notes.of(row)
    parent = claim.parent
    is_heading = claim.depth < _HEADINGS and (not claim.depth or claim.end > row + 1)
    return {
        "row": row if row in targets else -1,
        "number": number,
        "kind": claim.role,
        "role": _shown(paper.role(row)) if claim.position >= 0 or claim.depth else "",
        "step": claim.role.connective,
        "parent": _text(paper.text(parent)) if parent >= 0 else None,
        "text": _text(paper.text(row)),
        "depth": claim.depth,
        "heading": claim.depth + 2 if is_heading else 0,
        "marked": own.marked,
        "places": _places(paper, claim.cite),
        "remarks": [[title, _pieces(pieces)] for title, pieces in paper.remarks(row)],
        "ask": _lines(claim.ask),
        "note": _lines(claim.note),
        "own": _lines(own.note),
    }


def _pairs(paper: Paper) -> Iterator[dict[str, Any]]:
    kinds = (
        ("Common ground", "agrees with", paper.debate.agreements),
        ("Clashes", "clashes with", paper.debate.clashes),
    )
    for title, word, pairs in kinds:
        if pairs:
            both = [
                [
                    {"label": _link(paper.whose(row)), "row": row, "text": _text(paper.text(row))}
                    for row in pair
                ]
                for pair in pairs
            ]
            yield {"title": title, "word": word, "pairs": both}


def _outcome(paper: Paper) -> dict[str, Any] | None:
    outcome = paper.debate.outcome
    if outcome is None:
        return None
    return {"text": _text(plain(outcome.text)), "places": _places(paper, outcome.cite)}


def _schemes(paper: Paper) -> Iterator[dict[str, Any]]:
    """The kinds of argument that occur, with the questions that test each, and where they occur."""
    found: dict[str, tuple[Scheme, list[int]]] = {}
    for row, claim in enumerate(paper.debate.claims):
        if claim.scheme and (scheme := lookup(claim.scheme)):
            found.setdefault(scheme.name, (scheme, []))[1].append(row)
    for name, (scheme, rows) in sorted(found.items()):
        yield {
            "name": name[:1].upper() + name[1:],
            "questions": list(scheme.questions),
            "where": [_shown(paper.label(row)) for row in rows[:_MOST]],
            "more": max(0, len(rows) - _MOST),
        }


#: Claims that are named beside a kind of argument.
_MOST = 6


def _places(paper: Paper, cites: Iterable[Citation]) -> list[dict[str, Any]]:
    return [
        {"text": _link(piece.text), "address": piece.address, "words": _shown(words)}
        for piece, words in paper.places(cites)
    ]


def _pieces(pieces: Iterable[Piece]) -> list[dict[str, Any]]:
    return [
        piece._replace(
            text=_shown(piece.text)
            if piece.address is None and piece.row < 0
            else _link(piece.text)
        )._asdict()
        for piece in pieces
    ]


def _lines(text: str | None) -> list[dict[str, Any]]:
    return [_text(line) for line in lines(text)]


def _text(text: str) -> dict[str, Any]:
    """A text, and whether it runs from right to left."""
    text = text if _VISIBLE.search(text) else "(no text)"  # nothing is no heading
    rtl, text = runs_left(text), _shown(text)
    # Isolated (UAX 9): else the full stop at its end would go with what stands around it.
    return {"text": f"\u2067{text}\u2069" if rtl else text, "rtl": rtl}


def _shown(text: str) -> str:
    """A text in which words that are too long for a line may be broken."""
    return _LONG.sub(lambda word: "\u200b".join(_FEW.findall(word[0])), text)


def _link(text: str) -> str:
    """The words of a link: Typst fails where these are nothing but a soft hyphen, or the like."""
    seen = any(char.isprintable() and not char.isspace() for char in text)
    return _shown(text) if seen else "(no text)"


_VISIBLE = re.compile(r"[^\W_]|[!-~]|[^\x00-\u2fff]")
_LONG, _FEW = re.compile(r"\S{25,}"), re.compile(r"\S{1,12}")
