"""Outline -> Claims: what the page says of itself in JSON-LD, meta and link tags, and microdata. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from crawler.parsing.json_ld import Node, plain, read_json_ld, types_of
from crawler.parsing.outline import Outline

_MARKS = frozenset(
    "name headline alternativeheadline title author creator contributor publisher datepublished "
    "datemodified datecreated dateline date created modified issued inlanguage articlesection genre keywords "
    "about description abstract isbn issn doi identifier reportnumber".split())
_ASSETS = frozenset("stylesheet preload preconnect dns-prefetch prefetch modulepreload icon apple-touch-icon".split())
_NOT_OWN = frozenset({"Comment", "Person", "Organization", "WebSite", "BreadcrumbList", "ImageObject", "ListItem",
                      "VideoObject", "SiteNavigationElement", "Question", "Answer", "Review", "Offer", "Event"})
_FEWEST_WORDS = 3             # of a headline that tells pages apart
ARTICLE_TYPES = frozenset(
    "Article AdvertiserContentArticle NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle "
    "OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle Report SatiricalArticle ScholarlyArticle "
    "MedicalScholarlyArticle SocialMediaPosting BlogPosting LiveBlogPosting DiscussionForumPosting TechArticle "
    "APIReference Legislation LegislationObject Book Chapter Thesis DigitalDocument PublicationIssue CreativeWork "
    "PressRelease Dataset GovernmentPublication PolicyDocument SpecialAnnouncement".split())


@dataclass(frozen=True, slots=True)
class LinkTag:
    """One `<link>` of the page, as written."""

    rel: str                  # one lower-cased word; a tag with two rels is two of these
    href: str
    hreflang: str | None = None
    media_type: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """One value marked up in the page's body by microdata or RDFa."""

    value: str                # of content, datetime or href, else the element's text
    element: int              # its number in the outline
    scope: int                # the element with the nearest itemscope or typeof around it, 0 where there is none


@dataclass(frozen=True, slots=True)
class Claims:
    """What the page says of itself; meta and microdata names are lower-cased, values keep the page's order."""

    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)   # by property, name or http-equiv
    nodes: tuple[Node, ...] = ()                                        # JSON-LD, `@graph` unfolded
    named: Mapping[str, Node] = field(default_factory=dict)             # those that references may name, by `@id`
    own: Node = field(default_factory=dict)                             # the node that describes the page itself
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # <link rel> -> href, as written
    link_tags: tuple[LinkTag, ...] = ()
    marked: Mapping[str, tuple[Marked, ...]] = field(default_factory=dict)  # by itemprop or RDFa property
    notes: tuple[str, ...] = ()                                         # what could not be read, for evidence

    def resolved(self, value: object) -> object:
        """`value`, with a bare reference (`{"@id": …}`) replaced by the node it names."""
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and len(value) <= 2 and "name" not in value:
            return self.named.get(value["@id"], value)
        if isinstance(value, list):
            return [self.resolved(member) for member in value]
        return value


def read_claims(outline: Outline) -> Claims:
    """What the page claims of itself."""
    meta = _read_meta(outline)
    tags = _read_links(outline)
    listed: dict[str, list[str]] = {}
    for tag in tags:
        listed.setdefault(tag.rel, []).append(tag.href)
    links = {rel: tuple(hrefs) for rel, hrefs in listed.items()}
    nodes, notes = _read_nodes(outline)
    return Claims(meta=meta, nodes=nodes, named=_named(nodes), own=_own_node(outline, nodes, meta, links), links=links,
                  link_tags=tags, marked=_read_marked(outline), notes=notes)


def _read_meta(outline: Outline) -> dict[str, tuple[str, ...]]:
    meta: dict[str, dict[str, None]] = {}
    for i in outline.all("meta"):
        attributes = outline.attributes[i]
        content = " ".join(str(attributes.get("content") or attributes.get("value") or "").split())
        if not content:
            continue
        for key in ("property", "name", "http-equiv"):
            if name := str(attributes.get(key) or "").strip().lower():
                meta.setdefault(name, {})[content] = None
                break
    return {name: tuple(contents) for name, contents in meta.items()}


