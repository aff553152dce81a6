"""The data dictionary: what every table, view and column holds, from the comments in archive/schema."""

import re
from dataclasses import dataclass

from archive.database import schema_steps

_OBJECT = re.compile(r"(?P<comment>(?:^-- [^\n]*\n)+)"
                     r"^CREATE (?P<kind>TABLE|VIEW|VIRTUAL TABLE) (?P<name>\w+)(?P<body>.*?);$",
                     re.MULTILINE | re.DOTALL)
_COLUMN = re.compile(r"^    (?P<name>[a-z_]+) +(?P<type>[A-Z]+)(?P<rule>.*?)\s*-- (?P<meaning>.+)$", re.MULTILINE)
_POINTS = re.compile(r"REFERENCES (\w+)\(")


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `points_to` is the table its foreign key names."""

    name: str
    type: str
    meaning: str
    points_to: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One table or view; views and full-text tables have no columns of their own to tell of."""

    name: str
    kind: str                         # table, view, or virtual table
    meaning: str
    columns: tuple[Column, ...]


def data_dictionary() -> list[Entry]:
    """Everything in the schema that has a comment, in its order; what is made anew is told as it was made last."""
    every = [_entry(found) for sql in schema_steps().values() for found in _OBJECT.finditer(sql)]
    return list({entry.name: entry for entry in every}.values())


def _entry(found: re.Match[str]) -> Entry:
    meaning = " ".join(line.removeprefix("-- ") for line in found["comment"].splitlines())
    columns = [Column(column["name"], column["type"], column["meaning"],
                      points[1] if (points := _POINTS.search(column["rule"])) else None)
               for column in _COLUMN.finditer(found["body"])]
    return Entry(found["name"], found["kind"].lower(), meaning, tuple(columns))
