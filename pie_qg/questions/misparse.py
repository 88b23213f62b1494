"""Signs that a parser has gone wrong about a clause: what no well-formed clause has.

Each rule names one sign, with a sentence where it was seen.
"""

from __future__ import annotations

from collections.abc import Callable

from pie_qg.clauses import Clause
from pie_qg.constituents import SUBJECTS, TIME_ENTITIES
from pie_qg.english import base, is_plural
from pie_qg.questions.nouns import may_be_who, noun_class
from pie_qg.questions.phrases import QUOTES
from pie_qg.tree import Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LATER = frozenset({"after", "before"})
_APPROXIMATE = frozenset("about around over under up between at nearly".split())  # "Over 300 people came."


def looks_misparsed(tree: Tree, clause: Clause) -> bool:
    """Tell whether a clause shows one of the signs."""
    return any(sign(tree, clause) for sign in SIGNS)


def no_finite_verb(tree: Tree, clause: Clause) -> bool:
    """ "The economy created between 18 and 21 million jobs.": a past tense read as a participle under the root.

    Or one with a subject of its own, beside another verb: "While the consensus for human activity created is high".
    """
    if clause.kind not in {"participial", "conjunct"} and clause.subject_source == "own":
        return tree.tokens[clause.verb].tag in {"VBN", "VBG"} and len(clause.verb_group) == 1
    antecedent = clause.antecedent
    return clause.kind == "participial" and antecedent is not None and tree.tokens[antecedent].head == antecedent


def object_beside_clause(tree: Tree, clause: Clause) -> bool:
    """ "Studies show that the disease, a cause of death, begins early.": show has no object beside what it shows."""
    clausal = [one for one in clause.by_role("complement") if one.clausal and one.dep == "ccomp"]
    finite = any(tree.tokens[one.head].tag in _FINITE for one in clausal)
    objects = [one.head for one in clause.by_role("object") if one.dep == "dobj"]
    return finite and any(tree.tokens[head].pos != "PRON" and not may_be_who(tree, head) for head in objects)


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
    """ "He received 35% in 2000 and 44% in 2004.": a second clause, of which only two phrases are said."""
    words = {index for one in clause.arguments for index in one.span}
    for index in words:
        before, after = tree.entity_at.get(index - 1), tree.entity_at.get(index + 1)
        joined = tree.tokens[index].dep == "cc" and before is not None and after is not None
        if joined and before.label in TIME_ENTITIES and after.label in _NUMBERS:
            return True
    return False


_NUMBERS = frozenset({"PERCENT", "MONEY", "QUANTITY", "CARDINAL"})


def bare_measure(tree: Tree, clause: Clause) -> bool:
    """ "But minute, invisible remains can be found.": a lone noun measures nothing, unless it is a time."""
    for child in tree.of(clause.verb, ("npadvmod",)):
        token = tree.tokens[child]
        lone = token.tag == "NN" and not tree.children[child] and not tree.entity(child)
        if lone and token.lemma.lower() not in _DAYS:
            return True
    return False


_DAYS = frozenset("today tomorrow yesterday tonight nowadays home north south east west part".split())


def time_before_marker(tree: Tree, clause: Clause) -> bool:
    """ "In 1807, twenty years after he began his work, …": how long after belongs to the clause above."""
    measures = tree.of(clause.verb, ("npadvmod",))
    return any(
        child + 1 < len(tree.tokens)
        and tree.tokens[child + 1].text.lower() in _LATER
        and tree.tokens[child + 1].dep in {"mark", "advmod"}
        for child in measures
    )


def clause_without_subject(tree: Tree, clause: Clause) -> bool:
    """ "They deposed Abdul Hamid II and wars plagued the capital.": a finite clause whose subject went elsewhere."""
    if clause.kind == "adverbial" and clause.subject_source == "controlled" and len(clause.verb_group) == 1:
        return tree.tokens[clause.verb].tag in _FINITE
    for child in tree.of(clause.verb, ("advcl",)):
        finite = tree.tokens[child].tag in _FINITE and not tree.has(child, {"aux", "auxpass"})
        if finite and not tree.has(child, SUBJECTS | {"mark"}) and tree.has(child, {"dobj"}):
            return True
    return False


def unlike_conjunct(tree: Tree, clause: Clause) -> bool:
    """ "It centered on growing crops, and making goods.": a participle is not joined to a finite verb."""
    token = tree.tokens[clause.verb]
    if clause.kind != "conjunct" or token.tag not in {"VBG", "VBN", "VB"}:
        return False
    alone = all(tree.tokens[index].dep not in {"aux", "auxpass"} for index in clause.verb_group)
    above = (tree.tokens[index] for index in tree.ancestors(clause.verb))
    first = next((one for one in above if one.dep != "conj" or one.tag != token.tag), token)
    return alone and first.tag != token.tag


