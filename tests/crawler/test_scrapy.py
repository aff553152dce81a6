"""`scrapy crawl publications`, for people who know Scrapy: the real command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crawling import ROOT, rows
from tests.site import Site, serving


def scrapy_crawl(db: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "scrapy", "crawl", "publications", *words], cwd=ROOT, text=True,
                          capture_output=True, env={**os.environ, "POLICY_ARCHIVE_DB": str(db)}, check=False)


@pytest.mark.parametrize(("words", "said"), [
    ([], "give a source or an address"),
    (["-a", "source=nosuch"], "no source 'nosuch'"),
    (["-a", "url=example"], "'example' is no web address"),
    (["-a", "url=http://127.0.0.1:9/", "-a", "limit=3"], "there is no argument limit"),
])
def test_arguments_that_will_not_do_are_one_line_and_exit_code_two(tmp_path: Path, words: list[str], said: str) -> None:
    done = scrapy_crawl(tmp_path / "archive.db", *words)
    assert (done.returncode, done.stderr.count("\n"), said in done.stderr) == (2, 1, True), done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_site_is_crawled_by_its_address(tmp_path: Path) -> None:
    site = Site()
    site.page("/", "".join(f'<a href="{path}">Paper</a>' for path in site.articles(["/papers/a-first", "/papers/b-2"])))
    with serving(site) as server:
        done = scrapy_crawl(tmp_path / "archive.db", "-a", f"url={server.url}/")
    assert done.returncode == 0, done.stderr
    assert rows(tmp_path / "archive.db", "SELECT count(*) FROM publications") == [(2,)]
