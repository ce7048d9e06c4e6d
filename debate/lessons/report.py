"""The record of a class as a page to keep: Markdown and HTML, one page, all text inert."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from debate.lessons import summary
from debate.lessons.onepage import fitted
from debate.lessons.record import ANSWERS, PHASE_TITLES, Item, Record
from debate.lessons.votes import division_word, most_divisive, shares, tally
from debate.writers import inert, marked


def markdown(record: Record) -> Iterator[str]:
    """The record as Markdown."""
    text = marked.text
    yield f"# {text(record.debate)}\n\n"
    facts = [summary.when(record), summary.who(record), summary.plan(record)]
    yield "*A class by show of hands*\\\n"
    yield "\\\n".join(marked.starting(text(fact)) for fact in facts if fact) + "\n"
    if record.questions:
        yield "\n## Questions\n"
    for item in record.questions:
        yield from _markdown_question(record, item)
    if record.claims:
        yield f"\n## Claims\n\nVotes and shifts: {text(summary.ROW_KEY)}.\n\n"
        yield "| | First vote | Second vote | Shift in points |\n| :-- | --: | --: | --: |\n"
    for item in record.claims:
        cells = (f"{item.label}: {item.text}", *summary.in_a_row(record, item))
        yield f"| {' | '.join(map(text, cells))} |\n"
    if divided := most_divisive(record):
        yield f"\n## What divided the class most\n\n{text(summary.DIVISION_KEY)}\n\n"
        for item, number in divided:
            what = f"{text(item.label)}: {text(item.text)}"
            yield f"- **{number:.2f}**, {text(division_word(number))}. {what}\n"
    if record.questions and record.claims:
        yield f"\n## If the class is right\n\n{text(summary.CREDENCE_KEY)}\n"
        yield from _markdown_findings(record)
    if record.notes:
        yield "\n## Notes\n\n"
    for note in record.notes:
        where = f"{summary.hour(note.at)}, {PHASE_TITLES[note.phase]}"
        yield f"- *{text(where)}*: {text(note.text)}\n"


def _markdown_question(record: Record, item: Item) -> Iterator[str]:
    text = marked.text
    yield f"\n### {text(item.text)}\n\n"
    if said := summary.predicted(record, item):
        yield f"Predicted: **{text(said)}**\n\n"
    yield "| | First vote | Second vote | Shift in points |\n| :-- | --: | --: | --: |\n"
    for row in summary.votes(record, item):
        yield "| " + " | ".join(text(cell) for cell in row) + " |\n"
    if said := summary.movement(record, item):
        yield f"\n{text(said)}.\n"


def _markdown_findings(record: Record) -> Iterator[str]:
    text = marked.text
    if why := summary.unfound(record):
        yield f"\n{text(why)}\n"
    for item in record.questions:
        if found := summary.found(record, item):
            yield f"\n**{text(item.text)}**\n\n"
        for name, finding in found:
            right = summary.right(record, item, finding)
            yield (
                f"- {text(name)}: **{text(summary.outcome(item, finding))}**"
                f"{f', {text(right)}' if right else ''}. {text(summary.answers(finding))}\n"
            )


def html(record: Record) -> Iterator[str]:
    """The record as one page to print or to put on a website: no script, nothing to fetch."""
    record, left_out = fitted(record)
    css = Path(__file__).with_suffix(".css").read_text("utf-8")
    text = inert.text
    yield inert.begin(f"{record.debate}: a class", css)
    yield "<main>\n<header>\n<p class=kicker>A class by show of hands</p>\n"
    yield f"<h1 dir=auto>{text(record.debate)}</h1>\n"
    facts = [summary.when(record), summary.who(record), summary.plan(record)]
    yield "".join(f"<p class=fact dir=auto>{text(fact)}</p>\n" for fact in facts if fact)
    yield "</header>\n"
    if record.questions:
        yield "<section>\n<h2>Questions</h2>\n"
        for item in record.questions:
            yield from _html_question(record, item)
        yield "</section>\n"
    if record.claims:
        yield from _html_claims(record)
    yield "<div class=two>\n"
    yield from _html_divided(record)
    if record.questions and record.claims:
        yield from _html_findings(record)
    yield "</div>\n"
    if record.notes:
        yield "<section>\n<h2>Notes</h2>\n<ul class=notes>\n"
        for note in record.notes:
            where = f"{summary.hour(note.at)}, {PHASE_TITLES[note.phase]}"
            said = f"<span dir=auto>{text(note.text)}</span>"
            yield f"<li><span class=where>{text(where)}</span> {said}</li>\n"
        yield "</ul>\n</section>\n"
    if left_out:
        yield f"<p class=key>{text(left_out)}</p>\n"
    yield "</main>\n</body>\n</html>\n"


#: The head of a table of votes, after its first cell.
_VOTES = (
    "<th scope=col>First vote</th><th scope=col>Second vote</th>"
    "<th scope=col>Shift</th></tr></thead>\n<tbody>\n"
)


def _html_question(record: Record, item: Item) -> Iterator[str]:
    text = inert.text
    yield f"<div class=item>\n<h3 dir=auto>{text(item.text)}</h3>\n"
    said = " · ".join(filter(None, (_foretold(record, item), summary.movement(record, item))))
    yield f"<p class=fact dir=auto>{text(said)}</p>\n"
    yield f"<table><thead><tr><td></td>{_VOTES}"
    bars = [_shares(tally(record, round, item.id)) for round in (1, 2)]
    for option, (label, before, after, shift) in zip(
        item.options, summary.votes(record, item), strict=True
    ):
        cells = "".join(
            f"<td>{text(said)}{_bar(bar.get(option, 0.0), name)}</td>"
            for said, bar, name in ((before, bars[0], "before"), (after, bars[1], "after"))
        )
        yield f"<tr><th scope=row dir=auto>{text(label)}</th>{cells}<td>{text(shift)}</td></tr>\n"
    yield "</tbody></table>\n</div>\n"


def _foretold(record: Record, item: Item) -> str:
    said = summary.predicted(record, item)
    return f"Predicted: {said}" if said else ""


def _html_claims(record: Record) -> Iterator[str]:
    text = inert.text
    yield "<section>\n<h2>Claims</h2>\n"
    yield f"<p class=fact>Votes, and shifts in points: {text(summary.ROW_KEY)}</p>\n"
    yield f"<table class=claims><thead><tr><td></td>{_VOTES}"
    for item in record.claims:
        first, second, shift = summary.in_a_row(record, item)
        bars = [_stack(_shares(tally(record, round, item.id))) for round in (1, 2)]
        label = f"<span class=label>{text(item.label)}</span> " if item.label else ""
        yield (
            f"<tr><th scope=row dir=auto>{label}{text(item.text)}</th>"
            f"<td>{text(first)}{bars[0]}</td><td>{text(second)}{bars[1]}</td>"
            f"<td>{text(shift)}</td></tr>\n"
        )
    yield "</tbody></table>\n</section>\n"


def _stack(split: Mapping[str, float]) -> str:
    """A bar of all answers to a claim, one beside the other."""
    left, parts = 0.0, []
    for option, share in split.items():
        name = option if option in ANSWERS else "unsure"
        width = 100 * share
        parts.append(f'<rect x="{left:.1f}" width="{width:.1f}" height=6 class={name} />')
        left += width
    return f"<svg {_VIEW}>{''.join(parts)}</svg>"


#: A drawing as wide as its cell.
_VIEW = 'viewBox="0 0 100 6" preserveAspectRatio=none aria-hidden=true'


def _shares(counts: Mapping[str, int] | None) -> Mapping[str, float]:
    return (shares(counts) if counts else None) or {}


def _bar(share: float, name: str) -> str:
    """A bar that needs neither a style of its own, which the policy forbids, nor a script."""
    return (
        f"<svg class={name} {_VIEW}>"
        f'<rect width=100 height=6 class=rest /><rect width="{100 * share:.1f}" height=6 /></svg>'
    )


def _html_divided(record: Record) -> Iterator[str]:
    text = inert.text
    if not (divided := most_divisive(record)):
        return
    yield "<section>\n<h2>What divided the class most</h2>\n<ol class=divided>\n"
    for item, number in divided:
        said = f"{text(division_word(number))}, {number:.2f}"
        yield f"<li><b>{text(item.label)}</b> <span dir=auto>{text(item.text)}</span> "
        yield f"<span class=where>{said}</span></li>\n"
    yield f"</ol>\n<p class=key>{text(summary.DIVISION_KEY)}</p>\n</section>\n"


def _html_findings(record: Record) -> Iterator[str]:
    text = inert.text
    yield "<section>\n<h2>If the class is right</h2>\n"
    if why := summary.unfound(record):
        yield f"<p>{text(why)}</p>\n"
    for item in record.questions:
        if found := summary.found(record, item):
            yield f"<h3 dir=auto>{text(item.text)}</h3>\n"
        for name, finding in found:
            right = summary.right(record, item, finding)
            yield (
                f"<p>{text(name)}: <b dir=auto>{text(summary.outcome(item, finding))}</b>"
                f"{f', {text(right)}' if right else ''}.<br>"
                f"<span class=where dir=auto>{text(summary.answers(finding))}</span></p>\n"
            )
    yield f"<p class=key>{text(summary.CREDENCE_KEY)}</p>\n</section>\n"


#: How a record can be written: the name of each format, its file extension and its writer.
FORMATS: Mapping[str, tuple[str, Callable[[Record], Iterator[str]]]] = {
    "markdown": (".md", markdown),
    "html": (".html", html),
}
