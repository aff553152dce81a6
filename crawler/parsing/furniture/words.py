"""Words on buttons and links, in many languages, as data: share, follow, print, copy, mail, read more. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, TypeVar

_Kind = TypeVar("_Kind")

# "Share", as the first or last word of a label or alone on a button.
SHARE = """
share, sharing, share this, share on, share via, share article, share this article, share this page, teilen,
weiterempfehlen, artikel teilen, compartir, comparte, compártelo, partager, partagez, condividi, condividere,
compartilhar, compartilhe, partilhar, partilhe, delen, deel, deel dit, dela, del artikkel, del på, jaa, jaa artikkeli,
udostępnij, podziel się, sdílet, sdílejte, zdieľať, zdieľaj, megosztás, megosztom, oszd meg, поделиться, поделитесь,
поділитися, поширити, сподели, споделяне, podijeli, podeli, deli, подели, distribuie, distribuiți, κοινοποίηση,
μοιραστείτε, paylaş, paylaşın, bagikan, kongsi, chia sẻ, 分享, 分享到, 分享至, 转发, シェア, シェアする, 共有,
共有する, 공유, 공유하기, مشاركة, شارك, شاركها, שתף, שתפו, שיתוף, اشتراک گذاری, به اشتراک بگذارید, แชร์, साझा करें,
शेयर करें, शेयर, শেয়ার করুন, dalintis, dalīties, jaga, deila, comparteix, compartir en, partekatu, rhannu, shiriki,
ibahagi
"""

# Words that make a link a profile and not a share.
FOLLOW = """
follow, following, follow us, find us, join us, connect with us, connect, stay connected, subscribe, like us,
our channels, folgen, folge uns, folgen sie uns, síguenos, seguir, suivez, suivez-nous, suivre, seguici, segui, siga,
siga-nos, segue-nos, volg, volg ons, följ, følg, seuraa, obserwuj, śledź nas, sledujte, kövess, kövessen,
подписывайтесь, подписаться, подпишитесь, читайте нас, стежте, последвайте, urmărește, ακολουθήστε, takip et, ikuti,
theo dõi, 关注, 關注, 追蹤, フォロー, 팔로우, 구독, تابعنا, تابعونا, עקבו, ติดตาม, फ़ॉलो
"""

PRINT = """
print, print this, print page, print this page, print article, print this article, print version, printer friendly,
printer-friendly, printer friendly version, print friendly, drucken, seite drucken, artikel drucken, druckversion,
druckansicht, ausdrucken, imprimir, imprimir artículo, imprimer, imprimer cette page, imprimer l'article,
version imprimable, stampa, stampare, stampa articolo, afdrukken, printen, print pagina, skriv ut, udskriv, prenta,
tulosta, drukuj, wydrukuj, tisk, tisknout, vytisknout, vytlačiť, tlač, nyomtatás, nyomtat, печать, распечатать,
версия для печати, друк, друкувати, роздрукувати, печат, отпечатай, принтирай, ispiši, ispis, štampaj, natisni,
tipărește, imprimă, εκτύπωση, yazdır, cetak, in bài, in trang, 打印, 列印, 印刷, 印刷する, 인쇄, 인쇄하기, 프린트,
طباعة, اطبع, הדפסה, הדפס, چاپ, พิมพ์, प्रिंट, spausdinti, drukāt, prindi, imprimeix, inprimatu
"""

COPY = """
copier dans le presse-papier, copier dans le presse-papiers, copiar para área de transferência,
copiar para a área de transferência, copiar al portapapeles, in die zwischenablage kopieren, in zwischenablage kopieren,
kopiëren naar klembord, copia negli appunti, skopiuj do schowka, kopiera till urklipp, kopier til utklippstavle,
kopier til udklipsholder, kopioi leikepöydälle, kopírovat do schránky, panoya kopyala, скопировать в буфер обмена,
share link, share via link, share the link, link teilen, per link teilen, partager le lien, partager via un lien,
compartir enlace, compartilhar link, condividi link, deel link, deel via link, dela länk, dela via länk, del lenke,
udostępnij link, bağlantıyı paylaş,
copy link, copy the link, copy url, copy article link, copy link to clipboard, copy page link, copy to clipboard,
copy page url, copy address, get link, copied, link copied, link kopieren, url kopieren, artikellink kopieren,
kopiere link, copiar enlace, copiar url, copiar el enlace, copiar link, copiar vínculo, copier le lien, copier l'url,
copier lien, copier l'adresse, copia link, copia il link, copia url, copia collegamento, copiar ligação,
copiar hiperligação,
link kopiëren, kopieer link, kopieer de link, kopiera länk, kopiera länken, kopier lenke, kopier link, kopioi linkki,
kopiuj link, skopiuj link, kopírovat odkaz, zkopírovat odkaz, kopíruj odkaz, kopírovať odkaz, link másolása,
hivatkozás másolása, скопировать ссылку,
копировать ссылку, скопіювати посилання, копирай линка, kopiraj link, kopiraj poveznicu, copiază link, copiază linkul,
copiați linkul, kopiér link, kopiér linket, kopier linket,
αντιγραφή συνδέσμου, αντιγραφή, bağlantıyı kopyala, linki kopyala, salin tautan, salin link, sao chép liên kết,
copy đường dẫn, 复制链接, 複製連結, 複製網址, リンクをコピー, urlをコピー, コピー, 링크 복사, 링크복사, url 복사,
url복사, 기사url복사, 기사 url 복사, 주소 복사,
주소복사, نسخ الرابط, انسخ الرابط, העתק קישור, העתקת קישור, کپی لینک, คัดลอกลิงก์, लिंक कॉपी करें, kopijuoti nuorodą,
kopēt saiti, kopeeri link
"""

EMAIL = """
email, e-mail, mail, mailto, email this, email this page, email article, email this article, email a friend,
email to a friend, send email, send by email, send this page, send to a friend, by email, via email, share via email,
share by email, per e-mail, per mail, mailen, per e-mail senden, versenden, artikel versenden, weiterempfehlen,
correo, correo electrónico, enviar por correo, enviar por email, e-mailen, courriel, par e-mail, par email, par mail,
par courriel, envoyer par mail, envoyer par e-mail, envoyer à un ami, invia per email, invia via mail,
enviar por e-mail, mejla, e-post, e-posta, epost, send på mail, sähköposti, sähköpostilla, wyślij mailem, e-mailem,
wyślij e-mail, poslat e-mailem, elküldöm e-mailben, по почте, эл. почта, отправить по почте, електронна пошта, имейл,
επιστολή, e-posta ile gönder, surel, thư điện tử, 电子邮件, 邮件, 電郵, 電子郵件, メール, メールで送る, 이메일, 메일,
بريد إلكتروني, البريد الإلكتروني, דוא"ל, אימייל, ایمیل, อีเมล, ईमेल, el. paštu, e-pasts,
пошта, поштою, на пошту, електронною поштою, почтой, на почту, بالبريد الإلكتروني, عبر البريد, البريد, ارسال به ایمیل,
במייל, באימייל, מייל, שלחו במייל, mail ile gönder, kirim email, gửi email, gửi mail, メールする, 通过邮件发送
"""

# What a link to a publication says beside its headline.
MORE = """
read, read more, read now, read on, read article, read the article, read story, read the story, read full article,
read the full article, read full story, read the full story, read post, read the post, read the report, learn more,
find out more, more, view, view more, view all, view article, view post, see more, see all, see details, full story,
details, continue reading, keep reading, click here, go to article, open, discover, explore, download, watch,
watch now, listen, listen now, image, photo, video, gallery, play, mehr, weiterlesen, mehr lesen, mehr erfahren,
zum artikel, artikel lesen, jetzt lesen, lire, lire plus, lire la suite, lire l'article, en savoir plus, voir plus,
découvrir, leer, leer más, ver más, seguir leyendo, saber más, leggi, leggi tutto, leggi di più, leggi l'articolo,
continua, continua a leggere, scopri di più, ler mais, leia mais, saiba mais, ver mais, lees meer, lees verder,
meer lezen, läs mer, les mer, læs mere, lue lisää, czytaj więcej, czytaj dalej, więcej, číst více, číst dále, více,
čítať viac, tovább, tovább olvasom, citește mai mult, află mai mult, прочети, още, pročitaj više, više, preberi več,
διαβάστε περισσότερα, περισσότερα, читать, читать далее, читать дальше, читать полностью, подробнее, далее,
детальніше, читати далі, докладніше, devamı, devamını oku, daha fazla, اقرأ المزيد, المزيد, קרא עוד, קראו עוד,
阅读全文, 查看更多, 阅读更多, 更多, 閱讀更多, 繼續閱讀, 詳細, もっと見る, 続きを読む, 詳しく見る, 詳細を見る, 더보기,
더 보기, 자세히 보기, 자세히, 전체보기, xem thêm, xem chi tiết, đọc tiếp, selengkapnya, baca selengkapnya, อ่านต่อ,
อ่านเพิ่มเติม, और पढ़ें
"""

# First words of a link to a whole list.
ALL = """
view all, see all, show all, browse all, all posts, all articles, all news, all stories, all publications, all events,
view more, see more, show more, load more, more articles, more posts, more news, more stories, alle anzeigen,
alle artikel, alle beiträge, alle meldungen, mehr anzeigen, mehr artikel, mehr laden, zur übersicht, ver todo,
ver todos, ver todas, ver más, todas las noticias, mostrar más, cargar más, voir tout, voir tous, voir toutes,
voir plus, tous les articles, toutes les actualités, afficher plus, vedi tutti, vedi tutte, tutti gli articoli,
tutte le notizie, carica altri, ver tudo, todas as notícias, carregar mais, toon alle, bekijk alle, alle berichten,
alle nieuws, meer laden, visa alla, visa fler, se alle, vis alle, vis flere, näytä kaikki, näytä lisää,
zobacz wszystkie, pokaż więcej, zobrazit vše, všechny články, zobraziť všetko, összes, vezi toate, toate știrile,
виж всички, prikaži sve, svi članci, δείτε όλα, все новости, все статьи, все материалы, показать ещё, показать еще,
смотреть все, всі новини, показати ще, tümünü gör, tüm haberler, عرض الكل, كل الأخبار, לכל הכתבות, 查看全部, 全部,
查看所有, 一覧, 一覧を見る, すべて見る, 전체보기, 모두 보기, xem tất cả, lihat semua, ดูทั้งหมด, सभी देखें
"""

# First words of a line that offers something to read, before a colon.
LEADS = """
read, related, watch, listen, see, more, also, report, explore, must, next, previously, background, download, learn,
lesen, lies, mehr, siehe, video, hintergrund, lire, voir, écouter, vidéo, dossier, leer, lea, lee, ver, vea, vídeo,
relacionado, leia, ler, veja, leggi, vedi, guarda, lees, bekijk, läs, se, les, læs, lue, katso, czytaj, zobacz, čtěte,
viz, čítajte, olvassa, lásd, citește, vezi, прочетете, вижте, pročitajte, pogledajte, preberite, διαβάστε, δείτε,
читайте, смотрите, см, дивіться, okuyun, izleyin, اقرأ, شاهد, קראו, ראו, baca, simak, đọc, xem, 阅读, 閱讀, 参考,
関連, 참고, 관련
"""

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_EDGE = (" \t.:;,…!?|•·*#/+=~_-–—‐‑>»›→▶►▸<«‹←()[]{}【】「」『』《》〈〉（）［］\"'“”„‘’`&"
         "：；，。、！？＞☞☛👉➡⮕▼▽◆◇■□●○★☆↓⇒➔➜✓")


@lru_cache(maxsize=1 << 12)
def squeezed(label: str) -> str:
    """The label in lower case, without punctuation or symbols at its ends.

    >>> squeezed("  [ Read  more: ]")
    'read more'
    """
    # the capital I of "İlgili" leaves a dot behind in lower case
    return " ".join(label.lower().replace("i\u0307", "i").split()).strip(_EDGE)


def first_word(text: str) -> str:
    """The first word of a text, squeezed; "" where it opens with something else.

    >>> first_word("[Related: tariffs]"), first_word("— Anzeige —")
    ('related', '')
    """
    return text.partition(" ")[0].lower().strip(_EDGE)


@cache
def listed(table: str) -> frozenset[str]:
    """The words of one of the tables above."""
    return frozenset(word.strip() for word in table.replace("\n", " ").split(",") if word.strip())


@cache
def _looked_up(table: str) -> tuple[frozenset[str], dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Single words, phrases by their first word, and words of scripts that put no space between words."""
    single, phrases, dense = set(), dict[str, tuple[str, ...]](), []
    for word in listed(table):
        first, _, rest = word.partition(" ")
        if word[0] >= "\u3000":
            dense.append(word)
        elif rest:
            phrases[first] = (*phrases.get(first, ()), word)
        else:
            single.add(word)
    return frozenset(single), phrases, tuple(dense)


