"""The crawl against hosts that are strange in one way each."""

import gzip
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, unquote

from crawler.sample.pdf_file import write_pdf
from tests.crawling import Trial, crawl
from tests.site import Reply, Site
from tests.site.routes import Answer, article_of, html, links_to, urlset

SORRY = ("The page may have moved when we built the site anew, or it never was there. Try the search at the top of it, "
         "or have a look at what others read most this week on our site.")


def test_a_chain_of_canonical_addresses_is_followed_to_its_end_and_costs_little(site: Site, trial: Trial) -> None:
    papers = [f"/papers/{n:02}-of-ours" for n in range(20)]
    for n, path in enumerate(papers):
        site.article(path, head=f'<link rel="canonical" href="{path}">')
        whole = site.reply(path)
        for other, canonical in ((f"/n/{n}-of-ours", path), (f"/node/{n}", f"/n/{n}-of-ours")):
            site.routes[other] = Reply(whole.body.replace(b'canonical" href="' + path.encode(),
                                                          b'canonical" href="' + canonical.encode()))
    site.page("/", links_to([f"/node/{n}" for n in range(20)]))
    assert trial.crawled() == papers
    asked = Counter(asked.path for asked in trial.server.log)
    assert max(asked.values()) <= 3


def test_a_sitemap_that_names_pages_by_a_scheme_the_host_does_not_speak_costs_none(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(12)])
    site.page("/", "<h1>Welcome</h1>")
    site.xml("/sitemap.xml", urlset(trial.server.url.replace("http:", "https:"), papers))
    assert trial.crawled() == papers


def test_a_blog_whose_older_posts_stand_at_an_address_of_its_search_is_read_to_its_end(
        site: Site, trial: Trial) -> None:
    papers = site.articles([f"/2024/{n:02}/of-ours-too.html" for n in range(1, 10)])
    older = '<a href="/search?updated-max=2024-0{}&amp;max-results=3">Older Posts</a><a href="/search?q=tariffs">T</a>'
    for n, path in enumerate(["/", *(f"/search?updated-max=2024-0{month}&max-results=3" for month in (6, 3))]):
        site.page(path, links_to(papers[3 * n:3 * n + 3], older.format(6 - 3 * n) if n < 2 else ""))
    assert trial.crawled() == papers
    assert not trial.server.count("/search?q=tariffs", 404)


def test_a_twin_that_changed_with_its_page_stays_a_twin(site: Site, trial: Trial) -> None:
    papers = [f"/news/{n:02}-of-ours" for n in range(6)]

    def publish(version: int) -> None:
        for n, path in enumerate(papers):
            site.article(path, links=f'<a href="/node/{n}">Permalink</a>', version=version)
            site.routes[f"/node/{n}"] = site.routes[path]
        site.page("/", links_to(papers))
    publish(0)
    trial.crawl()
    publish(1)
    for night in range(1, 4):
        assert trial.crawled("--set", f"CLOCK_OFFSET_SECONDS={90000 * night}") == papers


def test_of_two_addresses_of_a_text_the_one_that_says_all_in_its_path_is_kept(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/news/{n}-the-rail-bridge" for n in range(6)])
    twins = [f"/component/content/article?id={n}:the-rail-bridge&Itemid=7" for n in range(6)]
    for path, twin in zip(papers, twins, strict=True):
        site.routes[twin] = site.routes[path]
    site.page("/all", links_to(papers))
    site.page("/", links_to(twins, '<a href="/all">All</a>'))
    assert trial.crawled() == papers


def test_a_file_behind_an_address_without_a_name_belongs_to_its_page_whichever_comes_first(
        site: Site, trial: Trial) -> None:
    papers = [f"/papers/{n:02}-of-ours" for n in range(4)]
    for n, path in enumerate(papers):
        title = site.article(path)
        whole = site.reply(path)
        link = f'<p><a class="btn" href="/download?id={n}">Download full report</a></p></article>'.encode()
        site.routes[path] = Reply(whole.body.replace(b"</article>", link))
        lines = [(title, 22.0), *[(f"Of {title.lower()} there is more to be said in the report itself.", 11.0)] * 20]
        site.routes[f"/download?id={n}"] = Reply(write_pdf([lines], {}), content_type="application/pdf")
    site.page("/", "<h1>Papers</h1>" + "".join(f'<a href="/download?id={n}">Download</a> ' for n in range(4)) +
              '<a href="/later">Papers of the year</a>')
    site.page("/later", links_to(papers))
    assert trial.crawled() == papers


def test_numbers_of_a_visit_under_two_names_cost_little_and_hide_nothing(site: Site, trial: Trial) -> None:
    inner, given = dict[str, Reply](), iter(range(10 ** 6))

    def publish(count: int) -> list[str]:
        papers = [f"/detail?doc={n}" for n in range(count)]
        for path in papers:
            site.article(path, links=links_to(papers))
        site.page("/", links_to(papers))
        inner.update((path, reply) for path, reply in site.routes.items() if isinstance(reply, Reply))
        site.routes.clear()
        return papers

    def numbered(link: re.Match[bytes]) -> bytes:
        return link[0] + b"&loop=%d&state=s%d" % (next(given), next(given))

    def answer(path: str) -> Reply | None:
        reply = inner.get(re.sub(r"&loop=\d+&state=\w+", "", path))
        return reply and Reply(re.sub(rb"/detail\?doc=\d+", numbered, reply.body), validators=False)
    site.fallback = answer
    papers = publish(12)
    trial.crawl()
    assert len(trial.kept()) == len(papers)
    assert len(trial.server.log) < 120
    papers = publish(14)
    trial.crawl("--set", "CLOCK_OFFSET_SECONDS=90000")
    assert len(trial.kept()) == len(papers)


def test_a_packed_sitemap_that_ends_before_its_end_is_asked_for_again(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(4)])
    site.page("/", "<h1>Welcome</h1>")
    packed = gzip.compress(urlset(trial.server.url, papers).encode(), mtime=0)
    site.routes["/sitemap.xml.gz"] = lambda before, headers: Reply(packed if before else packed[:-60],
                                                                    content_type="application/gzip")
    assert trial.crawled() == papers


