"""The library that others read AIF with finds the same nodes and edges in ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from debate import load
from debate.writers import export


def test_arguebuf_reads_what_we_write(tmp_path: Path) -> None:
    arguebuf: Any = pytest.importorskip("arguebuf", reason="needs: pip install arguebuf")
    text = export(load(Path(__file__).parents[3] / "arguments" / "kerch-strait"), "aif")
    path = tmp_path / "made.json"
    path.write_text(text, "utf-8")
    graph, data = arguebuf.load.file(path), json.loads(text)
    kinds = [node["type"] for node in data["nodes"]]
    assert len(graph.atom_nodes) == kinds.count("I")
    assert len(graph.scheme_nodes) == len(kinds) - kinds.count("I")
    assert len(graph.edges) == len(data["edges"])
