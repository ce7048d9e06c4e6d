"""Kialo's text export, both kinds."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate import files
from debate.model import Debate
from debate.model.problem import InvalidDebate
from debate.model.reading import Reading
from debate.readers.formats.kialo import likeness, read
from debate.writers import ALL, Options
from debate.writers.formats import kialo, yaml

OLD = """\
Discussion Title: Should we walk?

1. We should walk.
1.1. Pro: It is healthy \\(mostly\\), as [studies show](https://a.org/x_(y)).
1.1.1. Con: Not in the rain.
1.2. Con: It is slow.
1.2.1. Con: -> See 1.1.1.
1.2.2. Pro: Time
is money.
"""

CURRENT = """\
Discussion Name:
How should we travel?

1. Question:
  How should we travel to the sea?

  1.1. Thesis:
    We should walk. [2]

    1.1.1. Pro:
      It is healthy [1] and cheap. [2]

      1.1.1.1. Con:
        Not in the rain.

        Not in snow either.

    1.1.2. Con:
      -> See 1.2.1.

  1.2. Thesis:
    We should drive.

    1.2.1. Con:
      It pollutes.

Sources:
[1] A study: https://a.org/study
[2] https://www.b.org/
[3] A book nobody cites
"""


def opened(text: str) -> Reading:
    return read(dedent(text).encode(), "x.txt")


def outline(debate: Debate | None) -> list[str]:
    assert debate
    return [
        f"{'  ' * claim.depth}{claim.role.glyph}{'=' * (claim.target >= 0)}{debate.text(row)}"
        for row, claim in enumerate(debate.claims)
    ]


def codes(reading: Reading) -> list[tuple[int, str, str]]:
    return [(found.line, found.severity, found.code) for found in reading.problems]


def written(debate: Debate | None, style: str = "") -> str:
    assert debate
    return "".join(kialo.write(debate, Options(style=style)))


def test_the_old_kind() -> None:
    reading = opened(OLD)
    assert reading.problems == []
    assert outline(reading.debate) == [
        "○We should walk.",
        "  +It is healthy (mostly), as studies show.",
        "    -Not in the rain.",
        "  -It is slow.",
        "    +Time is money.",
        "    -=Not in the rain.",
    ]
    debate = reading.debate
    assert debate
    assert debate.title == "Should we walk?"
    assert debate.sources["a-org"].url == "https://a.org/x_(y)"
    assert debate.claims[1].cite[0].source == "a-org"
    assert [*reading.lines] == [3, 4, 5, 6, 8, 7]
    assert written(debate, "old") == OLD.replace(
        "1.2.1. Con: -> See 1.1.1.\n1.2.2. Pro: Time\nis money.\n",
        "1.2.1. Pro: Time\nis money.\n1.2.2. Con: -> See 1.1.1.\n",
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_current_kind(ends: str, tmp_path: Path) -> None:
    reading = read(CURRENT.replace("\n", ends).encode(), "x.txt")
    assert reading.problems == []
    debate = reading.debate
    assert outline(debate) == [
        "●We should walk.",
        "  +It is healthy and cheap.",
        "    -Not in the rain. Not in snow either.",
        "  -=It pollutes.",
        "●We should drive.",
        "  -It pollutes.",
    ]
    assert debate
    assert debate.title == "How should we travel?"
    (question,) = debate.questions.values()
    assert question.ask == "How should we travel to the sea?"
    assert [*question.options.values()] == ["We should walk.", "We should drive."]
    assert [claim.option for claim in debate.claims if claim.option] == [*question.options]
    assert [(s.title, s.url) for s in debate.sources.values()] == [
        ("b.org", "https://www.b.org/"),
        ("A study", "https://a.org/study"),
        ("A book nobody cites", None),
    ]
    again = "".join(yaml.write(debate, ALL))
    (tmp_path / "made.yaml").write_text(again, "utf-8")
    assert files.read(tmp_path / "made.yaml").debate == debate
    once = written(debate)
    assert once[: once.index("Sources:")].replace("[1]", "[n]").replace("[2]", "[n]") == CURRENT[
        : CURRENT.index("Sources:")
    ].replace("[1]", "[n]").replace("[2]", "[n]")
    assert written(read(once.encode(), "x").debate) == once


def test_one_thesis_of_the_current_kind() -> None:
    debate = opened("""\
        Discussion Name:

        A title
        on two lines

        1. Thesis:
          Do it.

          1.1. Con:
            Only if: it rains.

          1.2. Pro:
            Only if: it is dry.
        """).debate
    assert debate
    assert debate.title == "A title on two lines"
    assert outline(debate) == ["○Do it.", "  ?it is dry.", "  -Only if: it rains."]


def test_numbers_that_do_not_fit_are_reported_and_the_claim_is_kept() -> None:
    reading = opened("""\
        Discussion Title: T

        1. Root
        1.1. Pro: A
        1.3. Pro: B
        1.2.5.1. Con: C
        1.1. Con: D
        7.1. Pro: E
        1.1.1. Con: -> See 9.9.
        1.1.2. Thesis: F
        """)
    assert codes(reading) == [
        (5, "note", "number"),
        (6, "error", "number"),
        (7, "error", "number"),
        (8, "error", "number"),
        (9, "error", "see"),
        (10, "error", "label"),
    ]
    assert outline(reading.debate) == [
        *("○Root", "  +A", "    +F", "    --> See 9.9.", "  +B", "  +E", "  -C", "  -D"),
    ]


def test_a_list_in_a_claim_is_no_claim() -> None:
    debate = opened("""\
        1. Thesis: Three things:
        1. one
        2. two
        1.1. Pro: In 2018. It was cold.
        """).debate
    assert outline(debate) == ["○Three things: 1. one 2. two", "  +In 2018. It was cold."]
    assert "1. one\n" in written(debate, "old")


def test_uses_of_uses_and_in_circles() -> None:
    reading = opened("""\
        1. Thesis: A
        1.1. Pro: -> See 1.2.
        1.1.1. Con: Under a use
        1.2. Pro: -> See 1.3.
        1.3. Con: B
        1.4. Con: -> See 1.5.
        1.5. Con: -> See 1.4.
        1.6. Pro: -> See 1.
        """)
    assert [code for _, _, code in codes(reading) if code != "no-title"] == [
        *("see", "see", "under-use"),
    ]
    assert outline(reading.debate) == [
        *("○A", "  +=B", "  +=B", "  +=A", "  -B", "    -Under a use"),
        *("  --> See 1.5.", "  --> See 1.4."),
    ]


def test_a_question_without_answers_to_choose_from() -> None:
    reading = opened("1. Question:\n  What?\n\n  1.1. Thesis:\n    This.\n")
    assert outline(reading.debate) == ["○This."]
    assert reading.debate
    assert reading.debate.extra == {"kialo": {"questions": ["What?"]}}
    assert ("few-options") in [code for _, _, code in codes(reading)]


def test_a_word_that_is_no_label_is_reported_and_the_thesis_stays_one() -> None:
    reading = opened("""\
        Discussion Title: Cars?

        1. Cars should be banned.
        1.1. Pro: They pollute.
        1.2. Comment: not a pro or con
        1.2.1. Con: It is.
        """)
    assert codes(reading) == [(5, "error", "label")]
    assert outline(reading.debate) == [
        *("○Cars should be banned.", "  +They pollute.", "  +Comment: not a pro or con"),
        "    -It is.",
    ]
    reading = opened(
        "Discussion Title: T\n\n1. These:\n  A\n\n1.1. Pro:\n  B\n\n1.2. Kontra:\n  C\n"
    )
    assert codes(reading) == [(3, "error", "label"), (9, "error", "label")]
    assert outline(reading.debate) == ["○These: A", "  +B", "  +Kontra: C"]


def test_numbered_lines_of_a_thesis_are_no_answers() -> None:
    reading = opened("""\
        Discussion Title: T

        1. The plan has two steps:
        1.1. first we save
        1.2. then we spend
        1.1. Pro: It works.
        """)
    assert reading.problems == []
    assert outline(reading.debate) == [
        *("○The plan has two steps: 1.1. first we save 1.2. then we spend", "  +It works."),
    ]


def test_a_thesis_right_below_a_claim_is_one() -> None:
    reading = opened("""\
        Discussion Title: T

        1. Meat
        1.1. Pro: tasty
        2. Fish
        2.1. Con: bones
        """)
    assert reading.problems == []
    assert outline(reading.debate) == ["○Meat", "  +tasty", "○Fish", "  -bones"]


def test_likeness() -> None:
    assert likeness(OLD, ".txt") == likeness(CURRENT, "") == likeness("\ufeff" + OLD, "") == 3
    assert likeness("1. A\n1.1. Con: B\n", ".txt") == 2
    assert likeness("1. A\n2. B\n", ".txt") == 0
    assert likeness("", ".txt") == 0


def test_what_is_empty_or_no_text() -> None:
    assert opened("").debate == Debate("An empty debate")
    with pytest.raises(InvalidDebate):
        read(b"\xff\xfe\x00", "x")


_WORDS = st.sampled_from(
    [
        *("1. ", "1.1. ", "Pro: ", "Con:", "Thesis:\n", "Question:\n", "-> See 1.1.", "1.1.1. "),
        *("[1]", "\n", "  ", "Sources:\n", "[a](b)", "\\", "(", "Discussion Name:\n", "x"),
        "https://a.b/c",
    ]
)


@given(st.lists(_WORDS, max_size=20).map("".join) | st.text(max_size=30))
def test_any_text_is_read_and_stays_as_it_is_when_written(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        debate = read(data, "x").debate
    except InvalidDebate as invalid:
        assert invalid.problems
        return
    assert debate
    read(written(debate).encode(), "x")
    read(written(debate, "old").encode(), "x")
