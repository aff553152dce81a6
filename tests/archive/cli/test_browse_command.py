"""`policy-archive browse`: what it refuses, what it says, and who may look."""

import socket
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner

from archive.cli import browse as command
from archive.errors import WrongUse
from tests.archive.browse.sample import build_sample


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_sample(tmp_path_factory.mktemp("browse"))


@pytest.fixture
def run() -> Iterator[CliRunner]:
    """Runs the command without serving."""
    with patch.object(command, "_serve", lambda app, listening: listening.close()):
        yield CliRunner()


def test_it_prints_the_address_and_nothing_else_on_stdout(run: CliRunner, db: Path) -> None:
    done = run.invoke(command.browse, ["--port", "0", "--db", str(db)], catch_exceptions=False)
    assert done.stdout.startswith("http://127.0.0.1:") and done.stdout.count("\n") == 1


def test_another_host_without_a_password_is_warned_of(run: CliRunner, db: Path) -> None:
    done = run.invoke(command.browse, ["--port", "0", "--host", "0.0.0.0", "--db", str(db)], catch_exceptions=False)
    assert "--auth USER:PASSWORD" in done.stderr


def test_a_password_silences_the_warning(run: CliRunner, db: Path) -> None:
    done = run.invoke(command.browse, ["--port", "0", "--host", "0.0.0.0", "--auth", "a:b", "--db", str(db)],
                      catch_exceptions=False)
    assert "anyone" not in done.stderr


@pytest.mark.parametrize("words", [["--auth", "nocolon"], ["--auth", ":x"], ["--auth", ""]])
def test_half_a_password_is_wrong_use(run: CliRunner, db: Path, words: list[str]) -> None:
    with pytest.raises(WrongUse, match="USER:PASSWORD"):
        run.invoke(command.browse, [*words, "--db", str(db)], catch_exceptions=False)


def test_a_missing_archive_is_wrong_use(run: CliRunner, tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="no archive"):
        run.invoke(command.browse, ["--db", str(tmp_path / "none.db")], catch_exceptions=False)


def test_a_file_that_is_no_archive_is_wrong_use(run: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("just some notes, long enough to be no database header" * 3)
    with pytest.raises(WrongUse, match="not an archive"):
        run.invoke(command.browse, ["--db", str(tmp_path / "notes.db")], catch_exceptions=False)


def test_a_port_that_is_taken_is_wrong_use(run: CliRunner, db: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(WrongUse, match="--port"):
            run.invoke(command.browse, ["--port", str(taken.getsockname()[1]), "--db", str(db)],
                       catch_exceptions=False)



def test_ending_it_with_ctrl_c_is_no_failure(db: Path) -> None:
    with patch("uvicorn.Server.run", side_effect=KeyboardInterrupt):
        done = CliRunner().invoke(command.browse, ["--port", "0", "--db", str(db)], catch_exceptions=False)
    assert done.exit_code == 0
