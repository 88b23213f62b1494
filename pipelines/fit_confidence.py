"""Fit the weights of a triple's confidence on gold tuples (CaRB dev), and show what cross-validation says of them.

    python pipelines/fit_confidence.py GOLD.tsv SENTENCES.txt carb_score.py [--write]

A logistic regression on soft targets: how much of the triple a gold tuple confirms, both as its best partner and in a
one-to-one matching (CaRB's precision; Bhardwaj et al. 2019). The folds are sentences; nothing else is learned here.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import numpy as np
import numpy.typing as npt

from pie_qg.clauses import clauses
from pie_qg.openie.arguments import triple
from pie_qg.openie.confidence import features
from pie_qg.openie.rows import tsv_fields
from pie_qg.openie.triples import facts
from pie_qg.parse import load_parser
from pie_qg.recipe import ParseConfig
from pie_qg.tree import Tree

WEIGHTS = Path(__file__).resolve().parent.parent / "pie_qg" / "openie" / "confidence.json"
FOLDS = 5
RIDGE = 10.0
MIN_COUNT = 8
"""Features seen more rarely get no weight."""

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A triple: its row, what holds of it, and how much of it the gold tuples confirm."""

    fields: list[str]
    features: frozenset[str]
    target: float = 0.0


def main() -> None:
    """Fit, cross-validate, print, and with --write keep the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {WEIGHTS.name}")
    options = parser.parse_args()
    scorer = load_scorer(options.scorer)
    examples = _examples(options.sentences, scorer.read(str(options.gold), True), scorer)
    names = _names(examples)
    matrix, targets = _matrix(examples, names), np.array([each.target for each in examples])
    print("no confidence   ", _score(examples, np.ones(len(examples)), options.gold, scorer))
    print("cross-validated ", _score(examples, _cross_validated(examples, matrix, targets), options.gold, scorer))
    weights = _fit(matrix, targets)
    print("on what it saw  ", _score(examples, _probability(matrix, weights), options.gold, scorer))
    if options.write:
        table = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
        WEIGHTS.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def load_scorer(path: Path) -> ModuleType:
    """Return the scorer's module, read from its file."""
    spec = importlib.util.spec_from_file_location("carb_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _examples(sentences: Path, gold: dict[str, list[object]], scorer: ModuleType) -> list[Example]:
    lines = sentences.read_text(encoding="utf-8").splitlines()
    parses = load_parser(ParseConfig(pretokenized=True)).parse(lines)
    found = []
    for line, parsed in zip(lines, parses, strict=True):
        tree = Tree(parsed[0])
        examples = [
            Example(tsv_fields(line, triple(tree, fact, 1.0)), frozenset(features(tree, fact)))
            for fact in facts(tree, clauses(parsed[0], tree))
        ]
        found.extend(_with_targets(examples, gold[scorer.key(line)], scorer))
    return found


def _with_targets(examples: list[Example], gold: list[object], scorer: ModuleType) -> list[Example]:
    """Half the best match with any gold tuple, half the match in a greedy one-to-one assignment."""
    parts = [scorer.parts(each.fields[2], each.fields[3:]) for each in examples]
    table = [[scorer.score_pair(tuple_, part)[0] for part in parts] for tuple_ in gold]
    matched = [0.0] * len(examples)
    rows, columns = set(range(len(gold))), set(range(len(examples)))
    while rows and columns:
        row, column = max(((r, c) for r in rows for c in columns), key=lambda rc: table[rc[0]][rc[1]])
        matched[column] = table[row][column]
        rows.discard(row)
        columns.discard(column)
    best = [max((line[column] for line in table), default=0.0) for column in range(len(examples))]
    return [replace(each, target=(m + b) / 2) for each, m, b in zip(examples, matched, best, strict=True)]


def _names(examples: list[Example]) -> list[str]:
    counts = Counter(name for each in examples for name in each.features)
    return sorted(name for name, count in counts.items() if count >= MIN_COUNT)


def _matrix(examples: list[Example], names: list[str]) -> Matrix:
    return np.array([[float(name in each.features) for name in names] for each in examples])


def _fit(matrix: Matrix, targets: Matrix) -> Matrix:
    """Ridge logistic regression by Newton's method."""
    weights = np.zeros(matrix.shape[1])
    for _ in range(30):
        probability = _probability(matrix, weights)
        gradient = matrix.T @ (probability - targets) + RIDGE * weights
        curvature = (matrix * (probability * (1 - probability))[:, None]).T @ matrix + RIDGE * np.eye(len(weights))
        weights = weights - np.linalg.solve(curvature, gradient)
    return weights


def _probability(matrix: Matrix, weights: Matrix) -> Matrix:
    return np.asarray(1 / (1 + np.exp(-matrix @ weights)))


def _cross_validated(examples: list[Example], matrix: Matrix, targets: Matrix) -> Matrix:
    """Return each triple's confidence from weights that have not seen its sentence."""
    sentences = sorted({each.fields[0] for each in examples})
    random.Random(0).shuffle(sentences)
    fold_of = {sentence: number % FOLDS for number, sentence in enumerate(sentences)}
    folds = np.array([fold_of[each.fields[0]] for each in examples])
    confidence = np.zeros(len(examples))
    for fold in range(FOLDS):
        weights = _fit(matrix[folds != fold], targets[folds != fold])
        confidence[folds == fold] = _probability(matrix[folds == fold], weights)
    return confidence


def _score(examples: list[Example], confidence: Matrix, gold: Path, scorer: ModuleType) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
        for each, value in zip(examples, confidence, strict=True):
            file.write("\t".join([each.fields[0], f"{value:.4f}", *each.fields[2:]]) + "\n")
        file.flush()
        auc, (precision, recall, f1), number = scorer.evaluate(str(gold), file.name)
    return f"n {number}  P {100 * precision:.1f}  R {100 * recall:.1f}  F1 {100 * f1:.1f}  AUC {100 * auc:.1f}"


if __name__ == "__main__":
    main()
