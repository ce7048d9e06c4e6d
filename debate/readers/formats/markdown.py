"""Markdown outlines: headings, and lists nested to any depth, their items signed or not.

The outline that we export ourselves is one of them: claims, roles and levels come back, and where
they are said as a note; a debate that is to come back whole is exported as YAML or JSON.
"""

from __future__ import annotations

import re

from debate.model import Role
from debate.model.debate import Outcome
from debate.model.problem import InvalidDebate
from debate.model.reading import Reading
from debate.model.role import ROOT_ROLES
from debate.model.text import many_lines, one_line
from debate.readers import Reader
from debate.readers.making import Making
from debate.readers.marked import Line, Lines, front_matter, links, plain
from debate.readers.opening import decoded
from debate.readers.outlines import Item, read_items, signed

#: What our own outline writes before a claim: its number, a mark, its role.
_NUMBER = re.compile(
    r"\*\*(?:(?:…[\w.]+|(?:\d+|[IVXLCDM]+)(?:\.\w+)*)(?: \(level \d+\))?|level \d+)\*\*[ \t]+"
)
_STAR = re.compile(r"★[ \t]+")
_ROLE = re.compile(rf"\*({'|'.join(Role)})(?: \(.*?\))?\*:[ \t]+")
_TASK = re.compile(r"\[[ xX]\][ \t]+")

#: What it writes behind one: where it is said. Brackets in a claim's own text are escaped.
_PLACE = r"\[(?:[^\[\]\\]|\\.)*\]\[\d+\]"
_PLACES = re.compile(rf"[ ]\(({_PLACE}(?:; {_PLACE})*)\)$")
_UNLINKED = re.compile(rf"^{_PLACE}$|, (?:¶¶?|pp?\\?\.) ")
_WORD = re.compile(r"[^\W_]+")

#: Sections of our own outline that repeat what stands elsewhere, and those that are no claims.
_REPEATED = ("Common ground", "Clashes")
_ASIDE = (
    *("Questions", "Sources", "Outcome", "Judgements", *_REPEATED),
    "Notes on claims that are no longer there",
)


def likeness(sample: str, suffix: str) -> int:
    """Headings or list items."""
    sample = front_matter(sample)[1]
    items = len(re.findall(r"^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S", sample, re.M))
    headings = len(re.findall(r"^(?:#{1,6}[ \t]+\S|\S.*\n(?:={3,}|-{3,})[ \t]*\r?$)", sample, re.M))
    if suffix in (".md", ".markdown"):
        return 2 if items or headings else 1
    return 2 if headings and items > 1 else int(items > 1 and suffix in ("", ".txt"))


def read(data: bytes, file: str) -> Reading:
    """An outline. A single first heading is the title, the others are sides, or claims with lists.

    Text that belongs to no item becomes the summary, or a note of the item or heading above it.
    """
    making = Making(file)
    front, text = front_matter(decoded(data, file))
    if front and not _front(front, making):
        text = decoded(data, file)
    read = Lines(text)
    lines = read.found
    own = any(_is_own(line) for line in lines)
    if lines and lines[0].heading == 7:
        before = "\n".join(map(plain, lines.pop(0).more))
        making.debate.summary = "\n".join(filter(None, (making.debate.summary, before)))
    if lines and lines[0].heading:
        first, others = lines[0], [line.heading for line in lines[1:] if line.heading]
        titled = not making.debate.title or first.heading == 1
        if titled and all(level > first.heading for level in others):
            _title(lines.pop(0), making)
    sources = _sources(lines) if own else None
    if sources is not None:
        lines = _without_aside(lines, making, sources)
    items = _items(lines, read.addresses, sources)
    return read_items(items, making, "markdown")


def _title(line: Line, making: Making) -> None:
    """The heading above all; what the front matter said otherwise is kept."""
    debate, title = making.debate, plain(line.text)
    if debate.title and debate.title != title:
        _keep(making, "title", debate.title)
    debate.title = title
    more = "\n".join(map(plain, line.more))
    debate.summary = "\n".join(filter(None, (debate.summary, more))) or None


