"""What a test site answers: paths, replies, and which of them are publications."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape

WORDS = ("tariff budget climate reform council treaty border pension housing energy transport justice labour school "
         "river fiscal border subsidy harvest mandate census quota forum charter audit survey province member").split()


@dataclass(frozen=True)
class Reply:
    """One answer; `send` overrides how the bytes go out."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = "text/html; charset=utf-8"
    validators: bool = True             # ETag on 200, 304 where it matches
    send: str = "whole"                 # whole, cut, drip, huge


Answer = Reply | Callable[[int, dict[str, str]], Reply]   # or made of (how often asked before, the request's headers)


@dataclass
class Site:
    """A site as it stands now; tests change it between crawls."""

    routes: dict[str, Answer] = field(default_factory=dict)
    truth: set[str] = field(default_factory=set)          # paths of its publications
    fallback: Callable[[str], Reply | None] = lambda path: None  # what no route answers: traps without end
    forms: dict[str, Callable[[dict[str, str]], Reply]] = field(default_factory=dict)  # path -> answer to its fields

    def page(self, path: str, body: str, head: str = "", **reply: object) -> None:
        """A page that is no publication."""
        self.routes[path] = Reply(html(body, head), **reply)  # type: ignore[arg-type]

    def article(self, path: str, *, links: str = "", head: str = "", version: int = 0, listed: bool = True,
                **reply: object) -> str:
        """A publication at `path`; gives back its title."""
        title, body = article_of(path, version)
        shown = f"<header>{menu()}</header><main><article><h1>{title}</h1>{body}</article></main><aside>{links}</aside>"
        said = f'<title>{title} | Site</title><meta property="og:type" content="article">{head}'
        self.routes[path] = Reply(html(shown, said), **reply)  # type: ignore[arg-type]
        if listed:
            self.truth.add(path)
        return title

    def articles(self, paths: Iterator[str] | list[str]) -> list[str]:
        """A publication at each path."""
        paths = list(paths)
        for path in paths:
            self.article(path)
        return paths

    def reply(self, path: str) -> Reply:
        """The answer at a path where everybody gets the same."""
        reply = self.routes[path]
        assert isinstance(reply, Reply)
        return reply

    def xml(self, path: str, body: str | bytes, content_type: str = "application/xml", **reply: object) -> None:
        """A sitemap or feed."""
        self.routes[path] = Reply(body.encode() if isinstance(body, str) else body, content_type=content_type,
                                  **reply)  # type: ignore[arg-type]


def html(body: str, head: str = "") -> bytes:
    """A whole document."""
    return f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def menu() -> str:
    """What stands on every page."""
    return '<nav><a href="/">Home</a> <a href="/about-us">About</a> <a href="/user/login">Log in</a></nav>'


def links_to(paths: list[str], more: str = "") -> str:
    """A list of teasers."""
    items = "".join(f'<li><a href="{escape(path)}">{article_of(path, 0)[0]}</a></li>' for path in paths)
    return f"<h1>Publications</h1>{menu()}<ul>{items}</ul>{more}"


def article_of(path: str, version: int) -> tuple[str, str]:
    """Title and body of the publication at a path: different for each path and version, the same every time."""
    seed = hashlib.sha256(f"{path}#0".encode()).digest() * 8
    picked = [WORDS[byte % len(WORDS)] for byte in seed]
    title = f"The {picked[0]} {picked[1]} and the {picked[2]} of {picked[3]} {seed[0] * 256 + seed[1]}"
    sentences = [f"The {a} of the {b} was weighed against every {c} that the {d} had set out in its plan."
                 for a, b, c, d in zip(picked[0::4], picked[1::4], picked[2::4], picked[3::4], strict=True)]
    if version:
        sentences.insert(0, f"This is edition {version}, in which the whole argument of the chapter was written anew "
                            "after the committee had heard its witnesses and changed the figures that mattered most.")
    paragraphs = "".join(f"<p>{' '.join(sentences[i:i + 6])}</p>" for i in range(0, 36, 6))
    return title, f'<p class="date"><time datetime="2024-05-{seed[2] % 28 + 1:02d}">May 2024</time></p>{paragraphs}'


def urlset(base: str, paths: list[str], lastmod: dict[str, str] | None = None) -> str:
    """A sitemap of these paths."""
    dated = {path: f"<lastmod>{lastmod[path]}</lastmod>" for path in paths if lastmod and path in lastmod}
    entries = "".join(f"<url><loc>{base}{escape(path)}</loc>{dated.get(path, '')}</url>" for path in paths)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'


def index(base: str, paths: list[str]) -> str:
    """An index of sitemaps."""
    entries = "".join(f"<sitemap><loc>{base}{path}</loc></sitemap>" for path in paths)
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</sitemapindex>'


def rss(base: str, paths: list[str]) -> str:
    """A feed of these paths."""
    items = "".join(f"<item><title>{article_of(path, 0)[0]}</title><link>{base}{escape(path)}</link></item>"
                    for path in paths)
    return f'<rss version="2.0"><channel><title>S</title><link>{base}/</link>{items}</channel></rss>'
