"""Reading maps of Carneades 4: the parts of a file, weighing functions, and what is refused."""

from __future__ import annotations

from textwrap import dedent

import pytest

from debate.model.problem import InvalidDebate
from debate.readers.carneades import read, recognises
from debate.reasoning.graph import LABELS
from debate.reasoning.labelling import label


def labels(text: str) -> dict[str, str]:
    found = read(dedent(text), "map.yml")
    given = label(found.graph)
    return {name: LABELS[given[i]] for i, name in enumerate(found.names)}


def problems(text: str) -> list[str]:
    with pytest.raises(InvalidDebate) as caught:
        read(dedent(text), "map.yml")
    return [str(problem) for problem in caught.value.problems]


def scheme(name: str, assumed: str, premises: str = "[a, b]") -> dict[str, str]:
    return labels(f"""
        statements: {{a: A, b: B, c: C}}
        arguments: {{one: {{scheme: {name}, premises: {premises}, conclusion: c}}}}
        assumptions: {assumed}
        """)


@pytest.mark.parametrize(
    ("name", "assumed", "label"),
    [
        ("linked", "[a, b]", "in"),
        ("linked", "[a]", "out"),
        ("convergent", "[a]", "in"),
        ("convergent", "[]", "out"),
        ("cumulative", "[a]", "in"),
        ("cumulative", "[]", "out"),
        ("factorized", "[a, b]", "in"),
        ("factorized", "[a]", "out"),
    ],
)
def test_the_basic_schemes(name: str, assumed: str, label: str) -> None:
    assert scheme(name, assumed)["c"] == label


@pytest.mark.parametrize(
    ("name", "label"),
    [("linked", "in"), ("convergent", "out"), ("cumulative", "out"), ("factorized", "out")],
)
def test_an_argument_without_premises(name: str, label: str) -> None:
    assert scheme(name, "[]", "[]")["c"] == label


def rivals(one: str, other: str, standard: str = "PE", more: str = "") -> dict[str, str]:
    return labels(f"""
        statements: {{a: A, b: B, c: C, d: D, yes: Y, no: N}}
        issues: {{i: {{positions: [yes, no], standard: {standard}}}}}
        arguments:
          one: {{conclusion: yes, {one}}}
          other: {{conclusion: no, {other}}}
        assumptions: [a, b, c]
        {more}
        """)


@pytest.mark.parametrize(
    ("standard", "premises", "label"),
    [
        ("PE", "[a, b, c, d]", "in"),
        ("pe", "[a, b, c, d]", "in"),
        ("CCE", "[a, b, c, d]", "out"),
        ("CCE", "[a, b, c]", "in"),
        ("BRD", "[a, b, c]", "out"),
    ],
)
def test_standards(standard: str, premises: str, label: str) -> None:
    """3/4 or 1 against 1/3 or, beyond reasonable doubt, something over 0.3 as well."""
    other = "scheme: cumulative, premises: [a, d, d]"
    assert rivals(f"scheme: cumulative, premises: {premises}", other, standard)["yes"] == label


def test_a_factorized_argument_counts_the_factors_of_its_issue() -> None:
    more = rivals("scheme: factorized, premises: [a, b]", "scheme: factorized, premises: [c]")
    assert (more["yes"], more["no"]) == ("in", "out")


def test_declared_functions() -> None:
    functions = "weighing_functions: {heavy: {constant: 0.8}, light: {constant: 0.4}}"
    assert rivals("scheme: heavy", "scheme: light", more=functions)["yes"] == "in"
    assert rivals("scheme: heavy, premises: [d]", "scheme: light", more=functions)["yes"] == "in"


@pytest.mark.parametrize(
    ("order", "winner"),
    [
        ("[state, federal]", "yes"),
        ("[federal, state]", "no"),
        ("ascending", "no"),
        ("descending", "yes"),
    ],
)
def test_a_preference(order: str, winner: str) -> None:
    functions = f"weighing_functions: {{lex: {{preference: [{{property: by, order: {order}}}]}}}}"
    found = rivals(
        "scheme: lex, premises: [a], meta: {by: federal}",
        "scheme: lex, premises: [b], meta: {by: state}",
        more=functions,
    )
    assert [name for name in ("yes", "no") if found[name] == "in"] == [winner]


CARS = """
    statements:
      buy(porsche): Buy a Porsche.
      buy(volvo): Buy a Volvo.
      price(volvo,medium): M
      price(porsche, high): H
      safety(volvo,high): H
      safety(volvo,medium): M
      safety(porsche,medium): M
    issues:
      i1: {positions: ["buy(porsche)", "buy(volvo)"]}
      i2: {positions: ["safety(volvo,medium)", "safety(volvo,high)"]}
    weighing_functions:
      car:
        criteria:
          hard: [0]
          soft:
            price: {factor: 1, values: {medium: 0.5, high: 0.0}}
            safety: {factor: 3, values: {medium: 0.5, high: 1.0}}
    arguments:
      a1: {scheme: car, conclusion: buy(porsche), premises: ["price(porsche,high)", P]}
      a2: {scheme: car, conclusion: buy(volvo), premises: ["price(volvo,medium)", V]}
    assumptions: ["price(volvo, medium)", "price(porsche,high)", "safety(porsche,medium)", S]
    """


@pytest.mark.parametrize("safety", ["medium", "high"])
def test_criteria_take_the_value_that_is_in(safety: str) -> None:
    """0.5 or 0.875 for the Volvo, whichever position its premise names; 0.375 for the Porsche."""
    text = CARS.replace(" P]", ' "safety(porsche,medium)"]').replace(
        " V]", ' "safety(volvo,high)"]'
    )
    found = labels(text.replace(" S]", f' "safety(volvo,{safety})"]'))
    assert (found["buy(volvo)"], found["buy(porsche)"]) == ("in", "out")


