"""`policy-archive` as typed: start-up, help, exit codes."""

import importlib
import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from shlex import quote

import click
import pytest

from archive.database import open_archive
from crawler.cli import COMMANDS


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "crawler.cli", *words], capture_output=True, text=True, check=False)


def test_help_lists_every_command():
    listed = run("--help").stdout
    assert [name for name in COMMANDS if f"\n  {name} " not in listed] == []


def test_help_starts_at_once():
    spent = [sum(os.times()[2:4])]                 # by processes that have ended, as the clock depends on the machine
    for _ in range(3):
        run("--help")
        spent.append(sum(os.times()[2:4]))
    assert min(after - before for before, after in pairwise(spent)) < 0.3


def test_unknown_command_is_wrong_use_in_one_line():
    done = run("crwal")
    assert (done.returncode, done.stderr.count("\n"), "Did you mean 'crawl'?" in done.stderr) == (2, 1, True)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_text(name):
    module, function = COMMANDS[name][0].split(":")
    command = getattr(importlib.import_module(module), function)
    assert isinstance(command, click.Command)
    assert command.help


def test_the_bare_command_prints_its_help():
    done = run()
    assert (done.returncode, done.stderr, "Commands:" in done.stdout) == (0, "", True)


@pytest.mark.parametrize("words", [("watch",), ("sources",), ("schedule",), ("schedule", "print"),
                                   ("schedule", "print", "--cron", "--compose"), ("search", "--limit", "none")])
def test_half_a_command_is_wrong_use_in_one_line(words):
    done = run(*words)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "--help` says how" in done.stderr


@pytest.mark.parametrize("address", ["http://[::1", "http://127.0.0.1:99999/x", "http://exa mple.org/",
                                     "http:///x", "http://.."])
@pytest.mark.parametrize("command", ["parse", "crawl", "sources add"])
def test_an_address_that_cannot_be_read_is_wrong_use(command, address):
    done = run(*command.split(), address)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "is no web address" in done.stderr


@pytest.mark.parametrize("command", ["parse", "crawl", "sources add"])
def test_an_address_with_a_password_is_wrong_use_and_told_without_it(command):
    done = run(*command.split(), "http://ann:secret@127.0.0.1:9/")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "leave out what stands before its @" in done.stderr and "secret" not in done.stderr


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1251"])
def test_data_is_utf8_in_any_locale(encoding):
    done = subprocess.run([sys.executable, "-m", "crawler.cli", "sources", "list", "--json"], capture_output=True,
                          check=True, env={**os.environ, "PYTHONIOENCODING": encoding})
    assert len(json.loads(done.stdout.decode("utf-8"))) > 50


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without a full device")
@pytest.mark.parametrize("words", [("--help",), ("sources", "list")])
def test_output_that_finds_no_room_falls_short_in_one_line(words):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "crawler.cli", *words], stdout=full, stderr=subprocess.PIPE,
                              text=True, check=False)
    assert (done.returncode, done.stderr.count("\n"), "the disk is full" in done.stderr) == (1, 1, True)


@pytest.mark.parametrize("closed", ["0<&-", "1>&-", "2>&-", "0<&- 1>&- 2>&-"])
@pytest.mark.parametrize("words", ["search x", "export", "status", "--help"])
def test_closed_streams_are_no_fault_and_cost_no_file(tmp_path, closed, words):
    with open_archive(tmp_path / "archive.db", create=True):
        pass
    done = subprocess.run(f"{quote(sys.executable)} -m crawler.cli {words} {closed}", shell=True, cwd=tmp_path,
                          env={**os.environ, "PYTHONPATH": str(Path.cwd())}, capture_output=True, text=True,
                          check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


@pytest.mark.parametrize(("words", "said"), [
    (("crawl", "http:/site.example/"), "did you mean 'http://site.example/'?"),
    (("crawl", "https:site.example/a"), "did you mean 'https://site.example/a'?"),
    (("crawl", "www.site.example"), "did you mean 'https://www.site.example'?"),
    (("crawl", "http//site.example/"), "did you mean 'http://site.example/'?"),
    (("crawl", "localhost:8080"), "did you mean 'https://localhost:8080'?"),
    (("browse", "archive.db"), "the archive is given with --db"),
    (("--db", "archive.db", "search"), "options stand behind the command"),
])
def test_what_was_nearly_right_is_told(words, said):
    done = run(*words)
    assert (done.returncode, done.stderr.count("\n"), said in done.stderr) == (2, 1, True)


def test_a_source_file_named_without_its_ending_is_told(tmp_path, monkeypatch):
    (tmp_path / "mine.toml").write_text('name = "Mine"\nhome = "https://mine.example/"\n')
    monkeypatch.chdir(tmp_path)
    assert "did you mean the file mine.toml?" in run("crawl", "mine").stderr
