"""Where the app keeps what is the user's, and how it writes there without ever losing it."""

from __future__ import annotations

import json
import os
from itertools import count
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any


def config() -> Path:
    """The folder of settings.toml: ``$DEBATE_HOME``, else the platform's."""
    if home := os.environ.get("DEBATE_HOME"):
        return Path(home)
    from platformdirs import user_config_path  # costs milliseconds that the first frame would miss

    return user_config_path("debate", appauthor=False)


def state() -> Path:
    """The folder of what the app remembers by itself: ``$DEBATE_HOME/state``, or the platform's."""
    if home := os.environ.get("DEBATE_HOME"):
        return Path(home) / "state"
    from platformdirs import user_state_path

    return user_state_path("debate", appauthor=False)


def data() -> Path:
    """The folder of what the user made: ``$DEBATE_HOME/data``, or the platform's."""
    if home := os.environ.get("DEBATE_HOME"):
        return Path(home) / "data"
    from platformdirs import user_data_path

    return user_data_path("debate", appauthor=False)


def cache() -> Path:
    """The folder of what can be made anew: ``$DEBATE_HOME/cache``, or the platform's."""
    if home := os.environ.get("DEBATE_HOME"):
        return Path(home) / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("debate", appauthor=False)


def key(path: str | Path) -> str:
    """What tells the debate at a path from all others in the names of files."""
    import hashlib

    place = str(Path(path).resolve()).encode("utf-8", "surrogateescape")
    return hashlib.sha256(place).hexdigest()[:24]


def notes(key: str) -> Path:
    """Where the notes and marks on a debate are kept."""
    return data() / f"notes-{key}.json"


def recall(name: str) -> dict[str, Any]:
    """What was kept under a name; nothing where there is nothing.

    A file that is no JSON object is set aside as ``NAME.json.broken``, for whoever wants to see it.
    """
    path = state() / f"{name}.json"
    try:
        data = json.loads(path.read_bytes())
        if not isinstance(data, dict):
            raise ValueError("not an object")
    except OSError:
        return {}
    except (ValueError, RecursionError):
        set_aside(path)
        return {}
    return data


def keep(name: str, data: dict[str, Any]) -> None:
    """Keep data under a name: written beside, flushed to the disk, and only then put in place.

    Raises OSError where it cannot be written.
    """
    folder = state()
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, indent=1)
    with NamedTemporaryFile("w", encoding="utf-8", dir=folder, delete=False) as beside:
        try:
            beside.write(text)
            beside.flush()
            os.fsync(beside.fileno())
            Path(beside.name).replace(folder / f"{name}.json")
        except OSError:
            Path(beside.name).unlink(missing_ok=True)
            raise


def set_aside(path: Path) -> Path:
    """Rename a file that cannot be read, to ``NAME.broken``, for whoever wants to see it.

    One that was set aside before stays: the next is ``NAME.broken-2``. Returns where the file is
    now, which is where it was if it cannot be renamed.
    """
    aside = path.with_name(path.name + ".broken")
    for number in count(2):
        if not aside.exists():
            break
        aside = path.with_name(f"{path.name}.broken-{number}")
    try:
        return path.replace(aside)
    except OSError:
        return path  # then it stays, and is as little use the next time
