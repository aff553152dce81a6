"""The example runs as its own words say, on a real export."""

import subprocess
import sys

import pytest

from archive.store import keep_many
from tests.archive.making import new_archive, publication, reading


@pytest.fixture
def folder(tmp_path):
    archive, run = new_archive(tmp_path)
    with archive:
        keep_many(archive, [reading(publication(n, published=f"2025-{n % 9 + 1:02d}-03",
                                                section=["Trade", "Climate", None][n % 3])) for n in range(1, 30)], run)
    return tmp_path


def run(folder, *words):
    done = subprocess.run([sys.executable, *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_example_answers_and_draws_its_three_questions(folder, pytestconfig, monkeypatch):
    root = pytestconfig.rootpath
    monkeypatch.setenv("PYTHONPATH", str(root))
    run(folder, "-m", "crawler.cli", "export", "--format", "parquet", "--out", "corpus.parquet")
    told = run(folder, str(root / "examples" / "three_questions.py"), "corpus.parquet", "archive.db", "figures")
    assert "https://elsewhere.example/study        29" in told
    assert sorted(path.name[0] for path in (folder / "figures").iterdir()) == ["1", "2", "3"]
