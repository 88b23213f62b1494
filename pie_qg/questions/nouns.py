"""The class of a noun or a name: "Thames" is a river, "engineer" a person."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pie_qg.english import lemma_of_noun

PLACES = frozenset(
    "city town country state region place island continent river lake mountain ocean sea desert building planet".split()
)
PEOPLE = frozenset(
    "people men women children parents others someone everyone anyone somebody everybody anybody".split()
)


@cache
def _classes() -> dict[str, str]:
    lines = Path(__file__).with_name("nouns.txt").read_text(encoding="utf-8").splitlines()
    table: dict[str, str] = {}
    for line in lines:
        label, _, words = line.partition("\t")
        table.update((word, label) for word in words.split())
    return table


@cache
def noun_class(phrase: str) -> str:
    """Return the class of a noun or a name ("river", "person", "food", …), or "" where it is not known or not sure."""
    low = phrase.lower()
    if low in PEOPLE:
        return "person"
    table = _classes()
    return table.get(low.replace(" ", "_")) or table.get(lemma_of_noun(low)) or ""
