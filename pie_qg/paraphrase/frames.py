"""Where a word may stand that replaces another: the frames of verbs, nouns, adjectives and adverbs, and contexts.

A use is a few letters of the synonym table; `pipelines/synonyms_accepted.txt` says what each stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from pie_qg.lexicon import words
from pie_qg.tree import Tree

IDIOMS = words("at by in on as for with of to under from")
"""Prepositions that make an idiom of a bare noun behind them: "at large", "as a result", "in effect"."""
IDIOM_HEADS = words("as in for by")
TIMES = words("in on at during after before since until by as within")
DEGREES = words("more most as so too less least very extremely how")


@dataclass(frozen=True, slots=True)
class Context:
    """Words that have to stand with a word, or must not, for a synonym to be sure."""

    companions: frozenset[str] = frozenset()
    strangers: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    not_behind: frozenset[str] = frozenset()

    @classmethod
    @cache
    def read(cls, text: str) -> Context:
        """Read "@war,game +of": companions after @, strangers after @!, words right behind after +, none of after !."""
        sets: dict[str, frozenset[str]] = {}
        for part in text.split():
            mark = part[: len(part) - len(part.lstrip("@!+"))]
            name = {"@": "companions", "@!": "strangers", "+": "behind", "!": "not_behind"}[mark]
            sets[name] = sets.get(name, frozenset()) | frozenset(part[len(mark) :].split(","))
        return cls(**sets)

    def holds(self, tree: Tree, index: int) -> bool:
        """Tell whether a token of a sentence stands in this context."""
        if self.behind or self.not_behind:
            behind = tree.tokens[index + 1].text.lower() if index + 1 < len(tree.tokens) else ""
            if (self.behind and behind not in self.behind) or behind in self.not_behind:
                return False
        if not self.companions and not self.strangers:
            return True
        company = set(_company(tree, index))
        return not company & self.strangers and (not self.companions or bool(company & self.companions))


def _company(tree: Tree, index: int) -> Iterator[str]:
    """Yield the lemmas that say which sense of a word is meant: a verb's object or subject, what a noun is of."""
    token = tree.tokens[index]
    if token.pos == "VERB":
        yield from _arguments(tree, index)
    elif token.pos == "NOUN":
        for of in tree.of(index, ("prep",)):
            yield from (tree.tokens[each].lemma.lower() for each in tree.of(of, ("pobj",)))
        yield from (tree.tokens[each].lemma.lower() for each in tree.of(index, ("amod", "compound")))
        yield tree.tokens[token.head].lemma.lower()
    else:
        yield tree.tokens[token.head].lemma.lower()


def _arguments(tree: Tree, verb: int) -> Iterator[str]:
    token = tree.tokens[verb]
    found = list(tree.of(verb, ("dobj",))) or list(tree.of(verb, ("nsubjpass", "nsubj")))
    for each in found:
        relative = tree.tokens[each].tag in ("WDT", "WP") and token.dep == "relcl"
        yield tree.tokens[token.head if relative else each].lemma.lower()
    if not found and (token.dep in ("relcl", "acl", "conj")):
        yield tree.tokens[token.head].lemma.lower()


def _fits_verb(tree: Tree, verb: int, use: str) -> bool:
    """Whether a verb is used as its synonym can be: t object or passive, i neither, k adjective, or a clause."""
    token = tree.tokens[verb]
    if tree.has(verb, ("prt", "oprd", "dative", "attr")) or token.dep in ("amod", "compound", "aux", "pcomp"):
        return False
    if tree.has(verb, ("acomp",)):
        return "k" in use and token.tag != "VBG"
    if _is_accustomed(tree, verb):
        return False
    passive = tree.has(verb, ("auxpass",)) or (token.tag == "VBN" and token.dep in ("acl", "advcl"))
    if tree.has(verb, ("ccomp", "xcomp")):
        return _fits_complement(tree, verb, use, passive)
    if passive or tree.has(verb, ("dobj",)) or _takes_gap(tree, verb):
        return "t" in use and not ("a" in use and passive) and not _is_set_phrase(tree, verb)
    behind = tree.tokens[verb + 1] if verb + 1 < len(tree.tokens) else token
    bare = behind.dep != "prep" or behind.head != verb or behind.text.lower() in TIMES
    shares = any(tree.has(other, ("dobj",)) for other in tree.of(verb, ("conj",)))  # "to originate or amend bills"
    return "i" in use and bare and token.tag != "VBN" and not shares


def _is_accustomed(tree: Tree, verb: int) -> bool:
    """ "They are used to trays", "used to eating": "to" is no mark of an infinitive there, as in "used to eat"."""
    used, behind = tree.tokens[verb], tree.tokens[verb + 1 : verb + 3]
    to = used.text.lower() == "used" and len(behind) == 2 and behind[0].text.lower() == "to"
    return to and behind[1].tag != "VB"


def _is_set_phrase(tree: Tree, verb: int) -> bool:
    """ "take place", "make use of": an object without any article right behind its verb."""
    direct = tree.first(verb, ("dobj",))
    return direct == verb + 1 and tree.tokens[verb + 1].lemma.lower() in _SET_OBJECTS


_SET_OBJECTS = words("place part use advantage care note account effect charge way itself themselves himself herself")


def _fits_complement(tree: Tree, verb: int, use: str, passive: bool) -> bool:
    complement = tree.first(verb, ("ccomp", "xcomp"))
    if complement is None or complement < verb or tree.tokens[complement].pos not in ("VERB", "AUX"):
        return False
    infinitive = any(tree.tokens[child].tag == "TO" for child in tree.of(complement, ("aux",)))
    if passive:
        return "p" in use and infinitive and tree.tokens[verb + 1].tag == "TO"
    if tree.has(verb, ("dobj",)):
        return False
    marked = any(tree.tokens[mark].text.lower() == "that" for mark in tree.of(complement, ("mark",)))
    return ("f" in use and infinitive) or ("c" in use and marked)


