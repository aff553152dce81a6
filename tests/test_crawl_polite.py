"""Polite and safe: delays, Retry-After, private networks, side by side, outages, limits of a source."""

import gzip
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.crawling import ROOT, Trial, command, crawl, kept, rows
from tests.site import Reply, Site, serving
from tests.site.routes import html, links_to

NAMES = [f"/news/{n}-story" for n in range(5)]


@pytest.fixture
def site() -> Site:
    """Five stories, and a first page that lists them."""
    return small_site()


def small_site() -> Site:
    site = Site()
    site.page("/", links_to(site.articles(NAMES)), "<title>Institute</title>")
    return site


def source_file(trial: Trial, more: str) -> str:
    path = trial.db.with_name("institute.toml")
    path.write_text(f'name = "Institute"\nhome = "{trial.server.url}/"\n{more}')
    return str(path)


def test_crawl_delay_of_robots_txt_is_kept(site: Site, trial: Trial) -> None:
    site.routes["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 0.5", content_type="text/plain")
    base = trial.server.url
    path = source_file(trial, f'[discover]\nsitemaps = ["{base}/a.xml"]\nfeeds = ["{base}/b"]\n')
    crawl(path, trial.db, "--set", "DOWNLOAD_DELAY=0")
    moments = [asked.at for asked in trial.server.log]
    assert min(later - earlier for earlier, later in pairwise(moments)) > 0.4


def test_retry_after_is_waited_for_by_all(site: Site, trial: Trial) -> None:
    story = site.reply(NAMES[0])
    site.routes[NAMES[0]] = lambda before, headers: story if before else Reply(b"", 429, {"Retry-After": "2"})
    trial.crawl()
    (first, second) = [asked.at for asked in trial.server.log if asked.path == NAMES[0]]
    assert second - first > 1.9
    assert trial.kept() == NAMES


def test_other_private_addresses_than_the_targets_are_never_connected_to(site: Site, trial: Trial) -> None:
    with serving(Site()) as secret:
        port = secret.server_address[1]
        site.routes["/to-the-secret"] = Reply(status=302, headers={"Location": f"{secret.url}/a"})
        links = [f"{secret.url}/b", f"http://localhost:{port}/c", f"http://2130706433:{port}/d", "/to-the-secret"]
        site.page("/", links_to([*NAMES, *links]), "<title>Institute</title>")
        trial.crawl()
        assert secret.log == []
        assert trial.kept() == NAMES


def test_a_host_that_is_down_for_a_while_loses_nothing(tmp_path: Path) -> None:
    db, site = tmp_path / "archive.db", small_site()
    with serving(site) as server:
        port = server.server_address[1]
        site.routes["/news/0-story"] = slow = Slow(site.routes["/news/0-story"])
        process = subprocess.Popen(command("crawl", f"{server.url}/", "--db", str(db), "--set",
                                           "CONCURRENT_REQUESTS_PER_DOMAIN=1"), cwd=ROOT)
        assert slow.asked.wait(30)
    assert process.poll() is None                # the site is down, and the crawl waits
    time.sleep(2)
    site.routes["/news/0-story"] = slow.reply
    with serving(site, port) as server:
        assert process.wait(timeout=60) == 0
        assert kept(db, server.url) == NAMES


def test_a_host_that_is_too_busy_for_a_while_loses_nothing_in_one_run(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n}-of-many" for n in range(30)])
    site.page("/", links_to(papers), "<title>Institute</title>")
    asked: list[float] = []

    def busy_from_the_twelfth(reply: object) -> Callable[[int, dict[str, str]], Reply]:
        def answer(before: int, headers: dict[str, str]) -> Reply:
            del before, headers
            asked.append(time.monotonic())
            assert isinstance(reply, Reply)
            is_busy = len(asked) >= 12 and asked[-1] - asked[11] < 16
            return Reply(b"busy", 503, validators=False) if is_busy else reply

        return answer

    for path, reply in list(site.routes.items()):
        site.routes[path] = busy_from_the_twelfth(reply)
    assert trial.crawled() == sorted(papers)


