"""The words that mark the lines of a saved page which aren't prose, in the languages of policy publishers.

They stand in `words.txt`; here is what tells how long a text takes to read, as patterns.
"""

import re
from functools import cache
from typing import Literal

from crawler.parsing.word_files import word_tables

# "3 min read" is a number with one of these; "Reading time: 3 minutes" has one of these and a number
READING_TIME = (
    r"min(?:ute)?s?\.?\s*(?:of\s+)?read(?:ing)?(?:\s+time)?", r"reading\s+time", r"time\s+to\s+read",
    r"read\s+time", r"min(?:utes?)?\s+de\s+lecture", r"temps\s+de\s+lecture", r"lecture\s*:",
    r"min(?:uten)?\.?\s+(?:lesezeit|lesedauer)", r"lesezeit", r"lesedauer",
    r"min(?:utos)?\.?\s+de\s+(?:lectura|leitura)", r"tiempo\s+de\s+lectura", r"lectura\s+de", r"tempo\s+de\s+leitura",
    r"min(?:uti)?\s+di\s+lettura", r"tempo\s+di\s+lettura", r"min(?:uten)?\s+leestijd", r"leestijd",
    r"min(?:uter|utter)?\s+(?:läsning|lesing|læsning)", r"lästid", r"lesetid", r"læsetid", r"lukuaika",
    r"min(?:uty?)?\s+czytania", r"czas\s+czytania", r"doba\s+čtení", r"min(?:ut)?\s+čtení", r"olvasási\s+idő",
    r"perc(?:es)?\s+olvas", r"timp\s+de\s+citire", r"мин(?:ут\w?)?\.?\s+(?:чтения|читання|четене)",
    r"время\s+чтения", r"час\s+читання", r"λεπτ\w+\s+ανάγνωσ", r"χρόνος\s+ανάγνωσης", r"dk\.?\s+oku",
    r"dakika(?:lık)?\s+oku", r"okuma\s+süresi", r"menit\s+(?:mem)?baca", r"waktu\s+baca", r"phút\s+đọc", r"分で読め",
    r"読了時間", r"読了まで",
    r"阅读时间", r"分钟阅读", r"閱讀時間", r"분\s*(?:읽기|소요)", r"دقائق?\s+قراءة", r"(?:وقت|زمن|مدة)\s+القراءة",
    # how often a page was looked at stands there, too
    r"views?", r"hits", r"aufrufe", r"zugriffe", r"vues?", r"visitas", r"visualizza\w+", r"visualizações", r"weergaven",
    r"acessos", r"accessi", r"lecturas", r"leituras", r"visite", r"letto", r"keer\s+(?:gelezen|bekeken)",
    r"przeczytano", r"přečteno", r"прочитано", r"εμφανίσεις", r"(?:ผู้)?เข้าชม", r"देखा\s+गया",
    r"wyświetl\w+",
    r"odsłon\w*", r"zobrazen\w+", r"просмотр\w*", r"перегляд\w*", r"görüntülen\w+", r"okunma",
    r"(?:kali\s+)?dilihat",
    r"lượt\s+xem", r"조회수?", r"閲覧数", r"浏览(?:次数|量)?", r"阅读(?:次数|量|数)?", r"点击(?:次数|量|数)",
    r"點閱(?:次數|數)?",
    r"(?:عدد\s+)?(?:ال)?(?:مشاهد|زيار)\w+", r"(?:تعداد\s+)?بازدید", r"צפיות", r"προβολές", r"megtekintés",
    r"vizualizări",
    r"דקות\s+קריאה", r"मिनट\s+(?:में\s+)?पढ़", r"дқ\s+оқу",
)


# a mail shown on the web: "Trouble reading this email? View it in your browser."
IN_BROWSER = re.compile(
    r"(?:(?:having )?(?:trouble|problems?) (?:reading|viewing|seeing)\b.{0,40}\b(?:browser|here|online)|"
    r"view (?:this|it|the)?.{0,30}\b(?:in (?:your|a|the) )?(?:web )?browser|"
    r".{0,60}\b(?:im browser (?:ansehen|öffnen|anzeigen|lesen)|dans (?:votre|le|un) navigateur|"
    r"en (?:su|tu|el) navegador|"
    r"no (?:seu )?navegador|nel (?:tuo )?browser|in (?:uw|je|de) browser|w przeglądarce|i (?:din )?webbläsare))"
    r"[^.?!]{0,30}$", re.IGNORECASE)
BROWSERS = ("browser", "navigat", "navegador", "przeglądar", "webbläsar", "online")

# what the caption or the credit of a picture begins with
CAPTION = re.compile(
    r"^(?:photo(?:graph)?s?|image|picture|figure|fig\.|chart|graph|credit|source|caption|foto|bild|abbildung|abb\.|grafik|"
    r"quelle|crédits?|graphique|imagen|gráfico|fuente|fonte|immagine|afbeelding|bron|kuva|zdjęcie|źródło|фото|рисунок|"
    r"рис\.|источник|写真|図|图|圖|사진|صورة)\s*\d{0,3}\s*(?:credit|by)?\s*[:.：©/]", re.IGNORECASE)

# the heading of comments on the text, lower case
COMMENTS = re.compile(
    r"(?:\d{1,4}|one|two|three|four|five) (?:comments?|responses?|replies|reply|thoughts?) (?:to|on)\b|"
    r"(?:\d{1,4}|ein|eine) (?:kommentare?|antworten?|gedanken?) (?:zu|auf)\b|"
    r"\d{1,4} (?:commentaires?|réponses?|réflexions?) (?:sur|à)\b|"
    r"\d{1,4} (?:comentarios?|respuestas?) (?:en|a|sobre)\b|"
    r"\d{1,4} (?:comentários?|respostas?) (?:em|a|para|sobre)\b|\d{1,4} (?:commenti?o?|risposte|pensieri) (?:su|a)\b|"
    r"\d{1,4} (?:reacties?|gedachten?) (?:op|over)\b|\d{1,4} (?:komentarz\w*|odpowiedzi) (?:do|na)\b|"
    r"\d{1,4} (?:комментари\w+|ответ\w*) (?:к|на)\b|"
    r"\d{1,4} (?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties?|komentarz\w*|"
    r"komentáře?\w*|kommentti\w*|комментари\w+|коментар\w*)\W*$")

Kind = Literal["share-lead", "weak-network", "no-network", "frame", "consent", "foot-link", "rights", "foot",
               "short-foot", "comments", "field"]


@cache
def listed(kind: Kind) -> frozenset[str]:
    """The words of that kind; `words.txt` says what each means."""
    return frozenset(parts(kind))


@cache
def parts(*kinds: Kind) -> tuple[str, ...]:
    """The words of those kinds, as `startswith` and `endswith` take them: what a line begins or ends with."""
    return tuple(word for kind in kinds for word in word_tables("saved_text/words.txt")[kind])
