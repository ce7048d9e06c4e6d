"""What stands in the files is what the debate says: order, text, numbers, links."""

from __future__ import annotations

import gc
import io
import sys
from pathlib import Path

import pytest
from hypothesis import given

from debate.files import bundled, load, read
from debate.files.assemble import assemble
from debate.files.events import parse
from debate.files.keys import POSITION
from debate.model import Citation, Debate, Role
from debate.writers import Options, get
from tests.support.strategies import debates
from tests.support.written import HEAD, SIDE, reading, write


def sound(folder: Path, **files: str | bytes) -> Debate:
    """The debate in these files, which must have no problem."""
    result = reading(folder, **files)
    assert result.problems == []
    assert result.debate is not None
    return result.debate


def texts(debate: Debate) -> list[str]:
    return [claim.text for claim in debate.claims]


FULL = """\
speaker: Ann Other
short: Ann
role: A witness
note: |
  Two
  lines
recommendations:
  - question: q
    option: yes-do
    id: main
    claim: We should do it.
    cite: {source: s, paragraph: [2, 3], words: "do, it", page: 4, at: 12:30}
    scheme: practical reasoning
    weight: 0.5
    credence: 1
    tags: [012, no]
    ask: Why?
    note: |
      One
      two
    extra: {a: [1, {b: no}], c: 2018-11-26}
    only_if: [It is dry.]
    supports:
      - claim: It helps.
        together_with: [Help is good.]
        undercuts: [Not there.]
      - ref: b.thesis
        id: again
        weight: 0.25
    objections: [It costs.]
    clashes_with: b.thesis
claims: [Also this.]
"""


def test_every_key(tmp_path: Path) -> None:
    head = HEAD.replace("[a]", "[a, b]") + "date: 2018-11\nbackground: [It is known.]\n"
    debate = sound(tmp_path, debate=head, a=FULL, b="claims: [{claim: No., id: thesis}]\n")
    main = debate.claims[0]
    assert main.cite == (Citation("s", (2, 3), "4", "12:30", "do, it"),)
    assert (main.weight, main.credence, main.tags) == (0.5, 1.0, ("012", "no"))
    assert (main.scheme, main.ask, main.note) == ("practical reasoning", "Why?", "One\ntwo")
    assert main.extra == {"a": ["1", {"b": "no"}], "c": "2018-11-26"}
    assert [(str(claim.role), claim.depth, claim.end) for claim in debate.claims] == [
        ("recommendation", 0, 7),
        ("condition", 1, 2),
        ("support", 1, 5),
        ("co-premise", 2, 4),
        ("undercut", 2, 5),
        ("support", 1, 6),
        ("objection", 1, 7),
        ("thesis", 0, 8),
        ("thesis", 0, 9),
        ("background", 0, 10),
    ]
    again = debate.claims[debate.find("a.again")]
    assert (again.text, again.weight, debate.text(5)) == ("", 0.25, "No.")
    assert again.target == debate.find("b.thesis")
    assert debate.clashes == [(0, debate.find("b.thesis"))]
    side = debate.positions[0]
    assert (side.speaker, side.short, side.role, side.note) == (
        "Ann Other",
        "Ann",
        "A witness",
        "Two\nlines",
    )
    assert debate.date == "2018-11"


def test_positions_may_stand_in_the_same_file(tmp_path: Path) -> None:
    text = "debate: x\npositions:\n  b: {speaker: Bo, claims: [B]}\n  a:\n    claims: [A]\n"
    debate = sound(tmp_path, debate=text)
    assert [side.name for side in debate.positions] == ["b", "a"]
    assert [(claim.text, claim.position) for claim in debate.claims] == [("B", 0), ("A", 1)]


def test_a_folder_and_its_file_are_the_same(tmp_path: Path) -> None:
    debate = sound(tmp_path, a=SIDE)
    assert read(tmp_path / "debate.yaml").debate == debate
    assert read(str(tmp_path)).debate == debate
    assert load(tmp_path) == debate


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "debate: x\npositions: {a: {claims: [A]}}\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert texts(load("-")) == ["A"]


def test_standard_input_has_no_files_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HEAD.encode())))
    (problem,) = read("-").problems
    assert (problem.line, problem.column, problem.code) == (4, 12, "missing-file")


def test_the_bundled_debate_is_sound() -> None:
    assert read(bundled()).problems == []


# ------------------------------------------------------------------ order


def test_siblings_are_grouped_by_role_and_keep_their_order(tmp_path: Path) -> None:
    side = """\
claims:
  - claim: root
    objections: [o1, {claim: o2, undercuts: [u], supports: [s], together_with: [t]}]
    supports: [{claim: s1, objections: [x]}, s2]
    only_if: [c1, c2]
recommendations:
  - {question: q, option: yes-do, claim: first}
"""
    debate = sound(tmp_path, a=side)
    assert " ".join(texts(debate)) == "first root c1 c2 s1 x s2 o1 o2 s t u"
    assert [debate.number(row) for row in (0, 1, 4, 5, 11)] == ["1", "2", "2.3", "2.3.1", "2.6.3"]


