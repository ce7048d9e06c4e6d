"""From a citation to the place it means: a link for a browser, a reference for a reader.

The link is a text fragment (WICG, "URL Fragment Text Directives"): ``url#:~:text=words`` opens the
page at the first occurrence of the words.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from debate.model.claim import Citation
from debate.model.debate import Debate, Source

#: What no address may hold: browsers drop some of it silently, so that it would hide what is meant.
_UNFIT = re.compile(
    r"[\x00-\x20\x7f-\x9f\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\\]"
)

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def web_address(url: str | None) -> str | None:
    """``url`` if a browser may be sent there, else None.

    It must be http or https with a host, and hide nothing: no control, blank or invisible
    characters, no backslash, and no ``user@`` that passes for the host.
    """
    if not url or _UNFIT.search(url):
        return None
    try:
        parts = urlsplit(url)
        port_is_sound = parts.port is None or parts.port > 0
    except ValueError:
        return None
    sound = parts.scheme in ("http", "https") and parts.hostname and port_is_sound
    return url if sound and "@" not in parts.netloc else None


def link(source: Source, citation: Citation) -> str | None:
    """The address that opens ``source`` at the cited words; None without a fit web address.

    Without words it is the source's own address. A fragment that the address already has is kept
    before the directive (``#part:~:text=…``); a directive that it already has is replaced.
    """
    url = web_address(source.url)
    if url is None or not citation.words:
        return url
    page, _, fragment = url.partition("#")
    fragment = fragment.partition(":~:")[0]
    return f"{page}#{fragment}:~:text={_encoded(citation.words)}"


def _encoded(words: str) -> str:
    """Percent-encoded, "-" too: it and "," and "&" mean something in a directive."""
    return quote(words, safe="", errors="replace").replace("-", "%2D")


# ---------------------------------------------------------------------- for readers


def cited(debate: Debate, citation: Citation) -> str:
    """A citation in one line: "Sen 2018, ¶ 16"; an unknown source is called by its id."""
    source = debate.sources.get(citation.source)
    parts = [_short(source) if source else citation.source]
    if citation.paragraph:
        sign = "¶" if len(citation.paragraph) == 1 else "¶¶"
        parts.append(f"{sign} {', '.join(map(str, citation.paragraph))}")
    if citation.page:
        several = re.search(r"[-–,]", citation.page)
        parts.append(f"{'pp.' if several else 'p.'} {citation.page}")
    if citation.at:
        parts.append(citation.at)
    return ", ".join(parts)


def reference(source: Source) -> str:
    """A source in one line, for a bibliography, without its address.

    "Ashish Kumar Sen (2018-11): A title. Publisher."
    """
    title = source.title if source.title.endswith((".", "?", "!", "…")) else f"{source.title}."
    date, behind = source.date, [source.publisher]
    if source.author:
        title = f"{source.author}{f' ({date})' if date else ''}: {title}"
    else:
        behind.append(date)
    last = ", ".join(filter(None, behind))
    return f"{title} {last}." if last else title


#: Words of a title that stand for a source without author and publisher.
_TITLE_WORDS = 4


def _short(source: Source) -> str:
    """Whose it is and the year: "Sen 2018"."""
    if source.author:
        who = _last_names(source.author)
    elif source.publisher:
        who = source.publisher
    else:
        words = source.title.split()
        who = " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")
    year = _YEAR.search(source.date or "")
    return f"{who} {year[0]}" if year else who


def _last_names(author: str) -> str:
    """Of "Ashish Kumar Sen" only "Sen"; "Toulmin et al." where three or more are named.

    A comma that a single word comes before sets a last name first: "Sen, Ashish Kumar". A group
    ("The student council") has no last name.
    """
    people = [name for name in re.split(r"\s*(?:;|\band\b|&)\s*", author) if name]
    if len(people) == 1 and "," in author:
        first, *rest = (name.strip() for name in author.split(","))
        people = [first] if " " not in first else [first, *rest]
    names = [_last_name(person.partition(",")[0]) for person in people] or [author]
    if len(names) > 2:
        return f"{names[0]} et al."
    return " and ".join(names)


def _last_name(person: str) -> str:
    last = (person.split() or [person])[-1]
    is_group = person.startswith("The ") or last[:1].islower()
    return person if is_group else last
