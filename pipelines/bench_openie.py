"""Measure extraction: CaRB dev, cost against a bare parse in the same run, and speed against CoreNLP's OpenIE.

    python pipelines/bench_openie.py [SHARED]

SHARED is the folder of shared test material (default: PIE_QG_SHARED, else ../shared beside the repository).
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fit_confidence import load_scorer

from pie_qg.engine.stream import stream_items
from pie_qg.errors import InputError
from pie_qg.extraction import extract_corpus
from pie_qg.openie.corenlp import CoreNLP
from pie_qg.openie.stage import OpenIEStage
from pie_qg.parse import SpacyParser, load_parser
from pie_qg.parse_stage import ParseStage
from pie_qg.recipe import CorpusConfig, OpenIEConfig, ParseConfig, Recipe
from pie_qg.records import Item, Passage
from pie_qg.stage import Step

PASSAGES = 600
CORENLP_SENTENCES = 400
DEFAULT_SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def main() -> None:
    """Print the table, a line a figure."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("PIE_QG_SHARED", DEFAULT_SHARED))
    if not shared.is_dir():
        sys.exit(f"no shared material at {shared}: set PIE_QG_SHARED")
    show_score(shared)
    show_cost(shared)
    show_corenlp(shared)


def show_score(shared: Path) -> None:
    """CaRB dev, tokens as given there; the weights of the confidence were fitted on it, see fit_confidence.py."""
    sentences, gold = shared / "data" / "carb.dev.sentences.txt", shared / "data" / "carb.dev.tsv"
    scorer = load_scorer(shared / "tools" / "carb_score.py")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "extractions.tsv"
        recipe = Recipe(corpus=CorpusConfig(path=str(sentences)), parse=ParseConfig(pretokenized=True))
        number = extract_corpus(recipe, out, format="tsv", workers=1)
        auc, (precision, recall, f1), _ = scorer.evaluate(str(gold), str(out))
    print(f"CaRB dev: F1 {100 * f1:.1f} (P {100 * precision:.1f}, R {100 * recall:.1f}), AUC {100 * auc:.1f}")
    print(f"CaRB dev: {number} triples; CoreNLP is at F1 19.9, ClausIE at 45.0 and OpenIE6 at 54.0 on the test split")


def show_cost(shared: Path) -> None:
    """CPU seconds of a bare `nlp.pipe` and of extraction over the same passages, in this process."""
    passages = _passages(shared)[:PASSAGES]
    parser = SpacyParser(ParseConfig())
    texts = [passage.text for passage in passages]
    start = time.process_time()
    for _ in parser._nlp.pipe(texts, batch_size=ParseConfig().batch_size):
        pass
    bare = time.process_time() - start
    items = [Item(passage, parse) for passage, parse in zip(passages, parser.parse(texts), strict=True)]
    start = time.process_time()
    done = OpenIEStage(OpenIEConfig()).run(items)
    cost = time.process_time() - start
    sentences, triples = sum(len(item.sentences) for item in done), sum(len(item.triples) for item in done)
    print(f"cost: {cost / bare:.2f} of a bare parse ({cost:.1f} s against {bare:.1f} s, {sentences} sentences)")
    print(f"yield: {triples / len(done):.1f} triples a passage, {triples / sentences:.1f} a sentence")


def show_corenlp(shared: Path) -> None:
    """Sentences a second of `extract` on all cores and of CoreNLP with as many threads, both once started."""
    lines = (shared / "data" / "carb.dev.sentences.txt").read_text(encoding="utf-8").splitlines()[:CORENLP_SENTENCES]
    theirs = _corenlp_rate(shared, lines)
    ours = _our_rate(_passages(shared))
    print(f"speed: {ours:.0f} sentences a second, parse and all" + (f"; CoreNLP {theirs:.0f}" if theirs else ""))
    if theirs:
        print(f"speed against CoreNLP: {ours / theirs:.1f} ×")


def _our_rate(passages: list[Passage]) -> float:
    start = time.perf_counter()
    steps = (Step(ParseStage(ParseConfig()), ()), Step(OpenIEStage(OpenIEConfig()), ()))
    sentences = sum(len(item.sentences) for item in stream_items(passages, steps))
    return sentences / (time.perf_counter() - start)


def _corenlp_rate(shared: Path, lines: list[str]) -> float:
    home = os.environ.get("CORENLP_HOME", str(shared / "corenlp"))
    parses = load_parser(ParseConfig(pretokenized=True)).parse(lines)
    sentences = [parse[0] for parse in parses if parse]
    try:
        with CoreNLP(OpenIEConfig(extractor="corenlp", corenlp_home=home)) as server:
            server.triples(sentences[:5])
            batches = [sentences[at : at + 20] for at in range(0, len(sentences), 20)]
            start = time.perf_counter()
            with ThreadPoolExecutor(server.threads) as pool:
                list(pool.map(server.triples, batches))
            return len(sentences) / (time.perf_counter() - start)
    except InputError as error:
        print(f"CoreNLP left out: {error}")
        return 0.0


def _passages(shared: Path) -> list[Passage]:
    with (shared / "data" / "wiki.passages.jsonl").open(encoding="utf-8") as file:
        return [Passage(record["id"], record["text"]) for record in map(json.loads, file)]


if __name__ == "__main__":
    main()
