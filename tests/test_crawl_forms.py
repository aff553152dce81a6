"""The crawl where lists are turned by forms, and pages stand behind a question."""

from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.crawling import Trial
from tests.site import Reply, Site
from tests.site.routes import html, links_to, rss

SORRY = ("The page may have moved when we built the site anew, or it never was there. Try the search at the top of it, "
         "or have a look at what others read most this week on our site.")


def test_a_list_that_only_a_form_turns_is_read_to_its_end(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/view/{n:02}-of-ours" for n in range(60)])

    def shown(number: int) -> bytes:
        def turn(n: int, said: str) -> str:
            return f"""<a href="javascript:__doPostBack('grid','Page${n}')">{said}</a>"""
        first = (number - 1) // 5 * 5 + 1          # five numbers, and dots that lead to the next five
        turns = [turn(n, str(n)) for n in range(first, min(first + 5, 13)) if n != number]
        turns += [turn(first + 5, "...")] if first + 5 < 13 else []
        return html('<form method="post" action="/list.aspx">'
                    f'<input type="hidden" name="__VIEWSTATE" value="at{first}">'
                    f"{links_to(papers[5 * number - 5:5 * number])}{' '.join(turns)}</form>")

    def turned(fields: dict[str, str]) -> Reply:
        number = int(fields["__EVENTARGUMENT"].removeprefix("Page$"))
        knows = int(fields["__VIEWSTATE"].removeprefix("at"))
        return Reply(shown(number)) if knows <= number <= knows + 5 else Reply(b"invalid", 500)

    site.routes["/list.aspx"], site.forms["/list.aspx"] = Reply(shown(1)), turned
    site.page("/", '<h1>Welcome</h1><a href="/list.aspx">Publications</a>')
    assert trial.crawled() == papers
    assert sum(asked.path.startswith("POST") for asked in trial.server.log) == 11
    trial.server.forget()
    trial.crawl("--set", "CLOCK_OFFSET_SECONDS=80000")
    assert not [asked for asked in trial.server.log if asked.path.startswith("POST") or asked.status == 200]


def test_a_form_that_is_not_taken_is_asked_for_as_an_address(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/view/{n:02}-of-ours" for n in range(6)])
    form = ('<form method="post" action="/list"><input type="hidden" name="pageIndex" value="1"></form>'
            '<a href="#" onclick="turn(2); return false">2</a>')
    site.page("/list", links_to(papers[:3], form))
    site.page("/list?pageIndex=2", links_to(papers[3:], form))
    site.page("/", '<h1>Welcome</h1><a href="/list">Publications</a>')
    assert trial.crawled() == papers


def test_a_year_that_only_a_form_shows_is_asked_for_again_in_every_run(site: Site, trial: Trial) -> None:
    old, new = [f"/view/{n:02}-of-ours" for n in range(4)], [f"/view/{n:02}-of-ours" for n in range(10, 14)]

    def shown(year: str, papers: list[str]) -> Reply:
        site.articles(papers)
        options = "".join(f"<option>{said}</option>" for said in ("Choose", "2024", "2023"))
        return Reply(html(f'<form method="post" action="/list"><h1>List {year}</h1><select name="year" '
                          f'onchange="this.form.submit()">{options}</select>{links_to(papers)}</form>'))
    site.routes["/list"] = shown("", [])
    site.page("/", '<h1>Welcome</h1><a href="/list">Publications</a>')
    for night, papers in enumerate((new[:3], new)):
        site.routes["/list"] = Reply(shown("", []).body + b"<!-- %d -->" % night)
        site.forms["/list"] = lambda fields, papers=papers: shown(  # type: ignore[misc]  # bound now
            fields["year"], papers if fields["year"] == "2024" else old)
        shown("", [*old, *papers])
        trial.server.forget()
        assert trial.crawled("--set", f"CLOCK_OFFSET_SECONDS={90000 * night}") == [*old, *papers]
    assert trial.server.count("POST /list") == 1


def test_a_question_that_a_link_answers_is_answered_in_every_run(site: Site, trial: Trial) -> None:
    wall = html("<h1>Bevor Sie fortfahren</h1><p>Wir verwenden Cookies, um die Seite zu verbessern. Stimmen Sie zu?</p>"
                '<a href="/consent?yes=1">Alle akzeptieren</a> <a href="/consent?no=1">Nur notwendige</a>')
    site.routes["/consent?yes=1"] = Reply(html("<p>Danke.</p>"), headers={"Set-Cookie": "yes=1; path=/"})
    for night in range(3):
        papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(6 + night)])
        site.page("/", links_to(papers))
        for path in ("/", *papers):
            reply = site.routes[path]
            site.routes[path] = lambda before, headers, reply=reply: (  # type: ignore[misc]  # bound now
                reply if "yes=1" in headers.get("cookie", "") else Reply(wall))
        assert trial.crawled("--recheck", "--set", f"CLOCK_OFFSET_SECONDS={90000 * night}") == papers


