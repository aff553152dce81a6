"""Outline, claims and title -> the labels that a page shows of itself: kickers, breadcrumb, tags. Pure.

A kicker stands right above the title (or below it), the breadcrumb above, tags below the body or around the title.
Labels of other publications, menus and site-wide lists are passed over.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.parsing.choice import Choice
from crawler.parsing.claims import Claims
from crawler.parsing.json_ld import plain
from crawler.parsing.naming import numbers_named
from crawler.parsing.outline import INLINE, Outline, Run
from crawler.parsing.site import Site, fold
from crawler.parsing.topic_words import FIRST_WORDS, HOME, KICKER_NAMES, LABEL, TAG_NAMES, TAG_WORDS, TOPIC_PATH

LONGEST = 60  # characters of one label
MOST = 40  # labels of one list
_NOT_OWN = re.compile(
    r"related|recommend|popular|trending|latest|comment|sidebar|widget|teaser|promo|(?<!entry-)(?<!post-)(?<!article-)footer|"
    r"menu|(?<!tag-)(?<![a-z])nav|card|read-?next|more-|carousel|slider|newsletter|mega|cloud|cookie|filter|search|"
    r"(?<![a-z])share(?!d)|sharing|social|breadcrumb|crumbs"
)
_JUNK = re.compile(
    r"^(?:\W*|\d+|.*\b(?:comments?|min(?:utes?)? read|read more|see all|view all|more|subscribe|"
    r"share)\b.*|e-?mail|facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|print|copy link|save|"
    r"bookmark|sign up|log in)$",
    re.IGNORECASE,
)
_HAS_DATE = re.compile(r"\b(?:19|20)\d\d\b.*\d|\d\W.*\b(?:19|20)\d\d\b|\d{1,2}[./]\d{1,2}")
_LANGUAGES = frozenset(
    "español english français deutsch português italiano nederlands 中文 العربية русский 日本語 한국어".split()
)
_STEP = re.compile(r"\s*[»>›/|→]\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """One label as shown."""

    text: str
    element: int
    origin: str  # "kicker", "breadcrumb", "tags"


def find_labels(outline: Outline, claims: Claims, site: Site, title: Choice[str | None]) -> list[Label]:
    """Kickers first, then the last step of the breadcrumb, then the tags, each text once."""
    heading = title.element if title.element is not None else next(iter(title.elements or outline.all("h1")), None)
    place = bisect_left(outline.runs, outline.starts[heading], key=lambda run: run.start) if heading is not None else 0
    found = [
        *_kickers(outline, claims, heading, place),
        *_tags(outline, heading, place),
        *_labelled(outline, heading, place),
    ]
    if not found:
        found = [*_breadcrumb(outline, title.value or "")]
    unique: dict[str, Label] = {}
    for label in found:
        key = fold(label.text)
        if key and key != fold(title.value or "") and not site.is_named(label.text) and key not in HOME:
            unique.setdefault(key, label)
    return list(unique.values())


def is_label(text: str) -> bool:
    """Whether a short text may be a label: no sentence, date, number or button."""
    return (
        1 < len(text) <= LONGEST
        and len(text.split()) <= 8
        and not _JUNK.match(text)
        and not _HAS_DATE.search(text)
        and not text.endswith((".", "!", "?", "…", ":"))
        and not LABEL.fullmatch(text.lower().removeprefix("all "))
    )


def _kickers(outline: Outline, claims: Claims, heading: int | None, place: int) -> Iterator[Label]:
    own = {segment for segment in urlsplit(outline.document.url).path.lower().split("/")[:-1] if segment}
    stated = {fold(value) for value in _sections(claims)}
    near = [*range(place - 1, max(place - 4, -1), -1), *range(place + 1, min(place + 3, len(outline.runs)))]
    found = []
    for number in near:
        run = outline.runs[number]
        if (
            len(run.text) > 2 * LONGEST
            or outline.tags[run.element] in ("h1", "title")
            or _elsewhere(outline, run.element, heading)
        ):
            continue
        for text, element, hrefs in _parts(outline, run):
            names = " ".join(
                [outline.names[run.element], *(outline.names[i] for i in outline.ancestors(run.element)[:2])]
            )
            folder = any(
                set(urlsplit(href).path.lower().strip("/").split("/")) <= own and href.strip("/") for href in hrefs
            )
            if (
                (hrefs or number < place)
                and is_label(text)
                and (
                    KICKER_NAMES.search(names)
                    or folder
                    or fold(text) in stated
                    or any(TOPIC_PATH.search(href) for href in hrefs)
                )
            ):
                found.append((number, Label(text, element, "kicker")))
    yield from (label for _, label in sorted(found, key=lambda pair: pair[0]))


def _sections(claims: Claims) -> Iterator[str]:
    yield from claims.meta.get("article:section", ())
    stated = claims.own.get("articleSection")
    for value in stated if isinstance(stated, list) else [stated]:
        if text := plain(value):
            yield text


def _parts(outline: Outline, run: Run) -> list[tuple[str, int, list[str]]]:
    """The run's links as (text, element, address), or the run itself where it has none."""
    links = [
        i
        for i in outline.all("a", within=run.element)
        if run.start <= outline.starts[i] <= run.stop and outline.text(i)
    ]
    if links:
        return [(outline.text(i), i, [outline.elements[i].get("href") or ""]) for i in links]
    around = next((i for i in outline.ancestors(run.element)[:2] if outline.tags[i] == "a"), None)
    hrefs = [outline.elements[around].get("href") or ""] if around is not None else []
    text = run.text
    if found := LABEL.match(text):
        text = text[found.end() :]
    return [(text.strip(" |/»>·•#"), run.element, hrefs)]


