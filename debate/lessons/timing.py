"""The timer of each phase: it runs by the clock on the wall, so that a crash does not stop it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from debate.lessons.record import Phase, Record, Timer


def timer(record: Record, phase: Phase) -> Timer:
    """A phase's timer; a full one that stands still where it was never started."""
    full = Timer(phase, record.minutes(phase) * 60.0)
    return next((timer for timer in record.timers if timer.phase == phase), full)


def left(record: Record, phase: Phase, now: datetime) -> float:
    """The seconds that a phase has left at a time; below 0 when its time is over."""
    found = timer(record, phase)
    if found.ends is None:
        return found.left
    return (datetime.fromisoformat(found.ends) - now).total_seconds()


def runs(record: Record, phase: Phase) -> bool:
    """Whether a phase's timer runs."""
    return timer(record, phase).ends is not None


def start(record: Record, phase: Phase, now: datetime) -> Record:
    """With this phase's timer running and all others standing still."""
    seconds = left(record, phase, now)
    ends = (now + timedelta(seconds=seconds)).isoformat()
    return _with(stop(record, now), Timer(phase, seconds, ends))


def stop(record: Record, now: datetime) -> Record:
    """With every timer standing still."""
    stopped = tuple(Timer(t.phase, left(record, t.phase, now)) for t in record.timers)
    return replace(record, timers=stopped)


def longer(record: Record, phase: Phase, seconds: float, now: datetime) -> Record:
    """With so many seconds more for a phase, counted from now where its time was over."""
    more = max(left(record, phase, now), 0.0) + seconds
    ends = (now + timedelta(seconds=more)).isoformat() if runs(record, phase) else None
    return _with(record, Timer(phase, more, ends))


def resumed(record: Record, now: datetime) -> Record:
    """A record taken up again: a timer that ran out meanwhile stands at 0, another runs on."""
    timers = tuple(
        Timer(t.phase, 0.0) if t.ends and left(record, t.phase, now) < 0 else t
        for t in record.timers
    )
    return replace(record, timers=timers)


def _with(record: Record, timer: Timer) -> Record:
    others = tuple(other for other in record.timers if other.phase != timer.phase)
    return replace(record, timers=(*others, timer))
