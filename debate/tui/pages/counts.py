"""Counts as a room sees them: large numbers to type, bars, a bar of parts."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

from textual.content import Content
from textual.renderables.digits import DIGITS, DIGITS3X3_BOLD

from debate.lessons.record import Item
from debate.lessons.votes import shares
from debate.model.text import one_line
from debate.tui.pages.sheet import Sheet

#: Rows of a large number, and cells of one digit.
_ROWS, _CELLS = 3, 3

#: An option's name has at most this share of a line, where its bar stands beside it.
_NAME = 0.36

#: The cells of a bar for those who agree, are unsure, disagree; told apart without colour.
_PARTS: Mapping[str, tuple[str, str]] = {
    "agree": ("█", "support"), "unsure": ("·", "muted"), "disagree": ("▒", "objection"),
}  # fmt: skip


def digits(word: str) -> list[str]:
    """Digits, signs and colons drawn large, in three rows of equal width."""
    rows = ["" for _ in range(_ROWS)]
    for character in word:
        place = DIGITS.index(character) * _ROWS
        cells = 1 if character == ":" else _CELLS
        for row in range(_ROWS):
            rows[row] += (
                DIGITS3X3_BOLD[place + row].strip().ljust(1)
                if cells == 1
                else (DIGITS3X3_BOLD[place + row].ljust(_CELLS))
            )
    return rows


def entries(
    sheet: Sheet,
    item: Item,
    typed: Mapping[str, int],
    whole: Mapping[str, int] | None,
    height: int,
    target: Callable[[str], Hashable],
) -> None:
    """A place to type each option's count in, with its bar: large where ``height`` has room."""
    split = (shares(whole) if whole else None) or {}
    large = len(item.options) * (_ROWS + 1) + 2 <= height
    room = max(len(str(number)) for number in [10, *typed.values()])
    for option, label in item.options.items():
        number, share = typed.get(option), split.get(option, 0.0)
        if large:
            sheet.blank()
        top = len(sheet.lines)
        if large:
            _large(sheet, label, number, share, room)
        else:
            shown = "–" if number is None else str(number)
            lead = Content.styled(f" {shown:>{room}}  ", "strong")
            _beside(sheet, lead, label, share, f"{100 * share:3.0f} %", "█", _style(option))
        sheet.mark(target(option), top)


def _large(sheet: Sheet, label: str, number: int | None, share: float, room: int) -> None:
    rows = digits("-" if number is None else str(number))
    width = room * _CELLS
    style = "muted" if number is None else "claim"
    cells = max(4, sheet.width - width - 12)
    full = round(share * cells)
    drawn = Content.assemble(("█" * full, "mark"), ("░" * (cells - full), "rule"))
    name = Content.styled(one_line(label), "strong").truncate(cells + 6, ellipsis=True)
    beside = [name, drawn + Content.styled(f" {100 * share:3.0f} %", "strong"), drawn]
    for row, right in zip(rows, beside, strict=True):
        sheet.line(Content.assemble(" ", (row.rjust(width), style), "   ") + right)


def bars(
    sheet: Sheet,
    item: Item,
    votes: Sequence[tuple[str, Mapping[str, int] | None]],
    shifts: Mapping[str, str] | None = None,
) -> None:
    """A bar for each option and vote, the last vote solid; and how each option shifted."""
    for option, label in item.options.items():
        for place, (name, counts) in enumerate(votes):
            split = (shares(counts) if counts else None) or {}
            share = split.get(option, 0.0)
            last = place == len(votes) - 1
            number = "–" if counts is None else str(counts[option])
            figure = f"{number:>4} {f'{100 * share:.0f} %' if split else '':>5}"
            if shifts is not None:
                figure += f" {shifts.get(option, '') if last else '':>4}"
            lead = Content.styled(f"   {name:<7}" if name else "   ", "muted")
            said = label if not place else ""
            glyph, style = ("█", _style(option)) if last else ("▒", "muted")
            _beside(sheet, lead, said, share, figure, glyph, style, name_first=bool(name))


def _beside(
    sheet: Sheet,
    lead: Content,
    label: str,
    share: float,
    figure: str,
    glyph: str,
    style: str,
    *,
    name_first: bool = False,
) -> None:
    """One line: the option's name, its bar, a figure at the end."""
    width = sheet.width
    named = max(8, int(width * _NAME))
    name = Content.styled(one_line(label), "").truncate(named, ellipsis=True)
    name = name.pad_right(max(0, named - name.cell_length))
    cells = max(4, width - named - lead.cell_length - len(figure) - 3)
    full = round(share * cells)
    drawn = Content.assemble((glyph * full, style), ("╌" * (cells - full), "rule"))
    parts = (
        [Content("   "), name, Content(lead.plain[3:]).stylize("muted"), drawn]
        if (name_first)
        else [lead, name, Content(" "), drawn]
    )
    sheet.line(Content.assemble(*parts, " ", (figure, "strong")))


def stack(sheet: Sheet, item: Item, counts: Mapping[str, int]) -> None:
    """One bar of all answers to a claim, and their numbers in words beneath."""
    split = shares(counts)
    if split is None:
        return
    cells = max(8, sheet.width - 1)
    left, drawn = 0.0, Content.empty()
    for option, share in split.items():
        glyph, style = _PARTS.get(option, ("█", "mark"))
        cut = round((left + share) * cells) - round(left * cells)
        left += share
        drawn += Content.styled(glyph * cut, style)
    sheet.line(drawn)
    words = [
        Content.assemble((_PARTS.get(option, ("█", "mark"))[0], _style(option)), " ",
                         f"{item.options[option]} ", (str(number), "strong"), "   ")
        for option, number in counts.items()
    ]  # fmt: skip
    sheet.line(Content("").join(words))


def _style(option: str) -> str:
    return _PARTS.get(option, ("", "mark"))[1]
