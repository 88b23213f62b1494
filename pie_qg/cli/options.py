"""Options that several commands share, so that one name means one thing everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Corpus = Annotated[list[str], typer.Argument(help="Files, folders, a shipped corpus's name, or hub:NAME.")]
OutFolder = Annotated[Path, typer.Option("--out", "-o", help="Folder to write.")]
OutFile = Annotated[Path, typer.Option("--out", "-o", help="File to write.")]
Folder = Annotated[Path, typer.Argument(help="The folder of a run.", metavar="DIR")]
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
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="A line for each step, and what the libraries have to say.")
]
Engine = Annotated[Literal["local", "ray"] | None, typer.Option("--engine", help="Instead of the recipe's.")]
