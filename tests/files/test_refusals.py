"""Each thing that must not stand in a file is refused: where, as what, and with what advice.

Every case is the only thing wrong with its debate, so that each must be told exactly once.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from debate.cli import main
from debate.model import Problem
from tests.support.written import HEAD, SIDE, reading, write


class Case(NamedTuple):
    """A file, and the problem it must have: line, column, code, a part of what is said."""

    name: str
    text: str | bytes
    place: tuple[int, int]
    code: str
    says: str


#: Added to the one claim of a.yaml: begins on line 6, and is indented by four.
CLAIMS = [
    Case("unknown field", "suports: []", (6, 5), "unknown-field", "did you mean 'supports'?"),
    Case("far-off field", "zzz: {a: [1]}", (6, 5), "unknown-field", "there is no field 'zzz' here"),
    Case(
        "duplicate key", "claim: Once more.", (6, 5), "duplicate-key", "'claim' stands here twice"
    ),
    Case("key that is a list", "? [a]\n    : b", (6, 7), "wrong-type", "a key must be a word"),
    Case("id that is none", "supports: [{claim: x, id: a b}]", (6, 31), "bad-id", "'a b' is no id"),
    Case(
        "id used twice", "supports: [{claim: x, id: main}]", (6, 31), "duplicate-id", "twice in a"
    ),
    Case("text for a list", "supports: x", (6, 15), "wrong-type", "write `- claim: …`"),
    Case("mapping for a list", "supports: {claim: x}", (6, 15), "wrong-type", "takes a list"),
    Case("list for a claim", "supports: [[x]]", (6, 16), "wrong-type", "here a claim must stand"),
    Case("list for text", "note: [a]", (6, 11), "wrong-type", "'note' takes text"),
    Case("mapping for text", "ask: {a: b}", (6, 10), "wrong-type", "'ask' takes text"),
    Case("mapping for names", "tags: {a: b}", (6, 11), "wrong-type", "'tags' takes"),
    Case("mapping for a name", "tags: [a, {b: c}]", (6, 15), "wrong-type", "'tags' takes"),
    Case("word for a weight", "weight: high", (6, 13), "wrong-type", "a number, not 'high'"),
    Case("list for a weight", "weight: [1]", (6, 13), "wrong-type", "'weight' takes"),
    Case("weight over 1", "weight: 1.5", (6, 13), "out-of-range", "a number from 0 to 1"),
    Case("credence below 0", "credence: -1", (6, 15), "out-of-range", "a number from 0 to 1"),
    Case("credence nan", "credence: nan", (6, 15), "out-of-range", "a number from 0 to 1"),
    Case("text for extra", "extra: x", (6, 12), "wrong-type", "'extra' takes a mapping"),
    Case("empty claim", "supports: [{id: x}]", (6, 16), "missing-claim", "add `claim: …`"),
    Case("nothing for a claim", "supports:\n      -", (7, 8), "missing-claim", "add `claim: …`"),
    Case("only the wrong claim", "supports: [claim: [x]]", (6, 23), "wrong-type", "takes text"),
    # What is cited.
    Case("cite is text", "cite: s", (6, 11), "wrong-type", "a citation is a mapping"),
    Case("cite without source", "cite: {page: 1}", (6, 11), "missing-field", "add `source: …`"),
    Case("unknown source", "cite: {source: t}", (6, 20), "unknown-source", "no source 't'"),
    Case("mistyped key", "cite: {source: s, pge: 1}", (6, 23), "unknown-field", "'page'"),
    Case("far-off key", "cite: {source: s, zzz: 1}", (6, 23), "unknown-field", "no field 'zzz'"),
    Case("key twice", "cite: {source: s, source: s}", (6, 23), "duplicate-key", "twice"),
    Case("paragraph", "cite: {source: s, paragraph: x}", (6, 34), "wrong-type", "whole numbers"),
    Case("9 words", "cite: {source: s, words: a b c d e f g h i}", (6, 30), "long-anchor", "eight"),
    # Refs and links.
    Case("dangling ref", "supports: [ref: man]", (6, 21), "dangling", "did you mean 'main'?"),
    Case("ref elsewhere", "supports: [ref: b.main]", (6, 21), "dangling", "no claim 'b.main'"),
    Case("agrees with nobody", "agrees_with: a.x", (6, 18), "dangling", "no claim 'a.x'"),
    Case("clashes with nobody", "clashes_with: [x]", (6, 20), "dangling", "no claim 'x'"),
    Case("own side", "clashes_with: main", (6, 19), "own-side", "in the same position"),
    Case(
        "ref with cite", "supports: [{ref: main, cite: {source: s}}]", (6, 34), "misplaced-key", ""
    ),
    Case("ref and claim", "supports: [{ref: main, claim: x}]", (6, 35), "misplaced-key", "`ref`"),
    Case("ref to itself", "supports: [{ref: x, id: x}]", (6, 22), "ref-to-itself", "another claim"),
    Case(
        "ref to a ref",
        "supports: [{ref: main, id: x}, {ref: x}]",
        (6, 42),
        "ref-to-ref",
        "'main'",
    ),
    # What means nothing where it stands.
    Case("undercut", "undercuts: [x]", (6, 17), "misplaced-key", "nothing on a recommendation"),
    Case(
        "co-premise", "together_with: [x]", (6, 21), "misplaced-key", "on a support, an objection"
    ),
    Case(
        "undercut of a condition",
        "only_if: [{claim: x, undercuts: [y]}]",
        (6, 38),
        "misplaced-key",
        "nothing on a condition",
    ),
    Case(
        "undercut of a co-premise",
        "supports: [{claim: x, together_with: [{claim: y, undercuts: [z]}]}]",
        (6, 66),
        "misplaced-key",
        "at its first premise",
    ),
    Case(
        "weight of a co-premise",
        "supports: [{claim: x, together_with: [{claim: y, weight: 1}]}]",
        (6, 62),
        "misplaced-key",
        "at its first premise",
    ),
    Case("option below", "supports: [{claim: x, option: y}]", (6, 35), "misplaced-key", "'option'"),
]

#: The whole of a.yaml.
SIDES = [
    Case("anchor", "speaker: &a x\n", (1, 10), "anchor", "'&a' is an anchor"),
    Case("alias", "speaker: *a\n", (1, 10), "alias", "'*a' is an alias"),
    Case("alias bomb", "short: &a [x, x]\nclaims: &b [*a, *a]\n", (1, 8), "anchor", "quotes"),
    Case("merge", "claims:\n- <<: *a\n", (2, 7), "alias", "use `ref: ID`"),
    Case("tag", "speaker: !!python/object:os.system x\n", (1, 10), "tag", "is a tag"),
    Case("own tag", "claims: !mine [x]\n", (1, 9), "tag", "'!mine' is a tag"),
    Case("second document", "speaker: A\n---\nspeaker: B\n", (2, 1), "second-document", "keep one"),
    Case("tab", "claims:\n\t- x\n", (2, 1), "syntax", "spaces"),
    Case("colon in text", "speaker: A: B\n", (1, 11), "syntax", "in quotes"),
    Case("open quote", 'speaker: "A\n', (2, 1), "syntax", "close the quote"),
    Case("open bracket", "claims: [x\n", (2, 1), "syntax", "close the bracket"),
    Case("lone surrogate", 'speaker: "\\ud800"\n', (1, 13), "syntax", "write the character itself"),
    Case("surrogate in UTF-8", b"speaker: \xed\xa0\x80\n", (1, 10), "encoding", "not UTF-8"),
    Case("Latin-1", "note: x\nspeaker: Åslund\n".encode("latin-1"), (2, 10), "encoding", "0xc5"),
    Case("Latin-1 after é", b"speaker: \xc3\xa9 \xe9\n", (1, 12), "encoding", "as UTF-8"),
    Case("UTF-16", "speaker: A\n".encode("utf-16"), (1, 1), "encoding", "UTF-16"),
    Case("NUL", b"speaker: A\x00B\n", (1, 11), "character", "U+0000"),
    Case("escape", b"speaker: \x1b[31m\n", (1, 10), "character", "U+001B"),
    Case("C1", "speaker: é\x9b\n", (1, 11), "character", "U+009B"),
    Case("list at the top", "- x\n", (1, 1), "wrong-type", "`speaker: …`"),
    Case("text at the top", "x\n", (1, 1), "wrong-type", "`speaker: …`"),
    Case("empty", "", (0, 0), "empty", "the file is empty"),
    Case("blank", " \n\n", (0, 0), "empty", "the file is empty"),
    Case("comments", "# nothing\n", (0, 0), "empty", "`speaker: …`"),
    Case("mark of a document", "---\n", (2, 1), "wrong-type", "`speaker: …`"),
    Case("unknown field", "speeker: A\n", (1, 1), "unknown-field", "'speaker'"),
    Case("key of the other file", "background: [x]\n", (1, 1), "unknown-field", "'background'"),
    Case("duplicate list", "claims: [x]\nclaims: [y]\n", (2, 1), "duplicate-key", "'claims'"),
    Case("list for the speaker", "speaker: [A]\n", (1, 10), "wrong-type", "'speaker' takes text"),
    Case("bare recommendation", "recommendations: [x]\n", (1, 19), "missing-field", "question"),
    Case(
        "no option",
        "recommendations: [{question: q, claim: x}]\n",
        (1, 19),
        "missing-field",
        "add `option: …`",
    ),
    Case("unknown question", SIDE.replace("n: q", "n: w"), (2, 15), "unknown-question", "'w'"),
    Case("unknown option", SIDE.replace("yes-do", "yes-to"), (3, 13), "unknown-option", "'yes-do'"),
    Case(
        "second recommendation",
        SIDE + "  - {question: q, option: no-dont, claim: z}\n",
        (6, 5),
        "second-recommendation",
        "keep one for each question",
    ),
]

#: The whole of debate.yaml, a.yaml being in order.
HEADS = [
    Case("no title", "positions: [a]\n", (1, 1), "missing-field", "add `debate: …`"),
    Case("title is a list", "debate: [x]\n", (1, 9), "wrong-type", "'debate' takes text"),
    Case("format", "debate: x\nformat: 2\n", (2, 9), "format", "write `format: 1`"),
    Case("format is a list", "debate: x\nformat: [1]\n", (2, 9), "wrong-type", "takes text"),
    Case(
        "position name that is a mapping",
        "debate: x\npositions:\n  ? {a: b}\n  : {claims: [x]}\n",
        (3, 5),
        "wrong-type",
        "a key must be a word",
    ),
    Case("sources are text", "debate: x\nsources: x\n", (2, 10), "wrong-type", "from ids"),
    Case("sources are a list", "debate: x\nsources: [x]\n", (2, 10), "wrong-type", "from ids"),
    Case(
        "source is text",
        "debate: x\nsources: {s: 5}\n",
        (2, 14),
        "wrong-type",
        "a source is a mapping",
    ),
    Case(
        "source untitled", "debate: x\nsources: {s: {url: u}}\n", (2, 14), "missing-field", "title"
    ),
    Case(
        "source id", "debate: x\nsources: {s s: {title: t}}\n", (2, 11), "bad-id", "'s s' is no id"
    ),
    Case(
        "source with an unknown field",
        "debate: x\nsources: {s: {title: t, autor: x}}\n",
        (2, 25),
        "unknown-field",
        "did you mean 'author'?",
    ),
    Case(
        "source twice", "debate: x\nsources: {s: {title: t}, s: 1}\n", (2, 26), "duplicate-key", "s"
    ),
    Case(
        "question is text",
        "debate: x\nquestions: {q: x}\n",
        (2, 16),
        "wrong-type",
        "a question is a mapping",
    ),
    Case(
        "nothing asked",
        "debate: x\nquestions: {q: {options: {y: Y, n: N}}}\n",
        (2, 16),
        "missing-field",
        "add `ask: …`",
    ),
    Case(
        "no options", "debate: x\nquestions: {q: {ask: A}}\n", (2, 16), "missing-field", "options"
    ),
    Case(
        "options are text",
        "debate: x\nquestions: {q: {ask: A, options: y}}\n",
        (2, 34),
        "wrong-type",
        "'options' takes a mapping",
    ),
    Case(
        "one option",
        "debate: x\nquestions: {q: {ask: A, options: {y: Yes}}}\n",
        (2, 34),
        "few-options",
        "fewer than two options",
    ),
    Case(
        "option id",
        "debate: x\nquestions: {q: {ask: A, options: {y!: Yes, n: No}}}\n",
        (2, 35),
        "bad-id",
        "'y!' is no id",
    ),
    Case(
        "standard",
        "debate: x\nquestions: {q: {ask: A, options: {y: Y, n: N}, standard: high}}\n",
        (2, 58),
        "unknown-value",
        "preponderance",
    ),
    Case(
        "outcome", "debate: x\noutcome: {a: b}\n", (2, 10), "wrong-type", "a claim with a citation"
    ),
    Case(
        "outcome cites nothing",
        "debate: x\noutcome: {claim: c, cite: {source: z}}\n",
        (2, 36),
        "unknown-source",
        "no source 'z'",
    ),
    Case("background is text", "debate: x\nbackground: x\n", (2, 13), "wrong-type", "takes a list"),
    Case("climbing", "debate: x\npositions: [../x]\n", (2, 13), "bad-id", "'../x' is no name"),
    Case("absolute", "debate: x\npositions: [/etc/passwd]\n", (2, 13), "bad-id", "is no name"),
    Case("reserved", "debate: x\npositions: [background]\n", (2, 13), "bad-id", "choose another"),
    Case("listed twice", "debate: x\npositions: [a, a]\n", (2, 16), "duplicate-id", "listed twice"),
    Case("positions are text", "debate: x\npositions: a\n", (2, 12), "wrong-type", "takes a list"),
    Case("inline name", "debate: x\npositions: {a b: {}}\n", (2, 13), "bad-id", "'a b' is no name"),
    Case("inline text", "debate: x\npositions: {a: b}\n", (2, 16), "wrong-type", "`speaker: …`"),
    Case("inline twice", "debate: x\npositions: {a: {}, a: {}}\n", (2, 20), "duplicate-key", "'a'"),
    Case("not beside it", "debate: x\npositions: [c]\n", (2, 13), "missing-file", "c.yaml"),
]


def _one(problems: list[Problem], file: Path, case: Case) -> None:
    errors = [problem for problem in problems if problem.severity == "error"]
    assert [problem.code for problem in errors] == [case.code], errors
    problem = errors[0]
    assert problem.file == str(file)
    assert (problem.line, problem.column) == case.place, problem
    assert case.says in f"{problem.message}; {problem.hint}"


@pytest.mark.parametrize("case", CLAIMS, ids=lambda case: case.name)
def test_in_a_claim(case: Case, tmp_path: Path) -> None:
    assert isinstance(case.text, str)
    result = reading(tmp_path, a=SIDE + "    " + case.text + "\n")
    assert result.debate is None
    _one(result.problems, tmp_path / "a.yaml", case)


@pytest.mark.parametrize("case", SIDES, ids=lambda case: case.name)
def test_in_a_position(case: Case, tmp_path: Path) -> None:
    result = reading(tmp_path, a=case.text)
    assert result.debate is None
    _one(result.problems, tmp_path / "a.yaml", case)


@pytest.mark.parametrize("case", HEADS, ids=lambda case: case.name)
def test_in_debate_yaml(case: Case, tmp_path: Path) -> None:
    result = reading(tmp_path, debate=case.text, a="claims: [x]\n")
    assert result.debate is None
    _one(result.problems, tmp_path / "debate.yaml", case)


@pytest.mark.parametrize("case", CLAIMS + SIDES + HEADS, ids=lambda case: case.name)
def test_the_command_says_so(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if case in HEADS:
        write(tmp_path, debate=case.text, a="claims: [x]\n")
    else:
        text = case.text
        write(tmp_path, a=text if case in SIDES else f"{SIDE}    {text!s}\n")
    assert main(["check", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    where = ":{}:{}: ".format(*case.place) if case.place[0] else ".yaml: "
    assert where in out
    assert case.says in out
    assert "Traceback" not in out + err
    assert all(char.isprintable() or char == "\n" for char in out + err)


def test_the_cases_stand_on_sound_ground(tmp_path: Path) -> None:
    result = reading(tmp_path, debate=HEAD, a=SIDE)
    assert result.debate is not None
    assert result.problems == []
