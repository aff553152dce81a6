"""Writes the generated parts of archive/README.md anew: `python -m tests.write_docs`, and test_docs compares them."""

import importlib
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import click

from archive.database import migrate
from archive.dictionary import data_dictionary
from crawler.cli import COMMANDS, cli

README = Path(__file__).parents[1] / "archive" / "README.md"


def main() -> None:
    """Rewrite the file."""
    README.write_text(with_generated_parts(README.read_text(encoding="utf-8")), encoding="utf-8")


def with_generated_parts(text: str) -> str:
    """The text with what stands between its markers made anew."""
    for name, part in (("schema", schema_part()), ("commands", commands_part())):
        text = re.sub(rf"(<!-- {name}: generated -->\n).*?(<!-- end -->)",
                      lambda found, part=part: f"{found[1]}\n{part}\n{found[2]}", text, flags=re.DOTALL)
    return text


def schema_part() -> str:
    """Every table with its columns, then the views with the names of theirs."""
    lines: list[str] = []
    entries = data_dictionary()
    for entry in entries:
        if entry.kind == "table":
            lines += [f"### {entry.name}", "", entry.meaning, "", "| column | type | meaning |", "| --- | --- | --- |"]
            lines += [f"| {column.name} | {column.type} | {_cell(column.meaning)}"
                      + (f" → [{column.points_to}](#{column.points_to})" if column.points_to else "") + " |"
                      for column in entry.columns]
            lines.append("")
    lines += ["### Views and full-text indexes", "", "| name | meaning | columns |", "| --- | --- | --- |"]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        for entry in entries:
            if entry.kind != "table":
                described = connection.execute(f"SELECT * FROM {entry.name} LIMIT 0").description
                columns = ", ".join(column[0] for column in described)
                lines.append(f"| {entry.name} | {_cell(entry.meaning)} | {columns} |")
    return "\n".join(lines) + "\n"


def commands_part() -> str:
    """The help of every command that needs only the archive."""
    lines: list[str] = []
    parent = click.Context(cli, info_name="policy-archive", **cli.context_settings)
    for name, (target, _) in COMMANDS.items():
        module, function = target.split(":")
        if module.startswith("archive.cli.") or name in ("status", "merge", "correct"):
            command = getattr(importlib.import_module(module), function)
            context = click.Context(command, info_name=name, parent=parent, terminal_width=100,
                                    max_content_width=100, **command.context_settings)
            # click remembers the names of the help option from whoever asked first: that line says nothing anyway
            text = re.sub(r"\n  (-h, )?--help .*", "", command.get_help(context))
            lines += [f"### {name}", "", "```text", text, "```", ""]
    return "\n".join(lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    main()
