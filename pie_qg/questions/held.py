"""Whether a text holds what a clause says to be so, or tells what somebody fears, hopes, doubts or denies."""

from __future__ import annotations

from pie_qg.english import base
from pie_qg.lexicon import CLAIMS, THOUGHTS, TIME_NOUNS
from pie_qg.questions.conditions import is_conditional
from pie_qg.questions.guesses import is_guessed
from pie_qg.questions.nouns import may_be_who
from pie_qg.questions.unheld import is_unheld
from pie_qg.tree import Tree

_DOUBTED = frozenset(
    "suppose assume presume imagine pretend worry concern fear hope wish doubt deny reject dispute question refute "
    "expect anticipate dream guess bet".split()
)
# What somebody says or thinks to be so. "I believe" is an author's own word.
_OPINING = frozenset(
    "say argue claim believe suggest contend maintain insist assert allege propose feel opine complain".split()
)
_THINKING = frozenset("think deem reckon consider suspect figure".split())  # but "it is thought that" most hold
_REPORTING = frozenset({"say", "suggest"})  # "studies suggest", "the label says": what does so is no opinion
# "Others have written", "some report": persons of whom nobody knows who they are vouch for nothing.
_SOME = frozenset("other some many several few people reviewer everyone everybody someone somebody".split())
_TELLING = frozenset("write report state mention post tell comment remark declare".split())
# "The lawsuit says": what one side of a quarrel puts forward.
_PLEAS = frozenset("lawsuit suit complaint petition indictment plea accusation".split())
_OWN = frozenset({"i", "we", "you"})
_DENYING = frozenset({"never", "wrongly", "falsely", "nor"})
_KNOWN = frozenset({"fact", "discovery", "proof", "evidence", "finding", "observation", "result"})


def is_held(tree: Tree, verb: int) -> bool:
    """Tell whether nothing that a clause hangs under takes it back.

    "Groups worry that it will fall", "there is no reason to think that it fell", "the idea that it fell". What a
    relative clause tells is held by who writes, whatever it stands in: "he said that the hall, which burned, was old".
    """
    if any(sign(tree, verb) for sign in _SIGNS):
        return False
    below, in_their_words = verb, True
    for above in tree.ancestors(verb):
        token, dep = tree.tokens[above], tree.tokens[below].dep
        if dep == "acl" and tree.has(below, {"mark"}) and token.pos == "NOUN" and token.lemma not in _KNOWN:
            return False
        if dep in {"ccomp", "acl", "relcl"} and (_takes_back(tree, above) or _is_thought(tree, below)):
            return False
        in_their_words = in_their_words and dep not in {"acl", "relcl"}
        if dep == "ccomp" and in_their_words and _is_opinion(tree, above):
            return False
        below = above
    return True


def _at_a_measure(tree: Tree, verb: int) -> bool:
    """ "At levels of 100 mg, tin is harmful.": not at any other."""
    for one in tree.of(verb, ("prep",)):
        nouns = [noun for noun in tree.of(one, ("pobj",)) if tree.tokens[noun].lemma.lower() in _MEASURES]
        if tree.tokens[one].text.lower() in {"at", "above", "below"} and one < verb and nouns:
            return any(tree.tokens[index].pos == "NUM" for index in tree.subtree(one))
    return False


def _for_some(tree: Tree, verb: int) -> bool:
    """ "To many of the settlers, the island was a home.", "For old houses, oak is best.": to others it was not."""
    if tree.tokens[verb].lemma not in _LINKING:
        return False
    starts = [one for one in tree.of(verb, ("prep",)) if one < verb and tree.tokens[one].text.lower() in {"to", "for"}]
    nouns = [noun for one in starts for noun in tree.of(one, ("pobj",)) if tree.tokens[noun].lemma not in TIME_NOUNS]
    return any(tree.tokens[noun].tag == "NNS" or tree.tokens[noun].lemma in {"many", "some", "most"} for noun in nouns)


def _is_possible(tree: Tree, verb: int) -> bool:
    """ "It may have effects such as halting work", "They may be listed, meaning that they were tested": perhaps."""
    below, reported = verb, False
    for above in tree.ancestors(verb):
        token, dep = tree.tokens[above], tree.tokens[below].dep
        if dep not in _LOOSE or any(tree.tokens[one].tag == "MD" for one in tree.of(below, ("aux",))):
            return False
        reported = reported or dep == "pcomp" or (dep == "ccomp" and token.tag == "VBG" and token.dep == "advcl")
        if reported and any(tree.tokens[one].text.lower() in {"may", "might"} for one in tree.of(above, ("aux",))):
            return True
        below = above
    return False


def _is_hoped(tree: Tree, verb: int) -> bool:
    """ "One day, I hope, it will stand again.": what an author says aside takes it back."""
    aside = (one for one in tree.of(verb, ("parataxis", "ccomp")) if base(tree.tokens[one]) in _DOUBTED)
    return any(tree.word(holder) in _OWN for one in aside if one < verb for holder in tree.of(one, ("nsubj",)))


