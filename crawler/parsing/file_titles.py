"""A link to a file -> what the document is called: without format, size, "opens in a new window", "Download". Pure.

Where the link says nothing else ("PDF", "Download the report"), its row or card names the document: a heading in it,
or the first line beside the link.
"""

import re
from functools import lru_cache

from crawler.parsing.appearance import INLINE, SUBHEADINGS
from crawler.parsing.dates.alone import read_line_date
from crawler.parsing.outline import Outline, Run

_FORMAT = (r"(?:pdf|docx?|xlsx?|pptx?|csv|tsv|od[stp]|rtf|zip|epub|hwpx?|html)"
           r"(?:[- ]?(?:files?|document|format|version|datei|dokument|icon|形式|ファイル|文件|文档|格式|파일|файл))?")
_SIZE = (r"\d+(?:[.,]\d+)?\s?(?:[kmg]i?b|[kmg]o|bytes?|octets|[кмг]б(?:айт)?|килобайт|мегабайт|کیلوبایت|مگابایت|"
         r"كيلوبايت|ميغابايت|ميجابايت|ك\.?ب|م\.?ب|केबी|एमबी|キロバイト|メガバイト)")
_PAGES = (r"\d+\s?(?:pages?|pp\.?|p\.|seiten?|s\.|páginas?|pagine|sidor|sider|стр(?:аниц[аы]?|\.)?|页|頁|ページ|"
          r"쪽|페이지|صفحة|पृष्ठ)")
_WINDOW = (
    r"(?:link )?(?:this )?(?:(?:will )?opens?|opening) in (?:a )?new (?:browser )?(?:window|tab)|"
    r"new window|external link|"
    r"öffnet (?:sich )?in (?:einem )?neue[mn] (?:fenster|tab)|neues fenster|"
    r"(?:s['’])?ouvr\w+ dans (?:une|un) (?:nouvelle fenêtre|nouvel onglet)|nouvelle fenêtre|nouvel onglet|"
    r"(?:se )?abre en (?:una )?(?:nueva (?:ventana|pestaña)|(?:ventana|pestaña) nueva)|"
    r"abre (?:em|numa) (?:uma )?nov[ao] (?:janela|aba|separador|guia)|si apre in (?:una )?nuova (?:finestra|scheda)|"
    r"opent in (?:een )?nieuw (?:venster|tabblad)|öppnas i (?:ett )?nytt fönster|åpnes i nytt vindu|"
    r"åbner i (?:et )?nyt vindue|avautuu uuteen (?:ikkunaan|välilehteen)|otwiera się w nowym oknie|"
    r"otevře se v novém okně|откр(?:ыва|о)ется в новом окне|відкривається в новому вікні|"
    r"yeni pencerede açılır|在?新(?:窗口|視窗|标签页|分頁)中?(?:打开|開啟|开启)|"
    r"(?:新しい|新規|別)(?:ウ[ィイ]ンドウ|タブ)(?:で|が)開きます|새\s?창(?:에서)?\s?(?:열기|열림|열립니다)?|"
    r"(?:يفتح|تفتح) في (?:نافذة|علامة تبويب) جديدة|नई विंडो में खुल(?:ता|ती) है")
_EDGE = r"[\s,;:|/·•–—\-()\[\]（）【】，、：،]"
_FACT = rf"(?:{_FORMAT}|{_SIZE}|{_PAGES}|{_WINDOW})"
_NO_BRACKETS = r"[^()\[\]（）【】]"
_BRACKETED = re.compile(rf"\s*[(\[（【]{_NO_BRACKETS}*?(?<!\w){_FACT}(?!\w){_NO_BRACKETS}*[)\]）】]", re.IGNORECASE)
_AFTER = re.compile(rf"(?:(?:{_EDGE}|(?<!\w)[.]|(?<=\w)\.(?=\w))+{_FACT}(?!\w))+{_EDGE}*$", re.IGNORECASE)
_BEFORE = re.compile(rf"^(?:{_EDGE}*{_FACT}(?!\w){_EDGE}+)+", re.IGNORECASE)
_ONLY = re.compile(rf"(?:{_EDGE}*{_FACT}(?!\w))+{_EDGE}*", re.IGNORECASE)
_VERBS = (r"(?:download|view|open|read|herunterladen|öffnen|télécharger|consulter|descargar|descarga|ver|baixar|baixe|"
          r"scarica|downloaden|ladda ner|last ned|hent|pobierz|stáhnout|letöltés|lataa|скачать|загрузить|завантажити|"
          r"indir|تحميل|تنزيل|下载|下載|点击下载|點擊下載|附件|ダウンロード|다운로드|첨부파일|डाउनलोड)")
