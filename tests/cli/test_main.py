"""What holds for every command: exit statuses, streams, and never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import debate
from debate.cli import main, streams
from debate.cli.commands import show
from debate.cli.table import COMMANDS
from tests.support.command import KERCH, run
from tests.support.terminal import debate as command

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


def test_help_names_every_command_and_every_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    for name, line in COMMANDS.items():
        assert f"  {name:<12}{line}\n" in said
    for status in (0, 1, 2, 130):
        assert f"\n  {status}  " in said
    assert max(map(len, said.splitlines())) < 80


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_helps(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"usage: debate {name}")
    assert "\nexamples:\n  " in said
    assert "\nexit status:\n  0  done\n" in said
    assert max(map(len, said.splitlines())) < 80


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"debate {debate.__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chekc"], "did you mean check?"),
        (["Show"], "did you mean show?"),
        (["help"], "did you mean debate --help?"),
        (["--no-such"], "unknown option --no-such"),
        (["check"], "PATH"),
        (["show", str(KERCH), "--no-such"], "--no-such"),
        (["show", str(KERCH), "--depth", "-1"], "--depth"),
        (["show", str(KERCH), "--depth", "deep"], "deep is no number of levels"),
        (["show", str(KERCH), "--side", "freid"], "unknown side freid; did you mean fried?"),
        (["show", str(KERCH), "--side", "xyz"], "there is fried, aslund, otoole"),
        (["show", str(KERCH), "--json", "--accessible"], "not allowed with"),
        (["export", str(KERCH), "--to", "htlm"], "unknown format htlm; did you mean html?"),
        (["export", str(KERCH)], "which format?"),
        (["export", str(KERCH), "-o", "debate.xyz"], "which format?"),
        (["cite", str(KERCH), "--source", "sen-2081", "--against", "-"], "did you mean sen-2018?"),
        (["cite", "-", "--source", "sen-2018", "--against", "-"], "read only once"),
        (["check", "-", "-"], "read only once"),
        (["completion", "bahs"], "unknown shell bahs; did you mean bash?"),
    ],
)
def test_wrong_use_is_status_2(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert out == ""


def test_a_word_that_is_no_command_is_a_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "chekc").symlink_to(KERCH)
    monkeypatch.chdir(tmp_path)
    assert main(["chekc"]) == 0
    assert "Kerch Strait" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["walk", "show", "compare"])
def test_a_debate_that_is_not_there_is_status_1(name: str) -> None:
    result = run(name, "no/such/debate")
    assert (result.returncode, result.stdout) == (1, "")
    assert "no/such/debate" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_no_terminal_prints_overview_and_comparison() -> None:
    bare, walked = run(), run("walk", KERCH)
    assert bare.returncode == walked.returncode == 0
    assert bare.stdout == walked.stdout
    assert bare.stderr == ""
    for part in ("Kerch Strait", "Daniel Fried", "Don't meet", "silent"):
        assert part in bare.stdout
    assert run("compare", "kerch-strait").stdout in bare.stdout


def test_python_m_debate_reads_standard_input() -> None:
    small = "debate: D\nquestions: {q: {ask: Q?, options: {a: A, b: B}}}\npositions: {}\n"
    assert "Q?" in run("-", stdin=small).stdout


# ---------------------------------------------------------------------- streams that fail


def test_a_reader_that_goes_away_is_no_news() -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as pipe:
        result = run("show", KERCH, stdout=pipe)
    assert (result.returncode, result.stderr) == (141, "")


@needs_full
@pytest.mark.parametrize("words", [("show", KERCH), ("--help",), ("check", "--json", KERCH)])
def test_a_full_disk_is_one_line(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        result = run(*words, stdout=full)
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == "debate: No space left on device"


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_a_closed_stdout_is_said_of_help_too(word: str) -> None:
    line = ["sh", "-c", 'exec "$0" -m debate "$1" 1>&-', sys.executable, word]
    result = subprocess.run(line, capture_output=True, text=True, timeout=60)
    assert (result.returncode, result.stderr) == (1, "debate: standard output is closed\n")


@pytest.mark.parametrize("closed", ["1", "2"])
def test_a_closed_stream_is_no_crash(closed: str) -> None:
    line = f'exec "$0" -m debate show "$1" {closed}>&-'
    result = subprocess.run(
        ["sh", "-c", line, sys.executable, str(KERCH)], capture_output=True, text=True, timeout=60
    )
    if closed == "1":
        assert result.returncode == 1
        assert result.stderr == "debate: standard output is closed\n"
    else:
        assert result.returncode == 0
        assert "Daniel Fried" in result.stdout


def test_ascii_output_escapes_what_it_cannot_write() -> None:
    result = run("show", KERCH, env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert result.returncode == 0
    assert result.stdout.isascii()
    assert r"\xc5slund" in result.stdout


def test_data_is_utf8_whatever_the_terminal_is() -> None:
    ascii_only = os.environ | {"PYTHONIOENCODING": "ascii"}
    for words in (("export", KERCH, "--to", "html"), ("show", KERCH, "--json")):
        assert "Åslund" in run(*words, env=ascii_only).stdout


def test_a_path_with_control_characters_does_not_reach_the_terminal() -> None:
    result = run("check", "no\x1b[31m\x07such")
    assert result.returncode == 1
    assert "\x1b" not in result.stdout + result.stderr
    assert "\x07" not in result.stdout + result.stderr


# ---------------------------------------------------------------------- commands that fail


def test_interrupted_is_status_130() -> None:
    # The copy of the source never comes, so the command waits for it until it is interrupted.
    waiting = subprocess.Popen(
        command("cite", str(KERCH), "--source", "sen-2018", "--against", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # pytest may run where SIGINT is ignored, and a child inherits that
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    with waiting:
        _until_it_reads(waiting.pid)
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate(timeout=30)
    assert (waiting.returncode, out, err) == (130, "", "")


def _until_it_reads(pid: int) -> None:
    """Wait until a process is blocked reading its standard input."""
    for _ in range(600):
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        wait = Path(f"/proc/{pid}/wchan").read_text()
        if state == "S" and "pipe" in wait:
            return
        time.sleep(0.05)
    pytest.skip("cannot see here when a process waits for input")


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (MemoryError(), 1, "debate: not enough memory for this debate\n"),
        (KeyboardInterrupt(), 130, ""),
        (PermissionError(13, "Permission denied", "some/file"), 1, "some/file: Permission denied"),
        (RecursionError("too deep"), 1, "a fault in this program, not in your debate"),
        (ValueError("odd\x1b[1m"), 1, "ValueError: odd[1m"),
    ],
)
def test_failures_are_one_line(
    error: BaseException,
    status: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(arguments: object) -> int:
        raise error

    monkeypatch.setattr(show, "run", fail)
    monkeypatch.delenv("DEBATE_TRACEBACK", raising=False)
    assert main(["show", str(KERCH)]) == status
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == (1 if said else 0)


def test_a_fault_of_ours_shows_where_when_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(arguments: object) -> int:
        raise ValueError("odd")

    monkeypatch.setattr(show, "run", fail)
    monkeypatch.setenv("DEBATE_TRACEBACK", "1")
    assert main(["show", str(KERCH)]) == 1
    assert "in fail" in capsys.readouterr().err


def test_say_without_stderr_prints_nothing_to_stdout(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    streams.say("a word")
    assert capsys.readouterr().out == ""
