"""HTML: one page that needs nothing else, to read on any screen, to print, or to hear.

No script, no request to anywhere: the policy in its head forbids both, and allows the one style
sheet by its hash. Folding is the browser's own. Everything from the debate is escaped.

Lost, and told: extra fields, and addresses that no browser may be sent to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path

from debate.model import Citation, Debate
from debate.model.fragment import cited, link, reference, web_address
from debate.model.schemes import Scheme, lookup
from debate.reasoning.compare import QuestionComparison, Stance, compare
from debate.writers import Options, Writer
from debate.writers import html_pieces as pieces
from debate.writers.document import HELD
from debate.writers.inert import begin
from debate.writers.inert import paragraphs as _paragraphs
from debate.writers.inert import text as _text
from debate.writers.judged import TITLE, judgements, outcome, preface, standing, verdict
from debate.writers.outline import (
    LOST,
    MOST_PARTS,
    count,
    full,
    label,
    listed,
    named,
    numbered,
    role,
    short,
    terms,
)
from debate.writers.part import Part, part
from debate.writers.unheld import tell

#: Levels that are nested: browsers stop nesting elements at 512, and eyes long before. Deeper
#: claims stand in the list of the last level, each with a link to the claim that it is under.
_NESTED = 12

#: More sides than this stand below each other in the table, not side by side.
_COLUMNS = 5

#: What leads to a claim that has no number.
_LINK = "#"


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as one page."""
    page = _Page(part(debate, options), options)
    tell(page.chosen, options, HELD)
    yield from page.head()
    yield "<main id=main>\n"
    yield from page.judgements()
    yield from page.questions()
    for position in range(len(page.debate.positions)):
        yield from page.side(position)
    yield from page.background()
    yield from page.pairs("common-ground", page.comparison.common_ground)
    yield from page.pairs("clashes", page.comparison.clashes)
    yield from page.outcome()
    yield from pieces.lost(page.notes.lost)
    yield from pieces.schemes(page.schemes)
    yield from page.sources()
    yield "</main>\n"
    yield from page.foot()


