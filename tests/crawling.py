"""Crawls as people run them: the real command in a process of its own, against a site on loopback.

A crawl takes seconds of work to load and much less to do. `crawl` forks its process from one that has loaded, and lets
it read pages itself. Crawls with READERS, or that are killed or come by the schedule (`command`), share their reading
among processes, as a user's do.
"""

import multiprocessing
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.cli import main
from tests.site import Server

ROOT = Path(__file__).parent.parent
MOST_SECONDS = 120             # for one crawl

READERS = ("--set", "READERS=2")


def command(*words: str) -> list[str]:
    """The command line of `policy-archive`."""
    return [sys.executable, "-m", "crawler.cli", *words]


def crawl(url: str, db: Path, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Crawl to the end; the exit code is checked."""
    done = run("crawl", url, "--db", str(db), "--set", "READERS=0", *words)
    assert done.returncode == code, done.stdout + done.stderr
    return done


def run(*words: str, folder: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command to its end in that folder, in a process that is forked from one that has loaded."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.loaded"])
    with tempfile.TemporaryDirectory() as kept:
        said, complained = Path(kept, "stdout"), Path(kept, "stderr")
        process = context.Process(target=_run, args=(words, folder, {**os.environ, **environment}, said, complained))
        process.start()
        process.join(MOST_SECONDS)
        if process.exitcode is None:
            process.kill()
            process.join()
            raise subprocess.TimeoutExpired(list(words), MOST_SECONDS, said.read_bytes(), complained.read_bytes())
        return subprocess.CompletedProcess(list(words), process.exitcode, said.read_text(), complained.read_text())


def _run(words: list[str], folder: Path, environment: dict[str, str], said: Path, complained: Path) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, file in ((1, said), (2, complained)):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600), number)
    sys.argv = ["policy-archive", *words]
    main()


def rows(db: Path, sql: str, *values: object) -> list[Any]:
    """What the archive says."""
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(sql, values).fetchall()


def kept(db: Path, base: str) -> list[str]:
    """Paths of the kept publications, sorted."""
    return sorted(url.removeprefix(base) for (url,) in rows(db, "SELECT url FROM publications WHERE gone IS NULL"))


@dataclass(frozen=True)
class Trial:
    """A site on loopback, and the archive that crawls of it fill."""

    server: Server
    db: Path

    def crawl(self, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        """Crawl the site to the end; the exit code is checked."""
        return crawl(f"{self.server.url}/", self.db, *words, code=code)

    def crawled(self, *words: str) -> list[str]:
        """Paths of the publications that are kept after another crawl, sorted."""
        self.crawl(*words)
        return self.kept()

    def rows(self, sql: str, *values: object) -> list[Any]:
        """What the archive says."""
        return rows(self.db, sql, *values)

    def kept(self) -> list[str]:
        """Paths of the kept publications, sorted."""
        return kept(self.db, self.server.url)
