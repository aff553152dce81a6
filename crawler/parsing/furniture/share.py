"""Grounds -> the share links of a page, each with its network and where it leads. Pure.

A share link is a link to a network's share address, wherever it is held (href, data attribute, onclick), or a button
that names a network and stands among share buttons. Links to profiles ("follow us") are none.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from archive.records import ShareLink
from crawler.parsing.appearance import SUBHEADINGS
from crawler.parsing.furniture import words
from crawler.parsing.furniture.addresses import Target, host_of, target_of
from crawler.parsing.furniture.buttons import (
    button_network,
    cloudflare_mail,
    holds_own_address,
    most_in_row,
    says_to_share,
)
from crawler.parsing.furniture.chrome import PAGE_PARTS
from crawler.parsing.furniture.held import held_address, is_contact, is_unfilled, named_on_site, written
from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.networks import network_named, network_of, shared_address
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.outline import Outline, count_within

# Elements that scripts make buttons of, and the attributes that show it.
_SCRIPTED_TAGS = frozenset({"span", "div", "li", "p"})
_SCRIPTED = frozenset(
    "title aria-label onclick data-href data-share data-url data-network data-service data-social-service network "
    "service platform".split())
_SERVICE = re.compile(r"[a-z][a-z0-9_-]+")
_MOST_ROW = 150
_MOST_ROW_CLIMB = 3
_LEAST_IN_ROW = 2             # known share buttons that make a row
_MOST_ELEMENTS = 12
_MOST_LABEL = 40
_MOST_CLIMB = 6
_MOST_COMMENT_CLIMB = 12      # of a button to the comments it stands in
_MOST_BUTTONS = 5_000         # of one page; a page with more is no article
_SHARETHIS = "st_"            # <span class="st_facebook_custom">, which its script makes a button of
_FORMS = {"print": "print", "email": "mail"}      # of the page itself: `?view=print`


@dataclass(frozen=True, slots=True)
class Shares:
    """The share links, the elements they stand in, and what was odd about them."""

    links: tuple[ShareLink, ...]
    elements: frozenset[int]
    origin: str | None


def find_shares(grounds: Grounds) -> Shares:
    """Every share link once, in document order."""
    candidates = _candidates(grounds)
    found = [(i, link) for i in candidates if (link := _share_link(grounds, i)) and not _is_of_part(grounds, i, link)]
    found += _beside(grounds, candidates, [i for i, _ in found]) + _listed(grounds)
    found.sort(key=lambda pair: pair[0])
    addressed = {link.network for _, link in found if link.url}
    links: dict[tuple[str, str | None], ShareLink] = {}
    for _, link in found:
        if link.url or link.network not in addressed or link.network == "other":
            links.setdefault((link.network, link.url and unquote(link.url)), link)
    return Shares(tuple(links.values()), _rows(grounds, [i for i, _ in found]), _origin(grounds, tuple(links.values())))


def _beside(grounds: Grounds, candidates: list[int], buttons: list[int]) -> list[tuple[int, ShareLink]]:
    """Further buttons in the rows of known ones, which need not say themselves that they share: "Per E-Mail"."""
    if len(buttons) < _LEAST_IN_ROW:
        return []
    known = set(buttons)
    clickable = grounds.outline.all("a", "button")
    return [(i, link) for i in candidates if i not in known and _is_in_row(grounds, i, buttons, clickable)
            and (link := _share_link(grounds, i, in_row=True))]


def _is_in_row(grounds: Grounds, i: int, buttons: list[int], clickable: list[int]) -> bool:
    """Whether a small element around `i` holds share buttons above all."""
    outline = grounds.outline
    around = outline.ancestors(i, _MOST_ROW_CLIMB)
    if not around or count_within(buttons, around[-1], outline.ends[around[-1]]) < _LEAST_IN_ROW:
        return False
    for above in around:
        if outline.ends[above] - above > _MOST_ROW or outline.tags[above] in PAGE_PARTS:
            return False
        inside = count_within(clickable, above, outline.ends[above])
        if grounds.chars(above) > most_in_row(inside):
            return False
        known = count_within(buttons, above, outline.ends[above])
        if known >= _LEAST_IN_ROW and inside <= 3 * known:
            return True
    return False


def _listed(grounds: Grounds) -> list[tuple[int, ShareLink]]:
    """The networks that an empty row names for its script: data-services='["facebook","mail"]'."""
    outline = grounds.outline
    clickable = outline.all("a", "button")
    return [(i, ShareLink(network)) for i in grounds.marked if grounds.marks[i] & Mark.SHARE
            and (services := outline.attributes[i].get("data-services"))
            and not count_within(clickable, i, outline.ends[i])
            for word in _SERVICE.findall(services.lower())
            if (network := network_named(word) or ("print" if word in words.listed("print") else None))]


def _candidates(grounds: Grounds) -> list[int]:
    """Anchors and buttons that may share, and other small elements whose names speak of sharing."""
    clickable = grounds.outline.all("a", "button")[:_MOST_BUTTONS]
    host = grounds.host
    plain = {i for i, target in grounds.anchors if not (
        _may_share(grounds, i, target) if target.host == host else target.is_social)}
    return sorted([*(i for i in clickable if i not in plain), *_scripted(grounds, clickable)])


def _scripted(grounds: Grounds, clickable: list[int]) -> list[int]:
    """Elements that scripts make buttons of: small, inside a share row, neither link nor around or inside one."""
    outline, marks = grounds.outline, grounds.marks
    found: set[int] = set()
    own = {tag for tag in outline.by_tag if "-" in tag}    # elements of the site's own: <share-button network="x">
    for row in grounds.marked:
        if not marks[row] & (Mark.SHARE | Mark.SOCIAL) or outline.ends[row] - row > _MOST_ROW:
            continue
        if not marks[row] & Mark.SHARE:
            found.update(i for i in range(row, outline.ends[row]) if outline.tags[i] in _SCRIPTED_TAGS
                         and holds_own_address(grounds, i))
            continue
        if "data-services" not in outline.attributes[row]:
            found.add(row)
        found.update(i for i in range(row + 1, outline.ends[row]) if outline.tags[i] in own or (
            outline.tags[i] in _SCRIPTED_TAGS and _is_scripted(grounds, i)))
    return [i for i in sorted(found)[:_MOST_BUTTONS] if outline.ends[i] - i <= _MOST_ELEMENTS
            and not count_within(clickable, i, outline.ends[i]) and not _in_link(grounds, i)]


def _is_scripted(grounds: Grounds, i: int) -> bool:
    """Whether an element of a share row has what a script needs, or is called as the buttons of scripts are."""
    name = grounds.outline.names[i]
    return (not _SCRIPTED.isdisjoint(grounds.outline.attributes[i].keys()) or name.startswith(_SHARETHIS)
            or "copy" in name or "clipboard" in name)


def _may_share(grounds: Grounds, i: int, target: Target) -> bool:
    """A quick look that lets most links within the site go: those to ordinary pages."""
    return _speaks_of_sharing(grounds, i, target) or grounds.is_own(target.url)


def _speaks_of_sharing(grounds: Grounds, i: int, target: Target) -> bool:
    """Whether the address, the anchor's name or that of the element around it has a word of sharing or printing."""
    marks = grounds.marks
    return target.speaks or bool((marks[i] | marks[grounds.outline.parents[i]]) & Mark.SHARE)


