"""Outline and title -> the breadcrumb: the last step on the way from the home page to the page. Pure."""

import re
from collections.abc import Iterator

from crawler.parsing.dates.months import is_month
from crawler.parsing.furniture.addresses import key_of
from crawler.parsing.naming import numbers_named
from crawler.parsing.outline import Outline
from crawler.parsing.site import fold, is_home
from crawler.parsing.topics.label_text import AROUND, STEP, WHOLE, Label, is_label, is_trail
from crawler.parsing.topics.words import PAGE_ITSELF, TRAIL_LEAD

_MOST_BEFORE_TRAIL = 80       # lines of menus
_NO_STEPS = PAGE_ITSELF.union(                          # the page itself, and the languages it is read in
    "español english français deutsch português italiano nederlands 中文 العربية русский 日本語 한국어".split())
_FEW_WORDS, _MANY_SIGNS = 3, 14        # of a step that may be the title
_LARGEST_TRAIL = 60           # elements of a breadcrumb
_OPENS = 3                    # elements from a breadcrumb to its first list
_CRUMB_WORDS = ("crumb", "topicpath", "pankuzu", "rootline", "ariane", "kruimel", "brodsmul", "brodkrumm", "okruszk",
                "murupolku", "briciol")
_CRUMBS = re.compile("|".join(_CRUMB_WORDS).replace("crumb", "breadcrumb|crumbs|(?<![a-z])crumb(?![a-z])"))
_PLACE = re.compile(r"(?<![a-z])(?:location|position|navigator|navi-?path|path)(?![a-z])")     # such a box may hold one
_ONE_CRUMB, _FEWEST_STEPS = re.compile("(?<!bread)crumb(?!s)"), 2       # a trail called so, or a step of one
_SPOKEN_CRUMBS = re.compile(
    "crumb|you are here|brotkrum|brotkrüm|pfadnavigation|sie sind hier|fil d['’]ariane|vous êtes ici|migas|"
    "ruta de navegación|est[áa]s? (?:aquí|aqui)|briciol|kruimel|brödsmul|du är här|brødkrum|brødsmul|murupolku|"
    "okruszk|ścieżka nawig|drobečk|крошк|パンくず|面包屑|麵包屑|이동 ?경로", re.IGNORECASE)


def find_breadcrumb(outline: Outline, title: str, place: int) -> Iterator[Label]:
    """The last step of the breadcrumb that is neither the page itself nor the home page; `place` is the title's run."""
    spoken = [i for i in outline.all("nav") if _SPOKEN_CRUMBS.search(outline.attributes[i].get("aria-label") or "")]
    led = [run.element for run in outline.runs[:_MOST_BEFORE_TRAIL]
           if run.link_chars and (":" in run.text or "：" in run.text) and TRAIL_LEAD.match(run.text)]
    before = [run for run in outline.runs[:min(place, _MOST_BEFORE_TRAIL)] if run.link_chars]
    shaped = [run.element for run in before if is_trail(run.text) and outline.text(run.element) == run.text
              ] if STEP.search("\n".join([run.text for run in before])) else []
    placed = [i for i in numbers_named(outline, ("location", "position", "navi", "path"), _PLACE)
              if (first := next(iter(outline.all("a", within=i)), None)) is not None and is_home(outline.text(first))
              and outline.ends[i] - i < _LARGEST_TRAIL and outline.run_from(outline.starts[i]) < place]
    for i in (*numbers_named(outline, _CRUMB_WORDS, _CRUMBS), *spoken, *led, *shaped, *placed):
        trail, links = _first_trail(outline, i)
        if outline.tags[i] in WHOLE or (_ONE_CRUMB.search(outline.names[i]) and len(links) < _FEWEST_STEPS):
            continue
        steps = [(outline.text(j).strip(AROUND), j) for j in links if not outline.attributes[j].get("hreflang")
                 and (outline.attributes[j].get("href") or outline.attributes[j].get("aria-current") != "page")]
        last = _last_step(outline, trail, links)
        is_page = f"{fold(title)} ".startswith(f"{fold(last)} ")
        if links and not is_page and fold(last) not in {fold(text) for text, _ in steps}:
            steps.append((last, i))
        steps = [(text, j) for text, j in steps if is_label(text) and text.lower() not in _NO_STEPS
                 and not is_home(text) and not is_month(text) and not _says_title(fold(text), fold(title))
                 and not _is_page(outline, text, j)]
        if steps:
            alone = outline.text(i) == steps[0][0]
            above = place - outline.run_from(outline.starts[i]) == 1
            yield Label(steps[-1][0], steps[-1][1], "kicker" if alone and above else "breadcrumb")
            return


def _last_step(outline: Outline, i: int, links: list[int]) -> str:
    """The step of a trail that is no link: behind the last sign between steps, or behind the last link; "" for none."""
    if not links or outline.ends[i] - i >= _LARGEST_TRAIL:
        return ""
    text = outline.text(i)
    if STEP.search(text):
        return STEP.split(text)[-1]
    behind = outline.ends[links[-1]]
    buttons = outline.all("button", within=i)
    shown = (outline.text(j) for j in range(outline.ends[i] - 1, behind - 1, -1)
             if not any(outline.inside(j, button) for button in buttons))
    return next(filter(None, shown), "" if buttons else outline.between(outline.stops[links[-1]], outline.stops[i]))


def _first_trail(outline: Outline, i: int) -> tuple[int, list[int]]:
    """The element that holds the trail of a breadcrumb, and its links; of several lists the others are menus."""
    lists = [j for j in outline.all("ul", "ol", within=i) if outline.all("a", within=j)]
    opens = bool(lists) and lists[0] - i <= _OPENS and any(not outline.inside(j, lists[0]) for j in lists)
    trail = lists[0] if opens else i
    return trail, outline.all("a", within=trail)


def _is_page(outline: Outline, step: str, i: int) -> bool:
    """Whether a step of the breadcrumb leads to the page, or is its address in words: "puppy-training-basics"."""
    here, href = outline.document.url, outline.attributes[i].get("href")
    if outline.tags[i] == "a" and href is not None:
        url = outline.document.absolute(href)
        return href.strip() in ("", "#") or (url is not None and key_of(url) == key_of(here))
    return fold(step) == fold(here.rstrip("/").rpartition("/")[2])


def _says_title(step: str, title: str) -> bool:
    """Whether a step of the breadcrumb is the page itself: its title, or most of it."""
    many = len(step.split()) > _FEW_WORDS or (not step.isascii() and len(step) > _MANY_SIGNS)       # 離島における…
    return step == title or (many and (title in step or set(step.split()) <= set(title.split())))
