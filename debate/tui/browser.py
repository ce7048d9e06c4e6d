"""Opening an address in a graphical browser, and never a text-mode one: the terminal is taken."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import PurePath
from shutil import which

#: Browsers that would draw on the terminal we draw on.
_TEXT_MODE = frozenset(
    {"lynx", "w3m", "links", "links2", "elinks", "www-browser", "browsh", "carbonyl", "chawan"}
)

#: Seconds in which a command that fails has usually failed.
_PATIENCE = 3


def command(url: str, environ: Mapping[str, str] = os.environ) -> list[str] | None:
    """The command that opens ``url`` in a window, or None where there is no such thing.

    ``$BROWSER`` comes first (editors set it to reach the machine one sits at); without it there
    must be a screen on this machine.
    """
    for entry in environ.get("BROWSER", "").split(os.pathsep):
        words = _words(entry)
        if words and PurePath(words[0]).name not in _TEXT_MODE and which(words[0]):
            filled = [word.replace("%s", url) for word in words]
            return filled if "%s" in entry else [*words, url]
    if sys.platform == "darwin":
        return None if "SSH_CONNECTION" in environ else ["open", url]
    if sys.platform == "win32":
        return ["rundll32", "url.dll,FileProtocolHandler", url]
    if environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        opener = which("xdg-open")
        return [opener, url] if opener else None
    return None


def _words(entry: str) -> list[str]:
    try:
        return [word for word in shlex.split(entry) if word != "&"]
    except ValueError:  # a quote that is not closed
        return []


def open_window(command: list[str]) -> bool:
    """Run the command away from our terminal; whether it went well as far as one can tell.

    It blocks for up to three seconds: call it in a thread.
    """
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return process.wait(_PATIENCE) == 0
    except subprocess.TimeoutExpired:
        return True  # it is the browser itself, and runs
    except OSError:
        return False
