"""A byline as it stands on the page -> the authors it names. Pure.

"By Dr A. One, B. Two and C. Three in Geneva" gives three people. Titles, roles, credentials, places, dates and mail
addresses are left off; what is no name (a user name, the word "admin", a sentence) gives nothing.

    names             one name -> a person or an organisation
    caseless          names joined in scripts without capitals
    institutions      whether a name is an institution's
    public_bodies     bodies with commas and "and" in their names
    words             what begins a byline, what ends one, what is no name
"""

import re
from dataclasses import replace

from archive.records import Author
from crawler.parsing.bylines import words as byline_words
from crawler.parsing.bylines.caseless import with_commas
from crawler.parsing.bylines.institutions import is_institution, opens_as_institution
from crawler.parsing.bylines.names import LONGEST_ROLE, is_role, read_name
from crawler.parsing.bylines.public_bodies import one_body
from crawler.parsing.dates.ago import without_ago
from crawler.parsing.dates.words import labels as date_labels
from crawler.parsing.remembering import remember
from crawler.parsing.word_files import any_of

LONGEST = 300                 # characters; what is longer is a paragraph
MOST_AUTHORS = 60             # of one byline; collaborations with more sign as a group


def _alternatives(words: dict[str, str]) -> str:
    return any_of(sorted({word for line in words.values() for word in line.split("|")}))


_LEAD = re.compile(rf"^\W{{0,3}}(?:(?:{_alternatives(byline_words.ABOUT)})\s*(?:[:：/／|｜]|$)"
                   rf"|(?:{_alternatives(byline_words.LEADS)})(?:\s*[:：]|(?=\s|$)|(?<=[^\x00-\u0fff]))"
                   rf"|(?-i:(?:Written )?[Bb]y(?=[A-Z][a-z]))|"
                   rf"(?:{_alternatives(byline_words.LABELS)})\s*(?:[:：/／|｜՝]|(?<=[\u3000-\u9fff])[・=＝]|$)|"
                   r"글(?=\s[가-힣]{2,4}(?:(?:,\s|\s?·\s?)[가-힣]{2,4})*\s(?:기자|사진|그림|특파원|[|])(?:\s|$))"
                   r")\s*", re.IGNORECASE)
_OPENINGS = frozenset(word[:length] for table in (byline_words.LEADS, byline_words.LABELS, byline_words.ABOUT)
                      for line in table.values() for word in line.split("|") for length in (3, 2)
                      if length == 3 or len(word) == 2) | {"wri", "by"}
_DATE_FIRST = re.compile(r"^(?:\w{3,12}\.?\s+)?\d{1,4}[.\w]{0,3}[,\s/.-]+"
                         r"(?:[^\W\d]{3,12}\.?[,\s]+(?=\d))?[\d/.-]*\s*[|•·–—-]?\s*")
_DAY_LEAD = re.compile(       # of a date whose figures were cut off
    r"(?:\s+(?:on|am|le|il|op|den))?\s*\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|"
    r"April|June|July|August|September|October|November|December)\.?\s*$|\s+(?:on|am|le|il|op|den)$", re.IGNORECASE)
_STOP = re.compile(rf"(?:(?<=\W)|^)(?:{byline_words.STOPS})", re.IGNORECASE)
# but not the short name in "William (Bill) Smith"
_IN_BRACKETS = rf"\s+\(.*?\)(?!\s+[^\W\d_a-z][\w’'-]+(?:$|[,;]|\s+(?:{byline_words.JOINERS}|&)\s))"
_TAIL = re.compile(
    r"（.*|\s(?:사진|그림)\s.*|,?\s(?:at|to|before|during)\s(?:the|an?|his|her)\s.*|\sIn\s(?=[A-Z]).*|"
    rf"\s+[|•·⋅∙–—‒/-]+\s+(?=.)|\s*[|•·⋅∙].*|{_IN_BRACKETS}|\s*\S+@\S+|\bhttps?://\S+|\s+@\w+|"
    r"\s*\b\d{1,4}[./年-].*|\s+\d.*|\s+(?:on|am|le|il|op|den)\s+(?=\S*\d|\w+day\b|\w+tag\b).*")
# where one of several works: "Ada One (River Institute) and Bo Two"
_AMID = re.compile(rf"\s+\([^()]*\)(?=\s*[,;]|\s+(?:{byline_words.JOINERS}|&)\s)", re.IGNORECASE)
_ONE_WORD = re.compile(r"([^\W\d_a-z\u0590-\uffff]\w{2,})(?:\s*[|·•⋅∙,–—]|\s+[-]|\s+on\b)\s*"
                       r"(?=.*(?:\b(?:19|20)\d\d\b|\bago\b))")
_PLACE = re.compile(r"\s+(?:in|In|à|en|aus|from|at|for|For|para|pour|für|voor|w|в)(?:\s+(?=[^\W\d_a-z]).*)?$")
_SPLIT = re.compile(rf"\s*[;,，、؛،\n]\s*(?:(?:{byline_words.JOINERS})\s+)?|"
                    rf"(?<!-)\s+(?:{byline_words.JOINERS}|&|\+)\s+|\s*(?:&|/|＆|・(?=.*・))\s*", re.IGNORECASE)
