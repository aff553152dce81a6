"""Choices -> Publication: judged, and put together as the record has it. Pure."""

from archive.records import Page, Publication
from crawler.parsing.choices import Choices
from crawler.parsing.errors import NotAPublication, ParseError
from crawler.parsing.parser import PARSER

LEAST_LINKS = 10               # of a page that may be nothing but links
LEAST_SIGNS_BESIDE = 60        # characters outside them


def publication_of(page: Page, choices: Choices) -> Publication:
    """The publication; raises NotAPublication (with a reason) or ParseError (naming the field)."""
    if not choices.body.blocks:
        raise NotAPublication("no text on the page")
    if choices.judgement.refusal:
        raise NotAPublication(choices.judgement.refusal)
    if _is_but_links(choices):
        raise NotAPublication(f"an index: {len(choices.links)} links and hardly a word besides")
    if not choices.title.value:
        raise ParseError("title: the page has none")
    return Publication(
        source=page.source, url=choices.address.value, title=choices.title.value,
        type=choices.kind.value, dek=choices.dek.value, language=choices.language.value,
        published=choices.dates.published.value, modified=choices.dates.modified.value,
        published_raw=choices.dates.published_raw, authors=choices.authors.value,
        section=choices.section.value, topics=choices.topics.value,
        blocks=choices.body.blocks, links=choices.links, images=choices.images, attachments=choices.attachments,
        share_links=choices.furniture.share_links,
        related=choices.furniture.related, ad_slots=choices.furniture.ad_slots,
        identifiers=choices.identifiers.values,
        evidence=choices.evidence(), parser=PARSER)


def _is_but_links(choices: Choices) -> bool:
    """Whether the body is a row of links: years, letters, topics."""
    runs = [choices.outline.runs[number] for number in choices.body.runs]
    return len(choices.links) >= LEAST_LINKS and not choices.attachments and \
        sum(max(0, len(run.text) - run.link_chars) for run in runs) < LEAST_SIGNS_BESIDE
