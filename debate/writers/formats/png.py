"""PNG: the argument map as a picture of pixels, for what shows no SVG: slides, chats, documents.

It is the drawing of the svg format, in the font that typst brings along; so it looks the same on
every machine. That font is narrower than those the boxes are measured for, and set larger.

Lost, and told: what the svg format loses, and what would be too small to be read.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from debate.model import Debate
from debate.writers import Options, Writer
from debate.writers.formats import svg
from debate.writers.outline import count
from debate.writers.part import part

#: Pixels for each of the drawing's: as sharp as screens of today are, and as prints need.
_SCALE = 2.0

#: Pixels of a picture at most: many programs refuse larger ones, and drawing takes 4 bytes each.
_MOST = 64_000_000

#: Pixels of a side at most: some programs count them in 16 bits.
_SIDE = 32_767

#: Pixels for each of the drawing's with which text can still be read: then it is 9 pixels high.
_LEAST = 0.6

#: As large as Libertinus may be for a line to be no wider than in DejaVu Sans of 13 pixels.
_FONT = (
    "text{font:15px 'Libertinus Serif'}.title{font-size:24px}.small,.chip{font-size:12.5px}"
    ".strong{font-size:14.5px}"
)

_SIZE = re.compile(r'width="(\d+)" height="(\d+)"')


def write(debate: Debate, options: Options) -> Iterator[bytes]:
    """The map as one picture; raises NotInstalled where typst is missing."""
    from debate.writers.paper.typeset import need_typst, png

    need_typst("PNG")
    drawing, scale = _drawing(debate, options)
    if scale < _LEAST:
        options = _with_fewer_levels(debate, options)
        drawing, scale = _drawing(debate, options)
    list(svg.write(debate, options))  # once more, to be told what a map does not show
    if scale < 1:
        limit = f"{count(_MOST // 1_000_000, 'million pixel')}, {_SIDE:,} a side"
        instead = f"drawn at {scale:.0%} of its size, for a picture has at most {limit}"
        options.lose("map", f"{instead}; svg has no such limit")
    yield png(drawing, scale, options)


def _drawing(debate: Debate, options: Options) -> tuple[str, float]:
    """The drawing, and how many pixels it may have for each of its own: as sharp as is allowed."""
    silent = replace(options, losses=None)
    drawing = "".join(svg.write(debate, silent)).replace("</style>", f"{_FONT}</style>", 1)
    size = _SIZE.search(drawing)
    assert size is not None
    wide, high = int(size[1]), int(size[2])
    return drawing, min(_SCALE, math.sqrt(_MOST / (wide * high)), _SIDE / max(wide, high))


def _with_fewer_levels(debate: Debate, options: Options) -> Options:
    """As many levels as can be read; what is left out is told, and in the boxes above it."""
    chosen = part(debate, options).debate
    depths = range(max((claim.depth for claim in chosen.claims), default=0))

    def is_too_much(depth: int) -> bool:
        return _drawing(debate, replace(options, depth=depth))[1] < _LEAST

    depth = max(0, bisect_left(depths, True, key=is_too_much) - 1)
    out = sum(claim.depth > depth for claim in chosen.claims)
    options.lose("claim", f"too deep for a picture that can be read, after level {depth + 1}", out)
    return replace(options, depth=depth)


WRITER = Writer("png", "PNG argument map", ".png", write, binary=True)
