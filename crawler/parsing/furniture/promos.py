"""Grounds -> publications offered between the paragraphs: "Related: …", "[Read more: …]", a card. Pure."""

import re
from collections.abc import Iterator
from itertools import pairwise

from archive.records import Related
from crawler.parsing.file_types import media_type_of
from crawler.parsing.furniture import words
from crawler.parsing.furniture.addresses import host_of, is_named, same_kind
from crawler.parsing.furniture.chrome import HEADINGS, PAGE_PARTS
from crawler.parsing.furniture.headline import is_heading, is_headline, is_strong
from crawler.parsing.furniture.items import Item, detailed, read_items
from crawler.parsing.furniture.labels import ad_label, list_kind
from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.offers import Offer, offers_within
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.outline import Run

_OFFERS = Mark.RELATED | Mark.PROMO
_MOST_LEAD = 60           # characters before the link
_MOST_BESIDE = 20         # characters beside lead and links: brackets, a full stop, "and"
_MOST_WORDS = 4           # of a lead inside the link
_MOST_LINE = 400
_MOST_CARD = 400
_MOST_CARD_LINES = 6
_MOST_IN_BOX = 3          # cards of one box
_CREDIT = re.compile(r"credit|caption")     # of a picture, not a card
_COLONS = frozenset(":：")
_CLOSES = ":：|>»→-–—】］]"
_ARROWS = re.compile(r"[>»›→▶►▸☞👉➡⮕➔\s]+")
_MARKED = re.compile(r"[\[【〔《]\s*([^\]】〕》]{2,20})\s*[\]】〕》]\s*(.+)")      # "【Related】headline"
_BULLETS = "▪■□●○◆◇►▶▸▷▼★☆※•・→»›>-–—*✔☞👉 "
_MOST_LABEL = 4           # words of any lead that a colon closes
_NO_LEADS = frozenset("""
    source sources quelle quellen fuente fuentes fonte fontes источник источники 来源 來源 出典 출처 المصدر स्रोत note
    notes figure table tables chart see contact kontakt authors author methodology data reference references citation
    cite step part chapter section annex appendix article question answer""".split())
_LABELLED = re.compile(r"[^\W\d][^:：.!?]{1,30}[:：]")
_CREDITS = frozenset("photo photos image foto fotos bild".split())     # "Photo: Jane Doe"
_NO_LINES = frozenset("td th dd dt figcaption caption label button nav".split())
_TEXTS = frozenset("p ul ol dl table pre blockquote".split())
_BRACKETS = frozenset("[【〔《(（")
_STOPS = frozenset(".。।")
_ENDS = _STOPS | frozenset("!！:：")
_NO_CARDS = frozenset("p ul ol li dl table tr td th figcaption pre blockquote form video audio iframe details "
                      "header footer nav".split()) | HEADINGS.keys() | (PAGE_PARTS - {"article"})


def find_promos(grounds: Grounds, offers: list[Offer]) -> list[Item]:
    """Lines and cards inside the body that offer one publication or a few."""
    return sorted([*_lines(grounds, offers), *_cards(grounds, offers), *_embedded(grounds, offers)],
                  key=lambda item: item.card)


def _embedded(grounds: Grounds, offers: list[Offer]) -> Iterator[Item]:
    """Publications of the same site that WordPress embeds: a quote of the headline, which a frame covers."""
    for i in grounds.outline.all("blockquote"):
        if "wp-embedded-content" in grounds.outline.names[i]:
            for offer in offers_within(grounds, offers, i)[:1]:
                if host_of(offer.url) == grounds.host:
                    yield Item(Related("inline", offer.url, grounds.text(offer.element)), offer.key, i)


def _lines(grounds: Grounds, offers: list[Offer]) -> list[Item]:
    outline = grounds.outline
    found = []
    for before, run in pairwise((Run(0, 0, 0, "", 0), *outline.runs)):
        if not run.link_chars or run.link_chars * 3 < len(run.text) or len(run.text) > _MOST_LINE:
            continue
        led = before.element == run.element and not before.link_chars and is_lead(before.text)
        bare = run.link_chars >= len(run.text) and not led and ":" not in run.text and "：" not in run.text \
            and run.text[0] not in _BRACKETS and run.text[0] not in _BULLETS
        tag = outline.tags[run.element]
        if (bare and not (tag == "p" and _is_paragraph(grounds, run))) or tag in _NO_LINES:
            continue
        inside = [offer for offer in offers_within(grounds, offers, run.element)
                  if run.start <= outline.starts[offer.element] < run.stop]
        if inside and not grounds.is_chrome(run.element):
            found += _offered(grounds, run, inside, surely=led) if led else _line(grounds, run, inside)
    return found


