"""The class of a noun or a name: "Thames" is a river, "engineer" a person."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pie_qg.english import lemma_of_noun
from pie_qg.tree import Tree

PLACES = frozenset(
    "city town country state region place island continent river lake mountain ocean sea desert building planet".split()
)
PEOPLE = frozenset(
    "blacks whites people men women children parents principals others someone everyone anyone somebody everybody "
    "anybody".split()
)
# Persons that WordNet lacks, or has in another sense as well.
_PERSONS = frozenset(
    "anglophone cofounder coworker defenseman francophone goalie goaltender human khan policymaker sender sitter "
    "walker".split()
)
# What people ask for by its class when it has a name ("which river …?"); of others ("time", "group") they ask "what".
NAMED_CLASSES = frozenset(
    "animal plant disease language instrument vehicle weapon building sport game religion occupation country city town "
    "state river lake mountain ocean sea island continent planet desert currency day month season holiday war battle "
    "award dance school drug".split()
)
# What they ask for by its class when it is no name ("what metal …?").
NAMED_THINGS = frozenset(
    "animal disease language color drink instrument weapon metal sport game religion crime currency dance mineral drug "
    "element month season".split()
)
# Nouns that end a name and tell what it names.
NAME_HEADS = frozenset(
    "university college school institute academy company corporation bank church cathedral temple mosque museum party "
    "league club team army navy council court committee association society agency department ministry commission "
    "river lake mountain valley island bay sea ocean street avenue road bridge tower palace castle park garden hotel "
    "theater theatre arena center centre station airport hospital library stadium act treaty war battle revolution "
    "empire kingdom dynasty republic county district province state city award prize festival conference newspaper "
    "magazine band album song film movie book novel series show game cup championship tournament railway "
    "airline line corridor route period era epoch".split()
)

# What stands before a person's name.
TITLES = frozenset(
    "admiral ambassador archbishop archduke baron baroness bishop brigadier caliph captain chairman chancellor colonel "
    "commander commodore congressman congresswoman count countess duchess emir emperor empress governor king "
    "lieutenant maharaja maharani marshal mayor minister mr mr. mrs mrs. ms ms. pope president prince princess "
    "professor queen rabbi raja secretary senator sergeant shah sheikh sheriff sir sultan tsar viceroy viscount "
    "vizier dr dr. prof prof. rev rev. rep rep. sen sen. gov gov. gen gen. col col. capt capt. lt lt. sgt sgt.".split()
)
# How anybody is called before a name.
ADDRESSES = frozenset("mr mr. mrs mrs. ms ms. miss mx mx. dr dr. sir dame madam madame".split())

DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())


# Words of a name that is a body's, and of no other kind of thing.
BODIES = frozenset(
    "Institute Organization Organisation Association Committee Department Center Centre Council Society Agency "
    "Commission Ministry Board Bureau Campaign Foundation Conference Alliance Federation Union Office Fund League "
    "Party Company Corporation Army Navy Court Congress Parliament Assembly Senate Church Club Group".split()
)

# "typologists", "structuralist", but no "playlist"; "congresspersons": what WordNet lacks of those who do or hold
# something.
_DOERS = re.compile(r"[a-z]{4,}(?<![^aeiou]l)ists?|[a-z]{4,}(?:persons?|people)")
_BRITISH = re.compile(r"([a-z]{3,})our")  # "neighbour"


# A king's or a program's, who bats or what is baked, the best of society or of milk, a big fish or a big man; and what
# things of the kitchen and the workshop are named after: they grab, or they slide.
_OR_THINGS = frozenset(
    "predecessor successor batter cream mechanic pro soprano whale "
    "grabber lifter puller ripper slider smoothie splitter stacker tumbler".split()
)


@cache
def _classes() -> dict[str, str]:
    lines = Path(__file__).with_name("nouns.txt").read_text(encoding="utf-8").splitlines()
    table = {"u.s.": "country", "us": "country", "u.k.": "country", "uk": "country", "u.s.a.": "country"}
    for line in lines:
        label, _, words = line.partition("\t")
        table.update((word, label) for word in words.split())
    return table


@cache
def noun_class(phrase: str, *, exact: bool = False) -> str:
    """Return the class of a noun or a name ("river", "person", "food", …), or "" where it is not known or not sure.

    A plural has its singular's class, unless it is the name as it stands that is meant.
    """
    low = phrase.lower()
    if low in PEOPLE or low.removesuffix("s") in _PERSONS or _DOERS.fullmatch(low):
        return "person"
    if low.rstrip("s") in _OR_THINGS:
        return ""
    table = _classes()
    lemma = lemma_of_noun(low) if low.endswith(("s", "men", "children", "feet", "mice")) else low
    found = table.get(low.replace(" ", "_")) or ("" if exact else table.get(lemma, ""))
    british = _BRITISH.fullmatch(lemma) if not found else None
    return table.get(f"{british[1]}or", "") if british else found


def is_somebody(tree: Tree, index: int) -> bool:
    """Tell whether a noun or a name is a person's: "Ada", "the engineer"."""
    return tree.entity(index) == "PERSON" or noun_class(tree.tokens[index].lemma) == "person"


def may_be_who(tree: Tree, index: int) -> bool:
    """Tell whether a noun or a name may be of somebody, one or many: "the Romans", "scholars", "the board"."""
    return tree.entity(index) in {"PERSON", "NORP", "ORG"} or noun_class(tree.tokens[index].lemma) in {
        "person",
        "group",
    }


def is_appliance(tree: Tree, head: int) -> bool:
    """ "coffee maker", "paper holder": a thing that is named after what it does."""
    if tree.tokens[head].lemma.lower() not in _APPLIANCES:
        return False
    made = [tree.tokens[child].lemma.lower() for child in tree.of(head, ("compound",))]
    if tree.tokens[head].lemma.lower() == "maker":  # "cabinet makers" are persons
        return any(noun_class(one) in _EDIBLE or one in _MADE_AT_HOME for one in made)
    return any(noun_class(one) != "person" for one in made)


_EDIBLE = frozenset({"drink", "food", "meal"})
_MADE_AT_HOME = frozenset("cream ice label noise yogurt".split())
_APPLIANCES = frozenset(
    "maker holder keeper opener cooker cleaner cutter peeler slicer scraper dispenser saver protector".split()
)
