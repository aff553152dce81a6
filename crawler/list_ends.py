"""The last page known of each list: where a list that grows at its end shows what is new. Pure."""

from collections.abc import Iterable

from crawler.discovery.addresses import list_of, page_number


def list_ends(pages: Iterable[tuple[int, str, int | None]]) -> list[int]:
    """The ends of lists, given their further pages as (address id, address, the page that named it).

    Of numbered pages the highest is the end; of others, each that leads to no further one.

    >>> list_ends([(1, "https://e.org/l?page=2", None), (2, "https://e.org/l?page=3", 1), (3, "https://e.org/m", None)])
    [2, 3]
    """
    highest: dict[str, tuple[int, int]] = {}
    unnumbered: dict[int, int | None] = {}
    for address_id, url, found_in in pages:
        number = page_number(url)
        if number is None:
            unnumbered[address_id] = found_in
        else:
            highest[list_of(url)] = max(highest.get(list_of(url), (0, 0)), (number, address_id))
    leading = set(unnumbered.values())
    return sorted([address_id for _, address_id in highest.values()]
                  + [address_id for address_id in unnumbered if address_id not in leading])
