"""The library in a real terminal: opened, searched, a debate opened, back, and left."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.hostile import TEXTS
from tests.support.many import write_many
from tests.support.terminal import Terminal, debate, home


def test_a_library_from_the_first_key_to_the_last(tmp_path: Path) -> None:
    library = write_many(tmp_path / "library", 30, claims=6)
    claims = "".join(f"      - '{text}'\n" for text in TEXTS)
    (library / "one.yaml").write_text(
        'debate: "Aa \\e]0;owned\\a [/b] first"\npositions:\n  ann:\n    short: Ann\n    claims:\n'
        f"      - The unicorn is at large.\n{claims}",
        "utf-8",
    )
    for size in ((80, 24), (120, 40)):
        with Terminal(debate(str(library)), size=size, env=home(tmp_path)) as terminal:
            terminal.wait_for("31 debates", 60)
            terminal.wait_for("[/b] first")
            terminal.press("/")
            terminal.wait_for("Finds claims with all the words")
            terminal.press(*"unic")
            terminal.wait_for("1 found")
            terminal.press("enter")
            terminal.wait_for("Compare")
            terminal.wait_for("1 The unicorn is at large.")
            terminal.press("L")
            terminal.wait_for("31 debates")
            terminal.press("F")
            terminal.wait_for("title, question, side or folder")
            terminal.press(*"debate-0001")
            terminal.wait_for("10 of 31")
            terminal.press("escape")
            terminal.wait_for("31 debates")
            terminal.press("end", "enter")
            terminal.wait_for("Who recommends what")
            terminal.press("q")
            assert terminal.wait_exit() == 0
            assert not terminal.alternate
            assert terminal.cursor_shown
            titles = re.findall(rb"\x1b\]0;(.*?)\x1b", terminal.output, re.S)
            assert titles  # ours, in which what a debate calls itself is text and no command
            assert not any(re.search(rb"[\x00-\x1f\x7f]", title) for title in titles)


def test_leaving_while_it_is_read_takes_no_time(tmp_path: Path) -> None:
    library = write_many(tmp_path / "library", 400, claims=15)
    with Terminal(debate(str(library)), env=home(tmp_path)) as terminal:
        terminal.wait_for("Should we", 60)
        terminal.press("q")
        assert terminal.wait_exit(10) == 0
