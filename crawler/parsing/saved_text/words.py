"""The words that mark the lines of a saved page which aren't prose, in the languages of policy publishers.

They stand in `words.txt`; here is what tells how long a text takes to read, as patterns.
"""

from typing import Literal

from crawler.parsing.word_files import word_tables

# "3 min read" is a number with one of these; "Reading time: 3 minutes" has one of these and a number
READING_TIME = (
    r"min(?:ute)?s?\.?\s*(?:of\s+)?read(?:ing)?(?:\s+time)?", r"reading\s+time", r"time\s+to\s+read",
    r"read\s+time", r"min(?:utes?)?\s+de\s+lecture", r"temps\s+de\s+lecture", r"lecture\s*:",
    r"min(?:uten)?\.?\s+(?:lesezeit|lesedauer)", r"lesezeit", r"lesedauer",
    r"min(?:utos)?\s+de\s+(?:lectura|leitura)", r"tiempo\s+de\s+lectura", r"tempo\s+de\s+leitura",
    r"min(?:uti)?\s+di\s+lettura", r"tempo\s+di\s+lettura", r"min(?:uten)?\s+leestijd", r"leestijd",
    r"min(?:uter|utter)?\s+(?:läsning|lesing|læsning)", r"lästid", r"lesetid", r"læsetid", r"lukuaika",
    r"min(?:uty?)?\s+czytania", r"czas\s+czytania", r"doba\s+čtení", r"min(?:ut)?\s+čtení", r"olvasási\s+idő",
    r"perc(?:es)?\s+olvas", r"timp\s+de\s+citire", r"мин(?:ут\w?)?\.?\s+(?:чтения|читання|четене)",
    r"время\s+чтения", r"час\s+читання", r"λεπτ\w+\s+ανάγνωσ", r"χρόνος\s+ανάγνωσης", r"dk\.?\s+oku",
    r"dakika(?:lık)?\s+oku", r"okuma\s+süresi", r"menit\s+(?:mem)?baca", r"phút\s+đọc", r"分で読め", r"読了時間",
    r"阅读时间", r"分钟阅读", r"閱讀時間", r"분\s*(?:읽기|소요)", r"دقائق?\s+قراءة", r"وقت\s+القراءة",
    r"דקות\s+קריאה", r"मिनट\s+(?:में\s+)?पढ़", r"дқ\s+оқу",
)


Kind = Literal["share-lead", "weak-network", "no-network", "frame", "consent", "foot-link", "rights", "foot"]


def listed(kind: Kind) -> tuple[str, ...]:
    """The words of that kind; `words.txt` says what each means."""
    return word_tables("saved_text/words.txt")[kind]
