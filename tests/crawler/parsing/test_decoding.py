import pytest

from crawler.parsing.decoding import decode

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


def test_utf8_that_was_encoded_twice_is_read_as_what_was_meant() -> None:
    meant = "<p>The Bank’s plan – “slowly” – déjà vu</p>"
    assert decode(meant.encode().decode("latin-1").encode())[1].decode() == meant


def test_letters_beside_text_that_was_encoded_twice_are_kept() -> None:
    twice = "the Bank’s".encode().decode("latin-1")
    assert decode(f"<p>Ünlü café, {twice}</p>".encode())[1].decode() == "<p>Ünlü café, the Bank’s</p>"
