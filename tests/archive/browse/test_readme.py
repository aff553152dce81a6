"""The curl examples of archive/README.md work as they stand there."""

import re
import shlex
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.archive.browse.sample import CHANGED_URL, uid

README = Path(__file__).parents[3] / "archive" / "README.md"
EXAMPLES = re.findall(r"^    curl (.+)$", README.read_text(encoding="utf-8"), re.MULTILINE)


def address_of(example: str) -> str:
    """The path and query that curl would ask for."""
    words = shlex.split(example)
    address = next(word for word in words if word.startswith("http"))
    given = [word.partition("=") for option, word in pairwise(words) if option.startswith("--data")]
    query = "&".join(f"{name}={quote(value)}" for name, _, value in given)
    path = address.removeprefix("http://127.0.0.1:8001").replace("UID", uid(CHANGED_URL))
    return f"{path}?{query}" if query else path


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_give_what_they_promise(get: Callable[..., Any], example: str) -> None:
    answer = get(address_of(example))
    assert answer.status_code == 200 and len(answer.content) > 40
    if "json" in answer.headers["content-type"] and "ndjson" not in answer.headers["content-type"]:
        assert answer.json()


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 10