def _breadcrumb(outline: Outline, title: str) -> Iterator[Label]:
    """The last step of the breadcrumb that is neither the page itself nor the home page."""
    for i, name in enumerate(outline.names):
        if "breadcrumb" not in name and "crumbs" not in name:
            continue
        links = outline.all("a", within=i)
        steps = [(outline.text(j), j) for j in links if not outline.elements[j].get("hreflang")]
        last = _STEP.split(outline.text(i))[-1] if outline.ends[i] - i < 60 else ""
        if (
            links
            and last
            and fold(last) not in {fold(text) for text, _ in steps}
            and len(_STEP.findall(outline.text(i)))
        ):
            steps.append((last, i))
        steps = [
            (text, j)
            for text, j in steps
            if is_label(text)
            and text.lower() not in _LANGUAGES
            and fold(text) not in HOME
            and fold(text) != fold(title)
        ]
        if steps:
            yield Label(steps[-1][0], steps[-1][1], "breadcrumb")
            return


def _tags(outline: Outline, heading: int | None, place: int) -> Iterator[Label]:
    """Links marked rel=tag, lists named after tags, links to tags: outside of other publications' cards."""
    first = outline.runs[max(place - 8, 0)].start if outline.runs else 0
    marked = [i for i in outline.all("a") if "tag" in (outline.elements[i].get("rel") or "")]
    for i in marked[:MOST]:
        if not _elsewhere(outline, i, heading) and not _in_card(outline, i, heading):
            yield from _label_of(outline, i, "tags")
    for i in numbers_named(outline, TAG_WORDS, TAG_NAMES):
        small = outline.ends[i] - i < 130 and outline.tags[i] not in (
            "html",
            "body",
            "article",
            "main",
            "a",
            "svg",
            "form",
        )
        if (
            small
            and outline.starts[i] >= first
            and not _elsewhere(outline, i, heading)
            and not _in_card(outline, i, heading)
        ):
            yield from _items(outline, i)
    yield from _by_address(outline, heading, first)


