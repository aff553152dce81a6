"""One address, one key: when two addresses are the same page, and the id that follows from it. Pure.

In: addresses as pages write them. Out: `clean_url`, the address worth fetching; `address_key`, the form under which it
is known; `uid_of` and `key_number`, the ids that follow from the key. Each rule below states why it is safe; what may
change the page stays in the key.
"""

import hashlib
import re
from functools import lru_cache
from urllib.parse import quote, unquote_to_bytes, urldefrag, urljoin, urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443}
LONGEST = 2_000                # characters of an address that others stand on; servers take no more
LONGEST_LINK = 8_000           # characters of any other: beyond them are pictures, or programs

# Who sent the reader, never what is shown. Names as their makers document them (campaign tools, ad networks, mailers).
TRACKING = re.compile(
    r"utm_\w+|[a-z]{0,2}clid|gclsrc|dclid|msclkid|igshid|igsh|mc_[ce]id|mkt_tok|_ga|_gl|_hsenc|_hsmi|hsctatracking|"
    r"(?:pk|mtm|piwik|matomo)_\w+|wt_?\.?mc|wt_?\.?z?mc|cmpid|campaignid|icid|ncid|ocid|s_cid|ito|trk|trkcampaign|spm|"
    r"fb_(?:action_ids|action_types|ref|source)|ref_(?:src|url)|__twitter_impression|twclid|ttclid|li_fat_id|"
    r"_openstat|vero_(?:id|conv)|oly_(?:enc|anon)_id|at_(?:medium|campaign|custom\d*|link\w*|ptr_name|bbc_team)|"
    r"xtor|sr_share|soc_(?:src|trk)|guccounter|guce_referrer\w*|smid|smtyp|partner_?ref|replytocom|relatedposts_\w+|"
    r"sfmc_\w+|_x_tr_\w+|srsltid|pvs|hss_channel|lipi|trackingid|ck_subscriber_id|__s|dm_i|emci|emdi|ceid|wpisrc|wpmm|"
    r"email_(?:referrer|subject)|triedredirect", re.IGNORECASE)
# A visit's number: the server makes a new one for everybody.
SESSION = re.compile(r"phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken|sessionid|session_id|"
                     r"zenid|oscsid|_afr(?:loop|windowmode|windowid)|_adf\.ctrl-state", re.IGNORECASE)
SHORT_SESSION = re.compile(r"s|sid|sess|session", re.IGNORECASE)  # a search word or a sitting elsewhere: only if hex
LONG_HEX = re.compile(r"(?=[^a-z]*[a-z])(?=\D*\d)[0-9a-z]{16,}", re.IGNORECASE)
# The same text dressed for paper or for a phone.
VARIANT = re.compile(r"(?:amp|print|printable|printer|printview|print_view|printpage|noamp)"
                     r"(?:=(?:1|true|yes|y|on|pdf)?)?|(?:outputtype|format|view|mode|layout|version|media|display|output)="
                     r"(?:amp|print|printable|printer|print-friendly|mobile)", re.IGNORECASE)
# The same list in another order: nothing that the unsorted list lacks.
ORDER = re.compile(r"(?:sort|sort_?by|sort_?order|sort_?dir|sortfield|order|order_?by|order_?dir|dir|direction|"
                   r"sort_bef_combine)=[a-z_:.,+-]*", re.IGNORECASE)
# A word that says from which corner of the site the reader came.
CORNER = re.compile(r"(?:ref|referrer|referer|source|src|from|via|origin|share|shared|s)="
                    r"(?:home(?:page|_page)?|rss(?:feed)?|feed|atom|twitter|facebook|linkedin|x|bluesky|mastodon|"
                    r"newsletter|e?mail|menu|nav(?:igation)?|footer|header|sidebar|related|share|social|widget|"
                    r"teaser|banner|top|front(?:page)?|list(?:ing)?|latest|whatsapp|google)|"
                    r"(?:ref|referrer|referer)=(?:[\w-]+\.)+(?!pdf|docx?|xlsx?|html?|php)[a-z]{2,}", re.IGNORECASE)
INDEX_FILE = re.compile(r"/(?:index|default|home)\.(?:html?|xhtml|php\d?|aspx?|jsp|cfm|shtml)$", re.IGNORECASE)
VARIANT_PATH = re.compile(r"(?<=[^/])/(?:amp|print|printpdf|printable)/?$", re.IGNORECASE)
SESSION_PATH = re.compile(r";(?:jsessionid|phpsessid|sid|session_?id)=[^/;?]*|/\(S\([0-9a-z]+\)\)", re.IGNORECASE)
UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
SPACE = re.compile(r"[\t\r\n]+")
_WHITE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]")
_NO_HOST = re.compile(r"[\s\x00-\x1f<>\"\\^`{|}]")   # signs no host has (WHATWG URL, section 3.1)
_NO_DOMAIN = re.compile(r"[\s\x00-\x1f\x7f#/:<>?@\[\\\]^|%]")   # as an escape (there, 3.5)
# Nine addresses in ten have nothing to remove but scheme, www and the last slash: ten times faster than taking apart.
PLAIN = re.compile(r"https?://(?:www\.)?(?!www\.)([a-z0-9-]+(?:\.[a-z0-9-]+)+)((?:/[\w~-]+(?:\.[\w~-]+)*)*)/?",
                   re.ASCII)