def _read_links(outline: Outline) -> tuple[LinkTag, ...]:
    found = []
    for i in outline.all("link"):
        attributes = outline.attributes[i]
        rels = str(attributes.get("rel") or "").lower().split()
        href = "" if _ASSETS.intersection(rels) else str(attributes.get("href") or "").strip()
        if href:
            found += [LinkTag(rel, href, *(_text(attributes.get(key)) for key in ("hreflang", "type", "title")))
                      for rel in rels]
    return tuple(found)


def _read_nodes(outline: Outline) -> tuple[tuple[Node, ...], tuple[str, ...]]:
    nodes: list[Node] = []
    notes: list[str] = []
    for script in outline.json_ld:
        found, note = read_json_ld(script)
        nodes += found
        if note and note not in notes:
            notes.append(note)
    return tuple(nodes), tuple(notes)


def _named(nodes: Iterable[Node]) -> dict[str, Node]:
    """The nodes by `@id`; of several with one, such as references to it, the first of those that say most."""
    named: dict[str, Node] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(named.get(name, ())):
            named[name] = node
    return named


def _read_marked(outline: Outline) -> dict[str, tuple[Marked, ...]]:
    if not outline.marked:
        return {}
    marked: dict[str, list[Marked]] = {}
    for i, attributes in enumerate(outline.attributes):
        said = attributes.get("itemprop") or attributes.get("property")
        if said is None:
            continue
        names = _MARKS.intersection(name.rpartition(":")[2] for name in said.lower().split())
        if not names or (outline.tags[i] == "meta" and not attributes.get("itemprop")):
            continue
        value = attributes.get("content") or attributes.get("datetime")
        if value is None:
            value = outline.text(i) if outline.ends[i] - i < 40 else ""
        value = " ".join(value.split())[:500] or attributes.get("href") or ""
        scope = _scope_of(outline, i)
        for name in names:
            marked.setdefault(name, []).append(Marked(value, i, scope))
    return {name: tuple(found) for name, found in marked.items()}


def _scope_of(outline: Outline, i: int) -> int:
    for above in outline.ancestors(i):
        attributes = outline.attributes[above]
        if "itemscope" in attributes or "typeof" in attributes:
            return above
    return 0


def _own_node(outline: Outline, nodes: tuple[Node, ...], meta: Mapping[str, tuple[str, ...]],
              links: Mapping[str, tuple[str, ...]]) -> Node:
    """The node about this page: a publication by type, then by address, then by headline, then the first."""
    addresses = {_bare(url) for url in (outline.document.url, *links.get("canonical", ()), *meta.get("og:url", ()))}
    titles = " ".join((*meta.get("og:title", ()), *(outline.text(i) for i in outline.all("title", "h1")[:4]))).lower()

    def fit(node: Node) -> tuple[bool, bool, bool, int]:
        kinds = types_of(node)
        headline = (plain(node.get("headline") or node.get("name")) or "").lower()
        urls = (plain(node.get(key)) for key in ("url", "mainEntityOfPage", "@id"))
        return (not ARTICLE_TYPES.isdisjoint(kinds), any(_bare(url) in addresses for url in urls if url),
                len(headline) > 8 and headline in titles, -nodes.index(node))

    own = max((node for node in nodes[:200] if _may_be_own(node)), key=fit, default={})
    return {} if own and _is_of_another(own, addresses, titles) else own


def _is_of_another(node: Node, addresses: set[str], titles: str) -> bool:
    """Whether a node tells another address than the page's and a headline of which the page's titles have few words."""
    told = [bare for key in ("url", "mainEntityOfPage") if "/" in (bare := _bare(plain(node.get(key)) or ""))]
    words = (plain(node.get("headline")) or "").lower().split()
    if not titles or not told or not addresses.isdisjoint(told) or len(words) < _FEWEST_WORDS:
        return False
    return sum(word in titles for word in words) * 2 < len(words)


def _may_be_own(node: Node) -> bool:
    kinds = types_of(node)
    return _NOT_OWN.isdisjoint(kinds) and any(
        key in node for key in ("headline", "datePublished", "name", "url", "mainEntityOfPage", "author"))


def _bare(url: str) -> str:
    """An address as people compare it: no scheme, `www.`, query, fragment or trailing slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}"


def _text(value: Any) -> str | None:
    return " ".join(str(value).split()) or None if value else None
