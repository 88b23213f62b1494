"""Charts as static SVG, drawn by Vega-Lite: colours are the page's own CSS variables, so that they follow its theme."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import cycle
from typing import Any

Spec = dict[str, Any]
_VEGA_LITE = "6.1"
INK, MUTED, LINE = "var(--ink)", "var(--muted)", "var(--line)"
ACCENT, BEFORE, DROP = "var(--accent)", "var(--before)", "var(--drop)"
_SERIES = (BEFORE, ACCENT, DROP, MUTED, INK)
"""Colours of several readers, in their order; they begin again where there are more."""
_CONFIG: Spec = {
    "background": "transparent",
    "font": "Arial, Helvetica, Liberation Sans, sans-serif",
    "aria": False,
    "view": {"stroke": None},
    "axis": {
        "domain": False,
        "gridColor": LINE,
        "labelColor": MUTED,
        "labelFontSize": 12,
        "ticks": False,
        "title": None,
        "titleColor": MUTED,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    },
    "bar": {"color": ACCENT},
    "text": {"color": INK, "fontSize": 12},
}
_SIZE = re.compile(r'^<svg [^>]*?width="([\d.]+)" height="([\d.]+)" viewBox="([^"]+)">')


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, and the same figures as words and as a table."""

    title: str
    svg: str
    summary: str
    """A sentence that says what the drawing shows, for those who cannot see it."""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    legend: tuple[tuple[str, str], ...] = ()
    """Series and their colours."""


def bars(title: str, counts: Sequence[tuple[str, int]], *, of: str, note: str = "", shares: bool = True) -> Chart:
    """Return a chart of one bar a name, in the order given; `of` names what is counted, `shares` asks for percent."""
    total = sum(count for _, count in counts)
    values = [{"name": _short(name), "order": i, "count": n, "label": f"{n:,}"} for i, (name, n) in enumerate(counts)]
    y = {"field": "order", "type": "ordinal", "axis": None}
    x = {"field": "count", "type": "quantitative", "axis": None, "scale": {"domainMin": 0}}
    spec = {
        "width": 190,
        "height": {"step": 24},
        "data": {"values": values},
        "encoding": {"y": y},
        "layer": [
            {"mark": {"type": "bar", "height": 14, "cornerRadiusEnd": 2}, "encoding": {"x": x}},
            {"mark": {"type": "text", "align": "left", "dx": 6}, "encoding": {"x": x, "text": {"field": "label"}}},
            {
                "mark": {"type": "text", "align": "right", "dx": -8},
                "encoding": {"x": {"value": 0}, "text": {"field": "name"}},
            },
        ],
    }
    if not shares:
        found = ", ".join(f"{count:,} {name}" for name, count in counts)
        return Chart(
            title, draw(spec), f"{title}: {found}.", ("", of), tuple((name, f"{n:,}") for name, n in counts), note
        )
    most = ", ".join(f"{name} {percent(count, total)}" for name, count in counts[:3])
    rows = tuple((name, f"{count:,}", percent(count, total)) for name, count in counts)
    return Chart(title, draw(spec), f"{title}: {most}.", ("", of, "share"), rows, note)


def histogram(title: str, counts: Mapping[int, int], *, of: str, unit: str, bins: int = 16, note: str = "") -> Chart:
    """Return a histogram of whole numbers; the topmost hundredth of them is drawn in one last bin."""
    binned = _binned(counts, bins)
    values = [{"low": low, "high": high, "count": count} for low, high, count in binned]
    last = values[-1]["high"]
    total = sum(counts.values())
    mean = sum(value * count for value, count in counts.items()) / total
    rows = tuple(
        (_range(low, high, open_end=high == last and low != max(counts)), f"{count:,}", percent(count, total))
        for low, high, count in binned
    )
    svg = draw(_histogram(values, unit, {"format": "d"}, mean))
    return Chart(title, svg, f"{title}: {mean:.1f} {unit} on average.", (unit, of, "share"), rows, note)


def shares(title: str, bins: Mapping[int, int], steps: int, mean: float, *, of: str, note: str = "") -> Chart:
    """Return a histogram of shares from 0 to 1, counted in so many equal steps."""
    values = [{"low": i / steps, "high": (i + 1) / steps, "count": bins.get(i, 0)} for i in range(steps)]
    total = sum(bins.values())
    rows = tuple(
        (f"{i / steps:.2f} – {(i + 1) / steps:.2f}", f"{bins[i]:,}", percent(bins[i], total))
        for i in range(steps)
        if bins.get(i)
    )
    svg = draw(_histogram(values, "", {"format": ".1f", "values": [0, 0.2, 0.4, 0.6, 0.8, 1]}, mean))
    return Chart(title, svg, f"{title}: {mean:.2f} on average.", ("from – to", of, "share"), rows, note)


def _histogram(values: list[Spec], unit: str, axis: Spec, mean: float) -> Spec:
    x = {
        "field": "low",
        "type": "quantitative",
        "bin": "binned",
        "axis": {**axis, "grid": False, "title": unit or None},
    }
    y = {"field": "count", "type": "quantitative", "axis": {"tickCount": 3, "format": ",d"}}
    ends = {"scale": {"domain": [values[0]["low"], values[-1]["high"]], "nice": False}}
    once: Spec = {"data": {"values": [{}]}}
    rule = {**once, "mark": {"type": "rule", "color": INK, "strokeDash": [3, 3]}, "encoding": {"x": {"datum": mean}}}
    text = {
        **once,
        "mark": {"type": "text", "align": "center", "baseline": "bottom", "dy": -4},
        "encoding": {"x": {"datum": mean}, "y": {"value": 0}, "text": {"value": f"mean {_brief(mean)}"}},
    }
    bar = {"mark": {"type": "bar", "binSpacing": 1}, "encoding": {"x": {**x, **ends}, "x2": {"field": "high"}, "y": y}}
    return {"width": 270, "height": 120, "data": {"values": values}, "layer": [bar, rule, text]}


