"""When a host is taken for down or busy, and when the addresses are to blame."""

import pytest

from crawler.crawl.outages import HostOutages, Outages


@pytest.fixture
def outages() -> Outages:
    found = Outages(patience_seconds=300.0)
    found.note_answer(0.0)
    return found


def busy(outages: Outages, addresses: list[int], now: float) -> list[bool]:
    """Which of the addresses, turned away one after another, are excused."""
    return [outages.note_busy(number, now, by_page=True) is not None for number in addresses]


def test_a_host_that_turns_several_away_in_a_row_is_waited_for(outages: Outages) -> None:
    assert busy(outages, [1, 2, 3, 4], now=0.0) == [False, False, True, True]
    assert outages.paused_until == 1.0
    assert busy(outages, [5], now=1.0) == [True] and outages.paused_until == 3.0


def test_pages_that_turn_everybody_away_are_to_blame_once_the_host_answers_others(outages: Outages) -> None:
    busy(outages, [1, 2, 3], now=0.0)
    outages.note_answer(0.5)               # asked for before the pause
    assert busy(outages, [4], now=1.0) == [True]
    outages.note_answer(4.0)
    assert busy(outages, [1, 2, 3], now=5.0) == [False] * 3 and outages.paused_until == 0.0


def test_a_limit_on_how_often_we_ask_is_never_an_addresss_fault(outages: Outages) -> None:
    for now in (0.0, 10.0):
        told = [outages.note_busy(number, now, by_page=False) for number in (1, 2, 3)]
        assert told[2] is not None
        outages.note_answer(now + 5.0)


def test_patience_with_a_busy_host_ends(outages: Outages) -> None:
    busy(outages, [1, 2, 3], now=0.0)
    assert not outages.is_hopeless(299.0) and outages.is_hopeless(301.0)


def test_before_any_answer_nothing_is_known_of_the_host() -> None:
    assert busy(Outages(300.0), [1, 2, 3], now=0.0) == [False] * 3


def test_a_further_host_is_given_up_soon_unless_the_network_may_be_down() -> None:
    hosts = HostOutages(patience_seconds=300.0)
    hosts.of("https://a.example/").note_answer(0.0)
    for number in range(3):
        hosts.of("https://b.example/").note_silence(number, 10.0)
    assert hosts.is_hopeless("https://b.example/", 10.0) and not hosts.is_hopeless("https://a.example/", 10.0)
    hosts.of("https://a.example/").note_silence(9, 11.0)
    assert not hosts.is_hopeless("https://b.example/", 11.0)
    assert hosts.is_hopeless("https://b.example/", 400.0)
