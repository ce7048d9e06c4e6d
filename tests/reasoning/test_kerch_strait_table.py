"""What judging makes of the shipped debate, cell by cell.

Fried would meet on one condition and doubts himself that it holds: his yes is open until somebody
says something about the condition, stands or falls with it, and at even odds is open again. The
others say what they say without conditions. On the meeting Fried's open yes keeps the question
open, and once his condition is rejected only Åslund's no is left; on the response Åslund and
O'Toole are each as good as the other, whatever becomes of the meeting.
"""

from __future__ import annotations

import pytest

from debate.files import bundled, load
from debate.model import Debate
from debate.reasoning.evaluate import Evaluation, question_verdict
from debate.reasoning.judgements import Judgements

SIDES = (
    *("fried.meet", "fried.sanctions"),
    *("aslund.dont-meet", "aslund.sanctions"),
    "otoole.other-tools",
)

TABLE = """
judged           | meet   | sanctions | dont-meet | sanctions | other-tools | meeting   | response
nothing          | open   | open      | stands    | stands    | stands      | open      | open
accept           | stands | open      | stands    | stands    | stands      | open      | open
reject           | falls  | open      | stands    | stands    | stands      | dont-meet | open
credence 0.2     | falls  | open      | stands    | stands    | stands      |           |
credence 0.5     | open   | open      | stands    | stands    | stands      |           |
credence 0.7     | stands | open      | stands    | stands    | stands      |           |
"""

ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()[1:]]


@pytest.fixture(scope="module")
def debate() -> Debate:
    return load(bundled())


def judged(debate: Debate, words: str) -> Judgements:
    row = debate.find("fried.right-message")
    none = Judgements()
    if words.startswith("credence"):
        return none.believe(row, float(words.split()[1]))
    return {"nothing": none, "accept": none.accept(row), "reject": none.reject(row)}[words]


@pytest.mark.parametrize("cells", ROWS, ids=[row[0] for row in ROWS])
def test_the_row(debate: Debate, cells: list[str]) -> None:
    words, *verdicts = cells
    evaluation = Evaluation(debate, judged(debate, words))
    found = [evaluation.verdict(debate.find(name)) for name in SIDES]
    assert found == verdicts[:5]
    for question, wanted in zip(("meeting", "response"), verdicts[5:], strict=True):
        if wanted:
            outcome = evaluation.outcome(question)
            assert (outcome.option or question_verdict(outcome)) == wanted


def test_otoole_is_silent_on_the_meeting(debate: Debate) -> None:
    questions = Evaluation(debate).as_json()["questions"]
    assert questions["meeting"]["positions"]["otoole"] == "silent"


def test_why_fried_falls(debate: Debate) -> None:
    meet = debate.find("fried.meet")
    assert Evaluation(debate, judged(debate, "reject")).reason(meet) == "without a reason"
    condition = debate.find("fried.right-message")
    assert Evaluation(debate, judged(debate, "reject")).reason(condition) == "rejected"
    doubted = Evaluation(debate, judged(debate, "credence 0.2"))
    assert doubted.reason(condition) == "outweighed"
