"""Small turns of phrase that every page uses."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from debate.model import Debate
from debate.tui.pages.sheet import Sheet

#: Lines that a section's title takes at most.
_HEADING = 4


def count(number: int, thing: str) -> str:
    """A number with its noun: "1 claim", "1,204 claims", "3 theses"."""
    if number == 1:
        return f"1 {thing}"
    plural = thing[:-2] + "es" if thing.endswith("is") else thing + "s"
    plural = thing + "es" if thing.endswith("sh") else plural
    return f"{number:,} {plural}"


def joined(names: Sequence[str], most: int) -> str:
    """Names as one reads them aloud: "Fried, Åslund and 12 more"."""
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most:,} more"


def apart(names: Sequence[str]) -> list[str]:
    """Names without the words that all of them begin with: those tell none from another."""
    words = [name.split() for name in names]
    same = 0
    while len(names) > 1 and all(len(each) > same + 1 for each in words):
        if len({each[same] for each in words}) > 1:
            break
        same += 1
    return [" ".join(each[same:]) for each in words]


def cut(text: str, most: int) -> str:
    """A text of at most so many cells, with an ellipsis where it is longer."""
    content = Content(text)
    if content.cell_length <= most:
        return text
    return content.truncate(most - 1).plain.rstrip() + "…" if most > 0 else ""


def shown(debate: Debate, row: int) -> str:
    """What a row says, or that it says nothing."""
    return debate.text(row) or "(no text)"


def speaker_key(position: int) -> Content:
    """What stands before a side's name: the key that walks it, as long as there are keys."""
    return Content.assemble((str(position + 1) if position < 9 else "·", "key"), " ")


def heading(sheet: Sheet, title: str) -> None:
    """A section's title, and a rule to the end of the line; of a long one, of its last line."""
    sheet.blank()
    sheet.write(Content.styled(title, "heading"), most=_HEADING)
    rule = "─" * max(0, sheet.width - sheet.lines[-1].cell_length - 1)
    sheet.lines[-1] = Content.assemble(sheet.lines[-1], " " if rule else "", (rule, "rule"))
