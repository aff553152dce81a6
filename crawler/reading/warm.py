"""Imported once by the process that readers are forked from: all that reading needs is loaded, and shared by them.

That process ends after the crawl, whatever ended it, and so clears away the folder of the socket by which it is asked.
"""

import atexit
import gc
import os
import socket
import stat
from contextlib import suppress
from pathlib import Path

from archive.records import Page
from crawler.reading import Job
from crawler.reading.page import read

_PAGE = ("<html lang=en><head><title>Tariffs rise | Institute</title></head><body><article><h1>Tariffs rise</h1>"
         "<p>By Anna Keller, 5 March 2024</p>" + "<p>The committee looked at the evidence, and said why.</p>" * 9
         + "</article></body></html>")

_MOST_FILES = 64               # open ones, that are looked through for the socket


def _listens_at() -> Path | None:
    """The file of the socket that this process was given to be asked by; None where it has none."""
    for number in range(3, _MOST_FILES):
        with suppress(OSError):               # no file has this number
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                with socket.socket(fileno=os.dup(number)) as known:
                    if known.family == socket.AF_UNIX and known.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                        return Path(os.fsdecode(known.getsockname()))
    return None


def _clear_away(file: Path) -> None:
    """Remove the socket's file and its folder, if the crawl was killed and has not."""
    with suppress(OSError):
        file.unlink()
    with suppress(OSError):
        file.parent.rmdir()


if (asked_at := _listens_at()) is not None and asked_at.parent.name.startswith("pymp-"):
    atexit.register(_clear_away, asked_at)
read(Job(Page.from_bytes(_PAGE.encode(), url="https://institute.example/tariffs-rise", content_type="text/html")))
gc.collect()
gc.freeze()                    # what is never collected is never written to, and stays shared
