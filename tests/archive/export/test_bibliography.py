"""CSL-JSON, BibTeX and RIS are accepted by the parsers people use."""

import io
import json

import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string
from pybtex.plugin import find_plugin

from archive.browse.cite import citations
from archive.export.bibtex import write_bibtex
from archive.export.csl import csl_item, csl_name, write_csl_json
from archive.export.ris import write_ris
from tests.archive.export.records import RECORDS


def written(write, records=RECORDS) -> str:
    out = io.BytesIO()
    write(iter(records), out)
    return out.getvalue().decode()


def test_pybtex_reads_every_entry():
    assert len(parse_string(written(write_bibtex), "bibtex").entries) == len(RECORDS)


def test_bibtex_keeps_a_topic_with_commas_whole():
    record = RECORDS[0] | {"topics": ["Trade, tariffs and growth", "R&D"]}
    assert "keywords = {{Trade, tariffs and growth}, R\\&D}" in written(write_bibtex, [record])


def test_bibtex_names_keep_particle_and_institution():
    entry = next(iter(parse_string(written(write_bibtex), "bibtex").entries.values()))
    names = [str(person) for person in entry.persons["author"]]
    assert names[:2] == ["van Beethoven, Ludwig", "{World Health Organization}"]


def test_what_has_vanished_says_so_and_which_copy_is_kept():
    gone = RECORDS[0] | {"last_seen": "2026-11-29T10:00:00Z", "gone": "2026-11-30T10:00:00Z"}
    said = f"Gone from this address since 2026-11-30; the copy of 2026-11-29 is kept as {gone['uid']}"
    assert csl_item(gone)["note"] == said and "note" not in csl_item(RECORDS[0])
    assert next(iter(parse_string(written(write_bibtex, [gone]), "bibtex").entries.values())).fields["note"] == said
    assert rispy.loads(written(write_ris, [gone]))[0]["notes"] == [said]
    assert all(said in text for text in citations(gone).values())


def test_what_has_no_title_goes_by_its_address():
    nameless = [{**RECORDS[0], "title": ""}]
    assert next(iter(parse_string(written(write_bibtex, nameless), "bibtex").entries.values())).fields["title"]
    assert rispy.loads(written(write_ris, nameless))[0]["title"] == RECORDS[0]["url"]


def test_bibtex_date_is_as_precise_as_the_record():
    days = [{**RECORDS[0], "published": published} for published in ("2024-03-05T10:00:00Z", "2024-03", "2024", None)]
    entries = [parse_string(written(write_bibtex, [one]), "bibtex").entries.values() for one in days]
    assert [[entry.fields.get(name) for name in ("year", "month", "day")] for (entry,) in entries] == [
        ["2024", "March", "5"], ["2024", "March", None], ["2024", None, None], [None, None, None]]


def test_bibtex_keys_keep_letters_that_are_no_accented_ones():
    names = [{**RECORDS[0], "authors": [{"name": name, "kind": "person", "url": None}]}
             for name in ("Jürgen Müßig", "Łukasz Żółkiewski")]
    keys = [key.split("2024")[0] for key in parse_string(written(write_bibtex, [names[0]]), "bibtex").entries]
    keys += [key.split("2024")[0] for key in parse_string(written(write_bibtex, [names[1]]), "bibtex").entries]
    assert keys == ["mussig", "zolkiewski"]


def test_bibtex_keys_are_unique_for_twins():
    twins = [{**RECORDS[0], "uid": f"{n:016x}"} for n in range(20)]
    assert len(parse_string(written(write_bibtex, twins), "bibtex").entries) == len(twins)


def test_bibtex_keys_are_short_where_a_word_is_long():
    (key,) = parse_string(written(write_bibtex, [{**RECORDS[0], "title": "x" * 600}]), "bibtex").entries
    assert len(key) < 80


def test_rispy_reads_title_authors_and_month_only_date():
    first = rispy.loads(written(write_ris))[0]
    assert (first["title"], first["date"], len(first["authors"])) == (RECORDS[0]["title"], "2024/03", 3)


def test_citeproc_renders_every_item():
    items = json.loads(written(write_csl_json))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    rendered = [str(entry) for entry in bibliography.bibliography()]
    assert "Carbon Borders" in " ".join(rendered)
    assert len(rendered) == len(items)


