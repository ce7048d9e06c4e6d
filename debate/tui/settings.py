"""The user's settings file: a theme, how much moves, and other keys for the verbs of the app.

    theme = "debate-light"
    motion = "none"
    tour = false

    [keys]
    "go.next" = "n,ctrl+n"
    quit = "Q"

``theme`` is one of ours (debate-dark, debate-light, debate-contrast-dark, debate-contrast-light) or
any that Textual knows; ``motion`` is "full", or "none" for an app in which nothing slides or
blinks.

It is never written by the app. What is wrong in it is told in a line each and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from debate.tui import home
from debate.tui.actions import ACTIONS, BY_ID, Action

FILE = "settings.toml"

#: How much may move.
MOTIONS = ("full", "none")

#: All settings, and what each must be.
_KINDS = {
    "theme": "a name in quotes",
    "motion": " or ".join(f'"{motion}"' for motion in MOTIONS),
    "tour": "true or false",
    "keys": "a table: [keys]",
}

_KEY = re.compile(r"\S|(?:(?:ctrl|shift|alt|super|meta|hyper)\+)*(?:[a-z0-9_]+|\S)")


@dataclass(slots=True)
class Settings:
    """What the file asks for, as far as it makes sense, and what to tell about the rest."""

    theme: str | None = None
    motion: str | None = None
    tour: bool = True
    keys: dict[str, str] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)


def read() -> Settings:
    """The user's settings; the defaults where there is no file."""
    settings = Settings()
    path = home.config() / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return settings
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        settings.notices.append(f"{FILE} cannot be read: {why}")
        return settings
    import tomllib  # most people have no settings file

    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        settings.notices.append(f"{FILE} is ignored: {error or 'it is nested too deep'}")
        return settings
    _take(settings, data)
    return settings


def _take(settings: Settings, data: dict[str, Any]) -> None:
    for name, value in data.items():
        if name == "theme" and isinstance(value, str):
            settings.theme = value
        elif name == "keys" and isinstance(value, dict):
            _take_keys(settings, dict(_flat(value)))
        elif name == "motion" and value in MOTIONS:
            settings.motion = value
        elif name == "tour" and isinstance(value, bool):
            settings.tour = value
        elif name in _KINDS:
            settings.notices.append(f"{FILE}: {name} must be {_KINDS[name]}")
        else:
            settings.notices.append(_unknown("setting", name, _KINDS))


def _flat(table: dict[str, Any], prefix: str = "") -> Iterable[tuple[str, Any]]:
    """``go.next`` without quotes is a table in TOML, and means the same to us."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def _take_keys(settings: Settings, keys: dict[str, Any]) -> None:
    for id, value in keys.items():
        if id not in BY_ID:
            settings.notices.append(_unknown("verb", id, BY_ID))
        elif not _are_keys(value):
            settings.notices.append(f'{FILE}: the keys of {id} must be like "n" or "n,ctrl+n"')
        else:
            settings.keys[id] = value
    for one, other, key in _clashes(settings.keys):
        settings.notices.append(f"{FILE}: {key} is the key of both {one.id} and {other.id}")


def _are_keys(value: object) -> bool:
    if not isinstance(value, str):
        return False
    return all(_KEY.fullmatch(key.strip()) for key in value.split(","))


def _clashes(keys: dict[str, str]) -> Iterable[tuple[Action, Action, str]]:
    """Verbs that are understood in the same place, or one of them everywhere, and have one key."""
    taken: dict[str, list[Action]] = {}
    for action in ACTIONS:
        for key in keys.get(action.id, action.keys).split(","):
            if not key:
                continue
            others = taken.setdefault(key.strip(), [])
            for other in others:
                wheres = {other.where, action.where}
                # in a class and in the library their own verbs come first
                apart = wheres & {"class", "library"}
                together = len(wheres) == 1 or ("app" in wheres and not apart)
                if together and other is not action:
                    yield other, action, key.strip()
                    break  # one is enough to be told of a key
            others.append(action)


def _unknown(kind: str, word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"{FILE}: unknown {kind} {word}" + (f"; did you mean {near[0]}?" if near else "")
