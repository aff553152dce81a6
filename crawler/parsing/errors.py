"""The two ways reading a page ends without a publication."""

ANNOUNCED = "announced for"      # how the reason for refusing what is not out yet begins


class NotAPublication(Exception):
    """The page is understood, and it is no publication: an index, a search, a login, a soft 404; says which."""


class ParseError(Exception):
    """The page should be a publication and can't be read; names the field and what was found."""
