"""Signs that a parser has gone wrong about a clause: what no well-formed clause has.

Each rule names one sign, with a sentence where it was seen.
"""

from __future__ import annotations

from collections.abc import Callable

from pie_qg.clauses import Clause
from pie_qg.constituents import SUBJECTS
from pie_qg.questions.nouns import may_be_who
from pie_qg.questions.phrases import QUOTES
from pie_qg.tree import Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LATER = frozenset({"after", "before"})
_APPROXIMATE = frozenset("about around over under up between at nearly".split())  # "Over 300 people came."


def looks_misparsed(tree: Tree, clause: Clause) -> bool:
    """Tell whether a clause shows one of the signs."""
    return any(sign(tree, clause) for sign in SIGNS)


def no_finite_verb(tree: Tree, clause: Clause) -> bool:
    """ "The economy created between 18 and 21 million jobs.": a past tense read as a participle under the root."""
    antecedent = clause.antecedent
    return clause.kind == "participial" and antecedent is not None and tree.tokens[antecedent].head == antecedent


def object_beside_clause(tree: Tree, clause: Clause) -> bool:
    """ "Studies show that the disease, a cause of death, begins early.": show has no object beside what it shows."""
    clausal = [one for one in clause.by_role("complement") if one.clausal and one.dep == "ccomp"]
    finite = any(tree.tokens[one.head].tag in _FINITE for one in clausal)
    objects = [one.head for one in clause.by_role("object") if one.dep == "dobj"]
    return finite and any(tree.tokens[head].pos != "PRON" and not may_be_who(tree, head) for head in objects)


def bare_measure(tree: Tree, clause: Clause) -> bool:
    """ "But minute, invisible remains can be found.": a lone noun measures nothing, unless it is a time."""
    for child in tree.of(clause.verb, ("npadvmod",)):
        token = tree.tokens[child]
        lone = token.tag == "NN" and not tree.children[child] and not tree.entity(child)
        if lone and token.lemma.lower() not in _DAYS:
            return True
    return False


_DAYS = frozenset("today tomorrow yesterday tonight nowadays home north south east west part".split())


def time_before_marker(tree: Tree, clause: Clause) -> bool:
    """ "In 1807, twenty years after he began his work, …": how long after belongs to the clause above."""
    measures = tree.of(clause.verb, ("npadvmod",))
    return any(
        child + 1 < len(tree.tokens)
        and tree.tokens[child + 1].text.lower() in _LATER
        and tree.tokens[child + 1].dep in {"mark", "advmod"}
        for child in measures
    )


def clause_without_subject(tree: Tree, clause: Clause) -> bool:
    """ "They deposed Abdul Hamid II and wars plagued the capital.": a finite clause whose subject went elsewhere."""
    if clause.kind == "adverbial" and clause.subject_source == "controlled" and len(clause.verb_group) == 1:
        return tree.tokens[clause.verb].tag in _FINITE
    for child in tree.of(clause.verb, ("advcl",)):
        finite = tree.tokens[child].tag in _FINITE and not tree.has(child, {"aux", "auxpass"})
        if finite and not tree.has(child, SUBJECTS | {"mark"}) and tree.has(child, {"dobj"}):
            return True
    return False


def unlike_conjunct(tree: Tree, clause: Clause) -> bool:
    """ "It centered on growing crops, and making goods.": a participle is not joined to a finite verb."""
    token = tree.tokens[clause.verb]
    if clause.kind != "conjunct" or token.tag not in {"VBG", "VBN", "VB"}:
        return False
    alone = all(tree.tokens[index].dep not in {"aux", "auxpass"} for index in clause.verb_group)
    above = (tree.tokens[index] for index in tree.ancestors(clause.verb))
    first = next((one for one in above if one.dep != "conj" or one.tag != token.tag), token)
    return alone and first.tag != token.tag


def out_of_bracket(tree: Tree, clause: Clause) -> bool:
    """ "It was named after a man ("Colonel Hockey's game").": what a bracket holds is no part of the clause around."""
    brackets = [(first, last) for first, last in tree.partner.items() if tree.tokens[first].text in {"(", "["}]
    return any(
        first < one.head < last and not first < clause.verb < last
        for one in clause.arguments
        for first, last in brackets
    )


def fronted_subject(tree: Tree, clause: Clause) -> bool:
    """ "Of these two seals, only the ringed one suffers.": a phrase before the subject that is read as part of it."""
    assert clause.subject is not None
    first = tree.tokens[min(clause.subject.span, default=clause.subject.head)]
    return first.pos == "ADP" and first.text.lower() not in _APPROXIMATE and first.dep != "quantmod"


def finite_subject(tree: Tree, clause: Clause) -> bool:
    """ "Fog disrupts traffic, and is common.": a whole clause read as the subject of the next."""
    assert clause.subject is not None
    return any(
        tree.tokens[index].tag in _FINITE and tree.tokens[index].dep in _UNDER_NO_NOUN for index in clause.subject.span
    )


# What a finite verb in a noun phrase is not: under a noun it is a relative clause.
_UNDER_NO_NOUN = frozenset("ROOT ccomp csubj csubjpass dep parataxis nmod nsubj compound amod".split())


def naming_of_nothing(tree: Tree, clause: Clause) -> bool:
    """ "after the people called the Suebi": who is called so, and not who calls them."""
    two = len(clause.by_role("object")) + len(clause.by_role("attribute", "complement", "recipient")) > 1
    named = tree.tokens[clause.verb].lemma in _NAMING and clause.kind not in {"main", "conjunct"}
    return named and clause.voice == "active" and not two


_NAMING = frozenset("call dub entitle nickname term title".split())


def quoted_verb(tree: Tree, clause: Clause) -> bool:
    """ "They call "icing" violations.": a word that is mentioned, and no verb."""
    quotes = ((first, last) for first, last in tree.partner.items() if tree.tokens[first].text in QUOTES)
    return any(first == clause.verb - 1 and last == clause.verb + 1 for first, last in quotes)


SIGNS: tuple[Callable[[Tree, Clause], bool], ...] = (
    no_finite_verb,
    object_beside_clause,
    bare_measure,
    time_before_marker,
    clause_without_subject,
    unlike_conjunct,
    out_of_bracket,
    fronted_subject,
    finite_subject,
    naming_of_nothing,
    quoted_verb,
)
