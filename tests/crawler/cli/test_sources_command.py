"""`sources list|show|check|add` and `parse URL`, against the sample site over real HTTP."""

import json
from functools import partial
from pathlib import Path

import pytest

from crawler.sample.server import serve
from crawler.source.file import read_source
from tests import crawling
from tests.site import Site, serving
from tests.site.routes import links_to


@pytest.fixture(scope="module")
def site():
    with serve() as running:
        yield running


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("sources")


@pytest.fixture(scope="module")
def run(folder):
    return partial(crawling.run, folder=folder)


@pytest.fixture(scope="module")
def added(run, site):
    return run("sources", "add", f"{site.base}/", "--key", "sample")


@pytest.fixture(scope="module")
def checked(run, added):
    return run("sources", "check", "sample")


@pytest.fixture(scope="module")
def parsed(run, site):
    return run("parse", f"{site.base}/page.php?p=0000831")


def test_add_writes_a_file_that_loads(added, folder):
    assert (added.returncode, read_source(folder / "sources/sample.toml").name) == (0, "Estuary Network")


def test_add_finds_the_sitemap_index_and_the_feed(added, folder, site):
    discover = read_source(folder / "sources/sample.toml").discover
    assert (discover.sitemaps, discover.feeds) == ((f"{site.base}/sitemap_index.xml",), (f"{site.base}/feed.xml",))


def test_add_offers_patterns_as_comments(added, folder):
    assert "#     '/publications/[^/]+/?$',  # 9 of" in (folder / "sources/sample.toml").read_text()


def test_add_leaves_a_file_that_is_there(added, run, site):
    again = run("sources", "add", f"{site.base}/", "--key", "sample")
    assert (again.returncode, "is there already" in again.stderr) == (2, True)


def test_check_reads_three_pages_and_says_how(checked):
    assert (checked.returncode, checked.stdout.count("\npage   "), "title 3/3" in checked.stdout) == (0, 3, True)


def test_check_of_a_host_that_does_not_answer_falls_short_in_one_line(run, folder):
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources/away.toml").write_text('name = "Away"\nhome = "http://127.0.0.1:1/"\n')
    done = run("sources", "check", "away")
    assert (done.returncode, done.stderr.count("\n"), "the host refuses the connection" in done.stderr) == (1, 1, True)


def test_several_sites_are_added_and_one_that_fails_keeps_none_from_its_turn(run, folder):
    site = Site()
    site.page("/", links_to(site.articles([f"/documents/{n}-of-rivers" for n in range(5)])))
    script = Site()
    for path in ("/", "/feed", "/sitemap.xml", "/rss.xml"):
        script.page(path, '<div id="root"></div><script src="/app.js"></script><noscript>JavaScript, please</noscript>')
    with serving(site) as one, serving(script) as other:
        done = run("sources", "add", "http://127.0.0.1:1/", f"{one.url}/", f"{other.url}/")
        assert (done.returncode, done.stdout.count("\nWritten to"), done.stderr.splitlines()[-1]) == (
            1, 2, "policy-archive: 1 of 3 fell short, as told above")
        assert "seems to need JavaScript" in done.stdout and ": 0 addresses" not in done.stdout


def test_publications_behind_several_lists_are_found(run, folder):
    site = Site()
    for path, below in (("/", "/topics"), ("/topics", "/topics/water"), ("/topics/water", "/collections/rivers")):
        site.page(path, f'<h1>{path}</h1><a href="{below}">{below}</a>', "<title>Gov</title>")
    site.page("/collections/rivers", links_to(site.articles([f"/documents/{n}-of-rivers" for n in range(5)])))
    with serving(site) as server:
        done = run("sources", "add", f"{server.url}/", "--key", "deep")
        assert (done.returncode, done.stdout.count("\npage   "), "title 3/3" in done.stdout) == (0, 3, True)
        assert "none at 5 usual places" in done.stdout and "\nbehind      3 pages" in done.stdout
        written = (folder / "sources/deep.toml").read_text()
        assert "#     '/documents/[^/]+/?$',  # 5 of" in written and "/topics" not in written
        assert run("sources", "check", "deep").returncode == 0


def test_parse_of_an_address_prints_its_record(parsed):
    record = json.loads(parsed.stdout)
    assert (record["published"], record["ad_slots"]) == ("2025-07-18", 6)


def test_parse_obeys_robots(run, site):
    done = run("parse", f"{site.base}/private/minutes")
    assert (done.returncode, "robots.txt forbids it" in done.stderr) == (1, True)


def test_list_names_every_shipped_source(run):
    listed = json.loads(run("sources", "list", "--json").stdout)
    assert {"gov-uk", "bundesregierung", "vie-publique", "kantei"} <= {source["key"] for source in listed}


def test_list_goes_on_past_a_broken_file_and_says_so(run, folder):
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources/broken.toml").write_text('name = "Broken')
    done = run("sources", "list")
    assert (done.returncode, "gov-uk" in done.stdout) == (2, True)
    assert done.stderr.startswith("policy-archive: ") and "broken.toml:1: " in done.stderr


def test_check_tries_the_others_where_one_file_is_broken(run, folder, site):
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources/broken.toml").write_text('name = "Broken')
    (folder / "sources/whole.toml").write_text(f'name = "Whole"\nhome = "{site.base}/"\n')
    done = run("sources", "check")
    assert (done.returncode, "whole" in done.stdout, "broken.toml:1: " in done.stderr) == (1, True, True)


def test_folder_of_sources_that_is_not_there_is_said(run, folder, monkeypatch):
    monkeypatch.setenv("POLICY_ARCHIVE_SOURCES", str(folder / "nowhere"))
    done = run("sources", "list")
    assert (done.returncode, "there is no folder" in done.stderr) == (2, True)


def test_show_prints_the_file(run):
    assert 'home = "https://www.gov.uk/"' in run("sources", "show", "gov-uk").stdout


def test_show_of_an_unknown_key_names_the_nearest(run):
    done = run("sources", "show", "gov-ku")
    assert (done.returncode, "did you mean 'gov-uk'?" in done.stderr) == (2, True)
