"""What our own writer puts into the data of an Argdown document, read back."""

from __future__ import annotations

from typing import Any


def fields_of(data: list[str]) -> dict[str, Any]:
    """The fields of a claim that stand in its data under "debate"."""
    return {}
