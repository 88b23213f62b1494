"""Public sets to score a reader on: corpora list, corpora get."""

from __future__ import annotations

from typing import Annotated

import typer

from pie_qg.cli.app import app, print_json
from pie_qg.cli.options import Json, OutFile

corpora = typer.Typer(
    help="Public evaluation sets: list them, get one.", epilog="Example: pie-qg corpora list", no_args_is_help=True
)
app.add_typer(corpora, name="corpora")


@corpora.command("list", epilog="Example: pie-qg corpora list")
def list_corpora(as_json: Json = False) -> None:
    """List the public evaluation sets, with their formats and licences."""
    from pie_qg import terminal
    from pie_qg.sources import list_sources

    sources = list_sources()
    if as_json:
        print_json([source.model_dump() for source in sources])
    else:
        terminal.show_sources(sources)


@corpora.command(epilog="Example: pie-qg corpora get squad --out squad.jsonl")
def get(
    name: Annotated[str, typer.Argument(help="A name that `pie-qg corpora list` shows.")],
    out: OutFile,
    as_json: Json = False,
) -> None:
    """Fetch a public evaluation set from the Hugging Face Hub, into a file that `evaluate` reads."""
    from pie_qg import terminal
    from pie_qg.sources import get_source

    number = get_source(name, out)
    if as_json:
        print_json({"questions": number, "out": str(out)})
    else:
        terminal.tell(f"{number} questions are in {out}")
