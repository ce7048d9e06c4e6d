"""Memory, where it shows: pausing the garbage collector while a debate is worked on in bulk."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Millions of objects and no cycles: the collector would look at all of them in vain."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def to_stay() -> Iterator[None]:
    """What is made here lives as long as the program: the collector never looks at it again."""
    with without_collecting():
        yield
        gc.freeze()
