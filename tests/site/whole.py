"""The whole site: one family of publications for each way to find them, and every trap and fault beside them."""

import gzip
import json

from tests.site.routes import Reply, Site, article_of, html, index, links_to, menu, rss, urlset

NOTHING_HERE = "<main><h1>{}</h1>{}</main>".format(*article_of("/nothing-here", 0))
TRAP_BUDGET = 70               # answers that one trap may cost: 40 in vain, two of each new make, those on their way


def whole_site(base: str) -> Site:
    """Every family at once; `base` is the address it is served at, without a final slash."""
    site = Site()
    by_sitemap(site, base)
    by_feed(site, base)
    by_listing(site)
    by_archive(site)
    by_script(site)
    dressed(site)
    moved(site, base)
    in_parts(site)
    canonical_lies(site, base)
    faulty(site, base)
    encodings(site)
    traps(site)
    home(site, base)
    return site


def home(site: Site, base: str) -> None:
    """The home page and robots.txt."""
    site.page("/", f"<h1>Institute</h1>{menu()}" + "".join(
        f'<a href="{path}">{path}</a> ' for path in (
            "/papers", "/archive-of-briefs", "/stream", "/dressed", "/moved-list", "/words", "/parts/whole",
            "/bulletins/1", "/canons", "/calendar/2030/01",
            "/facets", "/forbidden/secret", "/maze/a", "/search?q=x", "/missing-page", "/logo.png", "mailto:x@y.z",
            "/loop-a", "http://127.0.0.1:1/elsewhere", "http://169.254.169.254/latest/")),
        '<title>Institute</title><link rel="alternate" type="application/atom+xml" href="/atom">')
    site.article("/forbidden/secret", listed=False)
    site.routes["/robots.txt"] = Reply(
        f"User-agent: *\nDisallow: /forbidden/\nSitemap: {base}/maps/index.xml\nSitemap: /maps/broken.xml\n".encode(),
        content_type="text/plain")
    site.page("/canons", links_to([f"/canon/{path}" for path in (
        "dressed", "nothing", *(f"{name}-{n}" for n in (2, 1, 0) for name in ("all-name", "a-list")))]))
    site.page("/about-us", f"<h1>About us</h1>{menu()}")
    site.page("/user/login", "<h1>Log in</h1><form><input type=password></form>")


def by_sitemap(site: Site, base: str) -> None:
    """An index of sitemaps: plain, gzipped, news; one that is cut short; one that first answers 503."""
    plain = site.articles(f"/plain/{n}-of-the-plain" for n in range(8))
    packed = site.articles(f"/packed/{n}-of-the-packed" for n in range(5))
    broken = site.articles(f"/broken/{n}-of-the-broken" for n in range(4))
    shy = site.articles(f"/shy/{n}-of-the-shy" for n in range(3))
    texts = site.articles(f"/texts/{n}-of-the-texts" for n in range(3))
    maps = ["/maps/plain.xml", "/maps/packed.xml.gz", "/maps/shy.xml", "/maps/list.txt"]
    site.xml("/maps/index.xml", index(base, maps))
    site.xml("/maps/plain.xml", urlset(base, plain))
    site.xml("/maps/packed.xml.gz", gzip.compress(urlset(base, packed).encode()), "application/gzip")
    site.xml("/maps/broken.xml", urlset(base, broken).replace("</urlset>", f"<url><loc>{base}/broken/half-of-an"))
    site.xml("/maps/list.txt", "\n".join(base + path for path in texts), "text/plain")
    whole = Reply(urlset(base, shy).encode(), content_type="application/xml")
    site.routes["/maps/shy.xml"] = lambda before, headers: whole if before else Reply(
        b"busy", 503, {"Retry-After": "1"}, validators=False)


def by_feed(site: Site, base: str) -> None:
    """A feed named in the head, one at a usual place, and one in JSON, with a second page."""
    named = site.articles(f"/named/{n}-in-the-feed" for n in range(3))
    usual = site.articles(f"/usual/{n}-in-the-feed" for n in range(3))
    jotted = site.articles(f"/jotted/{n}-in-the-feed" for n in range(4))
    shown = "".join(f'<entry><title>T</title><link href="{path}"/><updated>2024-05-01T00:00:00Z</updated></entry>'
                      for path in named)
    site.xml("/atom", f'<feed xmlns="http://www.w3.org/2005/Atom"><title>S</title>{shown}</feed>')
    site.xml("/rss.xml", rss(base, usual))
    for path, items, more in (("/feed.json", jotted[:2], {"next_url": f"{base}/feed.json?page=2"}),
                              ("/feed.json?page=2", jotted[2:], {})):
        entries = [{"id": base + item, "url": base + item} for item in items]
        feed = {"version": "https://jsonfeed.org/version/1.1", "items": entries}
        site.xml(path, json.dumps(feed | more), "application/feed+json")


