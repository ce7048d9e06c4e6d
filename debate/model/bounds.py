"""What bounds a number, told to validators without the library that they share, which loads slowly.

pydantic asks what stands in ``Annotated`` for its parts, as the annotated-types specification has
it (its "grouped metadata"): only then is that library loaded.
"""

from __future__ import annotations

from collections.abc import Iterator


class Between:
    """A number from ``ge`` to ``le``, both included."""

    __slots__ = ("ge", "le")

    #: The mark by which validators know that it has parts.
    __is_annotated_types_grouped_metadata__ = True

    def __init__(self, low: int, high: int) -> None:
        self.ge, self.le = low, high

    def __iter__(self) -> Iterator[object]:
        """The two bounds, as the annotated-types library writes them."""
        from annotated_types import Ge, Le

        yield Ge(self.ge)
        yield Le(self.le)
