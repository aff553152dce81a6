"""A table of a TOML file, read key by key; every complaint names file, line and what would be right.

In: the text of a TOML file. Out: plain values of the kind asked for, or WrongUse in one line. Knows no Source.
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from archive.errors import WrongUse

_HEADER = re.compile(r"^\s*\[+\s*([\w.\"'-]+)\s*\]+")


class Table:
    """One table of a TOML file; `name` is `""` for the top of the file."""

    def __init__(self, path: Path, text: str, values: Mapping[str, Any], name: str = "") -> None:
        self.path, self.name = path, name
        self._text, self._values = text, values

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def wrong(self, what: str, key: str | None = None, value: str | None = None) -> WrongUse:
        """The complaint, ready to be raised, with the line of `key` (or of `value` within it)."""
        return WrongUse(f"{self.path}:{line_of(self._text, self.name, key, value)}: {what}")

    def only(self, known: Mapping[str, Collection[str]]) -> None:
        """Raise WrongUse for the first key that isn't `known[name]`; `known` maps each table's name to its keys."""
        here = known[self.name]
        for key in self._values:
            if key not in here:
                raise self.wrong(f"unknown key {self._shown(key)}; {_advice(key, here, known)}", key)

    def text(self, key: str) -> str | None:
        """A string; None where the key is absent."""
        value = self._values.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"{self._shown(key)} must be a text in quotes", key)
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """One string or a list of them; empty where the key is absent."""
        value = self._values.get(key, [])
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(item, str) and item.strip() for item in listed):
            raise self.wrong(f"{self._shown(key)} must be a text in quotes, or a list of them", key)
        return tuple(listed)

    def shaped(self, key: str, shape: str, example: str) -> tuple[str, ...]:
        """As `texts`, each of the form of the example."""
        listed = self.texts(key)
        for text in listed:
            if not re.fullmatch(shape, text, re.IGNORECASE):
                raise self.wrong(f"{self._shown(key)}: {text!r} should be written as in \"{example}\"", key, text)
        return listed

    def truth(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self._values.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(f"{self._shown(key)} must be true or false", key)
        return value

    def number(self, key: str, *, most: float = float("inf")) -> float | None:
        """A number from 0 to `most`; None where the key is absent."""
        value = self._values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
            limits = "of 0 or more" if most == float("inf") else f"from 0 to {most:g}"
            raise self.wrong(f"{self._shown(key)} must be a number {limits}", key)
        return float(value)

    def whole(self, key: str, *, least: int = 1) -> int | None:
        """A whole number; None where the key is absent."""
        value = self._values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise self.wrong(f"{self._shown(key)} must be a whole number of {least} or more", key)
        return value

    def bounds(self) -> tuple[int | None, int | None]:
        """The keys `min` and `max`; None where absent."""
        least, most = self.whole("min", least=0), self.whole("max", least=0)
        if least is not None and most is not None and least > most:
            raise self.wrong(f"{self._shown('max')} is less than 'min' ({least})", "max")
        return least, most

    def table(self, key: str) -> "Table":
        """The table below `key`, an empty one where it is absent."""
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(f"{self._shown(key)} must be a table", key)
        return Table(self.path, self._text, value, f"{self.name}.{key}" if self.name else key)

    def _shown(self, key: str) -> str:
        return f"'{key}'" if not self.name else f"'{key}' in [{self.name}]"


def load_table(path: Path) -> Table:
    """The top table of a TOML file; WrongUse where it can't be read or isn't TOML."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise WrongUse(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise WrongUse(f"{path}: not UTF-8 text") from error
    try:
        return Table(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise WrongUse(f"{path}:{_toml_line(str(error), text)}: {error}") from error
    except (ValueError, RecursionError) as error:       # its own: figures by the thousand, lists in lists
        raise WrongUse(f"{path}: a value too long or too deep to be read ({str(error).partition(':')[0]})") from error


def line_of(text: str, table: str, key: str | None = None, value: str | None = None) -> int:
    r"""The line (from 1) where a key of a table stands, or the first line after it that holds `value`.

    >>> line_of('name = "A"\n\n[discover]\naccept = [\n  "x",\n  "(",\n]', "discover", "accept", "(")
    6
    """
    lines = text.splitlines()
    start = _key_line(lines, table, key)
    if value is not None:
        for number in range(start, len(lines) + 1):
            if value in lines[number - 1].replace("\\\\", "\\"):
                return number
    return start


def _key_line(lines: list[str], table: str, key: str | None) -> int:
    current, header, parent = "", 1, table.rpartition(".")[2]
    inline = 0
    for number, line in enumerate(lines, 1):
        if match := _HEADER.match(line):
            current = match[1].replace('"', "").replace("'", "")
            header = number if current == table else header
        elif current == table and key and _opens(line, key):
            return number
        elif table and _opens(line, parent) and f"{current}.{parent}".lstrip(".") == table:
            inline = number                   # an inline table: filled = { titel = 1.0 }
    return inline or header


def _opens(line: str, key: str) -> bool:
    return re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""", line) is not None


def _advice(key: str, here: Collection[str], known: Mapping[str, Collection[str]]) -> str:
    if near := get_close_matches(key.lower(), here, 1, 0.6):
        return f"did you mean '{near[0]}'?"
    for table, keys in known.items():
        if near := get_close_matches(key.lower(), keys, 1, 0.75):
            where = f"under [{table}]" if table else "at the top of the file, before the first [table]"
            return f"'{near[0]}' belongs {where}"
    return f"known here: {', '.join(sorted(here))}"


def _toml_line(message: str, text: str) -> int:
    match = re.search(r"at line (\d+)", message)
    return int(match[1]) if match else max(1, text.count("\n"))
