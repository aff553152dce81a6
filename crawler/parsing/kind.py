"""Claims, address and section words -> the schema.org type of the publication. Pure.

What the page says of itself comes first; a bare `Article` is told more exactly where the address or the section names a
kind (`/press-releases/` is news, `/working-papers/` a report). `Article` where nothing tells.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from crawler.parsing.choice import Candidate, Choice
from crawler.parsing.claims import Claims
from crawler.parsing.json_ld import types_of
from crawler.parsing.outline import Outline

TYPES = {
    **{name: name for name in (
        "NewsArticle Report BlogPosting ScholarlyArticle MedicalScholarlyArticle TechArticle Legislation Book Chapter "
        "Thesis Dataset AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle ReportageNewsArticle "
        "ReviewNewsArticle LiveBlogPosting AskPublicNewsArticle AdvertiserContentArticle SatiricalArticle "
        "SpecialAnnouncement Course Event PodcastEpisode VideoObject Recipe HowTo FAQPage Article").split()},
    "PressRelease": "NewsArticle", "LegislationObject": "Legislation", "APIReference": "TechArticle",
    "GovernmentPublication": "Report", "PolicyDocument": "Report", "PublicationIssue": "Report",
    "DigitalDocument": "Report", "Review": "Article"}
_RARELY_MEANT = frozenset({"Article", "VideoObject", "Event", "Course", "FAQPage", "PodcastEpisode", "HowTo", "Recipe"})
_WORDS = (
    ("NewsArticle", r"press[\s_-]?(?:releases?|room|statements?|notice|corner|cent(?:re|er))?|news|newsroom|"
                    r"media[\s_-]?(?:releases?|room|cent(?:re|er)|statements?)|sala (?:de prensa|de imprensa|stampa)|"
                    r"espace presse|salle de presse|"
                    r"prensa|imprensa|"
                    r"communiqu[eé]s?|presse(?:mitteilung(?:en)?|meldung(?:en)?)?|pressemelding(?:er)?|pressmeddelanden?|"
                    r"actualit[eé]s?|aktuelles|nachrichten|noticias?|not[ií]cias?|notizie|comunicad[oi]s?|"
                    r"comunicati?|nieuws(?:bericht(?:en)?)?|persbericht(?:en)?|nyhet(?:er)?|nyheder|uutiset|uutinen|tiedotteet|tiedote|"
                    r"aktualno[sś]ci|komunikat[y]?|novinky|zpr[aá]vy|h[ií]rek|[sș]tiri|новости|новини|haberler|"
                    r"announcements?|(?:nota|comunicado)s? de (?:prensa|imprensa)|communiqu[eé]s? de presse|"
                    r"comunicat[oi] stampa|"
                    r"informacja prasowa|tisková zpráva|siaran pers|basın (?:bülteni|açıklaması)|thông cáo báo chí|"
                    r"пресс-релизы?|δελτί[οα] τύπου|بيان صحفي|הודעה לעיתונות|"
                    r"新闻稿|新聞稿|新闻|新聞|ニュース|プレスリリース|报道|公告|보도자료|뉴스|أخبار|بيانات"),
    ("ScholarlyArticle", r"journals?|scholarly|peer[\s_-]?reviewed|doi|revista|zeitschrift(?:en)?"),
    ("Report", r"(?:annual|country|staff|technical|research)?[\s_-]?reports?|policy[\s_-]?(?:briefs?|notes?)|"
               r"briefs?|studies|study|(?:working|discussion|policy|white|research|technical|occasional|staff|briefing|issue)[\s_-]?papers?|"
               r"documentos? de (?:trabajo|trabalho)|documents? de travail|document[oi] di lavoro|diskussionspapiere?|"
               r"textos? para discussão|werkdocument(?:en)?|рабочие? доклады?|препринты?|工作論文|工作论文|"
               r"berichte?|studien?|gutachten|arbeitspapiere?|rapports?|informes?|relat[oó]rios?|rapporti?|"
               r"rapporten|raport(?:y|it)?|zpr[aá]va|jelent[eé]s(?:ek)?|доклад[ыи]?|отч[её]ты?|raporlar|报告|報告書|보고서|"
               r"تقارير|تقرير|raport(?:it|ti)|muistiot?|publications?|publikationen|publicaciones|pubblicazioni|publicaties"),
    ("OpinionNewsArticle", r"opinions?|op[\s_-]?eds?|commentar(?:y|ies)|editorials?|meinung|kommentare?|tribunes?|"
                           r"(?:(?:columnas?|art[ií]culos?|tribunas?) de )?opini[oó]n|opiniones|points? de vue|"
                           r"gast(?:beitr[aä]ge?|kommentare?)|view[\s_-]?points?|"
                           r"opini[aã]o|opinioni|debatt|columns?|kolumnit?|kroniek|krönika|opini|opinie|görüş(?:ler)?|رأي|mnenie|мнени[ея]|社説|评论|評論|观点|觀點|观点评论|觀點評論|"
                           r"debat|debatindlæg|debattinnlegg|debattartikel|komentáře?|komentarz[ey]?|vélemény"),
    ("BlogPosting", r"blogs?|weblog|blogg|blogit?|blogi?kirjoitus|"
                    r"blog[gi]?(?:inlägg|indlæg|innlegg|beitrag|einträge|post(?:s|it)?)|"
                    r"блог|ブログ|博客|블로그"),
    ("Legislation", r"legislation|laws|acts|statutes?|regulations|directives?|gesetze?|lois?|d[eé]crets?|leyes|"
                    r"resolutions?|decrees?|laki|законы?|法律|法令"),
)
_HOSTS = frozenset({"blog", "blogs"})
_KINDS = [(kind, re.compile(rf"(?:{words})", re.IGNORECASE)) for kind, words in _WORDS]


def find_kind(outline: Outline, claims: Claims, section: str | None = None, numbered: str | None = None
              ) -> Choice[str]:
    """The type; `section` is the page's section or kicker as read, `numbered` what the page has a number as."""
    found = [*_said(outline, claims), *_named(outline, section)]
    if numbered and (kind := kind_of(numbered)):
        found.append(Candidate(kind, f"number of a {numbered}", 0.7))
    best = max(found, key=lambda candidate: candidate.score, default=None)
    if best is None:
        return Choice("Article", "nothing tells more")
    return Choice(best.value, best.origin, None, tuple(sorted(found, key=lambda candidate: -candidate.score)))


