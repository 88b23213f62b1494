"""The report of a run: one HTML file that needs nothing but itself."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pie_qg.files import whole_file
from pie_qg.report import examples
from pie_qg.report.charts import Chart, bars, percent
from pie_qg.report.figures import groups
from pie_qg.report.sample import Sample
from pie_qg.report.scores import gain, score_charts
from pie_qg.report.stats import PairStats, RejectStats
from pie_qg.results import Results, read_results
from pie_qg.reviews import Tally, read_verdicts, tally
from pie_qg.run_folder import REPORT
from pie_qg.squad import REJECTED

if TYPE_CHECKING:
    from jinja2 import Environment

QUESTIONS = "questions"
SAMPLE = 500
"""How many pairs, and how many rejects, the page shows one by one."""


def write_report(folder: str | Path, *, sample: int = SAMPLE, seed: int = 0) -> Path:
    """Write `report.html` into a run's folder and return its path.

    A larger run shows a sample of so many pairs and rejects, drawn by the seed. Raises InputError where no run is.
    """
    results = read_results(folder)
    html = render(results, sample=sample, seed=seed)
    path = results.folder / REPORT
    with whole_file(path) as file:
        file.write(html.encode(errors="replace"))
    return path


def render(results: Results, *, sample: int = SAMPLE, seed: int = 0) -> str:
    """Return the report as HTML."""
    pairs, rejects = PairStats(), RejectStats()
    some_pairs, some_rejects = Sample(sample, seed), Sample(sample, seed)
    for row in results.pairs():
        pairs.add(row)
        some_pairs.add(row["id"], row)
    for number, row in enumerate(results.rejects()):
        rejects.add(row)
        some_rejects.add(str(number), row)
    shown_rejects = some_rejects.rows()
    contexts = examples.contexts_of(results.pairs(), {row.get("passage_id", "") for row in shown_rejects})
    data = examples.browser_data(some_pairs.rows(), shown_rejects, contexts)
    counts = results.manifest.get("counts") or {}
    return environment().get_template("report.html").render(
        results=results,
        pairs=pairs,
        rejects=rejects,
        sample=sample,
        passages=counts.get("passages"),
        funnel=_funnel(counts, pairs, rejects),
        dropped=_dropped(rejects),
        total_dropped=rejects.reasons.total(),
        has_rejects=(results.folder / REJECTED).exists(),
        seed=seed,
        groups=groups(pairs),
        scores=score_charts(results.scores),
        gain=gain(results.scores),
        reviews=_reviews(results),
        recipe=_recipe(results.manifest),
        data=data,
        percent=percent,
    )  # fmt: skip


def environment() -> Environment:
    """Return the templates, which escape all that is put into them."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    loader = PackageLoader("pie_qg.report")
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["script_json"] = lambda value: Markup(script_json(value))
    made.filters["number"] = lambda value: f"{value:,}"
    made.globals["asset"] = lambda name: Markup(_asset(name))
    return made


def script_json(value: Any) -> str:
    """Return JSON that a script element may hold: no `<` in it can end the element or open a comment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _asset(name: str) -> str:
    return files("pie_qg.report").joinpath("templates", name).read_text(encoding="utf-8")


def _funnel(counts: dict[str, Any], pairs: PairStats, rejects: RejectStats) -> Chart:
    """Return the way from passages to pairs, as far as the manifest and the files tell."""
    known = [(name, counts[name]) for name in ("passages", "sentences", "triples") if isinstance(counts.get(name), int)]
    formed = pairs.pairs + rejects.questions
    return bars(
        "What came out", [*known, ("questions formed", formed), ("pairs", pairs.pairs)], of="number", shares=False
    )


def _dropped(rejects: RejectStats) -> Chart | None:
    if not rejects.reasons:
        return None
    rows = [
        (reason if stage == QUESTIONS else f"{stage}: {reason}", n)
        for (stage, reason), n in rejects.reasons.most_common(14)
    ]
    return bars("What was dropped, and why", rows, of="dropped")


def _reviews(results: Results) -> Tally | None:
    verdicts = read_verdicts(results.folder)
    return tally(results.pairs(), verdicts) if verdicts else None


def _recipe(manifest: dict[str, Any]) -> str:
    import yaml

    recipe = manifest.get("recipe")
    return yaml.safe_dump(recipe, sort_keys=False, allow_unicode=True) if recipe else ""
