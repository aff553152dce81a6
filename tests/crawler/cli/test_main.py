"""`policy-archive` as typed: start-up, help, exit codes."""

import importlib
import subprocess
import sys
import time

import click
import pytest

from crawler.cli import COMMANDS


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "crawler.cli", *words], capture_output=True, text=True, check=False)


def test_help_lists_every_command():
    listed = run("--help").stdout
    assert [name for name in COMMANDS if f"\n  {name} " not in listed] == []


def test_help_starts_at_once():
    times = []
    for _ in range(3):
        start = time.perf_counter()
        run("--help")
        times.append(time.perf_counter() - start)
    assert min(times) < 0.3


def test_unknown_command_is_wrong_use_in_one_line():
    done = run("crwal")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_text(name):
    module, function = COMMANDS[name][0].split(":")
    command = getattr(importlib.import_module(module), function)
    assert isinstance(command, click.Command)
    assert command.help
