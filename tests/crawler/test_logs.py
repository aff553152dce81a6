"""The log says whose run it is, in lines that machines read, and keeps no secret."""

import json
import logging
import subprocess
import sys

import pytest

from crawler.logs import current_run, hide_secrets, set_up_logging
from tests.site import Site, serving


@pytest.fixture
def log_file(tmp_path):
    yield tmp_path / "crawl.log"
    for handler in logging.getLogger().handlers[:]:
        if getattr(handler, "baseFilename", "").startswith(str(tmp_path)):
            logging.getLogger().removeHandler(handler)
            handler.close()


@pytest.mark.parametrize(("text", "hidden"), [
    ("http://me:word@example.org/a", "http://example.org/a"),
    ("/feed?access_token=abc&x=1", "/feed?access_token=…&x=1"),
    ("Authorization: Bearer abc", "Authorization: …"),
    ("/papers?page=2", "/papers?page=2"),
])
def test_secrets_are_hidden(text, hidden):
    assert hide_secrets(text) == hidden


def test_json_line_names_source_and_run(log_file):
    set_up_logging("json", log_file)
    token = current_run.set(("institute", 7))
    logging.getLogger("crawler.x").info("kept %d", 3)
    current_run.reset(token)
    line = json.loads(log_file.read_text())
    assert (line["source"], line["run"], line["message"], line["level"]) == ("institute", 7, "kept 3", "INFO")


def test_arguments_with_secrets_are_hidden_too(log_file):
    set_up_logging("json", log_file)
    logging.getLogger("crawler.x").warning("cannot fetch %s", "http://me:word@example.org/")
    assert "word" not in log_file.read_text()


def test_file_is_rotated(log_file, monkeypatch):
    monkeypatch.setattr("crawler.logs._FILE_BYTES", 2000)
    set_up_logging("json", log_file)
    for number in range(60):
        logging.getLogger("crawler.x").info("line %d", number)
    assert log_file.with_name("crawl.log.1").exists()


def test_crawl_logs_its_beginning_and_end_as_json(tmp_path):
    site = Site()
    site.articles(["/papers/first-tariff-story"])
    site.page("/", '<a href="/papers/first-tariff-story">The first tariff story</a>')
    with serving(site) as server:
        done = subprocess.run(
            [sys.executable, "-m", "crawler.cli", "crawl", f"{server.url}/", "--db", str(tmp_path / "a.db"),
             "--log-format", "json", "--log-file", str(tmp_path / "crawl.log")], capture_output=True, text=True,
            check=False)
    lines = [json.loads(line) for line in (tmp_path / "crawl.log").read_text().splitlines()]
    told = [line["message"].split(":")[0] for line in lines]
    assert (told, {line["run"] for line in lines}) == (["crawl began", "crawl ended (finished)"], {1}), done.stderr


def test_log_in_a_folder_that_is_not_there_is_wrong_use(tmp_path):
    done = subprocess.run([sys.executable, "-m", "crawler.cli", "crawl", "http://127.0.0.1:9/", "--db",
                           str(tmp_path / "a.db"), "--log-file", "/no/such/folder/x.log"], capture_output=True,
                          text=True, check=False)
    assert (done.returncode, "no folder /no/such/folder" in done.stderr) == (2, True)
