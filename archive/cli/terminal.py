"""What a page says, made fit for a terminal: it must not move the cursor, change colours or turn words around."""

import re

# Control characters but tab and new line, and the marks that embed, override or isolate a direction of writing.
_DRIVING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    r"""The text, a space in place of each character that a terminal would obey.

    >>> harmless("red \x1b[31m\nnext")
    'red  [31m\nnext'
    """
    return _DRIVING.sub(" ", text)
