"""Write pie_qg/questions/transitive.txt: the verbs that, in all their common senses, take an object.

Run `NLTK_DATA=FOLDER python pipelines/make_transitive_verbs.py` where FOLDER holds WordNet 3.0 in nltk's layout.
"""

from __future__ import annotations

from pathlib import Path

from nltk.corpus import wordnet

TABLE = Path(__file__).resolve().parent.parent / "pie_qg" / "questions" / "transitive.txt"

# WordNet's sentence frames without an object: "Somebody ----s", "Somebody ----s PP", "Somebody ----s that CLAUSE", …
_WITHOUT_OBJECT = frozenset({1, 2, 3, 4, 5, 6, 7, 12, 13, 22, 23, 26, 27, 28, 29, 32, 33, 34, 35})
_SHARE = 0.05  # of a verb's uses may be without an object
_UNCOUNTED = 0.1  # what a sense that SemCor lacks counts for


def main() -> None:
    """Write the table: a verb a line."""
    verbs = [verb for verb in sorted(set(wordnet.all_lemma_names("v"))) if verb.isalpha() and _is_transitive(verb)]
    notice = "# Derived from WordNet 3.0, copyright 2006 by Princeton University; see LICENSE-WordNet.\n"
    TABLE.write_text(notice + "".join(f"{verb}\n" for verb in verbs), encoding="utf-8")


def _is_transitive(verb: str) -> bool:
    whole = without = 0.0
    for lemma in wordnet.lemmas(verb, "v"):
        uses = lemma.count() + _UNCOUNTED
        whole += uses
        if {*lemma.frame_ids(), *lemma.synset().frame_ids()} & _WITHOUT_OBJECT:
            without += uses
    return without <= _SHARE * whole


if __name__ == "__main__":
    main()
