"""Dates as sitemaps and feeds write them -> ISO 8601, as precise as written; None for anything else. Pure."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import struct_time

_TIME = r"\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?"
_ISO = re.compile(rf"(\d{{4}}(?:-\d{{2}}(?:-\d{{2}})?)?)(?:(?<=-\d\d-\d\d)[T ]({_TIME}))?", re.ASCII)


def read_date(text: str | None) -> str | None:
    """A W3C or RFC 822 date in ISO 8601; the day alone where no such time is.

    >>> read_date("2024-05"), read_date("Tue, 05 Mar 2024 10:00:00 +0100"), read_date("yesterday")
    ('2024-05', '2024-03-05T10:00:00+01:00', None)
    >>> read_date("2024-03-05 10:00 +01:00"), read_date("2024-03-05T24:00:00Z")
    ('2024-03-05T10:00+01:00', '2024-03-05')
    """
    if not text:
        return None
    text = text.strip()
    if match := _ISO.fullmatch(text):
        moment = f"{match[1]}T{''.join(match[2].split())}".replace("Z", "+00:00") if match[2] else match[1]
        return next((date for date in (moment, match[1]) if epoch(date) is not None), None)
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, OverflowError):
        return None


def of_struct(moment: struct_time | None) -> str | None:
    """A parsed UTC time (as feedparser gives it) in ISO 8601."""
    try:
        return None if moment is None else datetime(*moment[:6], tzinfo=UTC).isoformat()
    except ValueError:             # the year 0
        return None


def epoch(date: str | None) -> float | None:
    """Seconds since 1970 of an ISO date, at its earliest moment; None where there is no date.

    >>> epoch("1970-01-02"), epoch("1970")
    (86400.0, 0.0)
    """
    if not date:
        return None
    full = date + {4: "-01-01", 7: "-01"}.get(len(date), "")
    try:
        moment = datetime.fromisoformat(full)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
