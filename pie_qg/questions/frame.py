"""A clause taken apart for asking: subject, finite auxiliary, the rest of the verb group, and what follows it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from random import Random

from pie_qg.clauses import Clause, is_finite
from pie_qg.constituents import Constituent, noun_phrase
from pie_qg.english import base, phrase
from pie_qg.questions.adverbials import MAX_EXTRA, is_dropped
from pie_qg.questions.cut import is_needed
from pie_qg.questions.modifiers import EMPTY_HEADS
from pie_qg.questions.narrow import is_narrow, narrowing, restrictions
from pie_qg.questions.phrases import defining, question_tokens
from pie_qg.questions.pointing import Readings
from pie_qg.questions.relating import related_words
from pie_qg.questions.trust import can_be_asked, first_can_be_asked
from pie_qg.questions.verbs import is_middle, verb_group
from pie_qg.tree import Tree

SHORTENED = 0.5  # share of the long noun phrases that a question names by their core
COMPLEMENTS = frozenset({"object", "recipient", "attribute", "complement", "number"})


@dataclass(frozen=True, slots=True)
class Part:
    """A constituent as it stands in a question."""

    source: Constituent
    tokens: tuple[int, ...]
    """Its words in the question, without the preposition."""
    kept: bool
    """Whether a question that does not ask for it says it."""
    optional: bool = False
    """Whether it may be left out all the same."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a question is put together from; the words are those of the paraphrase, pronouns resolved."""

    tree: Tree
    clause: Clause
    readings: Readings
    subject: Part
    auxiliary: str
    """The finite auxiliary or form of be or do, that goes before the subject: did, is, can."""
    verbs: tuple[str, ...]
    """The verb group after the subject: "not", adverbs, participles, the main verb and its particle."""
    finite: tuple[str, ...]
    """The verb group after a subject that is asked for, in the singular."""
    finite_plural: tuple[str, ...]
    parts: tuple[Part, ...]
    """What follows the verb, in the order of the question."""

    def write(self, tokens: tuple[int, ...]) -> str:
        """Return tokens as words of a question."""
        return phrase(self.tree.sentence, tokens, self.readings.instead)


def frame(tree: Tree, clauses: list[Clause], clause: Clause, readings: Readings, rng: Random) -> Frame | None:
    """Return the frame of a clause, or None where it cannot be asked about: no subject, a question, an infinitive."""
    if not can_be_asked(tree, clause) or not first_can_be_asked(tree, clauses, clause):
        return None
    subject = _subject(tree, clause, rng)
    group = verb_group(tree, clauses, clause)
    if subject is None or group is None or not _whole(tree, subject) or _says_nothing(tree, subject):
        return None
    parts = tuple(_parts(tree, clause, rng))
    if base(tree.tokens[clause.verb]) == "be" and not any(part.kept and not part.optional for part in parts):
        return None  # "The law is under consideration.": what it is cannot be said
    forms = (group.auxiliary, group.verbs, group.finite, group.finite_plural)
    return Frame(tree, clause, readings, subject, *forms, parts)


def _subject(tree: Tree, clause: Clause, rng: Random) -> Part | None:
    """ "Ayr is a town that lies on the coast.": what a clause tells of a town is told of Ayr, and asked of it."""
    if clause.subject is None:
        return None
    named = _named(tree, clause.subject.head) if clause.subject_source == "antecedent" else None
    subject = clause.subject if named is None else noun_phrase(tree, named, "subject", "nsubj")
    return Part(subject, _said(tree, subject, rng), kept=True)


def _named(tree: Tree, antecedent: int) -> int | None:
    """Return the one name that a copula says to be a thing of its kind: "a town", and not "the town", "towns"."""
    token, verb = tree.tokens[antecedent], tree.tokens[antecedent].head
    one = any(tree.tokens[child].text.lower() in {"a", "an"} for child in tree.of(antecedent, ("det",)))
    name = tree.first(verb, ("nsubj",)) if one and token.dep == "attr" and tree.tokens[verb].lemma == "be" else None
    if name is None or tree.tokens[name].tag != "NNP" or tree.has(name, {"conj"}) or tree.has(verb, {"neg"}):
        return None
    return name


def _whole(tree: Tree, part: Part) -> bool:
    """Tell whether a shortened phrase still reads as one: no gap but at an aside, and the whole of a list."""
    words = part.tokens
    for before, after in pairwise(words):
        if after - before > 1 and tree.tokens[before + 1].pos != "PUNCT":
            return False
    listed = {child for index in words for child in (*tree.of(index, ("conj",)), *_alike(tree, index))}
    return part.source.clausal or listed <= set(words)


