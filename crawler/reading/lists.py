"""A page as it was read -> why it is a list all the same: of files, of items, or of teasers, of one alone even. Pure.

The shape of a page tells most lists; these are told by what was read of them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from archive.records import Block, Publication
from archive.rows import SPACELESS
from archive.urls import join_url, same_publisher
from crawler.discovery.addresses import OF_A_TIME, index_reason
from crawler.discovery.scripted import held_leads, tells
from crawler.parsing.appearance import HEADINGS
from crawler.parsing.choices import Choices
from crawler.parsing.outline import Outline

LEAST_ENTRIES = 3
TIMES_AROUND = 5                       # so much more does a table of others say than what stands around it
LEAST_WORDS_OF_A_TITLE = 4             # "Annex 1 (PDF)" is a part, "Ports and their hinterland" a title
MOST_WORDS_BESIDE_A_FILE = 8           # a number, a date, a size
MOST_WORDS_OF_AN_ITEM, MOST_WORDS_OF_A_LINE = 25, 10
MOST_WORDS_OF_A_TEASER, MOST_WORDS_OF_AN_ABSTRACT = 60, 200
LEAST_WORDS_OF_A_TEASERS_TITLE = 3
MOST_BETWEEN = 2                       # lines between a title and its teaser: a date, a label
MOST_AROUND = 3                        # elements around a heading that a card is made of
LEAST_WORDS_OF_A_TIME, LEAST_WORDS_WITHOUT_A_DAY = 60, 12      # in sentences
MOST_OWN_LINKS = 200                   # whose titles are looked for in a text
LEAST_LINES, MOST_SIGNS_OF_A_LINE = 6, 80
_ENDS = (".", "!", "?", ":", ";", ",", "…", "。", "！", "？", "।", "؟", "۔")
_WORD = re.compile(r"\w{2,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_OF_A_PATH = re.compile(r"/((?:19|20)\d\d)(?![^/])")


def list_reason(publication: Publication) -> str | None:
    """Why the page is an index; None where nothing read of it says so."""
    if _lists_files(publication):
        return "an index: a list of files"
    if _is_a_register(publication):
        return "an index: a table whose rows are other publications"
    if _only_leads_on(publication):
        return "an index: items that each lead on"
    if _is_of_teasers(publication):
        return "an index: headings that each lead on"
    return None


def _lists_files(publication: Publication) -> bool:
    """Whether a page says hardly more than the titles of several files, each a publication of its own.

    The link to a file bears its title, or stands beside it in a row: "Ports and their hinterland, 2024, PDF".
    """
    titles = [file.title or "" for file in publication.attachments if file.media_type == "application/pdf"]
    if len(titles) < LEAST_ENTRIES:
        return False
    named = [words for title in titles if (words := words_in(title)) >= LEAST_WORDS_OF_A_TITLE]
    labels = {title for title in titles if 0 < words_in(title) < LEAST_WORDS_OF_A_TITLE}
    if labels and _has_a_heading_each(publication, len(titles)):
        return True
    if len(named) >= LEAST_ENTRIES and _has_a_text_each(publication, titles):
        return True
    named += [words_in(row) for block in publication.blocks for row in _rows(block)
              if any(label in row for label in labels) and _bears_a_title(row, labels)]
    others = words_in(publication.text) - sum(named)
    return len(named) >= LEAST_ENTRIES and others < MOST_WORDS_BESIDE_A_FILE * len(named)


def _has_a_heading_each(publication: Publication, files: int) -> bool:
    """Whether each file stands under a title of its own, with a few words: a page of cards."""
    headings = sum(block.kind == "heading" and len(_WORD.findall(block.text)) >= LEAST_WORDS_OF_A_TITLE
                   for block in publication.blocks)
    return headings * 5 >= files * 4 and words_in(publication.text) <= MOST_WORDS_OF_A_TEASER * files \
        and not states_its_day(publication)


def _has_a_text_each(publication: Publication, titles: list[str]) -> bool:
    """Whether the page begins with the title of a file, and a few words on it stand below each."""
    places = [i for i, block in enumerate(publication.blocks) if any(title in block.text for title in titles)]
    if len(places) < LEAST_ENTRIES or states_its_day(publication):
        return False
    before = sum(words_in(block.text) for block in publication.blocks[:places[0]])
    below = words_in(publication.text) - before - sum(map(words_in, titles))
    return before <= MOST_WORDS_OF_A_TEASER and \
        MOST_WORDS_BESIDE_A_FILE * len(places) <= below <= MOST_WORDS_OF_AN_ABSTRACT * len(places)


def _rows(block: Block) -> list[str]:
    return block.text.split("\n") if block.kind in ("table", "item", "paragraph") else []


def _bears_a_title(row: str, labels: set[str]) -> bool:
    for label in labels:
        row = row.replace(label, " ")
    return LEAST_WORDS_OF_A_TITLE <= len(_WORD.findall(row)) <= MOST_WORDS_OF_AN_ITEM


def _is_a_register(publication: Publication) -> bool:
    """Whether the text is a table, whose rows each lead to a page of the publisher or name a title and its day.

    A sentence or two may stand around it.
    """
    tables = [block.text for block in publication.blocks if block.kind == "table"]
    if len(tables) != 1 or states_its_day(publication) \
            or (within := words_in(tables[0])) < TIMES_AROUND * (words_in(publication.text) - within):
        return False
    rows = tables[0].split("\n")
    own = {link.text for link in publication.links if link.text and same_publisher(link.url, publication.url)}
    leading = [row for row in rows if (_YEAR.search(row) or any(cell in own for cell in row.split("\t")))
               and LEAST_WORDS_OF_A_TITLE <= len(_WORD.findall(row)) <= MOST_WORDS_OF_AN_ITEM]
    return len(rows) > LEAST_ENTRIES and len(leading) * 5 >= len(rows) * 4


def _only_leads_on(publication: Publication) -> bool:
    """Whether the text is nothing but short items or lines, each with a link: "Title, Download"; "Name, her office"."""
    blocks, said = publication.blocks, [link.text for link in publication.links if link.text]
    if len(blocks) >= LEAST_LINES and all(block.kind != "quote" and _is_a_line(block) for block in blocks):
        return not states_its_day(publication)       # the links are pictures
    own = sum(words_in(link.text or "") for link in publication.links if same_publisher(link.url, publication.url))
    if blocks and all(block.kind == "item" for block in blocks) and 3 * own >= 2 * words_in(publication.text):
        return True
    if len(blocks) < LEAST_ENTRIES:                        # entries that only a line break sets apart
        blocks = tuple(replace(block, text=row) for block in blocks for row in block.text.split("\n"))
    if len(blocks) < LEAST_ENTRIES or len(publication.links) < len(blocks):
        return False
    if all(block.kind == "item" for block in blocks):
        return words_in(publication.text) <= MOST_WORDS_OF_AN_ITEM * len(blocks)
    if not all(block.kind in ("item", "paragraph") and any(text in block.text for text in said) for block in blocks):
        return False
    if publication.word_count <= MOST_WORDS_OF_A_LINE * len(blocks):
        return True
    words = words_in(publication.text)                     # references: "A. Ruiz (2024), Lock fees. Working paper."
    return words <= MOST_WORDS_OF_AN_ITEM * len(blocks) and words <= 3 * own and not states_its_day(publication)


def _is_a_line(block: Block) -> bool:
    text = block.text.rstrip("\"'”’»)")
    if len(text) > MOST_SIGNS_OF_A_LINE:       # in Thai a whole paragraph may be one word, and no sign ends it
        return False
    return len(text.split()) <= MOST_WORDS_OF_A_LINE and not text.endswith(_ENDS)


def _is_of_teasers(publication: Publication) -> bool:
    """Whether the titles are links to other pages of the publisher, each with a few words below, and little more.

    A title is a heading, or, where there is none, a line that is nothing but a link.

    A page that states a date of its own is no list: a guide to restaurants looks like one.
    """
    if states_its_day(publication):
        return False
    linked = {link.text: link.url for link in publication.links}
    titles = [i for i, block in enumerate(publication.blocks) if block.kind == "heading"] or [
        i for i, block in enumerate(publication.blocks)
        if block.text in linked and words_in(block.text) >= LEAST_WORDS_OF_A_TITLE]
    teasers = [i for i in titles if (url := linked.get(publication.blocks[i].text))
               and same_publisher(url, publication.url)]
    least = LEAST_ENTRIES
    if teasers[:1] == [0]:         # a list narrowed down to one or two begins with them
        least = 1 if publication.blocks[0].kind == "heading" else 2
    if len(teasers) < least or len(teasers) * 5 < len(titles) * 4:
        return False
    before = sum(words_in(block.text) for block in publication.blocks[:teasers[0]])
    below = words_in(publication.text) - before
    return below <= MOST_WORDS_OF_A_TEASER * len(teasers) and before < below


def states_its_day(publication: Publication) -> bool:
    """Whether the page says for programs when it was published."""
    return publication.evidence.get("published", "").startswith(("json-ld", "meta"))


def is_one_teaser(publication: Publication, choices: Choices) -> bool:
    """Whether the text stands in a box with the linked title of another page, and the page's own title outside it.

    The last page of a list, or a list narrowed down, may show one card alone: nothing repeats, and the text of the
    card reads like a short publication.
    """
    body, outline, own = choices.body, choices.outline, choices.title.element
    if words_in(publication.text) > MOST_WORDS_OF_A_TEASER or not body.runs or states_its_day(publication):
        return False
    first = body.runs[0]
    for number in range(first, max(-1, first - MOST_BETWEEN - 2), -1):
        run = outline.runs[number]
        if run.link_chars < len(run.text) or words_in(run.text) < LEAST_WORDS_OF_A_TEASERS_TITLE:
            continue
        box = outline.around(run.element, outline.runs[first].element)
        return (own is None or not outline.inside(own, box)) and _leads_on(outline, run.element, publication.url)
    return False


def is_of_cards(publication: Publication, choices: Choices) -> bool:
    """Whether scripts open other pages from the headings, or their boxes: cards without links, or rows of a table.

    One box around them all, which fetches what follows, makes no cards.
    """
    outline = choices.outline
    lines = [outline.runs[number].element for number in choices.body.runs]
    lines = [line for line in lines if outline.tags[line] in HEADINGS] or lines
    if len(lines) < LEAST_ENTRIES or states_its_day(publication):
        return False
    opened = [address for line in lines if (address := next(filter(None, (
        _opened(outline, i, publication.url) for i in (line, *outline.ancestors(line, MOST_AROUND)))), None))]
    return len(opened) * 5 >= len(lines) * 4 and len(set(opened)) >= LEAST_ENTRIES


def is_of_a_time(publication: Publication, choices: Choices) -> bool:
    """Whether a page at the address of a year, a month or a day lists what was published then.

    But the debates of a day, its gazette and the figures of a month stand at such addresses, too: in sentences, of that
    day or a later one, and without a line that is a link to another page, as titles above the texts of a list are.
    """
    own, outline, runs = publication.url, choices.outline, choices.body.runs
    year = max(_YEAR_OF_A_PATH.findall(own), default="")
    if _words_of_sentences(publication) < LEAST_WORDS_OF_A_TIME or not runs or (publication.published or "") < year:
        return True
    before = range(max(0, runs[0] - MOST_BETWEEN), runs[0])
    return any(2 * run.link_chars > len(run.text) and _leads_on(outline, run.element, own, beside=OF_A_TIME)
               for run in (outline.runs[number] for number in (*before, *runs)))


def is_bare(publication: Publication, choices: Choices) -> bool:
    """Whether a page without a day has the shape of no publication, and hardly a sentence besides."""
    return publication.published is None and not publication.attachments \
        and choices.judgement.score >= choices.judgement.limit \
        and _words_of_sentences(publication, _own_links(publication)) < LEAST_WORDS_WITHOUT_A_DAY


def _words_of_sentences(publication: Publication, without: Sequence[str] = ()) -> int:
    """Words of what is longer than a line or ends like one of a text; `without` what other pages are called there."""
    said = [block.text for block in publication.blocks if block.kind != "table" and (
        words_in(block.text) > MOST_WORDS_OF_A_LINE or not _is_a_line(block))]
    for title in without:
        said = [text.replace(title, " ") for text in said]
    return sum(map(words_in, said))


def _own_links(publication: Publication) -> list[str]:
    return [link.text for link in publication.links[:MOST_OWN_LINKS]
            if link.text and same_publisher(link.url, publication.url)]


def _opened(outline: Outline, i: int, url: str) -> str | None:
    """Another page of the publisher that a script of this element opens."""
    held = outline.attributes[i]
    leads = held_leads(held, url, url) if any(map(tells, held)) else ()
    return next((lead.url for lead in leads if lead.url != url and same_publisher(lead.url, url)), None)


def _leads_on(outline: Outline, line: int, url: str, *, beside: str | None = None) -> bool:
    """Whether a link in this line, or around it, leads to another page of the publisher, and none that is `beside`."""
    anchors = [*outline.all("a", within=line), *(i for i in (line, *outline.ancestors(line)) if outline.tags[i] == "a")]
    addresses = [join_url(url, outline.attributes[i].get("href") or "") for i in anchors]
    return any(address is not None and address != url and same_publisher(address, url)
               and not address.lower().endswith(".pdf") and (beside is None or index_reason(address) != beside)
               for address in addresses)


def words_in(text: str) -> int:
    """Words between spaces; of scripts that put none between words, two characters are one.

    >>> words_in("Ports learn to share"), words_in("地方鉄道の維持と公共交通政策"), words_in("")
    (4, 8, 0)
    """
    return len(text.split()) + (0 if text.isascii() else len(SPACELESS.findall(text)) // 2)
