"""Runs of the body -> the runs without what stands at its two ends and is no prose: dates, bylines, the page's frame.

A model that chooses runs by likelihood lets a line of the frame pass on short and plain pages; at the ends of the body
such a line is known by its words alone, and a paragraph never is. Pure.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from crawler.parsing.appearance import HEADINGS
from crawler.parsing.body.closing import before_closing, heads_files
from crawler.parsing.dates.ago import is_ago
from crawler.parsing.dates.words import label_of
from crawler.parsing.file_titles import name_of_file
from crawler.parsing.file_types import media_type_of
from crawler.parsing.furniture import words
from crawler.parsing.furniture.headline import is_more
from crawler.parsing.furniture.labels import list_kind
from crawler.parsing.outline import Outline, Run
from crawler.parsing.saved_text.marks import is_foot, is_frame, read_head_line
from crawler.parsing.saved_text.share_rows import is_share_label, read_share_row
from crawler.parsing.topics.label_text import is_trail

MOST = 8                   # runs looked at from each end
_FILE = re.compile(r"\bpdf\b|\bdownload\b|\bherunterladen\b|\btélécharger\b|\bdescargar\b|\bscarica\b", re.IGNORECASE)

_NUMBER = re.compile(r"(?:[^\W\d]+\s){0,4}(?:n[°ºo]|no\.?|nr\.?|number):?\s?[\w/.()-]*\d[\w/.()-]*"
                     r"(?:,?\s(?:vom|of|dated|du|del|de|van|från|av|af|fra|od|z dnia|от)\s[\w./ ]{4,20})?",
                     re.IGNORECASE)
_COUNTED = re.compile(r"(?:foto|photo|image|imagen|imagem|immagine|bild|slide|afbeelding|zdjęcie|фото|снимка)s?\s?"
                      r"\d{1,3}\s?(?:/|of|de|von|di|van|av|af|z|из|от)\s?\d{1,3}", re.IGNORECASE)    # of a gallery
_BACK = re.compile(r"\W*(?:back to\b|return to\b|zurück\b|retour\b|volver\b|voltar\b|torna\b|terug\b|tilbake\b|"
                   r"tillbaka\b|wróć\b|powrót\b|назад\b|вернуться\b|返回|一覧へ|목록)", re.IGNORECASE)
_PAGES = re.compile(r"(?:[^\W\d]{1,9}\s?[:：]?\s)?(?:\[?\d{1,3}\]?[\s|·•,/…]*){2,30}(?:[^\W\d]{1,12}\s?)?[›»→>]*")
_LONGEST_NUMBER = 50       # characters of a line that only numbers the publication
_LONGEST_HEADING = 60      # characters of a heading that may stand under no text; longer ones are prose
_CELLS = frozenset({"td", "th"})
_OPENS_PANEL = ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle", "data-target", "data-bs-target")
_NO_PANELS = frozenset({"button", "pre", "code", "label", "input", "select"})      # what a button may stand before
_LINES = frozenset("p li dd td th blockquote figcaption".split())
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)", re.IGNORECASE)
_BUTTONS, _LONGEST_MORE = frozenset({"button", "summary", "label"}), 40
_LONGEST_OFFER = 160       # characters of a line that offers a file
_LABELLED = re.compile(r"[^\d:：]{1,25}[:：]")
_LISTS, OF_LISTS = frozenset({"ul", "ol", "dl", "table"}), frozenset({"li", "dt", "dd", "td", "th"})
_TERMS = frozenset({"dt", "th"})
_FACTS_UP, _MOST_FACTS = 4, 24
_OPENS = frozenset("([（【［")
_CREDIT = re.compile(r"[(\[（【［]\s?(?:责任编辑|責任編輯|责编|编辑|編輯|编审|审核|审校|校对|校對|文责|文責|担当|編集)"
                     r"\s?[:：／/].{1,40}[)\]）】］]")                          # （责任编辑：…）
_STOPS = (".", "。", "।")
_MOST_BARE = 2             # of them; more are a list of their own


def without_frame(outline: Outline, numbers: Sequence[int]) -> list[int]:
    """The runs `numbers` (places in `outline.runs`) from the first to the last that may be prose."""
    first, last = 0, before_closing(outline, numbers)
    last = _before_files(outline, numbers[:last])
    while first < min(MOST, last):
        facts = _facts_at(outline, numbers, first)
        if not (facts or _is_frame(outline, numbers[first]) or _labels_links(outline, numbers[first]) or (
                _is_link(outline, numbers[first]) and not _heads_as_others(outline, numbers, first))):
            break
        first += facts or 1
    while last > max(first, len(numbers) - MOST) and (
            _is_frame(outline, numbers[last - 1]) or _offers_file(outline, numbers[last - 1])
            or _asks(outline, numbers[last - 1]) or _is_of_file(outline, numbers[last - 1])):
        last -= 1
    kept = [number for place, number in enumerate(numbers[first:last])
            if not (place < MOST and is_frame(outline.runs[number].text)) and not _is_lone_offer(outline, number)
            and not _unfolds(outline, number) and not _is_tab(outline, number) and not _acts(outline, number)
            and not _is_toolbar(outline, number)
            and not _COUNTED.fullmatch(outline.runs[number].text)]
    bare = len(list(takewhile(lambda number: _is_heading(outline, number), reversed(kept))))
    return kept[:-bare] if 0 < bare <= _MOST_BARE and bare < len(kept) else kept


def _facts_at(outline: Outline, numbers: Sequence[int], place: int) -> int:
    """How many of the runs from `place` on are a list or table of facts on the publication: "Published: 5 May 2024".

    One of them dates it; a list that opens with other facts is text. 0 where they are none.
    """
    element = outline.runs[numbers[place]].element
    box = next((i for i in outline.ancestors(element, _FACTS_UP) if outline.tags[i] in _LISTS), -1)
    if outline.tags[element] not in OF_LISTS or box < 0:
        return 0
    held = sum(outline.inside(outline.runs[number].element, box) for number in numbers[place:place + _MOST_FACTS])
    runs = outline.runs_in(box)[:_MOST_FACTS]
    texts = [_as_labelled(outline, run) for run in runs]
    if held >= len(numbers) - place or len(texts) == _MOST_FACTS or any(len(text) > _LONGEST_HEADING for text in texts):
        return 0
    labelled = sum(_LABELLED.match(text) is not None for text in texts)
    said = (*texts, *(f"{one} {other}" for one, other in pairwise(texts)))
    dated = any(label_of(label[0], "")[0] in {"published", "modified"} and any(map(str.isdigit, text[label.end():]))
                for text in said if (label := _LABELLED.match(text)))
    return held if dated and labelled * 5 >= len(texts) * 2 else 0


def _as_labelled(outline: Outline, run: Run) -> str:
    """The text of a run, with a colon where it is a term or the head of a row: `<th>Published</th>`."""
    is_term = outline.tags[run.element] in _TERMS and run.text[-1].isalpha()
    return f"{run.text}:" if is_term else run.text


def _labels_links(outline: Outline, number: int) -> bool:
    """Whether the run is a label and links alone: "Read this release in: Hindi, Tamil"."""
    run = outline.runs[number]
    label = _LABELLED.match(run.text)
    rest = run.text[label.end():].strip() if label and run.link_chars and len(run.text) <= _LONGEST_OFFER else ""
    return 0 < len(rest) <= run.link_chars + 3 * rest.count(",") + 3 * rest.count("|")


def _heads_as_others(outline: Outline, numbers: Sequence[int], place: int) -> bool:
    """Whether the run, a link, heads text as others of its make do: who speaks in a debate, questions that unfold."""
    make = _make(outline, numbers[place])
    return any(_is_link(outline, number) and _make(outline, number) == make and not _is_link(outline, before)
               for before, number in pairwise(numbers[place + 1:place + _MOST_FACTS]))


def _make(outline: Outline, number: int) -> tuple[str, str | None]:
    element = outline.runs[number].element
    return outline.tags[element], outline.attributes[element].get("class")


def _is_frame(outline: Outline, number: int) -> bool:
    run = outline.runs[number]
    text = run.text
    if len(text) > 200:
        return False
    if len(text) < _LONGEST_NUMBER and _NUMBER.fullmatch(text):
        return True
    if text[0] in _OPENS and _CREDIT.fullmatch(text):
        return True
    if is_ago(text) and not _is_heading(outline, number):
        return True
    if is_frame(text) or is_foot(text) or is_trail(text) or read_head_line(text) or len(read_share_row(text)) > 1:
        return True
    if len(text) <= _LONGEST_MORE and (is_share_label(text) or words.squeezed(text) in words.listed("print")):
        return True
    if run.link_chars and len(text) < _LONGEST_NUMBER and _leads_to_pages(outline, number):
        return True
    if _is_link(outline, number) and (_FILE.search(text) or _BACK.match(text)):
        return True
    return "Adobe Reader" in text or "Acrobat Reader" in text


def _leads_to_pages(outline: Outline, number: int) -> bool:
    """Whether the run is a row of links to the further pages of the text: "Pages: 1 2 3 Next"."""
    run = outline.runs[number]
    return _PAGES.fullmatch(run.text) is not None and any(
        outline.text(i).isdigit() for i in outline.links_in(run))


def _unfolds(outline: Outline, number: int) -> bool:
    """Whether the run is a button that shows the rest of the text, which stands on the page: "Read more"."""
    run = outline.runs[number]
    return len(run.text) <= _LONGEST_MORE and (run.link_chars > 0 or outline.tags[run.element] in _BUTTONS) \
        and is_more(run.text)


def _acts(outline: Outline, number: int) -> bool:
    """Whether the run is a button that does something, and heads no panel, or a link that opens a picture."""
    run = outline.runs[number]
    button = run.element
    if len(run.text) > _LONGEST_MORE or run.text[-1] in "?？":
        return False
    if outline.tags[button] != "button":
        return _is_link(outline, number) and any(
            _PICTURE.search(outline.attributes[i].get("href") or "") for i in outline.links_in(run))
    around = outline.parents[button]
    beside = outline.size(around) > outline.size(button)
    if outline.tags[around] in HEADINGS:
        return beside                                 # <h2>The method <button>Copy link</button></h2>
    if any(name in outline.attributes[button] for name in _OPENS_PANEL) or (outline.tags[around] in _LINES and beside):
        return False
    before, after = outline.before(button), outline.ends[button]
    in_row = before is not None and outline.tags[before] == "button"
    return in_row or after >= outline.ends[around] or outline.tags[after] in _NO_PANELS


def _is_toolbar(outline: Outline, number: int) -> bool:
    """Whether the run is a row of links that only run a script: "Text size A+ A- Print"."""
    run = outline.runs[number]
    if not run.link_chars or len(run.text) > _LONGEST_OFFER or len(run.text) - run.link_chars > _LONGEST_MORE:
        return False
    places = [(outline.attributes[i].get("href") or "#").lower() for i in outline.links_in(run)
              if outline.stops[i] > outline.starts[i]]
    return len(places) > 1 and places != ["#"] * len(places) and all(
        place == "#" or place.startswith("javascript:") for place in places)


def _is_tab(outline: Outline, number: int) -> bool:
    """Whether the run is one of several tabs in a row; those that each stand above their panel head its text."""
    return _has_role_tab(outline, number) and any(
        _has_role_tab(outline, beside) for beside in (number - 1, number + 1) if 0 <= beside < len(outline.runs))


def _has_role_tab(outline: Outline, number: int) -> bool:
    run = outline.runs[number]
    return len(run.text) <= _LONGEST_MORE and any(
        outline.attributes[i].get("role") == "tab" for i in (run.element, *outline.ancestors(run.element, 2)))


def _asks(outline: Outline, number: int) -> bool:
    """Whether a short line asks to follow the publisher, or, no item of a list, to subscribe or to read others."""
    run = outline.runs[number]
    if len(run.text) > _LONGEST_HEADING or run.text[-1] in _STOPS:
        return False
    said, is_item = words.squeezed(run.text), outline.tags[run.element] in OF_LISTS
    return words.begins("follow", said) or (not is_item and (            # "Support our neighbours", a text advises
        words.begins("appeal", said) or list_kind(run.text) in {"related", "popular"}))


def _is_lone_offer(outline: Outline, number: int) -> bool:
    """Whether the run offers a file between paragraphs; a list of files may be what the text is about."""
    return outline.tags[outline.runs[number].element] != "li" and _offers_file(outline, number)


def _before_files(outline: Outline, numbers: Sequence[int]) -> int:
    """How many of the runs stand before a heading of files and nothing but links to them; all where there is none."""
    runs = [outline.runs[number] for number in numbers]
    for place in range(max(len(runs) - MOST, 1), len(runs)):
        if heads_files(runs[place].text):
            below = runs[place + 1:] or outline.runs[numbers[place] + 1:numbers[place] + 2]
            if below and all(2 * run.link_chars >= len(run.text) or not name_of_file(run.text) for run in below):
                return place
    return len(runs)


def _is_of_file(outline: Outline, number: int) -> bool:
    """Whether the run tells format and size of a file and nothing else: "PDF, 2 MB"."""
    run = outline.runs[number]
    return len(run.text) <= _LONGEST_MORE and run.text[0].isalnum() and outline.tags[run.element] not in _CELLS and (
        not name_of_file(run.text))


def _offers_file(outline: Outline, number: int) -> bool:
    """Whether the run is the name of a file, a link to it, and what it is: "Ports review PDF (346 KB)"."""
    run = outline.runs[number]
    if len(run.text) > _LONGEST_OFFER or outline.tags[run.element] in _CELLS or run.text.endswith(_STOPS):
        return False
    links = outline.links_in(run) if run.link_chars else ()
    return any(media_type_of(outline.attributes[i].get("href") or "")
               and not outline.between(run.start, outline.starts[i]).rstrip().endswith(_STOPS)      # a sentence, and it
               for i in links) and name_of_file(run.text) != run.text


def _is_heading(outline: Outline, number: int) -> bool:
    """Whether the run is a short heading; at the end of the body it heads something else: a list, an offer, nothing."""
    run = outline.runs[number]
    return outline.tags[run.element] in HEADINGS and len(run.text) <= _LONGEST_HEADING


def _is_link(outline: Outline, number: int) -> bool:
    """Whether the run is short and nothing but a link: no body begins with one, the frame before it does."""
    run = outline.runs[number]
    return len(run.text) < 80 and run.link_chars >= 0.9 * len(run.text)
