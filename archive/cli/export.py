"""`policy-archive export`: a corpus in the form that other programs read, with a manifest."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from archive.cli.options import QueryCommand, db_option, doubt_of, file_named, filter_options, none_for_dash
from archive.errors import FellShort, WrongUse

if TYPE_CHECKING:
    from archive.search import Filters

FORMAT_NAMES = ("jsonl", "csv", "parquet", "bibtex", "ris", "csl-json", "tei", "markdown", "warc", "datapackage",
                "word-counts", "document-terms")


@click.command(cls=QueryCommand, context_settings={"ignore_unknown_options": True})
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@filter_options
@click.option("--format", "form", type=click.Choice(FORMAT_NAMES), help="Default: by the ending of --out, else jsonl.")
@click.option("--out", "typed", type=click.Path(), metavar="PATH", callback=none_for_dash,
              help="File or folder to write, PATH.manifest.json beside it (default: standard output, no manifest).")
@click.option("--fields", metavar="A,B,…", help="Only these keys of the record (jsonl, csv, parquet).")
@click.option("--no-headings", is_flag=True, help="Leave headings out of the text.")
@click.option("--unit", type=click.Choice(["publication", "paragraph", "sentence"]), default="publication",
              show_default=True, help="What a row is (jsonl, csv, parquet).")
@click.option("--collapse", is_flag=True, help="Of near-identical texts only the one published first.")
@click.option("--as-of", metavar="DAY", help="As the archive stood at the end of this day: 2025-06-01.")
@click.option("--gone", type=click.Choice(["include", "exclude", "only"]), default="include", show_default=True,
              help="Publications that are gone from the web.")
@click.option("--min-words", type=click.IntRange(0), help="With at least so many words between white space.")
@click.option("--max-words", type=click.IntRange(0), help="With at most so many.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the first so many, in the order of the file.")
@click.option("--sample", type=click.IntRange(1), metavar="N", help="Draw so many, by uid and --seed.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another number draws another sample.")
@click.option("--stratify", type=click.Choice(["source", "year"]), help="Draw each source or year in its share.")
@click.option("--partition", type=click.Choice(["source", "year"]), help="Parquet: a folder of files.")
@click.option("--croissant", is_flag=True, help="Also write PATH.croissant.json, Croissant metadata.")
@click.option("--verify", type=click.Path(path_type=Path), metavar="MANIFEST",
              help="Check an export against its manifest instead.")
@db_option
def export(query: tuple[str, ...], filters: "Filters", form: str | None, typed: str | None,
           verify: Path | None, db: Path, **choices: Any) -> None:
    """Write the publications that match QUERY and filters (all without any) for other programs to read.

    The same archive and the same words give the same bytes.
    """
    if verify is not None:
        _verify(verify)
        return
    from archive.database import open_archive
    from archive.export.formats import format_of
    from archive.export.selection import Selection
    from archive.export.writing import Shape, export, export_stream, is_one_file

    out = None if typed is None else Path(typed)
    if choices["stratify"] and choices["sample"] is None:
        raise WrongUse("--stratify goes with --sample: it says how the sample is drawn")
    selection = Selection(
        words=" ".join(query) or None, filters=filters, min_words=choices["min_words"], max_words=choices["max_words"],
        gone=choices["gone"], one_per_cluster=choices["collapse"], as_of=_day(choices["as_of"]),
        limit=choices["limit"], sample=choices["sample"], seed=choices["seed"], stratify=choices["stratify"])
    fields = tuple(name.strip() for name in choices["fields"].split(",")) if choices["fields"] is not None else ()
    shape = Shape(form=form or format_of(out), fields=fields, headings=not choices["no_headings"], unit=choices["unit"],
                  partition=choices["partition"])
    is_guessed = form is None and out is not None and shape.form == "jsonl" and not _says_json(out)
    if out is not None and is_guessed and (advice := _NOT_WRITTEN.get(out.suffix.lower())):
        raise WrongUse(f"{out}: {advice}")
    if typed is not None and is_one_file(shape):
        file_named(typed)
    with open_archive(db, read_only=True) as archive:
        licences = dict(archive.connection.execute("SELECT key, licence FROM sources WHERE licence IS NOT NULL"))
        if out is None:
            if choices["croissant"]:
                raise WrongUse("--croissant needs --out: it describes a file")
            publications = export_stream(archive, selection, shape, sys.stdout.buffer)
        else:
            publications = export(archive, selection, shape, out, licences=licences,
                                  croissant=choices["croissant"])["publications"]
        doubt = "" if publications else doubt_of(archive.connection, filters, " ".join(query))
    where = "" if out is None else f" to {out}{' as jsonl' if is_guessed else ''}, manifest {out}.manifest.json"
    click.echo(f"{publications:,} publication{'s' if publications != 1 else ''} exported{where}{doubt}", err=True)


# What people ask for by an ending, and what there is in its place.
_NOT_WRITTEN = {
    **dict.fromkeys((".xlsx", ".xls", ".ods"), "spreadsheets open CSV: let --out end in .csv"),
    **dict.fromkeys((".gz", ".zip", ".zst"), "nothing is packed here but WARC and Parquet: leave that ending out"),
    **dict.fromkeys((".md", ".markdown"), "Markdown is a folder, a file each: --format markdown --out FOLDER"),
    **dict.fromkeys((".html", ".htm", ".pdf", ".docx", ".odt"), "texts are written as Markdown or TEI: --format "
                    "markdown or tei; `policy-archive report` writes figures of a corpus as HTML"),
}


def _verify(path: Path) -> None:
    from archive.export.manifest import verify

    wrong = verify(path)
    for line in wrong:
        click.echo(line)
    if wrong:
        raise FellShort(f"{len(wrong)} difference{'s' if len(wrong) > 1 else ''} from what was exported")
    click.echo("every file is as the manifest says", err=True)


def _says_json(out: Path) -> bool:
    return out.suffix.lower() in ("", ".json", ".jsonl", ".ndjson")


def _day(text: str | None) -> str | None:
    from datetime import date

    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise WrongUse(f"--as-of {text!r} is no day: write it as 2025-06-01") from error
