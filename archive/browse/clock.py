"""The time, for pages that say how long ago something was and what lies in the future: an edge, to be set in tests."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the one place of the reader that reads the clock


def today() -> str:
    """The present day, "2024-03-05"."""
    return now().date().isoformat()