def by_listing(site: Site) -> None:
    """A list over seven pages: rel=next, numbers, words; and related links of kept pages."""
    papers = site.articles(f"/papers/{n}-on-paper" for n in range(35))
    for page in range(7):
        path = "/papers" if page == 0 else f"/papers?page={page + 1}"
        more = f'<a href="/papers?page={page + 2}">Older</a>' if page < 6 else ""
        site.page(path, links_to(papers[page * 5:page * 5 + 5], more), "<title>Papers</title>")
    hidden = site.articles(["/related/only-from-a-paper", "/related/only-from-the-related"])
    site.article(papers[0], links=f'<a href="{hidden[0]}">Related</a>')
    site.article(hidden[0], links=f'<a href="{hidden[1]}">Related</a>')


def by_archive(site: Site) -> None:
    """Archive pages by year and month, the months in a drop-down."""
    months = [f"/briefs/2023/{month:02d}/" for month in (3, 7, 11)]
    options = "".join(f'<option value="{path}">{path}</option>' for path in months)
    site.page("/archive-of-briefs", f'<h1>Briefs</h1>{menu()}<a href="/briefs/2023/">2023</a>', "<title>Briefs</title>")
    site.page("/briefs/2023/", f"<h1>2023</h1><select>{options}</select>", "<title>2023</title>")
    for path in months:
        site.page(path, links_to(site.articles(f"{path}{n}-in-brief" for n in range(3))), "<title>Month</title>")


def by_script(site: Site) -> None:
    """A list that grows by a button, whose address stands in the markup; the second page is an answer for scripts."""
    first, second = (site.articles(f"/stream/{n}-in-the-stream" for n in part) for part in (range(3), range(3, 6)))
    site.page("/stream", links_to(first, '<button data-next-url="/stream?offset=3">Load more</button>'))
    site.xml("/stream?offset=3", json.dumps({"html": links_to(second)}), "application/json")


def dressed(site: Site) -> None:
    """The same pages under many addresses; each counts once."""
    paths = site.articles(f"/dressed/{n}-in-dress" for n in range(3))
    body = site.reply(paths[0])
    spellings = [paths[0] + tail for tail in ("?utm_source=x", "/", "#part", "?print=1", "/amp", "?ref=home",
                                              ";jsessionid=0A1B", "?visit=1", "?visit=2")]
    site.page("/dressed", links_to([*spellings, *paths]), "<title>Dressed</title>")
    for path in spellings:
        site.routes[path] = body


def moved(site: Site, base: str) -> None:
    """Redirects: to a publication, in a loop, to the home page, by markup; and canonical links, true and false."""
    new = site.articles(["/moved/here-it-is-now", "/moved/by-markup-now", "/moved/by-header-now",
                         "/moved/by-script-now", "/moved/for-who-brings-a-cookie"])
    site.routes["/moved/old-header"] = Reply(b"<p>Moved</p>", headers={"Refresh": f"0; url={new[2]}"})
    site.page("/moved/old-script", f"<script>window.location.href = '{new[3]}';</script>")
    behind = site.reply(new[4])
    site.routes[new[4]] = lambda before, headers: behind if "seen=1" in headers.get("cookie", "") else Reply(
        status=302, headers={"Location": "/moved/cookie"})
    site.routes["/moved/cookie"] = Reply(status=302, headers={"Location": new[4], "Set-Cookie": "seen=1; Path=/"})
    site.routes["/moved/old-place"] = Reply(status=301, headers={"Location": new[0]})
    site.page("/moved/old-markup", "<p>Moved</p>", f'<meta http-equiv="refresh" content="0; url={new[1]}">')
    site.routes["/moved/to-home"] = Reply(status=302, headers={"Location": "/"})
    site.routes["/loop-a"] = Reply(status=302, headers={"Location": "/loop-b"})
    site.routes["/loop-b"] = Reply(status=302, headers={"Location": "/loop-a"})
    site.article("/moved/says-it-is-home", head=f'<link rel="canonical" href="{base}/">')
    site.article("/moved/says-it-is-elsewhere", head='<link rel="canonical" href="https://other.example/x">')
    site.page("/moved-list", links_to(["/moved/old-place", "/moved/old-markup", "/moved/old-header",
                                       "/moved/old-script", new[4], "/moved/to-home",
                                       "/moved/says-it-is-home", "/moved/says-it-is-elsewhere"]))


def in_parts(site: Site) -> None:
    """A publication over three pages, and three that only follow each other."""
    title, _ = article_of("/parts/whole", 0)
    for number in range(1, 4):
        body = article_of(f"/parts/whole#{number}", 0)[1].partition("</p>")[2]
        pager = "".join(f'<a href="/parts/whole?page={n}">{n}</a> ' for n in range(1, 4) if n != number)
        path = "/parts/whole" if number == 1 else f"/parts/whole?page={number}"
        site.page(path, f"<main><article><h1>{title}</h1>{body}</article>{pager}</main>", f"<title>{title}</title>")
    site.truth.add("/parts/whole")
    for number in range(1, 4):
        more = f'<a rel="next" href="/bulletins/{number + 1}">Next</a>' if number < 3 else ""
        site.article(f"/bulletins/{number}", links=more)


