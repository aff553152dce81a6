"""A page and its leads -> the leads with the days on which the page says they were published. Pure.

Lists show a day beside each title, which is often the only one that a file or an old page ever gets.
"""

from collections.abc import Iterable

from archive.records import Publication, Related
from archive.urls import join_url
from crawler.discovery.lead import Lead
from crawler.parsing.furniture.items import detailed, read_items
from crawler.parsing.furniture.offers import read_offers
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.outline import Outline

LEAST_ENTRIES = 2              # with a day, of a list


def with_days(leads: tuple[Lead, ...], shown: Publication | Outline) -> tuple[Lead, ...]:
    """The leads of a list, or of a publication that shows others beside it, dated where the page does."""
    days = _days(shown.related if isinstance(shown, Publication) else _entries(shown))
    return tuple(lead._replace(published=days[lead.url]) if lead.url in days else lead
                 for lead in leads) if days else leads


def _days(entries: Iterable[Related]) -> dict[str, str]:
    found = {address: entry.published for entry in entries
             if entry.published and entry.url and (address := join_url("", entry.url))}
    return found if len(found) >= LEAST_ENTRIES else {}


def _entries(outline: Outline) -> list[Related]:
    """What the whole of a list offers, entry by entry."""
    grounds = Grounds(outline, outline.document.url)
    page = tuple(outline.all("body"))[:1]
    return [detailed(grounds, item).related for item in read_items(grounds, page, read_offers(grounds), "related")]
