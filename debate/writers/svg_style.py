"""The style sheet of the map as a picture, for light and dark, and its legend.

Roles differ in the width and dashes of their borders and in the form of corners, and each box has
its role in words: colour tells nothing alone.
"""

from __future__ import annotations

#: Colours by name: in the light, in the dark.
_COLOURS = {
    "page": ("#fbfaf7", "#10141a"),
    "ink": ("#22272f", "#d5dbe5"),
    "muted": ("#5f6772", "#97a1af"),
    "line": ("#8a8f98", "#6c7684"),
    "recommendation": ("#14181f", "#f2f5f9"),
    "thesis": ("#2a303a", "#d5dbe5"),
    "condition": ("#6a3cab", "#c3a6f2"),
    "support": ("#0a5cad", "#72b4f7"),
    "co-premise": ("#33709f", "#9fcdf8"),
    "objection": ("#ad5200", "#f2a654"),
    "undercut": ("#8a5a1d", "#e6bf94"),
    "background": ("#565f6c", "#a5afbd"),
    "stands": ("#1c6b3c", "#7ccf9a"),
    "falls": ("#a1262c", "#f49a9a"),
    "open": ("#6b5a00", "#e0c46a"),
    "question": ("#22272f", "#d5dbe5"),
    "side-0": ("#0b6f66", "#7fd1c7"),
    "side-1": ("#7d5a00", "#e9c46a"),
    "side-2": ("#7b2f93", "#d7a1e8"),
    "side-3": ("#3f6d12", "#9fd07a"),
    "side-4": ("#a1262c", "#f49a9a"),
    "side-5": ("#3a4fb0", "#9db4f5"),
}

#: Signs of verdicts, which stand before the words.
SIGNS = {"stands": "✓", "falls": "✗", "open": "◌"}

#: Colours that are no roles'.
_OTHERS = ("side", "page", "ink", "muted", "line", *SIGNS)

#: Roles whose boxes have a ground of their own, how strong.
_GROUNDS = ("recommendation", "thesis", "support", "objection", "undercut", "background")

#: What stands in the legend: a kind of box, and what it is.
LEGEND = (
    ("recommendation", "recommendation or thesis"),
    ("condition", "condition: a gate that all reasons pass"),
    ("support", "support: a reason for the claim"),
    ("objection", "objection: a reason against the claim"),
    ("undercut", "undercut: attacks the step, not the claim"),
)

#: The roles that an entry of the legend is for, where these are several.
ALSO = {"recommendation": {"recommendation", "thesis"}}


def _mixed(colour: str, page: str, share: float = 0.07) -> str:
    """A little of a colour on the page's."""
    pairs = zip(*(bytes.fromhex(hexes[1:]) for hexes in (colour, page)), strict=True)
    return "#" + bytes(round(a * share + b * (1 - share)) for a, b in pairs).hex()


def _rules(column: int) -> str:
    """Everything that has a colour. No CSS variables: not all that draws SVG knows them."""
    colours = {name: both[column] for name, both in _COLOURS.items()}
    page, ink, line = colours["page"], colours["ink"], colours["line"]
    support, objection = colours["support"], colours["objection"]
    condition, undercut = colours["condition"], colours["undercut"]
    rules = [
        f"text{{fill:{ink}}}.page{{fill:{page}}}.muted,.legend text{{fill:{colours['muted']}}}",
        f".line{{stroke:{line}}}.box{{fill:{page};stroke:{line}}}",
    ]
    for name in _ROLES:
        colour = colours[name]
        rules.append(f".box.{name},.line.{name}{{stroke:{colour}}}text.{name}{{fill:{colour}}}")
    rules += [f".box.{name}{{fill:{_mixed(colours[name], page)}}}" for name in _GROUNDS]
    rules += [f"text.{name},.full.{name}{{fill:{colours[name]}}}" for name in SIGNS]
    rules += [f".rest{{fill:{_mixed(line, page, 0.35)}}}.mine{{fill:{ink}}}"]
    rules += [f".side-{side}{{fill:{colours[f'side-{side}']}}}" for side in range(6)]
    rules += [
        f"text.chip{{fill:{page}}}text.and{{fill:{support}}}.line.gate{{stroke:{condition}}}",
        f".box.hollow,.line.hollow{{stroke:{page}}}",
        f".gate-mark{{fill:{condition};stroke:{page}}}",
        f".undercut-mark circle{{fill:{page};stroke:{undercut}}}",
        f".undercut-mark path{{stroke:{undercut}}}",
        f".agrees path{{stroke:{support}}}.clashes path{{stroke:{objection}}}",
        f".agrees circle,.clashes circle{{fill:{page};stroke:{line}}}",
    ]
    return "".join(rules)


_ROLES = tuple(name for name in _COLOURS if not name.startswith(_OTHERS))

STYLE = (
    ":root{color-scheme:light dark}"
    "text{font:13px 'Helvetica Neue',Arial,'Liberation Sans','DejaVu Sans',sans-serif}"
    ".title{font-size:20px;font-weight:bold}.strong{font-weight:bold}"
    ".small,.chip{font-size:11px;font-weight:bold}"
    ".end{text-anchor:end}"
    ".and{font-weight:bold;text-anchor:middle}"
    ".line{fill:none;stroke-width:1.5;stroke-linecap:square}.box{stroke-width:1.5}"
    ".box.recommendation{stroke-width:2.5}"
    ".box.objection,.line.objection{stroke-width:3.5}"
    ".box.undercut,.line.undercut{stroke-width:2.5;stroke-dasharray:7 4;stroke-linecap:butt}"
    ".box.background,.box.question{stroke-dasharray:3 3}"
    ".box.condition,.line.gate{stroke-width:6}"
    ".box.hollow,.line.hollow{fill:none;stroke-width:2}"
    ".gate-mark{stroke-width:1.5}.undercut-mark circle,.undercut-mark path{stroke-width:2}"
    ".undercut-mark path,.agrees path,.clashes path{fill:none}"
    ".agrees path,.clashes path{stroke-width:1.5;opacity:.7}"
    ".agrees path{stroke-dasharray:2 4}.clashes path{stroke-dasharray:8 4}"
    ".agrees text,.clashes text{text-anchor:middle;font-weight:bold}"
    f"{_rules(0)}@media (prefers-color-scheme:dark){{{_rules(1)}}}"
)
