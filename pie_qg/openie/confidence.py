"""How likely a fact is right: a logistic model over what can be seen in the parse.

The weights stand in `confidence.json`, fitted by `pipelines/fit_confidence.py` and cross-validated there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from math import exp

from pie_qg.openie.facts import Fact, Part
from pie_qg.tree import Tree

LENGTHS = (3, 6, 10, 15, 25)
"""Upper bounds of the buckets that a number of tokens falls into."""
INDEFINITE = frozenset({"a", "an", "any", "some", "such"})
VAGUE = frozenset({"it", "this", "that", "these", "those", "there", "which", "one", "what"})


def confidence(tree: Tree, fact: Fact) -> float:
    """Return the estimated probability, 0 to 1, that a fact is right."""
    weights = _weights()
    score = sum(weights.get(feature, 0.0) for feature in features(tree, fact))
    return round(1 / (1 + exp(-max(-30.0, min(30.0, score)))), 4)


def features(tree: Tree, fact: Fact) -> Iterator[str]:
    """Yield the names of what holds of a fact."""
    yield "bias"
    yield f"rule={fact.rule}"
    yield from _of_subject(tree, fact)
    yield from _of_arguments(tree, fact)
    yield from _of_clause(tree, fact)
    yield f"sentence length={_bucket(len(tree.tokens) // 2)}"
    yield f"relation length={_bucket(len(fact.relation))}"
    if fact.relation and fact.relation[-1] - fact.relation[0] + 1 != len(fact.relation):
        yield "relation broken"
    if fact.implied:
        yield "relation implied"
    if fact.attribution:
        yield "attributed"


def _of_subject(tree: Tree, fact: Fact) -> Iterator[str]:
    subject = fact.subject
    head = tree.tokens[subject.head]
    yield f"subject length={_bucket(len(subject.tokens))}"
    yield f"subject is {_kind(tree, subject)}"
    if head.text.lower() in VAGUE:
        yield "subject vague"
    if any(tree.tokens[index].pos in ("PUNCT", "VERB") for index in subject.tokens):
        yield "subject heavy"
    if fact.relation and subject.head > fact.relation[0]:
        yield "subject after relation"
    if len(subject.tokens) == 1 and fact.rule in ("relative", "participial") and head.tag in ("NN", "NNS"):
        yield f"{fact.rule} of a bare noun"


def _of_arguments(tree: Tree, fact: Fact) -> Iterator[str]:
    first, *more = fact.arguments
    yield f"object role={first.role}"
    yield f"object length={_bucket(len(first.tokens))}"
    yield f"object is {_kind(tree, first)}"
    yield f"arguments={min(len(fact.arguments), 4)}"
    yield f"arguments length={_bucket(sum(len(each.tokens) for each in more))}"
    if any(tree.tokens[index].text == "," for index in first.tokens):
        yield "object has comma"
    if any(tree.tokens[index].pos in ("VERB", "AUX") for index in first.tokens):
        yield "object has verb"
    if set(first.tokens) & set(fact.subject.tokens):
        yield "object in subject"


def _of_clause(tree: Tree, fact: Fact) -> Iterator[str]:
    clause = fact.clause
    if clause is None:
        return
    verb = tree.tokens[clause.verb]
    yield f"verb tag={verb.tag}"
    yield f"verb dep={verb.dep}"
    yield f"{fact.rule} subject {clause.subject_source}"
    if verb.lemma == "be":
        yield "copula"
    if clause.negated:
        yield "negated"
    if clause.modal is not None:
        yield "modal"
    if clause.antecedent is not None:
        yield f"{fact.rule} of {_kind(tree, fact.subject)}"
        loose = any(tree.tokens[i].text == "," for i in range(clause.antecedent + 1, clause.verb))
        yield f"{fact.rule} {'loose' if loose else 'tight'}"


def _kind(tree: Tree, part: Part) -> str:
    """A pronoun, a name, a definite or an indefinite phrase, a clause."""
    token = tree.tokens[part.head]
    if token.pos == "PRON":
        return "pronoun"
    if tree.entity(part.head) or token.pos == "PROPN":
        return "name"
    if token.pos in ("VERB", "AUX"):
        return "verb"
    first = tree.tokens[part.tokens[0]].text.lower() if part.tokens else ""
    if first in INDEFINITE:
        return "indefinite"
    if tree.has(part.head, ("det", "poss")):
        return "definite"
    return token.pos.lower()


def _bucket(length: int) -> str:
    return next((f"≤{bound}" for bound in LENGTHS if length <= bound), "more")


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    table = json.loads(files("pie_qg.openie").joinpath("confidence.json").read_text(encoding="utf-8"))
    return {str(name): float(weight) for name, weight in table.items()}
