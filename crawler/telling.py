"""After the crawls: the words about them, and about what watches found, for `crawler.notify` to carry.

In: reports of runs, hits of watches. Out: Messages.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from archive.database import open_archive
from archive.watches import Notify, Watch, WatchHit, report_watches
from crawler.notify import Message, notify
from crawler.run import Report

# What a watch's choice leaves of the environment's channels.
_CHANNELS: dict[Notify, tuple[str, ...]] = {
    "webhook": ("POLICY_ARCHIVE_WEBHOOK",), "mail": ("POLICY_ARCHIVE_SMTP",),
    "command": ("POLICY_ARCHIVE_NOTIFY_COMMAND",), "none": (),
    "all": ("POLICY_ARCHIVE_WEBHOOK", "POLICY_ARCHIVE_SMTP", "POLICY_ARCHIVE_NOTIFY_COMMAND")}
_MOST_LISTED = 20


def tell_all(reports: Sequence[Report], db: Path, environment: Mapping[str, str], at: datetime) -> list[str]:
    """Tells of the runs and of what the watches found; what could not be told, a line each."""
    problems = [problem for report in reports for problem in notify(run_message(report), environment)]
    with open_archive(db) as archive:
        found = report_watches(archive, at)
    for watch, hits in found:
        chosen = {name: value for name, value in environment.items()
                  if name not in _CHANNELS["all"] or name in _CHANNELS[watch.notify]}
        problems += notify(watch_message(watch, hits), {**chosen, "POLICY_ARCHIVE_NOTIFY": "change"})
    return problems


def run_message(report: Report) -> Message:
    """What one run came to."""
    key, tally = report.source.key, report.tally
    troubles = [finding.text for finding in report.findings] + ([str(report.error)] if report.error else [])
    counts = tally.counts if tally is not None else Counter[str]()
    failed = report.error is not None or any(finding.weight == "failure" for finding in report.findings)
    news = counts["new"] + counts["changed"] + counts["gone"]
    subject = (f"{key}: the crawl fell short" if failed else
               f"{key}: {counts['new']} new, {counts['changed']} changed, {counts['gone']} gone")
    lines = [*([tally.line()] if tally else []), *troubles, f"ended: {report.reason}"]
    return Message(subject, "\n".join(lines), "failure" if failed else "change" if news else "nothing",
                   {"source": key, "reason": report.reason, "troubles": troubles, "counts": dict(counts)})


def watch_message(watch: Watch, hits: Sequence[WatchHit]) -> Message:
    """What a watch found, the first twenty by name."""
    lines = [f"{hit.title} ({hit.source or 'no source'}, {hit.published or 'undated'}"
             f"{', changed' if hit.revision > 1 else ''})\n{hit.url}" for hit in hits[:_MOST_LISTED]]
    if len(hits) > _MOST_LISTED:
        lines.append(f"… and {len(hits) - _MOST_LISTED} more")
    return Message(f"{len(hits)} new for '{watch.name}'", "\n\n".join(lines), "change",
                   {"watch": watch.watch_id, "words": watch.words, "hits": [asdict(hit) for hit in hits]})
