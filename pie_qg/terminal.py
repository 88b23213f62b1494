"""What people see in a terminal: progress, tables, samples. Nothing here computes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from pie_qg.generation import Dataset, StageRow
from pie_qg.generation import Progress as Report
from pie_qg.reader.ask import Answer

out = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
err = Console(stderr=True, highlight=False, soft_wrap=not sys.stderr.isatty())


@contextmanager
def progress(what: str, quiet: bool = False) -> Iterator[Report]:
    """Show a bar with rate and time left on stderr; a line every so often where that is no terminal."""
    if quiet:
        yield lambda _done, _total: None
    elif err.is_terminal:
        columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
        with Progress(*columns, console=err, transient=True) as bar:
            task = bar.add_task(what, total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)
    else:
        yield _lines(what)


def _lines(what: str) -> Report:
    shown = 0

    def report(done: int, total: int | None) -> None:
        nonlocal shown
        step = max(1, (total or 0) // 4)
        if done - shown >= step or done == total:
            shown = done
            err.print(f"{what}: {done} of {total or 'an unknown number'}", markup=False)

    return report


def show_stages(dataset: Dataset) -> None:
    """Print a row a stage: in, out, dropped by reason, seconds."""
    table = Table(title="What each stage did", title_justify="left")
    for heading, justify in (
        ("stage", "left"),
        ("in", "right"),
        ("out", "right"),
        ("dropped", "left"),
        ("seconds", "right"),
    ):
        table.add_column(heading, justify=justify)  # type: ignore[arg-type]
    for row in dataset.table:
        table.add_row(row.stage, row.taken, row.given, _dropped(row), f"{row.seconds:.1f}")
    out.print(table)
    for note in dataset.notes:
        out.print(f"note: {note}", markup=False)


def _dropped(row: StageRow) -> str:
    return escape(", ".join(f"{reason} {number}" for reason, number in row.dropped.items())) or "–"


def show_pairs(rows: Sequence[dict[str, Any]]) -> None:
    """Print pairs with the sentence, paraphrase and triple that they came from."""
    for row in rows:
        triple = row["triple"]
        words = (triple["subject"], triple["relation"], triple["object"], *triple["more"])
        answer = row["answers"]["text"][0] if row["answers"]["text"] else "(no answer in the passage)"
        out.print(f"\n[bold]{escape(row['question'])}[/bold] → [green]{escape(answer)}[/green]")
        out.print(f"  sentence    {escape(row['sentence'])}")
        if row["paraphrase"] != row["sentence"]:
            out.print(f"  paraphrase  {escape(row['paraphrase'])}")
        out.print(f"  triple      {escape(' | '.join(words))}")


def show_scores(scores: Sequence[dict[str, Any]]) -> None:
    """Print a row a reader and data set: EM and F1 in percent."""
    table = Table(title="Scores, in percent", title_justify="left")
    for heading in ("reader", "data"):
        table.add_column(heading)
    for heading in ("n", "EM", "F1"):
        table.add_column(heading, justify="right")
    for row in scores:
        table.add_row(escape(row["reader"]), escape(row["data"]), str(row["n"]), f"{row['em']:.1f}", f"{row['f1']:.1f}")
    out.print(table)


def show_answers(answers: Sequence[Answer]) -> None:
    """Print each answer with its probability, and the sentence it stands in with the answer marked."""
    for answer in answers:
        if not answer.text:
            out.print(f"(no answer)  [dim]{escape(answer.source)}[/dim]")
            continue
        first = answer.start - answer.sentence_start
        last = answer.end - answer.sentence_start
        before, found, after = answer.sentence[:first], answer.sentence[first:last], answer.sentence[last:]
        source = f"[dim]{escape(answer.source)}[/dim]"
        out.print(f"[bold green]{escape(answer.text)}[/bold green]  {answer.probability:.0%}  {source}")
        out.print(f"  {escape(before)}[black on yellow]{escape(found)}[/black on yellow]{escape(after)}")


def tell(line: str) -> None:
    """Print a line as it is."""
    out.print(line, markup=False)
