"""The headlines on offer -> what speaks for each beside the others, the address and the text of the page. Pure."""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from crawler.parsing.dates.alone import read_line_date
from crawler.parsing.kind import kind_of
from crawler.parsing.outline import Outline
from crawler.parsing.site import Site, fold
from crawler.parsing.title.cuts import SEPARATOR

_SAID_IN_HEAD = frozenset({"title", "title cut", "og", "og cut", "ld headline"})
_TOLD = frozenset({"title cut site off", "og", "ld headline", "twitter", "meta", "dc"})
TORN = ("...", "…")
_HEADINGS, _LONGEST_LEAD = frozenset({"h1", "h2", "plain headline"}), 40      # characters
_OF_THE_SITE = frozenset({"is site", "linked", "named as site", "in site header"})
_TELLS_NOTHING = frozenset({"is site", "names a section", "one word", "h1", "h2"})
_NO_TITLES = frozenset({"h2 below text", "names a section", "linked", "in aside", "one word"})


@dataclass(slots=True)
class Offer:
    """One candidate headline: its best wording, where that stands, and the features that speak for it."""

    text: str
    origin: str
    element: int | None
    key: str
    features: set[str] = field(default_factory=set)


def compare(listed: list[Offer], outline: Outline, site: Site) -> None:
    """Adds the features that need all candidates, the address, or the text of the page."""
    path = [fold(unquote(part)) for part in urlsplit(outline.document.url).path.split("/") if part]
    slug = set((path[-1] if path else "").replace("_", " ").removesuffix(" html").split())
    tops = {short: offer.key for offer in listed for short in ("og", "title", "ld headline", "h1 sole")
            if short in offer.features}
    texts = {offer.text for offer in listed}
    shown = {run.text for run in outline.runs if run.text in texts and outline.tags[run.element] != "title"}
    for offer in listed:
        offer.features |= _features_of_text(offer, path, slug, site)
        relations = {short: _relation(offer.key, top) for short, top in tops.items() if top != offer.key}
        offer.features |= {f"{relation} {short}" for short, relation in relations.items()}
        if "h1" in offer.features and relations:
            alone = all(relation == "unlike" for relation in relations.values())
            offer.features.add("h1 like nothing" if alone else "h1 like others")
        if offer.text in shown:
            offer.features.add("shown")
        agree = min(sum(not offer.features.isdisjoint(group) for group in _GROUPS), 4)
        offer.features.add(f"{agree} agree")
    _mark_parted(listed, tops.get("title", ""), tops.get("h1 sole", ""))
    _mark_shown(listed)
    _mark_longer(listed)


def _mark_parted(listed: list[Offer], told: str, whole: str) -> None:
    """Marks what is left of a `whole` heading without its subtitle where the title tag, `told`, has that alone."""
    for offer in listed:
        if "h1 part named as other off" in offer.features and offer.key in told and whole not in told:
            offer.features.add("title tag without subtitle")


def _mark_shown(listed: list[Offer]) -> None:
    """Marks a heading that the head says behind a word of its own, "Interview: Rates rise", and one below a section."""
    told = _is_told(listed)
    section = any("h1 sole" in offer.features and (
        "names a section" in offer.features or ("is site" in offer.features and not told)) for offer in listed)
    for offer in listed:
        if told and "is site" in offer.features:
            offer.features.add("is site, title told")
        if "shown" not in offer.features or offer.features.isdisjoint(_HEADINGS):
            continue
        if led := [other for other in listed if _lead_to(other.text, offer.key)]:
            offer.features |= {"behind a lead", *(f"{place}, behind a lead" for place in _HEADINGS & offer.features)}
            if offer.features.isdisjoint(_OF_THE_SITE) and any(other.origin.endswith("cut") for other in led):
                _mark_torn(listed, _lead_to(led[0].text, offer.key), offer.key)
        if section and "h2 of the text" in offer.features and offer.features.isdisjoint(_NO_TITLES) and (
                read_line_date(offer.text) is None):
            offer.features.add("below a section")


def _is_told(listed: list[Offer]) -> bool:
    """Whether the head tells a title of the page, and not of the site or of a section."""
    return any(_TELLS_NOTHING.isdisjoint(offer.features) and not offer.features.isdisjoint(_TOLD) for offer in listed)


def _mark_torn(listed: list[Offer], lead: str, heading: str) -> None:
    """Marks what the head says up to a place within "lead: heading"; the name of the site is cut off behind it."""
    whole = len(f"{lead} {heading}")
    for offer in listed:
        if offer.element is None and offer.key.startswith(lead) and len(offer.key) < whole:
            offer.features.add("tears a heading")


def _lead_to(text: str, key: str) -> str:
    """The lead, folded, of a text that is a lead with a colon and the headline that folds to `key`."""
    lead, colon, _ = text.partition(": ")
    return fold(lead) if colon and len(lead) <= _LONGEST_LEAD and fold(text[len(lead) + 1:]) == key else ""


def _features_of_text(offer: Offer, path: list[str], slug: set[str], site: Site) -> set[str]:
    words = offer.key.split()
    features = {_size(offer.key, words)}
    if site.is_named(offer.text):
        features.add("is site")
    if offer.key in path[:-1]:
        features.add("is folder")
    elif len(slug) > 1:
        share = len(slug.intersection(words)) / len(slug)
        size = "slug most" if share >= 0.7 else "slug some" if share >= 0.35 else "slug little"
        features.add(size)
        features |= {f"{size}, {name}" for name in ("h1 sole", "og") if name in offer.features}
    if offer.text.endswith(TORN):
        features.add("torn")
    if kind_of(offer.text):
        features.add("names a section")
    for mark in list(SEPARATOR.finditer(offer.text))[-1:]:
        last = offer.text[mark.end():]
        if site.is_named(last):
            features.add("ends with site")
        elif kind_of(last) and fold(last) in path[:-1]:
            features.add("ends with section")
    return features


def _relation(key: str, other: str) -> str:
    if other.startswith(key):
        return "begins"
    if key.startswith(other):
        return "extends"
    if key in other:
        return "within"
    one, two = set(key.split()), set(other.split())
    share = len(one & two) / len(one | two)
    return "close to" if share >= 0.6 else "akin to" if share >= 0.3 else "unlike"


_GROUPS = ({"h1"}, {"og", "og cut"}, {"title", "title cut"}, {"ld headline", "ld name", "ld headline cut"},
           {"twitter", "twitter cut"}, {"citation", "dc", "parsely", "microdata", "meta"})


def _size(key: str, words: list[str]) -> str:
    if not key.isascii() and len(words) < 5:
        return "short" if len(key) < 8 else "fair length"
    return "one word" if len(words) == 1 else "short" if len(words) < 4 else (
        "fair length" if len(words) < 22 else "long")


def _mark_longer(listed: list[Offer]) -> None:
    """Marks a heading where what the head says is the heading without a part of it that is named as something else."""
    told = {offer.element for offer in listed if "h1 part named as other off" in offer.features
            and not offer.features.isdisjoint(_SAID_IN_HEAD)}
    for offer in listed:
        if offer.element in told and "h1" in offer.features and offer.features.isdisjoint(_SAID_IN_HEAD):
            offer.features.add("says more than the head")
