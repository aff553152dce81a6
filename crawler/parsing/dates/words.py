"""What names and words say of a date: meta names, JSON-LD keys, class words, labels. Pure."""

import re
from functools import cache

from crawler.parsing.naming import COMMENTS
from crawler.parsing.word_files import any_of, word_tables

# Before a number that counts issues and is no day: "Policy Brief No. 12, March 1998".
NUMBERED = re.compile(
    r"(?:\b(?:no|nr|nro|núm|num|number|numéro|número|numero|n[°º]|issue|vol|volume|heft|ausgabe|выпуск|вып)\b\.?|[#№°º])\s?$",
    re.IGNORECASE)
META = {
    "meta published":
        "article:published_time og:published_time og:article:published_time og:pubdate article:published "
        "published_time published_at publish_date publish-date pubdate publication_date publicationdate "
        "publishdate datepublished date_published citation_publication_date citation_online_date citation_date "
        "dc.date.issued dcterms.issued dcterms.date.issued dc.issued eprints.date bepress_citation_date "
        "prism.publicationdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime published "
        "cxenseparse:publishtime article.published rnews:datepublished weibo:article:create_at bt:pubdate "
        "displaydate ptime gentime vr:published_time originalpublicationdate article:post_date live_date "
        "page:published pub_date first_published_at mediator_published_time govuk:first-published-at",
    "meta date":
        "date dc.date dcterms.date dc.date.created dcterms.created dc.created created creation_date "
        "date_created article_date_original article:create_time datecreated date.created citation_year "
        "release_date book:release_date video:release_date music:release_date article.created timestamp pdate "
        "doc_date article_date",
    "meta modified":
        "article:modified_time og:updated_time article:modified og:modified_time og:article:modified_time "
        "last-modified lastmod modified date.modified dc.date.modified dcterms.modified dc.modified "
        "datemodified date_modified revised updated last_updated last-update updated_time article.updated "
        "article:modified_date lastmodifieddate lastmodified utime cxenseparse:updatetime govuk:public-updated-at",
}
META_KIND = {name: kind for kind, names in META.items() for name in names.split()}
META_LIKE = re.compile(
    r"(?:publi[sc]|creat|issue|post|modif|updat)[a-z_:.-]*(?:date|time|_at\b|_on\b)"
    r"|(?:date|time)[a-z_:.-]*(?:publi|creat|issue|modif|updat)")
NODE_KEYS = {
    "datePublished": "published", "dateCreated": "created", "uploadDate": "created", "dateModified": "modified",
    "dateIssued": "published", "legislationDate": "published"}
MARKED_KEYS = {
    "datepublished": "published", "datecreated": "created", "datemodified": "modified", "issued": "published",
    "created": "created", "modified": "modified", "date": "date", "dateline": "date"}
CLASSES = {
    "class date": r"date|datum|fecha|zeit|time(?!line)|posted|pubdate|dato\b|datetime|calendar|day\b",
    "class modified": r"updat|modif|lastmod|revis|review|changed|aktualis",
    "class byline":
        r"byline|meta(?!l)|author|dateline|info(?!rm|box)|submitted|credit|details|attribution|head(?:er)?\b|hero",
    "class teaser":
        r"teaser|card|related|recent|popular|latest|sidebar|widget|promo|list|feed|carousel|slider|recommend|"
        r"more-|next|prev|pager|grid|trending|archive|read-also|listing",
    "class comment": rf"{COMMENTS}|reply|disqus|respon[ds]e",
    "class today": r"(?<![a-z])(?:to-?day|current-?(?:date|time|day)|date-?(?:today|now)|clock)(?![a-z])",
    "class article": r"article|post(?!ed|-date)|entry|content|story|main|single|body",
}
CLASS = {trait: re.compile(pattern) for trait, pattern in CLASSES.items()}
NEAR_CLASSES = frozenset({"class date", "class modified", "class today"})  # of near elements only
TAGS = ("a", "aside", "nav", "main", "li", "figure", "footer")
COPYRIGHT = re.compile(
    r"©|&copy|\(c\)\s|copyright|all rights reserved|alle rechte|tous droits|reservados|版权所有|無断転載",
    re.IGNORECASE)
BYLINE = re.compile(r"[\s|,•·–—-]*(?:by|von|par|por|di|door|av|af|от|作者|文)\b", re.IGNORECASE)


# Labels of a day that is to come, which are no kickers over an article either.
DEADLINES = frozenset("deadline|closing date|closes|due date|apply by|bewerbungsfrist|einsendeschluss|anmeldeschluss|"
                      "frist|date limite|fecha límite|plazo|prazo|data limite|scadenza|крайний срок|срок подачи|"
                      "дедлайн|الموعد النهائي|अंतिम तिथि|截止日期|截止时间|締切|締め切り|期限|마감일|마감".split("|"))

