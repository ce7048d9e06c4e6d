"""What each command loads, in a fresh interpreter: nobody pays for what is not used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command import KERCH

#: Libraries that only the app, and later the classroom, may load.
SCREEN_OR_WEB = {"textual", "rich", "starlette", "uvicorn", "aiohttp", "websockets", "http.server"}

#: What the first help, and the import of the library, must do without.
HEAVY = SCREEN_OR_WEB | {
    "pydantic",
    "pydantic_core",
    "yaml",
    "shtab",
    "importlib.metadata",
    "dataclasses",
    "platformdirs",
}

_PROBE = """
import sys
from debate.cli import main
code = main(sys.argv[1:])
print("\\n".join(sys.modules), file=sys.stderr)
sys.exit(code)
"""


def _loaded(code: str, *arguments: str | Path) -> set[str]:
    """The modules that are loaded after ``code`` has run."""
    result = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    return set(result.stderr.split())


def test_import_debate_loads_nothing_heavy() -> None:
    loaded = _loaded("import debate, sys; print(*sys.modules, file=sys.stderr)")
    assert "debate" in loaded
    assert not loaded & HEAVY
    assert not {name for name in loaded if name.startswith("debate.")}


@pytest.mark.parametrize(
    "words", [("--help",), ("--version",), ("check", "--help"), ("serve", "--help")]
)
def test_help_loads_nothing_heavy(words: tuple[str, ...]) -> None:
    loaded = _loaded(_PROBE, *words)
    assert "debate.cli" in loaded
    assert not loaded & (HEAVY - {"dataclasses"})


@pytest.mark.parametrize(
    "words",
    [
        ("check", KERCH),
        ("show", KERCH),
        ("show", KERCH, "--json"),
        ("show", KERCH, "--accessible"),
        ("compare", KERCH),
        ("compare", KERCH, "--json"),
        ("walk", KERCH),
        ("schema",),
        *(
            ("export", KERCH, "--to", to)
            for to in ("markdown", "text", "html", "json", "svg", "yaml")
        ),
    ],
)
def test_commands_load_no_screen_and_no_web(words: tuple[str | Path, ...]) -> None:
    loaded = _loaded(_PROBE, *words)
    assert not loaded & SCREEN_OR_WEB
    assert "shtab" not in loaded


def test_completion_alone_loads_shtab() -> None:
    assert "shtab" in _loaded(_PROBE, "completion", "bash")