def _front(front: str, making: Making) -> bool:
    """Title, date and summary from a mapping of YAML before the text; False of what is none."""
    from debate.readers.nodes import parse

    try:
        node = parse(front, making.file)
    except InvalidDebate:
        return False
    if node.kind != "mapping":
        return False
    debate, other = making.debate, False
    for name, _, value in node.entries():
        if value.kind != "text" or name not in ("title", "date", "summary", "abstract"):
            other = True
        elif name in ("title", "date"):
            setattr(debate, name, one_line(value.text) or ("" if name == "title" else None))
        else:
            debate.summary = many_lines(value.text).strip() or None
    if other:
        _keep(making, "front", many_lines(front.strip()))
    return True


def _keep(making: Making, name: str, text: str) -> None:
    making.debate.extra = making.debate.extra or {"markdown": {}}
    making.debate.extra["markdown"][name] = text


# ---------------------------------------------------------------------- our own


def _is_own(line: Line) -> bool:
    """Whether our own outline made an item: a number or none, a role."""
    return not line.heading and _own(line.text)[0] is not None


def _own(text: str) -> tuple[Role | None, str]:
    """A claim's role and the text behind it; the background's roots have a number alone."""
    for mark in (_NUMBER, _STAR):
        if match := mark.match(text):
            text = text[match.end() :]
    if match := _ROLE.match(text):
        return Role(match[1]), text[match.end() :]
    return None, text


def _without_aside(lines: list[Line], making: Making, sources: list[set[str]]) -> list[Line]:
    """The lines without sections that are no claims, which are kept for people to read."""
    parts: list[list[Line]] = [[]]
    for line in lines:
        if line.heading and line.heading <= 2:
            parts.append([])
        parts[-1].append(line)
    kept = parts[0]
    for part in parts[1:]:
        name = part[0].text
        if part[0].heading != 2 or name not in _ASIDE or any(map(_is_own, part)):
            kept += part
        elif name in _REPEATED:
            what = f"the section {name!r} repeats what the claims say"
            making.notice(part[0].line, "aside", what)
        else:
            _aside(part, making, sources)
    return kept


def _aside(part: list[Line], making: Making, sources: list[set[str]]) -> None:
    name, more = part[0].text, part[0].more
    if name == "Outcome" and len(part) == 1 and more:
        text, places = _places(more[0], sources)
        making.debate.outcome = Outcome(one_line(plain(text)))
        if not places and len(more) == 1:
            return
    told = [plain(words) for words in more]
    for line in part[1:]:
        indent = " " * line.level + "- " * (not line.heading)
        told += [indent + plain(line.text.removesuffix("\\"))]
        told += [" " * len(indent) + plain(words.removesuffix("\\")) for words in line.more]
    _keep(making, name, many_lines("\n".join(told)))
    what = f"the section {name!r} holds no claims; kept under extra"
    making.notice(part[0].line, "aside", what)


