"""Copying: through the terminal, through the desktop's own program, or at least into a file.

A terminal that understands OSC 52 puts the text on the clipboard of the machine one sits at, over
SSH too; it never says whether it did. Where there is a program for it, and one is not away over
SSH, that program is asked as well. Where neither can work the text is kept in a file.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from typing import Any

from textual.app import App
from textual.screen import Screen

from debate.tui import home

#: Where a text is kept that no clipboard takes.
FILE = "copied.txt"

#: Terminals known to ignore OSC 52.
_DEAF = {"Apple_Terminal"}

_PATIENCE = 2.0


def program(env: Mapping[str, str]) -> list[str] | None:
    """The command that takes a text for the clipboard from its standard input; None without one."""
    tries = []
    if env.get("TMUX"):  # which keeps what a program inside it tells the terminal to itself
        tries.append(["tmux", "load-buffer", "-w", "-"])
    if not env.get("SSH_CONNECTION"):
        if env.get("WAYLAND_DISPLAY"):
            tries.append(["wl-copy"])
        if env.get("DISPLAY"):
            tries += [["xclip", "-selection", "clipboard"], ["xsel", "-ib"]]
        tries += [["pbcopy"], ["clip.exe"]]
    return next((command for command in tries if shutil.which(command[0])), None)


def is_deaf(env: Mapping[str, str]) -> bool:
    """Whether the terminal is known to ignore what it is told about the clipboard."""
    return env.get("TERM_PROGRAM") in _DEAF or env.get("TERM") == "linux"


class Copying(App[None]):
    """An app whose copies arrive somewhere."""

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text; where no clipboard can be had, say which file it is in."""
        super().copy_to_clipboard(text)
        if self.is_headless:
            return
        if command := program(os.environ):
            self.run_worker(lambda: _hand_over(command, text), thread=True, exit_on_error=False)
        elif is_deaf(os.environ):
            self._keep(text)

    def _keep(self, text: str) -> None:
        path = home.data() / FILE
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            told = f"This terminal has no clipboard, and {path} cannot be written: {error.strerror}"
            self.notify(told, severity="warning", markup=False)
        else:
            self.notify(f"This terminal has no clipboard: it is in {path}", markup=False)


def _hand_over(command: list[str], text: str) -> None:
    """Give a text to a program, which may stay in the background with it."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet) as process:
        try:
            process.communicate(text.encode(), timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()


def copy_selection(screen: Screen[Any]) -> bool:
    """Copy what is selected on a screen, and say so; False where nothing is."""
    text = screen.get_selected_text()
    if not text or not text.strip():
        return False
    screen.app.copy_to_clipboard(text)
    lines = text.count("\n") + 1
    told = "Copied what is selected." if lines == 1 else f"Copied {lines:,} lines."
    screen.app.clear_notifications()
    screen.app.notify(told, timeout=2, markup=False)
    screen.clear_selection()
    return True
