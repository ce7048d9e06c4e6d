"""The picture of pixels: whole, sharp, the same each time, and honest about its limits."""

from __future__ import annotations

import struct
import zlib

import pytest

from debate.files import load
from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS
from debate.reasoning.evaluate import judge
from debate.reasoning.judgements import NO_JUDGEMENTS
from debate.writers import Options, export
from debate.writers.formats import png as module
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.hostile import EMPTY
from tests.support.markup import MARKUP, filled
from tests.support.office import lost, written
from tests.support.walking import everything


def size(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    wide, high = struct.unpack(">II", data[16:24])
    return wide, high


def intact(data: bytes) -> bool:
    """Whether every chunk is whole, and the last one is the end."""
    at, kind = 8, b""
    while at < len(data):
        (long,) = struct.unpack(">I", data[at : at + 4])
        kind, checked = data[at + 4 : at + 8], data[at + 4 : at + 8 + long]
        if struct.pack(">I", zlib.crc32(checked)) != data[at + 8 + long : at + 12 + long]:
            return False
        at += 12 + long
    return kind == b"IEND"


def drawn(debate: Debate) -> tuple[int, int]:
    found = module._SIZE.search(export(debate, "svg"))
    assert found
    return int(found[1]), int(found[2])


def test_it_is_the_map_twice_as_large() -> None:
    data = written(everything(), "png")
    assert intact(data)
    assert size(data) == tuple(2 * pixels for pixels in drawn(everything()))
    assert written(everything(), "png") == data


def test_more_text_is_more_ink() -> None:
    """Text is drawn: two maps that differ in a word differ."""
    one, other = (written(build({"a": {"claims": [w]}}), "png") for w in ("Walk.", "Talk."))
    assert size(one) == size(other)
    assert one != other


def test_a_map_that_is_too_large_is_drawn_smaller_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    debate = everything()
    wide, high = drawn(debate)
    monkeypatch.setattr(module, "_MOST", round(wide * high * 0.64))
    data = written(debate, "png")
    assert abs(size(data)[0] - wide * 0.8) <= 1
    assert lost(debate, "png")[-1].startswith("1 map: drawn at 80% of its size, for a picture has")
    monkeypatch.setattr(module, "_SIDE", round(wide * 0.7))
    assert max(size(written(debate, "png"))) == round(wide * 0.7)


def test_levels_are_left_out_and_told_where_nothing_could_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    debate = everything()
    wide, high = drawn(debate)
    monkeypatch.setattr(module, "_MOST", round(wide * high * 0.25))
    depth = module._with_fewer_levels(debate, Options()).depth
    assert depth is not None
    assert module._drawing(debate, Options(depth=depth))[1] >= module._LEAST
    assert module._drawing(debate, Options(depth=depth + 1))[1] < module._LEAST
    out = sum(claim.depth > depth for claim in debate.claims)
    told = f"{out} claims: too deep for a picture that can be read, after level {depth + 1}"
    assert told in [line.replace("1 claim:", "1 claims:") for line in lost(debate, "png")]
    monkeypatch.setattr(module, "_MOST", 1_000)
    assert module._with_fewer_levels(debate, Options()).depth == 0
    assert intact(written(debate, "png"))


def test_what_part_of_it() -> None:
    data = written(load(KERCH), "png", Options(sides=("aslund",), depth=1))
    assert size(data)[1] < 3_000


def test_what_a_map_does_not_show_is_told() -> None:
    notes = NO_ANNOTATIONS.write(0, "Mine.").mark(1)
    told = lost(everything(), "png", notes=notes, judged=judge(everything(), NO_JUDGEMENTS))
    assert [line.partition(":")[0] for line in told] == [
        "2 sources", "3 citations", "2 speakers", "1 scheme", "1 weight", "1 credence",
        "1 tag", "1 discussion question", "1 note", "1 reader's note", "1 reader's mark",
    ]  # fmt: skip


@pytest.mark.parametrize("text", MARKUP[::3], ids=lambda text: ascii(text)[:30])
def test_whatever_stands_in_it(text: str) -> None:
    assert intact(written(filled(text), "png"))


def test_the_empty_debate() -> None:
    assert intact(written(EMPTY, "png"))
