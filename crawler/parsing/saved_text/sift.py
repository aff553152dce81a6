"""Lines between the head and the lists -> the lines of the body alone, what is offered between them, the tags. Pure."""

import re
from collections.abc import Sequence
from itertools import takewhile

from archive.records import Related, RelatedKind
from crawler.parsing.body.closing import lines_before_closing
from crawler.parsing.file_titles import name_of_file
from crawler.parsing.saved_text.foot import before_foot, span_of_text, without_appeals
from crawler.parsing.saved_text.labels import is_topic_label, read_topics
from crawler.parsing.saved_text.lines import MARKS, Line, size
from crawler.parsing.saved_text.list_starts import read_inner_list
from crawler.parsing.saved_text.marks import (
    inline_offer,
    is_foot,
    is_foot_link,
    is_furniture,
    is_prose,
    is_sentence,
    is_separator,
    leads_on,
    list_heading,
    read_head_line,
)

_FORMAT_LAST = re.compile(r"[(\[](?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|epub|zip)[)\]]$", re.IGNORECASE)
_FILE_SIZE, _LONGEST_OFFER = re.compile(r"\d\s?(?:[kKmM][bBoO]|Мб|Кб)\b"), 16      # words
_LEAST_BELOW = 12          # words of a paragraph below the credit of a picture
_LONGEST_LABEL = 4         # words of the heading of a list of files
_LONGEST_TAGS = 200        # characters of a line of tags
_LONGEST_TAG, _MOST_TAGS = 4, 15      # words of a tag, and tags below their label
_LONGEST_NOTE = 60         # words of the note on an author


def read_prose(lines: Sequence[Line]) -> tuple[list[Line], tuple[Related, ...], tuple[str, ...]]:
    """The lines of the body itself; the publications offered between them; the tags named under it."""
    lines, listed = without_tags(lines)
    prose, offers, topics = _sifted([line for line in without_appeals(lines) if not leads_on(line.text)])
    prose = prose[span_of_text(prose)]
    prose = prose[:before_foot([line.text for line in prose])]
    return prose[:lines_before_closing([line.text for line in prose])], offers, (*topics, *listed)


def without_tags(lines: Sequence[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """The lines without a label of tags and the tags below it, a line each; and the tags."""
    at = next((at for at, line in enumerate(lines[:-1]) if is_topic_label(line.text)
               and size(lines[at + 1].text) <= _LONGEST_TAG and not list_heading(lines[at + 1].text)), None)
    if at is None:
        return [*lines], ()
    tags = [line.text.lstrip(f"{MARKS}# ") for line in takewhile(_is_tag, lines[at + 1:at + 1 + _MOST_TAGS])]
    return [*lines[:at], *lines[at + 1 + len(tags):]], tuple(tags)


def without_note(prose: list[Line], names: Sequence[str]) -> list[Line]:
    """The lines of the body without the note on an author that ends it, which begins with the name."""
    while len(prose) > 1 and size(prose[-1].text) <= _LONGEST_NOTE and prose[-1].text.startswith(tuple(names)):
        prose = prose[:-1]
    return prose


def _sifted(lines: Sequence[Line]) -> tuple[list[Line], tuple[Related, ...], tuple[str, ...]]:
    """The same, with the lines that end the page."""
    prose: list[Line] = []
    offers: list[Related] = []
    topics: tuple[str, ...] = ()
    skipped = 0
    for at, line in enumerate(lines):
        text = line.text
        if skipped:
            skipped -= 1
            continue
        if prose and (offered := read_inner_list(lines, at)):
            skipped = offered
            kind: RelatedKind = "inline" if offered == 1 else "related"
            offers += (Related(kind=kind, title=title.text) for title in lines[at + 1:at + 1 + offered])
            continue
        if is_foot(text):
            is_credit = text[0] == "©" and any(is_prose(other.text, _LEAST_BELOW) for other in lines[at + 1:at + 4])
            if is_credit or not any(is_prose(line.text, _LEAST_BELOW) for line in prose):
                continue                      # above the text; the credit of a picture
            break
        below = lines[at + 1].text if text.endswith(":") and at + 1 < len(lines) else ""
        if tags := read_topics(text):
            topics = tags
        elif below and len(below) < _LONGEST_TAGS and (tags := read_topics(f"{text} {below}")):
            topics, skipped = tags, 1
        elif title := inline_offer(text):
            offers.append(Related(kind="inline", title=title))
        elif _offers_file(text):
            if prose and size(prose[-1].text) <= _LONGEST_LABEL and not is_sentence(prose[-1].text):
                prose.pop()                   # "Downloads"
        elif not is_furniture(text):
            prose.append(line)
    return prose, tuple(offers), topics


def _is_tag(line: Line) -> bool:
    return size(line.text) <= _LONGEST_TAG and not (
        is_sentence(line.text) or list_heading(line.text) or is_foot_link(line.text) or is_foot(line.text)
        or (is_furniture(line.text) and not is_separator(line.text)) or read_head_line(line.text))


def _offers_file(text: str) -> bool:
    """Whether the line is but a file to be had: "Full report (PDF, 340 KB)"."""
    return size(text) <= _LONGEST_OFFER and (_FILE_SIZE.search(text) or _FORMAT_LAST.search(text)) is not None \
        and name_of_file(text) != text
