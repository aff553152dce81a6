"""An archive for tests and screenshots of the reader: some sources, some years, and texts that try to do harm."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from archive.database import Archive, open_archive, transaction
from archive.records import (
    Attachment,
    Author,
    Block,
    Image,
    Link,
    Publication,
    Rejection,
    Related,
    ShareLink,
)
from archive.search import Filters
from archive.store import describe_source, finish_run, keep, keep_many, mark_gone, start_run
from archive.urls import uid_of
from archive.watches import add_watch, report_watches
from tests.archive.making import reading

START = datetime(2026, 1, 10, 8, 0, tzinfo=UTC)
SOURCES = {
    "harbour": ("Harbour Institute", "https://harbour.example/", "be"),
    "lantern": ("Lantern Centre for Economic Policy", "https://lantern.example/", "gb"),
    "meridian": ("Meridian Council on Foreign Affairs", "https://meridian.example/", "us"),
    "ministry": ("Ministry of Trade", "https://trade.example/", "fr"),
}
_SUBJECTS = ("Carbon border levies after two years", "What tariffs did to small exporters",
             "A pension for the platform age",
             "Water rights in a drying basin", "The price of late grid connections", "Sanctions that leak",
             "Housing where the jobs are", "Can ports carry the energy transition?", "Central banks and the weather",
             "Migration statistics nobody trusts", "Rare earths: a map of dependence",
             "The quiet end of net neutrality")
_TOPICS = ("Trade", "Climate", "Energy", "Labour", "Finance", "Housing", "Security")
_PEOPLE = ("Ada Meyer", "Kwame Boateng", "Inés Ferreira", "Jun Sato", "Leila Haddad", "Tom O’Brien")
_SENTENCES = (
    "Two years after the levy came into force, importers live with it, and some have learnt to profit.",
    "The evidence is thinner than either side admits: most of the change happened before the rule was written.",
    "We compared customs records of 14 ports with the registers of firms that use them.",
    "A levy that is announced early and raised slowly costs a third less than one that arrives as a surprise.",
    "Small exporters spend more on paperwork than on the duty itself, and they are the first to leave the market.",
    "None of this is an argument for doing nothing; it is an argument for doing it in the right order.",
)
_ACTORS = ("exporters regulators lenders tenants insurers farmers hauliers unions ministers refiners growers brokers "
           "mayors auditors shippers teachers").split()
_VERBS = ("questioned welcomed postponed measured copied ignored financed resisted underestimated published revised "
          "abandoned defended priced audited forecast").split()
_KINDS = ("slower cheaper regional seasonal voluntary temporary uneven contested digital rural coastal imported "
          "subsidised informal cross-border municipal").split()
_THINGS = ("permits tariffs loans surveys quotas pensions rents ferries turbines harvests refunds inspections licences "
           "grids archives subsidies pipelines visas").split()
_PLACES = ("Rotterdam Tilbury Antwerp Oakland Gdansk Valencia Durban Santos Colombo Piraeus Marseille Bremen "
           "Felixstowe Genoa Tallinn Aqaba").split()
HOSTILE = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>\"'><svg onload=window.hacked=1>"
# A page that would run, fetch, redirect and post, if the frame it is shown in let it.
HOSTILE_PAGE = b"""<!doctype html><html><head><base href="https://elsewhere.example/">
<meta http-equiv="refresh" content="0; url=https://elsewhere.example/refreshed">
<link rel="stylesheet" href="https://elsewhere.example/a.css"><link rel="preconnect" href="https://elsewhere.example">
<script>parent.hacked = 1; window.top.hacked = 1; location = "https://elsewhere.example/moved"</script>
<style>p { color: green } @import url("https://elsewhere.example/b.css");</style></head>
<body onload="parent.hacked = 1"><p id="words">harmful words, shown as they were</p>
<img src="https://elsewhere.example/p.png" onerror="parent.hacked = 1"><iframe src="https://elsewhere.example/"></iframe>
<form action="https://elsewhere.example/take"><button id="send">Send</button></form>
<a id="leave" href="https://elsewhere.example/left" target="_top">Leave</a></body></html>"""
HOSTILE_URL = "https://hostile.example/a"
CHANGED_URL = "https://harbour.example/papers/3"
GONE_URL = "https://lantern.example/papers/1"
ARABIC_URL = "https://meridian.example/ar/1"


def build_sample(folder: Path, *, hostile: bool = True) -> Path:
    """The path of the archive, written into `folder`; without the harmful texts where it is to be shown."""
    path = folder / "archive.db"
    with open_archive(path, create=True) as archive:
        add_watch(archive, "levy", Filters(), "none", START)
        for key, (name, home, country) in SOURCES.items():
            describe_source(archive, key, name=name, home=home, country=country, licence="CC BY 4.0")
        for number, key in enumerate(SOURCES):
            run = start_run(archive, "crawl", at=START + timedelta(days=number), source=key, target=key)
            keep_many(archive, [reading(item, at=START, body=HOSTILE_PAGE if item.title == HOSTILE else None)
                                for item in _of_source(key, number) if hostile or item.title != HOSTILE], run)
            if key == "harbour" and hostile:
                _rejections(archive, run)
            finish_run(archive, run, at=START + timedelta(days=number, hours=1), failed=number * 3,
                       stats={"findings": ["lantern: published filled in 80%, at least 95% expected"]
                              if key == "lantern" else []})
        _second_visit(archive)
        _failures(archive)
        report_watches(archive, START + timedelta(days=31))
    return path


def uid(url: str) -> str:
    """The uid of a publication of the sample."""
    return uid_of(url)


def _of_source(key: str, number: int) -> list[Publication]:
    home = SOURCES[key][1]
    made = [_ordinary(key, home, item, number) for item in range(1, 40)]
    if key == "meridian":
        made.append(_arabic())
    if key == "ministry":
        made.append(_hostile())
    return made


def _ordinary(key: str, home: str, item: int, number: int) -> Publication:
    month = (item * 5 + number * 3) % 72
    if key == "lantern" and 30 < month < 50:
        month += 20                    # a silence, to be seen as a gap
    published = f"{2020 + month // 12}-{month % 12 + 1:02d}" + ("" if item % 9 == 0 else f"-{item % 27 + 1:02d}")
    subject = _SUBJECTS[(item * 7 + number) % len(_SUBJECTS)]
    draw = Random(2 if item == 2 and key != "ministry" else f"{key} {item}")
    paragraphs = [" ".join([*(dict.fromkeys((_SENTENCES[item % 6], _SENTENCES[3])) if step == 0 else []),
                            *(_sentence(draw) for _ in range(6))]) for step in range(5)]
    return Publication(
        source=key, url=f"{home}papers/{item}", title=subject if item < 13 else f"{subject}, part {item // 12 + 1}",
        type="Report" if item % 3 else "BlogPosting", dek=_SENTENCES[item % 6] if item % 4 else None,
        published=None if item == 39 else published[:4] if item == 31 else published, published_raw=published,
        modified=f"{published[:7]}-28",
        authors=(*(Author(name) for name in _PEOPLE[item % 4:item % 4 + item % 3 + 1]),
                 *((Author(SOURCES[key][0], "organization"),) if item % 11 == 0 else ())),
        language="en", section="Research", topics=(_TOPICS[item % 7], _TOPICS[(item + number + 2) % 7]),
        blocks=(Block("paragraph", paragraphs[0]), Block("heading", "What the records show", 2),
                Block("paragraph", paragraphs[1]), Block("item", "Fourteen ports, eleven years", 1),
                Block("item", "Matched by firm, not by shipment", 2), Block("item", "Published with the code", 1),
                Block("quote", _SENTENCES[3]), Block("heading", "How much it costs", 3),
                Block("table", "Port\t2023\t2025\nAntwerp\t14.2\t17.9\nTilbury\t9.1\t8.4\nOakland\t11.0\t12.6"),
                Block("caption", "Cost per container, euros"), Block("paragraph", paragraphs[2]),
                Block("code", "cost = duty + hours * wage"), Block("paragraph", paragraphs[3]),
                Block("note", "The authors thank two readers.")),
        share_links=(ShareLink("x", f"https://x.com/intent/post?url={home}"),
                     ShareLink("email", "mailto:?subject=Read"), ShareLink("print")),
        related=(Related("related", f"{home}papers/{item % 39 + 1}", "Read next", "Research", published, "More of it."),
                 Related("popular", "https://elsewhere.example/b", "Elsewhere")),
        links=(Link(f"{home}papers/{item % 5 + 1}", "an earlier paper"),
               Link("https://data.example/ports", "the data")),
        attachments=(Attachment(f"{home}papers/{item}.pdf", "application/pdf", "The report"),) if item % 2 else (),
        images=(Image(f"{home}chart.png", "A chart of costs", None),), ad_slots=item % 3,
        identifiers={"doi": f"10.5555/{key}.{item}"} if item % 5 == 0 else {},
        evidence={"title": "json-ld headline", "published": "meta date", "authors": "json-ld author"},
        parser="policy-archive 1")


def _sentence(draw: Random) -> str:
    """A sentence that could stand in a paper, and in few others."""
    one, two = draw.sample(_ACTORS, 2)
    return (f"{one.capitalize()} {draw.choice(_VERBS)} {draw.choice(_KINDS)} {draw.choice(_THINGS)} in "
            f"{draw.choice(_PLACES)}, and {two} {draw.choice(_VERBS)} {draw.choice(_KINDS)} {draw.choice(_THINGS)}.")


def _arabic() -> Publication:
    return Publication(
        source="meridian", url=ARABIC_URL, title="سياسات المياه في حوض جاف", dek="ما الذي تغير خلال عشر سنوات",
        published="2025-11-02", authors=(Author("ليلى حداد"),), language="ar", topics=("مياه",),
        blocks=(Block("paragraph", "تعتمد المدن على حوض واحد، وقد انخفض منسوبه كل عام منذ عام 2015."),
                Block("heading", "ما العمل؟", 2), Block("item", "قياس الاستهلاك", 1), Block("item", "أسعار واضحة", 1)),
        parser="policy-archive 1")


def _hostile() -> Publication:
    """Every text and every address of it would run, if any page let it."""
    return Publication(
        source="ministry", url=HOSTILE_URL, title=HOSTILE, type="Report", dek=HOSTILE, published="2026-01-09",
        published_raw=HOSTILE, authors=(Author(HOSTILE, "person", "javascript:window.hacked=1"),), language="en",
        section=HOSTILE, topics=(HOSTILE, "</title><script>window.hacked=1</script>"),
        blocks=(Block("paragraph", HOSTILE), Block("heading", HOSTILE, 2), Block("item", HOSTILE, 1),
                Block("quote", HOSTILE), Block("table", f"{HOSTILE}\tb\n1\t{HOSTILE}"), Block("code", HOSTILE),
                Block("caption", HOSTILE), Block("paragraph", "harmful words to be found")),
        share_links=(ShareLink("x", "javascript:window.hacked=1"),
                     ShareLink("email", "data:text/html,<script>1</script>")),
        related=(Related("related", "javascript:window.hacked=1", HOSTILE, HOSTILE, None, HOSTILE),
                 Related("related", "data:text/html,<script>parent.hacked=1</script>", "data", None, None, None)),
        links=(Link("javascript:window.hacked=1", HOSTILE), Link("vbscript:x", "vb"),
               Link(" java\nscript:window.hacked=1", "c")),
        attachments=(Attachment("javascript:window.hacked=1", HOSTILE, HOSTILE),),
        images=(Image("javascript:window.hacked=1", HOSTILE, HOSTILE),),
        identifiers={"doi": HOSTILE}, evidence={"title": HOSTILE}, parser=HOSTILE)


def _rejections(archive: Archive, run: int) -> None:
    reasons = ["an index of publications"] * 4 + ["a search page", HOSTILE]
    keep_many(archive, [
        reading(Rejection("harbour", f"https://harbour.example/tag/{number}", "not-a-publication", reason), at=START)
        for number, reason in enumerate(reasons)], run)


def _failures(archive: Archive) -> None:
    with transaction(archive) as connection:
        connection.executemany(
            "INSERT INTO failures (source_id, key, url, reason, tries, first_failed, last_failed) "
            "VALUES (2, ?, ?, ?, 3, '2026-02-09T08:00:00Z', '2026-02-09T09:00:00Z')",
            [(number, f"https://lantern.example/slow/{number}", "no answer in 30 seconds" if number % 3 else "503")
             for number in range(41)])


def _second_visit(archive: Archive) -> None:
    """A month later: one publication says something else, one is gone."""
    later = START + timedelta(days=30)
    run = start_run(archive, "crawl", at=later, source="harbour", target="harbour")
    old = _ordinary("harbour", "https://harbour.example/", 3, 0)
    blocks = list(old.blocks)
    blocks[0] = replace(blocks[0], text=blocks[0].text.replace("14 ports", "16 ports").replace("profit", "complain"))
    blocks.insert(3, Block("paragraph", "This paragraph was added after publication, following a correction."))
    changed = replace(old, title=old.title + " (corrected)", blocks=tuple(blocks))
    keep(archive, reading(changed, at=later), run)
    keep(archive, reading(replace(changed, dek="A corrected standfirst."), at=later + timedelta(days=3)), run)
    finish_run(archive, run, at=later + timedelta(minutes=20))
    run = start_run(archive, "crawl", at=later, source="lantern", target="lantern")
    mark_gone(archive, GONE_URL, run, at=later)
    finish_run(archive, run, at=later + timedelta(minutes=2), outcome="stopped", failed=41)
