"""Judgements of a session: taken, taken back, kept, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from debate.model import Debate
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.judgements import NO_JUDGEMENTS, Judgements
from debate.tui import saved
from debate.tui.judging import Judging
from tests.support.walking import everything


@pytest.fixture
def debate() -> Debate:
    return everything()


@pytest.fixture
def judging(debate: Debate) -> Judging:
    return Judging(debate)


def verdicts(evaluation: Evaluation) -> list[str]:
    return [evaluation.verdict(row) for row in range(len(evaluation.debate.claims))]


def test_nothing_is_worked_out_before_it_is_looked_at(
    judging: Judging, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    monkeypatch.setattr("debate.reasoning.evaluate.Evaluation", lambda *given: made.append(given))
    assert not judging.shown
    judging.toggle(0, "accept")
    assert judging.shown
    assert not made


def test_the_same_judgement_once_more_takes_it_back(judging: Judging) -> None:
    judging.toggle(0, "accept")
    assert judging.judgements == Judgements(accepted=frozenset({0}))
    judging.toggle(0, "reject")
    assert judging.judgements == Judgements(rejected=frozenset({0}))
    judging.toggle(0, "reject")
    assert judging.judgements == NO_JUDGEMENTS


def test_a_row_that_repeats_a_claim_judges_that_claim_and_weighs_its_own_step(
    debate: Debate, judging: Judging
) -> None:
    again = next(row for row, claim in enumerate(debate.claims) if claim.target >= 0)
    first = debate.claims[again].target
    judging.toggle(again, "accept")
    judging.believe(again, 0.5)
    judging.weigh(again, 0.5)
    assert judging.judgements.accepted == {first}
    assert judging.judgements.credence == {first: 0.5}
    assert judging.judgements.weight == {again: 0.5}
    judging.clear(again)
    assert judging.judgements == NO_JUDGEMENTS


def test_undo_and_redo_bring_back_what_followed(debate: Debate, judging: Judging) -> None:
    states = [verdicts(judging.evaluation)]
    late, dry = debate.find("ann.late"), debate.find("ann.dry")
    changes: list[Callable[[], None]] = [
        lambda: judging.toggle(dry, "accept"),
        lambda: judging.toggle(late, "reject"),
        lambda: judging.believe(dry, 0.3),
        lambda: judging.weigh(late, 0.0),
        lambda: judging.take(NO_JUDGEMENTS),
    ]
    for change in changes:
        change()
        states.append(verdicts(judging.evaluation))
        assert states[-1] == verdicts(Evaluation(debate, judging.judgements))
    for state in states[-2::-1]:
        assert judging.undo()
        assert verdicts(judging.evaluation) == state
    assert not judging.undo()
    for state in states[1:]:
        assert judging.redo()
        assert verdicts(judging.evaluation) == state
    assert not judging.redo()


def test_a_new_judgement_forgets_what_was_undone(judging: Judging) -> None:
    judging.toggle(0, "accept")
    judging.undo()
    judging.toggle(0, "reject")
    assert not judging.redo()


def test_an_objection_that_a_speaker_grants_begins_at_less_than_a_reason(
    debate: Debate, judging: Judging
) -> None:
    assert judging.weight(debate.find("ann.late")) == 0.4
    assert judging.weight(debate.find("ann.good")) == 0.5
    judging.weigh(debate.find("ann.late"), 0.9)
    assert judging.weight(debate.find("ann.late")) == 0.9


# ---------------------------------------------------------------------- from one day to the next


def test_judgements_are_kept_and_found_again(debate: Debate) -> None:
    judgements = Judgements().accept(1).reject(2).believe(3, 0.25).weigh(2, 0.0)
    sheet = saved.Sheet("key", debate)
    assert sheet.keep(judgements) == judgements
    assert saved.Sheet("key", debate).recall() == (judgements, "")
    assert saved.Sheet("other", debate).recall() == (NO_JUDGEMENTS, "")
    assert sheet.keep(NO_JUDGEMENTS) == NO_JUDGEMENTS
    assert not saved.place("key").exists()
    assert not sheet.behind


def test_another_window_loses_nothing_that_it_judged(debate: Debate) -> None:
    common = Judgements().accept(1).reject(2).believe(3, 0.25)
    saved.Sheet("key", debate).keep(common)
    one, other = (saved.Sheet("key", debate) for _ in range(2))
    assert one.recall() == other.recall() == (common, "")
    one.keep(common.clear(1).weigh(2, 0.0).believe(3, 0.5))
    together = other.keep(common.reject(4).believe(3, 0.75))  # both judged 3: the last counts
    assert together == Judgements().reject(2).reject(4).believe(3, 0.75).weigh(2, 0.0)
    assert saved.Sheet("key", debate).recall() == (together, "")
    one.keep(common.clear(1).weigh(2, 0.0).believe(3, 0.5))  # nothing new here
    assert saved.Sheet("key", debate).recall() == (together, "")


def test_what_another_window_took_back_altogether_is_taken_back(debate: Debate) -> None:
    common = Judgements().accept(1).reject(2)
    saved.Sheet("key", debate).keep(common)
    one, other = (saved.Sheet("key", debate) for _ in range(2))
    one.recall(), other.recall()
    one.keep(NO_JUDGEMENTS)
    assert other.keep(common.believe(3, 0.5)) == Judgements().believe(3, 0.5)


def test_what_another_window_broke_is_set_aside(debate: Debate) -> None:
    sheet = saved.Sheet("key", debate)
    sheet.keep(Judgements().accept(1))
    sheet.path.write_text("{")
    assert sheet.keep(Judgements().accept(2)) == Judgements().accept(2)
    assert sheet.path.with_name(sheet.path.name + ".broken").read_text() == "{"


@pytest.mark.parametrize(
    "content", [b"{", b"\xff", b'{"accept": ["ann.gone"]}', b'{"credence": {"ann.dry": 2}}']
)
def test_a_file_that_cannot_be_used_is_set_aside(debate: Debate, content: bytes) -> None:
    place = saved.place("key")
    place.parent.mkdir(parents=True)
    place.write_bytes(content)
    judgements, told = saved.Sheet("key", debate).recall()
    assert judgements == NO_JUDGEMENTS
    assert "set aside" in told
    assert not place.exists()
    assert place.with_name(place.name + ".broken").read_bytes() == content


def test_a_folder_in_the_place_of_the_file_is_told(debate: Debate) -> None:
    saved.place("key").mkdir(parents=True)
    judgements, told = saved.Sheet("key", debate).recall()
    assert judgements == NO_JUDGEMENTS
    assert "cannot be read" in told


def test_what_is_saved_is_what_the_command_line_reads(debate: Debate, tmp_path: Path) -> None:
    judgements = Judgements().accept(debate.find("ann.dry")).weigh(debate.find("ann.late"), 0.0)
    saved.save(tmp_path / "mine.json", judgements, debate)
    assert saved.load(tmp_path / "mine.json", debate) == judgements
