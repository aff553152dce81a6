"""Labels of ads: where the text goes on behind one, amid a sentence, in no element of their own."""

import pytest

from crawler.parsing.furniture.labels import ad_label
from tests.crawler.parsing.furniture.pages import LINES, news_of


@pytest.mark.parametrize("line", [
    "Der Artikel wird nach der Anzeige fortgesetzt", "Continúa después de la publicidad",
    "L'articolo continua sotto l'annuncio", "Реклама. Прокрутите, чтобы читать дальше", "يستمر بعد الإعلان",
    "記事は広告の後に続きます", "广告 - 请继续往下阅读", "이 기사는 광고 뒤에 이어집니다",
    "Article continues after this ad"])
def test_lines_that_say_that_the_text_goes_on_behind_an_ad_are_labels_in_any_words(line: str) -> None:
    assert ad_label(line) == "ad"


@pytest.mark.parametrize("line", [
    "The ads that continue to anger voters", "Die Anzeige geht weiter an das Gericht", "広告は後を絶たない"])
def test_headlines_on_ads_are_no_labels(line: str) -> None:
    assert ad_label(line) is None


@pytest.mark.parametrize(("amid", "slots"), [
    (" <span>ADVERTISEMENT</span>", 1), (' <ins class="ad">Advertisement</ins>', 1), (" <span>UN</span>", 0)])
def test_label_amid_a_sentence_is_cut_out_of_it(amid: str, slots: int) -> None:
    first, rest = LINES[2].split(" and ", 1)
    lines = "".join(f"<p>{line}</p>" for line in LINES)
    read = news_of(f"<div>{lines.replace(LINES[2], f'{first}{amid} and {rest}')}</div>")
    assert read.furniture.ad_slots == slots
    if slots:
        assert [" ".join(block.text.split()) for block in read.body.blocks] == LINES


def test_label_between_paragraphs_that_no_element_holds_is_a_slot() -> None:
    lines = "".join(f"<p>{line}</p><small>Advertisement</small>" for line in LINES)
    read = news_of(f"<div>{lines}</div>")
    assert read.furniture.ad_slots == len(LINES)
    assert [block.text for block in read.body.blocks] == LINES


def test_sentence_without_small_letters_goes_on_behind_an_ad() -> None:
    whole = "委员会在走访中发现该项目在各地区覆盖的家庭都少于原定计划，" * 3
    lines = (f"{whole}地方部门", "ADVERTISEMENT", f"对此{whole}", f"{whole}。", f"{whole}。")
    page = "".join(f"<p>{line}</p>" for line in lines)
    blocks = [block.text for block in news_of(f"<div>{page}</div>").body.blocks]
    assert blocks[0] == f"{whole}地方部门对此{whole}"


def test_headings_that_say_that_they_advertise_are_slots() -> None:
    lines = "".join(f"<p>{line}</p><h2>Advertisement: A new course of the institute in London</h2>" for line in LINES)
    read = news_of(f"<div>{lines}</div>")
    assert read.furniture.ad_slots == len(LINES)
    assert [block.text for block in read.body.blocks] == LINES
