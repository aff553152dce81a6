"""What was read of short texts that come again and again: class names, first words. Pure, but for being kept."""

from collections.abc import Callable

_MOST = 1 << 15           # texts; then all are forgotten


class Memory(dict[str, int]):
    """A dictionary that reads what it does not know: asked of every element, where a function would take too long."""

    def __init__(self, read: Callable[[str], int]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        self[text] = found = self._read(text)
        return found
