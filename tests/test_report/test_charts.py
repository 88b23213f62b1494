"""Charts follow the page's theme, say in words what they show, and give their figures as a table."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pie_qg.report.charts import _binned, bars, histogram, intervals, percent, shares
from pie_qg.report.scores import gain, score_charts
from tests.runs import HOSTILE, SCORES


def test_bars_are_drawn_in_the_pages_colours_and_told_in_words() -> None:
    chart = bars("Types", [("who", 3), ("what", 1)], of="pairs")
    assert chart.svg.startswith('<svg aria-hidden="true" viewBox="')
    assert 'fill="var(--accent)"' in chart.svg
    assert ">who</text>" in chart.svg
    assert "http" not in chart.svg
    assert chart.summary == "Types: who 75 %, what 25 %."
    assert chart.rows == (("who", "3", "75 %"), ("what", "1", "25 %"))


def test_hostile_names_are_no_markup() -> None:
    chart = bars("Rules", [("</svg><script>", 1), (HOSTILE, 2)], of="pairs")
    assert "<script" not in chart.svg
    assert "<img" not in chart.svg


def test_histogram_has_all_there_is() -> None:
    chart = histogram("Words", Counter({3: 5, 4: 5, 400: 1}), of="pairs", unit="words")
    assert sum(int(row[1]) for row in chart.rows) == 11


@given(st.dictionaries(st.integers(0, 500), st.integers(1, 9), min_size=1), st.integers(1, 20))
def test_bins_lose_nothing(counts: dict[int, int], bins: int) -> None:
    binned = _binned(counts, bins)
    assert sum(count for _, _, count in binned) == sum(counts.values())
    assert len(binned) <= bins
    assert all(before[1] == after[0] for before, after in pairwise(binned))


def test_shares_name_their_bins() -> None:
    assert shares("Overlap", {0: 1, 19: 3}, 20, 0.7, of="pairs").rows[-1] == ("0.95 – 1.00", "3", "75 %")


def test_scores_have_intervals_where_they_are_known() -> None:
    f1, em, by_type = score_charts(SCORES)
    assert f1.rows == (
        ("dev.json", "untrained", "5.0", "not given", "50"),
        ("dev.json", "trained", "55.5", "45.0 – 64.0", "50"),
    )
    assert [row[2] for row in em.rows] == ["1.0", "40.0"]
    assert [row[0] for row in by_type.rows] == ["who"]
    assert gain(SCORES) == (SCORES[0], SCORES[1])
    assert gain(SCORES[:1]) is None


def test_one_reader_needs_no_legend() -> None:
    row = {"name": "dev", "series": "r", "value": 50.0, "low": None, "high": None, "n": 9}
    assert len(intervals("F1", [row]).legend) == 1


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 0, "0.0 %"),
        (1, 3, "33 %"),
        (1, 30, "3.3 %"),
        (1, 10**6, "< 0.1 %"),
        (9999, 10**4, "> 99.9 %"),
        (5, 5, "100 %"),
    ],
)
def test_percent_rounds_nothing_away(part: int, whole: int, said: str) -> None:
    assert percent(part, whole) == said


def test_every_reader_of_many_is_in_the_legend() -> None:
    rows = [{"name": "dev", "series": f"r{n}", "value": 50.0, "low": 40.0, "high": 60.0, "n": 9} for n in range(7)]
    chart = intervals("F1", rows)
    assert [name for name, _ in chart.legend] == [f"r{n}" for n in range(7)]
    assert chart.svg.count(">50.0</text>") == 7