def _takes_gap(tree: Tree, verb: int) -> bool:
    """ "the house that he built": the object stands before the clause, or is not said."""
    return tree.tokens[verb].dep == "relcl" and not any(
        tree.tokens[child].text.lower() in ("that", "which", "who") and tree.tokens[child].dep.startswith("nsubj")
        for child in tree.children[verb]
    )


def _fits_noun(tree: Tree, noun: int, use: str) -> bool:
    """Whether a noun is no part of a term, and stands in all the frames that are asked for."""
    token = tree.tokens[noun]
    if token.dep in ("compound", "nmod", "npadvmod") or tree.has(noun, ("compound", "nmod")):
        return False
    if noun + 1 < len(tree.tokens) and tree.tokens[noun + 1].pos in ("NOUN", "PROPN", "NUM"):
        return False
    if _in_idiom(tree, noun):
        return False
    return all(_NOUN_FRAMES[letter](tree, noun) for letter in use)


def _in_idiom(tree: Tree, noun: int) -> bool:
    """ "in effect", "as a result", "in addition to": a bare noun behind a preposition, or one with nothing but "a"."""
    token = tree.tokens[noun]
    if token.dep != "pobj" or token.tag != "NN":
        return False
    before = tree.tokens[token.head].text.lower()
    if token.head == noun - 1:
        return before in IDIOMS
    return token.head == noun - 2 and tree.tokens[noun - 1].text.lower() in ("a", "an") and before in IDIOM_HEADS


def _behind(tree: Tree, noun: int) -> str:
    return tree.tokens[noun + 1].text.lower() if noun + 1 < len(tree.tokens) else ""


def _article(tree: Tree, noun: int) -> str:
    article = tree.first(noun, ("det",))
    return tree.tokens[article].text.lower() if article is not None else ""


def _the(tree: Tree, noun: int) -> bool:
    return _behind(tree, noun) == "of" and noun > 0 and tree.tokens[noun - 1].text.lower() == "the"


def _some(tree: Tree, noun: int) -> bool:
    plural, article = tree.tokens[noun].tag == "NNS", _article(tree, noun)
    return _behind(tree, noun) == "of" and (plural or (article != "" and tree.tokens[noun].dep != "attr"))


def _to_do(tree: Tree, noun: int) -> bool:
    return (_article(tree, noun) != "" or tree.has(noun, ("poss",)) or tree.tokens[noun].tag == "NNS") and any(
        tree.tokens[child].tag == "TO" for clause in tree.of(noun, ("acl",)) for child in tree.children[clause]
    )


_NOUN_FRAMES: dict[str, Callable[[Tree, int], bool]] = {
    "o": lambda tree, noun: _behind(tree, noun) == "of",
    "t": _the,
    "d": _some,
    "f": _to_do,
    "b": lambda tree, noun: not tree.has(noun, ("amod",)),
    "m": lambda tree, noun: tree.tokens[noun].tag == "NNS",
    "s": lambda tree, noun: tree.tokens[noun].tag == "NN",
    "u": lambda tree, noun: _article(tree, noun) == "",
}


def _fits_adjective(tree: Tree, adjective: int, use: str) -> bool:
    """Whether an adjective stands alone before its noun (m), or anywhere; p only before an infinitive.

    "No different form", "two different forms": what no article may stand with (u) stands with no number either.
    """
    token = tree.tokens[adjective]
    if token.tag != "JJ" or token.dep not in ("amod", "acomp") or tree.has(adjective, ("npadvmod", "compound", "prep")):
        return False
    if adjective and tree.tokens[adjective - 1].tag in ("JJS", "RBS"):
        return False  # "the largest possible"
    if token.dep == "amod" and (token.head < adjective or tree.tokens[adjective + 1].pos == "PUNCT"):
        return False
    if use == "p":
        return token.dep == "acomp" and tree.has(adjective, ("xcomp",))
    if tree.tokens[token.head].tag in ("NNP", "NNPS") or tree.has(adjective, ("xcomp", "ccomp", "conj", "cc")):
        return False
    if "u" in use and tree.has(token.head, ("det", "poss", "nummod")):
        return False
    if "s" in use and tree.tokens[token.head].tag != "NNS":
        return False
    degree = any(tree.tokens[child].text.lower() in DEGREES for child in tree.children[adjective])
    return not degree and ("m" not in use or token.dep == "amod")


def _fits_adverb(tree: Tree, adverb: int, use: str) -> bool:
    """Whether an adverb links clauses (s), stands right before its verb (v) or a tag, or modifies plainly."""
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
    if use in _ADVERB_TAGS:
        return behind.tag in _ADVERB_TAGS[use] and (use not in "jr" or token.head == adverb + 1)
    return (
        behind.pos in ("VERB", "ADJ", "NUM", "ADP", "ADV", "PUNCT", "DET")
        and tree.tokens[adverb - 1].text.lower() != "not"
    )


_ADVERB_TAGS = {"n": words("CD"), "j": words("JJ"), "r": words("JJR RBR"), "h": words("VBD")}

FITS: dict[str, Callable[[Tree, int, str], bool]] = {
    "v": _fits_verb, "n": _fits_noun, "a": _fits_adjective, "r": _fits_adverb,
}  # fmt: skip
"""The frames by part of speech."""
