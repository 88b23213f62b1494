"""Signs of a wrong parse in what a verb has: objects, names and roles that no such verb takes.

Each rule names one sign, with a sentence where it was seen.
"""

from __future__ import annotations

from collections.abc import Callable

from pie_qg.clauses import Clause
from pie_qg.constituents import TIME_ENTITIES
from pie_qg.english import base
from pie_qg.lexicon import UNITS_OF_TIME
from pie_qg.questions.nouns import may_be_who
from pie_qg.tree import Tree


def object_of_passive(tree: Tree, clause: Clause) -> bool:
    """ "Officers who manage risk functions earned much.": a passive takes one only if its verb takes two."""
    objects = [one for one in clause.by_role("object") if one.dep == "dobj"]
    done = clause.voice == "passive" or (clause.kind == "participial" and tree.tokens[clause.verb].tag == "VBN")
    return done and bool(objects) and base(tree.tokens[clause.verb]) not in _OF_TWO_OBJECTS


_OF_TWO_OBJECTS = frozenset(
    "give grant award offer pay show tell ask teach send lend assign deny allow charge fine hand serve leave promise "
    "bring owe sell guarantee issue allot accord afford bequeath refuse spare cost feed forgive permit read "
    "appoint elect name call consider declare crown make deem proclaim vote designate brand label render term dub "
    "entitle nickname judge rate rank".split()
)


def gapped(tree: Tree, clause: Clause) -> bool:
    """ "He received 35% in 2000 and 44% in 2004.": a second clause, of which only two phrases are said.

    "One comes from Rome and the other from Ghent": the preposition is said again.
    """
    words = {index for one in clause.arguments for index in one.span}
    joined = [(index, other) for index in words for other in tree.of(index, ("conj",))]
    if any(tree.entity(index) in TIME_ENTITIES and _is_amount(tree, other) for index, other in joined):
        return True
    own = {index: other for index, other in joined if tree.tokens[tree.tokens[index].head].head == clause.verb}
    return any(tree.word(tree.tokens[index].head) in _prepositions(tree, other) for index, other in own.items())


def _is_amount(tree: Tree, index: int) -> bool:
    return tree.entity(index) in _NUMBERS or tree.word(index) in {"%", "percent"}


def _prepositions(tree: Tree, noun: int) -> set[str]:
    """Return those of a noun, and of the participle after it: "[turned into sugar,] and the juice made into rum"."""
    heads = (noun, *(child for child in tree.of(noun, ("acl",)) if tree.tokens[child].tag == "VBN"))
    return {tree.word(index) for head in heads for index in tree.of(head, ("prep",))}


_NUMBERS = frozenset({"PERCENT", "MONEY", "QUANTITY"})


def state_of_object(tree: Tree, clause: Clause) -> bool:
    """ "It left large parts of the town densely packed.": what was made of a thing is read as part of its name."""
    if base(tree.tokens[clause.verb]) in _TASTING:
        return any(_is_state(tree, one.head) for one in clause.by_role("object"))
    if base(tree.tokens[clause.verb]) not in _RESULTING:
        return False
    after = (child for one in clause.by_role("object") for child in tree.subtree(one.head) if child > one.head)
    return any(tree.tokens[child].dep in {"amod", "acl"} and tree.tokens[child].tag in {"VBN", "JJ"} for child in after)


def _is_state(tree: Tree, noun: int) -> bool:
    """ "She likes tea boiling hot": an adjective right after a noun says how she likes it."""
    after = (child for child in tree.of(noun, ("amod",)) if child == noun + 1)
    return tree.tokens[noun].pos == "NOUN" and any(tree.tokens[child].tag == "JJ" for child in after)


_RESULTING = frozenset("find get have hold keep leave make render see want".split())
_TASTING = frozenset("drink eat like love need prefer serve".split())


def being_to_a_place(tree: Tree, clause: Clause) -> bool:
    """ "of returning those who were in Ohio to Africa": nothing is to a place, but it may have been."""
    be = tree.tokens[clause.verb].lemma == "be" and len(clause.verb_group) == 1
    return be and any(tree.text(one.preposition).lower() == "to" and one.role == "place" for one in clause.arguments)


def two_agents(tree: Tree, clause: Clause) -> bool:
    """ "The park is bordered on the north by a street, on the west by an avenue.": a list of what is done elsewhere."""
    return len(list(tree.of(clause.verb, ("agent",)))) > 1


