"""What stands and falls, on the boxes of the map as a picture."""

from __future__ import annotations

from debate.writers.part import Part
from debate.writers.svg_style import SIGNS

#: Pixels of a bar of strength, its height, and the room of the number after it.
_BAR, _HIGH, _NUMBER = 50, 4, 30

#: Verdicts as they are said of a claim.
_IS = {"stands": "stands", "falls": "falls", "open": "is open"}


def aloud(chosen: Part, row: int) -> str:
    """A claim's verdict, strength and judgement as sentences; "" where nothing is judged."""
    verdict = chosen.verdict(row)
    if verdict is None:
        return ""
    own = f" You {word} it." if (word := _own(chosen, row)) else ""
    return f" It {_IS[verdict]}, strength {chosen.strength(row):.2f}.{own}"


def line(chosen: Part, row: int, left: float, right: float, y: float) -> str:
    """The same in a line of a box: sign and word, and the strength as a bar and a number."""
    verdict, strength = chosen.verdict(row), chosen.strength(row)
    if verdict is None or strength is None:
        return ""
    at = f'x="{right - _NUMBER - _BAR:g}" y="{y - _HIGH - 2:g}" height="{_HIGH}"'
    return (
        f'<text class="small {verdict}" x="{left:g}" y="{y:g}">{SIGNS[verdict]} {verdict}'
        f'<tspan class="mine" dx="5">{_own(chosen, row)}</tspan></text>'
        f'<rect class="rest" {at} width="{_BAR}"/>'
        f'<rect class="full {verdict}" {at} width="{strength * _BAR:.3g}"/>'
        f'<text class="small muted end" x="{right:g}" y="{y:g}">{strength:.2f}</text>'
    )


def unshown(chosen: Part) -> int:
    """How many judgements no box has a word for: credences and weights."""
    found = chosen.judged.judgements if chosen.judged else None
    return len(found.credence) + len(found.weight) if found else 0


def _own(chosen: Part, row: int) -> str:
    """What was judged of the claim itself, in a word; "" where nothing."""
    judged = chosen.judged
    if judged is None:
        return ""
    meant = judged.debate.meant(chosen.whole(row))
    if meant in judged.judgements.accepted:
        return "accepted"
    return "rejected" if meant in judged.judgements.rejected else ""
