"""`policy-archive report`: what a methods section needs, as one file."""

from pathlib import Path

import click

from archive.cli.options import check_source, db_option, file_named, none_for_dash
from archive.errors import WrongUse


@click.command()
@db_option
@click.option("--source", metavar="KEY", help="Only this source.")
@click.option("--format", "form", type=click.Choice(["html", "markdown"]),
              help="Default: by the ending of --out, else html.")
@click.option("--out", "typed", type=click.Path(dir_okay=False), metavar="FILE", callback=none_for_dash,
              help="Where to write it (default: standard output).")
@click.option("--title", default="Report on the corpus", show_default=True, help="What stands at its head.")
def report(db: Path, source: str | None, form: str | None, typed: str | None, title: str) -> None:
    """Report on the corpus: coverage, completeness, gaps, changes, what was refused and what could not be got."""
    from archive.database import open_archive
    from archive.export.writing import check_place
    from archive.outputs import written_whole
    from archive.report.figures import find_figures
    from archive.report.render import html, markdown
    from archive.store.runs import software

    out = None if typed is None else file_named(typed)
    if out is not None and form is None and out.suffix.lower() in {".pdf", ".docx", ".odt"}:
        raise WrongUse(f"{out}: a report is HTML or Markdown: let --out end in .html, and print it from a web browser")
    with open_archive(db, read_only=True) as archive:
        if out is not None:
            check_place(out, db)
        check_source(archive, source)
        figures = find_figures(archive.connection, source)
    ending = "" if out is None else out.suffix.lower()
    as_markdown = form == "markdown" or (form is None and ending in {".md", ".markdown"})
    text = (markdown if as_markdown else html)(figures, title=title, software=software())
    if out is None:
        click.echo(text)
    else:
        with written_whole(out) as part:               # a full disk must not cost the report of yesterday
            part.write_text(text, encoding="utf-8")
        guessed = "" if form or as_markdown or ending in {".html", ".htm"} else " as html"
        click.echo(f"{out}{guessed}: {figures.publications:,} publications; sources: "
                   f"{len(figures.sources)}", err=True)
