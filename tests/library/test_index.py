"""The index: kept up to date, searched by words, made anew when it is damaged."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from debate.library import index as indexes
from debate.library import refresh as refreshing
from debate.library.index import Hit, Index, IndexBroken, open_index, place
from debate.library.refresh import Step, Stopped, refresh
from tests.support.many import write_many, write_one

ONE = "debate: Is the Ferry late?\nquestions: {q: {ask: 'Why so late?', options: {a: A, b: B}}}\n"
SIDES = "positions:\n  ann:\n    speaker: Ann Other\n    short: Ann\n    claims:\n"


@pytest.fixture(params=[True, False], ids=["fts5", "without"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Index]:
    opened = Index(tmp_path / "cache" / "x.sqlite", words=request.param)
    yield opened
    opened.close()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = write_many(tmp_path / "library", 3, claims=4)
    (folder / "one.yaml").write_text(
        ONE + SIDES + "    - {claim: Åslund says the ferry is late., id: late}\n"
        "    - {claim: The bridge is open., supports: [{claim: The ferry never was.}]}\n",
        "utf-8",
    )
    (folder / "broken.yaml").write_text("debate: Broken\nclaim: no\n")
    (folder / "config.yaml").write_text("name: no debate\n")
    return folder


def brought(index: Index, library: Path) -> list[Step]:
    return list(refresh(library, index))


def read(steps: list[Step]) -> set[str]:
    """The paths that were read, not only glanced at."""
    read = [entry for step in steps for entry in step.entries]
    return {entry.path for entry in read if entry.claims is not None or entry.problem}


def found(index: Index, text: str) -> list[tuple[str, str]]:
    return [(hit.path, hit.label or hit.role) for hit in index.search(text, 100)]


def test_everything_is_listed_and_what_is_broken_says_why(index: Index, library: Path) -> None:
    brought(index, library)
    entries = {entry.path: entry for entry in index.entries()}
    assert len(entries) == 5
    assert "config.yaml" not in entries
    one = entries["one.yaml"]
    assert (one.title, one.claims, one.sides) == ("Is the Ferry late?", 3, ("Ann Other",))
    assert one.questions == ("Why so late?",)
    assert entries["broken.yaml"].title == "Broken"
    assert "broken.yaml:2:1: there is no field 'claim'" in entries["broken.yaml"].problem


def test_only_what_changed_is_read_again(index: Index, library: Path) -> None:
    assert len(read(brought(index, library))) == 5
    assert read(brought(index, library)) == set()
    (library / "one.yaml").write_text(ONE + SIDES + "    - The tunnel floods.\n")
    write_one(library / "shelf-000" / "debate-00001", 7, 5, Random(1))
    shutil.rmtree(library / "shelf-000" / "debate-00002")
    (library / "config.yaml").write_text("debate: One after all\n")
    steps = brought(index, library)
    assert read(steps) == {"one.yaml", "shelf-000/debate-00001/", "config.yaml"}
    assert [path for step in steps for path in step.gone] == ["shelf-000/debate-00002/"]
    assert found(index, "floods") == [("one.yaml", "Ann 1")]
    assert found(index, "aslund") == []
    assert "shelf-000/debate-00002/" not in index.stamps()
    (library / "config.yaml").write_text("name: no debate again\n")
    assert [path for step in brought(index, library) for path in step.gone] == ["config.yaml"]


def test_new_debates_are_listed_before_they_are_read(index: Index, library: Path) -> None:
    first = next(refresh(library, index))
    assert {entry.name for entry in first.entries} >= {"Is the Ferry late?", "Broken"}
    assert all(entry.claims is None for entry in first.entries)
    assert first.total == 5
    assert index.entries() == []


def test_titles_questions_and_claims_are_found_with_their_places(
    index: Index, library: Path
) -> None:
    brought(index, library)
    labels = [label for path, label in found(index, "FERRY la") if path == "one.yaml"]
    assert labels == ["title", "Ann 1"]
    (hit,) = index.search("aslund ferr", 10)
    assert hit.name == "ann.late"
    assert [hit.text[start:end] for start, end in hit.spans][:1] == ["Åslund"]
    assert index.search("never was", 10)[0].name == "ann:2.1"
    assert index.count("never was") == (1, 1)


def test_words_are_whole_but_the_last(tmp_path: Path, library: Path) -> None:
    index = Index(tmp_path / "x.sqlite", words=True)
    brought(index, library)
    assert found(index, "ferr late") == []
    assert found(index, "late ferr")
    assert found(index, "late ferr ") == []
    index.close()


@pytest.mark.parametrize(
    "text", ['"', "*", "NEAR(", "col:", "text:ferry", "ferry AND", "\0", "(" * 99]
)
def test_hostile_queries_are_only_words(index: Index, library: Path, text: str) -> None:
    brought(index, library)
    assert isinstance(index.search(text, 10), list)
    index.count(text)


def test_hostile_texts_are_found_as_they_are(index: Index, tmp_path: Path) -> None:
    from tests.support.hostile import TEXTS

    library = tmp_path / "library"
    library.mkdir()
    claims = "".join(f"    - '{text}'\n" for text in TEXTS)
    (library / "x.yaml").write_text(f"debate: '{TEXTS[0]}'\n{SIDES}{claims}", "utf-8")
    brought(index, library)
    assert index.search("click app quit leave", 9)[0].text == TEXTS[1]
    assert index.search("שלום", 9)[0].text == TEXTS[3]


def test_paths_that_are_no_text(index: Index, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    name = b"caf\xe9.yaml".decode("utf-8", "surrogateescape")
    (folder / name).write_text("debate: Latin\n")
    brought(index, folder)
    assert index.entries()[0].path == name
    assert read(brought(index, folder)) == set()


def test_what_is_no_index_is_made_anew(tmp_path: Path, library: Path) -> None:
    path = tmp_path / "x.sqlite"
    path.write_bytes(b"no database at all" * 1000)
    index = Index(path)
    brought(index, library)
    assert len(index.entries()) == 5
    index.close()


def test_a_page_that_is_damaged_is_told(tmp_path: Path, library: Path) -> None:
    path = tmp_path / "x.sqlite"
    index = Index(path)
    brought(index, write_many(library, 60, claims=15))
    index._sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    index.close()
    data = bytearray(path.read_bytes())
    data[4096 * 2 :] = b"\xff" * (len(data) - 4096 * 2)
    path.write_bytes(data)
    index = Index(path)
    with pytest.raises(IndexBroken):
        index.entries()
        index.search("the bridge", 100)
    index.rebuild()
    brought(index, library)
    assert index.search("aslund", 10)
    index.close()


def test_an_index_of_another_version_is_made_anew(
    tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.sqlite"
    index = Index(path)
    brought(index, library)
    index.close()
    monkeypatch.setattr(indexes, "_VERSION", 99)
    newer = Index(path)
    assert newer.entries() == []
    newer.close()


def test_many_may_begin_at_once(tmp_path: Path) -> None:
    """The first moments of a file are the narrow ones, so they are lived through often."""
    failures: list[Exception] = []

    def begin(path: Path, together: threading.Barrier) -> None:
        together.wait()
        try:
            index = Index(path)
            index.put([])
            index.close()
        except Exception as error:  # noqa: BLE001 - whatever it is, it fails the test
            failures.append(error)

    for attempt in range(50):
        together = threading.Barrier(4)
        some = (tmp_path / f"{attempt}.sqlite", together)
        threads = [threading.Thread(target=begin, args=some) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not failures


def test_two_at_once_agree(tmp_path: Path) -> None:
    library = write_many(tmp_path / "library", 60, claims=4)
    path = tmp_path / "x.sqlite"
    failures: list[Exception] = []

    def work() -> None:
        try:
            index = Index(path)
            brought(index, library)
            index.close()
        except Exception as error:  # noqa: BLE001 - whatever it is, it fails the test
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    index = Index(path)
    assert len(index.entries()) == 60
    rows = index._sql.execute("SELECT count(*) FROM found").fetchone()[0]
    assert rows == sum(row[0] for row in index._sql.execute("SELECT rows FROM debates"))
    index.close()


def test_whoever_leaves_keeps_what_was_read(
    tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refreshing, "_TURN", 0.0)
    index = Index(tmp_path / "x.sqlite")
    steps = refresh(library, index, lambda: len(index.entries()) >= 2)
    with pytest.raises(Stopped):
        list(steps)
    assert len(index.entries()) == 2
    index.close()


def test_where_no_index_can_be_kept_a_passing_one_does(tmp_path: Path, library: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    index = open_index(tmp_path / "file", library)
    assert index.trouble
    brought(index, library)
    assert len(index.entries()) == 5
    index.close()


def test_each_library_has_its_own(tmp_path: Path) -> None:
    assert place(tmp_path, tmp_path / "a") != place(tmp_path, tmp_path / "b")


def test_a_search_is_interrupted_only_where_one_is(tmp_path: Path, library: Path) -> None:
    index = Index(tmp_path / "x.sqlite")
    brought(index, library)
    index.interrupt()
    hits: list[Hit] = index.search("ferry", 10)
    assert hits
    index.close()


def test_without_fts5_one_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lacking(sqlite3.Connection):
        def execute(self, *_: object) -> sqlite3.Cursor:
            raise sqlite3.OperationalError("no such module: fts5")

    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *words, **more: real(*words, factory=Lacking))
    assert not indexes.has_fts5()
