"""How long and how often, where words say it and no number: "took a while", "called many times"."""

from __future__ import annotations

from collections.abc import Iterator

from pie_qg.english import base
from pie_qg.lexicon import UNITS_OF_TIME
from pie_qg.questions.ask import Ask, Target
from pie_qg.tree import Tree

TAKING_TIME = frozenset("last take spend span cover require need endure run wait stay live work serve".split())
_SPANS = frozenset("while lifetime eternity".split())
_LENGTHS = frozenset("long short".split())  # "a long time"
_SEVERAL = frozenset("many several numerous countless few".split())
_OCCASIONS = frozenset("day night morning afternoon evening weekend".split())
_WHOLE = frozenset("long short full whole entire brief good single solid extra additional".split())


def lasting(target: Target) -> Iterator[Ask]:
    """ "It takes a while." → how long; "She called many times." → how often; "One day it broke." → neither."""
    words = target.tree.span(target.head, without={"relcl", "acl", "prep", "appos", "punct"})
    if target.is_list or not words or words[-1] != target.head:
        return
    if _lasts(target):
        yield Ask("how long", words, "duration", "how long", "DURATION", takes_preposition=False)
    elif _is_often(target):
        yield Ask("how often", words, "frequency", "how often", "FREQUENCY", takes_preposition=False)
    elif _is_some_day(target) or _is_occasion(target):
        yield Ask("", (), "date", "", "")


def _lasts(target: Target) -> bool:
    """ "lasts a lifetime", "took several years", "takes a long time"; not "took a day off"."""
    tree, head = target.tree, target.head
    token, verb = tree.tokens[head], tree.tokens[head].head
    if target.preposition or token.dep != "dobj" or base(tree.tokens[verb]) not in _TAKING_TIME_ALONE:
        return False
    if tree.has(verb, {"prt"}) or tree.has(head, {"prep", "relcl", "acl", "nummod", "poss"}):
        return False
    before = {tree.word(one) for one in tree.of(head, ("det", "amod"))}
    unit = token.lemma.lower() in UNITS_OF_TIME and bool(before & (_SEVERAL | {"a", "an"}))
    return token.lemma.lower() in _SPANS or unit or (token.lemma == "time" and bool(before & _LENGTHS))


_TAKING_TIME_ALONE = frozenset("last take spend endure wait stay".split())


def _is_often(target: Target) -> bool:
    """ "many times", after which nothing says times of what."""
    tree, head = target.tree, target.head
    token = tree.tokens[head]
    before = {tree.word(one) for one in tree.of(head, ("det", "amod"))}
    plain = token.text.lower() == "times" and token.dep in {"dobj", "npadvmod"} and not target.preposition
    return plain and bool(before & _SEVERAL) and before <= _SEVERAL | {"a"} and not _is_had(tree, head)


def _is_had(tree: Tree, head: int) -> bool:
    """ "had many times in mind": what somebody has, or names, are moments."""
    return tree.tokens[head].dep == "dobj" and base(tree.tokens[tree.tokens[head].head]) in {"have", "be", "name"}


def _is_some_day(target: Target) -> bool:
    """ "One day she turned it on": no day that is told, and nothing that it lasted."""
    tree, head = target.tree, target.head
    token = tree.tokens[head]
    one = any(tree.word(child) == "one" for child in tree.of(head, ("nummod",)))
    stays = base(tree.tokens[token.head]) in TAKING_TIME
    return one and token.tag == "NN" and token.dep == "npadvmod" and token.lemma in _OCCASIONS and not stays


def _is_occasion(target: Target) -> bool:
    """ "You need it for a cold night": what for, and not how long."""
    tree, head = target.tree, target.head
    kinds = [tree.word(one) for one in tree.of(head, ("amod",))]
    return (
        target.preposition == "for"
        and tree.tokens[head].tag == "NN"
        and tree.tokens[head].lemma in _OCCASIONS
        and bool(kinds)
        and not set(kinds) & _WHOLE
    )
