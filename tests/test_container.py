"""The container files say what holds; they are built where an engine exists, and looked over here."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from crawler.cli import COMMANDS
from crawler.schedule import unit_text

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def dockerfile() -> list[list[str]]:
    text = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text())
    return [shlex.split(line, comments=True) for line in text.splitlines() if line.strip() and line[0] != "#"]


def test_compose_file_is_the_one_that_is_printed():
    printed = unit_text("compose", "policy-archive", "/", "archive.db")
    assert yaml.safe_load((ROOT / "compose.yaml").read_text()) == yaml.safe_load(printed)


def test_compose_services_call_commands_that_exist():
    services = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]
    assert {service["command"][0] for service in services.values()} <= set(COMMANDS)


def test_everything_copied_into_the_image_exists(dockerfile):
    copied = [source for line in dockerfile if line[0] == "COPY" for source in line[1:-1]]
    assert [source for source in copied if not (ROOT / source).exists()] == []


def test_image_names_a_version_and_runs_as_nobody_special(dockerfile):
    base = next(line[1] for line in dockerfile if line[0] == "FROM")
    users = [line[1] for line in dockerfile if line[0] == "USER"]
    assert (":" in base and not base.endswith(":latest"), users) == (True, ["archive"])


def test_image_installs_locked_versions(dockerfile):
    assert any("--require-hashes" in line and "requirements.lock" in line for line in dockerfile)
