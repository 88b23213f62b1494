"""The command line: parse, call the API, print. Bad input is one line on stderr and exit code 2."""

from __future__ import annotations

import os
import signal
import sys

from pie_qg.cli import corpora, data, reader, results, stages, status  # noqa: F401 - importing them adds their commands
from pie_qg.cli.app import app
from pie_qg.errors import InputError

DEBUG = "--debug"
# Exit codes of a process that was asked to stop, by Ctrl-C (typer answers that) or by SIGTERM.
_STOPPED = (128 + signal.SIGINT, 128 + signal.SIGTERM)


def main() -> None:
    """Run the command line; an error that the user can mend is one line, and exits with 2."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
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
    except SystemExit as end:
        if end.code in _STOPPED:
            sys.stderr.write("pie-qg: stopped; what is finished is kept: run the same command again to go on\n")
        raise
