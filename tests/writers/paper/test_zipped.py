"""Archives in pieces: readable by any program, and the same bytes for the same members."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from debate.writers.paper.zipped import zipped


def test_members_come_out_as_they_went_in(tmp_path: Path) -> None:
    data = b"".join(zipped([("a/b.xml", ["é", "\ud800", "x" * 99_999]), ("empty", [])]))
    archive = ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    assert archive.namelist() == ["a/b.xml", "empty"]
    assert archive.read("a/b.xml").decode() == "é?" + "x" * 99_999
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    if shutil.which("unzip"):
        (tmp_path / "a.zip").write_bytes(data)
        subprocess.run(["unzip", "-tqq", tmp_path / "a.zip"], check=True)


@pytest.mark.parametrize("large", [False, True])
def test_same_members_same_bytes(large: bool) -> None:
    one, other = (b"".join(zipped([("a", ["b"])], large=large)) for _ in range(2))
    assert one == other
    assert ZipFile(io.BytesIO(one)).read("a") == b"b"


def test_it_is_written_while_it_is_made() -> None:
    taken = 0

    def pieces() -> Iterator[str]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield f"{number}" * 10_000

    next(chunks := zipped([("a", pieces())]))
    assert taken < 100
    assert list(chunks)
