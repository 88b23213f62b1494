"""The folder of an export: `train.*`, `validation.*` and the data card, each there only when it is whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any

from pie_qg.errors import InputError
from pie_qg.export import formats
from pie_qg.export.card import CARD, MARK, CardFacts, card
from pie_qg.export.formats import SUFFIXES
from pie_qg.export.split import SPLITS, TRAIN, VALIDATION, Split, record, split_documents
from pie_qg.files import whole_file
from pie_qg.hub import HUB
from pie_qg.results import Results, Row, answer_of, read_results
from pie_qg.reviews import Verdict, apply, read_verdicts, tally

TARGETS = (*SUFFIXES, "hub:NAME")
_LICENSE = re.compile(r"[a-z0-9][a-z0-9.+-]*")


@dataclass(frozen=True, slots=True)
class Exported:
    """What was exported, and where it is."""

    folder: Path
    pairs: dict[str, int]
    """Split → pairs."""
    notes: tuple[str, ...]
    """What the user should know: what was left out and why."""
    url: str | None = None
    """Where it is on the Hub."""


@dataclass(frozen=True, slots=True)
class _Source:
    """The pairs to export: a run's, as far as the format and the verdicts let them."""

    results: Results
    verdicts: dict[str, Verdict]
    only_reviewed: bool
    answerable: bool

    def rows(self) -> Iterator[Row]:
        return (row for row in self.judged() if not self.answerable or answer_of(row) is not None)

    def judged(self) -> Iterator[Row]:
        for row in self.results.pairs():
            verdict = self.verdicts.get(row["id"])
            if self.only_reviewed and (verdict is None or not verdict.fits(row)):
                continue
            applied = apply(row, verdict)
            if applied is not None:
                yield applied


def export(
    folder: str | Path,
    out: str | Path,
    *,
    to: str,
    reviewed: bool = False,
    only_reviewed: bool = False,
    validation: float = 0.1,
    seed: int = 0,
    license: str | None = None,
    public: bool = False,
) -> Exported:
    """Write a run's pairs into the folder `out`, split by document, with a data card.

    `to` is one of `TARGETS`; `hub:NAME` also uploads the folder to that data set of the Hugging Face Hub, private
    unless `public`. `reviewed` leaves out what a review rejected and makes its edits; `only_reviewed` leaves out what
    has no verdict, too. `license` is the source text's, as the Hub names it. Raises InputError where anything will not
    do, before a file is written.
    """
    kind = _format(to)
    results, out = read_results(folder), Path(out)
    _check_license(license)
    _check_folder(out, kind)
    verdicts = read_verdicts(results.folder) if reviewed or only_reviewed else {}
    if (reviewed or only_reviewed) and not verdicts:
        raise InputError(f"{results.folder}: holds no review (no reviews.jsonl); run `pie-qg review` first")
    source = _Source(results, verdicts, only_reviewed, answerable=kind == "squad")
    split = split_documents(source.rows, validation, seed)
    pairs = _count(source, split)
    if not sum(pairs.values()):
        raise InputError(f"{results.folder}: no pair is left to export as {kind}; `pie-qg report` shows what there is")
    _write(source, split, kind, out)
    notes = tuple(_notes(source, split, pairs, validation))
    name = to.removeprefix(HUB) if to.startswith(HUB) else out.resolve().name
    facts = CardFacts(results, kind, pairs, notes, license, name)
    with whole_file(out / CARD) as file:
        file.write(card(facts, next(source.rows())).encode())
    return Exported(out, pairs, notes, _upload(to, out, public) if to.startswith(HUB) else None)


def _format(to: str) -> str:
    if to.startswith(HUB):
        from pie_qg.export.hub import check_name

        check_name(to.removeprefix(HUB))
        return "parquet"
    if to not in SUFFIXES:
        raise InputError(f"--to {to}: no such format; choose one of {', '.join(TARGETS)}")
    return to


def _upload(to: str, out: Path, public: bool) -> str:
    from pie_qg.export.hub import upload

    return upload(to.removeprefix(HUB), out, public=public)


def _check_license(license: str | None) -> None:
    if license is not None and not _LICENSE.fullmatch(license):
        raise InputError(
            f"--license {license}: no licence as the Hub names them; write it like cc-by-sa-4.0, mit or other"
        )


def _check_folder(out: Path, kind: str) -> None:
    """Raise InputError where the folder holds anything but an earlier export in this format, which is replaced."""
    if out.exists() and not out.is_dir():
        raise InputError(f"{out}: is a file; the output is a folder")
    ours = {CARD, *(f"{split}{SUFFIXES[kind]}" for split in SPLITS)}
    foreign = sorted({path.name for path in out.iterdir()} - ours) if out.exists() else []
    if foreign:
        raise InputError(f"{out}: holds other files ({', '.join(foreign[:3])}); choose another folder")
    if (out / CARD).exists() and MARK not in (out / CARD).read_text(encoding="utf-8", errors="replace"):
        raise InputError(f"{out / CARD}: was not written by an export; choose another folder")


def _count(source: _Source, split: Split) -> dict[str, int]:
    counts = dict.fromkeys(SPLITS, 0)
    for row in source.rows():
        counts[split.of(row)] += 1
    return counts


def _write(source: _Source, split: Split, kind: str, out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{out}: cannot be made: {error.strerror}") from error
    write = _writer(source, kind)
    for name in SPLITS:
        with whole_file(out / f"{name}{SUFFIXES[kind]}") as file:
            write((row for row in source.rows() if split.of(row) == name), file, name)


def _writer(source: _Source, kind: str) -> Callable[[Iterator[Row], IO[bytes], str], None]:
    nested: dict[str, Any] = {
        "squad": formats.write_squad,
        "squad_v2": formats.write_squad_v2,
        "mrqa": formats.write_mrqa,
    }
    if kind in nested:
        found: Callable[[Iterator[Row], IO[bytes], str], None] = nested[kind]
        return found
    write = {"parquet": formats.write_parquet, "csv": formats.write_csv}[kind]
    kinds = formats.columns(source.rows())
    return partial(_with_columns, write, kinds)


def _with_columns(write: Any, kinds: dict[str, str], rows: Iterator[Row], file: IO[bytes], _split: str) -> None:
    write(rows, file, kinds)


def _notes(source: _Source, split: Split, pairs: dict[str, int], validation: float) -> Iterator[str]:
    if source.answerable:
        unanswerable = sum(answer_of(row) is None for row in source.judged())
        if unanswerable:
            yield f"left out as unanswerable: {unanswerable:,} (SQuAD v1.1 has no such questions; squad_v2 keeps them)"
    if source.verdicts:
        yield from _review_notes(source)
    if not pairs[VALIDATION] and validation:
        yield f"all pairs are of one document, so {VALIDATION} is empty: it is never split from {TRAIN} by question"
    elif split.key is record:
        yield "all pairs are of one file and have no title, so its records were split"


def _review_notes(source: _Source) -> Iterator[str]:
    found = tally(source.results.pairs(), source.verdicts)
    unseen = sum(1 for _ in source.results.pairs()) - found.reviewed
    rest = "left out" if source.only_reviewed else "kept"
    yield (
        f"reviewed: {found.accept:,} accepted, {found.edit:,} edited, {found.reject:,} rejected and left out; "
        f"without a verdict and {rest}: {unseen:,}"
    )
    if found.outdated:
        yield f"not applied, since this run no longer has the pairs as they were judged: {found.outdated:,} verdicts"
