"""Notes and marks from a file: what somebody wrote beside a debate.

    debate: Should the president meet Putin after the Kerch Strait attack?
    notes:
      - name: fried.meet
        note: He says so twice.
        mark: true
      - {name: "aslund:1.2", claim: The earlier meetings went badly., note: Which ones?}

YAML or JSON, the shape that :meth:`debate.model.annotations.Annotations.as_json` gives. A debate
goes on being edited, so a claim that cannot be found is no mistake: its annotation is kept as lost.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from debate.files.finding import Hint, nearest
from debate.model import Debate, Problem
from debate.model.annotations import Annotation, Annotations, Lost
from debate.model.problem import InvalidDebate
from debate.model.text import many_lines, one_line
from debate.readers.nodes import Node, parse, unique

_FIELDS = ("debate", "notes")
_KEYS = ("name", "claim", "note", "mark")

_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}

#: A claim without an id that now reads at least this much like what it said is the same, reworded.
_LIKE = 0.6

#: Of longer claims only the beginnings are compared.
_COMPARED = 300


def read(text: str, file: str, debate: Debate) -> Annotations:
    """The annotations that ``text``, the contents of ``file``, holds on a debate.

    A claim with an id is found by it. An outline number is trusted only as long as the claim says
    what it said: else the one that says it now is meant. Raises InvalidDebate with all that is
    wrong with the file.
    """
    reader = _Reader(file, debate)
    found = reader.read(parse(text, file))
    if reader.errors:
        raise InvalidDebate(reader.errors)
    return found


class _Reader:
    """One file; what is wrong with it gathers in ``errors``."""

    def __init__(self, file: str, debate: Debate) -> None:
        self.file = file
        self.debate = debate
        self.errors: list[Problem] = []
        self._said: dict[str, list[int]] | None = None

    def read(self, root: Node) -> Annotations:
        found = Annotations()
        for key, node in self._fields(root, _FIELDS).items():
            if key != "notes" or node.empty:
                continue
            if node.kind != "list":
                self._error(node, "list", "here belongs a list: one entry for each claim")
            rows: dict[int, Annotation] = {}
            lost: list[Lost] = []
            for item in node.items:
                self._entry(item, rows, lost)
            found = Annotations(rows, tuple(dict.fromkeys(lost)))
        return found

    def _entry(self, item: Node, rows: dict[int, Annotation], lost: list[Lost]) -> None:
        """Read one entry, and put it where its claim is now."""
        fields = self._fields(item, _KEYS)
        texts = {key: self._text(node) for key, node in fields.items()}
        name = one_line(texts.get("name", ""))
        if not name:
            self._error(
                item, "name", "an entry needs the name of its claim; write name: fried.meet"
            )
            return
        annotation = Annotation(many_lines(texts.get("note", "")), self._mark(fields.get("mark")))
        if not annotation:
            return
        claim = one_line(texts.get("claim", ""))
        row = self._row(name, claim)
        if row is None:
            lost.append(Lost(name, claim, annotation))
        else:
            row = self.debate.meant(row)
            rows[row] = rows.get(row, Annotation()).joined(annotation)

    def _mark(self, node: Node | None) -> bool:
        if node is None or node.empty:
            return False
        if node.text.lower() not in _TRUTH:
            self._error(node, "mark", f"{node.text or 'this'} is neither true nor false")
        return _TRUTH.get(node.text.lower(), False)

    # ------------------------------------------------------------------ finding the claim

    def _row(self, name: str, claim: str) -> int | None:
        """The row that is meant by a name and what its claim said ("" where that is not known)."""
        try:
            row = self.debate.find(name)
        except KeyError:
            row = None
        by_id = ":" not in name
        if row is not None and (by_id or not claim or self._says(row) == claim):
            return row
        same = self._saying(claim) if claim else []
        here = [other for other in same if self.debate.position_name(other) == _where(name)]
        if len(here or same) == 1:
            return (here or same)[0]
        return row if row is not None and _alike(self._says(row), claim) else None

    def _says(self, row: int) -> str:
        return one_line(self.debate.text(row))

    def _saying(self, claim: str) -> list[int]:
        """The rows that say something; looked for in all claims only when a name did not do."""
        if self._said is None:
            self._said = {}
            for row, other in enumerate(self.debate.claims):
                if other.target < 0:
                    self._said.setdefault(one_line(other.text), []).append(row)
        return self._said.get(claim, [])

    # ------------------------------------------------------------------ what the file looks like

    def _fields(self, node: Node, known: tuple[str, ...]) -> dict[str, Node]:
        """The values of a mapping by key; unknown keys are told."""
        if node.empty:
            return {}
        if node.kind != "mapping":
            self._error(node, "mapping", f"here belong {', '.join(known)} with their values")
        self.errors += unique(node, self.file)
        for name, key, _ in node.entries():
            if name not in known:
                hint = nearest(name, known, "known are " + ", ".join(known))
                self._error(key, "unknown-field", f"there is no field {name}", hint)
        return {name: value for name, _, value in node.entries()}

    def _text(self, node: Node) -> str:
        if node.kind != "text":
            self._error(node, "text", "here belongs text")
        return "" if node.empty else node.text

    def _error(self, node: Node, code: str, what: str, hint: Hint = "") -> None:
        hint = hint if isinstance(hint, str) else hint()
        self.errors.append(Problem(self.file, node.line, node.column, "error", code, what, hint))


def _where(name: str) -> str:
    """The side that a name is of."""
    return name.partition(":")[0].partition(".")[0]


def _alike(now: str, then: str) -> bool:
    return SequenceMatcher(None, now[:_COMPARED], then[:_COMPARED]).ratio() >= _LIKE