def _places(text: str, sources: list[set[str]]) -> tuple[str, str]:
    """A claim's text, and where it is said, which our own outline sets behind it in brackets."""
    if match := _PLACES.search(text):
        return text[: match.start()], match[1]
    if not text.endswith(")"):
        return text, ""
    depth = 0
    for at in range(len(text) - 1, 0, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if not depth:
            found = text[at + 1 : -1]
            if text[at - 1] == " " and any(_is_place(one, sources) for one in found.split("; ")):
                return text[: at - 1], found
            break
    return text, ""


def _is_place(text: str, sources: list[set[str]]) -> bool:
    """Whether a place in a source is named, or a source, by whose it is or by its first words."""
    if _UNLINKED.search(text) or (": “" in text and text.endswith("”")):
        return True
    words = set(_WORD.findall(text.removesuffix(" et al."))) - {"and"}
    return bool(words) and any(words <= one for one in sources)


def _sources(lines: list[Line]) -> list[set[str]]:
    """The words of each line in the last section of our own outline."""
    start = next((at for at, one in enumerate(lines) if one.heading and one.text == "Sources"), -1)
    return [set(_WORD.findall(line.text)) for line in lines[start + 1 :]] if start >= 0 else []


# ---------------------------------------------------------------------- items


def _items(
    lines: list[Line], addresses: dict[str, str], sources: list[set[str]] | None
) -> list[Item]:
    """The items of other people's outline, or of our own with its ``sources``."""
    items: list[Item] = []
    open_headings: list[tuple[int, int]] = []
    open_items: list[tuple[int, int]] = []
    for line in lines:
        if line.heading:
            open_items = []
            while open_headings and open_headings[-1][0] >= line.heading:
                open_headings.pop()
            parent = open_headings[-1][1] if open_headings else -1
            open_headings.append((line.heading, len(items)))
        else:
            while open_items and open_items[-1][0] >= line.level:
                open_items.pop()
            parent = open_items[-1][1] if open_items else -1
            if parent < 0 and open_headings:
                parent = open_headings[-1][1]
            open_items.append((line.level, len(items)))
        items.append(_item(line, parent, addresses, sources))
    headed = {item.parent for item in items}
    for number, (item, line) in enumerate(zip(items, lines, strict=True)):
        # what stands at the top and has items below it says whose they are
        if item.parent < 0 and line.heading and (number in headed or sources is not None):
            item.side = True
    if sources is None:
        _read_bullets(items, lines)
    return items


def _item(
    line: Line, parent: int, addresses: dict[str, str], sources: list[set[str]] | None
) -> Item:
    text, role, places = line.text.removesuffix("\\"), None, ""
    if not line.heading:
        text = _TASK.sub("", text, count=1) if _TASK.match(text) else text
        if sources is not None:
            role, text = _own(text)
            text, places = _places(text, sources)
    linked = links(f"{text} {places}", addresses)
    item = Item(plain(text), parent, line.line, role=role, settled=sources is not None)
    if role is None and (found := _signed(text)):
        item.whole, item.settled = item.text, True
        item.role, item.text = found
    elif role not in (None, *ROOT_ROLES):
        item.marks = {"role": str(role)}
    item.settled = item.settled or text.startswith("\\")
    if linked and not places:
        item.url = linked.pop(0)
    if linked:
        item.extra["links"] = linked
    said = [plain(places)] if places else []
    item.note = "\n".join(said + [plain(more.removesuffix("\\")) for more in line.more])
    return item


def _signed(text: str) -> tuple[Role, str] | None:
    """The role that a sign or word says, one that stands out ("**Pro:**") too, and the words."""
    role, rest = signed(text)
    if role is None and text[:1] in ("*", "_"):
        role, words = signed(plain(text))
    else:
        words = plain(rest)
    return None if role is None else (role, words)


def _read_bullets(items: list[Item], lines: list[Line]) -> None:
    """Take bullets for signs where + and - stand side by side, as they do not by chance."""
    bullets: dict[int, set[str]] = {}
    for item, line in zip(items, lines, strict=True):
        bullets.setdefault(item.parent, set()).add(line.bullet)
    mixed = {parent for parent, some in bullets.items() if {"+", "-"} <= some}
    if not mixed:
        return
    for item, line in zip(items, lines, strict=True):
        below_item = item.parent >= 0 and not lines[item.parent].heading
        if item.role is None and (below_item or item.parent in mixed):
            role = {"+": Role.SUPPORT, "-": Role.OBJECTION}.get(line.bullet)
            if role:
                item.role, item.marks = role, {"bullet": line.bullet}


READER = Reader("markdown", "Markdown outline", (".md", ".markdown"), likeness, read)
