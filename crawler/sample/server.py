"""The sample site over real HTTP on loopback, for as long as a `with` block lasts."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from crawler.sample.site import Site

PORT = 8799                # tried first, so that a second demo meets the same addresses


@contextmanager
def serve(*, port: int = 0) -> Iterator[Site]:
    """The running site; its address is `site.base`. Port 0 lets the system choose, as does a port that is taken."""
    server = _listen(port)
    site = Site(f"http://127.0.0.1:{server.server_address[1]}")
    server.site = site
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    site: Site


def _listen(port: int) -> _Server:
    try:
        return _Server(("127.0.0.1", port), _Handler)
    except OSError:
        return _Server(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    timeout = 10

    def do_GET(self) -> None:
        """Answer, with validators; 304 where the asker has it already."""
        answer = self.server.site.answer(self.path)
        unchanged = answer.status == 200 and self.headers.get("If-None-Match") == answer.etag
        self.send_response(304 if unchanged else answer.status)
        self.send_header("ETag", answer.etag)
        if answer.modified:
            self.send_header("Last-Modified", f"{answer.modified:%a, %d %b %Y} 00:00:00 GMT")
        if not unchanged:
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if not unchanged:
            self.wfile.write(answer.body)

    def log_message(self, *_: object) -> None:
        """Nothing: the demo prints what matters."""
