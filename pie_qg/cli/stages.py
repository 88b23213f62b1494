"""One stage at a time, to look at: extract, paraphrase, preview."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from pie_qg import api
from pie_qg.cli.app import app, print_json
from pie_qg.cli.options import Changes, Corpus, Json, OutFile, Quiet, Recipe, TextColumn, Verbose, Workers

Extractor = Annotated[Literal["builtin", "corenlp"] | None, typer.Option("--openie", help="Instead of the recipe's.")]
ParserName = Annotated[Literal["spacy", "stanza"] | None, typer.Option("--parser", help="Instead of the recipe's.")]


@app.command(epilog="Example: pie-qg extract notes/ --out triples.jsonl")
def extract(
    corpus: Corpus,
    out: OutFile,
    format: Annotated[Literal["jsonl", "tsv"], typer.Option("--format", help="Form of the output.")] = "jsonl",
    pretokenized: Annotated[
        bool, typer.Option("--pretokenized", help="Each line is one sentence, its tokens split by spaces.")
    ] = False,
    binary: Annotated[
        bool, typer.Option("--binary", help="Each further argument a row of its own; minimal arguments, no variants.")
    ] = False,
    openie: Extractor = None,
    parser: ParserName = None,
    recipe: Recipe = api.DEFAULT_RECIPE,
    changes: Changes = None,
    workers: Workers = None,
    text_column: TextColumn = None,
    as_json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write the triples of a corpus's sentences."""
    from pie_qg import terminal

    with terminal.display(quiet or as_json, verbose) as display:
        number = api.extract(
            corpus,
            out,
            format=format,
            pretokenized=pretokenized,
            binary=binary,
            extractor=openie,
            parser=parser,
            recipe=recipe,
            changes=changes or (),
            workers=workers,
            text_column=text_column,
            progress=display.bar("passages"),
        )
    if as_json:
        print_json({"triples": number, "out": str(out)})
    else:
        terminal.tell(f"{number} triples are in {out}")


@app.command(epilog="Example: pie-qg paraphrase notes/ --out paraphrases.jsonl")
def paraphrase(
    corpus: Corpus,
    out: OutFile,
    recipe: Recipe = api.DEFAULT_RECIPE,
    changes: Changes = None,
    workers: Workers = None,
    text_column: TextColumn = None,
    as_json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write each sentence of a corpus in other words, a line of JSON a sentence."""
    from pie_qg import terminal

    with terminal.display(quiet or as_json, verbose) as display:
        written = api.paraphrase(
            corpus,
            out,
            recipe=recipe,
            changes=changes or (),
            workers=workers,
            text_column=text_column,
            progress=display.bar("passages"),
        )
    if as_json:
        print_json({"sentences": written.sentences, "changed": written.changed, "out": str(out)})
    else:
        terminal.tell(f"{written.changed} of {written.sentences} sentences are put in other words, in {out}")


@app.command(epilog='Example: pie-qg preview "The Danube, which rises in Germany, ends in Romania."')
def preview(
    text: Annotated[str, typer.Argument(help="A few sentences, in quotes.")],
    recipe: Recipe = api.DEFAULT_RECIPE,
    changes: Changes = None,
    as_json: Json = False,
) -> None:
    """Show what the stages make of a text: sentence, paraphrase, triples, questions with the rule that made each."""
    from pie_qg import terminal
    from pie_qg.questions.preview import preview as coloured
    from pie_qg.squad import pair_row, reject_row

    item = api.preview(text, recipe=recipe, changes=changes or ())
    if as_json:
        pairs = [pair_row(item, pair) for pair in item.pairs]
        print_json({"pairs": pairs, "rejected": [reject_row(each) for each in item.rejects]})
    else:
        terminal.out.print(coloured(item))
