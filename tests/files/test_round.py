"""What the writer of our YAML writes is read back the same, a thousand levels deep too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from debate.files import load
from debate.model.reading import DEEPEST
from debate.writers import Options, get
from tests.support.build import build


def test_a_thousand_levels(tmp_path: Path) -> None:
    claim: dict[str, Any] = {"claim": "The bottom."}
    for level in range(DEEPEST - 1):
        claim = {"claim": f"Level {level}: so on.", "objections": [claim]}
    debate = build({"a": {"claims": [claim]}})
    (tmp_path / "debate.yaml").write_text("".join(get("yaml").write(debate, Options())), "utf-8")
    again = load(tmp_path)
    assert again.claims == debate.claims
    assert len(again.claims) == DEEPEST
