"""The query of an address -> what its names tell of the page: a search for words, or one entry of a list. Pure."""

import re

# "?n=3254&s=18842" and "?q=node/12" are pages, and search for nothing; nor does a field that a form sends empty.
_SEARCHES = re.compile(
    r"(?:^|&)(?:[sq]=(?!\d+(?:&|$)|[^&]*(?:/|%2f))|(?:query|keys|keywords?|fulltext|suchbegriff|"
    r"search(?:[_-]?(?:term|text|words?|key(?:word)?|query|api(?:_fulltext)?))?)=)[^&]", re.IGNORECASE)
# Of what numbers the entries of boards, but Joomla's Itemid, which is that of a menu.
_NAMES_ENTRY = re.compile(
    r"(?:^|&)(?:idx|seq|wr_id|list_?no|(?!(?-i:Itemid))(?:news|article|post|press|item|ntt|doc)_?(?:id|no)|"
    r"(?:news|article|post|press|ntt|document|board|bbs)_?(?:sn|srl|seq|idx))=[^&]*\d", re.IGNORECASE)


def searches(query: str) -> bool:
    """Whether words are searched for, and no entry is asked for that they were found in.

    >>> searches("s=tariffs"), searches("n=3254&s=18842"), searches("q=node/12"), searches("keyword=&page=2")
    (True, False, False, False)
    """
    return _SEARCHES.search(query) is not None and not names_entry(query)


def names_entry(query: str) -> bool:
    """Whether one entry of a list is asked for; the page of the list that it stands on may be named, too.

    >>> names_entry("bbsId=3&nttNo=789&page=2"), names_entry("boardId=3&page=2"), names_entry("Itemid=55&start=10")
    (True, False, False)
    """
    return _NAMES_ENTRY.search(query) is not None
