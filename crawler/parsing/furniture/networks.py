"""Share networks as data: what a share address looks like on each, and what each is called. Pure.

In: an address, or a word on a button. Out: the network's name as the record uses it. A network the record
has no name for (Weibo, Teams, Instapaper, …) is `other`. Sources: the networks' own documents on share intents.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.parsing.remembering import remember


@dataclass(frozen=True, slots=True)
class Network:
    """One network: where its share addresses lead, what holds the shared address, its names on buttons."""

    name: str          # as in the record: "facebook", …, "other"
    hosts: str         # host names, separated by spaces, each with all its subdomains
    intent: str        # pattern that path and query of a share address begin with; "" where the host alone says it
    shared: str        # query parameters that hold the shared address (or text with it), likeliest first
    words: str         # names in classes, data attributes and labels; separated by commas


NETWORKS: tuple[Network, ...] = (
    Network("facebook", "facebook.com fb.com",
            r"/(sharer|share\.php|share_channel|(v\d[\d.]*/)?dialog/(share|feed)|plugins/share)", "u href link",
            "facebook, fb, фейсбук, фейсбуці, фейсбуке, φέισμπουκ, فيسبوك, فيس بوك, فیسبوک, فیس بوک, פייסבוק, "
            "फेसबुक, フェイスブック, 페이스북, 脸书, 臉書"),
    Network("x", "twitter.com x.com", r"/(share\b|intent/(tweet|post)|home/?\?(.*&)?status=)", "url text status",
            "twitter, x-twitter, twitter-x, x.com, tweet, x, твиттер, твіттер, تويتر, إكس, اكس, توییتر, ایکس, "
            "טוויטר, ट्विटर, エックス, ツイッター, ツイート, 트위터, 엑스, 推特"),
    Network("linkedin", "linkedin.com", r"/(sharearticle|sharing|cws/share|share\b|feed/?\?(.*&)?shareactive)",
            "url text",
            "linkedin, linked-in, linked in, لينكد إن, لينكدإن, لينكدان, لینکدین, לינקדאין, लिंक्डइन, 링크드인, "
            "领英, 領英"),
    Network("reddit", "reddit.com", r"/(r/[^/]+/)?submit\b|/login\b.*submit", "url", "reddit"),
    Network("pinterest", "pinterest.com pinterest.co.uk pinterest.de pinterest.fr pinterest.es pinterest.it "
            "pinterest.ca pinterest.at pinterest.ch pinterest.jp pinterest.se",
            r"/pin/(create|find)|/save\b|/pin-builder", "url", "pinterest, pin it"),
    Network("email", "mail.google.com gmail.com", "/mail/.*(view=cm|tf=cm|fs=1)", "body su", "gmail"),
    Network("email", "compose.mail.yahoo.com", "", "body", "yahoo mail"),
    Network("email", "outlook.live.com outlook.office.com", "/.*(compose|rru=)", "body", "outlook"),
    Network("whatsapp", "wa.me api.whatsapp.com web.whatsapp.com whatsapp.com",
            r"/(send)?/?\?(?!(.*&)?phone=\d)(.*&)?text=", "text",
            "whatsapp, whats app, ватсап, вотсап, واتساب, واتس اب, واتس آب, واتس‌اپ, "
            "ווטסאפ, וואטסאפ, व्हाट्सएप, व्हाट्सऐप, 왓츠앱"),
    Network("telegram", "t.me telegram.me", r"/(share|msg)\b", "url text",
            "telegram, телеграм, تلغرام, تيليجرام, تليجرام, تلگرام, טלגרם, टेलीग्राम, 텔레그램"),
    Network("bluesky", "bsky.app", "/intent/compose", "text", "bluesky, bsky"),
    Network("threads", "threads.net threads.com", r"/(intent/post|share)\b", "url text", "threads"),
    Network("mastodon", "mastodonshare.com toot.kytta.dev s2f.kytta.dev tootpick.org sharetomastodon.github.io "
            "toot.to share.joinmastodon.org", "", "text url", "mastodon"),
    Network("mastodon", "mastodon.social mastodon.online mstdn.social mas.to fosstodon.org", r"/share\b", "text url",
            "fediverse"),
    Network("tumblr", "tumblr.com", "/(share|widgets/share)", "url canonicalurl u posttype", "tumblr"),
    Network("vk", "vk.com vk.ru vkontakte.ru", r"/share\.php", "url", "vk, vkontakte, вконтакте"),
    Network("hackernews", "news.ycombinator.com", r"/(submitlink|submit)\b", "u",
            "hackernews, hacker-news, hacker news"),
    Network("pocket", "getpocket.com", "/(save|edit)", "url", "pocket, getpocket"),
    Network("flipboard", "share.flipboard.com flipboard.com", "/(bookmarklet|$)", "url", "flipboard"),
    Network("xing", "xing.com", "/(spi/shares|social/share|social_plugins/share|app/user)", "url", "xing"),
    Network("line", "line.me lineit.line.me social-plugins.line.me timeline.line.me line.naver.jp",
            "/(r/(msg|share)|lineit/share|share|social-plugin/share)", "url text", "line, lineit, line it"),
    Network("print", "printfriendly.com", "/(print|p/)", "url", "printfriendly, print friendly"),
    Network("other", "service.weibo.com v.t.sina.com.cn widget.weibo.com weibo.com", "/share", "url",
            "weibo, sina weibo, 微博"),
    Network("other", "", "", "", "wechat, weixin, 微信"),
    Network("other", "connect.qq.com sns.qzone.qq.com share.v.t.qq.com",
            r"/(widget/shareqq|cgi-bin/qzshare|index\.php)", "url", "qq, qzone"),
    Network("other", "share.baidu.com tieba.baidu.com", "", "url", "baidu, tieba"),
    Network("other", "shuo.douban.com douban.com", "/(!service/share|share)", "href url", "douban"),
    Network("other", "story.kakao.com sharer.kakao.com", "/(s/)?(share|talk|picker|$)", "url",
            "kakao, kakaotalk, kakao-talk, kakaostory, 카카오톡, 카카오스토리, 카카오"),
    Network("other", "share.naver.com blog.naver.com", "/(web/shareview|openapi/share)", "url",
            "naver, 네이버, 네이버블로그"),
    Network("other", "band.us", "/plugin/share", "body", "naver band, 밴드, 네이버 밴드"),
    Network("other", "plurk.com", r"/?\?(.*&)?(qualifier=shares|status=)", "status", "plurk, 噗浪"),
    Network("other", "b.hatena.ne.jp", "/(add|entry|append)", "url", "hatena, はてな, はてなブックマーク, はてブ"),
    Network("other", "mixi.jp", "/share", "u", "mixi"),
    Network("other", "note.com", "/intent/post", "url", ""),
    Network("other", "eitaa.com ble.ir splus.ir rubika.ir", r"/share\b", "url text", "ایتا, بله, سروش, روبیکا"),
    Network("other", "connect.ok.ru ok.ru odnoklassniki.ru", r"/(offer|dk\b|share)", "url st.shareurl",
            "odnoklassniki, одноклассники, одноклассниках, однокласники, однокласниках, ok.ru, okru"),
    Network("other", "connect.mail.ru", "/share", "url", "mail.ru, mailru, moi mir"),
    Network("other", "livejournal.com", r"/update\.bml", "event", "livejournal"),
    Network("other", "threema.id", "/compose", "text", "threema"),
    Network("other", "web.skype.com", "/share", "url", "skype"),
    Network("other", "facebook.com fb.com", r"/(v\d[\d.]*/)?dialog/send", "link", ""),
    Network("other", "m.me", r"/?\?", "link",
            "messenger, fbmessenger, fb-messenger, facebook messenger, facebook-messenger"),
    Network("other", "teams.microsoft.com", "/share", "href", "microsoft teams, ms-teams, msteams"),
    Network("other", "classroom.google.com", r"/(u/\d/)?share", "url", "google classroom, google-classroom"),
    Network("other", "evernote.com", r"/(clip\.action|noteit)", "url", "evernote"),
    Network("other", "instapaper.com", "/(edit|hello2|e2|text)", "url", "instapaper"),
    Network("other", "digg.com", "/submit", "url", "digg"),
    Network("other", "stumbleupon.com mix.com", "/(submit|add|badge|mixit)", "url", "stumbleupon"),
    Network("other", "delicious.com del.icio.us", "/(save|post)", "url", "delicious"),
    Network("other", "plus.google.com plusone.google.com", r"/(share|_/\+1)", "url",
            "google-plus, googleplus, google plus, google+"),
    Network("other", "google.com", "/bookmarks/mark", "bkmk", "google bookmarks"),
    Network("other", "buffer.com bufferapp.com publish.buffer.com", "/(add|compose)", "url", "buffer"),
    Network("other", "share.diasporafoundation.org sharetodiaspora.github.io", "", "url", "diaspora"),
    Network("other", "slashdot.org", "/(bookmark|submission)", "url", "slashdot"),
    Network("other", "blogger.com", "/blog[-_]this", "u", "blogger"),
    Network("other", "meneame.net", "/submit", "url", "meneame, menéame"),
    Network("other", "wykop.pl", "/(dodaj|remotelink)", "url", "wykop"),
    Network("other", "yammer.com", "/messages/new", "status", "yammer"),
    Network("other", "doximity.com", "/(inbox|.*share)", "url", "doximity"),
    Network("other", "mendeley.com", "/import", "url", "mendeley"),
    Network("other", "nextdoor.com nextdoor.co.uk nextdoor.de nextdoor.fr nextdoor.it nextdoor.es nextdoor.nl "
            "nextdoor.ca", "/(sharekit|share)", "source body", "nextdoor"),
    Network("other", "gab.com", "/(compose|share)", "url", "gab"),
    Network("other", "gettr.com", "/share", "url", "gettr"),
    Network("other", "truthsocial.com", "/share", "url text", "truth social, truthsocial"),
    Network("other", "snapchat.com", "/(share|scan)", "attachmenturl", "snapchat"),
    Network("other", "zalo.me sp.zalo.me", "/share", "url", "zalo"),
    Network("other", "app.raindrop.io", "/add", "link", "raindrop"),
    Network("other", "trello.com", "/add-card", "url", "trello"),
    Network("other", "draugiem.lv", "/say", "url", "draugiem"),
    Network("other", "lobste.rs", "/stories/new", "url", "lobsters, lobste.rs"),
    Network("other", "refind.com", r"/?\?url=", "url", "refind"),
    Network("other", "", "", "", "sms, text message, imessage"),
    Network("other", "", "", "", "viber, вайбер, вайбері, φάιμπερ"),
    Network("other", "", "", "", "signal"),
)

# Addresses of an application rather than a web site: scheme -> network, and what must stand in the address.
SCHEMES: dict[str, tuple[str, str]] = {
    "mailto": ("email", ""), "whatsapp": ("whatsapp", "text="), "tg": ("telegram", "url="), "line": ("line", "msg"),
    "sms": ("other", "body="), "fb-messenger": ("other", "share"), "viber": ("other", "forward"),
    "twitter": ("x", "message="), "kakaolink": ("other", ""), "skype": ("other", "share"),
    "reddit": ("reddit", "submit"),
}

# Services that hand over to a network: host -> where its name stands in the lower-cased path and query.
GATEWAYS: dict[str, str] = {
    "addtoany.com": r"/add_to/([a-z_.\d-]+)",
    "addthis.com": r"/(?:.*/)?forward/([a-z_.\d-]+)|/bookmark\.php\?(?:.*&)?s=([a-z_.\d-]+)",
    "sharethis.com": r"/(?:.*/)?share\?(?:.*&)?destination=([a-z_.\d-]+)",
    "shareaholic.com": r"/share/([a-z_.\d-]+)",
    "sharer.link": r"/([a-z]+)",
    "blogger.com": r"/share-post\.g\?(?:.*&)?target=([a-z]+)",
}
# Addresses of such services that leave the choice of the network to the reader.
OPEN_GATEWAYS = frozenset({"addtoany.com/share", "addtoany.com/share_save", "addthis.com/bookmark.php"})

# Names that gateways, plugins and data attributes use beside those of the table.
ALIASES: dict[str, str] = {
    "facebook_share": "facebook", "tw": "x", "li": "linkedin", "wa": "whatsapp", "tg": "telegram", "pin": "pinterest",
    "email": "email", "e-mail": "email", "mail": "email", "mailto": "email", "email_form": "email",
    "google_gmail": "email", "print": "print", "printer": "print", "copy": "copy", "copy_link": "copy",
    "copylink": "copy", "copy-link": "copy", "copyurl": "copy", "copy-url": "copy", "link": "copy", "clipboard": "copy",
    "permalink": "copy", "hacker_news": "hackernews", "hn": "hackernews", "ycombinator": "hackernews", "kik": "other",
    "microsoft_teams": "other", "blog": "other", "google_classroom": "other", "sina_weibo": "other",
    "facebook_messenger": "other",
}

_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")


def _words() -> dict[str, str]:
    table = dict(ALIASES)
    for network in NETWORKS:
        for word in network.words.split(", "):
            if word:
                table.setdefault(word, network.name)
    return table


def _by_host() -> dict[str, list[tuple[Network, re.Pattern[str]]]]:
    table: dict[str, list[tuple[Network, re.Pattern[str]]]] = {}
    for network in NETWORKS:
        for host in network.hosts.split():
            table.setdefault(host, []).append((network, re.compile(network.intent)))
    return table


WORDS = _words()                  # button word -> network
_HOSTS = _by_host()
_GATEWAY = {host: re.compile(pattern) for host, pattern in GATEWAYS.items()}
_SHARES = re.compile(r"/share(?:r|article)?(?:\.[a-z]{2,4}|/)?\?(?:[^?]*&)?(?:url|u|link|href)=https?://")
# A recipient that the reader is to write over.
_PLACEHOLDER = re.compile(r"(?:your[-_.]?(?:e-?mail|friend|name|address)?|friends?|recipient|someone|somebody)@.*|"
                          r".*@(?:example|your-?(?:domain|friend|email)|domain)\.\w+")
SOCIAL_HOSTS = frozenset(_HOSTS) | {"instagram.com", "youtube.com", "tiktok.com", "github.com"}


def network_named(word: str) -> str | None:
    """The network called so by a plugin or a button, None where it is none.

    >>> network_named("Twitter"), network_named("jetpack-whatsapp"), network_named("Print"), network_named("news")
    ('x', 'whatsapp', 'print', None)
    """
    return WORDS.get(word.strip().lower().removeprefix("jetpack-"))


@remember      # asked of the same addresses by each reader of links
def network_of(url: str) -> str | None:
    """The network that this address shares to; None for any other address, a profile among them.

    >>> network_of("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Finstitute.example%2Fa")
    'facebook'
    >>> network_of("https://www.facebook.com/institute"), network_of("mailto:desk@institute.example")
    (None, None)
    >>> network_of("https://www.addtoany.com/add_to/bluesky?linkurl=https%3A%2F%2Finstitute.example%2Fa")
    'bluesky'
    """
    scheme, colon, rest = url.partition(":")
    scheme = scheme.lower()
    if not colon:
        return None
    if scheme in SCHEMES:
        name, needed = SCHEMES[scheme]
        return name if needed in rest.lower() and (scheme != "mailto" or _shares_by_mail(rest)) else None
    if scheme not in {"http", "https"}:
        return None
    host, _, tail = rest[2:].partition("/")
    if "?" in host:                       # "wa.me?text=…"
        host, _, query = host.partition("?")
        tail = "?" + query
    return _intent(host.lower(), "/" + unquote(tail.lower()))


@lru_cache(maxsize=1 << 10)
def knows_host(host: str) -> bool:
    """Whether the host, or one it belongs to, is a network's or a gateway's.

    >>> knows_host("m.facebook.com"), knows_host("institute.example")
    (True, False)
    """
    return any(above in _HOSTS or above in _GATEWAY for above in _domains(host))


def _domains(host: str) -> Iterator[str]:
    """The host, and those it belongs to."""
    while host:
        yield host
        host = host.partition(".")[2]


def _shares_by_mail(rest: str) -> bool:
    """Whether the mail has no recipient but something to say; "mailto:name@host" is a contact."""
    address, _, query = rest.partition("?")
    if not query:
        address, _, query = rest.partition("&")      # as written on pages: "mailto:&subject=…"
    address = unquote(address).strip().lower()
    return (("@" not in address or bool(_PLACEHOLDER.fullmatch(address)))
            and bool(re.search(r"(subject|body)=", query, re.IGNORECASE)))


def _intent(host: str, tail: str) -> str | None:
    for domain in _domains(host.partition(":")[0].removeprefix("www.")):
        for network, pattern in _HOSTS.get(domain, ()):
            if pattern.match(tail):
                return network.name
        if f"{domain}{tail.partition('?')[0].rstrip('/')}" in OPEN_GATEWAYS:
            return "other"
        if domain in _GATEWAY and (found := _GATEWAY[domain].match(tail)):
            return network_named(next(group for group in found.groups() if group)) or "other"
    if tail.startswith(("/share?", "/share/?")) and "text=" in tail:
        return "mastodon"                 # any server of the network: /share?text=…
    return "other" if _SHARES.match(tail) else None          # any network: /share?url=https://…


def shared_address(url: str) -> str | None:
    """The address that a share link shares, decoded; None where it names none.

    >>> shared_address("https://x.com/intent/tweet?text=Tariffs%20https%3A%2F%2Finstitute.example%2Fa")
    'https://institute.example/a'
    """
    try:
        parts = urlsplit(url)
    except ValueError:                    # "http://[": no address at all
        return None
    found = [(name.lower(), value) for name, value in parse_qsl(parts.query.replace("&?", "&")) if "://" in value]
    likely = _shared_names((parts.hostname or "").removeprefix("www."))
    found.sort(key=lambda pair: likely.index(pair[0]) if pair[0] in likely else len(likely))
    return next((match[0] for _, value in found if (match := _ADDRESS.search(value))), None)


def _shared_names(host: str) -> list[str]:
    """The parameters that hold the shared address on this host, likeliest first."""
    known = next((_HOSTS[above] for above in _domains(host) if above in _HOSTS), [])
    return [name for network, _ in known for name in network.shared.split()]
