"""What roles, style and letters tell of how a page looks, where its tags don't. Pure."""

import re
from collections.abc import Mapping

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
