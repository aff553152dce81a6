"""One fetched page, read whole: Job -> Answer. Pure, so that any process can do it.

The page is parsed once; the reader of publications and the reader of links share it.
"""

import re
from dataclasses import replace

from archive.records import Page, Publication, Rejection, RejectionKind
from archive.urls import join_url
from crawler.discovery import READERS, NotAListing
from crawler.discovery.addresses import OF_A_TIME, index_reason
from crawler.discovery.answers import read_json_links
from crawler.discovery.doors import asks_about_cookies, door_lead, sends_back
from crawler.discovery.drawn import FEW_LINKS, read_counted_pages, read_drawn_links
from crawler.discovery.lead import Lead
from crawler.discovery.listing import Links, read_links
from crawler.discovery.posts import CHOICE
from crawler.parsing import NotAPublication, ParseError, parse_page
from crawler.parsing.address import plausible
from crawler.parsing.choices import read_choices
from crawler.parsing.document import read_document
from crawler.parsing.judgement import read_notice
from crawler.parsing.judgement.walls import COOKIES, Wall, read_wall
from crawler.parsing.media import media_of
from crawler.parsing.next_page import next_address
from crawler.parsing.outline import Outline, read_outline
from crawler.parsing.publication import publication_of
from crawler.reading import EMPTY, ERROR_PAGE, Answer, Job, digest, what_is_said
from crawler.reading.days import with_days
from crawler.reading.lists import is_bare, is_of_a_time, is_of_cards, is_one_teaser, list_reason, words_in

# An empty place for a script to fill, words that ask for one, or one that sets a cookie and comes again.
_SCRIPTED = re.compile(rb"<div[^>]+id=[\"']?(?:root|app|__next|__nuxt|main-app)[\"']?[^>]*>\s*</div>|"
                       rb"(?:enable|activate|requires?|aktivieren|activer|habilitar?)\s+javascript|\blocation\.reload\(",
                       re.IGNORECASE)
# A page that is nothing but a script sending the reader on; of several places the last, which asks for no telephone.
_SENT_ON = re.compile(rb"<script[^>]*>[^<]{0,500}\blocation(?:\.href)?\s*(?:=|\.(?:replace|assign)\()\s*"
                      rb"[\"']([^\"'<>\s]+)[\"']")
_LINK = r"""<([^<>]+)>\s*;[^,<]*\brel\s*=\s*["']?%s\b"""
_NOWHERE = "a-page-that-is-not-there"
MOST_BYTES_SENT_ON = 4096
OUR_NAME = "policy-archive"            # before the words of X-Robots-Tag that are for us alone
LEAST_WORDS = 15                       # of a publication without a file attached
NOTHING_SAID = "no day, and hardly a sentence"
LEAST_WORDS_OF_A_TWIN = 30             # shorter texts are the same by accident
_FEED_START = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:\w+:)?(rss|feed|rdf|urlset|sitemapindex)[\s>]",
                         re.IGNORECASE | re.DOTALL)
NOTICES = ("a notice", "a refusal")     # how the reasons for refusing others begin that stand in a page's place
_BINARY = re.compile(rb"\x89PNG|GIF8|\xff\xd8\xff|PK\x03\x04|\x00\x00\x00.ftyp|RIFF|OggS|\x7fELF|BM.{4}\x00\x00")


def read(job: Job) -> Answer:
    """The page read; never raises for what a page holds."""
    page = job.page
    if job.kind in READERS:
        return _read_list(page, job.kind)
    if found := _FEED_START.match(page.body[:4096]):
        return _read_list(page, "sitemap" if found[1].lower() in (b"urlset", b"sitemapindex") else "feed")
    if page.body[:256].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        links = read_json_links(page.body, page.url)
        if links is not None:
            return Answer(None, links.leads, digest=digest(page.body), kind="listing")
    if not page.body.strip():
        return _rejected(page, "unreadable", EMPTY)
    if media_of(page) in ("pdf", "text"):
        return _read_publication(job, None, Links())
    if _BINARY.match(page.body):
        return _rejected(page, "unreadable", f"no text: {page.content_type or 'an unknown kind of file'}")
    return _read_html(job)


