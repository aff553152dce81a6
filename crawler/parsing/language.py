"""Claims and text -> the language of the publication (BCP 47), as declared and checked against its words. Pure.

The words win over a declaration they plainly contradict: templates often say `en` on pages in other languages. A region
is kept only as declared (`pt-BR`), for words don't tell it.
"""

import re

from crawler.parsing.choice import Candidate, Choice
from crawler.parsing.claims import Claims
from crawler.parsing.json_ld import plain
from crawler.parsing.outline import Outline
from crawler.parsing.spoken import SAMPLE_CHARS, are_kin, identify

_SURE = 0.98
_SHARE = 0.2                  # of words that are among a language's commonest, where a text is written in it
_ENGLISH_SHARE = 0.14         # its commonest words are those of no neighbour, and its headlines and lists have few
_COMMON = {
    "en": frozenset("the of and to in a is that for with on are as this by be it from was have which".split()),
    "de": frozenset("der die das und in den von zu mit dem des ist ein eine für auf nicht im sich als auch es".split()),
    "fr": frozenset("de la le les et des en du un une est dans pour que qui au sur par pas plus ce il".split()),
    "es": frozenset("de la el que en y los las del un una por con para se es su al como más lo".split()),
    "it": frozenset("di il la che e in per un una del della le i con è non si da dei al alla sono".split()),
    "pt": frozenset("de a o que e do da em um uma para com não os as no na por mais dos das ao".split()),
    "nl": frozenset("de het een van en in is op dat te voor met zijn aan er niet die om ook als".split()),
    "sv": frozenset("och att det i en på som är av för med till den har de inte om ett från vi men var".split()),
    "da": frozenset("og i at det er en til på som med for af de den har ikke der et om fra vi men".split()),
    "fi": frozenset("ja on ei se että oli myös mutta kun joka hän ovat tai kuin sen mukaan vuonna jo ole".split()),
    "pl": frozenset("w i na z do się nie to jest że o za po od dla przez oraz jak są ze które przy".split()),
    "cs": frozenset("a v se na je že o s z do i to pro za k od by jako ve po jsou které při není".split()),
    "hu": frozenset("a az és hogy nem is egy van meg volt de mint ezt csak már el még ha vagy azt".split()),
    "ro": frozenset("de și în a la cu pe că din o nu pentru este care mai sunt un se au fost prin ce".split()),
    "tr": frozenset("ve bir bu için ile olarak da de daha en olan gibi çok sonra kadar ise göre her".split()),
    "id": frozenset("yang dan di ini dengan untuk dari pada dalam tidak itu akan ke oleh juga adalah".split()),
    "ru": frozenset("и в не на что с по как это для из к о от за его также то а при но их был все".split()),
    "uk": frozenset("і в не на що з та до у за як це для про від його також але його які є при".split()),
    "el": frozenset("και το η να του της την ο με για από στην τη στο που των τα είναι σε θα".split()),
}
_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@].*)?", re.IGNORECASE)
_META = ("content-language", "language", "dc.language", "dcterms.language", "citation_language", "og:locale",
         "inlanguage")
_NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl",
    "nederlands": "nl",
    "russian": "ru", "русский": "ru", "chinese": "zh", "中文": "zh", "japanese": "ja", "日本語": "ja", "arabic": "ar",
    "العربية": "ar", "korean": "ko", "polish": "pl", "polski": "pl", "swedish": "sv", "svenska": "sv", "danish": "da",
    "norwegian": "no", "finnish": "fi", "suomi": "fi", "greek": "el", "turkish": "tr", "czech": "cs", "ukrainian": "uk"}
_NORWEGIAN = frozenset({"no", "nb", "nn"})
_SCRIPTS = {"Hans": "Hans", "CN": "Hans", "SG": "Hans", "Hant": "Hant", "TW": "Hant", "HK": "Hant", "MO": "Hant"}
_LETTERS = {"Hans": "们这国会来时个说为对发经过开关与后实现体点种机动长问当应两从间",     # of common words
            "Hant": "們這國會來時個說為對發經過開關與後實現體點種機動長問當應兩從間"}
_PLAINLY = 4                  # times as many letters of the one script as of the other
_WRITTEN = {"iw": "he", "in": "id", "ji": "yi", "jp": "ja", "cn": "zh", "kr": "ko", "cz": "cs", "gr": "el", "ua": "uk"}


