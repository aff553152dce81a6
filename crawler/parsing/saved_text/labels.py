"""What a line of a saved page says that labels it: a trail of crumbs, tags, a category. Pure."""

import re

from crawler.parsing.saved_text.lines import MARKS, size
from crawler.parsing.saved_text.words import listed
from crawler.parsing.site import is_home
from crawler.parsing.topics.words import CATEGORY_WORDS, LABEL_WORDS, TRAIL_LEAD

EDGES = " \t\u3000,;:|·•●∙‧⋅*▪◦‣-–—/"
_LEAD = re.compile(r"^[\[(]?\s*(.{3,40}?)\s*[:：]\s*(.+?)\s*[\])]?$")
_TAG_LABELS = LABEL_WORDS - {"subject", "theme", "issues"}    # which letters, templates and prose have, too


def read_crumbs(text: str) -> str | None:
    """The section of "Home > World > Trade", the last one named; None for a line that is no trail of crumbs."""
    text = TRAIL_LEAD.sub("", text).strip()
    parts = [part.strip() for part in re.split(r"\s*[>›»/→]\s*", text) if part.strip()]
    if len(parts) < 2 or any(size(part) > 4 for part in parts[:-1]) or not re.search(r"\s[>›»/→]\s|[>›»→]", text):
        return None
    if len(parts) == 2 and bare(parts[0]) not in listed("frame") and not is_home(parts[0]):
        return None
    return parts[-1] if size(parts[-1]) <= 4 else parts[-2] if len(parts) > 2 else None


def read_topics(text: str) -> tuple[str, ...] | None:
    """The tags of "Tags: trade, tariffs" or of "#trade #tariffs"; None for any other line."""
    said = text.split()
    if len(said) > 1 and all(len(word) > 1 and word[0] == "#" and word[1] != "#" for word in said):
        return tuple(word.strip("#,;") for word in said)
    match = led(text)
    if not match or bare(match[1]) not in _TAG_LABELS:
        return None
    return tuple(tag for part in re.split(r"[,;|·•#、，]", match[2]) if (tag := part.strip(" .")))


def is_topic_label(text: str) -> bool:
    """Whether the line is what stands before tags and nothing else: "Topics"."""
    return bare(text) in _TAG_LABELS


def names_category(text: str) -> bool:
    """Whether the line tells its category, which is where the page stands: "Filed under: Trade"."""
    return (match := led(text)) is not None and bare(match[1]) in CATEGORY_WORDS


def without_category(piece: str) -> str:
    """The label without the word that says what it is: "Section: Trade"."""
    return (_LEAD.sub(r"\2", piece) if names_category(piece) else piece).strip(EDGES)


def led(text: str) -> re.Match[str] | None:
    """A label and what stands behind its colon, as groups 1 and 2; None for any other line."""
    return _LEAD.match(text) if ":" in text or "：" in text else None


def bare(text: str) -> str:
    """The text of a label in small letters, without what closes it."""
    return text.lower().replace("i̇", "i").strip(f" :：.…>[](){MARKS}")
