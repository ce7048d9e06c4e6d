"""Validating raw values by field: pydantic says what does not fit, here it is put into words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

from pydantic_core import ErrorDetails, ValidationError

from debate.files.core import validator
from debate.files.finding import KEY, Finding, Spot, nearest, quoted
from debate.files.keys import Shape
from debate.model import Citation

#: A number from 0 to 1 as it is mostly written.
_SHARE = re.compile(r"0?\.\d{1,15}|[01](\.0)?")

#: What pydantic calls a key that its record does not have.
_UNKNOWN = "unexpected_keyword_argument"

#: How to write a record where something else was found.
_RECORDS = {
    "Citation": "`{source: …, paragraph: …}`",
    "Source": "`{title: …}`",
    "Question": "`{ask: …, options: {…}}`",
}


def validated(kind: Any, value: Any, spot: Spot, report: Callable[[Finding], None]) -> Any:
    """``value`` as a ``kind``, or None after reporting what does not fit."""
    try:
        return validator(kind).validate_python(value)
    except ValidationError as error:
        for finding in _findings(error, spot, kind):
            report(finding)
        return None


def _findings(error: ValidationError, spot: Spot, kind: Any) -> Iterator[Finding]:
    details = error.errors(include_url=False)
    mistyped = {detail["loc"][:-1] for detail in details if detail["type"] == _UNKNOWN}
    for detail in details:
        where = detail["loc"]
        if detail["type"] == _UNKNOWN:
            record = Citation if "cite" in (*spot, *where) else kind
            known = [field.name for field in fields(record)]
            hint = nearest(str(where[-1]), known, f"write one of {', '.join(known)}")
            message = f"there is no field {quoted(where[-1])} here"
            yield Finding("unknown-field", message, hint, (*spot, *where, KEY))
        elif detail["type"] != "missing" or where[:-1] not in mistyped:
            code, message, hint = _words(detail, (*spot, *where))
            yield Finding(code, message, hint, (*spot, *where))


def _words(detail: ErrorDetails, spot: Spot) -> tuple[str, str, str]:
    """Code, message and hint for one of pydantic's errors."""
    key = quoted(next((part for part in reversed(spot) if isinstance(part, str)), ""))
    given, kind, context = quoted(detail["input"]), detail["type"], detail.get("ctx", {})
    if kind == "missing":
        return "missing-field", f"{key} is missing", f"add `{key.strip(chr(39))}: …`"
    if kind in ("greater_than_equal", "less_than_equal", "finite_number"):
        return "out-of-range", f"{key} is {given}", "write a number from 0 to 1"
    if kind == "float_parsing":
        return "wrong-type", f"{key} takes a number, not {given}", "write a number from 0 to 1"
    if kind.startswith("int_"):
        return (
            "wrong-type",
            f"{key} takes whole numbers, not {given}",
            "write 21, or `at: …` for another place",
        )
    if kind == "literal_error":
        return "unknown-value", f"{given} is no {key}", f"write {context.get('expected')}"
    if kind == "dataclass_type":
        record = str(context.get("class_name"))
        hint = f"write {_RECORDS.get(record, '`key: value`')}"
        return "wrong-type", f"a {record.lower()} is a mapping, not {given}", hint
    if kind == "dict_type":
        return "wrong-type", f"{key} takes a mapping, not {given}", "write `key: value` pairs"
    if kind in ("tuple_type", "list_type"):
        return "wrong-type", f"{key} takes a list, not {given}", "write `[first, second]`"
    return "wrong-type", f"{key} takes text, not a list or a mapping", "write it on one line"


# ---------------------------------------------------------------------- the short way


def paragraphs(plain: Any) -> Any:
    """The numbers of a citation's paragraphs; anything else comes back as a list to complain of."""
    if type(plain) is str and plain.isdecimal() and len(plain) < 9:
        return (int(plain),)
    given = _as_list(plain)
    if all(type(one) is str and one.isdecimal() and len(one) < 9 for one in given):
        return tuple(map(int, given))
    return given


def known(shape: int, plain: Any) -> Any:
    """A value that is as it should be, in the form of the model; None if pydantic must look."""
    if shape == Shape.NUMBER:
        # What is written otherwise, 1e-3 say, is for pydantic.
        return float(plain) if type(plain) is str and _SHARE.fullmatch(plain) else None
    kind = Citation if shape == Shape.CITES else str
    items = [plain] if type(plain) is str else plain
    sound = shape != Shape.PLAIN and type(items) is list and {*map(type, items)} == {kind}
    return tuple(items) if sound else None


def as_raw(shape: int, plain: Any) -> Any:
    """What stands there, in the form that pydantic takes: a list where there may be one."""
    if shape not in (Shape.CITES, Shape.NAMES):
        return plain
    items = _as_list(plain)
    for item in items:
        if type(item) is dict and "paragraph" in item:
            item["paragraph"] = paragraphs(item["paragraph"])
    return items


def _as_list(plain: Any) -> list[Any]:
    return plain if isinstance(plain, list) else [] if plain == "" else [plain]
