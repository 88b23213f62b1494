"""A document is in one split alone, whatever the documents are."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pie_qg.export.split import TRAIN, VALIDATION, record, split_documents
from pie_qg.results import document
from tests.runs import pair


@given(st.lists(st.integers(0, 8), min_size=1, max_size=60), st.floats(0, 0.9), st.integers(0, 5))
def test_every_document_is_in_one_split_and_none_is_empty(titles: list[int], share: float, seed: int) -> None:
    rows = [pair(n, title=f"T{title}", record=f"T{title}") for n, title in enumerate(titles)]
    split = split_documents(lambda: rows, share, seed)
    found = {name: {document(row) for row in rows if split.of(row) == name} for name in (TRAIN, VALIDATION)}
    assert not found[TRAIN] & found[VALIDATION]
    assert found[TRAIN]
    assert bool(found[VALIDATION]) == (len(set(titles)) > 1 and share > 0)


def test_the_share_is_kept_and_the_order_of_rows_changes_nothing() -> None:
    rows = [pair(n, title=f"T{n // 10}") for n in range(400)]
    split = split_documents(lambda: rows, 0.1, 0)
    assert sum(split.of(row) == VALIDATION for row in rows) == 40
    assert split_documents(lambda: rows[::-1], 0.1, 0).validation == split.validation
    assert split_documents(lambda: rows, 0.1, 1).validation != split.validation


def test_texts_of_one_file_are_split_by_record() -> None:
    rows: list[dict[str, Any]] = [pair(n, title="", source="texts.txt") for n in range(40)]
    split = split_documents(lambda: rows, 0.1, 0)
    assert split.key is record
    assert sum(split.of(row) == VALIDATION for row in rows) == 4
    assert len({row["record"] for row in rows if split.of(row) == VALIDATION}) == 2
