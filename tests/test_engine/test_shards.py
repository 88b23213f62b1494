"""Shards hold every passage once, in order, and get smaller towards the end of a corpus."""

from __future__ import annotations

from itertools import count, islice, pairwise

from hypothesis import given
from hypothesis import strategies as st

from pie_qg.engine.shards import SHARD_SIZE, SMALLEST_SHARD, count_shards, make_shards
from pie_qg.records import Passage


@given(st.integers(0, 12 * SHARD_SIZE))
def test_every_passage_is_in_one_shard(number: int) -> None:
    passages = [Passage(f"p{n}", "text") for n in range(number)]
    shards = list(make_shards(passages))
    assert [passage for shard in shards for passage in shard.passages] == passages
    assert [shard.index for shard in shards] == list(range(count_shards(number)))
    sizes = [len(shard.passages) for shard in shards]
    assert all(earlier >= later for earlier, later in pairwise(sizes))
    assert all(SMALLEST_SHARD <= size <= SHARD_SIZE for size in sizes[:-1])


def test_the_last_shards_are_small() -> None:
    sizes = [len(shard.passages) for shard in make_shards(Passage(f"p{n}", "text") for n in range(6 * SHARD_SIZE))]
    assert sizes[:3] == [SHARD_SIZE] * 3
    assert sizes[-2] == SMALLEST_SHARD


def test_an_endless_corpus_is_read_only_a_little_ahead() -> None:
    passages = (Passage(f"p{n}", "text") for n in count())
    assert [len(shard.passages) for shard in islice(make_shards(passages), 3)] == [SHARD_SIZE] * 3
