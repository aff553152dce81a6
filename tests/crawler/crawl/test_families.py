"""Budgets: what ends a trap, and what must not be ended by them."""

from crawler.crawl.families import BUDGET, FOLDER_BUDGET, Families

SITE = "https://example.org"


def fetched_before_the_end(pages: list[tuple[str, bool, list[str]]]) -> int:
    """How many of the pages (path, kept, where it leads) are fetched."""
    families, count = Families({}), 0
    for path, kept, leads in pages:
        if families.allow(SITE + path):
            families.note(SITE + path, kept=kept, leads=[SITE + lead for lead in leads])
            count += 1
    return count


def test_a_calendar_that_shows_only_itself_ends() -> None:
    months = [(f"/calendar/{year}/{month}", False, ["/", f"/calendar/{year}/{month + 1}"])
              for year in range(2030, 2050) for month in range(1, 13)]
    assert fetched_before_the_end(months) <= BUDGET + 5


def test_a_maze_of_ever_deeper_folders_ends() -> None:
    paths = ["/maze" + "/left" * depth for depth in range(1, 9)] * 40
    assert fetched_before_the_end([(path, False, [path + "/left", path + "/right"]) for path in paths]) <= FOLDER_BUDGET


def test_a_calendar_whose_menu_has_a_new_number_in_every_link_ends() -> None:
    menus = [("/?ref=1", False, []), ("/?ref=2", False, [])]
    months = [(f"/plan/{year}/{month}", False, [f"/?ref={year}{month}", f"/plan/{year}/{month + 1}"])
              for year in range(2030, 2090) for month in range(1, 13)]
    assert fetched_before_the_end(menus + months) <= 2 * BUDGET + 10


def test_the_first_of_a_new_make_is_tried_though_lists_have_spent_its_folder() -> None:
    families = Families({})
    for month in range(60):
        families.note(f"{SITE}/list/of-{month}/thread", kept=False)
    assert not families.allow(f"{SITE}/list/of-60/thread")
    assert families.allow(f"{SITE}/list/of-5/000123")
    families.note(f"{SITE}/list/of-5/000123", kept=True)
    families.note(f"{SITE}/list/of-5/000124", kept=True)
    assert families.allow(f"{SITE}/list/of-60/000125")


def test_two_of_a_new_make_are_tried_before_others_where_a_folder_has_given_nothing() -> None:
    families = Families({})
    for month in range(3):
        families.note(f"{SITE}/list/of-{month}/thread", kept=False)
    assert [families.wants_probe(f"{SITE}/list/of-1/{n}") for n in range(3)] == [True, True, False]
    families.note(f"{SITE}/list/of-1/0", kept=True)
    assert not families.wants_probe(f"{SITE}/list/of-1/2/3")


def test_a_list_of_five_hundred_pages_is_read_to_the_end() -> None:
    pages = [(f"/list?page={n}", False, [f"/news/{n}-{k}-story" for k in range(10)]) for n in range(500)]
    stories = [(f"/news/{n}-0-story", True, []) for n in range(500)]
    assert fetched_before_the_end([page for pair in zip(stories, pages, strict=True) for page in pair]) == 1000


def test_a_thousand_articles_of_one_make_are_all_read() -> None:
    assert fetched_before_the_end([(f"/news/story-{n}", True, []) for n in range(1000)]) == 1000


def test_what_was_counted_outlives_the_run() -> None:
    families = Families({})
    for month in range(BUDGET):
        families.note(f"{SITE}/calendar/2030/{month}", kept=False)
    known = {name: (fetched, kept, barren) for name, fetched, kept, barren in families.changes()}
    assert not Families(known).allow(f"{SITE}/calendar/2040/1")


def test_addresses_where_nothing_is_end_as_well() -> None:
    families = Families({})
    for number in range(BUDGET):
        families.note_missing(f"{SITE}/gen/{number}")
    assert not families.allow(f"{SITE}/gen/1000")


def test_dead_links_never_end_a_family_that_gave_publications() -> None:
    families = Families({})
    families.note(f"{SITE}/news/1", kept=True)
    for number in range(2, 100):
        families.note_missing(f"{SITE}/news/{number}")
    assert families.allow(f"{SITE}/news/1000")


def test_a_visit_numbered_in_the_path_ends_though_every_list_shows_new_addresses_of_kept_pages() -> None:
    pages = []
    for visit in range(1000, 1400):
        papers = [f"/visit/{visit}/{name}-paper" for name in ("steel", "ports")]
        pages.append((f"/visit/{visit}/list", False, [*papers, f"/visit/{visit + 1}/list"]))
        pages += [(paper, visit == 1000, []) for paper in papers]      # all but the first are twins
    assert fetched_before_the_end(pages) < 4 * BUDGET


def test_a_family_of_which_one_in_four_is_a_publication_never_ends() -> None:
    pages = [*[(f"/news/{n}", True, []) for n in range(20)], *[(f"/news/{n}", False, []) for n in range(20, 80)]]
    assert fetched_before_the_end(pages) == 80
