"""The comparison: a matrix of who says what, the chosen cell's reasons, and where sides meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from debate.model import Debate
from debate.reasoning.compare import Comparison, QuestionComparison, Stance
from debate.tui.judging import Judging
from debate.tui.pages.sheet import Sheet, columns
from debate.tui.pages.target import Cell, More, Walk
from debate.tui.pages.verdict import outcome, standing
from debate.tui.pages.words import count, heading, shown, speaker_key

#: Pairs shown of a list, at first; how many more each time more are asked for.
PAIRS = 20
MORE_PAIRS = 200

#: Reasons of a kind shown for the chosen cell.
_REASONS = 5

#: From this width on, questions stand left of their cells; below it, above them.
_WIDE = 72

#: From this width on, a cell's conditions, supports and objections stand side by side.
_ABREAST = 96

_CELL, _GAP = 16, 2

_STANCES = {"unconditional": "●", "conditional": "◐", "silent": "○"}


class ComparisonPage:
    """The comparison laid out for a width, for a chosen cell, with as many pairs as asked for.

    Pairs are laid out once a width and kept, for a debate may have thousands of them and the
    chosen cell changes with every key.
    """

    def __init__(
        self,
        debate: Debate,
        comparison: Comparison,
        judging: Judging | None = None,
        deciding: Callable[[int], Sheet] = Sheet,
    ) -> None:
        """``deciding`` lays out, for a width, what would decide the chosen cell's question."""
        self.debate = debate
        self.judging = judging
        self.deciding = deciding
        self.comparison = comparison
        self.chosen = Cell(0, 0)
        self._pairs: dict[str, Sheet] = {}
        self._most = {"common ground": PAIRS, "clashes": PAIRS}

    def show_more(self, what: str) -> None:
        """Show more of the "common ground", or of the "clashes"."""
        self._most[what] += MORE_PAIRS
        self._pairs.pop(what, None)

    def build(self, width: int) -> Sheet:
        """The whole page."""
        body = Sheet(width - 3)
        if not self.comparison.questions or not self.debate.positions:
            heading(body, "Side by side")
            nothing = "There is nothing to set side by side: no question with a side to answer it."
            body.write(Content.styled(nothing, "muted"))
        else:
            _matrix(body, self.debate, self.comparison, self.chosen, self.judging)
            _reasons(body, self.debate, self.comparison, self.chosen)
            body.below(self.deciding(body.width))
        agreed, clashing = self.comparison.common_ground, self.comparison.clashes
        body.below(self._listed("common ground", "Common ground", "=", agreed, body.width))
        body.below(self._listed("clashes", "Clashes", "≠", clashing, body.width))
        page = Sheet(width)
        page.below(body, indent=2)
        page.blank()
        return page

    def _listed(
        self, what: str, title: str, glyph: str, pairs: Sequence[tuple[int, int]], width: int
    ) -> Sheet:
        sheet = self._pairs.get(what)
        if sheet is None or sheet.width != width:
            sheet = _paired(self.debate, title, glyph, pairs[: self._most[what]], width)
            if more := len(pairs) - self._most[what]:
                _ask_for_more(sheet, more, what)
            self._pairs[what] = sheet
        return sheet


# ---------------------------------------------------------------------- the matrix


def _matrix(
    sheet: Sheet, debate: Debate, comparison: Comparison, chosen: Cell, judging: Judging | None
) -> None:
    heading(sheet, "Side by side")
    wide = sheet.width >= _WIDE
    margin = sheet.width * 3 // 10 if wide else 0
    room = sheet.width - margin - (_GAP if wide else 0)
    positions = range(len(debate.positions))
    fitting, width = columns(room, len(positions), least=_CELL, gap=_GAP, most=36)
    for first in range(0, len(positions), fitting):
        if first:
            sheet.blank()
        row = positions[first : first + fitting]
        heads = [_head(debate, position, width) for position in row]
        sheet.beside([Sheet(margin), *heads] if wide else heads, gap=_GAP)
        for number, asked in enumerate(comparison.questions):
            cells = [
                _cell(asked, Cell(number, position), width, chosen, judging) for position in row
            ]
            question = Sheet(margin or sheet.width)
            question.write(Content.styled(asked.question.ask, "question"), most=4)
            if together := outcome(judging, asked.id):
                question.write(together, most=2)
            if wide:
                sheet.beside([question, *cells], gap=_GAP)
            else:
                sheet.below(question)
                sheet.beside(cells, gap=_GAP)
            if number + 1 < len(comparison.questions):
                sheet.blank()


