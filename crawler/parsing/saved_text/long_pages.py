"""Lines of a page of thousands -> its beginning, its end, and all between them as one line of text. Pure.

Head, menus, lists and foot stand at the ends of a page. What stands amid thousands of lines is its text, be it a law or
a table: to ask of each line whether it is furniture would take longer than to read any other page.
"""

from collections.abc import Iterable, Sequence

from crawler.parsing.saved_text.lines import ENDS, Line
from crawler.parsing.saved_text.marks import is_sentence

_LEAST = 100               # lines between its ends


def with_middle_folded(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those far from both ends as one, up to the last sentence among them."""
    end = len(lines) - ENDS
    if end - ENDS < _LEAST:
        return lines
    end = next((at for at in range(end, ENDS + 1, -1) if is_sentence(lines[at - 1].text)), end)
    middle = tuple(lines[ENDS:end])
    return [*lines[:ENDS], Line(middle[0].number, "\n".join(line.text for line in middle), middle[0].gap,
                                  within=middle), *lines[end:]]


def unfolded(lines: Iterable[Line]) -> list[Line]:
    """The lines with those that stand for others told one by one."""
    return [part for line in lines for part in line.within or (line,)]
