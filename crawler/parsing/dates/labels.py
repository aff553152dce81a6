"""The words around a date -> what they say it is: a day of publication, of a change, or of something else. Pure."""

import re

from crawler.parsing.dates.words import DATE_ALONE, labels

_CLOCK = re.compile(r"(?:\b(?:at|um|à|a las|alle|às|kl\.?) )?\d{1,2}(?:[:.h]\d\d)?"
                    r"\s?(?:[ap]\.?m\.?|uhr|h)?\s(?=\D)", re.IGNORECASE)

_DAYS = DATE_ALONE | {"时间", "時間", "日時", "일시", "일자"}      # words for any day or hour


def label_of(before: str, after: str) -> tuple[str | None, str]:
    """What the words right before (or in brackets after) a date say it is, and the words themselves."""
    pattern = labels()
    before = before[-70:]
    if (bare := before.strip(" :|·•")).lower() in DATE_ALONE:
        return "published", bare
    if found := list(pattern.finditer(before)):
        last = found[-1]
        gap = before[last.end():]
        kind = last.lastgroup
        if found[:-1] and last.start() - found[-2].end() <= 1 and (
                found[-2].lastgroup == "other" or last[0].lower() in _DAYS):
            kind = found[-2].lastgroup                # "Event date", 最后更新时间
        gap = _CLOCK.sub("", gap)
        if not re.search(r"\d", gap) and (len(gap) <= 18 or kind == "published") and ". " not in gap:
            return kind, last[0]
    said = pattern.match(after.lstrip(" ()[]|-–,:"))
    if said and len(after) < 40 and not before.strip(" ()[]|-–,:") and not any(map(str.isdigit, after)):
        return said.lastgroup, said[0]
    return None, ""
