"""Text that each output format could take for something else, put wherever text can stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from debate.model import Debate
from tests.support.build import build

#: Markup and tricks of many formats; the last ones no reader lets through, a library's user can.
MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></title></textarea><b>bold</b>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "&lt;b&gt; &amp; &copy; &#60;",
    "<!-- never closed",
    "<![CDATA[ x ]]>",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "<javascript:alert(1)>",
    "[a]: javascript:alert(1)",
    "https://evil.example www.evil.example",
    "# Heading",
    "- item",
    "1. item",
    "(a) item",
    "> quote",
    "===",
    "---",
    "***",
    "```",
    "~~~",
    "`code` **bold** *emphasis* _under_ ~~gone~~ $x^2$ x~2~ [^1] @someone",
    "| a | b |",
    "|---|---|",
    "\\",
    "ends with a backslash\\",
    "[/b] [bold] [@click=app.quit]x[/]",
    "שלום (a) עולם",
    "\N{ROCKET} 漢字",
    "x" * 5_000,
    "\x1b[2J\x1b]8;;https://evil.example\x07link\x1b]8;;\x07",
    "a\x00b\x9bc\x7f",
    "two\nlines\r\n# Heading",
    "\u202egnp.exe\u2066",
    "lone \ud800 surrogate",
)

URLS = (
    "javascript:alert(1)",
    'https://a.b/"><script>',
    "data:text/html,x",
    "https://u@evil.example",
)


def filled(text: str, url: str | None = None) -> Debate:
    """A debate in which everything that can be text is ``text``."""
    cite = {"source": "s", "paragraph": 1, "page": text, "at": text, "words": text}
    fields: dict[str, Any] = {
        "claim": text,
        "cite": [cite, {"source": text}],
        "ask": text,
        "note": text,
    }
    fields |= {"scheme": text, "tags": [text], "extra": {text: [text, {text: text}]}}
    sides = {
        name: {
            "speaker": text,
            "short": text,
            "role": text,
            "note": text,
            "recommendations": [
                {
                    "question": "q",
                    "option": "a",
                    **fields,
                    **more,
                    "only_if": [fields],
                    "supports": [fields | {"undercuts": [text]}],
                    "objections": [{"ref": "one.do", "note": text}],
                }
            ],
        }
        for name, more in (
            ("one", {"id": "do"}),
            ("two", {"agrees_with": ["one.do"], "clashes_with": ["one.do"]}),
        )
    }
    return build(
        sides,
        title=text,
        date=text,
        summary=text,
        questions={"q": {"ask": text, "options": {"a": text, text: text}}},
        sources={
            "s": {"title": text, "author": text, "publisher": text, "date": text, "url": url},
            text: {"title": text, "url": "https://example.org/?a=1&copy;=2"},
        },
        background=[fields],
        outcome={"claim": text, "cite": cite},
    )


def gathered(texts: Iterable[str]) -> Debate:
    """One debate with all of ``texts``, a side each, for formats that take long to write."""
    sides: dict[str, dict[str, Any]] = {}
    sources = {}
    for number, text in enumerate(texts):
        cite = {"source": f"s{number}", "at": text, "words": text}
        fields = {"claim": text, "cite": cite, "ask": text, "note": text, "scheme": text}
        claim = {**fields, "tags": [text], "supports": [fields], "objections": [text]}
        side = {"speaker": text, "short": text, "role": text, "note": text, "claims": [claim]}
        sides[f"side{number}"] = side
        sources[f"s{number}"] = {"title": text, "author": text, "publisher": text, "date": text}
    return build(sides, sources=sources)
