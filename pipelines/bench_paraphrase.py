"""What paraphrasing does and costs: a table of methods, with ratios against a bare parse of the same text.

    python pipelines/bench_paraphrase.py [CORPUS] [--passages N] [--model NAME_OR_FOLDER]

Changed, divergence and similarity are means over the changed sentences; `cost` is the method's time (candidates and
choice, encoder included) over the parser's time for the same passages, measured in the same process.
`seq2seq` is timed against the published loop, a batch a passage, where `--model` names a model.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import fmean
from typing import Any

from pie_qg.corpus import read_passages, scan_corpus
from pie_qg.paraphrase.embed import SentenceEncoder
from pie_qg.paraphrase.facts import keeps_facts
from pie_qg.paraphrase.seq2seq import Seq2Seq
from pie_qg.paraphrase.stage import ParaphraseStage
from pie_qg.parse import load_parser
from pie_qg.recipe import CorpusConfig, ParaphraseConfig, ParseConfig
from pie_qg.records import Item, Passage, Sentence


def main() -> None:
    """Parse the passages, run each method over them, and print a row each."""
    options = _options()
    config = CorpusConfig(path=options.corpus, limit=options.passages)
    texts = [passage.text for passage in read_passages(scan_corpus(config), config)]
    parser = load_parser(ParseConfig())
    parser.parse(texts[:8])
    parses, parse_seconds = _timed(lambda: parser.parse(texts))
    items = [
        Item(Passage(str(place), text), sentences=parse)
        for place, (text, parse) in enumerate(zip(texts, parses, strict=True))
    ]
    sentences = sum(len(item.sentences) for item in items)
    print(f"{sentences} sentences; bare parse {sentences / parse_seconds:.0f} a second")
    print("method      changed  divergence  similarity  lost facts   cost")
    for method in ("identity", "syntactic"):
        print(_row(method, items, parse_seconds))
    if options.model:
        print(_against_published_loop(options.model, items[: options.seq2seq_passages]))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", nargs="?", default="sample", help="a corpus: a file, or a shipped one's name")
    parser.add_argument("--passages", type=int, default=200, help="passages taken from its beginning")
    parser.add_argument("--model", help="an encoder–decoder to time: a folder, or a name on the Hub")
    parser.add_argument("--seq2seq-passages", type=int, default=8, help="passages that it is timed on")
    return parser.parse_args()


def _timed(run: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    made = run()
    return made, time.perf_counter() - start


def _row(method: str, items: Sequence[Item], parse_seconds: float) -> str:
    stage = ParaphraseStage(ParaphraseConfig(method=method), ParseConfig(), 0)  # type: ignore[arg-type]
    stage.load()
    stage.run(items[:8])
    made, seconds = _timed(lambda: stage.run(items))
    pairs = [(item.sentences[each.sentence], each) for item in made for each in item.paraphrases]
    changed = [(sentence, each) for sentence, each in pairs if each.changed]
    if not changed:
        return _line(method, 0, 0, 1, 0, seconds / parse_seconds)
    encoder = SentenceEncoder()
    similarity = fmean(encoder.similarities([(sentence.text, each.text) for sentence, each in changed]))
    lost = fmean(not keeps_facts(sentence, each.text) for sentence, each in changed)
    divergence = fmean(each.divergence or 0.0 for _, each in changed)
    return _line(method, len(changed) / len(pairs), divergence, similarity, lost, seconds / parse_seconds)


def _line(method: str, changed: float, divergence: float, similarity: float, lost: float, cost: float) -> str:
    return f"{method:<10}  {changed:6.1%}  {divergence:10.3f}  {similarity:10.3f}  {lost:10.1%}  {cost:5.2f}"


def _against_published_loop(model: str, items: Sequence[Item]) -> str:
    """Time the batched generation against a batch a passage, in fp32, and compare the candidates."""
    config = ParaphraseConfig(method="seq2seq", model=model, precision="fp32")
    ours = Seq2Seq(config, 0)
    ours.load()
    sentences: list[Sentence] = [replace(each, start=0) for item in items for each in item.sentences]
    made, seconds = _timed(lambda: ours.candidates(sentences))
    loop, loop_seconds = _timed(lambda: [each for item in items for each in ours.candidates(item.sentences)])
    same = fmean(one == two for one, two in zip(made, loop, strict=True))
    return (
        f"seq2seq: {len(sentences) / seconds:.2f} sentences a second, {len(sentences) / loop_seconds:.2f} a batch a "
        f"passage ({loop_seconds / seconds:.2f}×); same candidates for {same:.1%}"
    )


if __name__ == "__main__":
    main()
