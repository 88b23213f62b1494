"""What stands around a verb: its objects, complements and adverbials, each with the part that it plays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from pie_qg.lexicon import PLACE_ADVERBS, PLACE_PREPOSITIONS, TIME_ADVERBS, TIME_NOUNS, TIME_PREPOSITIONS
from pie_qg.tree import Tree

Role = Literal[
    "subject",
    "object",
    "recipient",
    "attribute",
    "complement",
    "agent",
    "prepositional",
    "time",
    "place",
    "number",
    "manner",
    "reason",
    "purpose",
    "other",
]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
PLAIN_ROLES: dict[str, Role] = {
    "dobj": "object",
    "dative": "recipient",
    "iobj": "recipient",
    "attr": "attribute",
    "acomp": "attribute",
    "oprd": "attribute",
    "ccomp": "complement",
    "xcomp": "complement",
}
"""Dependents that play one part whatever their words."""

COORDINATION = frozenset({"cc", "conj", "preconj"})
ASIDE = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "punct", "meta", "intj", "mark", "dep"})
MINIMAL_WITHOUT = COORDINATION | ASIDE | {"prep", "predet"}

TIME_ENTITIES = frozenset({"DATE", "TIME"})
PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
NUMBER_ENTITIES = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT"})

REASON_PREPOSITIONS = frozenset({"because", "because of", "due to", "owing to", "thanks to", "on account of"})
PURPOSE_PREPOSITIONS = frozenset({"in order", "for the sake of"})
REASON_MARKERS = frozenset({"because", "since", "as", "for"})
TIME_MARKERS = frozenset({"when", "while", "after", "before", "until", "till", "once", "whenever", "since"})


@dataclass(frozen=True, slots=True)
class Constituent:
    """A part of a clause: its head, the words that belong to it, and what it does there."""

    role: Role
    head: int
    """The noun, adjective, adverb or verb that carries it (not its preposition)."""
    span: tuple[int, ...]
    """All its tokens in order, without its preposition; coordination, relative clauses and all."""
    core: tuple[int, ...]
    """The shortest span that still names it: no relative clause, apposition, coordination or trailing phrase."""
    preposition: tuple[int, ...] = ()
    """Tokens of the preposition before it ("because of" has two)."""
    dep: str = ""
    """The label of the dependent of the verb that it came from."""
    clausal: bool = False
    """Whether `head` is the verb of a clause of its own."""

    @property
    def full(self) -> tuple[int, ...]:
        """The span with its preposition before it."""
        return tuple(sorted({*self.preposition, *self.span}))


def constituents(tree: Tree, verb: int) -> list[Constituent]:
    """Return the complements and adverbials that hang on a verb, in the order of the sentence; no subject."""
    found: list[Constituent] = []
    for child in tree.children[verb]:
        found.extend(_constituent(tree, child))
    return found


def noun_phrase(tree: Tree, head: int, role: Role, dep: str = "", preposition: tuple[int, ...] = ()) -> Constituent:
    """Return a constituent headed by a noun (or anything that is no clause)."""
    return Constituent(role, head, tree.span(head), core(tree, head), preposition, dep, is_clausal(tree, head))


def core(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the shortest span that names what a phrase names.

    "the tall man in the hat, who left" → "the tall man"; but "of" stays: "the capital of France".
    """
    kept = tree.subtree(head, MINIMAL_WITHOUT, below=COORDINATION | ASIDE)
    for preposition in tree.of(head, ("prep",)):
        if tree.tokens[preposition].lemma == "of":
            kept |= tree.subtree(preposition, below=COORDINATION | ASIDE)
    return tree.trimmed(tree.filled(kept))


def is_clausal(tree: Tree, head: int) -> bool:
    """Tell whether a token is the verb of a clause: "to go", "(that) he went", not "the winning team"."""
    token = tree.tokens[head]
    return token.pos in ("VERB", "AUX") or tree.has(head, SUBJECTS)


