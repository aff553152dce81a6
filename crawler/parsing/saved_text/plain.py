"""Text as a program wrote it -> the text as it reads, line for line: Markdown, facts at the top, numbered links. Pure.

Notes and archives keep a page as Markdown, with its facts between dashes or as "Title: …" lines above it; browsers for
the terminal number the links in the text and list their addresses at its end.
"""

import re

_TOP = 30                  # lines in which facts may stand
_FEWEST_FACTS = 2
_FACT = re.compile(r"\s{0,3}([A-Za-z_ ]{3,20}):\s+(\S.*)")
_NAMES = {"title": "title", "headline": "title", "date": "date", "published": "date", "pubdate": "date",
          "date published": "date", "publish_date": "date", "author": "author", "authors": "author", "byline": "author",
          "creator": "author"}
_OTHERS = frozenset("url link source uid dek type modified language section topics revision first_seen last_seen gone "
                    "lang tags categories category description layout slug draft image permalink site publisher "
                    "canonical excerpt summary updated retrieved accessed keywords subtitle".split())
_ORDER = ("other", "date", "author", "title")     # from the last to the first, above a text
_EXPORT = re.compile(r"\s{0,3}(BYLINE|SECTION|LENGTH|DATELINE|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|GRAPHIC|HIGHLIGHT|"
                     r"SUBJECT|JOURNAL-CODE|DOCUMENT-TYPE|COPYRIGHT|NOTES|CORRECTION-DATE|TYPE|COLUMN|SERIES): +(\S.*)")
_KEPT = {"BYLINE": "By {}", "SECTION": "Filed under: {}"}
_FEWEST_LABELS = 3
_LIST = re.compile(r"[\[\]\"']+")
_HEADING = re.compile(r"#{1,6} +\S")
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^()\s]{1,2000}(?: [^()\n]{0,200})?\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((?:[^()\s]|\([^()\s]*\)){1,2000}(?: \"[^\"\n]{0,200}\")?\)|<(https?://[^<>\s]+)>")
_STRONG = re.compile(r"(?<![*\\\w])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]{1,1000}?)(?<=[^\s*_\\])\1(?![*\w])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_NUMBERED = re.compile(r"\[(\d{1,4})\](?=\S)")      # "[6]First publication"
_TARGET = re.compile(r"\s*(\d{1,4})\. +(?:https?|mailto|ftp|file|javascript):\S*\s*")
_TARGETS_HEAD = re.compile(r"\s*(?:references|visible links|hidden links|links):?\s*", re.IGNORECASE)
_FEWEST_TARGETS = 2


def plain_text(rows: list[str]) -> list[str]:
    """The rows of a file, as many, without what is not for readers; left alone where no program left its marks."""
    rows = _without_targets(_with_facts_as_lines(_without_export_labels(rows)))
    headed = [at for at, row in enumerate(rows) if _HEADING.match(row)]
    if headed and (any(_is_alone(rows, at) for at in headed) or any(
            _LINK.search(row) or _STRONG.search(row) or row.startswith(("> ", "- ", "## ")) for row in rows)):
        rows = [_plain(row) for row in rows]
    return rows


def _without_export_labels(rows: list[str]) -> list[str]:
    """The rows without those by which archives of newspapers describe an article: "LENGTH: 812 words"."""
    labels = [(found[1], found[2]) if (found := _EXPORT.fullmatch(row)) else None for row in rows]
    if sum(label is not None for label in labels) < _FEWEST_LABELS:
        return rows
    return [row if label is None else _KEPT[label[0]].format(label[1].partition(";")[0]) if label[0] in _KEPT else ""
            for row, label in zip(rows, labels, strict=True)]


def _is_alone(rows: list[str], at: int) -> bool:
    """Whether blank rows stand around a row."""
    return not "".join((*rows[max(0, at - 1):at], *rows[at + 1:at + 2])).strip()


def _with_facts_as_lines(rows: list[str]) -> list[str]:
    """The rows with the facts at their top as a page shows them: the title, "By" and the names, the day."""
    begin = next((at for at, row in enumerate(rows[:_TOP]) if row.strip("\ufeff \t")), 0)
    fenced = rows[begin:begin + 1] and rows[begin].strip("\ufeff \t") in ("---", "+++")
    first = begin + 1 if fenced else begin
    end = next((at for at, row in enumerate(rows[first:first + _TOP], first)
                if (row.strip() in ("---", "+++") if fenced else not _is_fact(row))), None)
    if end is None or sum(map(_is_fact, rows[first:end])) < _FEWEST_FACTS or not any(
            _named(row) == "title" for row in rows[first:end]):
        return rows
    rest = [*[""] * bool(fenced), *rows[end + bool(fenced):]]
    facts = sorted(((_ORDER.index(_named(row) or "other"), _as_line(row)) for row in rows[first:end]), reverse=True)
    titled = next((at for at, row in enumerate(rest[:_TOP]) if row.startswith("# ")), None)
    if titled is not None:                                # the same once more, in most cases
        facts[0], rest[titled] = (0, rest[titled][2:]), ""
    return [*[""] * first, *(text for _, text in facts), *rest]


def _is_fact(row: str) -> bool:
    return _named(row) is not None


def _named(row: str) -> str | None:
    """What a row "Name: value" is about; None for any other."""
    found = _FACT.fullmatch(row.strip("\ufeff").rstrip())
    name = found[1].strip().lower() if found else ""
    return _NAMES.get(name) or ("other" if name in _OTHERS else None)


def _as_line(row: str) -> str:
    kind, (_, _, value) = _named(row), row.partition(":")
    value = value.strip()
    if value[:1] in ("[", '"', "'"):
        value = _LIST.sub("", value)
    return {"title": value, "date": value, "author": f"By {value}"}.get(kind or "", "")


def _plain(row: str) -> str:
    row = row.removeprefix("# ")
    row = _LINK.sub(lambda link: link[1] or link[2], _IMAGE.sub("", row))
    return _ESCAPED.sub(r"\1", _STRONG.sub(r"\2", _STRONG.sub(r"\2", row)))


def _without_targets(rows: list[str]) -> list[str]:
    """The rows without the list of addresses at their end and the numbers in the text that stand for them."""
    numbers = {found[1]: at for at, row in enumerate(rows) if (found := _TARGET.fullmatch(row))}
    if len(numbers) < _FEWEST_TARGETS or "1" not in numbers:
        return rows
    told = [_NUMBERED.sub(lambda mark: "" if mark[1] in numbers else mark[0], row) for row in rows[:numbers["1"]]]
    if told == rows[:numbers["1"]]:
        return rows
    listed = ["" if _TARGET.fullmatch(row) or _TARGETS_HEAD.fullmatch(row) else row for row in rows[numbers["1"]:]]
    while told and (not told[-1].strip() or _TARGETS_HEAD.fullmatch(told[-1])):
        listed.insert(0, "")
        told.pop()
    return told + listed
