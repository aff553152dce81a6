"""A record -> the sentence that cites it, in APA and Chicago style. Pure, after the styles are loaded once.

The styles in styles/ hold what publications on the web need of the two manuals; citeproc-py sets them.
"""

import html
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import nh3
from markupsafe import Markup

from archive.export.csl import csl_item

STYLES = {"APA": "apa", "Chicago": "chicago"}
_DIRECTORY = Path(__file__).parent / "styles"


def citations(record: Mapping[str, Any]) -> dict[str, Markup]:
    """Style name -> HTML of the citation (italics only), ready for a page."""
    item = _escaped(_complete(csl_item(record)))
    return {name: _set(item, file) for name, file in STYLES.items()}


def _complete(item: dict[str, Any]) -> dict[str, Any]:
    """The item with its publisher, or the site it stands on, said once: not again where the site signs."""
    rest = {key: value for key, value in item.items() if key not in ("container-title", "publisher")}
    named = item.get("container-title") or item.get("publisher")
    authors = [name.get("literal") for name in item.get("author", [])]
    return rest if named is None or authors == [named] else {**rest, "container-title": named}


def _escaped(value: Any) -> Any:
    """The item with every text escaped: citeproc-py takes values to be HTML."""
    if isinstance(value, dict):
        return {key: _escaped(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_escaped(part) for part in value]
    return html.escape(value, quote=False) if isinstance(value, str) else value


def _set(item: dict[str, Any], file: str) -> Markup:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    bibliography = CitationStylesBibliography(_style(file), CiteProcJSON([{**item, "id": "it"}]), formatter.html)
    bibliography.register(Citation([CitationItem("it")]))
    text = _tidy(str(bibliography.bibliography()[0]))
    return Markup(nh3.clean(text, tags={"i"}, attributes={}))  # noqa: S704 - cleaned on this line


def _tidy(text: str) -> str:
    """One stop at the end of a name or title that brings its own.

    >>> _tidy("Doe, J.. <i>Who pays?</i>. Site"), _tidy("“What now....” Site")
    ('Doe, J. <i>Who pays?</i> Site', '“What now...” Site')
    """
    text = re.sub(r"([?!…]|[.]{3})(</i>)?[.](?=[ ”])", r"\1\2", text)
    return re.sub(r"(?<![.])[.]{2}(?![.])", ".", text)


@cache
def _style(file: str) -> Any:
    from citeproc import CitationStylesStyle

    return CitationStylesStyle(str(_DIRECTORY / f"{file}.csl"), validate=False)
