"""What a label is, and where none of the page's own stands. Pure.

A label is a short text that says where a publication belongs: a kicker, a tag, a step of the breadcrumb.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from crawler.parsing.bylines import begins_byline
from crawler.parsing.file_types import media_type_of
from crawler.parsing.furniture.labels import list_kind
from crawler.parsing.furniture.networks import network_of
from crawler.parsing.furniture.running_text import running_chars
from crawler.parsing.naming import COMMENTS, speaking_of
from crawler.parsing.outline import Outline, Run
from crawler.parsing.publisher import publisher_host
from crawler.parsing.remembering import remember
from crawler.parsing.site import is_home
from crawler.parsing.topics.menu_words import FILE_NAME, HIDDEN_NAMES, MENU_LINE
from crawler.parsing.topics.words import CATEGORY_FOLDERS, LABEL, LABEL_WORDS, TAG_NAMES, TOPIC_FOLDERS, TOPIC_PATH

LONGEST = 60  # characters of one label
AROUND = " |/«»‹›<>←→·•#"     # of a label: what parts it from others, and arrows
MOST = 40  # labels of one list
WHOLE = frozenset({"html", "body", "main", "article"})  # their class names speak of what stands somewhere inside
_LONGEST_TRAIL = 200          # characters
STEP = re.compile(r"\s*[»>›▸▶/|→]\s*")
_names_tags = speaking_of(TAG_NAMES)
_TOPIC_RELS = frozenset({"tag", "category"})
_STEPS_BESIDE, _MOST_DEKS = 2, 1       # steps from an aside to the box of the title, lines of running text there
_LARGEST_ASIDE = 80           # elements
_OTHERS = frozenset({"aside", "form", "button", "blockquote", "pre", "code"})         # hold no labels of the page
_BOXES, _NOT_SHOWN = frozenset({"div", "section", "ul"}), re.compile(r"display\s?:\s?none")
_STEPS_UP = 10  # elements around a label that are looked at
_NOT_OWN = re.compile(
    rf"related(?![-_]?(?:topics?|tags?|terms|themes?|subjects?|categories))|recommend|popular|trending|latest|{COMMENTS}|(?<!layout-)(?<!has-)(?<!with-)(?<!no-)sidebar|"
    r"(?<!elementor-)(?<!so-)widget(?!-(?:span|type))|teaser|promo|"
    r"(?<!entry[-_])(?<!post[-_])(?<!article[-_])(?<!item[-_])(?<!node[-_])(?<!story[-_])(?<!news[-_])(?<!content[-_])(?<!detail[-_])(?<!single[-_])"
    r"(?<!entry__)(?<!post__)(?<!article__)(?<!node__)(?<!story__)(?<!news__)footer|menu|(?<!tag-)(?<![a-z])nav|card(?![-_]{1,2}(?:tags?|topics?)(?![a-z]))|read-?next|more-(?!on(?![a-z])|info)|carousel|slider|"
    r"categories-list|widget_categories|wp-block-categories|(?<![a-z])cat-item(?![a-z])|dropdown|(?<![a-z])tabs(?![a-z])|newsletter|(?<![a-z])modal|hotline|notification|mega|cloud(?!link|name|wrap)|cookie|filter|search|(?<![a-z])share(?!d)|shariff|sharing|social|(?:breadcrumb|crumbs)(?!s?[-_]+(?:keywords?|tags?|topics?)(?![a-z]))"
)
_OWN_TAGS = re.compile(
    r"(?<![a-z])(?:article|post|entry|story|news)[-_]{1,2}(?:tags?|topics?|keywords?|categories)(?![a-z])")
_JUNK = re.compile(
    r"^(?:\W*|\d+|\d+\s?min(?:ute)?s?|\d{1,2}\.?\s[^\W\d]{3,9}(?:,?\s\d{1,2}[:.]\d\d)?|"
    r"\d{2,4}\s?[年년].*|\W*(?:back to|return to|tilba[gk]e til|tillbaka till|zurück zu[rm]?|retour (?:à|aux?)|"
    r"volver a|voltar (?:para|ao|à)|torna (?:a|alla|al)|terug naar|takaisin|powrót do|zpět na|späť na|"
    r"vissza a|înapoi la|назад|вернуться|επιστροφή|العودة إلى|חזרה ל)\b.*|current page|change|uncategori[sz]ed|©.*|"
    r"(?:fotos?|photos?|bild(?:er)?|images?|credits?|quelle)\s?: .*|"
    r".*\b(?:comments?|min(?:utes?)? read|read more|see all|view all|more|subscribe|"
    r"share)\b.*|e-?mail|facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|print|copy link|save|"
    r"bookmark|(?:read|save) (?:it )?(?:for )?later|save (?:article|story)|(?:go )?back|premium|updated|published|in|"
    r"(?:see|book|request|get|watch|schedule|start|try) (?:an?|your|our|the) (?:free )?(?:demo|trial|quote|call)|"
    r"powrót|wróć|zurück|terug|tillbaka|tilbage|tilbake|volver|retour|indietro|voltar|zpět|späť|vissza|înapoi|geri|назад|"
    r"listen|lyssna|lytt|lyt|kuuntele|vorlesen|anhören|escuchar|écouter|ascolta|ouvir|luister|posłuchaj|слушать|"
    r"for immediate release|embargoed\b.*|free (?:download|trial)|get started|contact us|"
    r"no categor(?:y|ies)|sign up|log in|https?://.*|[\da-f]{8}-[\da-f]{4}-[\da-f-]{22})$",
    re.IGNORECASE,
)
_ALL = re.compile(                     # of "All topics", which leads to a list of them
    r"^(?:all|alle|alla|tous les|toutes les|todos los|todas las|todos os|todas as|tutti i|tutti gli|tutte le|wszystkie|"
    r"všechna|všetky|все|всі|tüm|όλα τα|όλες οι|semua) ")
_HAS_DATE = re.compile(r"\b(?:19|20)\d\d\b.*\d|\d(?:st|nd|rd|th)?\W.*\b(?:19|20)\d\d\b|\d{1,2}[./]\d{1,2}")


@dataclass(frozen=True, slots=True)
class Label:
    """One label as shown."""

    text: str
    element: int | None      # shows it, with its like and nothing else; None where none does
    origin: str  # "kicker", "overline", "breadcrumb", "category", "tags"


@remember      # a site's labels stand in several places of a page, and on page after page
def is_label(text: str) -> bool:
    """Whether a short text may be a label: no sentence, date, number or button."""
    if (len(text) < 2 and not "一" <= text <= "鿿") or len(text) > LONGEST:         # 水 is a word
        return False
    if len(text.split()) > 8 or text.endswith((".", "!", "?", "…", ":")):
        return False
    return not (_JUNK.match(text) or _HAS_DATE.search(text) or LABEL.fullmatch(_ALL.sub("", text.lower()))
                or MENU_LINE.fullmatch(text) or FILE_NAME.fullmatch(text) or begins_byline(text))


def says_all(text: str) -> bool:
    """Whether a text leads to all of a kind: "All videos on trade"."""
    return _ALL.match(text.lower()) is not None


def label_shown(outline: Outline, i: int) -> str:
    """The text of an element without what only screen readers say and how many there are: "Climate<i>24</i>"."""
    text = outline.text(i)
    for j in range(i + 1, outline.ends[i]):
        name = outline.names[j]
        unseen = bool(name) and HIDDEN_NAMES.search(name) is not None
        unseen = unseen or outline.tags[j] == "svg"           # its <title>: "arrow-left"
        if (unseen or "count" in name) and (beside := outline.text(j)) != text and (
                unseen or beside.strip("()").isdecimal()):
            text = text.removesuffix(beside).removeprefix(beside).strip()
    return text


def tag_of(outline: Outline, i: int, origin: str = "tags") -> Iterator[Label]:
    """The tag that a link or list item shows."""
    text = label_shown(outline, i).strip(AROUND + ",")
    if is_label(text) or (is_topic_link(outline, i) and is_label(text.rstrip("?"))):
        in_category = origin == "tags" and not CATEGORY_FOLDERS.isdisjoint(
            (outline.attributes[i].get("href") or "").lower().split("/"))
        yield Label(text, i, "category" if in_category else origin)


def listed(text: str, i: int | None) -> Iterator[Label]:
    """Labels in a text without links, at its commas, dots or bars."""
    separators = r"\s*[•·|;、，]\s*|\s+[/-]\s+" if re.search(r"[•·|;、，]|\s[/-]\s", text) else r",\s*"
    yield from (Label(part.strip(), i, "tags") for part in re.split(separators, text) if is_label(part.strip()))


def is_topic_link(outline: Outline, i: int) -> bool:
    """Whether a link says of itself that it leads to a topic of the page: `rel="category tag"`."""
    rel = outline.attributes[i].get("rel")
    return rel is not None and not _TOPIC_RELS.isdisjoint(rel.split())


def is_trail(text: str) -> bool:
    """Whether a line is a trail from the home page, whatever it is called.

    >>> is_trail("홈 > 알림 > 보도자료"), is_trail("You are here: Home ▸ News"), is_trail("Home care costs more")
    (True, True, False)
    """
    if len(text) >= _LONGEST_TRAIL:
        return False
    step = STEP.search(text)
    first, label, home = text[:step.start() if step else len(text)].partition(":")
    return is_home(home) if label else step is not None and is_home(first)


def is_topic_path(href: str) -> bool:
    """Whether an address is that of a topic; one without "=" must have a folder of topics, which is quickly told."""
    likely = "=" in href or not TOPIC_FOLDERS.isdisjoint(href.lower().split("/"))
    return likely and TOPIC_PATH.search(href) is not None


def leads_to_topic(outline: Outline, href: str) -> bool:
    """Whether a link leads to a topic of the page's own publisher, to tell by its address."""
    if not is_topic_path(href):
        return False
    if href[:1] == "/" and href[1:2] != "/":
        return True
    url = outline.document.absolute(href)
    return url is not None and publisher_host(url) == publisher_host(outline.document.url)


