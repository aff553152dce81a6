"""What of an address tells only the place of an entry in its list."""

import pytest

from crawler.discovery.list_pages import without_place

SITE = "https://example.org"


@pytest.mark.parametrize(("link", "found_at", "plain"), [
    ("/news/122?page=3", "/news/123?page=3", "/news/122"),
    ("/press/ports-share-the-cost?page=4&word=", "/press?page=4", "/press/ports-share-the-cost"),
    ("/board.asp?bid=7&uid=33&gotopage=2", "/board.asp?bid=7&gotopage=2", "/board.asp?bid=7&uid=33"),
    ("/board.php?bid=7&uid=32&page=1", "/board.php?bid=7&uid=33", "/board.php?bid=7&uid=32"),
])
def test_the_page_of_the_list_is_left_out_of_an_entrys_address(link: str, found_at: str, plain: str) -> None:
    assert without_place(SITE + link, SITE + found_at) == SITE + plain


@pytest.mark.parametrize(("link", "found_at"), [
    ("/news?page=3", "/news?page=2"), ("/news/123?page=2", "/news/123"), ("/news/load-more?page=1", "/news"),
    ("/list?ajax=1&page=1", "/list"), ("/news?page=1&size=20", "/news"), ("/paper.php?n=41&page=2", "/paper.php?n=41"),
    ("/view.do?nttNo=7&page=4", "/list.do?page=3"),
])
def test_further_pages_keep_their_number(link: str, found_at: str) -> None:
    assert without_place(SITE + link, SITE + found_at) == SITE + link
