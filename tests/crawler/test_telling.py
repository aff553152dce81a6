"""A crawl tells of itself and of what watches found, over a real webhook."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

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
    return subprocess.run([sys.executable, "-m", "crawler.cli", *words, "--db", str(db)], text=True, check=False,
                          capture_output=True, env={**os.environ, **environment})


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