def _by_address(outline: Outline, heading: int | None, first: int) -> Iterator[Label]:
    """Links whose address is that of a tag, in a line of nothing else, below the title."""
    links = [
        i
        for i in outline.all("a")
        if heading is not None and i > heading and TOPIC_PATH.search(outline.elements[i].get("href") or "")
    ]
    for i in links[:MOST]:
        block = next((above for above in outline.ancestors(i) if outline.tags[above] not in INLINE), i)
        alone = len(outline.text(block)) <= sum(len(outline.text(j)) + 3 for j in outline.all("a", within=block))
        if (
            alone
            and outline.starts[i] >= first
            and not _elsewhere(outline, i, heading)
            and not _in_card(outline, i, heading)
        ):
            yield from _label_of(outline, i, "tags")


def _items(outline: Outline, i: int) -> Iterator[Label]:
    links = outline.all("a", within=i) or outline.all("li", within=i)
    if len(links) > MOST or outline.all("h1", "p", "img", "input", within=i):
        return
    if not links and outline.stops[i] - outline.starts[i] < 6:
        links = [i]
    texts = [outline.text(j) for j in links]
    if texts and sum(map(is_label, texts)) * 2 > len(texts):
        for j in links:
            yield from _label_of(outline, j, "tags")


def _labelled(outline: Outline, heading: int | None, place: int) -> Iterator[Label]:
    """Tags behind a word that says so, in the same line or the lines below."""
    for number in range(max(place - 3, 0), len(outline.runs)):
        run = outline.runs[number]
        first = run.text[:40].lower()
        begins = first.split(" ", 1)[0].rstrip(":：")
        if begins not in FIRST_WORDS and first.partition("：")[0] not in FIRST_WORDS:
            continue
        found = LABEL.match(first) if len(run.text) < 600 else None
        if found is None or _elsewhere(outline, run.element, heading):
            continue
        if len(run.text) > found.end() + 1:
            links = [i for i in outline.all("a", within=run.element) if run.start <= outline.starts[i] <= run.stop]
            if links:
                for i in links:
                    yield from _label_of(outline, i, "tags")
            elif run.text[found.end() - 1] in ":： " and len(run.text) < 300 and not run.text.endswith("."):
                for part in re.split(r"[,;、，|]", run.text[found.end() :]):
                    if is_label(part.strip()):
                        yield Label(part.strip(), run.element, "tags")
            return
        for below in outline.runs[number + 1 : number + 1 + MOST]:
            parts = _parts(outline, below)
            if below.link_chars < 0.6 * len(below.text) or not all(is_label(text) for text, _, _ in parts):
                break
            yield from (Label(text, element, "tags") for text, element, _ in parts)
        return


def _label_of(outline: Outline, i: int, origin: str) -> Iterator[Label]:
    text = outline.text(i).lstrip("#").strip(" ,|/·•")
    if is_label(text):
        yield Label(text, i, origin)


def _in_card(outline: Outline, i: int, heading: int | None) -> bool:
    """Whether the element stands in a list item or article that does not hold the title: another publication's."""
    for above in outline.ancestors(i)[:8]:
        if heading is not None and outline.inside(heading, above):
            return False
        size = outline.ends[above] - above
        if size < 100 and (
            outline.tags[above] == "article" or (outline.tags[above] == "li" and outline.all("img", within=above))
        ):
            return True
        if size < 60 and any(_is_link(outline, j) for j in outline.all("h2", "h3", "h4", "h5", within=above)):
            return True
    return False


def _is_link(outline: Outline, i: int) -> bool:
    return bool(outline.all("a", within=i)) or outline.tags[outline.parents[i]] == "a"


def _elsewhere(outline: Outline, i: int, heading: int | None) -> bool:
    """Whether a menu, a sidebar or a list of others stands around the element, short of what holds the title too."""
    for above in (i, *outline.ancestors(i)[:10]):
        if heading is not None and above != i and outline.inside(heading, above):
            return False
        tag, name = outline.tags[above], outline.names[above]
        if tag in ("aside", "form", "button") or (tag == "footer" and outline.ends[above] - above > 150):
            return True
        if tag == "nav" and not TAG_NAMES.search(name):
            return True
        if name and tag not in ("body", "html", "main", "article") and len(name) < 150 and _NOT_OWN.search(name):
            return True
    return False
