"""What stands over advertisements and between paragraphs around them, in many languages, as data. Pure.

Phrases are separated by commas, in lower case. A phrase that ends in `*` may go on ("presented by*").
"""

from functools import cache, lru_cache
from typing import Literal

from crawler.parsing.furniture.words import Phrases, first_word, listed, phrases_of, squeezed

AdLabel = Literal["ad", "sponsored", "marker"]

# Labels of a slot. Each stands for one.
AD = """
advertisement, advertisements, advertising, advert, ad, ads, advertisment, advertisement scroll to continue reading,
advertisement - scroll to continue, advertisement scroll to continue, advertisement - story continues below,
advertisement story continues below, advertisement continue reading below, advertisement - continue reading below,
advertisement article continues below,
advertisement (scroll to continue reading), advertisement below, ad feedback, ad break, ad served by google,
ads by google, ads by taboola, advertise with us, remove ads, hide ad, skip ad, skip advertisement, close ad,
this ad will close in*, report this ad, report ad, why this ad, why am i seeing this ad, learn more about ads,
article continues after advertisement, article continues below advertisement, story continues below advertisement,
story continues after advertisement, continue reading below the advertisement, continue reading after the ad,
content continues after ad, article continues after ad, article continues below this ad,
story continues below this ad, after the ad, anzeige, anzeigen, werbung, werbeanzeige, reklame, - anzeige -,
weiter nach der anzeige, nach der anzeige weiterlesen, artikel geht nach der anzeige weiter, publicidad, anuncio,
anuncios, advertencia publicitaria, publicidade, anúncio, anúncios, continua após a publicidade,
continua depois da publicidade, publicité, publicités, annonce, annonces, la suite après la publicité,
la suite de l'article après la publicité, la suite après cette publicité, pubblicità, annuncio, annunci,
continua a leggere dopo la pubblicità, advertentie, advertenties, lees verder na de advertentie,
lees verder onder de advertentie, tekst gaat verder onder de advertentie, artikel gaat verder onder de advertentie,
annons, annonser, reklam, artikeln fortsätter efter annonsen, annonsørinnhold, artikkelen fortsetter under annonsen,
saken fortsetter under annonsen, artiklen fortsætter efter annoncen, artiklen fortsætter under annoncen, mainos,
mainokset, juttu jatkuu mainoksen jälkeen, artikkeli jatkuu mainoksen alla, auglýsing, auglýsingar, reklama, reklamy,
dalsza część artykułu pod reklamą, dalsza część tekstu pod reklamą, ciąg dalszy artykułu pod reklamą,
reklama pokračování článku, inzerce, článek pokračuje pod reklamou, pokračovanie článku pod reklamou, hirdetés,
a cikk a hirdetés után folytatódik, publicitate, continuarea după publicitate, reclamă, реклама, рекламный блок,
на правах рекламы, продолжение после рекламы, реклама. продолжение ниже, реклама на сайте, продовження після реклами,
оглас, огласи, oglas, oglasi, članak se nastavlja ispod oglasa, nastavak ispod oglasa, διαφήμιση, διαφημίσεις,
reklam alanı, ilan, haberin devamı reklamdan sonra, iklan, iklan - scroll untuk melanjutkan,
scroll to continue with content, lanjut membaca setelah iklan, quảng cáo, โฆษณา, विज्ञापन, বিজ্ঞাপন, 广告, 廣告,
广 告, 推广, 繼續閱讀, 文章繼續, 広告, 広告の後にも続きます, 広告のあとも記事が続きます, スポンサーリンク,
スポンサードリンク, pr, 광고, إعلان, إعلانات, اعلان, פרסומת, פרסומות, آگهی, تبلیغات, skelbimas, reklāma, reklaam,
publicitat, anunci, iragarkia, tangazo, реклама:, článek pokračuje pod inzercí, článek pokračuje pod reklamou,
la nota continúa debajo de la publicidad, la nota continúa después de la publicidad,
el artículo continúa después de la publicidad, sigue leyendo después de la publicidad,
continúa leyendo después del anuncio, a matéria continua após a publicidade, continua após publicidade,
a notícia continua após a publicidade, o artigo continua após a publicidade, continuar a ler após o anúncio,
l'article continue après la publicité, la suite après la pub, la suite après la publicité,
l'articolo continua dopo la pubblicità, continua dopo la pubblicità, continua dopo l'annuncio,
artikel wird nach der anzeige fortgesetzt, weiterlesen nach der anzeige, lesen sie nach der anzeige weiter,
artikel loopt door onder de advertentie, verder lezen na de advertentie, de tekst gaat verder onder deze advertentie,
tekst loopt door onder advertentie, fortsätt läsa efter annonsen, artikeln fortsätter under annonsen,
artikkelen fortsetter etter annonsen, saken fortsetter etter annonsen, artikkeli jatkuu mainoksen jälkeen,
reszta artykułu pod reklamą, ciąg dalszy pod reklamą, dalsza część artykułu pod materiałem reklamowym,
a cikk a hirdetés alatt folytatódik, articolul continuă după publicitate, reclama continuă mai jos,
читать далее после рекламы, статья продолжается после рекламы, haberin devamı reklamın altında,
reklamdan sonra devam ediyor, artikel berlanjut setelah iklan, lanjutkan membaca di bawah iklan,
gulir untuk lanjut membaca, gulir ke bawah untuk melanjutkan membaca, tiếp tục đọc sau quảng cáo,
το άρθρο συνεχίζεται μετά τη διαφήμιση, συνεχίζεται μετά τη διαφήμιση, يستمر المقال بعد الإعلان,
تابع القراءة بعد الإعلان, المقال مستمر بعد الإعلان, המשך הכתבה לאחר הפרסומת, 광고 후 계속, 広告の下に記事が続きます,
広告の下に本文が続きます, 广告之后继续阅读, 以下为广告, annonse, annonser, patalastas, اشتہار, اشتہارات, விளம்பரம்,
ప్రకటన, जाहिरात, જાહેરાત, ಜಾಹೀರಾತು, പരസ്യം, რეკლამა, գովազդ, жарнама, reklamë, hysbyseb, hysbysebion, fógra
"""

