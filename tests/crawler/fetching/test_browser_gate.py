"""The browser's way out, spoken to as a browser speaks to a proxy."""

import socket
import threading

from crawler.fetching.browser_gate import open_gate
from crawler.middlewares.private import name_target


def answer_forever(listening: socket.socket, head: bytes) -> None:
    """One answer, and a connection that stays open whatever the client asks for."""
    connection, _ = listening.accept()
    connection.recv(65536)
    connection.sendall(head + b"Content-Length: 2\r\nConnection: keep-alive\r\n\r\nok")
    connection.recv(65536)
    connection.close()


def test_a_server_that_leaves_the_connection_open_gets_no_second_request_by_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        name_target(url)
        early = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
        threading.Thread(target=answer_forever, args=(listening, early + b"HTTP/1.1 200 OK\r\n"), daemon=True).start()
        with socket.create_connection(("127.0.0.1", open_gate()), timeout=10) as browser:
            browser.sendall(f"GET {url} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
            said = b""
            while not said.endswith(b"ok"):
                said += browser.recv(65536)
    interim, _, head = said.partition(b"\r\n\r\n")
    assert interim.startswith(b"HTTP/1.1 103 ") and b"Connection" not in interim
    assert head.startswith(b"HTTP/1.1 200 OK\r\nConnection: close\r\n") and b"keep-alive" not in head
