"""The formats by name: how each is written, under which file ending, and whether it fits through a pipe."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

Records = Iterable[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format; `write` gives the paths it made, all at or below `out`; None: it holds pages, not records."""

    name: str
    ending: str
    write: Callable[[Records, Path], list[Path]] | None
    stream: Callable[[Records, BinaryIO], None] | None = None  # None: not through a pipe
    source_names: bool = False  # wants the publishers' names beside their keys
    takes_rows: bool = False   # any rows, not whole publications only: chosen fields, paragraphs, sentences


def _by(module: str, function: str) -> Callable[[Records, Any], Any]:
    """A writer whose module is imported when it is used: pyarrow and lxml are slow to load."""
    return lambda records, out: getattr(import_module(f"archive.export.{module}"), function)(records, out)


def _streamed(name: str, ending: str, module: str, function: str, *, source_names: bool = False,
              takes_rows: bool = False) -> Format:
    stream = _by(module, function)

    def write(records: Records, out: Path) -> list[Path]:
        with out.open("wb") as file:
            stream(records, file)
        return [out]
    return Format(name, ending, write, stream, source_names, takes_rows)


FORMATS = {form.name: form for form in (
    _streamed("jsonl", ".jsonl", "tables", "write_jsonl", takes_rows=True),
    _streamed("csv", ".csv", "tables", "write_csv", takes_rows=True),
    Format("parquet", ".parquet", _by("parquet", "write_parquet"), takes_rows=True),
    _streamed("bibtex", ".bib", "bibtex", "write_bibtex", source_names=True),
    _streamed("ris", ".ris", "ris", "write_ris", source_names=True),
    _streamed("csl-json", ".csl.json", "csl", "write_csl_json", source_names=True),
    _streamed("tei", ".xml", "tei", "write_tei", source_names=True),
    Format("markdown", "", _by("markdown", "write_markdown")),
    Format("warc", ".warc.gz", None),
    Format("datapackage", "", _by("datapackage", "write_datapackage")),
    _streamed("word-counts", ".csv", "terms", "write_word_counts"),
    Format("document-terms", "", _by("terms", "write_document_terms")),
)}


def format_of(out: Path | None) -> str:
    """The name of the format that a file's ending tells; jsonl where it tells none, as `.json` does, or without a file.

    >>> format_of(Path("corpus.BIB")), format_of(Path("corpus.json")), format_of(Path("corpus.csl.json"))
    ('bibtex', 'jsonl', 'csl-json')
    >>> format_of(Path("corpus.tei")), format_of(Path("corpus.warc"))
    ('tei', 'warc')
    """
    name = out.name.lower() if out else ""
    return next((form.name for form in FORMATS.values()
                 if name.endswith((form.ending or f".{form.name}", f".{form.name}"))), "jsonl")
