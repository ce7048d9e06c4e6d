"""Settings for all tests."""

from __future__ import annotations

import os

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
