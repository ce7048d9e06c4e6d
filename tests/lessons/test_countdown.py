from __future__ import annotations

from debate.lessons.countdown import Countdown


class Watch:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_minutes_run_down_are_stopped_and_taken_back() -> None:
    watch = Watch()
    time = Countdown(watch)
    assert not time.on and not time.runs and not time.pause()
    time.give(2)
    assert time.runs and time.left == 120
    watch.now = 30
    assert time.left == 90
    assert time.pause() and not time.runs
    watch.now = 500
    time.give(1)
    assert time.left == 150 and not time.runs  # it stays stopped
    time.pause()
    watch.now = 700
    assert time.left == -50  # over; a minute more is a whole minute
    time.give(1)
    assert time.left == 60
    time.give(-1)
    assert not time.on
    time.give(10_000)
    assert time.left == 36_000
