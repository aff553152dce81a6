"""No pattern of the packages tries ever more ways for each sign of a text that it does not match."""

import importlib
import itertools
import pkgutil
import re
import signal
from collections.abc import Iterator

import pytest

import archive
import crawler

Pattern = re.Pattern[str] | re.Pattern[bytes]
ENOUGH = 40                            # signs: 2^40 ways would take hours
PATIENCE_SECONDS = 10.0                # on a busy machine; most take a thousandth
FILLS = ("a", "A", "1", " ", ".", "-", "é", "Aa ", "a ", "a-", "a, ", "1 ")
_LITERAL = re.compile(r"(?<!\\)[^\W\d_]{2,}")


def patterns() -> dict[Pattern, str]:
    """All that modules of the packages keep by a name, and that name."""
    modules = (module.name for package in (archive, crawler)
               for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."))
    return {value: f"{module}.{name}" for module in sorted(modules) if not module.endswith("__main__")
            for name, value in vars(importlib.import_module(module)).items() if isinstance(value, re.Pattern)}


def texts(pattern: Pattern) -> Iterator[str]:
    """Rows of equal signs, some behind a word of the pattern, that end with a sign nobody expects."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    words = sorted(set(_LITERAL.findall(source)))[:25]
    for front, fill in itertools.product(("", *words), (*FILLS, *words[:6])):
        yield front + (fill * ENOUGH)[:max(ENOUGH, len(fill))] + "\x01"


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for pattern, name in patterns().items()])
def test_a_pattern_gives_up_soon(pattern: Pattern) -> None:
    def stop(*_: object) -> None:
        pytest.fail(f"still looking after {PATIENCE_SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE_SECONDS)
    try:
        for text in texts(pattern):
            if isinstance(pattern.pattern, str):
                pattern.search(text)  # type: ignore[arg-type]
            else:
                pattern.search(text.encode())  # type: ignore[arg-type]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
