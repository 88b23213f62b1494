"""Signs that something is left out of a question, and of its answer, without which it asks nothing.

Each rule names one sign, with a sentence where it was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from pie_qg.english import base
from pie_qg.questions.whole import TAKING_INFINITIVE
from pie_qg.tree import Tree


def infinitive_of_noun(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "He broke a promise to buy nothing": what he promised, and not what he broke it for."""
    for noun in tree.of(verb, ("dobj",)):
        after = max(tree.subtree(noun)) + 1
        if tree.tokens[noun].lemma not in _OF_INFINITIVES or after >= len(tree.tokens):
            continue
        of_verb = tree.tokens[after].tag == "TO" and tree.tokens[tree.tokens[after].head].head == verb
        if of_verb and ((noun in answer and after in said) or (noun in said and after in answer)):
            return True
    return False


_OF_INFINITIVES = TAKING_INFINITIVE | {"impulse", "urge", "temptation", "itch", "instinct"}


def condition(tree: Tree, said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "It is awkward because [if] it rains I get wet", "We will see [if] it is true": it is not said to be so."""
    marks = (child for index in answer for child in tree.of(index, ("mark",)))
    return any(tree.word(child) in _CONDITIONS and child not in said | answer for child in marks)


_CONDITIONS = frozenset("if whether unless though although lest".split())


def compared(tree: Tree, said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "It cleans more deeply [than I could by hand]": more than what, is the point."""
    there = said | answer
    more = (index for index in there if tree.tokens[index].tag in {"RBR", "JJR"})
    return any(_than(tree, index) not in there | {None} for index in more)


def _than(tree: Tree, index: int) -> int | None:
    """Return the "than" after a comparative, and near it."""
    after = range(index + 1, min(index + _NEAR, len(tree.tokens)))
    return next((one for one in after if tree.word(one) == "than" and tree.word(one - 1) != "rather"), None)


_NEAR = 6


def put_nowhere(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "I put the plates under a cloth to keep them clean": where one puts them is half of what one does."""
    if tree.tokens[verb].lemma != "put" or tree.has(verb, {"prt"}):
        return False
    places = [tree.subtree(index) for index in tree.of(verb, ("prep", "advmod", "oprd")) if index > verb]
    return bool(places) and not any(place & (said | answer) for place in places)


def own_way(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "The dial works its way [up to ten]": which way, is the point."""
    ways = [noun for noun in tree.of(verb, ("dobj",)) if tree.tokens[noun].lemma == "way" and tree.has(noun, {"poss"})]
    there = said | answer
    goals = [one for noun in ways for one in (*tree.of(noun, ("prep",)), *tree.of(verb, ("prep", "advmod", "prt")))]
    return any(noun in there for noun in ways) and not any(one in there for one in goals if one > verb)


def little_word(tree: Tree, _said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "He left because like us he was cold": a preposition or the like is no reason."""
    return all(tree.tokens[index].tag in {"IN", "UH", "CC", "MD", "TO", "RP"} for index in answer)


def beginning_to(tree: Tree, _said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "The ice was beginning to thaw": what the ice did, and no thing that it began to."""
    to = (index for index in tree.of(verb, ("prep",)) if tree.word(index) == "to")
    bare = (noun for index in to for noun in tree.of(index, ("pobj",)) if not tree.children[noun])
    return tree.tokens[verb].lemma in _OF_DOING and any(noun in answer for noun in bare)


_OF_DOING = frozenset("begin start continue cease try want need like love hate prefer tend fail".split())


def held_back(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "The latch keeps her [from opening it]": what one is kept from is not left out."""
    if base(tree.tokens[verb]) not in _HOLDING_BACK:
        return False
    there = said | answer
    froms = [one for one in tree.subtree(verb) if one > verb and tree.word(one) == "from"]
    return any(doing not in there for one in froms for doing in tree.of(one, ("pcomp",)))


_HOLDING_BACK = frozenset(
    "ban bar deter discourage dissuade exclude excuse hinder inhibit keep prevent prohibit protect refrain restrain "
    "save spare stop".split()
)


SIGNS: tuple[Callable[[Tree, Set[int], Set[int], int], bool], ...] = (
    infinitive_of_noun,
    condition,
    compared,
    put_nowhere,
    own_way,
    little_word,
    beginning_to,
    held_back,
)
