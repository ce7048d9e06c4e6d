"""Files that cannot be read, or are too much; many problems at once; and nothing ever raises."""

from __future__ import annotations

import errno
import io
import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.cli import main
from debate.files import load, read
from debate.files.finding import MOST
from debate.model.problem import InvalidDebate
from debate.model.reading import DEEPEST
from tests.support.written import HEAD, SIDE, lines, reading, write


def chain(depth: int, item: str = "claim: x") -> str:
    """An a.yaml in which this many claims stand under each other."""
    keys = ["claims", *["supports"] * (depth - 1)]
    return "".join(
        f"{'  ' * 2 * level}{key}:\n{'  ' * 2 * level}  - {item}\n"
        for level, key in enumerate(keys)
    )


# ------------------------------------------------------------------ depth


def test_a_thousand_claims_under_each_other_are_read(tmp_path: Path) -> None:
    debate = reading(tmp_path, a=chain(DEEPEST)).debate
    assert debate is not None
    assert [claim.depth for claim in debate.claims] == list(range(DEEPEST))


@pytest.mark.parametrize("item", ["claim: x", "x"])
def test_one_more_is_too_deep(item: str, tmp_path: Path) -> None:
    text = chain(DEEPEST) + f"{'    ' * DEEPEST}supports:\n{'    ' * DEEPEST}  - {item}\n"
    (line,) = lines(reading(tmp_path, a=text), tmp_path)
    assert line.startswith(f"a.yaml:{2 * DEEPEST + 2}:{4 * DEEPEST + 5}: claims are nested more")


@pytest.mark.parametrize("start", ["", "claims: ", "zzz: ", "claims: [{claim: x, extra: {a: "])
@pytest.mark.parametrize("bracket", ["[", "{a: ", "[\n", "? "])
def test_brackets_without_end_are_refused(start: str, bracket: str, tmp_path: Path) -> None:
    result = reading(tmp_path, a=start + bracket * 30_000)
    assert result.debate is None
    assert {problem.code for problem in result.problems} & {"too-deep", "wrong-type", "syntax"}


def test_brackets_in_flow_may_be_as_deep_as_claims(tmp_path: Path) -> None:
    text = "claims: [" + "{claim: x, supports: [" * (DEEPEST - 1) + "x" + "]}" * (DEEPEST - 1) + "]"
    debate = reading(tmp_path, a=text).debate
    assert debate is not None
    assert debate.claims[-1].depth == DEEPEST - 1


# ------------------------------------------------------------------ files


def test_a_file_one_may_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    write(tmp_path, a=SIDE)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    told = lines(read(tmp_path), tmp_path)
    assert told == ["debate.yaml: it cannot be read: Permission denied; check its permissions"]


def test_a_file_of_a_gigabyte(tmp_path: Path) -> None:
    write(tmp_path)
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(1 << 30)
    (line,) = lines(read(tmp_path), tmp_path)
    assert line.startswith("a.yaml: the file is larger than 512 MiB")


def test_a_fifo_is_not_opened(tmp_path: Path) -> None:
    write(tmp_path)
    os.mkfifo(tmp_path / "a.yaml")
    (line,) = lines(read(tmp_path), tmp_path)
    assert line.startswith("a.yaml: this is no regular file")
    assert lines(read(tmp_path / "a.yaml"), tmp_path) == [line]


def test_a_folder_for_a_file(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "a.yaml").mkdir()
    (line,) = lines(read(tmp_path), tmp_path)
    assert line == "a.yaml: this is a folder; name a file in it"


def test_a_folder_without_a_debate(tmp_path: Path) -> None:
    (line,) = lines(read(tmp_path), tmp_path)
    assert line.startswith("debate.yaml: there is no debate.yaml in this folder")


def test_a_folder_of_debates(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, a=SIDE)
    (line,) = lines(read(tmp_path), tmp_path)
    assert line.endswith("this folder holds several debates; name one: one, other")


@pytest.mark.parametrize("path", ["nowhere", "", "a\0b", "x" * 5000, "debate.yaml/x", "\udcff"])
def test_a_path_to_nothing(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    result = read(path)
    assert result.debate is None
    assert [problem.line for problem in result.problems] == [0]
    assert main(["check", path]) == 1
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err


def test_standard_input_may_hold_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"debate: \xff\n")))
    assert [str(problem) for problem in read("-").problems] == [
        "-:1:9: byte 0xff is not UTF-8; save the file as UTF-8"
    ]


# ------------------------------------------------------------------ many at once


def test_all_files_are_told_of_in_order(tmp_path: Path) -> None:
    head = HEAD.replace("[a]", "[b, a]") + "format: 3\nzzz: 1\n"
    below = "    zzz: 1\n    supports:\n      - {ref: nobody, id: x y}\n      - ref: nobody\n"
    told = lines(reading(tmp_path, debate=head, a=SIDE + below, b="speaker: [x]\n"), tmp_path)
    assert [line.split(": ")[0] for line in told] == [
        *("a.yaml:6:5", "a.yaml:8:15", "a.yaml:8:27", "a.yaml:9:14"),
        *("b.yaml:1:10", "debate.yaml:5:9", "debate.yaml:6:1"),
    ]


