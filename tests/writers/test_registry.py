"""Writers are found by name: ours by listing a folder, others' by entry point."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from debate import writers
from debate.model import Debate
from debate.writers import Options, UnusableWriter, Writer
from tests.support.build import build


def _write(debate: Debate, options: Options) -> Iterator[str]:
    yield f"{debate.title}\n"


OURS = [
    *("anki", "bibtex", "canvas", "csl", "csv", "dot", "graphml", "html", "json", "markdown"),
    *("mermaid", "svg", "text", "yaml"),
]
THEIRS = Writer("theirs", "Theirs", ".t", _write)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [
        EntryPoint(name, value, writers.GROUP)
        for name, value in (
            ("theirs", f"{__name__}:THEIRS"),
            ("json", f"{__name__}:THEIRS"),
            ("broken", "no_such_package_anywhere:WRITER"),
            ("odd", "math:pi"),
        )
    ]
    monkeypatch.setattr(writers, "_entry_points", lambda: entries)
    monkeypatch.setitem(sys.modules, __name__, sys.modules[__name__])


def test_the_built_in_formats() -> None:
    assert writers.names()[: len(OURS)] == OURS
    found = [writers.get(name) for name in OURS]
    assert [writer.name for writer in found] == OURS
    assert (
        len({writer.extension for writer in found})
        == len({writer.title for writer in found})
        == len(OURS)
    )
    assert all(writer.extension.startswith(".") for writer in found)


def test_names_import_no_writer() -> None:
    code = (
        "import sys; from debate import writers; writers.names();"
        "ours = [m for m in sys.modules if m.startswith('debate.writers.formats.')];"
        "print(ours, 'yaml' in sys.modules)"
    )
    said = subprocess.check_output([sys.executable, "-c", code], text=True, timeout=60)
    assert said == "[] False\n"


@pytest.mark.parametrize("name", ["", "docx", "__init__", "../text", "os", "text.write"])
def test_a_format_that_there_is_not(name: str) -> None:
    with pytest.raises(KeyError):
        writers.get(name)


@pytest.mark.usefixtures("installed")
def test_an_installed_writer(tmp_path: Path) -> None:
    assert writers.names() == [*OURS, "broken", "odd", "theirs"]
    assert writers.get("theirs") is THEIRS
    assert writers.get("json").title != THEIRS.title
    assert writers.export(Debate("A title"), "theirs") == "A title\n"


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(("name", "why"), [("broken", "does not load"), ("odd", "is no debate.wr")])
def test_an_installed_writer_that_cannot_be_used(name: str, why: str) -> None:
    with pytest.raises(UnusableWriter, match=why):
        writers.get(name)


def test_export_takes_sides_and_depth() -> None:
    debate = build(
        {"one": {"claims": [{"claim": "A", "supports": ["B"]}]}, "two": {"claims": ["C"]}}
    )
    assert "B" in writers.export(debate, "text")
    shown = writers.export(debate, "text", sides=["one"], depth=0)
    assert ": A" in shown
    assert ": B" not in shown
    assert ": C" not in shown
    with pytest.raises(KeyError):
        writers.export(debate, "text", sides=["three"])


def test_save(tmp_path: Path) -> None:
    debate = build({"one": {"claims": ["A"]}, "two": {"claims": ["C"]}})
    writer = writers.get("markdown")
    writers.save(debate, writer, tmp_path / "x.md")
    assert (tmp_path / "x.md").read_text("utf-8") == writers.export(debate, "markdown")
    writers.save(debate, writer, str(tmp_path / "x.md"), Options(("one",)))
    assert (tmp_path / "x.md").read_text("utf-8") == writers.export(
        debate, "markdown", sides=["one"]
    )
