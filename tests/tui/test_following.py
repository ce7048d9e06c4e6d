"""The files change while the app is open, in a real terminal: the screen follows."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.terminal import Terminal, debate, home

Opened = Callable[..., Terminal]

ANN = """speaker: Ann Other
claims:
  - claim: The first thesis.
    supports:
      - The reason that one is on.
      - Another reason.
  - The second thesis.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "talk"
    folder.mkdir()
    (folder / "debate.yaml").write_text("debate: A talk\npositions: [ann]\n")
    (folder / "ann.yaml").write_text(ANN)
    return folder


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    def open_it(path: Path, size: tuple[int, int] = (120, 40), **env: str) -> Terminal:
        return Terminal(debate(str(path)), size=size, env={**home(tmp_path), **env}, cwd=tmp_path)

    return open_it


def write_in_place(path: Path, text: str) -> None:
    path.write_text(text)


def write_beside(path: Path, text: str) -> None:
    beside = path.with_name(".new")
    beside.write_text(text)
    beside.replace(path)


def write_from_another_process(path: Path, text: str) -> None:
    script = "import sys, pathlib, time; p = pathlib.Path(sys.argv[1]); p.unlink(); "
    script += "time.sleep(0.1); p.write_text(sys.argv[2])"
    subprocess.run([sys.executable, "-c", script, path, text], check=True)


