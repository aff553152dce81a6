"""Kills a writer at random moments, again and again, and checks the archive after each: run by test_faults.

    python -m tests.archive.killed FOLDER ROUNDS SEED

Writers are forked from this process, which has everything imported: a round takes a tenth of a second.
"""

import os
import random
import select
import signal
import sys
import time
from pathlib import Path

from archive.captures import Damaged
from archive.check import check_archive
from archive.database import open_archive
from archive.store import keep, keep_many, start_run
from archive.store.raw import load_capture
from tests.archive.making import NOON, publication, reading


def main() -> None:
    """Print how many publications survived all kills."""
    folder, rounds, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    confirmed = 0
    for number in range(rounds):
        confirmed = max(confirmed, _kill_one(folder, confirmed, chance.uniform(0.001, 0.06)))
        _examine(folder, confirmed, whole=number == rounds - 1)
    print(confirmed)


def _kill_one(folder: Path, start: int, seconds: float) -> int:
    """Let a writer write from number `start` on, and kill it; the last number it said was kept."""
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receiver)
        _write(folder, start, sender)
        os._exit(0)
    os.close(sender)
    select.select([receiver], [], [], 10)             # it has kept something, or is about to
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    said = b""
    while chunk := os.read(receiver, 65536):
        said += chunk
    os.close(receiver)
    whole = said[:said.rfind(b"\n")].split()
    return int(whole[-1]) if whole else start


def _write(folder: Path, start: int, sender: int) -> None:
    with open_archive(folder / "archive.db", create=True) as archive:
        run = start_run(archive, "crawl", at=NOON, source="institute")
        number = start
        while True:
            if number % 3:
                keep(archive, reading(publication(number + 1)), run)
                number += 1
            else:
                keep_many(archive, [reading(publication(number + at)) for at in range(1, 6)], run)
                number += 5
            os.write(sender, f"{number}\n".encode())


def _examine(folder: Path, confirmed: int, *, whole: bool) -> None:
    with open_archive(folder / "archive.db") as archive:
        kept = {url for (url,) in archive.connection.execute("SELECT url FROM publications")}
        lost = [number for number in range(1, confirmed + 1) if publication(number).url not in kept]
        assert not lost, f"lost {lost}"
        newest = archive.connection.execute("SELECT max(capture_id) FROM captures").fetchone()[0]
        if newest:
            load_capture(archive, newest)             # raises Damaged if the row points to bytes that aren't there
        if confirmed % 5 and not whole:
            return
        findings = list(check_archive(archive, captures=None if whole else 0))
        assert not findings, findings


if __name__ == "__main__":
    try:
        main()
    except Damaged as error:
        sys.exit(str(error))