def _in_link(grounds: Grounds, i: int) -> bool:
    """Whether the element stands in a link: the icon of a profile, no button of its own."""
    return any(grounds.outline.tags[above] == "a" for above in grounds.outline.ancestors(i, 3))


def _share_link(grounds: Grounds, i: int, *, in_row: bool = False) -> ShareLink | None:
    attributes = grounds.outline.attributes[i]
    href = (attributes.get("href") or "").strip()
    url = grounds.url_of.get(i)
    if "/cdn-cgi/l/email-protection" in href:
        return _hidden_mail(grounds, i, href, in_row=in_row)
    if url and not grounds.is_own(url):
        return _addressed(grounds, i, href, url)
    if network := network_of(href):
        return ShareLink(network, None if is_unfilled(href) else href)
    if is_contact(href):
        return ShareLink("email") if href.startswith("mailto:") and says_to_share(grounds, i) else None
    if held := held_address(grounds.outline.attributes[i]):
        return held
    if url and (network := named_on_site(url)):
        return ShareLink(network, url)
    network = button_network(grounds, i, in_row=in_row)
    leads = url and network in _FORMS and _FORMS[network] in url.lower()
    return ShareLink(network, url if leads else None) if network else None


def _is_of_part(grounds: Grounds, i: int, link: ShareLink) -> bool:
    """Whether a link shares one heading or one comment: "<h2>Method <button>Copy link</button></h2>"."""
    if link.network == "copy":
        return any(grounds.outline.tags[above] in SUBHEADINGS and grounds.chars(above) > grounds.chars(i)
                   for above in grounds.outline.ancestors(i, _MOST_ROW_CLIMB))
    shared = shared_address(link.url) if link.url else None
    return shared is not None and ("#comment" in shared or (
        not grounds.is_own(shared) and bool(grounds.inherited(i, _MOST_COMMENT_CLIMB) & Mark.COMMENTS)))