def find_language(outline: Outline, claims: Claims, text: str) -> Choice[str | None]:
    """The language; `text` is the body. None where nothing is declared and the words are too few to tell."""
    declared = _declared(outline, claims)
    candidates: tuple[Candidate[str | None], ...] = tuple(
        Candidate(tag, origin, 1 - n / 10) for n, (tag, origin) in enumerate(declared))
    for tag, origin in declared:
        if _speaks(tag, text):
            return Choice(tag, f"{origin}, confirmed by the text", None, candidates)
    seen, sure = identify(text)
    if seen is None:
        return Choice(declared[0][0], declared[0][1], None, candidates) if declared else Choice(None)
    for tag, origin in declared:
        if _same(tag, seen, sure):
            if script := _other_script(tag, text):
                return Choice(f"zh-{script}", f"{origin} “{tag}”, in the script of the text", None, candidates)
            return Choice(tag, f"{origin}, confirmed by the text", None, candidates)
    if declared and sure < _SURE:
        return Choice(declared[0][0], f"{declared[0][1]}, not confirmed by the text", None, candidates)
    origin = f"text, against {declared[0][1]} “{declared[0][0]}”" if declared else "text"
    found: Candidate[str | None] = Candidate(seen, "text", round(sure, 3))
    return Choice(seen, origin, None, (found, *candidates))


def bcp47(written: str | None) -> str | None:
    """A language tag in its usual form; None for what is none.

    >>> bcp47("en_us"), bcp47("zh-hant-TW"), bcp47("Deutsch"), bcp47("xx-default"), bcp47("")
    ('en-US', 'zh-Hant-TW', 'de', None, None)
    """
    text = (written or "").strip().split(",")[0].split(";")[0].strip().lower()
    if text in _NAMES:
        return _NAMES[text]
    found = _TAG.fullmatch(text)
    if not found or found[1] in {"xx", "zxx", "und", "mul", "xn"}:
        return None
    parts = [_WRITTEN.get(found[1], found[1]), (found[2] or "").title(), (found[3] or "").upper()]
    return "-".join(part for part in parts if part)


def _speaks(tag: str, text: str) -> bool:
    """Whether the commonest words of a language make up a text: a cheap yes, never a no."""
    primary = tag.partition("-")[0]
    common, share = _COMMON.get(primary), _ENGLISH_SHARE if primary == "en" else _SHARE
    words = text[:SAMPLE_CHARS].lower().split() if common else []
    return common is not None and len(words) >= 40 and sum(map(common.__contains__, words)) >= share * len(words)


def _declared(outline: Outline, claims: Claims) -> list[tuple[str, str]]:
    """Declared tags, the surest first."""
    html = next((outline.attributes[i] for i in outline.all("html")), None)
    said: list[tuple[str | None, str]] = [(_in_language(claims), "json-ld inLanguage")]
    if html is not None:
        said.insert(0, (html.get("lang") or html.get("xml:lang"), "html lang"))
    said += [(claims.meta[name][0], f"meta {name}") for name in _META if name in claims.meta]
    return [(tag, origin) for written, origin in said if (tag := bcp47(written))]


def _in_language(claims: Claims) -> str | None:
    value = claims.own.get("inLanguage")
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return plain(value)


def _same(tag: str, seen: str, sure: float) -> bool:
    """Whether a text seen to be in a language may be in the declared one; Norwegian in its two forms is two."""
    primary = tag.partition("-")[0]
    if primary in _NORWEGIAN and seen in _NORWEGIAN and "nn" in (primary, seen) and sure >= _SURE:
        return primary == seen
    return primary == seen or are_kin(primary, seen)


def _other_script(tag: str, text: str) -> str | None:
    """The script of a Chinese text whose declaration plainly means the other one."""
    said = next((script for part in tag.split("-") if (script := _SCRIPTS.get(part))), None)
    if said is None or not tag.startswith("zh"):
        return None
    found = {script: sum(map(text.count, letters)) for script, letters in _LETTERS.items()}
    other = "Hant" if said == "Hans" else "Hans"
    return other if found[other] > _PLAINLY * (found[said] + 1) else None