def test_a_host_that_puts_a_session_into_every_path_is_crawled(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(12)])
    site.page("/", links_to(papers))
    inner, given = dict(site.routes), iter(range(10 ** 6))
    site.routes.clear()

    def answer(path: str) -> Reply | None:
        session = re.match(r"/\(S\(\w{24}\)\)(?=/)", path)
        reply = inner.get(path[session.end():] if session else path)
        if not isinstance(reply, Reply):
            return None
        if session is None:
            return Reply(status=302, headers={"Location": f"/(S({next(given):024}))/{path[1:]}"})
        return Reply(reply.body.replace(b'href="/', f'href="{session[0]}/'.encode()), validators=False)

    site.fallback = answer
    assert trial.crawled() == papers
    trial.crawl("--recheck")
    assert trial.rows("SELECT max(revision) FROM publications") == [(1,)]


def test_a_cover_page_that_leads_to_the_home_page_is_passed(site: Site, trial: Trial) -> None:
    papers = site.articles(["/papers/a-first", "/papers/b-second"])
    site.page("/", '<map name="m"><area href="/home.html"></map><img usemap="#m" src="cover.gif">')
    site.page("/home.html", links_to(papers))
    assert trial.crawled() == papers


def test_a_cookie_that_another_page_sets_is_fetched_in_every_run(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(12)])
    site.page("/", links_to(papers))

    def behind_a_cookie(path: str, reply: Reply) -> Callable[[int, dict[str, str]], Reply]:
        asks = Reply(status=302, headers={"Location": f"/cookies?ReturnUrl={quote(path, safe='')}"})
        return lambda before, headers: reply if "seen=1" in headers.get("cookie", "") else asks

    for path, reply in site.routes.items():
        assert isinstance(reply, Reply)
        site.routes[path] = behind_a_cookie(path, reply)
    site.fallback = lambda path: Reply(status=302, headers={
        "Location": unquote(path.partition("=")[2]), "Set-Cookie": "seen=1; path=/"}) if "ReturnUrl=" in path else None
    assert trial.crawled() == papers
    trial.server.forget()
    trial.crawl("--recheck", "--set", "CLOCK_OFFSET_SECONDS=180000")
    assert sum(trial.server.count(path, 304) for path in papers) == len(papers)


def test_a_kept_page_that_asks_for_a_login_for_a_day_is_gone(site: Site, trial: Trial) -> None:
    first, second = site.articles(["/papers/a-first", "/papers/b-second"])
    site.page("/", links_to([first, second]))
    trial.crawl()
    site.routes[first] = Reply(status=302, headers={"Location": "/account/login?next=1"})
    assert trial.crawled("--recheck", "--set", "CLOCK_OFFSET_SECONDS=90000") == [first, second]
    assert trial.crawled("--recheck", "--set", "CLOCK_OFFSET_SECONDS=180000") == [second]