def test_a_hard_criterion_knocks_out() -> None:
    text = CARS.replace(" P]", ' "safety(porsche,medium)"]').replace(
        " V]", ' "safety(volvo,high)"]'
    )
    text = text.replace('"price(volvo, medium)", ', "").replace(" S]", ' "safety(volvo,high)"]')
    assert labels(text)["buy(porsche)"] == "in"


def test_statements_and_premises_in_all_their_forms() -> None:
    found = labels("""
        statements:
          no: {text: A text., assumed: true}
          012: 7
          empty:
          c: {text: C, label: in}
        arguments:
          one: {premises: {major: no, minor: 012}, conclusion: c}
        assumptions: [012]
        """)
    assert found == {"no": "in", "012": "in", "empty": "out", "c": "in"}


def test_accepting_a_position_puts_out_its_rivals() -> None:
    found = read(
        "statements: {p: P, q: Q}\nissues: {i: {positions: [p, q]}}\n"
        "arguments: {a: {conclusion: p}}",
        "map.yml",
    )
    accepted = label(found.judged([found.find("q")], []))
    assert [LABELS[each] for each in accepted] == ["out", "in"]
    rejected = label(found.judged([], [found.find("p")]))
    assert LABELS[rejected[0]] == "out"


def test_a_circle_of_many_statements_is_no_trouble() -> None:
    size = 5_000
    lines = ["statements:", *(f"  s{i}: S" for i in range(size)), "arguments:"]
    lines += [f"  a{i}: {{conclusion: s{i}, premises: [s{(i + 1) % size}]}}" for i in range(size)]
    found = read("\n".join(lines), "map.yml")
    assert set(label(found.graph)) == {LABELS.index("undecided")}
    assert set(label(found.judged([7], []))) == {LABELS.index("in")}


def test_a_hub_in_a_long_circle_is_no_trouble() -> None:
    """Each link of the chain bears on the hub, the hub on the first link: one circle."""
    size = 3_000
    lines = ["statements:", "  hub: H", *(f"  s{i}: S" for i in range(size)), "arguments:"]
    lines += [f"  h{i}: {{conclusion: hub, premises: [s{i}, hub]}}" for i in range(size)]
    lines += [f"  a{i}: {{conclusion: s{i + 1}, premises: [s{i}]}}" for i in range(size - 1)]
    lines += ["  first: {conclusion: s0, premises: [hub]}", "  sure: {conclusion: s0}"]
    found = read("\n".join(lines), "map.yml")
    labels = label(found.graph)
    assert [LABELS[each] for each in labels] == ["undecided", *["in"] * size]


@pytest.mark.parametrize("part", ["language", "argument_schemes", "issue_schemes"])
def test_what_needs_the_rule_engine_is_refused_in_a_line(part: str) -> None:
    (line,) = problems(f"statements: {{p: P}}\n{part}: {{foo/1: foo}}\n")
    assert line.startswith(f"map.yml:2:1: {part} need Carneades's rule engine")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("statements: {p: P}\narguments: {a: {conclusion: q}}", "2:29: there is no statement q"),
        (
            "statements: {p: P}\narguments: {a: {conclusion: p, premises: [r]}}",
            "2:43: there is no statement r",
        ),
        (
            "statements: {p: P}\narguments: {a: {premises: [p]}}",
            "2:13: argument a has no conclusion",
        ),
        (
            "statements: {p: P}\narguments: {a: {conclusion: p, scheme: expert}}",
            "2:40: expert is no scheme or weighing function here",
        ),
        ("statements: {p: P, p: Q}", "1:20: p stands here twice"),
        ("statements: [p]", "1:13: here stands a list or text"),
        ("statements: {p: &x P, q: *x}", "1:26: aliases are not followed"),
        ("statements: {p: P}\n---\nstatements: {}", "3:1: a second document"),
        ("statements: {p: P\n", "2:1: did not find expected ',' or '}'"),
        ("{[p]: q}", "1:2: a key has to be plain text"),
        ("statements: {p: '\x07'}", "1:18: the character U+0007 may not stand in YAML"),
        ("[" * 200, "1:100: nested more than 100 deep"),
        (
            "statements: {p: P, q: Q}\nissues: {i: {positions: [p, q]}, j: {positions: [q, p]}}",
            "2:34: a position of j belongs to another issue",
        ),
        (
            "statements: {p: P, q: Q}\nissues: {i: {positions: [p, q], standard: best}}",
            "2:43: best is none of PE, CCE, BRD and DV",
        ),
        ("weighing_functions: {w: {constant: x}}", "1:36: x is no number"),
        ("weighing_functions: {w: {magic: 1}}", "1:26: magic is none of constant"),
    ],
    ids=range(16),
)
def test_what_is_wrong_is_said_with_its_place(text: str, said: str) -> None:
    assert any(line.startswith(f"map.yml:{said}") for line in problems(text)), problems(text)


def test_a_note_is_no_error() -> None:
    found = read("statements: {p: P}\nassumptions: [q]\ncolour: red", "map.yml")
    notes = [str(note) for note in found.notes]
    assert [note.split(": ", 1)[0] for note in notes] == ["map.yml:3:1", "map.yml:2:15"]


def test_maps_are_told_from_debates() -> None:
    assert recognises("meta: {}\nstatements:\n  p: P\n")
    assert recognises("argument_schemes: []\n")
    assert not recognises("format: 1\ndebate: A debate\npositions: {}\n")
    assert not recognises("speaker: Ann\nclaims: [A]\n")
