"""Another version of the debate that is open: what the reader has is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from debate.model import Debate
from debate.model.problem import Problem
from debate.tui import aside
from debate.tui.following import _Next
from debate.tui.screens.base import View
from debate.tui.screens.search import SearchScreen
from debate.tui.widgets.files import FilesPane, News
from debate.tui.widgets.page import Page
from tests.support.build import build
from tests.support.hostile import EMPTY, TEXTS, hostile
from tests.support.walking import Walk, everything, walking


def tree(*claims: Any, title: str = "A small debate") -> Debate:
    return build({"ann": {"speaker": "Ann", "claims": list(claims)}}, title=title)


def many(first: int = 0, *, without: int = -1) -> Debate:
    claims = [
        {"claim": f"Thesis {n}.", "supports": [f"Reason {n}.", f"Another {n}."]}
        for n in range(first, 40)
        if n != without
    ]
    return tree(*claims)


async def adopt(walk: Walk, debate: Debate) -> None:
    """Show another version, and wait until it is on the screen."""
    app = walk.app
    app.adopt(debate)
    await walk.until(
        lambda: (
            isinstance(app.screen, View)
            and app.screen.session is app.session
            and app.screen.is_mounted
        )
    )
    await walk.pilot.pause()
    assert app.session is not None
    assert app.session.debate is debate


async def test_row_folds_search_and_the_line_on_screen_are_kept(tmp_path: Path) -> None:
    async with walking(many(3), tmp_path) as walk:
        session = walk.app.session
        assert session is not None
        session.query = ("reason",)
        await walk.press("space", *"]]]]]]]]]]]]]]]")
        assert walk.name == "ann:16"
        place = walk.lines.index(next(line for line in walk.lines if "Thesis 18" in line))
        await adopt(walk, many(0))
        await walk.until(lambda: walk.name == "ann:19")
        await walk.until(lambda: len(walk.lines) > place and "Thesis 18" in walk.lines[place])
        assert walk.app.session is not None
        assert walk.app.session.query == ("reason",)
        folds = walk.screen.folds
        folded = [row for row in folds.rows if folds.is_folded(row)]
        assert [walk.app.session.debate.text(row) for row in folded] == ["Thesis 3."]


async def test_history_leads_to_the_same_claims(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("2", "1", "2")
        before = walk.name
        await walk.press("b")
        await adopt(walk, everything())
        assert await walk.press("f") == before


async def test_judgements_on_what_is_gone_are_kept_aside_and_come_back(tmp_path: Path) -> None:
    async with walking(many(), tmp_path) as walk:
        assert walk.app.session is not None
        key = walk.app.session.key
        await walk.press("a", "]", "r", "]", "a")  # 0 accepted, 1 rejected, 2 accepted
        await adopt(walk, many(without=1))
        await walk.until(lambda: len(aside.recall(key)) == 1)
        judged = walk.app.session.judging.judgements
        texts = walk.app.session.debate.text
        assert {texts(row) for row in judged.accepted} == {"Thesis 0.", "Thesis 2."}
        assert not judged.rejected
        assert any("1 judgement set aside" in told for told in walk.told)
        assert json.loads(aside.place(key).read_text())[0]["text"] == "Thesis 1."
        await adopt(walk, many())
        await walk.until(lambda: not aside.recall(key))
        assert {texts_of(walk.app.session.debate, row) for row in
                walk.app.session.judging.judgements.rejected} == {"Thesis 1."}  # fmt: skip
        assert not aside.place(key).exists()


async def test_undo_takes_back_what_was_done_last_wherever_its_claim_is_now(tmp_path: Path) -> None:
    async with walking(many(2), tmp_path) as walk:
        await walk.press("a", "]", "*", "]", "r")  # accepted 2, marked 3, rejected 4
        await adopt(walk, many(0))
        session = walk.app.session
        assert session is not None
        text = session.debate.text
        assert [text(row) for row in session.judging.judgements.rejected] == ["Thesis 4."]
        await walk.press("z")
        assert not session.judging.judgements.rejected
        assert [text(row) for row in session.noting.annotations.marked] == ["Thesis 3."]
        await walk.press("z")
        assert not session.noting.annotations
        assert "Undone: mark on Ann 4." in walk.told  # the number of now
        await walk.press("z")
        assert not session.judging.judgements
        await walk.press("z")
        assert "There is nothing to undo." in walk.told
        await walk.press("Z", "Z", "Z")
        assert [text(row) for row in session.judging.judgements.rejected] == ["Thesis 4."]
        assert [text(row) for row in session.judging.judgements.accepted] == ["Thesis 2."]
        assert [text(row) for row in session.noting.annotations.marked] == ["Thesis 3."]


async def test_undo_passes_over_claims_that_are_gone_until_they_return(tmp_path: Path) -> None:
    async with walking(many(), tmp_path) as walk:
        await walk.press("a", "]", "r", "*")  # accepted 0, rejected and marked 1
        await adopt(walk, many(without=1))
        session = walk.app.session
        assert session is not None
        assert [lost.claim for lost in session.noting.annotations.lost] == ["Thesis 1."]
        await walk.press("z")  # a note on a claim that is gone is still a note
        assert not session.noting.annotations
        await walk.press("Z")
        await adopt(walk, many())
        session = walk.app.session
        assert session is not None
        assert session.noting.annotations.marked == [3]
        assert session.judging.judgements.rejected == {3}
        await walk.press("z", "z")
        assert session.judging.judgements.accepted == {0}
        assert not session.judging.judgements.rejected
        assert not session.noting.annotations


async def test_notes_that_cannot_be_written_down_are_carried_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with walking(many(2), tmp_path) as walk:
        monkeypatch.setattr("debate.tui.notebook.save", full)
        await walk.press("*")
        await adopt(walk, many(0))
        session = walk.app.session
        assert session is not None
        text = session.debate.text
        assert [text(row) for row in session.noting.annotations.marked] == ["Thesis 2."]
        monkeypatch.undo()


def texts_of(debate: Debate, row: int) -> str:
    return debate.text(row)


async def test_a_version_waits_for_a_dialog_to_be_closed(tmp_path: Path) -> None:
    async with walking(many(), tmp_path) as walk:
        await walk.press("/", "4")
        assert isinstance(walk.app.screen, SearchScreen)
        session = walk.app.session
        assert session is not None
        new = many(without=3)
        from debate.model.alignment import Alignment

        walk.app._next = _Next(new, Alignment(session.debate, new))
        walk.app._follow_on()
        await walk.pilot.pause(0.3)
        assert walk.app.session is session
        await walk.pilot.press("enter")
        await walk.until(lambda: walk.app.session is not session)
        await walk.until(lambda: walk.name == "ann:4")
        assert new.text(walk.app.session.row) == "Thesis 4."


@pytest.mark.parametrize("view", ["overview", "walk", "compare"])
async def test_from_any_debate_to_any_other(tmp_path: Path, view: str) -> None:
    async with walking(everything(), tmp_path, (80, 24)) as walk:
        for key in "owc":
            await walk.pilot.press(key)
        walk.app.action_view(view)  # type: ignore[arg-type]
        for debate in (hostile(), EMPTY, everything(), many(), EMPTY, hostile()):
            await adopt(walk, debate)
            await walk.pilot.pause(0.1)
            assert walk.app.session is not None
            assert walk.app.session.debate is debate
            assert walk.app.current_mode == view
            await walk.pilot.press("down", "pagedown", "up")
        assert not any("fault" in told for told in walk.told)


async def test_hostile_problems_are_shown_as_they_are(tmp_path: Path) -> None:
    problems = [
        Problem(f"/x/{text[:20]}.yaml", 3, 1, "error", "c", f"no {text}", f"say {text}")
        for text in (*TEXTS, "\x1b]0;evil\x07")
    ]
    async with walking(everything(), tmp_path, (80, 24)) as walk:
        walk.app._tell(News(problems))
        await walk.pilot.pause(0.1)
        pane = walk.app.screen.query_one(FilesPane)
        page = pane.query_one(Page)
        assert 3 <= page.size.height <= 0.35 * 24
        seen = "\n".join(page.render_line(y).text for y in range(page.size.height))
        assert "no [/b]" in seen
        assert "\x1b" not in "".join(line.plain for line in page._sheet.lines)
        await walk.pilot.press("E", "down", "down", "end")
        assert pane.fault is not None
        assert pane.fault.file == problems[-1].file
        await walk.pilot.press("E")
        await walk.pilot.pause()
        assert not page.display
        assert walk.focused == "Outline"
        walk.app._tell(News())
        await walk.pilot.pause()
        assert not pane.display
        await walk.pilot.press("E")
        assert "The files are in order." in walk.told


async def test_progress_is_shown_while_a_large_debate_is_read(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path, (80, 24)) as walk:
        walk.app._tell(News(read=0.0))
        walk.app._advanced(walk.app._version, 0.5)
        await walk.pilot.pause(0.1)
        head = walk.app.screen.query_one(FilesPane).children[0]
        assert "Reading the changed files" in head.render_line(0).text
        assert " 50%" in head.render_line(0).text
        assert walk.focused == "Outline"


@pytest.mark.parametrize(
    "text", ["[", "{}", '[{"name": 1}]', '[{"name": "a", "text": "b", "kind": "credence"}]']
)
def test_an_odd_file_of_what_is_aside_is_set_aside_itself(text: str) -> None:
    path = aside.place("k")
    path.parent.mkdir(parents=True)
    path.write_text(text)
    assert aside.recall("k") == []
    assert not path.exists() or text == "{}"


async def test_a_large_version_that_is_gone_is_let_go_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("debate.tui.following._LARGE", 10)
    monkeypatch.setattr("debate.tui.following._SLICE", 7)
    async with walking(everything(), tmp_path) as walk:
        await walk.press("o", "m", "c", "G", "space", "w")
        versions = [everything() for _ in range(4)]
        for number, debate in enumerate(versions):
            await walk.press("a", "*", "n")
            for key in "owmc"[number:]:
                await walk.pilot.press(key)
            await adopt(walk, debate)
        for debate in versions[:-1]:
            await walk.until(lambda: not debate.claims)  # noqa: B023 - awaited at once
        assert versions[-1].claims
        for key in "omcGwz/":
            await walk.pilot.press(key)
        await walk.pilot.pause()
        assert not any("fault" in told for told in walk.told)