def _read_list(page: Page, kind: str) -> Answer:
    reason = ""
    for name in (kind, *(other for other in READERS if other != kind)):   # a feed may stand where a sitemap should
        try:
            return Answer(None, READERS[name](page.body, page.url), digest=digest(page.body), kind=name)
        except NotAListing as error:
            reason = str(error) if name == kind else reason
    rejected = _rejected(page, "not-a-publication", reason)
    if b"<html" not in page.body[:2048].lower():
        return rejected
    # a web page may list as well; what it is, is judged as if it stood where the site has nothing
    answer = _read_html(Job(replace(page, url=join_url(page.url, _NOWHERE) or page.url)))
    if isinstance(answer.outcome, Publication):
        return replace(rejected, said_instead=answer.digest, leads=answer.leads)
    if answer.outcome is not None and answer.outcome.reason.startswith((ERROR_PAGE, *NOTICES)):
        rejected = replace(rejected, outcome=answer.outcome, door=answer.door)
    elif answer.needs_script:
        rejected = replace(_rejected(page, "not-a-publication", f"{reason}; a page that seems to need JavaScript"),
                           needs_script=True)
    return replace(rejected, leads=answer.leads)


def _read_html(job: Job) -> Answer:
    page, outline, links = job.page, None, None
    try:
        if job.is_sent or job.hints or _index_reason(job) not in (None, OF_A_TIME) or sends_back(page.url):
            outline = read_outline(read_document(page))
            links = _links_of(outline, page)
            if not job.hints:
                wall = read_wall(outline)
                if closed := _closed(page, outline, wall) or _notice(page, outline, links, wall):
                    return closed
    except ParseError as error:
        return _rejected(page, "unreadable", str(error))
    if job.is_sent and outline is not None and links is not None:    # of a year, the pages; not the years once more
        leads = tuple(lead for lead in links.leads if lead.sent is None or CHOICE not in lead.url)
        return Answer(None, with_days(leads, outline), digest=digest(page.body), kind="listing")
    return _read_publication(job, outline, links)


def _links_of(outline: Outline, page: Page) -> Links:
    """The links of the page, with the next page that a header names."""
    links = read_links(outline, page.url, outline.document.encoding)
    address = _linked(page, "next")
    if address is None:
        return links
    return replace(links, leads=(*links.leads, Lead(address, page.url, "listing", "next")))


def _linked(page: Page, relation: str) -> str | None:
    """The address that a `Link` header names as what the relation says (RFC 8288)."""
    found = re.search(_LINK % relation, page.headers.get("link", ""), re.IGNORECASE)
    return join_url(page.url, found[1]) if found else None


def _index_reason(job: Job) -> str | None:
    return None if job.is_part else index_reason(job.page.url)


def _read_publication(job: Job, outline: Outline | None, links: Links | None) -> Answer:
    """The publication on the page; its outline and `links` are given where the reader's tree may lack some."""
    page, hints = job.page, job.hints
    outcome: Publication | Rejection
    reason, bare = _index_reason(job), False
    if reason and (reason != OF_A_TIME or links):
        outcome = Rejection(page.source, page.url, "not-a-publication", reason)
    else:
        try:
            if links is None:
                choices = read_choices(page, hints)
                outline = choices.outline
                links = _links_of(outline, page)
                outcome = _at_stated_address(page, publication_of(page, choices))
                bare = is_bare(outcome, choices)
                if is_one_teaser(outcome, choices):
                    raise NotAPublication("an index: the teaser of another page, and no more")
                if is_of_cards(outcome, choices):
                    raise NotAPublication("an index: cards that each open another page")
                if reason and is_of_a_time(outcome, choices):
                    raise NotAPublication(reason)
            else:
                outcome = parse_page(page, hints)
        except (NotAPublication, ParseError) as error:
            outcome = rejection_of(page, error)
    if isinstance(outcome, Rejection) and (
            COOKIES in outcome.reason or (outline is not None and asks_about_cookies(outline))) and (
            closed := _closed(page, whole := read_outline(read_document(page)), read_wall(whole))):
        return closed
    links = links or Links()
    # a PDF is kept even where it can't be read, with the reason
    words = words_in(outcome.text) if isinstance(outcome, Publication) else 0
    if isinstance(outcome, Publication) and words < LEAST_WORDS and not outcome.attachments \
            and media_of(page) != "pdf":
        outcome = Rejection(page.source, page.url, "not-a-publication", f"too little text ({words} words)")
    if isinstance(outcome, Publication) and (reason := list_reason(outcome) or (NOTHING_SAID if bare else None)):
        outcome = Rejection(page.source, page.url, "not-a-publication", reason)
    leads = links.leads if "nofollow" in links.robots else _with_drawn(
        page, links.leads, is_list=isinstance(outcome, Rejection))
    if (shown := outline if isinstance(outcome, Rejection) else outcome) is not None:
        leads = with_days(leads, shown)
    is_list = isinstance(outcome, Rejection) and len(leads) > 0 and not outcome.reason.startswith(ERROR_PAGE)
    tells = isinstance(outcome, Publication) and words >= LEAST_WORDS_OF_A_TWIN
    return Answer(outcome, leads, links.moved_to or _sent_on(page, outcome), links.robots | _robots_header(page),
                  digest(what_is_said(outcome) or page.body), tells, "listing" if is_list else "page",
                  isinstance(outcome, Rejection) and _needs_script(page, outcome, links),
                  next_address(page.url, [lead.url for lead in leads], is_part=job.is_part)
                  if isinstance(outcome, Publication) else None)


