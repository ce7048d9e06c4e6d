"""What a row of a debate is in Argdown: its title, its words, the data behind them."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from debate.model import Claim, Debate, Role
from debate.model.text import one_line
from debate.readers.argdown.parsing import Parser
from debate.readers.argdown.writing import escaped, marks
from debate.readers.making import NO_TEXT

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_UNSAFE = re.compile(
    "[{}\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
    r"|={3,}|@(?=include\()|[\]>](?=:)"
)
_SURROGATES = re.compile("[\ud800-\udfff]")

#: YAML takes no longer keys.
_LONGEST_KEY = 250
_UNTITLED = re.compile(r"Untitled \d+")
_TITLE = 40

#: Fields that stand in the data of a claim as they are.
_FIELDS = ("question", "option", "scheme", "weight", "credence", "ask", "note")
_LINKS = ("agrees_with", "clashes_with")


def braces(value: dict[str, Any]) -> str:
    """A mapping as data in braces: JSON, which is YAML, without a sign that Argdown looks for."""
    text = _SURROGATES.sub("", json.dumps(value, ensure_ascii=False))
    return _STRING.sub(lambda found: _UNSAFE.sub(_code, found[0]), text)


def flat(extra: Any) -> Any:
    """Plain data, as JSON in a string if it has keys that are too long for YAML."""
    waiting = [extra]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if any(len(str(key)) > _LONGEST_KEY for key in one):
                return json.dumps(extra, ensure_ascii=False)
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return extra


def _code(found: re.Match[str]) -> str:
    return "".join(f"\\u{ord(sign):04x}" for sign in found[0])


def argdown_of(claim: Claim) -> dict[str, Any]:
    """What a claim keeps of the Argdown that it was read from."""
    found = (claim.extra or {}).get("argdown")
    return found if isinstance(found, dict) else {}


def step_of(claim: Claim) -> dict[str, Any]:
    """What its step to its parent keeps."""
    found = (claim.extra or {}).get("step")
    found = found.get("argdown") if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def many(value: Any) -> list[str]:
    """A list of strings, whatever somebody made of it."""
    return [str(one) for one in value] if isinstance(value, list) else []


class Rows:
    """The titles of a debate's rows and what stands behind them.

    ``mapped`` is whether the debate was Argdown before: then titles are those that it had there,
    and ids are not told apart from them.
    """

    def __init__(self, debate: Debate, mapped: bool) -> None:
        self.debate = debate
        self.mapped = mapped
        self._made: dict[int, str] = {}
        self._owners: dict[tuple[bool, str], int] = {}
        self._numbers: dict[tuple[bool, str], int] = {}
        self.forced = False  # whether what has no title must be given one
        for row, claim in enumerate(debate.claims):
            if claim.ref is not None or not (claim.id or claim.extra):
                continue
            title = self._wanted(row)
            if title:
                self._owners.setdefault((self.is_argument(row), title), row)
                self.forced = self.forced or bool(_UNTITLED.fullmatch(title))

    # ------------------------------------------------------------------ titles

    def is_argument(self, row: int) -> bool:
        """Whether the row is an argument there."""
        return self.mapped and argdown_of(self.debate.claims[row]).get("kind") == "argument"

    def title(self, row: int) -> str:
        """What a row is called; "" where it has no title."""
        row = self.debate.meant(row)
        if title := self._made.get(row) or self._own_title(row):
            return title
        return self.named(row) if self.forced or self.is_argument(row) else ""

    def named(self, row: int) -> str:
        """What a row is called, which is given a title if it has none."""
        row = self.debate.meant(row)
        if title := self._made.get(row) or self._own_title(row):
            return title
        text = _short(self.debate.claims[row].text)
        self._made[row] = self.free(text, self.is_argument(row), row)
        return self._made[row]

    def _own_title(self, row: int) -> str:
        """The title that a row brings, with its side's name where another one has that."""
        title = self._wanted(row)
        argument = self.is_argument(row)
        if title and self._owners.get((argument, title), row) != row:
            title = self.free(f"{self.debate.position_name(row)}.{title}", argument, row)
            self._made[row] = title
        return title

    def _wanted(self, row: int) -> str:
        claim = self.debate.claims[row]
        title = argdown_of(claim).get("title") if self.mapped else None
        return _safe(title) if isinstance(title, str) else (claim.id or "").lstrip("-")

    def free(self, wanted: str, argument: bool, row: int = -1) -> str:
        """A title that nothing has; it is then the row's."""
        title, key = wanted, (argument, wanted)
        while (argument, title) in self._owners:
            self._numbers[key] = number = self._numbers.get(key, 1) + 1
            title = f"{wanted} ({number})"
        self._owners[argument, title] = row
        return title

    # ------------------------------------------------------------------ texts

    def reference(self, row: int) -> str:
        """A row by its title alone."""
        title = self.named(row)
        return f"<{title}>" if self.is_argument(self.debate.meant(row)) else f"[{title}]"

    def definition(self, row: int) -> str:
        """A row with its words and its data."""
        claim = self.debate.claims[row]
        kept = argdown_of(claim) if self.mapped else {}
        title = self.title(row)
        before = ""
        if title:
            before = f"<{title}>" if self.is_argument(row) else f"[{title}]"
        if kept.get("bare") and title and claim.text == title:
            return self.with_data(before, row)
        words = self._words(claim, kept)
        return self.with_data(f"{before}: {words}" if before else words, row)

    def _words(self, claim: Claim, kept: dict[str, Any]) -> str:
        source = kept.get("source")
        if isinstance(source, str) and says(source, self.debate) == claim.text:
            return source
        words = escaped(one_line(claim.text) or NO_TEXT)
        return words if self.mapped else words + marks(map(one_line, claim.tags))

    def with_data(self, text: str, row: int) -> str:
        """The text with the data of a row behind it."""
        claim = self.debate.claims[row]
        own = self.own(row)
        kept = many(argdown_of(claim).get("data")) if self.mapped else []
        last = kept[-1] if kept else ""
        if own and last:
            inner = last[1:].lstrip()
            own_text = braces({"debate": own})
            last = own_text if inner.startswith("}") else f"{own_text[:-1]}, {inner}"
        elif own:
            last = braces({"debate": own})
        return f"{text} {last}" if last else text

    def before(self, row: int) -> list[str]:
        """Lines that must stand above a row: what else it says, what else is said of it."""
        kept = argdown_of(self.debate.claims[row])
        earlier, tags, data = (many(kept.get(key)) for key in ("earlier", "tags", "data"))
        if not (earlier or tags or data[1:]) or self.debate.claims[row].ref is not None:
            return []
        reference = self.reference(row)
        lines = [f"{reference}: {source}" for source in earlier]
        lines += [f"{reference} {one}" for one in data[:-1]]
        return lines + ([reference + marks(tags)] if tags and marks(tags) else [])

    # ------------------------------------------------------------------ our own fields

    def own(self, row: int) -> dict[str, Any]:
        """The fields of a claim that Argdown has no place for."""
        claim = self.debate.claims[row]
        own: dict[str, Any] = {}
        title = self.title(row) if claim.ref is None else ""
        if not self.mapped and claim.id and claim.id != title:
            own["id"] = claim.id
        if not self.mapped and title and not claim.id and claim.ref is None:
            own["id"] = ""  # a title that was only needed here
        if claim.role in (Role.CONDITION, Role.CO_PREMISE) and not self._linked(claim):
            own["role"] = str(claim.role)
        own |= {key: value for key in _FIELDS if (value := getattr(claim, key)) is not None}
        if claim.cite:
            own["cite"] = [_present(asdict(citation)) for citation in claim.cite]
        for key in ("tags", *_LINKS):
            if (value := getattr(claim, key)) and not (self.mapped and key == "tags"):
                own[key] = list(value)
        extra = claim.extra or {}
        if self.mapped:
            extra = {key: value for key, value in extra.items() if key not in ("argdown", "step")}
        if extra:
            own["extra"] = flat(extra)
        return own

    def _linked(self, claim: Claim) -> bool:
        """Whether a co-premise stands among the numbered premises of a reconstruction."""
        return self.mapped and "inference" in step_of(self.debate.claims[claim.parent])


def says(source: str, debate: Debate) -> str:
    """What a text as written says, read as the document reads it."""
    parser = Parser(source)
    kept = (debate.extra or {}).get("argdown")
    front = kept.get("front") if isinstance(kept, dict) else None
    if isinstance(front, str) and "model" in front:
        parser = Parser(f"===\n{front}\n===\n\n{source}")
    graph = parser.parse()
    if parser.scan.troubles or len(graph.nodes) != 1 or graph.relations:
        return ""
    return graph.nodes[0].text or ""


def _present(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None and value != ()}


def _safe(title: str) -> str:
    """A title that can be written between brackets of both kinds, and referred to."""
    title = re.sub(r"\s", " ", title).replace("@include(", "@include (")
    if title.startswith("-"):
        title = "\u2011" + title[1:]
    return title


def _short(text: str) -> str:
    """A title made of the first words of a text."""
    words = re.sub(r"[\[\]<>:{}#@\\/*_=()]", "", text).strip(" -")
    if len(words) > _TITLE:
        words = words[:_TITLE].rpartition(" ")[0] or words[:_TITLE]
    return words.strip() or "Statement"
