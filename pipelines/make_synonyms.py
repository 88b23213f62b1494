"""Make the table of synonyms that the paraphraser reads, from WordNet 3.0 through nltk.

    NLTK_DATA=folder-with-corpora/wordnet python pipelines/make_synonyms.py

A pair is kept where it was accepted on reading (`synonyms_accepted.txt`) and WordNet has both words in one synset that
is among the first senses of the one that is replaced. A word is marked as ambiguous where that sense has less than
three quarters of its uses in SemCor, by WordNet's counts: such a word is exchanged only where the sentence encoder
agrees.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ACCEPTED = HERE / "synonyms_accepted.txt"
TABLE = HERE.parent / "pie_qg" / "paraphrase" / "synonyms.tsv"
LAST_SENSE = 4
SURE_SHARE = 0.75


def main() -> int:
    """Write the table and report the pairs that WordNet does not have."""
    from nltk.corpus import wordnet

    rows: list[str] = []
    for line in ACCEPTED.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        pos, pair, *use = line.split()
        word, synonym = pair.split(">")
        share = _share(wordnet, pos, word, synonym)
        if share is None:
            print(f"not in WordNet: {line}", file=sys.stderr)
            continue
        rows.append("\t".join((pos, word, synonym, "".join(use), str(int(share < SURE_SHARE)))))
    TABLE.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} pairs")
    return 0


def _share(wordnet: Any, pos: str, word: str, synonym: str) -> float | None:
    """Return how much of a word's use is the sense that it shares with its synonym; None where there is none."""
    senses, others = wordnet.synsets(word, pos), wordnet.synsets(synonym, pos)
    shared = next((sense for sense in senses[:LAST_SENSE] if sense in others), None)
    if shared is None:
        return None
    counts = {sense: _count(sense, word) + 0.5 for sense in senses}
    return float(counts[shared] / sum(counts.values()))


def _count(sense: Any, word: str) -> int:
    return next((int(lemma.count()) for lemma in sense.lemmas() if lemma.name().lower() == word), 0)


if __name__ == "__main__":
    sys.exit(main())
