"""Whether a question says all of what it begins to say: nothing in it waits for a word that was left out."""

from __future__ import annotations

from collections.abc import Set

from pie_qg.constituents import SUBJECTS, TIME_ENTITIES
from pie_qg.english import base, is_plural
from pie_qg.questions.valency import takes_object
from pie_qg.tree import Tree

# Nouns that say little without the infinitive that follows: "the ability to write".
TAKING_INFINITIVE = frozenset(
    "ability agreement ambition attempt authority capability capacity chance commitment decision desire effort "
    "failure freedom inability incentive intent intention means need obligation opportunity permission plan power "
    "pressure promise refusal right tendency way willingness".split()
)
# Nouns that say little without the clause that follows: "the fact that it fell".
_TAKING_CLAUSE = frozenset(
    "argument assertion assumption belief claim conclusion evidence fact fear hope hypothesis idea notion proof result "
    "revelation suggestion view".split()
)
_OF_USE = frozenset("moment opportunity place spot thing time tool".split())
_ONE_MORE = frozenset({"other", "another", "similar"})


def hangs(tree: Tree, said: Set[int], answer: Set[int]) -> bool:
    """Tell whether a word of a question waits for one that neither it nor its answer has."""
    there = said | answer
    if not _has_name(tree, answer) and any(_likened(tree, index, there) for index in said):
        return True
    if any(waits(tree, index, there) for index in answer for waits in (_noun, _pronoun, _between, _correlate)):
        return True
    return any(
        waits(tree, index, there)
        for index in said
        for waits in (_preposition, _noun, _pronoun, _conjunction, _correlate, _leading, _verb, _one_more)
    )


def _preposition(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "beams parallel to [the axis]", "from now [400 m]"; "to" in "to and from the city" waits for nothing."""
    if tree.tokens[index].dep != "prep" or tree.has(index, {"conj"}):
        return False
    governed = tree.first(index, {"pobj", "pcomp", "prep"})
    if governed is None or governed not in there or not set(tree.of(index, ("pobj",))) <= there:
        return True
    return _counts_nothing(tree, index, governed) or _between_one(tree, index, governed, there)


def _counts_nothing(tree: Tree, preposition: int, governed: int) -> bool:
    """ "organized into four [sectors], and later into six, sectors"."""
    number = tree.tokens[governed].tag == "CD" and tree.entity(governed) not in TIME_ENTITIES
    return number and tree.tokens[preposition].text.lower() in {"into", "with", "among"}


def _between_one(tree: Tree, preposition: int, governed: int, there: Set[int]) -> bool:
    """ "the debate between the policy of the one [and that of the other]", "links between smoking [and cancer]"."""
    if tree.tokens[preposition].text.lower() != "between":
        return False
    others = set(tree.of(governed, ("conj",)))
    return not others & there if others else not is_plural(tree.tokens, governed)


def _between(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "links between smoking [and cancer]": an answer that joins the two otherwise has both."""
    governed = tree.first(index, {"pobj"}) if tree.tokens[index].dep == "prep" else None
    listed = any(one > index and tree.tokens[one].dep == "cc" for one in there)
    return governed is not None and not listed and _between_one(tree, index, governed, there)


def _noun(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "the ability [to write]", "the fact [that it fell]", "a good place [to write]"."""
    clause, lemma = tree.first(index, {"acl", "relcl"}), tree.tokens[index].lemma
    if clause is None or clause in there or tree.tokens[index].pos != "NOUN":
        return False
    infinitive = any(tree.tokens[child].tag == "TO" for child in tree.children[clause])
    said = tree.tokens[clause].dep == "acl" and tree.has(clause, SUBJECTS)
    judged = lemma in _OF_USE and tree.has(index, {"amod"})
    return (infinitive and (judged or lemma in TAKING_INFINITIVE)) or (said and lemma in _TAKING_CLAUSE)


def _pronoun(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "an increase in those [employed]", "the plan is the one [that was made]"."""
    told = set(tree.of(index, ("acl", "relcl", "prep", "amod")))
    return tree.tokens[index].text.lower() in {"those", "one"} and bool(told) and not told & there


def _conjunction(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "55% of the women and [45% of the men]"."""
    if tree.tokens[index].dep != "cc":
        return False
    joined = [one for one in tree.of(tree.tokens[index].head, ("conj",)) if one > index]
    return bool(joined) and not set(joined) & there


def _correlate(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "either part of the hall [or a shed]", "as low a risk [as that of others]"."""
    token = tree.tokens[index]
    word = _SECOND.get(token.text.lower())
    if word is None or token.dep not in {"preconj", "cc", "advmod"} or (word == "as" and token.head != index + 1):
        return False
    after = range(index + 1, min(index + _NEAR, len(tree.tokens)))
    second = next((one for one in after if tree.tokens[one].text.lower() == word), None)
    return second is not None and second not in there


_SECOND = {"either": "or", "neither": "nor", "as": "as"}
_NEAR = 9


def _leading(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "It came in response [to the offer]": a bare noun after "in" that leads to another."""
    token = tree.tokens[index]
    if token.dep != "pobj" or token.tag != "NN" or tree.tokens[token.head].text.lower() != "in":
        return False
    bare = token.head == index - 1
    return bare and any(one not in there for one in tree.of(index, ("prep",)))


def _verb(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "the process of taming [a country]", "taming and settling [a country]"."""
    token = tree.tokens[index]
    if token.pos != "VERB" or token.tag not in {"VB", "VBG"} or token.dep in {"amod", "compound", "pobj", "dobj"}:
        return False
    own = tree.first(index, {"dobj", "ccomp", "xcomp"})
    if own is not None:
        return own not in there
    if token.dep == "acl":
        return token.tag == "VBG" and takes_object(base(token))
    shared = next((child for one in tree.of(index, ("conj",)) for child in tree.of(one, ("dobj",))), None)
    return shared is not None and shared not in there and takes_object(base(token))


def _one_more(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "What is another use [of tin]?", "Where is a similar game played?": one more of, or like, what is not said."""
    token = tree.tokens[index]
    if token.dep not in SUBJECTS or there & set(tree.of(index, ("prep",))):
        return False
    before = {tree.tokens[child].text.lower() for child in tree.of(index, ("det", "amod")) if child < index}
    if token.dep == "nsubj" and tree.tokens[token.head].lemma in {"be", "include", "comprise"}:
        return bool(before & _ONE_MORE) or token.lemma in {"example", "result"}
    return "similar" in before


def _likened(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "Which views show a similar trend?", "Who uses certain rooms?": who is not named cannot be told by those."""
    token = tree.tokens[index]
    if token.dep != "dobj" or there & set(tree.of(index, ("prep", "relcl", "acl"))):
        return False
    before = (tree.tokens[child].text.lower() for child in tree.of(index, ("amod",)) if child < index)
    return any(word in {"similar", "certain"} for word in before)


def _has_name(tree: Tree, words: Set[int]) -> bool:
    return any(tree.tokens[index].pos in {"PROPN", "NUM"} for index in words)
