"""The card tells what there is to tell, and takes further scores."""

from __future__ import annotations

from pathlib import Path

from pie_qg.reader.card import Facts, add_scores, write_card
from pie_qg.reader.score import Score

FACTS = Facts("enc", "qa.jsonl", "0" * 64, 900, 0, 80, 0, 12.3, 1.5, Score(40, 50.0, 60.0), {"epochs": 1})


def test_card(tmp_path: Path) -> None:
    write_card(tmp_path, FACTS)
    card = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "| held out from the training data | 40 | 50.0 | 60.0 |" in card
    assert "pipeline_tag: question-answering" in card
    add_scores(tmp_path, [{"data": "somewhere/dev.json", "n": 7, "em": 1.0, "f1": 2.0}])
    card = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "| dev.json | 7 | 1.0 | 2.0 |" in card
    assert "held out from the training data" in card
