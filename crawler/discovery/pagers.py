"""What a link says -> whether it leads to a further page of a list. Pure.

To take another link for one costs little: it is fetched a little later, and is no step away from the start.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

# "more" and "next", "older" as publishers write them under a list; compared without case and arrows.
MORE_WORDS = frozenset("""
more|load more|show more|view more|see more|more results|more articles|more news|show all|afficher plus|voir plus
|charger plus|más|ver más|cargar más|mehr|mehr laden|mehr anzeigen|carica altro|mostra altro|altri|meer|meer laden
|toon meer|carregar mais|ver mais|visa fler|vis flere|vis mer|lisää|näytä lisää|więcej|zobrazit více|ещё
|показать ещё|περισσότερα|daha fazla|المزيد|עוד|もっと見る|更多|더보기|xem thêm|load more results|load more articles
|load more posts|load more news|show more results|charger la suite|mostrar más|mostrar mais|weitere laden
|weitere anzeigen|weitere artikel|pokaż więcej|załaduj więcej|načíst další|показать больше|загрузить ещё
|показати більше|завантажити ще|daha fazla göster|daha fazla yükle|عرض المزيد|تحميل المزيد|טען עוד|さらに表示
|加载更多|載入更多|查看更多|muat lebih banyak|lihat lainnya
""".replace("\n", "").split("|"))
NEXT_WORDS = MORE_WORDS | frozenset("""
next results|next entries|next items|next posts
|next|next page|older|older posts|older entries|older articles|previous entries|suivant|suivante
|page suivante|plus ancien|plus anciens|siguiente|siguientes
|página siguiente|anteriores|entradas antiguas|más antiguos|weiter|nächste
|nächste seite|vorwärts|ältere|ältere beiträge|successivo|successiva
|pagina successiva|avanti|più vecchi|volgende|volgende pagina|ouder
|oudere|próximo|próxima|próxima página|seguinte|mais antigos
|nästa|nästa sida|äldre|neste|næste|neste side|næste side|eldre|ældre
|seuraava|vanhemmat|következő|régebbi|tovább|następna|następne|starsze
|dalej|další|starší|následující|ďalšie|ďalšia|staršie|înainte|următoarea
|următor|mai vechi|следваща|по-стари|далее|следующая|вперёд|вперед|старые|наступна
|далі|старіші|επόμενη|επόμενο|παλαιότερα|sonraki|sonraki sayfa|daha eski|eski
|التالي|التالية|الأقدم|הבא|הקודמים|بعدی|अगला|और|পরবর্তী|次|次へ|次のページ
|下一页|下一頁|下页|다음|selanjutnya|berikutnya|seterusnya|tiếp|trang sau|tiếp theo
|ถัดไป
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
    for text in (said, anchor.get("aria-label"), anchor.get("title")) if len(anchor) > 1 else (said,):
        if text is not None and len(text) < MOST_SAID and _says_further(text):
            return "#" not in anchor.get("href", "") or not said.strip().isdecimal()
    css = anchor.get("class")
    return css is not None and not said.strip(_ARROWS) and _FORWARD_CLASS.search(css) is not None


@lru_cache(maxsize=1 << 12)           # menus say the same on every page
def _says_further(said: str) -> bool:
    words = _SPACE.sub(" ", said).strip(_ARROWS).lower()
    if not words:
        return bool(said.strip()) and _FORWARD.issuperset(said)
    if words.isdecimal():
        return 1 < int(words) <= MOST_PAGES
    plain = _NUMBERS.sub(" ", words).strip(_ARROWS)
    return words in NEXT_WORDS or (plain != words and (plain in NEXT_WORDS or plain in PAGE_WORDS))
