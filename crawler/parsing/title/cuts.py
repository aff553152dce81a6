"""A headline in the head -> what is left when the name of the site, or the kind of publication, is cut off. Pure."""

import re

from crawler.parsing.kind import kind_of
from crawler.parsing.site import Site

_MOST_CUTS = 4                # separators looked at in one string
SEPARATOR = re.compile(
    r"\s+[|\-–—‒―•·∙⋅«»‹›<>/\\~]+\s+|\s*[|｜]\s*|\s*::?\s+|\s+[:：]\s*|(?<=[^\x00-\x7f])[_\-–—：]\s*")
_IN_BRACKETS = re.compile(r"(?P<front>.+?)\s*[（(［\[](?P<inner>[^()（）\[\]［］]{2,40})[)）\]］]")
_QUOTED = re.compile(r"[^「」『』]{2,40}[「『](?P<inner>.{6,})[」』]")           # the kind and, in quotes, the title


def cuts(text: str, site: Site) -> list[tuple[str, set[str]]]:
    """What is left of a string when a part is cut off, and what is known of the cut.

    >>> [cut for cut, _ in cuts("Rates rise | News | Bank", Site(frozenset({"bank"}), "bank"))]
    ['Rates rise', 'News | Bank', 'Rates rise | News', 'Bank']
    """
    found = []
    marks = list(SEPARATOR.finditer(text))
    for place, mark in enumerate(marks[:_MOST_CUTS - 1] + marks[-1:] if len(marks) > _MOST_CUTS else marks):
        front, back = text[:mark.start()].strip(), text[mark.end():].strip()
        for kept, dropped, side in ((front, back, "front"), (back, front, "back")):
            features = {side}
            if side == "front" and place == len(marks) - 1:
                features.add("last part off")
            if site.is_named(dropped) or (side == "back" and _names_site_and_section(dropped, site)):
                features.add("site off")
            elif site.is_like(dropped):
                features.add("like site off")
            if len(dropped) > len(kept):
                features.add("most off")
            found.append((kept, features))
    if quoted := _QUOTED.fullmatch(text):
        found.append((quoted["inner"], {"back"}))
    marked = _IN_BRACKETS.fullmatch(text)
    if marked and not marks and any(map(site.is_named, (marked["inner"], *marked["inner"].split("/")))):
        found.append((marked["front"], {"front", "last part off", "site off"}))
    return found


def _names_site_and_section(dropped: str, site: Site) -> bool:
    """Whether a part that was cut off is made of the site's name and of sections: "Institute | News"."""
    parts = SEPARATOR.split(dropped)
    named = [site.is_named(part) for part in parts]
    return any(named) and all(is_site or kind_of(part) for is_site, part in zip(named, parts, strict=True))
