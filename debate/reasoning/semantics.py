"""Gradual semantics: how a claim's base score and what bears on it make its strength.

Each takes the base score ``w`` and the passed strengths of its supports and objections:

- quadratic energy: Potyka, "Continuous dynamical systems for weighted bipolar argumentation", KR
  2018. With E the sum of the supports less that of the objections and h(x) = max(x, 0)^2 / (1 +
  max(x, 0)^2), the strength is w + (1 - w) h(E) - w h(-E).
- DF-QuAD: Rago, Toni, Aurisicchio and Baroni, "Discontinuity-free decision support with
  quantitative argumentation debates", KR 2016. With F(v1 … vn) = 1 - (1 - v1) … (1 - vn) of each
  side, the strength is w - w (Fa - Fs) if Fa >= Fs, else w + (1 - w) (Fs - Fa).
- Euler-based: Amgoud and Ben-Naim, "Evaluation of arguments in weighted bipolar graphs", ECSQARU
  2017: 1 - (1 - w^2) / (1 + w e^E).

A *slope* gives with it the partial derivatives that the gradient needs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp

#: e^E beyond this is infinite for a float, and the strength 1 long before.
_STEEPEST = 700.0


@dataclass(frozen=True, slots=True)
class Semantics:
    """One way to work out strengths.

    ``strength(w, pro, con)`` and ``slope(w, pro, con)``, which gives the derivatives by w, pro and
    con, take what the sides come to: sums of passed strengths, of which only the difference
    matters, or, where ``multiplies``, products of 1 - passed strength. ``title`` is its name in
    the literature.
    """

    name: str
    title: str
    multiplies: bool
    strength: Callable[[float, float, float], float]
    slope: Callable[[float, float, float], tuple[float, float, float]]


def _quadratic(w: float, pro: float, con: float) -> float:
    energy = pro - con
    square = energy * energy
    share = square / (1.0 + square)
    return w + (1.0 - w) * share if energy > 0.0 else w - w * share


def _quadratic_slope(w: float, pro: float, con: float) -> tuple[float, float, float]:
    energy = pro - con
    square = energy * energy
    steepness = 2 * abs(energy) / (1 + square) ** 2
    by_energy = steepness * (1 - w if energy > 0 else w)
    return 1 - square / (1 + square), by_energy, -by_energy


def _euler(w: float, pro: float, con: float) -> float:
    return 1 - (1 - w * w) / (1 + w * exp(min(pro - con, _STEEPEST)))


def _euler_slope(w: float, pro: float, con: float) -> tuple[float, float, float]:
    growth = exp(min(pro - con, _STEEPEST))
    under = 1 + w * growth
    # divided one factor at a time, since growth squared may be too large for a float
    by_energy = (1 - w * w) / under * (w * growth / under)
    return 2 * w / under + (1 - w * w) / under * (growth / under), by_energy, -by_energy


def _df_quad(w: float, pro: float, con: float) -> float:
    balance = con - pro  # of what the sides leave: 1 - Fa and 1 - Fs
    return w + (1 - w) * balance if balance > 0 else w + w * balance


def _df_quad_slope(w: float, pro: float, con: float) -> tuple[float, float, float]:
    balance = con - pro
    room = 1 - w if balance > 0 else w
    return 1 - abs(balance), -room, room


QUADRATIC = Semantics("quadratic-energy", "Quadratic energy", False, _quadratic, _quadratic_slope)
DF_QUAD = Semantics("df-quad", "DF-QuAD", True, _df_quad, _df_quad_slope)
EULER = Semantics("euler", "Euler-based", False, _euler, _euler_slope)

SEMANTICS = {each.name: each for each in (QUADRATIC, DF_QUAD, EULER)}