def elsewhere(outline: Outline, i: int, heading: int | None) -> bool:
    """Whether a menu, a sidebar or a list of others stands around the element, short of what holds the title too."""
    if heading is not None and any(_ends_page(outline, above, heading) for above in (i, *outline.ancestors(i))
                                   if outline.tags[above] == "footer"):
        return True
    above, hidden = i, False
    for _ in range(_STEPS_UP + 1):
        if above < 0 or (heading is not None and above != i and outline.inside(heading, above)):
            return hidden and not _is_of_text(outline, above)
        tag, name = outline.tags[above], outline.names[above]
        if tag == "aside" and heading is not None and (_heads(outline, above, heading) or _serves(outline, above)):
            return False
        if tag in _OTHERS or (tag == "footer" and outline.ends[above] - above > 150):
            return True
        if tag == "nav" and not TAG_NAMES.search(name) and not _is_spoken_label(outline, above, heading):
            return True
        if name and _names_tags(name) and _is_popular(outline, above):
            return True
        if name and tag not in ("body", "html", "main", "article") and (found := _not_own(name)) and not (
                found == "sidebar" and _is_called_own(outline, i, above)):
            return found != "footer" or not _ends_no_page(outline, above, heading)
        hidden = hidden or _is_hidden(outline, above)
        above = outline.parents[above]
    return hidden and not _is_of_text(outline, above)


