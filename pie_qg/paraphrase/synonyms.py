"""Synonyms of verbs, nouns, adjectives and adverbs, from a table that ships with the package.

The table was made from WordNet 3.0 by `pipelines/make_synonyms.py`; its notice is in LICENSE-WordNet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from pie_qg.english import inflect
from pie_qg.lexicon import words
from pie_qg.paraphrase.draft import Draft
from pie_qg.paraphrase.frames import FITS, Context
from pie_qg.paraphrase.spans import QUOTES
from pie_qg.records import Token
from pie_qg.tree import Tree

TABLE = Path(__file__).with_name("synonyms.tsv")
PARTS_OF_SPEECH = {"VERB": "v", "NOUN": "n", "ADJ": "a", "ADV": "r"}
MOST_AMBIGUOUS = 1
"""Words of several senses exchanged in one sentence; sure ones are exchanged wherever they stand."""
ALIKE = 6
"""Letters that tell one word family: no "employ employees"."""
TAGS = words("VB VBD VBG VBN VBP VBZ NN NNS JJ RB")
HYPHENS = words("- – — / = {{ }}")


@dataclass(frozen=True, slots=True)
class Synonym:
    """Another word, where it may stand, and whether the first word has other senses to be mistaken for."""

    word: str
    use: str
    context: Context
    ambiguous: bool
    weight: int
    """How common the word is: the commoner is preferred."""


@cache
def table() -> dict[tuple[str, str], tuple[Synonym, ...]]:
    """Return the synonyms by part of speech (n, v, a, r) and lemma."""
    found: dict[tuple[str, str], tuple[Synonym, ...]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        pos, word, synonym, use, context, ambiguous, weight = line.split("\t")
        row = Synonym(synonym, use, Context.read(context), ambiguous == "1", int(weight))
        found[pos, word] = (*found.get((pos, word), ()), row)
    return found


Places = list[tuple[int, tuple[Synonym, ...]]]
"""The tokens that may be exchanged, each with the synonyms that fit there."""


def places(tree: Tree) -> Places:
    """Return the words of a sentence that have synonyms which fit and are not in the sentence.

    A word that is said twice stays: "a type or types".
    """
    return list(_places(tree))


def synonyms(tree: Tree, places: Places, seed: int, *, ambiguous: bool) -> Draft | None:
    """ "They purchased a big car." → "They bought a large car."; without `ambiguous` only words of one sense.

    Which of several synonyms is taken is drawn from the seed, the commoner ones more often.
    """
    draft, random, unsure = Draft(tree.sentence), Random(seed), 0
    said: set[str] = set()
    for index, fitting in places:
        allowed = [each for each in fitting if (ambiguous or not each.ambiguous) and each.word[:ALIKE] not in said]
        if not allowed:
            continue
        picked = random.choices(allowed, [each.weight for each in allowed])[0]
        unsure += picked.ambiguous
        if picked.ambiguous and unsure > MOST_AMBIGUOUS:
            continue
        said.add(picked.word[:ALIKE])
        _exchange(draft, tree, index, picked.word)
    return draft if said else None


def _places(tree: Tree) -> Iterator[tuple[int, tuple[Synonym, ...]]]:
    known, lemmas = table(), Counter(token.lemma.lower() for token in tree.tokens)
    present = {lemma[:ALIKE] for lemma in lemmas}
    for index, token in enumerate(tree.tokens):
        pos = PARTS_OF_SPEECH.get(token.pos)
        if pos is None or token.tag not in TAGS or _has_any_tense(token):
            continue
        rows = known.get((pos, token.lemma.lower()))
        if rows is None or lemmas[token.lemma.lower()] > 1 or not _free(tree, index):
            continue
        fitting = tuple(
            each
            for each in rows
            if each.word[:ALIKE] not in present and each.context.holds(tree, index) and FITS[pos](tree, index, each.use)
        )
        if fitting:
            yield index, fitting


def _has_any_tense(token: Token) -> bool:
    """ "They put": a parser can't tell the present from the past."""
    return token.tag == "VBP" and inflect(token.lemma.lower(), "VBD") == token.text.lower()


def _free(tree: Tree, index: int) -> bool:
    """Whether a word is no part of a name, a term, a hyphenated word or a quotation."""
    token = tree.tokens[index]
    if (index and token.text[:1].isupper()) or tree.entity(index) not in ("", "DATE", "CARDINAL"):
        return False
    around = [tree.tokens[place].text for place in (index - 1, index + 1) if 0 <= place < len(tree.tokens)]
    if any(text in HYPHENS or text in QUOTES or "]" in text for text in around):
        return False
    if around == ["(", ")"]:
        return False
    return not any("[" in other.text for other in tree.tokens[max(0, index - 3) : index])


def _exchange(draft: Draft, tree: Tree, index: int, word: str) -> None:
    """Put a word in the form of the one that it replaces, and set an article before it right."""
    token = tree.tokens[index]
    form = word if token.tag in ("JJ", "RB", "NN", "VB") else _form(word, token.tag)
    draft.say(index, form.capitalize() if token.text[:1].isupper() else form, lemma=word)
    article = tree.tokens[index - 1] if index else None
    if article is not None and article.text.lower() in ("a", "an"):
        right = "an" if begins_with_vowel(form) else "a"
        draft.say(index - 1, right.capitalize() if article.text[:1].isupper() else right)


def _form(word: str, tag: str) -> str:
    return "people" if (word, tag) == ("person", "NNS") else inflect(word, tag)


def begins_with_vowel(form: str) -> bool:
    """Tell whether a word asks for "an"."""
    low = form.lower()
    if low.startswith(("hour", "honest", "honor", "honour", "heir")):
        return True
    return low[0] in "aeiou" and not low.startswith(("uni", "use", "usu", "uti", "eu", "one", "once"))
