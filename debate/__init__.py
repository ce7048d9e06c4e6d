"""Walk, compare and export policy debates: the library's face, loaded on demand (PEP 562).

>>> import debate
>>> found = debate.load(debate.bundled())
>>> found.label(found.find("fried.meet"))
'Fried 1'

Nothing is loaded before it is used, so that ``import debate`` costs next to nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers know the name; importing typing would cost 3 ms
if TYPE_CHECKING:
    from typing import Any

    from debate.files import bundled
    from debate.model import (
        Citation,
        Claim,
        Debate,
        Outcome,
        Position,
        Problem,
        Question,
        Role,
        Source,
    )
    from debate.model.problem import InvalidDebate
    from debate.model.reading import Reading
    from debate.readers import load
    from debate.readers import read as check
    from debate.reasoning.compare import Comparison, compare
    from debate.reasoning.cruxes import cruxes
    from debate.reasoning.evaluate import Evaluation, judge
    from debate.reasoning.judgements import Judgements
    from debate.writers import export

__version__ = "0.1.0"

#: Where each name comes from: module:name.
_HOMES = {
    "Citation": "debate.model:Citation",
    "Claim": "debate.model:Claim",
    "Comparison": "debate.reasoning.compare:Comparison",
    "Debate": "debate.model:Debate",
    "Evaluation": "debate.reasoning.evaluate:Evaluation",
    "InvalidDebate": "debate.model.problem:InvalidDebate",
    "Judgements": "debate.reasoning.judgements:Judgements",
    "Outcome": "debate.model:Outcome",
    "Position": "debate.model:Position",
    "Problem": "debate.model:Problem",
    "Question": "debate.model:Question",
    "Reading": "debate.model.reading:Reading",
    "Role": "debate.model:Role",
    "Source": "debate.model:Source",
    "bundled": "debate.files:bundled",
    "check": "debate.readers:read",
    "compare": "debate.reasoning.compare:compare",
    "cruxes": "debate.reasoning.cruxes:cruxes",
    "export": "debate.writers:export",
    "judge": "debate.reasoning.evaluate:judge",
    "load": "debate.readers:load",
}

__all__ = [
    "Citation",
    "Claim",
    "Comparison",
    "Debate",
    "Evaluation",
    "InvalidDebate",
    "Judgements",
    "Outcome",
    "Position",
    "Problem",
    "Question",
    "Reading",
    "Role",
    "Source",
    "__version__",
    "bundled",
    "check",
    "compare",
    "cruxes",
    "export",
    "judge",
    "load",
]


if not TYPE_CHECKING:  # a type checker sees the imports above, and thus a name that is not there

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        module, _, its_name = _HOMES[name].partition(":")
        value = getattr(import_module(module), its_name)
        globals()[name] = value  # asked for once
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
