"""The app on a debate, walked; and a small debate that has something of everything."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from debate.model import Debate
from debate.tui.app import DebateApp
from debate.tui.screens.walk import WalkScreen
from tests.support.build import build


def everything() -> Debate:
    """Two sides on one question with every role, a ref, links, sources, and background."""
    ann = {
        "speaker": "Ann Other",
        "short": "Ann",
        "recommendations": [
            {
                "question": "q",
                "option": "go",
                "id": "go",
                "claim": "We should go.",
                "only_if": [{"claim": "It does not rain.", "id": "dry"}],
                "supports": [
                    {
                        "claim": "The walk is good for us.",
                        "id": "good",
                        "scheme": "argument from expert opinion",
                        "cite": {"source": "s", "paragraph": 3, "words": "good for us"},
                        "ask": "For whom else?",
                        "note": "Seen twice.\nAt least.",
                        "weight": 0.5,
                        "credence": 0.25,
                        "tags": ["health"],
                        "together_with": ["We want what is good for us."],
                        "undercuts": ["Nobody asked."],
                        "agrees_with": ["bo.healthy"],
                    },
                    {"claim": "Everybody goes.", "supports": [{"ref": "good"}]},
                ],
                "objections": [{"claim": "It is late.", "id": "late"}],
                "clashes_with": ["bo.stay", "bo.healthy"],
            }
        ],
        "claims": ["Walks are underrated."],
    }
    bo = {
        "speaker": "Bo Peep",
        "short": "Bo",
        "recommendations": [
            {
                "question": "q",
                "option": "stay",
                "id": "stay",
                "claim": "We should stay.",
                "cite": [{"source": "s", "page": "4"}, {"source": "t"}],
                "objections": [{"claim": "Walks are healthy.", "id": "healthy"}],
            }
        ],
    }
    return build(
        {"ann": ann, "bo": bo},
        title="Shall we go?",
        questions={"q": {"ask": "Go or stay?", "options": {"go": "Go", "stay": "Stay"}}},
        sources={
            "s": {
                "title": "On walks",
                "author": "Cy Young",
                "date": "2001",
                "url": "https://x.org/a",
            },
            "t": {"title": "No address"},
        },
        background=["It is six o'clock."],
    )


class Walk:
    """A walk under way: what the tests look at."""

    def __init__(self, app: DebateApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> WalkScreen:
        """The walk's screen; fails while something else is shown."""
        assert isinstance(self.app.screen, WalkScreen), self.app.screen
        return self.app.screen

    @property
    def name(self) -> str:
        """The name of the current claim."""
        assert self.app.session is not None
        return self.app.session.debate.name(self.app.session.row)

    @property
    def lines(self) -> list[str]:
        """The outline as it is seen."""
        outline = self.screen.outline
        return [outline.render_line(y).text.rstrip() for y in range(outline.size.height)]

    @property
    def page(self) -> str:
        """The claim's page as it is seen."""
        pane = self.screen.claim
        return "\n".join(pane.render_line(y).text.rstrip() for y in range(pane.size.height))

    @property
    def told(self) -> list[str]:
        """The notifications so far."""
        return [notification.message for notification in self.app._notifications]

    @property
    def focused(self) -> str:
        """The kind of widget that has the keys."""
        return type(self.app.focused).__name__

    async def until(self, predicate: Callable[[], bool]) -> None:
        """Wait for what takes more than one turn, such as the layout for a new size."""
        for _ in range(200):
            if predicate():
                return
            await self.pilot.pause(0.02)
        raise AssertionError("it has not come about")

    async def press(self, *keys: str) -> str:
        """Press keys, and say the name of the claim one comes to."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return self.name


@asynccontextmanager
async def walking(
    debate: Debate, folder: Path, size: tuple[int, int] = (120, 40), theme: str | None = None
) -> AsyncIterator[Walk]:
    """The app on a debate, in the walk."""
    app = DebateApp(debate, folder / "debate")
    if theme:
        app.theme = theme
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        app.action_view("walk")
        await pilot.pause()
        yield Walk(app, pilot)
