"""What every response carries so that archived pages can't run anything, and the password door. ASGI wrappers.

Sources: CSP Level 3 (W3C), Fetch (nosniff), RFC 7617 (Basic authentication).
"""

import base64
import binascii
import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
          "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
# A kept page may show its own inline styles and images, and nothing else: no script, form, link target or request.
ORIGINAL_POLICY = ("sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
                   "form-action 'none'; base-uri 'none'; frame-ancestors 'self'")
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
ORIGINAL_HEADERS = {
    "content-security-policy": ORIGINAL_POLICY,
    "x-frame-options": "SAMEORIGIN",
    "cache-control": "private, no-store",
    "x-dns-prefetch-control": "off",
}


def with_headers(app: App) -> App:
    """The app, each of its responses carrying `HEADERS`; what a response sets itself stays."""
    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_more(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = list(message.get("headers", []))
                names = {name.lower() for name, _ in given}
                given += [(name.encode(), value.encode()) for name, value in HEADERS.items()
                          if name.encode() not in names]
                message = {**message, "headers": given}
            await send(message)
        await app(scope, receive, send_more)
    return wrapped


def with_reading_only(app: App, serves_archive: Callable[[], object]) -> App:
    """The app, where an archive is served only for requests that read; Datasette's own pages under /-/ are let be."""
    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if (scope["type"] == "http" and scope["method"] not in {"GET", "HEAD"}
                and not (scope["path"].startswith("/-/") and scope["method"] == "POST") and serves_archive()):
            await _plain(send, 405, "This archive is read-only: GET and HEAD are all it answers.\n",
                         [(b"allow", b"GET, HEAD")])
            return
        await app(scope, receive, send)
    return wrapped


def with_password(app: App, user: str, password: str) -> App:
    """The app behind HTTP Basic authentication; everything, static files too."""
    expected = f"{user}:{password}".encode()

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not hmac.compare_digest(_credentials(scope), expected):
            await _plain(send, 401, "A user name and a password are needed here.\n",
                         [(b"www-authenticate", b'Basic realm="policy-archive", charset="UTF-8"')])
            return
        await app(scope, receive, send)
    return wrapped


def with_known_hosts(app: App, hosts: frozenset[str]) -> App:
    """The app, for requests that name one of these hosts: a page elsewhere can't read it by DNS rebinding."""
    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _host(scope) not in hosts:
            await _plain(send, 421, "This reader answers to localhost only: start it with --host.\n", [])
            return
        await app(scope, receive, send)
    return wrapped


def _header(scope: Scope, wanted: bytes) -> bytes:
    headers: list[tuple[bytes, bytes]] = scope.get("headers", [])
    return next((value for name, value in headers if name.lower() == wanted), b"")


def _credentials(scope: Scope) -> bytes:
    kind, _, given = _header(scope, b"authorization").partition(b" ")
    if kind.lower() != b"basic":
        return b""
    try:
        return base64.b64decode(given.strip(), validate=True)
    except binascii.Error:
        return b""


def _host(scope: Scope) -> str:
    host = _header(scope, b"host").decode("latin-1").lower()
    return host.rpartition(":")[0] if ":" in host and not host.endswith("]") else host


async def _plain(send: Send, status: int, text: str, headers: list[tuple[bytes, bytes]]) -> None:
    secure = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
    await send({"type": "http.response.start", "status": status,
                "headers": [(b"content-type", b"text/plain; charset=utf-8"), *headers, *secure]})
    await send({"type": "http.response.body", "body": text.encode()})
