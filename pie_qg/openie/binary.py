"""Facts of two arguments: a row for each thing that a fact tells, in the sentence's own words.

Follows the guidelines of fact-level benchmarks (BenchIE; Gashteovski et al. 2022): only words of the sentence, no
coordination inside an argument, no argument longer than it must be, each fact once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pie_qg.clauses import Clause
from pie_qg.constituents import SUBJECTS
from pie_qg.openie.facts import Fact, Part, is_complete
from pie_qg.openie.minimal import counts_only, is_one_name, minimal, minimal_parts, up_to
from pie_qg.openie.phrases import part, preposition_with_modifiers
from pie_qg.openie.relations import Predicate, predicate
from pie_qg.tree import Tree

CARRIED = frozenset({"object", "attribute", "recipient"})
"""Roles of a first argument that the relation to a further one cannot do without: "handed the prize to"."""
EXAMPLES = frozenset({"such", "like", "including"})
LINKING = frozenset({"also", "however", "indeed", "thus", "hence", "therefore", "then", "too"})
NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Row:
    """A fact of two arguments, and the fact that it was read from."""

    fact: Fact
    source: Fact


def binary_rows(tree: Tree, found: list[Fact], analysed: list[Clause]) -> list[Row]:
    """Return the facts of two arguments that the facts of a sentence tell, each once.

    What a noun phrase only implies is left out: no word of the sentence says the relation.
    """
    stated = [_bare(tree, fact) for fact in found if fact.relation and not _is_infinitive(tree, fact)]
    rows = [Row(row, fact) for fact in stated for row in _rows(tree, fact)]
    rows.extend(_purposes(tree, stated, analysed))
    once: dict[tuple[object, ...], Row] = {}
    for row in rows:
        if not is_complete(row.fact):
            continue
        object_ = row.fact.arguments[0]
        once.setdefault((row.fact.subject.tokens, row.fact.relation, object_.preposition, object_.tokens), row)
    return list(once.values())


def _bare(tree: Tree, fact: Fact) -> Fact:
    """The fact without words that are implied, and without "also", "however" in the relation."""
    kept = tuple(index for index in fact.relation if tree.tokens[index].text.lower() not in LINKING)
    return replace(fact, implied="", relation=kept or fact.relation)


def _is_infinitive(tree: Tree, fact: Fact) -> bool:
    """An infinitive is told with what leads to it, see `_purposes`."""
    return tree.tokens[fact.relation[0]].tag == "TO"


def _rows(tree: Tree, fact: Fact) -> Iterator[Fact]:
    first, *more = fact.arguments
    for object_ in [] if _is_fronted_adverb(tree, fact, first) else minimal_parts(tree, first):
        row = replace(fact, relation=up_to(tree, fact.relation, first), arguments=(object_,))
        yield row
        yield from _inside(tree, row, object_)
    for argument in more:
        if first.role == "complement" or _tells_nothing(tree, argument):
            continue
        relation = up_to(tree, fact.relation, argument)
        whole = relation == fact.relation
        carried = minimal(tree, first.head) if whole and first.role in CARRIED and not first.preposition else ()
        for object_ in minimal_parts(tree, argument):
            row = replace(fact, relation=(*relation, *carried), arguments=(object_,), rule=f"{fact.rule}, more")
            yield row
            yield from _inside(tree, row, object_)


def _is_fronted_adverb(tree: Tree, fact: Fact, argument: Part) -> bool:
    """ "There they stayed": the relation stands after its argument."""
    return tree.tokens[argument.head].pos == "ADV" and argument.head < fact.relation[0]


def _tells_nothing(tree: Tree, argument: Part) -> bool:
    """A bare adverb; "with him playing the lead", which is a clause of its own."""
    if tree.tokens[argument.head].pos == "ADV":
        return True
    with_ = [tree.tokens[index].lemma for index in argument.preposition] == ["with"]
    return with_ and any(tree.tokens[index].tag == "VBG" for index in argument.tokens)


def _inside(tree: Tree, fact: Fact, object_: Part) -> Iterator[Fact]:
    """What the phrases inside an object tell: "became mayor of Rome" → became mayor of | Rome."""
    head = object_.head
    if tree.tokens[head].pos not in NOUNS:
        return
    for preposition in tree.of(head, ("prep",)):
        inner = tree.first(preposition, ("pobj",))
        if (
            inner is None
            or preposition < head
            or counts_only(tree, head, preposition)
            or is_one_name(tree, head, inner)
        ):
            continue
        full = preposition_with_modifiers(tree, (preposition,))
        if EXAMPLES & {tree.tokens[index].text.lower() for index in full}:
            continue
        kept = tuple(index for index in minimal(tree, head) if index < preposition)
        for each in tree.conjuncts(inner):
            deeper = Part("prepositional", each, minimal(tree, each), full)
            relation = (*fact.relation, *object_.preposition, *kept)
            row = replace(fact, relation=relation, arguments=(deeper,), rule=f"{fact.rule}, inside")
            yield row
            yield from _inside(tree, row, deeper)


def _purposes(tree: Tree, stated: list[Fact], analysed: list[Clause]) -> Iterator[Row]:
    """ "moved to Rome to study law": moved to Rome to study | law; "had the votes to block it": … to block | it."""
    by_verb = {clause.verb: clause for clause in analysed}
    for clause in analysed:
        if clause.kind != "infinitive" and not _is_purpose(tree, clause):
            continue
        said = predicate(tree, clause, by_verb)
        governor = tree.tokens[clause.verb].head
        for fact in stated:
            for led in _leads_to(tree, fact, governor, clause.verb):
                yield from _of_infinitive(tree, fact, led, said)


def _is_purpose(tree: Tree, clause: Clause) -> bool:
    return clause.kind == "adverbial" and tree.tokens[clause.verb].tag == "VB" and not clause.marker


def _leads_to(tree: Tree, fact: Fact, governor: int, verb: int) -> Iterator[tuple[int, ...]]:
    """The relation and object before the infinitive, where they stand before it."""
    if verb in fact.relation:
        return
    first = fact.arguments[0]
    if governor == first.head:
        object_ = first
    elif governor in fact.relation:
        object_ = next(
            (a for a in fact.arguments if fact.relation[-1] < a.head < verb and tree.tokens[a.head].pos in NOUNS), first
        )
    else:
        return
    if object_.head < verb and fact.relation[-1] < verb:
        yield (*fact.relation, *object_.preposition, *minimal(tree, object_.head))
    elif object_.head == verb and fact.relation[-1] < verb:
        doer = tree.first(verb, SUBJECTS)
        yield (*fact.relation, *(minimal(tree, doer) if doer is not None else ()))


def _of_infinitive(tree: Tree, fact: Fact, led: tuple[int, ...], said: Predicate) -> Iterator[Row]:
    own = tuple(sorted(said.relation))
    if own[0] <= led[-1]:
        return
    arguments = tuple(part(tree, argument) for argument in said.arguments if argument.dep not in ("advcl", "advmod"))
    if arguments:
        purpose = replace(fact, relation=own, arguments=arguments, rule=f"{fact.rule}, purpose")
        for row in _rows(tree, purpose):
            yield Row(replace(row, relation=(*led, *row.relation)), fact)
