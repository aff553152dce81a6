"""Records that give exporters a hard time."""

from typing import Any

from archive.records import Author, Block, Link, Publication, Related

PLAIN = Publication(
    source="institute", url="https://institute.example/papers/carbon-border", title="Carbon Borders: 50% & {more}_#1",
    type="Report", dek="What a levy at the border does.", published="2024-03", authors=(
        Author("Ludwig van Beethoven"), Author("World Health Organization", "organization"), Author("李明")),
    language="en", section="Trade", topics=("Climate", "Trade; policy"),
    blocks=(Block("heading", "Why now", 2), Block("paragraph", "First | paragraph."), Block("item", "one", 1),
            Block("item", "nested", 2), Block("table", "a\tb|c\n1\t2"), Block("quote", "said\nso"),
            Block("code", "x = `1`")),
    related=(Related("related", "https://institute.example/papers/next", "Next"),),
    links=(Link("https://un.example/report", "the report"),),
    identifiers={"doi": "10.1234/abc"}, parser="policy-archive 0")
ODD = Publication(source="x", url="https://x.example/{a}?b=1", title="=HYPERLINK(\"http://evil.example\")",
                  published="2024",
                  blocks=(Block("paragraph", "Ünïcödé \\ } text ~ ^"),))


def record(publication: Publication) -> dict[str, Any]:
    """A record as an archive gives it."""
    return {**publication.to_record(), "first_seen": "2024-04-01T00:00:00Z", "last_seen": "2024-04-02T00:00:00Z",
            "gone": None, "revision": 1}


RECORDS = [record(PLAIN), record(ODD)]