def naming_of_nothing(tree: Tree, clause: Clause) -> bool:
    """ "after the people called the Suebi": who is called so, and not who calls them."""
    two = len(clause.by_role("object")) + len(clause.by_role("attribute", "complement", "recipient")) > 1
    lemma = tree.tokens[clause.verb].lemma
    named = lemma in _ONLY_NAMING or (lemma in _NAMING and clause.kind not in {"main", "conjunct"})
    return named and clause.voice == "active" and not two


_ONLY_NAMING = frozenset("dub entitle nickname term".split())
_NAMING = _ONLY_NAMING | {"call", "consider", "deem", "title"}


def as_without_object(tree: Tree, clause: Clause) -> bool:
    """ "He chose as his running mate Joe Lieberman": the object stands last, and is read into the phrase before."""
    if clause.voice == "passive" or base(tree.tokens[clause.verb]) not in _CHOOSING or clause.by_role("object"):
        return False
    return any(tree.text(one.preposition).lower() == "as" for one in clause.arguments)


_CHOOSING = frozenset("choose name select appoint describe regard define use see treat nominate elect pick".split())


def object_after_adjective(tree: Tree, clause: Clause) -> bool:
    """ "It made possible the rise of cities": the object stands last, and is read with the adjective."""
    made = base(tree.tokens[clause.verb]) in {"make", "render", "keep", "leave"}
    after = clause.verb + 1
    if not made or after + 1 >= len(tree.tokens) or tree.tokens[after].tag != "JJ":
        return False
    return tree.tokens[after + 1].tag == "DT" or (tree.tokens[after].dep == "amod" and tree.tokens[after].text in _MADE)


_MADE = frozenset({"possible", "clear", "impossible", "necessary", "available", "public"})


def idiom_taken_apart(tree: Tree, clause: Clause) -> bool:
    """ "It takes care of the fur", "It works wonders": a saying, and no thing that is taken."""
    verb = base(tree.tokens[clause.verb])
    return any((verb, tree.tokens[one.head].lemma) in _IDIOMS for one in clause.by_role("object"))


_IDIOMS = frozenset(
    (verb, noun)
    for verb, nouns in {
        "take": "care place",
        "make": "sense",
        "work": "wonder",
        "commit": "suicide",
        "give": "try",
        "do": "trick",
        "cut": "crap",
    }.items()
    for noun in nouns.split()
)


def one_of_several(tree: Tree, clause: Clause) -> bool:
    """ "The colleges were Merton (…), Balliol (…) and Oriel": several things are not one by name."""
    assert clause.subject is not None
    several = tree.tokens[clause.subject.head].tag == "NNS" and tree.tokens[clause.verb].lemma == "be"
    names = [one.head for one in clause.by_role("attribute") if tree.tokens[one.head].tag == "NNP"]
    return several and any(not tree.has(head, {"conj"}) for head in names)


def gerund_of_aim(tree: Tree, clause: Clause) -> bool:
    """ "The first step is beating the eggs": what a step is, and not what it does."""
    assert clause.subject is not None
    last = max(clause.subject.span, default=clause.subject.head)  # "The voters' next best items were lowering taxes"
    aim = bool({tree.tokens[index].lemma for index in (clause.subject.head, last)} & _AIMS)
    return aim and clause.voice == "active" and tree.tokens[clause.verb].tag == "VBG"


_AIMS = frozenset("step item aim goal objective purpose priority task hobby pastime solution answer trick".split())


def clause_of_passive(tree: Tree, clause: Clause) -> bool:
    """ "Evidence was found that it falls": the clause says what the evidence is, and is no complement of the verb."""
    assert clause.subject is not None
    if clause.voice != "passive" or base(tree.tokens[clause.verb]) in _TOLD:
        return False
    expletive = tree.tokens[clause.subject.head].text.lower() == "it"
    finite = any(one.clausal and one.dep == "ccomp" for one in clause.by_role("complement"))
    return finite and not expletive


_TOLD = frozenset("tell inform ask persuade convince remind teach assure warn promise show advise instruct".split())


def object_of_intransitive(tree: Tree, clause: Clause) -> bool:
    """ "Across the strait lie the mountains.": what follows such a verb is its subject, or a time."""
    objects = [one for one in clause.by_role("object") if one.dep in {"dobj", "antecedent"} and not one.preposition]
    return clause.voice == "active" and bool(objects) and base(tree.tokens[clause.verb]) in _INTRANSITIVE


_INTRANSITIVE = frozenset(
    "lie come arrive exist occur happen die arise appear belong disappear emerge vanish blink depend consist "
    "fluctuate thrive coincide culminate".split()
)


