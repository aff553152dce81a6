"""A dict of texts that can't be changed: a frozen value that holds one is frozen all through, and has a hash."""

from typing import Any, NoReturn


class Facts(dict[str, str]):
    """Names and what is said of each; compares, prints, pickles and goes to JSON as a dict does.

    >>> Facts(doi="10.1000/1") == {"doi": "10.1000/1"}
    True
    """

    __slots__ = ()

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("this is part of a frozen value; make a dict of it to change it")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override] # a dict has none, because it can change
        """The same for the same facts in any order."""
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type["Facts"], tuple[dict[str, str]]]:
        """How to copy and pickle it: by making it anew, as nothing can be put into it."""
        return Facts, (dict(self),)
