"""Grounds and a button without address -> the network it shares to. Pure.

A button names its network in a class, a data attribute, a label for screen readers, the text, or the icon inside it.
"""

import re
from functools import lru_cache
from html import unescape
from typing import Literal

from crawler.parsing.furniture import words
from crawler.parsing.furniture.chrome import PAGE_PARTS
from crawler.parsing.furniture.marks import Mark, marks_of
from crawler.parsing.furniture.networks import WORDS, network_named
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.word_files import any_of

_MOST_LABEL = 80
_PARTS = re.compile(r"[a-z0-9.+]+|[^\x00-\x7f]+")
_TOOLS = frozenset({"email", "print", "copy"})
_SPOKEN = sorted(word for word in WORDS if WORDS[word] not in _TOOLS)
_LEAST_SURE = 6                    # letters of a name that may have an ending: "Jaa LinkedInissä"
_SURE = any_of(word for word in _SPOKEN if len(word) >= _LEAST_SURE and word.isascii())
# "share-twitter", "linkedinshare-btn", but no "redditor"
_IN_NAME = re.compile(r"(?<![a-z])(?:[a-z]*(?:share|social|icon|btn|button|link|st|shr)[_-]?)?"
                      rf"({_SURE})(?:(?=share|button)|(?![a-z]{{4}}))")
_LATIN = r"a-z0-9\u00c0-\u024f"     # "Xでシェア": other scripts may stand next to a name
_BRIEF = any_of(word for word in _SPOKEN if 2 < len(word) < _LEAST_SURE and word.isascii() and word != "line")
_IN_LABEL = re.compile(rf"(?<![{_LATIN}])({_SURE}(?![a-z]{{5}})|{_BRIEF}(?![{_LATIN}]))|"
                       rf"({any_of(word for word in _SPOKEN if not word.isascii())})")
_SHORT_IN_LABEL = re.compile(rf"(?<![{_LATIN}])(x|line|vk|fb)(?![{_LATIN}])")
_SHORT = {word: WORDS[word] for word in ("fb", "x", "vk", "wa", "tg", "hn", "mail", "email")} | {"envelope": "email"}
_SHORT_SHARE = {f"{word}share": word for word in ("fb", "x", "vk", "wa", "tg")}
_STATES = re.compile(r"network|service|platform|social|share")      # of attributes that name a network
_AXIS = re.compile(r"(?<!\S)(?:\S*\[|(?:\S*:)?-?(?:gap|overflow|space|translate|scale|skew|divide|scroll|border|inset|"
                   r"overscroll|justify|pan|snap)-[xy])\S*")     # classes that speak of the axis x
_PRINTS = re.compile(r"(?:window|self|document)?\.?print(?:page|article)?\s*\(")
_PRINT_NAME = re.compile(r"(?<![a-z])(?:print|printer|printbtn|print-?(?:button|link|page|article|this|icon|friendly)|"
                         r"(?:btn|button|icon)-?print)(?![a-z])")
# Classes that say what is left out, or shown, on paper.
_NOT_PRINTED = re.compile(r"(?<!\S)\S*(?:(?:no|for|hide|hidden|show|visible|only|d)-?_?print|"
                          r"print-?_?(?:none|hid|only))\S*")
_COPY_NAME = re.compile(r"(?<![a-z])(?:(?:share|btn|button|icon|social|js)[_-]?)?"
                        r"(?:copy[-_ ]?(?:link|url|article|permalink|address|button|btn|to-?clipboard)[a-z]*|"
                        r"clipboard|copylink|link-?copy|share-?copy|copy-?share)(?![a-z])")
_COPIED = re.compile("link|url|address")      # what such a button copies, where its label says nothing of it
_MOST_ROW_CLIMB = 3
_LEAST_ANCHOR_DASHES = 2     # of a place on the page: "#print-the-guide"
_PROFILES_ONLY = ("instagram", "youtube", "tiktok")
_BUTTON_TAGS = frozenset({"a", "button", "input"})


def button_network(grounds: Grounds, i: int, *, leads_somewhere: bool = False, in_row: bool = False) -> str | None:
    """The network that the button `i` shares to, None for any other; `in_row`: it stands among known share buttons."""
    if _prints(grounds, i):
        return "print"
    label = _label(grounds, i)
    if not (in_row or _may_be_button(grounds, i, label)):
        return None
    name = _names(grounds, i)
    if grounds.inherited(i, 8) & (Mark.TOOL | Mark.NOTICE) or _follows(label):
        return None
    if _is_print(label, name):
        return "print"
    if not leads_somewhere and _is_copy(grounds, i, label, name):
        return "copy"
    context = in_row or _share_context(grounds, i, label, name)
    return (_stated(grounds, i) or _named(label, name)) if context else None


