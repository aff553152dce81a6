"""A record -> what the head of its page tells reference managers, search engines and previews of links. Pure.

Sources: Dublin Core in HTML (DCMI, DC-HTML), the Highwire tags that Google Scholar reads, Open Graph.
"""

from collections.abc import Mapping
from typing import Any

from archive.export.csl import csl_item, inverted_name, shown

SUMMARY = 300              # characters that search engines and previews of links show at most
LONGEST_WORD = 40
_TYPES = {"report": "Report", "article-newspaper": "News Item", "article-journal": "Journal Article", "book": "Book",
          "thesis": "Thesis", "dataset": "Dataset"}       # the words of EPrints, which Zotero knows


def head_tags(record: Mapping[str, Any], pdf: str | None = None) -> list[tuple[str, str]]:
    """Names and contents of the meta elements; `pdf` is where the kept file is, if it is one."""
    item = csl_item(record)
    site, title, date = record.get("source_name") or record.get("source"), item["title"], record.get("published") or ""
    about, authors = summary_of(record), [inverted_name(name) for name in item.get("author", ())]
    tags = [
        ("description", about), ("og:type", "article"), ("og:title", title), ("og:description", about),
        ("og:site_name", site), ("DC.type", _TYPES.get(item["type"], "Web Page")), ("DC.title", title),
        *(("DC.creator", name) for name in authors), ("DC.date", date[:10]), ("DC.publisher", site),
        *(("DC.subject", topic) for topic in shown(record.get("topics") or ())), ("DC.language", item.get("language")),
        ("DC.identifier", item["URL"]), ("citation_title", title), *(("citation_author", name) for name in authors),
        ("citation_publication_date", date[:10].replace("-", "/")), ("citation_language", item.get("language")),
        *((f"citation_{name.lower()}", item.get(name)) for name in ("DOI", "ISBN", "ISSN")),
        ("citation_technical_report_institution", site if item["type"] == "report" else None),
        ("citation_public_url", item["URL"]), ("citation_pdf_url", pdf)]
    return [(name, content) for name, content in tags if content]


def summary_of(record: Mapping[str, Any]) -> str | None:
    r"""The standfirst, or else how the text begins; None where there is neither.

    >>> summary_of({"dek": None, "text": "Ports share costs.\n\nNobody pays."})
    'Ports share costs. Nobody pays.'
    """
    words = " ".join((record.get("dek") or (record.get("text") or "")[:4 * SUMMARY]).split())
    if len(words) > SUMMARY:
        end = words.rfind(" ", SUMMARY - LONGEST_WORD, SUMMARY)     # none in scripts without spaces
        words = words[:end if end > 0 else SUMMARY - 1] + "…"
    return str(shown(words)) or None
