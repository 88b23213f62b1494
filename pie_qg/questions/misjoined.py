"""Signs that a parser has put the words of two clauses together, or taken one for part of another.

Each rule names one sign, with a sentence where it was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pie_qg.clauses import Clause, is_finite
from pie_qg.constituents import PLACE_ENTITIES, SUBJECTS, Constituent
from pie_qg.english import FINITE, base
from pie_qg.questions.nouns import may_be_who
from pie_qg.questions.phrases import QUOTES
from pie_qg.records import Token
from pie_qg.tree import Tree

_LATER = frozenset({"after", "before", "since"})


def object_beside_clause(tree: Tree, clause: Clause) -> bool:
    """ "Studies show that the disease, a cause of death, begins early.": show has no object beside what it shows."""
    clausal = [one for one in clause.by_role("complement") if one.clausal and one.dep == "ccomp"]
    finite = any(tree.tokens[one.head].tag in FINITE for one in clausal)
    objects = [one.head for one in clause.by_role("object") if one.dep == "dobj"]
    return finite and any(tree.tokens[head].pos != "PRON" and not may_be_who(tree, head) for head in objects)


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
        return tree.tokens[clause.verb].tag in FINITE
    for child in tree.of(clause.verb, ("advcl",)):
        finite = tree.tokens[child].tag in FINITE and not tree.has(child, {"aux", "auxpass"})
        if finite and not tree.has(child, SUBJECTS | {"mark"}) and tree.has(child, {"dobj"}):
            return True
    return False


def unlike_conjunct(tree: Tree, clause: Clause) -> bool:
    """ "It centered on growing crops, and making goods.": a participle is not joined to a finite verb."""
    token = tree.tokens[clause.verb]
    if clause.kind != "conjunct" or token.tag not in {"VBG", "VBN", "VB", "VBD"}:
        return False
    alone = all(tree.tokens[index].dep not in {"aux", "auxpass"} for index in clause.verb_group)
    above = (tree.tokens[index] for index in tree.ancestors(clause.verb))
    first = next((one for one in above if one.dep != "conj" or one.tag != token.tag), token)
    if token.tag == "VBD":  # "returning to plain walls and painted doors"
        return first.tag == "VBG" and clause.subject_source != "own"
    return alone and first.tag != token.tag


def after_participle(tree: Tree, clause: Clause) -> bool:
    """ "They protested tests of weapons and poisoned fish.": no past is joined to a lone participle."""
    first = tree.tokens[clause.verb].head
    past = clause.kind == "conjunct" and tree.tokens[clause.verb].tag in {"VBD", "VBN"}
    return past and tree.tokens[first].tag == "VBN" and not is_finite(tree, first) and clause.subject_source != "own"


def not_joined(tree: Tree, clause: Clause) -> bool:
    """ "It retained land, called the Reserve": what no "and" joins to the verb before is no verb of its own."""
    if clause.kind != "conjunct":
        return False
    first = tree.tokens[clause.verb].head
    joined = any(first < index < clause.verb for index in tree.of(first, ("cc",)))
    listed = tree.has(clause.verb, {"cc"}) and any(  # the second of three
        _alike(tree, clause.verb, other) for other in tree.of(clause.verb, ("conj",))
    )
    return not (joined or listed)


def _alike(tree: Tree, one: int, other: int) -> bool:
    """ "It was printed, split into two and ranging far": a finite verb is not joined to a participle."""
    tags = {tree.tokens[one].tag, tree.tokens[other].tag}
    return len(tags) == 1 or tags <= FINITE


def joined_without_word(tree: Tree, clause: Clause) -> bool:
    """ "Ortega of the movement called the Front seized power and faced war": no "and", no comma before "seized".

    An "and" between nouns joins no verbs: "It is led by the army and the navy is led by Ada".
    """
    first = tree.tokens[clause.verb].head if clause.kind == "conjunct" else clause.verb
    finite = [child for child in tree.of(first, ("conj", "oprd")) if is_finite(tree, child)]
    return any(not _is_linked(tree, first, child) for child in finite)


def _is_linked(tree: Tree, first: int, second: int) -> bool:
    """Tell whether "and" or a comma joins two verbs, and nothing but an adverb stands between that and the second."""
    if tree.has(second, SUBJECTS):
        between = [tree.tokens[index] for index in range(first + 1, second)]
        return any(token.dep == "cc" or token.text in {",", ";", "–", "—"} for token in between)
    start = min(tree.subtree(second))
    if tree.tokens[start].pos == "PUNCT":
        return True
    others = [child for child in tree.of(first, ("conj",)) if child < second]
    links = [index for index in tree.of(first, ("cc",)) if max(others, default=first) < index < second]
    after = links[-1] + 1 if links else start - 1
    return all(tree.tokens[index].pos in _BESIDE for index in range(after, start))


_BESIDE = frozenset({"PUNCT", "ADV", "CCONJ"})


def joined_to_nothing(tree: Tree, clause: Clause) -> bool:
    """ "It won fame for its reports and also for its style": two phrases are joined, and no verbs."""
    links = [index for index in tree.of(clause.verb, ("cc",)) if index > clause.verb]
    return bool(links) and not any(child > links[-1] for child in tree.of(clause.verb, ("conj",)))


def but_of_relative(tree: Tree, clause: Clause) -> bool:
    """ "It made an elite who did not farm, but ruled": what follows "but" is said of those who did not."""
    if clause.kind != "conjunct":
        return False
    first = tree.tokens[clause.verb].head
    links = [index for index in tree.of(first, ("cc",)) if first < index < clause.verb]
    if not links or tree.tokens[links[-1]].text.lower() != "but":
        return False
    between = range(first + 1, links[-1])
    return any(tree.tokens[index].dep == "relcl" and tree.has(index, {"neg"}) for index in between)


def after_infinitive(tree: Tree, clause: Clause) -> bool:
    """ "The aims are to understand forces, foresee results and design": the second verb is an infinitive as well."""
    token = tree.tokens[clause.verb]
    if clause.kind != "conjunct" or token.tag not in {"VB", "VBP"} or clause.subject_source == "own":
        return False
    between = range(token.head + 1, clause.verb)
    return any(tree.tokens[index].tag == "TO" and tree.tokens[index].head > index for index in between)


def shared_passive(tree: Tree, clause: Clause) -> bool:
    """ "They were sold, and carried to America": a participle that a tagger takes for the past."""
    alone = clause.kind == "conjunct" and clause.voice == "active" and not clause.by_role("object")
    past = tree.tokens[clause.verb].tag in {"VBD", "VBN"}
    return alone and past and tree.has(tree.tokens[clause.verb].head, {"auxpass"})


def takes_no_clause(tree: Tree, clause: Clause) -> bool:
    """ "A rule added in May prevents …", "Gulag forced labour camps were closed": two verbs that a parser put together.

    A finite clause is a complement where it has a subject, and stands under a verb that takes one.
    """
    if clause.kind == "complement" and not clause.marker:
        above = tree.tokens[clause.verb].head
        if tree.tokens[clause.verb].dep == "ccomp" and base(tree.tokens[above]) not in REPORTING - _WITH_THAT:
            return True
    reports = base(tree.tokens[clause.verb]) in REPORTING | {"be"}
    clauses = (one for one in clause.by_role("complement") if one.clausal and one.dep == "ccomp")
    return any(is_finite(tree, one.head) and not (reports and _has_subject(tree, one.head)) for one in clauses)


def _has_subject(tree: Tree, verb: int) -> bool:
    """ "Murdoch, who he thought had a chance": who had it stands outside of what he thought."""
    subject = tree.first(verb, SUBJECTS)
    return subject is not None and tree.tokens[subject].tag not in {"WP", "WDT"}


REPORTING = frozenset(
    "say think believe know mean show ensure suggest argue claim state note find feel assume fear hope agree conclude "
    "report estimate prove demonstrate write explain indicate hold see understand realize realise decide insist deny "
    "declare announce imply require expect suppose maintain contend allege consider discover wish guess tell remark "
    "observe add admit guarantee reveal predict warn remember forget hear learn notice recognize recognise rule "
    "promise stipulate mandate specify provide determine emphasize emphasise stress recommend propose advocate demand "
    "accept acknowledge confirm convince persuade inform remind assert posit hypothesize postulate speculate mention "
    "reflect record ask wonder".split()
)


_WITH_THAT = frozenset({"see", "determine"})
"""Those after which "that" is not left out: "they saw the town burn", "the rule which determines the price is old"."""


def lost_antecedent(tree: Tree, clause: Clause) -> bool:
    """ "Half of the injuries that players have suffered": a relative clause that is read as one that is reported."""
    words = (tree.tokens[one.head].text.lower() for one in clause.by_role("object"))
    return clause.kind != "relative" and "that" in words


def bare_relative(tree: Tree, clause: Clause) -> bool:
    """ "Umang Lai – governing deities worshiped in groves": no mark stands before a relative clause without "that"."""
    if clause.kind != "relative" or clause.relativizer is not None or clause.subject is None:
        return False
    first = min(clause.subject.span, default=0)
    return first > 0 and tree.tokens[first - 1].pos == "PUNCT" and tree.tokens[first - 1].text not in QUOTES


def finite_phrase(tree: Tree, clause: Clause) -> bool:
    """ "Fog disrupts traffic, and is common.": a whole clause read as the subject of the next, or as an object."""
    return any(
        tree.tokens[index].tag in FINITE and (tree.tokens[index].dep in _UNDER_NO_NOUN or _joined_to_noun(tree, index))
        for one in _phrases(clause)
        if not one.clausal
        for index in one.span
    )


def _joined_to_noun(tree: Tree, verb: int) -> bool:
    """ "It takes an entity as input and outputs a value": the verb is joined to "input".

    Or to a participle: "The law freed men held here and fined their owners".
    """
    token = tree.tokens[verb]
    above = tree.tokens[token.head]
    participle = above.dep == "acl" and above.tag in {"VBN", "VBG"} and tree.has(verb, {"dobj"})
    return token.dep == "conj" and (above.pos in {"NOUN", "PROPN"} or participle)


def dangling_phrase(tree: Tree, clause: Clause) -> bool:
    """ "It underwrote insurance and was formed in 1735.": a phrase that ends with "and" has lost what follows."""
    return any(one.span and tree.tokens[max(one.span)].dep == "cc" for one in _phrases(clause))


def object_after_comma(tree: Tree, clause: Clause) -> bool:
    """ "It grew, adding and fusing styles", "It drew on the law, notably the Salic law": "grew" has no object."""
    starts = [min(one.span) for one in clause.by_role("object") if one.dep == "dobj" and one.span]
    after = (tree.tokens[index] for index in starts if index > clause.verb and tree.tokens[index - 1].text == ",")
    return any(token.tag == "VBG" or _focuses(tree, token) for token in after)


def _focuses(tree: Tree, token: Token) -> bool:
    """Tell whether a word is one that begins an example: "notably", "most notably"."""
    words = {token.text.lower(), tree.tokens[token.head].text.lower()}
    return bool(words & {"notably", "particularly", "especially", "namely", "chiefly", "mainly"})


def name_restricted(tree: Tree, clause: Clause) -> bool:
    """ "a wing based in the North that backed the deal": a name needs no "that" to say which; the wing backed it."""
    antecedent, word = clause.antecedent, clause.relativizer
    if clause.kind != "relative" or antecedent is None or word is None or tree.tokens[word].text.lower() != "that":
        return False
    inside = tree.tokens[antecedent].dep == "pobj" and tree.tokens[antecedent].tag in {"NNP", "NNPS"}
    return inside and tree.entity(antecedent) in PLACE_ENTITIES | {"PERSON"}


def report_at_time(tree: Tree, clause: Clause) -> bool:
    """ "They claimed at the time that it was safe": what they claimed is read as what the time was."""
    reports = base(tree.tokens[clause.verb]) in REPORTING and clause.voice == "active"
    times = (one.head for one in clause.arguments if one.preposition and tree.tokens[one.head].lemma == "time")
    return reports and any(
        tree.tokens[index].text.lower() == "that"
        for head in times
        for child in tree.of(head, ("relcl",))
        for index in tree.children[child]
    )


def as_of_clause(tree: Tree, clause: Clause) -> bool:
    """ "It was mixed, as the Dutch, the Finns, and the poor, came over": the verb is that of those after "as"."""
    if clause.kind != "conjunct" or clause.subject_source == "own" or tree.tokens[clause.verb - 1].text != ",":
        return False
    above = (index for index in tree.ancestors(clause.verb - 2) if index > tree.tokens[clause.verb].head)
    return any(tree.tokens[index].text.lower() == "as" for index in above)


def _phrases(clause: Clause) -> Sequence[Constituent]:
    return clause.arguments if clause.subject is None else (clause.subject, *clause.arguments)


# What a finite verb in a noun phrase is not: under a noun it is a relative clause.
_UNDER_NO_NOUN = frozenset("ROOT ccomp csubj csubjpass dep parataxis nmod nsubj compound amod".split())


SIGNS: tuple[Callable[[Tree, Clause], bool], ...] = (
    object_beside_clause,
    time_before_marker,
    clause_without_subject,
    unlike_conjunct,
    after_participle,
    not_joined,
    joined_without_word,
    joined_to_nothing,
    but_of_relative,
    after_infinitive,
    shared_passive,
    takes_no_clause,
    lost_antecedent,
    bare_relative,
    finite_phrase,
    dangling_phrase,
    object_after_comma,
    name_restricted,
    report_at_time,
    as_of_clause,
)