@lru_cache(maxsize=1 << 12)
def address_key(url: str) -> str:
    """The form under which an address is known; two addresses with one key are one page.

    >>> address_key("http://www.Example.org:80/a/?utm_source=x#top")
    'https://example.org/a'
    """
    if (plain := PLAIN.fullmatch(url)) and not VARIANT_PATH.search(plain[2]) and not INDEX_FILE.search(plain[2]):
        return f"https://{plain[1]}{plain[2]}"
    parts = urlsplit(clean_url(url))
    # http and https twins, and the www twin, show one site: no publisher runs different texts on them.
    host = (parts.hostname or "").removeprefix("www.")
    path = INDEX_FILE.sub("/", parts.path)        # servers show the index file for the bare folder
    path = path.rstrip("/")                       # with or without it one of the two redirects, or both show the page
    query = _sorted_query("&".join(pair for pair in parts.query.split("&") if not ORDER.fullmatch(pair)))
    query = f"?{query}" if query else ""
    return f"https://{host}{_port(parts.scheme, parts.port)}{path}{query}"


def clean_url(url: str) -> str:
    """The address worth fetching: what only tracks, numbers a visit or dresses the page is left out.

    Scheme, www, trailing slash and the order of a list stay: the server may insist on them. ValueError if the address
    can't be read.

    >>> clean_url("https://Example.org/a/../b;jsessionid=1F?id=3&fbclid=Q&print=1#c")
    'https://example.org/b?id=3'
    """
    parts = urlsplit(SPACE.sub("", url.strip()))  # as browsers do (WHATWG URL, section 4.4)
    scheme = parts.scheme.lower()
    host = _ascii_host((parts.hostname or "").rstrip("."))
    path = _one_spelling(SESSION_PATH.sub("", parts.path))
    path = _without_dots(re.sub(r"//+", "/", path)) or "/"
    path = VARIANT_PATH.sub("/" if path.endswith("/") else "", path)
    query = "&".join(_one_spelling(pair) for pair in parts.query.split("&") if pair and not _is_noise(pair))
    return f"{scheme}://{host}{_port(scheme, parts.port)}{path}{f'?{query}' if query else ''}"


def join_url(base: str, link: str) -> str | None:
    """The clean absolute http(s) address of a link on the page `base`; None where it leads nowhere we fetch.

    >>> join_url("https://example.org/a/", "../b#c")
    'https://example.org/b'
    >>> join_url("https://example.org/", "mailto:a@example.org") is None
    True
    """
    if len(link) > LONGEST_LINK:
        return None
    link = link.strip()
    if "\\" in link:                            # a slash, as browsers have it (WHATWG URL, section 4.4)
        path, mark, query = link.partition("?")
        link = path.replace("\\", "/") + mark + query
    if link[:1] == "/" != link[1:2]:             # the same on every page of a site: menus cost one look-up
        return _joined(site_of(base), link)
    if link[:5].lower() in ("http:", "https"):
        link = _whole(base, link)
        if "://" in link[:8]:
            return _joined("", link)
    return _joined.__wrapped__(base, link)


def _whole(base: str, link: str) -> str:
    """A link that begins with a scheme but lacks a slash, as browsers have it (WHATWG URL, section 4.4).

    >>> _whole("https://example.org/a/", "https:/b"), _whole("https://example.org/a/", "http:/example.com/b")
    ('/b', 'http://example.com/b')
    """
    scheme, colon, rest = link.partition(":")
    if not colon or rest[:2] == "//" or scheme.lower() not in DEFAULT_PORTS:
        return link
    return rest if base.startswith(f"{scheme.lower()}:") else f"{scheme}://{rest.lstrip('/')}"


def redirect_target(url: str, location: str) -> str | None:
    """Where a redirect from `url` leads; None where that is nowhere we fetch.

    The number of a visit is kept where it is all that differs: the server shows the page to nobody without one.

    >>> redirect_target("https://example.org/a?b=1", "/(S(4f1c))/a?b=1"), redirect_target("https://example.org/a", "/b")
    ('https://example.org/(S(4f1c))/a?b=1', 'https://example.org/b')
    """
    target = join_url(url, location)
    return target if target is None or target != clean_url(url) else without_fragment(urljoin(url, location.strip()))


