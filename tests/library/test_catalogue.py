"""Sorting and filtering what a library lists."""

from __future__ import annotations

from debate.library.catalogue import Catalogue
from debate.library.entry import Entry


def catalogue() -> Catalogue:
    made = Catalogue({"b/": 200, "c/": 100})
    made.take(
        [
            Entry("a/", "Émile's school", sides=("Ann",), claims=3),
            Entry("b/", "zoo", questions=("Open the zoo?",), claims=1),
            Entry("c/", "Bridge", claims=9),
            Entry("d/", "", problem="d/debate.yaml:1:1: wrong"),
        ]
    )
    return made


def paths(catalogue: Catalogue) -> str:
    return "".join(entry.path[0] for entry in catalogue.shown)


def test_orders() -> None:
    made = catalogue()
    assert paths(made) == "cdab"
    made.sort("visited")
    assert paths(made) == "bcda"
    made.sort("size")
    assert paths(made) == "cabd"


def test_all_words_of_the_filter_have_to_be_there() -> None:
    made = catalogue()
    for text, left in (("EMILE", "a"), ("ann sch", "a"), ("open", "b"), ("x", ""), ("", "cdab")):
        made.filter(text)
        assert paths(made) == left


def test_what_changes_takes_its_place_and_what_is_gone_leaves() -> None:
    made = catalogue()
    made.filter("zoo")
    made.take([Entry("b/", "Aquarium")], ["c/"])
    assert paths(made) == ""
    made.filter("")
    assert paths(made) == "bda"
    assert len(made) == 3
    assert made.claims == 3
