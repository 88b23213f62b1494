"""What people see of a run, and how they hand it on: report, review, export, inspect."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from pie_qg.cli.app import app, print_json
from pie_qg.cli.options import Folder, Json, OutFolder, Quiet


@app.command(epilog="Example: pie-qg report runs/notes")
def report(
    folder: Folder,
    sample: Annotated[int, typer.Option("--sample", min=0, help="So many pairs, and rejects, to browse.")] = 500,
    seed: Annotated[int, typer.Option("--seed", help="Seed by which they are drawn.")] = 0,
    as_json: Json = False,
) -> None:
    """Write DIR/report.html: figures, charts, examples, in one file that needs nothing else."""
    from pie_qg import terminal
    from pie_qg.report import write_report

    path = write_report(folder, sample=sample, seed=seed)
    if as_json:
        print_json({"report": str(path)})
    else:
        terminal.tell(f"the report is in {path}")


@app.command(epilog="Example: pie-qg review runs/notes --sample 200")
def review(
    folder: Folder,
    sample: Annotated[
        int | None, typer.Option("--sample", min=1, help="Only so many pairs, drawn by the seed.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Seed by which they are drawn.")] = 0,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in a browser.")] = True,
    quiet: Quiet = False,
) -> None:
    """Accept, reject or edit pairs, by keyboard, on a page that only this machine sees; Ctrl-C ends it."""
    import webbrowser

    from pie_qg import terminal
    from pie_qg.report.review import open_review

    with open_review(folder, port=port, sample=sample, seed=seed) as server:
        terminal.tell(f"review at {server.url}")
        if not quiet:
            terminal.tell(
                "every verdict is saved as it is made; Ctrl-C ends the review, the same command goes on with it"
            )
        if browser:
            webbrowser.open(server.url)
        try:
            server.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            state = server.session.state()
            terminal.tell(
                f"\n{state['reviewed']} of {state['total']} pairs have a verdict, in {folder / 'reviews.jsonl'}"
            )


@app.command(epilog="Example: pie-qg export runs/notes --to parquet --out notes-qa --license cc-by-4.0")
def export(
    folder: Folder,
    to: Annotated[str, typer.Option("--to", help="squad, squad_v2, mrqa, parquet, csv or hub:NAME.")],
    out: OutFolder,
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="Leave out what a review rejected, and make its edits.")
    ] = False,
    only_reviewed: Annotated[
        bool, typer.Option("--only-reviewed", help="The same, and leave out what has no verdict.")
    ] = False,
    validation: Annotated[
        float, typer.Option("--validation", min=0, max=0.9, help="Share of the pairs for validation.")
    ] = 0.1,
    seed: Annotated[int, typer.Option("--seed", help="Seed of the split.")] = 0,
    license: Annotated[
        str | None, typer.Option("--license", help="Licence of the source text, as the Hub names it.")
    ] = None,
    public: Annotated[bool, typer.Option("--public", help="With hub:NAME, for everyone to see.")] = False,
    as_json: Json = False,
) -> None:
    """Write the pairs as train and validation files, split by document, with a data card."""
    from pie_qg import terminal
    from pie_qg.export import export as export_pairs

    done = export_pairs(
        folder,
        out,
        to=to,
        reviewed=reviewed,
        only_reviewed=only_reviewed,
        validation=validation,
        seed=seed,
        license=license,
        public=public,
    )
    if as_json:
        print_json({"folder": str(done.folder), "pairs": done.pairs, "notes": list(done.notes), "url": done.url})
        return
    for note in done.notes:
        terminal.tell(f"note: {note}")
    sizes = " and ".join(f"{number} {split}" for split, number in done.pairs.items())
    terminal.tell(f"{sizes} pairs, and a data card, are in {done.folder}")
    if done.url:
        terminal.tell(f"uploaded to {done.url}")


@app.command(epilog="Example: pie-qg inspect runs/notes --samples 10")
def inspect(
    folder: Folder,
    samples: Annotated[int, typer.Option("--samples", min=0, help="So many pairs to show.")] = 5,
    as_json: Json = False,
) -> None:
    """Show what is in a run: counts, types, reasons for drops, scores, and a few pairs."""
    from pie_qg import terminal
    from pie_qg.report.summary import summarise

    summary = summarise(folder, samples)
    if as_json:
        print_json(asdict(summary))
        return
    terminal.show_counts(summary.counts)
    terminal.show_tallies(summary.tallies)
    if summary.scores:
        terminal.show_scores(summary.scores)
    terminal.show_pairs(summary.samples)
    for missing in summary.missing:
        terminal.tell(f"note: {missing}")
