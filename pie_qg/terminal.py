"""What people see in a terminal: progress, tables, samples. Nothing here computes."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from pie_qg.generation import Dataset, StageRow
from pie_qg.reader.ask import Answer
from pie_qg.reader.hardware import speaks
from pie_qg.sources import Source
from pie_qg.stage import Progress as Report

# A pipe or a file has no width of its own; tables are made for one that most screens have.
_WIDTH = 110
out = Console(
    highlight=False,
    soft_wrap=not sys.stdout.isatty(),
    width=None if sys.stdout.isatty() else _WIDTH,
    quiet=not speaks(),
)
err = Console(stderr=True, highlight=False, soft_wrap=not sys.stderr.isatty())


@dataclass(frozen=True, slots=True)
class Display:
    """What is shown on stderr while work goes on."""

    bar: Callable[[str], Report]
    """Returns the function that moves the bar of that name on."""
    tell: Callable[[str], None]
    """Shows a line."""


@contextmanager
def display(quiet: bool = False, verbose: bool = False) -> Iterator[Display]:
    """Show bars with rate and time left; a line every so often where stderr is no terminal; nothing where quiet.

    Verbose, each step is a line of its own, and the libraries' own messages show.
    """
    if verbose:
        logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    if quiet or not speaks():
        yield Display(lambda _what: lambda _done, _total: None, lambda _line: None)
    elif err.is_terminal and not verbose:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
        with Progress(*columns, console=err, transient=True) as bars:
            yield Display(lambda what: _bar(bars, what), lambda line: bars.console.print(line, markup=False))
    else:
        yield Display(partial(_lines, steps=None if verbose else 4), lambda line: err.print(line, markup=False))


class _Rate(ProgressColumn):
    """How many a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


def _bar(bars: Progress, what: str) -> Report:
    task = bars.add_task(what, total=None)
    return lambda done, total: bars.update(task, completed=done, total=total)


def _lines(what: str, steps: int | None) -> Report:
    """Return what prints a line for each of so many parts of the work; for every step where None."""
    shown, start = 0, time.monotonic()

    def report(done: int, total: int | None) -> None:
        nonlocal shown, start
        if done < shown:  # the same work again, on something else
            shown, start = 0, time.monotonic()
        step = max(1, (total or 0) // steps) if steps else 1
        if done - shown >= step or done == total:
            shown = done
            rate = done / max(time.monotonic() - start, 1e-9)
            left = f", {(total - done) / rate:.0f} s left" if total and 0 < done < total else ""
            err.print(f"{what}: {done} of {total or 'an unknown number'}, {rate:.1f}/s{left}", markup=False)

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
        out.print(f"\n[bold]{_line(row['question'])}[/bold] → [green]{_line(answer)}[/green]")
        out.print(f"  sentence    {_line(row['sentence'])}")
        if row["paraphrase"] != row["sentence"]:
            out.print(f"  paraphrase  {_line(row['paraphrase'])}")
        out.print(f"  triple      {_line(' | '.join(words))}")


def _line(text: str) -> str:
    """Return a text that was wrapped or indented in its file as one line."""
    return escape(" ".join(text.split()))


def show_scores(scores: Sequence[dict[str, Any]]) -> None:
    """Print a row a reader and data set: EM and F1 in percent, F1 with its 95 % interval."""
    table = Table(title="Scores, in percent", title_justify="left")
    for heading in ("reader", "data"):
        table.add_column(heading, overflow="fold")
    for heading in ("n", "EM", "F1", "95 % interval"):
        table.add_column(heading, justify="right")
    for row in scores:
        low, high = row.get("f1_interval", (row["f1"], row["f1"]))
        figures = (str(row["n"]), f"{row['em']:.1f}", f"{row['f1']:.1f}", f"{low:.1f} to {high:.1f}")
        table.add_row(escape(row["reader"]), escape(row["data"]), *figures)
    out.print(table)


def show_sources(sources: Sequence[Source]) -> None:
    """Print the public evaluation sets."""
    table = Table()
    for heading in ("name", "on the Hub", "split", "format", "licence", "what"):
        table.add_column(heading, overflow="fold")
    for source in sources:
        cells = (source.name, source.hub, source.split, source.format, source.licence, source.about)
        table.add_row(*map(escape, cells))
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


def show_counts(counts: Mapping[str, float]) -> None:
    """Print what was counted, a line each."""
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(justify="right")
    table.add_column()
    for name, count in counts.items():
        table.add_row(f"{count:,}", escape(name))
    out.print(table)


def show_tallies(tallies: Mapping[str, Mapping[str, int]]) -> None:
    """Print each tally in a line, the commonest first."""
    for name, counts in tallies.items():
        found = ", ".join(f"{label} {count:,}" for label, count in counts.items())
        out.print(f"[bold]{escape(name)}[/bold]: {escape(found) or '–'}")


def tell(line: str) -> None:
    """Print a line as it is."""
    out.print(line, markup=False)
