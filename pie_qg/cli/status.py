"""How far a run has come: status."""

from __future__ import annotations

from pie_qg.cli.app import app, print_json
from pie_qg.cli.options import Folder, Json
from pie_qg.status import RunStatus, run_status

_NEXT = {
    "at work": "a run is at work here",
    "stopped": "no run is at work here; run the same command again to go on",
    "finished": "the data set is finished",
}


@app.command(epilog="Example: pie-qg status runs/notes")
def status(
    folder: Folder,
    as_json: Json = False,
) -> None:
    """Tell how far a run has come."""
    found = run_status(folder)
    if as_json:
        from msgspec import to_builtins

        print_json(to_builtins(found, enc_hook=str))
    else:
        _show(found)


def _show(found: RunStatus) -> None:
    from pie_qg import terminal

    terminal.tell(f"{found.folder}: {_NEXT[found.state]}")
    for stage in found.stages:
        terminal.tell(f"  {stage.stage:<12}{stage.done} of {stage.shards} shards")
    if found.pairs is not None:
        older = " (of the run before)" if found.stages else ""
        terminal.tell(f"  {'data set':<12}{found.pairs} pairs{older}")
    terminal.tell(f"  {'reader':<12}{'trained' if found.reader else 'not trained'}")
    terminal.tell(f"  {'scores':<12}{'there' if found.scores else 'none'}")
