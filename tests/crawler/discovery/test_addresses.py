"""What an address alone says."""

import pytest

from crawler.discovery.addresses import family, index_reason, page_number, refusal

SITE = "https://example.org"


@pytest.mark.parametrize("path", ["/logo.PNG", "/user/login", "/wp-admin/", "/?s=tariffs", "/search?q=x", "/cart",
                                  "/a?action=edit", "/a/b/a/b/a/b", "/en/en/en", "/news/example.org/news",
                                  "/" + "x" * 1200, "/data.xlsx", "/search?page=2&text=rivers", "/search?topic=3",
                                  "/papers?page=2&keywords=rivers", "/papers?keys=rivers", "/papers?searchWord=rivers",
                                  "/p/the-rail-bridge/comments", "/p/the-rail-bridge/comment/7712",
                                  "/2024/05/steel/comment-page-2/"])
def test_what_is_never_worth_fetching_is_refused(path: str) -> None:
    assert refusal(SITE + path)


@pytest.mark.parametrize("path", ["/", "/a/report.pdf", "/page.php?p=0000831", "/news/search-for-growth",
                                  "/2024/05/05/x", "/shared-services", "/en/news/2024/authors-of-reform",
                                  "/index.php?view=article&id=3", "/cgi-bin/show.pl?doc=7",
                                  "/papers?page=2&keywords=", "/search?page=2&q=", "/wp-content/uploads/2024/05/a.pdf",
                                  "/cp.aspx?n=3254&s=18842", "/index.php?q=node/12", "/?q=en/news/tariffs",
                                  "/board/view.php?idx=77&search=steel", "/press?postId=88&q=levy",
                                  "/comment/steel-and-tariffs", "/consultations/2024/comments",
                                  "/news/" + "%D8%A7%D9%84" * 60])
def test_what_may_be_a_publication_is_fetched(path: str) -> None:
    assert refusal(SITE + path) is None


@pytest.mark.parametrize("path", ["/", "/news?page=2", "/news/page/4/", "/2024/", "/news?_page=2", "/news?pageIndex=0",
                                  "/news?query-4-page=3", "/news?e-page-0a1b2c3=2", "/news?fwp_paged=2",
                                  "/2024/05", "/tag/trade",
                                  "/archive/", "/en/", "/pt-br", "/index.php", "/fr/Default.aspx", "/home",
                                  "/author/ana-ruiz/", "/authors/ana-ruiz", "/blog?offset=1635551234567",
                                  "/press/archive/2024/may", "/news/?PAGEN_1=2",
                                  "/news?_com_x_portlet_INSTANCE_aB3_cur=2", "/?tx_n[%40widget_0][currentPage]=2",
                                  "/2023/Dezember/", "/2023/août"])
def test_an_index_is_known_by_its_address(path: str) -> None:
    assert index_reason(SITE + path)


@pytest.mark.parametrize("path", ["/2024/05/tariffs", "/page.php?p=0000831", "/?p=12", "/news/tag-along-clauses",
                                  "/archive/the-long-view", "/category/news/tariffs", "/article?page=0000831",
                                  "/en/tariffs", "/index.php?id=12", "/homes-for-all", "/author/2024/on-writing",
                                  "/uk/index-of-prices", "/archive.php?id=12", "/motions/M-101/2024",
                                  "/2024/marine-strategy", "/2024/may-budget"])
def test_a_publication_is_not_taken_for_an_index_by_its_address(path: str) -> None:
    assert index_reason(SITE + path) is None


def test_page_numbers_of_paths_and_queries_are_read() -> None:
    assert (page_number(SITE + "/a/page/12"), page_number(SITE + "/a?paged=3")) == (12, 3)


def test_number_of_a_menu_names_no_entry_of_a_list() -> None:
    assert page_number(SITE + "/index.php?option=com_content&view=category&id=5&Itemid=55&start=10") == 10


def test_months_of_a_calendar_are_one_family() -> None:
    assert family(SITE + "/calendar/2031/05") == family(SITE + "/calendar/1999/12")


def test_programs_at_the_root_are_families_of_their_own() -> None:
    assert family(SITE + "/show.php?a=1&b=2&c=3") != family(SITE + "/calendar.php?y=2031&m=5&d=1")


def test_programs_in_one_folder_are_families_of_their_own_and_titles_none() -> None:
    assert family(SITE + "/journal/txt.php?id=A-2026-7") != family(SITE + "/journal/xml.php?id=A-2026-7")
    assert family(SITE + "/journal/rates-rise.php?id=1") == family(SITE + "/journal/cities-wait.php?id=2")


def test_what_a_program_asks_by_in_all_its_addresses_makes_no_facets() -> None:
    asked = ("id=21&tx_news[uid]=4&cHash=a1&L=1", "id=21&tx_news[uid]=4&cHash=a1&L=1&type=98", "id=4&uid=4&cHash=b&L=1")
    assert len({family(f"{SITE}/index.php?{query}") for query in asked}) == len(asked)
    facets = ("id=2&year=3&topic=4&kind=5", "id=2&year=3&topic=4&lake=5")
    assert len({family(f"{SITE}/list.php?{query}") for query in facets}) == 1


def test_articles_and_calendar_are_two_families() -> None:
    assert family(SITE + "/news/tariffs-again") != family(SITE + "/calendar/2031")


def test_counted_facets_are_one_name() -> None:
    assert family(SITE + "/browse?f%5B0%5D=topic:3") == family(SITE + "/browse?f[1]=year:2024")


def test_a_raised_figure_is_the_number_of_no_page() -> None:
    assert page_number("https://example.org/list?page=%C2%B2") is None


@pytest.mark.parametrize("path", [
    "/bbs/board.php?bo_table=press&wr_id=123&page=3", "/index.php?mid=news&page=2&document_srl=12345",
    "/bbs/selectBbsNttView.do?key=12&bbsNo=56&nttNo=789&pageIndex=1", "/news_detail.php?id=33&pg=2",
    "/view.asp?idx=123&page=2", "/cgi-bin/document.py?court=high&nr=31207&page=0",
    "/board.es?bid=0027&act=view&list_no=370112&nPage=1"])
def test_entry_of_a_board_is_no_page_of_its_list(path: str) -> None:
    assert index_reason(SITE + path) is None
    assert page_number(SITE + path) is None


@pytest.mark.parametrize("path", [
    "/board.php?board_id=3&page=2", "/list.do?bbsId=B1&pageIndex=4", "/overview?id=4&page=2",
    "/news/list-view?id=4&page=2", "/news?category_id=4&page=2", "/view.php?page=2",
    "/documents.php?year=2024&page=2", "/document?type=4&page=2", "/board.es?bid=0027&nPage=4", "/list?curr_page=3"])
def test_page_of_a_board_is_one_of_a_list(path: str) -> None:
    assert index_reason(SITE + path)
