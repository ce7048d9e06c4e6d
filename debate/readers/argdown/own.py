"""What our own writer puts into an Argdown document, read back to the same debate.

Each claim stands where it was, so nothing is unrolled: a statement with words is a claim, a title
alone is a ref to it, and a title alone at the left edge continues what hangs on the claim.
"""

from __future__ import annotations

import json
from typing import Any

from debate.model import Citation, Debate, Outcome, Question, Role, Source
from debate.model.reading import Reading
from debate.model.text import many_lines, one_line
from debate.readers.argdown.data import BadData, data
from debate.readers.argdown.graph import Graph, Occurrence
from debate.readers.argdown.writing import marks
from debate.readers.making import Making

_SIGNS = {
    "+": Role.SUPPORT,
    "<+": Role.SUPPORT,
    "-": Role.OBJECTION,
    "<-": Role.OBJECTION,
    "_": Role.UNDERCUT,
    "<_": Role.UNDERCUT,
}
_LINES = ("scheme", "ask")
_NUMBERS = ("weight", "credence")
_STANDARDS = (
    *("scintilla", "preponderance", "clear-and-convincing"),
    *("beyond-reasonable-doubt", "dialectical-validity"),
)


def own_data(written: list[str]) -> dict[str, Any]:
    """What stands under "debate" in data; a mapping, whatever else does."""
    for one in written:
        if "debate" not in one:
            continue
        try:
            found = data(one)
        except BadData:
            continue  # told where it was read
        found = found.get("debate") if isinstance(found, dict) else None
        if isinstance(found, dict):
            return found
    return {}


def without_own(written: str) -> str:
    """Data without what our own writer put at its beginning; "" where nothing is left."""
    start = '{"debate": '
    if not written.startswith(start):
        return written
    try:
        _, end = json.JSONDecoder().raw_decode(written, len(start))
    except (ValueError, RecursionError):
        return written
    rest = written[end:].lstrip(" ,")
    return "" if rest == "}" else "{" + rest


def fields_of(own: dict[str, Any], debate: Debate) -> dict[str, Any]:
    """The fields of a claim that they are; what is none is passed over."""
    fields: dict[str, Any] = {}
    for key in _LINES:
        if isinstance(own.get(key), str) and one_line(own[key]):
            fields[key] = one_line(own[key])
    for key in _NUMBERS:
        number = _share(own.get(key))
        if number is not None:
            fields[key] = number
    if isinstance(own.get("note"), str) and many_lines(own["note"]):
        fields["note"] = many_lines(own["note"])
    if tags := tuple(one_line(tag) for tag in _strings(own.get("tags")) if one_line(tag)):
        fields["tags"] = tags
    if cites := _cites(own.get("cite"), debate):
        fields["cite"] = cites
    if extra := _extra(own):
        fields["extra"] = extra
    return fields


def _extra(own: dict[str, Any]) -> dict[str, Any]:
    """What only another format has a place for; a string if YAML cannot hold its keys."""
    extra = own.get("extra")
    if isinstance(extra, str):
        try:
            extra = json.loads(extra)
        except (ValueError, RecursionError):
            return {}
    return plain(extra) if isinstance(extra, dict) else {}


