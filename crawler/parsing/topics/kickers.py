"""Outline, claims and the title's place -> kickers: the labels right above the title, or linked ones below it. Pure."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from crawler.parsing.authors.links import names_person
from crawler.parsing.claims import Claims
from crawler.parsing.furniture.headline import is_more
from crawler.parsing.json_ld import plain
from crawler.parsing.naming import speaking_of
from crawler.parsing.outline import Outline, Run
from crawler.parsing.site import fold
from crawler.parsing.topics.label_text import LONGEST, Label, elsewhere, is_label, is_topic_path, is_trail, parts_of
from crawler.parsing.topics.words import KICKER_NAMES, NO_KICKERS, OVERLINE_NAMES, TRAIL_LEAD

_MOST_WORDS = 5  # of a kicker that nothing names as one
_HEADINGS = frozenset({"h2", "h3", "h4", "h5"})      # templates make kickers of h6
_OFFICES = ("省", "庁", "局", "課", "室", "मंत्रालय")       # who publishes, above the title
_is_kicker, _is_overline, _is_none = map(speaking_of, (KICKER_NAMES, OVERLINE_NAMES, NO_KICKERS))
_ABOVE = 6  # lines above the title: a few labels side by side


def find_kickers(outline: Outline, claims: Claims, heading: int | None, place: int) -> Iterator[Label]:
    """Labels in the lines right above the title, and linked ones right below, with something to say they are labels."""
    own = {segment for segment in urlsplit(outline.document.url).path.lower().split("/")[:-1] if segment}
    stated = {fold(value) for value in _sections(claims)}
    for number in range(max(place - _ABOVE, 0), min(place + 3, len(outline.runs))):
        run = outline.runs[number]
        if len(run.text) > 2 * LONGEST or outline.tags[run.element] in ("h1", "title") or number == place:
            continue
        if elsewhere(outline, run.element, heading) or is_trail(run.text):
            continue
        around = (*outline.alone(run)[:3], run.element, *outline.ancestors(run.element, 2))
        if any(outline.tags[i] == "time" or _is_none(outline.names[i]) for i in around) or TRAIL_LEAD.match(run.text):
            continue
        named = any(_is_kicker(outline.names[i]) for i in around)
        opens = number == place - 1 and heading is not None and _opens_header(outline, run, heading) and not (
            _is_one_link_of_many(outline, number))
        parts = parts_of(outline, run)
        topics = [part for part in parts if fold(part[0]) in stated or any(_is_topic(href, own) for href in part[2])]
        linked = any(part[2] for part in parts)
        if len(parts) > 1 and any(is_more(text) for text, _, _ in parts):
            continue                                  # a menu: "All posts", "Field notes"
        if len(parts) > 2 * max(len(topics), 1) and not named and (linked or not opens):
            continue                                  # a menu, with the folder of the page in it
        for text, element, hrefs in parts:
            if not is_label(text) or not (hrefs or number < place) or any(href[:1] == "#" != href for href in hrefs):
                continue
            if (not hrefs and text.endswith(_OFFICES)) or any(
                    names_person(href, text) or _leads_back(outline, href) for href in hrefs):
                continue
            plain = opens and len(text.split()) < _MOST_WORDS and (not linked or 2 * run.link_chars > len(run.text))
            called = named or (element is not None and _is_kicker(outline.names[element]))
            if called or plain or fold(text) in stated or any(_is_topic(href, own) for href in hrefs):
                over = not hrefs and fold(text) not in stated and (
                    outline.tags[run.element] in _HEADINGS or any(_is_overline(outline.names[i]) for i in around))
                yield Label(text, element, "overline" if over else "kicker")


def _is_one_link_of_many(outline: Outline, number: int) -> bool:
    """Whether line breaks alone part the run, a link, from another one before it: a menu beside the text."""
    before, run = outline.runs[number - 1] if number else outline.runs[0], outline.runs[number]
    return number > 0 and before.element == run.element and 0 < len(run.text) <= run.link_chars and (
        len(before.text) <= before.link_chars)


def _opens_header(outline: Outline, run: Run, heading: int) -> bool:
    """Whether the run is the first text of a block of a few elements that holds the title: a kicker without a name."""
    both = outline.around(run.element, heading)
    small = outline.tags[both] not in ("body", "html") and outline.ends[both] - both < 80
    return outline.starts[both] >= run.start - 2 and (outline.tags[both] in ("main", "article") or small)


def _leads_back(outline: Outline, href: str) -> bool:
    """Whether a link leads to the page itself, shown in another way: "?currency=EUR"."""
    url = outline.document.absolute(href) if "?" in href else None
    return url is not None and url.partition("?")[0] == outline.document.url.partition("?")[0]


def _is_topic(href: str, own: set[str]) -> bool:
    """Whether the address is that of a tag, or of a folder the page lies in."""
    try:
        segments = set(urlsplit(href).path.lower().strip("/").split("/"))
    except ValueError:  # "http://[" and its like
        return False
    return (bool(segments - {""}) and segments <= own) or is_topic_path(href)


def _sections(claims: Claims) -> Iterator[str]:
    yield from claims.meta.get("article:section", ())
    stated = claims.own.get("articleSection")
    for value in stated if isinstance(stated, list) else [stated]:
        if text := plain(value):
            yield text
