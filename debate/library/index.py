"""The index of a library: a SQLite file with what is listed, and FTS5's index of all claims.

It may be thrown away at any time, for it holds nothing that is not in the debates: what cannot be
read, or was written by another version, is made anew. Several processes may use it at once.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from debate.library.entry import Entry, Row
from debate.library.words import fold, query, spans, words

#: Raised whenever the tables, or what stands in them, change.
_VERSION = 1

#: Seconds to wait for another process that writes.
_PATIENCE = 10.0

#: Seconds between two tries where SQLite itself does not wait.
_PAUSE = 0.01

#: The rows of a debate have numbers from its own on, times this.
_ROWS = 1 << 24

#: Around what was found; no text has these, for readers take control characters out.
_OPEN, _CLOSE = "\x01", "\x02"

_COLUMNS = "path, title, date, questions, sides, claims, problem"

_TABLES = """
    CREATE TABLE debates (
        id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB UNIQUE NOT NULL, stamp TEXT NOT NULL,
        title TEXT, date TEXT, questions TEXT, sides TEXT, claims INTEGER, problem TEXT,
        rows INTEGER NOT NULL
    );
"""
_WITH_FTS5 = """
    CREATE VIRTUAL TABLE found USING fts5(
        text, label UNINDEXED, name UNINDEXED, role UNINDEXED,
        tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
    );
"""
_WITHOUT = """
    CREATE TABLE found (
        rowid INTEGER PRIMARY KEY, text TEXT, label TEXT, name TEXT, role TEXT, folded TEXT
    );
"""


class IndexBroken(Exception):
    """The file is damaged: :meth:`Index.rebuild` and begin again."""


@dataclass(slots=True, frozen=True)
class Hit:
    """Something that was found: where, and at which places of ``text`` the words stand."""

    path: str
    title: str
    text: str
    spans: tuple[tuple[int, int], ...]
    role: str
    name: str
    label: str


@dataclass(slots=True, frozen=True)
class Read:
    """A debate as it is written into the index; ``entry`` is None for a file that is none."""

    path: str
    stamp: str
    entry: Entry | None
    rows: Sequence[Row] = ()


def has_fts5() -> bool:
    """Whether this Python's SQLite can search by words."""
    with sqlite3.connect(":memory:") as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
        except sqlite3.OperationalError:
            return False
    return True


def place(cache: Path, library: Path) -> Path:
    """The file of a library's index, in the folder that caches are kept in."""
    name = str(library.resolve()).encode("utf-8", "surrogateescape")
    return cache / f"library-{hashlib.sha256(name).hexdigest()[:24]}.sqlite"


def open_index(cache: Path, library: Path) -> Index:
    """A library's index; in a temporary folder, and with ``trouble``, where it cannot be kept.

    Raises OSError where there is no place for one at all.
    """
    try:
        return Index(place(cache, library))
    except OSError as error:
        temporary = TemporaryDirectory(prefix="debate-")
        index = Index(place(Path(temporary.name), library))
        index.temporary, index.trouble = temporary, error.strerror or str(error)
        return index