def plain(value: Any) -> Any:
    """Lists and mappings of strings."""
    if isinstance(value, dict):
        return {one_line(str(key)): plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return many_lines(str(value))


def _strings(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _share(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if 0 <= number <= 1 else None


def _cites(value: Any, debate: Debate) -> tuple[Citation, ...]:
    made = []
    for one in value if isinstance(value, list) else ():
        source = one.get("source") if isinstance(one, dict) else None
        if not isinstance(source, str) or source not in debate.sources:
            continue
        paragraph = one.get("paragraph", [])
        numbers = [str(number) for number in paragraph] if isinstance(paragraph, list) else []
        texts = {
            key: one_line(one[key])
            for key in ("page", "at", "words")
            if isinstance(one.get(key), str) and one_line(one[key])
        }
        kept = tuple(int(n) for n in numbers if n.isascii() and n.isdigit() and len(n) < 10)
        made.append(Citation(source, kept, **texts))
    return tuple(made)


# ---------------------------------------------------------------------- the head


def head(own: dict[str, Any], making: Making) -> None:
    """What the front matter says under "debate"."""
    debate = making.debate
    sources = own.get("sources")
    for id, one in sources.items() if isinstance(sources, dict) else ():
        if isinstance(one, dict) and isinstance(one.get("title"), str):
            keys = ("title", "author", "publisher", "date", "url")
            texts = {key: one_line(one[key]) for key in keys if isinstance(one.get(key), str)}
            debate.sources[_name(id)] = Source(**texts)
    questions = own.get("questions")
    for id, one in questions.items() if isinstance(questions, dict) else ():
        if isinstance(one, dict) and isinstance(one.get("options"), dict):
            options = {_name(key): one_line(str(text)) for key, text in one["options"].items()}
            standard = one.get("standard")
            if len(options) > 1 and isinstance(one.get("ask"), str):
                asked = Question(one_line(one["ask"]), options)
                if standard in _STANDARDS:
                    asked.standard = standard
                debate.questions[_name(id)] = asked
    outcome = own.get("outcome")
    if isinstance(outcome, dict) and isinstance(outcome.get("text"), str):
        debate.outcome = Outcome(one_line(outcome["text"]), _cites(outcome.get("cite"), debate))
    debate.extra = _extra(own) or None


def _name(id: Any) -> str:
    from debate.readers.making import slug

    return slug(str(id)) or "id"


# ---------------------------------------------------------------------- the claims


class OwnBuilder:
    """Puts the places of a document that we wrote into a making."""

    def __init__(self, graph: Graph, making: Making, line: Any) -> None:
        self.places: list[Occurrence] = graph.occurrences or []
        self.graph = graph
        self.making = making
        self.line = line
        self.own = [own_data([place.data]) if place.data else {} for place in self.places]
        self.links: dict[tuple[int, str], list[tuple[int, str]]] = {}
        self.sides: list[dict[str, Any]] = [
            own_data([section.data]) if section.data else {} for section in graph.sections
        ]

    def fits(self) -> bool:
        """Whether the document is one that we wrote, and not more than edited."""
        defined: set[int] = set()
        for place, own in zip(self.places, self.own, strict=True):
            side = self.sides[place.section] if place.section >= 0 else {}
            if place.node.argument or place.node.inferences:
                return False
            if not ("position" in side or "background" in side):
                return False
            if place.parent >= 0 and place.sign not in _SIGNS:
                return False
            if place.parent < 0 and not place.defined and id(place.node) not in defined:
                return False
            if place.defined and id(place.node) in defined:
                return False
            if place.defined:
                defined.add(id(place.node))
            above = self.places[place.parent] if place.parent >= 0 else None
            on_ref = above and not above.defined and above.parent >= 0
            if on_ref and self._role(place, own) not in (Role.UNDERCUT, Role.CO_PREMISE):
                return False
        return all(id(place.node) in defined for place in self.places)

    def build(self) -> None:
        """Every place in its order."""
        making = self.making
        positions: dict[int, int] = {}
        for number, side in enumerate(self.sides):
            positions[number] = -1 if "background" in side else self._position(side)
        rows: dict[int, int] = {}
        count = 0
        for place in self.places:  # a ref may stand before its claim
            if place.defined:
                rows[id(place.node)] = count
            count += place.defined or place.parent >= 0
        at: list[int] = []
        names: dict[str, int] = {}
        for place, own in zip(self.places, self.own, strict=True):
            if not place.defined and place.parent < 0:
                at.append(rows[id(place.node)])
                continue
            role = self._role(place, own)
            parent = at[place.parent] if place.parent >= 0 else -1
            fields = fields_of(own, making.debate)
            line = self.line(place.at)[0]
            if place.defined:
                position = positions[place.section]
                row = self._claim(place, own, role, parent, position, line, fields)
            else:
                kept: dict[str, Any] = {
                    key: fields[key] for key in ("weight", "note", "extra") if key in fields
                }
                if isinstance(own.get("id"), str):
                    kept["id"] = own["id"]
                row = making.ref(rows[id(place.node)], role, parent, line=line, **kept)
            at.append(row)
            claim = making.fields(row)
            if claim.id:
                names[f"{self._side_of(row)}.{claim.id}"] = row
        self._link(at, names)

    def _claim(
        self,
        place: Occurrence,
        own: dict[str, Any],
        role: Role,
        parent: int,
        position: int,
        line: int,
        fields: dict[str, Any],
    ) -> int:
        text = one_line(place.node.text or "")
        suffix = marks(fields.get("tags", ()))
        if suffix and text.endswith(suffix):
            text = text.removesuffix(suffix)
        for key in ("question", "option"):
            if isinstance(own.get(key), str) and role is Role.RECOMMENDATION:
                fields[key] = own[key]
        name = own.get("id", place.node.title)
        if isinstance(name, str) and name:
            fields["id"] = name
        return self.making.claim(text, role, parent, position, line=line, **fields)

    def _role(self, place: Occurrence, own: dict[str, Any]) -> Role:
        if place.parent >= 0:
            role = own.get("role")
            if place.sign in ("+", "<+") and role in (Role.CONDITION, Role.CO_PREMISE):
                return Role(role)
            return _SIGNS[place.sign]
        if place.section >= 0 and "background" in self.sides[place.section]:
            return Role.BACKGROUND
        asked = self.making.debate.questions.get(str(own.get("question")))
        if asked and str(own.get("option")) in asked.options:
            return Role.RECOMMENDATION
        return Role.THESIS

    def _position(self, side: dict[str, Any]) -> int:
        fields: dict[str, Any] = {
            key: one_line(side[key])
            for key in ("speaker", "short", "role")
            if isinstance(side.get(key), str)
        }
        if isinstance(side.get("note"), str):
            fields["note"] = many_lines(side["note"])
        if extra := _extra(side):
            fields["extra"] = extra
        return self.making.position(str(side.get("position", "side")), **fields)

    def _side_of(self, row: int) -> str:
        position = self.making.fields(row).position
        return self.making.debate.positions[position].name if position >= 0 else "background"

    def _link(self, at: list[int], names: dict[str, int]) -> None:
        """Agreements and clashes, by the names of claims."""
        making = self.making
        for row, own in zip(at, self.own, strict=True):
            name = self._side_of(row)
            for key, link in (("agrees_with", making.agree), ("clashes_with", making.clash)):
                for other in _strings(own.get(key)):
                    found = names.get(f"{name}.{other}", names.get(other))
                    if found is not None and found != row:
                        link(row, found)
                        self.links.setdefault((row, key), []).append((found, other))

    def finish(self) -> Reading:
        """What was made; a link that stands at both of its claims stands there again."""
        reading = self.making.finish()
        fields = self.making.fields
        for (row, key), others in self.links.items():
            own = fields(row).position
            kept = tuple(name for other, name in others if fields(other).position != own)
            setattr(fields(row), key, kept)
        return reading
