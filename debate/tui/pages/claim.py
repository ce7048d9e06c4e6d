"""One claim, whole: how one comes to it, what it says, where that is said, and what bears on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from textual.content import Content

from debate.model import Citation, Claim, Debate, Role
from debate.model.fragment import cited, reference
from debate.model.schemes import lookup
from debate.model.text import many_lines, one_line
from debate.tui.judging import Judging
from debate.tui.noting import Noting
from debate.tui.pages.own import MARK, write_note
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.target import Cite, Walk
from debate.tui.pages.verdict import sign, write_verdict
from debate.tui.pages.words import count
from debate.tui.widgets.line import cut

#: Nobody reads lines longer than this with ease.
_MEASURE = 88

#: Below so many rows everything moves together.
_LOW = 16

#: Claims that are listed of those that agree, and of those that clash.
_LISTED = 30

#: Words that are no names: where a sentence goes on, they are written small.
_SMALL = re.compile(
    r"(?:an?|the|another|any|each|every|everybody|everyone|no|nobody|nothing|some|many|much|most|all|both|even|not"
    r"|you|he|she|it|we|they|my|your|his|her|its|our|their|this|that|these|those|there"
    r"|at|by|for|from|in|of|on|to|with|without|before|after|since|until|when|while"
    r"|and|as|because|but|if|or|so|how|what|where|who|why)\b",
    re.IGNORECASE,
)


def claim_page(
    debate: Debate,
    row: int,
    width: int,
    height: int,
    judging: Judging | None = None,
    noting: Noting | None = None,
) -> Sheet:
    """The page of a row, for a window of so many cells and lines."""
    page = Sheet(width)
    if row < 0:
        return page
    body = Sheet(min(width - 3, _MEASURE))
    low = height < _LOW
    claim = debate.claims[debate.meant(row)]
    _way(body, debate, row, 2 if low else max(3, height // 5), judging)
    own = noting.of(row) if noting else None
    _head(body, debate, row, marked=own is not None and own.marked)
    _text(body, debate, row, low)
    if judging and judging.shown:
        _gap(body, low)
        write_verdict(body, judging, row)
    if own and own.note:
        _gap(body, low)
        write_note(body, own.note)
    _cites(body, debate, row, claim, low)
    _links(body, debate, row, low, judging)
    _talk(body, claim, low)
    _scheme(body, claim, low)
    _rest(body, debate, row, claim, low)
    _replies(body, debate, row, low, judging)
    if not low:
        page.blank()
    page.below(body, indent=2)
    page.blank()
    return page


# ---------------------------------------------------------------------- the way here


def _way(sheet: Sheet, debate: Debate, row: int, most: int, judging: Judging | None) -> None:
    """The reasoning from the recommendation down, a line a step; a long way is shortened."""
    path = debate.path(row)[:-1]
    if not path:
        return
    shortened = len(path) > most
    shown = [path[0], *path[len(path) - most + 1 :]] if shortened else path
    for number, step in enumerate(shown):
        after_a_gap = shortened and number == 1
        verdict = sign(judging, step).rstrip()
        room = sheet.width - verdict.cell_length - (1 if verdict else 0)
        said = _step(debate, step, room, after_a_gap)
        sheet.line(
            said.pad_right(sheet.width - verdict.cell_length - said.cell_length) + verdict
            if verdict
            else said,
            target=Walk(step),
            whole=one_line(debate.text(step)) if "…" in said.plain else "",
        )


def _step(debate: Debate, row: int, width: int, after_a_gap: bool) -> Content:
    claim = debate.claims[row]
    style = claim.role.value
    text = _said(debate, row)
    lead = "⋮ " if after_a_gap else f"{claim.role.glyph} "
    connective = f"{claim.role.connective} " if claim.role.connective else ""
    if connective:
        text = _going_on(text)
    room = width - len(lead) - len(connective) - 1
    said = cut(text, room)
    return Content.assemble(
        (lead + connective, style), (said if said.endswith("…") else f"{said},", "muted")
    )


def _said(debate: Debate, row: int) -> str:
    """What a step says in a line: of a recommendation, the option it is for."""
    claim = debate.claims[row]
    question = debate.questions.get(claim.question or "")
    if question and claim.option in question.options:
        return one_line(question.options[claim.option])
    return one_line(debate.text(row)).rstrip(".") or "(no text)"


def _going_on(text: str) -> str:
    """A sentence as it reads after "because": written small, unless it may begin with a name."""
    return text[:1].lower() + text[1:] if _SMALL.match(text) else text


# ---------------------------------------------------------------------- the claim


def _head(sheet: Sheet, debate: Debate, row: int, marked: bool) -> None:
    """Its role, in colour, sign and word; its name; how many claims of which kind bear on it."""
    claim = debate.claims[row]
    connective = claim.role.connective
    left = Content.assemble(
        (f"{claim.role.glyph} {connective}{'  ' if connective else ''}", claim.role.value),
        (f"{claim.role.capitalize()}  ", "muted"),
        (_name(debate, row, sheet.width // 2), "strong"),
        (f"  {MARK} marked" if marked else "", "mark"),
    )
    bearing = Content("  ").join(_bearing(debate, row))
    gap = sheet.width - left.cell_length - bearing.cell_length
    if gap > 1:
        sheet.line(Content.assemble(left, " " * gap, bearing))
    else:
        sheet.line(left)
        if bearing:
            sheet.line(Content.assemble("  ", bearing))


def _name(debate: Debate, row: int, width: int) -> str:
    """Whose claim it is and its number, which stays whole."""
    number = f" {debate.number(row)}"
    whose = debate.label(row).removesuffix(number)
    return cut(cut(whose, max(1, width - len(number))) + number, width)


def _bearing(debate: Debate, row: int) -> Iterable[Content]:
    counts: dict[Role, int] = {}
    for child in debate.children(row):
        role = debate.claims[child].role
        counts[role] = counts.get(role, 0) + 1
    for role, number in counts.items():
        yield Content.styled(f"{role.glyph}{number:,}", role.value)


def _text(sheet: Sheet, debate: Debate, row: int, low: bool) -> None:
    """What it says, on its own ground."""
    claim = debate.claims[row]
    panel = Sheet(sheet.width)
    if not low:
        panel.blank()
    bar = Content.styled("┃ " if low else "┃  ", claim.role.value)
    text = Sheet(sheet.width - bar.cell_length - 1)
    text.write(Content.styled(one_line(debate.text(row)) or "(no text)", "claim"))
    top = len(sheet.lines) + (0 if low else 2)  # a blank line, and one inside the panel
    sheet.wrapped.update(top + line for line in text.wrapped)
    panel.lines += text.lines
    if not low:
        panel.blank()
        sheet.blank()
    for line in panel.lines:
        whole = bar + line
        filled = whole.pad_right(max(0, sheet.width - whole.cell_length))
        sheet.line(filled.stylize_before("panel"))
    if claim.target >= 0:
        first = f"↪ said first at {debate.label(claim.target)}; Enter goes there"
        sheet.line(Content.styled(first, "muted"), target=Walk(claim.target))


def _cites(sheet: Sheet, debate: Debate, row: int, claim: Claim, low: bool) -> None:
    if not claim.cite:
        return
    _gap(sheet, low)
    for number, citation in enumerate(claim.cite):
        lead = Content.styled("s " if number == 0 else "  ", "key")
        sheet.write(_citation(debate, citation), lead=lead, target=Cite(row, number))
    if not low:
        for id in dict.fromkeys(citation.source for citation in claim.cite):
            if source := debate.sources.get(id):
                sheet.write(Content.styled(one_line(reference(source)), "muted"), lead="  ")


def _citation(debate: Debate, citation: Citation) -> Content:
    parts: list[Content | tuple[str, str]] = [Content(one_line(cited(debate, citation)))]
    if citation.words:
        parts.append((f"  “{one_line(citation.words)}”", "muted"))
    return Content.assemble(*parts)


# ---------------------------------------------------------------------- what bears on it


def _links(sheet: Sheet, debate: Debate, row: int, low: bool, judging: Judging | None) -> None:
    """Claims of other sides that say the same, and that collide."""
    links = debate.links(debate.meant(row))
    for rows, title, glyph, style in (
        (links.agrees, "agrees with", "=", "support"),
        (links.clashes, "clashes with", "≠", "objection"),
    ):
        if rows:
            _gap(sheet, low)
        for other in rows[:_LISTED]:
            lead = Content.styled(f"{glyph} ", style)
            text = Content.assemble(
                (f"{title} {debate.label(other)}  ", style),
                sign(judging, other),
                one_line(debate.text(other)),
            )
            sheet.write(text, lead=lead, most=2 if low else 4, target=Walk(other))
        if len(rows) > _LISTED:
            more = f"  and {count(len(rows) - _LISTED, 'claim')} more"
            sheet.line(Content.styled(more, "muted"))


def _talk(sheet: Sheet, claim: Claim, low: bool) -> None:
    if claim.ask:
        _title(sheet, "To discuss", low)
        sheet.write(Content.styled(one_line(claim.ask), "question"), lead="  ")


def _scheme(sheet: Sheet, claim: Claim, low: bool) -> None:
    """The kind of argument, and the questions that test it."""
    if not claim.scheme:
        return
    name = one_line(claim.scheme)
    _title(sheet, name[:1].upper() + name[1:], low)
    scheme = lookup(claim.scheme)
    for question in scheme.questions if scheme else ():
        sheet.write(Content.styled(question, "muted"), lead="  · ")


def _rest(sheet: Sheet, debate: Debate, row: int, claim: Claim, low: bool) -> None:
    """The note, tags, and the numbers that were given."""
    notes = [many_lines(text) for text in (debate.claims[row].note, claim.note) if text]
    for note in dict.fromkeys(notes):
        _title(sheet, "Note", low)
        for line in note.split("\n"):
            sheet.write(Content(line), lead="  ")
    facts = [
        f"weight of the step {debate.claims[row].weight:g}"
        if debate.claims[row].weight is not None
        else "",
        f"credence {claim.credence:g}" if claim.credence is not None else "",
        " ".join(f"#{one_line(tag)}" for tag in claim.tags),
    ]
    if any(facts):
        _gap(sheet, low)
        sheet.write(Content.styled("   ".join(filter(None, facts)), "muted"))


def _replies(sheet: Sheet, debate: Debate, row: int, low: bool, judging: Judging | None) -> None:
    """What bears on it directly, in full."""
    replies = list(islice(debate.children(row), _LISTED))
    if replies:
        _title(sheet, "What bears on it", low)
    for reply in replies:
        role = debate.claims[reply].role
        lead = Content.styled(f"{role.glyph} ", role.value)
        text = Content.assemble(
            sign(judging, reply),
            (f"{role.connective} ", role.value),
            _going_on(one_line(debate.text(reply))),
        )
        sheet.write(text, lead=lead, most=2 if low else 4, target=Walk(reply))
    if len(replies) == _LISTED:
        sheet.line(Content.styled("  and what else the outline shows", "muted"))


def _title(sheet: Sheet, title: str, low: bool) -> None:
    _gap(sheet, low)
    sheet.line(Content.styled(title, "heading"))


def _gap(sheet: Sheet, low: bool) -> None:
    if not low:
        sheet.blank()
