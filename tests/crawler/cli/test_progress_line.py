"""Progress of a crawl on a terminal: one line, which leaves nothing behind."""

import os

import pytest
from click.testing import CliRunner

from crawler.cli import cli
from crawler.cli.crawl import Line


@pytest.mark.parametrize(("columns", "width"), [(0, 79), (1, 0), (20, 19), (80, 79)])
def test_the_line_fits_whatever_the_terminal_says_of_itself(monkeypatch, capsys, columns, width):
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((columns, 0)))
    monkeypatch.setattr("sys.stderr.fileno", lambda: 2)
    line = Line(terminal=True)
    line.tell("institute: 12 pages (3.0/s), 10 new, 0 changed, 2 rejected, 0 failed; 40 waiting for their turn")
    line.clear()
    *_, told, wiped, rest = capsys.readouterr().err.split("\r")
    assert (len(told), wiped, rest) == (width, " " * width, "")


def test_a_machine_is_told_nothing_where_nothing_is_due(tmp_path, monkeypatch):
    monkeypatch.setenv("POLICY_ARCHIVE_SOURCES", str(tmp_path))
    done = CliRunner().invoke(cli, ["crawl", "--due", "--db", str(tmp_path / "archive.db")])
    assert (done.exit_code, done.output) == (0, "")
