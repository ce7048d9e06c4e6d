"""Reading a debate: open, parse, assemble, check; and where it is wrong, say where."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from debate.files.assemble import Assembly, assemble
from debate.files.checks import check_rows, resolve
from debate.files.cycles import cyclic_refs
from debate.files.events import Part, parse
from debate.files.finding import MOST, Broken, Finding, Spot, nearest, quoted
from debate.files.head import check_names, read_head, read_position
from debate.files.keys import DEBATE, POSITION, Key
from debate.files.opening import slurp
from debate.model import Debate, Problem, Severity
from debate.model.memory import without_collecting
from debate.model.reading import Reading

_MISSING = ("missing-claim", "missing-field")

#: Called with the bytes read and the bytes in all, every ten thousand claims.
Progress = Callable[[int, int], None]


def read(
    path: str | os.PathLike[str],
    *,
    progress: Progress | None = None,
    places: bool = True,
    piped: bytes | None = None,
) -> Reading:
    """The debate at ``path``: a folder, a file, or "-", standard input. Never raises for bad input.

    ``places=False`` leaves notes without line numbers, which saves the second pass. ``piped`` is
    what standard input held, where somebody has read it to see what it is.
    """
    with without_collecting():
        job = Job(path, progress, piped)
        debate = job.debate(places=False)
        if job.failed or (places and any(part.findings for part in job.parts)):
            debate = job.debate(places=True)
        parts = sorted(job.parts, key=lambda part: part.file)
        problems = [problem for part in parts for problem in _problems(part)]
        files = tuple(part.file for part in parts)
    return Reading(None if job.failed else debate, problems, files)


class Job:
    """One debate's files; the passes over them find the same, the second with places.

    After a pass, ``parts`` are the files and ``made`` says which of their rows each claim was.
    """

    def __init__(
        self, path: str | os.PathLike[str], progress: Progress | None, piped: bytes | None = None
    ) -> None:
        self.path = None if os.fspath(path) == "-" else Path(path)
        self.progress = progress
        self.parts: list[Part] = []
        self.piped = piped
        self.made = Assembly()
        self.stdin: bytes | Broken | None = None
        self.read_bytes = self.expected = 0

    @property
    def failed(self) -> bool:
        """Whether any finding of the last pass is an error."""
        return any(f.severity == "error" for part in self.parts for f in part.findings)

    def debate(self, *, places: bool) -> Debate:
        """One pass: the debate as far as it could be read; findings are on the parts."""
        self.parts, self.made, self.read_bytes = [], Assembly(), 0
        top = self._part(self._main_file(), DEBATE, places)
        report = top.findings.append
        if top.broken:
            return Debate("")
        debate = read_head(top.head, report, spoilt=-1 in top.spoilt)
        sides: list[tuple[int, int]] = []
        unread: set[str] = set()
        for name, index, side in self._sides(top, places):
            part = self.parts[index]
            if part.broken:
                unread.add(name)
            head = part.head if side < 0 else part.sides[side].head
            spot: Spot = ("head",) if side < 0 else ("side", side)
            position = read_position(name, head, spot, part.findings.append)
            debate.positions.append(position)
            sides.append((index, side))
        self.made = assemble(self.parts, sides)
        self._fill(debate, self.made, frozenset(unread))
        return debate

    def _main_file(self) -> Path | None:
        """The file that holds the head: what PATH names, or debate.yaml in the folder it names."""
        # os.path says no where pathlib raises: on names too long, or folders one may not enter.
        if self.path is None or not os.path.isdir(self.path):  # noqa: PTH112
            return self.path
        return self.path / "debate.yaml"

    def _part(self, path: Path | None, keys: dict[str, Key], places: bool) -> Part:
        """One parsed file, added to the parts."""
        name = "-" if path is None else str(path)
        try:
            data = self.data(path)
        except Broken as broken:
            part = Part(name, findings=[broken.finding], broken=True)
        else:
            part = parse(data, name, keys, self._tick(len(data)), places=places)
        self.parts.append(part)
        return part

    def data(self, path: Path | None) -> bytes:
        """The bytes of a file; raises Broken."""
        if path is None:
            # Standard input can be read once only, and the second pass needs it again.
            if self.stdin is None:
                try:
                    self.stdin = slurp(None, self.piped)
                except Broken as broken:
                    self.stdin = broken
            if isinstance(self.stdin, Broken):
                raise self.stdin
            return self.stdin
        if self.path is not None and path.name == "debate.yaml" and not os.path.exists(path):  # noqa: PTH110
            raise Broken(_no_debate(self.path))
        return slurp(path)

    def _tick(self, size: int) -> Callable[[int], None]:
        progress, before = self.progress, self.read_bytes
        self.read_bytes += size
        if progress is None:
            return lambda done: None
        total = max(self.expected, before + size)
        return lambda done: progress(before + min(done, size), total)

    def _sides(self, top: Part, places: bool) -> Iterator[tuple[str, int, int]]:
        """Each position's name, and the part and the side of that part that hold it."""
        report = top.findings.append
        if top.sides:
            names = [side.name for side in top.sides]
            good = check_names(names, report, ("side",))
            yield from ((name, 0, names.index(name)) for name in good)
            return
        main = self._main_file()
        folder = main.parent if main else None
        given = top.head.get("positions", [])
        names = check_names(given, report, ("head", "positions"))
        if folder is not None:
            self.expected = self.read_bytes + sum(_size(folder / f"{name}.yaml") for name in names)
        for name in names:
            if folder is None:
                hint = "write the positions as a mapping in the same file"
                message = f"the position {quoted(name)} has no file beside standard input"
                report(Finding("missing-file", message, hint, ("head", "positions")))
                return
            part = self._part(folder / f"{name}.yaml", POSITION, places)
            if part.broken and part.findings[0].code == "missing-file":
                # The name is to blame, and it stands in the debate's own file.
                part.findings.clear()
                others = (path.stem for path in folder.glob("*.yaml"))
                advice = nearest(name, others, "write the file, or remove the name")
                message = f"there is no file {name}.yaml beside this one"
                spot = ("head", "positions", given.index(name))
                report(Finding("missing-file", message, advice, spot))
            yield name, len(self.parts) - 1, -1

    def _fill(self, debate: Debate, made: Assembly, unread: frozenset[str]) -> None:
        """Set the claims' places in the tree, and check them against each other."""

        def report(row: int, finding: Finding) -> None:
            part = self.parts[made.parts[row]]
            if finding.code in _MISSING and made.origin[row] in part.spoilt:
                return
            finding = replace(finding, spot=(made.origin[row], *finding.spot))
            part.findings.append(finding)

        debate.claims = made.claims
        _set_structure(debate, made)
        check_rows(debate, report)
        resolve(debate, unread, report)
        for row in cyclic_refs(debate):
            hint = "that is allowed; judging says where it matters"
            message = f"the ref {quoted(debate.claims[row].ref)} leads back to a claim above it"
            report(row, Finding("ref-cycle", message, hint, ("ref",), severity="note"))


