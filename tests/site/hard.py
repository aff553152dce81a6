"""Answers that go wrong, lists of odd makes, and files that are found before the page they belong to."""

import gzip
import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from crawler.sample.pdf_file import write_pdf
from tests.site.routes import Reply, Site, article_of, links_to, menu, rss

OLDER = {"en": "Older posts", "de": "Ältere Beiträge", "fr": "Page suivante »", "es": "Siguiente", "it": "Successiva",
         "nl": "Volgende", "pl": "Następna strona", "sv": "Nästa sida", "cs": "Další", "ru": "Следующая",
         "el": "Επόμενη", "tr": "Sonraki", "ja": "次へ", "zh": "下一页", "ar": "التالي", "pt": "Mais antigos"}
GROUPS = ("heads", "bodies", "older", "feeds", "files", "answers", "shapes", "frames", "stated", "tables", "cards",
          "about", "subscribe?next=/papers")


def hard_site(base: str) -> Site:
    """Every family at once."""
    site = Site()
    site.page("/", f"<h1>Institute</h1>{menu()}" + "".join(f'<a href="/{group}">{group}</a> ' for group in GROUPS),
              "<title>Institute</title>" + feeds_in_head())
    next_links(site)
    older(site)
    feeds(site, base)
    files(site)
    answers(site)
    shapes(site)
    framed(site)
    stated(site, base)
    filed(site)
    return site


def next_links(site: Site) -> None:
    """`rel=next` in the head only, on addresses that show no number; and on an anchor without a word."""
    for name, head in (("heads", True), ("bodies", False)):
        for number in range(4):
            path = f"/{name}" if number == 0 else f"/{name}/more-{'abcd'[number]}"
            after = f"/{name}/more-{'abcd'[number + 1]}" if number < 3 else None
            link = f'<link rel="next" href="{after}">' if after and head else ""
            anchor = f'<a rel="next" href="{after}"><svg></svg></a>' if after and not head else ""
            items = site.articles([f"/{name}/{number}{n}-of-the-list" for n in range(3)])
            site.page(path, links_to(items, anchor), f"<title>{name}</title>{link}")


def older(site: Site) -> None:
    """A list over three pages in each of many languages, whose addresses show no number."""
    starts = []
    for language, word in OLDER.items():
        for number in range(3):
            path = f"/{language}/nachrichten" if number == 0 else f"/{language}/nachrichten/{'xyz'[number]}"
            more = f'<a href="/{language}/nachrichten/{"xyz"[number + 1]}">{word}</a>' if number < 2 else ""
            site.page(path, links_to(site.articles([f"/{language}/text/{number}{n}-text" for n in range(2)]), more),
                      "<title>Liste</title>")
        starts.append(f"/{language}/nachrichten")
    site.page("/older", links_to([]) + "".join(f'<a href="{path}">{path}</a> ' for path in starts))


def feeds_in_head() -> str:
    """The feeds, as the head of the home page names them."""
    kinds = {"rdf": "application/rdf+xml", "atom": "application/atom+xml", "broken": "application/rss+xml",
             "base": "application/atom+xml", "relative": "application/rss+xml", "entities": "application/rss+xml"}
    return "".join(f'<link rel="alternate" type="{kind}" href="/feeds/{name}.xml">' for name, kind in kinds.items())


def feeds(site: Site, base: str) -> None:
    """RSS 1.0, Atom, one cut short, one with `xml:base`, one with relative links, one with undefined entities."""
    site.page("/feeds", "<h1>Feeds</h1>")
    paths = {name: site.articles([f"/from-{name}/{n}-in-the-feed" for n in range(3)]) for name in (
        "rdf", "atom", "broken", "base", "relative", "entities")}
    items = "".join(f'<item rdf:about="{base}{path}"><title>T</title><link>{base}{path}</link></item>'
                    for path in paths["rdf"])
    site.xml("/feeds/rdf.xml", '<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf='
             f'"http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel rdf:about="{base}/"><title>S</title>'
             f"<link>{base}/</link></channel>{items}</rdf:RDF>")
    entries = "".join(f'<entry><title>T</title><link rel="alternate" href="{path}"/><id>tag:x,{n}</id></entry>'
                      for n, path in enumerate(paths["atom"]))
    site.xml("/feeds/atom.xml", f'<feed xmlns="http://www.w3.org/2005/Atom"><title>S</title>{entries}</feed>')
    site.xml("/feeds/broken.xml", rss(base, paths["broken"]).partition("</channel>")[0] + "<item><title>Cut & <link>"
             + base + "/from-broken/half-of-an")
    entries = "".join(f'<entry><title>T</title><link href="{path.rpartition("/")[2]}"/></entry>'
                      for path in paths["base"])
    site.xml("/feeds/base.xml", f'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="{base}/from-base/"><title>S'
             f"</title>{entries}</feed>")
    site.xml("/feeds/relative.xml", rss("", paths["relative"]).replace("<link>/</link>", ""))
    site.xml("/feeds/entities.xml", rss(base, paths["entities"]).replace("<title>", "<title>&nbsp;&hellip; R&D "))


