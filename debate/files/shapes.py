"""Validating raw values by field: pydantic says what does not fit, here it is put into words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from pydantic_core import ErrorDetails, ValidationError

from debate.files.core import validator
from debate.files.finding import Finding, Row, Spot, quoted
from debate.model import Claim


def validated_claims(rows: list[Row], report: Callable[[int, Finding], None]) -> list[Claim]:
    """The claims that ``rows`` describe; a field that does not fit is reported and left out."""
    validate = validator(list[Claim]).validate_python
    try:
        claims: list[Claim] = validate(rows)
    except ValidationError as error:
        for finding in _findings(error, ()):
            row = int(finding.spot[0])
            report(row, replace(finding, spot=finding.spot[1:]))
            rows[row].pop(str(finding.spot[1]), None)
        claims = validate(rows)
    return claims


def validated(kind: Any, value: Any, spot: Spot, report: Callable[[Finding], None]) -> Any:
    """``value`` as a ``kind``, or None after reporting what does not fit."""
    try:
        return validator(kind).validate_python(value)
    except ValidationError as error:
        for finding in _findings(error, spot):
            report(finding)
        return None


def _findings(error: ValidationError, spot: Spot) -> Iterator[Finding]:
    for detail in error.errors(include_url=False):
        code, message, hint = _words(detail)
        yield Finding(code, message, hint, (*spot, *detail["loc"]))


def _words(detail: ErrorDetails) -> tuple[str, str, str]:
    """Code, message and hint for one of pydantic's errors."""
    key = quoted(next((part for part in reversed(detail["loc"]) if isinstance(part, str)), ""))
    given, kind, context = quoted(detail["input"]), detail["type"], detail.get("ctx", {})
    if kind == "unexpected_keyword_argument":
        return (
            "unknown-field",
            f"there is no field {key} here",
            "remove it, or put it under `extra`",
        )
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
    if kind in ("dataclass_type", "dict_type"):
        return "wrong-type", f"{key} takes a mapping, not {given}", "write `key: value` pairs"
    if kind in ("tuple_type", "list_type"):
        return "wrong-type", f"{key} takes a list, not {given}", "write `[first, second]`"
    return "wrong-type", f"{key} takes text, not a list or a mapping", "write it on one line"
