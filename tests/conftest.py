"""Settings for all tests."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

#: Debates for each property, where it does not say; HYPOTHESIS_EXAMPLES=1000 looks harder.
_EXAMPLES = int(os.environ.get("HYPOTHESIS_EXAMPLES", "30"))

# A busy machine fails no property: what is measured is measured in tests/bench.
settings.register_profile(
    "ours",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=_EXAMPLES,
)
settings.load_profile("ours")

#: Modules whose single tests take longest: begun first, so that no worker waits for another's last.
_LONG = ("test_soak", "test_no_colour", "test_snapshots")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long ones first, else leave the order as it is."""
    items.sort(key=lambda item: item.path.stem not in _LONG)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Half as many again as there are cores: many tests wait for a terminal or a program."""
    return max(2, (os.cpu_count() or 1) * 3 // 2)
