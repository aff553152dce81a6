"""Pages that converters and browsers for the terminal wrote as text: wrapped, numbered, with marks of HTML."""

import textwrap

import pytest

from archive.records import Page, Publication
from crawler.parsing.saved_text import read_saved_text

TITLE = "Ports learn to share the cost of dredging and the weeks in which the dredger waits for them"
PROSE = [
    "Dredging is the quiet expense of every river port, for silt settles, channels narrow, and ships have to wait "
    "until somebody pays for the mud. Nobody did so for eleven years, as the accounts of the ports show in detail.",
    "Harbour masters compared their invoices and found that they paid very different prices for the same mud, some of "
    "them to the same firm in the same week. A shared contract was signed by all three within a month of the survey.",
    "Prices fell by a third in the first season, and the quiet weeks were given to the spawning grounds of the river, "
    "which nobody had asked about before. The fishermen of the lower river now ask for a seat at the table.",
]
MENU = ("Home", "Topics", "Publications", "About us", "Contact")


def read(text: str) -> Publication:
    return read_saved_text(Page.from_bytes(text.encode(), url="https://estuary.example/a", content_type="text/plain"))


def paragraphs(publication: Publication) -> list[str]:
    return [block.text for block in publication.blocks if block.kind == "paragraph"]


def fill(text: str, width: int = 72, indent: str = "   ") -> str:
    return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def dumped(*, table: str = "") -> str:
    """As lynx and elinks dump a page: menus, a heading that reaches further than the text, numbers of links."""
    title = textwrap.fill(TITLE, 76)
    prose = [fill(PROSE[0].replace("river port", "[8]river port")), fill(PROSE[1]), fill(PROSE[2])]
    return "\n".join((
        "   Link: [1]canonical", "   #[2]Feed", "", *(f"     * [{at}]{entry}" for at, entry in enumerate(MENU, 3)),
        "       o (BUTTON) Search [____________________]", "", title, "", "   18 July 2025", "",
        "\n\n".join(prose[:2]), table, prose[2], "", "References", "",
        *(f"   {at}. https://estuary.example/{at}" for at in range(1, 9))))


@pytest.mark.parametrize("table", ["", "\n   " + "Port  2024  " * 14 + "\n"], ids=["text", "with a wide table"])
def test_a_dump_of_a_page_is_read_as_the_page(table: str) -> None:
    publication = read(dumped(table=table))
    assert (publication.title, publication.published) == (TITLE, "2025-07-18")
    assert set(PROSE) <= set(paragraphs(publication))
    assert "[" not in publication.text and "Search" not in publication.text


def test_rows_wrapped_amid_longer_ones_are_made_whole() -> None:
    release = "\n\n".join(fill(text, 68, "") for text in PROSE)
    assert paragraphs(read(f"{TITLE}\n\n{PROSE[0]}\n\n{release}"))[-3:] == PROSE


def test_rows_of_a_list_are_not_wrapped() -> None:
    rows = "\n".join(f"{word} of the rivers and ports of the estuary" for word in ("History", "laws", "maps", "tolls"))
    text = read("\n".join((TITLE, "18 July 2025", *PROSE, rows)))
    assert paragraphs(text)[:3] == PROSE


def test_chinese_rows_are_wrapped_by_columns() -> None:
    text = "三个港口今年第一次共同支付疏浚费用，价格下降了三分之一。过去十一年里没有人为淤泥付钱，账目中写得很清楚，" \
           "船只只能等待涨潮才能进港。现在三个港口在一个月之内签署了共同的合同，渔民也参加了讨论。"
    wrapped = "\n".join(text[at:at + 30] for at in range(0, len(text), 30))
    publication = read(f"三个港口共同支付疏浚费用\n\n2025年7月18日\n\n{wrapped}\n\n{wrapped}\n")
    assert paragraphs(publication) == [text, text]


MARKED = f"""
::: {{#page .site style="margin:0"}}
<div class="menu">

[[![The Estuary
Institute](/logo.png){{.logo width="40"}}]{{.brand}}](https://estuary.example/a-long-address-that-breaks-its-row
"home"){{.link}}

</div>

{fill("# " + TITLE, indent="")} {{#ports .title}}

[18 July 2025]{{.date}} \\
By [Ines Okafor](https://estuary.example/people/ines-okafor-who-has-a-long-address){{.author
rel="author"}}

{fill(PROSE[0].replace("channels", "[channels](https://estuary.example/c)"), indent="")}

> {fill(PROSE[1], indent="").replace(chr(10), chr(10) + "> ")}

<figure>
<img src="/c.png"
alt="A chart" />
</figure>

{fill(PROSE[2].replace("third", "<em>third</em>"), indent="")}
:::
"""


