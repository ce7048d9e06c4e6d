"""What formats that hold references alone say of all the rest."""

from __future__ import annotations

from debate.model import Debate
from debate.model.fragment import web_address
from debate.writers import Options


def lose_the_rest(debate: Debate, options: Options) -> None:
    """Tell that nothing but sources is written; and which of their addresses are not."""
    how = "left out with all that is not a source, for the format holds references alone"
    options.lose("claim", how, len(debate.claims))
    unfit = sum(bool(s.url) and not web_address(s.url) for s in debate.sources.values())
    options.lose("address", "left out, for no browser may be sent there", unfit)