def _line(grounds: Grounds, run: Run, inside: list[Offer]) -> list[Item]:
    outline = grounds.outline
    lead = "".join(outline.pieces[run.start:outline.starts[inside[0].element]])
    beside = len(run.text) - run.link_chars - len(lead)
    if (is_lead(lead) or _is_bracketed(run.text, lead)) and beside <= _MOST_BESIDE:
        return _offered(grounds, run, inside, surely=lead.rstrip()[-1:] in _COLONS)
    if beside <= _MOST_BESIDE and len(inside) == 1 and _stands_apart(grounds, run) and _is_label(lead) and not (
            media_type_of(inside[0].url)):
        pointed = lead.strip()[0] in _BULLETS and lead.rstrip()[-1] in _COLONS and (
            host_of(inside[0].url) == grounds.host)
        return [item for item in _offered(grounds, run, inside, surely=False)
                if is_strong(item.related.title or "") and (pointed or same_kind(grounds.own, inside[0].url))]
    if words.squeezed(lead) or beside > _MOST_BESIDE or len(inside) > 1:
        return []
    said = grounds.text(inside[0].element)
    if run.text[0] in _BRACKETS and said != run.text and is_headline(said) and _is_apart(grounds, run, inside[0]):
        return [Item(Related("inline", inside[0].url, said), inside[0].key, run.element)]
    if (marked := _MARKED.fullmatch(said.lstrip(_BULLETS))) and is_lead(marked[1] + ":") and is_headline(marked[2]):
        return [Item(Related("inline", inside[0].url, marked[2]), inside[0].key, run.element)]
    lead, colon, title = said.strip("[]() ").partition(":")
    title = title.strip()
    if colon and len(lead.split()) <= _MOST_WORDS and is_lead(lead + colon) and is_headline(title):
        return [Item(Related("inline", inside[0].url, title), inside[0].key, run.element)]
    if _is_paragraph(grounds, run) and _is_apart(grounds, run, inside[0]):
        return [Item(Related("inline", inside[0].url, said), inside[0].key, run.element)]
    return []


def _is_apart(grounds: Grounds, run: Run, offer: Offer) -> bool:
    """Whether the line stands between paragraphs, and leads to a page such as this one."""
    return _stands_apart(grounds, run) and same_kind(grounds.own, offer.url)


def _is_paragraph(grounds: Grounds, run: Run) -> bool:
    """Whether the line, a link, is a paragraph amid the body that reads as a headline."""
    outline, (body, last) = grounds.outline, grounds.body
    return outline.parents[run.element] == body and run.element < last and outline.tags[run.element] == "p" and (
        run.link_chars >= len(run.text) and run.text[-1] not in _ENDS and is_strong(run.text)) and not grounds.is_digest


def _offered(grounds: Grounds, run: Run, inside: list[Offer], *, surely: bool) -> list[Item]:
    """The publications that a line offers; `surely`: its first words say so, so that a short headline will do."""
    if len(inside) > 1 and not any(" " in grounds.text(offer.element) for offer in inside):      # languages, dates
        return []
    return [Item(Related("inline", offer.url, text), offer.key, run.element) for offer in inside
            if is_heading(text := grounds.text(offer.element)) and not text[0].islower()
            and (is_strong(text) or same_kind(grounds.own, offer.url)
                 or (surely and " " in text and is_named(offer.url) and host_of(offer.url) == grounds.host))]


def _is_label(lead: str) -> bool:
    """Whether a few words with a colon, or arrows alone, stand before a link: "Deep dive:", ">>"."""
    lead = lead.strip()
    said = words.squeezed(lead).split()
    if not said:
        return bool(lead) and _ARROWS.fullmatch(lead) is not None
    return lead[-1] in _CLOSES and len(said) <= _MOST_LABEL and not any(map(str.isdigit, lead)) and \
        _NO_LEADS.isdisjoint(said) and _CREDITS.isdisjoint(said)


def _stands_apart(grounds: Grounds, run: Run) -> bool:
    """Whether the line is a paragraph between two of running text: one of several alike is a list of the page's own."""
    if grounds.outline.tags[run.element] == "li":
        return False
    before, after = grounds.beside(run)
    linked = _is_link_paragraph(grounds, before), _is_link_paragraph(grounds, after)
    if before and linked == (True, False) and _is_link_paragraph(grounds, run):        # two of them in a row
        before = grounds.beside(before)[0]
    elif after and linked == (False, True) and _is_link_paragraph(grounds, run):
        after = grounds.beside(after)[1]
    return all(line.link_chars * 3 < max(len(line.text), 1) and not _LABELLED.match(line.text)
               for line in (before, after) if line is not None)


def _is_link_paragraph(grounds: Grounds, run: Run | None) -> bool:
    return run is not None and run.link_chars >= len(run.text) and (
        grounds.outline.tags[run.element] == "p" and is_strong(run.text))


def _is_bracketed(line: str, lead: str) -> bool:
    """Whether the whole line stands in brackets and opens with a few words that lead to the link."""
    return line[0] in "[(【" and line[-1] in "])】" and 0 < len(words.squeezed(lead)) <= 2 * _MOST_LEAD


