"""The clock of a crawl: this machine's, or one that runs ahead of it."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def clock_ahead(seconds: float) -> Callable[[], datetime]:
    """A clock that runs ahead of this machine's, for rehearsing what happens tomorrow; set once, it never jumps."""
    began = datetime.now(UTC) + timedelta(seconds=seconds - _ticks())  # noqa: TID251 - the crawl's one clock
    return lambda: began + timedelta(seconds=_ticks())


def _ticks() -> float:
    """Seconds that go on evenly, whoever sets the machine's clock; where there is such a clock, through its sleep."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()
