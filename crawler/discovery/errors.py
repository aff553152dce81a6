"""The one way reading a listing ends without leads."""


class NotAListing(Exception):
    """What was fetched as a sitemap or a feed is none; says what it is instead."""
