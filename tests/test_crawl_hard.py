"""The crawl against answers that go wrong, lists of odd makes, and files found before the page they belong to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.sample.pdf_file import write_pdf
from tests.crawling import READERS, Trial, crawl, kept, rows
from tests.site import Reply, Server, Site, serving
from tests.site.hard import hard_site
from tests.site.routes import html, links_to, urlset


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    db = tmp_path_factory.mktemp("crawl") / "archive.db"
    with serving(Site()) as server:
        server.site = hard_site(server.url)
        crawl(f"{server.url}/", db, *READERS, "--set", "DOWNLOAD_TIMEOUT=5")
        yield server, db


def test_every_publication_is_found_and_nothing_else(crawled: tuple[Server, Path]) -> None:
    server, db = crawled
    assert kept(db, server.url) == sorted(server.site.truth)


def test_a_file_found_first_belongs_to_its_landing_page(crawled: tuple[Server, Path]) -> None:
    server, db = crawled
    [(owner,)] = rows(db, "SELECT p.url FROM attachments JOIN urls AS u USING (url_id) "
                          "JOIN publications AS p ON p.publication_id = attachments.publication_id "
                          "WHERE u.url LIKE '%/files/early.pdf'")
    assert owner.endswith("/files/reports/landing-page") and server.count("/files/early.pdf") == 0


def test_pages_for_one_visitor_are_not_asked_for_and_those_about_the_site_are_none(
        crawled: tuple[Server, Path]) -> None:
    server, db = crawled
    assert not any(asked.path.startswith("/subscribe") for asked in server.log)
    [(reason,)] = rows(db, "SELECT reason FROM rejections JOIN urls USING (url_id) WHERE url = ?",
                       f"{server.url}/about")
    assert "about the site" in reason


@pytest.mark.parametrize(("path", "reason"), [
    ("/answers/packed-and-cut", "cut short"), ("/answers/long-header", "closed before"),
    ("/answers/many-headers", "headers are larger"), ("/answers/to-itself", "redirects to itself"),
    ("/answers/endless", "too long")])
def test_an_answer_that_is_none_stands_in_the_ledger(crawled: tuple[Server, Path], path: str, reason: str) -> None:
    server, db = crawled
    [(said,)] = rows(db, "SELECT reason FROM failures WHERE url = ?", server.url + path)
    assert reason in said


def test_a_wait_asked_for_with_a_date_is_kept(crawled: tuple[Server, Path]) -> None:
    server, _ = crawled
    first, second = [asked.at for asked in server.log if asked.path == "/answers/busy-until-a-date"]
    assert second - first > 1.9


def test_redirects_without_end_cost_no_more_than_their_budget(crawled: tuple[Server, Path]) -> None:
    server, _ = crawled
    assert sum(asked.path.startswith("/chain/") for asked in server.log) <= 20


def test_a_sitemap_of_fifty_thousand_addresses_costs_a_limited_crawl_little(site: Site, trial: Trial) -> None:
    paths = [f"/papers/{n}-of-many" for n in range(50_000)]
    site.articles(paths[:60])
    site.xml("/sitemap.xml", urlset(trial.server.url, paths))
    site.page("/", links_to(paths[:1]), "<title>Institute</title>")
    trial.crawl("--limit", "5")
    assert len(trial.kept()) == 5 and sum(asked.status == 200 for asked in trial.server.log) < 40
    assert trial.rows("SELECT count(*) FROM frontier WHERE origin = 'sitemap'") == [(49_999,)]


def test_a_robots_txt_that_cannot_be_had_closes_the_site_until_it_can(site: Site, trial: Trial) -> None:
    site.page("/", links_to(site.articles(["/news/a-story"])), "<title>Institute</title>")
    site.routes["/robots.txt"] = lambda before, headers: Reply(b"busy", 503) if before < 4 else Reply(
        b"User-agent: *\nDisallow: /rss", content_type="text/plain")
    trial.crawl()
    assert [asked.path for asked in trial.server.log][:5] == ["/robots.txt"] * 5
    assert trial.kept() == ["/news/a-story"] and trial.server.count("/rss", 404) == 0


NAMES = ("--set", "TWISTED_DNS_RESOLVER=tests.site.names.TestNames", "--set", "DOWNLOAD_DELAY=0",
         "--set", "AUTOTHROTTLE_ENABLED=False")


def test_the_www_twin_of_a_site_is_the_same_site(site: Site, trial: Trial) -> None:
    port = trial.server.server_address[1]
    stories = site.articles([f"/news/{n}-story" for n in range(4)])
    hosts = [f"http://www.institute.test:{port}", f"http://institute.test:{port}"]
    links = [f"{hosts[n % 2]}{path}" for n, path in enumerate(stories)] + [f"{hosts[1]}{stories[0]}"]
    site.page("/", "<h1>News</h1>" + "".join(f'<a href="{url}">A story of ours</a> ' for url in links))
    site.xml("/sitemap.xml", urlset(hosts[1], stories))
    crawl(f"{hosts[0]}/", trial.db, *NAMES)
    assert sorted(url.partition(f":{port}")[2] for url in kept(trial.db, "")) == stories
    assert all(trial.server.count(path) == 1 for path in stories)


def test_a_host_in_another_script_is_one_host_however_it_is_written(site: Site, trial: Trial) -> None:
    port = trial.server.server_address[1]
    stories = site.articles(["/politik/1-text", "/politik/2-text"])
    hosts = [f"http://{host}.test:{port}" for host in ("b\u00fccher", "xn--bcher-kva", "B%C3%BCCHER")]
    site.page("/", "<h1>Politik</h1>" + "".join(
        f'<a href="{host}{path}">Ein Text</a> ' for host in hosts for path in stories))
    crawl(f"{hosts[0]}/", trial.db, *NAMES)
    assert kept(trial.db, hosts[1]) == stories
    assert all(trial.server.count(path) == 1 for path in stories)


def test_a_file_of_the_publishers_that_another_host_hands_out_is_kept_and_a_page_there_is_not(
        site: Site, trial: Trial) -> None:
    away = f"http://store.test:{trial.server.server_address[1]}"
    site.articles(["/elsewhere"])
    site.routes["/away/report.pdf"] = Reply(write_pdf([[("Dues of the northern ports", 20)]]),
                                            content_type="application/pdf")
    site.routes["/files/report.pdf"] = Reply(status=302, headers={"Location": f"{away}/away/report.pdf"})
    site.routes["/papers/elsewhere"] = Reply(status=302, headers={"Location": f"{away}/elsewhere"})
    site.page("/", '<h1>Papers</h1><a href="/files/report.pdf">Report</a> <a href="/papers/elsewhere">Paper</a>')
    crawl(f"http://institute.test:{trial.server.server_address[1]}/", trial.db, *NAMES)
    assert kept(trial.db, away) == ["/away/report.pdf"]


def below(server: Server, name: str = "") -> str:
    """The address of a host of the institute."""
    return f"http://{name}{'.' if name else ''}institute.test:{server.server_address[1]}"


def test_a_host_that_the_first_page_leads_to_is_crawled_with_its_target_and_stays_so(site: Site, trial: Trial) -> None:
    site.articles(papers := [f"/papers/{n}-of-ours" for n in range(4)])
    homes = {"papers": links_to(papers[:3]), "login": "<h1>Log in</h1>"}
    lead = "".join(f'<a href="{below(trial.server, name)}/">{name}</a> ' for name in homes)
    site.routes["/"] = lambda _, headers: Reply(html(homes.get(headers["host"].partition(".")[0], lead)))
    told = crawl(f"{below(trial.server)}/", trial.db, *NAMES)
    assert kept(trial.db, below(trial.server, "papers")) == papers[:3]
    assert f"papers.{below(trial.server)[7:]} is crawled as well" in told.stdout
    assert all(not asked.headers["host"].startswith("login") for asked in trial.server.log)
    homes["papers"] = links_to(papers)
    crawl(f"{below(trial.server)}/", trial.db, *NAMES)
    assert kept(trial.db, below(trial.server, "papers")) == papers


def test_a_host_that_the_sitemap_lists_pages_of_is_crawled(site: Site, trial: Trial) -> None:
    site.articles(papers := [f"/papers/{n}-of-ours" for n in range(4)])
    site.page("/", "<h1>Institute</h1>")
    site.xml("/sitemap.xml", urlset(below(trial.server, "www2"), papers))
    crawl(f"{below(trial.server)}/", trial.db, *NAMES)
    assert kept(trial.db, below(trial.server, "www2")) == papers


def test_hosts_that_are_not_taken_in_are_named(site: Site, trial: Trial) -> None:
    hosts = ["papers", "news", "blog", "archive", "login"]
    site.page("/", "<h1>I</h1>" + "".join(f'<a href="{below(trial.server, host)}/page">{host}</a> ' for host in hosts))
    said = crawl(f"{below(trial.server)}/", trial.db, *NAMES)
    asked = {asked.headers["host"].partition(".")[0] for asked in trial.server.log}
    assert asked == {"institute", "papers", "news", "blog"}
    assert f"links lead to archive.{below(trial.server)[7:]} (1), which is not crawled" in said.stderr
    assert "no publication among them" in said.stderr


def test_a_target_that_is_a_folder_stays_on_its_host(site: Site, trial: Trial) -> None:
    site.page("/research/", f'<h1>Research</h1><a href="{below(trial.server, "papers")}/">Papers</a>')
    crawl(f"{below(trial.server)}/research/", trial.db, *NAMES)
    assert all(asked.headers["host"].startswith("institute") for asked in trial.server.log)


def test_broken_files_are_kept_with_the_reason_whatever_the_server_calls_them(site: Site, trial: Trial) -> None:
    kinds = {"/files/a.pdf": "application/pdf", "/files/b.pdf": "application/octet-stream", "/files/c.pdf": "text/html"}
    for number, (path, kind) in enumerate(kinds.items()):
        site.routes[path] = Reply(bytes([*range(32), number]) * 99, content_type=kind)
    site.page("/", "".join(f'<a href="{path}">Report</a>' for path in kinds))
    told = trial.crawl().stdout
    assert trial.kept() == sorted(kinds)
    assert "3 × kept without its text: the PDF is broken: its end is missing" in told


def test_publications_that_only_lead_from_one_to_the_next_are_all_found(site: Site, trial: Trial) -> None:
    chain = [f"/statements/{n:02}-of-the-board" for n in range(24)]
    for path, older in zip(chain, [*chain[1:], "/"], strict=True):
        site.article(path, links=f'<a href="{older}">The one before</a>')
    site.page("/", links_to(chain[:1]))
    assert trial.crawled() == chain


def test_the_page_to_which_the_home_page_sends_the_reader_is_no_publication(site: Site, trial: Trial) -> None:
    papers = site.articles(["/papers/a-first", "/papers/b-second"])
    site.article("/Pages/Welcome.aspx", links=links_to(papers), listed=False)
    site.routes["/"] = Reply(status=302, headers={"Location": "/Pages/Welcome.aspx"})
    assert trial.crawled() == papers


def test_lists_that_link_to_other_spellings_of_their_pages_are_followed_to_the_end(site: Site, trial: Trial) -> None:
    papers = [f"/papers/{n:02}-of-ours" for n in range(60)]
    for path in papers:
        site.article(path, head=f'<link rel="canonical" href="{trial.server.url}{path}">')
        site.routes[f"{path}?inherit=false"] = site.routes[path]
    for page in range(6):
        shown = [f"{path}?inherit=false" for path in papers[page * 10:page * 10 + 10]]
        site.page(f"/list?page={page}", links_to(shown, f'<a href="/list?page={page + 1}">Next</a>'))
    site.page("/", '<a href="/list?page=0">Papers</a>')
    assert trial.crawled("--set", "DOWNLOAD_DELAY=0") == papers
