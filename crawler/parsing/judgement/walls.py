"""Short pages that stand where a publication should: errors, walls, notices; told by what they say. Pure."""

import re
from collections.abc import Sequence
from functools import cache

from crawler.parsing.outline import Outline
from crawler.parsing.word_files import lines_of, word_tables

Wall = tuple[str, str]         # the kind of page that stands there instead, and its reason in words
MOST_CHARACTERS = 700          # of prose; a publication about errors and walls says more
MOST_OF_NOTHING = 300          # of a list that has no entries
LEAST_LINE = 30
MOST_SHORT_LINES = 60          # of a page, that are looked at
LEAST_SAID = 60                # of prose besides the plea for scripts; articles have such pleas too, for their comments
MOST_BETWEEN = 60              # characters between a page and that it is missing
_WITHOUT_SPACES = frozenset({"ja", "zh", "ko"})
COOKIES = "a question about cookies"

_MISSING = "an error page"
_SAYS = (
    ("error", _MISSING, re.compile(
        r"(?:could ?n[o'’]t|can ?not|can['’]t|unable to|didn't|did not) (?:seem to )?(?:be )?(?:find|found|locate)"
        r"[^.]{0,30}\b(?:page|document|file|article|content|looking for|requested)|"
        r"\bpage\b[^.]{0,40}\b(?:not (?:be )?found|does(?:n't| not) exist|no longer (?:exists?|available|here)|"
        r"(?:has|may have|might have) been (?:moved|removed|deleted))|"
        r"nothing (?:exists|(?:was |could be )?found) at this (?:location|address)", re.IGNORECASE)),
    ("error", "a notice that the site is down", re.compile(
        r"\b(?:down|undergoing|under) (?:for )?(?:scheduled |planned |routine )?maintenance\b|"
        r"\b(?:temporarily|currently) unavailable\b", re.IGNORECASE)),
    ("login", "a wall before the text", re.compile(
        r"\b(?:sign|log) ?in\b[^.]{0,30}\b(?:to (?:read|continue|view|access)|required)|"
        r"\bsubscribe (?:now )?to (?:continue|read)|\breached your limit of (?:free )?articles|"
        r"\b(?:members|subscribers) only\b|nur für (?:abonnenten|mitglieder)|réservé aux abonnés|"
        r"exclusivo para suscriptores", re.IGNORECASE)),
    ("error", _MISSING, re.compile(r"can['’]t find what you (?:were|are|['’]re) looking for", re.IGNORECASE)),
    ("error", "a refusal by a firewall", re.compile(
        r"\brequested (?:url|page|resource) (?:was|has been) (?:rejected|blocked|denied)\b|"
        r"\byou(?:r (?:ip(?: address)?|request|connection))? (?:was|has been|have been|were|are) (?:temporarily )?"
        r"(?:blocked|rejected|flagged)\b|\b(?:support|incident|attack|ray) id\b\W{0,3}(?:is\W{0,2})?[\w-]*\d|"
        r"\bunusual (?:traffic|activity) from your?\b|\bsecurity (?:service|system|solution) to protect itself\b|"
        r"\bblocked by (?:our|the|a) (?:\w+ )?(?:firewall|security)\b|"
        r"\bpermission to access\b[^.]{0,80}\bon this server\b|"
        r"\bverify(?:ing)? (?:that )?you(?:['’]re| are) (?:a )?human\b",
        re.IGNORECASE)),
    ("error", COOKIES, re.compile(
        r"\bbefore you continue\b|\bbevor sie fortfahren\b|\bavant de continuer\b|\bantes de continuar\b|"
        r"\bprima di continuare\b|\bvoordat u (?:verder|door)gaat\b|"
        r"\bwe use cookies\b[^.]{0,80}\bif you agree\b|\benable (?:javascript and )?cookies\b",
        re.IGNORECASE)),
)
# What such a page is headed, and nothing more.
_HEADS = frozenset("""
request rejected|access denied|access restricted|not acceptable|web page blocked|request blocked|ip blocked
|too many requests|pardon our interruption|robot check|bot verification|human verification|security check
|session expired|session timeout|one moment, please|please wait|zugriff verweigert|zugriff gesperrt|zu viele anfragen
|accès refusé|accès interdit|acceso denegado|acceso restringido|acesso negado|acesso bloqueado|accesso negato
|toegang geweigerd|åtkomst nekad|adgang nægtet|ingen tilgang|pääsy estetty|odmowa dostępu|přístup odepřen
|prístup zamietnutý|acces interzis|hozzáférés megtagadva|доступ запрещен|доступ запрещён|доступ заборонено
|erişim engellendi|تم رفض الوصول|הגישה נדחתה|アクセスが拒否されました|访问被拒绝|存取被拒|접근이 거부되었습니다
""".replace("\n", "").split("|"))
_SCRIPT = re.compile(
    r"\b(?:enable|requires?|needs?|activate|turn on|without) javascript\b|"
    r"\bjavascript (?:is|must be|has to be|seems to be) (?:\w+ )?(?:disabled|required|enabled|turned off)\b|"
    r"\b(?:activer|activez|nécessite) (?:le )?javascript\b|\bjavascript (?:aktivieren|aktiviert|erforderlich)\b|"
    r"\b(?:active|activar|habilite|habilitar|ative|ativar|attivare|abilitare) (?:o |el )?javascript\b", re.IGNORECASE)


