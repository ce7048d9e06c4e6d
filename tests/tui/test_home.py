"""What is remembered: written whole, and never a reason not to start."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.tui import home


def test_what_is_kept_is_recalled() -> None:
    assert home.recall("x") == {}
    home.keep("x", {"a": ["é", 1]})
    assert home.recall("x") == {"a": ["é", 1]}
    assert [path.name for path in home.state().iterdir()] == ["x.json"]


@pytest.mark.parametrize("text", [b"", b"{", b"[1]", b"\xff", b"[" * 100_000])
def test_a_broken_file_is_set_aside(text: bytes) -> None:
    home.keep("x", {})
    path = home.state() / "x.json"
    path.write_bytes(text)
    assert home.recall("x") == {}
    assert (home.state() / "x.json.broken").read_bytes() == text
    assert not path.exists()


def test_what_cannot_be_written_leaves_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    home.keep("x", {"a": 1})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        home.keep("x", {"a": 2})
    assert home.recall("x") == {"a": 1}
    assert [path.name for path in home.state().iterdir()] == ["x.json"]


def test_without_our_own_variable_the_platform_says_where(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DEBATE_HOME")
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: tmp_path / "config")
    monkeypatch.setattr("platformdirs.user_state_path", lambda *_, **__: tmp_path / "state")
    assert home.config() == tmp_path / "config"
    assert home.state() == tmp_path / "state"
