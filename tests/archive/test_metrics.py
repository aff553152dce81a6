"""Metrics are counted when asked, in Prometheus' own format."""

import httpx
import pytest
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.parser import text_string_to_metric_families

from archive.metrics import ArchiveMetrics, serve_metrics
from archive.store import keep
from archive.store.runs import finish_run
from tests.archive.making import LATER, new_archive, publication, reading, rejection


@pytest.fixture
def db(tmp_path):
    archive, run = new_archive(tmp_path)
    with archive:
        keep(archive, reading(publication(1)), run)
        keep(archive, reading(rejection(2)), run)
        finish_run(archive, run, at=LATER)
    return archive.path


def samples(text: str) -> dict[str, float]:
    return {sample.name: sample.value for family in text_string_to_metric_families(text) for sample in family.samples}


def test_metrics_count_what_is_kept_and_tell_what_there_is_none_of_as_nought(db):
    registry = CollectorRegistry()
    registry.register(ArchiveMetrics(db))
    found = samples(generate_latest(registry).decode())
    counts = {"publications": 1, "rejections": 1, "last_crawl_finished": 1, "gone": 0, "failures": 0}
    assert {name: found[f"policy_archive_{name}"] for name in counts} == counts


def test_metrics_are_served_on_loopback(db):
    server = serve_metrics(db, 0)
    text = httpx.get(f"http://127.0.0.1:{server.server_port}/metrics").text
    server.shutdown()
    server.server_close()
    assert "policy_archive_database_bytes" in text