def test_what_a_site_says_where_it_has_nothing_is_known_by_its_usual_places(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(4)])
    site.page("/", links_to([*papers, "/old/one-of-them", "/old/another-one"]))
    nothing = Reply(html(f"<article><h1>We could not find that page</h1><p>{SORRY}</p></article>" + "".join(
        f'<div><h3><a href="{path}">{article_of(path, 0)[0]}</a></h3><p>{SORRY}</p></div>' for path in papers)))
    site.fallback = lambda path: nothing if "." not in path else None
    assert trial.crawled() == papers


def test_a_page_that_is_packed_twice_is_read(site: Site, trial: Trial) -> None:
    papers = site.articles(["/papers/a-first", "/papers/b-second"])
    site.page("/", links_to(papers))
    whole = site.reply(papers[0])
    site.routes[papers[0]] = Reply(gzip.compress(gzip.compress(whole.body)), headers={"Content-Encoding": "gzip"})
    assert trial.crawled() == papers


def test_a_sitemap_as_large_as_the_protocol_allows_is_read(site: Site, trial: Trial) -> None:
    papers = site.articles(["/papers/a-first", "/papers/b-second"])
    site.page("/", "<h1>Welcome</h1>")
    padded = urlset(trial.server.url, papers).replace("<url>", f"<!--{'x' * 48_000_000}--><url>", 1)
    site.xml("/sitemap.xml", padded)
    assert trial.crawled() == papers


def test_a_host_that_turns_us_away_is_a_failure(site: Site, trial: Trial) -> None:
    site.page("/", "<h1>Forbidden</h1>", status=403)
    assert "nothing could be fetched (the server answers 403)" in trial.crawl(code=1).stderr


def test_what_a_firewall_stops_now_and_then_is_asked_for_once_more_and_what_it_always_stops_no_oftener(
        site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(6)])
    for path in papers[::2]:
        site.routes[path] = _stopped_first(site.routes[path])
    site.page("/papers/for-members", "<h1>Just a moment...</h1>", status=403)
    site.page("/", links_to([*papers, "/papers/for-members"]))
    assert trial.crawled() == papers
    assert trial.server.count("/papers/for-members", 403) == 2


def _stopped_first(answer: Answer) -> Answer:
    assert isinstance(answer, Reply)
    return lambda before, headers: answer if before else Reply(b"<title>Just a moment...</title>", 403)


def test_a_link_by_script_to_a_document_is_followed(site: Site, trial: Trial) -> None:
    papers = site.articles(["/papers/a-first", "/papers/b-second", "/show.asp?id=3"])
    site.page("/", f"""<h1>Papers</h1><a href="javascript:openDoc('{papers[0]}')">A</a>
                   <a href="#" onclick="return pop('{papers[1]}', 600)">B</a>
                   <a href="javascript:void(0)" onclick="openWindow('show.asp?id=3')">C</a>""")
    assert trial.crawled() == papers


def test_numbers_that_a_site_gives_to_every_link_are_learned_to_mean_nothing(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(24)])
    site.page("/list", links_to(papers))
    site.page("/", '<a href="/list">Papers</a>')
    inner, given = dict(site.routes), iter(range(10 ** 6))
    site.routes.clear()

    def numbered(path: str) -> Reply | None:
        reply = inner.get(path.partition("?")[0])
        return Reply(re.sub(rb'href="(/[^"]*)"', lambda link: b'href="%s?nr=%d"' % (link[1], 77_000 + next(given)),
                            reply.body), validators=False) if isinstance(reply, Reply) else None

    site.fallback = numbered
    assert trial.crawled() == papers
    assert len(trial.server.log) < 180
    assert trial.crawled("--recheck") == papers
    assert trial.rows("SELECT max(revision) FROM publications") == [(1,)]


def test_a_sitemap_made_where_the_site_was_built_names_pages_of_the_site(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(6)])
    site.page("/", "<h1>Welcome</h1>")
    site.xml("/sitemap.xml", urlset("http://web01.internal.example:8080", papers))
    assert trial.crawled() == papers


def test_a_second_host_that_does_not_answer_takes_nothing_from_the_first(
        site: Site, trial: Trial, tmp_path: Path) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(12)])
    site.page("/", links_to([*(f"http://127.0.0.1:9/reports/{n}-of-ours" for n in range(60)), *papers]))
    source = tmp_path / "ours.toml"
    source.write_text(f'name = "Ours"\nhome = "{trial.server.url}/"\n[discover]\nhosts = ["127.0.0.1:9"]\n')
    crawl(str(source), trial.db, "--set", "OUTAGE_SECONDS=20", code=1)
    assert trial.kept() == papers


