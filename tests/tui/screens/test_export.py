"""Exporting from inside the app: what is chosen is previewed and written, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Checkbox, Input, Select, SelectionList, Static

from debate import writers
from debate.model import Debate
from debate.tui.app import DebateApp
from debate.tui.exporting import PREVIEW_CHARACTERS, extension_of, renamed
from debate.tui.screens.export import ExportScreen
from debate.tui.widgets.formats import FormatList
from debate.writers import NotInstalled, Options, Writer, export
from tests.support.build import build
from tests.support.hostile import EMPTY, hostile


@pytest.fixture(autouse=True)
def somewhere_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def debate() -> Debate:
    reason = {"claim": "A reason.", "supports": ["A deeper reason."]}
    return build(
        {
            "ann": {"short": "Ann", "claims": [{"claim": "Ann's thesis.", "supports": [reason]}]},
            "bo": {"short": "Bo", "claims": ["Bo's thesis."]},
        },
        background=["A fact."],
    )


def app_on(debate: Debate) -> DebateApp:
    return DebateApp(debate, Path("river/debate.yaml"))


async def opened(pilot: Pilot[None]) -> ExportScreen:
    await pilot.press("x")
    await settled(pilot)
    assert isinstance(pilot.app.screen, ExportScreen)
    return pilot.app.screen


async def settled(pilot: Pilot[None]) -> None:
    """Wait for the preview, or for the file."""
    await pilot.pause(0.2)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def content(dialog: ExportScreen, selector: str) -> str:
    return str(dialog.query_one(selector, Static).content)


async def test_the_preview_is_the_beginning_of_the_file(debate: Debate) -> None:
    app = app_on(debate)
    async with app.run_test(size=(100, 40), notifications=True, tooltips=True) as pilot:
        dialog = await opened(pilot)
        assert content(dialog, "#text") == export(debate, "markdown")
        assert dialog.query_one("#file", Input).value == "river.md"


async def test_format_sides_and_depth_are_what_is_written(debate: Debate, tmp_path: Path) -> None:
    app = app_on(debate)
    async with app.run_test(size=(100, 40)) as pilot:
        dialog = await opened(pilot)
        await pilot.press(*"plain")
        assert dialog.query_one(FormatList).has_focus
        await pilot.press("tab", "down", "space", "tab", "1")
        await settled(pilot)
        expected = export(debate, "text", sides=["ann", "background"], depth=1)
        assert content(dialog, "#text") == expected
        assert "A reason." in expected
        assert "A deeper reason." not in expected
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert (tmp_path / "river.txt").read_text("utf-8") == expected
        assert app.screen is not dialog
        assert [str(n.message) for n in app._notifications] == ["Saved river.txt"]


async def test_what_is_there_is_replaced_only_when_asked_twice(
    debate: Debate, tmp_path: Path
) -> None:
    (tmp_path / "river.md").write_text("precious")
    app = app_on(debate)
    async with app.run_test(size=(100, 40)) as pilot:
        dialog = await opened(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "river.md is already there" in content(dialog, "#answer")
        assert (tmp_path / "river.md").read_text() == "precious"
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert (tmp_path / "river.md").read_text("utf-8") == export(debate, "markdown")


async def test_another_name_is_asked_about_anew(debate: Debate, tmp_path: Path) -> None:
    for name in ("river.md", "rivers.md"):
        (tmp_path / name).write_text("precious")
    app = app_on(debate)
    async with app.run_test(size=(100, 40)) as pilot:
        dialog = await opened(pilot)
        await pilot.press("ctrl+s")
        dialog.query_one("#file", Input).value = "rivers.md"
        await pilot.pause()
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "rivers.md is already there" in content(dialog, "#answer")
        assert (tmp_path / "rivers.md").read_text() == "precious"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "Give the file a name."),
        ("nowhere/river.md", "Cannot write"),
        ("~nobody-at-all/river.md", "There is no"),
        ("x" * 300, "Cannot write"),
        ("home.md/x", "Cannot write"),
    ],
)
async def test_what_cannot_be_written_is_told_in_the_dialog(
    debate: Debate, tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / "home.md").write_text("no folder")
    app = app_on(debate)
    async with app.run_test(size=(100, 40)) as pilot:
        dialog = await opened(pilot)
        dialog.query_one("#file", Input).value = name
        await pilot.pause()
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert content(dialog, "#answer").startswith(told)
        assert "\n" not in content(dialog, "#answer")
        assert app.screen is dialog


async def test_no_side_is_no_file(debate: Debate, tmp_path: Path) -> None:
    app = app_on(debate)
    async with app.run_test(size=(100, 40)) as pilot:
        dialog = await opened(pilot)
        dialog.query_one(SelectionList).deselect_all()
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert content(dialog, "#answer") == "Choose at least one side."
        assert not (tmp_path / "river.md").exists()


async def test_the_extension_follows_the_format_unless_it_is_the_user_s_own(debate: Debate) -> None:
    app = app_on(debate)
    async with app.run_test(size=(100, 40)) as pilot:
        dialog = await opened(pilot)
        file = dialog.query_one("#file", Input)
        await pilot.press("down")
        assert file.value == f"river{dialog.writer.extension}" != "river.md"
        file.value = "talk.v2"
        await pilot.press("up", "up")
        assert file.value == "talk.v2"


async def test_a_home_is_expanded(debate: Debate, tmp_path: Path) -> None:
    app = app_on(debate)
    async with app.run_test(size=(100, 40)) as pilot:
        dialog = await opened(pilot)
        dialog.query_one("#file", Input).value = "~/there.md"
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert (tmp_path / "there.md").exists()


async def test_escape_and_the_button_leave_without_a_file(debate: Debate, tmp_path: Path) -> None:
    app = app_on(debate)
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await pilot.press("escape")
        assert not isinstance(app.screen, ExportScreen)
        await opened(pilot)
        await pilot.click("#cancel")
        assert not isinstance(app.screen, ExportScreen)
        assert not (tmp_path / "river.md").exists()


async def test_the_mouse_saves(debate: Debate, tmp_path: Path) -> None:
    app = app_on(debate)
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await pilot.click("#save")
        await settled(pilot)
        assert (tmp_path / "river.md").exists()


async def test_of_an_endless_file_only_the_beginning_is_computed(
    debate: Debate, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = 0

    def endless(_debate: Debate, _options: Options) -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "[bold]line[/bold]\n"

    monkeypatch.setattr(writers, "names", lambda: ["markdown"])
    monkeypatch.setattr(
        writers, "get", lambda name: Writer(name, "[/b] [@click=app.quit]x", ".md", endless)
    )
    app = app_on(debate)
    async with app.run_test(size=(100, 40)) as pilot:
        dialog = await opened(pilot)
        assert content(dialog, "#text").startswith("[bold]line[/bold]\n[bold]")
        assert taken < PREVIEW_CHARACTERS


async def test_a_writer_that_breaks_is_told_in_one_line(
    debate: Debate, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_debate: Debate, _options: Options) -> Iterator[str]:
        yield "x"
        raise RuntimeError("[/b] out of\nink")

    monkeypatch.setattr(writers, "names", lambda: ["markdown", "lost"])

    def get(name: str) -> Writer:
        if name == "lost":
            raise writers.UnusableWriter("lost does not load: [/b]")
        return Writer(name, "Broken", ".md", broken)

    monkeypatch.setattr(writers, "get", get)
    app = app_on(debate)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("x")
        await pilot.pause(0.4)
        assert isinstance(app.screen, ExportScreen)
        assert content(app.screen, "#answer") == "[/b] out of ink"
        assert [str(n.message) for n in app._notifications] == ["lost does not load: [/b]"]


# ---------------------------------------------------------------------- formats of any kind


def fake(monkeypatch: pytest.MonkeyPatch, *made: Writer) -> None:
    """Formats beside Markdown, as if they were installed."""
    real = writers.get
    found = {writer.name: writer for writer in made}
    monkeypatch.setattr(writers, "names", lambda: ["markdown", *found])
    monkeypatch.setattr(writers, "get", lambda name: found.get(name) or real(name))


def bits(debate: Debate, options: Options) -> Iterator[bytes]:
    options.lose("undercut", "[/b] written as an objection", 2)
    yield f"{len(debate.claims)} {options.style} {options.numbers} {options.cites}".encode()


def missing(_debate: Debate, _options: Options) -> Iterator[bytes]:
    raise NotInstalled("PDF", "pdf")
    yield b""


async def test_letters_find_a_format_and_backspace_takes_them_back(debate: Debate) -> None:
    app = app_on(debate)
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = await opened(pilot)
        formats = dialog.query_one(FormatList)
        everything = formats.option_count
        await pilot.press(*"word d", *"zzz")
        assert dialog.writer.name == "docx"
        assert formats.typed == "word d"  # a letter that finds nothing is not taken
        await pilot.press(*["backspace"] * 6, *"js")
        assert (dialog.writer.name, content(dialog, "#typed")) == ("json", "Format: js▏")
        await pilot.press("escape")
        assert (formats.option_count, formats.typed) == (everything, "")
        assert dialog.writer.name == "json"
        await pilot.press("enter")
        assert dialog.query_one("#file", Input).has_focus


async def test_the_format_follows_the_name_that_is_typed(debate: Debate) -> None:
    app = app_on(debate)
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = await opened(pilot)
        dialog.query_one("#file", Input).value = "talk.txt"
        await pilot.pause()
        assert dialog.writer.name == "text"
        dialog.query_one("#file", Input).value = "talk.html.bak"
        await pilot.pause()
        assert dialog.writer.name == "text"


async def test_what_is_no_text_has_no_preview_and_tells_what_it_loses(
    debate: Debate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(monkeypatch, Writer("bits", "Bits [/b]", ".b.json", bits, ("plain", "fine"), True))
    app = app_on(debate)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        dialog = await opened(pilot)
        assert not dialog.query_one("#styled").display
        await pilot.press(*"bits")
        await settled(pilot)
        assert content(dialog, "#text") == "Bits [/b]: no text, and so no preview"
        assert dialog.query_one("#file", Input).value == "river.b.json"
        dialog.query_one("#style", Select).value = "fine"
        dialog.query_one("#numbers", Select).value = "outline"
        dialog.query_one("#cites", Checkbox).toggle()
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert (tmp_path / "river.b.json").read_bytes() == b"5 fine outline False"
        [note] = app._notifications
        told = "Not in Bits [/b]: 2 undercuts: [/b] written as an objection"
        assert str(note.message) == f"Saved river.b.json\n{told}"


async def test_what_is_not_installed_is_told_at_once_and_writes_nothing(
    debate: Debate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(monkeypatch, Writer("none", "None", ".none", missing, binary=True))
    app = app_on(debate)
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = await opened(pilot)
        await pilot.press(*"none")
        await settled(pilot)
        said = "PDF needs the extra pdf: pip install 'debate[pdf]'"
        assert content(dialog, "#answer") == said
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert content(dialog, "#answer") == said
        assert app.screen is dialog
        assert not list(tmp_path.glob("*none*"))


async def test_judgements_go_with_it_unless_they_are_not_wanted(
    debate: Debate, tmp_path: Path
) -> None:
    app = app_on(debate)
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = await opened(pilot)
        assert not dialog.query("#judged")
        await pilot.press("escape", "1", "n", "r")
        dialog = await opened(pilot)
        assert "- **rejected**: Ann 1.1: A reason." in content(dialog, "#text")
        dialog.query_one("#judged", Checkbox).toggle()
        await settled(pilot)
        assert content(dialog, "#text") == export(debate, "markdown")
        dialog.query_one("#judged", Checkbox).toggle()
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "✗ falls: rejected" in (tmp_path / "river.md").read_text("utf-8")
        assert app.session is not None
        app.session.judging.veiled = True  # a class is to predict first
        assert not (await opened(pilot)).query("#judged")


@pytest.mark.parametrize(
    ("typed", "then"),
    [
        ("river", "river.md"),
        ("river.aif.json", "river.md"),
        ("River.AIF.JSON", "River.md"),
        ("a/b.c/river.json", "a/b.c/river.md"),
        ("a/b.c/river", "a/b.c/river.md"),
        ("river.v2", "river.v2"),
        (".json", ".json.md"),
        ("folder/", "folder/"),
    ],
)
def test_an_extension_is_swapped_whole(typed: str, then: str) -> None:
    known = [".json", ".aif.json", ".md"]
    assert renamed(typed, ".md", known) == then
    assert extension_of(then, known) == (".md" if then.endswith(".md") else "")


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 60)])
@pytest.mark.parametrize("made", [hostile, lambda: EMPTY])
async def test_hostile_and_empty_debates(
    tmp_path: Path, size: tuple[int, int], made: object
) -> None:
    assert callable(made)
    app = DebateApp(made(), tmp_path / "[bold] x")
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        dialog = await opened(pilot)
        assert dialog.query_one("#file", Input).value == "bold-x.md"
        await pilot.press("down", "up", "ctrl+s")
        await settled(pilot)
        assert (tmp_path / "bold-x.md").exists()
