"""The time, for the few pages that say how long ago something was: an edge, so that it can be set in tests."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the one place of the reader that reads the clock
