"""Whether a question tears apart what belongs together: a share, a noun and what is said of it.

Each rule names one such tear, with a sentence where it was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from pie_qg.constituents import SUBJECTS
from pie_qg.english import base
from pie_qg.lexicon import TIME_NOUNS
from pie_qg.questions import misasked, saying
from pie_qg.questions.agreement import own_subject
from pie_qg.questions.modifiers import VAGUE
from pie_qg.questions.narrow import restrictions
from pie_qg.questions.nouns import may_be_who
from pie_qg.tree import Tree

_EFFECTS = frozenset("bearing effect impact influence".split())


def is_torn(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """Tell whether a question about a clause, which says some tokens and is answered by others, shows a tear."""
    return any(tear(tree, said, answer, verb) for tear in (*TEARS, *misasked.SIGNS, *saying.SIGNS))


def share(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "It leads to a majority of 3 out of 5": the two numbers are one."""
    numbers = (index for index in said | answer if tree.tokens[index].pos == "NUM")
    counted = any([token.text for token in tree.tokens[index + 1 : index + 3]] == ["out", "of"] for index in numbers)
    return counted and min(answer) > verb


def predicate(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "It is the town with the oldest bridge", "a way to grow rice": nothing is "with" a bridge, or "to grow" it."""
    if tree.tokens[verb].lemma != "be" or min(answer) < verb:
        return False
    if not any(answer & tree.subtree(index) for index in tree.of(verb, ("attr",))):
        return False
    after = [index for index in tree.of(verb, ("prep", "advcl")) if index in said and index > max(answer)]
    return any(tree.word(index) in {"with", "into"} or tree.tokens[index].tag == "VB" for index in after)


def followed(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "They changed the order to first name followed by surname": what follows the gap hangs in the air."""
    after = max(answer) + 1
    if after >= len(tree.tokens) or after not in said or min(answer) < verb:
        return False
    return tree.tokens[after].tag == "VBN" and tree.tokens[after].dep in {"advcl", "acl"}


def picked(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "Firms based in Ghent grew.": "Where are firms based?" asks of any firms; "What is based in Ghent?" does not."""
    noun = tree.tokens[verb].head
    if tree.tokens[verb].dep != "acl" or noun not in said - answer or tree.tokens[noun].dep not in SUBJECTS:
        return False
    if tree.tokens[noun].pos != "NOUN" or tree.has(noun, {"det", "poss", "nummod", "compound"}):
        return False
    vague = all(tree.word(child) in VAGUE for child in tree.of(noun, ("amod",)))
    return vague and verb in restrictions(tree, noun)


def described(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "The birch is a tree that grows in Wales.": what grows there is the birch, and not any tree."""
    noun = tree.tokens[verb].head
    if tree.tokens[verb].dep not in {"acl", "relcl"} or noun not in answer - said or tree.tokens[noun].dep != "attr":
        return False
    subject = tree.first(tree.tokens[noun].head, ("nsubj",))
    named = subject is not None and (tree.tokens[subject].pos in {"NOUN", "PROPN"} or tree.word(subject) in _SPEAKING)
    any_one = any(tree.word(one) in {"a", "an"} for one in tree.of(noun, ("det",)))
    return named and any_one and verb in restrictions(tree, noun)


_SPEAKING = frozenset({"i", "you", "we"})


def put_somewhere(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "It put the price out of reach", "They took the offer seriously": without it, the verb says something else."""
    taken = base(tree.tokens[verb])
    ways = (index for index in tree.of(verb, ("advmod",)) if tree.word(index) in _WAYS.get(taken, ()))
    out = (
        index
        for index in tree.subtree(verb)
        if index > verb and tree.word(index) == "out" and _next(tree, index) == "of" and taken in _BRINGING
    )
    return any(index not in said | answer for index in (*ways, *out))


_WAYS = {
    "take": frozenset("seriously lightly literally personally".split()),
    "treat": frozenset("well badly fairly unfairly kindly harshly equally".split()),
    "think": frozenset({"highly", "poorly"}),
    "regard": frozenset({"highly"}),
}
_BRINGING = frozenset("bring drive force get keep leave push put take".split())


def unsaid(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "The plans were designed [at closing the mill]", "It came [in response to a call]": that it came is nothing."""
    if base(tree.tokens[verb]) not in _WAITING or not any(index > verb for index in tree.of(verb, _AFTER)):
        return False
    return all(index <= verb or tree.tokens[index].pos in {"ADV", "PUNCT"} for index in said | answer)


_WAITING = frozenset("aim base come consist depend design intend mean serve stem tend".split())
_AFTER = ("prep", "agent", "xcomp", "advcl")


def object_beside_verb(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "In May the club signed [Pelé], …": a noun right after a verb that the parser takes for an adverb."""
    there, after = said | answer, verb + 1
    if after >= len(tree.tokens) or tree.tokens[verb].tag == "VBN" or tree.has(verb, {"dobj", "dative", "attr"}):
        return False
    noun = after if tree.tokens[after].dep != "compound" else tree.tokens[after].head
    if tree.tokens[noun].dep not in {"advmod", "npadvmod"} or there & tree.subtree(noun):
        return False
    timed = noun == after and tree.tokens[noun].lemma.lower() in TIME_NOUNS
    return tree.tokens[noun].pos in {"NOUN", "PROPN"} and not timed


def term(tree: Tree, said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "It is an old term [for a mill]", "They serve as the source [for many dishes]": of what, is the point."""
    there = said | answer
    nouns = (index for index in there if tree.tokens[index].pos == "NOUN" and tree.tokens[index].lemma in _TERMS)
    fors = ((index, index + 1) for index in nouns if _next(tree, index) == "for")
    return any(lead not in there or (index in answer) != (lead in answer) for index, lead in fors)


_TERMS = frozenset("term name word source synonym euphemism abbreviation symbol".split())


def gerunds(tree: Tree, said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "the process of felling [and burning trees]": what both are done to stands after the second."""
    there = said | answer
    for index in there:
        second = index + 2
        if second >= len(tree.tokens) or second in there or _next(tree, index) not in {"and", "or"}:
            continue
        doing = tree.word(index).endswith("ing") and tree.tokens[index].dep in {"pobj", "pcomp"}
        if doing and tree.tokens[second].tag == "VBG" and tree.has(second, {"dobj"}):
            return True
    return False


def quotation(tree: Tree, said: Set[int], answer: Set[int], _verb: int) -> bool:
    """'They passed a bill regretting ["with sorrow the loss of the mill"]': it goes on within the marks."""
    there = said | answer
    opened = (index for index in there if index + 2 < len(tree.tokens) and tree.tokens[index + 1].tag == "``")
    return any(
        index + 2 not in there and tree.tokens[index + 2].head == index and tree.tokens[index + 2].dep == "prep"
        for index in opened
    )


def filled_with(tree: Tree, said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "They played a season comprising two games": a bare noun that what it is made of follows."""
    there = said | answer
    holding = (one for one, token in enumerate(tree.tokens) if token.text.lower() in _HOLDING and one not in there)
    return any(
        one - 1 in there and tree.tokens[one - 1].pos == "NOUN" and tree.word(one - 2) in _ARTICLES for one in holding
    )


_ARTICLES = frozenset({"a", "an"})
_HOLDING = frozenset({"comprising", "consisting", "containing", "providing", "stating"})


def in_a_row(tree: Tree, said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "They won the cup twice in a row": how often, is the point."""
    there = said | answer
    return any(
        tree.word(index) == "row" and index > 2 and index - 3 not in there and tree.word(index - 2) == "in"
        for index in there
    )


def bracketed(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:  # noqa: ARG001
    """ "The Guild (Zunft, in German) is called ZB": what stands in brackets is no subject of the clause around them."""
    return any(
        first < min(answer) and max(answer) < last < verb
        for first, last in tree.partner.items()
        if tree.tokens[first].text == "(" and tree.tokens[verb].dep == "ROOT"
    )


def owned(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "Ghent's main trade lies in its port", "The curve has an effect on its flight": the subject is not whose."""
    subject = tree.first(verb, SUBJECTS)
    its = [index for index in said if tree.word(index) == "its" and own_subject(tree, index) == subject]
    if subject is None or subject not in answer or not its:
        return False
    nouns = [(one, noun) for one in tree.of(subject, ("prep",)) for noun in tree.of(one, ("pobj",))]
    inside = {noun for one, noun in nouns if tree.word(one) == "in" and tree.tokens[noun].tag == "NNP"}
    places = {one for one in (*tree.of(subject, ("poss",)), *(noun for _, noun in nouns)) if tree.entity(one) == "GPE"}
    named = bool(inside | places) and tree.tokens[subject].pos == "NOUN" and not may_be_who(tree, subject)
    return named or any(_is_affected(tree, index) for index in its)


def _is_affected(tree: Tree, index: int) -> bool:
    """ "an effect on its flight": what has the effect is another thing."""
    preposition = tree.tokens[tree.tokens[index].head].head
    return tree.word(preposition) == "on" and tree.tokens[tree.tokens[preposition].head].lemma in _EFFECTS


def _next(tree: Tree, index: int) -> str:
    return tree.word(index + 1) if index + 1 < len(tree.tokens) else ""


TEARS: tuple[Callable[[Tree, Set[int], Set[int], int], bool], ...] = (
    share,
    predicate,
    followed,
    picked,
    described,
    put_somewhere,
    unsaid,
    object_beside_verb,
    term,
    gerunds,
    quotation,
    filled_with,
    in_a_row,
    bracketed,
    owned,
)