def says_to_share(grounds: Grounds, i: int) -> bool:
    """Whether a link says that it shares, wherever it leads: "Share by email", to an address made up as an example."""
    return words.says("share", _label(grounds, i))


def _stated(grounds: Grounds, i: int) -> str | None:
    """The network that an attribute made for it names: data-service="viber", <share-button type="x">."""
    outline = grounds.outline
    for name, value in outline.attributes[i].items():
        states = _STATES.search(name) or (name == "type" and ("-" in outline.tags[i] or outline.tags[i] == "button"))
        if states and (network := network_named(value)):
            return network
    return None


def _may_be_button(grounds: Grounds, i: int, label: str) -> bool:
    """A quick look at what stands around the button, what it says and what it is called."""
    if grounds.inherited(i, 5) & (Mark.SHARE | Mark.SOCIAL) or _says_tool(label):
        return True
    written = " ".join(grounds.outline.attributes[i].values()).lower()
    return "print" in written or "cop" in written or "clip" in written or "share" in written


@lru_cache(maxsize=1 << 12)      # "menu", "search", "close"
def _says_tool(label: str) -> bool:
    return words.says("share", label) or any(
        part in WORDS or part in words.listed(table) for part in _parts(label) for table in ("print", "copy"))


def cloudflare_mail(hidden: str) -> str | None:
    """The mailto address that Cloudflare hid in `…/email-protection#HEX`; None where there is none to decode.

    The first byte is the key that all others were combined with (exclusive or); what they say is mark-up.

    >>> cloudflare_mail("/cdn-cgi/l/email-protection#427d3137202827213676")
    'mailto:?subject4'
    """
    digits = hidden.rpartition("#")[2]
    try:
        code = bytes.fromhex(digits)
    except ValueError:        # no hidden address, an ordinary fragment
        return None
    if len(code) < 2:
        return None
    plain = bytes(byte ^ code[0] for byte in code[1:]).decode("utf-8", "replace")
    return "mailto:" + unescape(plain)


def _label(grounds: Grounds, i: int) -> str:
    """What the button says: to screen readers, on hover, in text, or by the picture in it; lower case."""
    outline = grounds.outline
    get = outline.attributes[i].get
    text = grounds.text(i) if outline.may_be_label(i) else ""
    said = [get("aria-label"), get("title"), text, get("value"), get("alt"), get("data-title"),
            get("data-label"), get("data-tooltip")]
    for j in range(i + 1, min(outline.ends[i], i + 8)):
        if inner := outline.attributes[j]:
            said += [inner.get("alt"), inner.get("title"), inner.get("aria-label")]
    return " | ".join(words.squeezed(text) for text in said if text and len(text) <= _MOST_LABEL)


def _names(grounds: Grounds, i: int) -> str:
    """Class, id and data attributes of the button, of the icon inside it and of the list item around it."""
    outline = grounds.outline
    found = [outline.names[i]]
    if "-" in outline.tags[i]:
        found.append(outline.tags[i])
    for name, value in outline.attributes[i].items():
        key = str(name)
        if key.startswith("data-") and len(value) <= 40:
            found.append(f"{key[5:]} {value}".lower())
        elif key == "onclick" and "cop" in value.lower():          # "CopyURL(); return false;"
            found.append(value.partition("(")[0].lower())
        elif key in {"href", "network", "service", "platform", "name"} and (
                key != "href" or (value[:1] == "#" and value.count("-") < _LEAST_ANCHOR_DASHES)):
            found.append(value.lower())
    for j in range(i + 1, min(outline.ends[i], i + 6)):
        found += [outline.names[j], _icon(grounds, j)]
    above = outline.parents[i]
    if above >= 0 and outline.tags[above] in {"li", "span", "div"} and _alone(grounds, above):
        found.append(outline.names[above])
    return " ".join(part for part in found if part)


def _icon(grounds: Grounds, j: int) -> str:
    """The name of an icon: the symbol a `use` points at, the icon font's word, the file of a picture."""
    attributes, tag = grounds.outline.attributes[j], grounds.outline.tags[j]
    if tag == "use":
        return (attributes.get("href") or attributes.get("xlink:href") or "").rpartition("#")[2].lower()
    if tag == "img":
        return (attributes.get("src") or "").rpartition("/")[2].partition(".")[0].lower()[:60]
    return (attributes.get("data-icon") or attributes.get("icon") or "").lower()


def _alone(grounds: Grounds, above: int) -> bool:
    outline = grounds.outline
    return sum(outline.tags[j] in _BUTTON_TAGS for j in range(above + 1, min(outline.ends[above], above + 30))) == 1


def _follows(label: str) -> bool:
    return words.says("follow", label) and not words.says("share", label)