@given(debates())
def test_lists_in_any_order_give_the_same_debate(debate: Debate) -> None:
    """What the file says is said again by a reader that takes the long way for every list."""
    data = "".join(get("yaml").write(debate, Options())).encode()
    part, other = (parse(data, "x", POSITION, lambda done: None) for _ in range(2))
    other.sorted = False
    one, two = assemble([part], [(0, -1)]), assemble([other], [(0, -1)])
    assert (one.claims, one.parents, one.roles) == (two.claims, two.parents, two.roles)


# ------------------------------------------------------------------ text


_WORDS = ["no", "on", "y", "null", "~x", "012", "0x1F", "1e3", "12:30", "2018-11-26", ".inf", "="]


@pytest.mark.parametrize("word", _WORDS)
def test_words_that_yaml_takes_for_something_else_stay_words(word: str, tmp_path: Path) -> None:
    debate = sound(tmp_path, a=f"speaker: {word}\nclaims: [{word}, {{claim: {word}, id: x}}]\n")
    assert [debate.positions[0].speaker, *texts(debate)] == [word] * 3


@pytest.mark.parametrize("key", ["cite", "note", "weight", "tags", "extra", "supports", "scheme"])
def test_a_key_without_a_value_is_as_good_as_absent(key: str, tmp_path: Path) -> None:
    bare = sound(tmp_path, a=SIDE)
    assert sound(tmp_path, a=f"{SIDE}    {key}:\n") == bare


@pytest.mark.parametrize("nothing", ["~", "null", "[]"])
def test_so_is_a_list_of_claims_that_are_none(nothing: str, tmp_path: Path) -> None:
    bare = sound(tmp_path, a=SIDE)
    assert sound(tmp_path, a=f"{SIDE}    supports: {nothing}\n") == bare


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (r"a\e[31mb", "a[31mb"),
        (r"a\x9b31mb", "a31mb"),
        (r"a\u202eb\u2066c\u2069", "abc"),
        (r"a\u200e\u200fb", "a\u200e\u200fb"),
        (r"a\nb\tc", "a b c"),
        (r"a\u2028b\x85c", "a b c"),
        (r"  a\0  ", "a"),
        (r"a\ufeffb", "ab"),
    ],
)
def test_control_characters_are_taken_out(written: str, kept: str, tmp_path: Path) -> None:
    side = (
        f'speaker: "{written}"\nclaims: ["{written}", {{claim: "{written}", ask: "{written}"}}]\n'
    )
    debate = sound(tmp_path, a=side)
    one, two = debate.claims
    assert [debate.positions[0].speaker, one.text, two.text, two.ask] == [kept] * 4


def test_line_breaks_stay_where_there_may_be_several_lines(tmp_path: Path) -> None:
    claim = r'{claim: x, note: "a\e\r\nb\u2028c", extra: {k: "d\e\ne"}, tags: ["f\eg"]}'
    (row,) = sound(tmp_path, a=f"claims: [{claim}]\n").claims
    assert (row.note, row.extra, row.tags) == ("a\nb\nc", {"k": "d\ne"}, ("fg",))


def test_a_byte_order_mark_is_no_harm(tmp_path: Path) -> None:
    assert texts(sound(tmp_path, a=b"\xef\xbb\xbfclaims: [x]\n")) == ["x"]


def test_windows_line_ends(tmp_path: Path) -> None:
    write(tmp_path, a=SIDE)
    debate = load(tmp_path)
    assert sound(tmp_path, a=SIDE.replace("\n", "\r\n")) == debate


def test_marks_of_sharing_may_stand_in_text(tmp_path: Path) -> None:
    said = ["'*really*'", "R&D", "'&c'", "'!important'", "a & b * c !"]
    assert texts(sound(tmp_path, a=f"claims: [{', '.join(said)}]\n")) == [
        *("*really*", "R&D", "&c", "!important", "a & b * c !")
    ]


# ------------------------------------------------------------------ manners


@pytest.mark.parametrize("on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(on: bool, tmp_path: Path) -> None:
    write(tmp_path, a=SIDE)
    was = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        load(tmp_path)
        read(tmp_path / "nowhere")
        assert gc.isenabled() is on
    finally:
        (gc.enable if was else gc.disable)()


def test_progress_is_told_in_bytes_and_never_beyond_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    side = "claims:\n" + "- a claim\n" * 25_000
    write(tmp_path, a=side)
    load(tmp_path, progress=lambda done, total: told.append((done, total)))
    assert len(told) >= 3
    assert told == sorted(told)
    assert {total for _, total in told} == {len(HEAD.encode()) + len(side)}
    assert all(0 < done <= total for done, total in told)


def test_roles_are_members_not_words(tmp_path: Path) -> None:
    assert sound(tmp_path, a=SIDE).claims[0].role is Role.RECOMMENDATION
