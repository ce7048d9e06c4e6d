"""Argdown is read as its own program reads it, and better where that is weak."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from debate import readers
from debate.model import Debate, Role
from debate.model.reading import Reading
from debate.readers.argdown.graph import Node
from debate.readers.argdown.including import whole
from debate.readers.argdown.parsing import Parser
from debate.readers.formats.argdown import likeness, read
from tests.support.argdown import texts
from tests.support.shared import shared

_TOKENS = (
    *("[a]", "[a]: x", "<b>", "<b>: y", "\n", "\n\n", "  ", "\t", "+ ", "- ", "_ ", "><", "+>"),
    *("(1) p", "----\n", "-- rule {a: b} --", "{a: b}", "{", "}", "#t", "#(t u)", "===", "# H\n"),
    *("* ", "1. ", "// c", "/*", "*/", "<!--", "-->", "**", "*", "@[a]", "[l](u)", "\\", ":happy:"),
    *("[Untitled 1]", "@include(x)", "title: x", '{"debate": {"role": "condition"}}', "\x00", "é"),
)


def reading(text: str) -> Reading:
    return read(text.encode(), "x.argdown")


def debate(text: str) -> Debate:
    found = reading(text)
    assert found.debate
    assert not [str(one) for one in found.problems if one.severity == "error"]
    return found.debate


def outline(found: Debate) -> list[str]:
    return [
        f"{'  ' * claim.depth}{claim.role.glyph} {found.text(row)}"
        for row, claim in enumerate(found.claims)
    ]


def problems(text: str) -> list[tuple[int, int, str]]:
    found = reading(text).problems
    return [(one.line, one.column, one.code) for one in found if one.severity == "error"]


# ---------------------------------------------------------------------- as the program reads it


def ours(text: str) -> dict[str, Any]:
    parser = Parser(whole(text.replace("\r\n", "\n"), "x").text)
    graph = parser.parse()
    assert not parser.scan.troubles
    graph.settle(parser.strict)
    said: dict[bool, dict[str, list[str]]] = {False: {}, True: {}}
    for node in graph.nodes:
        some = [text for text, _ in node.earlier or ()]
        some += [] if node.text is None else [node.text]
        said[node.argument][node.called] = some
    relations = Counter(
        (kind, source.called, target.called if isinstance(target, Node) else target.argument.called)
        for kind, source, target, _ in graph.relations
    )
    return {"statements": said[False], "arguments": said[True], "relations": relations}


def test_what_its_own_program_says_of_every_file() -> None:
    files = sorted(shared("corpora/argdown").glob("*.argdown"))
    assert len(files) > 80
    for file in files:
        text = file.read_bytes().decode()
        if "explodeArguments" in text:
            continue  # a setting by which the program adds arguments that are not written
        made = json.loads(file.with_suffix(".json").read_text())
        assert ours(text) == {
            "statements": texts(made["statements"]),
            "arguments": {
                title: [said for said in some if said]
                for title, some in texts(made["arguments"]).items()
            },
            "relations": Counter(
                (one["relationType"], one["from"], one["to"]) for one in made["relations"]
            ),
        }, file.name


def test_every_claim_of_every_file_has_its_line() -> None:
    for file in sorted(shared("corpora/argdown").glob("*.argdown")):
        found = readers.read(file)
        assert found.debate and len(found.lines) == len(found.debate.claims)
        assert not [str(one) for one in found.problems if one.severity == "error"]
        assert all(found.lines)


# ---------------------------------------------------------------------- relations


@pytest.mark.parametrize(
    ("sign", "role"),
    [
        *(("+", Role.SUPPORT), ("<+", Role.SUPPORT), ("-", Role.OBJECTION)),
        ("<-", Role.OBJECTION),
    ],
)
def test_relations_to_what_stands_above(sign: str, role: Role) -> None:
    found = debate(f"[a]: A\n    {sign} [b]: B")
    assert [claim.text for claim in found.claims] == ["A", "B"]
    assert found.claims[1].role is role


@pytest.mark.parametrize(("sign", "role"), [("+>", Role.SUPPORT), ("->", Role.OBJECTION)])
def test_relations_to_what_stands_below(sign: str, role: Role) -> None:
    found = debate(f"[a]: A\n    {sign} [b]: B")
    assert [claim.text for claim in found.claims] == ["B", "A"]
    assert found.claims[1].role is role


def test_an_undercut_is_on_the_step_of_what_it_undercuts() -> None:
    found = debate("[a]: A\n  + <b>: B\n    _ [c]: C\n      - d")
    assert outline(found) == ["○ A", "  + B", "    ~ C", "      - d"]


def test_contradiction_goes_both_ways() -> None:
    found = debate("[a]: A\n  >< [b]: B")
    assert outline(found) == ["○ A", "  - B", "    - A"]


def test_a_statement_that_is_used_twice_is_a_ref() -> None:
    found = debate("[a]: A\n  + [c]: C\n\n[b]: B\n  - [c]")
    assert outline(found) == ["○ A", "  + C", "○ B", "  - C"]
    assert found.claims[3].ref == "a.c"


def test_a_reconstruction_stands_under_its_conclusion() -> None:
    text = "<arg>: Why\n\n(1) P\n(2) Q\n-- rule --\n  <_ [u]: U\n(3) R\n(4) S\n----\n(5) [end]: E"
    found = debate(text)
    assert outline(found) == [
        *("○ E", "  + Why", "    + R", "      + P", "        & Q", "        ~ U", "      & S"),
    ]


def test_an_argument_without_a_name_is_only_its_step() -> None:
    assert outline(debate("(1) P\n(2) Q\n----\n(3) C")) == ["○ C", "  + P", "    & Q"]


# ---------------------------------------------------------------------- what it is told


def test_front_matter_and_sections() -> None:
    text = "===\ntitle: T\ndate: 012\nabstract: |\n  Two\n  lines\n===\n\n# H *h* {a: b}\n\n[x]: X"
    found = debate(text)
    assert (found.title, found.date, found.summary) == ("T", "012", "Two\nlines")
    assert found.extra and found.extra["argdown"]["sections"] == [
        {"level": "1", "title": "H h", "source": "H *h*", "data": "{a: b}"}
    ]


def test_words() -> None:
    text = r"[t]: a\*b **bold** [w](http://x.y) #tag #(two words) @[t] :happy: // gone"
    found = debate(text + "\n").claims[0]
    assert found.text == "a*b bold w #tag #(two words) @[t] 😀"
    assert found.tags == ("tag", "two words")
    assert found.extra == {"argdown": {"source": text[5:-8]}}


def test_comments_and_web_addresses() -> None:
    text = "a http://b.c/d e // gone\n/* gone\n\n*/ more <!-- gone -->\n\n// gone"
    assert outline(debate(text)) == ["○ a http://b.c/d e more"]


def test_several_definitions_are_kept() -> None:
    found = reading("[a]: one\n\n[a]: *two*").debate
    assert found and found.claims[0].text == "two"
    assert found.claims[0].extra == {"argdown": {"source": "*two*", "earlier": ["one"]}}


# ---------------------------------------------------------------------- where it is weak


def test_an_error_has_its_place_and_the_rest_is_read() -> None:
    text = "[a]: A\n\n[b] no colon\n\n[c]: C *open\n\n(1) p\n\n[d]: D\n  + {x: [}\n"
    assert problems(text) == [
        *((3, 1, "no-colon"), (5, 8, "unclosed"), (7, 5, "no-conclusion")),
        *((10, 5, "bad-data"), (10, 5, "no-text")),
    ] or problems(text)[:3] == [
        *((3, 1, "no-colon"), (5, 8, "unclosed"), (7, 5, "no-conclusion")),
    ]
    found = reading(text).debate
    assert found and {"A", "no colon", "C *open", "p", "D"} <= {one.text for one in found.claims}


def test_a_structure_without_an_inference_makes_no_claim_of_its_own() -> None:
    found = reading("[A]: x\n\n(1) P lonely\n")
    assert [one.code for one in found.problems] == ["no-conclusion"]
    assert found.debate
    assert [claim.text for claim in found.debate.claims] == ["x", "P lonely"]
    cut = reading("(1) P\n----\n    <_ <U>: u\n").debate  # there is something to be undercut
    assert cut
    assert sorted(claim.text for claim in cut.claims) == ["P", "Untitled 1", "u"]


def test_tabs_and_spaces_are_not_mixed_silently() -> None:
    assert problems("[a]: A\n    + b\n\t+ c") == [(3, 2, "mixed-indent")]
    assert problems("[a]: A\n\t+ b\n\t\t+ c\n\t+ d") == []


def test_a_relation_after_an_empty_line_still_hangs_there() -> None:
    assert problems("[a]: A\n\n  + b") == [(3, 3, "loose-relation")]
    found = reading("[a]: A\n\n  + b").debate
    assert found and outline(found) == ["○ A", "  + b"]


def test_depth() -> None:
    for depth in (259, 999):
        text = "root\n" + "".join(f"{' ' * level}+ {level}\n" for level in range(1, depth + 1))
        assert debate(text).claims[-1].depth == depth
    text = "root\n" + "".join(f"{' ' * level}+ {level}\n" for level in range(1, 1_200))
    assert problems(text) == [(1002, 1, "too-deep")]


@pytest.mark.parametrize(
    "text",
    ["[" * 50_000, "<" * 50_000, "{ } , " * 10_000, "<!--" * 20_000, "#(" * 20_000, "*a" * 20_000],
    ids=lambda text: text[:4],
)
def test_no_text_takes_long(text: str) -> None:
    assert reading(text).debate


# ---------------------------------------------------------------------- includes


def test_includes(tmp_path: Path) -> None:
    main = tmp_path / "main.argdown"
    (tmp_path / "parts").mkdir()
    main.write_text("[a]: A\n\n@include(parts/one.argdown)\n\n// @include(no)\n[z]: Z\n")
    (tmp_path / "parts/one.argdown").write_text("[b]: B\n  + *c\n\n@include(../two.argdown)\n")
    (tmp_path / "two.argdown").write_text("[d]: D\n")
    found = readers.read(main)
    assert found.debate
    assert [one.text for one in found.debate.claims] == ["A", "B", "*c", "D", "Z"]
    assert [*found.lines] == [1, 3, 3, 3, 6]
    assert [Path(name).name for name in found.files] == [
        *("main.argdown", "one.argdown", "two.argdown")
    ]
    problem = next(one for one in found.problems if one.severity == "error")
    assert (Path(problem.file).name, problem.line, problem.column) == ("one.argdown", 2, 5)


def test_an_include_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "main.argdown").write_text("[a]: A\n\n@include(none.argdown)\n")
    (tmp_path / "none.argdown").write_text("\n")
    assert readers.read(tmp_path / "main.argdown").problems == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("../out.argdown", "outside"), ("/etc/hostname", "outside"), ("link", "outside")),
        *(("none.argdown", "missing-include"), ("main.argdown", "included-again")),
        ("../box/main.argdown", "included-again"),
    ],
)
def test_includes_are_confined(tmp_path: Path, name: str, code: str) -> None:
    box = tmp_path / "box"
    box.mkdir()
    (tmp_path / "out.argdown").write_text("[secret]: S\n")
    (box / "link").symlink_to(tmp_path / "out.argdown")
    main = box / "main.argdown"
    main.write_text(f"[a]: A\n\n@include({name})\n\n[b]: B\n")
    found = readers.read(main)
    assert [(one.line, one.code) for one in found.problems] == [(3, code)]
    assert found.debate and [one.text for one in found.debate.claims] == ["A", "B"]


def test_standard_input_includes_nothing() -> None:
    found = readers.read("-", format="argdown", piped=b"[a]: A\n\n@include(x.argdown)\n")
    assert [one.code for one in found.problems] == ["no-folder"]


# ---------------------------------------------------------------------- any text


@given(st.lists(st.sampled_from(_TOKENS) | st.text(max_size=3), max_size=25).map("".join))
def test_any_text_is_read(text: str) -> None:
    found = read(text.encode("utf-8", "replace"), "x.argdown")
    assert found.debate or any(one.severity == "error" for one in found.problems)
    if found.debate:
        assert len(found.lines) == len(found.debate.claims)


#: Values of any kind, and those that mean something.
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["s", "q", "o", "a", "x", ""]),
    lambda some: (
        st.lists(some, max_size=3)
        | st.dictionaries(
            st.sampled_from(["source", "title", "ask", "options", "o"]), some, max_size=3
        )
    ),
    max_leaves=6,
)


def _fields(*names: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(names), _VALUES)


@example({}, {}, {"cite": [{"source": ["s"]}]})
@example({}, {}, {"question": "q", "option": ["o"]})
@given(
    _fields("sources", "questions", "outcome", "extra", "map"),
    _fields("position", "background", "speaker", "note", "extra"),
    _fields("role", "question", "option", "id", "cite", "tags", "weight", "extra", "agrees_with"),
)
def test_what_our_own_writer_would_put_there_may_be_anything(
    head: dict[str, Any], side: dict[str, Any], claim: dict[str, Any]
) -> None:
    head = {
        "sources": {"s": {"title": "T"}},
        "questions": {"q": {"ask": "Q", "options": {"o": "O", "p": "P"}}},
    } | head
    ours = [json.dumps({"debate": one}) for one in (head, {"position": "a"} | side, claim)]
    text = f"===\n{ours[0][1:-1]}\n===\n\n# A {ours[1]}\n\n[x]: X {ours[2]}\n  + [y]: Y {ours[2]}\n"
    found = read(text.encode(), "x.argdown")
    assert found.debate or any(one.severity == "error" for one in found.problems)


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        *(("[a]: A\n    + <b>: B\n", 2), ("===\ntitle: x\n===\n\n[a]: A\n", 2)),
        *(("# T\n\n- [x](y)\n  - [z](w)\n", 0), ("[1]: http://a.b\n[2]: http://c.d\n", 0)),
        *(('{"nodes": []}', 0), ("<opml>\n<head>\n</head>", 0), ("debate: x\n", 0)),
    ],
)
def test_likeness(text: str, looks: int) -> None:
    assert likeness(text, ".txt") == looks
    assert likeness(text, ".argdown") == 3
