"""A link and the line it stands in -> whether it is a headline there, and what stands beside it. Pure."""

from crawler.parsing.furniture.chrome import HEADINGS
from crawler.parsing.furniture.details import day_of
from crawler.parsing.furniture.headline import is_headline
from crawler.parsing.furniture.link_text import headline_in
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.outline import Run

_ROWS = frozenset({"li", "div", "td", "article", "figcaption"})
_UNSPACED = str.maketrans("", "", " ")
_MOST_LABEL = 40          # characters of a label beside a headline


def stands_alone(grounds: Grounds, i: int) -> bool:
    """Whether the link `i` opens its line or makes most of it, as a headline does and a reference does not."""
    run = grounds.outline.run_of(i)
    if run is None or run.link_chars * 5 >= len(run.text) * 3:
        return True
    outline = grounds.outline
    before = outline.between(run.start, outline.starts[i])
    if not any(map(str.isalnum, before)) or before.strip() == grounds.text(i):      # once for screen readers alone
        return True
    if _is_row(grounds, run, i) or _ends_heading(grounds, run, i):
        return True
    after = "".join(outline.pieces[outline.stops[i]:run.stop])         # "14.01.2026 Short headline"
    return not any(map(str.isalnum, after)) and day_of(before, grounds.month_first) is not None


def _ends_heading(grounds: Grounds, run: Run, i: int) -> bool:
    """Whether the link is a headline that ends its heading, behind the overline: "<h3>On the front: <a>…</a></h3>"."""
    outline = grounds.outline
    return outline.tags[run.element] in HEADINGS and outline.stops[i] >= run.stop - 1 and is_headline(grounds.text(i))


def _is_row(grounds: Grounds, run: Run, i: int) -> bool:
    """Whether all that stands beside the link in its line are elements: "<span>Report</span> <a>…</a> <i>May</i>"."""
    outline = grounds.outline
    if outline.parents[i] != run.element or outline.tags[run.element] not in _ROWS:
        return False
    at, child = run.start, next((j for j in outline.begun_in(run) if outline.parents[j] == run.element), i)
    while child < outline.ends[run.element] and outline.starts[child] < run.stop:
        if any(map(str.isalnum, outline.between(at, outline.starts[child]))) or (
                child != i and len(grounds.text(child)) > _MOST_LABEL):
            return False
        at, child = outline.stops[child], outline.ends[child]
    return not any(map(str.isalnum, outline.between(at, run.stop)))


def row_of(grounds: Grounds, part: int) -> list[str]:
    """What the elements of a part of one line say, each, where a link and short labels make it up; else nothing."""
    outline = grounds.outline
    runs = outline.runs_in(part)
    if outline.tags[part] == "a":
        return _line_around(grounds, part) or _spans_of(grounds, part)
    link = next((i for i in outline.begun_in(runs[0]) if outline.tags[i] == "a"), None) if len(runs) == 1 else None
    if link is None or not _is_row(grounds, runs[0], link):
        return []
    texts = [grounds.text(i) for i in outline.begun_in(runs[0]) if outline.parents[i] == runs[0].element]
    return texts if len(texts) > 1 else _spans_of(grounds, link)


def _spans_of(grounds: Grounds, link: int) -> list[str]:
    """What the elements of a link of one line say, each, where all of its text stands in them; else nothing."""
    outline = grounds.outline
    kids = list(outline.children(link))
    texts = [text for i in kids if (text := grounds.text(i))]
    is_line = len(texts) > 1 and len(grounds.lines(link)) == 1 and (
        all(outline.names[i] for i in kids) or headline_in(grounds, link) in texts)
    return texts if is_line and "".join(texts).translate(_UNSPACED) == grounds.text(link).translate(_UNSPACED) else []


def _line_around(grounds: Grounds, link: int) -> list[str]:
    """The line that a link opens and words end that are in no element: "<a>Floods return</a>, 5 May 2025<br>"."""
    outline = grounds.outline
    run, after = outline.run_of(link), outline.ends[link]
    if run is None or outline.parents[link] != run.element or run.stop <= outline.stops[link] or (
            after < len(outline.tags) and outline.starts[after] < run.stop) or outline.between(
            run.start, outline.starts[link]):
        return []
    return [run.text]
