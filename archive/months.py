"""Months as numbers, for reckoning with "2024-12" and its like. Pure."""


def month_number(month: str) -> int:
    """Months since the year 0; `month_text` is the way back. A year alone stands at its beginning.

    >>> month_text(month_number("2024-12") + 1), month_text(month_number("2024"))
    ('2025-01', '2024-01')
    """
    return int(month[:4]) * 12 + int(month[5:7] or 1) - 1


def month_text(number: int) -> str:
    """The month of that number, "2024-12"."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
