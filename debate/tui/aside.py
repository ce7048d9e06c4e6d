"""Judgements on claims that are gone from the files: kept, and given back when the claims return.

Who tries how a debate reads without a claim does not lose what was made of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from debate.model import Debate
from debate.model.alignment import Alignment
from debate.reasoning.judgements import Judgements, Kind
from debate.tui import home
from debate.tui.whereabouts import Rows


@dataclass(slots=True, frozen=True)
class Lost:
    """One judgement on a claim that is gone; ``name`` and ``text`` are what the claim had."""

    name: str
    text: str
    kind: Kind
    value: float | None = None


def moved(judgements: Judgements, alignment: Alignment) -> Judgements:
    """The judgements on the rows that their claims have now; without those that are gone."""
    row, new = alignment.row, alignment.new
    found = Judgements(
        frozenset(now for old in judgements.accepted if (now := row(old)) is not None),
        frozenset(now for old in judgements.rejected if (now := row(old)) is not None),
        {now: x for old, x in judgements.credence.items() if (now := row(old)) is not None},
        {
            now: x
            for old, x in judgements.weight.items()
            if (now := row(old)) is not None and weighs(new, now)
        },
    )
    return found.of(new)


def lost(judgements: Judgements, alignment: Alignment) -> list[Lost]:
    """What :func:`moved` leaves out."""
    old, found = alignment.old, []
    rows: list[tuple[Kind, int, float | None]] = [
        *(("accept", row, None) for row in sorted(judgements.accepted)),
        *(("reject", row, None) for row in sorted(judgements.rejected)),
        *(("credence", row, value) for row, value in judgements.credence.items()),
        *(("weight", row, value) for row, value in judgements.weight.items()),
    ]
    for kind, row, value in rows:
        now = alignment.row(row)
        if now is None or (kind == "weight" and not weighs(alignment.new, now)):
            # A row that only refers to a claim has no text of its own to find it by.
            found.append(Lost(old.name(row), old.claims[row].text, kind, value))
    return found


def given_back(
    judgements: Judgements, aside: Iterable[Lost], debate: Debate
) -> tuple[Judgements, list[Lost]]:
    """The judgements with those whose claims are there again, and those that stay aside.

    What was judged of such a claim meanwhile is not overruled, and the old judgement forgotten.
    """
    kept: list[Lost] = []
    aside = list(aside)
    if not aside:
        return judgements, kept
    rows = Rows(debate, {one.text for one in aside})
    for one in aside:
        row = rows.find(one.name, one.text)
        if row is None or (one.kind == "weight" and not weighs(debate, row)):
            kept.append(one)
        elif one.kind in ("accept", "reject"):
            if row not in judgements.accepted | judgements.rejected:
                judge = judgements.accept if one.kind == "accept" else judgements.reject
                judgements = judge(row)
        elif one.value is not None:
            if one.kind == "credence" and row not in judgements.credence:
                judgements = judgements.believe(row, one.value)
            elif one.kind == "weight" and row not in judgements.weight:
                judgements = judgements.weigh(row, one.value)
    return judgements, kept


def weighs(debate: Debate, row: int) -> bool:
    """Whether a row's step has a weight."""
    from debate.readers.judgements import has_weight  # reads YAML, which the walk need not

    return has_weight(debate, row)


# ---------------------------------------------------------------------- from one day to the next


def place(key: str) -> Path:
    """Where the judgements on what is gone from a debate are kept."""
    return home.data() / f"judgements-{key}.aside.json"


def keep(key: str, aside: Iterable[Lost]) -> None:
    """Keep them for the next time; raises OSError where that cannot be."""
    from debate.writers.replace import replace

    path, found = place(key), [asdict(one) for one in aside]
    if not found:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    replace(path, [json.dumps(found, ensure_ascii=False, indent=1), "\n"])


def recall(key: str) -> list[Lost]:
    """Those that were kept; a file that cannot be made out is set aside, as ``….broken``."""
    path = place(key)
    try:
        return [_one(**one) for one in json.loads(path.read_bytes())]
    except OSError:
        return []
    except (ValueError, TypeError, RecursionError):
        home.set_aside(path)
        return []


def _one(name: str, text: str, kind: Kind, value: float | None = None) -> Lost:
    """One of a file; raises ValueError or TypeError where it makes no sense."""
    if not isinstance(name, str) or not isinstance(text, str):
        raise TypeError("a name and a text are words")
    if kind in ("credence", "weight"):
        if value is None or not 0 <= value <= 1:
            raise ValueError("a share is from 0 to 1")
    elif kind not in ("accept", "reject"):
        raise ValueError(f"there is no judgement {kind}")
    return Lost(name, text, kind, value)