def not_joined(tree: Tree, clause: Clause) -> bool:
    """ "It retained land, called the Reserve": what no "and" joins to the verb before is no verb of its own."""
    if clause.kind != "conjunct":
        return False
    first = tree.tokens[clause.verb].head
    joined = any(first < index < clause.verb for index in tree.of(first, ("cc",)))
    listed = tree.has(clause.verb, {"cc"}) and tree.has(clause.verb, {"conj"})  # the second of three
    return not (joined or listed)


def shared_passive(tree: Tree, clause: Clause) -> bool:
    """ "They were sold, and carried to America": a participle that a tagger takes for the past."""
    alone = clause.kind == "conjunct" and clause.voice == "active" and not clause.by_role("object")
    past = tree.tokens[clause.verb].tag in {"VBD", "VBN"}
    return alone and past and tree.has(tree.tokens[clause.verb].head, {"auxpass"})


def disagrees(tree: Tree, clause: Clause) -> bool:
    """ "The forces were crushed and attempts to rise failed": no plural is the subject of a singular verb."""
    assert clause.subject is not None
    head = tree.tokens[clause.subject.head]
    tags = {tree.tokens[index].tag for index in clause.verb_group}
    cut = any(tree.tokens[index].text == "and" for index in clause.subject.span)
    if cut and "VBP" in tags and head.tag == "NNP" and not tree.has(clause.subject.head, {"conj"}):
        return True  # "Rumeli Street in Pera and Bagdad Avenue have …"
    common = head.pos == "NOUN" and not tree.entity(clause.subject.head)
    if not common or clause.subject_source == "controlled" or clause.subject.clausal:
        return False
    several = is_plural(tree.tokens, clause.subject.head)
    if "VBZ" in tags:
        return head.tag == "NNS" and head.lemma != head.text.lower()
    body = noun_class(head.lemma) in {"group", "organization", "person"} or head.lemma in _AMOUNTS
    return "VBP" in tags and not (several or body)


_AMOUNTS = frozenset(
    "number majority minority variety range lot couple handful series pair percent percentage half third quarter rest "
    "remainder total group set".split()
)


def takes_no_clause(tree: Tree, clause: Clause) -> bool:
    """ "A rule added in May prevents …", "Gulag forced labour camps were closed": two verbs that a parser put together.

    A finite clause is a complement where it has a subject, and stands under a verb that takes one.
    """
    if clause.kind == "complement" and not clause.marker:
        above = tree.tokens[clause.verb].head
        if tree.tokens[clause.verb].dep == "ccomp" and base(tree.tokens[above]) not in _REPORTING:
            return True
    reports = base(tree.tokens[clause.verb]) in _REPORTING | {"be"}
    clauses = (one for one in clause.by_role("complement") if one.clausal and one.dep == "ccomp")
    return any(_is_finite(tree, one.head) and not (reports and tree.has(one.head, SUBJECTS)) for one in clauses)


def _is_finite(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[index].tag in _FINITE for index in (verb, *tree.of(verb, ("aux", "auxpass"))))


_REPORTING = frozenset(
    "say think believe know mean show ensure suggest argue claim state note find feel assume fear hope agree conclude "
    "report estimate prove demonstrate write explain indicate hold see understand realize realise decide insist deny "
    "declare announce imply require expect suppose maintain contend allege consider discover wish guess tell remark "
    "observe add admit guarantee reveal predict warn remember forget hear learn notice recognize recognise rule "
    "promise stipulate mandate specify provide determine emphasize emphasise stress recommend propose advocate demand "
    "accept acknowledge confirm convince persuade inform remind assert posit hypothesize postulate speculate mention "
    "reflect record ask wonder".split()
)


def lost_antecedent(tree: Tree, clause: Clause) -> bool:
    """ "Half of the injuries that players have suffered": a relative clause that is read as one that is reported."""
    words = (tree.tokens[one.head].text.lower() for one in clause.by_role("object"))
    return clause.kind != "relative" and "that" in words


def two_finite_verbs(tree: Tree, clause: Clause) -> bool:
    """ "The advantage that Europe had was in ship building.": two verbs of two clauses, read as one group."""
    return sum(tree.tokens[index].tag in _FINITE for index in clause.verb_group) > 1


def bare_relative(tree: Tree, clause: Clause) -> bool:
    """ "Umang Lai – governing deities worshiped in groves": no mark stands before a relative clause without "that"."""
    if clause.kind != "relative" or clause.relativizer is not None or clause.subject is None:
        return False
    first = min(clause.subject.span, default=0)
    return first > 0 and tree.tokens[first - 1].pos == "PUNCT" and tree.tokens[first - 1].text not in QUOTES


