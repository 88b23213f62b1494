"""Shards: slices of a corpus, and what is kept of each stage's work on one until the run is done."""

from __future__ import annotations

import hashlib
import inspect
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from pie_qg.files import whole_file
from pie_qg.records import Item, Passage, decode_item, encode
from pie_qg.stage import Step

# Small enough that a kill costs seconds, large enough that batches fill; part of what a run's bytes depend on.
SHARD_SIZE = 32


@dataclass(frozen=True, slots=True)
class Shard:
    """Passages that go through the stages together."""

    index: int
    passages: tuple[Passage, ...]


def make_shards(passages: Iterable[Passage]) -> Iterator[Shard]:
    """Yield the passages in shards of `SHARD_SIZE`, whatever the number of workers."""
    stream = iter(passages)
    index = 0
    while group := tuple(islice(stream, SHARD_SIZE)):
        yield Shard(index, group)
        index += 1


def input_key(shard: Shard) -> str:
    """Return a digest of the shard's passages."""
    return _digest(*(encode(passage) for passage in shard.passages))


def step_key(step: Step, upstream: str) -> str:
    """Return a digest of all that a step's result depends on: its settings, its source code, the key of its input."""
    stage = step.stage
    return _digest(
        stage.name.encode(), repr(step.settings).encode(), _source_digest(type(stage)).encode(), upstream.encode()
    )


def last_key(steps: Sequence[Step], upstream: str) -> str:
    """Return the key of the last step's result, given a key or description of the first step's input."""
    for step in steps:
        upstream = step_key(step, upstream)
    return upstream


@cache
def _source_digest(stage: type) -> str:
    """Digest the source of the package (or module) that defines the stage, and of the ground floor under it."""
    module = sys.modules[stage.__module__]
    path = Path(inspect.getfile(module))
    root = Path(__file__).resolve().parent.parent
    if path.is_relative_to(root):
        own = path.parent.rglob("*") if path.parent != root else [path]
        files = {*own, *root.glob("*.py")}
    else:
        files = {path}
    return _digest(*(file.read_bytes() for file in sorted(files) if file.suffix in {".py", ".txt", ".tsv", ".json"}))


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class ShardStore:
    """The folder that keeps finished shards; each file starts with the key of its content."""

    folder: Path

    def path(self, stage: str, index: int) -> Path:
        return self.folder / stage / f"{index:08d}.jsonl"

    def holds(self, stage: str, index: int, key: str) -> bool:
        """Return whether a finished result with this key is there."""
        try:
            with self.path(stage, index).open("rb") as file:
                return file.readline().strip() == key.encode()
        except FileNotFoundError:
            return False

    def write(self, stage: str, index: int, key: str, items: Sequence[Item]) -> None:
        path = self.path(stage, index)
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path) as file:
            file.write(key.encode() + b"\n")
            file.writelines(encode(item) + b"\n" for item in items)

    def read(self, stage: str, index: int) -> list[Item]:
        with self.path(stage, index).open("rb") as file:
            next(file)
            return [decode_item(line) for line in file]
