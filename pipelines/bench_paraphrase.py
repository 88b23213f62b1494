"""What paraphrasing does and costs: a table of methods, with ratios against a bare parse of the same text.

    python pipelines/bench_paraphrase.py [CORPUS] [--passages N] [--model NAME_OR_FOLDER | --random-pegasus]
                                         [--score dev.json [--examples 4000] [--seeds 3] | --seeds 0]

Changed, divergence and similarity are means over the changed sentences; `cost` is the method's time (candidates and
choice, encoder included) over the parser's time for the same passages, measured in the same process.
`seq2seq` is timed against the published loop, a batch a passage, where `--model` names a model; `--random-pegasus`
makes one of the real Pegasus's shape, with random weights. Readers are trained on so many of the pairs that each
method gives on the whole corpus, one a seed, and scored: EM and F1, mean and each seed's. Finished ones are kept.
The corpus and the questions are those in PIE_QG_SHARED where it is there, else the shipped sample.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import Any

from kept import KEPT, SHARED, reader_scores

from pie_qg.api import generate
from pie_qg.corpus import read_passages, scan_corpus
from pie_qg.paraphrase.embed import SentenceEncoder
from pie_qg.paraphrase.facts import keeps_facts
from pie_qg.paraphrase.seq2seq import Seq2Seq
from pie_qg.paraphrase.stage import ParaphraseStage
from pie_qg.parse import load_parser
from pie_qg.recipe import CorpusConfig, ParaphraseConfig, ParseConfig
from pie_qg.records import Item, Passage, Sentence

PEGASUS_VOCABULARY = 96_103


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
        print(_row(ParaphraseConfig(method=method), items, parse_seconds))  # type: ignore[arg-type]
    few = [replace(item, sentences=item.sentences[:2]) for item in items[: options.seq2seq_passages]]
    if options.model:
        share = sum(len(item.sentences) for item in few) / sentences
        print(_row(ParaphraseConfig(method="seq2seq", model=options.model), few, parse_seconds * share))
    for method in ("identity", "syntactic") if options.seeds else ():
        print(_reader(method, options.corpus, options.score, options.examples, options.seeds), flush=True)
    if options.model:
        print(_against_published_loop(options.model, few))
    elif options.random_pegasus:
        with tempfile.TemporaryDirectory() as folder:
            print(_against_published_loop(random_pegasus(Path(folder), texts), few))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    data = SHARED / "data"
    corpus, dev = (data / "wiki.passages.jsonl", data / "wiki.dev.json") if data.is_dir() else ("sample", "sample")
    parser.add_argument("corpus", nargs="?", default=str(corpus), help="a corpus: a file, or a shipped one's name")
    parser.add_argument("--passages", type=int, default=200, help="passages taken from its beginning")
    parser.add_argument("--model", help="an encoder–decoder to time: a folder, or a name on the Hub")
    parser.add_argument("--random-pegasus", action="store_true", help="time one of the real shape, untrained")
    parser.add_argument("--seq2seq-passages", type=int, default=4, help="passages, two sentences of each, timed on")
    parser.add_argument("--score", default=str(dev), help="questions to score readers on")
    parser.add_argument("--examples", type=int, default=4000, help="pairs that a reader learns from")
    parser.add_argument("--seeds", type=int, default=3, help="readers a method; 0 for none")
    return parser.parse_args()


def _timed(run: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    made = run()
    return made, time.perf_counter() - start


def _row(config: ParaphraseConfig, items: Sequence[Item], parse_seconds: float) -> str:
    method, stage = config.method, ParaphraseStage(config, ParseConfig(), 0)
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


def _reader(method: str, corpus: str, dev: str, examples: int, seeds: int) -> str:
    """Return the scores of readers trained on a method's pairs."""
    run = KEPT / f"paraphrase-{method}"
    generate(corpus, run, changes=[f"paraphrase.method={method}"])
    rows = [reader_scores(run, [dev], examples, seed)[0] for seed in range(seeds)]
    each = ", ".join(f"{row['f1']:.1f}" for row in rows)
    em, f1 = fmean(row["em"] for row in rows), fmean(row["f1"] for row in rows)
    return f"{method:<10}  reader EM {em:.1f} F1 {f1:.1f} (seeds: {each})"


def random_pegasus(folder: Path, texts: Sequence[str]) -> str:
    """Save a Pegasus of the published model's shape with random weights, and a tokenizer of words; return its path."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors, trainers
    from transformers import PegasusConfig, PegasusForConditionalGeneration, PreTrainedTokenizerFast

    tokenizer = Tokenizer(models.WordPiece(unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.train_from_iterator(
        texts, trainers.WordPieceTrainer(vocab_size=PEGASUS_VOCABULARY, special_tokens=["<pad>", "</s>", "<unk>"])
    )
    tokenizer.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="<pad>", eos_token="</s>", unk_token="<unk>"
    ).save_pretrained(folder)
    shape = {"d_model": 1024, "encoder_layers": 16, "decoder_layers": 16, "encoder_ffn_dim": 4096}
    heads = {"decoder_ffn_dim": 4096, "encoder_attention_heads": 16, "decoder_attention_heads": 16}
    config = PegasusConfig(vocab_size=PEGASUS_VOCABULARY, max_position_embeddings=512, **shape, **heads)
    PegasusForConditionalGeneration(config).save_pretrained(folder)
    return str(folder)


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
