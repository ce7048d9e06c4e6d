"""The README says what is so: its commands exist, its examples work."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from debate.cli.dispatch import command_parser
from debate.cli.table import COMMANDS
from debate.files import read
from debate.tui import settings
from debate.tui.actions import ACTIONS
from debate.writers import Options, Writer
from tests.support import pictures
from tests.support.command import KERCH, ROOT

README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The code blocks of one language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.M | re.S)


def test_the_first_two_commands_are_run_and_test() -> None:
    run, test = blocks("sh")[:2]
    assert len(run.splitlines()) == 1
    assert run.rstrip().endswith(".venv/bin/debate")
    assert test.rstrip().endswith(".venv/bin/python -m pytest")


def test_continuous_integration_runs_the_same() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    for command in ("pip install -q -e '.[dev]'", "python -m pytest"):
        assert command in blocks("sh")[1]
        assert command.removeprefix("python ") in script


def test_the_table_of_commands_is_whole_and_right() -> None:
    rows = re.findall(r"^\| `debate (.*?)` \| (.*) \|$", README, flags=re.M)
    named = {usage.split()[0]: (usage, text) for usage, text in rows}
    assert set(named) - {"[PATH]"} == set(COMMANDS) - {"walk"}
    for name, (usage, text) in named.items():
        if name == "[PATH]":
            continue
        said = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", f"{usage} {text}"))
        known = set(command_parser(name)._option_string_actions) - {"-h", "--help"}
        assert said == known - ({"--output"} if "-o" in said else set())


def test_every_command_that_is_mentioned_parses() -> None:
    mentioned = re.findall(r"`debate ([a-z]+ [^`]*my-debate[^`]*|new \S+)`", README)
    assert len(mentioned) > 3
    for line in mentioned:
        name, *rest = shlex.split(line)
        command_parser(name).parse_args(rest)  # SystemExit, and thus a failure, if it does not


def test_the_example_is_a_sound_debate(tmp_path: Path) -> None:
    [example] = blocks("yaml")
    path = tmp_path / "debate.yaml"
    path.write_text(example, "utf-8")
    assert read(path).problems == []


def test_the_library_examples_work(capsys: pytest.CaptureFixture[str]) -> None:
    use, extend = blocks("python")
    exec(compile(use, "README.md", "exec"), {})
    assert "Fried 1" in capsys.readouterr().out
    names: dict[str, object] = {}
    exec(compile(extend, "README.md", "exec"), names)
    writer, kerch = names["WRITER"], read(KERCH).debate
    assert isinstance(writer, Writer)
    assert kerch is not None
    assert len(list(writer.write(kerch, Options()))) == len(kerch.claims)


#: What the README calls a key, where Textual calls it otherwise.
KEYS = {
    "↓": "down", "↑": "up", "→": "right", "←": "left", "PgDn": "pagedown", "PgUp": "pageup",
    ".": "full_stop", ",": "comma", "=": "equals_sign",
}  # fmt: skip


def test_the_tables_of_keys_are_whole_and_right() -> None:
    tables = README.partition("| keys | in the walk |")[2].partition("## Writing a debate")[0]
    named = {_textual_key(key) for key in re.findall(r"`([^`]+)`", tables)}
    known = {key for action in ACTIONS for key in action.keys.split(",") if key}
    assert named == known - {str(number) for number in range(2, 9)}


def _textual_key(key: str) -> str:
    """``Ctrl+P`` as ``ctrl+p``; a single character is the key that types it."""
    if len(key) == 1:
        return KEYS.get(key, key)
    return "+".join(KEYS.get(part, part).lower() for part in key.split("+"))


def test_the_settings_are_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [example, _] = blocks("toml")
    (tmp_path / "settings.toml").write_text(example, "utf-8")
    monkeypatch.setenv("DEBATE_HOME", str(tmp_path))
    found = settings.read()
    assert found.notices == []
    assert found.keys == {"go.next": "n,ctrl+n", "quit": "Q"}


def test_the_pictures_are_those_that_are_drawn() -> None:
    shown = re.findall(r"\((\.github/pictures/[^)]*)\)", README)
    drawn = {f".github/pictures/{name}.svg" for name in pictures.PICTURES}
    assert set(shown) == drawn