def is_lead(text: str) -> bool:
    """Whether words before a link offer it: "Related", "Read more:", "Lesen Sie auch", "Watch:"."""
    bare = text.strip().lstrip(_BULLETS)
    said = words.squeezed(bare)
    if not said or len(bare) > _MOST_LEAD:
        return False
    closed = bare[-1] in _CLOSES
    pointed = text.strip() != bare                 # "▶ Related"
    text = bare
    if list_kind(text) in {"related", "popular"} and (closed or pointed or " " in said):
        return True
    return closed and said not in _CREDITS and (
        said in words.listed("more") or said.partition(" ")[0] in words.listed("lead"))


def _cards(grounds: Grounds, offers: list[Offer]) -> list[Item]:
    """Small boxes between two paragraphs of the body, each with a publication of the same site or a few."""
    outline = grounds.outline
    body = grounds.body[0]
    found, makes, stop = list[Item](), set[tuple[str, str]](), 0
    for offer in offers_within(grounds, offers, body):
        box = offer.element
        if box < stop or host_of(offer.url) != grounds.host or media_type_of(offer.url):
            continue
        while outline.parents[box] != body:
            box = outline.parents[box]
        stop, make = outline.ends[box], (outline.tags[box], outline.names[box])
        if offer.element >= grounds.text_end and make not in makes:       # the last one may end the text
            break
        if items := _offered_in(grounds, box, offers):
            found += items
            makes.add(make)
    return found


def _offered_in(grounds: Grounds, box: int, offers: list[Offer]) -> list[Item]:
    """The publications of a box that is a card, or a few with pictures; what pictures are called is no headline.

    A picture alone that leads elsewhere is one of the page's own.
    """
    shown = max(len(grounds.outline.all(*tags, within=box)) for tags in (("img",), HEADINGS))
    most = min(shown, _MOST_IN_BOX) or 1
    if not grounds.chars(box) or not _is_card(grounds, box, most):
        return []
    items = read_items(grounds, (box,), offers, "inline")
    said = grounds.text(box)
    fit = len(items) <= most and all(_is_offered(grounds, box, item) for item in items)
    return items if fit and all((item.related.title or "") in said for item in items) else []


def _is_offered(grounds: Grounds, box: int, item: Item) -> bool:
    """Whether the one publication of a box is offered: by a headline, one link around it, or a line that says so."""
    title, url = item.related.title or "", item.related.url or ""
    if same_kind(grounds.own, url) and (is_strong(title) or (is_headline(title) and grounds.marks[box] & _OFFERS) or (
            title and _is_one_link(grounds, box))):
        return True
    if is_strong(title) and host_of(url) == grounds.host and _is_one_link(grounds, box) and (
            detailed(grounds, item).related.published):
        return True
    return is_heading(title) and is_named(url) and host_of(url) == grounds.host and any(
        is_lead(run.text) for run in grounds.outline.runs_in(box))


def _is_one_link(grounds: Grounds, box: int) -> bool:
    """Whether one link holds all that a box says: headline, summary, author."""
    outline = grounds.outline
    link = next((i for i in range(box, outline.ends[box]) if outline.tags[i] == "a"), box)
    return len(outline.numbers_in(link)) > 1 and len(grounds.text(link)) * 10 >= grounds.chars(box) * 9


def _only_child(grounds: Grounds, box: int) -> int:
    """The element that fills the box, the box itself where it has several: page builders box every paragraph."""
    ends, tags = grounds.outline.ends, grounds.outline.tags
    while box + 1 < ends[box] == ends[box + 1] and tags[box] not in _TEXTS and tags[box + 1] != "a":
        box += 1
    return box


def _is_card(grounds: Grounds, box: int, most: int) -> bool:
    """Whether a box may be a card, or one of as many as `most`."""
    outline = grounds.outline
    if (grounds.chars(box) > _MOST_CARD * most or len(outline.numbers_in(box)) > _MOST_CARD_LINES * most
            or grounds.is_chrome(box)):
        return False
    lines = outline.runs_in(box)
    if outline.tags[box] in _NO_CARDS or outline.tags[_only_child(grounds, box)] in _TEXTS or (
            len(lines) == 1 and lines[0].text[-1] in _STOPS and lines[0].link_chars < len(lines[0].text)):
        return False                         # text of the publication, linked
    if grounds.marks[box] & (Mark.AD | Mark.SIGNUP | Mark.PEOPLE | Mark.SPONSORED) or grounds.holds(box, "figcaption"):
        return False
    if any(_CREDIT.search(outline.names[i]) for i in range(box, outline.ends[box]) if outline.names[i]):
        return False
    return not any(ad_label(run.text) or list_kind(run.text) == "other" for run in lines
                   if outline.inside(run.element, box))