def test_a_host_that_asks_for_an_hour_of_rest_is_left_alone_at_once(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n}-of-many" for n in range(40)])
    site.page("/", links_to(papers), "<title>Institute</title>")
    whole = dict(site.routes)
    site.routes.update({path: Reply(b"later", 503, {"Retry-After": "3600"}) for path in papers[10:]})
    said = trial.crawl(code=1)
    assert said.stderr.strip() == (
        f"policy-archive: {trial.server.url.removeprefix('http://')} is too busy (the server answers 503, and asks for "
        "60 minutes of rest): the next run asks again")
    assert sum(asked.status == 503 for asked in trial.server.log) < 20
    site.routes = whole
    assert trial.crawled("--set", "CLOCK_OFFSET_SECONDS=3700") == sorted(papers)


@pytest.mark.parametrize(("answer", "told"), [
    (Reply(b"<h1>Access Denied</h1>", 403), "gives no page (the server answers 403): it turns programs away"),
    (Reply(html("<h1>Wartung</h1><p>Das System wird gerade gewartet, bitte versuchen Sie es morgen noch einmal.</p>")),
     "gives no page (a notice that the site is down")])
def test_a_host_that_gives_no_page_for_a_night_is_not_asked_for_all_it_has(
        site: Site, trial: Trial, answer: Reply, told: str) -> None:
    papers = site.articles([f"/papers/{n:02}-of-many" for n in range(40)])
    site.page("/", links_to(papers[1:]), "<title>Institute</title>")
    trial.crawl()
    site.page("/", links_to(papers), "<title>Institute</title>")
    whole = dict(site.routes)
    site.routes.update(dict.fromkeys(["/", *papers], answer))
    trial.server.forget()
    said = trial.crawl("--set", "CLOCK_OFFSET_SECONDS=90000", code=1)
    assert told in said.stderr
    assert sum(asked.path in ("/", *papers) for asked in trial.server.log) < 40
    site.routes = whole
    assert trial.crawled("--set", "CLOCK_OFFSET_SECONDS=180000") == papers


class Slow:
    """A reply that tells when it was asked for, and then hangs up."""

    def __init__(self, reply: object) -> None:
        assert isinstance(reply, Reply)
        self.reply, self.asked = reply, threading.Event()

    def __call__(self, before: int, headers: dict[str, str]) -> Reply:
        self.asked.set()
        return Reply(b"", send="cut", validators=False)


def test_two_crawls_of_one_source_refuse_and_two_sources_go_on(tmp_path: Path) -> None:
    db, one, two = tmp_path / "archive.db", small_site(), small_site()
    one.routes["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 1", content_type="text/plain")
    with serving(one) as first, serving(two) as second:
        process = subprocess.Popen(command("crawl", f"{first.url}/", "--db", str(db)), cwd=ROOT)
        end = time.monotonic() + 30
        while not first.log and time.monotonic() < end:
            time.sleep(0.01)
        refused = crawl(f"{first.url}/", db, code=2)
        crawl(f"{second.url}/", db)
        process.kill()
        process.wait()
        assert len(refused.stderr.strip().splitlines()) == 1 and "another run" in refused.stderr
        assert kept(db, second.url)[:5] and rows(db, "PRAGMA integrity_check") == [("ok",)]


def test_max_pages_ends_a_run_cleanly_and_the_next_goes_on(trial: Trial) -> None:
    path = source_file(trial, "max_pages = 18\n")
    crawl(path, trial.db)
    some = trial.kept()
    crawl(path, trial.db)
    assert len(some) < len(NAMES) and trial.kept() == NAMES


def test_a_run_with_few_pages_begins_with_what_was_never_seen(site: Site, trial: Trial) -> None:
    papers = site.articles([f"/papers/{n:02}-of-ours" for n in range(40)])
    site.page("/", links_to(papers))
    path = source_file(trial, "max_pages = 34\n")
    for number in range(2):
        crawl(path, trial.db, "--set", f"CLOCK_OFFSET_SECONDS={90000 * number}")
    assert trial.kept() == papers


def test_a_robots_txt_that_cannot_be_had_is_asked_for_a_few_times_not_for_every_page(site: Site, trial: Trial) -> None:
    site.page("/", links_to(site.articles([f"/papers/{n:02}-of-ours" for n in range(40)])))
    trial.crawl()
    site.routes["/robots.txt"] = Reply(b"busy", 503)
    trial.server.forget()
    said = trial.crawl("--set", "CLOCK_OFFSET_SECONDS=90000", code=1)
    assert "robots.txt answers 503: until it is answered all is forbidden" in said.stderr
    assert len(trial.server.log) < 20


