"""Clauses that tell what is supposed, sought, wished, feared or put off, by what they hang under.

Each sign names one such place in a sentence, with a sentence that shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pie_qg.constituents import SUBJECTS
from pie_qg.english import base
from pie_qg.lexicon import THOUGHTS
from pie_qg.tree import Tree


def is_unheld(tree: Tree, verb: int) -> bool:
    """Tell whether a clause shows one of the signs."""
    return any(sign(tree, verb) for sign in SIGNS)


def under_condition(tree: Tree, verb: int) -> bool:
    """ "If you told me that goats danced, I would laugh.", "if there are two lamps sold here", "in case it rains".

    What a clause of its own tells is so all the same: "If you visit the hall, which was built in 1900, go early."
    """
    return any(_is_condition(tree, below) for below in (verb, *_governing(tree, verb)))


def _is_condition(tree: Tree, verb: int) -> bool:
    if any(tree.word(one) in _IFS for one in tree.of(verb, ("mark",))):
        return True
    starts = (min(tree.subtree(one)) for one in tree.of(verb, SUBJECTS))
    return any(start > 1 and tree.word(start - 2) == "in" and tree.word(start - 1) == "case" for start in starts)


def _governing(tree: Tree, verb: int) -> Iterator[int]:
    """Yield what a clause hangs under and is no more sure than, up to a clause that its writer vouches for."""
    below = verb
    for above in tree.ancestors(verb):
        dep = tree.tokens[below].dep
        if dep in {"relcl", "acl"} and not _tells_which(tree, below):
            return
        if dep in {"advcl", "appos", "parataxis", "dep"} or (dep == "conj" and tree.has(below, SUBJECTS)):
            return
        yield above
        below = above


def _tells_which(tree: Tree, clause: int) -> bool:
    """ "a lamp [that shines]", "water [boiled in tin]": said of no thing that there is, but of such a thing.

    Not "Polish towns [that trade]", which there are.
    """
    noun = tree.tokens[clause].head
    if tree.tokens[noun].pos != "NOUN" or tree.tokens[min(tree.subtree(clause)) - 1].text in {",", "(", "–", "—"}:
        return False
    if any(tree.entity(one) for one in tree.of(noun, ("amod", "compound"))):
        return False
    return not any(tree.word(one) not in _INDEFINITE for one in tree.of(noun, ("det", "poss", "predet")))


def of_no_such_thing(tree: Tree, verb: int) -> bool:
    """ "I seek a lid that will fit", "Nor did I want water boiled in tin", "It tastes like food fried".

    "I hate lids that leak.": not all do.
    """
    clause = next((one for one in (verb, *_governing(tree, verb)) if tree.tokens[one].dep in {"relcl", "acl"}), None)
    if clause is None or not _tells_which(tree, clause):
        return False
    if tree.has(clause, {"mark"}):
        return False
    above = tree.tokens[clause].head
    while tree.tokens[above].dep in {"dobj", "pobj", "attr", "prep", "conj", "xcomp"}:
        if tree.tokens[above].dep == "pobj" and _is_likeness(tree, tree.tokens[above].head):
            return True
        above = tree.tokens[above].head
        if tree.tokens[above].pos in {"VERB", "AUX"} and (_seeks(tree, above) or _is_denied(tree, above)):
            return True
    return False


def _is_likeness(tree: Tree, preposition: int) -> bool:
    return tree.word(preposition) == "like" and base(tree.tokens[tree.tokens[preposition].head]) in _SEEMING


def _seeks(tree: Tree, verb: int) -> bool:
    token = base(tree.tokens[verb])
    with_for = any(tree.word(one) == "for" for one in tree.of(verb, ("prep",)))
    return token in _SEEKING | _LIKING or (with_for and token in _SEEKING_FOR)


def _is_denied(tree: Tree, verb: int) -> bool:
    words = {tree.word(one) for one in tree.children[verb]}
    return tree.has(verb, {"neg"}) or bool(words & {"nor", "neither", "never", "hardly", "without"})


def feared(tree: Tree, verb: int) -> bool:
    """ "I was worried that it would leak", "I can't be sure if it leaks or the lid is loose because it fell"."""
    return any(
        tree.tokens[one].pos == "ADJ" and tree.tokens[one].lemma.lower() in _FEARFUL for one in _reported(tree, verb)
    )


def asked_for(tree: Tree, verb: int) -> bool:
    """ "I recommend that everyone own a scale.": what somebody wants done is in the infinitive."""
    below = verb
    for above in _reported(tree, verb):
        plain = tree.tokens[below].tag in {"VB", "VBP"} and not any(
            tree.tokens[one].tag != "MD" or tree.word(one) != "should" for one in tree.of(below, ("aux",))
        )
        if plain and tree.has(below, {"mark"}) and base(tree.tokens[above]) in _ASKING_FOR:
            return True
        below = above
    return False


def foreseen(tree: Tree, verb: int) -> bool:
    """ "I thought the metal was going to be thin", "might be thin": what was to come, as somebody took it."""
    below = verb
    for above in _reported(tree, verb):
        thought = tree.tokens[above].tag in {"VBD", "VBN"} and base(tree.tokens[above]) in _THINKING
        if thought and _was_to_come(tree, below):
            return True
        below = above
    return False


def _was_to_come(tree: Tree, verb: int) -> bool:
    before = {tree.word(one) for one in tree.of(verb, ("aux",))}
    return bool(before & {"would", "'d", "’d", "might"}) or (
        tree.word(verb) == "going" and bool(before & {"was", "were"})
    )


def _reported(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the verbs and the adjectives whose object a clause is, or is in."""
    below = verb
    for above in tree.ancestors(verb):
        if tree.tokens[below].dep == "ccomp":
            yield above
        elif tree.tokens[below].dep not in {"conj", "xcomp"}:
            return
        below = above


