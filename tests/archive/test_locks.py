"""One run a source, sources side by side, and some runs alone."""

import subprocess
import sys

import pytest

from archive.errors import WrongUse
from archive.locks import Locks


@pytest.fixture
def locks(tmp_path):
    made = [Locks(tmp_path / "archive.db") for _ in range(2)]
    yield made
    for one in made:
        one.release()


def test_two_sources_run_side_by_side(locks):
    locks[0].share("bruegel")
    locks[1].share("chatham")


def test_second_run_of_a_source_is_refused_with_the_process(locks):
    locks[0].share("bruegel")
    with pytest.raises(WrongUse, match=r"another run of bruegel .*\(process \d+\)"):
        locks[1].share("bruegel")


def test_rewriting_waits_for_no_one_and_is_refused_beside_a_crawl(locks):
    locks[0].share("bruegel")
    with pytest.raises(WrongUse, match="another run is writing"):
        locks[1].alone()


def test_crawl_is_refused_beside_rewriting(locks):
    locks[0].alone()
    with pytest.raises(WrongUse, match="is being rewritten"):
        locks[1].share("bruegel")


def test_lock_ends_with_a_killed_process(locks, tmp_path):
    script = ("import sys; from pathlib import Path; from archive.locks import Locks; "
              "held = Locks(Path(sys.argv[1])); held.share('x'); print(1, flush=True); input()")
    holder = subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "archive.db")],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    holder.stdout.readline()
    with pytest.raises(WrongUse):
        locks[0].share("x")
    holder.kill()
    holder.communicate()
    locks[0].share("x")


def test_released_locks_leave_no_file(locks, tmp_path):
    locks[0].share("bruegel")
    locks[0].release()
    assert list(tmp_path.iterdir()) == []
