"""A crawl tells of itself and of what watches found, over a real webhook."""

import json
import subprocess
import sys
from pathlib import Path
from shlex import quote

import pytest

from tests import crawling
from tests.crawler.test_notify import address, hook  # noqa: F401 - the fixture
from tests.site import Site, serving


@pytest.fixture
def site():
    made = Site()
    made.articles(["/papers/first-tariff-story"])
    made.page("/", '<a href="/papers/first-tariff-story">The first tariff story</a>')
    with serving(made) as server:
        yield server


def run(db: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return crawling.run(*words, "--db", str(db), **environment)


def test_watch_tells_of_a_new_match_after_the_crawl(site, hook, tmp_path):  # noqa: F811
    db = tmp_path / "archive.db"
    run(db, "watch", "add", "--source", site.url.removeprefix("http://"))
    done = run(db, "crawl", site.url + "/", POLICY_ARCHIVE_WEBHOOK=address(hook))
    assert [len(got["data"]["hits"]) for got in hook.got] == [1], done.stderr


def test_channel_that_fails_is_a_line_and_no_failed_crawl(site, tmp_path):
    done = run(tmp_path / "archive.db", "crawl", site.url + "/", POLICY_ARCHIVE_NOTIFY="always",
               POLICY_ARCHIVE_WEBHOOK="http://127.0.0.1:9/secret")
    assert (done.returncode, "could not tell everyone: webhook at 127.0.0.1" in done.stderr) == (0, True)
    assert "secret" not in done.stderr


def test_watches_are_listed_as_json(tmp_path):
    db = tmp_path / "archive.db"
    run(db, "watch", "add", "carbon border", "--notify", "none")
    listed = json.loads(run(db, "watch", "list", "--json").stdout)
    assert [(one["words"], one["notify"], one["hits"]) for one in listed] == [("carbon border", "none", 0)]


def test_what_could_not_be_told_is_told_after_the_next_crawl_and_only_once(site, hook, tmp_path):  # noqa: F811
    db = tmp_path / "archive.db"
    told = tmp_path / "told.txt"
    run(db, "watch", "add", "--source", site.url.removeprefix("http://"))
    by = {"POLICY_ARCHIVE_WEBHOOK": address(hook),
          "POLICY_ARCHIVE_NOTIFY_COMMAND": f"{quote(sys.executable)} -c \"open({str(told)!r}, 'a').write('told ')\""}
    hook.status = 503
    done = run(db, "crawl", site.url + "/", **by)
    assert [line for line in done.stderr.splitlines() if "tell" in line] == [
        "policy-archive: could not tell everyone: webhook at 127.0.0.1: answered 503: "
        "1 found by watches will be told after the next crawl"]
    hook.status = 200
    for _ in range(2):
        run(db, "crawl", site.url + "/", **by)
    assert [len(got["data"]["hits"]) for got in hook.got] == [1, 1]    # refused, then told
    assert told.read_text() == "told "         # the channel that worked at once was not asked again
