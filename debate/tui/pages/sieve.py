"""How the choices of a filter are said: in the list of them, and in the bar above the outline."""

from __future__ import annotations

from collections.abc import Iterable

from debate.model import Debate, Role
from debate.model.text import one_line
from debate.reasoning.filtering import Choice, Facet, Filter
from debate.tui.pages.verdict import SIGNS
from debate.tui.pages.words import count

#: The headings that the choices stand under.
HEADINGS: dict[Facet, str] = {
    "role": "What it is",
    "contested": "Where it stands",
    "unjudged": "Where it stands",
    "verdict": "Where it stands",
    "mine": "What is mine",
    "cited": "Where it is said",
    "source": "Where it is said",
    "tag": "Tags",
    "scheme": "Kinds of argument",
}

#: The order in which they are offered.
ORDER: tuple[Facet, ...] = (
    "role", "contested", "unjudged", "verdict", "mine", "cited", "source", "tag", "scheme",
)  # fmt: skip

#: Offered although nothing has it, so that one sees that there is none.
ALWAYS = (
    Choice("role", Role.SUPPORT.value),
    Choice("role", Role.OBJECTION.value),
    Choice("contested"),
    Choice("unjudged"),
    Choice("mine", "mark"),
    Choice("mine", "note"),
    Choice("cited", "yes"),
    Choice("cited", "no"),
)

_ROLES = {role: count(2, role.value).partition(" ")[2] for role in Role} | {
    Role.BACKGROUND: "background"
}


def said(choice: Choice, debate: Debate) -> str:
    """A choice in a few words: "objections", "source Sen 2018", "my notes"."""
    match choice.facet:
        case "role":
            return _ROLES[Role(choice.value)]
        case "cited":
            return "cited" if choice.value == "yes" else "not cited"
        case "mine":
            return f"my {choice.value}s"
        case "verdict":
            return choice.value
        case "tag":
            return f"#{choice.value}"
        case "scheme":
            return choice.value
        case "source":
            source = debate.sources.get(choice.value)
            return one_line(source.title) if source else choice.value
        case _:
            return choice.facet


def glyph(choice: Choice) -> tuple[str, str]:
    """A sign of one cell for a choice, and the name of its style; " " for none."""
    if choice.facet == "role":
        return Role(choice.value).glyph, choice.value
    if choice.facet == "verdict":
        return SIGNS[choice.value], choice.value
    if choice.facet == "mine":
        from debate.tui.pages.own import MARK, NOTE

        return (MARK, "mark") if choice.value == "mark" else (NOTE, "note")
    return " ", ""


def sentence(wanted: Filter, debate: Debate) -> str:
    """A filter in words: "Objections or undercuts, contested"."""
    parts = []
    for facet in ORDER:
        of_it = sorted((c for c in wanted if c.facet == facet), key=lambda choice: choice.value)
        if of_it:
            parts.append(_either([said(choice, debate) for choice in of_it]))
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def _either(words: Iterable[str]) -> str:
    return " or ".join(words)