def says(table: str, label: str) -> bool:
    """Whether a lower-cased label holds a word or phrase of one of the tables above.

    >>> says(SHARE, "auf facebook teilen"), says(SHARE, "market shares fall")
    (True, False)
    """
    single, phrases, dense = _looked_up(table)
    tokens = _WORD.findall(label)
    if not single.isdisjoint(tokens):
        return True
    if any(phrase in label for token in tokens if token in phrases for phrase in phrases[token]):
        return True
    return not label.isascii() and any(word in label for word in dense)


def begins(table: str, label: str) -> bool:
    """Whether a lower-cased label begins with a word or phrase of one of the tables above."""
    single, phrases, dense = _looked_up(table)
    first = label.partition(" ")[0]
    return first in single or any(label.startswith(phrase) for phrase in phrases.get(first, ())) or (
        bool(label) and label[0] >= "\u3000" and label.startswith(dense))


@dataclass(frozen=True, slots=True)
class Phrases(Generic[_Kind]):
    """Phrases and what each announces; those of `opening` may go on ("presented by*")."""

    whole: dict[str, _Kind]
    opening: dict[str, _Kind]
    first_words: frozenset[str]

    def may_open(self, word: str) -> bool:
        """Whether a line whose first word this is, as `first_word` has it, may be one: hardly any line is."""
        return not word or not word.isascii() or word in self.first_words


def phrases_of(tables: Iterable[tuple[_Kind, Iterable[str]]]) -> Phrases[_Kind]:
    """The phrases of each kind, with `*` behind one that may go on; each is of the first kind that has it."""
    whole: dict[str, _Kind] = {}
    opening: dict[str, _Kind] = {}
    for kind, table in tables:
        for phrase in table:
            whole.setdefault(squeezed(phrase), kind)
            if phrase.endswith("*"):
                opening.setdefault(squeezed(phrase), kind)
    return Phrases(whole, opening, frozenset(first_word(phrase) for phrase in whole))
