"""Grounds -> ad slots, paid boxes, sign-up boxes and notices: what to lift out, and how many slots there are. Pure."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from crawler.parsing.furniture.addresses import AD_HOSTS
from crawler.parsing.furniture.appeals import find_appeals, find_calls
from crawler.parsing.furniture.chrome import PAGE_PARTS
from crawler.parsing.furniture.consents import find_consents
from crawler.parsing.furniture.labels import AdLabel, ad_label
from crawler.parsing.furniture.marks import Mark
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.outline import count_within

_MOST_PROSE = 250         # characters of running text in an ad slot; with more, its name means something else
_MOST_TEXT = 1_500        # characters of all text in a lifted box
_MOST_PAID = 400
_MOST_FORM_LINKS = 2      # "Terms", "Privacy"
_MOST_FORM = 350          # characters of a box that asks for an address of mail
_BOXES = frozenset({"li", "aside", "section", "figure", "a"})
_NO_SLOTS = frozenset({"a", "label", "button"})
_SIGN = re.compile(r"label|badge|button|callout|identifier|detector|title|legend")     # beside a slot, none itself
_TEXT_TAGS = frozenset({"p", "span", "li"})
_IN_LINES, _LONGEST_INLINE = ("span", "small", "ins"), 40
_MOST_ELEMENTS = 200


@dataclass(frozen=True, slots=True)
class Ads:
    """Elements by kind, and the number of ad slots."""

    elements: frozenset[int]  # slots, paid boxes, labels and pointers over ads: "story continues below"
    boxes: frozenset[int]     # newsletter, donation and membership boxes, cookie notices
    inline: frozenset[int]    # labels amid a sentence, to be cut out of its line
    count: int


def find_ads(grounds: Grounds) -> Ads:
    """All slots by name or label, each counted once however deep it is nested."""
    named = [i for i in _named(grounds, Mark.AD) if _may_be_slot(grounds, i)]
    signs = {i for i in named if _SIGN.search(grounds.outline.names[i])}
    slots = grounds.outline.outermost([i for i in named if i not in signs] + _frames(grounds))
    asking = find_appeals(grounds) + find_calls(grounds) + find_consents(grounds) + _forms(grounds)
    boxes = grounds.outline.outermost(asking + [
        i for i in _named(grounds, Mark.SIGNUP | Mark.NOTICE) if _may_be_box(grounds, i)])
    paid = [i for i in _named(grounds, Mark.SPONSORED) if _may_be_box(grounds, i)]
    labelled, markers = [], []
    for i, kind in _labels(grounds):
        if kind == "ad" and not _inside_any(grounds, i, slots):
            labelled.append(i)
        elif kind == "sponsored":
            paid.append(_paid_box(grounds, i))
        elif kind == "marker":
            markers.append(i)
    shown = [_widest(grounds, i, grounds.chars(i)) for i in slots]
    inline = _inline(grounds)
    own_slots = len(labelled) - len(_beside(grounds, labelled, shown)) + _lines(grounds, slots) + len(
        inline.difference(slots))
    return Ads(frozenset((*slots, *labelled, *signs, *paid, *markers)), frozenset(boxes), inline,
               len(slots) + own_slots)


def _named(grounds: Grounds, wanted: int) -> list[int]:
    tags, marks = grounds.outline.tags, grounds.marks
    return [i for i in grounds.marked if marks[i] & wanted and tags[i] not in PAGE_PARTS]


def _may_be_slot(grounds: Grounds, i: int) -> bool:
    outline = grounds.outline
    if outline.tags[i] in _NO_SLOTS or outline.ends[i] - i > _MOST_ELEMENTS:
        return False
    return grounds.prose(i) <= _MOST_PROSE and not grounds.holds(i, "h1")


def _may_be_box(grounds: Grounds, i: int) -> bool:
    if grounds.outline.tags[i] in _TEXT_TAGS and grounds.prose(i):       # text that only subscribers see
        return False
    small = grounds.chars(i) <= _MOST_TEXT and grounds.prose(i) <= _MOST_PROSE * 3
    return small and not grounds.holds(i, "h1") and not _holds_text(grounds, i)


def _holds_text(grounds: Grounds, i: int) -> bool:
    """Whether most of the page's running text stands in the element: its name says who may read it."""
    last = grounds.body[1]
    return last > 0 and grounds.outline.inside(last, i) and grounds.prose(i) * 2 > grounds.prose(0) and not (
        grounds.marks[i] & Mark.NOTICE)


