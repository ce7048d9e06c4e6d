"""The record as a page: all of it, and nothing in it that runs."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from debate.lessons.record import ANSWERS, Answer, Finding, Item, Note, Prediction, Record, Vote
from debate.lessons.report import FORMATS, html, markdown
from tests.support.classes import BEGUN, MEETING, record
from tests.support.hostile import TEXTS
from tests.support.markup import MARKUP

VOTES = (
    Vote(1, "q", {"go": 17, "stay": 9}),
    Vote(2, "q", {"go": 11, "stay": 15}),
    Vote(1, "ann.dry", {"agree": 12, "unsure": 3, "disagree": 11}),
    Vote(2, "ann.dry", {"agree": 18, "unsure": 3, "disagree": 5}),
)


def whole() -> Record:
    return record(
        *VOTES,
        group="10a",
        people=26,
        ended="2026-11-25T09:45:00+00:00",
        predictions=(Prediction("q", "go"),),
        notes=(Note("Who checks this?", "walk", "2026-11-25T09:12:00+00:00"),),
        findings=(
            Finding(1, "q", "go", (Answer("Ann", "Go", "stands", 0.8),)),
            Finding(2, "q", None, (Answer("Ann", "Go", "open", 0.5),)),
        ),
    )


def plain(page: str) -> str:
    """A page without its markup."""
    page = re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"[*\\|]", "", page).replace("&#x27;", "'"))


@pytest.mark.parametrize("write", [markdown, html])
def test_everything_that_a_class_said_is_on_the_page(write: object) -> None:
    page = plain("".join(write(whole())))  # type: ignore[operator]
    for said in (
        "Shall we go?",
        "25 November 2026, 09:00 to 09:45",
        "10a, 26 people",
        "Predict 5, Walk 12, Judge 13, Crux 8, Vote again 7 (45 minutes)",
        "Go or stay?",
        "17 (65 %)",
        "11 (42 %)",
        "−23",
        "+23",
        "23 of 100 moved",
        "Ann 1.1",
        "It does not rain.",
        "What divided the class most",
        "After the first vote: Go stands , as predicted"
        if write is html
        else "After the first vote: Go stands, as predicted",
        "Ann “Go” stands (0.80)",
        "not as predicted",
        "Who checks this?",
        "09:12, Walk",
    ):
        assert said in page, said


def test_the_tables_of_the_markdown_are_whole() -> None:
    page = "".join(markdown(whole()))
    assert "| Go | 17 (65 %) | 11 (42 %) | −23 |" in page
    assert "| Ann 1.1: It does not rain. | 12 · 3 · 11 | 18 · 3 · 5 | +23 · 0 · −23 |" in page
    assert "| Ann 1.4: It is late. | – | – | – |" in page  # nobody was asked about it


def test_nothing_is_said_of_verdicts_before_the_prediction() -> None:
    begun = replace(whole(), ended=None, predictions=())
    for write in (markdown, html):
        page = plain("".join(write(begun)))
        assert "Hidden until the class has predicted." in page
        assert "stands" not in page.replace("What stands", "")


def test_a_class_that_said_nothing_has_a_record_too() -> None:
    for write in (markdown, html):
        page = "".join(write(record(Vote(1, "q", {"go": 0}), ended="2026-11-25T09:45:00+00:00")))
        assert "No vote on a claim took sides" in page
        assert "nan" not in page.lower()


class Tags(HTMLParser):
    """Every tag of a page, with the names of its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *(name for name, _ in attrs)))


def filled(text: str) -> Record:
    """A class in which everything that can be text is ``text``."""
    options = {"agree": text, "disagree": text}
    items = (Item("q", "question", text, options, text), Item("c", "claim", text, options, text))
    counts = {"agree": 3, "disagree": 2}
    votes = [vote for id in ("q", "c") for vote in (Vote(1, id, counts), Vote(2, id, counts))]
    return record(
        *votes,
        items=items,
        debate=text,
        group=text,
        predictions=(Prediction("q", "agree"),),
        notes=(Note(text, "walk", "2026-11-25T09:12:00+00:00"),),
        findings=(Finding(1, "q", "agree", (Answer(text, text, "open", 0.5),)),),
    )


def blocks(lines: list[str]) -> list[str]:
    """What kind of block each line begins, by its first characters."""
    begins = re.compile(r"#+ |[-+] |\||\*+|>|`{3}|~{3}|=|[\w#]+[.)] |\([\w#]+\) ")
    return [found[0] if (found := begins.match(line)) else "" for line in lines]


@pytest.mark.parametrize("text", [*MARKUP, *TEXTS])
def test_texts_are_inert_in_every_format(text: str) -> None:
    page = "".join(html(filled(text)))
    assert Tags(page).found == Tags("".join(html(filled("plain")))).found
    assert "default-src 'none'" in page
    lines = "".join(markdown(filled(text))).split("\n")
    assert blocks(lines) == blocks("".join(markdown(filled("x"))).split("\n"))
    assert all(
        len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 5 for line in lines if line.startswith("|")
    )
    assert not any("\x1b" in line or "\u202e" in line for line in lines)


def test_the_formats_are_named_by_their_files() -> None:
    assert {name: end for name, (end, _) in FORMATS.items()} == {"markdown": ".md", "html": ".html"}


def test_one_page_holds_what_divided_the_class_and_says_what_it_leaves_out() -> None:
    claims = tuple(
        Item(f"ann.{n}", "claim", f"Claim {n} {'says much ' * 12}", dict(ANSWERS), f"Ann {n}")
        for n in range(1, 31)
    )
    divided = Vote(2, "ann.30", {"agree": 10, "unsure": 0, "disagree": 10})
    notes = tuple(Note(f"Note {n}.", "walk", BEGUN.isoformat()) for n in range(1, 41))
    full = record(*VOTES[:2], divided, items=(MEETING, *claims), notes=notes)
    page = plain("".join(html(full)))
    assert "Claim 30" in page and "Note 40." in page
    assert "Claim 29" not in page and "Note 1." not in page
    kept = sum(f"Ann {n} Claim {n} says" in page for n in range(1, 30)), page.count("Walk Note")
    assert f"Left out to stay on one page: {29 - kept[0]} claims and {40 - kept[1]} notes" in page
    assert "Claim 29" in plain("".join(markdown(full)))
    assert "Left out" not in plain("".join(html(whole())))
