"""Which command opens the user's editor at a line."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from shutil import which

#: Tried where neither $VISUAL nor $EDITOR names an editor that there is.
_USUAL = ("sensible-editor", "nano", "vi", "micro", "emacs")

#: How a file and a place in it are written for an editor: the words after its name.
_Way = Callable[[str, int, int], list[str]]


def _plus(file: str, line: int, column: int) -> list[str]:
    return [f"+{line}", file]


def _plus_both(file: str, line: int, column: int) -> list[str]:
    return [f"+{line}:{column}", file]


def _plus_comma(file: str, line: int, column: int) -> list[str]:
    return [f"+{line},{column}", file]


def _colons(file: str, line: int, column: int) -> list[str]:
    return [f"{file}:{line}:{column}"]


def _cursor(file: str, line: int, column: int) -> list[str]:
    return [f"+call cursor({line},{column})", file]


def _code(file: str, line: int, column: int) -> list[str]:
    return ["--wait", "-g", f"{file}:{line}:{column}"]


def _waiting(file: str, line: int, column: int) -> list[str]:
    return ["--wait", f"{file}:{line}:{column}"]


def _options(file: str, line: int, column: int) -> list[str]:
    return ["--block", "--line", str(line), "--column", str(column), file]


_WAYS: dict[str, _Way] = {
    **dict.fromkeys(("vim", "nvim", "gvim", "view"), _cursor),
    **dict.fromkeys(
        ("vi", "nvi", "elvis", "vile", "joe", "jmacs", "ne", "jed", "mg", "zile", "mcedit", "gedit",
         "sensible-editor", "editor", "busybox"),
        _plus,
    ),
    **dict.fromkeys(("nano", "pico", "rnano"), _plus_comma),
    **dict.fromkeys(("emacs", "emacsclient", "micro", "kak"), _plus_both),
    **dict.fromkeys(("hx", "helix"), _colons),
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"), _code),
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor"), _waiting),
    "kate": _options,
}  # fmt: skip


def command(
    file: str, line: int, column: int, environ: Mapping[str, str] = os.environ
) -> list[str] | None:
    """The command that opens ``file`` at a line and a column (from 1), or None for no editor.

    ``$VISUAL`` comes first, then ``$EDITOR``, which may have arguments and quotes, then what is
    usual. An editor that nobody here knows is given the file alone.
    """
    # From the root on, so that no name of a file is taken for an option.
    file = str(Path(file).resolve())
    for entry in (environ.get("VISUAL", ""), environ.get("EDITOR", ""), *_USUAL):
        words = _words(entry)
        if words and which(words[0], path=environ.get("PATH")):
            way = _WAYS.get(_name(words[0]))
            return [*words, *(way(file, max(line, 1), max(column, 1)) if way else [file])]
    return None


def _name(word: str) -> str:
    """``vim`` for ``/usr/bin/vim.tiny``."""
    return PurePath(word).name.partition(".")[0].lower()


def _words(entry: str) -> list[str]:
    try:
        return shlex.split(entry)
    except ValueError:  # a quote that is not closed
        return []