def _is_hidden(outline: Outline, i: int) -> bool:
    """Whether a box opens only when a reader asks for it, as menus do; scripts of React move what `S:0` holds."""
    said = outline.attributes[i]
    return bool(said) and outline.tags[i] in _BOXES and (_NOT_SHOWN.search(said.get("style", "")) is not None or (
        "hidden" in said and not said.get("id", "").startswith("S:")))


def _is_of_text(outline: Outline, i: int) -> bool:
    """Whether the element is or stands in what a page marks as its text."""
    return i >= 0 and any(outline.tags[above] in ("main", "article") for above in (i, *outline.ancestors(i)))


def _is_spoken_label(outline: Outline, i: int, heading: int | None) -> bool:
    """Whether a menu in the article of the title says that it lists its topics: `<nav aria-label="Topics">`."""
    said = (outline.attributes[i].get("aria-label") or "").lower()
    return said in LABEL_WORDS and _is_in_article(outline, i, heading)


def _is_called_own(outline: Outline, i: int, within: int) -> bool:
    """Whether a box around the element, inside another, is named after the tags of the article."""
    return any(_OWN_TAGS.search(outline.names[above]) for above in outline.ancestors(i) if above > within)


def _is_popular(outline: Outline, i: int) -> bool:
    """Whether a list of tags opens with a word that makes it the whole site's: "Trending:"."""
    first = next(iter(outline.runs_in(i)), None)
    return first is not None and list_kind(first.text) == "popular"


