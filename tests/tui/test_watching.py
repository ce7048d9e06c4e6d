from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from debate.tui import watching
from debate.tui.watching import Watcher


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "INTERVAL", 0.02)
    monkeypatch.setattr(watching, "QUIET", 0.02)


class Told:
    def __init__(self) -> None:
        self.event = Event()
        self.times = 0

    def __call__(self) -> None:
        self.times += 1
        self.event.set()

    def within(self, seconds: float) -> bool:
        found = self.event.wait(seconds)
        self.event.clear()
        return found


def rewrite(path: Path) -> None:
    path.write_text("other, and longer")


def touch(path: Path) -> None:
    os.utime(path, ns=(1, 1))


def swap(path: Path) -> None:
    beside = path.with_name("beside")
    beside.write_text("same")
    os.utime(beside, ns=(path.stat().st_mtime_ns,) * 2)  # only its number tells
    beside.replace(path)


@pytest.mark.parametrize("change", [rewrite, touch, swap, Path.unlink])
def test_every_kind_of_change_is_told_once(tmp_path: Path, change: Callable[[Path], None]) -> None:
    path, told = tmp_path / "a", Told()
    path.write_text("same")
    watcher = Watcher([str(path), str(tmp_path / "missing")], told)
    watcher.start()
    try:
        assert not told.within(0.1)
        change(path)
        assert told.within(5)
        assert not told.within(0.1)
        (tmp_path / "missing").write_text("here now")
        assert told.within(5)
    finally:
        watcher.stop()
    path.write_text("after the end")
    assert not told.within(0.1)


def test_steps_of_one_save_are_told_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "QUIET", 0.3)
    path, told = tmp_path / "a", Told()
    path.write_text("0")
    watcher = Watcher([str(path)], told)
    watcher.start()
    try:
        for step in range(5):
            path.write_text("x" * step)
            time.sleep(0.05)
        assert told.within(5)
        assert told.times == 1
    finally:
        watcher.stop()


def test_a_change_between_reading_and_watching_is_told(tmp_path: Path) -> None:
    path, told = tmp_path / "a", Told()
    path.write_text("x")
    since = path.stat().st_mtime_ns
    for early, expected in ((since + 1, False), (since, True)):
        watcher = Watcher([str(path)], told, early)
        watcher.start()
        try:
            assert told.within(0.2 if not expected else 5) is expected
        finally:
            watcher.stop()


def test_other_files_can_be_watched_later(tmp_path: Path) -> None:
    one, other, told = tmp_path / "a", tmp_path / "b", Told()
    watcher = Watcher([str(one)], told)
    watcher.start()
    try:
        watcher.watch([str(other)])
        assert not told.within(0.1)
        one.write_text("x")
        assert not told.within(0.1)
        other.write_text("x")
        assert told.within(5)
    finally:
        watcher.stop()
