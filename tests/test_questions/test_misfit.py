"""Signs of a wrong parse in what a verb has, each in the sentence that its rule quotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pie_qg.clauses import Clause, clauses
from pie_qg.parse import SpacyParser
from pie_qg.questions import misfit
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread, shows


def _clause(parser: SpacyParser, sentence: str, verb: str) -> tuple[Tree, Clause]:
    tree = Tree(parser.parse([sentence])[0][0])
    return tree, [clause for clause in clauses(tree.sentence, tree) if tree.tokens[clause.verb].text == verb][-1]


@pytest.mark.parametrize(
    ("sign", "sentence", "verb"),
    [
        (
            misfit.naming_of_nothing,
            "While Tacitus called it Mare Suebicum after the Germanic people called the Suebi, the first to name it "
            "the Baltic Sea was Adam of Bremen.",
            "called",
        ),
        (
            misfit.object_of_passive,
            "Officers who manage risk and compliance functions earned as much as $324,000 annually.",
            "earned",
        ),
        (
            misfit.gapped,
            "They carried the cotton to mills where the raw fibre was turned into printed cloth and the seeds pressed "
            "into oil.",
            "turned",
        ),
        (misfit.gapped, "George W. Bush received 35% of their vote in 2000 and 44% in 2004.", "received"),
        (
            misfit.naming_of_nothing,
            "Sir John Hawkins, considered the pioneer of the British slave trade, was the first to run the trade.",
            "considered",
        ),
        (
            misfit.state_of_object,
            "The rise of immigration near the turn of the 20th century left major portions of Manhattan, especially "
            "the Lower East Side, densely packed with recent arrivals.",
            "left",
        ),
        (
            misfit.being_to_a_place,
            "They founded the Society with the desire of returning African Americans who were in the United States to "
            "West Africa.",
            "were",
        ),
        (
            misfit.two_agents,
            "Central Park is bordered on the north by West 110th Street, on the west by Eighth Avenue.",
            "bordered",
        ),
        (
            misfit.naming_of_nothing,
            'Historian Pierre Chaunu termed the consequences of European navigation "disenclavement".',
            "termed",
        ),
        (misfit.as_without_object, "Gore chose as his running mate Joe Lieberman.", "chose"),
        (misfit.as_without_object, "The party selected as its leader Anna Smith.", "selected"),
        (misfit.object_after_adjective, "The canal made possible the rise of Ghent.", "made"),
        (misfit.object_after_adjective, "The canal made possible trade with Ghent.", "made"),
        (misfit.idiom_taken_apart, "The tool takes care of the fur.", "takes"),
        (misfit.idiom_taken_apart, "The cream works wonders.", "works"),
        (
            misfit.one_of_several,
            "The oldest colleges were Merton (in Oxford), Balliol (in Oxford) and Oriel.",
            "were",
        ),
        (misfit.object_of_intransitive, "Behind the town lie the hills.", "lie"),
        (misfit.object_of_intransitive, "In the valley exist two mills.", "exist"),
        (misfit.gerund_of_aim, "The first step is beating the eggs.", "beating"),
        (misfit.clause_of_passive, "Evidence was found that the king sold the mill.", "found"),
        (misfit.gapped, "The first boat comes from the harbour and the second from the river.", "comes"),
        (misfit.measure_as_object, "The road stretches hundreds of miles from Ghent to the coast.", "stretches"),
        (
            misfit.takes_no_infinitive,
            "When the king decided that, in order to win, large military supplies needed to be devoted to Norway, he "
            "left.",
            "needed",
        ),
        (
            misfit.takes_no_infinitive,
            "The few studies there are find people with the traits thought to be ill.",
            "thought",
        ),
        (misfit.gapped_number, "The houses were sold, 12 in the north and 8 in the south.", "sold"),
        (misfit.gerund_of_aim, "The voters next most urgent items were cutting fares and building roads.", "cutting"),
        (
            misfit.name_in_two,
            "In May 1997, Corel released Quattro 97 Second Edition, a new version of Quattro 97.",
            "released",
        ),
        (misfit.forcing_of_things, "Most slaves died in the raids and forced marches to the coast.", "forced"),
        (
            misfit.coupled_with,
            "The lack of work for young families coupled with a fall in wages emptied the town.",
            "coupled",
        ),
    ],
)
def test_a_parse_that_went_wrong(
    parser: SpacyParser, sign: Callable[[Tree, Clause], bool], sentence: str, verb: str
) -> None:
    assert sign(*_clause(parser, sentence, verb))


def test_a_long_time_is_how_long() -> None:
    sought = misread("He|PRP|nsubj|1 sought|VBD|ROOT|1 a|DT|det|4 long|JJ|amod|4 time|NN|dobj|1")
    assert shows(misfit.measure_as_object, sought, "sought")
    spent = misread("He|PRP|nsubj|1 spend|VBD|ROOT|1 a|DT|det|4 long|JJ|amod|4 time|NN|dobj|1")
    assert not shows(misfit.measure_as_object, spent, "spend")
