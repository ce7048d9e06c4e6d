"""Counts as a room sees them: large numbers to type, bars, a bar of parts."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

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
    lines = ["" for _ in range(_ROWS)]
    for character in word:
        place = DIGITS.index(character) * _ROWS
        cells = 1 if character == ":" else _CELLS
        for row, line in enumerate(DIGITS3X3_BOLD[place : place + _ROWS]):
            lines[row] += (line.strip() if cells == 1 else line).ljust(cells)
    return lines


def rows(item: Item) -> int:
    """The rows that large counts of an item's options take, with the total beneath."""
    return len(item.options) * (_ROWS + 1) + 2


def entries(
    sheet: Sheet,
    item: Item,
    typed: Mapping[str, int],
    whole: Mapping[str, int] | None,
    room: int,
    target: Callable[[str], Hashable],
) -> None:
    """A place to type each option's count in, with its bar: large where ``room`` has the rows."""
    split = (shares(whole) if whole else None) or {}
    large = rows(item) <= room
    for option, label in item.options.items():
        number, share = typed.get(option), split.get(option, 0.0)
        if large:
            sheet.blank()
        top = len(sheet.lines)
        if large:
            _large(sheet, option, label, number, share)
        else:
            figure = f"{'–' if number is None else number:>4} {100 * share:3.0f} %"
            _row(sheet, item, label, "", share, figure, "█", _style(option))
        sheet.mark(target(option), top)


def _large(sheet: Sheet, option: str, label: str, number: int | None, share: float) -> None:
    lines = digits("-" if number is None else str(number))
    width = _CELLS * max(2, len(lines[0]) // _CELLS)
    cells = max(4, sheet.width - width - 12)
    full = round(share * cells)
    drawn = Content.assemble(("█" * full, _style(option)), ("░" * (cells - full), "rule"))
    name = Content.styled(one_line(label), "strong").truncate(cells + 6, ellipsis=True)
    beside = [name, drawn + Content.styled(f" {100 * share:3.0f} %", "strong"), drawn]
    style = "muted" if number is None else "claim"
    for line, right in zip(lines, beside, strict=True):
        sheet.line(Content.assemble(" ", (line.rjust(width), style), "   ") + right)


def bars(sheet: Sheet, item: Item, counts: Mapping[str, int] | None) -> None:
    """A bar for each option of one vote."""
    split = (shares(counts) if counts else None) or {}
    for option, label in item.options.items():
        figure = _figure(counts, split, option)
        _row(sheet, item, label, "", split.get(option, 0.0), figure, "█", _style(option))


def compared(
    sheet: Sheet,
    item: Item,
    before: Mapping[str, int] | None,
    after: Mapping[str, int] | None,
    shifts: Mapping[str, str],
) -> None:
    """Two bars for each option, of the vote before and the one after, and how it shifted."""
    for option, label in item.options.items():
        for name, counts, glyph in (("before", before, "▒"), ("after", after, "█")):
            split = (shares(counts) if counts else None) or {}
            last = name == "after"
            figure = _figure(counts, split, option) + f" {shifts[option] if last else '':>4}"
            style = _style(option) if last else "muted"
            said = "" if last else label
            _row(sheet, item, said, name, split.get(option, 0.0), figure, glyph, style)


def _figure(counts: Mapping[str, int] | None, split: Mapping[str, float], option: str) -> str:
    number = "–" if counts is None else str(counts[option])
    share = f"{100 * split[option]:.0f} %" if split else ""
    return f"{number:>4} {share:>5}"


def _row(
    sheet: Sheet,
    item: Item,
    label: str,
    name: str,
    share: float,
    figure: str,
    glyph: str,
    style: str,
) -> None:
    """One line: the option's label, which vote, its bar, a figure at the end."""
    widest = max(Content(one_line(words)).cell_length for words in item.options.values())
    width = min(widest, max(8, int(sheet.width * _NAME)))
    said = Content(one_line(label)).truncate(width, ellipsis=True)
    said = said.pad_right(width - said.cell_length)
    which = f" {name:<6}" if name else ""
    cells = max(4, sheet.width - width - len(which) - len(figure) - 6)
    full = round(share * cells)
    drawn = Content.assemble((glyph * full, style), ("╌" * (cells - full), "rule"))
    line = Content.assemble("   ", said, (which, "muted"), " ", drawn, " ", (figure, "strong"))
    sheet.line(line)


def stacks(
    sheet: Sheet,
    before: Mapping[str, int] | None,
    after: Mapping[str, int] | None,
    shifts: Mapping[str, str],
) -> None:
    """Two bars of parts under each other, before and after, with counts and the shift."""
    for name, counts in (("before", before), ("after", after)):
        figures = "–" if counts is None else " · ".join(str(n) for n in counts.values())
        figure = f"{figures:>13}"
        cells = max(8, sheet.width - 3 - 7 - len(figure) - 2)
        drawn = _parts(counts or {}, cells) or Content.styled("╌" * cells, "rule")
        lead = Content.styled(f"   {name:<7}", "muted")
        sheet.line(Content.assemble(lead, drawn, " ", (figure, "strong")))
    words = [f"{word} {shifts[option]}" for option, word in _SAID if shifts.get(option, "–") != "–"]
    if words:
        sheet.line(Content.styled(f"          {' · '.join(words)}", "accent"))


_SAID = (("agree", "agree"), ("unsure", "unsure"), ("disagree", "disagree"))


def stack(sheet: Sheet, item: Item, counts: Mapping[str, int]) -> None:
    """One bar of all answers to a claim, and their numbers in words beneath."""
    if not sum(counts.values()):
        return
    sheet.line(_parts(counts, max(8, sheet.width - 1)) or Content.empty())
    words = [
        Content.assemble((_PARTS.get(option, ("█", "mark"))[0], _style(option)), " ",
                         f"{item.options[option]} ", (str(number), "strong"), "   ")
        for option, number in counts.items()
    ]  # fmt: skip
    sheet.line(Content("").join(words))


def _parts(counts: Mapping[str, int], cells: int) -> Content | None:
    """A bar of all answers, each with its own glyph; None where nobody voted."""
    split = shares(counts)
    if split is None:
        return None
    left, drawn = 0.0, Content.empty()
    for option, share in split.items():
        glyph, style = _PARTS.get(option, ("█", "mark"))
        cut = round((left + share) * cells) - round(left * cells)
        left += share
        drawn += Content.styled(glyph * cut, style)
    return drawn


def _style(option: str) -> str:
    return _PARTS.get(option, ("", "mark"))[1]
