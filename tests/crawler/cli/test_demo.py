"""`policy-archive demo`, as a newcomer types it: the real spider, real HTTP, a real archive."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def demo(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(folder)}
    environment.pop("POLICY_ARCHIVE_DB", None)
    return subprocess.run([sys.executable, "-m", "crawler.cli", *words], cwd=folder, env=environment,
                          capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def done(folder) -> subprocess.CompletedProcess[str]:
    return demo(folder, "demo")


def test_it_ends_well(done):
    assert (done.returncode, done.stderr) == (0, "")


def test_it_keeps_every_publication_of_the_site(done):
    assert "Kept in archive.db: 43 publications" in done.stdout


def test_it_sees_the_one_page_that_changed(done):
    assert "0 new, 1 changed" in done.stdout


def test_it_shows_a_search_with_its_hits(done):
    hits = done.stdout.partition("$ policy-archive search")[2].partition("Try next")[0]
    assert hits.count("[") >= 3


def test_it_names_the_next_three_commands(done):
    assert [line.split()[1] for line in done.stdout.splitlines()[-3:]] == ["search", "browse", "export"]


def test_it_leaves_nothing_but_the_archive(done, folder):
    assert sorted(path.name for path in folder.iterdir() if not path.name.startswith("archive.")) == []


def test_the_archive_is_whole(done, folder):
    assert demo(folder, "check").returncode == 0


def test_it_leaves_an_archive_of_the_users_alone(tmp_path):
    from crawler.cli.demo import _is_free

    (tmp_path / "archive.db").write_bytes(b"not an archive of ours" * 50)
    assert _is_free(tmp_path / "archive.db") is False
