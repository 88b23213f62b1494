"""Make the table of synonyms that the paraphraser reads, from WordNet 3.0 through nltk.

    NLTK_DATA=folder-with-corpora/wordnet python pipelines/make_synonyms.py

Pairs are those accepted on reading (`synonyms_accepted.txt`). One is sure where it is bound to a context, or where the
sense that WordNet gives both words (one synset, or neighbours) has three quarters of the word's uses in SemCor, by
WordNet's counts; any other is marked as ambiguous: such a word is exchanged only where the sentence encoder agrees.
Adverbs, which WordNet hardly relates, have few senses and are sure. The weight of a pair is how common the synonym is,
so that the commoner is preferred. No word is exchanged inside a fixed term of WordNet, "rapid transit" or "cost of
living": the other words of such terms are added to a pair's context, as words that must not stand with it.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from math import log2
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ACCEPTED = HERE / "synonyms_accepted.txt"
TABLE = HERE.parent / "pie_qg" / "paraphrase" / "synonyms.tsv"
SURE_SHARE = 0.75
RARE_SHARE = 0.5
"""A pair without a context whose shared sense is rarer than this is left out."""

SPECIES = frozenset({"noun.animal", "noun.plant"})
"""Fields of terms that are too many to ship, and seldom met: "common alder"."""

Terms = Mapping[tuple[str, str], Mapping[str, Set[str]]]
"""By part of speech and word: the other word of each fixed term, with the words that may stand for the first there."""
Row = tuple[str, str, str, str, str]
"""Part of speech, word, synonym, use, context."""


def main() -> int:
    """Write the table."""
    from nltk.corpus import wordnet

    rows: list[str] = []
    terms = _terms(wordnet)
    for pos, word, synonym, use, context in accepted(ACCEPTED.read_text(encoding="utf-8")):
        share = 1.0 if context or pos == "r" else _share(wordnet, pos, word, synonym)
        if share < RARE_SHARE:
            print(f"rare sense: {word} as {synonym} ({pos})", file=sys.stderr)
            continue
        sure = share >= SURE_SHARE
        row = (pos, word, synonym, use, _outside_terms(context, terms.get((pos, word), {}), synonym))
        rows.append("\t".join((*row, str(int(not sure)), str(_weight(wordnet, pos, synonym)))))
    TABLE.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} pairs")
    return 0


def accepted(text: str) -> Iterator[Row]:
    """Yield the pairs that were accepted, the sets of lemmas that they name written out."""
    sets: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("="):
            name, *lemmas = line[1:].split()
            sets[name] = ",".join(lemmas)
        elif not line.startswith("#"):
            pos, pair, *rest = line.split()
            word, synonyms = pair.split(">")
            use = "".join(each for each in rest if each[0] not in "@!+")
            context = " ".join(_spelt_out(each, sets) for each in rest if each[0] in "@!+")
            yield from ((pos, word, synonym, use, context) for synonym in synonyms.split(","))


def _spelt_out(context: str, sets: dict[str, str]) -> str:
    mark = context[: len(context) - len(context.lstrip("@!+"))]
    return mark + ",".join(sets.get(name, name) for name in context[len(mark) :].split(","))


def _terms(wordnet: Any) -> Terms:
    """Find the fixed terms: "rapid transit", "cost of living"; a "final exam" may still be a "final examination"."""
    found: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    adjectives = set(wordnet.all_lemma_names("a"))
    for synset in wordnet.all_synsets("n"):
        names = [name.split("_") for name in synset.lemma_names() if name.islower() and "_" in name]
        for words in names if synset.lexname() not in SPECIES else ():
            for key, other in _halves(words, adjectives):
                place = words.index(key[1])
                same = {each[place] for each in names if len(each) == len(words) and other in each}
                found[key][other] |= same - {key[1]}
    return found


def _halves(words: list[str], adjectives: Set[str]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield each word of a term that may be exchanged elsewhere, with the word that it is fixed to."""
    match words:
        case [noun, "of", other]:
            yield ("n", noun), other
        case [adjective, noun] if adjective in adjectives:
            yield ("a", adjective), noun
            yield ("n", noun), adjective


def _outside_terms(context: str, fixed: Mapping[str, Set[str]], synonym: str) -> str:
    """Add the words of fixed terms to a context, but to none that says which company is right."""
    barred = sorted(other for other, same in fixed.items() if synonym not in same)
    chosen = any(part[0] == "@" and part[1] != "!" for part in context.split())
    return f"{context} @!{','.join(barred)}".strip() if barred and not chosen else context


def _share(wordnet: Any, pos: str, word: str, synonym: str) -> float:
    """Return how much of a word's use is the sense that it shares with its synonym, 0 to 1."""
    senses, others = wordnet.synsets(word, pos), set(wordnet.synsets(synonym, pos))
    shared = next((sense for sense in senses if sense in others), None)
    if shared is None:
        shared = next((sense for sense in senses if others & _neighbours(sense)), None)
    if shared is None:
        return 0.0
    counts = {sense: _count(sense, word) + 0.5 for sense in senses}
    return float(counts[shared] / sum(counts.values()))


def _neighbours(sense: Any) -> set[Any]:
    near = {*sense.similar_tos(), *sense.hypernyms(), *sense.hyponyms(), *sense.also_sees(), *sense.verb_groups()}
    return near | {other for each in sense.similar_tos() for other in each.similar_tos()}


def _count(sense: Any, word: str) -> int:
    return next((int(lemma.count()) for lemma in sense.lemmas() if lemma.name().lower() == word), 0)


def _weight(wordnet: Any, pos: str, word: str) -> int:
    """Return the binary logarithm of a word's uses in SemCor, at least 1."""
    return 1 + round(log2(1 + sum(_count(sense, word) for sense in wordnet.synsets(word, pos))))


if __name__ == "__main__":
    sys.exit(main())
