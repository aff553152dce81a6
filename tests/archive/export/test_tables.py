"""JSON lines, CSV and Markdown hold what the record holds."""

import csv
import io
import json

import pytest
import yaml

from archive.export.markdown import markdown_name, markdown_text
from archive.export.tables import COLUMNS, write_csv, write_jsonl
from tests.archive.export.records import RECORDS


def written(write) -> str:
    out = io.BytesIO()
    write(iter(RECORDS), out)
    return out.getvalue().decode()


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(write_csv), newline="")))


def test_jsonl_lines_are_the_records():
    assert [json.loads(line) for line in written(write_jsonl).splitlines()] == RECORDS


def test_csv_has_one_row_a_publication():
    assert [row["uid"] for row in rows()] == [record["uid"] for record in RECORDS]


def test_csv_joins_authors_by_name():
    assert rows()[0]["authors"] == "Ludwig van Beethoven; World Health Organization; 李明"


def test_csv_formula_cannot_run():
    assert rows()[1]["title"].startswith("'=HYPERLINK")


def test_csv_text_keeps_its_lines():
    assert rows()[0]["text"] == RECORDS[0]["text"]


def test_csv_columns_are_all_filled_from_the_record():
    assert set(COLUMNS) - {"doi", "isbn", "issn"} <= set(RECORDS[0])


def test_markdown_front_matter_is_yaml():
    front = yaml.safe_load(markdown_text(RECORDS[0]).split("---\n")[1])
    assert (front["title"], front["topics"]) == (RECORDS[0]["title"], ["Climate", "Trade; policy"])


@pytest.mark.parametrize("sign", ["\ufffe", "\uffff", "\ufeff", "\x7f", "\x85", "\x9f", "\u2028"])
def test_markdown_front_matter_takes_any_sign(sign):
    front = yaml.safe_load(markdown_text({**RECORDS[0], "dek": f"a {sign} b"}).split("---\n")[1])
    assert front["dek"] == f"a {sign} b"


def test_markdown_body_shows_each_kind_of_block():
    body = markdown_text(RECORDS[0])
    parts = ("## Why now", "- one\n\n  - nested", "| a | b\\|c |", "> said\n> so", "```\nx")
    assert [part for part in parts if part not in body] == []


def test_markdown_file_name_cannot_leave_its_folder():
    assert "/" not in markdown_name({**RECORDS[0], "title": "../../etc/passwd"})


def test_markdown_is_what_the_blocks_are():
    kinds = ("paragraph", "item", "quote", "heading", "caption", "code")
    blocks = [{"kind": kind, "text": "1. <b>Ports*\n# rise", "level": None} for kind in kinds]
    body = markdown_text({**RECORDS[0], "title": "A <script>", "blocks": blocks}).split("---\n")[2]
    assert body.strip().split("\n\n") == [
        r"# A \<script>", "1\\. \\<b>Ports*\n\\# rise", "- 1\\. \\<b>Ports*\n\\# rise",
        "> 1\\. \\<b>Ports*\n> \\# rise", "## 1. \\<b>Ports*\n# rise", "*1. \\<b>Ports\\*\n# rise*",
        "```\n1. <b>Ports*\n# rise\n```"]
