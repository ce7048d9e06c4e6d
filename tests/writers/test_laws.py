"""What holds of every format, debate and choice of what to write."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.model import Debate
from debate.model.annotations import Annotation, Annotations, Lost
from debate.reasoning.evaluate import Evaluation
from debate.writers import NUMBERS, Options, get
from debate.writers.losses import Losses
from tests.support import maps
from tests.support.formats import BINARY, TEXTUAL, whole
from tests.support.strategies import debates, line, lines

_annotation = st.builds(Annotation, note=st.just("") | lines, marked=st.just(True))


@st.composite
def options(draw: st.DrawFn, debate: Debate) -> Options:
    """Any choice that there is, the styles of a format left out."""
    names = [*(side.name for side in debate.positions), "background"]
    rows = st.sampled_from(range(len(debate.claims)))
    lost = st.builds(Lost, line, st.just("") | line, _annotation)
    notes = st.builds(
        Annotations, st.dictionaries(rows, _annotation), st.lists(lost, max_size=2).map(tuple)
    )
    judged = draw(st.none() | maps.judged(debate))
    return Options(
        tuple(draw(st.lists(st.sampled_from(names), unique=True))),
        draw(st.none() | st.integers(0, 3)),
        draw(st.none() | notes),
        None if judged is None else Evaluation(debate, judged.of(debate)),
        draw(st.booleans()),
        draw(st.sampled_from(NUMBERS)),
    )


def check(names: Iterable[str], debate: Debate, data: st.DataObject) -> None:
    """Each of the formats writes the debate, twice the same, and says clearly what it loses."""
    asked = data.draw(options(debate))
    for name in names:
        styles = () if name == "accessible" else get(name).styles
        style = data.draw(st.sampled_from(["", *styles])) if styles else ""
        losses = Losses()
        once = whole(name, debate, replace(asked, style=style, losses=losses))
        assert whole(name, debate, replace(asked, style=style)) == once, name
        for told in losses.lines():
            assert re.match(r"[1-9][\d,]* \w.*: \w", told), told


@settings(max_examples=40)
@given(debates(), st.data())
def test_every_debate_is_written_whatever_is_asked_for(debate: Debate, data: st.DataObject) -> None:
    check(TEXTUAL, debate, data)


@pytest.mark.parametrize("name", BINARY)
def test_what_is_no_text_is_written_too(name: str) -> None:
    @settings(max_examples=4)
    @given(debates(), st.data())
    def law(debate: Debate, data: st.DataObject) -> None:
        check([name], debate, data)

    law()
