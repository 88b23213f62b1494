"""Whether a name or a thing is asked for by its class: "which river", "what metal", "which ship"."""

from __future__ import annotations

from collections.abc import Set

from pie_qg.lexicon import PLACE_PREPOSITIONS
from pie_qg.questions.ask import Target
from pie_qg.questions.mention import name_class
from pie_qg.questions.nouns import NAMED_THINGS, PLACES, noun_class


def class_of_name(target: Target) -> str:
    """ "The Hartford insured them", "the New Haven bought railways": a firm, and no city, with an article."""
    if crew := _crew(target):
        return crew
    known = name_class(target.tree, target.head)
    named = target.tree.tokens[target.head].text.lower() == known  # "on the Heron River"
    if known in _WATERS and target.entity == "GPE" and not named:  # "in Jordan"
        return ""
    if known in {"animal", "plant"} and has_article(target, {"my", "our"}):  # "my Chardonnay"
        return ""
    if known in _NO_PLACES and target.entity in {"GPE", "LOC", "ORG"}:  # "a farm in Ayrshire", "Chess is played"
        return ""
    if known == "state" and target.entity not in {"GPE", "LOC"}:  # "Penn State", where students are
        return ""
    letters = len(target.tree.tokens[target.head].text) > 2 and target.tree.tokens[target.head].text.isupper()
    if known in {"city", "town", "state"} and (letters or has_article(target, {"the"})):
        return ""
    if known == "language" and target.part.role == "subject":  # "Kongo joined an alliance"
        return ""
    if target.entity == "ORG" and known == "town" and target.preposition not in PLACE_PREPOSITIONS:
        return ""  # "Gallup polled voters"
    if known == "house" and target.entity == "ORG" and not target.tree.has(target.head, {"prep"}):
        return ""  # "The White House announced it": who works there
    if known in PLACES and target.tree.tokens[target.answer()[0]].pos == "NUM":  # "the 50 United States"
        return ""
    return "" if known in PLACES and _is_narrowed(target) else known


def _is_narrowed(target: Target) -> bool:
    """ "southern Mongolia", "Spanish Florida": a part of a place, or another of the name."""
    first, tokens = target.tree.entity_at[target.head].first, target.tree.tokens
    return any(
        tokens[index].text.islower() or (index < first and tokens[index].pos in {"ADJ", "PROPN"})
        for index in target.answer()
    )


def _crew(target: Target) -> str:
    """ "HMS Beagle" is a ship; "Hamburg welcome Cologne", with a verb in the plural, a team."""
    tree, head = target.tree, target.head
    entity = tree.entity_at[head]
    if {tree.tokens[index].text for index in entity.indices if index != head} & _SHIPS:
        return "ship"
    verb = tree.tokens[tree.tokens[head].head]
    several = verb.tag == "VBP" and not tree.has(tree.tokens[head].head, {"aux"}) and not target.is_list
    alone = tree.tokens[head].tag == "NNP" and target.part.role == "subject" and noun_class(tree.tokens[head].text)
    return "team" if several and alone in {"city", "town"} else ""


def has_article(target: Target, words: Set[str]) -> bool:
    """Tell whether one of some articles, or of the words for an owner, stands with a name."""
    tree = target.tree
    return any(tree.tokens[child].text.lower() in words for child in tree.of(target.head, ("det", "poss")))


# What stands before the name of a ship.
_SHIPS = frozenset("HMAS HMCS HMNZS HMS INS MS MSC MV RMS RRS RV SMS SS USCGC USNS USS".split())
# What no place and no firm is, though WordNet has a breed, a weed or a medicine of the name.
_NO_PLACES = frozenset({"animal", "plant", "drug"})
_WATERS = frozenset("river lake sea ocean mountain desert".split())


def has_class(target: Target, known: str) -> bool:
    """Tell whether a thing is asked for by its class: "wrought iron" is a metal; "various springs" are no seasons."""
    token = target.tree.tokens[target.head]
    seasons = known == "season" and token.tag == "NNS"
    if token.lemma in _OTHER_THINGS or (known in _SUBSTANCES and _is_countable(target)):
        return False
    if _says_how_much(target) or _is_like(target):
        return False
    if (known in _STUFF and _is_made(target)) or (known == "currency" and _is_priced(target)):
        return False
    return known in NAMED_THINGS and known != token.lemma and not (token.pos == "PROPN" or seasons or target.is_list)


def _says_how_much(target: Target) -> bool:
    """ "She brewed more coffee", "enough tea": how much of it, and not which."""
    words = target.tree.of(target.head, ("amod", "det", "advmod", "nummod"))
    return any(target.tree.word(one) in _AMOUNTS for one in words)


def _is_like(target: Target) -> bool:
    """ "a monster of a stove": what a thing is like, and no animal."""
    tree = target.tree
    nouns = (tree.first(one, ("pobj",)) for one in tree.of(target.head, ("prep",)) if tree.word(one) == "of")
    return any(
        tree.word(child) in {"a", "an"} for noun in nouns if noun is not None for child in tree.of(noun, ("det",))
    )


_AMOUNTS = frozenset("additional enough extra fewer less little more much sufficient".split())


def _is_made(target: Target) -> bool:
    """ "Three brands of steam iron", "hash browns", "a pound of gold coins": what a noun says more of is no stuff."""
    return any(target.tree.tokens[one].pos == "NOUN" for one in target.tree.of(target.head, ("compound",)))


def _is_priced(target: Target) -> bool:
    """ "a quota of 1 million yuan": an amount, and no currency."""
    return target.entity == "MONEY" or target.tree.has(target.head, {"nummod"})


def _is_countable(target: Target) -> bool:
    """ "The iron leaks": a thing that has an article, and no metal."""
    tree = target.tree
    return tree.tokens[target.head].tag == "NNS" or tree.has(target.head, {"det", "poss"})


_SUBSTANCES = frozenset({"metal", "mineral", "drink", "drug", "element"})
# What a class is named after, and is more often another thing: "8g chargers", "the collection tank", "drawers".
_OTHER_THINGS = frozenset(
    "human charger tank drawer contagion technology king queen rook cleaner setting service infraction calling "
    "collation laundry wrap electric electrics man mankind humankind humanity".split()
)


_STUFF = _SUBSTANCES - {"drink", "drug"} | {"color"}