def leave(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert not terminal.alternate


@pytest.mark.parametrize("write", [write_in_place, write_beside, write_from_another_process])
def test_the_screen_follows_and_the_place_is_kept(
    opened: Opened, folder: Path, write: Callable[[Path, str], None]
) -> None:
    with opened(folder) as terminal:
        terminal.wait_for("Quit")
        terminal.press("1", "down")
        terminal.wait_for("Ann Other 1.1")
        terminal.press("a")
        terminal.wait_for("1 The first thesis.")
        write(folder / "ann.yaml", ANN.replace("claims:\n", "claims:\n  - A new beginning.\n"))
        terminal.wait_for("A new beginning.")
        terminal.wait_for("Ann Other 2.1")
        terminal.wait_for("The reason that one is on.")
        terminal.wait_for("ccepted")
        leave(terminal)


def test_a_broken_save_shows_its_problems_until_it_is_mended(opened: Opened, folder: Path) -> None:
    with opened(folder, size=(80, 24)) as terminal:
        terminal.wait_for("Quit")
        terminal.press("1")
        terminal.wait_for("The second thesis.")
        (folder / "ann.yaml").write_text(ANN + "  - claim: '[/b]'\n    '[bold]x[/b]': 1\n")
        terminal.wait_for("ann.yaml:9:5: there is no field '[bold]x[/b]' here")
        terminal.wait_for("The second thesis.")  # the last good state stays
        terminal.press("E", "E")
        terminal.wait_for(lambda t: "no field" not in t.text() and "1 problem" in t.text())
        terminal.press("c")
        terminal.wait_for("Side by side")
        terminal.wait_for("1 problem in ann.yaml")
        terminal.press("E")
        terminal.wait_for("no field")
        (folder / "ann.yaml").write_text(ANN + "  - A third one.\n")
        terminal.wait_for("in order again")
        terminal.wait_for(lambda t: "no field" not in t.text())
        terminal.press("1")
        terminal.wait_for("A third one.")
        leave(terminal)


def test_a_class_ends_with_the_version_it_began_with(opened: Opened, folder: Path) -> None:
    question = "questions: {q: {ask: What now?, options: {go: Go, stay: Stay}}}"
    (folder / "debate.yaml").write_text(f"debate: A talk\npositions: [ann]\n{question}\n")
    answer = ANN + "recommendations: [{question: q, option: go, claim: Let us go.}]\n"
    (folder / "ann.yaml").write_text(answer)
    with opened(folder) as terminal:
        terminal.wait_for("Quit")
        terminal.press("1", "H")
        terminal.wait_for("b begins")
        terminal.press("b")
        terminal.wait_for("Predict")
        (folder / "ann.yaml").write_text(answer.replace("one is on", "one has"))
        terminal.wait_for("seen once you leave the class")
        (folder / "ann.yaml").write_text(answer.replace("one is on", "one had"))
        terminal.press("escape")
        terminal.wait_for("The reason that one had.")
        terminal.wait_for("this is how they are now")
        leave(terminal)


def test_a_side_is_added(opened: Opened, folder: Path) -> None:
    with opened(folder) as terminal:
        terminal.wait_for("Quit")
        (folder / "debate.yaml").write_text("debate: A talk\npositions: [ann, bo]\n")
        terminal.wait_for("there is no file bo.yaml beside this one")
        (folder / "bo.yaml").write_text("speaker: Bo Peep\nclaims: [Sheep first.]\n")
        terminal.wait_for("in order again")
        terminal.press("2")
        terminal.wait_for("Sheep first.")
        leave(terminal)


EDITOR = """#!{python}
import pathlib, sys
pathlib.Path({log!r}).write_text(repr(sys.argv[1:]))
path = pathlib.Path([word for word in sys.argv if word.endswith(".yaml")][-1])
path.write_text(path.read_text().replace("Another reason.", "A better reason."))
input("editing ")
"""


def test_an_editor_opens_at_the_line_and_the_screen_follows(
    opened: Opened, folder: Path, tmp_path: Path
) -> None:
    log, script = tmp_path / "log", tmp_path / "with space" / "vim"
    script.parent.mkdir()
    script.write_text(EDITOR.format(python=sys.executable, log=str(log)))
    script.chmod(0o755)
    with opened(folder, EDITOR=f"'{script}' -x") as terminal:
        terminal.wait_for("Quit")
        terminal.press("1", "down", "down")
        terminal.wait_for("Ann Other 1.2")
        terminal.press("e")
        terminal.wait_for("editing")
        assert not terminal.alternate
        terminal.press("\x03", "\r")  # Ctrl+C in an editor does not end the app
        terminal.wait_for("A better reason.")
        assert terminal.alternate
        assert eval(log.read_text()) == ["-x", "+call cursor(6,9)", str(folder / "ann.yaml")]
        leave(terminal)


def test_from_a_problem_the_editor_opens_at_its_line(
    opened: Opened, folder: Path, tmp_path: Path
) -> None:
    log, script = tmp_path / "log", tmp_path / "nano"
    script.write_text(EDITOR.format(python=sys.executable, log=str(log)))
    script.chmod(0o755)
    with opened(folder, VISUAL=str(script)) as terminal:
        terminal.wait_for("Quit")
        (folder / "ann.yaml").write_text(ANN + "    oh: no\n")
        terminal.wait_for("1 problem in ann.yaml")
        terminal.press("E", "enter")
        terminal.wait_for("editing")
        terminal.press("\r")
        terminal.wait_for("ann.yaml:8")
        assert eval(log.read_text()) == ["+8,7", str(folder / "ann.yaml")]
        leave(terminal)


def test_where_there_is_no_editor_the_line_is_told(
    opened: Opened, folder: Path, tmp_path: Path
) -> None:
    with opened(folder, PATH=str(tmp_path), EDITOR="missing") as terminal:
        terminal.wait_for("Quit")
        terminal.press("1", "e")
        terminal.wait_for("set EDITOR to the one you like")
        terminal.wait_for("ann.yaml:3")
        leave(terminal)


def test_the_title_is_the_debates_and_nothing_rings(opened: Opened, folder: Path) -> None:
    evil = 'debate: "\\e]0;evil\\a \\x9b31m[/b] sir"\npositions: [ann]\n'
    (folder / "debate.yaml").write_text(evil)
    with opened(folder) as terminal:
        terminal.wait_for("Quit")
        terminal.press("1", "up", "z", "/")
        terminal.wait_for("one word, or several")
        terminal.press("left", "backspace", "x")
        terminal.wait_for("Nothing found")
        terminal.press("escape")
        terminal.wait_for(lambda t: "Nothing found" not in t.text())
        terminal.press("c")
        terminal.wait_for("Side by side")
        assert titles(terminal) == ["]0;evil 31m[/b] sir – debate"]
        (folder / "debate.yaml").write_text("debate: Another\npositions: [ann]\n")
        terminal.wait_for(lambda t: titles(t)[-1] == "Another – debate")
        terminal.wait_for("The files changed")
        leave(terminal)
        output = terminal.output
        assert titles(terminal)[2:] == [""]
    assert output.index(b"\x1b[22;0t") < output.index(b"\x1b]0;")
    assert output.rindex(b"\x1b]0;\x1b\\\x1b[23;0t") > output.rindex(b"Another")
    # Nothing rings: BEL is there only to end what says how the pointer looks.
    assert b"\x07" not in re.sub(rb"\x1b\]22;[a-z-]*\x07", b"", output)


def titles(terminal: Terminal) -> list[str]:
    """The titles that the window was given, in order."""
    found = re.findall(rb"\x1b\]0;([^\x00-\x1f\x7f]*)\x1b\\", terminal.output)
    assert len(found) == terminal.output.count(
        b"\x1b]0;"
    )  # none but ours, and none that breaks out
    return [title.decode() for title in found]