class Index:
    """An open index; one a thread, or one that threads take turns with."""

    def __init__(self, path: Path, *, words: bool | None = None) -> None:
        """Open the index at ``path``, making it where there is none or it cannot be used.

        Without FTS5 (``words`` False; None looks for it) it finds parts of words, slower. Raises
        OSError where no file can be written.
        """
        self.path = path
        self.temporary: TemporaryDirectory[str] | None = None
        self.trouble = ""
        self.by_words = has_fts5() if words is None else words
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._open()
        except sqlite3.OperationalError as error:
            raise OSError(str(error)) from error
        except sqlite3.DatabaseError:
            self.rebuild()

    def _open(self) -> None:
        self._sql = sqlite3.connect(
            self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        self._share()
        self._sql.execute("PRAGMA synchronous = NORMAL")
        if self._version() != self._wanted:
            self._make()

    def _share(self) -> None:
        """Let others read while one writes.

        SQLite's own patience does not reach this change: where another process makes it at the
        same moment, it fails at once.
        """
        patient_until = monotonic() + _PATIENCE
        while True:
            try:
                self._sql.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                if monotonic() > patient_until:
                    raise
                sleep(_PAUSE)

    @property
    def _wanted(self) -> int:
        return 2 * _VERSION + self.by_words

    def _version(self) -> int:
        return int(self._sql.execute("PRAGMA user_version").fetchone()[0])

    def _make(self) -> None:
        """Make the tables, unless another process has made them by now."""
        self._sql.execute("BEGIN IMMEDIATE")
        if self._version() != self._wanted:
            for table in ("found", "debates"):
                self._sql.execute(f"DROP TABLE IF EXISTS {table}")
            self._sql.execute(_TABLES)
            self._sql.execute(_WITH_FTS5 if self.by_words else _WITHOUT)
            self._sql.execute(f"PRAGMA user_version = {self._wanted}")
        self._sql.execute("COMMIT")

    def rebuild(self) -> None:
        """Throw the file away and begin an empty one; raises OSError where that cannot be."""
        self.close()
        for end in ("", "-wal", "-shm"):
            Path(f"{self.path}{end}").unlink(missing_ok=True)
        try:
            self._open()
        except sqlite3.Error as error:
            raise OSError(str(error)) from error

    def close(self) -> None:
        """Close the file."""
        if hasattr(self, "_sql"):
            self._sql.close()

    @contextmanager
    def _guarded(self) -> Iterator[sqlite3.Connection]:
        """Tell damage (IndexBroken) from a file that cannot be written just now (OSError)."""
        try:
            yield self._sql
        except sqlite3.OperationalError as error:
            raise OSError(str(error)) from error
        except sqlite3.DatabaseError as error:
            raise IndexBroken from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """All or nothing."""
        with self._guarded() as sql:
            sql.execute("BEGIN IMMEDIATE")
            try:
                yield sql
            except BaseException:
                sql.execute("ROLLBACK")
                raise
            sql.execute("COMMIT")

    # ------------------------------------------------------------------ listing

    def entries(self) -> list[Entry]:
        """Every debate that the index knows, by path."""
        with self._guarded() as sql:
            rows = sql.execute(
                f"SELECT {_COLUMNS} FROM debates WHERE title IS NOT NULL ORDER BY path"
            ).fetchall()
        return [_entry(*row) for row in rows]

    def entry(self, path: str, stamp: str) -> Entry | None:
        """What is known of one debate as it was under a stamp; None where that is not known."""
        with self._guarded() as sql:
            row = sql.execute(
                f"SELECT {_COLUMNS} FROM debates"
                " WHERE path = ? AND stamp = ? AND title IS NOT NULL",
                (_bytes(path), stamp),
            ).fetchone()
        return _entry(*row) if row else None

    def stamps(self) -> dict[str, str]:
        """The stamp under which each path was read, files that are no debates among them."""
        with self._guarded() as sql:
            rows = sql.execute("SELECT path, stamp FROM debates")
            return {_path(path): stamp for path, stamp in rows}

    # ------------------------------------------------------------------ writing

    def put(self, some: Iterable[Read]) -> None:
        """Take debates as they are now, in place of what was known of them."""
        with self._writing() as sql:
            for read in some:
                self._forget(sql, read.path)
                self._add(sql, read)

    def forget(self, paths: Iterable[str]) -> None:
        """Forget debates that are gone."""
        with self._writing() as sql:
            for path in paths:
                self._forget(sql, path)

    def _forget(self, sql: sqlite3.Connection, path: str) -> None:
        known = sql.execute(
            "SELECT id, rows FROM debates WHERE path = ?", (_bytes(path),)
        ).fetchone()
        if known is not None:
            start = known[0] * _ROWS
            inside = (start, start + known[1])
            sql.execute("DELETE FROM found WHERE rowid >= ? AND rowid < ?", inside)
            sql.execute("DELETE FROM debates WHERE id = ?", known[:1])

    def _add(self, sql: sqlite3.Connection, read: Read) -> None:
        entry = read.entry
        listed = (None,) * 6 if entry is None else _listing(entry)
        rows = read.rows[:_ROWS]
        cursor = sql.execute(
            f"INSERT INTO debates (stamp, rows, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (read.stamp, len(rows), _bytes(read.path), *listed),
        )
        start = (cursor.lastrowid or 0) * _ROWS
        columns, marks = "rowid, text, label, name, role", "?, ?, ?, ?, ?"
        if self.by_words:
            values: Iterable[tuple[object, ...]] = (
                (number, row.text, row.label, row.name, row.role)
                for number, row in enumerate(rows, start)
            )
        else:
            columns, marks = columns + ", folded", marks + ", ?"
            values = (
                (number, row.text, row.label, row.name, row.role, fold(row.text))
                for number, row in enumerate(rows, start)
            )
        sql.executemany(f"INSERT INTO found ({columns}) VALUES ({marks})", values)

    # ------------------------------------------------------------------ searching

    def search(self, text: str, most: int) -> list[Hit]:
        """What has all the words of ``text``, the last one as it begins; debate by debate."""
        where, values = self._where(text)
        if not where:
            return []
        shown = f"highlight(found, 0, '{_OPEN}', '{_CLOSE}')" if self.by_words else "text"
        with self._guarded() as sql:
            rows = sql.execute(
                f"SELECT d.path, d.title, f.* FROM (SELECT rowid / {_ROWS} AS debate, {shown},"
                f" role, name, label FROM found WHERE {where} ORDER BY rowid LIMIT ?) AS f"
                " JOIN debates AS d ON d.id = f.debate",
                (*values, most),
            ).fetchall()
        folded = [fold(word) for word in words(text)]
        return [
            Hit(_path(path), title, *_marked(found, None if self.by_words else folded), *rest)
            for path, title, _, found, *rest in rows
        ]

    def count(self, text: str) -> tuple[int, int]:
        """How many rows have all the words, and in how many debates they are."""
        where, values = self._where(text)
        if not where:
            return 0, 0
        with self._guarded() as sql:
            sentence = f"SELECT count(*), count(DISTINCT rowid / {_ROWS}) FROM found WHERE {where}"
            rows, debates = sql.execute(sentence, values).fetchone()
        return rows, debates

    def _where(self, text: str) -> tuple[str, list[str]]:
        if self.by_words:
            wanted = query(text)
            return ("found MATCH ?" if wanted else "", [wanted])
        parts = [fold(word) for word in words(text)]
        return " AND ".join(["instr(folded, ?) > 0"] * len(parts)), parts

    def interrupt(self) -> None:
        """Give up what is being searched for; it then raises OSError in its own thread."""
        self._sql.interrupt()


def _bytes(path: str) -> bytes:
    """A path as SQLite takes it: a file's name need not be text."""
    return path.encode("utf-8", "surrogateescape")


def _path(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _entry(
    path: bytes, title: str, date: str, questions: str, sides: str, claims: int | None, problem: str
) -> Entry:
    asked, names = _listed(questions), _listed(sides)
    return Entry(_path(path), title, date, asked, names, claims, problem)


def _listing(entry: Entry) -> tuple[object, ...]:
    questions, sides = "\n".join(entry.questions), "\n".join(entry.sides)
    return entry.title, entry.date, questions, sides, entry.claims, entry.problem


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def _marked(found: str, folded: list[str] | None) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text, and the places of what was found, from the marks around it or by looking."""
    if folded is not None:
        return found, tuple(spans(found, folded))
    pieces = found.split(_OPEN)
    text, places = pieces[0], []
    for piece in pieces[1:]:
        match, _, rest = piece.partition(_CLOSE)
        places.append((len(text), len(text) + len(match)))
        text += match + rest
    return text, tuple(places)