def _said(outline: Outline, claims: Claims) -> Iterator[Candidate[str]]:
    """What the page calls itself."""
    for name in types_of(claims.own):
        if name in TYPES:
            score = 0.5 if name == "Article" else 0.4 if name in _RARELY_MEANT else 0.95
            yield Candidate(TYPES[name], f"json-ld @type {name}", score)
    if "citation_journal_title" in claims.meta or "citation_conference_title" in claims.meta:
        yield Candidate("ScholarlyArticle", "meta citation_journal_title", 0.97)
    if "citation_technical_report_institution" in claims.meta or "citation_technical_report_number" in claims.meta:
        yield Candidate("Report", "meta citation_technical_report_institution", 0.96)
    if "citation_dissertation_institution" in claims.meta:
        yield Candidate("Thesis", "meta citation_dissertation_institution", 0.96)
    for name in ("dc.type", "dcterms.type", "og:type", "article:type", "content-type", "contenttype", "page-type"):
        for value in claims.meta.get(name, ())[:1]:
            if kind := kind_of(value):
                yield Candidate(kind, f"meta {name}", 0.8)
    yield from _marked(outline, claims)


def _marked(outline: Outline, claims: Claims) -> Iterator[Candidate[str]]:
    for name in ("headline", "datepublished", "articlesection", "name"):
        for place in claims.marked.get(name, ())[:1]:
            attributes = outline.attributes[place.scope]
            written = str(attributes.get("itemtype") or attributes.get("typeof") or "")
            kind = re.split(r"[/#:\s]", written.strip())[-1]
            if kind in TYPES:
                yield Candidate(TYPES[kind], f"microdata {kind}", 0.45 if kind in _RARELY_MEANT else 0.9)


def _named(outline: Outline, section: str | None) -> Iterator[Candidate[str]]:
    """What section and address call it; a part nearer the end of the address tells more."""
    if section and (kind := kind_of(section)):
        yield Candidate(kind, f"section “{section}”", 0.75)
    try:
        address = urlsplit(outline.document.url)
    except ValueError:
        return
    if (address.hostname or "").partition(".")[0] in _HOSTS:
        yield Candidate("BlogPosting", "address of a blog", 0.55)
    parts = [part for part in unquote(address.path).lower().split("/") if part]
    for n, part in enumerate(parts[:-1]):
        if kind := kind_of(part):
            least = 0.45 if part == "journal" else 0.6         # a magazine's, or the diary that a site keeps
            yield Candidate(kind, f"address “{part}”", least + n / 100)


@lru_cache(maxsize=1 << 12)      # sections and folders come again and again
def kind_of(words: str) -> str | None:
    """The type that a section's name stands for; None for any other words.

    >>> kind_of("Press releases"), kind_of("working-papers"), kind_of("Pressemitteilungen"), kind_of("energy")
    ('NewsArticle', 'Report', 'NewsArticle', None)
    """
    words = words.strip().lower()
    if len(words) > 40:
        return None
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(words)), None)
