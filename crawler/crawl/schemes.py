"""Which scheme each host speaks, http or https, as its answers tell. Pure but for the state.

A list may name pages by the scheme that its host does not speak: a site without TLS, a port that a firewall closes.
"""

from archive.urls import host_of

_OTHER = {"http": "https", "https": "http"}


class Schemes:
    """The schemes that hosts answered by in this run."""

    def __init__(self) -> None:
        self._spoken: set[tuple[str, str]] = set()
        self._silent: set[tuple[str, str]] = set()

    def note_answer(self, url: str) -> None:
        """The host answered at this address."""
        scheme, host = _parts(url)
        self._spoken.add((scheme, host))
        self._silent.discard((scheme, host))

    def note_silence(self, url: str) -> str | None:
        """Nobody answered there; the address by the other scheme, where the host has answered by that alone.

        >>> schemes = Schemes()
        >>> schemes.note_answer("http://example.org/")
        >>> schemes.note_silence("https://example.org/a")
        'http://example.org/a'
        """
        scheme, host = _parts(url)
        if (_OTHER[scheme], host) not in self._spoken or (scheme, host) in self._spoken:
            return None
        self._silent.add((scheme, host))
        return self.spoken(url)

    def spoken(self, url: str) -> str:
        """The address by the scheme that its host speaks."""
        if not self._silent:
            return url
        scheme, host = _parts(url)
        return _OTHER[scheme] + url[len(scheme):] if (scheme, host) in self._silent else url


def _parts(url: str) -> tuple[str, str]:
    return url.partition(":")[0], host_of(url)