def test_tags_fences_and_attributes_of_a_converter_are_no_text() -> None:
    publication = read(MARKED)
    assert (publication.title, publication.published) == (TITLE, "2025-07-18")
    assert [author.name for author in publication.authors] == ["Ines Okafor"]
    assert [block.text for block in publication.blocks] == PROSE


LINKED = f"""
[Estuary
Institute](https://estuary.example/){{.brand data="{{\"a\":{{\"b\":1}}}}"}} ![The harbour in
winter](/h.jpg){{width="40"
loading="lazy"}} Menu

# {TITLE}

18 July 2025

Written by [Ines
Okafor](https://estuary.example/people/ines-okafor "All by
Ines Okafor")

{PROSE[0].replace("river port", "[river" + chr(10) + "port](https://estuary.example/r)")}

{{style="clear: both" srcset="/a.png 1x"}}

{PROSE[1]}

{PROSE[2]}

## Related articles

-   [What a dike costs in
    ten years](https://estuary.example/dike){{.card}}
-   [[Who pays for the
    flood]{{.title}}](https://estuary.example/flood)
"""


def test_links_whose_words_broke_are_what_they_say() -> None:
    publication = read(LINKED)
    assert (publication.title, [author.name for author in publication.authors]) == (TITLE, ["Ines Okafor"])
    assert [block.text for block in publication.blocks] == PROSE
    assert [item.title for item in publication.related] == ["What a dike costs in ten years", "Who pays for the flood"]


def test_rows_of_a_card_that_is_one_link_stay_rows() -> None:
    card = "[Related articles\\\nWhat a dike costs\\\nWho pays for the flood](https://estuary.example/all)"
    publication = read("\n\n".join((f"# {TITLE}", "18 July 2025", *PROSE, card)))
    assert [item.title for item in publication.related] == ["What a dike costs", "Who pays for the flood"]


def test_underlined_headings_are_headings() -> None:
    publication = read("\n\n".join((f"Estuary notes\n\n{TITLE}\n{'=' * len(TITLE)}", "18 July 2025", PROSE[0],
                                    "What was signed\n---------------", PROSE[1], PROSE[2])))
    assert publication.title == TITLE
    assert [block.text for block in publication.blocks if block.kind == "heading"] == ["What was signed"]


def test_addresses_behind_words_are_no_text() -> None:
    rows = [fill(text.replace("ports", "ports <https://estuary.example/ports>").replace("river", "/river/"), 72, "")
            for text in PROSE]
    names = "Ines Okafor <https://estuary.example/ines> and Bo Two <https://estuary.example/bo>"
    publication = read("\n\n".join((TITLE, f"By {names}", "18 July 2025", *rows)))
    assert [author.name for author in publication.authors] == ["Ines Okafor", "Bo Two"]
    assert paragraphs(publication) == PROSE


def test_the_last_crumb_of_a_numbered_trail_is_no_title() -> None:
    trail = "\n".join(f"{at}. {text}" for at, text in enumerate(("Home", "Research", TITLE), 1))
    assert read("\n\n".join((trail, TITLE, "18 July 2025", *PROSE))).title == TITLE


def test_rows_of_a_list_with_bullets_are_networks_and_publications() -> None:
    related = ["What a dike costs in ten years", "Who pays for the flood"]
    publication = read("\n".join((
        *(f"* {entry}" for entry in MENU), "", TITLE, "", "* 18 July 2025", "* By Ines Okafor", "",
        "* Facebook", "* LinkedIn", "", *PROSE, "", "Related articles", "", *(f"* {title}" for title in related), "",
        "* Imprint", "* Privacy")))
    assert [link.network for link in publication.share_links] == ["facebook", "linkedin"]
    assert [item.title for item in publication.related] == related
    assert (publication.published, [author.name for author in publication.authors]) == ("2025-07-18", ["Ines Okafor"])


@pytest.mark.parametrize(("title", "prose", "day"), [
    ("Prati contro le piene", "Il consiglio della valle paga argini dal 1998, e ogni inverno il conto è cresciuto di "
     "un decimo, mentre i prati a monte tratterrebbero la stessa acqua a un terzo del prezzo.", "2025-05-12"),
    (TITLE, PROSE[0], "2025")])
def test_a_day_in_figures_is_read_as_the_language_of_the_text_has_it(title: str, prose: str, day: str) -> None:
    assert read("\n".join((title, "12/05/2025", *[prose] * 3))).published == day
