"""A broken stage stops the run; a bad passage does not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pie_qg.engine.work import ShardDone, StageDone
from pie_qg.failures import Failures, StageBrokenError


def run(failed_in_shards: Sequence[int], passages: int, allowed: float = 0.2, size: int = 32) -> None:
    failures = Failures(allowed, passages)
    for index, failed in enumerate(failed_in_shards):
        stage = StageDone("openie", b"", 0.0, min(size, passages), failed, "ValueError: why" if failed else "")
        failures.add(ShardDone(index, size, (stage,)))


def test_as_many_as_are_allowed_do_not_stop_a_run() -> None:
    run([0] * 8 + [32, 32], passages=320)


def test_more_stop_it_with_a_diagnosis() -> None:
    told = r"stage openie failed on 14 of the 64 passages .* max_failed=0.2 allows; first with ValueError: why"
    with pytest.raises(StageBrokenError, match=told):
        run([0, 14], passages=64)


def test_a_broken_stage_is_found_long_before_the_end() -> None:
    with pytest.raises(StageBrokenError, match="failed on 64 of the 64"):
        run([32] * 1000, passages=32_000)


def test_a_bad_patch_at_the_start_is_no_verdict_on_a_long_corpus() -> None:
    run([30] + [0] * 999, passages=32_000)


def test_one_bad_passage_of_a_handful_is_set_aside() -> None:
    run([1], passages=3)


def test_the_only_passage_is_all_that_there_is() -> None:
    with pytest.raises(StageBrokenError, match="failed on 1 of the 1"):
        run([1], passages=1)


def test_none_allowed_means_none() -> None:
    run([0, 0], passages=64, allowed=0)
    with pytest.raises(StageBrokenError):
        run([2], passages=64, allowed=0)


def test_all_allowed_means_all() -> None:
    run([32, 32], passages=64, allowed=1)
