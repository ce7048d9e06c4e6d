"""Debates that somebody visited some time ago, as the app remembers them."""

from __future__ import annotations

from pathlib import Path

from debate.tui import home
from debate.tui.session import Session
from tests.support.build import build


def visit(path: Path, title: str, when: int, *, there: bool = True) -> None:
    """Leave a debate at a path, some time ago; ``there`` is whether its file still is."""
    if there:
        path.parent.mkdir(parents=True, exist_ok=True)
        claims = "claims: [We go.]"
        text = f"debate: {title!r}\npositions: {{ann: {{speaker: Ann, {claims}}}}}\n"
        path.write_text(text)
    session = Session(build({"ann": {"speaker": "Ann", "claims": ["We go."]}}, title=title), path)
    session.keep()
    kept = home.recall(session._name)
    home.keep(session._name, {**kept, "visited": when})
