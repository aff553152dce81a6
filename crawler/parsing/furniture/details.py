"""One cell of a list -> what it says of its publication beside the headline: section, day, summary. Pure."""

import re
from collections.abc import Iterable
from functools import lru_cache

from archive.records import Related
from crawler.parsing.appearance import ends_in_word
from crawler.parsing.bylines import begins_byline
from crawler.parsing.bylines.names import is_role
from crawler.parsing.dates.alone import read_line_date
from crawler.parsing.dates.words import is_of_another
from crawler.parsing.furniture.headline import is_more, letters_of
from crawler.parsing.furniture.labels import list_kind
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.furniture.words import squeezed
from crawler.parsing.kind import kind_of
from crawler.parsing.saved_text.lines import size
from crawler.parsing.saved_text.marks import is_sentence, is_separator, read_head_line

SUMMARY_WORDS = 9              # shortest summary
_STATEMENT_WORDS = 4           # and of one that ends as a sentence does, below a headline
SENTENCE_WORDS = 16            # from here on, a sentence that is neither heading nor link is a summary, no headline
SECTION_WORDS = 6
_KICKER_WORDS = 2
_LEAST_KICKER, _LONGEST_KICKER = 3, 25     # letters
_NO_KICKERS = frozenset(
    "icon|image|share|new|live|tip|select options|previous|previous article|next|next article".split("|"))
_STOPS = ".!?。！？।"
_EDGES = " \t|–—-·•:,"
_PARTS = re.compile(r"\s+[|·•–—/-]\s+")
_LED_ON = re.compile(r"(.+[.!?…])\s+(\S+(?:\s\S+){0,2})")
_DOTS, _MOST_DOTS = re.compile(r"\s[·|•]\s"), 2      # of a line of facts: "5 months ago · 88 likes · Ada One"
_NUMERIC = re.compile(r"(?<![\d./-])\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?![\d./-])")
_BRACKETED = re.compile(r"(.{6,}?)\s?[(\[（［【]([^()\[\]（）］】]{6,30})[)\]）］】]")     # "Flood maps (5 March 2025)"
_YEAR = 4                      # characters of a year alone
_DAY = 10                      # and of a whole day
_LEAST_DIGITS = 2              # fewer than any day with its year has
_DAY_TAGS, _LONGEST_DAY = frozenset({"span", "time", "small", "em", "i", "b", "strong"}), 30
_MOST_PARTS = 3                # of a line that tells a day, a time and a section
_MOST_BESIDE = 3               # words before or after a day
_MOST_WORDS = 8                # and of both together
_LONGEST_DATED = 100           # characters of a line that states a day

_SECTION = re.compile(r"(?<![a-z])(?:cat|category|categories|cats|topic|topics|section|kicker|eyebrow|rubric|overline|"
                      r"tag|context|channel|topline|roofline|categoria|categorie|kategorie|kategoria|rubrik|rubrique|rubrica|ressort|"
                      r"seccion|secao|sezione|tipo|rubro|rovat|bolum|dzial|sekce|emne|amne|dachzeile|spitzmarke|surtitre|pretitle|vinjett|occhiello|volanta|antetitulo|chapeu|"
                      r"(?:[a-z]+[_-]+)?type(?![_-]))(?![a-z])")
_IN_SECTION = re.compile(r"""[^\W\d]{1,6} ["'“”„«](.+)["'“”»]""")    # 'In "Trade"', as related posts of WordPress say
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?!\d)")
_SUMMARY_NAME = re.compile(r"(?<![a-z])(?:summary|excerpt|description|desc|deck?|standfirst|blurb|abstract|"
                           r"teaser-?text|short-?text|card-?(?:text|body-text|lead)|lead|intro|sub-?title|subhead(?:line)?)(?![a-z])")
_LONGEST_SUMMARY = 60           # pieces of text of its element
_LEAST_SUMMARY = 3             # words of one that is named so
_DATE_NAME = re.compile(r"(?<![a-z])(?:date|time|datetime|timestamp|datum|fecha|published)(?![a-z])")


def with_details(grounds: Grounds, offer: Related, parts: Iterable[int], lines: Iterable[str], *,
                 is_linked: bool) -> Related:
    """The offer with what the cell `parts` says of it; `is_linked`: its title is the text of a heading or a link."""
    parts = tuple(parts)
    lines, beside = _apart_from_day(grounds, parts, tuple(lines))
    month_first = grounds.month_first
    said = [line for line in _without(offer.title, lines) if not is_separator(line) and not is_more(line)]
    published = _day_in(grounds, parts) or beside or next(
        filter(None, (day_of(line, month_first) for line in said)), None)
    rest = [_without_more(_without_day(line, month_first)) for line in said]
    longest = sorted((line for line in rest if size(line) >= SUMMARY_WORDS), key=size, reverse=True)
    title, summary = offer.title, next((
        line for line in longest if not read_head_line(line) and len(_DOTS.findall(line)) < _MOST_DOTS), None)
    if summary is None and is_linked:
        summary = _summary_in(grounds, parts, rest)
    if summary is None and is_linked:
        summary = next((line for line in rest if _is_statement(line, month_first) and not (
            title or "").startswith(line.rstrip(_STOPS + "…"))), None)
    if title and not is_linked and size(title) >= SENTENCE_WORDS and is_sentence(title) and summary is None:
        title, summary = None, title
    if published is None and title:
        title, published = _led_by_day(title, month_first)
    section = _section_in(grounds, parts, title) or _kicker(lines, title, month_first) or (
        _beside_day(rest, month_first)) or _in_menu(grounds, lines, title)
    return Related(offer.kind, offer.url, title, section, published, summary)


