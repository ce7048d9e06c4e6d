"""CSL-JSON: the sources, for Zotero, pandoc and all that cites by Citation Style Language.

Lost, and told: all that is not a source, and addresses that no browser may be sent to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from debate.model import Debate, Source
from debate.model.fragment import web_address
from debate.model.text import one_line
from debate.writers import Options, Writer
from debate.writers.part import part
from debate.writers.people import Name, authors, date_parts, keys
from debate.writers.references import lose_the_rest

#: Tags that CSL obeys in text; an invisible character (a word joiner) keeps them text.
_TAG = re.compile(r"<(?=/?(?:i|b|sc|sup|sub|span)\b)", re.IGNORECASE)

#: Fields of a name in CSL.
_PARTS = {"particle": "non-dropping-particle"}


def write(debate: Debate, options: Options) -> Iterator[str]:
    """An array of items, one a source, a line each, in the order of the debate."""
    chosen = part(debate, options)
    debate = chosen.debate
    lose_the_rest(chosen, options)
    yield "["
    between = "\n  "
    for key, source in zip(keys(list(debate.sources)), debate.sources.values(), strict=True):
        yield between + json.dumps(_item(key, source), ensure_ascii=False)
        between = ",\n  "
    yield "\n]\n"


def _item(key: str, source: Source) -> dict[str, Any]:
    address = web_address(source.url)
    item: dict[str, Any] = {
        "id": key,
        "type": "webpage" if address else "document",
        "title": _text(source.title),
    }
    people, others = authors(one_line(source.author or ""))
    if people:
        item["author"] = [_name(name) for name in people]
        if others:
            item["author"].append({"literal": "others"})
    if source.publisher:  # of a page it is the site, which styles print, where publishers are not
        item["container-title" if address else "publisher"] = _text(source.publisher)
    if date := date_parts(source.date):
        item["issued"] = {"date-parts": [date]}
    elif source.date:
        item["issued"] = {"literal": _text(source.date)}
    if address:
        item["URL"] = address
    return item


def _name(name: Name) -> dict[str, str]:
    parts = {_PARTS.get(key, key): _text(value) for key, value in name._asdict().items()}
    return {key: value for key, value in parts.items() if value}


def _text(text: str) -> str:
    return _TAG.sub("<\u2060", one_line(text))


WRITER = Writer("csl", "CSL-JSON (sources)", ".csl.json", write)
