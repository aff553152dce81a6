"""Whether reading grows with a page alone: pages of one fragment told again and again, as broken templates send them.

    python -m tests.benchmarks.bench_growth [--seconds 120] [--seed 1]

Fragments are drawn from tags, attributes and words that some rule of the reader looks for, many of them left open. Each
page is read whole (fields, links, what a script would draw) at two sizes. Printed: fragments whose time a megabyte
doubles with four times the size, or is above LIMIT, and the slowest. Exit 1 where there are any of the former.
"""

import argparse
import random
import sys
import time

from archive.records import Page
from crawler.parsing.spoken import identify
from crawler.reading import Job
from crawler.reading.page import read

SMALL, LARGE = 128 << 10, 512 << 10    # bytes
LIMIT = 4.0                            # seconds a megabyte; the goal is 1 on a quiet machine
PROSE = "<p>The committee looked at the evidence, and said why it would not act before the year ends.</p>" * 6
OPENINGS = ("", f"<title>Jobs of the year</title><h1>Jobs of the year</h1><p>By Ada Smith, 5 March 2024</p>{PROSE}")
TAGS = """div p a span ul li ol table tr td th h1 h2 h3 section article aside figure figcaption img picture source time
    blockquote button form input label dl dt dd pre code b i sup strong nav main footer header iframe object video svg
    details summary noscript template x-share br hr em small script style meta link select option""".split()
ATTRIBUTES = [
    "", "", "", "class=related", "class='share social'", "class=ad-slot", "class=byline", "class=caption", "class=tags",
    "class=author", "id=comments", "class='post-card'", "href=/news/2024/jobs-{n}", "href=#n1", "href=?page={n}",
    "href='https://www.facebook.com/sharer.php?u=x'", "href=mailto:ada@river.example", "href=/report.pdf", "rel=tag",
    "rel=author", "rel=next", "href=/page/2", "itemprop=author", "itemprop=datePublished", "datetime=2024-03-05",
    "style='display:none'", "hidden", "aria-hidden=true", "role=heading", "role=list", "src=/a.jpg", "alt='One {n}'",
    "title='Monday, 5 March 2024'", "data-url=/x", "onclick=\"location='/a'\"", "property=og:title content=x",
    "name=author content='Ada Smith'", "type=hidden name=q", "class=next", "data-page=2", "hx-get=/more",
    "method=post action=/x", "type=submit value=Next", "href=\"javascript:__doPostBack('a')\"", "hreflang=de href=/de/"]
TEXTS = [
    "", "", " ", "a", "Words of a text {n}", "By Ada Smith", "5 March 2024", "Related articles", "Read more", "Next",
    "Share this", "Published on March 5, 2024", "The committee looked at the evidence, and said why it would not act.",
    "Advertisement", "1", "2", "[1]", "•", "|", "Home > News >", "Report (PDF, 2 MB)", "Tags:", "© 2024", "Q:",
    "Comments (3)", "See also:", "12,5", "ISBN 978-3-16-148410-0", "https://example.org/a", "政府发布了新的政策文件"]


def main() -> int:
    """Print what grows; 1 if anything does."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--seconds", type=float, default=120, help="of looking")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    chance, until = random.Random(given.seed), time.monotonic() + given.seconds
    identify(PROSE)                                    # whose model takes a while to load
    seconds("<p>One</p>", OPENINGS[1], SMALL)
    times: dict[str, float] = {}
    grown = 0
    while time.monotonic() < until:
        one, opening = fragment(chance), chance.choice(OPENINGS)
        small, large = seconds(one, opening, SMALL), seconds(one, opening, LARGE)
        if grows(small, large):                        # or others use the machine as well
            small, large = min(small, seconds(one, opening, SMALL)), min(large, seconds(one, opening, LARGE))
        times[one] = large
        if grows(small, large):
            grown += 1
            print(f"{small:.2f} -> {large:.2f} s/MB: {one}", flush=True)
    slowest = max(times, key=times.__getitem__)
    print(f"{len(times)} fragments, {grown} that grow; the slowest {times[slowest]:.2f} s/MB: {slowest}")
    return 1 if grown else 0


def grows(small: float, large: float) -> bool:
    """Whether the time a megabyte grows with the page, or is too long."""
    return large > max(2 * small, 0.5) or large > LIMIT


def fragment(chance: random.Random) -> str:
    """One to four elements with a text inside and, where they are closed, one behind; some close what is not open."""
    parts = []
    for _ in range(chance.randint(1, 4)):
        tag = chance.choice(TAGS)
        parts.append(f"<{f'{tag} {chance.choice(ATTRIBUTES)}'.strip()}>{chance.choice(TEXTS)}")
        if chance.random() < 0.5:
            parts.append(f"</{chance.choice([tag, tag, tag, chance.choice(TAGS)])}>{chance.choice(TEXTS)}")
    return "".join(parts)


def seconds(one: str, opening: str, size: int) -> float:
    """CPU seconds a megabyte that a page of so many bytes takes, all of it one fragment."""
    many = size // len(one.encode()) + 1
    body = (opening + "".join(one.replace("{n}", str(number)) for number in range(many))).encode()
    page = Page.from_bytes(body, url="https://institute.example/news/jobs", content_type="text/html; charset=utf-8")
    began = time.process_time()
    read(Job(page))
    return (time.process_time() - began) / (len(body) / (1 << 20))


if __name__ == "__main__":
    sys.exit(main())