def _led_by_day(title: str, month_first: bool | None) -> tuple[str, str | None]:
    """A headline without the day that it ends with in brackets, or begins with before the one space of its script."""
    if (ending := _BRACKETED.fullmatch(title)) and (day := day_of(ending[2].strip(), month_first)) and (
            len(day) >= _DAY):
        return ending[1], day
    first, _, rest = title.partition(" ")
    if not rest or first.isascii() or rest.isascii():
        return title, None
    found = read_line_date(first, month_first=month_first)
    return (rest.strip(), found.iso[:_DAY]) if found and len(found.iso) >= _DAY else (title, None)


def _apart_from_day(grounds: Grounds, parts: tuple[int, ...], lines: tuple[str, ...]
                    ) -> tuple[tuple[str, ...], str | None]:
    """The lines without the day that an element tells beside other words, and that day: "Brief", "May 2025"."""
    outline = grounds.outline
    for part in parts:
        for i in range(part + 1, outline.ends[part]):
            if outline.tags[i] not in _DAY_TAGS or outline.ends[i] != i + 1 or outline.size(i) > _LONGEST_DAY:
                continue
            said = grounds.text(i)
            beside_words = said not in lines and any(said in line for line in lines)
            if beside_words and (day := day_of(said, grounds.month_first)):
                return tuple(cut for line in lines if (cut := line.replace(said, "").strip(_EDGES + "/"))), day
    return lines, None


def _summary_in(grounds: Grounds, parts: tuple[int, ...], lines: list[str]) -> str | None:
    """The one of the lines that fills an element named a summary, however short it is."""
    outline = grounds.outline
    for part in parts:
        for i in range(part + 1, outline.ends[part]):
            if outline.names[i] and _SUMMARY_NAME.search(outline.names[i]) and outline.size(i) <= _LONGEST_SUMMARY and (
                    (said := grounds.text(i)) in lines) and size(said) >= _LEAST_SUMMARY and not (
                    day_of(said, grounds.month_first) or begins_byline(said) or is_role(said)):
                return said
    return None


def _without_day(line: str, month_first: bool | None) -> str:
    """The sentence beside the day that a line begins or ends with: "3. 10. 2025 – A new allowance for families."."""
    first, *rest = _PARTS.split(line, maxsplit=1)
    if rest and rest[0][-1:] in _STOPS and day_of(first, month_first):
        return rest[0]
    *_, last = _PARTS.split(line)
    before = line.removesuffix(last).rstrip(_EDGES)
    ends = before and before != line and before[-1] in _STOPS + "…" and len(last) <= _LONGEST_DAY
    return before if ends and day_of(last, month_first) else line


def _without_more(line: str) -> str:
    """The sentence before a link that leads on: "Why wet peat protects the climate. more"."""
    found = _LED_ON.fullmatch(line)
    return found[1] if found and is_more(found[2]) else line


def _is_statement(line: str, month_first: bool | None) -> bool:
    """Whether a short line is a sentence of its own: "Why top floors became expensive."."""
    ends = line[-1] in _STOPS and not line[0].islower() and day_of(line, month_first) is None
    ends = ends and size(line) >= _STATEMENT_WORDS and list_kind(line) is None
    return ends and not read_head_line(line) and not is_more(line.rstrip(_STOPS))


def _without(title: str | None, lines: Iterable[str]) -> list[str]:
    """The lines that are not the title, those that begin or end with it without it: "Rates rise 12 mars 2026"."""
    found = []
    for line in lines:
        if title and line != title and len(title) < len(line):
            rest = line.removeprefix(title) if line.startswith(title) else line.removesuffix(title)
            line = rest.strip(_EDGES) if rest != line else line
        if line and line != title:
            found.append(line)
    return found


def _day_in(grounds: Grounds, parts: tuple[int, ...]) -> str | None:
    """The day that a `time` element states, or one named so, no more precise than a day."""
    outline = grounds.outline
    for part in parts:
        for i in range(part, outline.ends[part]):
            is_time = outline.tags[i] == "time"
            stated = (outline.attributes[i].get("datetime") or "").strip() if is_time else ""
            if found := re.match(r"\d{4}-\d{2}(?:-\d{2})?(?!\d)", stated):
                return found[0]
            if is_time or _DATE_NAME.search(outline.names[i]):
                hovers = (outline.attributes[j].get("title") or "" for j in range(i, min(i + 3, outline.ends[i])))
                said = (stated, grounds.text(i), *hovers)                   # "2 days ago", and the day on hover
                if (day := next(filter(None, (day_of(text, grounds.month_first) for text in said)), None)) and (
                        len(day) > _YEAR):
                    return day
    return None


