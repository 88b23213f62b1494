"""Parts that may change sides: the two ends of "is", the two members of a pair, and "also"."""

from __future__ import annotations

from pie_qg.constituents import TIME_ENTITIES
from pie_qg.english import inflect
from pie_qg.lexicon import words
from pie_qg.paraphrase.draft import Draft
from pie_qg.paraphrase.spans import full_stop, has_word, is_finite, root, stretch, subject, tidy, unbroken
from pie_qg.paraphrase.synonyms import begins_with_vowel
from pie_qg.tree import Tree

PRONOUNS = words("he she it they his her its their this that these those there which who what one some others all both")
BINOMIALS = words(
    "drum bass rock roll rhythm blues research development trial error supply demand law order bed breakfast "
    "black white arts crafts pros cons ups downs cause effect back forth food drink bow arrow odds ends profit "
    "loss song dance trade industry cut paste search rescue hit run stop go hide seek wear tear terms conditions "
    "command control"
)
"""Nouns and adjectives of pairs that have one order."""
LONGEST_SUBJECT = 10
LONGEST_ATTRIBUTE = 25


def copula(tree: Tree) -> Draft | None:
    """ "Brazil is the largest country of South America." → "The largest country of South America is Brazil." """
    verb, stop = root(tree), full_stop(tree)
    if verb is None or stop is None or tree.tokens[verb].lemma != "be" or tree.tokens[verb].tag not in ("VBZ", "VBD"):
        return None
    who, what = subject(tree, verb), tree.first(verb, ("attr",))
    if who is None or what is None or set(tree.children[verb]) != {who, what, stop}:
        return None
    first, second = stretch(tree, who), stretch(tree, what)
    if first is None or second is None or first[0] != 0 or second[-1] + 1 != stop or second[0] != verb + 1:
        return None
    if not _identifies(tree, who, first, what, second):
        return None
    draft = Draft(tree.sentence)
    draft.hang(who, "attr", verb)
    draft.hang(what, "nsubj", verb)
    draft.lines = [[*second, verb, *first, stop]]
    return draft


def _identifies(tree: Tree, who: int, first: list[int], what: int, second: list[int]) -> bool:
    """Whether both sides name one thing: a name on the left, a definite description on the right."""
    if tree.tokens[who].tag != "NNP" or tree.tokens[second[0]].text.lower() != "the" or tree.tokens[what].tag != "NN":
        return False
    if (
        len(first) > LONGEST_SUBJECT
        or len(second) > LONGEST_ATTRIBUTE
        or tree.has(what, ("conj", "relcl", "acl", "appos"))
    ):
        return False
    if tree.tokens[first[0]].pos == "ADV":
        return False
    plain = not has_word(tree, first, {*PRONOUNS, ",", "also"}) and not has_word(tree, second, {*PRONOUNS, ",", ";"})
    return plain and tidy(tree, first) and tidy(tree, second)


def also_to_front(tree: Tree) -> Draft | None:
    """ "The town also has a port." → "In addition, the town has a port." """
    verb, stop = root(tree), full_stop(tree)
    if (
        verb is None
        or stop is None
        or not is_finite(tree, verb)
        or tree.has(verb, ("conj", "advcl", "parataxis", "ccomp"))
    ):
        return None
    also = next((index for index in tree.of(verb, ("advmod",)) if tree.tokens[index].text == "also"), None)
    who = subject(tree, verb)
    phrase = stretch(tree, who) if who is not None else None
    if also is None or phrase is None or phrase[0] != 0 or phrase[-1] >= also or not phrase[-1] < also <= verb + 1:
        return None
    draft = Draft(tree.sentence)
    start = draft.add("In", "IN", "prep", verb)
    keys = [start, draft.add("addition", "NN", "pobj", start), draft.add(",", ",", "punct", verb)]
    draft.drop([also])
    draft.lines[0][:0] = keys
    return draft


def existential(tree: Tree) -> Draft | None:
    """ "There is violence between the groups." → "Violence between the groups exists." """
    verb, stop = root(tree), full_stop(tree)
    if (
        verb is None
        or stop is None
        or tree.tokens[verb].lemma != "be"
        or tree.tokens[verb].tag not in ("VBZ", "VBP", "VBD")
    ):
        return None
    there, what = tree.first(verb, ("expl",)), tree.first(verb, ("attr",))
    phrase = stretch(tree, what) if what is not None else None
    if there is None or what is None or phrase is None or there != verb - 1 or phrase[0] != verb + 1:
        return None
    if (
        tree.has(what, ("relcl", "acl", "conj", "neg"))
        or tree.has(verb, ("neg", "aux", "conj", "advcl"))
        or len(phrase) > 12
    ):
        return None
    if (
        tree.tokens[what].pos != "NOUN"
        or has_word(tree, phrase, {"no", "any", ",", ";", ":"})
        or not tidy(tree, phrase)
    ):
        return None
    behind = tree.tokens[phrase[-1] + 1]
    if phrase[-1] + 1 != stop and behind.text.lower() not in ("in", "at", "on", "among", "within"):
        return None
    if tree.tokens[what].tag != "NNS" or any(tree.entity(index) in TIME_ENTITIES for index in range(len(tree.tokens))):
        return None
    draft = Draft(tree.sentence)
    draft.say(verb, inflect("exist", tree.tokens[verb].tag), lemma="exist")
    draft.words[verb].pos = "VERB"
    draft.hang(what, "nsubj", verb)
    line = draft.lines[0]
    at = line.index(there)
    draft.lines = [[*line[:at], *phrase, verb, *line[at + 2 + len(phrase) :]]]
    return draft


