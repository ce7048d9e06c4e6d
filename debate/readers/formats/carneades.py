"""Carneades 4 (YAML) as a debate to walk through; ``debate judge`` judges the map itself.

Statements are claims, arguments supports whose premises are linked, or one support for each premise
where any of them carries the argument (convergent, cumulative). The undercutter of an argument is
an undercut, or an objection to the conclusion of one that has no premises. An issue is a question,
its positions are the options: each is the recommendation of some side, of the one in whose argument
it is used where that answers nothing else there. Assumptions, metadata, and schemes and weighing
functions that are not Walton's are kept under ``extra``.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from debate.model import Question, Role, schemes
from debate.model.memory import without_collecting
from debate.model.reading import Reading
from debate.model.text import many_lines, one_line
from debate.readers import Reader, json_nodes, kept
from debate.readers.carneades import (
    ENGINE,
    OF_ARGUMENT,
    PARTS,
    STANDARDS,
    no_part,
    normal,
    recognises,
)
from debate.readers.checksum import counted
from debate.readers.making import Making, option_name, slug
from debate.readers.net import Net
from debate.readers.nodes import Node, parse, plain, unique
from debate.readers.opening import decoded

NAME = "carneades"

#: Schemes of which each premise carries the argument, or a share of it, alone.
_APART = ("convergent", "cumulative")
_BASIC = ("", "linked", "factorized", *_APART)

_CHECK = re.compile(r"^# debate ([0-9a-f]{8})\s*\Z", re.M)


@without_collecting()
def read(data: bytes, file: str) -> Reading:
    """The debate that a map makes."""
    text = decoded(data, file)
    root = parse(text, file)
    making = Making(file)
    if root.kind != "mapping":
        making.error(
            root.line, root.column, "mapping", "a map has statements, arguments and issues"
        )
    reader = _Reader(making, root)
    check = _CHECK.search(text, max(0, len(text) - 40))
    if check:
        again = _restored(root, reader, check[1], file)
        if again is not None:
            return again
        making.notice(1, "changed", "the map was changed since debate wrote it and is read anew")
    reader.read()
    return making.finish()


def _restored(root: Node, reader: _Reader, check: str, file: str) -> Reading | None:
    """The debate that was written, if the map is still the same."""
    if f"{reader.check():08x}" != check:
        return None
    meta = root.get("meta")
    head = meta and _json(meta.get(kept.KEY), file)
    if not meta or not head:
        return None
    rows: list[kept.Kept] = []
    for key, value in reader.pairs("statements"):
        about = value.get("meta")
        row = about and _json(about.get(kept.KEY), file)
        if row:
            row.line = key.line
            text = value.get("text")
            rows.append((row, text.text if text else ""))
    refs = meta.get(f"{kept.KEY}-refs")
    for item in refs.items if refs else ():
        row = _json(item, file)
        if row:
            row.line = item.line
            rows.append((row, ""))
    return kept.restore(head, rows, file)


def _json(node: Node | None, file: str) -> Node | None:
    return json_nodes.parse(node.text, file) if node and node.text.startswith("{") else None


class _Reader:
    """One map; ``steps`` has the conclusion and the premises of each step."""

    def __init__(self, making: Making, root: Node) -> None:
        self.making, self.root, self.net = making, root, Net()
        self.names: list[str] = []
        self.index: dict[str, int] = {}
        self.below: dict[int, list[int]] = {}
        self.issue_of: dict[int, int] = {}
        self.questions: list[tuple[str, dict[int, str]]] = []
        self.sides: dict[int, int] = {}
        self.bare: dict[int, list[Any]] = {}
        self.positions: dict[int, int] = {}
        self.rest: dict[str, Any] = {}

    def pairs(self, part: str) -> Iterator[tuple[Node, Node]]:
        """The entries of one part of the map."""
        node = self.root.get(part)
        yield from node.pairs if node else ()

    def check(self) -> int:
        """What tells whether the map is the one that was written, but for texts."""
        check = 0
        for key, _ in self.pairs("statements"):
            check = counted(check, key.text)
        for _, value in self.pairs("issues"):
            check = counted(check, *_texts(value.get("positions")), _text(value, "standard"))
        for _, value in self.pairs("arguments"):
            names = (_text(value, "conclusion"), *_texts(value.get("premises")))
            meta = value.get("meta")
            weight = _text(meta, "weight") if meta else ""
            more = (_text(value, "undercutter"), _text(value, "scheme"), weight)
            check = counted(check, *names, *more)
        return check

    def read(self) -> None:
        for _, node in self.root.pairs:
            self.making.problems += unique(node, self.making.file)
        self._statements()
        self._issues()
        functions = {key.text: value for key, value in self.pairs("weighing_functions")}
        for key, value in self.pairs("arguments"):
            self._argument(key, value, functions)
        for statement, arguments in self.bare.items():
            self._own(statement)["arguments"] = arguments
        self._head()
        self._share()
        self.net.unroll(self.making, self._place)

    # ------------------------------------------------------------------ statements

    def _statements(self) -> None:
        for key, value in self.pairs("statements"):
            name = normal(key.text)
            if name in self.index:
                continue  # reported with its place already
            text = value.text if value.kind == "text" else _text(value, "text")
            own: dict[str, Any] = {} if slug(key.text) == key.text else {"name": key.text}
            rest = plain(value) if value.kind == "mapping" else {}
            own |= {k: v for k, v in rest.items() if k != "text" and v}
            self.index[name] = self.net.statement(
                text or key.text, line=key.line, id=key.text, extra={NAME: own}
            )
            self.names.append(key.text)
        node = self.root.get("assumptions")
        for each in _nodes(node):
            statement = self._find(each, "note")
            if statement is not None:
                self._own(statement)["assumed"] = "true"
            else:
                self.rest.setdefault("assumptions", []).append(many_lines(each.text))

    def _own(self, statement: int) -> dict[str, Any]:
        """What is kept for Carneades beside a statement."""
        found = self.net.statements[statement].fields["extra"][NAME]
        assert isinstance(found, dict)
        return found

    def _find(self, node: Node, severity: str = "error") -> int | None:
        statement = self.index.get(normal(node.text))
        if statement is None:
            what = f"there is no statement {node.text or 'here'}"
            if severity == "error":
                self.making.error(node.line, node.column, "unknown-statement", what)
            else:
                self.making.notice(node.line, "unknown-statement", what, column=node.column)
        return statement

    def _issues(self) -> None:
        for key, value in self.pairs("issues"):
            found = [self._find(node) for node in _nodes(value.get("positions"))]
            positions = [each for each in dict.fromkeys(found) if each is not None]
            if any(each in self.issue_of for each in positions):
                what = f"a position of {key.text} belongs to another issue already"
                self.making.error(key.line, key.column, "two-issues", what)
                continue
            standard = _text(value, "standard").lower()
            if standard not in STANDARDS:
                what = f"{standard} is none of PE, CCE, BRD and DV"
                self.making.error(value.line, value.column, "standard", what)
            if len(positions) < 2:
                what = f"the issue {key.text} has fewer than two positions; it is kept aside"
                self.making.notice(key.line, "few-options", what)
                self._aside("issues")[key.text] = plain(value)
                continue
            options: dict[int, str] = {}
            for each in positions:
                options[each] = option_name(self.names[each], options.values())
                self.issue_of[each] = len(self.questions)
            texts = {options[each]: one_line(self._says(each)) for each in positions}
            id = option_name(key.text, self.making.debate.questions)
            ask = f"{key.text}: which of these holds?"
            question = Question(one_line(ask), texts, STANDARDS.get(standard, "preponderance"))
            self.making.debate.questions[id] = question
            self.questions.append((id, options))

    def _says(self, statement: int) -> str:
        return self.net.statements[statement].text

    # ------------------------------------------------------------------ arguments

    def _argument(self, key: Node, value: Node, functions: dict[str, Node]) -> None:
        kept_here = {"name": key.text} | {
            name: found
            for name, found in (plain(value) if value.kind == "mapping" else {}).items()
            if name not in ("conclusion", "undercutter") and found
        }
        for field, _ in value.pairs:
            if field.text not in OF_ARGUMENT:
                what = f"{no_part(field.text)}; it is kept under `extra`"
                self.making.notice(field.line, "unknown-field", what, column=field.column)
        wanted = value.get("conclusion")
        conclusion = self._find(wanted) if wanted and wanted.text else None
        if wanted is None:
            what = f"argument {key.text} has no conclusion"
            self.making.error(key.line, key.column, "no-conclusion", what)
        nodes = [*_nodes(value.get("premises"))]
        found = [self._find(node) for node in nodes]
        premises = [each for each in dict.fromkeys(found) if each is not None]
        under = [*_nodes(value.get("undercutter"))]
        cuts = [each for each in map(self._find, under) if each is not None]
        if conclusion is None or not premises:
            if conclusion is not None:
                what = f"argument {key.text} has no premises; it is kept beside its conclusion"
                what += ", and what undercuts it is read as an objection" if cuts else ""
                self.making.notice(key.line, "no-premises", what)
                self.bare.setdefault(conclusion, []).append(kept_here)
                for cut in cuts:
                    extra = {NAME: {"undercuts": key.text}}
                    self.net.step(Role.OBJECTION, [cut], conclusion, line=key.line, extra=extra)
                    self.below.setdefault(conclusion, []).append(cut)
            else:
                self._aside("arguments")[key.text] = plain(value)
            return
        if isinstance(kept_here.get("premises"), list):
            kept_here.pop("premises")  # their names are those of the claims
        scheme = _text(value, "scheme")
        fields: dict[str, Any] = {"line": key.line, "extra": {NAME: kept_here}}
        if walton := schemes.lookup(scheme):
            fields["scheme"] = walton.name
        elif scheme not in _BASIC:
            fields |= self._weight(value, functions.get(scheme))
        groups = [[each] for each in premises] if scheme in _APART else [premises]
        for group in groups:
            step = self.net.step(Role.SUPPORT, group, conclusion, **fields)
            self.below.setdefault(conclusion, []).extend(group)
            for cut in cuts:
                self.net.undercut([cut], step, line=key.line)
                self.below[conclusion].append(cut)

    def _weight(self, value: Node, function: Node | None) -> dict[str, Any]:
        """A constant function is a weight; any other is kept, and said."""
        constant = _text(function, "constant") if function else ""
        try:
            weight = float(constant)
        except ValueError:
            weight = -1.0
        if 0 <= weight <= 1:
            return {"weight": weight}
        scheme = value.get("scheme")
        what = f"how {scheme.text if scheme else ''} weighs arguments is kept under `extra` only"
        self.making.notice(value.line, "weighing", what)
        return {}

    # ------------------------------------------------------------------ who says what

    def _share(self) -> None:
        """Give each position of an issue to a side of the debate.

        A root makes a side. What it rests on belongs to it, down to what another has already; a
        side answers each question once, so that a rival of its own answer makes one more.
        """
        answered: dict[int, set[int]] = {}
        seen: set[int] = set()
        firsts = self.net.roots()
        firsts += [each for each in self.issue_of if each not in set(firsts)]
        for first in firsts:
            if first in self.sides:
                continue
            side = self.sides[first] = first
            self.net.root(first)
            answers = answered.setdefault(side, {self.issue_of.get(first, -1)})
            waiting = deque([first])
            seen.add(first)
            while waiting:
                for each in self.below.get(waiting.popleft(), ()):
                    issue = self.issue_of.get(each)
                    if issue is not None and each not in self.sides and issue not in answers:
                        answers.add(issue)
                        self.sides[each] = side
                        self.net.root(each)
                    if each not in seen:
                        seen.add(each)
                        waiting.append(each)

    def _place(self, root: int) -> tuple[int, Role]:
        side = self.sides.setdefault(root, root)
        if side not in self.positions:
            self.positions[side] = self.making.position(self._says(side))
        fields, issue = self.net.statements[root].fields, self.issue_of.get(root)
        if issue is None:
            return self.positions[side], Role.THESIS
        id, options = self.questions[issue]
        fields |= {"question": id, "option": options[root]}
        return self.positions[side], Role.RECOMMENDATION

    # ------------------------------------------------------------------ the rest

    def _head(self) -> None:
        """Title and notes; sources; and what has no place, under ``extra``."""
        debate, meta = self.making.debate, self.root.get("meta")
        about = plain(meta) if meta and meta.kind == "mapping" else {}
        about = {key: value for key, value in about.items() if not key.startswith(kept.KEY)}
        title = about.pop("title", "")
        debate.title = one_line(title) if isinstance(title, str) else ""
        for key in ("notes", "note", "description"):
            if isinstance(about.get(key), str) and not debate.summary:
                debate.summary = many_lines(about.pop(key)) or None
        rest = self._aside()
        if about:
            rest["meta"] = about
        for name, node in self.pairs("references"):
            self._reference(name, node)
        self._parts(rest)
        if rest:
            debate.extra = {NAME: rest}

    def _parts(self, rest: dict[str, Any]) -> None:
        """Keep the parts that are not read, and say which of them would change what is there."""
        for key, value in self.root.pairs:
            name = key.text
            if name in ENGINE and not value.empty:
                what = f"what {name} would derive is not there; it needs Carneades's rule engine"
                self.making.notice(key.line, "needs-rules", what)
            elif name not in PARTS and name not in ENGINE:
                self.making.notice(key.line, "unknown-field", f"{name} is no part of a map")
            done = ("meta", "statements", "issues", "arguments", "assumptions", "references")
            if name not in done and not value.empty:
                rest[name] = plain(value)

    def _reference(self, key: Node, value: Node) -> None:
        if value.kind != "mapping":
            self.making.source(value.text or key.text, key.text)
            return
        names = {"author": ("creator", "author"), "publisher": ("publisher",), "date": ("date",)}
        fields = {
            field: one_line(found) or None
            for field, keys in names.items()
            if (found := next(filter(None, (_text(value, each) for each in keys)), ""))
        }
        url = next(filter(None, (_text(value, each) for each in ("url", "identifier"))), "")
        self.making.source(
            _text(value, "title") or key.text, key.text, url=one_line(url) or None, **fields
        )

    def _aside(self, part: str = "") -> dict[str, Any]:
        """What is kept of the map as a whole, or of one part of it."""
        found = self.rest.setdefault(part, {}) if part else self.rest
        assert isinstance(found, dict)
        return found


def _nodes(node: Node | None) -> Iterator[Node]:
    """The names that one name, a list of names or a mapping to names gives."""
    if node is None or node.empty:
        return
    if node.kind == "text":
        yield node
    yield from node.items
    yield from (value for _, value in node.pairs)


def _texts(node: Node | None) -> list[str]:
    return [each.text for each in _nodes(node)]


def _text(node: Node, *names: str) -> str:
    found = node.get(*names)
    return "" if found is None or found.null else found.text


def likeness(sample: str, suffix: str) -> int:
    """Whether it is YAML with the parts of a map."""
    if not recognises(sample):
        keys = set(re.findall(r"^(\w+)\s*:", sample, re.M))
        return int(keys == {"meta"})  # a map that is still empty
    return 3 if re.search(r"^statements\s*:", sample, re.M) else 2


READER = Reader(NAME, "Carneades 4 (YAML)", (".yml", ".yaml", ".carneades.yml"), likeness, read)
