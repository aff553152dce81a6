"""Outline -> one row of numbers for each run of text: what the block model reads. Pure.

Everything is a column over all runs of a page, or over all boxes: elements with text in them, numbered in document
order. What is hidden, a menu or an ad is told to the model by features, never cut beforehand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt

from crawler.parsing.body.boxes import Boxes, Places, read_boxes
from crawler.parsing.body.lexicon import Lexicon
from crawler.parsing.body.text_columns import Column, text_columns
from crawler.parsing.outline import Outline, Run

Table = dict[str, npt.NDArray[Any]]

INSIDE = ("a", "article", "aside", "blockquote", "button", "dl", "figure", "footer", "form", "header", "li", "main",
          "nav", "noscript", "ol", "p", "section", "select", "table", "td", "template", "ul")
KINDS = ("p", "li", "td", "div", "pre", "figcaption", "blockquote", "a", "option", "br", "dd", "label")
_HEADINGS = {f"h{level}": level for level in range(10)}
_LEVELS = 4                            # boxes around a run that are described one by one
_ARTICLE_TYPE = re.compile(r'"@type"\s*:\s*(?:\[[^\]]*)?"[^"]*(?:Article|BlogPosting|Report)"')
_FAR = 60                              # runs: further than this is all the same


@dataclass(frozen=True, slots=True)
class Features:
    """`rows[k]` describes `outline.runs[runs[k]]`; columns are named by `names`."""

    runs: Places
    rows: Column
    names: tuple[str, ...]
    words: Column                      # of each run
    boxes: Boxes
    looks: tuple[Places, ...]          # runs that look alike have one number: by tag and class of itself and of the
                                       # element above; and by class of the two elements above

    def columns(self, *names: str) -> list[Column]:
        """The columns of these names."""
        return [self.rows[:, self.names.index(name)] for name in names]


def read_features(outline: Outline, lexicon: Lexicon) -> Features | None:
    """The features of all runs below the head of the page; None where there are none."""
    heads = outline.by_tag.get("head")
    skip = outline.ends[heads[0]] if heads else 0
    numbers = [number for number, run in enumerate(outline.runs) if run.element >= skip]
    if not numbers:
        return None
    runs = [outline.runs[number] for number in numbers]
    boxes = read_boxes(outline, runs)
    table = text_columns(runs, lexicon)
    words, chars = np.expm1(table["words"]), np.expm1(table["chars"])
    prose = chars * ((chars > 80) & (table["ends"] > 0) & (table["links"] < 0.4))
    _kinds(outline, runs, table)
    _ancestors(outline, boxes, lexicon, table)
    _best(boxes, prose, _containers(outline, boxes, chars, prose, table), table)
    _alike(boxes, table)
    _positions(outline, boxes, chars, table)
    _neighbours(boxes, table)
    _page(outline, table)
    rows = side_by_side(list(table.values()), boxes.runs)
    return Features(np.array(numbers, np.intp), rows, tuple(table), words, boxes, _looks(boxes))


def side_by_side(columns: Sequence[npt.NDArray[Any]], rows: int) -> Column:
    """The columns as one table; each lies in one piece, as the forests read it."""
    turned = np.empty((len(columns), rows), np.float32)
    for column, place in zip(columns, turned, strict=True):
        place[:] = column
    return turned.T


def _kinds(outline: Outline, runs: list[Run], table: Table) -> None:
    tags = [outline.tags[run.element] for run in runs]
    places = {tag: n for n, tag in enumerate(KINDS)}
    code = np.array([places.get(tag, len(KINDS)) for tag in tags])
    table |= zip((f"is_{tag}" for tag in KINDS), code == np.arange(len(KINDS))[:, None], strict=True)
    table["heading"] = np.array([_HEADINGS.get(tag, 0) for tag in tags])
    titles = " ".join(outline.text(i) for i in outline.all("title")[:1]).lower()
    heading = next((outline.text(i) for i in outline.all("h1")), titles).lower()
    both = titles + heading
    table["is_title"] = np.array([
        8 < len(run.text) <= len(both) and (low := run.text.lower()) in both and 1 + (low == heading) for run in runs])


def _looks(boxes: Boxes) -> tuple[Places, ...]:
    """Runs with the same tag and class, their own and of the element above; and with the same two classes above."""
    own = boxes.of_run
    above = boxes.parents[own]
    names, many = boxes.names, len(boxes.elements)
    near = (boxes.tags[own] * many + names[own]) * many + names[above]
    wide = names[above] * many + names[boxes.parents[above]]
    return np.unique(near, return_inverse=True)[1], np.unique(wide, return_inverse=True)[1]


def _ancestors(outline: Outline, boxes: Boxes, lexicon: Lexicon, table: Table) -> None:
    """What surrounds a run: kinds of elements, and the least, greatest, nearest and summed score of their names."""
    elements = boxes.elements.tolist()
    scores = np.array(lexicon.named([outline.names[i] for i in elements]))
    bits = {tag: 1 << n for n, tag in enumerate(INSIDE)}
    inside = np.array([bits.get(outline.tags[i], 0) for i in elements], np.int64)
    inside[boxes.held(_hidden(outline, elements))] |= 1 << len(INSIDE)
    at = boxes.of_run
    around = boxes.joined(inside, np.bitwise_or)[at]
    bit_of = np.arange(len(INSIDE) + 1)[:, None]
    table |= zip((f"in_{tag}" for tag in (*INSIDE, "hidden")), (around >> bit_of) & 1, strict=True)
    nearest, second = boxes.nearest(scores)
    own = scores.astype(np.float32)
    low, high = boxes.joined(np.array([own, -own]), np.minimum)
    columns = {"score_low": low, "score_high": -high,
               "score_sum": boxes.added(scores), "score_near": nearest, "score_second": second,
               "score_self": own, "score_parent": own[boxes.parents], "depth": boxes.depths}
    table |= {name: values[at].astype(np.float32) for name, values in columns.items()}


def _hidden(outline: Outline, elements: list[int]) -> list[int]:
    """Those of the elements that are not shown, as far as their own attributes tell."""
    return [i for i in elements if (told := outline.attributes[i]) and (
        "hidden" in told or told.get("aria-hidden") == "true"
        or ("none" in (style := told.get("style") or "") and "display" in style))]


def _containers(outline: Outline, boxes: Boxes, chars: Column, prose: Column, table: Table) -> npt.NDArray[np.float64]:
    """What else the boxes around a run hold; the characters and the prose in each box."""
    linked, held = table["links"] > 0.9, (boxes.last - boxes.first).astype(np.float64)
    leads = linked & (table["heading"] > 0)                        # headings that link: cards
    sums = boxes.sums(np.array([chars, prose, chars * table["links"], leads, linked], np.float32))
    all_chars = sums[0]
    shares = {
        "links": sums[2] / all_chars, "prose": sums[1] / all_chars,
        "leads": sums[3] / held, "link_runs": sums[4] / held,
        "pictures": _count(outline, boxes, "img", "picture", "svg") / held,
        "stamps": _count(outline, boxes, "time") / held,
        "buttons": _count(outline, boxes, "button", "input", "select", "textarea") / held,
        "share": all_chars / all_chars[0], "chars": np.log1p(all_chars), "runs": np.log1p(held),
    }
    up, stacked = boxes.of_run, np.array(list(shares.values()))
    for level in range(1, _LEVELS + 1):
        up = boxes.parents[up]
        for name, column in zip(shares, stacked.take(up, axis=1), strict=True):
            table[f"box_{name}_{level}"] = column
    for name in ("links", "prose", "chars"):
        table[f"page_{name}"] = shares[name][:1]
    return sums[:2]


def _count(outline: Outline, boxes: Boxes, *tags: str) -> npt.NDArray[np.float64]:
    """How many elements of these tags stand inside each box."""
    marks = np.zeros(len(outline.tags) + 1)
    for tag in tags:
        if tag in outline.by_tag:
            marks[np.array(outline.by_tag[tag]) + 1] = 1
    passed = marks.cumsum()
    counts: npt.NDArray[np.float64] = passed[boxes.ends] - passed[boxes.elements]
    return counts


def _best(boxes: Boxes, prose: Column, held: npt.NDArray[np.float64], table: Table) -> None:
    """The box that paragraphs vote for, with their length, half a vote to the box above; and where runs stand to it.

    `held`: the characters and the prose in each box.
    """
    mother = boxes.parents[boxes.of_run]
    votes = np.bincount(mother, prose, len(boxes.elements))
    votes += np.bincount(boxes.parents[mother], prose / 2, len(boxes.elements))
    best = int(votes.argmax())
    shared = np.zeros(len(boxes.elements))
    up, reached = best, (-1, -1)
    for near in range(12, 0, -1):
        if (reach := (int(boxes.first[up]), int(boxes.last[up]))) != reached:     # many boxes hold one and no text
            shared[(boxes.first >= reach[0]) & (boxes.last <= reach[1]) & (shared == 0)] = near
            reached = reach
        if up == boxes.parents[up]:
            break
        up = int(boxes.parents[up])
    (all_chars, all_prose), place = held, np.arange(boxes.runs)
    table |= {"near_best": shared[boxes.of_run], "vote_parent": votes[mother] / max(votes[best], 1),
              "past_best": _signed_log(place - boxes.last[best] + 1), "to_best": _signed_log(place - boxes.first[best]),
              "best_share": all_chars[best:best + 1] / all_chars[0],
              "best_prose": all_prose[best:best + 1] / all_chars[best]}


def _signed_log(values: npt.NDArray[np.integer]) -> Column:
    logs: Column = np.sign(values) * np.log1p(np.abs(values)).astype(np.float32)
    return logs


def _alike(boxes: Boxes, table: Table) -> None:
    """How many sisters look alike, of a run and of the boxes around it: cards and menus come in rows."""
    many = len(boxes.elements)
    _, kind, sisters = np.unique((boxes.parents * many + boxes.tags) * many + boxes.names,
                                 return_inverse=True, return_counts=True)
    count = np.log1p(sisters.astype(np.float32))[kind]
    up = boxes.of_run
    for level in range(4):
        table[f"alike_{level}"] = count[up]
        up = boxes.parents[up]


def _positions(outline: Outline, boxes: Boxes, chars: Column, table: Table) -> None:
    count = boxes.runs
    place = np.arange(count)
    passed = chars.cumsum()
    h1 = boxes.held(outline.all("h1")[:1])
    last_heading = np.maximum.accumulate(np.where(table["heading"] > 0, place, -1))
    prose = (chars > 100) & (table["ends"] > 0) & (table["links"] < 0.4)
    table |= {
        "place": place / count, "place_chars": passed / passed[-1], "place_end": np.log1p(count - place),
        "from_h1": _signed_log(place - (boxes.first[h1[0]] if len(h1) else 0)),
        "since_heading": np.log1p(np.minimum(place - last_heading, _FAR)),
        "since_prose": np.log1p(since(prose)), "until_prose": np.log1p(since(prose[::-1])[::-1]),
    }
    for name in ("said_mean", "said_low"):
        table[f"under_{name}"] = np.where(last_heading >= 0, table[name][last_heading], 0)


def since(marks: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    """How many runs ago the last marked one stood, 0 for itself, no more than a page's length of interest.

    Runs stand along the last axis.
    """
    place = np.arange(marks.shape[-1])
    last = np.maximum.accumulate(np.where(marks, place, -_FAR), axis=-1)
    return np.minimum(place - last, _FAR)


def _neighbours(boxes: Boxes, table: Table) -> None:
    mother, place = boxes.parents[boxes.of_run], np.arange(boxes.runs)
    for step in (-2, -1, 1, 2):
        at = place + step
        for name in ("chars", "links", "said_mean"):
            table[f"{name}{step:+d}"] = table[name].take(at, mode="clip")
        table[f"sister{step:+d}"] = mother.take(at, mode="clip") == mother
        table[f"score_step{step:+d}"] = table["score_sum"].take(at, mode="clip") - table["score_sum"]


def _page(outline: Outline, table: Table) -> None:
    """What the page as a whole looks like: the same value in each row."""
    kinds = [(attributes.get("content") or "").lower() for i in outline.by_tag.get("meta", ())
             if (attributes := outline.attributes[i]).get("property") == "og:type"]
    path = urlsplit(outline.document.url).path.strip("/")
    count = len(table["chars"])
    stated = sum(len(_ARTICLE_TYPE.findall(script)) for script in outline.json_ld)
    facts = {
        "ld_article": float(0 < stated < 3),                          # more are the entries of a list
        "og_article": float(kinds[:1] == ["article"]), "og_other": float(bool(kinds) and kinds[0] != "article"),
        "path_depth": path.count("/") + bool(path), "slug_hyphens": min(path.rsplit("/", 1)[-1].count("-"), 12),
        "runs": log1p(count), "longest": table["chars"].max(),
        "numbers": np.count_nonzero(table["digits"] > 0.3) / count,
    }
    for tag in ("article", "time", "form", "h1", "h2", "h3", "td", "li", "img", "input", "pre", "p"):
        facts[f"{tag}s"] = log1p(len(outline.by_tag.get(tag, ())))
    for name, value in facts.items():
        table[f"page_{name}"] = np.array(value, np.float32)           # one value for all rows
