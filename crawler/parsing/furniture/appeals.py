"""Grounds -> lines and small boxes that ask for money, membership or a subscription, by words alone. Pure.

No form and no class name tells them: a sentence that opens with the request ("Donate", "Sign up for our newsletter")
and a link to where the publisher takes it. A paragraph that reports on donations asks nobody.
"""

import re
from bisect import bisect_left
from itertools import islice

from crawler.parsing.address import publisher_host
from crawler.parsing.furniture import words
from crawler.parsing.furniture.page import PAGE_PARTS, Grounds
from crawler.parsing.outline import Run

# What the address says of the place where such requests are met; a folder or a host of its own.
_ADDRESS = re.compile(
    r"[/._=-](?:donat\w*|dona|donar|don|dons|donner|doar|doacao|doacoes|give|giving|support-(?:us|our-work)|contribute|"
    r"subscri\w*|newsletters?|e?mail-?(?:alerts?|signup)|membership|members?|become-a-member|join-?us|spende\w*|"
    r"unterst(?:ue|ü)tz\w*|foerder\w*|mitglied\w*|abo|abonn\w*|soutenir|soutenez|adherer|adhesion|infolettre|lettre|"
    r"suscri\w*|boletin\w*|socios?|apoie|apoiar|apoya|assin\w*|iscri\w*|abbona\w*|sostieni\w*|steun\w*|doneer|"
    r"nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|lahjoita|prenumer\w*|wspieraj|wesprzyj|podpor\w*|pozhertv\w*|"
    r"podpis\w*|rassylk\w*|bagis|abone|kifu|mailmagazine|mailmag|huwon|dingyue|juankuan)(?![a-z])", re.IGNORECASE)
# How such a sentence begins.
_ACTIONS = """
donate, give now, give today, make a donation, make a gift, make a contribution, contribute, chip in, support us,
support our, support independent, help us, become a member, become a supporter, become a patron, become a subscriber,
join us, join now, join today, join our, subscribe, sign up, get our, receive our, never miss, please consider,
please donate, please support, if you enjoyed, if you value, if you found, if you like, enjoyed this,
spenden, spende, jetzt spenden, hier spenden, unterstützen sie, unterstütze uns, jetzt unterstützen, abonnieren,
abonnieren sie, jetzt abonnieren, newsletter abonnieren, jetzt anmelden, hier anmelden, melden sie sich,
zum newsletter anmelden, mitglied werden, werden sie mitglied, jetzt mitglied werden, fördermitglied werden,
faire un don, faites un don, je donne, donnez, soutenez, soutenir, je soutiens, s'abonner, abonnez-vous, je m'abonne,
inscrivez-vous, s'inscrire, je m'inscris, adhérer, adhérez, devenez membre, devenir membre, recevez,
dona, donar, done, haz una donación, haga una donación, hacer una donación, apoya, apoye, apóyanos, suscríbete,
suscríbase, suscribirse, suscribirme, hazte socio, hazte socia, hazte miembro, únete, inscríbete, recibe,
doe, doar, faça uma doação, apoie, apoiar, assine, assinar, subscreva, subscrever, inscreva-se, cadastre-se, receba,
seja membro, seja assinante, torne-se, fai una donazione, sostieni, sostienici, iscriviti, abbonati, diventa socio,
doneer, doneer nu, steun, steun ons, word lid, schrijf je in, schrijf u in, abonneer, meld je aan, stöd oss, skänk,
bli medlem, prenumerera, støt os, bliv medlem, tilmeld dig, støtt oss, meld deg på, lahjoita, liity, tilaa, wesprzyj,
wspieraj, zapisz się, subskrybuj, dołącz do, podpořte, přispějte, přihlaste se, сделать пожертвование, пожертвовать,
пожертвуйте, поддержать, поддержите, подписаться, подпишитесь, оформить подписку, стать членом, підтримати,
підтримайте, підписатися, підпишіться, bağış yap, bağış yapın, destek ol, abone ol, abone olun, üye ol, تبرع, تبرعوا,
تبرّع, ادعم, ادعموا, ادعمنا, اشترك, اشتركوا, انضم, انضموا, תרמו, הצטרפו, הירשמו, दान करें, दान दें, सहयोग करें,
समर्थन करें, सदस्यता लें, सदस्य बनें, सब्सक्राइब करें, 捐款, 立即捐款, 捐助, 支持我们, 支持我們, 订阅, 訂閱, 立即订阅,
立即訂閱, 加入我们, 加入我們, 成为会员, 成為會員, 寄付する, 寄付, ご寄付, 登録, 無料登録, 購読, 会員になる,
メルマガ登録, 후원하기, 후원, 기부하기, 구독하기, 구독, 뉴스레터 구독
"""
_SENTENCE = re.compile(r"[.!?…:]\s+|[。！？：।؟]\s*")
_NO_LINES = frozenset("li td th dt dd figcaption caption pre label button".split())
_MOST_LINE = 320              # characters of a line that asks
_MOST_BOX = 450
_MOST_BESIDE = 110            # characters of another line in the box: "Get our weekly briefing in your inbox."
_MOST_LINES = 5
_MOST_CLIMB = 3


def find_appeals(grounds: Grounds) -> list[int]:
    """The lines in and below the text that ask, each with the small box around it, outside lists and tables."""
    outline, own = grounds.outline, publisher_host(grounds.own)
    body = grounds.body[0]
    first, stop = bisect_left(grounds.anchors, (body,)), outline.ends[max(outline.parents[body], 0)]
    found = []
    for i, target in islice(grounds.anchors, first, None):
        if i >= stop:
            break
        if not _ADDRESS.search(target.url) or publisher_host(target.url) != own or grounds.is_chrome(i):
            continue
        run = grounds.run_of(i)
        if run and len(run.text) <= _MOST_LINE and outline.tags[run.element] not in _NO_LINES and _asks(
                grounds, run, i):
            found.append(_box_of(grounds, run))
    return found


def _asks(grounds: Grounds, run: Run, i: int) -> bool:
    """Whether the sentence that the link stands in opens with a request."""
    outline = grounds.outline
    before = outline.between(run.start, outline.starts[i])
    opening = _SENTENCE.split(f"{before} ")[-1]
    return words.begins(_ACTIONS, words.squeezed(f"{opening} {grounds.text(i)}"))


def _box_of(grounds: Grounds, run: Run) -> int:
    """The widest small element around the line in which no other line is long, the line's own at least."""
    outline = grounds.outline
    body, last = grounds.body
    box = run.element
    for above in outline.ancestors(box)[:_MOST_CLIMB]:
        if outline.tags[above] in PAGE_PARTS or outline.inside(body, above) or outline.inside(last, above) or \
                grounds.chars(above) > _MOST_BOX or grounds.lines_in(above) > _MOST_LINES:
            break
        if any(len(line.text) > _MOST_BESIDE and line != run for line in grounds.runs_in(above)):
            break
        box = above
    return box