def measure_as_object(tree: Tree, clause: Clause) -> bool:
    """ "The river runs hundreds of miles", "It was found and sold thousands of years later": how far, how long.

    "He sought a long time": how long he did; but one takes or spends a long time.
    """
    if _lasts(tree, clause):
        return True
    objects = [one.head for one in clause.by_role("object") if tree.word(one.head) in _MANY]
    return any(tree.tokens[index].lemma.lower() in _UNITS for head in objects for index in tree.subtree(head))


def _lasts(tree: Tree, clause: Clause) -> bool:
    if base(tree.tokens[clause.verb]) in _SPENDING or clause.voice == "passive":
        return False
    stretches = (one.head for one in clause.by_role("object") if one.dep == "dobj")
    times = (head for head in stretches if tree.word(head) in _STRETCHES)
    return any(tree.word(child) == "long" for head in times for child in tree.of(head, ("amod",)))


_STRETCHES = frozenset({"time", "while"})
_SPENDING = frozenset("take spend have need require give buy devote mean allow want span cover last be".split())
_MANY = frozenset({"hundreds", "thousands", "millions", "dozens", "ages"})
_UNITS = UNITS_OF_TIME | frozenset({"age", "mile", "kilometer", "kilometre", "meter", "metre", "foot", "yard"})


def takes_no_infinitive(tree: Tree, clause: Clause) -> bool:
    """ "Ten houses needed to be built": no participle, nor is "those thought to be ill" a past."""
    infinitive = any(
        tree.tokens[index].tag == "TO" for one in tree.of(clause.verb, ("xcomp",)) for index in tree.of(one, ("aux",))
    )
    participle = clause.kind == "participial" and tree.tokens[clause.verb].tag == "VBN"
    barred = _OF_SUBJECTS if participle else _OF_OBJECTS if clause.voice == "active" else frozenset()
    return infinitive and not clause.by_role("object") and base(tree.tokens[clause.verb]) in barred


_OF_SUBJECTS = frozenset("need want try fail tend refuse decide agree continue begin start attempt seem".split())
_OF_OBJECTS = frozenset("think say know believe consider suppose report estimate deem force allow".split())


def gapped_number(tree: Tree, clause: Clause) -> bool:
    """ "The houses were sold, 12 in the north and 8 in the south.": a lone number is left of another clause."""
    lone = (one for one in clause.arguments if one.dep in {"npadvmod", "dobj", "oprd", "ccomp", "advcl"})
    return clause.voice == "passive" and any(
        tree.tokens[one.head].pos == "NUM" and tree.entity(one.head) != "DATE" for one in lone
    )


def name_in_two(tree: Tree, clause: Clause) -> bool:
    """ "They released Office 97 Second Edition": one name, and no Office that something was released to."""
    bare = [one.head for one in clause.by_role("object", "recipient", "attribute") if not one.preposition]
    names = [tree.entity_at[head] for head in bare if head in tree.entity_at]
    return any(one is other for place, one in enumerate(names) for other in names[place + 1 :])


def forcing_of_things(tree: Tree, clause: Clause) -> bool:
    """ "They died in the raids and forced marches": what is forced is somebody, or a thing with an article."""
    forced = base(tree.tokens[clause.verb]) == "force" and clause.voice == "active"
    objects = [one.head for one in clause.by_role("object") if not may_be_who(tree, one.head)]
    return forced and any(not tree.has(head, {"det", "poss", "amod", "nummod"}) for head in objects)


def coupled_with(tree: Tree, clause: Clause) -> bool:
    """ "the lack of work for women coupled with a fall in wages": what comes together is two facts, and no women."""
    return clause.kind == "participial" and tree.word(clause.verb) in {"coupled", "combined"}


SIGNS: tuple[Callable[[Tree, Clause], bool], ...] = (
    object_of_passive,
    gapped,
    state_of_object,
    being_to_a_place,
    two_agents,
    naming_of_nothing,
    as_without_object,
    object_after_adjective,
    idiom_taken_apart,
    one_of_several,
    gerund_of_aim,
    clause_of_passive,
    object_of_intransitive,
    measure_as_object,
    takes_no_infinitive,
    gapped_number,
    name_in_two,
    forcing_of_things,
    coupled_with,
)

SIGNS_OF_OBJECTS = (naming_of_nothing, object_after_adjective, idiom_taken_apart)
"""Those that hold for an infinitive, too, which has no subject of its own."""
