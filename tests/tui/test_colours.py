"""Colours that must be told apart are, by everybody; and every text can be read on its grounds."""

from __future__ import annotations

from itertools import combinations

import pytest
from textual.app import App
from textual.color import Color
from textual.style import Style
from textual.theme import Theme

from debate.model import Role
from debate.tui import colours
from debate.tui.looks import look as looked
from debate.tui.looks import names
from tests.support.vision import VISIONS, contrast, distance

#: Least distances of signs and words from each other, and of a line's ground from those around it.
TOLD_APART, GROUNDS_APART = 10.0, 4.5

APART: dict[str, tuple[str, ...]] = {
    "roles": (Role.SUPPORT, Role.OBJECTION, Role.UNDERCUT, Role.CONDITION, Role.CO_PREMISE),
    "verdicts": ("stands", "falls", "open"),
    "speakers": tuple(map(colours.speaker, range(colours.SPEAKERS))),
}

#: What is drawn and not read: lines that guide the eye.
NO_TEXT = {"rule", "guide"}

#: What is drawn and means something: 3:1 is asked of it (WCAG 2.1, criterion 1.4.11).
DRAWN = {"map-line"}

THEMES = pytest.mark.parametrize("theme", colours.THEMES, ids=lambda theme: theme.name)


class Dressed(App[None]):
    """An app in a theme, without a screen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.register_theme(theme)
        self.set_reactive(App.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return colours.variables(self.current_theme)

    def look(self, name: str) -> Style:
        with self._context():  # where Textual looks for the variables
            return looked(self, name)

    def ground(self, of: str, *under: str) -> Style:
        """A theme's ground, with the grounds of looks laid over it."""
        style = Style(background=Color.parse(getattr(self.current_theme, of)))
        for name in under:
            style += self.look(name)
        return style

    def text(self, name: str, ground: Style) -> tuple[str, str]:
        """The colour of a text and of what it stands on, as they are painted."""
        style = ground + self.look(name) if name else ground
        painted = style.rich_style
        assert painted.bgcolor is not None
        assert painted.bgcolor.triplet is not None
        text = painted.color.triplet if painted.color else None
        return (
            text.hex if text else self.current_theme.foreground or "",
            painted.bgcolor.triplet.hex,
        )


@THEMES
@pytest.mark.parametrize("vision", VISIONS)
def test_nobody_confuses_two_colours(theme: Theme, vision: str) -> None:
    app = Dressed(theme)
    ground = app.ground("background")
    near = {
        f"{one} and {other}": apart
        for pairs in APART.values()
        for one, other in combinations(pairs, 2)
        if (apart := distance(app.text(one, ground)[0], app.text(other, ground)[0], vision))
        < TOLD_APART
    }
    assert not near


@THEMES
@pytest.mark.parametrize("vision", VISIONS)
def test_everybody_sees_where_the_cursor_is(theme: Theme, vision: str) -> None:
    app = Dressed(theme)
    for of in ("background", "surface"):
        plain = app.text("", app.ground(of))[1]
        cursor = app.text("", app.ground(of, "cursor"))[1]
        left = app.text("", app.ground(of, "left"))[1]
        assert distance(plain, cursor, vision) >= GROUNDS_APART
        assert distance(plain, left, vision) >= GROUNDS_APART


@THEMES
def test_every_text_can_be_read_on_all_its_grounds(theme: Theme) -> None:
    app = Dressed(theme)
    least = 7.0 if "contrast" in theme.name else 4.5
    grounds = [
        app.ground(of, *under)
        for of in ("background", "surface", "panel")
        for under in ((), ("cursor",), ("left",))
        if not (of == "panel" and under)  # nothing is chosen on a bar but by a look of its own
    ]
    asked = {name: 3.0 if name in DRAWN else least for name in names()}
    faint = {
        (name, *painted): ratio
        for name in names()
        if name not in NO_TEXT
        for ground in grounds
        if (ratio := contrast(*(painted := app.text(name, ground)))) < asked[name]
    }
    assert not faint


def test_the_measures_are_the_published_ones() -> None:
    # Pairs 1 and 25 of Sharma, Wu and Dalal are not in sRGB: extremes and the order stand for them.
    assert distance("#ffffff", "#000000") == pytest.approx(100, abs=0.01)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    # Red and green: one to whoever lacks green receptors, far apart to whoever lacks blue ones.
    assert distance("#a05a2c", "#5f7a2c", "deutan") < 12 < 30 < distance("#a05a2c", "#5f7a2c")
    assert distance("#a05a2c", "#5f7a2c", "tritan") > 30
    # What the walk once had: condition and support, in the dark.
    assert distance("#c3a6f2", "#72b4f7", "protan") < 5 < 20 < distance("#c3a6f2", "#72b4f7")


def test_speakers_have_colours_in_every_theme() -> None:
    assert [colours.speaker(n) for n in (-1, 0, 5, 6)] == [
        "background", "speaker-1", "speaker-6", "speaker-1",
    ]  # fmt: skip
    app = Dressed(colours.DARK)
    for theme in app.available_themes.values():
        known = colours.variables(theme)
        assert len({known[colours.speaker(n)] for n in range(6)}) == 6
