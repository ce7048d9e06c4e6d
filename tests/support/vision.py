"""Colours as people see them: contrast, and how far apart two are with each kind of colour vision.

Colour blindness is simulated with the matrices of Machado, Oliveira and Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), at severity 1, in
linear RGB; distances are CIEDE2000 (Sharma, Wu and Dalal 2005; 1 is just noticeable side by side,
100 is black and white); contrast is WCAG 2.1's ratio, from 1 to 21. ColorAide computes them all.
"""

from __future__ import annotations

from coloraide import Color

#: Kinds of colour vision: usual, without red, without green, without blue.
VISIONS = ("usual", "protan", "deutan", "tritan")


def seen(colour: str, vision: str) -> Color:
    """A colour (``#rrggbb``) as somebody with a kind of vision sees it."""
    if vision == "usual":
        return Color(colour)
    lacking = Color(colour).filter(vision, 1, method="machado", space="srgb-linear")
    return lacking.convert("srgb").clip()


def distance(one: str, other: str, vision: str = "usual") -> float:
    """How far apart two colours are for a kind of vision."""
    return seen(one, vision).delta_e(seen(other, vision), method="2000")


def contrast(text: str, ground: str) -> float:
    """The ratio of contrast between a text and its ground."""
    return Color(text).contrast(ground, method="wcag21")
