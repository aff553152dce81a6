"""Networks, words around share buttons, and headings over lists of other publications. Data and look-up only."""

from archive.records import RelatedKind

NETWORKS = {
    "facebook": "facebook", "x": "x", "twitter": "x", "linkedin": "linkedin", "reddit": "reddit",
    "pinterest": "pinterest",
    "email": "email", "e-mail": "email", "mail": "email", "whatsapp": "whatsapp", "telegram": "telegram",
    "bluesky": "bluesky", "threads": "threads", "mastodon": "mastodon", "tumblr": "tumblr", "vk": "vk",
    "hacker news": "hackernews", "pocket": "pocket", "flipboard": "flipboard", "xing": "xing", "line": "line",
    "print": "print", "drucken": "print", "copy link": "copy", "copy": "copy",
}
SHARE = frozenset({"share", "share on", "share via", "share by", "share this", "share this article", "teilen"})
HEADINGS: dict[str, RelatedKind] = {
    "related": "related", "related articles": "related", "related posts": "related", "related stories": "related",
    "read more": "related", "you may also like": "related", "more on this topic": "related",
    "most read": "popular", "most popular": "popular", "popular": "popular", "trending": "popular",
    "相关文章": "related",
}


def network_named(word: str) -> str | None:
    """The network called so, None where it is none."""
    return NETWORKS.get(word.lower())


def is_share_word(text: str) -> bool:
    """Whether the text says "Share" and nothing else."""
    return text.lower().strip(" :") in SHARE


def list_heading(text: str) -> RelatedKind | None:
    """The kind of list that a heading announces, None for any other text."""
    return HEADINGS.get(text.lower().strip(" :…"))
