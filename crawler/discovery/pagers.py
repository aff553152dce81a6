"""What a link says -> whether it leads to a further page of a list. Pure.

To take another link for one costs little: it is fetched a little later, and is no step away from the start.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

# "next", "older", "more" as publishers write them under a list; compared without case and arrows.
NEXT_WORDS = frozenset("""
next results|next entries|next items|next posts
|next|next page|older|older posts|older entries|older articles|previous entries|more|load more
|show more|view more|see more|more results|more articles|more news|show all|suivant|suivante
|page suivante|plus ancien|plus anciens|afficher plus|voir plus|charger plus|siguiente|siguientes
|página siguiente|más|ver más|cargar más|anteriores|entradas antiguas|más antiguos|weiter|nächste
|nächste seite|vorwärts|ältere|ältere beiträge|mehr|mehr laden|mehr anzeigen|successivo|successiva
|pagina successiva|avanti|più vecchi|carica altro|mostra altro|altri|volgende|volgende pagina|ouder
|oudere|meer|meer laden|toon meer|próximo|próxima|próxima página|seguinte|mais antigos|carregar mais
|ver mais|nästa|nästa sida|äldre|visa fler|neste|næste|neste side|næste side|eldre|ældre|vis flere
|vis mer|seuraava|vanhemmat|lisää|näytä lisää|következő|régebbi|tovább|następna|następne|starsze
|dalej|więcej|další|starší|následující|zobrazit více|ďalšie|ďalšia|staršie|înainte|următoarea
|următor|mai vechi|следваща|по-стари|далее|следующая|вперёд|вперед|старые|ещё|показать ещё|наступна
|далі|старіші|επόμενη|επόμενο|παλαιότερα|περισσότερα|sonraki|sonraki sayfa|daha eski|eski|daha fazla
|التالي|التالية|المزيد|الأقدم|הבא|הקודמים|עוד|بعدی|अगला|और|পরবর্তী|次|次へ|次のページ|もっと見る
|下一页|下一頁|下页|更多|다음|더보기|selanjutnya|berikutnya|seterusnya|tiếp|trang sau|tiếp theo
|xem thêm|ถัดไป
""".replace("\n", "").split("|"))
# What stands before the number of a page, where the number alone would do.
PAGE_WORDS = frozenset("""
page|go to page|to page|seite|zur seite|página|ir a la página|pagina|vai a pagina|aller à la page|page n°|sida|side|sivu
|strona|strana|stránka|oldal|страница|стр|сторінка|σελίδα|sayfa|الصفحة|صفحة|עמוד|ページ|页|第|trang|halaman
""".replace("\n", "").split("|"))
MOST_SAID = 60                     # characters of a link's text; a longer one is a card
MOST_PAGES = 1899                  # a number beyond it is a year
_ARROWS = " \t\r\n\xa0«»‹›<>→←⟩⟶▶►…·.:|»"
_FORWARD = frozenset(" \xa0»›>→⟩⟶▶►❯")
_SPACE = re.compile(r"\s+")
_NUMBERS = re.compile(r"[\s(\[]*\d+[\s)\]]*")
_FORWARD_CLASS = re.compile(r"(?:^|[\s_-])(?:next|older)(?:$|[\s_-])", re.IGNORECASE)


def leads_further(anchor: Mapping[str, str], said: str) -> bool:
    """Whether an anchor with these attributes and this text leads to a further page of a list.

    >>> leads_further({"href": "/list-3"}, "3"), leads_further({"class": "pager-next", "href": "/b"}, "")
    (True, True)
    >>> leads_further({"href": "/papers/steel#note-3"}, "3"), leads_further({"href": "/list?of=2019"}, "2019")
    (False, False)
    """
    for text in (said, anchor.get("aria-label"), anchor.get("title")):
        if text is not None and len(text) < MOST_SAID and _says_further(text):
            return "#" not in anchor.get("href", "") or not said.strip().isdecimal()
    return not said.strip(_ARROWS) and _FORWARD_CLASS.search(anchor.get("class") or "") is not None


@lru_cache(maxsize=1 << 12)           # menus say the same on every page
def _says_further(said: str) -> bool:
    words = _SPACE.sub(" ", said).strip(_ARROWS).lower()
    if not words:
        return bool(said.strip()) and _FORWARD.issuperset(said)
    if words.isdecimal():
        return 1 < int(words) <= MOST_PAGES
    plain = _NUMBERS.sub(" ", words).strip(_ARROWS)
    return words in NEXT_WORDS or (plain != words and (plain in NEXT_WORDS or plain in PAGE_WORDS))