def test_empty_csl_json_is_an_empty_list():
    assert json.loads(written(write_csl_json, [])) == []


def test_year_only_date_is_not_padded():
    assert csl_item(RECORDS[1])["issued"] == {"date-parts": [[2024]]}


@pytest.mark.parametrize(("name", "expected"), [
    ("Jane Q. Public Jr.", {"family": "Public", "given": "Jane Q.", "suffix": "Jr."}),
    ("García Márquez, Gabriel", {"family": "García Márquez", "given": "Gabriel"}),
    ("Plato", {"literal": "Plato"}),
    ("李明", {"literal": "李明"}),
])
def test_person_names_split_only_where_they_can_be(name, expected):
    assert csl_name({"name": name, "kind": "person"}) == expected


HARD_NAMES = ("Smith, John, Jr.", "Martin King, Jr.", "Roe, Jane, PhD, MD", "Tom and Jerry", "{World Bank}", "Madonna",
              "a,b,c,d", ",", "%x$")


def test_no_name_or_number_breaks_a_bibliography():
    hard = [{**RECORDS[0], "uid": f"{number:016x}", "title": "NUL\x00 and \x01 {", "authors": [
        {"name": name, "kind": "person", "url": None}, {"name": "Second Author", "kind": "person", "url": None}],
        "identifiers": {"doi": "10.1/{a", "isbn": "978\n1}"}} for number, name in enumerate(HARD_NAMES)]
    entries = parse_string(written(write_bibtex, hard), "bibtex").entries.values()
    assert [len(entry.persons["author"]) for entry in entries] == [2] * len(HARD_NAMES)
    for read in (rispy.loads(written(write_ris, hard)), json.loads(written(write_csl_json, hard))):
        assert len(read) == len(HARD_NAMES)
        assert "\x00" not in str(read[0]["title"])


def test_suffixes_after_a_comma_are_no_given_names():
    assert csl_name({"name": "Martin Luther King, Jr.", "kind": "person"}) == {
        "family": "King", "given": "Martin Luther", "suffix": "Jr."}
    assert csl_name({"name": "King, Martin Luther, Jr.", "kind": "person"}) == {
        "family": "King", "given": "Martin Luther", "suffix": "Jr."}


def test_the_publisher_of_a_report_is_named_once():
    report = {**RECORDS[0], "type": "Report", "source_name": "The Institute"}
    item = csl_item(report)
    assert (item.get("publisher"), item.get("container-title")) == ("The Institute", None)
    entry = next(iter(parse_string(written(write_bibtex, [report]), "bibtex").entries.values()))
    assert (entry.type, entry.fields["institution"]) == ("techreport", "The Institute")
    reference = rispy.loads(written(write_ris, [report]))[0]
    assert (reference.get("publisher"), reference.get("secondary_title")) == ("The Institute", None)
    assert all(sentence.count("The Institute") == 1 for sentence in citations(report).values())


@pytest.mark.parametrize("lacking", [{"published": None}, {"authors": []}, {"source": None}])
def test_bibtex_entries_are_only_of_kinds_whose_fields_they_have(lacking):
    article = {**RECORDS[0], "type": "NewsArticle", "source": "institute"}
    kinds = [next(iter(parse_string(written(write_bibtex, [one]), "bibtex").entries.values())).type
             for one in (article, article | lacking)]
    assert kinds == ["article", "misc"]
    plain = find_plugin("pybtex.style.formatting", "plain")()
    entries = parse_string(written(write_bibtex, [article | lacking]), "bibtex").entries
    assert len(list(plain.format_entries(entries.values()))) == 1


def test_what_nobody_signs_is_sorted_by_its_publisher():
    entry = written(write_bibtex, [{**RECORDS[0], "authors": [], "source_name": "Court of Audit"}])
    assert "key = {Court of Audit}" in entry


def test_the_key_of_an_entry_leaves_particles_of_a_name_out():
    author = {"name": "von der Leyen, Ursula", "kind": "person"}
    entry = written(write_bibtex, [{**RECORDS[0], "authors": [author]}])
    assert entry.split("{")[1].startswith("leyen")
