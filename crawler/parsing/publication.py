"""Choices -> Publication: judged, and put together as the record has it. Pure."""

from dataclasses import replace
from typing import overload

from archive.records import Page, Publication
from crawler.parsing.choices import Choices
from crawler.parsing.document.codepages import WINDOWS
from crawler.parsing.errors import ANNOUNCED, NotAPublication, ParseError
from crawler.parsing.parser import PARSER

# Signs that are never shown, drive terminals or turn the words around them: controls, overrides of direction, no signs.
# Those from 0x80 on were meant as Windows-1252 has them, which browsers know: quotes and dashes.
_UNSHOWN = dict.fromkeys([*range(9), *range(11, 32), 127, 0x202D, 0x202E, 0xFFFE, 0xFFFF], "") | {
    sign: letter for sign, letter in WINDOWS.items() if sign < 0xA0}
MOST_FILES = 4                 # of one publication; more are a list of publications
_TEXTS = frozenset({"application/pdf", "application/msword", "application/epub+zip",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"})
MOST_WORDS_ANNOUNCED = 120     # of a page that only announces; one under embargo has its text
LEAST_LINKS = 10               # of a page that may be nothing but links
LEAST_SIGNS_BESIDE = 60        # characters outside them


def publication_of(page: Page, choices: Choices) -> Publication:
    """The publication; raises NotAPublication (with a reason) or ParseError (naming the field)."""
    if not choices.body.blocks and choices.judgement.kind != "error" and not _hands_out_its_text(choices):
        raise NotAPublication("no text on the page")
    if choices.judgement.refusal:
        raise NotAPublication(choices.judgement.refusal)
    if _is_but_links(choices):
        raise NotAPublication(f"an index: {len(choices.links)} links and hardly a word besides")
    if choices.dates.announced and sum(len(block.text.split()) for block in choices.body.blocks) < MOST_WORDS_ANNOUNCED:
        raise NotAPublication(f"{ANNOUNCED} {choices.dates.announced}")
    if not (title := _shown(choices.title.value)):
        raise ParseError("title: the page has none")
    shown = [block if block.text.isprintable() else replace(block, text=_shown(block.text))
             for block in choices.body.blocks]
    return Publication(
        source=page.source, url=choices.address.value, title=title,
        type=choices.kind.value, dek=_shown(choices.dek.value), language=choices.language.value,
        published=choices.dates.published.value, modified=choices.dates.modified.value,
        published_raw=choices.dates.published_raw,
        authors=tuple(replace(author, name=_shown(author.name)) for author in choices.authors.value),
        section=_shown(choices.section.value), topics=tuple(map(_shown, choices.topics.value)),
        blocks=tuple(block for block in shown if block.text),
        links=choices.links, images=choices.images, attachments=choices.attachments,
        share_links=choices.furniture.share_links,
        related=choices.furniture.related, ad_slots=choices.furniture.ad_slots,
        identifiers=choices.identifiers.values,
        evidence=choices.evidence() | ({} if shown else {"text": "only in the attached file"}), parser=PARSER)


def _hands_out_its_text(choices: Choices) -> bool:
    """Whether a page without text is that of a file: it has a title, a date or an author, and the file to fetch."""
    files = [file for file in choices.attachments if file.media_type in _TEXTS]
    return (0 < len(files) <= MOST_FILES and bool(choices.title.value)
            and bool(choices.dates.published.value or choices.authors.value))


@overload
def _shown(text: str) -> str: ...
@overload
def _shown(text: None) -> None: ...
def _shown(text: str | None) -> str | None:
    """The text as browsers show it, without signs that they never do."""
    return text.translate(_UNSHOWN) if text is not None and not text.isprintable() else text


def _is_but_links(choices: Choices) -> bool:
    """Whether the body is a row of links: years, letters, topics."""
    runs = [choices.outline.runs[number] for number in choices.body.runs]
    return len(choices.links) >= LEAST_LINKS and not choices.attachments and \
        sum(max(0, len(run.text) - run.link_chars) for run in runs) < LEAST_SIGNS_BESIDE