def intervals(title: str, rows: Sequence[Spec], *, note: str = "") -> Chart:
    """Return dots with their confidence intervals, a line a `name`; a row has `name, series, value, low, high, n`.

    `low` and `high` are None where no interval is known. Values are percent.
    """
    series = list(dict.fromkeys(row["series"] for row in rows))
    legend = tuple(zip(series, cycle(_SERIES if len(series) > 1 else _SERIES[1:]), strict=False))
    table = tuple((row["name"], row["series"], f"{row['value']:.1f}", _interval(row), _count(row["n"])) for row in rows)
    first = "; ".join(f"{row['name']}, {row['series']}: {row['value']:.1f}" for row in rows[:6])
    columns = ("", "reader", "percent", "95 % interval", "questions")
    return Chart(title, draw(_dots(rows, legend)), f"{title}: {first}.", columns, table, note, legend)


def _dots(rows: Sequence[Spec], legend: Sequence[tuple[str, str]]) -> Spec:
    series, colours = zip(*legend, strict=True)
    axis = {"labelColor": INK, "labelLimit": 150, "labelPadding": 8}
    y: Spec = {"field": "name", "type": "nominal", "sort": None, "axis": axis}
    offset = {"yOffset": {"field": "series", "sort": series}} if len(series) > 1 else {}
    colour = {"field": "series", "scale": {"domain": series, "range": colours}, "legend": None}
    scale = {"domain": [0, 100], "nice": False}
    x = {"field": "value", "type": "quantitative", "scale": scale, "axis": {"tickCount": 5, "title": "percent"}}
    line = {
        "transform": [{"filter": "datum.low != null"}],
        "mark": {"type": "rule", "strokeWidth": 2, "opacity": 0.55},
        "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}},
    }
    dot = {"mark": {"type": "point", "filled": True, "size": 70, "opacity": 1}, "encoding": {"x": x}}
    text = {
        "mark": {"type": "text", "align": "left", "dx": 8},
        "encoding": {"x": {**x, "field": "end"}, "text": {"field": "label", "type": "nominal"}},
    }
    return {
        "width": 225,
        "height": {"step": 16 if len(series) > 1 else 28},
        "data": {"values": [_labelled(row) for row in rows]},
        "encoding": {"y": y, **offset, "color": colour},
        "layer": [line, dot, text],
    }


def _labelled(row: Spec) -> Spec:
    """Return a row with its label, and where that stands: after the interval, or after the dot."""
    end = row["value"] if row["high"] is None else row["high"]
    return {**row, "name": _short(row["name"]), "label": f"{row['value']:.1f}", "end": end}


def draw(spec: Spec) -> str:
    """Return the spec's drawing as SVG that fits into a page: no namespace, no size but its own widest."""
    import vl_convert

    svg = vl_convert.vegalite_to_svg({**spec, "config": _CONFIG}, vl_version=_VEGA_LITE)
    found = _SIZE.match(svg)
    if found is None:
        raise RuntimeError("the drawing library has changed how its SVG starts")
    width, _, box = found.groups()
    return (
        f'<svg aria-hidden="true" viewBox="{escape(box)}" style="max-width:{float(width):.0f}px">{svg[found.end() :]}'
    )


def percent(part: int, whole: int) -> str:
    """Return a share in percent, as people read it; what is not quite nothing, or all, is not shown as such."""
    share = 100 * part / whole if whole else 0.0
    if 0 < share < 0.1:
        return "< 0.1 %"
    if 99.9 < share < 100:
        return "> 99.9 %"
    return f"{share:.1f} %" if share < 10 or 99 < share < 100 else f"{share:.0f} %"


def _binned(counts: Mapping[int, int], bins: int) -> list[tuple[int, int, int]]:
    """Return (low, high, count) of bins of one width, `high` exclusive; outliers go to the last one."""
    low = min(counts)
    top = _quantile(counts, 0.99)
    width = max(1, -(-(top - low + 1) // bins))
    number = (top - low) // width + 1
    found = [0] * number
    for value, count in counts.items():
        found[min(number - 1, (value - low) // width)] += count
    return [(low + i * width, low + (i + 1) * width, count) for i, count in enumerate(found)]


def _quantile(counts: Mapping[int, int], share: float) -> int:
    left = share * sum(counts.values())
    for value in sorted(counts):
        left -= counts[value]
        if left <= 0:
            return value
    return max(counts)


def _range(low: int, high: int, *, open_end: bool) -> str:
    if open_end:
        return f"{low} or more"
    return str(low) if high == low + 1 else f"{low} – {high - 1}"


def _interval(row: Spec) -> str:
    return "not given" if row["low"] is None else f"{row['low']:.1f} – {row['high']:.1f}"


def _count(number: int | None) -> str:
    return "" if number is None else f"{number:,}"


def _brief(number: float) -> str:
    return f"{number:.2f}" if number < 1 else f"{number:.1f}"


def _short(name: str, most: int = 36) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"
