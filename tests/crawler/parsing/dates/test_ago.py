import pytest

from archive.records import Page
from crawler.parsing import parse_page
from crawler.parsing.dates.ago import is_ago, without_ago

PROSE = ["The mill at the weir ground eleven hundred tonnes of rye in the past year, a fifth more than was planned.",
         "Half of it went to bakers within a day's drive, who would otherwise have bought flour from abroad.",
         "The county now wants a second mill, and one could grind by next autumn if the old sluice were mended."]
AGO = ("3 days ago|1 year, 9 months ago|"
       "Published 3 hours ago|Yesterday|vor 3 Tagen|Veröffentlicht vor 2 Stunden|Gestern, 14:30 Uhr|"
       "il y a 3 jours|Publié il y a 2 heures|Hier à 14h30|hace 2 días|Ayer|3 giorni fa|há 3 dias|3 dagen geleden|"
       "för 3 dagar sedan|for 3 dager siden|3 päivää sitten|3 dni temu|před 3 dny|3 napja|acum 3 zile|2 дня назад|"
       "Вчера, 14:30|3 дні тому|πριν από 3 ημέρες|3 gün önce|قبل 3 أيام|منذ يومين|לפני 3 ימים|۳ روز پیش|3 दिन पहले|"
       "3 วันที่แล้ว|3 ngày trước|3 hari yang lalu|3日前|3일 전|3天前|昨天").split("|")


def read(above):
    text = "".join(f"<p>{line}</p>" for line in PROSE)
    markup = f"<html><head><title>A second mill</title></head><body><h1>A second mill</h1>{above}{text}</body></html>"
    return parse_page(Page.from_bytes(markup.encode(), url="https://rye.example/news/second-mill"))


@pytest.mark.parametrize("said", AGO)
def test_how_long_ago_is_neither_date_nor_text(said):
    found = read(f"<p>{said}</p>")
    assert ([block.text for block in found.blocks], found.published, found.dek) == (PROSE, None, None)


@pytest.mark.parametrize("said", ["vor 3 Tagen", "Yesterday", "il y a 3 jours", "hace 2 días", "昨天", "منذ يومين"])
def test_how_long_ago_is_no_part_of_a_name(said):
    found = read(f"<div class='byline'>By Ada Mill <span>{said}</span></div>")
    assert ([author.name for author in found.authors], [block.text for block in found.blocks]) == (["Ada Mill"], PROSE)


@pytest.mark.parametrize("said", [
    "Three days ago the mill stood still", "3 days", "Days", "For years", "The day before yesterday", "In 3 days"])
def test_other_words_of_time_are_text(said):
    assert not is_ago(said)


def test_names_that_sound_like_spans_stay():
    names = ["By Doris Day", "By May Weeks", "By Jack Ma", "By Ada Hoy", "By A. J. Ayer", "By River Forums"]
    assert [without_ago(name) for name in names] == names