def _forms(grounds: Grounds) -> list[int]:
    """The small boxes that ask for an address of mail, whatever they are called."""
    outline = grounds.outline
    links = outline.by_tag.get("a", ())
    found = []
    for i in outline.by_tag.get("input", ()):
        if (outline.attributes[i].get("type") or "").lower() != "email":
            continue
        found.append(grounds.widest(i, lambda above: grounds.chars(above) <= _MOST_FORM and count_within(
            links, above, outline.ends[above]) <= _MOST_FORM_LINKS))
    return found


def _frames(grounds: Grounds) -> list[int]:
    outline = grounds.outline
    frames = ((i, outline.attributes[i]) for i in outline.all("iframe", "ins"))
    return [i for i, said in frames
            if any(host in (said.get("src") or "") for host in AD_HOSTS) or said.get("data-ad-slot")]


def _labels(grounds: Grounds) -> list[tuple[int, AdLabel]]:
    """Elements that hold an ad label and nothing else, widest first, in document order."""
    found = []
    for run in grounds.phrases:
        if (kind := ad_label(run.text)) and run.link_chars < len(run.text):    # a menu entry "Advertising" is no label
            i = run.element
            if grounds.chars(i) <= len(run.text) + 2:
                found.append((_widest(grounds, i, len(run.text) + 2), kind))
    return found


def _lines(grounds: Grounds, slots: list[int]) -> int:
    """How many labels are a line of a box or paragraph that holds more, outside the slots."""
    return sum(not run.link_chars and ad_label(run.text) == "ad" and not grounds.is_chrome(run.element)
               and grounds.chars(run.element) > len(run.text) + 2 and not _inside_any(grounds, run.element, slots)
               for run in grounds.phrases)


def _inline(grounds: Grounds) -> frozenset[int]:
    """Elements amid a sentence that say no more than that an ad stands there, in capitals or named so."""
    outline = grounds.outline
    found = []
    for i in outline.all(*_IN_LINES):
        if outline.stops[i] == outline.starts[i] or not (
                grounds.marks[i] & Mark.AD or outline.pieces[outline.starts[i]].isupper()):
            continue
        run = outline.run_of(i)
        is_amid = run is not None and run.element != i and len(run.text) > 2 * outline.size(i)
        if is_amid and outline.size(i) <= _LONGEST_INLINE and ad_label(grounds.text(i)) == "ad":
            found.append(i)
    return frozenset(found)


def _widest(grounds: Grounds, i: int, most: int) -> int:
    """The widest element around `i` that holds no more than `most` characters."""
    return grounds.widest(i, lambda above: grounds.chars(above) <= most)


def _inside_any(grounds: Grounds, i: int, slots: list[int]) -> bool:
    """Whether the label stands in one of the slots, which do not overlap, or holds one."""
    place = bisect_left(slots, i)
    ends = grounds.outline.ends
    return (place < len(slots) and slots[place] < ends[i]) or (place > 0 and i < ends[slots[place - 1]])


def _beside(grounds: Grounds, labels: list[int], slots: list[int]) -> list[int]:
    """The labels that a slot follows, or stands before with nothing between: then they are one."""
    ends, parents = grounds.outline.ends, grounds.outline.parents
    begun, ended = {(slot, parents[slot]) for slot in slots}, {(ends[slot], parents[slot]) for slot in slots}
    return [i for i in labels if (ends[i], parents[i]) in begun or (i, parents[i]) in ended]


def _paid_box(grounds: Grounds, i: int) -> int:
    """The card or box that a label "Sponsored" belongs to; the label itself where it stands among the prose."""
    outline = grounds.outline
    box = i
    for above in outline.ancestors(i, 4):
        if outline.tags[above] in PAGE_PARTS or grounds.chars(above) > _MOST_PAID or grounds.prose(above) > _MOST_PROSE:
            break
        if outline.inside(grounds.body[1], above):
            break
        if outline.tags[above] in _BOXES or grounds.marks[above] & (Mark.AD | Mark.SPONSORED | Mark.PROMO):
            box = above
    return box
