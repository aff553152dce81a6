"""The lines before the body -> title, dek, section, dates, bylines. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from crawler.parsing.bylines import begins_byline
from crawler.parsing.saved_text.lines import PARAGRAPH, Line, size
from crawler.parsing.saved_text.marks import (
    Mark,
    is_address_alone,
    is_frame,
    is_prose,
    is_sentence,
    is_separator,
    part_date,
    read_crumbs,
    read_head_line,
    read_topics,
)
from crawler.parsing.saved_text.share_rows import is_share_label, read_share_row
from crawler.parsing.site import fold, is_home

LONGEST_HEAD = 40          # lines
PROSE = 12                 # words: such a line may be title, dek or a short paragraph
LABEL = 4                  # words: such a line may name a section
_SHORTEST_SITE = 5         # letters
_ADDRESS = re.compile(r"^\S.{0,60}\shttps?://\S+$")          # "River Institute · https://…", as printed


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the body."""

    title: Line | None = None
    dek: Line | None = None
    section: Line | None = None
    marks: tuple[tuple[Line, Mark], ...] = ()
    topics: tuple[str, ...] = ()
    end: int = 0                              # index of the first line of the body

    def first(self, kind: str) -> tuple[Line, Mark] | None:
        """The first mark of a kind, and its line; where a change is the only date told, it is the date published."""
        kinds = {mark.kind for _, mark in self.marks}
        kind = "modified" if kind == "published" and "published" not in kinds else kind
        return next(((line, mark) for line, mark in self.marks if mark.kind == kind), None)


@dataclass(slots=True)
class _Draft:
    before: list[Line] = field(default_factory=list)      # plain lines before the first mark
    after: list[Line] = field(default_factory=list)       # plain lines between the first mark and the body
    marks: list[tuple[Line, Mark]] = field(default_factory=list)
    topics: tuple[str, ...] = ()
    crumb: Line | None = None


def read_head(lines: Sequence[Line], sections: frozenset[str], *, host: str = "",
              month_first: bool | None = None) -> Head:
    """Title and what surrounds it; `sections` are section names known from elsewhere on the page, lower case.

    `host` is the page's, without dots: a line that says it names the site.
    """
    end = _end_of_head(lines, month_first)
    if end == 0:
        return replace(_unmarked(lines, sections, host), marks=_marks_below(lines, month_first))
    draft = _Draft()
    for line in lines[_end_of_menu(lines, sections):end]:
        marks = read_head_line(line.text, month_first=month_first)
        if (crumb := read_crumbs(line.text)) is not None:
            draft.crumb = Line(line.number, crumb)
        elif marks or (marks := _loose_marks(line, draft, month_first)):
            draft.marks += [(line, mark) for mark in marks]
        elif topics := read_topics(line.text):
            draft.topics += topics
        elif not _is_furniture(line.text) and not _is_site(line.text, host):
            (draft.after if draft.marks else draft.before).append(line)
    section, title, rest = _split_title(draft.before, sections, marked=True)
    alone = draft.before[0] if len(draft.before) == 1 else None
    if title is None and not draft.after and end < len(lines):      # the date stands above the title and all else
        below = _unmarked(lines[end:], sections, host)
        return replace(below, section=below.section or draft.crumb, marks=tuple(draft.marks), topics=draft.topics,
                       end=end + below.end)
    if title is None and draft.after:         # the date stands above the title
        section, title, rest = _split_title(draft.after, sections, marked=True)
    elif alone and not draft.after and _is_section(alone.text, sections) and _heads(
            alone.text, list(lines[end:end + 3]), sections, marked=True) and not is_prose(lines[end].text):
        section, title, rest, end = alone, lines[end], [], end + 1     # section, date, title
    elif alone and draft.after and _is_section(alone.text, sections) and _heads(alone.text, draft.after, sections,
                                                                                marked=True):
        section, title, rest = alone, draft.after[0], draft.after[1:]
    else:
        rest = [*rest, *draft.after]
    labels = [Line(line.number, mark.value) for line, mark in draft.marks if mark.kind == "label"]
    rest = [line for line in rest if title is None or line.text != title.text]
    named = (line for line in [*rest, *labels] if _is_section(line.text, sections)
             and (line.text.lower() in sections or not _may_be_person(line.text)))
    section = section or draft.crumb or next(named, None)
    dek = next((line for line in rest if line is not section and size(line.text) > LABEL
                and not _loose_date(line.text, month_first)), None)
    if dek is None and len(lines) > end + 1 and _is_dek(lines[end].text, lines[end + 1].text):
        dek, end = lines[end], end + 1        # the date stands above the dek
    return Head(title, dek, section, tuple(draft.marks), draft.topics, end)


def _marks_below(lines: Sequence[Line], month_first: bool | None) -> tuple[tuple[Line, Mark], ...]:
    """Date and byline below the text, where none stand above it."""
    return tuple((line, mark) for line in lines[_last_sentence(lines) + 1:]
                 for mark in read_head_line(line.text, month_first=month_first))


def _last_sentence(lines: Sequence[Line]) -> int:
    return max((at for at, line in enumerate(lines) if size(line.text) >= PROSE and is_sentence(line.text)),
               default=len(lines))


