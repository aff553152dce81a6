"""This reader beside others, on annotated pages: one table of quality and speed, and floors that only rise.

    python -m tests.benchmarks.bench_reading --data FOLDER [--raise-floors] [--peers PYTHON | --alone]

FOLDER is described in `annotated`; where it is absent this says so and ends well. Peers run in an environment that this
builds in `.cache/peers`, or in the one whose interpreter `--peers` names. Speed is CPU time around the calls, on the
same pages in the same run; a column gives it as a multiple of this reader's. The block model was trained on wcxb-dev,
so its body figures there are too good: the cross-validated ones stand in crawler/parsing/body/model/scores.json and are
shown in a row of their own, which is what the floors pin. Exit 1 where a figure is below its floor.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
import venv
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from archive.records import Page
from crawler.parsing import NotAPublication, ParseError, parse_page, read_body
from tests.benchmarks import measures
from tests.benchmarks.annotated import SETS, Example, examples
from tests.benchmarks.peers import PACKAGES

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.json")
VALIDATED = ROOT / "crawler" / "parsing" / "body" / "model" / "scores.json"
OURS = "policy-archive"
SLACK = 0.001                          # floors are set this far below what was measured
COLUMNS = ("body", "title", "date", "dates invented", "authors", "authors invented", "ms a page", "p99 ms",
           "times ours")


@dataclass
class Scores:
    """One reader's marks, page by page."""

    body: list[float] = field(default_factory=list)
    marks: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    seconds: list[float] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)

    def add(self, page: Example, said: dict, seconds: float) -> None:
        self.seconds.append(seconds)
        self.body.append(measures.body_f1(said["body"], page.body))
        if page.title:
            self.marks["title"].append(measures.title_right(said["title"], page.title))
        if page.date:
            self.marks["date"].append(measures.date_right(said["date"], page.date))
        elif page.date is not None:
            self.marks["dates invented"].append(measures.day(said["date"]) is not None)
        if page.authors:
            self.marks["authors"].append(measures.authors_f1(said["authors"], page.authors))
        elif page.authors is not None:
            self.marks["authors invented"].append(bool(measures.names(said["authors"])))

    def figures(self) -> dict[str, float]:
        """Column -> figure, for the columns that the set can say something about."""
        means = {name: measures.mean(marks) for name, marks in [("body", self.body), *self.marks.items()]}
        found = {name: value for name, value in means.items() if value is not None}
        if self.seconds:
            found["ms a page"] = 1000 * statistics.fmean(self.seconds)
            found["p99 ms"] = 1000 * sorted(self.seconds)[int(len(self.seconds) * 0.99)]
        return found


def read_ours(pages: list[Example]) -> Scores:
    """This reader's marks; a page it refuses is read for its blocks and counted under its kind."""
    scores = Scores()
    for number, page in enumerate([*pages[:1], *pages]):           # the first page twice: loading is no page's time
        given = Page.from_bytes(page.html, url=page.url)
        started = time.process_time()
        refused = False
        try:
            record = parse_page(given).to_record()
        except (NotAPublication, ParseError):
            refused, record = True, None
        seconds = time.process_time() - started
        if not number:
            continue
        if record is None:
            text = "\n\n".join(block.text for block in read_body(given))
            said = {"body": text, "title": None, "date": None, "authors": []}
        else:
            said = {"body": record["text"], "title": record["title"], "date": record["published"],
                    "authors": [author["name"] for author in record["authors"]]}
        scores.refused[page.kind] += refused
        scores.add(page, said, seconds)
    return scores


def read_peers(python: str, folder: Path, name: str, pages: list[Example]) -> dict[str, Scores]:
    """The peers' marks, from a process in their environment."""
    known = {page.key: page for page in pages}
    found: dict[str, Scores] = {library: Scores() for library in PACKAGES}
    command = [python, str(Path(__file__).with_name("peers.py")), str(folder), name, *PACKAGES]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said = json.loads(line)
            found[said["library"]].add(known[said["key"]], said, said["seconds"])
    if process.returncode:
        sys.exit(f"bench_reading: the peers' process ended with {process.returncode}; try it: {' '.join(command)}")
    return found


