"""Datasette's hooks: our routes, templates' filters, headers on every response, uids as links in its tables."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import jinja2
from datasette import hookimpl
from markupsafe import Markup

from archive import counts
from archive.browse import routes, words
from archive.browse.access import find_reader
from archive.browse.app import SETTINGS
from archive.browse.languages import language_words
from archive.browse.pages.home import warm
from archive.browse.safety import App, with_headers, with_reading_only
from archive.browse.tables import with_short_tables

Hook = TypeVar("Hook", bound=Callable[..., Any])
hook: Callable[[Hook], Hook] = hookimpl
_UID = re.compile("[0-9a-f]{16}")
hook_first: Callable[[Hook], Hook] = hookimpl(tryfirst=True)


@hook
def register_routes(datasette: Any) -> list[tuple[str, Callable[..., Any]]]:
    """The reader's pages, where an archive is served; nothing otherwise."""
    return routes.ROUTES if find_reader(datasette) else []


@hook
def asgi_wrapper(datasette: Any) -> Callable[[App], App]:
    """Security headers on every response, reading only, Datasette's tables without their longest columns at first."""
    return lambda app: with_headers(with_reading_only(with_short_tables(app, datasette),
                                                      lambda: find_reader(datasette)))


@hook
def startup(datasette: Any) -> Callable[[], Awaitable[None]]:
    """Dear figures are counted before the first page is asked for; facets of long texts are never suggested."""
    from datasette import handle_exception as errors  # as it imports plugins, plugins can't import it

    async def prepare() -> None:
        reader = find_reader(datasette)
        if reader:
            errors.rich = None     # where it is installed, a 404 is printed with all variables, or fails at that
            datasette._settings["suggest_facets"] = SETTINGS["suggest_facets"]  # plain Datasette would take seconds
            await warm(reader)
    return prepare


@hook_first
def handle_exception(datasette: Any, exception: Exception) -> None:
    """Datasette calls it a fault of its own (500) where a parameter of the address makes no sense: it is a 400."""
    from datasette.views.base import DatasetteError

    if isinstance(exception, DatasetteError) and exception.status == 500 and find_reader(datasette):
        exception.status = 400


@hook
def prepare_jinja2_environment(env: jinja2.Environment, datasette: Any) -> None:
    """Filters for dates, counts and links; `archive_reader()` gives the archive served, None where there is none."""
    env.filters.update(
        date_words=words.date_words, time_words=words.time_words, count_words=counts.count_words,
        length_words=counts.length_words, web_link=words.web_link, share_link=words.share_link,
        host_of=words.host_of, direction=words.direction, file_name=words.file_name, field_words=words.field_words,
        path_part=words.path_part, language_words=language_words)
    env.globals.update(static=routes.static_address, query_string=words.query_string, age=words.age_words,
                       archive_reader=lambda: find_reader(datasette))


@hook
def render_cell(row: Any, value: Any, column: str, datasette: Any) -> Markup | None:
    """A uid in any table or query links to its page; so does the title beside it."""
    if column == "title":
        value, words = (row["uid"] if "uid" in row.keys() else None), value  # noqa: SIM118 - a sqlite3.Row
    elif column == "uid" or column.endswith("_uid"):
        words = value
    else:
        return None
    if not words or not isinstance(value, str) or not _UID.fullmatch(value):
        return None
    return Markup('<a href="{}" dir="auto">{}</a>').format(datasette.urls.path(f"/read/{value}"), words)
