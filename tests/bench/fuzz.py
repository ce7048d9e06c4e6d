"""How many spoilt files each reader survives: python -m tests.bench.fuzz [--inputs N] [--only NAME]

Each input is random bytes, or pieces of sound files of the format: cut, doubled, moved, with bytes
and words of the format's own put in. A reader survives an input by ending in a debate or in
problems. The first inputs that it does not survive are printed, and the exit status is then 1.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Iterator

from debate import bundled, files, load, readers, writers
from debate.model import Debate
from debate.model.problem import InvalidDebate
from debate.writers import ALL, Options
from tests.support.build import build

#: What means something in one format or another.
_WORDS = (
    *(b"\n", b"\r\n", b"\t", b"    ", b" ", b"\x00", b"\x1b[2J", b"\xff", b"\xc3"),
    *("\u202e".encode(), "\u2028".encode(), "\N{ROCKET}".encode(), b"@include(x)"),
    *b"\" ' \\ { } [ ] < > /> ( ) # + - _ >< -> <- +> <_ ---- === // /* */ <!-- -->".split(),
    *b"(1) [T]: <A>: {a:b} null true 1e999 NaN \\u0000 \\ud800 &amp; &#0; ]]> <![CDATA[".split(),
    *(b"1.1. Pro: ", b"-> See 1.1.", b"Sources:", b"<!DOCTYPE a>", b"- ", b"? "),
    *(b"&a", b"*a", b"!t", b": ", b"| ", b"<edge id='e' src='a1' trg='a1' type='und'/>"),
)


def seeds(name: str) -> list[bytes]:
    """Sound files of a format: what our writer makes, and a file that is all of its words."""
    found = [b" ".join(_WORDS), b""]
    small = build({"a": {"claims": [{"claim": "x", "supports": ["y"], "objections": ["z"]}]}})
    for debate in (small, _part_of(load(bundled()))):
        if name in writers.names():
            writer = writers.get(name)
            for style in writer.styles or ("",):
                text = "".join(writer.write(debate, Options(style=style)))
                found.append(text.encode("utf-8", "replace"))
    return found


def _part_of(debate: Debate) -> Debate:
    from debate.writers.part import part

    return part(debate, Options(sides=("otoole",), depth=2)).debate


def inputs(some: list[bytes], chance: random.Random) -> Iterator[bytes]:
    """Spoilt files without end."""
    while True:
        data = chance.choice(some)
        at = chance.randrange(len(data) + 1)
        data = data[at : at + chance.randrange(1, 600)] if chance.random() < 0.8 else data
        for _ in range(chance.randrange(6)):
            at, to = chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)
            kind = chance.randrange(4)
            if kind == 0:
                data = data[:at] + data[to:]
            elif kind == 1:
                data = data[:at] + chance.choice(_WORDS) + data[at:]
            elif kind == 2:
                data = data[:at] + chance.randbytes(chance.randrange(4)) + data[at + 1 :]
            else:
                data = data[:at] + data[min(at, to) : max(at, to)][:300] + data[at:]
        yield data[:4000]


def survives(name: str, data: bytes) -> bool:
    """Whether reading ends as it must; prints what it does instead."""
    try:
        if name == readers.OWN:
            reading = files.read("-", piped=data)
            assert reading.debate or reading.problems
            return True
        reading = readers.get(name).read(data, "fuzz")
        assert reading.debate or reading.problems
        if reading.debate and not len(reading.debate.claims) % 50:
            "".join(writers.get("json").write(reading.debate, ALL))
    except InvalidDebate as invalid:
        return bool(invalid.problems)
    except Exception:  # noqa: BLE001 - it is what is looked for
        print(f"{name} does not survive {data[:400]!r}", file=sys.stderr)
        traceback.print_exc(limit=-4)
        return False
    return True


def main() -> int:
    """Run, and print a line for each reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    failures = 0
    for name in readers.names():
        if arguments.only and name != arguments.only:
            continue
        chance = random.Random(f"{arguments.seed} {name}")
        since, failed = time.perf_counter(), 0
        for number, data in enumerate(inputs(seeds(name), chance), 1):
            failed += not survives(name, data)
            if number == arguments.inputs or failed >= 5:
                break
        rate = number / (time.perf_counter() - since)
        print(f"{name:<10} {number:>9,} inputs, {failed} not survived ({rate:,.0f} a second)")
        failures += failed
    return int(failures > 0)


if __name__ == "__main__":
    raise SystemExit(main())
