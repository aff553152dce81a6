"""SIGKILL at any moment, then the same command: nothing lost, nothing kept twice, little fetched again."""

import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.crawling import ROOT, command, crawl, kept, rows
from tests.site import Server, Site, serving
from tests.site.routes import links_to

KILLS = 10
CONCURRENCY = 8                # CONCURRENT_REQUESTS_PER_DOMAIN on loopback
PAGES = 300


def big_site() -> Site:
    """Three hundred publications that only links lead to, twenty on each page of a list."""
    site = Site()
    paths = site.articles(f"/reports/{n}-of-many" for n in range(PAGES))
    for page in range(PAGES // 20):
        path = "/" if page == 0 else f"/list?page={page + 1}"
        more = f'<a href="/list?page={page + 2}">Older</a>' if page + 1 < PAGES // 20 else ""
        site.page(path, links_to(paths[page * 20:page * 20 + 20], more), "<title>Institute</title>")
    return site


def test_ten_kills_lose_nothing(tmp_path: Path) -> None:
    db, site = tmp_path / "archive.db", big_site()
    with serving(site) as server:
        for kill in range(KILLS):
            kill_after(server, (kill + 1) * PAGES // 14, db)
        crawl(f"{server.url}/", db)
        found = kept(db, server.url)
        asked = Counter(asked.path for asked in server.log if asked.status == 200)
        again = sum(count - 1 for path, count in asked.items() if path in site.truth)
    assert set(found) == site.truth
    assert len(found) == len(set(found))
    assert again <= KILLS * 2 * CONCURRENCY
    assert rows(db, "PRAGMA integrity_check") == [("ok",)]


def test_ctrl_c_ends_cleanly_and_the_next_run_goes_on(tmp_path: Path) -> None:
    db, site = tmp_path / "archive.db", big_site()
    with serving(site) as server:
        process = subprocess.Popen(command("crawl", f"{server.url}/", "--db", str(db)), cwd=ROOT,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        wait_for(lambda: len(server.log) > 60)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
        assert process.returncode == 1 and said.strip().splitlines()[-1].startswith("policy-archive: stopped")
        assert rows(db, "SELECT outcome FROM runs") == [("shutdown",)]
        crawl(f"{server.url}/", db)
        asked = Counter(asked.path for asked in server.log if asked.path in site.truth)
    assert max(asked.values()) == 1 and set(asked) == site.truth


def test_a_kill_leaves_no_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with serving(big_site()) as server:
        kill_after(server, 60, tmp_path / "archive.db")
    wait_for(lambda: not [*tmp_path.glob("pymp-*")])
    assert not [*tmp_path.glob("pymp-*")]


def kill_after(server: Server, answers: int, db: Path) -> None:
    """Start the crawl, and kill it once the site has given so many answers."""
    process = subprocess.Popen(command("crawl", f"{server.url}/", "--db", str(db)), cwd=ROOT,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(lambda: len(server.log) >= answers or process.poll() is not None)
    process.send_signal(signal.SIGKILL)
    process.wait()


def wait_for(condition: object) -> None:
    """Until it holds, thirty seconds at most."""
    assert callable(condition)
    end = time.monotonic() + 30
    while not condition() and time.monotonic() < end:
        time.sleep(0.005)
