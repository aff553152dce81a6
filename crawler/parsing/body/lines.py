"""Runs of the body that a browser shows in one line although an element stands between them. Pure.

An icon in a link, a word on a button, a formula, a script part a sentence into runs, for the outline ends a run at
every element that may be a box. What is one line is told here by what stands around and between two runs.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from crawler.parsing.appearance import EDGE, INLINE, divided, space_before
from crawler.parsing.outline import Outline, Run

_IN_LINE = INLINE | frozenset(
    "audio blink button canvas embed iframe input label map area meter nobr noscript object output param picture "
    "progress script slot source style svg template video math".split())
_UNREAD = ("svg", "audio", "video", "canvas", "iframe", "object", "annotation")   # labels, words where it can't play
_BOXES = frozenset("p div li h1 h2 h3 h4 h5 h6 section article main body ul ol dl dt dd table tbody tr td th aside nav "
                   "header footer figure figcaption blockquote pre form".split())      # what is in no line
_LONGEST_UNREAD = 300                        # characters; what holds more was left open, and is the page
_PARAGRAPHS = frozenset({"p", "li", "dd", "dt", "td", "th", "blockquote", "figcaption"})
_DEPTH = 40
_LEAST_PROSE = 80                            # characters of a sentence that a box holds without a paragraph
_CLOSING = frozenset(".,;:!?)")
_KANJI = re.compile("[\u3000-\u9fff\uff00-\uffef] [\u3000-\u9fff\uff00-\uffef]")
_BROKEN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\r]{0,9}\n[ \t\r\n]{0,99}(?=[\u3000-\u9fff\uff00-\uffef])")
_EMPTY = re.compile(r"\s?\[\s*\]")             # around what was cut: "[<a href="#n1">1</a>]"
_TIP = re.compile(r"tool-?tip|pop-?over|pop-?up|hover-?card|definition|footnote")
_TIP_TEXT = re.compile(r"(?:tool-?tip|pop-?over|hover-?card)[-_]*(?:text|content|body|inner)")
_PRINTED = re.compile(r"(?<![a-z])(?:print-?only|only-?print|visible-print|d-print-block|show-for-print)")
_UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_ICON, _LIGATURE = re.compile(r"(?<![a-z])icons?(?![a-z])"), re.compile(r"[a-z]+(?:_[a-z0-9]+)*")
_NEAR, _MOST_FORMULAS = 60, 2_000            # elements beside a formula, formulas of a page
# What tells beside a link how it opens.
_OPENS = (r"(?:(?:links?|lien|enlace) )?(?:opens?|opening|will open|öffnet|öffnen|s['’]ouvre|ouvre|ouverture|"
          r"(?:se )?abre|(?:si )?apre|otwiera|åpnes|åpner|öppnas|öppnar|åbner|åbnes|avautuu|otevře|opent|открывается|"
          r"відкривається)")
_WHERE = (r"(?:window|tab|fenster|fenêtre|onglet|ventana|pestaña|janela|aba|finestra|scheda|oknie|karcie|okně|vindu|"
          r"fane|fönster|flik|vindue|ikkunaan|ikkunassa|välilehteen|venster|tabblad|окне|вкладке|вікні)")
_ELSEWHERE = (r"external (?:link|site|website)|externer link|lien externe|enlace externo|link externo|ligação externa|"
              r"collegamento esterno|externe (?:link|website)|ekstern lenke|eksternt link|extern länk|ulkoinen linkki")
_NOTE = re.compile(
    rf"(?:\s-)?\s?[(\[]\s?(?:{_OPENS}\b[^()\[\]]{{0,40}}\b{_WHERE}\b[^()\[\]]{{0,20}}|{_ELSEWHERE})\s?[)\]]"
    r"|\s?[(（][^()（）]{0,12}(?:ウ[ィイ]ンドウ|タブ|外部サイト|外部リンク)[^()（）]{0,14}[)）]|\s?[（(]另开窗口[)）]",
    re.IGNORECASE)


def whole_lines(outline: Outline, wanted: Sequence[int]) -> list[int]:
    """The runs, with those that stand in one line with one of them: the rest of a sentence that an icon parts."""
    kept, runs = set(wanted), outline.runs
    for step in (1, -1):
        for number in wanted[::step]:
            while 0 < number + step < len(runs) and number + step not in kept and _takes(outline, number, step):
                number += step
                kept.add(number)
    return sorted(kept)


def _takes(outline: Outline, number: int, step: int) -> bool:
    """Whether the run beside one of the body is of its line: own text of the paragraph, or amid it."""
    beside, own = outline.runs[number + step], outline.runs[number].element
    if beside.element != own and are_boxes(outline, beside, outline.runs[number]):
        return False
    if not is_one_line(outline, *_in_order(outline, number, step)):
        return False
    home = home_of(outline, own)
    if outline.tags[home] not in _PARAGRAPHS:
        return False
    if beside.element == home:
        return True
    further = number + 2 * step
    return 0 <= further < len(outline.runs) and home_of(outline, outline.runs[further].element) == home


def _in_order(outline: Outline, number: int, step: int) -> tuple[Run, Run]:
    first = min(number, number + step)
    return outline.runs[first], outline.runs[first + 1]


def is_one_line(outline: Outline, before: Run, after: Run) -> bool:
    """Whether nothing that ends a line stands between two runs, the one of which is the text of the box around both."""
    one, other, home = before.element, after.element, before.element
    if one != other:
        if are_boxes(outline, before, after):
            return False
        home = home_of(outline, other)
        if home != home_of(outline, one) or (home not in {one, other} and not _of_one_formula(outline, one, other)):
            return False
    is_prose = outline.tags[home] in _PARAGRAPHS
    if not is_prose and len(before.text) + len(after.text) < _LEAST_PROSE and not _of_one_formula(outline, one, other):
        return False                  # two labels in a box
    between = range(bisect_right(outline.starts, before.stop), bisect_right(outline.starts, after.start))
    return all(_stays_in_line(outline, i) and (is_prose or outline.tags[i] != "input") for i in between)


def are_boxes(outline: Outline, one: Run, other: Run) -> bool:
    """Whether two runs of different elements fill boxes, which are no parts of a line."""
    return outline.tags[one.element] in _BOXES and outline.tags[other.element] in _BOXES


def home_of(outline: Outline, i: int) -> int:
    """The box whose lines hold the text of element `i`."""
    for _ in range(_DEPTH):
        if outline.tags[i] in _BOXES:
            break
        drawing = _drawing(outline, i)
        if drawing < 0 and outline.tags[i] not in _IN_LINE and "-" not in outline.tags[i]:
            break
        i = max(outline.parents[i if drawing < 0 else drawing], 0)
    return i


def joined(outline: Outline, runs: Sequence[Run], cut: Sequence[int] = ()) -> str:
    """The text of runs that are one line, white space squeezed; none where a line of the source ends amid kanji.

    `cut` are elements, in document order, whose text is left out.
    """
    if len(runs) == 1 and not cut and (runs[0].text.isascii() or not _KANJI.search(runs[0].text)):
        return runs[0].text
    text = ""
    for run in runs:
        more = "".join(_pieces_of(outline, run, cut))
        if text and more[:1].isupper() and within(outline, run.element, "math") < 0 and divided(text[-2:], more):
            text += EDGE
        elif more[:1] in _CLOSING:
            text = text.rstrip()
        text += more
    return " ".join(_BROKEN.sub("", _EMPTY.sub("", text) if cut else text).split())


def _pieces_of(outline: Outline, run: Run, cut: Sequence[int]) -> Iterator[str]:
    """The pieces of a run without those of the elements `cut`, of which each leaves a space behind."""
    at = run.start
    for i in cut[bisect_left(cut, at, key=outline.starts.__getitem__):]:
        if outline.starts[i] >= run.stop:
            break
        if at <= outline.starts[i] and outline.stops[i] <= run.stop:
            yield from outline.pieces[at:outline.starts[i]]
            after = "".join(outline.pieces[outline.stops[i]:run.stop][:1])
            yield "" if after[:1] in _CLOSING else space_before(after)
            at = outline.stops[i]
    yield from outline.pieces[at:run.stop]


def read_alone(outline: Outline, numbers: Sequence[int]) -> list[int]:
    """The runs that browsers show: no labels of icons, words for paper or where no film plays, formulas told twice."""
    boxes = [i for tag in _UNREAD for i in outline.by_tag.get(tag, ())
             if outline.stops[i] > outline.starts[i] and outline.size(i) < _LONGEST_UNREAD]
    boxes += [i for i, name in enumerate(outline.names) if "print" in name and _PRINTED.search(name)
              and outline.size(i) < _LONGEST_UNREAD]
    boxes += [i for i in outline.by_tag.get("math", ())[:_MOST_FORMULAS] if _is_drawn_beside(outline, i)]
    if not boxes:
        return list(numbers)
    boxes.sort()
    return [number for number in numbers if not _is_in_one(outline, outline.runs[number].element, boxes)]


def unread_in_line(outline: Outline) -> list[int]:
    """Elements amid a line that readers don't see in it: what a tooltip says, the name of an icon's letter."""
    attributes, names = outline.attributes, outline.names
    found = []
    for i in outline.all("span", "i", "em", "small", "sup", "b"):
        if not (said := attributes[i]):
            continue
        name = names[i]
        if said.get("role") == "tooltip" or ("icon" in name and _is_drawn(outline, i)) or (
                name and _TIP.search(name) and _is_tip(name, said)):
            found.append(i)
    return [i for i in found if "note" not in names[i] or _is_said_below(outline, i)]


def _is_drawn(outline: Outline, i: int) -> bool:
    """Whether a word in an element named after icons is one that a font draws as an arrow: "open_in_new"."""
    text = outline.text(i)
    return _ICON.search(outline.names[i]) is not None and _LIGATURE.fullmatch(text) is not None and (
        "_" in text or "material" in outline.names[i] or outline.attributes[i].get("aria-hidden") == "true")


def _is_tip(name: str, said: Mapping[str, str]) -> bool:
    """Whether the name of a tip is that of its text, or an attribute hides the element."""
    return _TIP_TEXT.search(name) is not None or "hidden" in said or _UNSHOWN.search(said.get("style", "")) is not None


def _is_said_below(outline: Outline, i: int) -> bool:
    """Whether a note that opens over the text stands at the end of it, too."""
    text = outline.text(i)
    return any(text in run.text for run in outline.runs[outline.run_from(outline.stops[i]):])


def _is_in_one(outline: Outline, element: int, boxes: Sequence[int]) -> bool:
    at = bisect_right(boxes, element) - 1
    return at >= 0 and outline.inside(element, boxes[at])


def _is_drawn_beside(outline: Outline, formula: int) -> bool:
    """Whether the letters of a formula stand beside it for the eye, hidden from readers of screens."""
    box = outline.parents[outline.parents[formula]] if outline.parents[formula] > 0 else -1
    if box < 0 or outline.tags[box] not in INLINE:
        return False
    end = outline.ends[formula]
    beside = (*range(max(box, formula - _NEAR), formula), *range(end, min(outline.ends[box], end + _NEAR)))
    return any(outline.attributes[i].get("aria-hidden") == "true" and outline.text(i) for i in beside)


def within(outline: Outline, i: int, tag: str) -> int:
    """The element of this kind that is or holds `i`; -1 where there is none."""
    of_tag = outline.by_tag.get(tag, ())
    at = bisect_right(of_tag, i) - 1
    return of_tag[at] if at >= 0 and outline.inside(i, of_tag[at]) else -1


def _of_one_formula(outline: Outline, one: int, other: int) -> bool:
    return within(outline, one, "math") == within(outline, other, "math") >= 0


def _stays_in_line(outline: Outline, i: int) -> bool:
    return outline.tags[i] in _IN_LINE or "-" in outline.tags[i] or _drawing(outline, i) >= 0


def _drawing(outline: Outline, i: int) -> int:
    """The drawing or formula around `i`, whose elements are of a language of their own; -1 where there is none."""
    return max(within(outline, i, "svg"), within(outline, i, "math"))


def without_link_notes(text: str) -> str:
    """The text of links and what stands beside them, without such notes.

    >>> without_link_notes("See the report (opens in a new window) for more.")
    'See the report for more.'
    """
    return _NOTE.sub("", text) if "(" in text or "（" in text or "[" in text else text