def _parts(label: str) -> list[str]:
    return label.split(" | ")


def _prints(grounds: Grounds, i: int) -> bool:
    attributes = grounds.outline.attributes[i]
    done = f"{attributes.get('onclick') or ''} {attributes.get('href') or ''}".lower()
    return "print" in done and bool(_PRINTS.search(done))


def _is_print(label: str, name: str) -> bool:
    if any(part in words.listed("print") for part in _parts(label)):
        return True
    if "print" not in name or len(label) >= _MOST_LABEL or words.says("email", label):
        return False
    return bool(_PRINT_NAME.search(_NOT_PRINTED.sub("", name)))


def _is_copy(grounds: Grounds, i: int, label: str, name: str) -> bool:
    if any(_says_copy(part) for part in _parts(label)):
        return True
    if "copy" not in label and "cop" not in name and "clip" not in name:
        return False
    inside = {grounds.outline.tags[j] for j in grounds.outline.ancestors(i, 4)}
    if inside & {"pre", "code", "figure", "table"}:
        return False
    if ("cop" in name or "clip" in name) and _COPY_NAME.search(name):
        return not label or _share_context(grounds, i, label, name) or (
            bool(_COPIED.search(name)) and not (grounds.is_chrome(i) or grounds.marks[i] & Mark.EDGE))
    return "copy" in _parts(label) and bool(grounds.inherited(i, 4) & Mark.SHARE)


def _says_copy(part: str) -> bool:
    """Whether a label says that its button copies the address: "Copy a link to this page", no "Share via LinkedIn"."""
    if part in words.listed("copy"):
        return True
    return words.begins("copy", part) and _IN_LABEL.search(part) is None


def _share_context(grounds: Grounds, i: int, label: str, name: str) -> bool:
    """Whether the button stands among share buttons, or says itself that it shares."""
    runs = (grounds.outline.attributes[i].get("onclick") or "").lower()
    if words.says("share", label) or "share" in runs or holds_own_address(grounds, i):
        return True
    around = grounds.inherited(i, 5)
    if around & Mark.FOLLOW:
        return False
    if (around | marks_of(name)) & Mark.SHARE:
        return not _in_labelled_row(grounds, i, "follow")
    if grounds.inherited(i, 12) & Mark.CHROME:
        return False
    if around & Mark.SOCIAL:
        return not _among_profiles(grounds, i)
    return _in_labelled_row(grounds, i, "share")


def _among_profiles(grounds: Grounds, i: int) -> bool:
    """Whether a button beside this one names a network that nothing is shared to by an address."""
    outline = grounds.outline
    return any(network in outline.names[j] or network in (outline.attributes[j].get("href") or "")
               for above in outline.ancestors(i, 1) for j in outline.all(*_BUTTON_TAGS, within=above)
               for network in _PROFILES_ONLY)


def holds_own_address(grounds: Grounds, i: int) -> bool:
    """Whether a script's button holds the page's own address: <li class="linkedin" data-url="https://…">."""
    return any("://" in value and name != "href" and grounds.is_own(value.strip())
               for name, value in grounds.outline.attributes[i].items())


def most_in_row(buttons: int) -> int:
    """Characters of a row of so many buttons: of its label, and of each."""
    return 40 + 25 * buttons


def _in_labelled_row(grounds: Grounds, i: int, does: Literal["share", "follow"]) -> bool:
    """Whether a small element around the button says what its buttons do: "Share this article", "Follow us"."""
    outline = grounds.outline
    for above in outline.ancestors(i, _MOST_ROW_CLIMB):
        if not outline.may_be_label(above):
            return False
        said = grounds.text(above).lower()
        if len(said) > most_in_row(len(outline.all(*_BUTTON_TAGS, within=above))) or outline.tags[above] in PAGE_PARTS:
            return False
        follows, shares = words.says("follow", said), words.says("share", said)
        if follows or shares:
            return follows is not shares and shares is (does == "share")
    return False


def _named(label: str, name: str) -> str | None:
    if match := _IN_LABEL.search(label):
        return WORDS[match[1] or match[2]]
    if match := _IN_NAME.search(name):
        return WORDS[match[1]]
    for part in _parts(label):
        if part in words.listed("email"):
            return "email"
        if network := (network_named(part) if part not in {"link", "permalink", "mail"} else None):
            return network
    tokens = _PARTS.findall(_AXIS.sub(" ", name).replace("-", " ").replace("_", " "))
    if short := next((word for token in tokens if (word := _SHORT_SHARE.get(token, token)) in _SHORT), None):
        return _SHORT[short]
    if words.says("email", label):
        return "email"
    last = _SHORT_IN_LABEL.findall(label)
    return WORDS[last[-1]] if last else None

