"""Values -> the words a page shows: dates as precise as they are, counts, and links that can't run anything. Pure."""

from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import quote, unquote, urlencode, urlsplit

from archive.counts import count_words

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_SCHEMES = frozenset({"http", "https"})


def date_words(value: str | None) -> str:
    """A date as people write it, no more precise than the record; as it stands where it is none.

    >>> date_words("2024-03"), date_words("2024-03-05T10:00:00+01:00"), date_words(None)
    ('March 2024', '5 March 2024', '')
    """
    if not value:
        return ""
    parts = value[:10].split("-")
    if not all(part.isdecimal() for part in parts) or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return value
    words = [str(int(parts[2]))] if len(parts) > 2 else []
    words += [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    return " ".join([*words, parts[0]])


def time_words(value: str | None) -> str:
    """A time of the archive, in UTC, to the minute.

    >>> time_words("2026-03-05T10:07:09Z")
    '5 March 2026, 10:07 UTC'
    """
    if not value or len(value) < 16:
        return date_words(value)
    return f"{date_words(value)}, {value[11:16]} UTC"


def web_link(url: str | None) -> str | None:
    """The address if a click on it can only open a page: http or https with a host; else None.

    >>> web_link("https://example.org/a?b"), web_link("javascript:alert(1)"), web_link("//example.org")
    ('https://example.org/a?b', None, None)
    """
    return url if url and _scheme(url) in _SCHEMES and urlsplit(url).netloc else None


def share_link(url: str | None) -> str | None:
    """As `web_link`, and mail addresses as well.

    >>> share_link("mailto:?subject=Tariffs"), share_link("data:text/html,x")
    ('mailto:?subject=Tariffs', None)
    """
    return url if url and _scheme(url) == "mailto" else web_link(url)


def _scheme(url: str) -> str | None:
    """The scheme of an address; None for one that no browser reads the same way as we do."""
    if any(ord(character) <= 32 or ord(character) == 127 for character in url):
        return None
    try:
        return urlsplit(url).scheme.lower()
    except ValueError:
        return None


def host_of(url: str | None) -> str:
    """The host of an address without www, "" where it has none.

    >>> host_of("https://www.example.org:443/a")
    'example.org'
    """
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def file_name(url: str | None) -> str:
    """The last part of an address, readable; its host where it has none.

    >>> file_name("https://example.org/files/The%20report.pdf?v=2"), file_name("https://example.org/")
    ('The report.pdf', 'example.org')
    """
    path = (url or "").partition("?")[0].partition("#")[0]
    return unquote(path.rstrip("/").rpartition("/")[2])[:100] or host_of(url)


def path_part(text: str) -> str:
    """The text as one part of an address.

    >>> path_part("trade/steel?")
    'trade%2Fsteel%3F'
    """
    return quote(text, safe="")


def field_words(name: str) -> str:
    """The name of a field as a page says it.

    >>> field_words("dek"), field_words("share_links")
    ('standfirst', 'share links')
    """
    return {"dek": "standfirst", "published": "date", "modified": "date of change", "url": "address"}.get(
        name, name.replace("_", " "))


def direction(language: str | None) -> str:
    """`dir` of a text in that language: ltr, rtl, or auto where no language is known.

    >>> direction("ar-EG"), direction("en"), direction(None)
    ('rtl', 'ltr', 'auto')
    """
    if not language:
        return "auto"
    return "rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def query_string(pairs: Mapping[str, object] | list[tuple[str, str]], **changes: str | None) -> str:
    """The query of an address with some keys set anew, or taken out with None; "" or "?…".

    >>> query_string([("q", "tariff duty"), ("page", "2")], page=None, sort="newest")
    '?q=tariff+duty&sort=newest'
    """
    items = [(key, str(value)) for key, value in (pairs.items() if isinstance(pairs, Mapping) else pairs)
             if key not in changes and value not in (None, "")]
    items += [(key, value) for key, value in changes.items() if value]
    return f"?{urlencode(items)}" if items else ""


def age_words(then: str | None, now: datetime) -> str:
    """How long ago a time of the archive was, in the largest fitting unit; "never" for None.

    >>> age_words("2026-03-05T10:00:00Z", datetime(2026, 3, 7, 11, tzinfo=UTC))
    '2 days ago'
    """
    if not then:
        return "never"
    moment = datetime.fromisoformat(then)
    seconds = (now - (moment if moment.tzinfo else moment.replace(tzinfo=UTC))).total_seconds()
    for size, unit in ((86400 * 365, "year"), (86400 * 30, "month"), (86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            return f"{count_words(int(seconds // size), unit)} ago"
    return "just now"
