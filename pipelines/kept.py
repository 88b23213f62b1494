"""Scores of readers trained on a run's pairs, kept in `.bench/` so that a benchmark that was stopped goes on.

The key is the fingerprint of all that went into a score: the run, the reader's code, the settings and the seed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pie_qg.api import evaluate, train
from pie_qg.files import write_json
from pie_qg.run_folder import MANIFEST
from pie_qg.squad import SQUAD

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".bench"
SHARED = Path(os.environ.get("PIE_QG_SHARED", ROOT.parent / "shared"))


def reader_scores(run: Path, dev: Sequence[Path | str], examples: int, seed: int = 0) -> list[dict[str, Any]]:
    """Return what `evaluate` says of a reader trained on so many of a run's pairs, from `.bench/` where it is there."""
    manifest = json.loads((run / MANIFEST).read_text(encoding="utf-8"))
    names = [Path(each).name for each in dev]
    key = hashlib.sha256(f"{manifest['key']} {names} {examples} {seed} {_reader_source()}".encode()).hexdigest()[:16]
    kept = KEPT / f"reader-{key}.json"
    if not kept.exists():
        out = KEPT / f"{run.name}-reader"
        shutil.rmtree(out, ignore_errors=True)
        write_json(kept, evaluate(list(dev), train(run / SQUAD, out, max_examples=examples, seed=seed).reader))
    scores: list[dict[str, Any]] = json.loads(kept.read_text(encoding="utf-8"))
    return scores


def _reader_source() -> str:
    digest = hashlib.sha256()
    for path in sorted((ROOT / "pie_qg" / "reader").glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