def test_a_broken_expectation_ends_with_exit_code_one(trial: Trial) -> None:
    path = source_file(trial, "[expect]\npublications = { min = 400 }\n")
    said = crawl(path, trial.db, code=1)
    assert "5 publications, at least 400 expected" in said.stderr


def test_a_source_at_night_is_left_alone_by_day(trial: Trial) -> None:
    path = source_file(trial, f'hours = "{NIGHT}"\n')
    said = crawl(path, trial.db, code=1)
    assert trial.server.log == []
    assert "hours" in said.stderr


NIGHT = f"{(time.gmtime().tm_hour + 2) % 24:02d}:00-{(time.gmtime().tm_hour + 3) % 24:02d}:00"


FULL_DISK = """
import sys
import crawler.crawl
from archive.errors import FellShort
calls, keep_many = [], crawler.crawl.keep_many
def failing(archive, readings, *args, **kwargs):
    calls.append(1)
    if len(calls) > 2:
        raise FellShort("archive.db: the disk is full")
    return keep_many(archive, readings, *args, **kwargs)
crawler.crawl.keep_many = failing
from crawler.cli import main
sys.argv = ["policy-archive", *sys.argv[1:]]
main()
"""


def test_a_full_disk_ends_the_crawl_with_one_line_and_a_whole_archive(trial: Trial) -> None:
    said = subprocess.run([sys.executable, "-c", FULL_DISK, "crawl", f"{trial.server.url}/", "--db", str(trial.db)],
                          cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert said.returncode == 1
    assert said.stderr.strip().splitlines() == ["policy-archive: archive.db: the disk is full"]
    assert trial.crawled() == NAMES


def robots_of(site: Site, trial: Trial, body: bytes) -> list[str]:
    """What is kept of a small site with this robots.txt."""
    site.routes["/robots.txt"] = Reply(body, content_type="text/plain")
    trial.crawl()
    return trial.kept()


@pytest.mark.parametrize("form", ["utf-8-sig", "utf-16", "utf-16-le", "gzip"])
def test_robots_txt_in_another_form_is_obeyed(site: Site, trial: Trial, form: str) -> None:
    rules = "User-agent: *\r\nDisallow: /news/0-story\r\n"
    assert robots_of(site, trial, gzip.compress(rules.encode()) if form == "gzip" else rules.encode(form)) == NAMES[1:]


def test_a_pause_asked_for_that_is_too_long_to_keep_is_told(site: Site, trial: Trial) -> None:
    site.routes["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 3600", content_type="text/plain")
    process = subprocess.Popen(command("crawl", f"{trial.server.url}/", "--db", str(trial.db)), cwd=ROOT,
                               stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    told = process.stderr.readline()
    process.kill()
    process.communicate()
    assert "3600 seconds between two requests; 120 are kept" in told


def test_a_very_long_robots_txt_is_cut_at_the_end_of_a_rule(site: Site, trial: Trial) -> None:
    rules = "".join(f"Disallow: /{'x' * 20}{n}\n" for n in range(20_000))
    assert robots_of(site, trial, f"User-agent: *\nDisallow: /news/0-story\n{rules}".encode()) == NAMES[1:]


def test_what_failed_is_said_in_one_line_and_stands_in_the_status(tmp_path: Path) -> None:
    db = tmp_path / "archive.db"
    said = crawl("http://127.0.0.1:9/", db, code=1)
    assert len(said.stderr.strip().splitlines()) == 1 and "does not answer" in said.stderr
    shown = subprocess.run(command("status", "--db", str(db)), cwd=ROOT, capture_output=True, text=True, check=True)
    assert "http://127.0.0.1:9/ and " in shown.stdout and "the connection was refused; next try" in shown.stdout


@pytest.mark.parametrize(("typed", "advice"), [
    ("DOWNLOAD_DELAY=abc", "write a number"), ("DOWNLOAD_DELY=1", "DOWNLOAD_DELAY"), ("READERS=two", "whole number"),
    ("ROBOTSTXT_OBEY=maybe", "True or False")])
def test_a_setting_that_is_none_is_wrong_use(tmp_path: Path, typed: str, advice: str) -> None:
    said = crawl("http://127.0.0.1:9/", tmp_path / "archive.db", "--set", typed, code=2)
    assert advice in said.stderr and len(said.stderr.strip().splitlines()) == 1
