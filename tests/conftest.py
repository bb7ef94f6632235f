"""Settings of all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# Where a change is judged, the same examples are tried each time; at the desk, new ones.
settings.register_profile("judged", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("judged" if os.environ.get("CI") else "desk")
