"""What a crawl costs, end to end: fetch, read, store, full text; against a bare Scrapy spider that only fetches.

    python -m tests.benchmarks.bench_crawl [--pages 1000] [--memory-pages 20000] [--addresses 1000000]

All on loopback in one run, delays off. Pages of 40 KB with 119 links, served by a process of its own that costs next
to nothing. Printed: CPU ms a page of both and their ratio (reading on the spot, so that one process holds all of it);
pages a second on one core and on two; memory over a long crawl; memory and time with a large frontier.
"""

import argparse
import asyncio
import compileall
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

from archive.database import open_archive
from archive.frontier import Frontier, Offer
from tests.crawling import ROOT, command
from tests.site.routes import article_of

LINKS = 119
TURNS = 5
PAGE_BYTES = 40 << 10
BARE = """
import scrapy, sys
from scrapy.crawler import AsyncCrawlerProcess
class Bare(scrapy.Spider):
    name = "bare"
    async def start(self):
        for n in range(int(sys.argv[2])):
            yield scrapy.Request(f"{sys.argv[1]}/papers/{n}-paper")
    def parse(self, response):
        self.got = getattr(self, "got", 0) + 1
process = AsyncCrawlerProcess({"LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False})
crawler = process.create_crawler(Bare)
process.crawl(crawler)
process.start()
assert crawler.spider.got == int(sys.argv[2]), crawler.spider.got
"""


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser()
    options.add_argument("--pages", type=int, default=1000)
    options.add_argument("--memory-pages", type=int, default=20_000, help="0: leave out")
    options.add_argument("--addresses", type=int, default=1_000_000, help="0: leave out")
    chosen = options.parse_args()
    for package in ("crawler", "archive"):                # as an installation has them, Scrapy's modules among them
        compileall.compile_dir(ROOT / package, quiet=2)
    with served(chosen.pages) as url, tempfile.TemporaryDirectory() as folder:
        cost(url, Path(folder), chosen.pages)
        cores(url, Path(folder), chosen.pages)
    if chosen.memory_pages:
        with served(chosen.memory_pages) as url, tempfile.TemporaryDirectory() as folder:
            memory(url, Path(folder), chosen.memory_pages)
    if chosen.addresses:
        with tempfile.TemporaryDirectory() as folder:
            frontier(Path(folder), chosen.addresses)


def cost(url: str, folder: Path, pages: int) -> None:
    """CPU a page, ours and the bare spider's, in turn: the least of each, since others use the machine as well."""
    bare = ours = float("inf")
    for turn in range(TURNS):
        db = folder / f"cost{turn}.db"
        bare = min(bare, spent([sys.executable, "-c", BARE, url, str(pages)])[0])
        ours = min(ours, spent(crawl(url, db, "READERS=0"))[0])
        check(db, pages)
    print(f"cpu: bare {bare / pages * 1e3:.2f} ms a page, ours {ours / pages * 1e3:.2f} ms, "
          f"ratio {ours / bare:.2f} (at most 4.5)")


def cores(url: str, folder: Path, pages: int) -> None:
    """Pages a second on one core and on two, in turn: the fastest of each, since others use the machine as well."""
    one = two = float("inf")
    for turn in range(TURNS):
        one = min(one, spent(["taskset", "-c", "0", *crawl(url, folder / f"one{turn}.db", "READERS=0")])[1])
        two = min(two, spent(["taskset", "-c", "0,1", *crawl(url, folder / f"two{turn}.db", "READERS=-1")])[1])
    print(f"cores: {pages / one:.0f} pages/s on one, {pages / two:.0f} on two, "
          f"ratio {one / two:.2f} (at least 1.5)")