def canonical_lies(site: Site, base: str) -> None:
    """Canonical links that all name one article, a list, or nothing; and one that is true."""
    for number in range(3):
        site.article(f"/canon/all-name-{number}", head=f'<link rel="canonical" href="{base}/canon/all-name-0">')
        site.article(f"/canon/a-list-{number}", head=f'<link rel="canonical" href="{base}/papers">')
    site.article("/canon/nothing", head=f'<link rel="canonical" href="{base}/canon/never-was">')
    site.article("/canon/true", listed=True)
    whole = site.reply("/canon/true")
    site.routes["/canon/dressed"] = Reply(whole.body.replace(
        b"</head>", f'<link rel="canonical" href="{base}/canon/true"></head>'.encode()))


def faulty(site: Site, base: str) -> None:
    """Answers that fail: for a while, or for good."""
    site.article("/faulty/first-answers-500")
    good = site.reply("/faulty/first-answers-500")
    site.routes["/faulty/first-answers-500"] = lambda before, headers: good if before else Reply(b"oops", 500)
    site.article("/faulty/first-is-cut-short")
    whole = site.reply("/faulty/first-is-cut-short")
    site.routes["/faulty/first-is-cut-short"] = lambda before, headers: whole if before else Reply(
        whole.body[:300], send="cut", validators=False)
    site.routes["/faulty/forbidden"] = Reply(b"no", 403)
    site.routes["/faulty/huge"] = Reply(b"x", send="huge")
    site.routes["/faulty/bomb"] = Reply(gzip.compress(b" " * (40 << 20), 9), headers={"Content-Encoding": "gzip"})
    site.page("/faulty/soft-404", "<h1>Page not found</h1><p>The page you asked for is not here any more.</p>",
              "<title>Page not found</title>")
    site.routes["/wp-sitemap.xml"] = Reply(html(NOTHING_HERE, "<title>Institute</title>"))
    site.page("/faulty/as-at-usual-places", NOTHING_HERE, "<title>Institute</title>")
    site.routes["/faulty/picture"] = Reply(b"\x89PNG\r\n\x1a\n" + b"\0" * 200, content_type="text/html")
    site.routes["/faulty/nothing"] = Reply(b"")
    paths = ["first-answers-500", "first-is-cut-short", "forbidden", "huge", "bomb", "soft-404", "picture", "nothing",
             "as-at-usual-places"]
    listed = [f"/faulty/{path}" for path in paths] + ["/words/latin", "/words/kana", "/words/plain"]
    site.page("/words", links_to(listed))


def encodings(site: Site) -> None:
    """Pages whose encoding is not declared, declared wrongly, or served under another type."""
    title, body = article_of("/words/latin", 0)
    shown = (f"<html><head><title>Café {title}</title></head><body><article><h1>Café {title}</h1>{body}</article>"
             "</body></html>")
    site.routes["/words/latin"] = Reply(shown.encode("latin-1"), content_type="text/html")
    site.routes["/words/kana"] = Reply(shown.replace("Café", "政策").encode("shift_jis"),
                                       content_type="text/html; charset=shift_jis")
    site.routes["/words/plain"] = Reply(shown.replace("Café", "Plain").encode(), content_type="text/plain")
    site.truth |= {"/words/latin", "/words/kana", "/words/plain"}


def traps(site: Site) -> None:
    """Addresses without end: a calendar, facets with sort orders and sessions, a maze."""
    shown = links_to(["/facets/only-result"])
    site.article("/facets/only-result")

    def answer(path: str) -> Reply | None:
        if path.startswith("/calendar/"):
            year, month = (int(part) for part in path.partition("?")[0].split("/")[2:4])
            nexts = f"/calendar/{year + month // 12}/{month % 12 + 1:02d}"
            return Reply(html(f'<h1>{path}</h1>{menu()}<a href="{nexts}">Next</a> <a href="{nexts}?view=week">w</a>'))
        if path.startswith("/facets"):
            names = ("topic", "year", "type", "place")
            base = path if "?" in path else path + "?x=1"
            more = "".join(f'<a href="{base}&{name}={n}&sort=date&PHPSESSID={n}ab">{name}</a>'
                           for name in names for n in range(3))
            return Reply(html(shown + more))
        if path.startswith("/maze/"):
            return Reply(html("".join(f'<a href="{path}/{word}">{word}</a>' for word in ("left", "right", "on"))))
        return None

    site.fallback = answer