_CHINESE_LEADS = ("作者", "记者", "撰文", "撰稿")
_SHORT_SPLIT = re.compile(rf"\s(?:{byline_words.SHORT_JOINERS})\s(?=[^\W\d_a-z])")
_TOLD_OF = re.compile(
    r"this (?:post|article|story|blog|blog post|piece|report|brief|essay|commentary|op-ed|page) (?:was|is) "
    r"(?=(?:written|authored|prepared|contributed|produced|compiled) by )", re.IGNORECASE)
_SIGNED = re.compile(         # sure enough below the text
    r"(?:written|posted|article|story|authored|(?:[^\W\d]+ )?prepared) by\b|"
    r"verfasst von|écrit par|escrito por|scritto da", re.IGNORECASE)
_AFTER_DATE = re.compile(
    r"(?:(?:19|20|25)\d\d|\d[:.h]\d\d|[年日])\W{1,4}(?:Uhr\W+|[ap]\.?m\.?\W+)?"
    r"(?=(?:by|von|par|por|di|door|av|af|przez|oleh|от)\s+[^\W\d])", re.IGNORECASE)
_DATE_BAR = re.compile(r"[^|]{0,24}\b(?:19|20)\d\d\s?[|·•–—]\s?(?=[^\W\d_a-z])")
_LABELLED = re.compile(rf"(?<=[\s|·•,;/])(?=(?:{_alternatives(byline_words.LABELS)})\s*[:：])", re.IGNORECASE)
_NEXT_LABEL = re.compile(r"\s\S{1,12}\s?[:：]")
# "記者林佳蓉／台北報導": the reporter's name, and where the report comes from
_FILED = re.compile(r"^[【〔\[（(]?\s*(?:\w{2,4})?[記记]者\s*([\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})*)"
                    r"\s*[／/]\s*\S{1,8}(?:[報报][導导道]|[電电])[】〕\]）)]?$")
# "作者：陈建国 刘芳": Chinese pages put a space between names, Japanese ones, with other labels, within a name
_NAMES_APART = re.compile(r"^(?:作者|记者|撰文|撰稿)[:：]"
                          r"(?:[\u4e00-\u9fff]{2,4} )+[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff:：])")
_LAST_FIRST = re.compile(r"([^,;]+?),\s([^,;]+)")
_ALL_LAST_FIRST = re.compile(
    r"\w[^,;]{1,30},\s[^,;]{1,30}(?:;|(?:;\s?\w[^,;]{1,30},\s[^,;]{1,30})+;?)\s?")
_LONGEST_LINE = 200           # characters of a line of facts, where a byline may stand behind a date or other labels
_ALONE = re.compile(rf"(?:{byline_words.JOINERS}|&|\+|,|;|、)(?:$|\s)", re.IGNORECASE)


def byline_in(text: str) -> str | None:
    """The part of a line that is a byline: all of it, or what follows a date, or a label amid others.

    >>> byline_in("Posted on May 5, 2024 by Ada One"), byline_in("Date: 5 May 2024 | Author: Ada One")
    ('by Ada One', 'Author: Ada One')
    >>> byline_in("Publié le 5 mai 2024 à 10h30 par Ada One")
    'par Ada One'
    >>> byline_in("In 2024 by-laws changed") is byline_in("Prices rose") is None
    True
    """
    if begins_byline(text):
        return text
    if told := _TOLD_OF.match(text):
        return text[told.end():]
    if len(text) > _LONGEST_LINE:
        return None
    found = _AFTER_DATE.search(text) or (_LABELLED.search(text) if ":" in text or "：" in text else None)
    return text[found.end():] if found else None


def is_signature(text: str) -> bool:
    """Whether a line below the text tells who wrote it: "This article was written by Ada One"."""
    return (_SIGNED.match(text) or _TOLD_OF.match(text)) is not None


def names_behind_date(text: str) -> tuple[Author, ...]:
    """The people of a line that tells date, names and what they are: "Sep 3, 2024 | Ada One, Senior Fellow"."""
    found = _DATE_BAR.match(text) if len(text) <= _LONGEST_LINE else None
    if not found or not any(is_role(part.strip()) for part in re.split("[,;]", text[found.end():])):
        return ()
    authors = read_byline(text[found.end():], led=False)
    return authors if all(author.kind == "person" for author in authors) else ()


def goes_on(text: str) -> bool:
    """Whether a line between names joins the next one to those before: "and", ", Bo Two"."""
    return _ALONE.match(text) is not None


def begins_byline(text: str) -> bool:
    """Whether the text begins as a byline does.

    >>> begins_byline("By Ada One"), begins_byline("作者：王小明"), begins_byline("By the way")
    (True, True, True)
    """
    return (_may_lead(text) and _LEAD.match(text) is not None) or (
        ("記" in text or "记" in text) and _FILED.match(text) is not None)


