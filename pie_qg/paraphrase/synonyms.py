"""Synonyms of verbs, nouns, adjectives and adverbs, from a table that ships with the package.

The table was made from WordNet 3.0 by `pipelines/make_synonyms.py`; its notice is in LICENSE-WordNet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pie_qg.english import inflect
from pie_qg.lexicon import words
from pie_qg.paraphrase.draft import Draft
from pie_qg.tree import Tree

TABLE = Path(__file__).with_name("synonyms.tsv")
PARTS_OF_SPEECH = {"VERB": "v", "NOUN": "n", "ADJ": "a", "ADV": "r"}
MOST = 3
"""Words exchanged in one sentence."""
ALIKE = 6
"""Letters that tell one word family: no "employ employees"."""
TAGS = words("VB VBD VBG VBN VBP VBZ NN NNS JJ RB")
HYPHENS = words("- – — /")
IDIOMS = words("at by in on as for with of to")
"""Prepositions that make an idiom of a bare noun behind them: "at large", "as a result", "in effect"."""


@dataclass(frozen=True, slots=True)
class Synonym:
    """Another word, where it may stand, and whether the first word has other senses to be mistaken for."""

    word: str
    use: str
    ambiguous: bool


@cache
def table() -> dict[tuple[str, str], tuple[Synonym, ...]]:
    """Return the synonyms by part of speech (n, v, a, r) and lemma."""
    found: dict[tuple[str, str], tuple[Synonym, ...]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        pos, word, synonym, use, ambiguous = line.split("\t")
        found[pos, word] = (*found.get((pos, word), ()), Synonym(synonym, use, ambiguous == "1"))
    return found


def synonyms(tree: Tree, *, ambiguous: bool) -> Draft | None:
    """ "They purchased a big car." → "They bought a large car."; without `ambiguous` only words of one sense."""
    draft, count = Draft(tree.sentence), 0
    for index, synonym in _places(tree):
        if (synonym.ambiguous and not ambiguous) or count == MOST:
            continue
        _exchange(draft, tree, index, synonym.word)
        count += 1
    return draft if count else None


def is_ambiguous(tree: Tree) -> bool:
    """Tell whether a sentence has a word that is exchanged only where the encoder agrees."""
    return any(synonym.ambiguous for _, synonym in _places(tree))


def _places(tree: Tree) -> Iterator[tuple[int, Synonym]]:
    """Yield the words that may be exchanged, each with its first synonym that fits and is not in the sentence."""
    known, present = table(), {token.lemma.lower()[:ALIKE] for token in tree.tokens}
    for index, token in enumerate(tree.tokens):
        pos = PARTS_OF_SPEECH.get(token.pos)
        if pos is None or token.tag not in TAGS or (pos, token.lemma.lower()) not in known or not _free(tree, index):
            continue
        for synonym in known[pos, token.lemma.lower()]:
            if synonym.word[:ALIKE] not in present and _USES[pos](tree, index, synonym.use):
                yield index, synonym
                break


def _free(tree: Tree, index: int) -> bool:
    """Whether a word is no part of a name, a term, a hyphenated word or a quotation."""
    token = tree.tokens[index]
    around = [tree.tokens[place].text for place in (index - 1, index + 1) if 0 <= place < len(tree.tokens)]
    if tree.entity(index) not in ("", "DATE", "CARDINAL") or any(text in HYPHENS for text in around):
        return False
    if any("[" in other.text for other in tree.tokens[max(0, index - 3) : index]) or "]" in "".join(around):
        return False
    if index and token.text[:1].isupper():
        return False
    return not any(text in ('"', "“", "”", "''", "``") for text in around)


def _fits_verb(tree: Tree, verb: int, use: str) -> bool:
    """Whether a verb is used as its synonym can be: t object or passive, i neither, f infinitive, c that-clause."""
    token = tree.tokens[verb]
    passive = tree.has(verb, ("auxpass",)) or (token.tag == "VBN" and token.dep in ("acl", "advcl"))
    if tree.has(verb, ("prt", "oprd", "dative", "acomp", "attr")) or token.dep in ("amod", "compound", "aux", "pcomp"):
        return False
    if tree.has(verb, ("ccomp", "xcomp")):
        return _fits_complement(tree, verb, use, passive)
    if passive or tree.has(verb, ("dobj",)) or _takes_gap(tree, verb):
        return "t" in use and not ("a" in use and passive)
    behind = tree.tokens[verb + 1] if verb + 1 < len(tree.tokens) else token
    bare = behind.dep != "prep" or behind.head != verb or behind.text.lower() in _TIMES
    return "i" in use and bare and token.tag != "VBN"


_TIMES = words("in on at during after before since until as within")


def _fits_complement(tree: Tree, verb: int, use: str, passive: bool) -> bool:
    if passive or tree.has(verb, ("dobj",)):
        return False
    complement = tree.first(verb, ("ccomp", "xcomp"))
    assert complement is not None
    infinitive = any(tree.tokens[child].tag == "TO" for child in tree.of(complement, ("aux",)))
    marked = any(tree.tokens[mark].text.lower() == "that" for mark in tree.of(complement, ("mark",)))
    return ("f" in use and infinitive) or ("c" in use and marked and complement > verb)


def _takes_gap(tree: Tree, verb: int) -> bool:
    """ "the house that he built": the object stands before the clause, or is not said."""
    return tree.tokens[verb].dep == "relcl" and not any(
        tree.tokens[child].text.lower() in ("that", "which", "who") and tree.tokens[child].dep.startswith("nsubj")
        for child in tree.children[verb]
    )


def _fits_noun(tree: Tree, noun: int, use: str) -> bool:
    """Whether a noun is no part of a term: o "… of", d "a … of", t "the … of", f "… to"."""
    token = tree.tokens[noun]
    if token.dep in ("compound", "nmod", "npadvmod") or tree.has(noun, ("compound", "nmod", "poss", "nummod")):
        return False
    if noun + 1 < len(tree.tokens) and tree.tokens[noun + 1].pos in ("NOUN", "PROPN", "NUM"):
        return False
    article = tree.first(noun, ("det",))
    if token.dep == "pobj" and article is None and token.tag == "NN" and tree.tokens[token.head].text.lower() in IDIOMS:
        return False
    return _fits_frame(tree, noun, use)


def _fits_frame(tree: Tree, noun: int, use: str) -> bool:
    token = tree.tokens[noun]
    behind = tree.tokens[noun + 1].text.lower() if noun + 1 < len(tree.tokens) else ""
    article = tree.first(noun, ("det",))
    the = article is not None and tree.tokens[article].text.lower() == "the" and noun - article == 1
    if use == "o":
        return behind == "of"
    if use == "t":
        return behind == "of" and the
    if use == "d":
        return behind == "of" and (token.tag == "NNS" or (article is not None and token.dep not in ("attr",)))
    if use == "f":
        return (article is not None or token.tag == "NNS") and any(
            tree.tokens[child].tag == "TO" for clause in tree.of(noun, ("acl",)) for child in tree.children[clause]
        )
    return True


def _fits_adjective(tree: Tree, adjective: int, use: str) -> bool:
    """Whether an adjective stands alone before its noun (m), or anywhere; p only before an infinitive."""
    token = tree.tokens[adjective]
    if token.tag != "JJ" or token.dep not in ("amod", "acomp") or tree.has(adjective, ("npadvmod", "compound", "prep")):
        return False
    if token.dep == "amod" and token.head < adjective:
        return False
    if use == "p":
        return token.dep == "acomp" and tree.has(adjective, ("xcomp",))
    if tree.tokens[token.head].tag in ("NNP", "NNPS") or tree.has(adjective, ("xcomp", "ccomp", "conj", "cc")):
        return False
    degree = any(
        tree.tokens[child].text.lower() in ("more", "most", "as", "so", "too") for child in tree.children[adjective]
    )
    return not degree and (use != "m" or token.dep == "amod")


def _fits_adverb(tree: Tree, adverb: int, use: str) -> bool:
    """Whether an adverb links clauses (s), stands right before its verb (v) or a number (n), or modifies plainly."""
    token, behind = tree.tokens[adverb], tree.tokens[adverb + 1] if adverb + 1 < len(tree.tokens) else None
    if token.dep != "advmod" or behind is None or tree.has(adverb, ("advmod", "npadvmod", "neg", "prep", "conj", "cc")):
        return False
    before_verb = behind.tag in ("VBD", "VBZ", "VBP", "VBN", "VB") and token.head > adverb
    if use == "s":
        return (adverb == 0 and behind.text == ",") or (before_verb and behind.tag != "VBN")
    if use == "l":
        return adverb == 0 and behind.text == ","
    if use == "v":
        return before_verb
    if use == "n":
        return behind.tag == "CD"
    return (
        behind.pos in ("VERB", "ADJ", "NUM", "ADP", "ADV", "PUNCT", "DET")
        and tree.tokens[adverb - 1].text.lower() != "not"
    )


_USES: dict[str, Callable[[Tree, int, str], bool]] = {
    "v": _fits_verb, "n": _fits_noun, "a": _fits_adjective, "r": _fits_adverb,
}  # fmt: skip


def _exchange(draft: Draft, tree: Tree, index: int, word: str) -> None:
    """Put a word in the form of the one that it replaces, and set an article before it right."""
    token = tree.tokens[index]
    form = word if token.tag in ("JJ", "RB", "NN", "VB") else inflect(word, token.tag)
    draft.say(index, form.capitalize() if token.text[:1].isupper() else form, lemma=word)
    article = tree.tokens[index - 1] if index else None
    if article is not None and article.text.lower() in ("a", "an"):
        right = "an" if begins_with_vowel(form) else "a"
        draft.say(index - 1, right.capitalize() if article.text[:1].isupper() else right)


def begins_with_vowel(form: str) -> bool:
    """Tell whether a word asks for "an"."""
    low = form.lower()
    if low.startswith(("hour", "honest", "honor", "honour", "heir")):
        return True
    return low[0] in "aeiou" and not low.startswith(("uni", "use", "usu", "uti", "eu", "one", "once"))
