"""A scanned corpus as a stream of passages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from pie_qg.corpus.formats import read_records
from pie_qg.corpus.records import CorpusRecord
from pie_qg.corpus.scan import Scan
from pie_qg.corpus.split import passage_ids, split
from pie_qg.recipe import CorpusConfig
from pie_qg.records import Passage


def read_passages(scan: Scan, config: CorpusConfig) -> Iterator[Passage]:
    """Yield the corpus's passages in order, the first `config.limit` of them where that is set."""
    records = (record for file in scan.files for record in read_records(file, config.text_column))
    passages = (passage for record in records for passage in _passages(record, scan, config.max_words))
    return islice(passages, config.limit)


def _passages(record: CorpusRecord, scan: Scan, max_words: int) -> Iterator[Passage]:
    pieces = split(record.text, max_words)
    extra = {key: _plain(value, key in scan.scalar_fields) for key, value in record.extra.items()}
    for passage_id, (offset, text) in zip(passage_ids(record.id, len(pieces)), pieces, strict=True):
        yield Passage(
            id=passage_id,
            text=text,
            title=record.title,
            record=record.id,
            offset=offset,
            source=record.source,
            extra=extra,
        )


def _plain(value: Any, scalar: bool) -> Any:
    """Return the value in a form that has one type over the whole corpus, as JSON loaders ask for."""
    return value if scalar or value is None else json.dumps(value, ensure_ascii=True, sort_keys=True, default=str)
