"""Serves a Site over real HTTP on loopback, and remembers what was asked."""

import contextlib
import hashlib
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

from tests.site.routes import Reply, Site


@dataclass(frozen=True)
class Asked:
    """One request and its answer."""

    path: str
    status: int
    headers: dict[str, str]
    at: float


class Server(ThreadingHTTPServer):
    """The site at `url`; `log` holds what was asked, in order."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, site: Site, port: int, host: str = "127.0.0.1") -> None:
        super().__init__((host, port), _Handler)
        self.site, self.log, self.asked = site, list[Asked](), Counter[str]()
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        """The site's address, without a final slash."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def count(self, path: str, status: int = 200) -> int:
        """How often `path` was answered with `status`."""
        return sum(1 for asked in self.log if asked.path == path and asked.status == status)

    def forget(self) -> None:
        """Empty the log."""
        self.log.clear()

    def handle_error(self, request: object, client_address: object) -> None:
        """A crawl that is killed hangs up: nothing to report."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True          # else head and body, sent apart, cost 40 ms a request
    server: Server

    def do_GET(self) -> None:
        site, path = self.server.site, self.path
        answer = site.routes.get(path)
        before = self.server.asked[path]
        self.server.asked[path] += 1
        headers = {name.lower(): value for name, value in self.headers.items()}
        if callable(answer):
            answer = answer(before, headers)
        reply = answer or site.fallback(path) or Reply(b"<h1>Not found</h1>", 404)
        tag = f'"{hashlib.md5(reply.body).hexdigest()}"'
        if reply.status == 200 and reply.validators and headers.get("if-none-match") == tag:
            reply = Reply(status=304)
        self.server.log.append(Asked(path, reply.status, headers, time.monotonic()))
        self.send_response(reply.status)
        if reply.status == 200 and reply.validators:
            self.send_header("ETag", tag)
        self.send_header("Content-Type", reply.content_type)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        with contextlib.suppress(ConnectionError):
            self._send(reply)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        answer = self.server.site.forms.get(self.path)
        reply = answer(dict(parse_qsl(body, keep_blank_values=True))) if answer else Reply(b"no form", 405)
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.log.append(Asked(f"POST {self.path}", reply.status, headers, time.monotonic()))
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self._send(reply)

    def _send(self, reply: Reply) -> None:
        if reply.send == "drip":
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            while not self.server.closing.wait(0.2):
                self.wfile.write(b"1\r\nx\r\n")
            self.close_connection = True
            return
        lengths = {"cut": len(reply.body) + 1000, "huge": 1 << 31}
        self.send_header("Content-Length", str(lengths.get(reply.send, len(reply.body))))
        self.end_headers()
        if reply.status != 304:
            self.wfile.write(reply.body)
        if reply.send in lengths:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Quiet."""


@contextmanager
def serving(site: Site, port: int = 0) -> Iterator[Server]:
    """The site, served until the block ends; at a port that was served before, or at any."""
    server = Server(site, port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
