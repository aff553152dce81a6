"""Outline, claims and body -> the pictures of the publication: the lead image first, then those of the body. Pure."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from archive.records import Image
from crawler.parsing.body import Body
from crawler.parsing.choice import Choice
from crawler.parsing.claims import Claims
from crawler.parsing.json_ld import plain
from crawler.parsing.naming import COMMENTS, speaking_of
from crawler.parsing.outline import Outline, count_within

MOST = 300                    # of one page; a page with more is a gallery
_SMALLEST = 64                # px; what is narrower or lower is an icon
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-full-src", "data-image")
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_SET_ENTRY = re.compile(r"([^\s,]\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,|$)")
_NO_PICTURE = re.compile(
    r"(?:^|[/_.?=-])(?:pixel|spacer|blank|transparent|1x1|placeholder|spinner|loading|loader|sprite|favicon|icons?|emoji|"
    r"avatars?|gravatar|logos?|badges?|buttons?|beacon|tracking|share|captcha|arrow|flags?|by(?:-n[cd]|-sa)+)"
    r"(?:[/_.?-]|\d*\.(?:gif|png|svg))|"
    r"gravatar\.com|licensebuttons\.net|creativecommons\.org|doubleclick|facebook\.com/tr|/pixel\b", re.IGNORECASE)
# One of these stands in whatever the pattern matches; to look for them takes a twentieth of the time.
_NO_PICTURE_WORDS = (
    "pixel", "spacer", "blank", "transparent", "1x1", "placeholder", "spinner", "load", "sprite", "icon", "emoji",
    "avatar", "logo", "badge", "button", "beacon", "tracking", "share", "captcha", "arrow", "flag", "doubleclick",
    "facebook", "by-n", "by-sa", "license", "creativecommons")
_DEFAULT = re.compile(r"social|default|fallback|seo-?image|home-?page|og-?image|opengraph", re.IGNORECASE)
_NO_PICTURE_NAMES = re.compile(
    r"avatar|author|byline|(?<![a-z])icons?(?![a-z])|(?<![a-z])logo|share|social|emoji|related|recommend|promo|advert|"
    rf"newsletter|(?<![a-z])ads?(?![a-z])|sponsor|{COMMENTS}|teaser|read-?more|more-")
_is_no_picture = speaking_of(_NO_PICTURE_NAMES)
_LONGEST_CAPTION = 3_000      # characters
_LARGEST_BOX = 400            # characters of a box of one picture and what is said of it
_CAPTION_NAMES = re.compile(r"caption|legend|bildunterschrift|legende|credit")


def find_images(
    outline: Outline, claims: Claims, body: Body, title: Choice[str | None], lifted: Collection[int],
    people: Collection[str]
) -> tuple[Image, ...]:
    """The lead image and the body's, each once, with the alt text and the caption the page gives.

    `lifted` are elements that hold no body: related lists, share rows, ads; `people` are the authors, whose portraits
    illustrate nothing. Of several sizes the largest is taken.
    """
    outside = {j for i in outline.outermost(lifted) for j in range(i, outline.ends[i])}
    first = min(body.element, title.element if title.element is not None else body.element)
    found: dict[str, Image] = {}
    for i in outline.all("img", "amp-img"):
        if not first <= i < outline.ends[body.element] or len(found) == MOST:
            continue
        if i in outside or _is_furniture(outline, i):
            continue
        if url := _address(outline, i):
            alt = " ".join((outline.attributes[i].get("alt") or "").split())
            image = Image(url, alt or None, _caption(outline, i))
            if image.caption or image.alt not in people:
                found.setdefault(_file(url), image)
    lead = next(_stated(outline, claims), None) or (None if found else _of_json_ld(outline, claims))
    if lead is not None and _file(lead.url) not in found:
        return (lead, *found.values())
    return tuple(found.values())


def _stated(outline: Outline, claims: Claims) -> Iterator[Image]:
    """The lead image as the head states it."""
    alt = next(iter(claims.meta.get("og:image:alt", ()) or claims.meta.get("twitter:image:alt", ())), None)
    for name in ("og:image", "og:image:secure_url", "og:image:url", "twitter:image", "twitter:image:src"):
        for value in claims.meta.get(name, ())[:1]:
            url = outline.document.absolute(value)
            if url and not _is_of_site(url):
                yield Image(url, alt)


def _of_json_ld(outline: Outline, claims: Claims) -> Image | None:
    """The lead image of a page that shows none and whose meta tags state none."""
    stated = claims.resolved(claims.own.get("image"))
    node = stated[0] if isinstance(stated, list) and stated else stated
    written = node.get("url") or node.get("contentUrl") if isinstance(node, dict) else node
    url = outline.document.absolute(plain(written))
    return Image(url) if url and not _is_of_site(url) else None


def _is_of_site(url: str) -> bool:
    """Whether an address names an icon or what a site shows with any page."""
    return _names_no_picture(url) or _DEFAULT.search(url.rsplit("/", 1)[-1]) is not None


def _address(outline: Outline, i: int) -> str | None:
    """Where the picture itself lies, whatever the lazy loading; None where nothing but a placeholder is given."""
    attributes = outline.attributes[i]
    largest = max((entry for name in _SETS for entry in _entries(attributes.get(name) or "")), default=None)
    written = [attributes.get(name) for name in _LAZY] + ([largest[1]] if largest else []) + [attributes.get("src")]
    parent = outline.parents[i]
    if outline.tags[parent] == "picture" and not largest:
        sources = [outline.attributes[j].get("srcset") or outline.attributes[j].get("data-srcset") or ""
                   for j in outline.all("source", within=parent)]
        written += [entry[1] for source in sources for entry in _entries(source)[:1]]
    for href in written:
        if href and not href.lstrip().startswith("data:"):
            url = outline.document.absolute(href)
            if url and not any(map(_names_no_picture, urlsplit(url)[1:3])):        # host and path
                return url
    return None


@lru_cache(maxsize=1 << 10)      # hosts are few
def _names_no_picture(address: str) -> bool:
    """Whether a part of an address names an icon, a placeholder, an avatar or the like."""
    low = address.lower()
    return any(map(low.__contains__, _NO_PICTURE_WORDS)) and _NO_PICTURE.search(address) is not None


def _entries(srcset: str) -> list[tuple[float, str]]:
    """(width or density, address) of a srcset.

    >>> _entries("a.jpg 400w, b.jpg 800w")
    [(400.0, 'a.jpg'), (800.0, 'b.jpg')]
    """
    found = _SET_ENTRY.findall(srcset[:4000])
    return [(float(size or 1), url) for url, size, _ in found if not url.startswith("data:")]


def _is_furniture(outline: Outline, i: int) -> bool:
    attributes = outline.attributes[i]
    for side in ("width", "height"):
        size = (attributes.get(side) or "").removesuffix("px")
        if size.isdecimal() and int(size) < _SMALLEST:
            return True
    around = [i, *outline.ancestors(i, 4)]
    drawn = (attributes.get("src") or "").partition("?")[0].endswith(".svg")
    if drawn and len(attributes.get("alt") or "") < 15 and not any(outline.tags[above] == "figure" for above in around):
        return True
    if any(outline.tags[above] in ("nav", "footer", "aside", "button") for above in around):
        return True
    title = next(iter(outline.by_tag.get("h1", ())), 0)          # the name of what holds it speaks of the whole
    return any(_is_no_picture(outline.names[above]) for above in around[:4]
               if outline.names[above] and not above < title < outline.ends[above])


def _caption(outline: Outline, i: int) -> str | None:
    """The `figcaption` of the picture's figure, or what stands beside it and is named a caption."""
    for above in outline.ancestors(i, 5):
        if outline.tags[above] == "figure" or "caption" in outline.names[above]:
            captions = outline.all("figcaption", within=above) or [
                j for j in range(i + 1, min(outline.ends[above], i + 30)) if _CAPTION_NAMES.search(outline.names[j])]
            if captions:
                return (outline.text(captions[0]) or None) if outline.size(captions[0]) <= _LONGEST_CAPTION else None
            if outline.tags[above] == "figure":
                return None
        elif outline.size(above) <= _LARGEST_BOX and count_within(
                outline.by_tag.get("img", ()), above, outline.ends[above]) == 1:
            named = [j for j in range(i + 1, outline.ends[above]) if _CAPTION_NAMES.search(outline.names[j])]
            if named and (text := outline.text(named[0])):
                return text
    return None


def _file(url: str) -> str:
    """What makes two addresses the same picture: the file's name without a size at its end.

    >>> _file("https://e.org/a/rates-1024x576.jpg?w=300") == _file("https://e.org/b/rates.jpg")
    True
    """
    name = urlsplit(url).path.rsplit("/", 1)[-1].lower() or url
    return re.sub(r"(?:[-_@]\d{2,4}x\d{2,4}|[-_]\d{3,4}w?|-scaled|@[23]x)(?=\.\w+$)", "", name)
