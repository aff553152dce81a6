"""Pages that a script writes, rendered by a real Chromium."""

import subprocess
from pathlib import Path

import pytest

from crawler.fetching.browser import find_browser
from tests.crawling import Trial, crawl
from tests.site import Reply, Site, serving
from tests.site.routes import article_of, links_to

pytestmark = pytest.mark.browser
needs_chromium = pytest.mark.skipif(find_browser() is None, reason="no Chromium installed")
SHELL = '<div id="root"></div><script>document.getElementById("root").innerHTML = {}</script>'


@pytest.fixture
def site() -> Site:
    """A home page and two publications that are empty without their script."""
    site = Site()
    paths = [f"/news/{n}-by-script" for n in range(2)]
    site.page("/", SHELL.format("`<h1>News</h1>" + "".join(f'<a href="{path}">{path}</a> ' for path in paths) + "`"))
    for path in paths:
        title, body = article_of(path, 0)
        site.page(path, SHELL.format(f"`<article><h1>{title}</h1>{body}</article>`"), f"<title>{title}</title>")
        site.truth.add(path)
    return site


def by_browser(trial: Trial, *words: str) -> subprocess.CompletedProcess[str]:
    """Crawl the site by a source file that asks for a browser."""
    source = trial.db.with_name("scripted.toml")
    source.write_text(f'name = "S"\nhome = "{trial.server.url}/"\njavascript = true\n')
    return crawl(str(source), trial.db, *words)


@needs_chromium
def test_a_source_that_needs_javascript_is_rendered(site: Site, trial: Trial) -> None:
    by_browser(trial)
    assert set(trial.kept()) == site.truth


@needs_chromium
def test_the_browser_reaches_no_other_private_address_by_redirects_names_or_scripts(
        site: Site, trial: Trial) -> None:
    with serving(Site()) as secret:
        port = secret.server_address[1]
        site.routes["/away"] = Reply(status=302, headers={"Location": f"{secret.url}/by-redirect"})
        site.routes["/named"] = Reply(status=302, headers={"Location": f"http://localhost:{port}/by-name"})
        site.page("/", links_to(["/away", "/named", *sorted(site.truth)], (
            f'<script src="{secret.url}/by-script"></script><iframe src="{secret.url}/by-frame"></iframe>'
            f'<script src="/away"></script><script>fetch("{secret.url}/by-fetch"); '
            f'new WebSocket("ws://127.0.0.1:{port}/by-socket")</script>')))
        by_browser(trial)
        assert secret.log == []
    assert set(trial.kept()) == site.truth


@needs_chromium
def test_pages_that_render_late_or_are_never_quiet_are_read_and_lists_that_grow_are_scrolled(
        site: Site, trial: Trial) -> None:
    site.truth.clear()
    site.routes["/poll.json"] = Reply(b"{}", content_type="application/json")
    polls, last = "setInterval(() => fetch('/poll.json'), 200);", "/news/reached-by-scrolling"
    for path, script in {"/news/by-timer": "setTimeout(() => { PUT }, 1200)", "/news/never-quiet": f"{polls} PUT",
                         "/news/with-questions": "alert('a'); confirm('b'); PUT", last: "PUT"}.items():
        title, body = article_of(path, 0)
        put = f"document.getElementById('root').innerHTML = `<article><h1>{title}</h1>{body}</article>`;"
        site.page(path, f"<div id=root></div><script>{script.replace('PUT', put)}</script>", f"<title>{title}</title>")
        site.truth.add(path)
    site.page("/", "<h1>News</h1>" + "".join(f"<a href={path}>{path}</a> " for path in site.truth - {last}) + (
        "<div id=more style='height: 3000px'></div><script>onscroll = () => "
        f"document.getElementById('more').innerHTML = '<a href={last}>More</a>'</script>"))
    by_browser(trial)
    assert set(trial.kept()) == site.truth
    again = by_browser(trial, "--recheck")
    assert "0 changed" in again.stdout and "0 failed" in again.stdout


@needs_chromium
@pytest.mark.parametrize(("pressed", "shown"), [("history.pushState({}, '', '/?page=2'); put()", 6),
                                                ("location.assign('/about')", 2)])
def test_the_button_that_has_a_list_go_on_is_pressed_and_one_that_leads_elsewhere_is_not(
        pressed: str, shown: int, site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n}-paper" for n in range(6)])
    site.page("/about", "<h1>About</h1><p>Us.</p>")
    site.page("/", f"""<h1>Papers</h1><div id=list></div><button>Load more ↓</button><script>
        let number = 0; const list = document.getElementById("list"), more = document.querySelector("button");
        function put() {{
            for (const end = number + 2; number < end; number++)
                list.innerHTML += "<a href=/papers/" + number + "-paper>Paper</a> ";
            more.hidden = number === 6; }}
        put(); more.addEventListener("click", () => {{ {pressed} }});</script>""")
    by_browser(trial)
    assert trial.kept() == papers[:shown]


def test_a_site_that_seems_to_need_it_is_pointed_out(trial: Trial) -> None:
    assert "JavaScript" in trial.crawl().stderr


def test_without_a_browser_one_line_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICY_ARCHIVE_CHROMIUM", "/nowhere/chromium")
    path = tmp_path / "scripted.toml"
    path.write_text('name = "S"\nhome = "http://127.0.0.1:9/"\njavascript = true\n')
    said = crawl(str(path), tmp_path / "archive.db", code=2)
    assert len(said.stderr.strip().splitlines()) == 1 and "Chromium" in said.stderr
