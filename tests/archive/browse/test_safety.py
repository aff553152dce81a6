"""The doors before the reader: password, known hosts, headers on everything."""

import asyncio
from base64 import b64encode
from typing import Any

import httpx
import pytest

from archive.browse.safety import HEADERS, App, Receive, Scope, Send, with_headers, with_known_hosts, with_password


async def inner(scope: Scope, receive: Receive, send: Send) -> None:
    """An app that sets one header itself."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"X-Frame-Options", b"SAMEORIGIN")]})
    await send({"type": "http.response.body", "body": b"inside"})


def ask(app: App, **headers: str) -> httpx.Response:
    async def asking() -> httpx.Response:
        transport: Any = httpx.ASGITransport(app=app)  # type: ignore[arg-type]  # our App is narrower
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8001") as client:
            return await client.get("/", headers=headers)
    return asyncio.run(asking())


def basic(words: str) -> str:
    return "Basic " + b64encode(words.encode()).decode()


def test_headers_are_added_and_those_given_stay() -> None:
    headers = ask(with_headers(inner)).headers
    assert headers["content-security-policy"] == HEADERS["content-security-policy"]
    assert headers.get_list("x-frame-options") == ["SAMEORIGIN"]


@pytest.mark.parametrize("given", [None, "", "Basic", "Basic !!!", "Bearer x", basic("ada:wrong"), basic("ada")])
def test_without_the_password_nothing_is_shown(given: str | None) -> None:
    answer = ask(with_password(inner, "ada", "se:cret"), **({} if given is None else {"authorization": given}))
    assert answer.status_code == 401 and "inside" not in answer.text and answer.headers["www-authenticate"]


def test_with_the_password_it_is() -> None:
    assert ask(with_password(inner, "ada", "se:cret"), authorization=basic("ada:se:cret")).text == "inside"


@pytest.mark.parametrize(("host", "status"), [("localhost", 200), ("127.0.0.1:8001", 200), ("[::1]:8001", 200),
                                              ("evil.example", 421), ("localhost.evil.example:8001", 421), ("", 421)])
def test_only_known_hosts_are_answered(host: str, status: int) -> None:
    app = with_known_hosts(inner, frozenset({"localhost", "127.0.0.1", "[::1]"}))
    assert ask(app, host=host).status_code == status
