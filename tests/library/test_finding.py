"""What under a folder is a debate, found without reading it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from debate.library.finding import find, glance, is_library


def write(path: Path, text: str = "debate: One\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def found(folder: Path) -> dict[str, str]:
    """Titles by path."""
    glanced = {place.path: glance(place) for place in find(folder)}
    return {path: title for path, title in glanced.items() if title is not None}


def test_folders_and_single_files_at_any_depth_are_found(tmp_path: Path) -> None:
    write(tmp_path / "a" / "debate.yaml", "format: 1\ndebate: 'In a folder'\npositions: [ann]\n")
    write(tmp_path / "a" / "ann.yaml", "speaker: Ann\n")
    write(tmp_path / "b" / "c" / "d" / "one.yml", 'positions: {}\n"debate": "Deep"\n')
    write(tmp_path / "flow.yaml", "{debate: Flow, positions: {}}\n")
    write(tmp_path / "config.yaml", "name: no debate\nx:\n  debate: nested\n")
    write(tmp_path / "notes.txt")
    assert found(tmp_path) == {"a/": "In a folder", "b/c/d/one.yml": "Deep", "flow.yaml": "Flow"}
    assert is_library(tmp_path)


def test_a_debate_s_own_folder_and_an_empty_one_are_no_libraries(tmp_path: Path) -> None:
    write(tmp_path / "a" / "debate.yaml")
    (tmp_path / "empty").mkdir()
    write(tmp_path / "other" / "x.yaml", "a: 1\n")
    assert not is_library(tmp_path / "a")
    assert not is_library(tmp_path / "empty")
    assert not is_library(tmp_path / "other")
    assert not is_library(tmp_path / "gone")
    assert not is_library(tmp_path / "a" / "debate.yaml")


def test_hidden_folders_and_files_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path / ".git" / "a" / "debate.yaml")
    write(tmp_path / ".hidden.yaml")
    assert found(tmp_path) == {}


def test_links_in_circles_end(tmp_path: Path) -> None:
    write(tmp_path / "a" / "one.yaml")
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "a" / "again").symlink_to(tmp_path / "a")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    assert list(found(tmp_path)) == ["a/one.yaml"]


def test_a_linked_folder_is_found(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere" / "debate.yaml")
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "link").symlink_to(tmp_path / "elsewhere")
    assert list(found(tmp_path / "library")) == ["link/"]


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "a").mkdir()
    os.mkfifo(tmp_path / "a" / "debate.yaml")
    assert found(tmp_path) == {}


def test_the_stamp_changes_with_every_file_of_a_debate(tmp_path: Path) -> None:
    write(tmp_path / "a" / "debate.yaml")
    ann = write(tmp_path / "a" / "ann.yaml", "speaker: Ann\n")

    def stamp() -> str:
        return next(iter(find(tmp_path))).stamp

    first = stamp()
    os.utime(ann, ns=(1, 1))
    second = stamp()
    ann.write_text("speaker: Anna\n")
    third = stamp()
    ann.unlink()
    assert len({first, second, third, stamp()}) == 4


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\ufeffdebate: With a mark\n", "With a mark"),
        ("debate: >\n  folded\n", ""),
        ("debate:\n", ""),
        ("debate: \x1b[31mred\n", "[31mred"),
        ("Debate: no\n", None),
        ("  debate: indented\n", None),
        ("", None),
    ],
)
def test_a_title_is_taken_from_the_head(tmp_path: Path, text: str, title: str | None) -> None:
    path = write(tmp_path / "x.yaml", text)
    (place,) = find(tmp_path)
    assert place.full == str(path)
    assert glance(place) == title
