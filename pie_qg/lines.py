"""A corpus through a few stages into one file, line by line: what `pie-qg extract` and `paraphrase` share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from pie_qg.corpus import read_passages, scan_corpus
from pie_qg.engine.collector import seldom_collected
from pie_qg.engine.stream import stream_items
from pie_qg.files import whole_file
from pie_qg.recipe import CorpusConfig
from pie_qg.records import Item
from pie_qg.stage import Progress, Step


def write_lines(
    corpus: CorpusConfig,
    steps: Sequence[Step],
    lines: Callable[[Item], Iterable[bytes]],
    out: Path,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
) -> int:
    """Write the lines that each passage gives once the steps are done with it, in order, and return their number.

    Raises InputError for a corpus, parser or model that will not do; the file appears only when it is whole.
    """
    scan = scan_corpus(corpus)
    number = 0
    with whole_file(out) as file, seldom_collected():
        items = stream_items(read_passages(scan, corpus), steps, workers)
        for done, item in enumerate(items, 1):
            made = list(lines(item))
            file.writelines(made)
            number += len(made)
            if progress:
                progress(done, scan.passages)
    return number
