"""When to ask again: backoff for an address, and for a host that has stopped answering at all. Pure but for the state.

An address that fails alone is tried a few times. When several addresses of a host in a row get no answer, the network
or the host is down: then nothing is held against the addresses, and the host is left alone, ever longer, until it
answers. The same goes for a host that says to several in a row that it is busy, until it answers another: some pages
always say so, and are to blame themselves. Other hosts are asked meanwhile.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.frontier import Address
from archive.records import Publication, Rejection
from archive.urls import host_of

BACKOFF_SECONDS = (1.0, 3.0, 9.0)
LONGEST_WAIT_IN_A_RUN = 900.0  # what a server may ask for by Retry-After and still be waited for
FAILURES_OF_AN_OUTAGE = 3
FIRST_CONTACT_TRIES = 3
LONGEST_PAUSE = 20.0
SECONDS_TO_OTHERS = 5.0        # others are asked before those that were turned away are again
# What stands in a page's place for a while, by the reader's reason for refusing it.
_PASSING = re.compile(r"the site is down|just a moment|attention required|human|robot|checking your browser|"
                      r"unavailable|question about cookies|firewall|access denied|an empty page|\b50[0-3]\b",
                      re.IGNORECASE)
_PLEADS = "only a script fills"


@dataclass(slots=True)
class Outages:
    """How one host answers."""

    patience_seconds: float
    answered: bool = False                     # it has answered in this run
    last_page: Address | None = None           # that it gave, by which to tell whether it answers again
    paused_until: float = 0.0
    turned_away: int = 0                       # addresses refused, or with a notice, before any page was given
    in_vain: int = 0                           # notices in the place of pages that stood there once more
    _silent: set[int] = field(default_factory=set)  # addresses that got no answer since the last one that did
    _silent_tries: int = 0
    _since: float | None = None
    _pause: float = 1.0
    _turned_away: set[int] = field(default_factory=set)  # addresses, in a row, that a host was too busy for
    _busy_since: float = 0.0
    _suspects: set[int] = field(default_factory=set)  # those of them whose page may be the cause
    _to_blame: set[int] = field(default_factory=set)  # addresses turned away while the host answered others

    def note_answer(self, now: float, *, is_page: bool = True) -> None:
        """A server has answered; whether with a page, which no busy one does, or with a word about it.

        A page that comes during a pause was asked for before it, and says nothing of a busy host.
        """
        self.answered = True
        self._silent.clear()
        self._silent_tries, self._since = 0, None
        if not self._turned_away or (is_page and now >= self.paused_until):
            if len(self._turned_away) >= FAILURES_OF_AN_OUTAGE:
                self._to_blame |= self._suspects
            self._suspects.clear()
            self._turned_away.clear()
            self._pause, self.paused_until = 1.0, 0.0

    def note_silence(self, address_id: int, now: float) -> bool:
        """Nobody answered; True if that is an outage, so that the address isn't to blame."""
        self._silent.add(address_id)
        self._silent_tries += 1
        if self._since is None:
            self._since = now
        if len(self._silent) < FAILURES_OF_AN_OUTAGE and self.answered:
            return False
        self.paused_until = now + self._pause
        self._pause = min(LONGEST_PAUSE, self._pause * 2)
        return True

    def note_busy(self, address_id: int, now: float, *, by_page: bool) -> float | None:
        """The host is too busy for an address; when that may be asked again, where the address isn't to blame.

        `by_page`: it may say so of single pages.
        """
        if not self.answered or address_id in self._to_blame:
            return None
        if not self._turned_away:
            self._busy_since = now
        self._turned_away.add(address_id)
        if by_page:
            self._suspects.add(address_id)
        if len(self._turned_away) < FAILURES_OF_AN_OUTAGE:
            return None
        if now >= self.paused_until:           # those in hand when the pause began say nothing new
            self.paused_until = now + self._pause
            self._pause = min(LONGEST_PAUSE, self._pause * 2)
        return self.paused_until + SECONDS_TO_OTHERS

    def is_hopeless(self, now: float) -> bool:
        """Whether to stop waiting: no first contact, or silence for longer than the crawl's patience."""
        return self.is_past_patience(now) if self.answered else self._silent_tries >= FIRST_CONTACT_TRIES

    def is_past_patience(self, now: float) -> bool:
        """Whether it has been silent or busy for longer than the crawl's patience."""
        since = self._busy_since if len(self._turned_away) >= FAILURES_OF_AN_OUTAGE else self._since
        return since is not None and now - since > self.patience_seconds

    @property
    def is_silent(self) -> bool:
        """Whether nobody has answered there since it was asked last."""
        return self._since is not None


class HostOutages:
    """How the hosts of a source answer."""

    def __init__(self, patience_seconds: float) -> None:
        self.patience_seconds = patience_seconds
        self.given_up: set[str] = set()        # hosts left alone for the rest of the run
        self._hosts: dict[str, Outages] = {}

    def of(self, url: str) -> Outages:
        """How the host of the address answers."""
        host = host_of(url)
        if host not in self._hosts:
            self._hosts[host] = Outages(self.patience_seconds)
        return self._hosts[host]

    @property
    def any_paused(self) -> bool:
        """Whether any host that has answered is down or busy, as far as is known."""
        return any(host.paused_until and host.answered for name, host in self._hosts.items()
                   if name not in self.given_up)

    def pauses(self) -> Iterable[tuple[str, float]]:
        """The hosts that are left alone for a while, and until when."""
        return ((name, host.paused_until) for name, host in self._hosts.items() if host.paused_until)

    def is_hopeless(self, url: str, now: float) -> bool:
        """Whether to stop waiting for the host; where those that answered are silent, the network may be down."""
        host = self.of(url)
        others = [other for other in self._hosts.values() if other is not host and other.answered]
        return host.is_hopeless(now) and (
            not others or not all(other.is_silent for other in others) or host.is_past_patience(now))

    def others_answer(self, url: str) -> bool:
        """Whether another host has answered."""
        host = self.of(url)
        return any(other.answered for other in self._hosts.values() if other is not host)


def next_wait(tries: int, retry_after: float | None) -> float | None:
    """Seconds until an address that failed `tries` times before is tried again in this run; None: not any more.

    >>> next_wait(0, None), next_wait(3, None), next_wait(0, 30.0)
    (1.0, None, 30.0)
    """
    if tries >= len(BACKOFF_SECONDS):
        return None
    if retry_after is not None and retry_after > LONGEST_WAIT_IN_A_RUN:
        return None
    return max(BACKOFF_SECONDS[tries], retry_after or 0.0)


def passing_reason(outcome: Publication | Rejection | None, *, was_open: bool = False) -> str | None:
    """Why there is no page for now, where a notice or nothing stands in its place; None where it has its say.

    `was_open`: pages of its make could be read without a script, so that a plea for one is a check of the browser.

    >>> passing_reason(Rejection("x", "https://x.example/a", "unreadable", "an empty page"))
    'an empty page'
    """
    if isinstance(outcome, Rejection) and (_PASSING.search(outcome.reason) or (
            was_open and _PLEADS in outcome.reason)):
        return outcome.reason
    return None
