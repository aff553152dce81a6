"""Counts over time as charts: what is drawn, and what is left out."""

from archive.browse.charts import Chart, time_chart


def chart(counts: dict[str, int], until: str = "2026-01") -> Chart:
    drawn = time_chart({(month, "a"): count for month, count in counts.items()}, {"a": "A"}, until=until)
    assert drawn is not None
    return drawn


def test_one_old_document_among_many_does_not_stretch_the_chart() -> None:
    drawn = chart({"1789-07": 1} | {f"2025-{month:02}": 10 for month in range(1, 11)})
    assert (drawn.unit, drawn.periods[0].key, drawn.strays) == ("month", "2025-01", 1)


def test_an_old_document_among_few_is_drawn() -> None:
    drawn = chart({"1990-07": 1, "2024-01": 2, "2025-01": 2})
    assert (drawn.periods[0].key, drawn.strays) == ("1990", 0)


def test_a_thin_beginning_without_a_long_silence_is_drawn() -> None:
    drawn = chart({"2020-01": 1, "2021-01": 20, "2022-01": 40, "2025-01": 40})
    assert (drawn.periods[0].key, drawn.strays) == ("2020-01", 0)


def test_what_is_dated_to_a_year_alone_is_drawn_by_year() -> None:
    drawn = chart({"2019": 4, "2021": 3, "2021-05": 2})
    assert (drawn.unit, [period.total for period in drawn.periods], drawn.strays) == ("year", [4, 0, 5], 0)


def test_a_few_dated_to_a_year_alone_are_told_and_not_drawn_by_month() -> None:
    drawn = chart({"2021": 1, "2021-04": 3, "2021-05": 2})
    assert (drawn.unit, [period.total for period in drawn.periods], drawn.strays) == ("month", [3, 2], 1)


def test_the_first_word_below_a_chart_hangs_over_no_end_of_a_narrow_one() -> None:
    drawn = chart({f"2025-{month:02}": 1 for month in range(2, 12)})
    assert drawn.ticks[:2] == ((0.0, "start", "Feb 2025"), (35.0, "middle", "May 2025"))
