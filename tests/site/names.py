"""Host names for tests: every name below `.test` (RFC 6761) lives on loopback.

    policy-archive crawl http://www.example.test:8000/ --set TWISTED_DNS_RESOLVER=tests.site.names.TestNames
"""

from typing import Any

from twisted.internet.defer import Deferred, succeed

from crawler.middlewares.private import GuardedResolver


class TestNames(GuardedResolver):
    """Resolves them; other names as ever."""

    __test__ = False

    def getHostByName(self, name: str, timeout: Any = ()) -> "Deferred[str]":  # noqa: N802 - Twisted's name
        """The address of a host."""
        return succeed("127.0.0.1") if name.endswith(".test") else super().getHostByName(name, timeout)
