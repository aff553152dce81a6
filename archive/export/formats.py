"""The formats by name: how each is written, under which file ending, and whether it fits through a pipe."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
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


def _stream(module: str, function: str) -> Callable[[Records, BinaryIO], None]:
    """A writer whose module is imported when it is used: pyarrow and lxml are slow to load."""
    def write(records: Records, out: BinaryIO) -> None:
        from importlib import import_module

        getattr(import_module(f"archive.export.{module}"), function)(records, out)
    return write


def _streamed(name: str, ending: str, module: str, function: str, *, source_names: bool = False,
              takes_rows: bool = False) -> Format:
    stream = _stream(module, function)

    def write(records: Records, out: Path) -> list[Path]:
        with out.open("wb") as file:
            stream(records, file)
        return [out]
    return Format(name, ending, write, stream, source_names, takes_rows)


def _parquet(records: Records, out: Path) -> list[Path]:
    from archive.export.parquet import write_parquet

    return write_parquet(records, out)


def _markdown(records: Records, out: Path) -> list[Path]:
    from archive.export.markdown import write_markdown

    return write_markdown(records, out)


def _document_terms(records: Records, out: Path) -> list[Path]:
    from archive.export.terms import write_document_terms

    return write_document_terms(records, out)


def _datapackage(records: Records, out: Path) -> list[Path]:
    from archive.export.datapackage import write_datapackage

    return write_datapackage(records, out)


FORMATS = {form.name: form for form in (
    _streamed("jsonl", ".jsonl", "tables", "write_jsonl", takes_rows=True),
    _streamed("csv", ".csv", "tables", "write_csv", takes_rows=True),
    Format("parquet", ".parquet", _parquet, takes_rows=True),
    _streamed("bibtex", ".bib", "bibtex", "write_bibtex", source_names=True),
    _streamed("ris", ".ris", "ris", "write_ris", source_names=True),
    _streamed("csl-json", ".json", "csl", "write_csl_json", source_names=True),
    _streamed("tei", ".xml", "tei", "write_tei", source_names=True),
    Format("markdown", "", _markdown),
    Format("warc", ".warc.gz", None),
    Format("datapackage", "", _datapackage),
    _streamed("word-counts", ".csv", "terms", "write_word_counts"),
    Format("document-terms", "", _document_terms),
)}


def format_of(out: Path | None) -> str:
    """The name of the format that a file's ending tells; jsonl where it tells none, as `.json` does, or without a file.

    >>> format_of(Path("corpus.BIB")), format_of(Path("corpus.json"))
    ('bibtex', 'jsonl')
    """
    name = out.name.lower() if out else ""
    return next((form.name for form in FORMATS.values()
                 if form.ending not in ("", ".json") and name.endswith(form.ending)), "jsonl")
