"""What `parse --explain` prints: field by field the value, where it came from, and what else was on offer."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from archive.cli.terminal import harmless
from archive.errors import FellShort
from archive.records import Page, Publication

if TYPE_CHECKING:
    from crawler.parsing.explain import Explanation

WIDTH = 100                # characters of a value shown
SHOWN = 5                  # candidates shown beside the chosen one


def print_explanation(page: Page, explanation: "Explanation") -> None:
    """Print it to stdout; FellShort where the page is no publication."""
    click.echo(f"{page.url}\n")
    outcome = explanation.outcome
    record: Mapping[str, Any] = outcome.to_record() if isinstance(outcome, Publication) else {}
    evidence = outcome.evidence if isinstance(outcome, Publication) else {}
    for name in [*explanation.fields, *(name for name in evidence if name not in explanation.fields)]:
        choice = explanation.fields.get(name)
        value = record.get(name) if record else choice.value if choice else None
        origin = (choice.origin if choice else None) or evidence.get(name) or "the page does not say"
        click.echo(f"{name}: {_shown(value)}\n    from: {origin}")
        for candidate in (choice.candidates if choice else ())[:SHOWN]:
            click.echo(f"    {candidate.score:7.3f}  {_shown(candidate.value)}  ({candidate.origin})")
    for name in ("share_links", "related", "links", "attachments", "images"):
        if record.get(name) and name not in explanation.fields:
            click.echo(f"{name}: {len(record[name])}")
    for name, note in explanation.notes.items():
        click.echo(f"note on {name}: {note}")
    if not isinstance(outcome, Publication):
        raise FellShort(f"{page.url}: {outcome}")


def _shown(value: object) -> str:
    if value is None or value == () or value == []:
        return "-"
    if isinstance(value, list | tuple):
        listed = [_part(part) for part in value]
        text = f"{len(listed)}: {'; '.join(listed)}" if len(listed) > 1 else listed[0]
    else:
        text = str(value)
    text = harmless(" ".join(text.split()))
    return text if len(text) <= WIDTH else f"{text[:WIDTH - 1]}…"


def _part(part: object) -> str:
    """The telling part of an author, block or link."""
    if isinstance(part, Mapping):
        named = (part.get(key) for key in ("name", "title", "text", "network", "summary", "url"))
        return str(next(filter(None, named), None))
    return str(getattr(part, "name", None) or getattr(part, "text", None) or part)