@lru_cache(maxsize=16)
def site_of(url: str) -> str:
    """Scheme, host and port of a web address: what its path stands behind; `""` for any other address.

    >>> site_of("https://example.org:8080/a?b=1"), site_of("file:///a.html")
    ('https://example.org:8080', '')
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in DEFAULT_PORTS else ""


def without_fragment(url: str) -> str:
    """The address of the whole page; white space and control signs in it are escaped, so that it stands as one word.

    >>> without_fragment("https://example.org/annual report.pdf#page=3")
    'https://example.org/annual%20report.pdf'
    """
    return _WHITE.sub(lambda found: quote(found[0]), urldefrag(url).url)


@lru_cache(maxsize=1 << 12)
def _joined(base: str, link: str) -> str | None:
    try:
        url = urljoin(base, SPACE.sub("", link))
        parts = urlsplit(url)
        if parts.scheme.lower() not in DEFAULT_PORTS or not parts.hostname or parts.port == 0:
            return None
        return clean_url(url)
    except ValueError:
        return None  # markup holds anything: "http://[", ports beyond 65535


def is_address(url: str) -> bool:
    """Whether an address of any scheme can be taken apart and known by a key.

    >>> is_address("file:///tmp/page.html"), is_address("http://[::1"), is_address("http://example.org:99999/")
    (True, False, False)
    """
    try:
        uid_of(url)
    except ValueError:   # brackets that don't close, ports beyond 65535, half of a character
        return False
    return True


def is_web_address(url: str) -> bool:
    """Whether a text is one whole http(s) address, with a host.

    >>> is_web_address("https://example.org/a"), is_web_address("example.org"), is_web_address("http://exa mple.org/")
    (True, False, False)
    """
    if not url[:8].lower().startswith(("http://", "https://")) or not is_address(url):
        return False
    host = urlsplit(url).hostname or ""
    return bool(host.strip(".")) and not _NO_HOST.search(host)


def uid_of(url: str) -> str:
    """The stable id of a publication first seen at this address: 16 hexadecimal digits.

    >>> uid_of("https://example.org/a") == uid_of("https://EXAMPLE.org/a/")
    True
    """
    return hashlib.sha256(address_key(url).encode()).hexdigest()[:16]


@lru_cache(maxsize=1 << 12)
def key_number(url: str) -> int:
    """The same id as a signed 64-bit number: 8 bytes instead of a text in the index of a million addresses."""
    return int.from_bytes(hashlib.sha256(address_key(url).encode()).digest()[:8], signed=True)


@lru_cache(maxsize=1 << 12)
def host_of(url: str) -> str:
    """Host and port, lower case, without www and default port.

    >>> host_of("https://www.Example.org:443/a")
    'example.org'
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    return (host if host.isascii() else _ascii_host(host)).removeprefix("www.") + _port(parts.scheme, parts.port)


def same_publisher(url: str, other: str) -> bool:
    """Whether both addresses lie on one host, or one host is a subdomain of the other.

    >>> same_publisher("https://www.example.org/a", "https://news.example.org/a")
    True
    """
    one, two = host_of(url), host_of(other)
    return one == two or one.endswith(f".{two}") or two.endswith(f".{one}")


def _port(scheme: str, port: int | None) -> str:
    return "" if port is None or DEFAULT_PORTS.get(scheme) == port else f":{port}"


def _ascii_host(host: str) -> str:
    if "%" in host:                                # WHATWG URL, section 3.5: "%C3%BC" in a host is "ü"
        host = unquote_to_bytes(host).decode("utf-8", "replace").lower()
        if _NO_DOMAIN.search(host):
            raise ValueError(f"a host can't be called {host!r}")
    if host.isascii():
        return f"[{host}]" if ":" in host else host
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def _one_spelling(text: str) -> str:
    """Percent-encoding in one spelling (RFC 3986, 6.2.2): needless escapes undone, the rest in capitals."""
    if "%" in text:
        text = ESCAPE.sub(_respell, text)
    return text if text.isascii() and " " not in text else quote(text, safe="%/:=&?~#+!$,;'@()*[]|")


def _respell(match: re.Match[str]) -> str:
    byte = unquote_to_bytes(match[0])[0]
    return chr(byte) if byte in UNRESERVED else f"%{byte:02X}"


def _without_dots(path: str) -> str:
    """Dot segments resolved (RFC 3986, 5.2.4); a path that climbs above the root stays at the root."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            kept = kept[:-1] if len(kept) > 1 else kept
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept)


def _is_noise(pair: str) -> bool:
    name, _, value = pair.partition("=")
    return bool(TRACKING.fullmatch(name) or SESSION.fullmatch(name) or VARIANT.fullmatch(pair)
                or CORNER.fullmatch(pair)
                or (SHORT_SESSION.fullmatch(name) and LONG_HEX.fullmatch(value)))


def _sorted_query(query: str) -> str:
    """Pairs by name, where that is safe: only if every pair has a name and a value, and equal names keep their order.

    >>> _sorted_query("b=2&a=1&a=0"), _sorted_query("news/12&full")
    ('a=1&a=0&b=2', 'news/12&full')
    """
    pairs = query.split("&")
    if len(pairs) == 1 or not all("=" in pair for pair in pairs):
        return query
    return "&".join(sorted(pairs, key=lambda pair: pair.partition("=")[0]))
