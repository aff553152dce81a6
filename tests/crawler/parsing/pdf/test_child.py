"""Values that a child process makes: all of them, or those before the trouble and its name."""

import itertools
import os
from collections.abc import Iterator

import pytest

from crawler.parsing.pdf.child import Unbounded, values_of


def endless() -> Iterator[int]:
    yield 1
    for _ in itertools.count():
        pass


def greedy() -> Iterator[int]:
    yield 1
    yield len(b"x" * 2_000_000_000)


def broken() -> Iterator[int]:
    yield 1
    os._exit(9)


def wrong() -> Iterator[int]:
    yield 1
    raise ValueError("our own mistake")


def test_all_values_come_in_their_order():
    assert list(values_of(lambda: iter(range(3)))) == [0, 1, 2]


@pytest.mark.parametrize(("make", "reason"), [
    (endless, "took more than 1 seconds"), (greedy, "took too much memory"), (broken, "broke its reader")])
def test_values_before_the_trouble_are_kept_and_it_is_named(monkeypatch, make, reason):
    monkeypatch.setattr("crawler.parsing.pdf.child.MOST_SECONDS", 1)
    values = values_of(make)
    assert next(values) == 1
    with pytest.raises(Unbounded, match=reason):
        next(values)


def test_our_own_mistakes_are_raised_as_they_are():
    with pytest.raises(ValueError, match="our own mistake"):
        list(values_of(wrong))


def test_the_child_ends_with_the_wish_for_its_values():
    values = values_of(lambda: itertools.repeat(os.getpid()))
    next(values)
    values.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