def for_a_purpose(tree: Tree, verb: int) -> bool:
    """ "I wanted it to work so I could make pies.", "She has to find a way so all can see": not yet, and maybe never.

    "The lid is wide so that you can fill it easily.": the lid is, and so you can.
    """
    first = _first(tree, verb)
    if tree.tokens[first].dep != "advcl" or not any(tree.word(one) == "so" for one in tree.of(first, ("mark",))):
        return False
    if not any(tree.word(one) in _ABLE for one in tree.of(first, ("aux",))):
        return False
    for above in tree.ancestors(first):
        if _is_open(tree, above):
            return True
        if tree.tokens[above].dep not in {"xcomp", "ccomp", "conj", "relcl", "acl", "advcl", "dobj"}:
            return False
    return False


def _is_open(tree: Tree, verb: int) -> bool:
    """ "wanted", "has to find", "should buy", "my search is on": what has not been done."""
    token = tree.tokens[verb]
    if token.pos not in {"VERB", "AUX"}:
        return False
    modal = any(tree.tokens[one].tag in {"MD", "TO"} for one in tree.of(verb, ("aux",)))
    sought = any(tree.tokens[one].lemma in {"search", "hunt", "quest"} for one in tree.of(verb, ("nsubj",)))
    return modal or sought or _seeks(tree, verb) or base(token) in _HOPING or _is_denied(tree, verb)


def put_off(tree: Tree, verb: int) -> bool:
    """ "It won't be long before this pan is sold.", "until I get tired of it": in a time that is still to come.

    "Nobody will know until it is told in March.": what is told when is planned.
    """
    first = _first(tree, verb)
    if not any(tree.word(one) in _TILL for one in tree.of(first, ("mark",))):
        return False
    group = (first, *tree.of(first, ("aux", "auxpass")))
    past = any(tree.tokens[one].tag == "VBD" for one in group)
    planned = any(tree.entity(one) == "DATE" for one in tree.subtree(first))
    return not past and not planned and any(_is_to_come(tree, above) for above in tree.ancestors(first))


def _first(tree: Tree, verb: int) -> int:
    """Return the verb that a verb without its own subject is joined to."""
    while tree.tokens[verb].dep == "conj" and not tree.has(verb, {*SUBJECTS, "mark"}):
        verb = tree.tokens[verb].head
    return verb


def _is_to_come(tree: Tree, verb: int) -> bool:
    will = any(tree.word(one) in {"will", "'ll", "’ll", "wo", "shall"} for one in tree.of(verb, ("aux",)))
    return will or (base(tree.tokens[verb]) in _HOPING and tree.tokens[verb].tag in {"VBP", "VBZ", "VBG", "VB"})


