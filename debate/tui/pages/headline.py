"""A headline to read from the back of a room: in large letters where there is room for them."""

from __future__ import annotations

from textual.content import Content

from debate.tui.big.setting import large

#: How large a dot of a letter is at most, in cells.
_LARGEST = 2


def headline(text: str, width: int, height: int) -> list[Content]:
    """A text in at most ``height`` lines of ``width`` cells, as large as it fits in there.

    In the terminal's own letters where it fits in no larger ones; of a text that does not fit in
    those either, the end is left out.
    """
    for scale in range(_LARGEST, 0, -1):
        if lines := large(text, width, height, scale):
            indent = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
            return [Content.styled(line[indent:], "bold") for line in lines]
    seen = text[: 2 * width * height]  # nobody waits for a wrap that nobody sees
    own = Content.styled(seen, "bold").wrap(max(width, 1))
    if len(own) > height:
        last = Content.assemble(own[height - 1].rstrip(), "…")
        own = [*own[: height - 1], last.truncate(width, ellipsis=True)]
    return own
