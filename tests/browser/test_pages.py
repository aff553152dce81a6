"""Every page in light and dark, narrow and wide: readable for all, nothing sideways, nothing amiss."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page
from pypdfium2 import PdfDocument

from tests.browser.addresses import DATASETTE, READER

pytestmark = pytest.mark.browser
ALL = READER | DATASETTE
AXE = files("axe_playwright_python") / "axe.min.js"
NARROW, WIDE = 360, 2560


@dataclass(frozen=True)
class Seen:
    """What one visit to a page showed."""

    barriers: list[str]            # by axe-core, in light and in dark
    sideways: list[int]            # window widths at which the page scrolls sideways
    complaints: list[str]          # errors in the browser's console
    headings: int
    mains: int


@pytest.fixture(scope="module")
def see(browser: Browser, site: str) -> Iterator[Callable[[str], Seen]]:
    """`see(name)`: visits a page once, whatever is asked of it; axe-core comes in by the back door, past the policy."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    @cache
    def visit(name: str) -> Seen:
        complaints.clear()
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(site + ALL[name])
        said = [words for words in complaints if "404" not in words]
        page.evaluate(AXE.read_text(encoding="utf-8"))
        barriers = find_barriers(page, "{resultTypes: ['violations'], iframes: false}")
        page.emulate_media(color_scheme="dark")
        barriers += find_barriers(page, "{runOnly: ['color-contrast'], resultTypes: ['violations'], iframes: false}")
        sideways = []
        for width in (NARROW, WIDE):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                sideways.append(width)
        return Seen(barriers, sideways, said, page.locator("h1").count(), page.locator("main").count())

    yield visit
    context.close()


def find_barriers(page: Page, options: str) -> list[str]:
    """Rule and element of every barrier."""
    found = page.evaluate(f"axe.run(document, {options})")
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found["violations"] for node in rule["nodes"][:3]]


@pytest.mark.parametrize("name", ALL)
def test_no_barrier(see: Callable[[str], Seen], name: str) -> None:
    of_datasette = "heading-order: <h3>" if name == "table" else "none"      # its heading of a table's rows
    assert [barrier for barrier in see(name).barriers if not barrier.startswith(of_datasette)] == []


def test_the_main_heading_of_a_search_is_a_heading(page: Page, site: str) -> None:
    page.goto(site + READER["search"])
    assert page.get_by_role("heading", level=1).count() == 1
    assert "publication" in page.get_by_role("status").inner_text()


@pytest.mark.parametrize("name", ALL)
def test_nothing_scrolls_sideways(see: Callable[[str], Seen], name: str) -> None:
    assert see(name).sideways == []


@pytest.mark.parametrize("name", READER)
def test_no_page_of_ours_breaks_its_own_policy(see: Callable[[str], Seen], name: str) -> None:
    assert see(name).complaints == []


@pytest.mark.parametrize("name", READER)
def test_every_page_has_one_main_heading_and_landmark(see: Callable[[str], Seen], name: str) -> None:
    assert (see(name).headings, see(name).mains) == (1, 1)


def test_a_line_of_text_has_about_seventy_characters(page: Page, site: str) -> None:
    page.goto(site + READER["read"])
    width = page.evaluate("""() => { const p = document.querySelector('.body p');
        const canvas = document.createElement('canvas').getContext('2d'); canvas.font = getComputedStyle(p).font;
        return p.clientWidth / (canvas.measureText(p.textContent).width / p.textContent.length); }""")
    assert 55 <= width <= 82


def test_print_leaves_menus_out(page: Page, site: str) -> None:
    page.emulate_media(media="print")
    page.goto(site + READER["read"])
    assert not page.locator(".top").is_visible() and page.locator("article").is_visible()


def test_a_wide_table_is_printed_with_all_its_columns(page: Page, site: str) -> None:
    page.goto(f"{site}{DATASETTE['table']}?_size=20")
    columns = page.locator("thead th").count()
    printed = PdfDocument(page.pdf(format="A4"))[0]
    words = printed.get_textpage()
    rights = [words.get_rect(number)[2] for number in range(words.count_rects())]
    assert columns > 20 and max(rights) < printed.get_width() - 40
    assert "first_seen" in words.get_text_range()


@pytest.mark.parametrize("name", ["read", "history", "compare", "query", "sql"])
def test_what_is_printed_has_margins_and_no_buttons(page: Page, site: str, name: str) -> None:
    page.goto(site + (READER | DATASETTE)[name])
    words = PdfDocument(page.pdf(format="A4"))[0].get_textpage()
    lefts = [words.get_rect(number)[0] for number in range(words.count_rects())]
    assert min(lefts) > 40      # points: 16 mm are 45
    page.emulate_media(media="print")
    assert not any(button.is_visible() for button in page.locator("form :is(button, [type=submit])").all())