def peers_python(given: str | None) -> str:
    """The interpreter of an environment that has the peers, built on first use."""
    if given:
        return given
    home = ROOT / ".cache" / "peers"
    python = home / "bin" / "python"
    if not python.exists():
        print(f"building {home} …", file=sys.stderr)
        venv.create(home, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--upgrade", "pip"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return str(python)


def show(name: str, table: dict[str, Scores], validated: float | None) -> None:
    """The table of one set, and what the win over trafilatura is worth."""
    ours = table[OURS].figures()
    print(f"\n{name}: {len(table[OURS].body)} pages\n")
    print(f"| reader | {' | '.join(COLUMNS)} |\n| --- |{' --: |' * len(COLUMNS)}")
    if validated is not None:
        print(f"| {OURS}, cross-validated | {validated:.3f} |{' |' * (len(COLUMNS) - 1)}")
    for reader, scores in table.items():
        figures = scores.figures()
        if not figures:
            continue
        figures["times ours"] = figures["ms a page"] / ours["ms a page"]
        cells = [f"{figures[c]:.1f}" if "ms" in c or "times" in c else f"{figures[c]:.3f}" if c in figures else ""
                 for c in COLUMNS]
        print(f"| {reader} | {' | '.join(cells)} |")
    if "trafilatura" in table:
        low, high = measures.lead(table[OURS].body, table["trafilatura"].body)
        print(f"\nBody, lead over trafilatura: 95 % between {low:+.4f} and {high:+.4f}")


def show_refused(pages: list[Example], scores: Scores) -> None:
    """How many pages of each kind were refused as no publication."""
    print("\n| kind of page | pages | refused |\n| --- | --: | --: |")
    for kind, count in Counter(page.kind for page in pages).most_common():
        print(f"| {kind} | {count} | {scores.refused[kind] / count:.0%} |")


def pinned(figures: dict[str, float], validated: float | None) -> dict[str, float]:
    """The figures that floors hold: shares where more is better; of the body the cross-validated one."""
    held = {name: figures[name] for name in ("title", "date", "authors") if name in figures}
    body = validated if validated is not None else figures["body"]
    return {"body": body, **held}


def main() -> int:
    options = _options()
    if not (options.data / "wcxb-dev").is_dir():
        print(f"bench_reading: no pages in {options.data}; nothing measured. --data names the folder", file=sys.stderr)
        return 0
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    validated = json.loads(VALIDATED.read_text(encoding="utf-8"))["body"] if VALIDATED.exists() else {}
    short: list[str] = []
    for name in options.set or SETS:
        pages = list(examples(options.data, name))
        table = {OURS: read_ours(pages)}
        if not options.alone:
            table |= read_peers(peers_python(options.peers), options.data, name, pages)
        show(name, table, validated.get(name))
        if name == "wcxb-dev":
            show_refused(pages, table[OURS])
        for what, value in pinned(table[OURS].figures(), validated.get(name)).items():
            floor = floors.setdefault(name, {}).get(what, 0.0)
            if value < floor:
                short.append(f"{name} {what}: {value:.4f}, and the floor is {floor:.4f}")
            if options.raise_floors:
                floors[name][what] = max(floor, round(value - SLACK, 4))
    if options.raise_floors:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    for line in short:
        print(line, file=sys.stderr)
    return int(bool(short))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "bench", help="the folder of pages")
    parser.add_argument("--set", action="append", choices=SETS, help="only this set (may be repeated)")
    parser.add_argument("--peers", metavar="PYTHON", help="interpreter of an environment that has the other readers")
    parser.add_argument("--alone", action="store_true", help="without the other readers")
    parser.add_argument("--raise-floors", action="store_true", help="move floors up to what was measured")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