_VERB = re.compile(rf"^{_VERBS}(?:\s*(?:\d+\s*)?[:：|–—-]\s*|\s+)(?=(\w))", re.IGNORECASE)
_COLONS = re.compile(r"[:：|–—-]\s*$")
_SMALL = frozenset("a an the in as of als im am en au le la un une em in il to per som o de der das die".split())
_SAYS_NOTHING = frozenset("""
    download downloads downloadable pdf doc docx xls xlsx csv zip epub word excel powerpoint file files document
    documents full complete entire whole text report paper study publication brief article read view open get see
    here click link the a an this as in of and or to for now free english print printable print-friendly original
    attachment herunterladen datei dokument bericht öffnen hier vollständiger vollständigen den die das als zum
    télécharger le la les en fichier document rapport complet consulter lire ici version
    descargar archivo documento informe completo ver aquí el en leer
    baixar baixe arquivo ficheiro relatório completo o em
    scarica scaricare il documento testo completo rapporto downloaden bestand rapport lees het volledige
    ladda ner last ned hent rapporten som filen pobierz plik raport stáhnout soubor letöltés lataa raportti
    скачать загрузить файл документ отчёт отчет полный текст в формате открыть indir dosya
    تحميل تنزيل الملف ملف التقرير الوثيقة بصيغة اضغط هنا डाउनलोड करें फ़ाइल रिपोर्ट
    下载 下載 点击下载 點擊下載 附件 附件下载 查看 文件 原文 全文 ダウンロード 全文ダウンロード 資料 ファイル
    다운로드 첨부파일 파일 내려받기 바로보기
    """.split())
_ROWS = frozenset({"li", "tr", "dd", "article", "figure"})
_BOUNDS = frozenset({"main", "article", "section", "body", "html", "ul", "ol", "table", "tbody", "dl"})
_STEPS_UP = 4                 # elements around a link that may be its card
_MOST_CARD = 300              # characters of one
_MOST_NAME = 160
_LONGEST, _MOST_READ = 300, 1_000


def title_of_file(outline: Outline, i: int) -> str | None:
    """What the document that link `i` leads to is called; None where nothing on the page names it."""
    said = outline.attributes[i]
    texts = tuple(text[:_MOST_READ] for text in (
        _spoken(outline, i), said.get("title") or "", said.get("aria-label") or ""))
    names = [name for text in texts if (name := name_of_file(" ".join(text.split()))) and not _says_nothing(name)]
    if names:
        return names[0][:_LONGEST]
    if beside := _named_beside(outline, i):
        return beside
    text = next((text for text in texts if text.strip()), "")
    return (_BRACKETED.sub("", " ".join(text.split())) or text.strip())[:_LONGEST] or None


@lru_cache(maxsize=1 << 10)
def name_of_file(text: str) -> str:
    """The text of a link without what it says of the file; "" where it says nothing else.

    >>> name_of_file("Ports review (PDF, 1.2 MB, opens in new window)"), name_of_file("Télécharger : Ports - PDF 3 Ko")
    ('Ports review', 'Ports')
    >>> name_of_file("Ports review 2024 (summary)"), name_of_file("How to sign a PDF"), name_of_file("PDF, 2 MB")
    ('Ports review 2024 (summary)', 'How to sign a PDF', '')
    """
    if _ONLY.fullmatch(text):
        return ""
    if "://" in text:
        return text
    text = _BRACKETED.sub("", text)
    shorter = _AFTER.sub("", text)
    if shorter.rpartition(" ")[2] not in _SMALL:
        text = shorter
    text = _BEFORE.sub("", text)
    if (verb := _VERB.match(text)) and (_COLONS.search(verb[0]) or not (verb[1].islower() or text.isupper())):
        text = text[verb.end():]
    return text.strip(" \t,;:|·•–—-：，、")


def _says_nothing(name: str) -> bool:
    return all(word.strip(".,:;()[]!") in _SAYS_NOTHING for word in name.lower().split())


def _spoken(outline: Outline, i: int) -> str:
    """The text of the link, its labels set apart, which stand in elements of their own: "Ports review" "pdf" "2 MB"."""
    start = outline.starts[i]
    pieces = outline.pieces[start:min(outline.stops[i], start + _MOST_READ)]
    return "".join(f" ({piece.strip()}) " if len(pieces) > 1 and _ONLY.fullmatch(piece.strip()) else piece
                   for piece in pieces)


def _named_beside(outline: Outline, i: int) -> str | None:
    """The name in the row or card around the link, which holds one file alone."""
    own = outline.attributes[i].get("href")
    for above in outline.ancestors(i, _STEPS_UP):
        links = {outline.attributes[j].get("href") for j in outline.all("a", within=above)}
        if outline.tags[above] in _BOUNDS - _ROWS or links != {own} or outline.size(above) > _MOST_CARD * 2:
            return None
        if outline.tags[above] in INLINE:
            continue
        if len(outline.text(above)) > _MOST_CARD:
            return None
        if name := _name_in(outline, above, i):
            return name
    return None


def _name_in(outline: Outline, box: int, link: int) -> str | None:
    headings = [outline.text(j) for j in outline.all(*SUBHEADINGS, within=box)]
    for text in (*headings, *(_without(outline, run, link) for run in outline.runs_in(box))):
        name = name_of_file(text)
        if name and len(name) <= _MOST_NAME and not _says_nothing(name) and any(map(str.isalpha, name)) and (
                read_line_date(name) is None):
            return name
    return None


def _without(outline: Outline, run: Run, link: int) -> str:
    """What the line says before the link, all of it where the link stands in another line."""
    stop = outline.starts[link] if run.start <= outline.starts[link] < run.stop else run.stop
    return outline.between(run.start, stop)
