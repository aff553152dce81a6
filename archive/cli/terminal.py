"""What people see on a terminal: what a page says, made fit for it, and how far a command is."""

import re
import sys

import click

# What moves the cursor, changes colours or turns words around: control characters but tab and new line, and the marks
# that embed, override or isolate a direction of writing.
_DRIVING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    r"""The text, a space in place of each character that a terminal would obey.

    >>> harmless("red \x1b[31m\nnext")
    'red  [31m\nnext'
    """
    return _DRIVING.sub(" ", text)


def tell_progress(done: int, words: str, *, is_last: bool = False) -> None:
    """Say on stderr how far a command is: one line that changes on a terminal, a line for every thousand elsewhere."""
    if sys.stderr.isatty():
        click.echo(f"\r{words}", err=True, nl=is_last)
    elif done % 1000 == 0:
        click.echo(words, err=True)
