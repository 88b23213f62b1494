"""Triples of a whole corpus, over one process or several."""

from __future__ import annotations

from pathlib import Path

import pytest

from pie_qg.errors import InputError
from pie_qg.extraction import extract_corpus
from pie_qg.recipe import CorpusConfig, OpenIEConfig, ParseConfig, Recipe

LINES = ["Anna met Tom in Paris .", "He did n't  sell the `` Old House '' .", "Two old houses ."] * 15


def _recipe(path: Path, *, binary: bool = False) -> Recipe:
    return Recipe(
        corpus=CorpusConfig(path=str(path)),
        parse=ParseConfig(pretokenized=True),
        openie=OpenIEConfig(binary=binary),
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "lines.txt"
    path.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return path


def test_given_tokens_come_out_as_they_went_in(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "triples.tsv"
    assert extract_corpus(_recipe(corpus), out, format="tsv", workers=1) == 30
    fields = [line.split("\t") for line in out.read_text(encoding="utf-8").splitlines()[:2]]
    assert fields[0][2:] == ["met", "Anna", "Tom", "in Paris"]
    assert fields[1][2:] == ["did n't sell", "He", "the `` Old House ''"]


@pytest.mark.slow
def test_workers_change_nothing(corpus: Path, tmp_path: Path) -> None:
    for workers in (1, 2):
        extract_corpus(_recipe(corpus), tmp_path / f"{workers}.jsonl", workers=workers)
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()


def test_binary_rows_have_two_arguments(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "triples.tsv"
    extract_corpus(_recipe(corpus, binary=True), out, format="tsv", workers=1)
    lines = out.read_text(encoding="utf-8").splitlines()
    assert {line.count("\t") for line in lines} == {4}
    assert [line.split("\t")[2:] for line in lines[:2]] == [["met", "Anna", "Tom"], ["met Tom in", "Anna", "Paris"]]


def test_a_missing_corpus_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "triples.jsonl"
    out.write_text("before")
    with pytest.raises(InputError):
        extract_corpus(_recipe(tmp_path / "none.txt"), out, workers=1)
    assert out.read_text() == "before"