@pytest.mark.parametrize("asks", [
    "<h1>Before you continue</h1><p>We use cookies to improve your experience. Please accept them.</p>{}Accept them",
    "<h1>Pliki cookie</h1><p>Zanim przejdziesz dalej</p>{}Akceptuję wszystkie",
    "<h1>Informasjonskapsler</h1><p>Velg hva vi kan lagre.</p>{}Godta alle"])
def test_a_question_about_cookies_before_every_page_is_answered_once_a_run(
        site: Site, trial: Trial, asks: str) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(12)])
    site.page("/", links_to(papers))

    def walled(path: str, reply: Reply) -> Callable[[int, dict[str, str]], Reply]:
        form = f'<form method="post" action="/consent"><input type="hidden" name="to" value="{path}">'
        wall = html(asks.format(f'{form}<button name="all" value="1">') + "</button></form>")
        return lambda before, headers: reply if "yes=1" in headers.get("cookie", "") else Reply(wall)
    for path, reply in list(site.routes.items()):
        assert isinstance(reply, Reply)
        site.routes[path] = walled(path, reply)
    site.forms["/consent"] = lambda fields: Reply(status=302 if fields["all"] == "1" else 400, headers={
        "Location": "/", "Set-Cookie": "yes=1; path=/"})
    for night in range(2):
        trial.server.forget()
        assert trial.crawled("--set", f"CLOCK_OFFSET_SECONDS={80000 * night}") == papers
        assert trial.server.count("POST /consent", 302) == 1


@pytest.mark.parametrize("opens", ['<form method="post" action="/choice"><input type="hidden" name="all" value="1">'
                                   "<button>Tout accepter</button></form>", "", "forbidden"])
def test_pages_that_redirect_to_a_question_for_a_night_have_not_moved(site: Site, trial: Trial, opens: str) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(12)])
    site.page("/", links_to(papers[1:]))
    trial.crawl()
    site.page("/", links_to(papers))
    open_routes = dict(site.routes)
    text = html(f"<h1>Vos choix</h1><p>{'Nous utilisons des cookies. ' * 30}</p>{opens}")
    site.fallback = lambda path: Reply(text) if path.startswith("/choice?") else None
    site.forms["/choice"] = lambda fields: Reply(status=302, headers={"Location": "/", "Set-Cookie": "yes=1; path=/"})
    for path, reply in open_routes.items():
        site.routes[path] = lambda before, headers, path=path, reply=reply: (  # type: ignore[misc]  # bound now
            reply if "yes=1" in headers.get("cookie", "") else Reply(status=302, headers={
                "Location": f"/choice?back={quote(path, safe='')}"}))
    if opens == "forbidden":
        site.routes["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /choice", content_type="text/plain")
    is_opened = "button" in opens
    trial.crawl("--set", "CLOCK_OFFSET_SECONDS=90000", code=0 if is_opened else 1)
    assert trial.kept() == papers[0 if is_opened else 1:]
    site.routes.update(open_routes)
    trial.server.forget()
    trial.crawl("--set", "CLOCK_OFFSET_SECONDS=270000")
    assert trial.kept() == papers and sum(trial.server.count(path, 304) for path in papers) >= len(papers) - 1


def test_a_question_that_stands_before_the_feed_alone_is_answered(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(4)])
    site.page("/", links_to(papers[:2]))
    wall = html("<h1>Before you continue</h1><p>We use cookies to improve your experience. Please accept them.</p>"
                '<a href="/consent?yes=1">Accept all</a>')
    site.routes["/consent?yes=1"] = Reply(html("<p>Thanks.</p>"), headers={"Set-Cookie": "yes=1; path=/"})
    feed = Reply(rss(trial.server.url, papers[2:]).encode(), content_type="application/xml")
    site.routes["/feed"] = lambda before, headers: feed if "yes=1" in headers.get("cookie", "") else Reply(wall)
    assert trial.crawled() == papers


def test_a_list_whose_pager_sends_a_form_by_script_is_read_to_its_end(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/view.do?nttId={n + 400}" for n in range(12)])
    form = '<form action="/list.do?menu=7" method="post"><input type="hidden" name="pageIndex" value="1"></form>'
    turns = "".join(f'<a href="#" onclick="fn_linkPage({n});return false;">{n}</a>' for n in (1, 2, 3))
    for n in (1, 2, 3):
        site.page(f"/list.do?menu=7&pageIndex={n}", links_to(papers[4 * n - 4:4 * n]) + form + turns)
    site.routes["/list.do?menu=7"] = site.routes["/list.do?menu=7&pageIndex=1"]
    site.page("/", links_to(["/list.do?menu=7"]))
    assert trial.crawled() == papers
