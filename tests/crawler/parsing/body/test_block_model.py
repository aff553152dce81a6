import numpy as np
import pytest

from archive.records import Page
from crawler.parsing.body.block_model import block_model
from crawler.parsing.body.choosing import drawn_together, like_its_look
from crawler.parsing.document import read_document
from crawler.parsing.outline import read_outline

TEXT = "The ministry published its yearly report on housing, and the figures surprised those who had asked for it. " * 2
PAGE = (f"<head>{{head}}</head><body><nav><a href='/'>Home</a></nav><article>{f'<p>{TEXT}</p>' * 6}</article>"
        "<footer><a href='/imprint'>Imprint</a></footer></body>")


def look_at(head: str = ""):
    page = Page.from_bytes(PAGE.format(head=head).encode(), url="https://ministry.example/reports/housing")
    found = block_model().look(read_outline(read_document(page)))
    assert found is not None
    return found


def _stated(json_ld: str) -> str:
    return f"<script type='application/ld+json'>{json_ld}</script>"


def test_prose_is_likelier_than_menu_and_foot() -> None:
    menu, *prose, foot = look_at().shares.tolist()
    assert min(prose) > max(menu, foot)


def test_shares_lie_between_nothing_and_all() -> None:
    shares = look_at().shares
    assert ((shares >= 0) & (shares <= 1)).all()


def test_a_page_that_calls_itself_an_article_is_trusted_to_be_one() -> None:
    assert look_at(_stated('{"@type": ["WebPage", "https://schema.org/NewsArticle"]}')).article >= 0.9


def test_a_list_that_states_its_articles_is_not_trusted_to_be_one() -> None:
    items = ", ".join(['{"@type": "Article"}'] * 3)
    features = look_at(_stated(f'{{"@type": "ItemList", "itemListElement": [{items}]}}')).features
    assert not features.rows[:, features.names.index("page_ld_article")].any()


@pytest.mark.parametrize(("article", "outside"), [(1.0, 0.0), (0.0, 0.1)])
def test_runs_outside_the_best_box_lose_on_articles_only(article: float, outside: float) -> None:
    features = look_at().features
    shares = np.full(len(features.runs), 0.95, np.float32)
    shares[[0, -1]] = 0.1
    assert drawn_together(features, shares, article)[[0, -1]] == pytest.approx([outside, outside])


def test_runs_that_look_alike_are_drawn_to_one_another() -> None:
    shares = np.array([0.1, 0.9, 0.9, 0.3, 0.9, 0.9, 0.9, 0.1], np.float32)
    menu, *prose, foot = like_its_look(look_at().features, shares).tolist()
    assert min(prose) == pytest.approx(0.6 * 0.3 + 0.4 * 0.8)
    assert menu == foot == pytest.approx(0.1)
