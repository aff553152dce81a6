"""The title and the lines beside it -> dek, section, dates, bylines, and where the body begins. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from crawler.parsing.saved_text.labels import read_crumbs, read_topics
from crawler.parsing.saved_text.lines import PARAGRAPH, Line, size
from crawler.parsing.saved_text.marks import (
    Mark,
    is_caption,
    is_furniture,
    is_prose,
    is_sentence,
    part_date,
    read_head_line,
)
from crawler.parsing.saved_text.share_rows import is_share_label, read_share_row
from crawler.parsing.saved_text.signatures import find_signature
from crawler.parsing.site import fold, is_home

LONGEST_HEAD = 40          # lines
PROSE = 12                 # words: such a line may be title, dek or a short paragraph
LABEL = 4                  # words: such a line may name a section
ABOVE = 6                  # lines above the title that may belong to it
MOST_PROSE = 2             # sentences above the last mark of a head
MENU = 4                   # lines above a section, from which they are a menu
_MOST_BELOW = 400          # lines below the text that may tell date and names
_SHORTEST_SITE = 5         # letters
_WITH_SITE = re.compile(r"(.{8,}\S)\s+[|–—·•»-]\s+([^|–—·•»]{2,40})")
_ADDRESS = re.compile(r"(?:\S.{0,60}\s)?https?://\S+|www\.\S+")     # "River Institute · https://…", as printed


@dataclass(frozen=True, slots=True)
class Address:
    """What a page's address says: its host without dots, its name, and the words of its folders."""

    host: str
    name: str                                 # its longest part
    folders: frozenset[str]

    @classmethod
    def of(cls, url: str) -> "Address":
        """The address of a page."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        return cls(fold(host).replace(" ", ""), fold(max(host.split("."), key=len)).replace(" ", ""), frozenset(
            fold(folder.replace("-", " ")) for folder in unquote(parts.path).split("/")[:-1] if len(folder) > 2))

    def is_site(self, text: str) -> bool:
        """Whether the line says the name of the site as its host does, and nothing more than a word."""
        said = fold(text).replace(" ", "")
        return len(said) > _SHORTEST_SITE and (said in self.host or (
            said.startswith(self.name) and len(said) - len(self.name) <= _SHORTEST_SITE < len(self.name)))

    def without_site(self, title: str) -> str:
        """The title without the name of the site behind it, as a title tag has it."""
        found = _WITH_SITE.fullmatch(title)
        return found[1] if found and self.is_site(found[2]) else title

    def names(self, label: str) -> bool:
        """Whether a folder of the address is called so."""
        return fold(label) in self.folders


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the body."""

    title: Line
    dek: Line | None = None
    section: Line | None = None
    marks: tuple[tuple[Line, Mark], ...] = ()
    topics: tuple[str, ...] = ()
    prose: tuple[Line, ...] = ()              # paragraphs between its marks
    end: int = 0                              # index of the first line of the body

    def first(self, kind: str) -> tuple[Line, Mark] | None:
        """The first mark of a kind, and its line; where a change is the only date told, it is the date published."""
        kinds = {mark.kind for _, mark in self.marks}
        kind = "modified" if kind == "published" and "published" not in kinds else kind
        return next(((line, mark) for line, mark in self.marks if mark.kind == kind), None)


def read_head(lines: Sequence[Line], title: int, sections: frozenset[str], *, page: Address,
              month_first: bool | None) -> Head:
    """What surrounds the title; `sections` are section names known from elsewhere on the page, lower case."""
    below = lines[title + 1:]
    end = _end_of_head(below, month_first)
    above = _read_lines(lines[max(0, title - ABOVE):title], page, month_first)
    signed = find_signature(lines, title, sections | page.folders, end=title + 1 + end, month_first=month_first)
    if signed and page.is_site(lines[signed[0][0]].text):
        signed = None
    end = max(end, signed[0][-1] - title if signed else 0)
    rest = _read_lines(below[:end], page, month_first)
    marks, topics = (*rest.marks, *above.marks), (*rest.topics, *above.topics)
    if not any(mark.kind in ("published", "modified") for _, mark in marks):
        marks = (*marks, *_loose_mark([*rest.plain, *above.plain], month_first))
    if signed and not any(mark.kind == "byline" for _, mark in marks):
        marks = (*marks, (lines[signed[0][0]], signed[1]))
    told = {line.number for line, _ in marks}
    plain = [line for line in rest.plain if line.number not in told and line.text != lines[title].text]
    dek = next((line for line in plain if size(line.text) > LABEL and not is_caption(line.text)
                and not _loose_date(line.text, month_first)), None)
    kept = tuple(line for line in plain if line is not dek and is_prose(line.text, PROSE) and not is_caption(line.text))
    if dek is None and len(below) > end + 1 and _is_dek(below[end].text, below[end + 1].text):
        dek, end = below[end], end + 1        # the date stands above the dek
    labels = [Line(line.number, mark.value) for line, mark in marks if mark.kind == "label" and ":" not in mark.value]
    section = rest.crumb or above.crumb or _section_above(lines, title, sections, page) or next(
        (line for line in [*plain, *labels] if _is_section(line.text, sections) and (
            line.text.lower() in sections or not _may_be_person(line.text))), None)
    told_kinds = {mark.kind for _, mark in marks}
    marks = (*marks, *((line, mark) for line, mark in _marks_below(below[end:], month_first)
                       if mark.kind in {"published", "byline"} - told_kinds))
    line = replace(lines[title], text=page.without_site(lines[title].text.lstrip("# ")))      # a heading of Markdown
    return Head(line, dek, section, marks, topics, kept, title + 1 + end)


