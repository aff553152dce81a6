"""Writes an export: to a file or folder with its manifest, or down a pipe. A file appears whole or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from archive.connections import plain_errors
from archive.database import Archive
from archive.errors import WrongUse
from archive.export.choices import Strata, Unit, choose_fields, units, without_headings
from archive.export.formats import FORMATS, Format
from archive.export.manifest import Tally, files_stated, manifest, write_json
from archive.export.selection import Selection, find_selected, load_selected
from archive.outputs import check_output, written_whole
from archive.store.runs import software


@dataclass(frozen=True, slots=True)
class Shape:
    """How the publications selected are to be written."""

    form: str = "jsonl"
    fields: tuple[str, ...] = ()        # keys of the record; empty: all
    headings: bool = True
    unit: Unit = "publication"
    partition: Strata | None = None     # Parquet only: a folder of files


def export(archive: Archive, selection: Selection, shape: Shape, out: Path, *,
           licences: Mapping[str, str], croissant: bool = False) -> dict[str, Any]:
    """Writes `out` and, beside it, `OUT.manifest.json`; the manifest.

    What stood at `out` before is replaced only when all is written. WrongUse for words that don't fit together, and
    where that would cost something else than an earlier export.
    """
    form = _checked(shape)
    check_place(out, archive.path)
    if out.is_dir() and is_one_file(shape):
        raise WrongUse(f"{out} is a folder: name a file in it, as in {out / 'publications'}{form.ending}")
    tally = Tally()
    out.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(out) as part:
        with plain_errors(archive.path):
            made = _write(archive, selection, shape, tally, part)
        if not part.exists():
            part.mkdir()
    files = [out if path == part else out / path.relative_to(part) for path in made]
    if croissant:
        from archive.export.croissant import write_croissant

        path = out.with_name(out.name + ".croissant.json")
        write_croissant(files, out.parent, path, form=form.name,
                        licences=[licences[key] for key in tally.sources if key in licences])
        files.append(path)
    stated = manifest(tally, files, out.parent, query=selection.words, filters=_filters(selection, shape),
                      form=form.name, software=software(), licences=licences)
    write_json(out.with_name(out.name + ".manifest.json"), stated)
    return stated


def is_one_file(shape: Shape) -> bool:
    """Whether what is written is a file; else it is a folder."""
    return FORMATS[shape.form].ending != "" and shape.partition is None


def check_place(out: Path, archive: Path) -> None:
    """WrongUse where writing to `out` would cost what no export wrote: see `check_output`; or a folder's files."""
    check_output(out, archive)
    if out.name in ("", ".."):
        raise WrongUse(f"{out} is a folder you stand in: name a file or folder to write")
    if out.is_dir():
        ours = files_stated(out.with_name(out.name + ".manifest.json"))
        others = sorted(path for path in out.rglob("*") if not path.is_dir() and path not in ours)
        if others:
            raise WrongUse(f"{out} is a folder that holds what no export wrote ({others[0].relative_to(out)}): "
                           "give another --out")


def export_stream(archive: Archive, selection: Selection, shape: Shape, out: BinaryIO) -> int:
    """Writes down a pipe, without a manifest; how many publications. WrongUse for formats that need a file."""
    form = _checked(shape)
    if form.stream is None or shape.partition:
        raise WrongUse(f"{form.name} needs --out: it is no single stream of text")
    tally = Tally()
    with plain_errors(archive.path):
        numbers = find_selected(archive.connection, selection)
        form.stream(_rows(archive, numbers, selection.as_of, shape, tally), out)
    return tally.publications


def _write(archive: Archive, selection: Selection, shape: Shape, tally: Tally, part: Path) -> list[Path]:
    numbers, write = find_selected(archive.connection, selection), FORMATS[shape.form].write
    rows = _rows(archive, numbers, selection.as_of, shape, tally)
    if write is None:
        from archive.export.warc import write_warc

        made = write_warc(archive, numbers, part, selection.as_of)
        for _ in rows:      # the manifest counts publications, however many pages they were read from
            pass
        return made
    if shape.partition:
        from archive.export.parquet import write_partitions

        return write_partitions(rows, part, shape.partition)
    return write(rows, part)


def _rows(archive: Archive, numbers: Sequence[int], as_of: str | None, shape: Shape,
          tally: Tally) -> Iterable[Mapping[str, Any]]:
    rows: Iterable[Mapping[str, Any]] = tally.watch(load_selected(
        archive.connection, numbers, as_of, source_names=FORMATS[shape.form].source_names))
    if not shape.headings:
        rows = without_headings(rows)
    if shape.unit != "publication":
        rows = units(rows, shape.unit)
    return choose_fields(rows, shape.fields) if shape.fields else rows


def _checked(shape: Shape) -> Format:
    form = FORMATS[shape.form]
    if not form.takes_rows and (shape.fields or shape.unit != "publication"):
        able = ", ".join(name for name, other in FORMATS.items() if other.takes_rows)
        raise WrongUse(f"{form.name} holds whole publications; --fields and --unit go with {able}")
    if shape.partition and form.name != "parquet":
        raise WrongUse("--partition goes with --format parquet")
    told_by = {"source": "source", "year": "published"}.get(shape.partition or "", "")
    if told_by and shape.fields and told_by not in shape.fields:
        raise WrongUse(f"--partition {shape.partition} goes by {told_by}: add that to --fields")
    return form


def _filters(selection: Selection, shape: Shape) -> dict[str, Any]:
    """Everything that was asked, by name, for the manifest."""
    asked = {**asdict(selection), **asdict(selection.filters), **asdict(shape)}
    for name in ("filters", "words", "form"):
        asked.pop(name)
    defaults = {"gone": "include", "headings": True, "unit": "publication", "seed": 0}
    return {name: value for name, value in asked.items() if defaults.get(name) != value}
