"""Writings -> HTML in three templates: plain `div`s, WordPress with JSON-LD, Drupal with Dublin Core."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from crawler.sample.writings import Teaser, Writing

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
_DATES = {"en": "{month} {day}, {year}", "de": "{day}. {month} {year}", "fr": "{day} {month} {year}",
          "es": "{day} de {month} de {year}", "pt": "{day} de {month} de {year}"}
_WORDS = {
    "en": {"by": "By", "between": " and ", "published": "Published", "related": "Related Articles",
           "share": "Share this:"},
    "de": {"by": "Von", "between": " und ", "published": "Veröffentlicht am", "related": "Ähnliche Artikel",
           "share": "Teilen:"},
    "fr": {"by": "Par", "between": " et ", "published": "Publié le", "related": "Articles liés", "share": "Partager :"},
    "es": {"by": "Por", "between": " y ", "published": "Publicado el", "related": "Artículos relacionados",
           "share": "Compartir:"},
    "pt": {"by": "Por", "between": " e ", "published": "Publicado em", "related": "Artigos relacionados",
           "share": "Partilhar:"},
}
_TEMPLATES = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True)


def publication_page(writing: Writing, related: Sequence[Teaser], *, base: str,
                     modified: date | None = None) -> str:
    """The page of a writing in its template; `base` is the site's address without a slash at its end."""
    shown = [{**asdict(teaser), "date": day_in_words(teaser.published, writing.language),
              "iso": teaser.published.isoformat()} for teaser in related]
    return _TEMPLATES.get_template(f"{writing.template}.html").render(
        it=_fields(writing, modified, base), related=shown, base=base, words=_WORDS[writing.language])


def listing_page(title: str, items: Sequence[tuple[str, str, str]], *, base: str, previous: str | None = None,
                 following: str | None = None) -> str:
    """An index of publications, (address, title, date in words) each, with links to the pages beside it."""
    content = Markup("<ul class='listing'>") + Markup("").join(
        Markup("<li><a href='{}'>{}</a> <span class='date'>{}</span></li>\n").format(*item) for item in items)
    content += Markup("</ul>\n<p class='pager'>")
    links = []
    for rel, href, label in (("prev", previous, "Newer"), ("next", following, "Older")):
        if href:
            links.append((rel, href))
            content += Markup("<a rel='{}' href='{}'>{}</a> ").format(rel, href, label)
    return frame_page(title, content + Markup("</p>"), base=base, links=links)


def frame_page(title: str, content: Markup, *, base: str, links: Sequence[tuple[str, str]] = ()) -> str:
    """A page of the site that publishes nothing: home, about, search, log-in."""
    return _TEMPLATES.get_template("frame.html").render(title=title, content=content, base=base, links=links)


def day_in_words(day: date, language: str) -> str:
    """The day as the site writes it.

    >>> day_in_words(date(2025, 7, 18), "es")
    '18 de julio de 2025'
    """
    month = _MONTHS[language].split()[day.month - 1]
    return _DATES[language].format(day=day.day, month=month, year=day.year)


def _fields(writing: Writing, modified: date | None, base: str) -> Mapping[str, Any]:
    address = f"{base}{writing.path}"
    return {
        **asdict(writing), "blocks": writing.blocks, "url": address,
        "attachment": writing.attachment and base + writing.attachment, "quoted": quote(address, safe=""),
        "quoted_title": quote(writing.title), "iso": writing.published.isoformat(),
        "date": day_in_words(writing.published, writing.language),
        "modified": modified.isoformat() if modified else None,
        "json_ld": _json_ld(writing, address)}


def _json_ld(writing: Writing, address: str) -> Markup:
    """What WordPress with a common plugin says of an article, as one graph."""
    article = {
        "@type": "Article", "@id": f"{address}#article", "headline": writing.title, "description": writing.dek,
        "datePublished": f"{writing.published.isoformat()}T08:00:00+00:00", "inLanguage": writing.language,
        "mainEntityOfPage": {"@id": address}, "keywords": list(writing.tags),
        "author": [{"@type": "Person", "name": name} for name in writing.authors]}
    if writing.section:
        article["articleSection"] = [writing.section]
    graph = {"@context": "https://schema.org", "@graph": [
        article, {"@type": "WebSite", "name": "Harbour Institute"}]}
    return Markup(json.dumps(graph, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704 - our own, escaped above
