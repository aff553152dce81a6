"""When each source is due, and the unit files that make a machine remember it. Pure: the clock is an argument.

In: a source, the start of its last run, the time now. Out: the time it is due; text for systemd, cron or compose.
`loop`: the schedule in the foreground.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from shlex import quote
from typing import Literal
from zoneinfo import ZoneInfo

from archive.rows import utc
from crawler.source import Hours, Source
from crawler.source.file import CATALOGUE

Form = Literal["systemd", "cron", "compose"]


def due_at(source: Source, last_start: datetime | None, now: datetime) -> datetime:
    """When the source is due next: `every` after its last run began, moved into its hours; never run means now.

    All times are aware. A last run that lies in the future (the clock was set back) counts as none, so that no
    wrong clock can silence a source.

    >>> from datetime import UTC
    >>> source = Source(key="x", name="X", home="https://x.example/")
    >>> due_at(source, datetime(2025, 1, 1, 9, tzinfo=UTC), datetime(2025, 1, 1, 10, tzinfo=UTC))
    datetime.datetime(2025, 1, 2, 9, 0, tzinfo=datetime.timezone.utc)
    """
    due = now if last_start is None or last_start > now else max(now, last_start + source.every)
    return due if source.hours is None else _into(source.hours, due)


def due_sources(sources: Mapping[str, Source], last_starts: Mapping[str, datetime], now: datetime) -> list[Source]:
    """The sources whose time has come, the longest waiting first.

    A source of the shipped catalogue takes part once someone has crawled it: nobody asked for all of them.
    """
    due = [source for source in sources.values() if source.key in last_starts or not _is_shipped(source)]
    due = [source for source in due if due_at(source, last_starts.get(source.key), now) <= now]
    never = datetime.min.replace(tzinfo=now.tzinfo)
    return sorted(due, key=lambda source: (last_starts.get(source.key, never), source.key))


def next_due(sources: Mapping[str, Source], last_starts: Mapping[str, datetime], now: datetime) -> dict[str, str]:
    """Source key -> when it is due, as the archive writes times; sources never crawled are left out."""
    return {key: utc(due_at(sources[key], started, now)) for key, started in last_starts.items() if key in sources}


def _is_shipped(source: Source) -> bool:
    return source.path is not None and source.path.is_relative_to(CATALOGUE)


def _into(hours: Hours, at: datetime) -> datetime:
    """`at` if the hours hold it, else their next beginning."""
    if hours.hold(at):
        return at
    zone = ZoneInfo(hours.timezone)
    local = at.astimezone(zone)
    opening = local.replace(hour=hours.start.hour, minute=hours.start.minute, second=0, microsecond=0)
    if opening < local:
        opening += timedelta(days=1)
    return opening.astimezone(at.tzinfo)


def unit_text(form: Form, command: str, folder: str, db: str) -> str:
    """What `schedule print` prints; `command` is the absolute path of policy-archive, `folder` where it works.

    The unit calls `crawl --due` often and lets the archive decide what is due, so that one unit serves all sources
    and a machine that slept catches up.
    """
    if form == "systemd":
        return _SYSTEMD.format(**{name: value.replace("%", "%%")  # % begins a specifier in units
                                  for name, value in (("command", command), ("folder", folder), ("db", db))})
    if form == "cron":
        crawl = f"{quote(command)} crawl --due --db {quote(db)} 2>&1"
        line = f'cd {quote(folder)} && told=$({crawl}) || echo "$told"'.replace("%", r"\%")
        return ("# every quarter of an hour, whatever is due; cron mails what is printed, which is what fell short\n"
                f"*/15 * * * * {line}\n")
    return _COMPOSE


_SYSTEMD = """\
# /etc/systemd/system/policy-archive.service
[Unit]
Description=Crawl the policy publications that are due
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory={folder}
ExecStart="{command}" crawl --due --db "{db}"
KillSignal=SIGINT
TimeoutStopSec=120

# /etc/systemd/system/policy-archive.timer
[Unit]
Description=Look every quarter of an hour which sources are due

[Timer]
OnCalendar=*:0/15
Persistent=true
RandomizedDelaySec=60

[Install]
WantedBy=timers.target
"""

_COMPOSE = """\
services:
  crawl:
    build: .
    command: ["schedule", "run"]
    environment:
      POLICY_ARCHIVE_CONTACT: ${POLICY_ARCHIVE_CONTACT:-}
    volumes: ["archive:/data"]
    restart: unless-stopped
    stop_signal: SIGTERM
    stop_grace_period: 2m
  browse:
    build: .
    command: ["browse", "--host", "0.0.0.0", "--port", "8001"]
    ports: ["127.0.0.1:8001:8001"]
    volumes: ["archive:/data"]
    restart: unless-stopped

volumes:
  archive:
"""
