"""From text to pairs: run, generate."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from pie_qg import api
from pie_qg.cli.app import app, print_json
from pie_qg.cli.options import (
    Changes,
    Corpus,
    Engine,
    Json,
    OutFolder,
    Quiet,
    Recipe,
    Seed,
    TextColumn,
    Verbose,
    Workers,
)

_SAMPLES = 5


@app.command(epilog="Example: pie-qg run quickstart --out runs/quickstart")
def run(
    recipe: Annotated[str, typer.Argument(help="A shipped recipe's name, or the path of one.")],
    out: OutFolder,
    corpus: Annotated[list[str] | None, typer.Option("--corpus", help="Instead of the recipe's corpus.")] = None,
    changes: Changes = None,
    engine: Engine = None,
    workers: Workers = None,
    as_json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Run a whole recipe: text in, data set, trained reader and scores out."""
    from pie_qg import terminal
    from pie_qg.report import write_report

    with terminal.display(quiet or as_json, verbose) as display:
        done = api.run(
            recipe,
            out,
            corpus=corpus,
            changes=changes or (),
            engine=engine,
            workers=workers,
            progress=display.bar("passages"),
            told=display.tell,
            steps=display.bar("training steps"),
        )
    report = write_report(out)
    if as_json:
        print_json({**_summary(done.dataset), "scores": done.reader.scores, "report": str(report)})
    else:
        terminal.show_stages(done.dataset)
        terminal.show_pairs(api.sample_pairs(out, _SAMPLES))
        terminal.show_scores(done.reader.scores)
        terminal.tell(f"the data set, the reader and its scores are in {out}")
        terminal.tell(f"look at them in {report}")


@app.command(epilog="Example: pie-qg generate notes/ --out runs/notes --pairs 500")
def generate(
    corpus: Corpus,
    out: OutFolder,
    recipe: Recipe = api.DEFAULT_RECIPE,
    changes: Changes = None,
    engine: Engine = None,
    workers: Workers = None,
    seed: Seed = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Only the first N passages, for a try.")] = None,
    pairs: Annotated[int | None, typer.Option("--pairs", min=1, help="So many pairs, spread evenly.")] = None,
    text_column: TextColumn = None,
    as_json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Make a data set of question–answer pairs from text."""
    from pie_qg import terminal

    with terminal.display(quiet or as_json, verbose) as display:
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
            engine=engine,
            progress=display.bar("passages"),
        )
    if as_json:
        print_json(_summary(dataset))
    else:
        terminal.show_stages(dataset)
        terminal.show_pairs(api.sample_pairs(out, _SAMPLES))
        terminal.tell(f"\n{dataset.counts.pairs} pairs are in {out}")


def _summary(dataset: Any) -> dict[str, Any]:
    import msgspec

    return {"folder": str(dataset.folder), "counts": msgspec.to_builtins(dataset.counts), "notes": list(dataset.notes)}
