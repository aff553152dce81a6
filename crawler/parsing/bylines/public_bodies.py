"""A byline -> the one public body that it names whole, where commas and "and" are of its name. Pure."""

import re
from collections.abc import Iterable

from crawler.parsing.bylines.institutions import is_institution
from crawler.parsing.bylines.names import read_name

_BODY = re.compile(
    r"(?:[^\W\d_]\w*\s){0,2}(?:Department|Ministry|Directorate(?:[- ]General)?|Office|Secretariat|Bureau|Committee|"
    r"Commission|Board|Agency|Administration|Institute|Cent(?:er|re)|Division|\w*Ministerium|\w*amt|Ministère|"
    r"Direction(?: générale)?|Secrétariat|Agence|Ministerio|Secretaría|Dirección(?: General)?|Ministério|Secretaria|"
    r"Ministero|Direzione(?: generale)?|Ministerie)\s"
    r"(?:of|for|on|für|de la|de l['’]|des|de|du|da|do|dos|della|delle|dell['’]|van)\s?", re.IGNORECASE)
_LONGEST, _MOST_WORDS = 110, 5      # characters of all, words of a part behind the first
_SUBJECTS = frozenset(        # what names of such bodies end in, and no name of a person does
    "affairs agriculture development economy education employment energy environment family fisheries food forestry "
    "housing industry infrastructure innovation justice labour labor pensions planning policy research rural science "
    "security services social sport sports technology tourism trade transport welfare works soziales verkehr "
    "frauen jugend senioren consumo economía empleo vivienda energia logement territoires numérique".split())


def one_body(name: str, parts: Iterable[str]) -> str | None:
    """The name where it is one body's, given its parts as a list of names has them; None for several, or people.

    >>> one_body("Department for Culture, Media and Sport", ["Department for Culture", "Media", "Sport"])
    'Department for Culture, Media and Sport'
    >>> one_body("Department of Health and Jane Smith", ["Department of Health", "Jane Smith"]) is None
    True
    """
    rest = list(parts)[1:]
    if not rest or len(name) > _LONGEST or any(map(str.isdigit, name)) or not _BODY.match(name):
        return None
    return None if any(_names_another(part) for part in rest) else name


def _names_another(part: str) -> bool:
    """Whether a part names a body or a person of its own, and no subject: "Media", "Social Affairs"."""
    words = part.split()
    if len(words) == 1 or len(words) > _MOST_WORDS:
        return len(words) > 1
    return is_institution(part) or (read_name(part) is not None
                                    and _SUBJECTS.isdisjoint(word.lower() for word in words))