def _set_structure(debate: Debate, made: Assembly) -> None:
    """Give each claim its role, parent, depth, ordinal and end, and each position its slice."""
    claims, parents = debate.claims, made.parents
    counts = [0] * len(claims)
    roots = [0] * (len(debate.positions) + 1)
    for row, (claim, parent, position, role) in enumerate(
        zip(claims, parents, made.positions, made.roles, strict=True)
    ):
        claim.role = role
        claim.position = position
        claim.parent = parent
        claim.end = row + 1
        claim.target = -1
        if parent < 0:
            claim.depth = 0
            claim.ordinal = roots[position] = roots[position] + 1
        else:
            claim.depth = claims[parent].depth + 1
            claim.ordinal = counts[parent] = counts[parent] + 1
    for row in range(len(claims) - 1, -1, -1):
        parent = parents[row]
        if parent >= 0 and claims[parent].end < claims[row].end:
            claims[parent].end = claims[row].end
    row = 0
    for index, side in enumerate(debate.positions):
        side.start = row
        while row < len(claims) and claims[row].position == index:
            row = claims[row].end
        side.end = row


def _size(path: Path) -> int:
    """Bytes to come; 0 where reading will say what is wrong."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _no_debate(folder: Path) -> Finding:
    """A folder without debate.yaml: say which of its folders hold debates, if any do."""
    inner = sorted(child.name for child in folder.glob("*/debate.yaml"))
    if inner:
        names = ", ".join(sorted(child.parent.name for child in folder.glob("*/debate.yaml"))[:5])
        return Finding("no-debate", "this folder holds several debates", f"name one: {names}")
    return Finding(
        "no-debate", "there is no debate.yaml in this folder", "`debate new DIR` writes one"
    )


def _problems(part: Part) -> list[Problem]:
    """What is wrong in one file, in its order: the first hundred, and how many more there are."""
    placed = [(_place(part.places, finding), finding) for finding in part.findings]
    placed.sort(key=lambda one: one[0])
    made = []
    for (line, column), found in placed[:MOST]:
        hint = found.hint if isinstance(found.hint, str) else found.hint()
        where = (part.file, line, column)
        made.append(Problem(*where, found.severity, found.code, found.message, hint))
    if more := placed[MOST:]:
        errors = any(found.severity == "error" for _, found in more)
        message = f"and {len(more)} more problems in this file"
        severity: Severity = "error" if errors else "note"
        made.append(Problem(part.file, 0, 0, severity, "more", message, "mend these first"))
    return made


def _place(places: dict[Spot, tuple[int, int]], finding: Finding) -> tuple[int, int]:
    """Line and column of a finding, or of the nearest around it that has a place; else zeros."""
    if finding.line:
        return finding.line, finding.column
    spot = finding.spot
    while spot:
        # What may be a list of one may also stand without brackets: then it has no number.
        for tried in (spot, (spot[0], *(step for step in spot[1:] if step != 0))):
            if tried in places:
                return places[tried]
        spot = spot[:-1]
    return (1, 1) if places else (0, 0)
