"""The browser's one way out: a proxy on loopback that opens no connection to a private network.

A browser follows redirects and resolves names by itself, so what it asks for is judged here, where it connects: after
the name is resolved, and the connection goes to that very address. Runs in a thread of its own, for as long as the
process does.
"""

import asyncio
import contextlib
import threading
from functools import lru_cache
from urllib.parse import urlsplit

from crawler.middlewares.private import is_named, is_private

MOST_HEAD_BYTES = 64 << 10
CONNECT_SECONDS = 15.0
_CHUNK = 64 << 10
_INTERIM = (b"100", b"102", b"103")    # the answer itself follows
_REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_UNREACHABLE = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Closed(Exception):
    """The address lies on a private network that no target names."""


@lru_cache(maxsize=1)
def open_gate() -> int:
    """The port of the proxy, which is started at the first call."""
    ready: list[int] = []
    started = threading.Event()

    async def serve() -> None:
        server = await asyncio.start_server(_answer, "127.0.0.1", 0, limit=MOST_HEAD_BYTES)
        ready.append(server.sockets[0].getsockname()[1])
        started.set()
        await server.serve_forever()

    threading.Thread(target=lambda: asyncio.run(serve()), name="browser-gate", daemon=True).start()
    started.wait()
    return ready[0]


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One connection of the browser: a tunnel (https), or one request (http)."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        method, target, _ = head.split(b" ", 2)
        host, port = _where(method, target.decode("latin-1"))
        far_reader, far_writer = await asyncio.wait_for(_connect(host, port), CONNECT_SECONDS)
    except Closed:
        await _say(writer, _REFUSED)
        return
    except (OSError, ValueError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        await _say(writer, _UNREACHABLE)
        return
    if method == b"CONNECT":
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        back = _pour(far_reader, writer)
    else:
        far_writer.write(_for_origin(head, target))
        back = _pass_back(far_reader, writer)
    await asyncio.gather(_pour(reader, far_writer), back)


def _where(method: bytes, target: str) -> tuple[str, int]:
    parts = urlsplit(f"//{target}" if method == b"CONNECT" else target)
    if not parts.hostname or (method != b"CONNECT" and parts.scheme != "http"):
        raise Closed
    return parts.hostname, parts.port or (443 if method == b"CONNECT" else 80)


async def _connect(host: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, proto=6)   # TCP
    address = str(found[0][4][0])
    if is_private(address) and not is_named(host, port):
        raise Closed
    return await asyncio.open_connection(address, port)


def _for_origin(head: bytes, target: bytes) -> bytes:
    """The request as its server expects it: the path alone, and one request a connection."""
    rest = target.partition(b"://")[2]
    path = b"/" + rest.partition(b"/")[2] if b"/" in rest else b"/"
    return _of_one_request(head.replace(target, path, 1))


def _of_one_request(head: bytes) -> bytes:
    kept = [line for line in head.split(b"\r\n")
            if not line.lower().startswith((b"proxy-", b"connection:", b"keep-alive:"))]
    return b"\r\n".join([kept[0], b"Connection: close", *kept[1:]])


async def _pass_back(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """The answer, which says itself that no other will follow: some servers leave open what they were to close."""
    with contextlib.suppress(OSError):
        try:
            while (head := await reader.readuntil(b"\r\n\r\n"))[9:12] in _INTERIM:
                writer.write(head)
            writer.write(_of_one_request(head))
        except asyncio.IncompleteReadError as error:
            writer.write(error.partial)
        except asyncio.LimitOverrunError:
            pass                       # no head is that long: it goes on as it is
    await _pour(reader, writer)


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(_CHUNK):
            writer.write(data)
            await writer.drain()
    with contextlib.suppress(OSError):
        writer.close()


async def _say(writer: asyncio.StreamWriter, answer: bytes) -> None:
    with contextlib.suppress(OSError):
        writer.write(answer)
        await writer.drain()
        writer.close()
