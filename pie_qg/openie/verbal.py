"""What clauses say: one relation each, coordination shared out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pie_qg.clauses import Clause
from pie_qg.constituents import COORDINATION, SUBJECTS, Constituent, constituents
from pie_qg.lexicon import words
from pie_qg.openie.facts import Fact
from pie_qg.openie.phrases import LOOSE, part, shared_out
from pie_qg.openie.relations import Predicate, predicate
from pie_qg.tree import Tree

OBJECT_RANK = {
    "object": 0,
    "attribute": 1,
    "agent": 2,
    "complement": 3,
    "recipient": 4,
    "prepositional": 5,
    "purpose": 6,
    "place": 6,
}
"""Which argument is the object of the triple, where the clause has several."""
LAST = 7

HYPOTHETICAL = frozenset({"if", "whether", "unless"})
LINKING_NOUNS = words("instance example fact addition course result contrast particular general turn hand comparison")
LINKING_ADVERBS = words(
    "finally eventually consequently accordingly similarly additionally respectively furthermore moreover nevertheless "
    "nonetheless subsequently incidentally notably namely only namely generally usually particularly especially"
)
SAYING = words(
    "say tell add claim report argue state announce note write believe think suggest warn insist maintain declare "
    "explain deny admit assert contend hold predict estimate conclude suspect allege"
)


def verbal_facts(tree: Tree, clauses: list[Clause]) -> Iterator[Fact]:
    """Yield the facts that the clauses of a sentence state."""
    by_verb = {clause.verb: clause for clause in clauses}
    told_above: set[int] = set()
    for clause in clauses:  # a clause comes after the one that it hangs under
        if clause.verb in told_above:
            continue
        said = predicate(tree, clause, by_verb)
        told_above |= said.below(clause)
        if _states(tree, clause, clauses):
            yield from _facts(tree, clause, said, clauses, by_verb)


def _states(tree: Tree, clause: Clause, clauses: list[Clause]) -> bool:
    """A question or a condition states nothing: "whether it rains", "if it rains"; nor does "the idea of running"."""
    if any(tree.tokens[index].text.lower() in HYPOTHETICAL for index in clause.marker):
        return False
    if clause.subject is not None and clause.subject_source == "own":
        return tree.tokens[clause.subject.head].tag not in ("WP", "WDT") or clause.subject.clausal
    if tree.tokens[clause.verb].dep == "pcomp":
        above = tree.tokens[tree.tokens[clause.verb].head].head
        parent = clauses[clause.parent] if clause.parent is not None else None
        return parent is not None and parent.verb == above and parent.voice == "active"
    return True


def _facts(
    tree: Tree, clause: Clause, said: Predicate, clauses: list[Clause], by_verb: dict[int, Clause]
) -> Iterator[Fact]:
    arguments = _kept(tree, clause, said.arguments)
    subject, arguments = _existential(tree, clause, arguments)
    subject = _described(tree, subject, by_verb)
    if subject is None or not arguments or _is_sentence(tree, subject):
        return
    relation = tuple(sorted(said.relation | _there(tree, clause)))
    implied = _implied_be(tree, clause, clauses)
    first = min(arguments, key=lambda argument: OBJECT_RANK.get(argument.role, LAST))
    if tree.tokens[first.head].pos == "ADV" and not first.preposition and first.head < relation[0]:
        return  # "There they stayed" tells nothing more
    rest = tuple(part(tree, argument) for argument in arguments if argument is not first)
    by_whom = attribution(tree, clause, clauses)
    for each in shared_out(tree, subject, "subject"):
        for object_ in shared_out(tree, first):
            yield Fact(clause.kind, each, relation, (object_, *rest), implied, clause, by_whom)


def _kept(tree: Tree, clause: Clause, arguments: tuple[Constituent, ...]) -> list[Constituent]:
    """The arguments that belong to the fact: no clause of its own, no relative word, no "however"."""
    return [
        argument
        for argument in arguments
        if argument.dep != "advcl"
        and argument.head != clause.relativizer
        and tree.tokens[argument.head].tag != "WRB"
        and not (argument.dep == "advmod" and _is_linking_adverb(tree, argument))
        and not (argument.dep == "antecedent" and argument.role == "reason")
        and not (argument.dep == "prep" and _only_links(tree, argument))
        and not (argument.dep == "ccomp" and _is_loose_sentence(tree, clause, argument))
    ]


def _is_linking_adverb(tree: Tree, argument: Constituent) -> bool:
    """ "however", "finally": they link sentences, or tell neither when nor where nor how."""
    return argument.role == "other" or tree.tokens[argument.head].text.lower() in LINKING_ADVERBS


def _only_links(tree: Tree, argument: Constituent) -> bool:
    """ "for instance", "of course", "in addition": they link sentences and tell nothing."""
    words_of = {tree.tokens[index].lemma.lower() for index in argument.span}
    return len(argument.span) <= 2 and bool(words_of & LINKING_NOUNS)


def _is_loose_sentence(tree: Tree, clause: Clause, argument: Constituent) -> bool:
    """ "He held the post; he was readmitted": the first is no complement of the second, whatever the label says."""
    between = tree.tokens[argument.head : clause.verb]
    said = tree.tokens[clause.verb].lemma.lower() in SAYING
    return bool(between) and (not said or any(token.text in (";", ":") for token in between))


def _is_sentence(tree: Tree, subject: Constituent) -> bool:
    """A whole sentence that the parser took for the subject of the next; a true clausal subject is labelled so."""
    return tree.tokens[subject.head].dep == "nsubj" and subject.clausal and tree.has(subject.head, SUBJECTS)


def _existential(
    tree: Tree, clause: Clause, arguments: list[Constituent]
) -> tuple[Constituent | None, list[Constituent]]:
    """ "There were many people in the room": many people | there were | in the room."""
    if clause.subject is None or tree.tokens[clause.subject.head].dep != "expl":
        return clause.subject, arguments
    there = next((argument for argument in arguments if argument.dep in ("attr", "dobj", "nsubj")), None)
    if there is None:
        return None, []
    inner = [each for each in constituents(tree, there.head) if each.dep == "prep"]
    bare = replace(there, span=tree.span(there.head, LOOSE | COORDINATION | {"prep", "acl"}), dep="antecedent")
    return bare, [*(argument for argument in arguments if argument is not there), *inner]


def _described(tree: Tree, subject: Constituent | None, by_verb: dict[int, Clause]) -> Constituent | None:
    """ "Ada is a chemist who works in Rome": Ada | works in | Rome; what defines the predicate holds of its subject."""
    if subject is None or subject.dep != "antecedent" or tree.tokens[subject.head].dep != "attr":
        return subject
    copula = by_verb.get(tree.tokens[subject.head].head)
    if copula is None or copula.negated or copula.subject is None or tree.tokens[copula.subject.head].dep == "expl":
        return subject
    return copula.subject


def _there(tree: Tree, clause: Clause) -> set[int]:
    expletive = clause.subject is not None and tree.tokens[clause.subject.head].dep == "expl"
    return {clause.subject.head} if clause.subject is not None and expletive else set()


def _implied_be(tree: Tree, clause: Clause, clauses: list[Clause]) -> str:
    """ "the town, founded in 1834, …": was; where the sentence tells of now: is."""
    if clause.voice == "active" or any(tree.tokens[i].dep == "auxpass" for i in clause.verb_group):
        return ""
    past = any(tree.tokens[i].tag == "VBD" for i in clauses[0].verb_group)
    return be(tree, clause.subject.head if clause.subject else clause.verb, past=past)


def be(tree: Tree, subject: int, *, past: bool = False) -> str:
    """Return is, are, was or were: the number is the subject's."""
    plural = tree.tokens[subject].tag in ("NNS", "NNPS") or tree.has(subject, ("conj",))
    return ("were" if past else "are") if plural else ("was" if past else "is")


def attribution(tree: Tree, clause: Clause, clauses: list[Clause]) -> str:
    """ "The report says that prices fell": prices fell, according to the report."""
    while clause.parent is not None:
        above = clauses[clause.parent]
        framed = tree.tokens[clause.verb].dep == "ccomp" and tree.tokens[clause.verb].head == above.verb
        named = above.subject is not None and tree.tokens[above.subject.head].dep != "expl"
        if framed and named and tree.tokens[above.verb].lemma.lower() in SAYING and above.subject:
            return tree.text(part(tree, above.subject).tokens)
        clause = above
    return ""
