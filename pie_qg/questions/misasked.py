"""Signs, in what a question says and what answers it, that a parser has taken a phrase for another.

Each rule names one sign, with a sentence where it was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from itertools import pairwise

from pie_qg.constituents import PLACE_ENTITIES, SUBJECTS, TIME_ENTITIES
from pie_qg.english import base
from pie_qg.questions import leftout
from pie_qg.tree import Tree


def limit(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "It set a limit of 2 mg over a workday", "an average of 10 days with rain": what is so much, or so many."""
    objects = [index for index in tree.of(verb, ("dobj",)) if index in answer]
    after = (index for index in tree.of(verb, ("prep",)) if index in said and tree.word(index) in {"with", "over"})
    return any(
        index - 1 in tree.subtree(noun) and tree.has(index - 1, {"nummod"}) for noun in objects for index in after
    )


def told(tree: Tree, _said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "She told a crowd about the strike": the crowd is who was told, and not what."""
    objects = [index for index in tree.of(verb, ("dobj",)) if index in answer]
    nouns = [index for index in objects if tree.tokens[index].pos == "NOUN" or tree.entity(index) == "ORG"]
    return tree.tokens[verb].lemma == "tell" and any(tree.tokens[index].lemma not in _TELLABLE for index in nouns)


_TELLABLE = frozenset(
    "story tale joke lie truth secret time difference fortune legend anecdote fact history news myth parable fable "
    "riddle version thing lot future".split()
)


def expected(tree: Tree, _said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "Loyalty was demanded by the crown of all subjects": of whom it was demanded, and no crown of theirs."""
    nouns = (noun for agent in tree.of(verb, ("agent",)) for noun in tree.of(agent, ("pobj",)) if noun in answer)
    of = (index for noun in nouns for index in tree.of(noun, ("prep",)) if tree.word(index) == "of")
    whom = (noun for index in of for noun in tree.of(index, ("pobj",)))
    return tree.tokens[verb].lemma in {"expect", "demand", "ask"} and any(
        tree.tokens[noun].tag == "NNS" for noun in whom
    )


def both(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "It shows both the use of law in towns and its limits": what is joined to the use is left out."""
    heads = (tree.tokens[index].head for index in said if tree.word(index) == "both" and index > verb)
    return any(
        tree.tokens[head].tag == "NN" and not tree.has(head, {"conj"}) and answer < tree.subtree(head) - {head}
        for head in heads
    )


def numeral(tree: Tree, said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "It fell in the reign of Abraham I of Dvin": what the king is called."""
    kings = (index for index in said if tree.tokens[index].text == "I" and tree.tokens[index].dep == "appos")
    return any(answer <= tree.subtree(index) for index in kings)


def at_least(tree: Tree, said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "They tend to include at minimum two men": they include them at nothing."""
    leads = (index for index in said if tree.word(index) == "at" and index + 1 < len(tree.tokens))
    return any(
        tree.word(index + 1) in {"minimum", "maximum", "least", "most"} and answer <= tree.subtree(index)
        for index in leads
    )


def particle(tree: Tree, _said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "The lake froze over completely a total of ten times": it froze over, and not over a total."""
    first = min(answer)
    return first > 0 and tree.word(first - 1) in _PARTICLES and tree.word(first) in _WHOLLY


_PARTICLES = frozenset({"over", "up", "down", "out", "off"})
_WHOLLY = frozenset({"entirely", "completely", "fully", "totally", "wholly"})


def led_to(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "It led to work stoppages": it led to the stoppages, and not to working."""
    clauses = tree.of(verb, ("xcomp",)) if tree.tokens[verb].lemma in _WITH_TO else ()
    return any(index in said and answer <= tree.subtree(index) for index in clauses)


_WITH_TO = frozenset("lead contribute amount refer relate pertain belong respond".split())


def infinitive(tree: Tree, said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "They served to orient Turks": a word in lower case after "to" is no name."""
    first = tree.tokens[min(answer)]
    lower = first.tag == "NNP" and first.dep == "compound" and first.text.islower()
    return lower and min(answer) - 1 in said and tree.word(min(answer) - 1) == "to"


def taxed(tree: Tree, _said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "It relies on trade and taxing land": what is done to the land, and no kind of land."""
    index = max(answer)
    lone = len(answer) == 1 and tree.word(index).endswith("ing") and index > 0
    return lone and tree.tokens[index - 1].dep == "cc" and tree.tokens[tree.tokens[index - 1].head].dep == "nmod"


def run_on(tree: Tree, said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "A year of slow growth Much was decided in May": a heading that no stop parts from its text."""
    there = said | answer
    return any(
        index in there and index - 1 in there and _begins(tree, index) for index in range(1, len(tree.tokens) - 1)
    )


def _begins(tree: Tree, index: int) -> bool:
    """Tell whether a small word with a capital stands between two in lower case, the first of them a noun."""
    before, token, after = tree.tokens[index - 1 : index + 2]
    small = token.pos in _SMALL or token.text.lower() in _COUNTING
    capital = token.text[:1].isupper() and token.text[1:].islower()
    return small and capital and before.pos in {"NOUN", "ADJ"} and before.text.islower() and after.text.islower()


_SMALL = frozenset("ADP ADV AUX CCONJ DET PRON SCONJ".split())
_COUNTING = frozenset("few many most much several".split())


def accused(tree: Tree, _said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "They accused the king of burning mills": what he is accused of is no part of who is accused."""
    objects = tree.of(verb, ("dobj", "nsubjpass")) if base(tree.tokens[verb]) in _OF else ()
    of = (index for noun in objects if noun in answer for index in tree.of(noun, ("prep",)) if index in answer)
    return any(tree.word(index) == "of" for index in of)


_OF = frozenset(
    "accuse acquit absolve assure cheat convict convince cure deprive divest inform notify persuade relieve remind rid "
    "rob strip suspect warn".split()
)


def versus(tree: Tree, _said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "She ruled in the Ghent v. Adams case": one side of a case at law is no place and nobody."""
    beside = (max(answer) + 1, min(answer) - 1)
    return any(0 <= index < len(tree.tokens) and tree.word(index) in {"v.", "vs.", "vs", "versus"} for index in beside)


def before_than(tree: Tree, _said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "The joke was sillier than she meant": than what, is the point."""
    after = max(answer) + 1
    copula = tree.tokens[verb].lemma == "be" and min(answer) > verb
    return copula and after < len(tree.tokens) and tree.word(after) == "than"


def one_more(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "They met another clerk, who is the head of the guild": who another clerk is, nobody can tell."""
    noun = tree.tokens[verb].head
    told = tree.tokens[verb].dep == "relcl" and tree.tokens[verb].lemma == "be" and min(answer) > verb
    return told and noun in said and any(tree.word(child) == "another" for child in tree.of(noun, ("det",)))


def but_not(tree: Tree, _said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "They took the sheep from the field but not the goat": an answer does not end with what joins on.

    Nor with a preposition: "a war against what they called mills".
    """
    last = tree.tokens[max(answer)]
    return last.dep == "cc" or (last.dep == "prep" and last.head in answer and tree.tokens[last.head].pos == "NOUN")


def asks_within(tree: Tree, said: Set[int], _answer: Set[int], verb: int) -> bool:
    """ "a tool, where the lords are trying to hurt the king": "where" is read as said of the inner verb."""
    inner = {child for one in tree.of(verb, ("xcomp",)) for child in tree.children[one]}
    return any(tree.tokens[index].tag == "WRB" and index < verb for index in inner & said)


def asked_clause(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "The only question is how it will end", "The snag is that it leaks": one does not ask what is how it ends."""
    if tree.tokens[verb].lemma != "be" or not any(index in answer for index in tree.of(verb, SUBJECTS)):
        return False
    clauses = (index for child in tree.of(verb, ("ccomp",)) for index in tree.subtree(child))
    return any(index in said and (tree.tokens[index].tag in _ASKING or _is_that(tree, index)) for index in clauses)


_ASKING = frozenset({"WRB", "WP", "WDT"})


def _is_that(tree: Tree, index: int) -> bool:
    return tree.word(index) == "that" and tree.tokens[index].dep == "mark"


def several_by_one(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "The drawback is the six jars": one does not ask what is the six jars."""
    if tree.word(verb) not in {"is", "was"} or not any(index in answer for index in tree.of(verb, SUBJECTS)):
        return False
    told = (index for index in tree.of(verb, ("attr",)) if index in said and tree.tokens[index].tag == "NNS")
    return any(tree.has(index, {"nummod"}) for index in told)


def speaker(tree: Tree, _said: Set[int], answer: Set[int], _verb: int) -> bool:
    """ "When he bought it at Ikea I was glad": the end of an answer is the subject of what follows."""
    return len(answer) > 1 and any(
        tree.tokens[index].tag == "PRP"
        and tree.tokens[index].dep in SUBJECTS
        and tree.tokens[index].head not in answer
        and not tree.entity(index)
        for index in answer
    )


def one_in_another(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "It can be put in any corner in the house": in what it is put is one thing, and said in two phrases.

    "She was born at Ghent in Flanders": one does not ask where she was born at Ghent.
    """
    phrases = [index for index in tree.of(verb, ("prep",)) if index > verb]
    return any(
        (tree.word(one) == tree.word(other) or _are_places(tree, one, other))
        and one in said
        and max(tree.subtree(one)) + 1 == other
        and answer <= tree.subtree(other)
        and not any(tree.entity(noun) in TIME_ENTITIES for noun in tree.of(other, ("pobj",)))
        for one, other in pairwise(phrases)
    )


def _are_places(tree: Tree, inner: int, outer: int) -> bool:
    """Tell whether one phrase says at what by name something is, and the next one in what place that is."""
    if tree.word(inner) not in {"in", "at"} or tree.word(outer) != "in":
        return False
    named = any(tree.tokens[noun].pos == "PROPN" for noun in tree.of(inner, ("pobj",)))
    return named and any(tree.entity(noun) in PLACE_ENTITIES for noun in tree.of(outer, ("pobj",)))


def quality_with_adverb(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "The lid is light and opens easily": "how is the lid easily" asks nothing; nor does "how is it really"."""
    told = any(index in answer for index in tree.of(verb, ("acomp",)))
    adverbs = (index for index in tree.of(verb, ("advmod",)) if tree.word(index).endswith("ly") and index in said)
    return tree.tokens[verb].lemma == "be" and told and any(tree.word(index) not in _WHEN for index in adverbs)


_WHEN = frozenset("currently formerly presently previously originally initially usually generally commonly".split())


def by_means(tree: Tree, _said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "She is elected by popular vote", "The bread is cut by hand": how it is done, and not what does it."""
    agents = (noun for agent in tree.of(verb, ("agent",)) for noun in tree.of(agent, ("pobj",)) if noun in answer)
    bare = (noun for noun in agents if not tree.has(noun, {"det", "poss"}) and tree.tokens[noun].tag == "NN")
    return any(tree.tokens[noun].lemma in _MEANS for noun in bare)


_MEANS = frozenset(
    "acclamation air ballot boat bus car chance consensus cooperation courier decree default email fax ferry foot "
    "force hand land lot machine mail majority name phone plane post radio rail referendum road sea ship telegraph "
    "telephone train truck vote".split()
)


SIGNS: tuple[Callable[[Tree, Set[int], Set[int], int], bool], ...] = (
    limit,
    told,
    expected,
    both,
    numeral,
    at_least,
    particle,
    led_to,
    infinitive,
    taxed,
    run_on,
    accused,
    versus,
    before_than,
    one_more,
    but_not,
    asks_within,
    asked_clause,
    several_by_one,
    speaker,
    one_in_another,
    quality_with_adverb,
    by_means,
    *leftout.SIGNS,
)
