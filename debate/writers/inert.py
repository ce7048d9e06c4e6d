"""Text and pages made safe for a browser: nothing runs, nothing is fetched."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from debate.model.text import many_lines, one_line


def begin(title: str, css: str) -> str:
    """A page up to its body: a policy forbids everything but this one style sheet, by its hash."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        "<!doctype html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n"
        f'<meta http-equiv=Content-Security-Policy content="{policy}">\n'
        '<meta name=viewport content="width=device-width, initial-scale=1">\n'
        "<meta name=referrer content=no-referrer>\n"
        '<meta name=color-scheme content="light dark">\n'
        f"<title>{text(title)}</title>\n<style>{css}</style>\n</head>\n<body>\n"
    )


def text(words: str) -> str:
    """One line of text, with nothing in it that is markup."""
    return escape(one_line(words))


def paragraphs(words: str) -> str:
    """Each line that is not blank as a paragraph."""
    lines = filter(None, many_lines(words).split("\n"))
    return "".join(f"<p dir=auto>{text(line)}</p>" for line in lines)
