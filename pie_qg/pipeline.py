"""A recipe becomes the chain of stages, and an engine runs it; the one place that knows stages and engines."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from pathlib import Path

from pie_qg.engine.keys import chain_keys
from pie_qg.engine.local import cores, run_local
from pie_qg.engine.shards import Shard
from pie_qg.engine.store import ShardStore
from pie_qg.engine.work import Job, ShardDone
from pie_qg.recipe import Recipe
from pie_qg.stage import Step, check_chain


def make_steps(recipe: Recipe) -> list[Step]:
    """Return the recipe's steps from a passage to its pairs, checked, with no model loaded."""
    from pie_qg.openie.stage import OpenIEStage
    from pie_qg.paraphrase.stage import ParaphraseStage
    from pie_qg.parse_stage import ParseStage
    from pie_qg.questions.stage import QuestionsStage

    seed = recipe.seed
    parser = (recipe.parse, _stamp(recipe.parse.model))
    paraphraser = (recipe.paraphrase, _stamp(recipe.paraphrase.model), *parser, seed)
    on_gpu = recipe.paraphrase.method == "seq2seq"
    steps = [
        Step(ParseStage(recipe.parse), parser),
        Step(ParaphraseStage(recipe.paraphrase, recipe.parse, seed), paraphraser, on_gpu=on_gpu),
        Step(OpenIEStage(recipe.openie), (recipe.openie,)),
        Step(QuestionsStage(recipe.questions, seed), (recipe.questions, seed)),
    ]
    check_chain(steps)
    return steps


def make_job(steps: Iterable[Step], upstream: str, store: ShardStore | None = None) -> Job:
    """Return the steps with their keys; `upstream` describes what all of them depend on."""
    chain = tuple(steps)
    return Job(chain, chain_keys(chain, upstream), store)


def run_job(recipe: Recipe, job: Job, shards: Iterable[Shard], workers: int | None) -> Generator[ShardDone, None, None]:
    """Run every shard on the recipe's engine and yield what is told of each."""
    if recipe.engine == "ray":
        from pie_qg.engine.ray import run_on_ray

        return run_on_ray(shards, job, recipe.cluster, workers)
    return run_local(shards, job, workers or cores())


def _stamp(model: str | None) -> tuple[tuple[str, int, int], ...]:
    """Return name, size and time of change of each file of a model that is a folder: it may change under its name."""
    folder = Path(model) if model else None
    if folder is None or not folder.is_dir():
        return ()
    stats = [(path, path.stat()) for path in sorted(folder.rglob("*")) if path.is_file()]
    return tuple((path.relative_to(folder).as_posix(), stat.st_size, stat.st_mtime_ns) for path, stat in stats)
