"""Outline and claims -> what kind of page it is in figures: text, links, cards, forms, words of the address. Pure.

Every figure has a name a researcher understands; `judgement.py` weighs them and names the telling ones in its reason.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain
from operator import truediv
from urllib.parse import urlsplit

from crawler.parsing.claims import ARTICLE_TYPES, Claims
from crawler.parsing.json_ld import types_of
from crawler.parsing.judgement import words as page_words
from crawler.parsing.outline import Outline
from crawler.queries import searches

_HEADINGS = ("h1", "h2", "h3", "h4")
MOST_RUNS = 4000              # the first lines of a very long page tell its kind
_DENSE = re.compile("[\u2e80-\U0003ffff]")      # ideographs, kana and hangul, which say as much as several letters
_MORE = 1.5                   # letters that an ideograph stands for, beside itself
_HOMES = frozenset({"", "index.html", "index.htm", "index.php", "home", "default.aspx"})
_STOPS = frozenset(".!?。！？:…।॥؟۔։።။")
_THREAD = re.compile(r"(?:[^/]+/)*(?:t/[^/]*[a-z][^/]*/\d+|r/[^/]+/comments)(?:/|$)")     # of Discourse, of Reddit
_LINE_EDGES = " 0123456789:.,()…»›→+-–|#!?"


def read_shape(outline: Outline, claims: Claims) -> dict[str, float]:
    """The figures of one page; those that are 0 may be absent."""
    return {**_text(outline), **_cards(outline), **_elements(outline), **_classes(outline), **_claims(claims),
            **_address(outline.document.url), **_words(outline), **_title(outline)}


def _text(outline: Outline) -> dict[str, float]:
    """How much of the page is sentences, how they hang together, and how much is links."""
    chars = linked = prose = sentences = short = longest = streak = headlines = 0
    by_parent: Counter[int] = Counter()
    by_grandparent: Counter[int] = Counter()
    tags, parents = outline.tags, outline.parents
    for run in outline.runs[:MOST_RUNS]:
        size, in_links = len(run.text), run.link_chars
        if not run.text.isascii() and (dense := len(_DENSE.findall(run.text))):
            size, in_links = size + int(_MORE * dense), int(in_links * (1 + _MORE * dense / size))
        chars += size
        linked += min(in_links, size)
        if size >= 100 and in_links * 3 < size:
            prose += size
            sentences += run.text[-1] in _STOPS or run.text[-2] in _STOPS
            streak += 1
            longest = max(longest, streak)
            parent = parents[run.element]
            by_parent[parent] += 1
            by_grandparent[parents[parent]] += 1
        elif size < 60:
            short += 1
            if in_links * 2 > size and tags[run.element] not in _HEADINGS:
                streak = 0
        headlines += 25 <= size <= 160 and in_links * 5 > size * 4 and not _is_value(outline, run.element)
    runs = max(len(outline.runs[:MOST_RUNS]), 1)
    return {
        "text": math.log1p(chars), "prose": math.log1p(prose), "share of prose": prose / max(chars, 1),
        "paragraphs": min(sentences, 60), "share of text in links": linked / max(chars, 1),
        "paragraphs in a row": min(longest, 40), "share of short lines": short / runs,
        "lines": math.log1p(runs), "prose per line": prose / runs, "headline links": math.log1p(headlines),
        "headline links per paragraph": headlines / (sentences + 1),
        "paragraphs in one box": min(max(by_parent.values(), default=0), 40),
        "paragraphs in one wide box": min(max(by_grandparent.values(), default=0), 40),
    }


def _is_value(outline: Outline, i: int) -> bool:
    """Whether an element holds what the head of its row asks: "Subjects: Plant culture" is no headline."""
    if outline.tags[i] != "td":
        return outline.tags[i] == "dd"
    head = outline.parents[i] + 1
    return outline.tags[head] == "th" or outline.text(head)[-1:] in {":", "："}


def _cards(outline: Outline) -> dict[str, float]:
    """Groups of three or more siblings of one shape, each with a link: the largest, and how much text they hold."""
    whole = outline.size(0)
    parents, tags, upto, starts, stops = outline.parents, outline.tags, outline.upto, outline.starts, outline.stops
    siblings: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    holders = [i for i in _holders(outline, ("a",)) if tags[i] in _CARD_TAGS]
    beside = Counter([parents[i] for i in holders])
    for i in holders:
        if beside[parents[i]] >= 3:
            siblings[parents[i], tags[i]].append(i)
    headed = _holders(outline, ("h2", "h3", "h4", "h5"))
    counts: list[int] = []
    headed_counts, headed_sizes = [], []
    for group in siblings.values():
        if len(group) < 3:
            continue
        size = sum([upto[stops[i]] - upto[starts[i]] for i in group])
        if size > 25 * len(group):
            counts.append(len(group))
            if 2 * len(headed.intersection(group)) >= len(group):
                headed_counts.append(len(group))
                headed_sizes.append(size)
    return {
        "largest group of cards": math.log1p(max(counts, default=0)),
        "cards": math.log1p(sum(counts)),
        "cards with a heading": math.log1p(sum(headed_counts)),
        "text per card": math.log1p(max(map(truediv, headed_sizes, headed_counts), default=0)),
        "share of text in cards": sum(headed_sizes) / max(whole, 1),
    }


_CARD_TAGS = frozenset({"li", "div", "article", "section", "tr", "a", "figure", "dd"})


def _holders(outline: Outline, tags: tuple[str, ...]) -> set[int]:
    """The elements that are or hold one of `tags`, at most four levels up."""
    found: set[int] = set()
    parents = outline.parents
    for i in outline.all(*tags):
        for _ in range(5):
            if i < 0 or i in found:
                break
            found.add(i)
            i = parents[i]
    return found


def _elements(outline: Outline) -> dict[str, float]:
    by_tag = outline.by_tag
    kinds = Counter((outline.attributes[i].get("type") or "text").lower() for i in by_tag.get("input", ()))
    headings = outline.all("h2", "h3", "h4")
    linked = sum(1 for i in headings if outline.parents[i] >= 0 and (
        outline.tags[outline.parents[i]] == "a" or bool(outline.all("a", within=i))))
    return {
        "h1": min(len(by_tag.get("h1", ())), 5), "headings": math.log1p(len(headings)),
        "share of headings that are links": linked / len(headings) if headings else 0.0,
        "p elements": math.log1p(len(by_tag.get("p", ()))), "links": math.log1p(len(by_tag.get("a", ()))),
        "article elements": min(len(by_tag.get("article", ())), 30), "images": math.log1p(len(by_tag.get("img", ()))),
        "time elements": min(len(by_tag.get("time", ())), 30), "password fields": kinds["password"],
        "check boxes": min(kinds["checkbox"] + kinds["radio"], 30),
        "buttons": math.log1p(len(by_tag.get("button", ()))), "figures": min(len(by_tag.get("figure", ())), 20),
        "tables": min(len(by_tag.get("table", ())), 10), "code": min(len(by_tag.get("pre", ())), 20),
        "videos": min(len(by_tag.get("video", ())) + len(by_tag.get("iframe", ())), 10),
    }


def _classes(outline: Outline) -> dict[str, float]:
    """How many different class and id names hold words that tell a kind of page, as logarithms."""
    words = " ".join(set(outline.names)).replace("_", " ").replace("-", " ").split()
    counts = Counter(chain.from_iterable(filter(None, map(page_words.kinds_of("class").get, words))))
    return {f"class words of {kind}": math.log1p(times) for kind, times in counts.items()}


def _claims(claims: Claims) -> dict[str, float]:
    types = {name for node in claims.nodes[:100] for name in types_of(node)}
    kind = " ".join(claims.meta.get("og:type", ())).lower()
    return {
        "json-ld article": float(not ARTICLE_TYPES.isdisjoint(types - {"CreativeWork"})),
        "json-ld listing": float(not page_words.LISTING_TYPES.isdisjoint(types)),
        "json-ld product": float(not page_words.PRODUCT_TYPES.isdisjoint(types)),
        "json-ld thread": float(not page_words.THREAD_TYPES.isdisjoint(types)),
        "og:type article": float("article" in kind), "og:type website": float("website" in kind),
        "og:type product": float("product" in kind),
        "claims a date of publication": float("datePublished" in claims.own or "citation_title" in claims.meta
                                              or "article:published_time" in claims.meta),
        "claims an author": float("author" in claims.own or "author" in claims.meta or "article:author" in claims.meta),
        "rel next or prev": float("next" in claims.links or "prev" in claims.links),
    }


def _address(url: str) -> dict[str, float]:
    parts = urlsplit(url)
    path = parts.path.lower().strip("/")
    last = path.rpartition("/")[2]
    words = re.split(r"[^a-zà-ÿ]+", path)
    found: dict[str, float] = {
        f"address words of {kind}": float(sum(word in listed for word in words))
        for kind, listed in page_words.ADDRESS_WORDS.items()}
    if "-" in last:                               # a headline, which may speak of forums
        said = re.split(r"[^a-zà-ÿ]+", last)
        found["address words of forum"] -= sum(word in page_words.ADDRESS_WORDS["forum"] for word in said)
    found["address words of forum"] += sum(folder in page_words.FORUM_FOLDERS for folder in path.split("/")) + (
        _THREAD.match(path) is not None)
    return found | {
        "address is a home page": float(path in _HOMES and parts.scheme != "file"),
        "address depth": float(path.count("/") + bool(path)), "hyphens of the last part": min(last.count("-"), 12),
        "digits in the address": float(sum(c.isdigit() for c in path) >= 4),
        "plural last part": float(last.endswith("s") and "-" not in last),
        "ends in a section word": float(
            last in page_words.SECTION_WORDS or last in page_words.ADDRESS_WORDS["listing"]),
        "length of the last part": min(len(last), 80) / 10,
        "search in the address": float(searches(parts.query)),
    }


def _words(outline: Outline) -> dict[str, float]:
    """Prices, and short lines (buttons, labels) that tell a kind of page."""
    text = "\n".join([run.text for run in outline.runs[:MOST_RUNS] if len(run.text) <= 40])
    prices = sum(map(text.count, page_words.CURRENCIES))
    lines = [line.strip(_LINE_EDGES) for line in text.lower().split("\n")]
    counts = Counter(chain.from_iterable(filter(None, map(page_words.kinds_of("line").get, lines))))
    found = {f"words of {kind}": math.log1p(times) for kind, times in counts.items()}
    return found | {"prices": math.log1p(prices)}


def _title(outline: Outline) -> dict[str, float]:
    title = next((outline.text(i) for i in outline.all("title")), "")
    h1 = outline.heading
    words = set(re.findall(r"[^\W\d_]+", f"{title} {h1}".lower()[:300]))
    return {"words of the h1": min(len(h1.split()), 20), "words of the title": min(len(title.split()), 25),
            "section words in the title": float(len(words & page_words.SECTION_WORDS)),
            "listing words in the title": float(len(words & _TITLE_LISTING))}


_TITLE_LISTING = frozenset(
    "archives archive category categories tag search results all browse directory list index collection shop buy best "
    "forum thread page latest recherche suche ergebnisse resultados kategorie catalog listing listings".split())


def telling(shape: Mapping[str, float], kind: str) -> str:
    """The figures of a shape that a reader would name for a kind of page, in words."""
    said = []
    if cards := shape.get("cards with a heading") or shape.get("cards"):
        said.append(f"{round(math.expm1(cards))} repeated cards")
    said.append(f"{round(100 * shape['share of text in links'])}% of the text in links")
    said.append(f"{round(shape['paragraphs'])} paragraphs")
    if kind == "product" and (prices := shape.get("prices")):
        said.insert(0, f"{round(math.expm1(prices))} prices")
    if kind == "forum" and (posts := shape.get("class words of forum")):
        said.insert(0, f"{round(math.expm1(posts))} elements marked as posts or replies")
    return ", ".join(said)
