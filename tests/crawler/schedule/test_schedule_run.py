"""The foreground schedule and the printed units, as someone would use them."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
import yaml

from archive.database import open_archive
from crawler.schedule import unit_text
from tests.site import Site, serving


@pytest.fixture
def site():
    made = Site()
    made.articles(["/papers/one-tariff-story", "/papers/two-budget-story"])
    made.page("/", '<a href="/papers/one-tariff-story">One tariff story told</a> '
                   '<a href="/papers/two-budget-story">Two budget stories told</a>')
    with serving(made) as server:
        yield server


def printed(*words: str) -> str:
    return subprocess.run([sys.executable, "-m", "crawler.cli", "schedule", "print", *words], capture_output=True,
                          text=True, check=True).stdout


def kept(db) -> int:
    if not db.exists():
        return 0
    with open_archive(db, read_only=True) as archive:
        return archive.connection.execute(
            "SELECT count(*) FROM publications WHERE EXISTS (SELECT 1 FROM runs WHERE finished_at IS NOT NULL)"
        ).fetchone()[0]


def test_schedule_crawls_what_is_due_serves_metrics_and_ends_on_sigterm(site, tmp_path):
    db, port, environment = tmp_path / "archive.db", free_port(), with_sources(tmp_path, site.url)
    schedule = subprocess.Popen(
        [sys.executable, "-m", "crawler.cli", "schedule", "run", "--db", str(db), "--metrics-port", str(port)],
        cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        deadline = time.monotonic() + 60
        while kept(db) < 2 and time.monotonic() < deadline:
            time.sleep(0.2)
        metrics = httpx.get(f"http://127.0.0.1:{port}/metrics").text
    finally:
        schedule.send_signal(signal.SIGTERM)
        _, told = schedule.communicate(timeout=60)
    assert (kept(db), schedule.returncode, told.count("broken.toml")) == (2, 0, 1), told
    assert 'policy_archive_publications{source="local"} 2.0' in metrics


def with_sources(folder: Path, site: str) -> dict[str, str]:
    """The environment of a folder with a source at `site`, and one whose file is broken."""
    (folder / "sources").mkdir()
    (folder / "sources" / "local.toml").write_text(f'name = "Local"\nhome = "{site}/"\nevery = "1h"\n')
    (folder / "sources" / "broken.toml").write_text('name = "Broken')
    return {**os.environ, "PYTHONPATH": str(Path.cwd()), "POLICY_ARCHIVE_SOURCES": str(folder / "sources")}


def test_broken_file_keeps_no_other_source_from_its_time(site, tmp_path):
    db, environment = tmp_path / "archive.db", with_sources(tmp_path, site.url)
    for new in (2, 0):
        done = subprocess.run([sys.executable, "-m", "crawler.cli", "crawl", "--due", "--db", str(db)], cwd=tmp_path,
                              env=environment, capture_output=True, text=True)
        assert (done.returncode, kept(db), f"{new} new" in done.stdout) == (2, 2, new > 0), done
        assert "broken.toml:1: " in done.stderr.splitlines()[-1]


def free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def test_cron_line_calls_an_absolute_command():
    line = printed("--cron").splitlines()[-1].replace("'", "")       # quoted where the path has a space
    assert line.startswith("*/15 * * * * cd /")
    assert "crawl --due --db /" in line


def test_cron_line_prints_only_where_something_fell_short(tmp_path):
    said = {}
    for code in (0, 1):
        command = tmp_path / f"a crawl at 100% {code}"
        command.write_text(f"#!/bin/sh\necho told >&2\nexit {code}\n")
        command.chmod(0o755)
        line = unit_text("cron", str(command), str(tmp_path), "a.db").splitlines()[-1].split(" ", 5)[5]
        said[code] = subprocess.run(["sh", "-c", line.replace(r"\%", "%")], capture_output=True, text=True,
                                    check=False).stdout
    assert said == {0: "", 1: "told\n"}


def test_compose_file_has_both_services_on_one_volume():
    services = yaml.safe_load(printed("--compose"))["services"]
    assert {name: service["volumes"] for name, service in services.items()} == {
        "crawl": ["archive:/data"], "browse": ["archive:/data"]}


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed here")
def test_systemd_units_verify(tmp_path):
    command = shutil.which("policy-archive") or str(Path(sys.executable).parent / "policy-archive")
    text = printed("--systemd").replace(command, "/bin/true")  # in tests the command need not be installed
    for unit in text.split("# /etc/systemd/system/")[1:]:
        name, body = unit.split("\n", 1)
        (tmp_path / name).write_text(body)
    done = subprocess.run(["systemd-analyze", "verify", *map(str, sorted(tmp_path.iterdir()))], capture_output=True,
                          text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_print_without_a_form_says_which_there_are():
    done = subprocess.run([sys.executable, "-m", "crawler.cli", "schedule", "print"], capture_output=True, text=True,
                          check=False)
    assert (done.returncode, "--systemd, --cron or --compose" in done.stderr) == (2, True)