def yet_to(tree: Tree, verb: int) -> bool:
    """ "I have yet to find a lid.": none is found, and nobody must find one."""
    adverbs = (one for one in tree.of(verb, ("advmod",)) if tree.word(one) == "yet" and one + 1 < len(tree.tokens))
    before_to = any(tree.word(one + 1) == "to" for one in adverbs)
    return before_to and base(tree.tokens[verb]) in {"have", "be", "remain"}


def alternative(tree: Tree, verb: int) -> bool:
    """ "Either the pipe leaked or the tap dripped.", "He was either a liar, or he was mad.": one of the two.

    "You can either walk or take a bus.": you can do both.
    """
    first = tree.first_conjunct(verb)
    if any(tree.tokens[one].tag == "MD" for one in tree.of(first, ("aux",))):
        return False
    joined = any(tree.word(one) == "or" for one in tree.of(first, ("cc",)))
    others = any(tree.tokens[one].pos in {"VERB", "AUX"} for one in tree.of(first, ("conj",)))
    either = (one for one in tree.subtree(first, without={"conj"}) if tree.word(one) == "either")
    return joined and others and any(not _is_closed(tree, one) for one in either)


def _is_closed(tree: Tree, either: int) -> bool:
    """ "It is either red or blue, or it is old.": the word's two members are under its own noun."""
    head = tree.tokens[either].head
    with_or = any(tree.word(one) == "or" for one in tree.of(head, ("cc",)))
    return with_or and tree.tokens[head].pos not in {"VERB", "AUX"}


def as_somebody_hopes(tree: Tree, verb: int) -> bool:
    """ "One day, I hope, boats will sail here.": what is hoped for, and no more."""
    asides = (one for one in tree.of(_first(tree, verb), ("parataxis", "ccomp")) if one < verb)
    return any(
        base(tree.tokens[one]) in _HOPING and tree.has(one, {"nsubj"}) and not tree.has(one, {"dobj", "ccomp", "xcomp"})
        for one in asides
    )


def alleged(tree: Tree, verb: int) -> bool:
    """ "The court heard a rumour yesterday that he sold it.": what the verb's object says, and nobody holds."""
    below = verb
    for above in tree.ancestors(verb):
        if tree.tokens[below].dep not in {"ccomp", "conj", "xcomp"}:
            return False
        objects = [one for one in tree.of(above, ("dobj",)) if one < below and tree.tokens[one].lemma in THOUGHTS]
        if objects and tree.tokens[below].dep == "ccomp" and tree.has(below, {"mark"}):
            return True
        below = above
    return False


_IFS = frozenset({"if", "unless", "whether", "lest", "provided", "providing"})
_INDEFINITE = frozenset({"a", "an", "any", "some", "another", "no"})
_SEEMING = frozenset("look taste feel sound smell seem act be".split())
_SEEKING = frozenset("seek want need desire require wish imagine envision".split())
_LIKING = frozenset("like love enjoy prefer adore dislike hate detest loathe despise abhor avoid".split())
_SEEKING_FOR = frozenset("look search hunt shop hope wait long ask pray wish beg yearn call".split())
_HOPING = frozenset("hope want wish expect intend plan aim seek need try attempt aspire desire long".split())
_FEARFUL = frozenset(
    "afraid alarmed anxious apprehensive concerned doubtful dubious fearful frightened hopeful leery nervous sceptical "
    "scared skeptical suspicious terrified uncertain unconvinced unsure wary worried".split()
)
_ASKING_FOR = frozenset(
    "advise ask beg command demand desire direct insist instruct move order prefer propose recommend request require "
    "stipulate suggest urge".split()
)
_THINKING = frozenset("think believe assume figure guess imagine expect suppose presume anticipate predict".split())
_ABLE = frozenset("can could would will may might 'll 'd".split())
_TILL = frozenset("until till before once".split())

SIGNS: tuple[Callable[[Tree, int], bool], ...] = (
    under_condition,
    of_no_such_thing,
    feared,
    asked_for,
    foreseen,
    for_a_purpose,
    put_off,
    yet_to,
    alternative,
    as_somebody_hopes,
    alleged,
)