def _hidden_mail(grounds: Grounds, i: int, hidden: str, *, in_row: bool) -> ShareLink | None:
    """A mail address that Cloudflare hid; without its key, a button like any other."""
    mail = cloudflare_mail(hidden)
    if mail is not None:
        return ShareLink("email", mail) if network_of(mail) else None
    return ShareLink("email") if button_network(grounds, i, in_row=in_row) == "email" else None


def _addressed(grounds: Grounds, i: int, href: str, url: str) -> ShareLink | None:
    """The share link of an anchor that leads to another page: a network, or a service of the publisher's own."""
    if host_of(url) == grounds.host:
        return _own_service(grounds, i, url)
    network = network_of("https:" + href if href.startswith("//") else href)
    if network is None:
        return None
    return ShareLink(network, None if is_unfilled(href) else written(href))


def _own_service(grounds: Grounds, i: int, url: str) -> ShareLink | None:
    """A share address of the publisher's own: `?share=linkedin`, `/share/facebook?…`, a page made for printing."""
    if not _speaks_of_sharing(grounds, i, target_of(url)):
        return None
    if network := named_on_site(url):
        return ShareLink(network, url)
    if not grounds.outline.may_be_label(i) or len(grounds.text(i)) > _MOST_LABEL:
        return None
    around = grounds.outline.parents[i]
    if grounds.outline.tags[around] == "p" and grounds.prose(around):       # "It is time to print your invitations."
        return None
    network = button_network(grounds, i, leads_somewhere=True)
    return ShareLink(network, url) if network else None


def _ways_back(outline: Outline, box: int) -> int:
    """How many links of the box lead back to the page before, by a script."""
    said = (outline.attributes[i] for i in outline.all("a", "button", within=box)[:_LEAST_IN_ROW])
    return sum("history." in (held.get("href") or "") or "history." in (held.get("onclick") or "") for held in said)


def _rows(grounds: Grounds, buttons: list[int]) -> frozenset[int]:
    """The widest elements around the buttons that hold share buttons and a short label at most."""
    outline = grounds.outline
    clickable = outline.all("a", "button")

    def is_row(box: int) -> bool:
        inside = count_within(clickable, box, outline.ends[box])
        others = inside - count_within(buttons, box, outline.ends[box])
        return not grounds.holds(box, "h1") and grounds.chars(box) <= most_in_row(inside) and (
            not others or others <= _ways_back(outline, box))

    return frozenset(grounds.widest(i, is_row, _MOST_CLIMB) for i in buttons)


def _origin(grounds: Grounds, links: tuple[ShareLink, ...]) -> str | None:
    """How the links were found, and what is odd: a bare home page shared is a template that nobody filled in."""
    if not links:
        return None
    bare = [link.network for link in links if link.url and (shared := shared_address(link.url))
            and host_of(shared) == grounds.host and shared.rstrip("/").count("/") == 2 and "?" not in shared]
    own_is_home = grounds.own.rstrip("/").count("/") == 2
    found = [word for word, with_address in (("share addresses", True), ("named buttons", False))
             if any((link.url is not None) == with_address for link in links)]
    odd = f"; shares the home page: {', '.join(dict.fromkeys(bare))}" if bare and not own_is_home else ""
    return ", ".join(found) + odd