def test_a_broken_position_hides_nothing_and_is_blamed_alone(tmp_path: Path) -> None:
    head = HEAD.replace("[a]", "[a, b]")
    below = "    agrees_with: b.x\n    supports: [ref: b.y]\n    zzz: 1\n"
    told = lines(reading(tmp_path, debate=head, a=SIDE + below, b="claims: [\n"), tmp_path)
    assert [line.split(": ")[0] for line in told] == ["a.yaml:8:5", "b.yaml:2:1"]


def test_a_hundred_problems_a_file_are_enough(tmp_path: Path) -> None:
    side = "claims:\n" + "- {claim: x, zzz: 1}\n" * (MOST + 20) + "zzz: 1\n"
    problems = reading(tmp_path, a=side).problems
    assert len(problems) == MOST + 1
    assert [problem.line for problem in problems[:MOST]] == list(range(2, MOST + 2))
    assert problems[-1].message == "and 21 more problems in this file"
    assert problems[-1].code == "more"


def test_a_hundred_thousand_problems_take_no_search_each(tmp_path: Path) -> None:
    ids = "".join(f"- {{claim: x, id: c{number}}}\n" for number in range(3_000))
    refs = "".join(f"- {{ref: d{number}}}\n" for number in range(3_000))
    problems = reading(tmp_path, a=f"claims:\n{ids}{refs}").problems
    assert problems[-1].message == "and 2900 more problems in this file"


def test_a_mistyped_key_is_not_missed_as_well(tmp_path: Path) -> None:
    told = lines(reading(tmp_path, debate="debat: x\nbackground: [clam: x]\n"), tmp_path)
    assert told == [
        "debate.yaml:1:1: there is no field 'debat' here; did you mean 'debate'?",
        "debate.yaml:2:14: there is no field 'clam' here; did you mean 'claim'?",
    ]


def test_load_raises_with_all_of_them(tmp_path: Path) -> None:
    write(tmp_path, a="zzz: 1\nspeaker: [x]\n")
    with pytest.raises(InvalidDebate) as caught:
        load(tmp_path)
    assert len(caught.value.problems) == 2


# ------------------------------------------------------------------ notes


def test_notes_stand_beside_a_debate(tmp_path: Path) -> None:
    below = "    scheme: argument from expret opinion\n    supports: [ref: main]\n"
    result = reading(tmp_path, a=SIDE + below)
    assert result.debate is not None
    assert [(problem.severity, problem.code) for problem in result.problems] == [
        ("note", "unknown-scheme"),
        ("note", "ref-cycle"),
    ]
    first, second = lines(result, tmp_path)
    assert first.startswith("a.yaml:6:13: note: ")
    assert "'argument from expert opinion'" in first
    assert second.startswith("a.yaml:7:21: note: the ref 'main' leads back")
    assert read(tmp_path, places=False).problems[0].line == 0


# ------------------------------------------------------------------ anything at all

#: One file that uses most of the format, to be spoilt.
WHOLE = b"""\
format: 1
debate: "A title"
outcome: {claim: It ended., cite: {source: s, page: 2}}
sources: {s: {title: T, url: 'https://a.b'}}
questions: {q: {ask: What?, options: {y: Yes, n: No}, standard: scintilla}}
positions:
  a:
    speaker: A
    recommendations:
      - question: q
        option: y
        id: r
        claim: Do it.
        cite: [{source: s, paragraph: [1, 2], words: to be or not}]
        only_if: [It rains.]
        supports:
          - {claim: It helps., weight: 0.5, together_with: [And more.]}
          - ref: b.t
  b: {claims: [{claim: No., id: t, agrees_with: a.r, tags: [x], extra: {y: [z]}}]}
background:
  - claim: |
      Two
      lines
"""


def _read(data: bytes) -> None:
    """Reading never raises, and says in plain words why there is no debate."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "debate.yaml"
        path.write_bytes(data)
        result = read(path)
    errors = [problem for problem in result.problems if problem.severity == "error"]
    assert (result.debate is None) == bool(errors)
    for problem in result.problems:
        assert f"{problem.message}{problem.hint}".isprintable()
        assert problem.line <= len(data.decode(errors="replace").splitlines()) + 1


def test_the_file_to_be_spoilt_is_sound(tmp_path: Path) -> None:
    (tmp_path / "debate.yaml").write_bytes(WHOLE)
    assert read(tmp_path).problems == []


@given(st.binary() | st.text(st.characters(codec="utf-8")).map(str.encode))
def test_any_bytes(data: bytes) -> None:
    _read(data)


_BITS = st.sampled_from(
    [
        "",
        " ",
        "[",
        "]",
        "{",
        "}",
        "- ",
        ": ",
        "? ",
        "\n",
        "&a ",
        "*a",
        "!x ",
        "---\n",
        "'",
        '"',
        "#",
    ]
)
_BYTES = _BITS.map(str.encode) | st.sampled_from([b"\0", b"\t", b"\xff", b"\xe2\x80\xa8", b"ref: "])


@given(
    st.lists(
        st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 9), _BYTES), min_size=1, max_size=4
    )
)
def test_a_sound_file_with_bits_cut_out_and_put_in(cuts: list[tuple[int, int, bytes]]) -> None:
    data = WHOLE
    for at, length, bit in cuts:
        data = data[:at] + bit + data[at + length :]
    _read(data)
