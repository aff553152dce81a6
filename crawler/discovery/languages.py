"""What a link says -> the language of the site that it leads to, where only a script or a cookie does. Pure.

Sites switch languages by a form that comes back to the same page, or by an address that is for one visitor. Most have
each language in a folder of its own all the same.
"""

from functools import cache, lru_cache
from importlib.resources import files

LONGEST = 16                   # characters of the name of a language


def folder_of_language(said: str) -> str | None:
    """The folder where the language that a link names usually stands; None where it names none.

    >>> folder_of_language("العربية"), folder_of_language("EN"), folder_of_language("News")
    ('/ar', '/en', None)
    """
    return _folder_of(said) if 0 < len(said) <= LONGEST else None


@lru_cache(maxsize=1 << 12)           # menus say the same on every page
def _folder_of(said: str) -> str | None:
    code = _codes().get(said.strip().lower())
    return None if code is None else f"/{code}"


@cache
def _codes() -> dict[str, str]:
    lines = files("crawler.discovery").joinpath("languages.txt").read_text("utf-8").splitlines()
    told = [line.split(" ", 1) for line in lines if not line.startswith("#")]
    return {name: code for code, names in told for name in names.split("|")}