LEFT = words("det amod compound poss nummod nmod")
ROLES = words("dobj pobj nsubj nsubjpass attr conj")
NAMES = ("GPE", "NORP", "LOC")


def swap_pair(tree: Tree) -> Draft | None:
    """ "It has round domes and pointed arches." → "It has pointed arches and round domes." """
    for second, token in enumerate(tree.tokens):
        first = token.head
        if token.dep != "conj" or first > second:
            continue
        one, two = _member(tree, first, second), _member(tree, second, second)
        if one is None or two is None or not _is_free_pair(tree, one, two):
            continue
        link = list(range(one[-1] + 1, two[0]))
        if [tree.tokens[index].text.lower() for index in link] in (["and"], ["or"], [",", "and"], [",", "or"]):
            return _swapped(tree, one, link, two)
    return None


def _member(tree: Tree, head: int, last: int) -> list[int] | None:
    """A noun or adjective with what stands before it, where nothing hangs on it from behind."""
    left = [child for child in tree.children[head] if child < head]
    right = [
        child for child in tree.children[head] if child > head and tree.tokens[child].dep not in ("cc", "conj", "punct")
    ]
    if (
        right
        or any(tree.tokens[child].dep not in LEFT for child in left)
        or (head == last and len(tree.children[head]) > len(left))
    ):
        return None
    span = sorted({head, *(index for child in left for index in tree.subtree(child))})
    return span if unbroken(span) and tidy(tree, span) else None


def _is_free_pair(tree: Tree, one: list[int], two: list[int]) -> bool:
    """Whether two phrases of one kind stand side by side, and no modifier could belong to both."""
    first, second = tree.tokens[one[-1]], tree.tokens[two[-1]]
    lemmas = {word.lower() for token in (first, second) for word in (token.lemma, token.text)}
    if first.tag != second.tag or lemmas & BINOMIALS or two[-1] + 1 >= len(tree.tokens) or "[" in second.text:
        return False
    if (
        tree.tokens[two[-1] + 1].text in ("-", "–", "/", "(", "of", "respectively")
        or tree.tokens[two[-1] + 1].pos == "ADP"
    ):
        return False
    if first.tag == "JJ":
        plain = len(one) == len(two) == 1 and first.dep in ("amod", "acomp", "conj")
        after_article = tree.tokens[one[0] - 1].text.lower() in ("a", "an")
        noun_behind = tree.tokens[two[-1] + 1].pos in ("NOUN", "PROPN")
        if one[0] and tree.tokens[one[0] - 1].lemma in ("be", "not") and noun_behind:
            return False  # "has not been constant and different regions have"
        return plain and not (after_article and begins_with_vowel(first.text) != begins_with_vowel(second.text))
    articles = [tree.tokens[span[0]].text.lower() if tree.tokens[span[0]].pos == "DET" else "" for span in (one, two)]
    if articles[0] != articles[1] or articles[0] == "no":
        return False
    kinds = {tree.entity(one[-1]), tree.entity(two[-1])}
    names = first.tag == "NNP" and len(kinds) == 1 and kinds <= set(NAMES)
    if first.dep not in ROLES or not (names or (first.tag in ("NN", "NNS") and kinds == {""})):
        return False
    both = len(one) > 1 and len(two) > 1 and tree.tokens[one[0]].dep == tree.tokens[two[0]].dep
    alone = len(one) == 1 and len(two) == 1
    return alone or both or (names and len(one) == len(two))


def _swapped(tree: Tree, one: list[int], link: list[int], two: list[int]) -> Draft:
    draft = Draft(tree.sentence)
    first, second = one[-1], two[-1]
    for child in tree.children[first]:
        if child not in one and child != second:
            draft.words[child].head = second
    old = draft.words[first]
    draft.hang(second, old.dep, second if old.head == first else old.head)
    draft.hang(first, "conj", second)
    line = draft.lines[0]
    at = line.index(one[0])
    draft.lines = [[*line[:at], *two, *link, *one, *line[at + len(one) + len(link) + len(two) :]]]
    return draft
