"""What every page does alike: render a template, answer an error in the reader's own face."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import wraps
from typing import Any

from datasette.utils.asgi import Request, Response

from archive.browse.access import LIMIT_MS, Reader, TooSlow, find_reader
from archive.browse.feed import atom_feed

Find = Callable[..., Awaitable[Response]]


class NoSuchPage(Exception):
    """There is nothing at this address; the words say what was looked for."""


class Senseless(Exception):
    """The address asks for something that can't be; the words say what to ask instead."""


def page(view: Callable[[Reader, Request], Awaitable[Response]]) -> Callable[[Any, Request], Awaitable[Response]]:
    """A view as Datasette calls it, with the reader found, and its errors answered as pages."""
    @wraps(view)
    async def wrapped(datasette: Any, request: Request) -> Response:
        reader = find_reader(datasette)
        assert reader is not None, "routes are registered only where there is one"
        try:
            return await view(reader, request)
        except NoSuchPage as error:
            return await _problem(reader, request, "Nothing is kept here", str(error), 404)
        except Senseless as error:
            return await _problem(reader, request, "This can't be answered", str(error), 400)
        except TooSlow:
            return await _problem(reader, request, "This took too long",
                                  f"The archive did not answer within {LIMIT_MS // 1000} seconds. Ask for less: "
                                  "another word, a source, or a shorter span of dates.", 503)
    del wrapped.__wrapped__  # Datasette reads the signature to know what to hand over
    return wrapped


async def _problem(reader: Reader, request: Request, heading: str, words: str, status: int) -> Response:
    """What is wrong: for people as a page, for programs that asked for JSON as Datasette's errors are."""
    if request.path.endswith(".json"):
        return Response.json({"ok": False, "error": words, "status": status, "title": heading}, status=status)
    return await render(reader, request, "problem.html", {"heading": heading, "words": words}, status)


async def render(reader: Reader, request: Request, template: str, context: Mapping[str, Any],
                 status: int = 200) -> Response:
    """The template as a response."""
    body = await reader.datasette.render_template(template, {**context, "path": request.path}, request=request)
    return Response.html(body, status=status)


def feed_response(reader: Reader, request: Request, title: str, records: Sequence[Mapping[str, Any]]) -> Response:
    """The records as an Atom feed at the address that was asked for."""
    here = reader.datasette.absolute_url(request, request.full_path)
    site = reader.datasette.absolute_url(request, reader.datasette.urls.path("/"))
    return Response(atom_feed(records, title=title, here=here, site=site.rstrip("/")),
                    content_type="application/atom+xml; charset=utf-8")


def number_of(text: str | None, default: int, low: int, high: int) -> int:
    """A number from an address, brought between two bounds; the default for anything else.

    >>> number_of("7", 1, 1, 5), number_of("x", 1, 1, 5), number_of(None, 2, 1, 5)
    (5, 1, 2)
    """
    if not text or not text.isdecimal() or len(text) > 9:
        return default
    return min(max(int(text), low), high)
