import pytest

from crawler.parsing.document.decoding import decode

JAPANESE = "<p>政策研究のための文書館です。出版物を集めて読みます。</p>" * 5
RUSSIAN = "<p>Правительство опубликовало новый доклад о политике занятости.</p>" * 5


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_any_form_needs_no_declaration(name: str) -> None:
    assert decode(f"<html><body>{JAPANESE}</body></html>".encode(name))[1].decode() == (
        f"<html><body>{JAPANESE}</body></html>")


@pytest.mark.parametrize(("name", "text"), [
    ("gb18030", "<p>国务院发布新的就业政策报告。</p>"), ("shift_jis", JAPANESE),
    ("euc-jp", JAPANESE), ("iso-2022-jp", JAPANESE),
    ("euc-kr", "<p>정부는 새로운 정책 보고서를 발표했다.</p>"), ("big5", "<p>政府發表新的政策報告</p>"),
    ("windows-1251", RUSSIAN), ("koi8-r", RUSSIAN), ("windows-1252", "<p>“Économie” – Übergang</p>")])
def test_declared_encoding_is_read(name: str, text: str) -> None:
    body = text.encode(name)
    assert decode(body, name)[1].decode() == text
    assert decode(f'<meta charset="{name}">'.encode() + body)[1].decode().endswith(text)


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode(RUSSIAN.encode(), "iso-8859-1")[1].decode() == RUSSIAN


def test_windows_1252_called_utf8_is_read_as_what_it_is() -> None:
    assert decode("<p>L’été à Genève</p>".encode("cp1252") * 9, "utf-8")[1].decode().startswith("<p>L’été à Genève</p>")


def test_stray_western_bytes_leave_the_utf8_around_them_alone() -> None:
    body = RUSSIAN.encode() + b"<p>caf\xe9 \x93so\x94</p>"
    assert decode(body, "utf-8")[1].decode() == RUSSIAN + "<p>café “so”</p>"


@pytest.mark.parametrize(("name", "text"), [
    ("windows-1251", RUSSIAN), ("koi8-r", RUSSIAN), ("gb18030", "<p>国务院发布新的就业政策报告。</p>" * 9),
    ("shift_jis", JAPANESE), ("iso-8859-7", "<p>Η επιτροπή εξέτασε τα στοιχεία για τις λεκάνες.</p>" * 5)])
def test_words_of_other_letters_are_no_latin_1_whatever_is_declared(name: str, text: str) -> None:
    assert decode(text.encode(name), "iso-8859-1")[1].decode() == text


def test_latin_1_means_windows_1252_as_in_browsers() -> None:
    assert decode(b"<p>\x93so\x94 caf\xe9</p>", "iso-8859-1")[1].decode() == "<p>“so” café</p>"


def test_xml_declaration_names_the_encoding() -> None:
    body = b'<?xml version="1.0" encoding="windows-1251"?>' + RUSSIAN.encode("cp1251")
    assert decode(body)[1].decode().endswith(RUSSIAN)


def test_unknown_charset_is_passed_over() -> None:
    assert decode(RUSSIAN.encode("cp1251"), "x-no-such")[1]


def test_nuls_vanish() -> None:
    assert decode(b"<p>one\0 two</p>") == ("utf-8", b"<p>one two</p>")


@pytest.mark.parametrize("between", ["latin-1", "cp1252"])
def test_utf8_that_was_encoded_twice_is_read_as_what_was_meant(between: str) -> None:
    meant = "<p>The Bank’s plan – “slowly – déjà vu</p>"
    assert decode(meant.encode().decode(between).encode())[1].decode() == meant


def test_letters_beside_text_that_was_encoded_twice_are_kept() -> None:
    twice = "the Bank’s".encode().decode("latin-1")
    assert decode(f"<p>Ünlü café, MANHÃ – {twice}</p>".encode())[1].decode() == "<p>Ünlü café, MANHÃ – the Bank’s</p>"


CENTRAL = {
    "pl": "Rząd ogłosił nowe cła na import stali, które wejdą w życie w przyszłym roku i obejmą wszystkich.",
    "cs": "Vláda oznámila nová cla na dovoz oceli, která vstoupí v platnost příští rok a dotknou se všech dodavatelů.",
    "hu": "A kormány új vámokat jelentett be az acél behozatalára, amelyek jövőre lépnek életbe, és sokan fizetnek.",
    "tr": "Hükümet, gelecek yıl yürürlüğe girecek ve herkesi etkileyecek çelik ithalat vergilerini açıkladı.",
    "lt": "Vyriausybė paskelbė naujus plieno importo muitus, kurie įsigalios kitais metais ir palies visus tiekėjus.",
    "is": "Ríkisstjórnin tilkynnti um nýja tolla á innflutt stál sem taka gildi á næsta ári og ná til allra birgja.",
    "en": "The government announced new “tariffs” on steel – which will take effect next year, at Lidl’s café, too."}


@pytest.mark.parametrize("declared", [None, "iso-8859-1", "windows-1252", "utf-8", "x-no-such"])
@pytest.mark.parametrize(("language", "name"), [
    ("pl", "cp1250"), ("pl", "iso8859-2"), ("cs", "cp1250"), ("cs", "iso8859-2"), ("hu", "cp1250"), ("tr", "cp1254"),
    ("lt", "cp1257"), ("is", "cp1252"), ("en", "cp1252")])
def test_latin_letters_are_those_of_the_language_whatever_is_declared(
        language: str, name: str, declared: str | None) -> None:
    body = f"<html><script>if (a < b) c()</script><p>{CENTRAL[language]}</p>" + f"<p>{CENTRAL[language]}</p>" * 3
    assert decode(body.encode(name), declared)[1].decode() == body


def test_chinese_of_which_half_the_bytes_are_ascii_is_no_latin_1() -> None:
    text = "<p>政府宣布了新的鋼鐵進口關稅政策，該政策將於明年生效，並影響所有供應商。</p>" * 5
    assert decode(text.encode("big5"), "iso-8859-1")[1].decode() == text


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["รัฐบาลประกาศภาษีนำเข้าเหล็กกล้าใหม่", "Правительство опубликовало новый доклад"])
def test_wide_characters_need_no_mark_where_little_is_ascii(name: str, text: str) -> None:
    body = f"<html><body><p>{text * 9}</p></body></html>"
    assert decode(body.encode(name), "utf-8")[1].decode() == body


def test_a_byte_order_mark_before_other_text_does_not_spoil_it() -> None:
    assert decode(b"\xef\xbb\xbf" + RUSSIAN.encode("cp1251"), "windows-1251")[1].decode() == RUSSIAN
