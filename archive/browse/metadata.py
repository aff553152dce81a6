"""Datasette's metadata: what tables and columns mean, how they are sorted, and questions worth asking.

Meanings come from the comments in archive/schema, questions from queries/. `python -m archive.browse` prints
datasette-metadata.yml, which is kept beside the code so that plain Datasette can use it.
"""

from pathlib import Path
from typing import Any

from archive.dictionary import data_dictionary

QUERIES = Path(__file__).parent / "queries"
TITLE = "Policy Archive"
DESCRIPTION = "Policy publications as they were published, kept so that they can be searched, checked and cited."
# Label of a row where a foreign key points to it, order of rows, and facets: few, so that they don't bury the rows.
TABLES: dict[str, dict[str, Any]] = {
    "publications": {"label_column": "title", "sort_desc": "published", "facets": ["source_id", "type"]},
    "sources": {"label_column": "key", "sort": "key"},
    "runs": {"label_column": "started_at", "sort_desc": "started_at", "facets": ["source_id", "kind", "outcome"]},
    "authors": {"label_column": "name", "sort": "name", "facets": ["kind"]},
    "topics": {"label_column": "name", "sort": "name"},
    "urls": {"label_column": "url"},
    "captures": {"sort_desc": "fetched_at", "facets": ["status"]},
    "revisions": {"sort_desc": "seen_at"},
    "rejections": {"sort_desc": "last_seen", "facets": ["source_id", "kind"]},
    "failures": {"sort_desc": "last_failed", "facets": ["source_id"]},
    "related_links": {"facets": ["kind"]},
    "share_links": {"facets": ["network"]},
    "attachments": {"facets": ["media_type"]},
    "clusters": {"sort_desc": "size"},
    "most_cited": {"sort_desc": "cited_by"},
    "publications_per_month": {"sort_desc": "month"},
    "fingerprints": {"hidden": True},
    "fingerprint_bands": {"hidden": True},
    "packed_columns": {"hidden": True},
    "_sqlite_migrations": {"hidden": True},
}
FACET_SIZE = 8


def build_metadata() -> dict[str, Any]:
    """The metadata as Datasette reads it."""
    tables: dict[str, Any] = {}
    for name, (meaning, columns) in read_meanings().items():
        tables[name] = {"description": meaning, **({"columns": columns} if columns else {}), **_options(name)}
    for name in TABLES:
        tables.setdefault(name, _options(name))
    return {"title": TITLE, "description": DESCRIPTION,
            "databases": {"archive": {"description": DESCRIPTION, "queries": read_queries(), "tables": tables}}}


def _options(name: str) -> dict[str, Any]:
    options = TABLES.get(name, {})
    return {**options, **({"facet_size": FACET_SIZE} if "facets" in options else {})}


def read_queries() -> dict[str, dict[str, str]]:
    """Name -> title, description and SQL of every question, in alphabetical order of names."""
    found = {}
    for file in sorted(QUERIES.glob("*.sql")):
        title, description, sql = file.read_text(encoding="utf-8").split("\n", 2)
        found[file.stem] = {"title": title.removeprefix("-- "), "description": description.removeprefix("-- "),
                            "sql": sql.strip()}
    return found


def read_meanings() -> dict[str, tuple[str, dict[str, str]]]:
    """Table or view -> its meaning, and those of its columns."""
    return {entry.name: (entry.meaning, {column.name: column.meaning for column in entry.columns})
            for entry in data_dictionary()}


def as_yaml(metadata: dict[str, Any]) -> str:
    """The metadata as YAML, with queries set as blocks of text."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Long texts as blocks."""

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)

    Dumper.add_representer(str, text)
    head = "# Made of archive/schema and archive/browse/queries by `python -m archive.browse`: change those.\n"
    return head + yaml.dump(metadata, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=118)
