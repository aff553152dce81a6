"""What a heading announces: publications that go with this one, popular ones, or something else. Pure.

In: a heading as written. Out: the kind of list below it. The phrases stand in `related_headings` and
`popular_headings`; here stand those that sound alike but announce no publications.
"""

from functools import cache, lru_cache
from typing import Literal

from crawler.parsing.furniture.popular_headings import POPULAR
from crawler.parsing.furniture.related_headings import RELATED
from crawler.parsing.furniture.words import Phrases, first_word, phrases_of, squeezed

ListKind = Literal["related", "popular", "other"]

OTHER = """
    related topics*, related tags*, related categories*, related terms*, related subjects*, related people*,
    related experts*, related authors*, related programs*, related programmes*, related products*,
    related services*, related departments*, related organizations*, related organisations*, related events*,
    explore the topic*, explore topics*, explore this topic*,
    related companies*, related locations*, related conditions*, related searches*, related keywords*,
    related sites*, related jobs*, related courses*, related centers*, related faculty*, related staff*,
    related pages in this section*, more topics*, more information, more from us, popular topics*, popular tags*,
    popular categories*, popular searches*, trending topics*, trending searches*, hot topics*, topics*, tags*,
    categories*, featured events*, upcoming events*, more events*, latest tweets*, latest jobs*, latest comments*,
    recent comments*, latest videos*, recent tweets*, news categories*, news & events, news and events,
    recommended citation*, recommended browsers*, suggested citation*, further information*, latest issue*,
    current issue*, new here, new user*, new password*, new search*, more options*, more actions*, more languages*,
    more services*, read more on our site, more ways*, more to know about us, verwandte themen*, ähnliche themen*,
    themen*, schlagwörter*, schlagworte*, weitere informationen, weitere infos, neue kommentare*,
    neueste kommentare*, letzte kommentare*, temas relacionados*, etiquetas relacionadas*, etiquetas*,
    comentarios recientes*, temas*, tópicos relacionados*, assuntos relacionados*, tópicos*, comentários recentes*,
    thèmes associés*, thématiques associées*, sujets associés*, mots-clés*, mots clés*, commentaires récents*,
    argomenti correlati*, temi correlati*, argomenti*, commenti recenti*, gerelateerde onderwerpen*, onderwerpen*,
    recente reacties*, powiązane tematy*, tematy*, najnowsze komentarze*, související témata*, témata*,
    nejnovější komentáře*, свежие комментарии*, последние комментарии*, темы*, теги*, связанные темы*,
    ilgili konular*, ilgili etiketler*, son yorumlar*, 相关标签*, 相关专题*, 相关话题*, 最新评论*, 関連キーワード*,
    関連タグ*, 関連トピック*, 関連テーマ*, 最近のコメント*, 관련 키워드*, 관련 태그*, 관련태그*, 최근 댓글*,
    المواضيع*, الوسوم*, أحدث التعليقات*, relaterade ämnen*, ämnen*, relaterte emner*, emner*, relaterede emner*,
    relacionados con esta norma, новости партнёров*, новости партнеров*, новини партнерів*
"""
_LONGEST = 90                    # characters of a heading
_WORDS_AFTER = 6                 # "More about the levy on carbon at the border"
_WORDS_AFTER_ONE_WORD = 2        # "Popular in Europe" is a heading, "Popular unrest spreads in the south" a headline
_MOST_WORDS = 9                   # of a phrase
_MOST_DENSE = 14                 # characters of a phrase, and after it, in scripts without spaces
_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")


@lru_cache(maxsize=1 << 12)
def list_kind(heading: str) -> ListKind | None:
    """What kind of list this heading announces; None where it announces none.

    >>> list_kind("Related Articles"), list_kind("MEISTGELESEN:"), list_kind("Related topics")
    ('related', 'popular', 'other')
    >>> list_kind("More on tariffs"), list_kind("Tariffs rise")
    ('related', None)
    """
    if len(heading) > _LONGEST:
        return None
    headings = _headings()
    if not headings.may_open(first_word(heading)):
        return None           # nearly all lines of a page end here
    text, opening = squeezed(heading.translate(_APOSTROPHES)), headings.opening
    if text in headings.whole:
        return headings.whole[text]
    if text and _dense(text[0]):
        return next((opening[text[:stop]] for stop in range(min(len(text), _MOST_DENSE), 1, -1)
                     if text[:stop] in opening and len(text) - stop <= _MOST_DENSE), None)
    words = text.split()
    for count in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        kind = opening.get(" ".join(words[:count]).rstrip(":,-–—"))
        most = _WORDS_AFTER if count > 1 else _WORDS_AFTER_ONE_WORD
        if kind and len(words) - count <= most and heading[-1] not in ".!":
            return kind
    return None


def opens_heading(word: str) -> bool:
    """Whether a line whose first word this is, as `first_word` has it, may announce a list."""
    return _headings().may_open(word)


def _dense(letter: str) -> bool:
    """Whether the script puts no space between words, so that a phrase may go on at once."""
    return letter >= "\u3000" or "\u0e00" <= letter <= "\u0e7f"


@cache
def _headings() -> Phrases[ListKind]:
    tables: list[tuple[ListKind, str]] = [("other", OTHER)]
    tables += [("related", table) for table in RELATED.values()]
    tables += [("popular", table) for table in POPULAR.values()]
    return phrases_of((kind, table.translate(_APOSTROPHES)) for kind, table in tables)
