"""A claim's page: how one comes to it, and all that is known about it."""

from __future__ import annotations

import pytest

from debate.model import Debate
from debate.tui.pages.claim import claim_page
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.target import Cite, Walk
from tests.support.build import build
from tests.support.hostile import hostile
from tests.support.walking import everything


def page(debate: Debate, name: str, width: int = 80, height: int = 40) -> Sheet:
    return claim_page(debate, debate.find(name), width, height)


def lines(sheet: Sheet) -> list[str]:
    return [line.plain.rstrip() for line in sheet.lines if line.plain.strip()]


def test_the_way_reads_as_reasoning_from_the_recommendation_down() -> None:
    assert lines(page(everything(), "ann:1.2.2"))[:4] == [
        "  ● Go,",
        "  + because the walk is good for us,",
        "  ~ true, but beside the point:  Undercut  Ann 1.2.2",
        "  ┃",
    ]


def test_a_name_at_the_beginning_stays_as_it_is() -> None:
    inner = {"claim": "Ann knows.", "supports": ["x"]}
    debate = build({"a": {"claims": [{"claim": "Any claim.", "supports": [inner]}]}})
    assert lines(page(debate, "a:1.1.1"))[:2] == ["  ○ Any claim,", "  + because Ann knows,"]


def test_all_that_a_claim_has_is_shown() -> None:
    text = "\n".join(lines(page(everything(), "ann.good")))
    for part in (
        "Support  Ann 1.2",
        "&1  ~1",
        "┃  The walk is good for us.",
        "s Young 2001, ¶ 3  “good for us”",
        "Cy Young (2001): On walks.",
        "= agrees with Bo 1.1  Walks are healthy.",
        "To discuss\n    For whom else?",
        "Argument from expert opinion\n    · Is the person really an expert",
        "Note\n    Seen twice.\n    At least.",
        "weight of the step 0.5   credence 0.25   #health",
        "What bears on it\n  & and we want what is good for us.",
        "  ~ true, but beside the point: nobody asked.",
    ):
        assert part in text, part


def test_links_of_a_recommendation_and_its_conditions() -> None:
    text = "\n".join(lines(page(everything(), "ann.go")))
    assert "● Recommendation  Ann 1" in text
    assert "≠ clashes with Bo 1  We should stay." in text
    assert "? only if it does not rain." in text


def test_what_can_be_gone_to() -> None:
    debate = everything()
    targets = [spot.target for spot in page(debate, "ann.good").spots]
    row = debate.find("ann.good")
    assert targets == [
        Walk(debate.find("ann.go")),
        Cite(row, 0),
        Walk(debate.find("bo.healthy")),
        Walk(debate.find("ann:1.2.1")),
        Walk(debate.find("ann:1.2.2")),
    ]


def test_a_row_that_repeats_a_claim_shows_it_and_leads_to_it() -> None:
    debate = everything()
    sheet = page(debate, "ann:1.3.1")
    text = "\n".join(lines(sheet))
    assert "┃  The walk is good for us." in text
    assert "↪ said first at Ann 1.2; Enter goes there" in text
    assert "Young 2001" in text
    assert Walk(debate.find("ann.good")) in [spot.target for spot in sheet.spots]


def test_a_long_way_is_shortened_in_the_middle() -> None:
    deep: dict[str, object] = {"claim": "End."}
    for level in range(30, 0, -1):
        deep = {"claim": f"Step {level}.", "supports": [deep]}
    debate = build({"a": {"claims": [deep]}})
    sheet = claim_page(debate, len(debate.claims) - 1, 80, 40)
    way = lines(sheet)[:9]
    assert way[0] == "  ○ Step 1,"
    assert way[1] == "  ⋮ because Step 24,"
    assert way[7] == "  + because Step 30,"


def test_a_low_window_leaves_no_line_empty() -> None:
    sheet = page(everything(), "ann.good", height=10)
    assert all(line.plain.strip() for line in sheet.lines[:-1])


def test_no_claim_is_an_empty_page() -> None:
    assert claim_page(Debate(""), -1, 80, 24).lines == []


@pytest.mark.parametrize("width", [20, 41, 60, 200])
def test_no_line_is_too_wide_whatever_the_texts(width: int) -> None:
    debate = hostile()
    for row in range(len(debate.claims)):
        sheet = claim_page(debate, row, width, 30)
        assert max(line.cell_length for line in sheet.lines) <= width