def memory(url: str, folder: Path, pages: int) -> None:
    """Most memory of the crawling process, and of all its processes together at the end."""
    process = subprocess.Popen(crawl(url, folder / "memory.db", "READERS=-1"), cwd=ROOT, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    seen = []
    while process.poll() is None:
        time.sleep(2)
        seen.append(resident(process.pid))
    seen = [megabytes for megabytes in seen if megabytes]
    check(folder / "memory.db", pages)
    print(f"memory over {pages} pages: {seen[len(seen) // 4]:.0f} MB after a quarter, {seen[-1]:.0f} MB at the end, "
          f"{max(seen):.0f} MB at most (under 300)")


def frontier(folder: Path, addresses: int) -> None:
    """Memory, disk and time of a frontier with so many addresses waiting."""
    path = folder / "frontier.db"
    with open_archive(path, create=True) as archive:
        queue = Frontier(archive, "bench")
        queue.begin_round(0.0)
        began = time.process_time()
        for start in range(0, addresses, 1000):
            queue.add_many([Offer(f"https://example.org/papers/{n}-a-title-of-usual-length") for n in
                            range(start, start + 1000)], 0.0)
        added = (time.process_time() - began) / addresses
        began = time.process_time()
        for _ in range(100):
            queue.claim(16, 0.0)
        claimed = (time.process_time() - began) / 1600
    print(f"frontier of {addresses}: {path.stat().st_size / 1e6:.0f} MB on disk, "
          f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB of memory (under 300), "
          f"{added * 1e6:.0f} us an address added, {claimed * 1e6:.0f} us claimed")


def crawl(url: str, db: Path, readers: str) -> list[str]:
    """The command of a crawl without delays."""
    return [*command("crawl", f"{url}/", "--db", str(db)), "--set", readers]


def spent(words: list[str]) -> tuple[float, float, float]:
    """CPU seconds and wall seconds of a command, and its most memory in MB."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.perf_counter() - began, after.ru_maxrss / 1024


def check(db: Path, pages: int) -> None:
    """A crawl that found less measures nothing."""
    with open_archive(db, read_only=True) as archive:
        (found,) = archive.connection.execute("SELECT count(*) FROM publications").fetchone()
    assert found == pages, f"{found} of {pages} publications"


def resident(pid: int) -> float:
    """Memory in MB of a process and its descendants, shared pages divided among those that share them."""
    pids, total = [pid], 0
    for one in pids:
        try:
            pids += [int(child) for task in Path(f"/proc/{one}/task").iterdir()
                     for child in (task / "children").read_text().split()]
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total / 1024


class served:  # noqa: N801 - reads as what it does
    """Pages of the benchmark, served by another process."""

    def __init__(self, pages: int) -> None:
        self.pages = pages

    def __enter__(self) -> str:
        ours, theirs = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=serve, args=(self.pages, theirs), daemon=True)
        self.process.start()
        return f"http://127.0.0.1:{ours.recv()}"

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.join()


def serve(pages: int, pipe: Connection) -> None:
    """Answer until killed."""
    os.nice(5)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await reader.readuntil(b"\r\n\r\n"):
                path = request.split(b" ", 2)[1].decode()
                body = body_of(path, pages)
                status = "200 OK" if body else "404 Not Found"
                kind = "application/xml" if path.endswith("xml") else "text/html; charset=utf-8"
                head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
                writer.write(head.encode() + body)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


def body_of(path: str, pages: int) -> bytes:
    """A page, the sitemap, or nothing."""
    if path == "/sitemap.xml":
        entries = "".join(f"<url><loc>/papers/{n}-paper</loc></url>" for n in range(pages))
        return f"<urlset>{entries}</urlset>".encode()
    if path == "/":
        return b"<title>Bench</title><h1>Bench</h1><a href=/papers/0-paper>A paper</a>"
    number = path.removeprefix("/papers/").removesuffix("-paper")
    if not number.isdigit() or int(number) >= pages:
        return b""
    title, text = article_of(path, 0)
    links = "".join(f'<li><a href="/papers/{(int(number) * 7 + n) % pages}-paper">Paper {n}</a></li>'
                    for n in range(LINKS))
    page = (f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title} | Bench</title></head><body>"
            f"<nav><ul>{links}</ul></nav><main><article><h1>{title}</h1>{text}{text}</article></main>")
    return (page + "<!--" + "x" * max(0, PAGE_BYTES - len(page) - 24) + "--></body></html>").encode()


if __name__ == "__main__":
    main()