# Labels of content that somebody paid for: the box below goes with the label.
SPONSORED = """
sponsored, sponsored content*, sponsored by*, sponsored post*, sponsored links*, sponsored stories, sponsored message,
sponsored article, sponsor content*, sponsor message, sponsor, our sponsor*, from our sponsor*, from our sponsors*,
a message from our sponsor*, a word from our sponsor*, message from our sponsor*, thanks to our sponsor*,
presented by*, brought to you by*, in partnership with*, partner content*, paid content*, paid post*, paid program*,
paid partner content*, paid for by*, content provided by*, promoted, promoted by*, promoted content*,
promoted stories, promoted links, recommended by outbrain, recommended by taboola, powered by taboola,
powered by outbrain, you may like sponsored links by taboola, branded content*, advertorial*, advertiser content*,
native ad, affiliate link*, supported by*, gesponsert*, gesponserter inhalt*, gesponsorter inhalt, bezahlter inhalt,
bezahlte anzeige, präsentiert von*, in zusammenarbeit mit*, contenido patrocinado*, patrocinado*, contenido de marca,
presentado por*, contenu sponsorisé*, sponsorisé*, contenu partenaire*, présenté par*, proposé par*,
contenuto sponsorizzato*, sponsorizzato*, conteúdo patrocinado*, conteúdo de marca, patrocinado por*,
apresentado por*, gesponsord*, gesponsorde inhoud*, aangeboden door*, in samenwerking met*, sponsrat*,
betalt innhold*, sponset innhold*, sponsoreret*, kaupallinen yhteistyö*, materiał sponsorowany*,
artykuł sponsorowany*, sponzorovaný obsah*, komerční sdělení*, szponzorált tartalom*, támogatott tartalom,
conținut sponsorizat*, партнерский материал*, спонсорский материал*, спонсоровано*, sponsorlu içerik*, sponsorlu*,
محتوى ممول*, محتوى برعاية*, תוכן שיווקי*, תוכן ממומן*, 赞助内容*, 赞助商*, 贊助內容*, 贊助*, スポンサー,
スポンサードコンテンツ*, prコンテンツ, 提供*, 스폰서*, 협찬*
"""

# Words between paragraphs that only point over an ad; they count for no slot of their own.
MARKERS = """
story continues below, story continues, article continues below, article continues, continue reading below,
scroll to continue reading, scroll to continue, scroll down to continue reading, continues below,
continues after the jump, keep scrolling, read on below, the article continues below, der artikel geht weiter,
artikel geht unten weiter, lesen sie unten weiter, la suite ci-dessous, suite de l'article,
lire la suite de l'article, el artículo continúa, sigue leyendo abajo, continúa abajo, o artigo continua,
continua abaixo, l'articolo continua, continua sotto, artikel gaat verder, lees hieronder verder,
tekst gaat verder onder de foto, artikeln fortsätter, artikkelen fortsetter, artiklen fortsætter, juttu jatkuu,
artikkeli jatkuu, ciąg dalszy pod, dalsza część artykułu, dalsza część artykułu pod materiałem wideo,
dalsza część tekstu pod materiałem wideo, dalsza część artykułu pod wideo, dalsza część artykułu znajduje się poniżej,
článek pokračuje, продолжение ниже, статья продолжается,
продовження нижче, 文章继续, 文章未完, 記事の続き, 기사 계속
"""


_PLAIN = str.maketrans("\u2019\u2013\u2014", "'--")


@lru_cache(maxsize=1 << 12)
def ad_label(text: str) -> AdLabel | None:
    """Which label a piece of text is, None where it is none: a slot's, a paid box's, or a pointer over an ad.

    >>> ad_label("ADVERTISEMENT"), ad_label("[Sponsored]"), ad_label("Story continues below")
    ('ad', 'sponsored', 'marker')
    >>> ad_label("Advertisement \u2014 continue reading below")
    'ad'
    >>> ad_label("Advertising pays for half of all news") is None
    True
    """
    if len(text) > 80:
        return None
    labels = _labels()
    if not labels.may_open(first_word(text)):
        return None           # nearly all lines of a page end here
    label = squeezed(text.translate(_PLAIN))
    if label in labels.whole:
        return labels.whole[label]
    words = label.split()
    for count in range(min(len(words) - 1, 6), 0, -1):
        if (found := labels.opening.get(" ".join(words[:count]))) and len(words) - count <= 6:
            return found
    return None


def opens_label(word: str) -> bool:
    """Whether a line whose first word this is, as `first_word` has it, may be a label."""
    return _labels().may_open(word)


@cache
def _labels() -> Phrases[AdLabel]:
    return phrases_of((("ad", listed(AD)), ("sponsored", listed(SPONSORED)), ("marker", listed(MARKERS))))