def files(site: Site) -> None:
    """A PDF that is linked at once, before anything leads to its landing page; and one that stands alone."""
    rows = [("Sharing the cost of dredging", 22.0), ("18 July 2025", 11.0), ("", 11.0)]
    rows += [("The committee weighed the evidence of three rivers and of the towns on their banks.", 11.0)] * 20
    for path in ("/files/early.pdf", "/files/alone.pdf"):
        told = [(text.replace("dredging", path.split("/")[2][:-4]), size) for text, size in rows]
        site.routes[path] = Reply(write_pdf([told], {}), content_type="application/pdf")
    site.truth.add("/files/alone.pdf")
    site.page("/files", '<h1>Files</h1><a href="/files/early.pdf">Download</a> <a href="/files/alone.pdf">Download</a> '
                        '<a href="/files/by-topic">By topic</a>')
    site.page("/files/by-topic", '<h1>By topic</h1><a href="/files/of-rivers">Rivers</a>')
    site.page("/files/of-rivers", '<h1>Rivers</h1><a href="/files/of-rivers/reports">Reports</a>')
    site.page("/files/of-rivers/reports", links_to(["/files/reports/landing-page"]))
    site.article("/files/reports/landing-page")
    title, body = article_of("/files/reports/landing-page", 0)
    site.page("/files/reports/landing-page", f"<main><article><h1>{title}</h1>{body}<p><a href='/files/early.pdf'>"
              "Download the report (PDF)</a></p></article></main>", f"<title>{title}</title>")


