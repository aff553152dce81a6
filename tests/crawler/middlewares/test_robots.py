"""What is made of a robots.txt that can't be had."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import Response

from crawler.middlewares import RobotsUnreachable
from crawler.middlewares.robots import RobotsRules


def asked(url: str) -> None:
    """Ask whether an address may be fetched, where a host sends on to another, and that does not answer."""
    async def download(request: Request) -> Response:
        if request.url == "https://institute.example/robots.txt":
            return Response(request.url, 301, headers={"Location": "https://moved.example/robots.txt"})
        raise CannotResolveHostError

    crawler: Any = SimpleNamespace(settings={"USER_AGENT": "us"}, engine=SimpleNamespace(download_async=download))
    asyncio.run(RobotsRules(crawler).process_request(Request(url)))


def test_a_dead_host_that_robots_txt_redirects_to_is_named_and_not_taken_for_the_one_that_was_asked() -> None:
    with pytest.raises(RobotsUnreachable, match=r"robots\.txt answers with a redirect to https://moved\.example/"):
        asked("https://institute.example/papers/steel")


def test_a_host_that_does_not_answer_is_itself_to_blame() -> None:
    with pytest.raises(CannotResolveHostError):
        asked("https://other.example/papers/steel")
