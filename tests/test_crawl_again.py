"""The same command another day: what is new, changed, gone or moved. The crawl's own clock rehearses tomorrow."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.check import check_archive
from archive.database import open_archive
from crawler.sample.pdf_file import write_pdf
from tests.crawling import ROOT, command, crawl, kept, rows
from tests.site import Reply, Server, Site, serving
from tests.site.routes import article_of, html, links_to, rss

TOMORROW = ("--set", "CLOCK_OFFSET_SECONDS=90000")
FAST = ("--set", "DOWNLOAD_DELAY=0", "--set", "AUTOTHROTTLE_ENABLED=False")
DAY_AFTER = ("--set", "CLOCK_OFFSET_SECONDS=270000")
STORIES = [f"/news/{n}-story" for n in range(6)]


@pytest.fixture
def server() -> Iterator[Server]:
    """A site with six stories, listed on its home page and in a feed."""
    site = Site()
    with serving(site) as server:
        publish(server, STORIES)
        yield server


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


def publish(server: Server, paths: list[str]) -> None:
    server.site.articles(paths)
    server.site.page("/", links_to(paths), "<title>Institute</title>")
    server.site.xml("/feed", rss(server.url, paths))


def test_each_way_a_page_can_fare_is_told_apart(server: Server, db: Path) -> None:
    crawl(f"{server.url}/", db)
    site = server.site
    site.article(STORIES[0], version=1)                              # changed
    site.routes[STORIES[1]] = Reply(b"gone", 410)                    # gone for good
    site.routes[STORIES[2]] = Reply(b"missing", 404)                 # perhaps a mishap
    site.article("/news/moved/3-story", listed=False)
    site.routes["/news/moved/3-story"] = site.routes[STORIES[3]]          # moved, unchanged
    site.routes[STORIES[3]] = Reply(status=301, headers={"Location": "/news/moved/3-story"})
    publish_new = [*STORIES[4:], "/news/6-story"]
    site.article("/news/6-story")
    site.page("/", links_to(publish_new), "<title>Institute</title>")
    server.forget()
    said = crawl(f"{server.url}/", db, *TOMORROW).stdout
    base = server.url
    assert "1 new, 1 changed" in said and "1 gone" in said
    assert rows(db, "SELECT revision FROM publications WHERE url = ?", base + STORIES[0]) == [(2,)]
    assert rows(db, "SELECT url FROM publications WHERE gone IS NOT NULL") == [(base + STORIES[1],)]
    assert rows(db, "SELECT url FROM publications WHERE url LIKE '%3-story'") == [(f"{base}/news/moved/3-story",)]
    assert "/news/6-story" in kept(db, base)
    assert server.count(STORIES[4], 304) == 1 and server.count(STORIES[4], 200) == 0

    said = crawl(f"{server.url}/", db, *DAY_AFTER).stdout             # 404 a day later still: gone
    assert (f"{base}{STORIES[2]}",) in rows(db, "SELECT url FROM publications WHERE gone IS NOT NULL")

    server.site.article(STORIES[1])                                  # and one comes back
    crawl(f"{server.url}/", db, "--recheck", *DAY_AFTER)
    assert STORIES[1] in kept(db, base)


def test_pages_that_were_just_seen_are_not_asked_for(server: Server, db: Path) -> None:
    crawl(f"{server.url}/", db)
    server.forget()
    crawl(f"{server.url}/", db)
    assert not [asked for asked in server.log if asked.path in STORIES]


def test_recheck_asks_for_every_kept_page_on_condition(server: Server, db: Path) -> None:
    crawl(f"{server.url}/", db)
    server.forget()
    crawl(f"{server.url}/", db, "--recheck")
    assert {path: server.count(path, 304) for path in STORIES} == dict.fromkeys(STORIES, 1)


@pytest.mark.parametrize("kind", ["warc", "database"])
def test_pages_whose_bytes_are_lost_are_fetched_whole_and_kept_anew(server: Server, db: Path, kind: str) -> None:
    open_archive(db, create=True, captures=kind).close()  # type: ignore[arg-type]
    crawl(f"{server.url}/", db)
    lost = db.with_suffix(".warc" if kind == "warc" else ".captures.db")
    lost.rename(lost.with_name("elsewhere"))
    said = crawl(f"{server.url}/", db, "--recheck", code=1).stderr
    assert "the bytes of pages visited again (7) were not there any more" in said
    with open_archive(db) as archive:
        assert list(check_archive(archive, captures=None)) == []
    server.forget()
    crawl(f"{server.url}/", db, "--recheck")
    assert {path: server.count(path, 304) for path in STORIES} == dict.fromkeys(STORIES, 1)


def test_a_soft_404_where_a_publication_was_is_not_a_change(server: Server, db: Path) -> None:
    crawl(f"{server.url}/", db)
    server.site.page(STORIES[0], "<h1>Page not found</h1><p>This page is no longer here, alas, but you may search for "
                                 "what you are looking for in the box at the top.</p>", "<title>Page not found</title>")
    crawl(f"{server.url}/", db, "--recheck")
    assert rows(db, "SELECT revision FROM publications WHERE url = ?", server.url + STORIES[0]) == [(1,)]


def test_a_list_that_grows_at_its_end_is_followed(server: Server, db: Path) -> None:
    pages = ["/", "/list?page=2", "/list?page=3"]

    def publish_pages(last: int) -> None:
        for number, path in enumerate(pages[:last], 1):
            more = f'<a href="/list?page={number + 1}">{number + 1}</a>' if number < last else ""
            server.site.page(path, links_to(server.site.articles([f"/news/{number}{n}-grown" for n in range(3)]), more))

    publish_pages(2)
    server.site.routes.pop("/feed")
    crawl(f"{server.url}/", db)
    publish_pages(3)
    crawl(f"{server.url}/", db)
    assert "/news/30-grown" in kept(db, server.url)


def test_a_page_that_showed_something_else_for_a_night_is_known_by_its_text_where_it_moves(
        server: Server, db: Path) -> None:
    stories = [f"/news/{n}-story-of-ours" for n in range(4)]
    publish(server, stories)
    crawl(f"{server.url}/", db)
    texts = {story: server.site.reply(story) for story in stories}
    server.site.routes.update(dict.fromkeys(stories, Reply(html("<h1>Institute</h1><p>Back soon.</p>"))))
    crawl(f"{server.url}/", db, *night(1))
    server.site.page("/", links_to([f"/press{story}" for story in stories]), "<title>Institute</title>")
    server.site.routes.update({f"/press{story}": reply for story, reply in texts.items()})
    crawl(f"{server.url}/", db, *night(3))
    assert kept(db, server.url) == stories


def night(number: int) -> tuple[str, str]:
    """The words by which a crawl takes place so many nights later."""
    return "--set", f"CLOCK_OFFSET_SECONDS={90000 * number}"


def publish_list(server: Server, paths: list[str], *, page_size: int = 3) -> None:
    """A list at /list, over as many pages as it takes, the newest first; a feed of the first three."""
    server.site.articles(paths)
    server.site.page("/", links_to(["/list"]))
    server.site.xml("/feed", rss(server.url, paths[:3]))
    last = -(-len(paths) // page_size)
    for number in range(1, last + 1):
        more = f'<a rel="next" href="/list?page={number + 1}">Next</a>' if number < last else ""
        server.site.page("/list" if number == 1 else f"/list?page={number}",
                         links_to(paths[page_size * (number - 1):page_size * number], more))


def test_news_that_a_feed_shows_first_leads_on_to_the_next_page_of_a_list(server: Server, db: Path) -> None:
    papers = [f"/papers/{n:02}-of-ours" for n in range(20)]
    publish_list(server, papers[12:])
    crawl(f"{server.url}/", db)
    publish_list(server, papers)
    crawl(f"{server.url}/", db, *night(1))
    assert kept(db, server.url) == papers


@pytest.mark.parametrize("fault", [Reply(b"<title>403</title><h1>403 Forbidden</h1>", 403), Reply(b"gone", 404)])
def test_a_page_of_a_list_that_is_refused_for_a_night_is_asked_again(server: Server, db: Path, fault: Reply) -> None:
    papers = [f"/papers/{n:02}-of-ours" for n in range(9)]
    publish_list(server, papers)
    page, server.site.routes["/list?page=2"] = server.site.routes["/list?page=2"], fault
    crawl(f"{server.url}/", db)
    assert kept(db, server.url) == papers[:3]
    server.site.routes["/list?page=2"] = page
    crawl(f"{server.url}/", db, *night(1))
    assert kept(db, server.url) == papers


def test_a_list_that_shows_nothing_for_some_nights_is_a_list_still(server: Server, db: Path) -> None:
    papers = [f"/papers/{n:02}-of-ours" for n in range(9)]
    publish_list(server, papers[3:])
    server.site.routes.pop("/feed")
    crawl(f"{server.url}/", db)
    for number, reply in enumerate((Reply(html("<p>This site requires JavaScript to work.</p>")), Reply(b"no", 404),
                                    Reply(b"no", 404)), 1):
        server.site.routes["/list"] = reply
        crawl(f"{server.url}/", db, *night(number))
    publish_list(server, papers)
    crawl(f"{server.url}/", db, *night(7))
    assert kept(db, server.url) == papers


def test_a_page_that_is_announced_before_it_is_there_is_found_when_it_comes(server: Server, db: Path) -> None:
    server.site.page("/", links_to([*STORIES, "/news/of-next-week"]), "<title>Institute</title>")
    for number in range(3):
        crawl(f"{server.url}/", db, *night(number))
    server.site.article("/news/of-next-week")
    for number in (3, 4):
        crawl(f"{server.url}/", db, *night(number))
    assert "/news/of-next-week" in kept(db, server.url)


def test_a_check_of_the_browser_where_pages_were_open_is_a_failure_and_tried_again(server: Server, db: Path) -> None:
    crawl(f"{server.url}/", db)
    server.site.xml("/feed", rss(server.url, [*STORIES, "/news/7-story"]))
    server.site.page("/news/7-story", "<p>This site requires JavaScript to work, please enable it.</p>")
    crawl(f"{server.url}/", db, *night(1))
    assert "/news/7-story" not in kept(db, server.url)
    server.site.article("/news/7-story")
    crawl(f"{server.url}/", db, *night(2))
    assert "/news/7-story" in kept(db, server.url)


def test_limit_keeps_so_many_and_the_next_run_goes_on(server: Server, db: Path) -> None:
    crawl(f"{server.url}/", db, "--limit", "2")
    assert len(kept(db, server.url)) == 2
    crawl(f"{server.url}/", db)
    assert kept(db, server.url) == STORIES


def test_limit_of_one_keeps_the_publication_at_the_address_alone(server: Server, db: Path) -> None:
    crawl(f"{server.url}{STORIES[3]}", db, "--limit", "1")
    assert list(kept(db, server.url)) == [STORIES[3]]


def test_a_soft_404_that_stays_a_day_means_gone(server: Server, db: Path) -> None:
    crawl(f"{server.url}/", db)
    server.site.page(STORIES[0], "<h1>Sorry</h1><p>We could not find the page you were looking for.</p>")
    crawl(f"{server.url}/", db, *TOMORROW)
    assert STORIES[0] in kept(db, server.url)
    crawl(f"{server.url}/", db, *DAY_AFTER)
    assert STORIES[0] not in kept(db, server.url)


def test_a_file_kept_alone_becomes_the_attachment_of_the_page_found_later(server: Server, db: Path) -> None:
    title, body = article_of("/reports/rivers", 0)
    rows_of_text = [(title, 22.0), ("", 11.0)] + [("The committee weighed the evidence of three rivers.", 11.0)] * 20
    server.site.routes["/files/r.pdf"] = Reply(write_pdf([rows_of_text], {}), content_type="application/pdf")
    server.site.page("/", links_to([*STORIES, "/files/r.pdf"]), "<title>Institute</title>")
    crawl(f"{server.url}/", db)
    [(uid,)] = rows(db, "SELECT uid FROM publications WHERE url LIKE '%/files/r.pdf'")
    server.site.page("/reports/rivers", f"<main><article><h1>{title}</h1>{body}<p><a href='/files/r.pdf'>Download the "
                     "report (PDF)</a></p></article></main>", f"<title>{title}</title>")
    server.site.page("/", links_to([*STORIES, "/reports/rivers"]), "<title>Institute</title>")
    crawl(f"{server.url}/", db, *TOMORROW)
    server.forget()
    crawl(f"{server.url}/", db, "--recheck", *DAY_AFTER)
    [(url, revision, attached)] = rows(
        db, "SELECT p.url, revision, u.url FROM publications AS p JOIN attachments USING (publication_id) "
            "JOIN urls AS u USING (url_id) WHERE uid = ?", uid)
    assert (url, revision, attached) == (f"{server.url}/reports/rivers", 2, f"{server.url}/files/r.pdf")
    assert len(kept(db, server.url)) == len(STORIES) + 1 and server.count("/files/r.pdf") == 0
    assert subprocess.run(command("check", "--db", str(db)), cwd=ROOT, check=False, capture_output=True).returncode == 0


def test_a_page_that_first_shows_a_notice_is_asked_again_another_day(server: Server, db: Path) -> None:
    first, second = server.site.routes[STORIES[0]], server.site.routes[STORIES[1]]
    server.site.page(STORIES[0], "<h1>Just a moment...</h1><p>Checking your browser before you go on.</p>")
    server.site.routes[STORIES[1]] = Reply(b"")
    crawl(f"{server.url}/", db)
    assert kept(db, server.url) == STORIES[2:]
    assert {url.removeprefix(server.url) for (url,) in rows(db, "SELECT url FROM failures")} >= set(STORIES[:2])
    server.site.routes |= {STORIES[0]: first, STORIES[1]: second}
    crawl(f"{server.url}/", db, *TOMORROW)
    assert kept(db, server.url) == STORIES


def test_a_night_of_nothing_but_notices_falls_short(server: Server, db: Path) -> None:
    papers = [f"/papers/{n:02}-of-ours" for n in range(12)]
    publish_list(server, papers)
    crawl(f"{server.url}/", db)
    down = Reply(html("<h1>Mantenimiento</h1><p>El portal no está disponible: tareas de mantenimiento.</p>"))
    server.site.routes = dict.fromkeys(("/", "/list", *papers), down)
    assert "gives no page (a notice that the site is down" in crawl(f"{server.url}/", db, *night(1), code=1).stderr
    assert kept(db, server.url) == papers


def test_what_a_bare_address_gave_stands_under_the_source_written_for_it_later(
        server: Server, db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crawl(f"{server.url}/", db)
    monkeypatch.setenv("POLICY_ARCHIVE_SOURCES", str(tmp_path))
    (tmp_path / "institute.toml").write_text(f'name = "Institute"\nhome = "{server.url}/"\n', encoding="utf-8")
    server.site.article("/news/6-story")
    publish(server, [*STORIES, "/news/6-story"])
    crawl("institute", db, *TOMORROW)
    crawl(f"{server.url}/", db, *DAY_AFTER)
    assert rows(db, "SELECT key, name, (SELECT count(*) FROM publications WHERE publications.source_id = "
                    "sources.source_id) FROM sources") == [("institute", "Institute", 7)]


def test_a_page_that_moved_without_a_redirect_is_the_same_publication(server: Server, db: Path) -> None:
    site, later = server.site, {old: f"/papers{old}" for old in STORIES}
    crawl(f"{server.url}/", db)
    before = rows(db, "SELECT uid FROM publications ORDER BY uid")
    for old, new in later.items():                 # the first half has both addresses for a while
        site.routes[new] = site.routes[old]
    site.page("/", links_to([later[story] for story in STORIES[:3]]), "<title>Institute</title>")
    crawl(f"{server.url}/", db, *TOMORROW)
    for old in STORIES:
        del site.routes[old]
    site.page("/", links_to(list(later.values())), "<title>Institute</title>")
    for offset in (300_000, 400_000, 500_000):
        crawl(f"{server.url}/", db, "--recheck", "--set", f"CLOCK_OFFSET_SECONDS={offset}")
    assert kept(db, server.url) == sorted(later.values())
    assert rows(db, "SELECT uid FROM publications ORDER BY uid") == before


def test_not_modified_is_no_answer_to_who_has_nothing_yet(server: Server, db: Path) -> None:
    page = server.site.routes[STORIES[0]]
    server.site.routes[STORIES[0]] = Reply(status=304, validators=False)
    crawl(f"{server.url}/", db)
    assert kept(db, server.url) == STORIES[1:]
    assert "304" in rows(db, "SELECT reason FROM failures WHERE url LIKE ?", f"%{STORIES[0]}")[0][0]
    server.site.routes[STORIES[0]] = page
    crawl(f"{server.url}/", db, *TOMORROW)
    assert kept(db, server.url) == STORIES


def test_a_page_that_is_missing_for_a_day_and_comes_back_is_visited_as_before(server: Server, db: Path) -> None:
    crawl(f"{server.url}/", db)
    del server.site.routes[STORIES[0]]
    crawl(f"{server.url}/", db, "--recheck", *TOMORROW)
    server.site.article(STORIES[0], validators=False)       # no 304: it is read anew
    crawl(f"{server.url}/", db, "--recheck", "--set", "CLOCK_OFFSET_SECONDS=100000")
    assert kept(db, server.url) == STORIES
    assert rows(db, "SELECT outcome FROM frontier WHERE url LIKE ?", f"%{STORIES[0]}") == [("kept",)]


def test_a_publication_whose_address_leads_to_a_list_for_a_day_is_gone(server: Server, db: Path) -> None:
    server.site.page("/news", links_to(STORIES))
    server.site.page("/", links_to(STORIES, '<a href="/news">News</a>'))
    crawl(f"{server.url}/", db)
    publish(server, STORIES[1:])
    server.site.page("/news", links_to(STORIES[1:]))
    server.site.routes[STORIES[0]] = Reply(status=302, headers={"Location": "/news"})
    crawl(f"{server.url}/", db, *TOMORROW)
    assert kept(db, server.url) == STORIES
    crawl(f"{server.url}/", db, *DAY_AFTER)
    assert kept(db, server.url) == STORIES[1:]


def test_filters_that_were_never_first_to_show_anything_rest_for_days(server: Server, db: Path) -> None:
    site = server.site
    site.page("/", links_to(STORIES, '<a href="/by">By topic</a>'))
    site.page("/by", links_to(STORIES[:4], '<a href="/by?t=ports">Ports</a><a href="/by?t=steel">Steel</a>'))
    hidden = "/news/7-shown-there-alone"
    site.article(hidden)
    for path, shown in (("/by?t=ports", STORIES[:3]), ("/by?t=steel", [*STORIES[:2], hidden])):
        site.page(path, links_to(shown))
    crawl(f"{server.url}/", db)
    server.forget()
    crawl(f"{server.url}/", db, *TOMORROW)
    asked = {asked.path for asked in server.log}
    assert ("/by" in asked, "/by?t=steel" in asked, "/by?t=ports" in asked) == (True, True, False)
    crawl(f"{server.url}/", db, "--set", "CLOCK_OFFSET_SECONDS=360000")
    assert server.count("/by?t=ports", 304) == 1


def test_a_list_that_only_publications_lead_to_rests_for_days_unless_it_shows_something(
        server: Server, db: Path) -> None:
    site, hidden = server.site, "/news/7-shown-there-alone"
    site.article(hidden)
    site.page("/topics/ports", links_to(STORIES[:3]))
    site.page("/topics/steel", links_to([*STORIES[:2], hidden]))
    for path in STORIES:
        tagged = b'<p>On <a href="/topics/ports">Ports</a>, <a href="/topics/steel">Steel</a></p></article>'
        site.routes[path] = Reply(site.reply(path).body.replace(b"</article>", tagged))
    for night in (0, 8):
        crawl(f"{server.url}/", db, "--set", f"CLOCK_OFFSET_SECONDS={night * 90_000}")
    server.forget()
    crawl(f"{server.url}/", db, "--set", f"CLOCK_OFFSET_SECONDS={9 * 90_000}")
    asked = {asked.path for asked in server.log}
    assert ("/topics/steel" in asked, "/topics/ports" in asked) == (True, False)


def test_a_site_built_anew_makes_no_revision_and_loses_nothing(server: Server, db: Path) -> None:
    title, body = article_of(STORIES[0], 0)
    body = body.partition("</p>")[2]       # without its day
    states = json.dumps({"@type": "Article", "headline": title, "datePublished": "2024-05-02T09:00:00+02:00",
                         "author": {"@type": "Person", "name": "Ada Lind"}})
    head = f'<title>{title} | Site</title><script type="application/ld+json">{states}</script>'
    server.site.routes[STORIES[0]] = Reply(html(f"<article><h1>{title}</h1>{body}</article>", head))
    crawl(server.url + "/", db)
    anew = html(
        f'<div class="top"><div class="hero"><h1>{title}</h1></div><div class="rich">{body}</div></div>',
        f'<meta name="dcterms.title" content="{title}"><meta name="dcterms.date" content="2024-05-02">')
    for night in (2, 4):
        server.site.routes[STORIES[0]] = Reply(anew + b"<!-- night %d -->" % night)
        crawl(server.url + "/", db, "--recheck", "--set", f"CLOCK_OFFSET_SECONDS={night * 86400}")
    [(revision, published)] = rows(db, "SELECT revision, published FROM publications WHERE title = ?", title)
    assert (revision, published) == (1, "2024-05-02T09:00:00+02:00")
    assert rows(db, "SELECT name FROM authors") == [("Ada Lind",)]


def test_a_list_that_a_script_draws_is_asked_for_its_first_page_again(server: Server, db: Path) -> None:
    def listed(paths: list[str]) -> Reply:
        answer = {"page": 1, "pages": 1, "items": [{"url": path} for path in paths]}
        return Reply(json.dumps(answer).encode(), content_type="application/json")

    server.site.routes["/feed"] = Reply(b"none", 404)
    server.site.page("/", '<h1>News</h1><div data-endpoint="/api/news.json?page=1"></div>')
    server.site.routes["/api/news.json?page=1"] = listed(STORIES)
    crawl(f"{server.url}/", db)
    server.site.article("/news/new-story")
    server.site.routes["/api/news.json?page=1"] = listed(["/news/new-story", *STORIES])
    crawl(f"{server.url}/", db, *TOMORROW)
    assert set(kept(db, server.url)) == {*STORIES, "/news/new-story"}


@pytest.mark.parametrize(("board", "entry", "joined"), [
    ("/list.do", "/view.do?nttNo={}", "&"), ("/news", "/news/{}", "?")])
def test_entries_of_a_board_that_move_to_its_next_page_are_not_fetched_anew(
        tmp_path: Path, board: str, entry: str, joined: str) -> None:
    site, db = Site(), tmp_path / "archive.db"
    with serving(site) as server:
        for night, newest in enumerate((20, 28)):
            pages = [range(newest - first, max(0, newest - first - 8), -1) for first in range(0, newest, 8)]
            turns = "".join(f'<a href="{board}?page={number + 1}">{number + 1}</a>' for number in range(len(pages)))
            for number, entries in enumerate(pages):
                links = [f"{entry.format(one)}{joined}page={number + 1}" for one in entries]
                site.page(f"{board}?page={number + 1}", links_to(links, turns))
                for link, one in zip(links, entries, strict=True):
                    before = f'<a href="{entry.format(one - 1)}{joined}page=1">The entry before: {one - 1}</a>'
                    site.article(entry.format(one), links=before if one > 1 else "")
                    site.routes[link] = site.routes[entry.format(one)]
            site.page("/", f'<a href="{board}?page=1">Press</a>')
            said = crawl(f"{server.url}/", db, *FAST, "--set", f"CLOCK_OFFSET_SECONDS={90000 * night}")
            assert len(kept(db, server.url)) == newest and "any more" not in said.stderr
        opening = entry.partition("{")[0]
        assert not [asked.path for asked in server.log if opening in asked.path and "page=" in asked.path]


def test_a_list_that_leads_nowhere_any_more_is_told_though_nothing_fails(server: Server, db: Path) -> None:
    stories = [*STORIES, *[f"/news/{n}-story" for n in range(6, 14)]]
    publish(server, stories)
    crawl(f"{server.url}/", db)
    server.site.xml("/feed", rss(server.url, []))
    server.site.page("/", '<div id="app"></div><a href="/contact">Contact</a>', "<title>Institute</title>")
    said = crawl(f"{server.url}/", db, *TOMORROW)
    assert "14 publications lead to none any more" in said.stderr
    assert "0 gone, 0 failed" in said.stdout
    publish(server, stories[2:])
    assert "any more" not in crawl(f"{server.url}/", db, *DAY_AFTER).stderr


def test_what_failed_for_one_reason_is_one_line_of_the_status(server: Server, db: Path) -> None:
    crawl(f"{server.url}/", db)
    for path in STORIES:
        server.site.routes[path] = Reply(b"busy", 403)
    crawl(f"{server.url}/", db, *TOMORROW, "--recheck")
    shown = subprocess.run(command("status", "--db", str(db)), capture_output=True, text=True, check=True, cwd=ROOT)
    assert [line for line in shown.stdout.splitlines() if "and 5 others failed" in line and "answers 403" in line]


def test_a_site_that_moves_to_another_name_is_followed_and_said_to_have_moved(tmp_path: Path) -> None:
    names = ("--set", "TWISTED_DNS_RESOLVER=tests.site.names.TestNames")
    db = tmp_path / "archive.db"
    with serving(Site()) as old, serving(Site()) as new:
        publish(old, STORIES)
        before, after = (server.url.replace("127.0.0.1", name) for server, name in (
            (old, "old.test"), (new, "new-name.test")))
        crawl(f"{before}/", db, *names)
        publish(new, STORIES)
        for path in ("/", *STORIES):
            old.site.routes[path] = Reply(status=301, headers={"Location": f"{after}{path}"})
        said = crawl(f"{before}/", db, *TOMORROW, *names, code=1).stderr
        assert f"redirects to {after}/ now" in said and len(said.strip().splitlines()) == 1
        assert STORIES[0] in kept(db, after)
        crawl(f"{before}/", db, *DAY_AFTER, *names)                  # once is enough
