"""The record of a class: what was asked, how it voted and what came of it. The file's schema.

A class is kept as one JSON object, a key for each field of :class:`Record`; it needs nothing else
to be read, not even the debate. Who adds to it only appends:

    {"kind": "class", "format": 1,
     "debate": "Should the president meet Putin?", "begun": "2026-11-25T09:00:00+01:00",
     "group": "10a", "people": 28,
     "items": [
       {"id": "meeting", "kind": "question", "text": "Should they meet?",
        "options": {"meet": "Meet", "dont-meet": "Don't meet"}},
       {"id": "fried.no-turn", "kind": "claim", "label": "Fried 1.1", "text": "Russia …",
        "options": {"agree": "Agree", "disagree": "Disagree", "unsure": "Unsure"}}],
     "plan": [{"phase": "predict", "minutes": 5}, {"phase": "again", "minutes": 7}],
     "predictions": [{"on": "meeting", "option": "meet"}],
     "votes": [{"round": 1, "on": "meeting", "counts": {"meet": 17, "dont-meet": 9}}],
     "notes": [{"text": "Who checks this?", "phase": "predict", "at": "2026-11-25T09:04:11+01:00"}]}

A vote without ``by`` is a show of hands. One with it is a single student's, on a device of their
own, and counts beside all others; whoever votes again on the same item in the same round replaces
what they said before (:func:`debate.lessons.votes.tally`). Times are ISO 8601.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from debate.model.bounds import Between
from debate.model.claim import STRICT, Share

Round = Literal[1, 2]

#: The parts of a lesson, in the order in which they come.
Phase = Literal["predict", "walk", "discuss", "judge", "crux", "again"]

PHASES: tuple[Phase, ...] = ("predict", "walk", "discuss", "judge", "crux", "again")

PHASE_TITLES: Mapping[Phase, str] = {
    "predict": "Predict",
    "walk": "Walk",
    "discuss": "Discuss",
    "judge": "Judge",
    "crux": "Crux",
    "again": "Vote again",
}

#: What one can say to a claim, from one end of the scale to the other.
ANSWERS: Mapping[str, str] = {"agree": "Agree", "unsure": "Unsure", "disagree": "Disagree"}

#: More than any room holds: a slip of the finger, not a count.
MOST = 9999

Count = Annotated[int, Between(0, MOST)]
Minutes = Annotated[int, Between(0, 600)]


@dataclass(frozen=True, slots=True)
class Item:
    """What is voted on: a question with its options, or a claim with :data:`ANSWERS`.

    ``id`` is the question's, or the claim's name as the command line takes it; ``options`` maps
    ids to words; ``label`` says whose claim it is.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    kind: Literal["question", "claim"]
    text: str
    options: dict[str, str]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A phase of the plan and how long it may take; 0 minutes leave it out."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    phase: Phase
    minutes: Minutes


@dataclass(frozen=True, slots=True)
class Vote:
    """How many were for each option, in the first vote or the second."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    round: Round
    on: str
    counts: dict[str, Count]
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Prediction:
    """Which option the class expects to stand; None where it expects that none does."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    on: str
    option: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """What the teacher wrote down, when, and in which phase."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    text: str
    phase: Phase
    at: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One side's recommendation under the class's votes: its verdict alone, and its strength."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    side: str
    option: str
    verdict: Literal["stands", "falls", "open"]
    strength: Share


@dataclass(frozen=True, slots=True)
class Finding:
    """What becomes of a question if the class is right, by the votes up to a round.

    ``option`` is the id of the one that stands, all sides together; None where none alone does.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    round: Round
    on: str
    option: str | None
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Timer:
    """The seconds that a phase has left, below 0 when it is over; ``ends`` while it runs."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    phase: Phase
    left: float
    ends: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known of one class.

    ``begun`` and ``ended`` are times, ``ended`` None as long as it can be gone on with; ``people``
    is how many are in the room, None where nobody said. ``at`` is the number of the slide that is
    shown (:func:`debate.lessons.slides.slides`), ``timers`` what each phase has left.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    kind: Literal["class"]
    format: Literal[1]
    debate: str
    begun: str
    items: tuple[Item, ...]
    plan: tuple[Stage, ...]
    group: str = ""
    people: Count | None = None
    ended: str | None = None
    at: Annotated[int, Between(0, 10**9)] = 0
    timers: tuple[Timer, ...] = ()
    predictions: tuple[Prediction, ...] = ()
    votes: tuple[Vote, ...] = ()
    notes: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    @property
    def questions(self) -> list[Item]:
        """The questions that are voted on."""
        return [item for item in self.items if item.kind == "question"]

    @property
    def claims(self) -> list[Item]:
        """The claims that are voted on."""
        return [item for item in self.items if item.kind == "claim"]

    @property
    def phases(self) -> list[Phase]:
        """The phases that have time in the plan, in their order."""
        timed = {stage.phase for stage in self.plan if stage.minutes}
        return [phase for phase in PHASES if phase in timed]

    def item(self, id: str) -> Item:
        """The item with an id; raises KeyError."""
        for item in self.items:
            if item.id == id:
                return item
        raise KeyError(id)

    def minutes(self, phase: Phase) -> int:
        """How long a phase may take."""
        return next((stage.minutes for stage in self.plan if stage.phase == phase), 0)

    def prediction(self, question: str) -> Prediction | None:
        """What was predicted on a question; None where nothing was yet."""
        return next((made for made in self.predictions if made.on == question), None)

    @property
    def hidden(self) -> bool:
        """Whether verdicts are kept from the class: it is still to predict. Not once it is over."""
        awaited = self.ended is None and "predict" in self.phases
        return awaited and any(self.prediction(item.id) is None for item in self.questions)


#: 45 minutes.
PRESET: tuple[Stage, ...] = (
    Stage("predict", 5),
    Stage("walk", 12),
    Stage("discuss", 0),
    Stage("judge", 13),
    Stage("crux", 8),
    Stage("again", 7),
)
