import pytest

from crawler.parsing.language import bcp47, find_language
from tests.crawler.parsing.pages import read

ENGLISH = "The committee looked at the evidence for two years and found that rates of poverty fell. " * 3
GERMAN = "Der Ausschuss hat die Belege zwei Jahre lang geprüft und festgestellt, dass die Armut gesunken ist. " * 3
FRENCH = "Le comité a examiné les données pendant deux ans et constaté que la pauvreté a reculé partout. " * 3
JAPANESE = "委員会は二年間にわたり証拠を調べ、ほとんどの地域で貧困率が下がったことを明らかにした。" * 4


def language(markup, text):
    outline, claims = read(markup)
    return find_language(outline, claims, text)


LANGUAGES = {
    "declared language keeps its region": ({"markup": "<html lang='en-GB'><p>x", "text": ENGLISH}, "en-GB"),
    "declaration stands where words are few": ({"markup": "<html lang='fr'><p>x", "text": "Two words"}, "fr"),
    "nothing declared and no words is none": ({"markup": "<p>x", "text": ""}, None),
    "bare tag is not completed by the default of a plugin": (
        {"markup": "<html lang='en'><meta property='og:locale' content='en_US'><p>x", "text": ENGLISH}, "en"),
    "declaration that agrees with the text is found among several": (
        {"markup": "<html lang='en'><head><meta name='dc.language' content='de-AT'></head><p>x", "text": GERMAN},
        "de-AT"),
    "json ld language is a declaration": (
        {"markup": '<script type="application/ld+json">{"@type": "Article", "headline": "A", "inLanguage": "pt-BR"}'
          "</script>", "text": ""}, "pt-BR"),
}


@pytest.mark.parametrize(("page", "expected"), LANGUAGES.values(), ids=LANGUAGES)
def test_language_of_a_page(page, expected):
    assert language(**page).value == expected


def test_evidence_says_that_the_text_agrees():
    assert language("<html lang='de'><p>x", GERMAN).origin == "html lang, confirmed by the text"


def test_text_wins_over_a_template_that_says_english():
    found = language("<html lang='en'><p>x", FRENCH)
    assert (found.value, found.origin) == ("fr", "text, against html lang “en”")


def test_text_alone_tells_the_language():
    assert (language("<p>x", JAPANESE).value, language("<p>x", GERMAN).value) == ("ja", "de")
    short = "近日，国务院办公厅印发意见，对统计工作作出部署。意见要求，各地区、各部门要结合实际，认真抓好贯彻落实。"
    assert language("<p>x", short).value == "zh"


@pytest.mark.parametrize(("text", "tag"), [
    ("راجعت اللجنة كيفية عمل القواعد خلال السنوات الثلاث الماضية ووجدت أن الشركات الصغيرة تتحمل معظم تكاليف الامتثال. "
     "في معظم المناطق انخفض عدد عمليات التفتيش بينما ارتفع عدد شكاوى السكان بنحو الثلث منذ بدء الإصلاح.", "ar"),
    ("Vlada je usvojila novi zakon, saopšteno je danas posle sednice. Ministar je rekao da će primena početi sledeće "
     "godine i da će opštine dobiti više novca nego pre.", "sr"),
    ("委員會審查了過去三年來規則的運作情況，發現小型企業承擔了大部分的合規成本，並建議政府重新檢討。" * 3, "zh"),
])
def test_kin_of_a_language_do_not_save_a_template_that_says_english(text, tag):
    assert language("<html lang='en'><p>x", text).value == tag


NYNORSK = ("Utvalet har gått gjennom korleis reglane har verka dei siste tre åra, og fann at små bedrifter ber det "
           "meste av kostnadene. Talet på kontrollar har gått ned, medan talet på klager frå innbyggjarane har auka.")
BOKMAAL = ("Utvalget har gått gjennom hvordan reglene har virket de siste tre årene, og fant at små bedrifter bærer "
           "det meste av kostnadene. Antallet kontroller har gått ned, mens antallet klager fra innbyggerne har økt.")


@pytest.mark.parametrize(("said", "text", "tag"), [
    ("nb", NYNORSK, "nn"), ("no", NYNORSK, "nn"), ("nn", NYNORSK, "nn"), ("nb-NO", BOKMAAL, "nb-NO"),
    ("no", BOKMAAL, "no"), ("nn", BOKMAAL, "no"),
])
def test_the_two_forms_of_norwegian_are_told_apart(said, text, tag):
    assert language(f"<html lang='{said}'><p>x", text).value == tag


@pytest.mark.parametrize(("said", "text", "tag"), [
    ("zh-CN", "委員會審查了過去三年來規則的運作情況，發現對於從業者的影響，並與政府開會討論這個問題。", "zh-Hant"),
    ("zh-TW", "委员会审查了过去三年来规则的运作情况，发现对于从业者的影响，并与政府开会讨论这个问题。", "zh-Hans"),
    ("zh-HK", "委員會審查了過去三年來規則的運作情況，發現對於從業者的影響，並與政府開會討論這個問題。", "zh-HK"),
    ("zh", "委員會審查了過去三年來規則的運作情況，發現對於從業者的影響，並與政府開會討論這個問題。", "zh"),
])
def test_chinese_is_in_the_script_of_the_text(said, text, tag):
    assert language(f"<html lang='{said}'><p>x", text * 3).value == tag


@pytest.mark.parametrize(("written", "tag"), [
    ("en_US", "en-US"), ("zh-Hans-CN", "zh-Hans-CN"), ("fr-FR, en", "fr-FR"), ("de_DE.UTF-8", "de-DE"), ("jp", "ja"),
    ("x-default", None), ("12", None), ("English", "en"), ("es-419", "es-419"),
])
def test_tags_are_brought_to_one_form(written, tag):
    assert bcp47(written) == tag
