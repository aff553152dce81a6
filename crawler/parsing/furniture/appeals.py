"""Grounds -> lines and small boxes that ask for money, membership or a subscription, and calls to action. Pure.

No form and no class name tells them: a sentence that opens with the request ("Donate", "Sign up for our newsletter")
and a link to where the publisher takes it. A paragraph that reports on donations asks nobody.
"""

import re
from bisect import bisect_left
from itertools import islice

from crawler.parsing.furniture import words
from crawler.parsing.furniture.page import Grounds
from crawler.parsing.outline import Run
from crawler.parsing.publisher import publisher_host

# What the address, in small letters, says of the place where such requests are met; a folder or a host of its own.
_ADDRESS = re.compile(
    r"[/._=-](?:donat\w*|dona|donar|don|dons|donner|doar|doacao|doacoes|give|giving|support-(?:us|our-work)|contribute|"
    r"subscri\w*|newsletters?|e?mail-?(?:alerts?|signup)|membership|members?|become-a-member|join-?us|spende\w*|"
    r"unterst(?:ue|ü)tz\w*|foerder\w*|mitglied\w*|abo|abonn\w*|soutenir|soutenez|adherer|adhesion|infolettre|lettre|"
    r"suscri\w*|boletin\w*|socios?|apoie|apoiar|apoya|assin\w*|iscri\w*|abbona\w*|sostieni\w*|steun\w*|doneer|"
    r"nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|lahjoita|prenumer\w*|wspieraj|wesprzyj|podpor\w*|pozhertv\w*|"
    r"podpis\w*|rassylk\w*|bagis|abone|daruj\w*|darovat|"
    r"prispe\w*|tamogat\w*|doneaz\w*|sustine\w*|doniraj|donacij\w*|stott?|"
    r"kifu|mailmagazine|mailmag|huwon|dingyue|juankuan)(?![a-z])")
_CALL = re.compile(r"(?<![a-z])cta(?![a-z])|call-?to-?action|(?<![a-z])banner|banner(?![a-z])")
_SENTENCE = re.compile(r"[.!?…:]\s+|[。！？：।؟]\s*")
_NO_LINES = frozenset("li td th dt dd figcaption caption pre label button".split())
_MOST_LINE = 320              # characters of a line that asks
_MOST_BOX = 450
_MOST_BESIDE = 110            # characters of another line in the box: "Get our weekly briefing in your inbox."
_MOST_LINES = 5
_MOST_CLIMB = 3
_LONGEST_CALL = 60            # characters of its button


def find_appeals(grounds: Grounds) -> list[int]:
    """The lines in and below the text that ask, each with the small box around it, outside lists and tables."""
    outline, own = grounds.outline, publisher_host(grounds.own)
    body = grounds.body[0]
    first, stop = bisect_left(grounds.anchors, (body,)), outline.ends[max(outline.parents[body], 0)]
    found = []
    for i, target in islice(grounds.anchors, first, None):
        if i >= stop:
            break
        if not _ADDRESS.search(target.url.lower()) or publisher_host(target.url) != own or grounds.is_chrome(i):
            continue
        run = outline.run_of(i)
        if run and len(run.text) <= _MOST_LINE and outline.tags[run.element] not in _NO_LINES and _asks(
                grounds, run, i):
            found.append(_box_of(grounds, run))
    return found


def find_calls(grounds: Grounds) -> list[int]:
    """The small boxes amid the text that are called so, of lines and a link that leads on: "Talk to an expert"."""
    outline, (body, last) = grounds.outline, grounds.body
    return [i for i in range(body + 1, last) if (name := outline.names[i])
            and ("cta" in name or "banner" in name or "action" in name) and _CALL.search(name)
            and _NO_LINES.isdisjoint(outline.tags[above] for above in (i, *outline.ancestors(i, _MOST_CLIMB)))
            and grounds.is_small_box(i, _MOST_BOX, _MOST_LINES) and _leads_on(grounds, i)]


def _leads_on(grounds: Grounds, i: int) -> bool:
    """Whether the last line of a box of several is a short link, or the one line of a `cta` holds one."""
    runs = grounds.outline.runs_in(i)
    if len(runs) == 1:
        return "cta" in grounds.outline.names[i] and runs[0].link_chars > 0
    return len(runs) > 1 and runs[-1].link_chars >= len(runs[-1].text) <= _LONGEST_CALL


def _asks(grounds: Grounds, run: Run, i: int) -> bool:
    """Whether the sentence that the link stands in opens with a request."""
    outline = grounds.outline
    before = outline.between(run.start, outline.starts[i])
    opening = _SENTENCE.split(f"{before} ")[-1]
    return words.begins("appeal", words.squeezed(f"{opening} {grounds.text(i)}"))


def _box_of(grounds: Grounds, run: Run) -> int:
    """The widest small element around the line in which no other line is long, the line's own at least."""
    return grounds.widest(run.element, lambda above: grounds.is_small_box(above, _MOST_BOX, _MOST_LINES) and all(
        len(line.text) <= _MOST_BESIDE or line == run for line in grounds.outline.runs_in(above)), _MOST_CLIMB)