def _constituent(tree: Tree, child: int) -> list[Constituent]:
    token = tree.tokens[child]
    if token.dep in ("prep", "agent") or (token.dep == "dative" and token.pos == "ADP"):
        return _prepositional(tree, child)
    if token.dep in PLAIN_ROLES:
        return [noun_phrase(tree, child, PLAIN_ROLES[token.dep], token.dep)]
    if token.dep == "npadvmod":
        return [noun_phrase(tree, child, _measure_role(tree, child), token.dep)]
    if token.dep == "advmod":
        if (preposition := _after_adverb(tree, child)) is not None:
            lead = (*(one for one in tree.of(child, ("advmod",)) if one == child - 1), child)  # "as early as"
            return [replace(each, preposition=(*lead, *each.preposition)) for each in _prepositional(tree, preposition)]
        return [noun_phrase(tree, child, _adverb_role(tree, child), token.dep)]
    if token.dep == "advcl":
        return [noun_phrase(tree, child, _adverbial_clause_role(tree, child), token.dep)]
    return []


def _after_adverb(tree: Tree, adverb: int) -> int | None:
    """ "dates back to 1872", "moved away from Rome": the preposition that an adverb right before it leads."""
    following = tree.first(adverb, ("prep",))
    if following is None or following != adverb + 1 or not tree.has(following, ("pobj",)):
        return None
    return following


def _prepositional(tree: Tree, child: int) -> list[Constituent]:
    """ "because of rain", "out of the house", "by walking", "since then"."""
    preposition = [child]
    head = child
    while True:
        object_ = tree.first(head, ("pobj", "pcomp"))
        inner = tree.first(head, ("prep",)) if object_ is None else None
        if object_ is not None and tree.tokens[object_].pos in ("ADP", "SCONJ"):
            inner, also = object_, tree.first(head, ("pobj",))
            if also is not None and also != inner:
                preposition.append(inner)
                object_, inner = also, None
        if inner is None:
            break
        preposition.append(inner)
        head = inner
    if object_ is None:
        return [noun_phrase(tree, child, _adverb_role(tree, child), tree.tokens[child].dep)]
    words = " ".join(tree.tokens[index].text.lower() for index in sorted(preposition))
    role = _prepositional_role(tree, tree.tokens[child].dep, words, object_)
    return [noun_phrase(tree, object_, role, tree.tokens[child].dep, tuple(sorted(preposition)))]


def _prepositional_role(tree: Tree, dep: str, words: str, object_: int) -> Role:
    if dep == "agent":
        return "agent"
    if dep == "dative":
        return "recipient"
    if words in REASON_PREPOSITIONS:
        return "reason"
    if words in PURPOSE_PREPOSITIONS:
        return "purpose"
    entity = tree.entity(object_)
    token = tree.tokens[object_]
    if words in TIME_PREPOSITIONS and (entity in TIME_ENTITIES or token.lemma.lower() in TIME_NOUNS):
        return "time"
    if words == "during":
        return "time"
    if words in PLACE_PREPOSITIONS and entity in PLACE_ENTITIES:
        return "place"
    if entity in NUMBER_ENTITIES and token.pos in ("NUM", "SYM"):
        return "number"
    if words in ("by", "through") and token.dep == "pcomp" and token.tag == "VBG":
        return "manner"
    return "prepositional"


def _measure_role(tree: Tree, head: int) -> Role:
    """ "last year" → time, "three miles" → number."""
    if tree.entity(head) in TIME_ENTITIES or tree.tokens[head].lemma.lower() in TIME_NOUNS:
        return "time"
    if tree.entity(head) in NUMBER_ENTITIES or tree.has(head, ("nummod",)):
        return "number"
    return "other"


def _adverb_role(tree: Tree, head: int) -> Role:
    """ "yesterday" → time, "abroad" → place, "quickly" → manner, "however" → other."""
    word = tree.tokens[head].text.lower()
    if tree.entity(head) in TIME_ENTITIES or word in TIME_ADVERBS:
        return "time"
    if word in PLACE_ADVERBS:
        return "place"
    if word.endswith("ly"):
        return "manner"
    return "other"


def _adverbial_clause_role(tree: Tree, head: int) -> Role:
    """ "because it rained" → reason, "when it rained" → time, "to win" → purpose."""
    marks = {tree.tokens[mark].text.lower() for mark in tree.of(head, ("mark", "advmod"))}
    if marks & TIME_MARKERS:
        return "time"
    if marks & REASON_MARKERS:
        return "reason"
    if tree.tokens[head].tag == "VB" and tree.has(head, ("aux",)) and not tree.has(head, SUBJECTS):
        return "purpose"
    return "other"
