"""The completion scripts are accepted by their shells, and complete."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from debate import readers
from debate.cli.table import COMMANDS
from tests.support.command import run


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_script_names_every_command(shell: str, tmp_path: Path) -> None:
    result = run("completion", shell)
    assert (result.returncode, result.stderr) == (0, "")
    for name in COMMANDS:
        assert name in result.stdout
    for option in ("--depth", "--accessible", "--against"):
        assert option.lstrip("-") in result.stdout
    if shutil.which(shell) and shell != "tcsh":
        script = tmp_path / "script"
        script.write_text(result.stdout)
        subprocess.run([shell, "-n", script], check=True, timeout=30)


def _complete_in_bash(*words: str, cwd: Path) -> list[str]:
    """What bash offers for the last of ``words``."""
    script = run("completion", "bash").stdout
    line = f"""{script}
COMP_WORDS=(debate {" ".join(f"'{word}'" for word in words)})
COMP_CWORD={len(words)}
_shtab_debate debate '{words[-1]}' ''
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    result = subprocess.run(
        ["bash", "-c", line], capture_output=True, text=True, check=True, cwd=cwd, timeout=30
    )
    return result.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_commands_options_formats_and_files(tmp_path: Path) -> None:
    (tmp_path / "debate.yaml").touch()
    assert _complete_in_bash("co", cwd=tmp_path) == ["compare", "completion"]
    assert "--accessible" in _complete_in_bash("show", "--", cwd=tmp_path)
    assert "markdown" in _complete_in_bash("export", "--to", "", cwd=tmp_path)
    assert _complete_in_bash("record", "--to", "", cwd=tmp_path) == ["markdown", "html"]
    read = _complete_in_bash("import", "--from", "", cwd=tmp_path)
    assert sorted(read) == sorted(readers.names())
    assert _complete_in_bash("check", "deb", cwd=tmp_path) == ["debate.yaml"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_a_bare_path_where_no_command_fits() -> None:
    script = run("completion", "bash").stdout + "complete -p debate\n"
    result = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=30)
    assert "-o default" in result.stdout
    assert result.stdout.strip().endswith("-F _shtab_debate debate")
