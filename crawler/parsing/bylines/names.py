"""A name as it stands on the page -> the author of that name, a person or an organisation. Pure.

Titles and credentials are left off; what is no name (a user name, the word "admin", a sentence) is nobody's.
"""

import re

from archive.records import Author
from crawler.parsing.bylines import words as byline_words
from crawler.parsing.bylines.institutions import is_institution, opens_as_institution

_CASELESS = re.compile(
    r"[\u0590-\u08ff\u0900-\u10ff\u1200-\u139f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HAN = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af・ ]+$")
_ROLE_FIRST = re.compile(
    r"^\S{0,8}(?:研究員|研究员|教授|所長|主幹|部長|理事|エコノミスト|アナリスト|記者|记者)\s+(?=\S)")
_KOREAN_ROLE = re.compile(r"\s*(?:기자|특파원|논설위원|记者|記者|編集委員|论员)$")
_NO_NAME = re.compile(r"[:@{»›>=]")     # labels, addresses, templates, trails of crumbs
LONGEST_ROLE = 70            # characters
_TELEPHONE = re.compile(r"\d{2,4}[\s()/-]{1,3}\d{2,4}[\s/-]?\d{2}")     # of somebody to ask, no author
_RIGHT_HONOURABLE = re.compile(r"(?:the )?(?:rt\.?|right) hon(?:ourable|\.)? ", re.IGNORECASE)
_UNCLOSED = re.compile(r"\s+\([^()]*$")          # "Ada One (Reuters)", stripped
_NICK = "(\"“„«"              # what a short or former name opens with: William (Bill) Smith
_INITIALS = 2                 # characters
_FULL_NAME, _LONGEST_HELD = 2, 8        # words


def read_name(text: str, *, stated: bool = False) -> Author | None:
    """The author of that name, titles and credentials off; None where it is no name.

    `stated` (by JSON-LD or a meta tag) lets a single word pass, which is too little in running text.

    >>> read_name("Prof. Ada van One, PhD"), read_name("admin", stated=True)
    (Author(name='Ada van One', kind='person', url=None), None)
    """
    text = _ROLE_FIRST.sub("", " ".join(text.split()))
    name = _KOREAN_ROLE.sub("", text).strip(" ,;:.|-–—•·*\"“”()[]")
    name = _UNCLOSED.sub("", name)
    name += "." if name.endswith((" Jr", " Sr")) and f"{name}." in text else ""
    if _NO_NAME.search(name) or not 1 < len(name) < 90:
        return None
    if is_institution(name):
        name = name.removeprefix("the ")
        is_name = stated or name.lower() in byline_words.AGENCIES or not (
            name[0].islower() or (_is_sentence(name) and not opens_as_institution(name)))
        return Author(name, "organization") if is_name else None
    if stated and name.isupper() and name.isascii() and name.isalpha() and len(name) < 9:
        return Author(name, "organization")                 # an acronym
    titled = _RIGHT_HONOURABLE.sub("", name, count=1).replace(",", " ").split()
    words = _without_titles(_without_office(_without_titles(titled)))
    while len(words) > 1 and not words[-1].istitle() and words[-1].rstrip("®").lower() in byline_words.CREDENTIALS:
        words = words[:-1]
    if len(words) == 1 and len(titled) == 2 and words[0].istitle():
        return Author(" ".join(titled))                     # "Dr. Allen" is nobody without the title
    return Author(" ".join(words)) if words and _is_person(" ".join(words), words, stated=stated) else None


def _without_titles(words: list[str]) -> list[str]:
    first = next((place for place, word in enumerate(words)
                  if word.lower() not in byline_words.HONORIFICS and word != "Ms"), len(words))        # "MS Dhoni"
    return words[first:]


def _without_office(words: list[str]) -> list[str]:
    """The words without the office before a full name: "Deputy Governor Ada One"; "Governor One" as it is."""
    first = 0
    while len(words) - first > _FULL_NAME and words[first].lower() in byline_words.OF_OFFICES:
        first += 1
    return words if byline_words.OFFICES.isdisjoint(map(str.lower, words[:first])) else words[first:]


def begins_with_office(text: str) -> bool:
    """Whether a short line names an office and then somebody: "Deputy Governor Ada One"."""
    words = text.split()
    return _FULL_NAME < len(words) <= _LONGEST_HELD and len(_without_office(words)) < len(words)


def begins_with_role(text: str) -> bool:
    """Whether a line names a role and then somebody, as Chinese and Japanese pages do: "主任研究員 佐藤 健一"."""
    return not text.isascii() and _ROLE_FIRST.match(text) is not None


def is_signed(text: str) -> bool:
    """Whether a short line ends with what a reporter is called, or with a mail address of that name.

    >>> is_signed("김하늘 기자"), is_signed("Ada One ada.one@e.org"), is_signed("Call us info@e.org")
    (True, True, False)
    """
    if len(text) > LONGEST_ROLE or _TELEPHONE.search(text):
        return False
    name, _, box = text.partition("@")[0].lower().rpartition(" ") if "@" in text else ("", "", "")
    return any(len(word) > _INITIALS and word in box for word in name.split()) or (
        not text.isascii() and _KOREAN_ROLE.search(text) is not None)


def is_role(text: str) -> bool:
    """Whether a line names what somebody is: "Senior Fellow, Energy", no sentence.

    >>> is_role("Senior Fellow"), is_role("The director left"), is_role("Research")
    (True, False, False)
    """
    words = text.replace(",", " ").split()
    return (len(text) < LONGEST_ROLE and words[:1] != [] and not byline_words.ROLES.isdisjoint(map(str.lower, words))
            and text[-1].isalnum() and words[0].lower() not in byline_words.NO_FIRST_NAMES)


def _is_person(name: str, words: list[str], *, stated: bool) -> bool:
    lowered = [word.lower().strip(".,") for word in words]
    if not byline_words.NOBODY.isdisjoint(lowered) or words[0].lower() in byline_words.NO_FIRST_NAMES:
        return False
    if any(c.isdigit() for c in name) or "_" in name:
        return False
    if _CASELESS.search(name):
        if _HAN.match(name):
            return 2 <= len(name.replace(" ", "")) <= 10 and not {"の", "を"} & set(name)
        return 1 < len(words) < 6
    if len(words) > 6 or not name[0].isalpha() or byline_words.ROLES.intersection(lowered):
        return False
    if len(words) == 1:
        return stated and len(name) > 2 and name[0].isupper() and name[1:].islower()
    capitals = [word for word in words if word.lstrip(_NICK)[:1].isupper() or word.lower() in byline_words.PARTICLES
                or word.lower().startswith(("d'", "d’", "l'", "al-", "el-", "'t", "ʻ"))]
    if len(capitals) == len(words):
        return any(word[0].isupper() and word.lower() not in byline_words.PARTICLES for word in words)
    return stated and len(words) <= 3 and name.replace(" ", "").replace("-", "").isalpha() and not capitals


def _is_sentence(name: str) -> bool:
    words = name.split()
    lower = sum(word[0].islower() for word in words)
    return len(words) > 10 or (len(words) > 3 and lower > len(words) / 2)
