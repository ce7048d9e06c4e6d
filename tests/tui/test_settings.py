"""The settings file: what it changes, and that nothing in it stops the app."""

from __future__ import annotations

import pytest

from debate.tui import home, settings
from debate.tui.actions import ACTIONS, BY_ID, keys_of


def written(text: str | bytes) -> settings.Settings:
    folder = home.config()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / settings.FILE
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return settings.read()


def test_without_a_file_there_is_nothing_to_tell() -> None:
    assert settings.read() == settings.Settings()


def test_theme_and_keys() -> None:
    read = written('theme = "debate-light"\n[keys]\n"go.next" = "n,ctrl+n"\ngo.parent = "U"')
    assert read.theme == "debate-light"
    assert read.keys == {"go.next": "n,ctrl+n", "go.parent": "U"}
    assert read.notices == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('them = "x"', "unknown setting them; did you mean theme?"),
        ('[keys]\n"go.nxt" = "n"', "unknown verb go.nxt; did you mean go.next?"),
        ('[keys]\n"go.next" = 5', 'the keys of go.next must be like "n" or "n,ctrl+n"'),
        ('[keys]\n"go.next" = "n m"', "the keys of go.next must be like"),
        ('[keys]\n"go.next" = ""', "the keys of go.next must be like"),
        ('[keys]\n"go.next" = "p"', "p is the key of both go.next and go.previous"),
        ('[keys]\ntheme = "u"', "u is the key of both go.parent and theme"),
        ('[keys]\n"page.open" = "c"', "c is the key of both view.compare and page.open"),
        ("theme = 5", "theme must be a name in quotes"),
        ('keys = "n"', "keys must be a table: [keys]"),
        ("theme = ", "settings.toml is ignored: "),
        (b"\xff\xfe", "cannot be read: it is not UTF-8"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(text: str | bytes, told: str) -> None:
    (notice,) = written(text).notices
    assert told in notice
    assert "\n" not in notice


def test_a_wrong_line_does_not_spoil_the_others() -> None:
    read = written('theme = "nord"\nfont = "x"\n[keys]\nquit = "Q"\nnonsense = "z"')
    assert (read.theme, read.keys, len(read.notices)) == ("nord", {"quit": "Q"}, 2)


def test_the_verbs_have_unique_ids_and_no_two_share_a_key() -> None:
    assert len(BY_ID) == len(ACTIONS)
    assert not list(settings._clashes({}))


def test_keys_are_drawn_as_they_stand_on_a_keyboard() -> None:
    assert keys_of(BY_ID["move.down"], {}) == ["↓", "j"]
    assert keys_of(BY_ID["move.pageup"], {}) == ["PgUp"]
    assert keys_of(BY_ID["claim.scroll-down"], {}) == ["J", "Shift+↓"]
    assert keys_of(BY_ID["help"], {"help": "f1,question_mark"}) == ["F1", "?"]
