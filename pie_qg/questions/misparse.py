"""Signs that a parser has gone wrong about a clause: what no well-formed clause has.

Each rule names one sign, with a sentence where it was seen; those about two clauses are in `misjoined`.
"""

from __future__ import annotations

from collections.abc import Callable

from pie_qg.clauses import Clause
from pie_qg.constituents import TIME_ENTITIES
from pie_qg.english import base, is_plural
from pie_qg.questions import misjoined
from pie_qg.questions.misjoined import FINITE
from pie_qg.questions.nouns import noun_class
from pie_qg.questions.phrases import QUOTES
from pie_qg.tree import Tree

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
        joined = tree.tokens[index].dep == "cc" and index + 1 < len(tree.tokens)
        if joined and tree.entity(index - 1) in TIME_ENTITIES and tree.entity(index + 1) in _NUMBERS:
            return True
    return False


_NUMBERS = frozenset({"PERCENT", "MONEY", "QUANTITY", "CARDINAL"})


def state_of_object(tree: Tree, clause: Clause) -> bool:
    """ "It left large parts of the town densely packed.": what was made of a thing is read as part of its name."""
    if base(tree.tokens[clause.verb]) not in _RESULTING:
        return False
    after = (child for one in clause.by_role("object") for child in tree.subtree(one.head) if child > one.head)
    return any(tree.tokens[child].dep in {"amod", "acl"} and tree.tokens[child].tag in {"VBN", "JJ"} for child in after)


_RESULTING = frozenset("find get have hold keep leave make render see want".split())


def after_preposition(tree: Tree, clause: Clause) -> bool:
    """ "Before the 1930s hockey was a slow game.": the end of an opening phrase is read as part of the subject."""
    assert clause.subject is not None
    first = min(clause.subject.span, default=0)
    own = clause.kind == "main" and clause.subject_source == "own"
    return own and first == 1 and tree.tokens[0].pos in {"ADP", "SCONJ"}


def bare_measure(tree: Tree, clause: Clause) -> bool:
    """ "But minute, invisible remains can be found.": a lone noun measures nothing, unless it is a time."""
    for child in tree.of(clause.verb, ("npadvmod",)):
        token = tree.tokens[child]
        lone = token.tag == "NN" and not tree.children[child] and not tree.entity(child)
        if lone and token.lemma.lower() not in _DAYS:
            return True
    return False


_DAYS = frozenset("today tomorrow yesterday tonight nowadays home north south east west part".split())


def disagrees(tree: Tree, clause: Clause) -> bool:
    """ "The forces were crushed and attempts to rise failed": no plural is the subject of a singular verb."""
    assert clause.subject is not None
    head = tree.tokens[clause.subject.head]
    tags = {tree.tokens[index].tag for index in clause.verb_group}
    cut = any(tree.tokens[index].text == "and" for index in clause.subject.span)
    if cut and "VBP" in tags and head.tag == "NNP" and not tree.has(clause.subject.head, {"conj"}):
        return True  # "Rumeli Street in Pera and Bagdad Avenue have …"
    words = {tree.tokens[index].text.lower() for index in clause.verb_group}
    if "were" in words and head.tag == "NNP" and not tree.has(clause.subject.head, {"conj"}):
        return True  # "Service Pack 2, as well as Service Pack 1, were installed"
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


def two_finite_verbs(tree: Tree, clause: Clause) -> bool:
    """ "The advantage that Europe had was in ship building.": two verbs of two clauses, read as one group."""
    return sum(tree.tokens[index].tag in FINITE for index in clause.verb_group) > 1


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


def opening_participle(tree: Tree, clause: Clause) -> bool:
    """ "Lacking protectors, women were vulnerable.": an opening clause that is read as part of the subject."""
    assert clause.subject is not None
    words = [tree.tokens[index] for index in sorted(clause.subject.span)]
    listed = any(token.dep == "cc" for token in words)
    return bool(words) and words[0].tag in {"VBG", "VBN"} and any(token.text == "," for token in words) and not listed


def lone_comma(tree: Tree, clause: Clause) -> bool:
    """ "The instruments, pitched in F, never sold.": one comma between subject and verb begins what is said aside."""
    assert clause.subject is not None
    if clause.subject_source != "own" or clause.subject.head > clause.verb_group[0]:
        return False
    between = [tree.tokens[index] for index in range(clause.subject.head + 1, clause.verb_group[0])]
    commas = [place for place, token in enumerate(between) if token.text == ","]
    return len(commas) == 1 and all(token.pos in {"ADV", "PUNCT"} for token in between[commas[0] :])


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


