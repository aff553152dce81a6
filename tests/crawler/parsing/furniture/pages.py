"""What the tests of furniture share: the page's address, its text, and how it is read."""

from archive.records import Page
from crawler.parsing.choices import Choices, read_choices
from crawler.parsing.furniture.finding import Furniture, find_furniture
from tests.crawler.parsing.pages import outline_of

OWN = "https://institute.example/papers/2025/carbon-border"
PROSE = f"<p>{'The levy moves the cost of carbon to the border, and the border moves it to the buyer. ' * 3}</p>"
NEWS = "https://institute.example/news/2025/carbon-border"
LINES = [f"The levy moves the cost of carbon to the border, and the border moves it to buyer {i}, who can't pass it on."
         for i in range(5)]


def furniture_of(body: str, language: str = "en") -> Furniture:
    """The furniture of the page at `OWN` with this body."""
    return find_furniture(outline_of(f'<html lang="{language}"><body>{body}</body></html>', OWN))


def news_of(main: str) -> Choices:
    """All that is read of the page at `NEWS` with this `main`."""
    page = f"<html><body><main><h1>Carbon border</h1>{main}</main></body></html>"
    return read_choices(Page.from_bytes(page.encode(), url=NEWS, content_type="text/html; charset=utf-8"))


def texts_with(inside: str) -> list[str]:
    """What is read as text where this stands between the second and the third of LINES."""
    lines = [f"<p>{line}</p>" for line in LINES]
    read = news_of(f"<div>{lines[0]}{lines[1]}{inside}{''.join(lines[2:])}</div>")
    return [block.text for block in read.body.blocks]