def test_an_archive_that_leads_from_one_day_to_the_day_before_is_read_to_its_end(site: Site, trial: Trial) -> None:
    days = [f"/news/2024-03-{day:02}" for day in range(1, 29)]
    papers = site.articles([f"{day}/of-that-day" for day in days])
    for day, before, paper in zip(days, ["/", *days], papers, strict=False):
        site.page(day, links_to([paper], f'<a href="{before}">« {before[-10:]}</a>'))
    site.page("/", f'<a href="{days[-1]}">Today</a>')
    assert trial.crawled() == papers


def test_a_canonical_address_may_be_named_by_a_header(site: Site, trial: Trial) -> None:
    papers = site.articles(["/papers/a-first", "/papers/b-second"])
    for path in papers:
        whole = site.reply(path)
        site.routes[f"{path}.html"] = Reply(whole.body, headers={"Link": f'<{path}>; rel="canonical", </x>; rel=up'})
    site.page("/", links_to([f"{path}.html" for path in papers]))
    assert trial.crawled() == papers


def test_a_page_that_is_still_being_made_is_asked_again_in_the_run(site: Site, trial: Trial) -> None:
    papers = site.articles(["/papers/a-first", "/papers/b-second"])
    site.page("/", links_to(papers))
    whole = site.reply(papers[0])
    site.routes[papers[0]] = lambda before, headers: Reply(status=202, validators=False) if before < 1 else whole
    assert trial.crawled() == papers


def test_pages_and_lists_that_show_a_notice_or_nothing_once_are_read_in_the_same_run(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n}-paper" for n in range(8)])
    site.routes["/robots.txt"] = Reply(b"Sitemap: /plan.xml", content_type="text/plain")
    site.page("/", links_to(papers[:1]) + '<a href="/?page=2">Next</a>')
    for n in range(2, 5):
        site.page(f"/?page={n}", links_to(papers[n - 1:n]) + f'<a href="/?page={n + 1}">Next</a>')
    site.page("/?page=5", links_to(papers[4:6]) + '<a href="/?page=6">Next</a>')
    site.routes["/?page=6"] = Reply(b"")       # the end
    site.xml("/plan.xml", urlset("https://elsewhere.example", papers[6:]))
    menu = links_to([f"/papers/{n}-paper" for n in range(6)])
    notices = {"/plan.xml": "<h1>Access denied</h1><p>Your request was blocked.</p>", papers[2]: "",
               papers[0]: "<h1>Just a moment...</h1><p>Checking your browser.</p>",
               papers[4]: "<h1>Maintenance</h1><p>The site is down for scheduled maintenance. Come back soon.</p>",
               "/?page=3": "", "/?page=4": f"{menu}<h1>Attention required!</h1><p>Verify you are human.</p>"}
    for path, said in notices.items():
        whole, notice = site.routes[path], Reply(html(said) if said else b"", validators=False)
        site.routes[path] = lambda before, headers, whole=whole, notice=notice: whole if before else notice
    assert trial.crawled() == papers
    assert trial.rows("SELECT url FROM failures WHERE url LIKE '%p%=%' OR url LIKE '%papers%'") == []


def test_the_same_few_words_at_several_addresses_are_kept_once(site: Site, trial: Trial) -> None:
    paths, notices = [f"/papers/{n}-paper" for n in range(3)], [f"/papers/{n}-notice" for n in range(4)]
    site.articles(paths)
    site.page("/", links_to([*paths, *notices]))
    for path in notices:
        site.page(path, "<main><h1>Sorry for that</h1><p>This paper is being moved to another shelf. It will stand "
                        "here as soon as everything has been put in its place again.</p></main>")
    trial.crawl()
    assert len(trial.kept()) <= len(paths) + 1


