"""Items through stages and out again, with nothing kept on disk: for one look at what a few stages do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pie_qg.engine.local import cores, run_local
from pie_qg.engine.results import unpack
from pie_qg.engine.shards import Shard, make_shards
from pie_qg.engine.work import Job
from pie_qg.records import Item, Passage
from pie_qg.stage import Step


def stream_items(passages: Iterable[Passage], steps: Sequence[Step], workers: int | None = None) -> Iterator[Item]:
    """Yield each passage's item as the last step leaves it, in order; the work is shared out over processes."""
    job = Job(tuple(steps), tuple(step.stage.name for step in steps))
    given: dict[int, Shard] = {}
    for done in run_local(_remembered(make_shards(passages), given), job, workers or cores()):
        items = [Item(passage) for passage in given.pop(done.index).passages]
        for step, made in zip(steps, done.stages, strict=True):
            items = unpack(step.stage, items, made.content)
        yield from items


def _remembered(shards: Iterable[Shard], given: dict[int, Shard]) -> Iterator[Shard]:
    for shard in shards:
        given[shard.index] = shard
        yield shard
