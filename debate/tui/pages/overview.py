"""The overview of a debate: what is asked, who recommends what, the background, the outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from textual.content import Content

from debate.model import Citation, Debate, Role
from debate.model.fragment import cited
from debate.reasoning.compare import Comparison, QuestionComparison, Stance
from debate.tui.judging import Judging
from debate.tui.pages.sheet import Sheet, columns
from debate.tui.pages.target import More, Walk, WalkSide
from debate.tui.pages.verdict import outcome, standing
from debate.tui.pages.words import count, heading, joined, shown, speaker_key

#: Facts of the background that are shown before more are asked for.
FACTS = 40

#: A card is at least this wide; three stand side by side on 80 columns.
_CARD = 22

#: Lines that a claim, and a condition, may take on a card; the walk shows all of it.
_CLAIM_LINES, _CONDITION_LINES = 6, 4

#: Conditions, and theses, shown on a card before it says how many more there are.
_ON_A_CARD = 4

#: Speakers named beside an option.
_NAMED = 5

#: Characters of a thesis that are compared with the name of its side.
_LOOKED_AT = 200

#: Nobody reads lines longer than this with ease.
_MEASURE = 100


def overview(
    debate: Debate,
    comparison: Comparison,
    width: int,
    facts: int = FACTS,
    judging: Judging | None = None,
) -> Sheet:
    """The whole overview, laid out for ``width`` cells, with at most ``facts`` of the background.

    It touches roots and conditions only, so that its cost does not grow with the debate.
    """
    body = Sheet(width - 3)
    _head(body, debate)
    _questions(body, debate, comparison, judging)
    _experts(body, debate, comparison, judging)
    _background(body, debate, facts)
    _outcome(body, debate)
    page = Sheet(width)
    page.blank()
    page.below(body, indent=2)
    page.blank()
    return page


def _head(sheet: Sheet, debate: Debate) -> None:
    sheet.write(Content.styled(debate.title, "title"), most=4)
    facts = [
        debate.date or "",
        count(len(debate.positions), "side") if debate.positions else "",
        count(len(debate.questions), "question") if debate.questions else "",
        count(len(debate.claims), "claim"),
        count(len(debate.sources), "source") if debate.sources else "",
    ]
    sheet.write(Content.styled(" · ".join(filter(None, facts)), "muted"))
    if debate.summary:
        sheet.blank()
        text = Sheet(min(sheet.width, _MEASURE))
        text.write(Content(debate.summary))
        sheet.below(text)


# ---------------------------------------------------------------------- what is asked


def _questions(
    sheet: Sheet, debate: Debate, comparison: Comparison, judging: Judging | None
) -> None:
    heading(sheet, "What is asked")
    for number, asked in enumerate(comparison.questions):
        if number:
            sheet.blank()
        sheet.write(Content.styled(asked.question.ask, "strong"))
        entries = list(_tally(debate, asked))
        in_a_row = Content("   ").join(entries)
        for entry in [in_a_row] if in_a_row.cell_length + 2 <= sheet.width else entries:
            sheet.write(entry, lead="  ", most=3)
        if together := outcome(judging, asked.id):
            sheet.write(together, lead="  ", most=2)
    if not comparison.questions:
        _remark(sheet, "This debate asks no question: its sides argue without a vote to take.")


def _tally(debate: Debate, asked: QuestionComparison) -> Iterator[Content]:
    """Each option with who is for it, and who is silent."""
    for option, label in asked.question.options.items():
        yield _entry(label, [_speaker(debate, s) for s in asked.stances if s.option == option])
    silent = [_speaker(debate, s) for s in asked.stances if s.kind == "silent"]
    if silent:
        yield _entry("silent", silent)


def _entry(label: str, whose: Sequence[str]) -> Content:
    return Content.assemble(label, (f": {joined(whose, _NAMED) or 'nobody'}", "muted"))


def _speaker(debate: Debate, stance: Stance) -> str:
    name = debate.positions[stance.position].label
    return f"{name} (only if …)" if stance.kind == "conditional" else name


# ---------------------------------------------------------------------- who recommends what


def _experts(sheet: Sheet, debate: Debate, comparison: Comparison, judging: Judging | None) -> None:
    heading(sheet, "Who recommends what" if comparison.questions else "Who argues what")
    if not debate.positions:
        _remark(sheet, "Nobody has taken a position yet.")
    gap = 3
    positions = range(len(debate.positions))
    fitting, width = columns(sheet.width, len(positions), least=_CARD, gap=gap)
    for first in range(0, len(positions), fitting):
        if first:
            sheet.blank()
        row = positions[first : first + fitting]
        sheet.beside([_card_head(debate, position, width) for position in row], gap=gap)
        for asked in comparison.questions:
            sheet.blank()
            sheet.line(Content.styled(asked.question.ask, "question"))
            sheet.beside(
                [
                    _answer(debate, asked, asked.stances[position], width, judging)
                    for position in row
                ],
                gap=gap,
            )
        theses = [_theses(debate, position, width) for position in row]
        if any(card.lines for card in theses):
            sheet.blank(1 if comparison.questions else 0)
            sheet.beside(theses, gap=gap)


def _card_head(debate: Debate, position: int, width: int) -> Sheet:
    """Whose case it is, with the number of the key that walks it."""
    card = Sheet(width)
    side = debate.positions[position]
    thesis = _speaking_for_itself(debate, position)
    name = Content.styled(side.title if thesis is None else shown(debate, thesis), "strong")
    most = 2 if thesis is None else _CLAIM_LINES
    card.write(name, lead=speaker_key(position), most=most, target=WalkSide(position))
    if side.role:
        card.write(Content.styled(side.role, "muted"), lead="  ", most=3)
    if thesis is not None:
        beneath = count(side.end - side.start - 1, "claim")
        card.write(Content.styled(f"{beneath} beneath", "muted"), lead="  ")
    return card


def _answer(
    debate: Debate, asked: QuestionComparison, stance: Stance, width: int, judging: Judging | None
) -> Sheet:
    """What one side recommends on one question, all of it one spot."""
    card = Sheet(width)
    if stance.claim is None:
        silent = Content.styled("silent — says nothing on this", "muted")
        card.write(silent, lead=Content.styled("○ ", "muted"))
        return card
    option = asked.question.options.get(stance.option or "", stance.option or "")
    card.write(Content.styled(option, "option"), lead="● ", most=2)
    if verdict := standing(judging, stance.claim):
        card.line(verdict)
    card.write(Content(shown(debate, stance.claim)), lead="  ", most=_CLAIM_LINES)
    for row in stance.conditions[:_ON_A_CARD]:
        condition = Content.assemble(("only if ", "condition"), shown(debate, row))
        card.write(condition, lead=Content.styled("? ", "condition"), most=_CONDITION_LINES)
    if more := len(stance.conditions) - _ON_A_CARD:
        _and_more(card, more, "condition")
    if beneath := debate.claims[stance.claim].end - stance.claim - 1:
        card.write(Content.styled(f"{count(beneath, 'claim')} beneath", "muted"), lead="  ")
    card.mark(Walk(stance.claim), 0)
    return card


def _theses(debate: Debate, position: int, width: int) -> Sheet:
    """What a side argues besides its recommendations."""
    card = Sheet(width)
    side = debate.side(position)
    theses = (row for row in debate.roots(position) if debate.claims[row].role is Role.THESIS)
    first = list(islice(theses, _ON_A_CARD))
    if not first or _speaking_for_itself(debate, position) is not None:
        return card
    if debate.questions:
        card.line(Content.styled("also argues", "question"))
    for row in first:
        card.write(Content(shown(debate, row)), lead="○ ", most=3, target=Walk(row))
    last = debate.path(side.stop - 1)[0]
    _and_more(card, debate.claims[last].ordinal - debate.claims[first[-1]].ordinal, "thesis")
    return card


def _speaking_for_itself(debate: Debate, position: int) -> int | None:
    """The only thesis of a side that nobody speaks for and that is named after it; else None."""
    side = debate.positions[position]
    row = side.start
    if debate.questions or side.speaker or side.short or side.start == side.end:
        return None
    if debate.claims[row].end != side.end:
        return None
    named = [word for word in re.split("[-_]", side.name.casefold()) if not word.isdigit()]
    said = re.findall(r"[^\W_]+", debate.text(row)[:_LOOKED_AT].casefold())
    said = [word for word in said if not word.isdigit()]
    return row if said[: len(named)] == named else None


def _and_more(sheet: Sheet, more: int, what: str) -> None:
    if more > 0:
        sheet.write(Content.styled(f"and {count(more, what)} more", "muted"), lead="  ")


# ---------------------------------------------------------------------- what nobody argues about


def _background(sheet: Sheet, debate: Debate, facts: int) -> None:
    background = debate.background
    if not background:
        return
    heading(sheet, "Background")
    rows = list(islice(debate.roots(-1), facts))
    for row in rows:
        claim = debate.claims[row]
        fact = _with_citations(debate, shown(debate, row), claim.cite)
        sheet.write(fact, lead="· ", target=Walk(row))
    last = debate.claims[debate.path(background.stop - 1)[0]].ordinal
    if (more := last - len(rows)) > 0:
        text = Content.styled(f"and {count(more, 'fact')} more: Enter shows them", "accent")
        sheet.write(text, lead="  ", target=More("background"))


def _outcome(sheet: Sheet, debate: Debate) -> None:
    if debate.outcome:
        heading(sheet, "Outcome")
        text = Sheet(min(sheet.width, _MEASURE))
        text.write(_with_citations(debate, debate.outcome.text, debate.outcome.cite))
        sheet.below(text)


def _with_citations(debate: Debate, text: str, cites: Sequence[Citation]) -> Content:
    places = "; ".join(cited(debate, citation) for citation in cites)
    return Content.assemble(text, (f"  {places}" if places else "", "muted"))


def _remark(sheet: Sheet, text: str) -> None:
    sheet.write(Content.styled(text, "muted"))
