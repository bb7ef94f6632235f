"""Waits until the app has nothing to do, told by its event loop rather than by the processor's clock.

Textual's own wait sleeps for a fiftieth of a second, again and again, until the process hardly worked meanwhile. It
does so twice for each key; and on a busy machine it takes a process that didn't get its turn for one that is idle.
"""

from __future__ import annotations

import asyncio
import math
from typing import Any

SOON = 2.5 / 60
"""Seconds; a timer due within them is waited for. Textual paints changes after two beats of 1/60 s at the latest."""

PATIENCE = 20.0
"""Seconds; what isn't done by then goes on for ever."""


async def wait_for_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until nothing in the loop waits for its turn and no timer is due soon; stands in for Textual's own.

    Args:
        min_sleep: Seconds to wait at least.
        max_sleep: Seconds after which Textual's own gives up; too few on a busy machine.
    """
    loop: Any = asyncio.get_running_loop()
    begun = loop.time()
    while loop.time() < begun + max(max_sleep, PATIENCE):
        await asyncio.sleep(0)
        if loop._ready:
            continue
        now = loop.time()
        due = min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=math.inf)
        if due <= now + SOON:
            await asyncio.sleep(max(0.0, due - now))
        elif now < begun + min_sleep:
            await asyncio.sleep(begun + min_sleep - now)
        else:
            return