def _needs_script(page: Page, outcome: Rejection, links: Links) -> bool:
    """Whether a script would write what is missing: the page says so, or shows nothing, though it has a menu."""
    is_empty = not links.leads or outcome.reason == "no text on the page"
    return "only a script fills" in outcome.reason or (is_empty and bool(_SCRIPTED.search(page.body)))


def _closed(page: Page, outline: Outline, wall: Wall | None) -> Answer | None:
    """What a page says that asks about cookies in the place of all others, and what opens it; None for others."""
    said = wall[1] if wall is not None and wall[1].startswith(COOKIES) else None
    if said is None and not sends_back(page.url) and not asks_about_cookies(outline):
        return None
    door = door_lead(outline, page.url)
    if said is None and door is None:
        return None
    outcome = Rejection(page.source, page.url, "not-a-publication", f"{ERROR_PAGE}: {said or COOKIES}")
    return Answer(outcome, digest=digest(page.body), door=door)


def _notice(page: Page, outline: Outline, links: Links, wall: Wall | None) -> Answer | None:
    """What stands where a page of a list should; None for others."""
    reason = read_notice(outline, wall)
    return None if reason is None else Answer(Rejection(page.source, page.url, "not-a-publication", reason),
                                              links.leads, digest=digest(page.body), kind="listing")


def _at_stated_address(page: Page, publication: Publication) -> Publication:
    """The publication at the canonical address that a header names, where the page itself names none."""
    address = _linked(page, "canonical")
    if address is None or publication.url != page.url or address == page.url or not plausible(address, page.url):
        return publication
    return replace(publication, url=address, evidence={**publication.evidence, "url": "header Link canonical"})


def _with_drawn(page: Page, leads: tuple[Lead, ...], *, is_list: bool) -> tuple[Lead, ...]:
    """The leads with those that only a script would draw."""
    counted = read_counted_pages(page.body, page.url)
    if len(leads) >= FEW_LINKS:
        return (*leads, *counted)
    return (*leads, *counted, *read_drawn_links(page.body, page.url, [lead.url for lead in leads], is_list=is_list))


def _sent_on(page: Page, outcome: Publication | Rejection) -> str | None:
    """Where a short page without a text sends the reader by script."""
    if isinstance(outcome, Publication) or len(page.body) > MOST_BYTES_SENT_ON:
        return None
    found = _SENT_ON.search(page.body)
    return join_url(page.url, found[1].decode("utf-8", "replace")) if found else None


def _robots_header(page: Page) -> frozenset[str]:
    said = page.headers.get("x-robots-tag", "").lower()
    words = (word.strip() for word in said.split(","))
    return frozenset(word.removeprefix(f"{OUR_NAME}:").strip() for word in words if word)


def rejection_of(page: Page, error: NotAPublication | ParseError) -> Rejection:
    """What is kept of a page that the reader refuses."""
    kind: RejectionKind = "unreadable" if isinstance(error, ParseError) else "not-a-publication"
    return Rejection(page.source, page.url, kind, str(error))


def _rejected(page: Page, kind: RejectionKind, reason: str) -> Answer:
    return Answer(Rejection(page.source, page.url, kind, reason), digest=digest(page.body))
