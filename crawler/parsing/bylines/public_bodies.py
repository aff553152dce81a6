"""A byline -> the one public body that it names whole, where commas and "and" are of its name. Pure."""

import re
from collections.abc import Iterable

from crawler.parsing.bylines.institutions import is_institution, is_national, names_subject
from crawler.parsing.bylines.names import read_name

_BODY = re.compile(
    r"(?:[^\W\d_]\w*\s){0,2}(?:Department|Ministry|Directorate(?:[- ]General)?|Office|Secretariat|Bureau|Committee|"
    r"Commission|Board|Agency|Administration|Institute|Cent(?:er|re)|Division|\w*Ministerium|\w*amt|Ministère|"
    r"Direction(?: générale)?|Secrétariat|Agence|Ministerio|Secretaría|Dirección(?: General)?|Ministério|Secretaria|"
    r"Ministero|Direzione(?: generale)?|Ministerie)\s"
    r"(?:of|for|on|für|de la|de l['’]|des|de|du|da|do|dos|della|delle|dell['’]|van)\s?", re.IGNORECASE)
_LONGEST, _MOST_WORDS = 110, 5      # characters of all, words of a part behind the first


def one_body(name: str, parts: Iterable[str]) -> str | None:
    """The name where it is one body's, given its parts as a list of names has them; None for several, or people.

    >>> one_body("Department for Culture, Media and Sport", ["Department for Culture", "Media", "Sport"])
    'Department for Culture, Media and Sport'
    >>> one_body("Department of Health and Jane Smith", ["Department of Health", "Jane Smith"]) is None
    True
    >>> one_body("Fisheries and Northern Harbours Canada", ["Fisheries", "Northern Harbours Canada"])
    'Fisheries and Northern Harbours Canada'
    """
    first, *rest = parts
    if not rest or len(name) > _LONGEST or any(map(str.isdigit, name)):
        return None
    if is_national(name) and all(_is_subject(part) for part in (first, *rest[:-1])):
        return name
    if not _BODY.match(name):
        return None
    return None if any(_names_another(part) for part in rest) else name


def _is_subject(part: str) -> bool:
    """Whether a part of a list is no body or person by itself: "Fisheries", "Public Services"."""
    return not is_national(part) and (" " not in part or names_subject(part.lower().split()))


def _names_another(part: str) -> bool:
    """Whether a part names a body or a person of its own, and no subject: "Media", "Social Affairs"."""
    words = part.split()
    if len(words) == 1 or len(words) > _MOST_WORDS:
        return len(words) > 1
    return is_institution(part) or (read_name(part) is not None and not names_subject(map(str.lower, words)))
