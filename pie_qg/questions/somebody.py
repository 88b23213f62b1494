"""Names that a clause tells to be somebody's: he who is named, who has a thing of his, who was killed.

Each sign is a rule, with a sentence where it may be seen.
"""

from __future__ import annotations

from pie_qg.constituents import SUBJECTS
from pie_qg.questions.nouns import noun_class
from pie_qg.records import Entity
from pie_qg.tree import Tree

# Of a woman "her" tells less: so are ships and countries spoken of.
_HE = frozenset({"he", "his", "him", "himself"})
_SHE = frozenset({"she", "herself"})
# Whom news call by a last name alone, from the first line on: heads of state and of government of the great countries
# since 1945, but not who is called like a place, a month or a thing ("Ford", "Major", "May").
_LEADERS = frozenset(
    "Truman Eisenhower Kennedy Nixon Reagan Clinton Bush Obama Trump Biden "
    "Churchill Attlee Macmillan Thatcher Blair Cameron Sunak Starmer "
    "Pompidou Mitterrand Chirac Sarkozy Hollande Macron Adenauer Erhard Kohl Merkel Scholz "
    "Stalin Khrushchev Brezhnev Andropov Chernenko Gorbachev Yeltsin Putin Medvedev Berlusconi Renzi Meloni "
    "Nehru Gandhi Modi Abe Koizumi Mubarak Nasser Erdogan Netanyahu Rabin Trudeau Turnbull Zelensky Duterte".split()
)


def is_leader(tree: Tree, entity: Entity) -> bool:
    """ "Obama met the miners": a last name, by itself; not "the Obama administration"."""
    one = entity.stop - entity.first == 1
    return one and tree.tokens[entity.first].text in _LEADERS and tree.tokens[entity.first].dep != "compound"


def is_he(tree: Tree, head: int) -> bool:
    """ "Kadir took his hat", "Kadir, who took a hat": what is his is somebody's, if nobody else is there.

    One who is named before may be he: "Anna's brother said that Kadir hid his hat".
    """
    token = tree.tokens[head]
    if token.dep not in SUBJECTS or token.pos != "PROPN" or token.tag == "NNPS":
        return False
    clause = range(head + 1, len(tree.tokens))
    he = next((index for index in clause if tree.word(index) in _HE | _SHE), None)
    return he is not None and _is_of(tree, he, token.head) and not any(_may_be_he(tree, one) for one in range(he))


def _is_of(tree: Tree, pronoun: int, verb: int) -> bool:
    """Tell whether a pronoun stands in the clause of a verb, and no other clause with a subject is between."""
    index = pronoun
    while index != verb and tree.tokens[index].head != index:
        index = tree.tokens[index].head
        if index != verb and tree.has(index, SUBJECTS):
            return False
    return index == verb


def _may_be_he(tree: Tree, index: int) -> bool:
    return tree.entity(index) == "PERSON" or noun_class(tree.tokens[index].lemma) == "person"
