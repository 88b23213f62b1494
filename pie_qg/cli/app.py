"""The command line's root, and how its commands print what a program reads."""

from __future__ import annotations

import json
import sys
from typing import Any

import typer

from pie_qg.reader.hardware import speaks

app = typer.Typer(
    name="pie-qg",
    help="Train a question-answering reader from plain text, with no labels.",
    epilog="Example: pie-qg run quickstart --out runs/quickstart. --debug, anywhere, shows an error's traceback.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def print_json(content: Any) -> None:
    """Print a value as one line of JSON."""
    if speaks():
        sys.stdout.write(json.dumps(content, ensure_ascii=False) + "\n")