def read_wall(outline: Outline) -> Wall | None:
    """What kind of page stands here instead, and its reason in words; None for a page that says more than that."""
    title = [outline.text(i)[:160] for i in outline.all("h1")[:1]]
    lines = [run.text for run in outline.runs if len(run.text) >= LEAST_LINE and run.link_chars * 2 < len(run.text)
             and outline.tags[run.element] not in ("title", "footer", "nav")]
    if sum(len(line) for line in lines if not _SCRIPT.search(line)) < LEAST_SAID \
            and (found := _SCRIPT.search(" ".join(lines))):
        return "error", f"a page that only a script fills, which says “{found[0]}”"
    said = ". ".join([*title, *lines])
    if len(said) > MOST_CHARACTERS:
        return None
    if title and title[0].strip(" .!…").lower() in _HEADS:
        return "error", f"a refusal by a firewall that says “{title[0]}”"
    brief = said if len(said) > MOST_OF_NOTHING else ". ".join([said, *_short_lines(outline)])
    for kind, name, pattern in _SAYS:
        if found := pattern.search(brief if name == _MISSING else said):
            return kind, f"{name} that says “{found[0]}”"
    if missing := said_missing(brief):
        return "error", f"{_MISSING} that says “{missing}”"
    lower, words = said.lower(), word_tables("judgement/walls.txt")
    if down := next((down for down in words["down"] if down in lower), None):
        return "error", f"a notice that the site is down that says “{down}”"
    empty = next((empty for empty in words["empty"] if empty in lower), None) if len(said) <= MOST_OF_NOTHING else None
    return ("listing", f"an index: a list that is empty, which says “{empty}”") if empty else None


def _short_lines(outline: Outline) -> Sequence[str]:
    """Lines too short to be prose: all that a page of few words may say of what is missing, in Chinese or Arabic."""
    return [run.text for run in outline.runs[:MOST_SHORT_LINES] if len(run.text) < LEAST_LINE and not run.link_chars
            and outline.tags[run.element] not in ("title", "footer", "nav")]


def said_missing(text: str) -> str | None:
    """The words by which a text in any language but English says that a page was not found; None where it does not."""
    lower = text.lower()
    for language, page in _by_language("page").items():
        if any(word in lower for word in page.split("|")) and (found := _missing(language).search(lower)):
            return found[0]
    found = _nothing().search(lower)
    return found[0] if found else None


@cache
def _missing(language: str) -> re.Pattern[str]:
    """What says in this language that a page is missing: made when its word for a page is met, which few pages say."""
    page, missing = _by_language("page")[language], _by_language("missing")[language]
    page = f"(?:{page})" if language in _WITHOUT_SPACES else rf"\b(?:{page})\b(?! \d)"
    between = rf"[^.;:。、，\d]{{0,{MOST_BETWEEN}}}?"
    return re.compile(f"{page}{between}(?:{missing})|(?:{missing}){between}{page}")


@cache
def _nothing() -> re.Pattern[str]:
    """What says so in any language without a word for a page."""
    return re.compile("|".join(_by_language("none").values()))


@cache
def _by_language(kind: str) -> dict[str, str]:
    lines = (line.split(" ", 2) for line in lines_of("judgement/walls.txt"))
    return {language: words for said, language, words in lines if said == kind}
