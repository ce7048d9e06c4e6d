"""Fixtures of the terminal's tests."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def nobody_s_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test reads or leaves anything where a user's settings and places are kept."""
    monkeypatch.setenv("DEBATE_HOME", str(tmp_path / "home"))
