"""Datasette's hooks: our routes, templates' filters, headers on every response, uids as links in its tables."""

from collections.abc import Callable
from typing import Any, TypeVar

import jinja2
from datasette import hookimpl
from markupsafe import Markup

from archive.browse import routes, words
from archive.browse.access import find_reader
from archive.browse.safety import App, with_headers
from archive.browse.tables import with_short_tables

Hook = TypeVar("Hook", bound=Callable[..., Any])
hook: Callable[[Hook], Hook] = hookimpl


@hook
def register_routes(datasette: Any) -> list[tuple[str, Callable[..., Any]]]:
    """The reader's pages, where an archive is served; nothing otherwise."""
    return routes.ROUTES if find_reader(datasette) else []


@hook
def asgi_wrapper(datasette: Any) -> Callable[[App], App]:
    """Security headers on every response; Datasette's tables without their longest columns at first."""
    return lambda app: with_headers(with_short_tables(app, datasette))


@hook
def prepare_jinja2_environment(env: jinja2.Environment, datasette: Any) -> None:
    """Filters for dates, counts and links; `archive_reader()` gives the archive served, None where there is none."""
    env.filters.update(
        date_words=words.date_words, time_words=words.time_words, count_words=words.count_words,
        web_link=words.web_link, share_link=words.share_link, host_of=words.host_of, direction=words.direction)
    env.globals.update(static=routes.static_address, query_string=words.query_string, age=words.age_words,
                       archive_reader=lambda: find_reader(datasette))


@hook
def render_cell(value: Any, column: str, datasette: Any) -> Markup | None:
    """A uid in any table or query links to its page."""
    if not (column == "uid" or column.endswith("_uid")) or not isinstance(value, str) or len(value) != 16:
        return None
    return Markup('<a href="{}">{}</a>').format(datasette.urls.path(f"/read/{value}"), value)
