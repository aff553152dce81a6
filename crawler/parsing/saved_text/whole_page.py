"""Lines of a whole page, menus and all -> the lines from the title to the end of the body and its lists. Pure.

Who saves a page as text with everything on it, as a browser or a converter does, gets its title tag, its menus and its
foot as well: dozens of lines of a word or two. A text of the publication alone is left as it is.
"""

import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from crawler.parsing.saved_text.lines import Line, size
from crawler.parsing.saved_text.marks import (
    is_consent,
    is_foot,
    is_frame,
    is_notice,
    is_sentence,
    list_heading,
    read_head_line,
)
from crawler.parsing.site import fold

_PROSE = 14                # words of a sentence that belongs to a text
_FEWEST = 10               # lines before the text from which they hold menus
_APART = 12                # lines between two sentences of one text, at most
_GOOD_PART = 0.15          # of the sentences that stand together and say most
_ENTRY = 6                 # words: no entry of a menu has more
_MENU = 0.6                # share of entries among the lines before the text
_HEADLINE = 4              # words: most titles have as many
_LONGEST_TAG = 400         # characters of a title tag that are looked at
_LONGEST = 30              # and no more than these
_NEAR = 6                  # lines below a title in which a date or a byline may stand
_HEAD = 25                 # lines between title and text that weigh as much as all words of the title in the text
_NOTICE_LINES = 4          # lines among which a notice on cookies stands
_FOOT = 4                  # lines of a foot, at least
_SECTION = 4               # words: no section has more
_ITEM = 5                  # lines of an item of a list, at most
_ALIKE = 0.6               # share of words that title and title tag have in common
_CRUMB = re.compile(r"^[|/>›»]|\S\s*[›»]\s*\S|\s[|>/]\s.*\s[|>/]\s")
_SUFFIX = re.compile(r"\s+[|\-–—·•:»]+\s+")


def publication_lines(lines: Sequence[Line], url: str) -> Sequence[Line]:
    """The lines from the title on, without the foot."""
    lines = _without_notice(lines)
    prose = [at for at, line in enumerate(lines) if size(line.text) >= _PROSE and is_sentence(line.text)]
    if not prose:
        return lines
    return _without_foot(lines, prose[-1] + 1)[_from_section(lines, _title(lines, _start(lines, prose), url)):]


def _from_section(lines: Sequence[Line], title: int) -> int:
    """The place of the section right above the title, a label that the menu or a list has, too; else of the title."""
    label = lines[title - 1].text if title else ""
    if not 0 < size(label) <= _SECTION or is_sentence(label) or _is_other(label) or read_head_line(label):
        return title
    again = sum(fold(line.text) == fold(label) for line in lines) > 1
    return title - 1 if again else title


def _without_notice(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without a notice on cookies among the first of them, and the buttons below it."""
    notice = next((at for at, line in enumerate(lines[:_NOTICE_LINES]) if is_notice(line.text)), None)
    if notice is None:
        return lines
    end = notice + 1
    while end < len(lines) and (is_consent(lines[end].text) or is_notice(lines[end].text)):
        end += 1
    return [*lines[:notice], *lines[end:]]


def _start(lines: Sequence[Line], prose: Sequence[int]) -> int:
    """Where the text begins: the first of the sentences that stand together and say a good part of it."""
    groups: list[list[int]] = []
    for at in prose:
        if groups and at - groups[-1][-1] <= _APART:
            groups[-1].append(at)
        else:
            groups.append([at])
    sizes = [sum(size(lines[at].text) for at in group) for group in groups]
    return next(group[0] for group, words in zip(groups, sizes, strict=True) if words >= _GOOD_PART * max(sizes))


def _title(lines: Sequence[Line], prose: int, url: str) -> int:
    """Where the title stands, of a page whose text begins at `prose`; 0 where no menus stand before it."""
    before = lines[:prose]
    if (named := _named_by_tag(before)) is not None:
        return named
    entries = sum(size(line.text) <= _ENTRY and not is_sentence(line.text) for line in before)
    if prose < _FEWEST or entries < _MENU * prose:
        return 0
    marked = [bool(read_head_line(line.text)) for line in lines[:prose + _NEAR]]
    headlines = [at for at in range(prose) if 1 < size(lines[at].text) <= _LONGEST
                 and not marked[at] and not _is_other(lines[at].text)]
    slug = _words(unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2]))
    said = _words(" ".join(line.text for line in lines[prose:]))

    def worth(at: int) -> float:
        """How much speaks for a headline: the address, the text, and that it stands near the text and not in it."""
        words, near = _words(lines[at].text), any(marked[at + 1:at + _NEAR])
        return (2 * len(words & slug) / max(len(slug), 1) + len(words & said) / max(len(words), 1) + near / 2
                - (prose - at) / _HEAD - (is_sentence(lines[at].text) or size(lines[at].text) < _HEADLINE) / 2)

    return max(headlines, key=worth, default=0)


def _is_other(text: str) -> bool:
    """Whether a line is known to be something else than a title."""
    return is_frame(text) or list_heading(text) is not None or _CRUMB.search(text) is not None


def _words(text: str) -> set[str]:
    return {word for word in fold(text).split() if len(word) > 3}


def _named_by_tag(before: Sequence[Line]) -> int | None:
    """The last of the lines that say most of what the first one, the title tag, says before the name of the site."""
    tag = before[0].text[:_LONGEST_TAG] if before else ""
    told = [set(fold(cut).split()) for cut in (*(tag[:mark.start()] for mark in _SUFFIX.finditer(tag)), tag)
            if size(cut) >= _HEADLINE]        # the first entry of a menu comes again in the menu for phones
    alike = {at: max(_likeness(set(fold(line.text).split()), words) for words in told)
             for at, line in enumerate(before) if at} if told else {}
    most = max(alike.values(), default=0.0)
    return max(at for at, share in alike.items() if share == most) if most >= _ALIKE else None


def _likeness(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(len(one | other), 1)


def _without_foot(lines: Sequence[Line], end: int) -> Sequence[Line]:
    """The lines without those from `end` on, below the last sentence, where one of them shows that they are a foot."""
    while end < len(lines) and any(read_head_line(line.text) for line in lines[end:end + _ITEM]):
        end += 1                               # of a list whose items are dated
    rest = lines[end:]
    lists = next((at for at, line in enumerate(rest) if list_heading(line.text)), None)
    if lists is None and len(rest) >= _FOOT and any(is_foot(line.text) or is_frame(line.text) for line in rest):
        return lines[:end]
    return lines
