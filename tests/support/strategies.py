"""Random debates that a file could hold, for properties that hold for every debate."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from debate.model import Debate, Role
from debate.model.role import STEP_ROLES
from debate.model.text import many_lines, one_line
from tests.support.build import CHILDREN, build

#: What YAML readers like to take for something else, and what other formats take for markup.
TRICKY = (
    "no", "null", "~", "012", "0x1F", "1e3", "12:30", "2018-11-26", ".inf", "=", "<<", "- x", "? x",
    ": x", "a: b", "a #b", "# x", "'", '"', "{", "[a, b]", "&a", "*a", "!tag", "%TAG", "@x", "`x`",
    "|", ">", "\\", "a\\nb", "--- x", "... x", "x:", "Åslund ≠ 漢字", "\N{ROCKET}", "é", "שלום",
    "<b>x</b>", "[x](y)", "**x**", "&amp;", "long " * 60 + "end", "[/b]", "[@click=app.quit]x[/]",
)  # fmt: skip

_text = st.text(st.characters(codec="utf-8"), max_size=8) | st.sampled_from(TRICKY)
line = _text.map(one_line).filter(bool)
lines = st.lists(_text, min_size=1, max_size=3).map("\n".join).map(many_lines).filter(bool)
_number = st.floats(0, 1)


def _optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


_cite = st.fixed_dictionaries(
    {"source": st.sampled_from(["s1", "no"])},
    optional={
        "paragraph": st.integers(0, 99) | st.lists(st.integers(0, 99), min_size=2, max_size=3),
        "page": line,
        "at": line,
        "words": st.sampled_from(["a few words", "don’t - stop, now", ": #"]),
    },
)
_extra = lines | st.lists(line | st.dictionaries(line, lines, max_size=2), max_size=2)
_extras = st.dictionaries(line, _extra, min_size=1, max_size=1)
_fields = _optional(
    cite=st.lists(_cite, min_size=1, max_size=2),
    scheme=st.sampled_from(["practical reasoning", "argument from sign"]),
    credence=_number,
    weight=_number,
    tags=st.lists(line, min_size=1, max_size=2),
    note=lines,
    extra=_extras,
)
_only_extra = _optional(extra=_extras)
_ROLES = [Role.CONDITION, Role.SUPPORT, Role.OBJECTION]
_KEYS = {role: key for key, role in CHILDREN.items()}


@st.composite
def _claim(draw: st.DrawFn, role: Role, depth: int = 0) -> Any:
    fields = {"claim": draw(line)} | (draw(_fields) if draw(st.booleans()) else {})
    if role is Role.CO_PREMISE:
        fields.pop("weight", None)
    allowed = list(_ROLES)
    if role in STEP_ROLES:
        allowed += [Role.CO_PREMISE, Role.UNDERCUT]
    if depth < 2:
        for child in draw(st.lists(st.sampled_from(allowed), max_size=2)):
            fields.setdefault(_KEYS[child], []).append(draw(_claim(child, depth + 1)))
    return fields["claim"] if list(fields) == ["claim"] else fields


@st.composite
def debates(draw: st.DrawFn) -> Debate:
    """A whole debate: two sides that answer one question, one that does not, refs, links."""
    recommendations = []
    for option in ("a", "no"):
        claim = draw(_claim(Role.RECOMMENDATION))
        claim = {"claim": claim} if isinstance(claim, str) else claim
        recommendations.append({"question": "q", "option": option, "id": "main"} | claim)
    if draw(st.booleans()):
        recommendations[0]["agrees_with"] = ["off.thesis"]
        recommendations[1]["clashes_with"] = ["on.main"]
    recommendations[1].setdefault("supports", []).append({"ref": "on.main", "id": "again"})
    thesis: dict[str, Any] = {"claim": draw(line), "id": "thesis"}
    thesis["objections"] = [{"ref": "on.main", "note": draw(lines)} | draw(_only_extra)]
    return build(
        {
            "on": draw(_optional(speaker=line, short=line, role=line, note=lines))
            | draw(_only_extra)
            | {"recommendations": recommendations[:1]},
            "off": {"recommendations": recommendations[1:], "claims": [thesis]},
            "012": {"claims": draw(st.lists(_claim(Role.THESIS), max_size=2))},
        },
        title=draw(line),
        date=draw(st.none() | line),
        summary=draw(st.none() | lines),
        extra=draw(st.none() | _extras),
        questions={"q": {"ask": draw(line), "options": {"a": draw(line), "no": draw(line)}}},
        sources={"s1": {"title": draw(line), "url": "https://a.b/?x=1&y=2"}, "no": {"title": "x"}},
        background=draw(st.lists(_claim(Role.BACKGROUND), max_size=2)),
        outcome=draw(st.none() | st.fixed_dictionaries({"claim": line}, optional={"cite": _cite})),
    )
