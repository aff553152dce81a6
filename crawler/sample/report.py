"""The one PDF of the sample site, as rows for the writer of PDF files."""

import textwrap
from collections.abc import Sequence

REPORT_PATH = "/files/lock-fees-review.pdf"
ATTACHED_PATH = "/files/water-research-2024.pdf"
ATTACHED_TITLE = "Water research programme 2024: projects and results"
REPORT_TITLE = "Lock fees on the lower river: a review"
_PAGES = (
    ("Fees for passing the eleven locks of the lower river were last revised in 1998. Since then the cost of operating "
     "the locks has doubled, the number of commercial passages has halved, and pleasure craft, which pay a flat yearly "
     "fee, now make seven passages in ten.",
     "This review compares three ways of sharing the cost: by passage, by size of vessel, and by the water that a "
     "passage uses. It was prepared with the help of skippers, harbour masters and the two sailing associations.",
     "# What a passage costs",
     "Filling a lock chamber takes 3,200 cubic metres. In dry months that water is missing for irrigation and for the "
     "fish passes. A price by volume would make skippers wait until the chamber is full, which many already do."),
    ("# Recommendation",
     "The authority recommends a fee by volume from April to October and no fee in winter, when water is plentiful and "
     "commercial traffic carries fuel and grain. Income would cover three quarters of the cost of operation.",
     "Pleasure craft would pay about the price of a coffee for each passage if they wait for company, and about the "
     "price of a dinner if they do not."),
)


def attached_rows() -> Sequence[Sequence[tuple[str, float]]]:
    """The rows of the PDF that belongs to a page and is no publication of its own."""
    listed = [f"{number}. Project {number:02}: completed, data published" for number in range(1, 20)]
    return [[(ATTACHED_TITLE, 20), ("", 14), *((row, 11.0) for row in listed)]]


def report_rows() -> Sequence[Sequence[tuple[str, float]]]:
    """The rows of its pages: text and size in points."""
    pages = []
    for number, paragraphs in enumerate(_PAGES, 1):
        rows: list[tuple[str, float]] = []
        if number == 1:
            rows += [(REPORT_TITLE, 22), ("", 14), ("By Harald Brandt and Noor Aziz", 11), ("", 6),
                     ("March 3, 2025", 11), ("", 14)]
        for paragraph in paragraphs:
            points = 15 if paragraph.startswith("# ") else 11
            rows += [(row, points) for row in textwrap.wrap(paragraph.removeprefix("# "), 84)]
            rows.append(("", 10))
        pages.append(rows)
    return pages