def _is_aimed_at(tree: Tree, verb: int) -> bool:
    """ "She wants it to end so that they can go home.": they cannot until it has."""
    token = tree.tokens[verb]
    so = any(tree.word(mark) == "so" for mark in tree.of(verb, ("mark", "advmod")) if mark < verb)
    able = any(tree.tokens[one].tag == "MD" for one in tree.of(verb, ("aux",)))
    above = token.head
    infinitive = any(tree.tokens[one].tag == "TO" for one in tree.of(above, ("aux",)))
    return token.dep == "advcl" and so and able and infinitive


def _is_averted(tree: Tree, verb: int) -> bool:
    """ "If not for the dam, the town may have drowned.": it did not."""
    words = " ".join(token.text.lower() for token in tree.tokens)
    supposed = any(tree.tokens[one].tag == "MD" for one in tree.of(verb, ("aux",)))
    return supposed and any(f"{opening} for " in words for opening in _AVERTING)


_AVERTING = ("if not", "were it not", "if it were not", "if it was not", "had it not been", "if it had not been")
_SIGNS = (
    is_conditional,
    is_unheld,
    is_guessed,
    _at_a_measure,
    _for_some,
    _is_possible,
    _is_hoped,
    _is_aimed_at,
    _is_averted,
)


_MEASURES = frozenset(
    "level temperature pressure concentration speed dose density frequency height depth age rate altitude".split()
)
_LINKING = frozenset("be remain become seem appear".split())
_LOOSE = frozenset("conj pcomp prep dobj pobj ccomp advcl".split())


def _is_thought(tree: Tree, verb: int) -> bool:
    """ "They got a complaint that he stole it": a clause right after its noun, whatever a parser hangs it under."""
    marks = (mark for mark in tree.of(verb, ("mark",)) if mark and tree.word(mark) == "that")
    nouns = (tree.tokens[mark - 1] for mark in marks if tree.tokens[mark - 1].pos == "NOUN")
    return any(noun.lemma.lower() in THOUGHTS for noun in nouns)


def _takes_back(tree: Tree, head: int) -> bool:
    """ "never felt that", "no reason to", "wrongly assumed that", "wish that"."""
    token = tree.tokens[head]
    if token.pos in {"VERB", "AUX"}:
        phrases = (tree.children[child] for child in tree.of(head, ("prep",)) if child < head)
        if any(tree.tokens[one].dep == "neg" for phrase in phrases for one in phrase):
            return True  # "Not for a day did they think that it would."
        words = {tree.tokens[child].text.lower() for child in tree.children[head]}
        claimed = any(tree.tokens[child].lemma in CLAIMS for child in tree.of(head, ("nsubjpass",)))
        polled = any(tree.tokens[child].text.lower() in {"%", "percent"} for child in tree.of(head, ("nsubj",)))
        return base(token) in _DOUBTED or tree.has(head, {"neg"}) or bool(words & _DENYING) or claimed or polled
    return any(tree.tokens[child].text.lower() == "no" for child in tree.of(head, ("det",)))


def _is_opinion(tree: Tree, verb: int) -> bool:
    """ "Members argued that it was idle", "a letter, claiming that it was idle": somebody else says so."""
    holder = tree.first(verb, {"nsubj"})
    if holder is not None and _is_of_one_side(tree, holder, base(tree.tokens[verb])):
        return True
    if base(tree.tokens[verb]) not in (_OPINING if holder is None else _OPINING | _THINKING):
        return False
    if holder is None or tree.tokens[holder].pos == "PRON":
        return holder is None or tree.tokens[holder].text.lower() not in _OWN
    return may_be_who(tree, holder) or base(tree.tokens[verb]) not in _REPORTING


def _is_of_one_side(tree: Tree, holder: int, verb: str) -> bool:
    """ "Others have written that the lid leaks", "the lawsuit says that it leaks"."""
    lemma = tree.tokens[holder].lemma.lower()
    anybody = lemma in _SOME and not tree.has(holder, {"prep", "poss"}) and "the" not in _articles(tree, holder)
    return (anybody and verb in _TELLING) or (lemma in _PLEAS and verb in _TELLING | _REPORTING)


def _articles(tree: Tree, noun: int) -> set[str]:
    return {tree.word(one) for one in tree.of(noun, ("det",))}


_SMALL = frozenset({"few", "little"})
_DENIALS = frozenset("no neither nor none nothing nobody hardly rarely seldom never few little".split())


def denied(tree: Tree, words: tuple[int, ...]) -> bool:
    """ "Neither of the two", "no additional taxes": who is asked for is not there."""
    if words and tree.tokens[words[0]].text.lower() == "not":  # "not all composers"
        return True
    told = any(tree.tokens[index].tag in {"DT", "PRP$"} for index in words[:1])  # "the little girl", "a few"
    denials = _DENIALS - _SMALL if told else _DENIALS
    return any(tree.tokens[index].text.lower() in denials for index in words[:3])
