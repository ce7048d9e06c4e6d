"""What formats that hold references alone say of all the rest."""

from __future__ import annotations

from debate.writers import Options
from debate.writers.part import Part
from debate.writers.unheld import NOUNS, tell


def lose_the_rest(chosen: Part, options: Options) -> None:
    """Tell that nothing but sources is written; and which of their addresses are not."""
    how = "left out with all that is not a source, for the format holds references alone"
    options.lose("claim", how, len(chosen.debate.claims))
    tell(chosen, options, NOUNS - {"unfit link"})  # that is all the rest
