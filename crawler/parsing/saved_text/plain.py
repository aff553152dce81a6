"""Text as a program wrote it -> the text as it reads, line for line: Markdown, facts at the top, numbered links. Pure.

Notes and archives keep a page as Markdown, with its facts between dashes or as "Title: …" lines above it; browsers for
the terminal number the links in the text and list their addresses at its end.
"""

import re

_TOP = 30                  # lines in which facts may stand
_FEWEST_FACTS = 2
_FACT = re.compile(r"\s{0,3}([A-Za-z_ ]{3,20}):\s+(\S.*)")
_NAME, _ITEM = re.compile(r"[A-Za-z_ ]{3,20}:\s*"), re.compile(r"\s*- +(\S.*)")       # of a list in YAML
_NAMES = {"title": "title", "headline": "title", "date": "date", "published": "date", "pubdate": "date",
          "date published": "date", "publish_date": "date", "author": "author", "authors": "author", "byline": "author",
          "creator": "author", "tags": "tags", "keywords": "tags"}
_OTHERS = frozenset("url link source uid dek type modified language section topics revision first_seen last_seen gone "
                    "lang categories category description layout slug draft image permalink site publisher "
                    "canonical excerpt summary updated retrieved accessed subtitle".split())
_ORDER = ("other", "date", "author", "tags", "title")     # from the last to the first, above a text
_EXPORT = re.compile(r"\s{0,3}(BYLINE|SECTION|LENGTH|DATELINE|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|GRAPHIC|HIGHLIGHT|"
                     r"SUBJECT|JOURNAL-CODE|DOCUMENT-TYPE|COPYRIGHT|NOTES|CORRECTION-DATE|TYPE|COLUMN|SERIES): +(\S.*)")
_KEPT = {"BYLINE": "By {}", "SECTION": "Filed under: {}"}
_FEWEST_LABELS = 3
_LIST = re.compile(r"[\[\]\"']+")
_NUMBERED = re.compile(r"(\w?)\[(\d{1,4})\](\w?)")      # "[6]First publication"
_TARGET = re.compile(r"\s*(\d{1,4})\. +[a-z][a-z0-9+.-]{1,15}:\S.*")
_MOST_HIDDEN = 30          # numbers in a row that stand for fields of forms and for links that nothing shows
_LINKED = re.compile(r" {3}(?:Link: \S.{0,80}|#(?:\[1\])?\S.{0,200})")      # what the head of the page links to
_FIELD = re.compile(r"\(BUTTON\)|\[[ _]*_{3}[ _]*\]|\[ {1,80}\](?=\s|$)|(?<!\w)_{5,}(?!\w)")
_BULLET = re.compile(r"^( {6,})[o+@](?= \S)")          # of a list in a list
_TARGETS_HEAD = re.compile(r"\s*(?:references|visible links|hidden links|links):?\s*", re.IGNORECASE)
_FEWEST_TARGETS = 2


def plain_text(rows: list[str]) -> list[str]:
    """The rows of a file, as many, without what is not for readers; left alone where no program left its marks."""
    rows = _without_targets(_with_facts_as_lines(_without_export_labels(rows)))
    return [_BULLET.sub(r"\1*", _FIELD.sub("", row)) if row[:1] == " " or "_____" in row or "(B" in row else row
            for row in rows]


def _without_export_labels(rows: list[str]) -> list[str]:
    """The rows without those by which archives of newspapers describe an article: "LENGTH: 812 words"."""
    labels = [(found[1], found[2]) if (found := _EXPORT.fullmatch(row)) else None for row in rows]
    if sum(label is not None for label in labels) < _FEWEST_LABELS:
        return rows
    return [row if label is None else _KEPT[label[0]].format(label[1].partition(";")[0]) if label[0] in _KEPT else ""
            for row, label in zip(rows, labels, strict=True)]


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
    told = _with_items(rows[first:end]) if fenced else rows[first:end]
    facts = sorted(((_ORDER.index(_named(row) or "other"), _as_line(row)) for row in told), reverse=True)
    titled = next((at for at, row in enumerate(rest[:_TOP]) if row.startswith("# ")), None)
    if titled is not None:                                # the same once more, in most cases
        facts[0], rest[titled] = (0, rest[titled]), ""
    return [*[""] * first, *(text for _, text in facts), *rest]


def _with_items(rows: list[str]) -> list[str]:
    """The rows, as many, with the items below a name on its row: "author:", "  - Ada One", "  - Bo Two"."""
    found = list(rows)
    name = 0
    for at, row in enumerate(rows):
        if _NAME.fullmatch(row):
            name = at
        elif (item := _ITEM.fullmatch(row)) and (name or _NAME.fullmatch(rows[0])):
            found[name], found[at] = f"{found[name].rstrip()}{',' * (found[name] != rows[name])} {item[1].strip()}", ""
        else:
            name = 0
    return found


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
    return {"title": value, "date": value, "author": f"By {value}", "tags": f"Tags: {value}"}.get(kind or "", "")


def _without_targets(rows: list[str]) -> list[str]:
    """The rows without the list of addresses at their end and the numbers in the text that stand for them."""
    targets = {found[1]: at for at, row in enumerate(rows) if (found := _TARGET.fullmatch(row))}
    told = _unnumbered(rows[:targets.get("1", len(rows))], max(map(int, targets), default=0))
    top = next((at for at, row in enumerate(told) if row.strip() and not _LINKED.fullmatch(row)), 0)
    if len(targets) < _FEWEST_TARGETS or told == rows[:len(told)]:
        return [*[""] * top, *rows[top:]]
    told[:top] = [""] * top
    listed = ["" if _TARGET.fullmatch(row) or _TARGETS_HEAD.fullmatch(row) else row for row in rows[len(told):]]
    while told and (not told[-1].strip() or _TARGETS_HEAD.fullmatch(told[-1])):
        listed.insert(0, "")
        told.pop()
    return told + listed


def _unnumbered(rows: list[str], most: int) -> list[str]:
    """The rows without numbers of links, which only rise; those of footnotes begin again."""
    last = 0

    def without(mark: re.Match[str]) -> str:
        nonlocal last
        if not last < int(mark[2]) <= min(most, last + 1 + _MOST_HIDDEN * bool(last)):
            return mark[0]
        last = int(mark[2])
        return f"{mark[1]} {mark[3]}" if mark[1] and mark[3] else mark[1] + mark[3]

    return [_NUMBERED.sub(without, row) if "[" in row else row for row in rows]
