"""A debate that would break whatever takes its texts for something else than text."""

from __future__ import annotations

from debate.model import Debate
from tests.support.build import build

#: What readers let through: brackets, scripts that run the other way, cells of two, long words.
TEXTS = (
    "[/b]",
    "[@click=app.quit]leave[/]",
    "[bold red]loud[/bold red] $primary [[x]] \\[y]",
    "שלום עולם, this runs both ways \u200f(RTL)",
    "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{ROCKET}\N{VARIATION SELECTOR-16} 漢字かな \N{CHICKEN}",
    "long " * 1_000,
    "unbroken" * 625,
    "e" + "\N{COMBINING ACUTE ACCENT}" * 40,
)


def hostile() -> Debate:
    """Every text hostile, a side without a word, and a claim under 100 others."""
    deep: dict[str, object] = {"claim": "The bottom.", "id": "bottom"}
    for level in range(100):
        deep = {"claim": f"{TEXTS[level % 5]} {level}", "objections": [deep]}
    recommendation = {
        "question": "q",
        "option": "a",
        "claim": TEXTS[5],
        "only_if": list(TEXTS),
        "supports": [deep, *TEXTS],
        "objections": [{"claim": TEXTS[1], "cite": {"source": "s", "at": TEXTS[2]}}],
        "agrees_with": ["[b].bottom"],
    }
    return build(
        {
            "[/b]": {"speaker": TEXTS[1], "short": TEXTS[0], "recommendations": [recommendation]},
            "[b]": {"speaker": TEXTS[4], "role": TEXTS[2], "claims": [deep, *TEXTS]},
            "mute": {"recommendations": [{"question": "q", "option": "gone", "claim": ""}]},
        },
        title=TEXTS[2],
        summary="\n".join(TEXTS),
        questions={"q": {"ask": TEXTS[1], "options": {"a": TEXTS[0], "b": TEXTS[6]}}},
        sources={"s": {"title": TEXTS[0], "author": TEXTS[1]}},
        background=[{"claim": text, "cite": {"source": "s"}} for text in TEXTS],
        outcome={"claim": TEXTS[1], "cite": {"source": "unknown"}},
    )


#: Nothing at all.
EMPTY = Debate("")
