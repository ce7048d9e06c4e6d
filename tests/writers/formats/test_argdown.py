"""Argdown that its own program reads, and that comes back as the same debate."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from debate import bundled, files, load, readers
from debate.model import Debate
from debate.model.text import one_line
from debate.readers.formats.argdown import read
from debate.writers import ALL, Options, export, get
from debate.writers.losses import Losses
from tests.support.argdown import program, summary, theirs
from tests.support.build import build
from tests.support.hostile import hostile
from tests.support.markup import MARKUP, filled
from tests.support.shared import shared
from tests.support.strategies import debates

#: Documents of our own, of kinds that the shared files have few of.
DOCUMENTS = {
    "strict": (
        '===\nmodel:\n    mode: strict\n===\n\n[P]: p #a {color: "b"}\n    + [Q]: q\n'
        "        +> [R]: r\n    - <A>: a\n        _ <U>: u\n    >< [S]: s\n\n## Two\n\n<A>\n\n"
        "(1) [Q]\n(2) two\n    - against\n-- modus ponens, other {uses: [1,2]} --\n(3) [R]\n"
        "(4) [T]: t\n--\nlast {certainty: 0.5}\n--\n    <_ <V>: v\n(5) [W]: w\n    +> [P]\n"
    ),
    "numbers": (
        "(1) a\n(2) b\n----\n(3) c\n-----\n(4) d\n\n<N>: desc\n    + <O>\n\n(1) x\n----\n(2) y\n\n"
        "(10) k\n(20) l\n----\n(30) m\n"
    ),
    "circle": "<a>\n    - <b>\n        - <a>\n    + [c]\n        >< [d]\n",
    "tabs": "[tab]: x\n\t+ y\n\t\t- z\n\t+ w\n",
    "again": (
        "[d]: one\n\n[d]: two #t\n    + [e]: a\n\n[e]: b {x: 1}\n\n[e] {y: 2}\n\n[e] #tagged\n"
    ),
    "comments": (
        "/* b\n*/ [A]: after // t\n<!-- x -->\n    + sub /* in */ line\n    // own\n    - m\n"
    ),
    "settings": (
        '===\nmodel:\n    removeTagsFromText: true\n    shortcodes: {":bomb:": {unicode: "B"}}\n'
        "===\n\n# H *it* #tag\n\ntext #gone here :bomb:\n\n[x]\n    + <y>\n    _ <z>\n"
    ),
    "untitled": "[Untitled 1]: e\n\np\n    + c\n\n[Untitled 4]: o\n\n(1) p\n----\n(2) q\n",
    "attacked": (
        "<R>: r\n    - [n]: n\n    + <s>: s\n    _> <t>\n\n(1) [pr]: p\n    - [n]\n(2) o\n----\n"
        "(3) c\n\n<R2>\n    +> <R>\n\n(1) m\n----\n(2) [pr]\n"
    ),
    "sections": (
        "# A\n\n[x]: in A\n\n# B\n\n[y]: in B\n    + [x]\n    - text\n\n## C\n\n[x]\n    + more\n"
        "    - <arg>\n\n## D\n\n<arg>: in D\n\n(1) [y]\n----\n(2) z\n\n# E\n\nlonely\n"
    ),
    "same": "<x>\n  + <y>\n  <+ <y>\n  +> <y>\n\n[p]\n  +> [q]\n\n<y>\n\n(1) [p]\n----\n(2) [p]\n",
    "signs": (
        "[ä ö]: Ünï → 漢字 😀\n    + [b-c_d.e]: s\n    - <q: r>: t\n        + [1]: n\n\n[l](#x) m\n"
    ),
    "data": (
        "[B]: b\n    + c\n    {data: 'x, y'}\n        - d\n\n<Z> #t1 {a: {b: [1, 2]}}\n    - [A]\n"
    ),
    "chain": (
        "<al>\n\n(1) one\n(2) two\n----\n(3) three\n(4) four\n----\n(5) five\n"
        "-- r1, r2 --\n    _ <u>\n"
        "(6) six\n\n<be>\n    - <al>\n\n[x]\n    + <al>\n    - <be>\n"
    ),
    "pairs": (
        "===\nmodel:\n    mode: strict\n===\n\n[M]: mm\n    >< [F]: ff\n    <_ <U>: uu\n"
        "        + <W>: ww\n"
    ),
    "lists": "* a [l](b)\n* [T]: second\n    + sup\n\n1. first\n2. <B>: an argument\n",
}


def there_and_back(found: Debate) -> Debate:
    again = read(export(found, "argdown").encode(), "x.argdown")
    assert not [str(one) for one in again.problems]
    assert again.debate
    return again.debate


@given(debates())
def test_a_debate_comes_back_the_same(debate: Debate) -> None:
    assert there_and_back(debate) == debate


def test_the_bundled_debate_comes_back_the_same() -> None:
    debate = load(bundled())
    assert there_and_back(debate) == debate


@pytest.mark.parametrize("text", MARKUP, ids=lambda text: ascii(text)[:30])
def test_markup_comes_back_as_text(text: str) -> None:
    debate = there_and_back(filled(text))
    assert [one.text for one in debate.claims] == [
        one_line(claim.text) for claim in filled(text).claims
    ]


def test_deep_claims_continue_under_their_title() -> None:
    claim: object = "The bottom."
    for level in range(100):
        claim = {"claim": f"Level {level}.", "supports": [claim]}
    debate = build({"one": {"claims": [claim]}})
    written = export(debate, "argdown")
    assert max(len(line) - len(line.lstrip()) for line in written.split("\n")) < 100
    assert there_and_back(debate) == debate


def test_what_undercuts_one_of_a_contradictory_pair_is_written() -> None:
    found = read(DOCUMENTS["pairs"].encode(), "x.argdown").debate
    assert found
    once = export(found, "argdown")
    assert once.endswith("[M]: mm\n    >< [F]: ff\n\n[M]\n    <_ <U>: uu\n        + <W>: ww\n\n")
    again = read(once.encode(), "x.argdown").debate
    assert again
    assert again.claims == found.claims


def test_what_argdown_takes_for_something_else_is_told() -> None:
    debate = build({"a": {"claims": [{"claim": "A", "only_if": ["B"], "supports": ["C"]}]}})
    losses = Losses()
    "".join(get("argdown").write(debate, Options(losses=losses)))
    assert [*losses.lines()] == ["1 condition: written as a support, its role in the data"]


def test_a_map_that_was_edited_keeps_both() -> None:
    found = read(b"[a]: *A* {x: 1}\n    + <b>: B\n", "x").debate
    assert found
    found.claims[0].note, found.claims[1].weight = "A note", 0.5
    again = there_and_back(found)
    assert again == found
    found.claims[0].text = "Another text"
    assert "[a]: Another text {" in export(found, "argdown")


def test_the_same_by_way_of_our_yaml(tmp_path: Path) -> None:
    texts = [text.encode() for text in DOCUMENTS.values()]
    texts += [file.read_bytes() for file in shared("corpora/argdown").glob("*.argdown")]
    for text in texts:
        found = read(text, "x.argdown").debate
        assert found
        if not found.claims:
            continue
        path = tmp_path / "made.yaml"
        path.write_text("".join(get("yaml").write(found, ALL)), "utf-8")
        kept = files.load(path)
        assert export(kept, "argdown") == export(found, "argdown")


# ---------------------------------------------------------------------- Argdown's own program


def test_its_own_program_reads_the_same_from_what_was_argdown(tmp_path: Path) -> None:
    program()
    originals = sorted(shared("corpora/argdown").glob("*.argdown"))
    for name, text in DOCUMENTS.items():
        originals.append(tmp_path / f"{name}.argdown")
        originals[-1].write_text(text, "utf-8")
    (tmp_path / "out").mkdir()
    written = {}
    for file in originals:
        found = readers.read(file).debate
        assert found
        written[file] = tmp_path / "out" / file.name
        written[file].write_text(export(found, "argdown"), "utf-8")
    made = theirs([*written, *written.values()])
    for file, back in written.items():
        assert not made[file]["errors"], file.name
        assert not made[back]["errors"], file.name
        assert summary(made[back]["json"]) == summary(made[file]["json"]), file.name


def test_its_own_program_reads_any_debate(tmp_path: Path) -> None:
    program()
    some = [load(bundled()), hostile(), *(filled(text) for text in MARKUP)]

    @settings(max_examples=30)
    @given(debates())
    def collect(debate: Debate) -> None:
        some.append(debate)

    collect()
    paths = {tmp_path / f"{number}.argdown": debate for number, debate in enumerate(some)}
    for path, debate in paths.items():
        path.write_bytes(export(debate, "argdown").encode())
    made = theirs([*paths])
    for path, debate in paths.items():
        assert not made[path]["errors"]
        claims = [claim for claim in debate.claims if claim.ref is None]
        assert len(made[path]["json"]["statements"]) == len(claims)
        steps = {
            (debate.meant(row), debate.meant(claim.parent), claim.role.attacks, claim.role.value)
            for row, claim in enumerate(debate.claims)
            if claim.parent >= 0
        }
        merged = {(*step[:2], step[3] if step[2] else "support") for step in steps}
        assert len(made[path]["json"]["relations"]) == len(merged)
