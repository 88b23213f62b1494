"""From pairs to a reader, and what it is worth: train, evaluate, ask."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from pie_qg import api
from pie_qg.cli.app import app, print_json
from pie_qg.cli.options import Changes, Json, OutFolder, Quiet, Recipe, Seed, Verbose


@app.command(epilog="Example: pie-qg train runs/notes/squad.json --out reader")
def train(
    data: Annotated[str, typer.Argument(help="A data set: SQuAD, MRQA, flat JSONL, Parquet, or hub:NAME.")],
    out: OutFolder,
    encoder: Annotated[str | None, typer.Option("--encoder", help="A folder, or a name on the Hub.")] = None,
    epochs: Annotated[float | None, typer.Option("--epochs", help="How often every pair is seen.")] = None,
    max_examples: Annotated[int | None, typer.Option("--max-examples", min=1, help="Learn from so many pairs.")] = None,
    seed: Seed = None,
    recipe: Recipe = api.DEFAULT_RECIPE,
    changes: Changes = None,
    as_json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Train a reader on a data set."""
    from pie_qg import terminal

    with terminal.display(quiet or as_json, verbose) as display:
        result = api.train(
            data,
            out,
            encoder=encoder,
            epochs=epochs,
            max_examples=max_examples,
            seed=seed,
            recipe=recipe,
            changes=changes or (),
            steps=display.bar("training steps"),
        )
    if as_json:
        print_json(
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
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Score readers on labelled data sets."""
    from pie_qg import terminal

    with terminal.display(quiet or as_json, verbose) as display:
        rows = api.evaluate(
            data, reader, scores=scores, predictions=predictions, progress=display.bar("questions answered")
        )
    if as_json:
        print_json(rows)
    else:
        terminal.show_scores(rows)


@app.command(epilog='Example: pie-qg ask "Where does the Danube rise?" --reader reader --context rivers.txt')
def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotes.")],
    reader: Annotated[str, typer.Option("--reader", help="A reader's folder.")],
    context: Annotated[list[Path], typer.Option("--context", help="A text file; give it again for several.")],
    as_json: Json = False,
) -> None:
    """Ask a reader about one text or several; the best answer comes first."""
    from pie_qg import terminal

    answers = api.ask(question, reader, context)
    if as_json:
        print_json([asdict(answer) for answer in answers])
    else:
        terminal.show_answers(answers)
