"""Crawls as people run them: the real command in a process of its own, against a site on loopback."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.site import Server

ROOT = Path(__file__).parent.parent


def command(*words: str) -> list[str]:
    """The command line of `policy-archive`."""
    return [sys.executable, "-m", "crawler.cli", *words]


def crawl(url: str, db: Path, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Crawl to the end; the exit code is checked."""
    done = subprocess.run(command("crawl", url, "--db", str(db), *words), cwd=ROOT, capture_output=True, text=True,
                          timeout=120)
    assert done.returncode == code, done.stdout + done.stderr
    return done


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
