"""Outline, claims and title -> the labels that a page shows of itself: kickers, breadcrumb, tags. Pure.

A kicker stands right above the title (or below it), the breadcrumb above, tags below the body or around the title.
Labels of other publications, menus and site-wide lists are passed over.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from crawler.parsing.appearance import INLINE, SUBHEADINGS
from crawler.parsing.authors.links import leads_to
from crawler.parsing.choice import Choice
from crawler.parsing.claims import Claims
from crawler.parsing.furniture.headline import is_more
from crawler.parsing.furniture.labels import ad_label, list_kind
from crawler.parsing.furniture.running_text import running_chars
from crawler.parsing.naming import numbers_named
from crawler.parsing.outline import Outline
from crawler.parsing.site import Site, fold, is_home
from crawler.parsing.title import heading_of
from crawler.parsing.topics.breadcrumb import find_breadcrumb
from crawler.parsing.topics.kickers import find_kickers
from crawler.parsing.topics.label_text import (
    MOST,
    WHOLE,
    Label,
    elsewhere,
    is_label,
    is_topic_link,
    leads_to_topic,
    listed,
    says_all,
    tag_of,
)
from crawler.parsing.topics.labelled import find_labelled
from crawler.parsing.topics.words import (
    LABEL,
    TAG_NAMES,
    TAG_WORDS,
)

_MOST_CATEGORIES = 6          # of one publication
_FEWEST_LINES = 2             # of running text in the publication itself
_NO_LISTS = WHOLE | SUBHEADINGS | {"h1", "a", "svg"}
_NAMES_HEADING = re.compile("title|heading|headline")      # "topic-title", above what is said of the topic


def find_labels(
    outline: Outline, claims: Claims, site: Site, title: Choice[str | None], told: Iterable[str] = ()
) -> list[Label]:
    """Kickers, then tags, each text once, and the breadcrumb's last step without kickers.

    None is what the page is `told` to say otherwise: the names of authors, the titles of related publications.
    """
    others = {fold(title.value or ""), *map(fold, told)}
    heading = heading_of(outline, title)
    place = outline.run_from(outline.starts[heading]) if heading is not None else 0
    found = [
        *find_kickers(outline, claims, heading, place),
        *_tags(outline, claims, heading, place),
        *find_labelled(outline, heading, place),
    ]
    unique = _own(found, site, others)
    if not any(label.origin == "kicker" for label in unique):
        known = {fold(label.text) for label in unique}
        unique = [replace(label, origin="breadcrumb") if fold(label.text) in known else label
                  for label in _own(find_breadcrumb(outline, title.value or "", place), site, others)] + unique
    return unique


def _own(found: Iterable[Label], site: Site, others: set[str]) -> list[Label]:
    """The labels that speak of the page, each text once."""
    unique: dict[str, Label] = {}
    for label in found:
        key = fold(label.text)
        if not key or not others.isdisjoint((key, fold(label.text.partition(",")[0]))) or is_home(key) \
                or is_more(label.text) or site.is_named(label.text) or (
                    _offers(label.text) and label.origin != "breadcrumb"):
            continue
        if unique.setdefault(key, label).origin == "tags" and label.origin == "category":
            unique[key] = replace(unique[key], origin="category")
    return [label for label in unique.values() if not _repeats(label.text, unique)]


def _repeats(text: str, others: Collection[str]) -> bool:
    """Whether a text only lists other labels: "Trade, Ports"."""
    parts = text.split(", ")
    return len(parts) > 1 and all(fold(part) in others for part in parts)


def _offers(text: str) -> bool:
    """Whether a short text heads a list or an ad, and says nothing of the page; "News" is a section."""
    kind = list_kind(text)
    return kind == "related" or (kind is not None and " " in text) or bool(ad_label(text))


def _tags(outline: Outline, claims: Claims, heading: int | None, place: int) -> Iterator[Label]:
    """Links marked rel=tag, lists marked or named as tags, links to tags: outside of other publications' cards."""
    first = outline.runs[max(place - 8, 0)].start if outline.runs else 0
    marked = [i for i in outline.all("a") if is_topic_link(outline, i)]
    for i in marked[:MOST]:
        if _is_own(outline, i, heading):
            is_category = "category" in (outline.attributes[i].get("rel") or "")
            yield from tag_of(outline, i, "category" if is_category else "tags")
    for said in claims.marked.get("keywords", ())[:MOST]:
        if heading is not None and outline.inside(heading, said.scope) and outline.tags[said.element] != "meta":
            yield from tag_of(outline, said.element) if outline.tags[said.element] == "a" else _items(
                outline, said.element)
    for i in numbers_named(outline, TAG_WORDS, TAG_NAMES):
        small = outline.ends[i] - i < 130 and outline.tags[i] not in _NO_LISTS
        if small and outline.starts[i] >= first and _is_own(outline, i, heading):
            yield from _items(outline, i)
    yield from _own_categories(outline, list(_by_address(outline, heading, first)))


