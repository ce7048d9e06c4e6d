"""What leads away from a claim: links, sources, the clipboard."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

from debate.tui import browser
from debate.tui.screens.chooser import Address, Chooser
from tests.support.build import build
from tests.support.walking import Walk, everything, walking

URL = "https://x.org/a#:~:text=good%20for%20us"

Opened = list[list[str]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The commands that would have opened a window."""
    commands: Opened = []

    def note(command: list[str]) -> bool:
        commands.append(command)
        return True

    monkeypatch.setattr(browser, "command", lambda url: ["window", url])
    monkeypatch.setattr(browser, "open_window", note)
    return commands


async def shown(walk: Walk, kind: type[Chooser] | type[Address]) -> list[str]:
    """The lines of a dialog."""
    await walk.pilot.pause()
    await walk.app.workers.wait_for_complete()
    await walk.pilot.pause()
    assert isinstance(walk.app.screen, kind)
    if kind is Address:
        return [str(static.render()) for static in walk.app.screen.query(Static)]
    options = walk.app.screen.query_one(OptionList).options
    return [str(option.prompt) for option in options]


async def test_several_links_are_chosen_from(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("g")
        assert await shown(walk, Chooser) == [
            "≠ Bo 1  We should stay.",
            "≠ Bo 1.1  Walks are healthy.",
        ]
        assert await walk.press("j", "enter") == "bo.healthy"
        assert await walk.press("b") == "ann.go"
        await walk.pilot.press("g", "escape")
        assert walk.name == "ann.go"


async def test_the_source_opens_at_the_cited_words(tmp_path: Path, opened: Opened) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("+", "s")
        await walk.app.workers.wait_for_complete()
        assert opened == [["window", URL]]


async def test_several_sources_are_chosen_from(tmp_path: Path, opened: Opened) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("2")
        await walk.pilot.press("s")
        assert await shown(walk, Chooser) == ["Young 2001, p. 4", "No address"]
        await walk.press("enter")
        await walk.app.workers.wait_for_complete()
        assert opened == [["window", "https://x.org/a"]]


async def test_a_source_without_an_address_says_so(tmp_path: Path, opened: Opened) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("2")
        await walk.pilot.press("s", "down", "enter")
        await walk.pilot.pause()
        assert "no web address" in walk.told[-1]
        assert opened == []


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://a@b.c/"])
async def test_only_web_addresses_are_opened(tmp_path: Path, opened: Opened, url: str) -> None:
    claim = {"claim": "x", "cite": {"source": "s"}}
    debate = build({"ann": {"claims": [claim]}}, sources={"s": {"title": "t", "url": url}})
    async with walking(debate, tmp_path) as walk:
        await walk.press("s")
        assert "no web address" in walk.told[-1]
        assert opened == []


def nothing(url: str) -> None:
    return None


def failing(url: str) -> list[str]:
    return [sys.executable, "-c", "raise SystemExit(1)"]


@pytest.mark.parametrize(
    ("command", "why"), [(nothing, "no graphical browser"), (failing, "did not open")]
)
async def test_without_a_browser_the_address_is_shown_and_copied(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: Callable[[str], list[str] | None],
    why: str,
) -> None:
    monkeypatch.setattr(browser, "command", command)
    async with walking(everything(), tmp_path) as walk:
        await walk.press("+")
        await walk.pilot.press("s")
        lines = await shown(walk, Address)
        assert why in lines[0]
        assert lines[1] == URL
        assert walk.app.clipboard == URL
        await walk.pilot.press("escape")
        assert walk.screen


async def test_a_claim_is_copied_with_its_citation(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("+", "y")
        assert walk.app.clipboard == (
            f"Ann 1.2: The walk is good for us.\n  Young 2001, ¶ 3 “good for us”\n  {URL}"
        )
        await walk.press("2", "y")
        assert walk.app.clipboard == (
            "Bo 1: We should stay.\n  Young 2001, p. 4\n  https://x.org/a\n  No address"
        )
