"""What a run leaves behind."""

import json

from archive.database import Archive
from archive.store.runs import finish_run, note_findings
from tests.archive.making import NOON


def test_findings_stand_beside_what_the_run_counted(archive: Archive) -> None:
    finish_run(archive, 1, at=NOON, stats={"pages": 3})
    note_findings(archive, 1, ["nothing could be fetched"])
    (stats,) = archive.connection.execute("SELECT stats FROM runs WHERE run_id = 1").fetchone()
    assert json.loads(stats) == {"pages": 3, "findings": ["nothing could be fetched"]}
