"""Pairs are kept evenly where only so many are asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pie_qg.records import Argument, Item, Passage, QAPair, Triple
from pie_qg.spread import REASON, Quotas, make_quotas, share_out

WORD = Argument("x")
TRIPLE = Triple(WORD, WORD, WORD)


def item(passage_id: str, title: str, pairs: int) -> Item:
    made = tuple(QAPair(f"{passage_id}-{n}", f"Question {n}?", "x", 0, 0, TRIPLE, "rule") for n in range(pairs))
    return Item(Passage(passage_id, "x", title, passage_id), pairs=made)


@given(st.integers(0, 200), st.lists(st.integers(0, 40), max_size=12))
def test_shares_sum_up_and_are_even(total: int, holdings: list[int]) -> None:
    takings = share_out(total, holdings)
    assert sum(takings) == min(total, sum(holdings))
    assert all(0 <= taken <= holding for taken, holding in zip(takings, holdings, strict=True))
    open_takings = [taken for taken, holding in zip(takings, holdings, strict=True) if taken < holding]
    if open_takings:
        assert max(takings) <= max(open_takings) + 1
        assert max(open_takings) - min(open_takings) <= 1


def test_a_document_of_many_passages_gets_no_more_than_one_of_few() -> None:
    items = [item(f"a{n}", "A", 10) for n in range(4)] + [item("b", "B", 10)]
    quotas = make_quotas(items, 20, None)
    assert sum(quotas.of[f"a{n}"] for n in range(4)) == 10
    assert quotas.of["b"] == 10


def test_a_long_document_has_no_more_than_its_cap() -> None:
    items = [item(f"a{n}", "A", 10) for n in range(4)] + [item("b", "B", 3)]
    quotas = make_quotas(items, None, 8)
    assert [quotas.of[f"a{n}"] for n in range(4)] == [2, 2, 2, 2]
    assert quotas.of["b"] == 3
    assert sum(make_quotas(items, 6, 8).of.values()) == 6


def test_what_is_thinned_out_is_rejected_with_a_reason() -> None:
    thinned = Quotas({"a": 2}).apply(item("a", "A", 5))
    assert [pair.question for pair in thinned.pairs] == ["Question 0?", "Question 2?"]
    assert [reject.reason for reject in thinned.rejects] == [REASON] * 3
