"""The way in: what an argument map is, how its signs are read, how one moves and judges."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from debate.model import Role
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.verdict import SIGNS

#: The key of a verb, as it is drawn.
Key = Callable[[str], str]

#: A small map that needs no knowledge of anything: levels, roles, and what is said.
_EXAMPLE = (
    (0, Role.RECOMMENDATION, "Let us take the umbrella."),
    (1, Role.CONDITION, "We go on foot."),
    (1, Role.SUPPORT, "It will rain."),
    (2, Role.SUPPORT, "The forecast says so."),
    (3, Role.UNDERCUT, "It is yesterday's."),
    (1, Role.OBJECTION, "It is one more thing to carry."),
)


def _map(sheet: Sheet, key: Key) -> None:
    sheet.write(
        Content(
            "An argument map shows what somebody claims, and under each claim what is said for it"
            " and against it. You read it from the top down: the claim, the reasons, the reasons"
            " for those."
        )
    )
    sheet.blank()
    panel = Sheet(sheet.width)
    panel.blank()
    for level, role, text in _EXAMPLE:
        lead = Content.styled(f"   {'  ' * level}{role.glyph} ", role.value)
        said = role.connective or role.value
        style = "strong" if level == 0 else role.value
        line = text if role.connective == "" else text[:1].lower() + text[1:]
        panel.write(
            Content.assemble((f"{said} " if role.connective else "", role.value), (line, style)),
            lead=lead,
        )
    panel.blank()
    _on_ground(sheet, panel)


def _signs(sheet: Sheet, key: Key) -> None:
    sheet.write(
        Content("Every claim has a sign in front. It says what the claim is to the one above.")
    )
    sheet.blank()
    for role, meaning in (
        (Role.RECOMMENDATION, "what a side would have done"),
        (Role.CONDITION, "it holds only if this holds"),
        (Role.SUPPORT, "a reason for it"),
        (Role.OBJECTION, "a reason against it"),
        (Role.CO_PREMISE, "counts only together with the one before"),
        (Role.UNDERCUT, "true or not, it does not bear on the matter"),
    ):
        _row(sheet, role.glyph, role.value, role.connective or "recommends", meaning)
    sheet.blank()
    _row(sheet, "=", "support", "agrees", "a claim of another side says the same")
    _row(sheet, "≠", "objection", "clashes", "a claim of another side collides with it")


def _row(sheet: Sheet, sign: str, style: str, reads: str, meaning: str) -> None:
    reads = "beside the point" if len(reads) > 16 else reads
    lead = Content.assemble((f"   {sign}  ", style), (f"{reads:<18}", style))
    sheet.write(Content(meaning), lead=lead)


def _moving(sheet: Sheet, key: Key) -> None:
    sheet.write(Content("Three views, one key each:"))
    sheet.blank()
    _keys(
        sheet,
        (key("view.overview"), "what is asked, and who recommends what"),
        (key("view.walk"), "one side's argument, claim by claim"),
        (key("view.compare"), "the sides next to each other"),
    )
    sheet.blank()
    sheet.write(Content("In the argument:"))
    sheet.blank()
    _keys(
        sheet,
        ("↓ ↑", "the next claim, the one before"),
        (key("fold.toggle"), "fold what hangs on a claim, or show it again"),
        (key("go.objection"), "the next objection"),
        (key("search"), "search all claims of all sides"),
        (key("history.back"), "back to where you were"),
    )


def _judging(sheet: Sheet, key: Key) -> None:
    sheet.write(
        Content(
            "You are the judge. Accept or reject a claim, and see at once what becomes of each"
            " recommendation. As long as you judge nothing, each side is taken at its word."
        )
    )
    sheet.blank()
    _keys(
        sheet,
        (f"{key('judge.accept')} {key('judge.reject')}", "accept the claim, reject it"),
        (key("judge.undo"), "undo"),
        (key("judge.why"), "why something stands, falls or is open"),
        (key("judge.cruxes"), "what would change the recommendation"),
    )
    sheet.blank()
    for verdict, meaning in (
        ("stands", "what speaks for it outweighs what speaks against it"),
        ("falls", "it is outweighed, or no reason is left; that does not make it false"),
        ("open", "neither: it hangs on something that nobody has settled"),
    ):
        lead = Content.styled(f"   {SIGNS[verdict]} {verdict:<9}", verdict)
        sheet.write(Content(meaning), lead=lead)


def _help(sheet: Sheet, key: Key) -> None:
    sheet.write(Content("The easiest way through a debate is a guided walk:"))
    sheet.blank()
    _keys(
        sheet,
        (key("guide.side"), "one side's case, one idea a screen; you predict before it is shown"),
        (key("guide.clash"), "two sides that collide, and what would decide between them"),
    )
    sheet.blank()
    sheet.write(Content("And whenever you are lost:"))
    sheet.blank()
    _keys(
        sheet,
        (key("help"), "every key, sign and term"),
        (key("palette"), "every command, by its name"),
        (key("tour"), "this way in, once more"),
        (key("quit"), "leaves; your place and your judgements are kept"),
    )


#: The pages: a title, and what writes them.
PAGES: Sequence[tuple[str, Callable[[Sheet, Key], None]]] = (
    ("What an argument map is", _map),
    ("How to read the signs", _signs),
    ("How to move", _moving),
    ("How to judge", _judging),
    ("Where to begin, and where help is", _help),
)


def tour_page(number: int, width: int, key: Key) -> Sheet:
    """Page ``number``, from 0."""
    title, write = PAGES[number]
    page, body = Sheet(width), Sheet(width - 4)
    body.blank()
    body.line(Content.styled(title, "claim"))
    body.blank()
    write(body, key)
    page.below(body, indent=2)
    page.blank()
    return page


def _keys(sheet: Sheet, *rows: tuple[str, str]) -> None:
    for keys, does in rows:
        lead = Content.styled(f"   {keys:<9}", "key")
        sheet.write(Content(does), lead=lead)


def _on_ground(sheet: Sheet, panel: Sheet) -> None:
    for line in panel.lines:
        filled = line.pad_right(max(0, sheet.width - line.cell_length))
        sheet.line(filled.stylize_before("panel"))
