"""A file is replaced whole or not at all."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from debate.writers.replace import replace


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    target, usual = tmp_path / "new.txt", tmp_path / "usual.txt"
    replace(target, ["Å", "\n"])
    usual.touch()
    assert target.read_bytes() == "Å\n".encode()
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    target, pointer = tmp_path / "old.txt", tmp_path / "link.txt"
    target.write_text("old")
    target.chmod(0o600)
    pointer.symlink_to(target)
    replace(pointer, ["new"])
    assert pointer.is_symlink()
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert len(list(tmp_path.iterdir())) == 2


def test_a_dangling_link_makes_the_file_it_names(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    replace(tmp_path / "link", ["new"])
    assert (tmp_path / "real").read_text() == "new"


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt])
def test_what_fails_half_way_leaves_what_was_there(
    tmp_path: Path, fault: type[BaseException]
) -> None:
    def chunks() -> Iterator[str]:
        yield "half"
        raise fault

    target = tmp_path / "old.txt"
    target.write_text("old")
    with pytest.raises(fault):
        replace(target, chunks())
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_folders_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        replace(tmp_path / "no" / "x.txt", ["x"])
    assert caught.value.filename == str(tmp_path / "no")
    with pytest.raises(IsADirectoryError):
        replace(tmp_path, ["x"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_write_protected_file_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "old.txt"
    target.write_text("old")
    target.chmod(0o400)
    with pytest.raises(PermissionError):
        replace(target, ["new"])
    assert target.read_text() == "old"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text("utf-8")))
    reader.start()
    replace(pipe, ["through"])
    reader.join(timeout=30)
    assert got == ["through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_what_utf8_cannot_hold_stops_nothing(tmp_path: Path) -> None:
    replace(tmp_path / "x", ["a\ud800b"])
    assert (tmp_path / "x").read_text("utf-8") == "a?b"


def test_a_pipe_under_a_name_is_written_to() -> None:
    read, write = os.pipe()
    replace(f"/dev/fd/{write}", ["text"])
    os.close(write)
    with os.fdopen(read) as pipe:
        assert pipe.read() == "text"
