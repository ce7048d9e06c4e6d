"""What was done, as data: it goes back and forward, whatever happened meanwhile."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from debate.model import Debate
from debate.model.alignment import Alignment
from debate.tui.session import Session
from tests.support.build import build


def theses(*numbers: int) -> Debate:
    claims = [{"claim": f"{n} is the number of this one.", "id": f"c{n}"} for n in numbers]
    return build({"ann": {"speaker": "Ann", "claims": claims}})


def judge(session: Session, row: int, does: str) -> None:
    match does:
        case "believe":
            session.judging.believe(row, 0.5)
        case "write":
            session.noting.write(row, "Mine.")
        case "toggle":
            session.noting.toggle(row)
        case "accept" | "reject":
            session.judging.toggle(row, "accept" if does == "accept" else "reject")


def state(session: Session) -> object:
    name = session.debate.name
    now, notes = session.judging.judgements, session.noting.annotations
    return (
        {name(row) for row in now.accepted},
        {name(row) for row in now.rejected},
        {name(row): x for row, x in now.credence.items()},
        {name(row): one for row, one in notes.rows.items()},
    )


_DEEDS = st.lists(
    st.tuples(
        st.integers(0, 3), st.sampled_from(["accept", "reject", "believe", "write", "toggle"])
    )
)


@given(_DEEDS, st.permutations(range(4)))
def test_deeds_move_with_their_claims(deeds: list[tuple[int, str]], order: list[int]) -> None:
    from debate.tui.aside import moved
    from debate.tui.notebook import carried

    before = Session(theses(*range(4)), Path("x"))
    states = [state(before)]
    for row, does in deeds:
        judge(before, row, does)
        if state(before) != states[-1]:
            states.append(state(before))
    alignment = Alignment(before.debate, theses(9, *order))
    after = Session(alignment.new, before.path)
    after.follow(before, alignment)
    after.judging.follow(before.judging, lambda some: moved(some, alignment))
    after.noting.annotations = carried(before.noting.annotations, alignment)
    assert state(after) == states[-1]
    for expected in reversed(states[:-1]):
        assert after.undoing.undo() is not None
        assert state(after) == expected
    assert after.undoing.undo() is None
    for expected in states[1:]:
        assert after.undoing.redo() is not None
        assert state(after) == expected
    assert after.undoing.redo() is None
