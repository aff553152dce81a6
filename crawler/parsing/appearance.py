"""How a page looks: tags that stand in a line of text; what roles, style and letters tell where tags don't. Pure."""

import re
from collections.abc import Mapping

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split())
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
EDGE = "\x1f"     # white space like any, but of ours: nothing parts the words in the page's text
BARE = frozenset({"div", "span"})     # what they are is said by role and style alone
_ROLES = {"table": "table", "grid": "table", "row": "tr", "cell": "td", "gridcell": "td", "columnheader": "th",
          "rowheader": "th"}
_BOX = re.compile(r"display\s?:\s?block")
_ENDS = frozenset(".:,;!?)]")


def tag_shown(tag: str, given: Mapping[str, str]) -> str:
    """The tag that would show the same: of a table made of boxes, of a box made of a part of a line."""
    if role := given.get("role"):
        return _ROLES.get(role, tag)
    return "div" if tag == "span" and _BOX.search(given.get("style", "")) else tag


def divided(before: str, second: str) -> bool:
    """Whether a word seems to end with these two signs where the next text begins with a capital and this sign.

    >>> divided("th", "p"), divided("7.", "T"), divided("KA", "o"), divided("NA", "T"), divided("¿", "Q")
    (True, True, True, False, False)
    """
    last = before[-1:]
    return (last.islower() or last.isdigit() or last in _ENDS
            or (second.islower() and len(before) > 1 and before.isupper()))
