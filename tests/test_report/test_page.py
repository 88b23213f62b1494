"""The report is one file, says what is there and what is not, and makes no markup of the corpus's text."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pie_qg.report import write_report
from pie_qg.report.examples import code_points, sentence_span, utf16
from pie_qg.report.page import script_json
from pie_qg.reviews import make_verdict, open_log
from tests.runs import CONTEXT, HOSTILE, MANIFEST, SCORES, make_run, pair, reject, unanswerable


class Reader(HTMLParser):
    """Collects tags, attributes and the text outside of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside not in ("script", "style"):
            self.text += f"{' '.join(data.split())} "


def read(folder: Path, **options: int) -> tuple[Reader, dict[str, Any]]:
    html = write_report(folder, **options).read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return Reader(html), json.loads(found[1])


def test_a_whole_run(tmp_path: Path) -> None:
    rejects = [reject(n, reason="too long" if n else "duplicate") for n in range(3)]
    page, data = read(make_run(tmp_path / "rivers", [pair(n) for n in range(8)], rejects, SCORES, MANIFEST))
    assert "8 question–answer pairs, from 4 of 9 passages." in page.text
    assert "On dev.json , F1 is 5.0 for “ untrained ” and 55.5 for “ trained ”." in page.text
    assert "45.0 – 64.0" in page.text
    assert "All of them: 8 pairs, 3 dropped." in page.text
    assert "rivers.txt" in page.text
    assert page.tags.count("svg") >= 10
    assert len(data["pairs"]) == 8
    assert data["pairs"][0]["mark"] == [20, 27]
    assert data["pairs"][0]["from"] == [0, 28]
    assert data["passages"][data["pairs"][0]["passage"]]["text"] == CONTEXT
    assert data["rejects"][0]["passage"] == 0
    assert all(link.startswith(("#", "data:")) for link in page.links)


def test_a_large_run_shows_a_sample_and_says_so(tmp_path: Path) -> None:
    run = make_run(tmp_path, [pair(n) for n in range(60)], [reject(n) for n in range(70)])
    page, data = read(run, sample=20, seed=3)
    assert "A sample, drawn by seed 3: 20 of 60 pairs, 20 of 70 dropped." in page.text
    assert (len(data["pairs"]), len(data["rejects"])) == (20, 20)
    assert read(run, sample=20, seed=3)[1] == data
    assert read(run, sample=20, seed=4)[1] != data


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    page, _ = read(make_run(tmp_path, [pair()], rejects=None))
    for said in (
        "rejected.jsonl is missing",
        "No reader has been scored",
        "manifest.json is missing",
        "did not record",
    ):
        assert said in page.text


def test_a_run_without_a_pair_says_why(tmp_path: Path) -> None:
    page, data = read(make_run(tmp_path, [], [reject(stage="openie", reason="no triple")], manifest=MANIFEST))
    assert "No pair came out of this run, from 9 passages. The reasons are below." in page.text
    assert "No pair, so no types." in page.text
    assert data["rejects"][0]["reason"] == "no triple"


def test_a_run_with_nothing_at_all(tmp_path: Path) -> None:
    assert "No pair came out of this run." in read(make_run(tmp_path, [], rejects=None))[0].text


def test_reviews_are_counted(tmp_path: Path) -> None:
    rows = [pair(0), pair(1), unanswerable(2)]
    with open_log(make_run(tmp_path, rows)) as log:
        log.add(make_verdict(rows[0], "accept"))
        log.add(make_verdict(rows[1], "reject"))
    assert "1 accepted, 0 edited, 1 rejected" in read(tmp_path)[0].text


def test_hostile_text_is_text(tmp_path: Path) -> None:
    texts = {"title": HOSTILE, "question": HOSTILE, "rule": HOSTILE, "question_type": HOSTILE, "answer_type": HOSTILE}
    hostile = pair(**texts, context=f"{HOSTILE} ok", answers={"text": ["ok"], "answer_start": [len(HOSTILE) + 1]})
    rejects = [
        reject(reason=HOSTILE, candidate=HOSTILE),
        reject(candidate={"other": [HOSTILE]}),
        reject(candidate=None),
    ]
    manifest = {**MANIFEST, "corpus": {HOSTILE: HOSTILE}, "recipe": {"seed": HOSTILE}}
    scores = [{**SCORES[1], "reader": HOSTILE, "data": HOSTILE}]
    page, data = read(make_run(tmp_path / "<b>&", [hostile], rejects, scores, manifest))
    assert page.tags.count("script") == 2
    assert "img" not in page.tags
    assert "b" not in page.tags
    assert data["pairs"][0]["question"] == HOSTILE


@given(st.text())
def test_json_in_a_script_can_neither_end_it_nor_change(text: str) -> None:
    written = script_json({text: text})
    assert "<" not in written
    assert json.loads(written) == {text: text}


@given(st.text(), st.integers(0, 50))
def test_offsets_are_javascripts_and_back(text: str, place: int) -> None:
    place = min(place, len(text))
    there = utf16(text, place)
    assert there == len(text[:place].encode("utf-16-le")) // 2
    assert code_points(text, there) == place


def test_the_sentence_is_the_one_with_the_answer() -> None:
    twice = "It is cold. It is cold. It is cold."
    row = pair(context=twice, sentence="It is cold.", answers={"text": ["cold"], "answer_start": [18]})
    assert sentence_span(row) == (12, 23)
    assert sentence_span({**row, "start": 24, "end": 35}) == (24, 35)
    assert sentence_span(pair(sentence="Not there.")) is None


@pytest.mark.parametrize("name", ["report.html", "review.html"])
def test_pages_ask_nobody_for_anything(name: str) -> None:
    from pie_qg.report.page import environment

    source, _, _ = environment().loader.get_source(environment(), name)  # type: ignore[union-attr]
    assert "//" not in re.sub(r"\{#.*?#\}", "", source)
