"""The folder that keeps every stage's result on every shard until the run is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pie_qg.files import make_folder, whole_file


@dataclass(frozen=True, slots=True)
class ShardStore:
    """A folder of results; each file starts with the key of the stage and the digest of the shard's passages."""

    folder: Path

    def path(self, stage: str, index: int) -> Path:
        return self.folder / stage / f"{index:08d}.jsonl"

    def read(self, stage: str, index: int, key: str, digest: str) -> bytes | None:
        """Return the result that was kept under this key, or None."""
        try:
            with self.path(stage, index).open("rb") as file:
                return file.read() if file.readline() == _header(key, digest) else None
        except FileNotFoundError:
            return None

    def write(self, stage: str, index: int, key: str, digest: str, content: bytes) -> None:
        """Keep a result; raises InputError where the disk is full."""
        path = self.path(stage, index)
        make_folder(path.parent)
        with whole_file(path) as file:
            file.write(_header(key, digest))
            file.write(content)

    def count(self, stage: str, key: str) -> int:
        """Return the number of shards that have a result of the stage under this key."""
        return sum(header.startswith(key.encode()) for header in self._headers(stage))

    def _headers(self, stage: str) -> Iterator[bytes]:
        for path in (self.folder / stage).glob("*.jsonl"):
            with path.open("rb") as file:
                yield file.readline()


def _header(key: str, digest: str) -> bytes:
    return f"{key} {digest}\n".encode()
