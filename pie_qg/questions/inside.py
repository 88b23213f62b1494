"""Questions that ask for a phrase inside another one, which stays with a gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pie_qg.constituents import Constituent, core
from pie_qg.english import base
from pie_qg.questions.adverbials import UNFIT, is_idiom
from pie_qg.questions.amounts import measure_of
from pie_qg.questions.ask import Ask
from pie_qg.questions.assemble import Setting, draft, inverted, tail
from pie_qg.questions.draft import Draft
from pie_qg.questions.frame import Part
from pie_qg.questions.held import denied
from pie_qg.questions.judge import is_copula, is_quoted
from pie_qg.questions.misfit import SIGNS_OF_OBJECTS
from pie_qg.questions.narrow import is_narrow
from pie_qg.questions.wh import asks
from pie_qg.tree import Tree

NEVER_ASKED = frozenset(
    "than like such including without despite unlike except besides per instead rather according among whether "
    "regardless aside apart given plus minus versus vs via vs. off depending between".split()
)
_FAR, _FAR_KIND = 0.75, 0.85  # how sure it is that an infinitive's verb is the one that a phrase belongs to
_SURE = frozenset({"name", "number", "person", "date"})
_OF_TIME = frozenset("during since until till before after within".split())  # "an officer during the war"
_OPEN = frozenset("example instance case couple bit hundred thousand million".split())
_MEASURES = frozenset(
    "number variety lot majority series group kind type sort range amount set pair part half rest percent percentage "
    "member one list form".split()
)


def inside_infinitive(setting: Setting) -> Iterator[Draft]:
    """ "Plates allow the truss to carry tension." → What do plates allow the truss to carry?"""
    frame = setting.frame
    for part in frame.parts:
        inner = next((one for one in setting.clauses if one.verb == part.source.head), None)
        if part.source.role != "complement" or inner is None or inner.kind != "infinitive":
            continue
        if is_copula(frame) or any(sign(frame.tree, inner) for sign in SIGNS_OF_OBJECTS):  # "It was hers to make."
            continue
        if frame.tree.has(inner.verb, {"conj", "cc"}):  # nothing is asked for out of one half of a coordination
            continue
        for constituent in inner.arguments:
            if constituent.clausal or constituent.head not in part.tokens or constituent.role == "other":
                continue
            if any(frame.tree.has(index, {"conj", "cc"}) for index in constituent.preposition):
                continue
            if any(unfit(frame.tree, constituent) for unfit in UNFIT) or _is_cut_off(frame.tree, constituent):
                continue
            for ask in asks(frame.tree, constituent, frame.readings, setting.rng):
                prepositions = () if ask.takes_preposition else constituent.preposition
                gone = {*constituent.span, *prepositions, *_aside(frame.tree, part, constituent)}
                sure = _FAR_KIND if ask.rule == "kind" else _FAR
                yield shortened(setting, part, gone, ask, f"infinitive:{ask.rule}", sure)


def _is_cut_off(tree: Tree, inner: Constituent) -> bool:
    """ "It tends to form hard, brittle phases": what stands before the comma is of the same phrase."""
    first = min(inner.full, default=0)
    return first > 0 and tree.tokens[first - 1].text == ","


def _aside(tree: Tree, part: Part, inner: Constituent) -> tuple[int, ...]:
    """ "They tend to oppose bailouts, letting the market decide.": what a comma cuts off after the gap."""
    end = max(inner.span, default=inner.head)
    after = range(end + 1, max(part.tokens) + 1)
    comma = next((index for index in after if tree.tokens[index].text == ","), None)
    return tuple(index for index in part.tokens if comma is not None and index >= comma)


def inside_phrase(setting: Setting) -> Iterator[Draft]:
    """ "She was the founder of a school." → What was she the founder of?"""
    frame, tree = setting.frame, setting.frame.tree
    for part in frame.parts if frame.subject.source.dep != "expl" else ():
        source = part.source
        if source.role not in {"object", "attribute"} or source.clausal or tree.tokens[source.head].lemma in _MEASURES:
            continue
        if _gives_name(setting) or _equates(setting, part):
            continue
        if measure_of(tree, source.head) is not None:  # "What population does it have?"
            continue
        if tree.tokens[source.head].pos == "PROPN":  # "the World Cup of Hockey"
            continue
        for preposition in tree.of(source.head, ("prep",)):
            noun = tree.first(preposition, ("pobj",))
            if noun is None or noun not in part.tokens or part.tokens[-1] not in tree.subtree(preposition):
                continue
            word, span = tree.tokens[preposition].lemma.lower(), tree.span(noun)
            if word in NEVER_ASKED | _OF_TIME or is_quoted(tree, noun) or denied(tree, span):
                continue
            inner = replace(
                source, role="prepositional", head=noun, span=span, core=core(tree, noun), preposition=(preposition,)
            )
            if tree.tokens[source.head].lemma == "bit" and {"a", "an"} & {*_determiners(tree, noun)}:
                continue  # "It was a bit of a pain."
            if is_idiom(tree, inner) or (is_narrow(tree, source.head) and "any" in _determiners(tree, noun)):
                continue  # "the highest income of any county"
            for ask in asks(tree, inner, frame.readings, setting.rng):
                if ask.rule == "number" and tree.tokens[source.head].pos == "NUM":  # "300 of the 2,000 farmers"
                    continue
                if ask.takes_preposition and ask.rule not in {"kind", "owner"}:
                    sure = 0.8 if ask.rule in _SURE or _belongs(setting, part, preposition) else 0.7
                    sure = 0.0 if _is_only_there(tree, source.head, word) else sure
                    yield shortened(setting, part, tree.subtree(noun), ask, f"inside:{ask.rule}", sure)


def _is_only_there(tree: Tree, head: int, preposition: str) -> bool:
    """ "Ghent has the only mill in the country": it is the only one in every place there, too."""
    only = any(tree.tokens[child].text.lower() in {"only", "sole"} for child in tree.of(head, ("amod", "advmod")))
    return only and preposition in {"in", "at", "on", "within"}


def _determiners(tree: Tree, noun: int) -> list[str]:
    return [tree.tokens[child].text.lower() for child in tree.of(noun, ("det",))]


def _gives_name(setting: Setting) -> bool:
    """ "This is called unity of form", "They call the plight of the poor poverty": nothing stands inside a name."""
    named = base(setting.frame.tree.tokens[setting.frame.clause.verb]) in _NAMING
    return named and any(part.source.dep == "oprd" for part in setting.frame.parts)


_NAMING = frozenset("call name term dub label nickname title entitle".split())


def _equates(setting: Setting, part: Part) -> bool:
    """ "The main cause was the growth of towns.": what a cause is, is whole; not "The cause was a lack of rain"."""
    tree, subject = setting.frame.tree, setting.frame.subject.source
    determiners = (tree.tokens[child] for child in tree.children[part.source.head])
    definite = any(token.dep == "poss" or token.text.lower() == "the" for token in determiners)
    return is_copula(setting.frame) and definite and tree.tokens[subject.head].lemma in _EQUATED


_EQUATED = frozenset(
    "aim goal objective purpose cause reason rule thing problem issue advancement advance advantage drawback benefit "
    "feature part step task method way answer solution difference exception".split()
)


def _belongs(setting: Setting, part: Part, preposition: int) -> bool:
    """ "It is a network of canals", "responsible for repairs": what follows is the noun's or the adjective's own.

    Not in "a flute is an example of an instrument", where the passage may name others.
    """
    tree, head = setting.frame.tree, part.source.head
    lemmas = {tree.tokens[index].lemma for index in (head, setting.frame.subject.source.head)}
    of = tree.tokens[head].tag in {"NN", "NNS"} and tree.tokens[preposition].lemma.lower() == "of"
    return (of or tree.tokens[head].pos == "ADJ") and preposition == head + 1 and not lemmas & _OPEN


def shortened(
    setting: Setting, part: Part, gone: set[int], ask: Ask, rule: str, confidence: float = 1.0, *, lead: str = ""
) -> Draft:
    """Ask for something inside a part: the part stays, with a gap; a preposition may lead the question."""
    frame = setting.frame
    rest = tail(setting, shorter={id(part): tuple(index for index in part.tokens if index not in gone)})
    used = rest.used | set(frame.subject.tokens)
    return draft(rule, ask, [lead, ask.wh, *inverted(frame), *rest.words], used, confidence)
