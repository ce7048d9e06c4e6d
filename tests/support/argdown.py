"""Argdown's own program, and what it says of a document, brought into a comparable shape."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

_ROOT = Path(__file__).resolve().parents[2]


def program() -> Path:
    """The folder in which @argdown/cli is installed; skips the test where it is not.

    That is $ARGDOWN, or the one that .ci/run makes.
    """
    if not shutil.which("node"):
        pytest.skip("needs node, which is not here")
    folder = Path(os.environ.get("ARGDOWN", _ROOT / ".ci-argdown"))
    if not (folder / "node_modules/@argdown/node").is_dir():
        pytest.skip(f"needs npm install --prefix {folder.name} @argdown/cli@1.7.5")
    return folder


def theirs(files: Sequence[Path]) -> dict[Path, dict[str, Any]]:
    """What the program makes of each file: its JSON, and its errors; one process for all."""
    command = ["node", str(Path(__file__).with_name("argdown_program.js")), str(program())]
    names = "".join(f"{file}\n" for file in files)
    done = subprocess.run(command, input=names, capture_output=True, text=True, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return {Path(one["file"]): one for one in found}


def texts(found: dict[str, Any]) -> dict[str, list[str]]:
    """The texts of statements or arguments by their titles, those of references left out."""
    return {
        title: [
            (member.get("text") or "").strip()
            for member in one["members"]
            if not member.get("isReference")
        ]
        for title, one in found.items()
    }


def summary(made: dict[str, Any]) -> dict[str, Any]:
    """What must stay the same: numbers, texts, titles that somebody gave, relations by type."""
    statements, arguments = made["statements"], made["arguments"]
    return {
        "statements": len(statements),
        "arguments": len(arguments),
        "reconstructed": sum(bool(one.get("pcs")) for one in arguments.values()),
        "relations": Counter(relation["relationType"] for relation in made["relations"]),
        "statements' texts": _all(statements),
        "arguments' texts": _all(arguments),
        "sections": _sections(made["sections"]),
        "tags": sorted(made["tags"]),
    }


def _all(found: dict[str, Any]) -> list[str]:
    return sorted(text for some in texts(found).values() for text in some if text)


def _sections(found: list[dict[str, Any]]) -> list[str]:
    made = []
    for section in found:
        made += [f"{section['level']} {section['title']}", *_sections(section["children"])]
    return made