class _Page:
    """A page in the making; every method yields a piece of it."""

    def __init__(self, chosen: Part, options: Options) -> None:
        self.chosen, self.options, self.numbers = chosen, options, options.numbers
        self.debate = chosen.debate
        self.cut = chosen.cut
        self.notes = chosen.notes
        self.comparison = compare(chosen.debate)
        self.schemes: dict[str, Scheme] = {}

    # ------------------------------------------------------------------ head and foot

    def head(self) -> Iterator[str]:
        debate = self.debate
        css = Path(__file__).with_suffix(".css").read_text("utf-8")
        yield begin(debate.title, css)
        date = f" · {_text(debate.date)}" if debate.date else ""
        yield (
            "<a class=skip href=#main>Skip to the debate</a>\n<header class=top>\n"
            f"<p class=kicker>A debate{date}</p>\n<h1 dir=auto>{_text(debate.title)}</h1>\n"
        )
        if debate.summary:
            yield f"<div class=lede>{_paragraphs(debate.summary)}</div>\n"
        yield "<nav aria-label=Contents><ul>\n"
        for target, title in self._contents():
            yield f"<li><a href=#{target}>{_text(title)}</a></li>\n"
        yield "</ul></nav>\n</header>\n"

    def _contents(self) -> Iterator[tuple[str, str]]:
        debate = self.debate
        if self.chosen.judged:
            yield "judgements", TITLE
        if debate.questions and debate.positions:
            yield "questions", "Side by side"
        for number, side in enumerate(debate.positions, 1):
            yield f"side-{number}", full(side)
        if debate.background:
            yield "background", "Background"
        if self.comparison.common_ground:
            yield "common-ground", "Common ground"
        if self.comparison.clashes:
            yield "clashes", "Clashes"
        if debate.outcome:
            yield "outcome", "Outcome"
        if self.notes.lost:
            yield "lost", LOST
        if debate.sources:
            yield "sources", "Sources"

    def foot(self) -> Iterator[str]:
        said = "The number of a claim is its name to say aloud, and a link to it."
        if self.numbers == "none":
            said = f"The sign {_LINK} at a claim is a link to it."
        yield f"<footer><p>{said}</p></footer>\n</body>\n</html>\n"

    def judgements(self) -> Iterator[str]:
        """What the verdicts on the page follow from."""
        judged = self.chosen.judged
        if judged is None:
            return
        yield "<section id=judgements aria-labelledby=h-judgements>\n"
        yield f"<h2 id=h-judgements>{TITLE}</h2>\n<p class=note>{_text(preface(judged))}</p>\n"
        items = judgements(judged, self.numbers)
        for number, (how, claim) in enumerate(items):
            start = "" if number else "<ul class=judged>\n"
            yield f"{start}<li><b>{_text(how)}</b> <span dir=auto>{_text(claim)}</span></li>\n"
        yield "</ul></section>\n" if judged.judgements else "</section>\n"

    # ------------------------------------------------------------------ side by side

    def questions(self) -> Iterator[str]:
        asked, sides = self.comparison.questions, self.debate.positions
        if not asked or not sides:
            return
        yield (
            "<section id=questions aria-labelledby=h-questions>\n"
            "<h2 id=h-questions>Side by side</h2>\n"
            "<table role=table>\n"
        )
        names = [f"<a href=#side-{n}>{_text(side.label)}</a>" for n, side in enumerate(sides, 1)]
        texts = [self._asked(item) for item in asked]
        if len(sides) <= _COLUMNS:
            yield pieces.header_row("Question", names)
            for text, item in zip(texts, asked, strict=True):
                answers = zip(names, item.stances, strict=True)
                yield self._row(text, ((name, item, stance) for name, stance in answers))
        else:
            yield pieces.header_row("Side", texts)
            for position, name in enumerate(names):
                cells = zip(texts, asked, strict=True)
                yield self._row(name, ((text, i, i.stances[position]) for text, i in cells))
        yield "</tbody></table>\n"
        yield from pieces.key({claim.role for claim in self.debate.claims})
        yield "</section>\n"

    def _row(self, head: str, cells: Iterable[tuple[str, QuestionComparison, Stance]]) -> str:
        made = [f"<tr role=row><th scope=row role=rowheader>{head}</th>"]
        for name, asked, stance in cells:
            made.append(
                f"<td role=cell class={stance.kind}><span class=who>{name}</span>"
                f"{self._answer(asked, stance)}</td>"
            )
        return "\n".join(made) + "</tr>\n"

    def _asked(self, asked: QuestionComparison) -> str:
        """A question, what can be answered, and what all sides together come to."""
        judged = self.chosen.judged
        made = (
            f"<span dir=auto>{_text(asked.question.ask)}</span>"
            f"<span class=terms dir=auto>{_text(terms(asked.question))}</span>"
        )
        if judged is None:
            return made
        said = f"All sides together: {outcome(judged, asked.id)}"
        return f"{made}<span class=terms><b>{_text(said)}</b></span>"

    def _answer(self, asked: QuestionComparison, stance: Stance) -> str:
        if stance.claim is None:
            return "<p class=option>Silent</p><p class=kind>says nothing on this</p>"
        option = asked.question.options.get(stance.option or "", stance.option or "")
        target = self._anchor(stance.claim)
        made = f'<p class=option><a href="#{target}">{_text(option)}</a></p>'
        if said := verdict(self.chosen, stance.claim):
            made += f"<p class='kind verdict {self.chosen.verdict(stance.claim)}'>{said}</p>"
        for row in stance.conditions:
            condition = _text(self.debate.text(row))
            made += f"<p class=kind><b>only if</b> <span dir=auto>{condition}</span></p>"
        return made if stance.conditions else f"{made}<p class=kind>without conditions</p>"

    # ------------------------------------------------------------------ outlines

    def side(self, position: int) -> Iterator[str]:
        side = self.debate.positions[position]
        number = position + 1
        yield (
            f"<section class=side id=side-{number} aria-labelledby=h-side-{number}>\n"
            f"<h2 id=h-side-{number} dir=auto>{_text(full(side))}</h2>\n"
        )
        if side.role:
            yield f"<p class=speaker dir=auto>{_text(side.role)}</p>\n"
        if side.note:
            yield f"<div class=note>{_paragraphs(side.note)}</div>\n"
        yield from self._outline(position)
        yield "</section>\n"

    def background(self) -> Iterator[str]:
        if self.debate.background:
            yield (
                "<section class=side id=background aria-labelledby=h-background>\n"
                "<h2 id=h-background>Background</h2>\n"
                "<p class=speaker>What nobody here argues about</p>\n"
            )
            yield from self._outline(-1)
            yield "</section>\n"

    def _outline(self, position: int) -> Iterator[str]:
        """Nested lists, opened and closed as the depth of the rows says."""
        claims = self.debate.claims
        at = -1
        for row, number in numbered(self.debate, self.debate.side(position), self.numbers):
            level = min(claims[row].depth, _NESTED)
            if level > at:
                below = self._below(claims[row].parent) if level else ""
                yield f"{below}<ul class={'tree' if level else 'roots'}>\n"
            else:
                yield "</li></ul></details>\n" * (at - level) + "</li>\n"
            at = level
            yield self._claim(row, short(number))
        if at >= 0:
            yield "</li></ul></details>\n" * at + "</li></ul>\n"

    def _below(self, row: int) -> str:
        """The handle that folds what hangs on a row: says what that is."""
        roles = Counter(self.debate.claims[child].role for child in self.debate.children(row))
        counts = ", ".join(count(number, kind) for kind, number in roles.items())
        return f"<details open><summary>{counts}</summary>"

    def _claim(self, row: int, number: str) -> str:
        """One claim, up to what hangs on it: its role, number, text, citations, remarks."""
        claim = self.debate.claims[row]
        anchor = self._anchor(row)
        text = f"<span dir=auto>{_text(self.debate.text(row))}</span>"
        tag = "p" if claim.depth or claim.position < 0 else "h3"
        badge = (
            ""
            if claim.position < 0 and not claim.depth
            else pieces.badge(claim.role, role(self.debate, row))
        )
        own = self.notes.of(row)
        under = ""
        if claim.depth > _NESTED:
            under = f" under {self._link(claim.parent)}"
        parts = [
            f'<li class={claim.role} id="{anchor}"><div class=claim><p class=meta>{badge}'
            f"{self._number(anchor, number)}{pieces.mark(own)}{under}</p>"
            f"<{tag} class=said>{text}</{tag}>"
        ]
        if said := standing(self.chosen, row):
            parts.append(f"<p class='where verdict {self.chosen.verdict(row)}'>{said}</p>")
        if asides := list(self._asides(row)):
            parts.append(f"<p class=where>{' · '.join(asides)}</p>")
        if claim.ask:
            said = f"<span dir=auto>{_text(claim.ask)}</span>"
            parts.append(f"<p class=discuss><b>To discuss</b> {said}</p>")
        if claim.note:
            parts.append(f"<div class=note><b>Note</b> {_paragraphs(claim.note)}</div>")
        parts += pieces.own(own)
        return "\n".join(parts) + "</div>\n"

    def _number(self, anchor: str, number: str) -> str:
        """The link of a claim to itself, for people to copy: its number, or a sign for it."""
        said = number or f"<span role=img aria-label='link to this claim'>{_LINK}</span>"
        return f'<a class=number href="#{anchor}">{said}</a>'

    def _asides(self, row: int) -> Iterator[str]:
        """Where a claim is said, what other claims it meets, what kind of argument it is."""
        claim, links = self.debate.claims[row], self.debate.links(row)
        if claim.cite:
            yield "; ".join(map(self._place, claim.cite))
        repeated = [claim.target] if claim.target >= 0 else []
        for title, rows in (
            ("same claim as", repeated),
            ("= agrees with", links.agrees),
            ("≠ clashes with", links.clashes),
        ):
            if rows:
                yield f"<b>{title}</b> {listed(map(self._link, rows), self.numbers)}"
        if claim.scheme:
            yield self._scheme(claim.scheme)
        for title, share in ("weight", claim.weight), ("credence", claim.credence):
            if share is not None:
                yield f"<b>{title}</b> {share:g}"
        if claim.tags:
            yield f"<b>tags</b> <span dir=auto>{_text(', '.join(claim.tags))}</span>"
        if row in self.cut:
            yield f"{count(self.cut[row], 'claim')} left out below"

    def _scheme(self, name: str) -> str:
        """The scheme's name, linked to its critical questions where it is a known one."""
        scheme = lookup(name)
        if scheme is None:
            return _text(name)
        self.schemes[scheme.name] = scheme
        return f"<a href=#{pieces.slug(scheme)}>{_text(name)}</a>"

    # ------------------------------------------------------------------ the rest

    def pairs(self, name: str, pairs: Iterable[tuple[int, int]]) -> Iterator[str]:
        """Claims of two sides that are linked, side by side."""
        title = name.replace("-", " ").capitalize()
        glyph, word = ("=", "agrees with") if name == "common-ground" else ("≠", "clashes with")
        between = f"<p class=between><span aria-hidden=true>{glyph}</span><span>{word}</span></p>"
        first = True
        for pair in pairs:
            if first:
                yield f"<section id={name} aria-labelledby=h-{name}>\n"
                yield f"<h2 id=h-{name}>{title}</h2>\n<ul class='pairs {name}'>\n"
                first = False
            sides = [
                f"<div class=claim><p class=meta>{self._link(row, label)}</p>"
                f"<p class=said dir=auto>{_text(self.debate.text(row))}</p></div>"
                for row in pair
            ]
            yield f"<li>{between.join(sides)}</li>\n"
        if not first:
            yield "</ul></section>\n"

    def outcome(self) -> Iterator[str]:
        if outcome := self.debate.outcome:
            yield "<section id=outcome aria-labelledby=h-outcome>\n<h2 id=h-outcome>Outcome</h2>\n"
            yield f"<p class=said dir=auto>{_text(outcome.text)}</p>\n"
            if outcome.cite:
                yield f"<p class=where>{'; '.join(map(self._place, outcome.cite))}</p>\n"
            yield "</section>\n"

    def sources(self) -> Iterator[str]:
        if not self.debate.sources:
            return
        yield "<section id=sources aria-labelledby=h-sources>\n"
        yield "<h2 id=h-sources>Sources</h2>\n<ul>\n"
        for source in self.debate.sources.values():
            yield f"<li><span dir=auto>{_text(reference(source))}</span>"
            if address := web_address(source.url):
                yield f' <a rel=noreferrer href="{escape(address)}">{escape(address)}</a>'
            yield "</li>\n"
        yield "</ul></section>\n"

    # ------------------------------------------------------------------ links

    def _anchor(self, row: int) -> str:
        """The id of a claim on the page: its name, unless that is very long or no plain word."""
        claim = self.debate.claims[row]
        if claim.id or claim.depth < MOST_PARTS:
            name = self.debate.name(row)
            if re.fullmatch(r"[\w.:-]{1,200}", name, re.ASCII):
                return name
        return f"claim-{row}"

    def _link(self, row: int, called: Callable[[Debate, int, str], str] = named) -> str:
        name = called(self.debate, row, self.numbers)
        return f'<a href="#{self._anchor(row)}">{_text(name)}</a>'

    def _place(self, citation: Citation) -> str:
        """A citation, linked to the cited words."""
        name = _text(cited(self.debate, citation))
        if citation.words:
            name += f" <q dir=auto>{_text(citation.words)}</q>"
        source = self.debate.sources.get(citation.source)
        address = link(source, citation) if source else None
        return f'<a rel=noreferrer href="{escape(address)}">{name}</a>' if address else name


WRITER = Writer("html", "HTML page", ".html", write)
