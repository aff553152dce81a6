"""The crawl on networks of other makes: IPv6 alone, proxies, no TLS; and when its terminal is closed."""

import ipaddress
import signal
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.crawling import ROOT, command, crawl, kept, rows
from tests.site import Reply, Server, Site, serving
from tests.site.routes import links_to

PAPERS = ["/papers/a-first", "/papers/b-second"]


class OverVersion6(Server):
    """A server on IPv6 alone."""

    address_family = socket.AF_INET6

    def __init__(self, site: Site) -> None:
        super().__init__(site, 0, host="::1")

    @property
    def url(self) -> str:
        """The site's address, without a final slash."""
        return f"http://[::1]:{self.server_address[1]}"


@pytest.fixture
def site() -> Site:
    made = Site()
    made.page("/", links_to(made.articles(PAPERS)))
    return made


@pytest.fixture
def over_6(site: Site) -> Iterator[OverVersion6]:
    try:
        server = OverVersion6(site)
    except OSError:
        pytest.skip("this machine has no IPv6")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


class Proxy(BaseHTTPRequestHandler):
    """Answers for a host that nobody else can reach."""

    site: Site

    def do_GET(self) -> None:
        reply = self.site.routes.get(self.path.partition("far.example")[2], Reply(b"", 404))
        assert isinstance(reply, Reply)
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Quiet."""


@pytest.fixture
def proxy(site: Site) -> Iterator[str]:
    """The address of a proxy."""
    Proxy.site = site
    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_site_on_ipv6_alone_is_crawled(over_6: OverVersion6, tmp_path: Path) -> None:
    crawl(over_6.url + "/", tmp_path / "archive.db")
    assert kept(tmp_path / "archive.db", over_6.url) == PAPERS


def test_a_site_is_reached_by_the_proxy_of_the_environment(
        proxy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://{proxy}")
    crawl("http://far.example/", tmp_path / "archive.db", "--set", "DOWNLOAD_DELAY=0")
    assert kept(tmp_path / "archive.db", "http://far.example") == PAPERS


def test_a_proxy_that_does_not_answer_is_named_without_its_password(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://ann:secret@127.0.0.1:9/")
    said = crawl("http://far.example/", tmp_path / "archive.db", code=1).stderr
    assert said.strip() == ("policy-archive: far.example does not answer: the connection was refused "
                            "(by the proxy 127.0.0.1:9)")


def test_a_site_without_tls_is_said_to_have_none_at_once(site: Site, tmp_path: Path) -> None:
    with serving(site) as server:
        said = crawl(server.url.replace("http:", "https:") + "/", tmp_path / "archive.db", code=1).stderr
    assert "does not answer: it speaks no TLS" in said and said.count("\n") == 1


def test_a_host_that_cannot_show_who_it_is_is_crawled_and_told_of_unless_certificates_are_asked_for(
        site: Site, tmp_path: Path) -> None:
    db = tmp_path / "archive.db"
    with serving(site) as server:
        server.socket = _certified(tmp_path).wrap_socket(server.socket, server_side=True,
                                                         do_handshake_on_connect=False)
        home = server.url.replace("http:", "https:")
        assert "its certificate is signed by the host itself; its pages are kept all the same" in \
            crawl(home + "/", db).stderr
        assert kept(db, home) == PAPERS
        said = crawl(home + "/", tmp_path / "b.db", "--set", "DOWNLOAD_VERIFY_CERTIFICATES=true", code=1).stderr
    assert "nothing could be fetched (its certificate is not to be trusted)" in said


def _certified(folder: Path) -> ssl.SSLContext:
    """A server's side of TLS, with a certificate for 127.0.0.1 that nobody else has signed."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "us")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(7)
    made = made.not_valid_before(now - timedelta(1)).not_valid_after(now + timedelta(9)).add_extension(here, False)
    pem = serialization.Encoding.PEM
    (folder / "us.pem").write_bytes(made.sign(key, hashes.SHA256()).public_bytes(pem) + key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "us.pem")
    return context


def _hears_of_its_terminal() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)       # the tests may run under `nohup`


def test_a_terminal_that_is_closed_ends_the_crawl_cleanly(site: Site, tmp_path: Path) -> None:
    db = tmp_path / "archive.db"
    site.page("/", links_to(site.articles([f"/papers/{n:02}-more" for n in range(60)])))
    with serving(site) as server:
        run = subprocess.Popen(command("crawl", server.url + "/", "--db", str(db), "--set", "DOWNLOAD_DELAY=0.2"),
                               cwd=ROOT, stderr=subprocess.PIPE, text=True, preexec_fn=_hears_of_its_terminal)
        until = time.monotonic() + 60
        while server.count("/papers/00-more") == 0 and time.monotonic() < until:
            time.sleep(0.05)
        run.send_signal(signal.SIGHUP)
        _, said = run.communicate(timeout=60)
    assert (run.returncode, said.strip().splitlines()[-1]) == (
        1, "policy-archive: stopped; the same command goes on from here")
    assert rows(db, "SELECT outcome FROM runs") == [("shutdown",)]
