"""The leased queue: nothing is lost, nothing is handed out twice, failures are remembered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.database import Archive, open_archive, transaction
from archive.frontier import DAY, LEASE_SECONDS, Address, Frontier, Offer, Visit

NOW = 1_700_000_000.0


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "archive.db", create=True) as opened:
        yield opened


@pytest.fixture
def frontier(archive: Archive) -> Frontier:
    frontier = Frontier(archive, "example")
    frontier.begin_round(NOW)
    return frontier


def url(number: int) -> str:
    return f"https://example.org/{number}"


def take(frontier: Frontier, now: float = NOW) -> Address:
    (address,) = frontier.claim(1, now)
    return address


def keep_one(frontier: Frontier, now: float = NOW) -> None:
    """A page of the source is visited and kept."""
    frontier.add_many([Offer(url(1), priority=1)], now)
    frontier.ack(take(frontier, now), Visit("kept"), now)


def test_an_address_is_taken_in_once(frontier: Frontier) -> None:
    assert frontier.add_many([Offer(url(1)), Offer(url(1) + "/?utm_source=x"), Offer(url(2))], NOW) == 2


def test_two_sources_each_have_their_own_queue(archive: Archive, frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1))], NOW)
    assert Frontier(archive, "other").add_many([Offer(url(1))], NOW) == 1


def test_what_is_sent_for_an_address_is_kept_until_it_was_sent(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1), sent="https://example.org/list page=2")], NOW)
    address = take(frontier)
    assert address.sent == "https://example.org/list page=2"
    frontier.ack(address, Visit("listed"), NOW)
    known = frontier.known(url(1))
    assert known is not None
    assert known.sent is None
    frontier.begin_round(NOW + DAY)
    frontier.add_many([Offer(url(1), again=True, sent="https://example.org/list page=2&state=new")], NOW + DAY)
    assert take(frontier, NOW + DAY).sent == "https://example.org/list page=2&state=new"


def test_an_address_whose_form_is_refused_is_asked_for_plainly(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1), sent="https://example.org/list page=2")], NOW)
    frontier.ask_plainly(take(frontier))
    assert take(frontier).sent is None


def test_the_end_of_a_list_that_a_form_turns_is_not_asked_for_by_itself(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1), "listing", "next", sent="https://example.org/list page=2"),
                       Offer(url(2), "listing", "next")], NOW)
    for address in frontier.claim(2, NOW):
        frontier.ack(address, Visit("listed"), NOW)
    assert [page[1] for page in frontier.further_pages()] == [url(2)]


def test_higher_priority_is_claimed_first(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1), priority=1), Offer(url(2), priority=2)], NOW)
    assert [address.url for address in frontier.claim(2, NOW)] == [url(2), url(1)]


def test_a_leased_address_is_not_handed_out_again(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1))], NOW)
    frontier.claim(1, NOW)
    assert frontier.claim(1, NOW) == []


def test_a_lease_that_ended_is_handed_out_again(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1))], NOW)
    frontier.claim(1, NOW)
    late = NOW + LEASE_SECONDS + 1
    frontier.claim(1, late)
    assert take(frontier, late).url == url(1)


def test_a_new_run_takes_over_the_leases_of_a_dead_one(archive: Archive, frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1))], NOW)
    frontier.claim(1, NOW)
    assert Frontier(archive, "example").take_over() == 1
    assert take(frontier, NOW + 1).url == url(1)


def test_a_round_that_was_cut_short_goes_on(archive: Archive, frontier: Frontier) -> None:
    assert not Frontier(archive, "example").begin_round(NOW + 60)


def test_a_round_that_ended_is_followed_by_a_new_one(frontier: Frontier) -> None:
    frontier.end_round(NOW + 60)
    assert frontier.begin_round(NOW + 120)


def test_an_acknowledged_address_rests(frontier: Frontier) -> None:
    keep_one(frontier)
    assert frontier.waiting() == 0


def test_a_kept_page_is_due_after_a_day_though_the_next_nights_run_begins_some_minutes_earlier(
        frontier: Frontier) -> None:
    keep_one(frontier)
    assert (frontier.wake_due(NOW + DAY / 2), frontier.wake_due(NOW + DAY - 1800)) == (0, 1)


def test_a_visit_by_a_clock_that_was_years_ahead_silences_nothing(archive: Archive, frontier: Frontier) -> None:
    frontier.add_many([Offer(url(2), kind="listing", depth=3)], NOW)
    ahead = NOW + 3650 * DAY
    assert frontier.begin_round(ahead)
    keep_one(frontier, ahead)
    frontier.ack(take(frontier, ahead), Visit("listed"), ahead)
    assert frontier.begin_round(NOW + 60)                    # though that round never ended
    assert (frontier.wake_due(NOW + 60), frontier.wake_listings(NOW + 60)) == (1, 1)


def test_a_page_that_stays_the_same_is_visited_ever_more_seldom(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1))], NOW)
    now, rests = NOW, []
    for _ in range(5):
        frontier.ack(take(frontier, now), Visit("kept", changed=False), now)
        (due,) = frontier.archive.connection.execute("SELECT due FROM frontier").fetchone()
        rests.append(due - now)
        now = due
        frontier.wake_due(now)
    assert rests == sorted(rests) and rests[-1] > 4 * rests[0]


def test_a_failure_stands_in_the_ledger_with_its_reason(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1))], NOW)
    frontier.fail(take(frontier), "timeout", NOW, next_try=NOW + 5)
    assert frontier.archive.connection.execute("SELECT url, reason, tries FROM failures").fetchall() == [
        (url(1), "timeout", 1)]


def test_a_failed_address_waits_for_its_next_try(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1))], NOW)
    frontier.fail(take(frontier), "timeout", NOW, next_try=NOW + 5)
    assert (len(frontier.claim(1, NOW + 4)), len(frontier.claim(1, NOW + 6))) == (0, 1)


def test_an_address_that_answers_leaves_the_ledger(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1))], NOW)
    frontier.fail(take(frontier), "timeout", NOW, next_try=NOW)
    frontier.ack(take(frontier), Visit("kept"), NOW)
    assert frontier.archive.connection.execute("SELECT count(*) FROM failures").fetchone() == (0,)


def test_a_new_run_tries_again_what_failed(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1))], NOW)
    frontier.fail(take(frontier), "timeout", NOW, next_try=NOW + DAY, this_round=False)
    frontier.begin_round(NOW + 60)
    assert take(frontier, NOW + 60).url == url(1)


def test_what_is_gone_is_asked_again_ever_more_seldom(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1))], NOW)
    asked = []
    for night in range(30):
        at = NOW + night * DAY
        frontier.wake_due(at)
        for address in frontier.claim(9, at):
            asked.append(night)
            frontier.ack(address, Visit("gone" if night else "missing", changed=False), at)
            frontier.note_failure(address, "404 Not Found", at, None)
    assert asked == [0, 1, 3, 7, 15]


def test_a_usual_place_that_goes_on_failing_is_left_alone(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1), "sitemap", "usual place")], NOW)
    asked = []
    for night in range(9):
        at = NOW + night * DAY
        frontier.begin_round(at)
        frontier.wake_due(at)
        for address in frontier.claim(9, at):
            asked.append(night)
            frontier.fail(address, "403", at, next_try=at + DAY, this_round=False, for_good=True)
    assert asked == [0, 1, 2, 3]


def woken(frontier: Frontier, nights: int, *, shows: bool = False) -> list[int]:
    """The nights on which a list is asked again that lies deep and never shows anything new, or does every night."""
    asked = []
    for night in range(nights):
        frontier.wake_listings(NOW + night * DAY)
        for address in frontier.claim(9, NOW + night * DAY):
            asked.append(night)
            frontier.ack(address, Visit("rejected", changed=shows), NOW + night * DAY)
    return asked


def test_a_deep_list_that_shows_nothing_new_is_asked_ever_more_seldom(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1), "listing", "sitemap")], NOW)
    assert woken(frontier, 60) == [0, 1, 2, 3, 5, 8, 12, 18, 27, 41, 55]


@pytest.mark.parametrize("offer", [Offer(url(1), "listing", "link", depth=1), Offer(url(1), "feed", "sitemap"),
                                   Offer(url(1), "listing", "start")])
def test_lists_that_news_shows_on_first_are_asked_every_night(frontier: Frontier, offer: Offer) -> None:
    frontier.add_many([offer], NOW)
    assert woken(frontier, 20) == list(range(20))


def test_a_further_page_of_a_list_that_showed_something_is_asked_once_in_a_week_or_two(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(n), "listing", "next") for n in range(1, 9)], NOW)
    pages = frontier.claim(9, NOW)
    frontier.add_many([Offer(url(90 + page.address_id), found_in=page.address_id) for page in pages[:7]], NOW)
    for address in (*pages, *frontier.claim(9, NOW)):
        frontier.ack(address, Visit("kept" if address.found_in else "rejected"), NOW)
    asked = []
    for night in range(1, 16):
        frontier.wake_listings(NOW + night * DAY)
        for address in frontier.claim(9, NOW + night * DAY):
            asked.append((night, address.url))
            frontier.ack(address, Visit("rejected", changed=False), NOW + night * DAY)
    assert len({shown for _, shown in asked}) == len(asked) == 7 and {night for night, _ in asked} <= set(range(7, 15))
    assert len({night for night, _ in asked}) > 4


def test_a_deep_list_that_shows_something_new_is_asked_every_night(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1), "listing", "link", depth=4)], NOW)
    assert woken(frontier, 20, shows=True) == list(range(20))


@pytest.mark.parametrize(("changed", "woken"), [(NOW + 50, [url(1)]), (NOW - 50, [])])
def test_a_later_date_in_a_listing_wakes_a_kept_page_and_an_earlier_one_does_not(
        frontier: Frontier, changed: float, woken: list[str]) -> None:
    keep_one(frontier)
    frontier.add_many([Offer(url(1), changed_since=changed)], NOW + 100)
    assert [address.url for address in frontier.claim(1, NOW + 100)] == woken


def test_what_the_caller_rolls_back_never_happened(archive: Archive, frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1))], NOW)
    address = take(frontier)
    with pytest.raises(ZeroDivisionError), transaction(archive):
        frontier.ack(address, Visit("kept"), NOW)
        raise ZeroDivisionError
    frontier.take_over()
    assert take(frontier).url == url(1)


def test_the_same_bytes_at_another_address_are_found(frontier: Frontier) -> None:
    frontier.add_many([Offer(url(1)), Offer(url(2))], NOW)
    one, two = frontier.claim(2, NOW)
    frontier.ack(one, Visit("kept", digest=7), NOW)
    assert frontier.twin(two, 7) == url(1)
