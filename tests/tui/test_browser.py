"""Which command opens an address: a window, never a program that draws on our terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from debate.tui import browser

URL = "https://example.org/a#:~:text=b"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs, the only one that is searched, on a machine like Linux."""
    for name in ("lynx", "firefox", "xdg-open"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


def test_with_a_screen_the_desktop_opens_it(programs: Path) -> None:
    opener = str(programs / "xdg-open")
    assert browser.command(URL, {"DISPLAY": ":0"}) == [opener, URL]
    assert browser.command(URL, {"WAYLAND_DISPLAY": "wayland-0"}) == [opener, URL]


def test_without_a_screen_nothing_does(programs: Path) -> None:
    assert browser.command(URL, {}) is None
    assert browser.command(URL, {"DISPLAY": ""}) is None


def test_the_browser_one_chose_comes_first_unless_it_is_text_mode(programs: Path) -> None:
    assert browser.command(URL, {"BROWSER": "firefox"}) == ["firefox", URL]
    assert browser.command(URL, {"BROWSER": "firefox --new %s &"}) == ["firefox", "--new", URL]
    assert browser.command(URL, {"BROWSER": "lynx"}) is None
    assert browser.command(URL, {"BROWSER": f"{programs}/lynx:firefox"}) == ["firefox", URL]
    assert browser.command(URL, {"BROWSER": "missing:'"}) is None


def test_a_mac_seen_from_afar_has_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert browser.command(URL, {}) == ["open", URL]
    assert browser.command(URL, {"SSH_CONNECTION": "1.2.3.4 5 6.7.8.9 22"}) is None


def test_a_command_that_fails_is_told_from_one_that_works() -> None:
    assert browser.open_window([sys.executable, "-c", ""])
    assert not browser.open_window([sys.executable, "-c", "raise SystemExit(3)"])
    assert not browser.open_window(["/nowhere/at/all"])


def test_the_command_gets_no_terminal(tmp_path: Path) -> None:
    """Else a text-mode browser that something else starts would take ours over."""
    said = tmp_path / "said"
    code = f"import os; open({str(said)!r}, 'w').write(str([os.isatty(n) for n in range(3)]))"
    assert browser.open_window([sys.executable, "-c", code])
    assert said.read_text() == "[False, False, False]"
