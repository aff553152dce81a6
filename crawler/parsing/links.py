"""Outline and body -> the links inside the body: what the publication cites. Pure."""

from bisect import bisect_right
from collections.abc import Collection

from archive.records import Link
from crawler.parsing.body import Body
from crawler.parsing.outline import Outline

MOST_LINKS = 5_000            # of one page; a page with more is a directory


def find_links(outline: Outline, body: Body, own: Collection[str], excluded: Collection[str]) -> tuple[Link, ...]:
    """Links with text in the body's own runs, each address and text once, in reading order.

    `own` are addresses of the page itself, `excluded` what other readers took: share links, related publications.
    """
    absolute = outline.document.absolute
    found: dict[Link, None] = {}
    runs = [outline.runs[number] for number in body.runs]
    starts = [run.start for run in runs]
    for i in outline.all("a", within=body.element):
        place = bisect_right(starts, outline.starts[i]) - 1
        if place < 0 or outline.starts[i] >= runs[place].stop:      # in none of the body's runs
            continue
        url = absolute(outline.attributes[i].get("href"))
        if not url or url in own or url in excluded:
            continue
        if text := outline.text(i):
            found[Link(url, text)] = None
        if len(found) == MOST_LINKS:
            break
    return tuple(found)
