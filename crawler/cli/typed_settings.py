"""Settings as typed (`--set NAME=VALUE`), checked before a crawl begins: a name nobody knows, a value of no use."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from types import ModuleType
from typing import Any

from archive.errors import WrongUse
from crawler import settings as project

_KINDS: tuple[tuple[type, Callable[[str], object], str], ...] = (
    (int, int, "a whole number"), (float, float, "a number"))
_TRUTHS = frozenset({"true", "false", "1", "0"})


def check_settings(typed: Mapping[str, str]) -> None:
    """WrongUse for a name that is nearly one of a setting, and for a value that isn't of its kind.

    >>> check_settings({"DOWNLOAD_DELAY": "0.5"})
    """
    known = _settings(project)
    if not typed.keys() <= known.keys():
        from scrapy.settings import default_settings  # here: it loads all of Scrapy, and readers could load meanwhile

        known = {**_settings(default_settings), **known}
    for name, value in typed.items():
        if name in known:
            _check(name, value, known[name])
        elif near := get_close_matches(name, known, 1, 0.85):
            raise WrongUse(f"--set {name}: there is no such setting; did you mean {near[0]}?")


def _settings(module: ModuleType) -> dict[str, Any]:
    return {name: value for name, value in vars(module).items() if name.isupper() and name[0] != "_"}


def _check(name: str, value: str, usual: object) -> None:
    if isinstance(usual, bool):
        if value.lower() not in _TRUTHS:
            raise WrongUse(f"--set {name}={value}: write True or False")
        return
    for kind, convert, words in _KINDS:
        if isinstance(usual, kind):
            # a whole number by default may well be a fraction: DOWNLOAD_DELAY is 0
            convert = float if name.endswith(("DELAY", "TIMEOUT", "SECONDS")) else convert
            try:
                convert(value)
            except ValueError as error:
                raise WrongUse(f"--set {name}={value}: write {words}") from error
            return
