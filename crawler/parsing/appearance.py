"""How a page looks: tags that stand in a line of text; what roles, style and letters tell where tags don't. Pure."""

import re
import unicodedata
from collections.abc import Mapping

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split())
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SUBHEADINGS = frozenset(HEADINGS[1:])      # below the title
# signs that begin an item of a list; the last ones are those of fonts of symbols, as word processors write them
BULLETS = "•·▪▫◦‣⁃∙●○■□◆◇❖►▶▸➢➤➔✓✔✅☑\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf06e"
EDGE = "\x1f"     # white space like any, but of ours: nothing parts the words in the page's text
BARE = frozenset({"div", "span"})     # what they are is said by role and style alone
_ROLES = {"table": "table", "grid": "table", "row": "tr", "cell": "td", "gridcell": "td", "columnheader": "th",
          "rowheader": "th"}
_BOX = re.compile(r"display\s?:\s?block")
_ENDS = frozenset(".:,;!?)]")
FIGURES = frozenset("0123456789%")     # what a figure ends with
_UNIT = 4                             # letters of a word that is no ending of the figure before it: "th", "nde"
_MINUTES = re.compile(r"\d{1,3}[\s-]?(?i:min|мин|хв|dk\b|λεπ|phút|menit|perc)")     # to read


def tag_shown(tag: str, given: Mapping[str, str]) -> str:
    """The tag that would show the same: of a table made of boxes, of a box made of a part of a line."""
    if role := given.get("role"):
        return _ROLES.get(role, tag)
    return "div" if tag == "span" and _BOX.search(given.get("style", "")) else tag


_COMMAS = frozenset(",，、،")


def goes_on(before: str, after: str) -> bool:
    """Whether a sentence of the first text seems to go on in the second, as where an ad stands amid it.

    >>> goes_on("the ports of the", "river"), goes_on("They left.", "then"), goes_on("They left", "Then")
    (True, False, False)
    >>> goes_on("工作人员大部分时间都花在无人阅读的", "表格上"), goes_on("他们走了。", "然后")
    (True, False)
    """
    last, first = before[-1:], after[:1]
    is_caseless = first.isalpha() and first.lower() == first.upper() and not last.isascii()
    return ((ends_in_word(before) and not last.isdigit()) or last in _COMMAS) and (first.islower() or is_caseless)


def ends_in_word(text: str) -> bool:
    """Whether the last sign is a letter, a figure, or a mark on a letter, with which words of many scripts end.

    >>> ends_in_word("The quays"), ends_in_word("मुख्य सिफारिशें"), ends_in_word("वे चले गए।")
    (True, True, False)
    """
    last = text[-1:]
    return last.isalnum() or (not last.isascii() and unicodedata.category(last).startswith("M"))


def space_before(text: str) -> str:
    """What parts a text from the one before it in a line: nothing in scripts without spaces.

    >>> space_before("grain"), space_before("表格"), space_before("광고")
    (' ', '', ' ')
    """
    return "" if is_unparted(text) else " "


def is_unparted(text: str) -> bool:
    """Whether a text begins in a script that puts no space between words; Korean does."""
    return "\u3000" <= text[:1] < "가" or text[:1] > "힣"


def divided(before: str, text: str) -> bool:
    """Whether a word seems to end with these two signs where a text in an element of its own begins with another.

    >>> divided("th", "Updated"), divided("7.", "Then"), divided("KA", "Port"), divided("NA", "TO"), divided("¿", "Qué")
    (True, True, True, False, False)
    >>> divided("00", "tonnes"), divided("5%", "more"), divided("15", "th of May"), divided("ca", "lled")
    (True, True, False, False)
    >>> divided("24", "6 min read"), divided("24", "00")
    (True, False)
    """
    last = before[-1:]
    if not text[:1].isupper():
        return last in FIGURES and len(text) >= _UNIT and (
            text[:_UNIT].isalpha() or (text[0].isdigit() and _MINUTES.match(text) is not None))
    return (last.islower() or last.isdigit() or last in _ENDS
            or (text[1:2].islower() and len(before) > 1 and before.isupper()))
