import numpy as np
import pytest

from crawler.parsing.body.trees import Forest

ONE = Forest(columns=np.array([[0], [1]]), borders=np.array([[0.5], [2.0]], np.float32),
             leaves=np.array([[-9.0, 0.0, 1.0, 9.0]], np.float32), bias=0.0)


@pytest.mark.parametrize(("row", "odds"), [((0, 0), -9.0), ((1, 0), 0.0), ((0, 3), 1.0), ((1, 3), 9.0)])
def test_the_answers_of_a_tree_are_the_bits_of_its_leaf(row: tuple[float, float], odds: float) -> None:
    assert ONE.shares(np.array([row], np.float32))[0] == pytest.approx(1 / (1 + np.exp(-odds)))


def test_no_rows_have_no_shares() -> None:
    assert len(ONE.shares(np.zeros((0, 2), np.float32))) == 0


def test_rows_beyond_what_is_done_at_once_are_told_too() -> None:
    rows = np.tile(np.array([[0, 0], [1, 3]], np.float32), (2000, 1))
    assert np.array_equal(ONE.shares(rows), np.tile(ONE.shares(rows[:2]), 2000))
