"""When each host may be asked again, where the pauses are long. Pure.

What waits for a pause stays in the frontier: a crawl that is stopped, or has all it was to get, waits for nothing.
Short pauses are the downloader's.
"""

from collections.abc import Iterable

from archive.urls import host_of

LONG_SECONDS = 2.0


class Pace:
    """The pauses of a crawl's hosts."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds                     # between two requests to a host that states no pause of its own
        self._stated: dict[str, float] = {}
        self._ready: dict[str, float] = {}         # host -> when it may be asked again

    @property
    def is_slow(self) -> bool:
        """Whether any host has long pauses: then addresses are claimed one by one."""
        return max(self.seconds, *self._stated.values(), 0.0) >= LONG_SECONDS

    def state(self, host: str, seconds: float) -> None:
        """The host's robots.txt asks for this pause."""
        self._stated[host] = max(seconds, self.seconds)

    def note(self, url: str, now: float) -> None:
        """The address is about to be asked for."""
        host = host_of(url)
        seconds = self._stated.get(host, self.seconds)
        if seconds >= LONG_SECONDS:
            self._ready[host] = now + seconds

    def pauses(self) -> Iterable[tuple[str, float]]:
        """The hosts that were asked, and when each may be asked again."""
        return self._ready.items()
