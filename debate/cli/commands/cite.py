"""``debate cite``: every citation of a source against a copy of that source."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from debate.cli.failures import unknown
from debate.cli.reading import add_json, add_path, load, two_inputs
from debate.cli.streams import say, write

if TYPE_CHECKING:
    from debate.reasoning.citations import CitationResult

DESCRIPTION = """\
Check every citation of one source against a copy of it, a plain text whose
paragraphs stand between blank lines (the headline is paragraph 0): does the
cited paragraph exist, and does it hold the cited words? The exit status is
1 unless every citation is found."""

EXAMPLES = """\
  debate cite my-debate --source sen-2018 --against sen-2018.txt
  pdftotext report.pdf - | debate cite my-debate --source report --against -"""


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_path(parser)
    parser.add_argument(
        "--source", metavar="ID", required=True, help="the source, as debate.yaml calls it"
    )
    parser.add_argument(
        "--against", metavar="TEXTFILE", required=True, help="the copy; - is standard input"
    )
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Check and print; 1 unless every citation is found."""
    from debate.reasoning.citations import check_citations

    two_inputs(arguments.path, arguments.against)
    debate = load(arguments.path)
    if arguments.source not in debate.sources:
        raise unknown("source", arguments.source, debate.sources)
    text = _read(arguments.against)
    results = check_citations(debate, arguments.source, text)
    if arguments.json:
        write([_json(results)], data=True)
    else:
        write(map(_line, results))
    counts = Counter(result.result for result in results)
    said = [f"{counts[kind]} {kind}" for kind in ("found", "elsewhere", "missing") if counts[kind]]
    say(f"{arguments.source}: " + (", ".join(said) or "no citations"))
    return int(counts.total() > counts["found"])


def _read(path: str) -> str:
    """The text of the copy; raises OSError, with the place where it is not UTF-8."""
    raw = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        reason = f"line {line} is not UTF-8; save the copy as UTF-8"
        raise OSError(0, reason, path) from None


def _line(result: CitationResult) -> str:
    """``elsewhere fried.meet, ¶ 2, “the words”: what is wrong``."""
    numbers = result.citation.paragraph
    parts = [result.name, f"¶ {', '.join(map(str, numbers))}" if numbers else ""]
    parts.append(f"“{result.words}”" if result.words else "")
    wrong = f": {result.message}" if result.message else ""
    return f"{result.result:<9} {', '.join(filter(None, parts))}{wrong}\n"


def _json(results: list[CitationResult]) -> str:
    import json

    citations = [
        {
            "claim": result.name,
            "paragraph": result.paragraph,
            "words": result.words,
            "result": result.result,
        }
        for result in results
    ]
    return json.dumps({"citations": citations}, ensure_ascii=False, indent=2) + "\n"
