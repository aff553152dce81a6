"""The reader as people use it: searching, narrowing, reading, comparing, citing, taking along."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.addresses import CHANGED

pytestmark = pytest.mark.browser


def test_a_search_from_the_front_page_leads_to_a_text(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("searchbox").fill("grid connections")
    page.keyboard.press("Enter")
    page.locator(".hits a").first.click()
    expect(page.locator("article h1")).to_contain_text("grid connections")


def test_a_facet_narrows_and_is_taken_away_again(page: Page, site: str) -> None:
    page.goto(f"{site}/search?q=levy")
    page.locator(".facets a[href*='source=harbour']").click()
    expect(page.locator(".toolbar h1")).to_contain_text("39 publications")
    page.locator(".chosen").get_by_text("Source: harbour").click()
    expect(page.locator(".toolbar h1")).to_contain_text("156 publications")


def test_brushing_the_chart_sets_the_dates(page: Page, site: str) -> None:
    page.goto(f"{site}/search?q=levy")
    box = page.locator("[data-brush] svg").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 20, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"from=2021-\d\d&to=2023-\d\d"))


def test_a_bar_of_the_chart_leads_to_its_month(page: Page, site: str) -> None:
    page.goto(f"{site}/search?q=levy")
    bar = page.locator("[data-brush] a").first
    bar.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"from=2020-01&to=2020-01"))


def test_pages_of_results_are_turned(page: Page, site: str) -> None:
    page.goto(f"{site}/search?q=levy")
    page.get_by_role("link", name="Next →").click()
    expect(page.locator(".pager")).to_contain_text("Page 2 of 8")


def test_results_are_taken_along_as_csv(page: Page, site: str) -> None:
    page.goto(f"{site}/search?q=levy&source=lantern")
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV", exact=True).click()
    lines = Path(taken.value.path()).read_bytes().count(b"\r\n")
    assert (taken.value.suggested_filename, lines) == ("publications.csv", 1 + 39)


def test_the_sql_of_a_search_opens_in_the_editor_and_runs(page: Page, site: str) -> None:
    page.goto(f"{site}/search?q=levy&source=lantern")
    page.get_by_role("link", name="See the SQL").click()
    expect(page.locator(".CodeMirror")).to_be_visible()
    expect(page.locator("table.rows-and-columns tbody tr").first).to_be_visible()


def test_citing_copies_the_citation(context: BrowserContext, page: Page, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site + CHANGED)
    page.get_by_text("Cite", exact=True).click()
    page.get_by_role("button", name="Copy APA").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Sato, J. (2021, April 4).")


def test_revisions_are_compared_inline_and_side_by_side(page: Page, site: str) -> None:
    page.goto(f"{site}{CHANGED}/history?from=1&to=2")
    expect(page.locator(".diff.beside ins").first).to_be_visible()
    page.get_by_label("Shown").select_option("inline")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".diff.inline ins").first).to_be_visible()


def test_kept_and_outside_links_are_told_apart(page: Page, site: str) -> None:
    page.goto(site + CHANGED)
    cites = page.get_by_role("region", name="Cites")
    assert cites.locator(".kept a").first.get_attribute("href").startswith("/read/")  # type: ignore[union-attr]
    assert cites.locator("a.outside").first.get_attribute("href") == "https://data.example/ports"


def test_sources_and_topics_are_compared(page: Page, site: str) -> None:
    page.goto(f"{site}/compare")
    page.get_by_label("4.").fill("topic:Trade")
    page.get_by_role("button", name="Compare").click()
    assert page.locator("polyline").count() == 4


def test_a_table_of_datasette_sorts_and_explains_its_columns(page: Page, site: str) -> None:
    page.goto(f"{site}/archive/publications")
    page.get_by_text("What the columns mean").click()
    expect(page.locator("dd", has_text="headline, without the site's name")).to_be_visible()
    icon = page.locator("th[data-column=word_count] .dropdown-menu-icon")
    icon.scroll_into_view_if_needed()      # as a person would: scrolling the table closes its menus
    page.wait_for_timeout(200)
    icon.click()
    page.get_by_text("Sort descending").click()
    expect(page).to_have_url(re.compile("_sort_desc=word_count"))


def test_everything_but_copying_and_brushing_works_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_role("searchbox").fill("levy")
    page.get_by_role("button", name="Search").click()
    page.locator(".facets a[href*='source=lantern']").click()
    page.get_by_label("From", exact=True).fill("2024")
    page.get_by_role("button", name="Set dates").click()
    page.locator(".hits a").first.click()
    page.get_by_text("Cite", exact=True).click()
    expect(page.locator("#cite-apa")).to_be_visible()
    expect(page.get_by_role("button", name="Copy APA")).to_be_hidden()
    context.close()


def test_the_keyboard_alone_reaches_search_and_content(page: Page, site: str) -> None:
    page.goto(f"{site}/sources")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_focus_is_seen(page: Page, site: str) -> None:
    page.goto(f"{site}/sources")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