# Labels that say so only where they are all that stands before a date, or before a year.
DATE_ALONE = frozenset("date|datum|data|fecha|dato|dátum|kuupäev|datums|päiväys|дата|ημερομηνία|tarih|tanggal|ngày|"
                       "تاريخ|تاریخ|תאריך|日付|日期|날짜".split("|"))
YEAR_ALONE = frozenset(
    "year|publication year|year of publication|year published|published in|jahr|erscheinungsjahr|année|"
    "année de publication|año|año de publicación|ano|ano de publicação|anno|anno di pubblicazione|jaar|"
    "jaar van uitgave|år|utgivningsår|utgivelsesår|udgivelsesår|rok|rok wydania|rok vydání|год|год издания|рік|"
    "出版年|発行年|发布年份|年份|발행연도|발행년도".split("|"))

_CLOCK = re.compile(r"(?:\b(?:at|um|à|a las|alle|às|kl\.?) )?\d{1,2}(?:[:.h]\d\d)?"
                    r"\s?(?:[ap]\.?m\.?|uhr|h)?\s(?=\D)", re.IGNORECASE)
_OTHER_WORD = re.compile(r"[-\s](?:[^\W\d_]{1,4}[-\s'’]){0,2}[^\W\d_]{3,}[^:：]{0,40}[:：]")    # of a longer label
_LONGEST_LABEL = 40          # characters before a year alone
_DAYS = DATE_ALONE | {"时间", "時間", "日時", "일시", "일자"}      # words for any day or hour


def label_of(before: str, after: str) -> tuple[str | None, str]:
    """What the words right before (or in brackets after) a date say it is, and the words themselves."""
    pattern = labels()
    before = before[-70:]
    if (bare := before.strip(" :|·•")).lower() in DATE_ALONE:
        return "published", bare
    if found := list(pattern.finditer(before)):
        last = found[-1]
        gap = before[last.end():]
        kind = last.lastgroup
        if found[:-1] and last.start() - found[-2].end() <= 1 and (
                found[-2].lastgroup == "other" or last[0].lower() in _DAYS):
            kind = found[-2].lastgroup                # "Event date", 最后更新时间
        gap = _CLOCK.sub("", gap)
        if last[0].lower() in DATE_ALONE and _OTHER_WORD.match(gap):
            return None, ""                           # "Data cut-off: ", "Datum der Sitzung: "
        near = len(gap) <= 18 or kind == "published" or gap.startswith(" by ")
        if near and not re.search(r"\d", gap) and ". " not in gap:
            return "other" if kind == "modified" and _of_site().search(before) else kind, last[0]
    said = pattern.match(after.lstrip(" ()[]|-–,:"))
    if said and len(after) < 40 and not before.strip(" ()[]|-–,:") and not any(map(str.isdigit, after)):
        return said.lastgroup, said[0]
    return None, ""


# A line that ends with a year, and the word for it in languages that have one: 2024年, "2024 г."
YEAR_LAST = re.compile(r"(?P<label>[^\d]*)(?P<year>(?:19|20)\d\d)(?:\s?(?:年|년|г\.?|год[ау]?|р\.|рік|року|році))?")


def tells_year(said: str) -> bool:
    """Whether these words, right before a year alone, say that it is that of publication.

    >>> tells_year("Année"), tells_year("Published:"), tells_year("Results of")
    (True, True, False)
    """
    said = said.strip(" :：|·•").lower()
    return said in YEAR_ALONE or (len(said) <= _LONGEST_LABEL and label_of(said, "")[0] == "published")


def is_of_another(before: str, after: str = "") -> bool:
    """Whether the words around a date say that something changed or is due then; "Comment | 5 May" is a kicker.

    >>> is_of_another("Last updated: "), is_of_another("Deadline "), is_of_another("Comment | "), is_of_another("On ")
    (True, True, False, False)
    """
    kind, word = label_of(before, after)
    if kind != "other":
        return kind == "modified"
    gap = before[before.rfind(word) + len(word):]
    return "|" not in gap and (":" in gap or " " in word or word[:1].islower() or word.lower() in DEADLINES)


@cache
def labels() -> re.Pattern[str]:
    """Words that say what a date is; the group that matched is `published`, `modified` or `other`."""
    words = word_tables("dates/labels.txt")
    groups = [f"(?P<{kind}>{any_of(words[kind])})" for kind in ("modified", "other", "published")]
    begins = r"(?:(?<![^\W_])|(?<=(?-i:[ぁ-鿿가-힣]))|(?<=\d)(?=[ぁ-鿿가-힣]))"
    return re.compile(rf"{begins}(?:{'|'.join(groups)})(?![a-zß-ÿ])", re.IGNORECASE)


@cache
def _of_site() -> re.Pattern[str]:
    """Words for the whole site, whose change is none of the page's: "Site last updated"."""
    return re.compile(rf"(?<![a-zß-ÿ])(?:{any_of(word_tables('dates/labels.txt')['site'])})", re.IGNORECASE)