def _by_address(outline: Outline, heading: int | None, first: int) -> Iterator[Label]:
    """Links whose address is that of a tag, in a line of nothing else, below the title."""
    links = [i for i in outline.all("a") if heading is not None and i > heading
             and leads_to_topic(outline, outline.attributes[i].get("href") or "")]
    alone: dict[int, bool] = {}
    before: int | None = None
    for i in links[:MOST]:
        block = next((above for above in outline.ancestors(i) if outline.tags[above] not in INLINE), i)
        if block not in alone:
            linked = sum(_letters(outline.text(j)) for j in links if outline.inside(j, block))
            text = outline.text(block)
            alone[block] = _letters(text) == linked or LABEL.match(text) is not None
        told = alone[block] and outline.starts[i] >= first and not says_all(outline.text(i))
        if told and _is_own(outline, i, heading):
            if before is not None and _opens_list(outline, before, i):
                return
            yield from tag_of(outline, i)
            before = i


def _opens_list(outline: Outline, one: int, other: int) -> bool:
    """Whether a heading stands between two links, and no text: below it are the topics of a section or of the site."""
    between = outline.runs[outline.run_from(outline.stops[one]):outline.run_from(outline.starts[other])]
    return any(outline.tags[run.element] in SUBHEADINGS for run in between) and not any(
        running_chars(run.text, run.link_chars) for run in between)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _items(outline: Outline, i: int) -> Iterator[Label]:
    """The members of a list named after tags: links, list items, or words between separators."""
    items = [j for j in outline.all("li", within=i) if j != i]
    links = outline.all("a", within=i) or items or _side_by_side(outline, i)
    if len(links) > MOST or outline.all("h1", "img", "input", within=i):
        return
    paragraphs = outline.all("p", within=i)
    if not all(TAG_NAMES.search(outline.names[j]) and is_label(outline.text(j)) for j in paragraphs):
        return
    if links:
        labels = [label for j in links if not _in_menu(outline, j, i) for label in tag_of(outline, j)]
    elif outline.stops[i] - outline.starts[i] < 6 and not _NAMES_HEADING.search(outline.names[i]):
        first, _, rest = "".join(outline.pieces[outline.starts[i]:outline.stops[i]]).strip().partition("\n")
        text = " ".join(rest.split()) if rest and LABEL.fullmatch(first.strip()) else outline.text(i)
        labels = list(listed(text[label.end():] if (label := LABEL.match(text)) else text, i))
    else:
        return
    if len(labels) * 2 > len(links):
        yield from _own_categories(outline, labels, outline.names[i])


def _own_categories(outline: Outline, labels: list[Label], name: str = "") -> list[Label]:
    """The labels, without categories where they are too many for one publication: all of the site's.

    `name`: what the box around them is called.
    """
    site_wide = [label for label in labels if (label.origin == "category" or "categor" in name) and not (
        label.element is not None and is_topic_link(outline, label.element))]
    return labels if len(site_wide) <= _MOST_CATEGORIES else [label for label in labels if label not in site_wide]


def _side_by_side(outline: Outline, i: int) -> list[int]:
    """The elements of one tag that hold all words of a list but its label: "<b>Tags</b> <i>Trade</i> <i>Ports</i>"."""
    around = {outline.parents[j] for j in range(i + 1, outline.ends[i]) if outline.text(j)}
    innermost = [j for j in range(i + 1, outline.ends[i]) if j not in around and outline.text(j)]
    labels = [j for j in innermost if LABEL.fullmatch(outline.text(j))]
    told = [j for j in innermost if j not in labels and outline.tags[j] != "p"]
    alike = len(told) > 1 and len({outline.tags[j] for j in told}) == 1
    letters = sum(_letters(outline.text(j)) for j in (*told, *labels))
    return told if alike and letters == _letters(outline.text(i)) else []


def _in_menu(outline: Outline, link: int, within: int) -> bool:
    """Whether a menu inside the list holds the link."""
    around = (above for above in outline.ancestors(link, 4) if above > within)
    return any("menu" in outline.names[above] for above in around)


def _is_own(outline: Outline, i: int, heading: int | None) -> bool:
    """Whether an element speaks of the page, and not of another publication, a menu or a sidebar."""
    return not elsewhere(outline, i, heading) and not _in_card(outline, i, heading)


def _in_card(outline: Outline, i: int, heading: int | None) -> bool:
    """Whether the element stands in a list item or article that does not hold the title: another publication's."""
    for above in outline.ancestors(i, 8):
        if heading is not None and outline.inside(heading, above):
            return False
        size = outline.ends[above] - above
        tag = outline.tags[above]
        if size < 100 and (tag == "article" or (tag == "li" and outline.all("img", within=above))):
            return tag == "li" or not _tells(outline, above)
        if size < 60 and any(_leads_on(outline, j) for j in outline.all("h2", "h3", "h4", "h5", within=above)):
            return True
    return False


def _tells(outline: Outline, i: int) -> bool:
    """Whether an element holds running text, as the publication does below a title that stands outside, and no card."""
    lines = [run for run in outline.runs_in(i) if running_chars(run.text, run.link_chars)]
    return len(lines) >= _FEWEST_LINES


def _leads_on(outline: Outline, i: int) -> bool:
    """Whether a heading links to another page that is no person's; many link to themselves."""
    if outline.tags[outline.parents[i]] == "a":
        return not leads_to(outline, outline.parents[i])
    return any(not (outline.attributes[j].get("href") or "#").startswith("#") and not leads_to(outline, j)
               for j in outline.all("a", within=i))
