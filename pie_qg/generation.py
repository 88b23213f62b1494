"""A corpus becomes a data set: the stages run over its shards, and the files are written from what they leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from pie_qg.corpus import Scan, read_passages, scan_corpus
from pie_qg.engine.collector import seldom_collected
from pie_qg.engine.shards import Shard, count_shards, make_shards
from pie_qg.engine.work import Job, restored, results_kept
from pie_qg.errors import InputError
from pie_qg.failures import Failures, StageBrokenError
from pie_qg.files import make_folder, move_together, remove_folder, write_json
from pie_qg.manifest import dataset_key, finished_counts, make_manifest, versions
from pie_qg.pipeline import make_job, make_steps, run_job
from pie_qg.recipe import Recipe
from pie_qg.records import Item
from pie_qg.run_folder import MANIFEST, RunFolder, check_folder, claimed
from pie_qg.spread import make_quotas
from pie_qg.squad import DATASET_FILES, Counts, write_dataset
from pie_qg.stage import Progress


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


@dataclass(slots=True)
class _Tally:
    """What this session has done, as against what it found done."""

    seconds: Counter[str] = field(default_factory=Counter)
    shards: int = 0
    kept: int = 0


def generate_dataset(
    recipe: Recipe, out: Path, *, workers: int | None = None, pairs: int | None = None, progress: Progress | None = None
) -> Dataset:
    """Generate a data set from the recipe's corpus into the folder `out`, going on from what a former run finished.

    Raises InputError for a corpus, folder or recipe that will not do, before any model is loaded.
    """
    scan = scan_corpus(recipe.corpus)
    folder = check_folder(out, scan.fingerprints)
    job = make_job(make_steps(recipe), repr(versions()), folder.store)
    key = dataset_key(recipe, scan, job.keys, pairs)
    if (counts := finished_counts(folder.manifest(), key, out)) is not None:
        return _as_found(folder, counts)
    passages = min(recipe.corpus.limit or scan.passages, scan.passages)
    with claimed(folder, _record(scan, job, passages)), seldom_collected():
        tally = _run_stages(recipe, scan, job, workers, passages, progress)
        counts = _write_files(recipe, scan, job, folder, pairs, key)
        folder.clear_work()
    notes = (*_resumed(tally), *_notes(counts, pairs))
    return Dataset(out, counts, tuple(_table(counts, tally.seconds)), notes)


def _as_found(folder: RunFolder, counts: Counts) -> Dataset:
    """Return the data set that this very run made before; what a kill at its very end left is cleared away."""
    if folder.work.exists():
        with claimed(folder):
            folder.clear_work()
    note = f"{folder.path} holds this very run already; nothing was done again"
    return Dataset(folder.path, counts, tuple(_table(counts, Counter())), (note,))


def _record(scan: Scan, job: Job, passages: int) -> dict[str, object]:
    stages = {step.stage.name: key for step, key in zip(job.steps, job.keys, strict=True)}
    return {"corpus": scan.fingerprints, "passages": passages, "shards": count_shards(passages), "stages": stages}


def _run_stages(
    recipe: Recipe, scan: Scan, job: Job, workers: int | None, passages: int, progress: Progress | None
) -> _Tally:
    tally = _Tally()
    failures = Failures(recipe.max_failed, passages)
    done = 0
    try:
        with closing(run_job(recipe, job, _shards(recipe, scan), workers)) as shards:
            for shard in shards:
                done += shard.passages
                tally.shards += 1
                tally.kept += not shard.stages
                tally.seconds.update({stage.stage: stage.seconds for stage in shard.stages})
                failures.add(shard)
                if progress:
                    progress(done, passages)
    except StageBrokenError as error:
        # Its results are mostly errors; once it is mended, or what it needs is there, they are to be made anew.
        if job.store is not None:
            remove_folder(job.store.folder / error.stage)
        raise
    return tally


def _shards(recipe: Recipe, scan: Scan) -> Iterator[Shard]:
    return make_shards(read_passages(scan, recipe.corpus))


def _write_files(recipe: Recipe, scan: Scan, job: Job, folder: RunFolder, pairs: int | None, key: str) -> Counts:
    """Write the data set beside what is there, and put it in its place when all of it is whole."""
    drafts = folder.drafts
    make_folder(drafts)

    def read_items() -> Iterator[Item]:
        for shard in _shards(recipe, scan):
            yield from _finished_items(job, shard)

    per_document = recipe.questions.per_document
    bounded = pairs is not None or per_document is not None
    quotas = make_quotas(read_items(), pairs, per_document) if bounded else None
    counts = write_dataset(
        lambda: map(quotas.apply, read_items()) if quotas else read_items(), drafts, scan.extra_fields
    )
    write_json(drafts / MANIFEST, make_manifest(key, recipe, scan, pairs, counts, drafts))
    # A manifest vouches for the files beside it: it goes first and comes last.
    (folder.path / MANIFEST).unlink(missing_ok=True)
    move_together((*DATASET_FILES, MANIFEST), drafts, folder.path)
    return counts


def _finished_items(job: Job, shard: Shard) -> list[Item]:
    results = results_kept(job, shard.index, shard.digest())
    if len(results) < len(job.steps):
        raise InputError(
            f"the corpus was changed while it was read (passages {shard.passages[0].id!r} to "
            f"{shard.passages[-1].id!r}); run the same command again"
        )
    return restored(job.steps, shard, results)


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


def _resumed(tally: _Tally) -> Iterator[str]:
    if tally.kept:
        yield f"{tally.kept} of {tally.shards} shards were found done and were kept"


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