def _heads(outline: Outline, i: int, heading: int) -> bool:
    """Whether an element stands beside the title in a box without any text: the header of the publication."""
    box = next((above for above in outline.ancestors(i, _STEPS_BESIDE) if outline.inside(heading, above)), None)
    return box is not None and outline.tags[box] not in ("body", "main", "article") and (
        sum(running_chars(run.text, run.link_chars) > 0 for run in outline.runs_in(box)) <= _MOST_DEKS)


def _serves(outline: Outline, i: int) -> bool:
    """Whether a small aside that nothing calls a sidebar offers the publication as a file, to share or by topic."""
    if outline.ends[i] - i > _LARGEST_ASIDE or (outline.names[i] and _not_own(outline.names[i])):
        return False
    said = outline.runs_in(i)[0].text if outline.runs_in(i) else ""
    if " " in said and said.lower().rstrip(" :：") in LABEL_WORDS:         # "Related topics"
        return True
    hrefs = [outline.attributes[j].get("href") or "" for j in outline.all("a", within=i)]
    return any(media_type_of(href) or network_of(href) for href in hrefs)


@lru_cache(maxsize=1 << 12)      # the same few elements stand around all labels of a page
def _not_own(name: str) -> str | None:
    """What a name says that speaks of something else than the publication."""
    found = _NOT_OWN.search(name) if len(name) < 150 else None
    return found and found[0]


def _ends_page(outline: Outline, i: int, heading: int) -> bool:
    """Whether a footer stands behind the main part of the page, or the article that holds the title."""
    parts = [*outline.all("main"), *(above for above in outline.ancestors(heading) if outline.tags[above] == "article")]
    return any(outline.ends[part] <= i for part in parts)


def _is_in_article(outline: Outline, i: int, heading: int | None) -> bool:
    """Whether an element stands in the article of the title."""
    return heading is not None and any(
        outline.tags[above] == "article" and outline.inside(heading, above) for above in outline.ancestors(i))


def _ends_no_page(outline: Outline, i: int, heading: int | None) -> bool:
    """Whether a footer stands in the article of the title, or in a box with it inside the main part of the page."""
    if heading is None:
        return False
    part = next((above for above in outline.ancestors(heading) if outline.tags[above] in ("article", "main")), None)
    if part is None or not outline.inside(i, part):
        return False
    return outline.tags[part] == "article" or outline.tags[outline.around(heading, i)] != "main"


def boxes_of(outline: Outline, run: Run, label: int = 0) -> list[int]:
    """The elements side by side that make up a line behind its label: "Topics: <i>Trade</i> <i>Ports</i>".

    `label`: its characters, 0 where there is none.
    """
    found: list[int] = []
    for i in outline.begun_in(run):
        text = "" if (found and i < outline.ends[found[-1]]) or outline.stops[i] > run.stop else outline.text(i)
        if text and not (label and LABEL.fullmatch(text)):
            found.append(i)
    whole = "".join(outline.text(i) for i in found).replace(" ", "")
    return found if len(found) > 1 and whole == run.text[label:].replace(" ", "") else []


def parts_of(outline: Outline, run: Run) -> list[tuple[str, int | None, list[str]]]:
    """The run's links as (text, element, address), or the run itself where it has none; see `Label` for the element."""
    links = [i for i in outline.links_in(run) if outline.text(i)]
    if links:
        return [(label_shown(outline, i).strip(AROUND), i, [outline.attributes[i].get("href") or ""]) for i in links]
    if parts := boxes_of(outline, run) if len(run.text) <= 2 * LONGEST else []:
        return [(outline.text(i).strip(AROUND), i, []) for i in parts]
    around = next((i for i in outline.ancestors(run.element, 2) if outline.tags[i] == "a"), None)
    hrefs = [outline.attributes[around].get("href") or ""] if around is not None else []
    text = run.text
    if found := LABEL.match(text):
        text = text[found.end():]
    return [(text.strip(AROUND), next(iter(outline.alone(run)), None), hrefs)]
