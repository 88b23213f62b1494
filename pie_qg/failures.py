"""How many of its passages may a stage fail on before the fault is likely its own?"""

from __future__ import annotations

from collections import Counter

from pie_qg.engine.work import ShardDone
from pie_qg.errors import InputError

# So many failures tell a broken stage from a bad patch of the corpus before all of it has been seen.
_EVIDENCE = 50


class StageBrokenError(InputError):
    """A stage failed on more passages than it may."""

    def __init__(self, stage: str, message: str) -> None:
        super().__init__(message)
        self.stage = stage


class Failures:
    """Counts what stages fail on, over the shards of a run."""

    def __init__(self, allowed: float, passages: int) -> None:
        self._allowed = allowed
        self._passages = passages
        self._failed: Counter[str] = Counter()
        self._taken: Counter[str] = Counter()
        self._first: dict[str, str] = {}

    def add(self, shard: ShardDone) -> None:
        """Count a shard; raises StageBrokenError where a stage has failed on more than its share."""
        for stage in shard.stages:
            self._taken[stage.stage] += stage.taken
            self._failed[stage.stage] += stage.failed
            if stage.error:
                self._first.setdefault(stage.stage, stage.error)
                if self._failed[stage.stage] > min(_EVIDENCE, self._allowed * self._passages):
                    self._check(stage.stage)

    def _check(self, stage: str) -> None:
        failed, taken = self._failed[stage], self._taken[stage]
        # One bad passage in a handful is no sign of anything, unless it is all that there is.
        if failed > self._allowed * taken and (failed > 1 or self._passages == 1):
            raise StageBrokenError(
                stage,
                f"stage {stage} failed on {failed} of the {taken} passages it was given, more than max_failed="
                f"{self._allowed:g} allows; first with {self._first[stage]}; mend that and run the same command again",
            )
