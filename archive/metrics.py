"""An archive as Prometheus metrics: counted when asked, so that nothing has to be kept in step."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from wsgiref.simple_server import WSGIServer

from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from archive.database import open_archive

_BY_SOURCE = {
    "policy_archive_publications": ("Publications kept.", "SELECT source_id, count(*) FROM publications GROUP BY 1"),
    "policy_archive_gone": ("Publications gone from the web.",
                            "SELECT source_id, count(*) FROM publications WHERE gone IS NOT NULL GROUP BY 1"),
    "policy_archive_rejections": ("Pages that were no publication.",
                                  "SELECT source_id, count(*) FROM rejections GROUP BY 1"),
    "policy_archive_failures": ("Addresses in the failure ledger.",
                                "SELECT source_id, count(*) FROM failures GROUP BY 1"),
}


class ArchiveMetrics(Collector):
    """Reads the archive at `db` each time it is scraped."""

    def __init__(self, db: Path) -> None:
        self.db = db

    def collect(self) -> Iterator[Metric]:
        """Gauges by source; times are seconds since 1970."""
        with open_archive(self.db, read_only=True) as archive:
            keys = {None: "none", **dict(archive.connection.execute("SELECT source_id, key FROM sources"))}
            for name, (text, sql) in _BY_SOURCE.items():
                gauge = GaugeMetricFamily(name, text, labels=["source"])
                counts = dict(archive.connection.execute(sql))
                for source_id, key in keys.items():
                    if source_id is not None or source_id in counts:
                        gauge.add_metric([key], counts.get(source_id, 0))    # 0, too: what is absent alarms nobody
                yield gauge
            yield from _runs(archive.connection, keys)
        size = GaugeMetricFamily("policy_archive_database_bytes", "Size of the database file.")
        size.add_metric([], self.db.stat().st_size)
        yield size

    def describe(self) -> list[Metric]:
        """Nothing beforehand: registering must not open the archive."""
        return []


def _runs(connection: sqlite3.Connection, keys: dict[int | None, str]) -> Iterator[Metric]:
    """When the last crawl of each source began, and whether it ended as it should."""
    began = GaugeMetricFamily("policy_archive_last_crawl_start_seconds", "When the last crawl began.",
                              labels=["source"])
    good = GaugeMetricFamily("policy_archive_last_crawl_finished", "1 if the last crawl ran to its end.",
                             labels=["source"])
    for source_id, started_at, outcome in connection.execute(
            "SELECT source_id, max(started_at), outcome FROM runs WHERE kind = 'crawl' GROUP BY source_id"):
        began.add_metric([keys[source_id]], datetime.fromisoformat(started_at).timestamp())
        good.add_metric([keys[source_id]], float(outcome == "finished"))
    yield began
    yield good


def serve_metrics(db: Path, port: int) -> WSGIServer:
    """Serves /metrics on this machine alone, from a thread of this process; the server, at a free port for 0."""
    registry = CollectorRegistry()
    registry.register(ArchiveMetrics(db))
    server, _ = start_http_server(port, "127.0.0.1", registry)
    return server
