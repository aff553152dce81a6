"""The log: plain lines for people or JSON lines for machines, on stderr or in a file that is rotated; no secrets.

Every line says which run and source it belongs to, as far as one does. `crawl` and `schedule run` set it up once.
"""

import logging
import re
import sys
from contextvars import ContextVar
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Literal

from pythonjsonlogger.json import JsonFormatter

Form = Literal["text", "json"]

_FILE_BYTES, _FILES = 10 << 20, 5
# user and password in an address, and what looks like a key among its parameters or in a header
_SECRETS = (
    (re.compile(r"(?<=://)[^/@\s]+@"), ""),
    (re.compile(r"(?i)([?&](?:[\w-]*(?:token|key|secret|password|signature|auth)[\w-]*)=)[^&\s'\"]+"), r"\1…"),
    (re.compile(r"(?i)((?:proxy-)?authorization|cookie)(['\"]?\s*[:=]\s*)\S.*"), r"\1\2…"),
)

current_run: ContextVar[tuple[str, int] | None] = ContextVar("current_run", default=None)  # source key, run number


def set_up_logging(form: Form = "text", file: Path | None = None) -> None:
    """Sends the log of this process to stderr, or to `file`, rotated at 10 MB with five kept.

    On stderr in plain words only what a person should act on; in JSON and in a file also what was done.
    """
    handler: logging.Handler = logging.StreamHandler(sys.stderr) if file is None else RotatingFileHandler(
        file, maxBytes=_FILE_BYTES, backupCount=_FILES, encoding="utf-8", delay=True)
    handler.setFormatter(_json() if form == "json" else logging.Formatter(
        "%(asctime)s %(levelname)s %(source)s %(run)s %(message)s"))
    handler.addFilter(_named)
    handler.addFilter(_without_secrets)
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    told = logging.WARNING if form == "text" and file is None else logging.INFO
    for name in ("crawler", "archive"):
        logging.getLogger(name).setLevel(told)
    # what a run came to is said by the command itself, where the log goes to the same place
    logging.getLogger("crawler.run").setLevel(logging.CRITICAL if told == logging.WARNING else logging.INFO)


def quiet_scrapy() -> None:
    """Scrapy opens its own logger wide when a process begins; a line for each page costs a tenth of the crawl.

    What it warns of (an answer too large, cut short or packed in an unknown way) stands in the ledger of failures.
    """
    for name in ("scrapy", "scrapy-playwright"):
        logging.getLogger(name).setLevel(logging.ERROR)


def hide_secrets(text: str) -> str:
    """The text without credentials in addresses, keys in their parameters, and headers that hold them.

    >>> hide_secrets("GET https://me:pass@example.org/a?api_key=123&page=2")
    'GET https://example.org/a?api_key=…&page=2'
    """
    for pattern, instead in _SECRETS:
        text = pattern.sub(instead, text)
    return text


def _json() -> logging.Formatter:
    return JsonFormatter("%(asctime)s %(levelname)s %(name)s %(source)s %(run)s %(message)s",
                         rename_fields={"asctime": "time", "levelname": "level", "name": "logger"},
                         datefmt="%Y-%m-%dT%H:%M:%S%z", json_ensure_ascii=False)


def _named(record: logging.LogRecord) -> bool:
    here = current_run.get()
    record.source, record.run = here or ("-", None)
    return record.levelno >= logging.WARNING or record.name.startswith(("crawler", "archive"))


def _without_secrets(record: logging.LogRecord) -> bool:
    record.msg, record.args = hide_secrets(record.getMessage()), None
    if record.exc_info and record.exc_info[1] is not None and record.exc_text is None:
        record.exc_text = hide_secrets(logging.Formatter().formatException(record.exc_info))
    return True
