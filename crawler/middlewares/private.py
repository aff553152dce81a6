"""Private, loopback and link-local networks are closed, but for the one host and port that the target itself names.

Two gates: the middleware judges addresses written as numbers, in any spelling that connects, at every request and so at
every redirect; the resolver judges names by what they resolve to, and the connection goes to that very address.
"""

import ipaddress
import socket
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred, succeed
from twisted.internet.threads import deferToThread
from twisted.python.failure import Failure

from crawler.middlewares import Refused

# Hosts that targets of this process name; the resolver has no other way to know them.
_named: set[str] = set()


def name_target(url: str) -> None:
    """The person asks for this address: its host may be private."""
    _named.add(_host_and_port(url))


def is_named(host: str, port: int) -> bool:
    """Whether a target names this host and port."""
    return f"{host}:{port}" in _named


class PrivateAddressGuard:
    """Refuses requests for addresses on private networks."""

    def process_request(self, request: Request) -> None:
        """Raises Refused for a private address that no target names."""
        refuse_private(request.url)


class GuardedResolver(CachingThreadedResolver):
    """Resolves names; one that leads to a private network, and that no target names, doesn't resolve."""

    def getHostByName(self, name: str, timeout: Any = ()) -> "Deferred[str]":  # noqa: N802 - Twisted's name
        """The address of a host: of version 4 where it has one, else of version 6."""
        if ":" in name:
            return succeed(self._guard(name, name))
        found = super().getHostByName(name, timeout)
        found.addErrback(self._version_6, name)
        found.addCallback(self._guard, name)
        return found

    def _version_6(self, failure: Failure, name: str) -> "Deferred[str] | Failure":
        if "timeout" in str(failure.value):    # nobody tells names: once is enough to wait
            return failure
        found: Deferred[str] = deferToThread(_number_of_version_6, name)
        return found.addErrback(lambda _: failure)     # what was wrong at first

    def _guard(self, address: str, name: str) -> str:
        if is_private(address) and name.lower() not in {named.rpartition(":")[0] for named in _named}:
            raise Refused(f"{name} leads to a private network")
        return address


def refuse_private(url: str) -> None:
    """Raises Refused for an address that says itself that it is private, unless a target names it."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        raise Refused(f"{parts.scheme}: is no web address")
    host = parts.hostname or ""
    if _host_and_port(url) in _named:
        return
    number = as_number(host)
    if host == "localhost" or host.endswith(".localhost") or (number is not None and is_private(number)):
        raise Refused("an address on a private network")


def _number_of_version_6(name: str) -> str:
    return str(socket.getaddrinfo(name, None, socket.AF_INET6, socket.SOCK_STREAM)[0][4][0])


def is_private(address: str) -> bool:
    """Whether an IP address is not one of the public internet.

    >>> is_private("169.254.169.254"), is_private("::1"), is_private("93.184.216.34")
    (True, True, False)
    """
    number = ipaddress.ip_address(address)
    mapped = getattr(number, "ipv4_mapped", None)
    return not (mapped or number).is_global


def as_number(host: str) -> str | None:
    """The IP address that a host is, in whatever spelling connects ("0x7f.1", "2130706433"); None for a name.

    >>> as_number("0x7f.1"), as_number("2130706433"), as_number("example.org")
    ('127.0.0.1', '127.0.0.1', None)
    """
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        try:
            return socket.inet_ntoa(socket.inet_aton(host))
        except OSError:
            return None


def _host_and_port(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
