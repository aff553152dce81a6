"""The report says in numbers what the archive holds, and nothing in it runs."""

from html.parser import HTMLParser

import pytest

from archive.report.figures import find_figures
from archive.report.render import coverage, html, markdown
from archive.store import keep
from tests.archive.making import LATER, new_archive, publication, reading, rejection, with_text


@pytest.fixture
def figures(tmp_path):
    archive, run = new_archive(tmp_path)
    with archive:
        keep(archive, reading(publication(1, published="2024-01-05")), run)
        keep(archive, reading(publication(2, published="2024-04", title="<script>alert(1)</script> | x")), run)
        keep(archive, reading(publication(3, published=None, dek=None, authors=())), run)
        keep(archive, reading(with_text(1, "A wholly new text, with other words in it.", published="2024-01-05"),
                              at=LATER), run)
        keep(archive, reading(rejection(9, "a <b>login</b> | page")), run)
        return find_figures(archive.connection)


def test_counts_publications_and_undated(figures):
    assert (figures.publications, figures.undated) == (3, 1)


def test_completeness_is_a_share_per_field(figures):
    filled = figures.sources[0].filled
    assert (round(filled["authors"], 2), round(filled["published"], 2), filled["text"]) == (0.67, 0.67, 1.0)


def test_months_without_publication_are_gaps(figures):
    assert figures.sources[0].gaps == ("2024-02 to 2024-03",)


def test_changes_name_their_fields(figures):
    assert "text" in dict(figures.changes) or "blocks" in dict(figures.changes)


def test_coverage_has_a_cell_for_every_month(figures):
    grid = coverage(figures)
    assert grid is not None
    assert [cell.count for cell in grid.rows[0][1]] == [1, 0, 0, 1]


@pytest.mark.parametrize(("dates", "unit", "counts", "undrawn"), [
    (("2019", "2021", "2021-05"), "year", [1, 0, 2], 0),
    (("2021-04", "2021", "2021-05"), "month", [1, 1], 1),
    (("2019",), "year", [1], 0),
])
def test_what_is_dated_to_a_year_alone_is_covered(tmp_path, dates, unit, counts, undrawn):
    archive, run = new_archive(tmp_path)
    with archive:
        for number, date in enumerate(dates, 1):
            keep(archive, reading(publication(number, published=date)), run)
        grid = coverage(find_figures(archive.connection))
    assert grid is not None
    assert (grid.unit, [cell.count for cell in grid.rows[0][1]], grid.undrawn) == (unit, counts, undrawn)


def test_one_source_alone_can_be_reported(tmp_path):
    archive, run = new_archive(tmp_path)
    with archive:
        keep(archive, reading(publication(1)), run)
        assert find_figures(archive.connection, "nobody").publications == 0


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def test_html_has_no_script_and_asks_no_server(figures):
    tags = Tags()
    tags.feed(html(figures, title="<b>Corpus</b>", software="policy-archive 1"))
    assert [tag for tag, attrs in tags.seen if tag in {"script", "link", "img", "b"} or "src" in attrs] == []


def test_markdown_cells_hold_no_markup_of_the_pages(figures):
    text = markdown(figures, title="Corpus", software="policy-archive 1")
    assert "a &lt;b>login&lt;/b> \\| page" in text


def test_markdown_tables_have_even_rows(figures):
    text = markdown(figures, title="Corpus", software="policy-archive 1")
    table = [line for line in text.split("## Sources")[1].split("##")[0].splitlines() if line.startswith("|")]
    assert len({line.count("|") for line in table}) == 1


def test_empty_archive_has_a_report(tmp_path):
    archive, _ = new_archive(tmp_path)
    with archive:
        empty = find_figures(archive.connection)
    assert "0 publications" in html(empty, title="x", software="y")
    assert "0 publications" in markdown(empty, title="x", software="y")


def test_one_of_a_kind_is_told_as_one(figures):
    told = [write(figures, title="Corpus", software="policy-archive 1") for write in (markdown, html)]
    assert all("3 publications" in text and "1 source" in text and "1 sources" not in text for text in told)
