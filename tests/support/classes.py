"""Classes for tests: a small one, and any that a file could hold."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from debate.lessons.record import (
    ANSWERS,
    MOST,
    PHASES,
    PRESET,
    Answer,
    Finding,
    Item,
    Note,
    Prediction,
    Record,
    Stage,
    Timer,
    Vote,
)
from tests.support.strategies import line

BEGUN = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)

MEETING = Item("q", "question", "Go or stay?", {"go": "Go", "stay": "Stay"})
DRY = Item("ann.dry", "claim", "It does not rain.", dict(ANSWERS), "Ann 1.1")
LATE = Item("ann.late", "claim", "It is late.", dict(ANSWERS), "Ann 1.4")


def record(*votes: Vote, **fields: object) -> Record:
    """A class on the small debate of tests.support.walking, with some votes."""
    made = Record(
        "class", 1, "Shall we go?", BEGUN.isoformat(), (MEETING, DRY, LATE), PRESET, votes=votes
    )
    from dataclasses import replace

    return replace(made, **fields)  # type: ignore[arg-type]


class Watch:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.at = BEGUN

    def __call__(self) -> datetime:
        return self.at

    def later(self, seconds: float) -> None:
        """So many seconds later."""
        self.at += timedelta(seconds=seconds)


_times = st.datetimes(timezones=st.just(UTC)).map(lambda at: at.isoformat())
_count = st.integers(0, MOST)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record that fits together."""
    ids = draw(st.lists(line, min_size=1, max_size=3, unique=True))
    items = []
    for number, id in enumerate(ids):
        options = draw(st.dictionaries(line, line, min_size=2, max_size=3))
        claim = bool(number % 2)
        kind, said = ("claim", dict(ANSWERS)) if claim else ("question", options)
        items.append(Item(id, kind, draw(line), said, draw(line) if claim else ""))  # type: ignore[arg-type]
    on = st.sampled_from(items)
    votes = []
    for item in draw(st.lists(on, max_size=4)):
        counts = draw(st.dictionaries(st.sampled_from(sorted(item.options)), _count, max_size=3))
        votes.append(Vote(draw(st.sampled_from([1, 2])), item.id, counts, draw(st.none() | line)))
    predictions = []
    for item in draw(st.lists(on, max_size=2, unique_by=lambda item: item.id)):
        option = draw(st.none() | st.sampled_from(sorted(item.options)))
        predictions.append(Prediction(item.id, option))
    phases = st.sampled_from(PHASES)
    plan = draw(st.lists(st.builds(Stage, phases, st.integers(0, 600)), max_size=4))
    answer = st.builds(Answer, line, line, st.sampled_from(["stands", "falls", "open"]),
                       st.floats(0, 1))  # fmt: skip
    return Record(
        "class",
        1,
        draw(line),
        draw(_times),
        tuple(items),
        tuple(plan),
        draw(line),
        draw(st.none() | _count),
        draw(st.none() | _times),
        draw(st.integers(0, 99)),
        tuple(
            draw(
                st.lists(
                    st.builds(Timer, phases, st.floats(-1e6, 1e6), st.none() | _times), max_size=2
                )
            )
        ),
        tuple(predictions),
        tuple(votes),
        tuple(draw(st.lists(st.builds(Note, line, phases, _times), max_size=2))),
        tuple(
            draw(
                st.lists(
                    st.builds(
                        Finding,
                        st.sampled_from([1, 2]),
                        line,
                        st.none() | line,
                        st.lists(answer, max_size=2).map(tuple),
                    ),
                    max_size=2,
                )
            )
        ),
    )
