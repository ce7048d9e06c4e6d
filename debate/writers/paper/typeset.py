"""Typst, which lays out pages and draws pictures: run in this process, with nothing to be fetched.

What comes from a debate goes in as data, which a template reads; it is never part of the program.
Fonts are those that typst brings along. Only where these lack a character does it look for others
on the machine; a character that no font has is written as U+FFFD, and told.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from debate.writers import NotInstalled, Options

_FOLDER = Path(__file__).parent

#: How typst names what cannot be written, in Rust's way of quoting.
_MISSING = re.compile(r'the text `"((?:[^"\\`]|\\.)+)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")

#: What is not ASCII, with the letter that it may be put on.
_ODD = re.compile(r"[^\s<>\"]?[^\x00-\x7f]+")

#: What is seen of a drawing: its titles repeat that for those who hear it.
_SHOWN = re.compile(r"<text[^>]*>([^<]*)")

#: In place of a character that no font has.
_REPLACEMENT = "\ufffd"

#: Rounds of looking for characters that no font has: one finds them all, but what stands for a
#: group of them may be new.
_ROUNDS = 4


def need_typst(what: str) -> None:
    """Raise :class:`NotInstalled` where typst is not there."""
    if find_spec("typst") is None:
        raise NotInstalled(what, "pdf")


def pdf(template: str, data: dict[str, Any], options: Options) -> bytes:
    """Pages by a template of this folder: PDF/UA-1, with the same bytes for the same data."""
    return _fitted(template, json.dumps(data, ensure_ascii=False), options).made


def png(svg: str, scale: float, options: Options) -> bytes:
    """A picture of a drawing, ``scale`` pixels for each of the drawing's."""
    # Pictures do not say what no font has, pages do: so all that is not ASCII is typeset first.
    odd = sorted(set(_ODD.findall(svg)))
    shown = "".join(_SHOWN.findall(svg))
    fit = _fitted("plain.typ", json.dumps(odd, ensure_ascii=False), options, shown)
    inputs = {"svg": svg.translate(fit.instead)}
    return _compile("picture.typ", inputs, fit.system, {"format": "png", "ppi": 96 * scale})


class _Fit(NamedTuple):
    """Pages, whether they need the machine's fonts, and what stands for what no font has."""

    made: bytes
    system: bool
    instead: dict[int, str]


def _fitted(template: str, text: str, options: Options, whole: str | None = None) -> _Fit:
    """Pages of a text without what no font has; ``whole`` is where that is counted."""
    instead: dict[int, str] = {}
    found, made = _pages(template, text, system=False)
    system = bool(found)
    for round in range(_ROUNDS if found else 0):
        if round:
            instead |= {ord(character): _instead(character) for character in found}
        found, made = _pages(template, text.translate(instead), system)
        if made is not None:
            break
    assert made is not None, f"no font has {''.join(sorted(found))!a}"
    lost = sum(
        (text if whole is None else whole).count(chr(code))
        for code, sign in instead.items()
        if sign
    )
    options.lose("character", f"no font here has it; written as {_REPLACEMENT}", lost)
    return _Fit(made, system, instead)


def _pages(template: str, text: str, system: bool) -> tuple[set[str], bytes | None]:
    """The pages, or the characters that no font has."""
    from typst import TypstError

    try:
        return set(), _compile(template, {"data": text}, system, _PDF)
    except TypstError as error:
        found = "".join(map(_unescaped, _MISSING.findall(error.diagnostic)))
        if not found:
            raise
        # A group of them may hold some that there are, and letters that they are put on.
        return {c for c in found if not c.isascii()} or set(found), None


_PDF = {"format": "pdf", "pdf_standards": ["ua-1"], "timestamp": 0}


def _compile(template: str, inputs: dict[str, str], system: bool, kind: dict[str, Any]) -> bytes:
    from typst import Compiler

    compiler = Compiler(
        _FOLDER / template, root=_FOLDER, font_paths=_fonts(system), sys_inputs=inputs
    )
    made = compiler.compile(**kind)
    assert isinstance(made, bytes)
    return made


@cache
def _fonts(system: bool) -> Any:
    """Typst's own fonts, and those of the machine, which take a while to be found."""
    from typst import Fonts

    return Fonts(include_system_fonts=system)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)


def _instead(character: str) -> str:
    """Nothing for a character that only shapes others, such as the joiner of emoji."""
    shapes = unicodedata.category(character) in ("Mn", "Me", "Cf")
    return "" if shapes else _REPLACEMENT