def _end_of_head(lines: Sequence[Line], month_first: bool | None) -> int:
    """The index after the last mark that still stands before the body; 0 where no line marks anything."""
    end = prose = 0
    for at, line in enumerate(lines[:min(LONGEST_HEAD, _last_sentence(lines))]):      # there is text below a head
        if read_head_line(line.text, month_first=month_first) or is_share(lines, at) or (
                at and prose < 2 and _loose_date(line.text, month_first)):      # else a caption, a source
            end = at + 1
        elif size(line.text) >= PARAGRAPH:
            break
        elif size(line.text) >= PROSE:
            prose += 1
            if prose > 3:
                break
    return end


def _end_of_menu(lines: Sequence[Line], sections: frozenset[str]) -> int:
    """The index after three or more lines of a word or two at the very top: the entries of a menu.

    The last of them is the section where the menu, or a list below, has it, too.
    """
    count = next((at for at, line in enumerate(lines) if size(line.text) > 2 or read_head_line(line.text)), 0)
    if count < 3:
        return 0
    last = lines[count - 1].text
    return count - (last.lower() in sections or any(line.text == last for line in lines[:count - 1]))


def _unmarked(lines: Sequence[Line], sections: frozenset[str], host: str) -> Head:
    """A head without date, byline or share row: perhaps a section, the title, perhaps a dek; then the body."""
    menu = _end_of_menu(lines, sections)
    start = next((at for at, line in enumerate(lines) if at >= menu and not _is_furniture(line.text)
                  and not _is_site(line.text, host) and read_crumbs(line.text) is None), len(lines))
    plain = list(lines[start:start + 4])
    section, title, rest = _split_title(plain, sections, marked=False)
    if title is None:
        return Head(end=start)
    end = next(at for at, line in enumerate(lines) if line is title) + 1
    dek = rest[0] if len(rest) > 1 and _is_dek(rest[0].text, rest[1].text) else None
    return Head(title, dek, section, end=end + (dek is not None))


def _is_dek(text: str, after: str) -> bool:
    """Whether a line after the title is its dek and not a heading or the first paragraph."""
    return PROSE <= size(text) <= PARAGRAPH and size(after) >= max(PARAGRAPH, 2 * size(text))


def _split_title(plain: list[Line], sections: frozenset[str], *,
                 marked: bool) -> tuple[Line | None, Line | None, list[Line]]:
    """The section before the title, the title, and the lines after it."""
    if not plain:
        return None, None, []
    labels = next((at for at, line in enumerate(plain) if not _is_section(line.text, sections)), 0)
    if labels > 1 and size(plain[labels].text) < PARAGRAPH:        # the site, its menu, the section; then the title
        has_dek = any(size(line.text) > LABEL and not begins_byline(line.text) for line in plain[labels + 1:labels + 2])
        is_title = has_dek or not is_sentence(plain[labels].text)
        plain = plain[labels - 1 if is_title else labels - 2:]
    first = plain[0]
    if len(plain) > 1 and _is_section(first.text, sections) and _heads(first.text, plain[1:], sections, marked=marked):
        return first, plain[1], plain[2:]
    return None, first, plain[1:]


def _heads(first: str, rest: list[Line], sections: frozenset[str], *, marked: bool) -> bool:
    """Whether the short first line is a section: a title follows it, not the dek of a short title."""
    if first.lower().strip(" /›»>|") in sections:
        return True
    second = size(rest[0].text)
    if second >= PARAGRAPH or second <= 2:
        return False
    if marked and len(rest) > 1 and size(rest[1].text) > LABEL:
        return True                           # section, title, dek
    return second <= 20 and not (is_sentence(rest[0].text) and second > 16)


def _is_section(text: str, sections: frozenset[str]) -> bool:
    if text.lower().strip(" /›»>|") in sections:
        return True
    return size(text) <= LABEL and len(text) <= 40 and not is_sentence(text) and not text[:1].isdigit() \
        and not text.endswith((":", ",", "?"))


def _loose_date(text: str, month_first: bool | None) -> tuple[str, str] | None:
    """A day at one end of a short line that is no sentence, whatever else it tells: names, an office, a count."""
    return part_date(text, month_first=month_first) if size(text) <= PROSE and not is_sentence(text) else None


def _loose_marks(line: Line, draft: _Draft, month_first: bool | None) -> tuple[Mark, ...]:
    """The day of such a line below the title, where no day was told before."""
    told = any(mark.kind == "published" for _, mark in draft.marks)
    if told or not any(size(other.text) > 2 for other in draft.before):
        return ()
    found = _loose_date(line.text, month_first)
    return (Mark("published", found[1], line.text),) if found else ()


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


def _is_site(text: str, host: str) -> bool:
    """Whether the line says the name of the site as its host does, and nothing more."""
    said = fold(text).replace(" ", "")
    return len(said) > _SHORTEST_SITE and said in host


def _is_furniture(text: str) -> bool:
    return (_ADDRESS.search(text) is not None or is_home(text) or is_separator(text) or is_frame(text)
            or is_address_alone(text) or is_share_label(text) or bool(read_share_row(text)))
