"""Plain mappings, as JSON and attributes hold them, checked and made claims and heads of debates.

What they must be is said by the same tables and checks as for our YAML.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_type_hints

from debate.files.checks import ID, check_rows, resolve
from debate.files.finding import Finding, quoted
from debate.files.keys import CLAIM, Shape
from debate.files.shapes import validated
from debate.model import Claim, Outcome, Problem, Question, Role, Source
from debate.model.reading import Reading
from debate.model.role import ROOT_ROLES
from debate.model.text import many_lines, one_line
from debate.readers.json_places import Path
from debate.readers.making import Making

_TYPES = get_type_hints(Claim, include_extras=True)

#: The keys of a claim that stand in its record, with their fields.
_KEYS = {name: key for name, key in CLAIM.items() if key.field and name not in ("claim", "ref")}

#: Where a record stands, for the line that a problem is reported with.
Where = Callable[[Path], tuple[int, int]]


class Records:
    """Records on their way into ``making``; ``where`` finds their places, on trouble only."""

    def __init__(self, making: Making, where: Where) -> None:
        self.making = making
        self.where = where
        self._paths: list[Path] = []

    # ------------------------------------------------------------------ tables

    def head(self, record: Mapping[str, Any]) -> None:
        """Title, date, summary, outcome, sources, questions and extra of the debate."""
        debate = self.making.debate
        debate.title = self._text(record, "debate", one_line) or debate.title
        debate.date = self._text(record, "date", one_line) or None
        debate.summary = self._text(record, "summary", many_lines) or None
        debate.sources = self._table(record, "sources", Source)
        debate.questions = self._table(record, "questions", Question)
        debate.extra = self._extra(record, ())
        given = record.get("outcome")
        if isinstance(given, Mapping):
            fields = {"text": given.get("claim", ""), "cite": given.get("cite") or ()}
            debate.outcome = self.valid(Outcome, _raw(fields), ("outcome",))
        elif given is not None:
            self._report(Finding("wrong-type", "the outcome is a mapping", "", ("outcome",)))

    def position(self, record: Any, path: Path) -> int:
        """A position of ``making``."""
        if not isinstance(record, Mapping):
            self._report(Finding("wrong-type", "a position is a mapping", "", path))
            record = {}
        fields = {
            key: self._text(record, key, many_lines if key == "note" else one_line, path) or None
            for key in ("speaker", "short", "role", "note")
        }
        extra = self._extra(record, path)
        name = self._text(record, "name", one_line, path)
        return self.making.position(name, **fields, extra=extra)

    def _table(self, record: Mapping[str, Any], key: str, kind: type) -> dict[str, Any]:
        given = record.get(key) or {}
        if not isinstance(given, Mapping):
            self._report(Finding("wrong-type", f"{quoted(key)} takes a mapping", "", (key,)))
            return {}
        made = {}
        for name, value in given.items():
            fields = (
                {key: value[key] for key in value if value[key] is not None}
                if isinstance(value, Mapping)
                else value
            )
            if (one := self.valid(kind, _cleaned(fields), (key, name))) is not None:
                made[name] = one
        return made

    def _text(
        self, record: Mapping[str, Any], key: str, clean: Callable[[str], str], path: Path = ()
    ) -> str:
        value = record.get(key)
        if value is None or isinstance(value, str):
            return clean(value or "")
        self._report(Finding("wrong-type", f"{quoted(key)} takes text", "", (*path, key)))
        return ""

    def _extra(self, record: Mapping[str, Any], path: Path) -> dict[str, Any] | None:
        value = record.get("extra")
        if value is None or isinstance(value, Mapping):
            return _cleaned(value) or None
        self._report(Finding("wrong-type", "'extra' takes a mapping", "", (*path, "extra")))
        return None

    # ------------------------------------------------------------------ claims

    def claim(
        self,
        record: Mapping[str, Any],
        text: str,
        role: str,
        parent: int,
        position: int,
        path: Path,
        line: int = 0,
    ) -> int:
        """A claim of ``making``; a ref where the record has ``ref``."""
        known = role in set(Role)
        if not known or (role in ROOT_ROLES) != (parent < 0):
            what = f"{quoted(role)} is no role" + (" of a root" if parent < 0 else " below another")
            self._report(Finding("unknown-role", what, "", (*path, "role")))
            root = Role.THESIS if position >= 0 else Role.BACKGROUND
            role = Role.SUPPORT if parent >= 0 else root
        fields: dict[str, Any] = {}
        for name, key in _KEYS.items():
            value = record.get(name)
            if value is None or value in ([], "", {}):
                continue
            raw = _raw({key.field: value})[key.field]
            found = self.valid(_TYPES[key.field], raw, (*path, name))
            if found is not None:
                fields[key.field] = one_line(found) if key.shape is Shape.LINE else found
        if fields.get("id") and not ID.fullmatch(fields["id"]):
            hint = "write letters, digits, - and _ only"
            self._report(Finding("bad-id", f"{quoted(fields['id'])} is no id", hint, (*path, "id")))
        ref = self._text(record, "ref", one_line, path)
        made = Claim("" if ref else one_line(text), Role(role), ref=ref or None, **fields)
        row = self.making.row(made, parent, position, line=line)
        self._paths.append(path)
        assert row == len(self._paths) - 1, "all rows come from here"
        return row

    def valid(self, kind: Any, value: Any, path: Path) -> Any:
        """``value`` as a ``kind`` of the model; None after reporting what does not fit."""
        return validated(kind, value, path, self._report)

    def finish(self) -> Reading:
        """The reading, after the checks that our own files pass."""
        reading = self.making.finish()
        if reading.debate is None:
            return reading
        paths = {id(self.making.fields(row)): path for row, path in enumerate(self._paths)}
        found = reading.debate

        def report(row: int, finding: Finding) -> None:
            spot = (*paths[id(found.claims[row])], *finding.spot)
            finding.spot = spot
            self._report(finding)

        check_rows(found, report)
        resolve(found, frozenset(), report)
        if any(problem.severity == "error" for problem in self.making.problems):
            reading.debate = None
        return reading

    def _report(self, finding: Finding) -> None:
        path = tuple(step for step in finding.spot if step != -1)
        place = self.where(path)
        hint = finding.hint if isinstance(finding.hint, str) else finding.hint()
        file = self.making.file
        self.making.problems.append(
            Problem(file, *place, finding.severity, finding.code, finding.message, hint)
        )


def _raw(fields: dict[str, Any]) -> dict[str, Any]:
    """Values as the model's types take them: lists where there may be one, cleaned of nothings."""
    made: dict[str, Any] = _cleaned(fields)
    cites = made.get("cite")
    for cite in cites if isinstance(cites, list) else ():
        if isinstance(cite, dict) and not isinstance(cite.get("paragraph", []), list):
            cite["paragraph"] = [cite["paragraph"]]
    return made


def _cleaned(value: Any) -> Any:
    """A copy with all text cleaned of control characters, however deep; numbers stay."""
    root: list[Any] = [value]
    stack: list[tuple[Any, Any]] = [(root, 0)]
    while stack:
        holder, key = stack.pop()
        item = holder[key]
        if isinstance(item, str):
            holder[key] = many_lines(item)
        elif isinstance(item, Mapping):
            made = {many_lines(str(name)): inner for name, inner in item.items()}
            holder[key] = made
            stack += [(made, name) for name in made]
        elif isinstance(item, list | tuple):
            items = list(item)
            holder[key] = items
            stack += [(items, number) for number in range(len(items))]
    return root[0]
