"""Signs that a tagger has taken a word for another part of speech, and the parser with it.

Each rule names one sign, with a sentence where it may be seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pie_qg.clauses import Clause
from pie_qg.constituents import SUBJECTS
from pie_qg.english import FINITE, base, is_verb_form
from pie_qg.tree import Tree


def order_as_name(tree: Tree, clause: Clause) -> bool:
    """ "Place folded cloth in the drawer.": an order, and nobody called Place who folded it."""
    assert clause.subject is not None
    past = clause.verb == 1 and tree.tokens[1].tag == "VBD" and bool(clause.by_role("object"))
    return past and clause.subject.head == 0 and _is_verb_as_name(tree, 0)


def participle_as_name(tree: Tree, clause: Clause) -> bool:
    """ "Painted, two metre masts are sold": what is said of the masts, and not their name."""
    assert clause.subject is not None
    head = clause.subject.head
    opening = head == 0 and len(tree.tokens) > 1 and tree.tokens[1].text == "," and tree.has(0, {"appos"})
    return opening and tree.word(0).endswith("ed") and _is_verb_as_name(tree, 0)


def _is_verb_as_name(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    lone = not tree.entity(index) and not tree.has(index, {"compound", "det", "amod"})
    return token.tag == "NNP" and lone and is_verb_form(token.text)


def article_as_subject(tree: Tree, clause: Clause) -> bool:
    """ "In the hall the is room for ten chairs": no article is a subject; it was to be "there"."""
    assert clause.subject is not None
    token = tree.tokens[clause.subject.head]
    return token.tag == "DT" and token.text in {"the", "a", "an", "The", "An"}


def adverb_as_subject(tree: Tree, clause: Clause) -> bool:
    """ "It holds milk and overall is a good jug": what it is on the whole."""
    assert clause.subject is not None
    token = tree.tokens[clause.subject.head]
    return token.tag in {"RB", "RBR"} and token.text.islower()


def contraction_as_noun(tree: Tree, clause: Clause) -> bool:
    """ "Can't see inside the box", "You'd think so": two words that were not taken apart, and nobody called so."""
    return any(_CONTRACTION.search(tree.tokens[head].text) for head in _heads(clause))


_CONTRACTION = re.compile(r"\w\w['’]t$|\w['’](?:d|ll|m|re|ve)$")


def plain_form_after_have(tree: Tree, clause: Clause) -> bool:
    """ "It has keep the floor clean", "Some have express doubts": after "have" stands a participle."""
    first, *others = [index for index in clause.verb_group if tree.tokens[index].dep != "neg"]
    plain = tree.tokens[clause.verb].tag in {"VB", "VBP"} and len(others) == 1 and others[0] == clause.verb
    return plain and base(tree.tokens[first]) == "have"


def modal_as_verb(tree: Tree, clause: Clause) -> bool:
    """ "the coffee that a press will": what it will do was said before."""
    return tree.tokens[clause.verb].tag == "MD"


def hyphened_verb(tree: Tree, clause: Clause) -> bool:
    """ "The oven had burned-on fat", "The photos are zoomed-in parts": a hyphen makes an adjective of a verb."""
    after = clause.verb + 1
    if after + 1 >= len(tree.tokens) or tree.tokens[after].text not in {"-", "–"}:
        return False
    verb, dash, rest = tree.tokens[clause.verb : after + 2]
    return verb.end == dash.start and dash.end == rest.start


def hyphened_number(tree: Tree, clause: Clause) -> bool:
    """ "They want a two-person, lighter tent": for two persons, and no person."""
    return any(
        head > 1 and tree.tokens[head - 1].text == "-" and tree.tokens[head - 2].tag == "CD" and tree.has(head, _APART)
        for head in _heads(clause)
        if tree.tokens[head].tag == "NN"
    )


_APART = frozenset({"appos"})


def copula_as_noun(tree: Tree, clause: Clause) -> bool:
    """ "My worry is the clay that it is made of seems weak": a verb, though it ends like a plural."""
    words = {index for head in _heads(clause) for index in tree.subtree(head)}
    return any(tree.tokens[index].pos == "NOUN" and tree.word(index) in _COPULAS for index in words)


_COPULAS = frozenset("is are was were seems seem becomes become appears appear remain".split())


def is_contracted(tree: Tree, clause: Clause) -> bool:  # noqa: ARG001
    """ "His boat's a wreck and the sails are torn": "is", cut short, stands before an article, and no "of"."""
    owning = (index for index, token in enumerate(tree.tokens[:-1]) if token.dep == "case")
    return any(tree.word(index + 1) in {"a", "an", "the"} for index in owning)


def verb_in_compound(tree: Tree, clause: Clause) -> bool:
    """ "It lets you slow-cook beans": what you do, and no kind of beans."""
    words = (index for one in clause.arguments if not one.clausal for index in tree.subtree(one.head))
    return any(
        tree.tokens[child].pos == "PRON"
        for index in words
        if tree.tokens[index].dep in {"compound", "amod", "nmod"}
        for child in tree.of(index, ("nsubj",))
    )


def finite_for_infinitive(tree: Tree, clause: Clause) -> bool:
    """ "This one is bigger and I would guess holds more": a finite verb is no infinitive; another thing holds more.

    Nor is one with a finite auxiliary: "Ada calls for order towns are asking for rules".
    """
    after = (child for child in tree.of(clause.verb, ("xcomp",)) if child > clause.verb)
    firsts = ((child, tree.first(child, {"aux", "auxpass"})) for child in after if not tree.has(child, SUBJECTS))
    return any(tree.tokens[child if first is None else first].tag in FINITE - {"MD"} for child, first in firsts)


def stressed_without_subject(tree: Tree, clause: Clause) -> bool:
    """ "I put hooks where I could and the coats do hang lower": whose verb it is went elsewhere."""
    return any(
        tree.tokens[index].lemma == "do"
        for child in tree.of(clause.verb, ("advcl",))
        if not tree.has(child, SUBJECTS | {"mark"})
        for index in tree.of(child, ("aux",))
        if tree.tokens[index].tag in FINITE
    )


def label_as_subject(tree: Tree, clause: Clause) -> bool:
    """ "Size: small, but holds a pint": what is told about stands before a colon, and is no subject of a verb."""
    after = clause.subject.head + 1 if clause.subject is not None else clause.verb
    return after < clause.verb and tree.word(after) == ":"


def like_as_verb(tree: Tree, clause: Clause) -> bool:
    """ "Ada, who like her sons says no": one likes, and does not like; it is a preposition."""
    about = clause.antecedent
    lone = about is not None and tree.tokens[about].tag in {"NN", "NNP"} and not tree.has(about, {"conj"})
    plain = tree.word(clause.verb) == "like" and len(clause.verb_group) == 1
    return lone and plain and clause.subject_source == "antecedent"


def participle_after_noun(tree: Tree, clause: Clause) -> bool:
    """ "ahead of the broadcast praising her taxes": what the broadcast does, and no praising of it."""
    words = {index for head in _heads(clause) for index in tree.subtree(head)}
    return any(
        tree.tokens[index].tag == "VBG"
        and tree.tokens[index].dep in {"pobj", "dobj"}
        and tree.has(index, {"compound"})
        and index + 1 < len(tree.tokens)
        and tree.tokens[index + 1].pos in _BEGINNING
        for index in words
    )


_BEGINNING = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ"})


def verb_before_article(tree: Tree, clause: Clause) -> bool:
    """ "You are dry-curing the fresh ham": what you do; no adjective stands before an article."""
    return any(
        tree.tokens[child].tag == "VBG" and any(child < article < head for article in tree.of(head, ("det",)))
        for head in _heads(clause)
        for child in tree.of(head, ("amod",))
    )


def one_as_several(tree: Tree, clause: Clause) -> bool:
    """ "This works by itself": one of several things is no plural."""
    nouns = (head for head in _heads(clause) if tree.tokens[head].tag == "NNS")
    several = (head for head in nouns if head and tree.tokens[head].lemma != tree.word(head))
    return any(tree.word(head - 1) in _ONE and tree.tokens[head - 1].head == head for head in several)


_ONE = frozenset("another each every this".split())


def _heads(clause: Clause) -> Iterator[int]:
    if clause.subject is not None:
        yield clause.subject.head
    yield from (one.head for one in clause.arguments)


SIGNS: tuple[Callable[[Tree, Clause], bool], ...] = (
    order_as_name,
    participle_as_name,
    article_as_subject,
    adverb_as_subject,
    contraction_as_noun,
    plain_form_after_have,
    modal_as_verb,
    hyphened_verb,
    hyphened_number,
    copula_as_noun,
    is_contracted,
    verb_in_compound,
    finite_for_infinitive,
    stressed_without_subject,
    label_as_subject,
    like_as_verb,
    participle_after_noun,
    verb_before_article,
    one_as_several,
)