def one_as_head(tree: Tree, clause: Clause) -> bool:
    """ "In the case of a camera one would quote the scale": the end of the phrase before is read into the subject."""
    assert clause.subject is not None
    head = clause.subject.head
    return tree.tokens[head].text == "one" and tree.has(head, {"compound"})


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
    """ "It takes care of the fur", "to boot", "hot to the touch": a saying, and no thing that is taken."""
    verb = base(tree.tokens[clause.verb])
    return any((verb, tree.tokens[one.head].lemma) in _IDIOMS for one in clause.by_role("object"))


_IDIOMS = frozenset({("take", "care"), ("work", "wonder"), ("take", "place"), ("make", "sense"), ("commit", "suicide")})


def one_of_several(tree: Tree, clause: Clause) -> bool:
    """ "The colleges were Merton (…), Balliol (…) and Oriel": several things are not one by name."""
    assert clause.subject is not None
    several = tree.tokens[clause.subject.head].tag == "NNS" and tree.tokens[clause.verb].lemma == "be"
    names = [one.head for one in clause.by_role("attribute") if tree.tokens[one.head].tag == "NNP"]
    return several and any(not tree.has(head, {"conj"}) for head in names)


def gerund_of_aim(tree: Tree, clause: Clause) -> bool:
    """ "The first step is beating the eggs": what a step is, and not what it does."""
    assert clause.subject is not None
    aim = tree.tokens[clause.subject.head].lemma in _AIMS
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


def way_as_modifier(tree: Tree, clause: Clause) -> bool:
    """ "The way networks of nerves produce thought is unknown": "way" is no part of the subject of "produce"."""
    heads = [one.head for one in clause.arguments] + [clause.subject.head if clause.subject else clause.verb]
    return any(tree.tokens[child].lemma == "way" for head in heads for child in tree.of(head, ("compound", "nmod")))


def no_longer(tree: Tree, clause: Clause) -> bool:
    """ "It was no longer safe": what a question would leave out denies it."""
    late = [child for child in tree.children[clause.verb] if child > clause.verb]
    words = [child for child in late if tree.tokens[child].text.lower() == "longer"]
    return any(tree.tokens[child - 1].text.lower() == "no" for child in words)


def object_of_intransitive(tree: Tree, clause: Clause) -> bool:
    """ "Across the strait lie the mountains.": what follows such a verb is its subject, or a time."""
    objects = [one for one in clause.by_role("object") if one.dep in {"dobj", "antecedent"} and not one.preposition]
    return clause.voice == "active" and bool(objects) and base(tree.tokens[clause.verb]) in _INTRANSITIVE


_INTRANSITIVE = frozenset(
    "lie come arrive exist occur happen die arise appear belong disappear emerge vanish blink depend consist "
    "fluctuate thrive coincide culminate".split()
)


def gapped_number(tree: Tree, clause: Clause) -> bool:
    """ "Many airmen were rescued, 7 with his aid and 3 with ours.": a lone number is what is left of another clause."""
    lone = (one for one in clause.arguments if one.dep in {"npadvmod", "dobj", "oprd", "ccomp", "advcl"})
    return clause.voice == "passive" and any(
        tree.tokens[one.head].pos == "NUM" and tree.entity(one.head) != "DATE" for one in lone
    )


def quoted_verb(tree: Tree, clause: Clause) -> bool:
    """ "They call "icing" violations.": a word that is mentioned, and no verb."""
    quotes = ((first, last) for first, last in tree.partner.items() if tree.tokens[first].text in QUOTES)
    return any(first == clause.verb - 1 and last == clause.verb + 1 for first, last in quotes)


SIGNS: tuple[Callable[[Tree, Clause], bool], ...] = (
    no_finite_verb,
    object_of_passive,
    gapped,
    state_of_object,
    after_preposition,
    bare_measure,
    disagrees,
    two_finite_verbs,
    out_of_bracket,
    fronted_subject,
    opening_participle,
    lone_comma,
    being_to_a_place,
    two_agents,
    naming_of_nothing,
    one_as_head,
    as_without_object,
    object_after_adjective,
    idiom_taken_apart,
    one_of_several,
    gerund_of_aim,
    clause_of_passive,
    way_as_modifier,
    no_longer,
    object_of_intransitive,
    gapped_number,
    quoted_verb,
    *misjoined.SIGNS,
)
