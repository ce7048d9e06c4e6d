"""PNG: the argument map as a picture of pixels, for what shows no SVG: slides, chats, documents.

It is the drawing of the svg format, in the font that typst brings along; so it looks the same on
every machine. That font is narrower than those the boxes are measured for, and set larger.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from debate.model import Debate
from debate.writers import Options, Writer
from debate.writers.formats import svg
from debate.writers.outline import count

#: Pixels for each of the drawing's: as sharp as screens of today are, and as prints need.
_SCALE = 2.0

#: Pixels of a picture at most: many programs refuse larger ones, and drawing takes 4 bytes each.
_MOST = 64_000_000

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
    drawing = "".join(svg.write(debate, options)).replace("</style>", f"{_FONT}</style>", 1)
    size = _SIZE.search(drawing)
    assert size is not None
    scale = _scale(int(size[1]) * int(size[2]))
    if scale < 1:
        options.lose(
            "map",
            f"drawn at {scale:.0%} of its size, which may be too small to read: "
            f"a picture has at most {count(_MOST // 1_000_000, 'million pixel')}; "
            "svg has no such limit, --side and --depth make it smaller",
        )
    yield png(drawing, scale, options)


def _scale(pixels: int) -> float:
    """As sharp as is allowed."""
    return min(_SCALE, math.sqrt(_MOST / pixels))


WRITER = Writer("png", "Argument map (PNG)", ".png", write, binary=True)
