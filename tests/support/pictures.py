"""The pictures in the README: ``python -m tests.support.pictures`` draws them anew.

Each is the app itself on the bundled debate, as SVG, with nothing to be fetched when it is shown.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

from tests.support.command import ROOT

FOLDER = ROOT / ".github" / "pictures"
SIZE = (120, 36)

#: The keys that lead from the start to each picture.
PICTURES: dict[str, list[str]] = {
    "overview": ["o"],
    "walk": ["1", "}", *"nnnnnn"],
    "compare": ["c"],
    "map": ["1", "m"],
    "guide": ["1", "G", "space", "space", "P"],
}

_FONTS = re.compile(r"@font-face \{.*?\}", re.S)


async def _picture(keys: list[str]) -> str:
    # Not at the top: whoever imports this module may want nothing but the names.
    from debate import bundled, load
    from debate.tui.app import DebateApp

    app = DebateApp(load(bundled()), bundled())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        picture = app.export_screenshot(simplify=True)
    # Whoever looks at it has a monospaced font; fetching one would tell a stranger of it.
    return _FONTS.sub("", picture).replace("Fira Code", "monospace")


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["DEBATE_HOME"] = home  # neither the user's theme nor the place last read
        for name, keys in PICTURES.items():
            path: Path = FOLDER / f"{name}.svg"
            path.write_text(asyncio.run(_picture(keys)), encoding="utf-8")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
