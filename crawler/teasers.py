"""A page as it was read -> whether all its text is the teaser of another page. Pure.

The last page of a list, or a list narrowed down, may show one card alone: nothing repeats, and the text of the card
reads like a short publication. Its title leads to the publication itself.
"""

from archive.records import Publication
from archive.urls import join_url, same_publisher
from crawler.lists import MOST_WORDS_OF_A_TEASER, states_its_day
from crawler.parsing.choices import Choices
from crawler.parsing.outline import Outline
from crawler.words import words_in

LEAST_WORDS_OF_A_TITLE = 3
MOST_BETWEEN = 2               # lines between a title and its teaser: a date, a label


def is_one_teaser(publication: Publication, choices: Choices) -> bool:
    """Whether the text stands in a box with the linked title of another page, and the page's own title outside it."""
    body, outline, own = choices.body, choices.outline, choices.title.element
    if words_in(publication.text) > MOST_WORDS_OF_A_TEASER or not body.runs or states_its_day(publication):
        return False
    first = body.runs[0]
    for number in range(first, max(-1, first - MOST_BETWEEN - 2), -1):
        run = outline.runs[number]
        if run.link_chars < len(run.text) or words_in(run.text) < LEAST_WORDS_OF_A_TITLE:
            continue
        box = _box_around(outline, run.element, outline.runs[first].element)
        return (own is None or not outline.inside(own, box)) and _leads_on(outline, run.element, publication.url)
    return False


def _box_around(outline: Outline, one: int, other: int) -> int:
    """The smallest element around both."""
    around = {one, *outline.ancestors(one)}
    return next(i for i in (other, *outline.ancestors(other)) if i in around)


def _leads_on(outline: Outline, line: int, url: str) -> bool:
    """Whether a link in this line, or around it, leads to another page of the publisher."""
    anchors = [*outline.all("a", within=line), *(i for i in (line, *outline.ancestors(line)) if outline.tags[i] == "a")]
    addresses = [join_url(url, outline.attributes[i].get("href") or "") for i in anchors]
    return any(address is not None and address != url and same_publisher(address, url)
               and not address.lower().endswith(".pdf") for address in addresses)
