"""One pass over a corpus before any model loads: faults are found here, and what the run needs to know of the whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pie_qg.corpus.files import CorpusFile, find_files
from pie_qg.corpus.formats import read_records
from pie_qg.corpus.records import CorpusRecord
from pie_qg.corpus.split import passage_ids, split
from pie_qg.errors import InputError
from pie_qg.hub import HUB
from pie_qg.language import other_language
from pie_qg.recipe import CorpusConfig

# So many texts are looked at before a corpus is called not English.
_LANGUAGE_SAMPLE = 200
_SCALARS: tuple[type, ...] = (bool, int, float, str)
_INT64 = 2**63


@dataclass(frozen=True, slots=True)
class Scan:
    """What is known of a corpus before the run starts."""

    files: tuple[CorpusFile, ...]
    fingerprints: dict[str, str]
    """SHA-256 of each file, by its name."""
    passages: int
    scalar_fields: frozenset[str]
    """Extra fields that hold one scalar type throughout; others are carried as JSON text."""
    extra_fields: tuple[str, ...]


def scan_corpus(config: CorpusConfig) -> Scan:
    """Read the whole corpus once and return what it is.

    Raises InputError at the first fault: a file that is missing, empty, of no known format, not UTF-8 or not
    readable, two records of one id, no text at all, or text that is not English.
    """
    found = find_files([config.path] if isinstance(config.path, str) else config.path)
    files = [replace(file, first=config.limit) if file.format == "hub" else file for file in found]
    texts = hashlib.sha256()
    types: dict[str, set[type]] = {}
    languages: list[str | None] = []
    ids: dict[str, str] = {}
    for record in _distinct_records(files, config, ids):
        if len(languages) < _LANGUAGE_SAMPLE and record.text.strip():
            languages.append(other_language(record.text))
        if record.source.startswith(HUB):
            texts.update(record.text.encode())
        for key, value in record.extra.items():
            types.setdefault(key, set()).add(_scalar_type(value))
    _check_some_english(files, languages)
    scalar = frozenset(key for key, kinds in types.items() if len(kinds - {type(None)}) <= 1 and list not in kinds)
    fingerprints = {file.name: _fingerprint(file) or texts.hexdigest() for file in files}
    return Scan(tuple(files), fingerprints, len(ids), scalar, tuple(sorted(types)))


def _distinct_records(files: list[CorpusFile], config: CorpusConfig, first: dict[str, str]) -> Iterator[CorpusRecord]:
    """Yield the records; `first` fills with where each passage's id was seen first."""
    for file in files:
        for record in read_records(file, config.text_column):
            for passage_id in passage_ids(record.id, len(split(record.text, config.max_words))):
                if passage_id in first:
                    raise InputError(f"two records have the id {passage_id!r}: {first[passage_id]} and {record.where}")
                first[passage_id] = record.where
            yield record


def _check_some_english(files: list[CorpusFile], languages: list[str | None]) -> None:
    where = ", ".join(str(file.path) for file in files[:3])
    if not languages:
        raise InputError(f"{where}: no text in it")
    foreign = [language for language in languages if language is not None]
    if len(foreign) == len(languages):
        most = max(set(foreign), key=foreign.count)
        raise InputError(
            f"{where}: not English (it looks like: {most}); the rules for triples and questions are for English"
        )


def _scalar_type(value: Any) -> type:
    """Return the type under which a JSON loader would file the value; `list` stands for everything nested."""
    if value is None:
        return type(None)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= _INT64:
        return list
    return type(value) if type(value) in _SCALARS else list


def _fingerprint(file: CorpusFile) -> str | None:
    """Return the SHA-256 of a file; None for a Hub data set, which is told by its texts."""
    if file.format == "hub":
        return None
    with Path(file.path).open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
