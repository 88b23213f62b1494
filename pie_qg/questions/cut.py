"""Whether a question or an answer stops in the middle of what it says: of a name, a range, a list, a restriction."""

from __future__ import annotations

from collections.abc import Sequence, Set

from pie_qg.constituents import Constituent
from pie_qg.english import base
from pie_qg.lexicon import UNITS_OF_TIME
from pie_qg.questions.loosened import is_loosened
from pie_qg.questions.narrow import is_open, is_widened, restrictions
from pie_qg.questions.nouns import BODIES
from pie_qg.questions.ranges import STOPS, STOPS_OF_ANSWERS, UP_TO, following
from pie_qg.questions.relating import relates
from pie_qg.questions.torn import is_torn
from pie_qg.tree import Tree

_DASHES = frozenset({"-", "–", "—"})


def is_cut(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """Tell whether a phrase of a question about a clause, or its answer, stops before its end.

    `said` and `answer` are the tokens of each, `verb` is the clause's, which the question says as well.
    """
    there = said | answer
    anywhere = (*STOPS, _dash, _body, _bracket, _title)
    if any(stops(tree, index, there) for index in there for stops in anywhere):
        return True
    of_answers = (*STOPS_OF_ANSWERS, _predetermined, _list, _is_listed, _first_kind, _named)
    if any(stops(tree, index, answer) for index in answer for stops in of_answers):
        return True
    if _loses_partner(tree, verb, there) or _loses_infinitive(tree, verb, there, answer) or _exists(tree, verb, there):
        return True
    if is_torn(tree, said, answer, verb) or is_loosened(tree, said, answer, verb):
        return True
    if any(is_open(tree, index) and not restrictions(tree, index) <= there | {verb} for index in answer):
        return True
    return any(is_widened(tree, index, there | {verb}) for index in there)


def is_needed(tree: Tree, verb: int, one: Constituent) -> bool:
    """Tell whether an adverbial cannot be left out: "grew from 3 [to 9]", "see it [as a rival]", "two [from each]".

    Nor can what its object relates to, or is made from: "paid attention [to them]", "made a business [out of it]".
    """
    if not one.preposition:
        return False
    first = tree.tokens[one.preposition[0]]
    if first.text.lower() == "as":
        return _takes(tree, verb, "as")
    if _takes(tree, verb, first.text.lower()):
        return True
    if _related_to_object(tree, verb, one) or (first.text.lower() == "out" and base(tree.tokens[verb]) == "make"):
        return True
    word, beside = first.text.lower(), {tree.tokens[each].text.lower() for each in tree.of(verb, ("prep",))}
    if (word in UP_TO and "from" in beside) or (word == "from" and beside & UP_TO):
        return True
    return any(tree.tokens[child].text.lower() in {"each", "every"} for child in tree.of(one.head, ("det",)))


def _related_to_object(tree: Tree, verb: int, one: Constituent) -> bool:
    objects = (child for child in tree.of(verb, ("dobj", "attr")) if child < one.preposition[0])
    return one.role != "time" and any(relates(tree, child, one.preposition[0]) for child in objects)


def _dash(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "Zermelo[–Fraenkel set theory]": a name that a dash goes on with."""
    after = following(tree, index, there)
    if after is None or after + 1 >= len(tree.tokens) or tree.tokens[after].text not in _DASHES:
        return False
    glued = (
        tree.tokens[index].end == tree.tokens[after].start and tree.tokens[after].end == tree.tokens[after + 1].start
    )
    return glued and tree.tokens[index].pos == "PROPN" and after + 1 not in there


def _body(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "the National Institute [for Occupational Safety]", "the Organization [for Security]"."""
    after = following(tree, index, there)
    if after is None or tree.tokens[index].text not in BODIES or after + 1 >= len(tree.tokens):
        return False
    return tree.tokens[after].text in {"for", "on", "of"} and tree.tokens[after + 1].text[:1].isupper()


def _title(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "Team [in Training]", "Growth [in One Generation]": a title that goes on, and no place or time."""
    after = following(tree, index, there)
    token = tree.tokens[index]
    named = token.pos == "PROPN" or (token.pos == "NOUN" and index > 0 and token.text[:1].isupper())
    if after is None or not named or tree.tokens[after].text not in {"in", "for"} or tree.entity(index) == "PERSON":
        return False
    rest = [one for one in range(after + 1, min(after + 4, len(tree.tokens))) if tree.tokens[one].text[0].isupper()]
    return bool(rest) and tree.entity(rest[0]) in {"", "CARDINAL"}


def _loses_partner(tree: Tree, verb: int, there: Set[int]) -> bool:
    """ "They see it [as a threat]", "known in the trade [as the capital]", "he distinguished shrews [from mice]"."""
    words = [word for word in _PARTNERS if _takes(tree, verb, word)]
    partners = [one for one in (_first_after(tree, verb, word) for word in words) if one is not None]
    said = (set(tree.of(one, ("pobj", "pcomp", "amod"))) & there for one in partners)
    return bool(partners) and not any(said)


def _takes(tree: Tree, verb: int, preposition: str) -> bool:
    return base(tree.tokens[verb]) in _PARTNERS.get(preposition, ())


def _first_after(tree: Tree, verb: int, word: str) -> int | None:
    """Return a preposition near a verb and under it, whatever it hangs on there: parsers give it to the object."""
    near = (index for index in sorted(tree.subtree(verb)) if verb < index <= verb + _NEAR)
    found = (one for one in near if tree.tokens[one].text.lower() == word and tree.tokens[one].dep == "prep")
    return next((one for one in found if word != "like" or tree.tokens[one].head == verb), None)


def _loses_infinitive(tree: Tree, verb: int, there: Set[int], answer: Set[int]) -> bool:
    """ "It caused the chain [to bend]", "allows the air it blows [to reach the door]": what is caused is no chain."""
    taken, after = base(tree.tokens[verb]), following(tree, max(answer), answer)
    if taken in _CAUSING and after is not None and max(answer) > verb and tree.tokens[after].tag == "TO":
        return True
    infinitives = (
        one
        for one in sorted(tree.subtree(verb))
        if one > verb and any(tree.tokens[to].tag == "TO" for to in tree.of(one, ("aux",)))
    )
    first = next(infinitives, None)
    if first is None or first in there:
        return False
    return (taken in _BRINGING and tree.tokens[first].dep != "advcl") or _takes_time(tree, verb, first)


def _takes_time(tree: Tree, verb: int, deed: int) -> bool:
    """ "Tea takes an hour [to cool]": what takes a time has to do something in it."""
    time = tree.first(verb, {"dobj"})
    timed = time is not None and tree.tokens[time].lemma.lower() in UNITS_OF_TIME and time < deed
    return timed and base(tree.tokens[verb]) == "take"


def _exists(tree: Tree, verb: int, there: Set[int]) -> bool:
    """ "There were ten men [who had been paid]": that there were some says nothing."""
    found = tree.first(verb, {"attr"}) if tree.has(verb, {"expl"}) else None
    return found is not None and not restrictions(tree, found) <= there


_CAUSING = frozenset("cause force lead enable allow get inspire prompt encourage permit require expect want".split())
_BRINGING = frozenset("cause force enable allow permit".split())  # which hardly do without
_PARTNERS = {
    "as": frozenset(
        "see know regard view describe define treat portray depict perceive classify recognize interpret construe "
        "characterize characterise think refer conceive".split()
    ),
    "from": frozenset("derive distinguish separate".split()),
    "like": frozenset("sound look taste smell feel behave".split()),
    "to": frozenset("attribute compare dedicate devote link react respond tie".split()),
    "with": frozenset({"confuse", "react", "replace", "respond"}),
}
"""Verbs that say something else without a preposition of theirs."""
_NEAR = 9


def _list(tree: Tree, index: int, answer: Set[int]) -> bool:
    """ "sunflower[, sumpweed and goosefoot]", "Low- and [mid-range hotels]": one of a list that the parser broke up."""
    first = min(answer)
    if index == first and index > 1 and tree.tokens[index - 1].text.lower() == "and":
        return tree.tokens[index - 2].text.endswith("-")
    others = [one for one in tree.of(index, ("conj",)) if tree.tokens[one].pos in {"NOUN", "PROPN"}]
    if tree.tokens[index].pos in {"NOUN", "PROPN"} and any(one not in answer for one in others):
        return True
    after = following(tree, index, answer)
    if index != max(answer) or after is None:
        return False
    if tree.tokens[after].dep == "cc" and tree.tokens[index].pos == "ADJ" and len(answer) > 1:
        return True  # "a coat of clear [or coloured paint]"
    if tree.tokens[after].text not in {",", "("}:
        return False
    joined = any(token.dep == "cc" for token in tree.tokens[after + 1 : after + 2])
    if joined and tree.tokens[index].pos == "ADJ" and len(answer) > 1:  # "theories of a single[, or a small number]"
        return True
    verb = next((one for one in tree.ancestors(index) if tree.tokens[one].pos in {"VERB", "AUX"}), None)
    if verb is not None and verb < first and tree.tokens[verb].lemma.lower() in _LISTING:
        return True
    for place in range(after + 1, min(after + 9, len(tree.tokens))):
        token = tree.tokens[place]
        if token.dep == "cc" and tree.tokens[place - 1].text != ",":
            return place + 1 < len(tree.tokens) and tree.tokens[place + 1].pos in _LISTED
        if token.pos not in _LISTED and token.text != ",":
            return False
    return False


def is_name_cut(tree: Tree, answer: Sequence[int]) -> bool:
    """ "head of the Ghent Guild of Weavers[, Dyers and Fullers]": a name that goes on as a list of names does."""
    last = answer[-1]
    capital = tree.tokens[last].pos == "PROPN" and tree.tokens[last].dep == "pobj"
    return capital and any(tree.tokens[one].pos == "PROPN" for one in tree.of(last, ("conj",)))


def _is_listed(tree: Tree, index: int, answer: Set[int]) -> bool:
    """ "The team comprises a keeper [and ten players]", "It includes a letter [of 1920 and a poem]"."""
    verb = tree.tokens[index].head
    if tree.tokens[index].dep != "dobj" or tree.tokens[verb].lemma.lower() not in _LISTING:
        return False
    links = (one for one in tree.subtree(verb) if one > max(answer) and tree.tokens[one].dep == "cc")
    return any(tree.tokens[one + 1].pos in _LISTED | {"DET"} for one in links if one + 1 < len(tree.tokens))


def _first_kind(tree: Tree, index: int, answer: Set[int]) -> bool:
    """ "[plant and] animal life", "[bold or] slanted letters": one of two kinds, each of which the noun is of."""
    if index != min(answer) or index < 2:
        return False
    before = tree.tokens[index - 1]
    if before.tag == "JJ" and before.dep == "conj":
        return len(answer) > 1 and tree.tokens[index].pos == "NOUN"
    other = tree.tokens[before.head]
    if before.dep != "cc" or before.head != index - 2 or len(answer) > 1:
        return False
    if tree.tokens[index].head not in {other.head, index - 2}:
        return False
    return other.pos == "NOUN" and other.dep in {"nmod", "compound"} and other.text.islower()


_LISTED = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_LISTING = frozenset({"include", "comprise", "encompass"})


def _named(tree: Tree, index: int, answer: Set[int]) -> bool:
    """ "the poet Ada Byron and Prime Minister [William Pitt]": a title before the name of a person.

    Or a noun before the name of an owner: "a result of the small mill [Swift's choice]".
    """
    after = following(tree, index, answer)
    title = index == max(answer) and tree.tokens[index].pos in {"NOUN", "PROPN"}
    if not title or after is None or tree.tokens[after].pos != "PROPN":
        return False
    owner = tree.tokens[after].dep == "poss" and tree.tokens[index].tag == "NN"
    return owner or tree.entity(after) == "PERSON"


def _bracket(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "tetragonal [(beta) tin]", "[iron(III)] oxide": a bracket that stands in a name."""
    before = tree.tokens[index - 1]
    if index and before.text == ")" and before.head == index and index - 1 not in there | tree.partner.keys():
        return True
    after = following(tree, index, there)
    sized = tree.tokens[index].dep == "nmod" and tree.has(index, {"nummod"})  # "a 50-foot [(15 m) high mast]"
    if after is None or tree.tokens[after].text != "(" or not (sized or tree.tokens[index].tag == "JJ"):
        return False
    closing = tree.partner.get(after)
    return (
        closing is not None
        and closing + 1 < len(tree.tokens)
        and tree.tokens[closing + 1].pos in {"NOUN", "PROPN"} | ({"ADJ"} if sized else set())
    )


def _predetermined(tree: Tree, index: int, answer: Set[int]) -> bool:
    """ "[half] the population", "[both] classes", "[quite] a lot", "[almost] all": what an answer begins with."""
    if index - 1 in answer:
        return False
    before = [tree.tokens[one].text.lower() for one in range(max(0, index - 2), index)]
    if before[-1:] in (["the"], ["a"], ["an"]):
        before.pop()
    if before[-1:] == ["quite"] or (before[-1:] and before[-1] in _NOT_QUITE and tree.word(index) in _WHOLE):
        return True
    listed = any(tree.tokens[one].dep == "cc" for one in answer)
    return bool(before) and (
        before[-1] in {"half", "double", "twice", "neither"} or (before[-1] == "both" and not listed)
    )


_NOT_QUITE = frozenset("almost barely hardly nearly practically scarcely virtually".split())
_WHOLE = frozenset("all always any every everyone everything never no nobody none nothing too".split())
