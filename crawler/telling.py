"""After the crawls: the words about them, and about what watches found, for `crawler.notify` to carry.

In: reports of runs, hits of watches. Out: Messages.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from archive.database import Archive, open_archive
from archive.watches import Channel, Notify, Watch, WatchHit, find_untold, note_told, report_watches
from crawler.notify import Message, notify
from crawler.run import Report

# The variable that opens each channel.
_OPENED_BY: dict[Channel, str] = {"webhook": "POLICY_ARCHIVE_WEBHOOK", "mail": "POLICY_ARCHIVE_SMTP",
                                  "command": "POLICY_ARCHIVE_NOTIFY_COMMAND"}
_MOST_LISTED = 20


def tell_all(reports: Sequence[Report], db: Path, environment: Mapping[str, str], at: datetime) -> list[str]:
    """Tells of the runs and of what the watches found; what could not be told, a line each."""
    problems = [problem for report in reports for problem in notify(run_message(report), environment)]
    with open_archive(db) as archive:
        return problems + _tell_of_watches(archive, environment, at)


def _tell_of_watches(archive: Archive, environment: Mapping[str, str], at: datetime) -> list[str]:
    """Tells of what is new and of what could not be told before; what stays untold waits for the next time."""
    archive.locks.take_turn("telling")         # so that two crawls that end at once do not tell the same
    channels = [channel for channel, variable in _OPENED_BY.items() if environment.get(variable)]
    chosen: dict[Notify, list[Channel]] = {"all": channels, **{channel: [channel] for channel in channels}}
    report_watches(archive, at, chosen)
    problems, waiting = list[str](), 0
    for channel in channels:
        others = {variable for name, variable in _OPENED_BY.items() if name != channel}
        only = {name: value for name, value in environment.items() if name not in others}
        for watch, hits in find_untold(archive.connection, channel):
            failed = notify(watch_message(watch, hits), {**only, "POLICY_ARCHIVE_NOTIFY": "change"})
            if failed:
                problems, waiting = problems + failed, waiting + len(hits)
            else:
                note_told(archive, watch, channel)
    said = "; ".join(dict.fromkeys(problems))
    return [f"{said}: {waiting} found by watches will be told after the next crawl"] if problems else []


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
