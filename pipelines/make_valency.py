"""Write pie_qg/questions/valency.txt: what the verbs of English go with, in all their common senses.

A verb a line, with a letter for what holds of it: `o` it takes an object, `s` its subject is somebody. Run
`NLTK_DATA=FOLDER python pipelines/make_valency.py` where FOLDER holds WordNet 3.0 in nltk's layout.
"""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from nltk.corpus import wordnet

TABLE = Path(__file__).resolve().parent.parent / "pie_qg" / "questions" / "valency.txt"

# WordNet's sentence frames without an object: "Somebody ----s", "Somebody ----s PP", "Somebody ----s that CLAUSE", …
_WITHOUT_OBJECT = frozenset({1, 2, 3, 4, 5, 6, 7, 12, 13, 22, 23, 26, 27, 28, 29, 32, 33, 34, 35})
# Those whose subject is something: "Something ----s", "Something ----s something", "It ----s that CLAUSE", …
_OF_SOMETHING = frozenset({1, 3, 4, 5, 6, 10, 11, 12, 34, 35})
_WITHOUT_SHARE, _OF_SHARE = 0.05, 0.25  # of a verb's uses may be otherwise
_UNCOUNTED = 0.1  # what a sense that SemCor lacks counts for


def main() -> None:
    """Write the table."""
    verbs = (verb for verb in sorted(set(wordnet.all_lemma_names("v"))) if verb.isalpha())
    lines = [f"{verb}\t{letters}\n" for verb in verbs if (letters := _letters(verb))]
    notice = "# Derived from WordNet 3.0, copyright 2006 by Princeton University; see LICENSE-WordNet.\n"
    TABLE.write_text(notice + "".join(lines), encoding="utf-8")


def _letters(verb: str) -> str:
    takes_object = _share(verb, _WITHOUT_OBJECT) <= _WITHOUT_SHARE
    by_somebody = _share(verb, _OF_SOMETHING) <= _OF_SHARE
    return ("o" if takes_object else "") + ("s" if by_somebody else "")


def _share(verb: str, frames: Set[int]) -> float:
    """Return the share of a verb's uses that are in senses that have one of the frames."""
    whole = within = 0.0
    for lemma in wordnet.lemmas(verb, "v"):
        uses = lemma.count() + _UNCOUNTED
        whole += uses
        if {*lemma.frame_ids(), *lemma.synset().frame_ids()} & frames:
            within += uses
    return within / whole


if __name__ == "__main__":
    main()