def _alike(tree: Tree, index: int) -> list[int]:
    """ "7 percent, [8 percent and 9 percent]": the second of a list that a parser takes for an aside."""
    asides = (one for one in tree.of(index, ("appos",)) if tree.has(one, {"conj"}) and tree.has(one, {"nummod"}))
    return [one for one in asides if tree.tokens[one].lemma == tree.tokens[index].lemma and tree.has(index, {"nummod"})]


def _says_nothing(tree: Tree, subject: Part) -> bool:
    """ "How was the one?": a subject that is nothing but a word in another's place."""
    words = [tree.tokens[index].lemma.lower() for index in subject.tokens if tree.tokens[index].pos != "DET"]
    return all(word in EMPTY_HEADS for word in words)


def _said(tree: Tree, constituent: Constituent, rng: Random) -> tuple[int, ...]:
    """Return the words that say a constituent: a share of the noun phrases without what hangs on them."""
    words, core = question_tokens(tree, constituent), constituent.core
    if constituent.dep == "antecedent":  # without the clause that is about it
        words = tuple(index for index in words if index in constituent.span)
    short = (
        not constituent.clausal
        and len(core) > 2
        and set(core) < set(words)
        and not tree.has(constituent.head, {"conj"})
        and not any(tree.tokens[one].tag == "VB" for one in tree.of(constituent.head, ("acl", "relcl")))
        and not (is_narrow(tree, constituent.head) and restrictions(tree, constituent.head))
    )
    if not short or rng.random() >= SHORTENED or _is_defined(tree, constituent.head):
        return words
    kept = {*core, *related_words(tree, constituent.head), *defining(tree, constituent.head)} & set(words)
    return tuple(sorted(kept | narrowing(tree, kept, words)))


def _is_defined(tree: Tree, head: int) -> bool:
    """ "A plane [with two axes] is called a grid.": not every plane is."""
    return tree.tokens[head].dep == "nsubjpass" and base(tree.tokens[tree.tokens[head].head]) in _DEFINING


_DEFINING = frozenset("call term define name dub".split())
# Verbs that say little without where, or at what: "put the figure at ten million", "responded in May with a raid".
_PLACING = frozenset(
    "adhere amount attribute belong bring compare concentrate connect consist contribute convert dedicate depend "
    "deprive devote divide draw focus lay limit link participate place put range react refer regard relate rely "
    "respond restrict result turn wedge set split stem subject trace transform view".split()
)


def _parts(tree: Tree, clause: Clause, rng: Random) -> list[Part]:
    """Return complements, and as many adverbials as a question bears; those before the subject go last."""
    assert clause.subject is not None
    verb = clause.verb
    inside = set(clause.verb_group)
    after = [one for one in clause.arguments if one.head > verb or clause.antecedent == one.head]
    before = [
        one
        for one in clause.arguments
        if one not in after and not is_middle(clause, one) and not one.clausal and one.role in {"time", "place"}
    ]
    filled = [one for one in after if one.dep == "antecedent" and one.preposition]  # "in which he built a house"
    after = [one for one in after if one not in filled]
    complements = [one for one in after if one.role in COMPLEMENTS and not one.preposition]
    placing = base(tree.tokens[verb]) in _PLACING
    adverbials = [one for one in after if one.role not in COMPLEMENTS]
    placed = (one for one in adverbials if placing and one.preposition and one.role != "time")
    led = next(placed, next(iter(adverbials), None))
    needs_more = not complements or placing
    room = MAX_EXTRA
    reported = any(one.dep == "ccomp" and is_finite(tree, one.head) for one in complements)
    found: list[Part] = []
    for one in [*after, *filled, *before]:
        words = _said(tree, one, rng)
        gap = one.dep == "antecedent" and one.role in {"place", "time", "reason"} and not one.preposition
        if not words or inside & set(words) or gap:
            continue
        length = len(words) + len(one.preposition)
        essential = one.role in COMPLEMENTS or (needs_more and one.preposition != () and one is led)
        essential = essential and not (one.preposition and is_dropped(tree, one))
        essential = essential or is_needed(tree, verb, one)
        astray = reported and one in before and one.dep == "npadvmod"  # "Last week she said it fell.": not last week
        kept = essential or (length <= room and not astray and not is_dropped(tree, one))
        if kept and not essential:
            room -= length
        part = Part(one, words, kept, kept and not essential)
        if _whole(tree, part):
            found.append(part)
        elif essential:
            found.append(Part(one, one.span, kept))
    return found
