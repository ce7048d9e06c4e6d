"""Small debates written as files, as a person would: the text stands in the test."""

from __future__ import annotations

from pathlib import Path

from debate.files import Reading, read

#: A debate.yaml with one side, a; what is added to it begins on line 5.
HEAD = """\
debate: A small debate
questions: {q: {ask: What?, options: {yes-do: Yes, no-dont: No}}}
sources: {s: {title: A title}}
positions: [a]
"""

#: An a.yaml with one claim; what is added to it begins on line 6, indented by four.
SIDE = """\
recommendations:
  - question: q
    option: yes-do
    id: main
    claim: We should do it.
"""


def write(folder: Path, **files: str | bytes) -> Path:
    """Write ``NAME.yaml`` for each of ``files``, HEAD as debate.yaml if not given; the folder."""
    for name, text in {"debate": HEAD, **files}.items():
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        (folder / f"{name}.yaml").write_bytes(data)
    return folder


def reading(folder: Path, **files: str | bytes) -> Reading:
    """What comes of reading these files."""
    return read(write(folder, **files))


def lines(result: Reading, folder: Path) -> list[str]:
    """The problems as ``debate check`` prints them, without the folder."""
    return [str(problem).removeprefix(f"{folder}/") for problem in result.problems]
