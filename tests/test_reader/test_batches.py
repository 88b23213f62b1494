"""Every window comes once an epoch, in an order that the seed and the epoch decide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pie_qg.reader.batches import LengthBuckets


@given(lengths=st.lists(st.integers(1, 400), max_size=300), batch=st.integers(1, 32), seed=st.integers(0, 9))
def test_a_permutation(lengths: list[int], batch: int, seed: int) -> None:
    buckets = LengthBuckets(lengths, batch, seed)
    first = list(buckets)
    assert sorted(first) == list(range(len(lengths)))
    assert list(buckets) == first


def test_epochs_differ_and_batches_are_of_like_length() -> None:
    lengths = [i % 300 + 10 for i in range(1600)]
    buckets = LengthBuckets(lengths, 16, 0)
    first = list(buckets)
    buckets.set_epoch(1)
    assert list(buckets) != first
    padded = sum(16 * max(lengths[i] for i in first[b : b + 16]) for b in range(0, 1600, 16))
    assert padded < 1.05 * sum(lengths)


def test_a_training_begins_with_short_windows() -> None:
    lengths = [(i * 37) % 300 + 10 for i in range(1600)]
    buckets = LengthBuckets(lengths, 16, 0, short_first=True)
    longest = [max(lengths[i] for i in list(buckets)[b : b + 16]) for b in range(0, 1600, 16)]
    assert max(longest[:25]) <= min(longest[25:])
    buckets.set_epoch(1)
    longest = [max(lengths[i] for i in list(buckets)[b : b + 16]) for b in range(0, 1600, 16)]
    assert max(longest[:25]) > min(longest[25:])