@dataclass(frozen=True, slots=True)
class _Read:
    """Lines of a head: what they mark, and those that mark nothing."""

    marks: tuple[tuple[Line, Mark], ...]
    topics: tuple[str, ...]
    crumb: Line | None
    plain: tuple[Line, ...]


def _read_lines(lines: Sequence[Line], page: Address, month_first: bool | None) -> _Read:
    marks: list[tuple[Line, Mark]] = []
    plain: list[Line] = []
    topics: tuple[str, ...] = ()
    crumb: Line | None = None
    for line in lines:
        if (found := read_crumbs(line.text)) is not None:
            crumb = Line(line.number, found)
        elif read := read_head_line(line.text, month_first=month_first):
            marks += [(line, mark) for mark in read]
        elif tags := read_topics(line.text):
            topics += tags
        elif not _is_furniture(line.text) and not page.is_site(line.text):
            plain.append(replace(line, text=line.text.lstrip("# ")))
    return _Read(tuple(marks), topics, crumb, tuple(plain))


def _section_above(lines: Sequence[Line], title: int, sections: frozenset[str], page: Address) -> Line | None:
    """The label above the title that names its section; of a menu only one that the page or its address has again."""
    at = title - 1
    while at > max(-1, title - ABOVE) and (read_head_line(lines[at].text) or _is_furniture(lines[at].text)):
        at -= 1
    if at < 0 or not _is_section(lines[at].text, sections):
        return None
    label, others = lines[at].text, [line.text for line in (*lines[:at], *lines[title + 1:])]
    entries = [line for line in lines[:at] if not _is_furniture(line.text)]
    stands_out = label.isupper() and not any(line.text.isupper() for line in entries[-3:])
    known = label.lower() in sections or page.names(label) or any(fold(label) == fold(other) for other in others)
    is_section = known or stands_out or at < title - 1 or len(entries) < MENU
    return replace(lines[at], text=label.partition(" | ")[0]) if is_section else None


def _marks_below(lines: Sequence[Line], month_first: bool | None) -> tuple[tuple[Line, Mark], ...]:
    """Date and byline below the text, where none stand above it."""
    first = _last_sentence(lines) + 1
    return tuple((line, mark) for line in lines[first:first + _MOST_BELOW]
                 for mark in read_head_line(line.text, month_first=month_first))


def _last_sentence(lines: Sequence[Line]) -> int:
    return max((at for at, line in enumerate(lines) if size(line.text) >= PROSE and is_sentence(line.text)),
               default=len(lines))


def _end_of_head(lines: Sequence[Line], month_first: bool | None) -> int:
    """The index after the last mark that still stands before the body; 0 where no line marks anything."""
    end = prose = 0
    for at, line in enumerate(lines[:min(LONGEST_HEAD, _last_sentence(lines))]):      # there is text below a head
        if read_head_line(line.text, month_first=month_first) or is_share(lines, at) or _is_furniture(line.text) or (
                prose < MOST_PROSE and _loose_date(line.text, month_first)):      # else a caption, a source
            end = at + 1
        elif size(line.text) >= PARAGRAPH:
            break
        elif size(line.text) >= PROSE and not is_caption(line.text):
            prose += 1
            if prose > MOST_PROSE:
                break
    return end


def _is_dek(text: str, after: str) -> bool:
    """Whether a line after the title is its dek and not a heading or the first paragraph."""
    return PROSE <= size(text) <= PARAGRAPH and size(after) >= max(PARAGRAPH, 2 * size(text))


def _is_section(text: str, sections: frozenset[str]) -> bool:
    if text.lower().strip(" /›»>|") in sections:
        return True
    return size(text) <= LABEL and len(text) <= 40 and not is_sentence(text) and not text[:1].isdigit() \
        and not text.endswith((":", ",", "?"))


def _loose_date(text: str, month_first: bool | None) -> tuple[str, str] | None:
    """A day at one end of a short line that is no sentence, whatever else it tells: names, an office, a count."""
    return part_date(text, month_first=month_first) if size(text) <= PROSE and not is_sentence(text) else None


def _may_be_person(text: str) -> bool:
    """Whether a label beside the date may as well be somebody's name: two words or more, all with a capital."""
    said = text.split()
    return len(said) > 1 and all(word[:1].isupper() for word in said)


def is_share(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a share row: by itself, or as one network among other lines of the kind."""
    text = lines[at].text
    networks = read_share_row(text)
    if len(networks) > 1 or is_share_label(text) or (networks and len(text.split()) > 1):
        return True
    beside = [line.text for line in (*lines[max(0, at - 1):at], *lines[at + 1:at + 2])]
    return bool(networks) and any(read_share_row(other) or is_share_label(other) for other in beside)


def _loose_mark(lines: Sequence[Line], month_first: bool | None) -> tuple[tuple[Line, Mark], ...]:
    """The first day at the end or beginning of a line, where no line is a date."""
    return next((((line, Mark("published", found[1], line.text)),) for line in lines
                 if (found := _loose_date(line.text, month_first))), ())


def _is_furniture(text: str) -> bool:
    return is_furniture(text) or is_home(text) or _ADDRESS.fullmatch(text) is not None
