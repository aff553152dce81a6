"""The guide to source files names every key there is, and its example loads."""

import re
from pathlib import Path

import pytest

from crawler.source.file import KNOWN, read_source

GUIDE = (Path(__file__).parents[2] / "crawler/README.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"```toml\n(.*?)```", GUIDE, re.DOTALL)[1]


def test_the_example_of_the_guide_loads(tmp_path):
    path = tmp_path / "example.toml"
    path.write_text(EXAMPLE, encoding="utf-8")
    assert read_source(path).name == "Example Institute"


@pytest.mark.parametrize("key", [key for table in ("", "discover", "hints", "politeness", "expect")
                                 for key in KNOWN[table]])
def test_every_key_stands_in_the_guide(key):
    assert re.search(rf"\b{key}\b", EXAMPLE)