@lru_cache(maxsize=1 << 12)
def day_of(line: str, month_first: bool | None) -> str | None:
    """The day that a short line is, or that a part of it is: "News release | 01-03-2026", "Published 12/03/2026"."""
    if len(line) > _LONGEST_DATED or not any(map(str.isdigit, line)):
        return None
    parts = [line, *_PARTS.split(line), *(match[0] for match in _NUMERIC.finditer(line))]
    for part in parts:
        if (found := read_line_date(part, month_first=month_first)) and len(found.iso) > _YEAR:
            return None if _is_due(line, part) else found.iso[:_DAY]
    if stated := next((mark.value for mark in read_head_line(line) if mark.kind == "published"), None):
        return stated[:_DAY]
    words = line.split()                         # "Press release 1 March 2026"
    cuts = range(1, min(_MOST_BESIDE, len(words) - 1) + 1) if len(words) <= _MOST_WORDS else ()
    dated = ((part, read_line_date(part, month_first=month_first)) for cut in cuts for part in (
        " ".join(words[cut:]), " ".join(words[:-cut])) if sum(map(str.isdigit, part)) > _LEAST_DIGITS)
    return next((told.iso[:_DAY] for part, told in dated
                 if told and len(told.iso) >= _DAY and not _is_due(line, part)), None)


def _is_due(line: str, day: str) -> bool:
    """Whether a day in a line is one on which something changed, or is due: "Last updated: 1 March 2026"."""
    before, _, after = line.partition(day)
    return is_of_another(before, after)


def _kicker(lines: tuple[str, ...], title: str | None, month_first: bool | None) -> str | None:
    """The one short line right above the headline, a word or two; None where that is a day, an author or a button."""
    if title is None or title not in lines:
        return None
    above = [line for line in lines[:lines.index(title)]
             if not is_separator(line) and not day_of(line, month_first) and list_kind(line) != "related"]
    if len(above) != 1 or size(above[0]) > _KICKER_WORDS or any(map(str.isdigit, above[0])):
        return None
    said = above[0]
    fits = _LEAST_KICKER <= letters_of(said) <= _LONGEST_KICKER and ends_in_word(said)
    other = squeezed(said) in _NO_KICKERS or is_more(said) or list_kind(said)
    return said if fits and not other else None


def _is_section(grounds: Grounds, i: int) -> bool:
    outline = grounds.outline
    return bool(outline.names[i] and _SECTION.search(outline.names[i])) or (
        outline.tags[i] == "a" and "category" in (outline.attributes[i].get("rel") or ""))


def _beside_day(lines: Iterable[str], month_first: bool | None) -> str | None:
    """The kind of publication beside the day in a line of nothing else: "14.5.2025 | Column"."""
    for line in lines:
        parts = [part.strip(_EDGES) for part in _PARTS.split(line)]
        said = [part for part in parts if not day_of(part, month_first) and not _CLOCK.fullmatch(part)]
        if len(said) == 1 and len(parts) <= _MOST_PARTS and len(said) < len(parts) and kind_of(said[0]):
            return said[0]
    return None


def _section_in(grounds: Grounds, parts: tuple[int, ...], title: str | None) -> str | None:
    """The text of the element that is named a category, topic or kicker."""
    outline = grounds.outline
    for part in parts:
        for i in range(part + 1, outline.ends[part]):
            if not _is_section(grounds, i) or any(_is_section(grounds, j) for j in range(i + 1, outline.ends[i])):
                continue
            text = " ".join("".join(grounds.visible_pieces(i)).split())
            if day_of(text, grounds.month_first) or (" " in text and list_kind(text) == "related"):   # the heading
                continue
            if letters_of(text) > 1 and text != title and size(text) <= SECTION_WORDS and not (
                    _CLOCK.search(text) or is_more(text) or read_head_line(text)):
                return inside[1] if (inside := _IN_SECTION.fullmatch(text)) else text
    return None


def _in_menu(grounds: Grounds, lines: tuple[str, ...], title: str | None) -> str | None:
    """What the page's menus name too: a line above the headline, or the part of one beside a day: "Trade · 14 May"."""
    above = lines[:lines.index(title)] if title in lines else ()
    for line in _without(title, lines):
        if len(line) > _LONGEST_DATED:
            continue
        for part in dict.fromkeys((line, *_PARTS.split(line), line.partition(",")[0])):
            said = part.casefold()
            if said not in grounds.menu_names or said in _NO_KICKERS:
                continue
            is_site = "".join(filter(str.isalnum, said)) in grounds.host
            if not is_site and (line in above or day_of(line, grounds.month_first)):
                return part
    return None
