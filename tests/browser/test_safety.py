"""Hostile titles, texts, names and addresses, through every page in a real browser: nothing runs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.addresses import DANGEROUS, HOSTILE

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Seen:
    """What one visit to a page of hostile text brought."""

    ran: object                    # what the hostile code would have set, else None
    dialogs: list[str]
    schemes: set[str]              # of every address in the page


@pytest.fixture(scope="module")
def see(browser: Browser, site: str) -> Iterator[Callable[[str], Seen]]:
    """`see(name)`: visits a page once."""
    context = browser.new_context()
    page = context.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))

    @cache
    def visit(name: str) -> Seen:
        page.goto(site + DANGEROUS[name])
        schemes = page.evaluate(
            "[...document.querySelectorAll('[href],[src],[action],[formaction]')].flatMap(e => "
            "['href', 'src', 'action', 'formaction'].filter(a => e.hasAttribute(a))"
            ".map(a => new URL(e.getAttribute(a), location).protocol))")
        return Seen(page.evaluate("window.hacked"), list(dialogs), set(schemes))

    yield visit
    context.close()


@pytest.mark.parametrize("name", DANGEROUS)
def test_nothing_hostile_runs(see: Callable[[str], Seen], name: str) -> None:
    assert (see(name).ran, see(name).dialogs) == (None, [])


@pytest.mark.parametrize("name", DANGEROUS)
def test_every_link_can_only_open_a_page(see: Callable[[str], Seen], name: str) -> None:
    assert see(name).schemes <= {"http:", "https:", "mailto:"}


def test_no_archived_element_becomes_one_of_the_page(page: Page, site: str) -> None:
    page.goto(site + HOSTILE)
    assert page.locator("main img, main script, main [onerror], main [onload]").count() == 0


def test_words_that_look_like_markup_are_shown_as_words(page: Page, site: str) -> None:
    page.goto(site + HOSTILE)
    assert page.locator("h1").inner_text().startswith("<img src=x onerror=")


def test_the_kept_original_shows_but_does_not_run(page: Page, site: str) -> None:
    page.goto(f"{site}{HOSTILE}/original")
    expect(page.frame_locator("iframe").locator("body")).to_contain_text("harmful words")
    assert page.evaluate("window.hacked") is None


def test_the_kept_original_keeps_its_own_look(page: Page, site: str) -> None:
    page.goto(f"{site}{HOSTILE}/original")
    expect(page.frame_locator("iframe").locator("#words")).to_have_css("color", "rgb(0, 128, 0)")


@pytest.mark.parametrize("way_out", ["#send", "#leave"])
def test_nothing_in_the_kept_original_leads_out(page: Page, site: str, way_out: str) -> None:
    page.goto(f"{site}{HOSTILE}/original")
    page.frame_locator("iframe").locator(way_out).click()
    page.wait_for_timeout(150)
    assert page.url == f"{site}{HOSTILE}/original" and "elsewhere" not in page.frames[1].url


def test_the_frame_opened_by_itself_leads_back_to_its_page(page: Page, site: str) -> None:
    page.goto(f"{site}{HOSTILE}/original/frame")
    assert page.url == f"{site}{HOSTILE}/original"


def test_another_page_cannot_frame_the_reader(context: BrowserContext, page: Page, site: str) -> None:
    page.goto(site + "/questions")
    page.evaluate("address => { const frame = document.createElement('iframe'); frame.src = address; "
                  "document.body.append(frame); }", site + "/")
    for _ in range(100):
        if page.frames[1].url not in ("", "about:blank"):
            break
        page.wait_for_timeout(100)
    assert page.frames[1].url.startswith("chrome-error:")