def out_of_bracket(tree: Tree, clause: Clause) -> bool:
    """ "It was named after a man ("Colonel Hockey's game").": what a bracket holds is no part of the clause around."""
    brackets = [(first, last) for first, last in tree.partner.items() if tree.tokens[first].text in {"(", "["}]
    return any(
        first < one.head < last and not first < clause.verb < last
        for one in clause.arguments
        for first, last in brackets
    )


def fronted_subject(tree: Tree, clause: Clause) -> bool:
    """ "Of these two seals, only the ringed one suffers.": a phrase before the subject that is read as part of it."""
    assert clause.subject is not None
    first = tree.tokens[min(clause.subject.span, default=clause.subject.head)]
    return first.pos == "ADP" and first.text.lower() not in _APPROXIMATE and first.dep != "quantmod"


def finite_phrase(tree: Tree, clause: Clause) -> bool:
    """ "Fog disrupts traffic, and is common.": a whole clause read as the subject of the next, or as an object."""
    phrases = (one for one in (clause.subject, *clause.arguments) if one is not None and not one.clausal)
    return any(
        tree.tokens[index].tag in _FINITE and tree.tokens[index].dep in _UNDER_NO_NOUN
        for one in phrases
        for index in one.span
    )


def lone_comma(tree: Tree, clause: Clause) -> bool:
    """ "The instruments, pitched in F, never sold.": one comma between subject and verb begins what is said aside."""
    assert clause.subject is not None
    if clause.subject_source != "own" or clause.subject.head > clause.verb_group[0]:
        return False
    between = range(clause.subject.head + 1, clause.verb_group[0])
    commas = [index for index in between if tree.tokens[index].text == ","]
    return len(commas) == 1 and all(
        tree.tokens[index].pos in {"ADV", "PUNCT"} for index in between if index >= commas[0]
    )


def being_to_a_place(tree: Tree, clause: Clause) -> bool:
    """ "of returning those who were in Ohio to Africa": nothing is to a place, but it may have been."""
    be = tree.tokens[clause.verb].lemma == "be" and len(clause.verb_group) == 1
    return be and any(tree.text(one.preposition).lower() == "to" and one.role == "place" for one in clause.arguments)


def dangling_phrase(tree: Tree, clause: Clause) -> bool:
    """ "It underwrote insurance and was formed in 1735.": a phrase that ends with "and" has lost what follows."""
    phrases = (one for one in (clause.subject, *clause.arguments) if one is not None and one.span)
    return any(tree.tokens[max(one.span)].dep == "cc" for one in phrases)


def two_agents(tree: Tree, clause: Clause) -> bool:
    """ "The park is bordered on the north by a street, on the west by an avenue.": a list of what is done elsewhere."""
    return len(list(tree.of(clause.verb, ("agent",)))) > 1


# What a finite verb in a noun phrase is not: under a noun it is a relative clause.
_UNDER_NO_NOUN = frozenset("ROOT ccomp csubj csubjpass dep parataxis nmod nsubj compound amod".split())


def naming_of_nothing(tree: Tree, clause: Clause) -> bool:
    """ "after the people called the Suebi": who is called so, and not who calls them."""
    two = len(clause.by_role("object")) + len(clause.by_role("attribute", "complement", "recipient")) > 1
    lemma = tree.tokens[clause.verb].lemma
    named = lemma in _ONLY_NAMING or (lemma in _NAMING and clause.kind not in {"main", "conjunct"})
    return named and clause.voice == "active" and not two


_ONLY_NAMING = frozenset("dub entitle nickname term".split())
_NAMING = frozenset("call consider deem dub entitle nickname term title".split())


def quoted_verb(tree: Tree, clause: Clause) -> bool:
    """ "They call "icing" violations.": a word that is mentioned, and no verb."""
    quotes = ((first, last) for first, last in tree.partner.items() if tree.tokens[first].text in QUOTES)
    return any(first == clause.verb - 1 and last == clause.verb + 1 for first, last in quotes)


SIGNS: tuple[Callable[[Tree, Clause], bool], ...] = (
    no_finite_verb,
    object_beside_clause,
    object_of_passive,
    gapped,
    bare_measure,
    time_before_marker,
    clause_without_subject,
    unlike_conjunct,
    not_joined,
    shared_passive,
    disagrees,
    takes_no_clause,
    lost_antecedent,
    two_finite_verbs,
    bare_relative,
    out_of_bracket,
    fronted_subject,
    finite_phrase,
    lone_comma,
    being_to_a_place,
    dangling_phrase,
    two_agents,
    naming_of_nothing,
    quoted_verb,
)
