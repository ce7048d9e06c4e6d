"""``NO_COLOR``: not one colour on any screen, and everything told apart all the same."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from debate import writers
from tests.support.scenes import SCENES
from tests.support.terminal import KEYS, Terminal, debate, home
from tests.support.walking import everything

#: Select graphic rendition: what sets colours, and what sets all else about how text looks.
_SGR = re.compile(rb"\x1b\[([\d;:]*)m")

_NO_COLOURS = {"", *map(str, range(10)), *map(str, range(21, 30)), "39", "49"}

#: Keys of a class that votes; its bars are those of one that begins.
_MANY = 9

#: What one leaves in two steps: a dialog or large text first.
_DEEP = ("present", "class")

_TYPED = {
    "ctrl+p": "\x10", "ctrl+s": "\x13", "ctrl+l": "\x0c", "ctrl+o": "\x0f", "f1": "\x1bOP",
    "comma": ",", "space": " ",
}  # fmt: skip


def written(path: Path) -> None:
    path.write_text("".join(writers.get("yaml").write(everything(), writers.Options())), "utf-8")


def test_no_screen_has_a_colour(tmp_path: Path) -> None:
    written(tmp_path / "debate.yaml")
    env = home(tmp_path) | {"NO_COLOR": "1", "DEBATE_MOTION": "none"}
    with Terminal(debate("debate.yaml"), size=(100, 30), env=env, cwd=tmp_path) as terminal:
        terminal.wait_for("Quit")
        for scene in SCENES:
            if scene.opens != "debate" or len(scene.keys) > _MANY:
                continue
            # A class that an earlier scene left would be offered again.
            shutil.rmtree(tmp_path / "debate" / "data" / "classes", ignore_errors=True)
            for key in filter(None, scene.keys):
                terminal.press(KEYS.get(key) or _TYPED.get(key) or key)
                terminal.stirs(0.5)  # a dialog has to be there before one writes in it,
                terminal.quiet(0.05)  # however busy the machine is
            terminal.wait_for(scene.shows)
            terminal.quiet(0.1)
            for _ in range(2 if scene.name.startswith(_DEEP) else 1):
                terminal.press("escape")
                terminal.quiet(0.15)  # else the next key would be one with Alt
            if not scene.name.startswith("map"):  # whose boxes have round corners of their own
                terminal.wait_for(lambda t: "╰" not in t.text())  # no dialog is left open
        used = {code for codes in _SGR.findall(terminal.output) for code in codes.split(b";")}
        assert {code.decode() for code in used} <= _NO_COLOURS
        assert {b"1", b"7"} <= used  # bold and reverse tell apart what colours would
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_roles_and_verdicts_are_told_by_signs(tmp_path: Path) -> None:
    written(tmp_path / "debate.yaml")
    with Terminal(
        debate("debate.yaml"), size=(140, 40), env=home(tmp_path) | {"NO_COLOR": ""}, cwd=tmp_path
    ) as terminal:
        terminal.wait_for("Quit")
        terminal.press("1")
        terminal.wait_for("Ann 1")
        terminal.press("}", "n", "r")
        terminal.wait_for("rejected")
        for sign in ("● ", "? ", "+ ", "& ", "~ ", "- ", "✓", "✗", "falls"):
            terminal.wait_for(sign)
        at = terminal.text().splitlines().index
        line = next(line for line in terminal.text().splitlines() if "rejected" in line)
        cells = [terminal.cell(column, at(line)) for column in range(20)]
        assert all(cell.reverse for cell in cells)
        assert {cell.fg for cell in cells} | {cell.bg for cell in cells} == {"default"}