def _head(debate: Debate, position: int, width: int) -> Sheet:
    head = Sheet(width)
    name = Content.styled(debate.positions[position].label, "strong")
    head.write(name, lead=speaker_key(position), most=2)
    return head


def _cell(
    asked: QuestionComparison, cell: Cell, width: int, chosen: Cell, judging: Judging | None
) -> Sheet:
    """An option, how it is recommended and whether it stands; the chosen one is underlined."""
    sheet = Sheet(width)
    stance = asked.stances[cell.position]
    label = asked.question.options.get(stance.option or "", stance.option or "")
    style = "chosen" if cell == chosen else "option"
    glyph = f"{_STANCES[stance.kind]} "
    if stance.kind == "silent":
        silent = Content.styled("silent", "chosen" if cell == chosen else "muted")
        sheet.write(silent, lead=Content.styled(glyph, "muted"))
    else:
        sheet.write(Content.styled(label, style), lead=glyph, most=2)
        kind = "condition" if stance.kind == "conditional" else "muted"
        sheet.line(Content.styled(f"  {stance.kind}", kind))
        if stance.claim is not None and (verdict := standing(judging, stance.claim)):
            sheet.line(verdict)
    sheet.mark(cell, 0)
    return sheet


# ---------------------------------------------------------------------- the chosen cell


def _reasons(sheet: Sheet, debate: Debate, comparison: Comparison, chosen: Cell) -> None:
    asked = comparison.questions[chosen.question]
    stance = asked.stances[chosen.position]
    speaker = debate.positions[chosen.position].label
    heading(sheet, speaker)
    sheet.line(Content.styled(asked.question.ask, "question"))
    if stance.claim is None:
        silent = f"{speaker} is silent: nothing is said on this question."
        sheet.write(Content.styled(silent, "muted"), lead="○ ")
        return
    _claim(sheet, debate, stance.claim)
    groups = _groups(stance)
    fitting = len(groups) if sheet.width >= _ABREAST else 1
    width = (sheet.width - 3 * (fitting - 1)) // fitting
    laid = [_group(debate, stance, *group, width) for group in groups]
    for first in range(0, len(laid), fitting):
        sheet.blank()
        sheet.beside(laid[first : first + fitting], gap=3)


def _groups(stance: Stance) -> list[tuple[str, str, list[int]]]:
    """Title, style and rows of each kind of reason."""
    return [
        ("Only if", "condition", stance.conditions),
        ("Strongest supports", "support", stance.supports),
        ("Strongest objections", "objection", stance.objections),
    ]


def _group(
    debate: Debate, stance: Stance, title: str, style: str, rows: list[int], width: int
) -> Sheet:
    sheet = Sheet(width)
    sheet.line(Content.styled(title, style))
    for row in rows[:_REASONS]:
        _claim(sheet, debate, row, style)
    if not rows:
        sheet.line(Content.styled("  none", "muted"))
    if (more := len(rows) - _REASONS) > 0 and stance.claim is not None:
        text = Content.styled(f"and {count(more, 'claim')} more", "muted")
        sheet.write(text, lead="  ", target=Walk(stance.claim))
    return sheet


def _claim(sheet: Sheet, debate: Debate, row: int, style: str = "strong") -> None:
    """A claim with its role and number, as a spot that walks there."""
    glyph = Content.styled(f"{debate.claims[row].role.glyph} ", style)
    text = Content.assemble(shown(debate, row), (f"  {debate.number(row)}", "muted"))
    sheet.write(text, lead=glyph, most=6, target=Walk(row))


# ---------------------------------------------------------------------- pairs


def _paired(
    debate: Debate, title: str, glyph: str, pairs: Sequence[tuple[int, int]], width: int
) -> Sheet:
    """Claims of two sides that are linked, the pair side by side."""
    sheet = Sheet(width)
    heading(sheet, title)
    half = (width - 3) // 2
    for number, pair in enumerate(pairs):
        if number:
            sheet.blank()
        sides = []
        for row in pair:
            side = Sheet(half)
            side.line(Content.styled(f"{glyph} {debate.label(row)}", "muted"))
            side.write(Content(shown(debate, row)), lead="  ", most=6)
            side.mark(Walk(row), 0)
            sides.append(side)
        sheet.beside(sides, gap=3)
    if not pairs:
        sheet.write(Content.styled("No claims of two sides are linked here.", "muted"))
    return sheet


def _ask_for_more(sheet: Sheet, more: int, what: str) -> None:
    if more > 0:
        sheet.blank()
        text = f"and {count(more, 'pair')} more: Enter shows the next {min(more, MORE_PAIRS)}"
        sheet.write(Content.styled(text, "accent"), lead="  ", target=More(what))
