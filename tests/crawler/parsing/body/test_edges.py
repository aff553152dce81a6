"""Lines around the text that are none of it: marks of its end, tools, headings of files."""

import pytest

from tests.crawler.parsing.furniture.pages import LINES, news_of

TEXT = "".join(f"<p>{line}</p>" for line in LINES)
FILE = '<p><a href="/files/levy.pdf">The levy</a></p>'


def texts(main: str) -> list[str]:
    return [block.text for block in news_of(f"<div>{main}</div>").body.blocks]


@pytest.mark.parametrize("end", [
    "<p>انتهای پیام/</p>", "<p>پایان پیام</p>", "<p>***</p><p><b>RKM/PS</b></p>", "<p>(끝)</p>", "<p>（完）</p>",
    "<p>以上</p>",
    f"<h4>เอกสารแนบ</h4>{FILE}", f"<p><b>Přílohy:</b></p>{FILE}", f"<p>Bijlagen</p>{FILE}", f"<p>附件：</p>{FILE}",
    "<h3>Indirizzo cui rivolgere domande</h3><p>Sezione Strade, tel. +41 58 000 00 00</p>",
    "<p>PDF, 2 MB</p><p>If you need a more accessible version, please write to us.</p><p>Say which.</p>",
])
def test_what_ends_a_release_is_none_of_it(end: str) -> None:
    assert texts(TEXT + end) == LINES


def test_a_row_of_links_to_scripts_is_a_tool() -> None:
    row = '<div>Text <a href="javascript:up()">A+</a> <a href="javascript:down()">A-</a> <a href="#">Print it</a></div>'
    assert texts(row + TEXT) == texts(TEXT + row) == LINES


def test_the_heading_of_an_annex_stays_with_its_text() -> None:
    assert texts(f"{TEXT}<h2>Anlagen</h2><p>{LINES[0]} Again.</p>")[-2:] == ["Anlagen", f"{LINES[0]} Again."]


@pytest.mark.parametrize("line", [
    "3 min read", "Lesezeit: 3 Minuten", "Temps de lecture : 3 min", "4 min. de lectura", "Lectura de 4 minutos",
    "読了まで3分", "Waktu baca 3 menit", "زمن القراءة: 3 دقائق", "Время чтения: 3 мин", "阅读时间：3分钟"])
def test_how_long_it_takes_to_read_the_text_is_none_of_it(line: str) -> None:
    assert texts(f"<p>{line}</p>{TEXT}") == LINES


@pytest.mark.parametrize("line", [
    "Listen to article", "Artikel anhören", "Écouter l'article", "Escucha este artículo", "Прослушать статью", "听文章",
    "기사 듣기", "Link copied to clipboard", "Enlace copiado", "Schriftgröße anpassen", "Tamaño de letra", "文字サイズ",
    "Save article", "Traduire cette page", "1,234 views", "阅读 1234", "Print", "Imprimer", "인쇄", "Share this",
    "Partager", "分享", "You are here: Home > News", "Sie sind hier: Startseite"])
def test_tools_above_the_text_are_none_of_it(line: str) -> None:
    assert texts(f"<div>{line}</div>{TEXT}") == LINES


@pytest.mark.parametrize("line", [
    "Was this page helpful?", "War diese Seite hilfreich?", "Cette page vous a-t-elle été utile ?", "¿Te ha sido útil?",
    "Была ли эта страница полезной?", "这个页面有用吗？", "このページは役に立ちましたか？",
    "Нашли ошибку? Выделите её и нажмите Ctrl+Enter"])
def test_what_asks_below_the_text_whether_it_was_of_use_is_none_of_it(line: str) -> None:
    assert texts(f"{TEXT}<p>{line}</p><div><span>Yes</span><div>No</div></div>") == LINES


@pytest.mark.parametrize("line", [
    "Keine Kommentare", "Brak komentarzy", "Report an error", "Сообщить об ошибке", "Kommentar schreiben", "发表评论",
    "版权所有", "무단 전재 및 재배포 금지", "Descargar PDF", "Read also", "Noticias relacionadas", "関連記事",
    "Sign up for our newsletter", "Abonnez-vous à notre newsletter"])
def test_tools_below_the_text_are_none_of_it(line: str) -> None:
    assert texts(f"{TEXT}<p>{line}</p>") == LINES


def test_advice_at_the_end_that_reads_like_an_appeal_stays() -> None:
    advice = ["Join hands across the river", "Contribute to the fund for nine ports", "Support our neighbours"]
    listed = "".join(f"<li>{line}</li>" for line in advice)
    assert texts(f"{TEXT}<p>The board advises the towns to do three things:</p><ul>{listed}</ul>")[-3:] == advice