def test_a_page_that_is_shorter_than_its_server_says_is_kept_where_it_is_whole(site: Site, trial: Trial) -> None:
    site.article("/papers/miscounted", send="cut")
    half = site.reply("/papers/miscounted")
    site.routes["/papers/half"] = Reply(half.body[:len(half.body) // 2], send="cut")
    site.page("/", links_to(["/papers/miscounted", "/papers/half"]))
    assert trial.crawled() == ["/papers/miscounted"]
    assert trial.rows("SELECT reason FROM failures WHERE url LIKE '%/half'") == [("the answer was cut short",)]


def test_a_sitemap_that_is_shorter_than_its_server_says_is_asked_for_once_where_it_is_whole(
        site: Site, trial: Trial) -> None:
    papers = site.articles(["/papers/a-first", "/papers/b-second"])
    site.page("/", "<h1>Welcome</h1>")
    site.xml("/sitemap.xml", urlset(trial.server.url, papers), send="cut")
    assert trial.crawled() == papers and trial.server.count("/sitemap.xml") == 1


def test_a_sitemap_that_always_breaks_off_gives_what_comes_of_it(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(12)])
    site.page("/", "<h1>Welcome</h1>")
    whole = urlset(trial.server.url, papers).encode()
    site.routes["/sitemap.xml"] = Reply(whole[:whole.index(b"/papers/08")], content_type="text/xml", send="cut")
    assert trial.crawled() == papers[:8]
    site.routes["/sitemap.xml"] = lambda asked, headers: Reply(  # mended, and as it was for who has seen it before
        whole, content_type="text/xml", status=304 if "if-modified-since" in headers else 200, validators=False)
    assert trial.crawled() == papers


def test_all_of_a_page_is_a_page_though_it_is_called_a_part(site: Site, trial: Trial) -> None:
    for path, count in (("/papers/all", 0), ("/papers/some", 1000)):
        site.article(path)
        reply = site.reply(path)
        size = len(reply.body)
        site.routes[path] = Reply(reply.body, 206, {"Content-Range": f"bytes 0-{size - 1}/{size + count}"})
    site.page("/", links_to(["/papers/all", "/papers/some"]))
    assert trial.crawled() == ["/papers/all"]


def test_the_next_page_of_a_list_may_be_named_by_a_header(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(12)])
    for n in range(3):
        head = {"Link": f'</>; rel="start", </list?after={n + 1}>; rel="next"'} if n < 2 else {}
        site.page(f"/list?after={n}", links_to(papers[4 * n:4 * n + 4]), headers=head)
    site.page("/", links_to(["/list?after=0"]))
    assert trial.crawled() == papers


def test_a_menu_of_languages_that_all_show_the_text_there_is_hides_nothing(site: Site, trial: Trial) -> None:
    languages = "bg cs da de el es et fi fr ga".split()
    few = languages[:8]

    def publish(count: int) -> list[str]:
        papers, own = [f"/news/{n:02}-of-ours_en" for n in range(count)], list[str]()
        for n, path in enumerate(papers):
            menu = "".join(f'<li><a href="{path[:-2]}{language}">{language}</a></li>' for language in languages)
            site.article(path, links=f"<nav><ul>{menu}</ul></nav>", head=f'<link rel="canonical" href="{path}">')
            for language in languages:
                site.routes[f"{path[:-2]}{language}"] = site.routes[path]
            if n % 5 == 3:             # French only now and then
                own.append(f"{path[:-2]}fr")
                site.article(own[-1], links=f"<nav><ul>{menu}</ul></nav>")
        for language in ("en", *languages):
            site.page(f"/all_{language}", links_to([f"{path[:-2]}{language}" for path in papers]))
        site.page("/", links_to([f"/all_{language}" for language in ("en", *languages)]))
        return sorted(papers + own)
    papers = publish(30)
    assert trial.crawled() == papers
    assert sum(trial.server.count(f"/news/{n:02}-of-ours_{language}") for n in range(30) for language in few) < 190
    papers = publish(32)
    assert trial.crawled("--set", "CLOCK_OFFSET_SECONDS=90000") == papers


def test_pages_that_are_printed_once_more_end_no_list(site: Site, trial: Trial) -> None:
    def publish(count: int) -> list[str]:
        papers = [f"/news/{n:02}-of-ours.html" for n in range(count)]
        for path in papers:
            site.article(path, links=f'<a href="{path[:-5]}.print.html">Print</a>')
            site.routes[f"{path[:-5]}.print.html"] = site.routes[path]
        site.page("/", links_to(papers))
        return papers
    publish(32)
    trial.crawl()
    papers = publish(33)
    assert trial.crawled("--set", "CLOCK_OFFSET_SECONDS=90000") == papers


def test_a_file_that_its_page_shows_at_one_address_and_offers_at_another_is_kept_once(site: Site, trial: Trial) -> None:
    papers = [f"/object/{n:02}-of-ours" for n in range(4)]
    for path in papers:
        title = site.article(path)
        links = (f'<p><a href="{path}/stream"><img src="/cover.png" alt=""></a></p>'
                 f'<p><a class="btn" href="{path}/get?download=1">Download PDF</a></p></article>')
        site.routes[path] = Reply(site.reply(path).body.replace(b"</article>", links.encode()))
        lines = [(title, 22.0), *[(f"Of {title.lower()} there is more to be said in the report itself.", 11.0)] * 20]
        for place in ("stream", "get?download=1"):
            site.routes[f"{path}/{place}"] = Reply(write_pdf([lines], {}), content_type="application/pdf")
    site.page("/", links_to(papers))
    assert trial.crawled() == papers
