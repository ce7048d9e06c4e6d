"""Libraries: folders of many small debates that differ, for tests and measuring."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.bench.generate import WORDS

_TOPICS = ("the bridge", "the tunnel", "a toll", "the ferry", "school at nine", "the old harbour")


def write_many(folder: Path, count: int, claims: int = 15, seed: int = 0) -> Path:
    """Write ``count`` debates of ``claims`` claims each, a hundred to a folder; the folder."""
    random = Random(seed)
    for number in range(count):
        place = folder / f"shelf-{number // 100:03}" / f"debate-{number:05}"
        place.mkdir(parents=True, exist_ok=True)
        write_one(place, number, claims, random)
    return folder


def write_one(place: Path, number: int, claims: int, random: Random) -> None:
    """Write one debate of two sides, its own number in title and claims."""
    topic = random.choice(_TOPICS)
    (place / "debate.yaml").write_text(
        f"format: 1\ndebate: Should we decide on {topic} this year? ({number})\ndate: 2019-0"
        f"{random.randrange(1, 10)}\nquestions:\n  q: {{ask: What about {topic}?,"
        " options: {yes: Do it, no: Leave it}}\npositions: [ann, bo]\n"
    )
    for side, option, count in (("ann", "yes", claims // 2), ("bo", "no", claims - claims // 2)):
        lines = [
            f"speaker: {side.title()} of debate {number}\nshort: {side.title()}\n",
            f"recommendations:\n- question: q\n  option: {option}\n  claim: {_text(random)}\n",
        ]
        if count > 1:
            lines.append("  supports:\n")
            lines += [f"  - claim: {_text(random)}\n" for _ in range(count - 1)]
        (place / f"{side}.yaml").write_text("".join(lines))


def _text(random: Random) -> str:
    """Twenty words, some of them rare: a vocabulary as texts have it."""
    words = [random.choice(WORDS) for _ in range(18)]
    words += [f"{random.choice(WORDS)}{random.randrange(2000)}" for _ in range(2)]
    return " ".join(words).capitalize() + "."
