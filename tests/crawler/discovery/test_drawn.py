"""Addresses that stand only in what a script would draw the page from."""

import json
import re
import time
from html import escape

import pytest

from crawler.discovery.drawn import read_counted_pages, read_drawn_links

AT = "https://example.org/papers"
STATE = {"page": "/papers/[slug]", "buildId": "k3", "items": [
    {"title": "Steel / iron", "url": "/papers/steel-and-iron", "image": "/img/steel.png"},
    {"title": "Ports", "link": {"href": "https://example.org/papers/ports?lang=en&v=2"}}], "next": "/api/v1/items",
    "menu": [{"to": "/news"}]}
WANTED = ["https://example.org/papers/steel-and-iron", "https://example.org/papers/ports?lang=en&v=2",
          "https://example.org/news"]


def found(markup: str) -> list[str]:
    page = f"<html><body><div id=root></div>{markup}</body></html>".encode()
    return [lead.url for lead in read_drawn_links(page, AT) if not lead.url.endswith(".png")]


@pytest.mark.parametrize("markup", [
    f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(STATE)}</script>',
    f"<script>window.__INITIAL_STATE__ = {json.dumps(STATE)};</script>",
    f"<script>window.__DATA__ = JSON.parse({json.dumps(json.dumps(STATE))})</script>",
    "<script>window.__NUXT__=(function(a){return {u:"
    + json.dumps(STATE).replace("/", "\\u002F").replace("&", "\\u0026") + "}}(1))</script>",
    f"<script>self.__next_f.push([1, {json.dumps(json.dumps(STATE).replace('/', chr(92) + '/'))}])</script>",
    "".join(f"<script nonce=x>self.__next_f.push([1,{json.dumps(part)}])</script>\n"
            for part in re.findall("(?s).{1,17}", json.dumps(STATE))),
    f"""<script id="ng-state" type="application/json">{json.dumps(STATE).replace('"', '&q;')}</script>""",
    f"""<div id="app" data-page="{escape(json.dumps(STATE))}"></div>""",
    f"""<astro-island client="load" props="{escape(json.dumps(STATE))}"></astro-island>""",
    f"""<papers-list x-init="items = {escape(json.dumps(STATE))}"></papers-list>""",
    f"""<papers-list :items='{json.dumps(STATE).replace('/', chr(92) + '/')}'></papers-list>"""])
def test_addresses_are_found_however_the_state_is_written(markup: str) -> None:
    assert found(markup) == WANTED


def test_programs_and_what_json_ld_says_are_no_addresses_of_pages() -> None:
    assert found('<script src="/js/main.js"></script><script>load("/app", "//cdn.example/x/y", "/a/{id}")</script>'
                 '<script type="application/ld+json">{"url": "/papers/told-elsewhere"}</script>') == []


@pytest.mark.parametrize("markup", [
    "<script>x = '" + "/a" * 100_000 + "</script>", "<script>x = '/papers/ports'" * 40_000, "<script " * 100_000])
def test_what_has_no_end_costs_no_time(markup: str) -> None:
    started = time.process_time()
    assert found(markup) == []
    assert time.process_time() - started < 2


SLUGS = json.dumps({"items": [{"title": name, "slug": name} for name in ("steel", "ports", "rivers")], "slug": "menu"})


def test_slugs_stand_where_links_that_are_drawn_have_theirs() -> None:
    page = f'<script id="__NEXT_DATA__" type="application/json">{SLUGS}</script>'.encode()
    drawn = [f"https://example.org/papers/{name}/" for name in ("steel", "ports")]
    found = [lead.url for lead in read_drawn_links(page, AT, [*drawn, "https://example.org/about"])]
    assert found[:3] == [*drawn, "https://example.org/papers/rivers/"]


def test_slugs_that_no_link_explains_stand_below_their_list_and_lead_nowhere_from_an_article() -> None:
    page, others = f"<script>window.state = {SLUGS}</script>".encode(), ["https://example.org/about"]
    found = read_drawn_links(page, AT, others, is_list=True)
    assert [lead.url for lead in found][:2] == [f"{AT}/steel", f"{AT}/ports"]
    assert read_drawn_links(page, AT, others) == ()


@pytest.mark.parametrize(("script", "count"), [
    ('createPages(4, 0, "index", "html")', 3), ("pager('3','1','list','shtml')", 2), ('f(0, 0, "index", "html")', 0),
    ('crop(640, 480, "photo", "jpg")', 0)])
def test_a_pager_that_a_script_draws_is_followed_by_its_count(script: str, count: int) -> None:
    found = read_counted_pages(f"<body><script>{script}</script></body>".encode(), "https://example.org/policy/")
    assert len(found) == count and all(lead.origin == "next" for lead in found)
    assert [lead.url for lead in found[:1] if "policy/index_1.html" not in lead.url] == (
        ["https://example.org/policy/list_1.shtml"] if "list" in script else [])
