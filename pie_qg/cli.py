"""The command line: parse, call the API, print. One line on stderr and exit code 2 for bad input."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from pie_qg import api
from pie_qg.errors import InputError

app = typer.Typer(
    name="pie-qg",
    help="Train a question-answering reader from plain text, with no labels.",
    epilog="With --debug, anywhere, an error shows its traceback.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Out = Annotated[Path, typer.Option("--out", "-o", help="Folder or file to write.")]
Recipe = Annotated[str, typer.Option("--recipe", help="A shipped recipe's name, or the path of one.")]
Changes = Annotated[
    list[str] | None,
    typer.Option("--set", help="Change a key of the recipe: section.key=value.", metavar="KEY=VALUE"),
]
Workers = Annotated[int | None, typer.Option("--workers", min=1, help="Processes; all cores when not given.")]
Seed = Annotated[int | None, typer.Option("--seed", help="Seed of everything that is drawn.")]
TextColumn = Annotated[str | None, typer.Option("--text-column", help="Column or field that holds the text.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for a program to read.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")]

DEBUG = "--debug"
_SAMPLES = 5


@app.command(epilog="Example: pie-qg run quickstart --out runs/quickstart")
def run(
    recipe: Annotated[str, typer.Argument(help="A shipped recipe's name, or the path of one.")],
    out: Out,
    corpus: Annotated[list[str] | None, typer.Option("--corpus", help="Instead of the recipe's corpus.")] = None,
    changes: Changes = None,
    workers: Workers = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Run a whole recipe: text in, data set, trained reader and scores out."""
    from pie_qg import terminal

    with terminal.progress("passages", quiet or as_json) as bar:
        dataset = api.generate(corpus, out, recipe=recipe, changes=changes or (), workers=workers, progress=bar)
    if not as_json:
        terminal.show_stages(dataset)
        terminal.show_pairs(api.sample_pairs(out, _SAMPLES))
    told = _silent if quiet or as_json else terminal.tell
    result = api.train_and_score(dataset, recipe=recipe, changes=changes or (), told=told)
    if as_json:
        _print_json({**_summary(dataset), "scores": result.scores})
    else:
        terminal.show_scores(result.scores)
        terminal.tell(f"the data set, the reader and the scores are in {out}")


@app.command(epilog="Example: pie-qg generate notes/ --out runs/notes --pairs 500")
def generate(
    corpus: Annotated[list[str], typer.Argument(help="Files, folders, a shipped corpus's name, or hub:NAME.")],
    out: Out,
    recipe: Recipe = api.DEFAULT_RECIPE,
    changes: Changes = None,
    workers: Workers = None,
    seed: Seed = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Only the first N passages, for a try.")] = None,
    pairs: Annotated[int | None, typer.Option("--pairs", min=1, help="So many pairs, spread evenly.")] = None,
    text_column: TextColumn = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Make a data set of question–answer pairs from text."""
    from pie_qg import terminal

    with terminal.progress("passages", quiet or as_json) as bar:
        dataset = api.generate(
            corpus,
            out,
            recipe=recipe,
            changes=changes or (),
            workers=workers,
            seed=seed,
            limit=limit,
            pairs=pairs,
            text_column=text_column,
            progress=bar,
        )
    if as_json:
        _print_json(_summary(dataset))
    else:
        terminal.show_stages(dataset)
        terminal.show_pairs(api.sample_pairs(out, _SAMPLES))
        terminal.tell(f"\n{dataset.counts.pairs} pairs are in {out}")


@app.command(epilog="Example: pie-qg train runs/notes/squad.json --out reader")
def train(
    data: Annotated[str, typer.Argument(help="A data set: SQuAD, MRQA, flat JSONL, Parquet, or hub:NAME.")],
    out: Out,
    encoder: Annotated[str | None, typer.Option("--encoder", help="A folder, or a name on the Hub.")] = None,
    epochs: Annotated[float | None, typer.Option("--epochs", help="How often every pair is seen.")] = None,
    max_examples: Annotated[int | None, typer.Option("--max-examples", min=1, help="Learn from so many pairs.")] = None,
    seed: Seed = None,
    recipe: Recipe = api.DEFAULT_RECIPE,
    changes: Changes = None,
    as_json: Json = False,
) -> None:
    """Train a reader on a data set."""
    from pie_qg import terminal

    result = api.train(
        data,
        out,
        encoder=encoder,
        epochs=epochs,
        max_examples=max_examples,
        seed=seed,
        recipe=recipe,
        changes=changes or (),
    )
    if as_json:
        _print_json(
            {"reader": str(result.reader), "examples": result.examples, "seconds": result.seconds, "loss": result.loss}
        )
    else:
        terminal.tell(
            f"the reader, trained on {result.examples} pairs in {result.seconds:.0f} s, is in {result.reader}"
        )


@app.command(epilog="Example: pie-qg evaluate dev.json --reader reader --scores scores.json")
def evaluate(
    data: Annotated[list[str], typer.Argument(help="Labelled data sets, or a shipped corpus's name.")],
    reader: Annotated[list[str], typer.Option("--reader", help="A reader's folder; give it again for several.")],
    scores: Annotated[
        Path | None, typer.Option("--scores", "-o", "--out", help="File for the scores, as JSON.")
    ] = None,
    predictions: Annotated[Path | None, typer.Option("--predictions", help="Folder for what was answered.")] = None,
    as_json: Json = False,
) -> None:
    """Score readers on labelled data sets."""
    from pie_qg import terminal

    rows = api.evaluate(data, reader, scores=scores, predictions=predictions)
    if as_json:
        _print_json(rows)
    else:
        terminal.show_scores(rows)


def _summary(dataset: Any) -> dict[str, Any]:
    from dataclasses import asdict

    return {"folder": str(dataset.folder), "counts": asdict(dataset.counts), "notes": list(dataset.notes)}


def _print_json(content: Any) -> None:
    sys.stdout.write(json.dumps(content, ensure_ascii=False) + "\n")


def _silent(_line: str) -> None:
    return


def main() -> None:
    """Run the command line; an error that the user can mend is one line, and exits with 2."""
    # A tokenizer's own threads and a fork do not go together; it warns on every run if it is not told.
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    debug = DEBUG in sys.argv
    arguments = [argument for argument in sys.argv[1:] if argument != DEBUG]
    try:
        app(arguments)
    except InputError as error:
        if debug:
            raise
        sys.stderr.write(f"pie-qg: {' '.join(str(error).split())}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.stderr.write("pie-qg: stopped; what is finished is kept: run the same command again to go on\n")
        sys.exit(130)
