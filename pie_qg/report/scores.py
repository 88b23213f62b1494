"""Reader scores as a report shows them: one table, and charts with intervals."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pie_qg.report.charts import Chart, intervals
from pie_qg.results import Row

_TYPES = "question_type"
_MIN_QUESTIONS = 5
"""A type of which fewer were asked says nothing, and is left out of the drawing."""


def data_name(row: Row) -> str:
    """Return a data set's name short enough to stand beside a chart: its file, and the folder where that is needed."""
    path = Path(str(row.get("data", "")))
    return (
        str(Path(path.parent.name, path.name)) if path.stem in {"questions", "dev", "test", "validation"} else path.name
    )


def score_charts(scores: Sequence[Row]) -> list[Chart]:
    """Return a chart of F1, one of EM, and one of F1 by question type for each data set that has it."""
    charts = [
        intervals(title, [_point(row, key) for row in scores if key in row], note=_interval_note(scores))
        for title, key in (("F1", "f1"), ("Exact match", "em"))
        if any(key in row for row in scores)
    ]
    for name in dict.fromkeys(data_name(row) for row in scores):
        points = [point for row in scores if data_name(row) == name for point in _by_type(row)]
        if points:
            order = {kind: i for i, kind in enumerate(dict.fromkeys(point["name"] for point in points))}
            charts.append(
                intervals(f"F1 by question type, {name}", sorted(points, key=lambda point: order[point["name"]]))
            )
    return charts


def gain(scores: Sequence[Row]) -> tuple[Row, Row] | None:
    """Return the first and the last reader on the first data set, `data` shortened; None where there are not two."""
    rows = [
        {**row, "data": data_name(row)} for row in scores if "f1" in row and row.get("data") == scores[0].get("data")
    ]
    return (rows[0], rows[-1]) if len(rows) > 1 and rows[0].get("reader") != rows[-1].get("reader") else None


def _point(row: Row, key: str) -> Row:
    low, high = row.get(f"{key}_interval") or (None, None)
    return {
        "name": data_name(row),
        "series": str(row.get("reader", "reader")),
        "value": row[key],
        "low": low,
        "high": high,
        "n": row.get("n"),
    }


def _by_type(row: Row) -> list[Row]:
    kinds = row.get(_TYPES) or {}
    return [
        {
            "name": kind,
            "series": str(row.get("reader", "reader")),
            "value": one["f1"],
            "low": None,
            "high": None,
            "n": one.get("n"),
        }
        for kind, one in kinds.items()
        if one.get("n", 0) >= _MIN_QUESTIONS
    ]


def _interval_note(scores: Sequence[Row]) -> str:
    known = any(row.get("f1_interval") for row in scores)
    return "Lines are 95 % intervals, by bootstrap over the questions." if known else "scores.json gives no intervals."
