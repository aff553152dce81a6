"""Cookies are kept without a question to anybody."""

import pytest
import requests
from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from crawler.middlewares.cookies import Cookies


def test_the_first_cookie_asks_nobody_for_the_public_suffixes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a request to the web")

    monkeypatch.setattr(requests.Session, "request", refuse)
    crawler = get_crawler(Spider)
    cookies = Cookies.from_crawler(crawler)
    first, second = Request("https://www.institute.example.co.uk/a"), Request("https://www.institute.example.co.uk/b")
    answer = Response(first.url, headers={"Set-Cookie": "a=1; Domain=institute.example.co.uk"}, request=first)
    cookies.process_response(first, answer)
    cookies.process_request(second)
    assert second.headers["Cookie"] == b"a=1"