def _may_lead(text: str) -> bool:
    """False for most lines that no word of `LEADS` or `LABELS` opens: to try them all is dear."""
    opening = text[:3].lower()
    return not (opening.isascii() and opening[:1].isalpha()) or opening in _OPENINGS or opening[:2] in _OPENINGS


def without_lead(text: str) -> str:
    """The text behind the words that begin a byline; the whole text where none do."""
    found = _LEAD.match(text) if _may_lead(text) else None
    return text[found.end():] if found else text


@remember      # head and page name the same people, and so do a site's pages
def read_byline(text: str, *, led: bool = True, stated: bool = False) -> tuple[Author, ...]:
    """The authors named; `led` says that a word like "By" must stand before them, `stated` as in `read_name`.

    >>> [author.name for author in read_byline("By Dr Ada One, Bo Two and Cy Three in Geneva")]
    ['Ada One', 'Bo Two', 'Cy Three']
    >>> read_byline("By the way, prices rose")
    ()
    """
    text = " ".join(text.split())
    if len(text) > LONGEST:
        return ()
    text = without_ago(text)
    if text[:1] >= "\u3000":
        text = _NAMES_APART.sub(lambda found: found[0].replace(" ", "、"), _FILED.sub(r"記者：\1", text))
    bare = without_lead(text)
    if led and bare == text:
        return ()
    if bare == text:
        bare = _DATE_FIRST.sub("", bare, count=1)
    bare = without_lead(bare)                              # "Author: By Ada One"
    if led and (alone := _ONE_WORD.match(bare)):            # "by Ada · May 5, 2024"
        return tuple(author for author in [read_name(alone[1], stated=True)] if author)
    if stop := _STOP.search(bare):
        bare = bare[:stop.start()]
    lead = text[:-len(bare)].strip().lower() if text.endswith(bare) else ""
    if lead.endswith((":", "：")) or lead in byline_words.LEADS_OF_SHORT:
        bare = _SHORT_SPLIT.sub(", ", bare)
    if not bare.isascii():
        bare = with_commas(bare, chinese=lead.startswith(_CHINESE_LEADS))
    bare = _turned(bare) if ";" in bare and "," in bare else bare
    if ":" in bare or "：" in bare:
        bare = _before_labels(bare)
    bare = _without_tail(_AMID.sub("", bare) if "(" in bare else bare)
    parts = [part for part in _SPLIT.split(bare) if part]
    if len(parts) > 1 and (body := one_body(bare.strip(" .,;").removeprefix("the "), parts)):
        return (Author(body, "organization"),)
    return _signing([author for part in parts
                     if (author := read_name(_without_place(part), stated=stated)) is not None])


def _turned(text: str) -> str:
    """Names with the last name first in their usual order: "One, Ada; Two, Bo"."""
    if not _ALL_LAST_FIRST.fullmatch(text) or any(is_role(first) for _, first in _LAST_FIRST.findall(text)):
        return text
    return _LAST_FIRST.sub(r"\2 \1", text)


def is_last_first(text: str) -> bool:
    """Whether a line tells one person, the last name first: "van Stone, Joy M."."""
    found = _LAST_FIRST.fullmatch(text) if len(text) <= LONGEST_ROLE and not is_role(text) else None
    if found is None or any(c.isdigit() for c in text):
        return False
    last = [word for word in found[1].split() if word.lower() not in byline_words.PARTICLES]
    return len(last) == 1 and all(word[0].isupper() and word.lower() not in byline_words.CREDENTIALS
                                  for word in found[2].split())


def _before_labels(text: str) -> str:
    """The text up to where it goes on with another label and its colon: "Ada One Date: 5 May"."""
    dates = (found.start() for found in date_labels().finditer(text) if text[found.end():].lstrip()[:1] in (":", "："))
    cut = min(next(dates, len(text)), found.start() if (found := _NEXT_LABEL.search(text)) else len(text))
    return text[:cut] if cut else text


def _without_place(part: str) -> str:
    """The name without where it wrote, or for whom; but "Centre for River Studies" is one name."""
    name = _PLACE.sub("", part)
    return part if len(name.removeprefix("the ").split()) == 1 and is_institution(name) else name


def _without_tail(text: str) -> str:
    cut = _TAIL.search(text)
    while cut and cut.start() == 0:
        text = text[cut.end():]
        cut = _TAIL.search(text)
    if cut is None:
        return text
    return _DAY_LEAD.sub("", text[:cut.start()]) if cut[0].lstrip()[:1].isdigit() else text[:cut.start()]


def _signing(authors: list[Author]) -> tuple[Author, ...]:
    """Institutions after people are where they work; agencies, and a body named first, sign beside them."""
    people = any(author.kind == "person" for author in authors)
    shouted = all(author.name.isupper() for author in authors)
    kept = [author for author in authors if author.name.lower() in byline_words.AGENCIES or not people
            or (author is authors[0] and opens_as_institution(author.name))
            or (author.kind == "person" and (shouted or not author.name.isupper()))]
    return tuple(dict.fromkeys(kept))[:MOST_AUTHORS]


def with_url(author: Author, url: str | None) -> Author:
    """The same author with an address, where there is one."""
    return replace(author, url=url) if url else author
