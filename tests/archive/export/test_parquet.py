"""Parquet holds the whole record, typed, in one file or divided."""

import pyarrow.parquet as pq

from archive.export.parquet import SCHEMA, write_parquet, write_partitions
from tests.archive.export.records import RECORDS


def test_every_key_of_the_record_has_a_column():
    assert set(RECORDS[0]) <= set(SCHEMA.names)


def test_rows_are_the_records(tmp_path):
    rows = pq.read_table(write_parquet(RECORDS, tmp_path / "a.parquet")[0]).to_pylist()
    assert [(row["title"], row["blocks"], row["authors"]) for row in rows] == [
        (record["title"], record["blocks"], record["authors"]) for record in RECORDS]


def test_year_is_a_number_even_where_the_date_is_only_a_year(tmp_path):
    rows = pq.read_table(write_parquet(RECORDS, tmp_path / "a.parquet")[0]).to_pylist()
    assert [row["published_year"] for row in rows] == [2024, 2024]


def test_partitions_by_source_are_read_back_as_one_table(tmp_path):
    paths = write_partitions(RECORDS, tmp_path / "out", "source")
    assert [path.parent.name for path in paths] == ["source=institute", "source=x"]
    rows = pq.read_table(tmp_path / "out").to_pylist()
    assert sorted(row["source"] for row in rows) == sorted(record["source"] for record in RECORDS)
    assert {row["text"] for row in rows} == {record["text"] for record in RECORDS}


def test_many_records_span_row_groups(tmp_path):
    many = [{**RECORDS[1], "uid": f"{n:016x}"} for n in range(4500)]
    assert pq.ParquetFile(write_parquet(many, tmp_path / "a.parquet")[0]).num_row_groups == 3


def test_same_records_give_the_same_bytes(tmp_path):
    twins = [write_parquet(RECORDS, tmp_path / name)[0].read_bytes() for name in ("a", "b")]
    assert twins[0] == twins[1]


def test_chosen_fields_are_the_only_columns(tmp_path):
    rows = [{"uid": record["uid"], "title": record["title"]} for record in RECORDS]
    assert pq.read_table(write_parquet(rows, tmp_path / "a")[0]).column_names == ["uid", "title"]
