"""The JSON that we write ourselves: one flat list of claims, each with its parent's index in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from debate.model.problem import InvalidDebate, Problem
from debate.model.reading import Reading
from debate.readers import Reader
from debate.readers.json_places import Path, parse, place
from debate.readers.making import Making
from debate.readers.opening import decoded
from debate.readers.records import Records


def likeness(sample: str, suffix: str) -> int:
    """Ours begins with its title; nobody else's has both that and claims with parents."""
    if re.match(r'\s*\{\s*"debate"\s*:', sample):
        return 3
    return int(suffix == ".json")


def read(data: bytes, file: str) -> Reading:
    """The debate that :mod:`debate.writers.formats.json` wrote, or another program in that shape.

    Names, numbers and depths are not read: they follow from the rest. Nor are notes of a reader's.
    """
    text = decoded(data, file)
    root = parse(text, file)
    if not isinstance(root, Mapping) or not isinstance(root.get("claims"), list):
        what = "no debate: a mapping with `debate` and the list `claims`"
        raise InvalidDebate([Problem(file, 1, 1, "error", "wrong-type", what)])
    making = Making(file)
    records = Records(making, lambda path: place(text, path))
    records.head(root)
    sides = _sides(records, root)
    rows: list[int] = []
    for number, record in enumerate(root["claims"]):
        path: Path = ("claims", number)
        if not isinstance(record, Mapping):
            making.error(*place(text, path), "wrong-type", "a claim is a mapping")
            rows.append(-1)
            continue
        parent = _parent(record, rows, making, text, path)
        position = sides.get(record.get("position"), -1) if _plain(record.get("position")) else -1
        if record.get("position") not in (*sides, None):
            making.error(*place(text, path), "unknown-side", "there is no such position")
        said = record.get("claim")
        role = record.get("role")
        row = records.claim(_with_ref(record), str(said or ""), str(role), parent, position, path)
        rows.append(row)
    return records.finish()


def _plain(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _sides(records: Records, root: Mapping[str, Any]) -> dict[Any, int]:
    given = root.get("positions") or []
    if not isinstance(given, list):
        given = []
    sides: dict[Any, int] = {}
    for number, record in enumerate(given):
        index = records.position(record, ("positions", number))
        if isinstance(record, Mapping) and isinstance(record.get("name"), str):
            sides.setdefault(record["name"], index)
    return sides


def _parent(
    record: Mapping[str, Any], rows: list[int], making: Making, text: str, path: Path
) -> int:
    parent = record.get("parent")
    if parent is None:
        return -1
    if isinstance(parent, int) and not isinstance(parent, bool) and 0 <= parent < len(rows):
        return rows[parent]
    place_of = place(text, (*path, "parent"))
    making.error(*place_of, "parent", "a parent is the index of a claim further up in the list")
    return -1


def _with_ref(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """A ref names its claim from outside; within its own position the id alone is usual."""
    ref, position = record.get("ref"), record.get("position") or "background"
    if isinstance(ref, str) and ref.startswith(f"{position}."):
        return {**record, "ref": ref[len(str(position)) + 1 :]}
    return record


READER = Reader("json", "JSON", (".json",), likeness, read)