def answers(site: Site) -> None:
    """Answers that are cut, endless, or too much; and waits asked for with a date."""
    def whole_of(path: str) -> Reply:
        site.article(path)
        return site.reply(path)

    packed = whole_of("/answers/packed-and-cut-first")
    body = gzip.compress(packed.body)
    coded = {"Content-Encoding": "gzip"}
    site.routes["/answers/packed-and-cut-first"] = lambda before, headers: Reply(
        body if before else body[:len(body) * 2 // 3], headers=coded, validators=False)
    site.routes["/answers/packed-and-cut"] = Reply(body[:len(body) * 2 // 3], headers=coded, validators=False)
    site.routes["/answers/said-to-be-packed"] = Reply(whole_of("/answers/said-to-be-packed").body, headers=coded)
    dated = whole_of("/answers/busy-until-a-date")
    site.routes["/answers/busy-until-a-date"] = lambda before, headers: dated if before else Reply(
        b"busy", 503, {"Retry-After": format_datetime(datetime.now(UTC) + timedelta(seconds=3), usegmt=True)})
    site.routes["/answers/endless"] = Reply(b"x", send="drip")
    site.routes["/answers/long-header"] = Reply(b"<p>x</p>", headers={"X-Long": "x" * 100_000})
    site.routes["/answers/many-headers"] = Reply(b"<p>x</p>", headers={f"X-{n}": "x" * 200 for n in range(20_000)})
    site.routes["/answers/to-itself"] = Reply(status=302, headers={"Location": "/answers/to-itself"})
    paths = ["packed-and-cut-first", "packed-and-cut", "said-to-be-packed", "busy-until-a-date", "endless",
             "long-header", "many-headers", "to-itself"]
    site.page("/answers", links_to([f"/answers/{path}" for path in paths] + ["/chain/1"]))

    def chain(path: str) -> Reply | None:
        number = path.removeprefix("/chain/")
        return Reply(status=302, headers={"Location": f"/chain/{int(number) + 1}"}) if number.isdigit() else None

    site.fallback = chain


def shapes(site: Site) -> None:
    """Addresses with escapes, in other scripts, with spaces, in capitals."""
    odd = ["/shapes/caf%C3%A9-politik", "/shapes/%E6%94%BF%E7%AD%96", "/shapes/with%20space",
           "/shapes/a%2Fb-in-one", "/shapes/CAPITALS", "/shapes/comma,and(bracket)", "/shapes/100%25-renewable"]
    site.articles(odd)
    shown = ["/shapes/café-politik", "/shapes/政策", "/shapes/with space", *odd[3:], "/shapes/caf%c3%a9-politik"]
    site.page("/shapes", links_to(shown))


def framed(site: Site) -> None:
    """A frameset of 1998: the menu in one frame, the list in another, links without a slash."""
    papers = [f"/old/p{number:02d}.htm" for number in range(4)]
    site.routes["/frames"] = Reply(b'<HTML><FRAMESET COLS="20%,*"><FRAME SRC="/old/nav.htm"><FRAME SRC="/old/main.htm">'
                                   b"<NOFRAMES>Get a browser with frames</NOFRAMES></FRAMESET></HTML>")
    site.page("/old/main.htm", "<H1>Institute of Ports</H1>")
    site.page("/old/nav.htm", '<MAP NAME=m><AREA HREF="list.htm" COORDS="0,0,1,1"></MAP>')
    site.page("/old/list.htm", "<H2>Papers</H2>" + "".join(
        f'<LI><A HREF="{path.rpartition("/")[2]}">{article_of(path, 0)[0]}</A>' for path in papers))
    for path in papers:
        title, body = article_of(path, 0)
        site.page(path, f'<FONT SIZE="+2"><B>{title}</B></FONT><BR><I>by Anna Keller</I><HR>{body}',
                  f"<TITLE>{title}</TITLE>")
        site.truth.add(path)


def stated(site: Site, base: str) -> None:
    """A list that a script draws, stated in JSON-LD."""
    items = [{"@type": "ListItem", "position": number, "url": base + path} for number, path in enumerate(
        site.articles([f"/stated/{n}-in-the-list" for n in range(4)]))]
    said = json.dumps({"@context": "https://schema.org", "@type": "ItemList", "itemListElement": items})
    site.page("/stated", '<div id="root"></div>', f'<script type="application/ld+json">{said}</script>')


def filed(site: Site) -> None:
    """Reports that are files: in a table, each its own publication; and in a card, of the page that bears its title."""
    for number in range(3):
        path = f"/tables/ar240{number}.pdf"
        rows = [(f"{article_of(path, 0)[0]} of the year", 22.0), ("18 July 2024", 11.0), ("", 11.0)]
        rows += [(f"The office looked at the accounts of {path} and at those who kept them.", 11.0)] * 20
        site.routes[path] = Reply(write_pdf([rows], {}), content_type="application/pdf")
        site.truth.add(path)
    site.page("/tables", "<h1>Reports 2024</h1><table>" + "".join(
        f'<tr><td>2024/{n}</td><td><a href="/tables/ar240{n}.pdf">{article_of(f"/tables/ar240{n}.pdf", 0)[0]}</a></td>'
        f"<td>{n + 1} May 2024</td></tr>" for n in range(3)) + "</table>", "<title>Reports 2024</title>")
    title, body = article_of("/documents/in-a-card", 0)
    site.page("/cards", links_to(["/documents/in-a-card"]))
    site.page("/documents/in-a-card", f'<main><h1>{title}</h1><h2>Documents</h2><div class="attachment"><h3>'
              f'<a href="/uploads/7/card.pdf">{title}</a></h3><p>PDF, 1.2 MB</p></div><div class="attachment"><h3>'
              f'<a href="/documents/other-form">{title}</a></h3><p>HTML</p></div><h2>Details</h2>{body}</main>',
              f"<title>{title}</title>")
    site.routes["/uploads/7/card.pdf"] = site.routes["/files/early.pdf"]
    site.article("/documents/other-form")
    site.truth.add("/documents/in-a-card")
    site.page("/about", "<h1>About</h1><p>We have looked at rivers since 1998, and at those who live by them, for all "
                        "who want to know of either.</p>", "<title>About</title>")
