from dataclasses import replace

import pytest

from archive.changes import Changed, Same, decide, evidence_after
from archive.records import Author, Block, Link
from tests.archive.making import publication, with_text


def test_equal_readings_are_the_same() -> None:
    assert decide(publication(), publication()) == Same()


def test_words_added_and_removed_are_counted() -> None:
    assert decide(with_text(1, "Tariffs rose in May."), with_text(1, "Tariffs fell in late May.")) == Changed(
        ("text",), 2, 1)


@pytest.mark.parametrize("change", [
    {"title": "Another title"}, {"dek": None}, {"published": "2025-07-03"}, {"authors": (Author("Bo Lind"),)},
    {"topics": ("Steel",)}, {"identifiers": {}}, {"links": (Link("https://new.example/", "new"),)},
])
def test_change_of_content_is_a_revision(change: dict[str, object]) -> None:
    assert decide(publication(), publication(**change)) == Changed(tuple(change))


@pytest.mark.parametrize("change", [
    {"modified": "2026-01-01"}, {"related": ()}, {"share_links": ()}, {"ad_slots": 7}, {"images": ()},
])
def test_what_turns_over_by_itself_is_brought_up_to_date(change: dict[str, object]) -> None:
    assert decide(publication(), publication(**change)) == Same(tuple(change))


@pytest.mark.parametrize(("before", "after"), [
    ("Tariffs  rose.", "Tariffs rose."),
    ("The “cost”", 'The "cost"'),
    ("Tariffs\u00a0rose", "Tariffs rose"),
])
def test_spelling_of_white_space_and_quotes_is_trivial(before: str, after: str) -> None:
    assert isinstance(decide(with_text(1, before), with_text(1, after)), Same)


@pytest.mark.parametrize(("before", "after"), [
    ("Last updated: 3 March 2026", "Last updated: 5 April 2026"),
    ("1,204 views", "1,377 views"),
    ("12 comments", "14 comments"),
    ("© 2025 Institute", "© 2026 Institute"),
    ("4 min read", "5 min read"),
    ("Aktualisiert am 3. März 2026", "Aktualisiert am 4. Mai 2026"),
])
def test_counter_or_date_stamp_is_trivial(before: str, after: str) -> None:
    assert isinstance(decide(with_text(1, "Body.", before), with_text(1, "Body.", after)), Same)


@pytest.mark.parametrize(("before", "after"), [
    ("Output fell by 3 percent.", "Output fell by 4 percent."),
    ("Output fell by 3 percent", "Output fell by 4 percent"),
    ("Copyright law changed in 2019.", "Copyright law changed in 2021."),
])
def test_number_in_the_text_is_content(before: str, after: str) -> None:
    assert isinstance(decide(with_text(1, "Body.", before), with_text(1, "Body.", after)), Changed)


def test_number_in_a_heading_is_content() -> None:
    before, after = (publication(blocks=(Block("heading", f"Version {number} published", 2),)) for number in (1, 2))
    assert isinstance(decide(before, after), Changed)


def test_link_spelled_otherwise_is_the_same() -> None:
    before = publication(links=(Link("https://a.example/b/", "b"),))
    assert isinstance(decide(before, publication(links=(Link("https://A.example/b", "b"),))), Same)


EVIDENCE = {"title": "json-ld headline", "published": "json-ld datePublished", "authors": "json-ld author"}
DRESSED = {"title": "h1", "published": "text", "authors": "byline"}


@pytest.mark.parametrize(("change", "refreshed"), [
    ({"authors": ()}, ()),
    ({"published": "2025"}, ()),
    ({"published": "2025-07-02T10:00:00+02:00"}, ("published",)),
    ({"topics": ("Steel",)}, ("topics",)),
    ({"dek": None, "section": "News"}, ("section",)),
])
def test_what_a_new_template_says_of_the_same_text_is_no_revision(change: dict[str, object],
                                                                  refreshed: tuple[str, ...]) -> None:
    before, after = publication(evidence=EVIDENCE), publication(evidence=DRESSED, **change)
    stayed = tuple(name for name in change if name not in refreshed)
    assert decide(before, after) == Same((*refreshed, "evidence"), stayed)


def test_a_publication_that_moved_is_in_another_section_and_no_revision() -> None:
    before = publication(section="News")
    assert decide(before, publication(url="https://x.example/archive/steel", section="Archive")) == Same(
        ("section", "url"))


def test_a_new_title_in_a_new_template_is_a_revision() -> None:
    before = publication(evidence=EVIDENCE)
    assert decide(before, publication(evidence=DRESSED, title="Another title", authors=())) == Changed(
        ("title", "authors"))


def test_what_a_new_template_leaves_out_is_no_change_on_later_days_either() -> None:
    before, after = publication(evidence=EVIDENCE), publication(evidence=DRESSED, authors=())
    kept = replace(before, evidence=evidence_after(before, after, ("authors",)))
    assert kept.evidence == {**DRESSED, "authors": "an earlier template: json-ld author"}
    assert decide(kept, after) == Same(("evidence",), ("authors",))
    assert decide(kept, replace(after, authors=(Author("Bo Lind"),))) == Changed(("authors",))
