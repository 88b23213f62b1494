"""From the triples of a passage to its candidate pairs, in either style, answers located in the original."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from pie_qg.clauses import Clause, clauses
from pie_qg.questions import natural, nominal, paper
from pie_qg.questions.agreement import costs
from pie_qg.questions.assemble import Setting
from pie_qg.questions.cut import is_cut, is_name_cut
from pie_qg.questions.draft import Draft
from pie_qg.questions.filters import (
    ANSWER_ABSENT,
    ANSWER_CUT,
    ANSWER_IN_QUESTION,
    ANSWER_SAYS_LITTLE,
    CUT,
    PRONOUN_LEFT,
    UNFINISHED,
    UNSURE,
    UNTIDY,
)
from pie_qg.questions.frame import frame
from pie_qg.questions.idioms import tears_idiom
from pie_qg.questions.locate import cuts_word, locate
from pie_qg.questions.narrow import is_widened
from pie_qg.questions.pointing import Readings, is_told
from pie_qg.questions.reading import Reading
from pie_qg.questions.relabel import relabelled
from pie_qg.questions.resolve import Resolver
from pie_qg.questions.telling import says_little
from pie_qg.questions.tidy import is_tidy
from pie_qg.questions.topic import is_first_person
from pie_qg.questions.which import is_either
from pie_qg.questions.whole import hangs
from pie_qg.records import Item, QAPair, Reject, Sentence, Triple
from pie_qg.tree import Tree

PRONOUN = re.compile(
    r"\b(?:he|she|they|it|him|them|this|these|those|we|us|me|himself|herself|He|She|They|It|This|These|Those|We"
    r"|of mine|ours|yours|myself|ourselves|yourself|i)\b|\b[Ii]['’](?:ve|m|d|ll)\b"
)
MIN_TOGETHER = 0.5  # of the rule and of the triple
RARE = frozenset({"why", "how", "how long", "how far", "how often", "how much"})
RARELY = 0.05  # how much less sure a question of a kind that is rare may be
MIN_CONFIDENCE = 0.5  # of a rule in the question that it forms; below it more are wrong than right
Style = Literal["natural", "paper"]


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A sentence of a paraphrase with the triples that were found in it."""

    sentence: int
    part: int
    tree: Tree
    triples: tuple[Triple, ...]


def form(item: Item, style: Style, rng: Random) -> tuple[list[QAPair], list[Reject]]:
    """Return the candidate pairs of a passage, and the drafts that could not become one."""
    rejects: list[Reject] = []
    pairs: list[QAPair] = []
    drafts = _natural(item, rng, rejects) if style == "natural" else _paper(item, rejects)
    for parsed, triple, draft in drafts:
        place = _place(item, parsed, draft)
        if place is None:
            rejects.append(_reject(item, draft, _answered(item, parsed, draft), ANSWER_ABSENT))
        elif cuts_word(item.passage.text, *place):
            rejects.append(_reject(item, draft, _answered(item, parsed, draft), ANSWER_CUT))
        else:
            pairs.append(_pair(item, triple, draft, place))
    return list({pair.id: pair for pair in pairs}.values()), rejects


def _place(item: Item, parsed: _Parsed, draft: Draft) -> tuple[int, int] | None:
    if draft.sentence is not None:
        original = item.sentences[draft.sentence]
        return locate(item.passage, original, Tree(original), draft.answer)
    origins = item.paraphrases[parsed.sentence].origins
    known = origins[parsed.part] if origins else ()
    return locate(item.passage, item.sentences[parsed.sentence], parsed.tree, draft.answer, known)


def _answered(item: Item, parsed: _Parsed, draft: Draft) -> Tree:
    """Return the sentence that a draft's answer stands in: an original one, where the draft says which."""
    return parsed.tree if draft.sentence is None else Tree(item.sentences[draft.sentence])


def _nominal(
    item: Item, parsed: _Parsed, resolver: Resolver, rng: Random, rejects: list[Reject]
) -> Iterator[tuple[_Parsed, Triple, Draft]]:
    """Yield the questions about the noun phrases of an original sentence."""
    tree = Tree(item.sentences[parsed.sentence])
    readings = resolver.read(parsed.sentence, tree)
    for draft, triple in nominal.drafts(Reading(tree, parsed.sentence, readings, rng)):
        said = {*draft.used, *draft.answer}
        if _leaves_pronoun(draft, readings, tree):
            rejects.append(_reject(item, draft, tree, PRONOUN_LEFT))
        elif any(is_widened(tree, index, said) for index in said) or is_name_cut(tree, draft.answer):
            rejects.append(_reject(item, draft, tree, CUT))
        else:
            yield parsed, triple, draft


def _nouns_before(item: Item, sentence: int) -> frozenset[str]:
    """Return the lemmas of the nouns in the sentences before one."""
    tokens = (token for one in item.sentences[:sentence] for token in one.tokens)
    return frozenset(token.lemma.lower() for token in tokens if token.pos in {"NOUN", "PROPN"})


def _named(draft: Draft, readings: Readings) -> Draft:
    """Answer with the name that a pronoun or a description stands for."""
    mention = readings.stands_for.get(draft.answer[0]) if len(draft.answer) == 1 else None
    return replace(draft, answer=mention.tokens, sentence=mention.sentence) if mention else draft


def _parsed(item: Item, triples: Iterable[Triple]) -> Iterator[_Parsed]:
    """Yield the sentences of the paraphrases that have triples, in the order of the passage."""
    by_place: dict[tuple[int, int], list[Triple]] = defaultdict(list)
    for triple in triples:
        by_place[triple.sentence, triple.part].append(triple)
    for (sentence, part), found in sorted(by_place.items(), key=lambda each: each[0]):
        tree = Tree(item.paraphrases[sentence].sentences[part])
        yield _Parsed(sentence, part, tree, tuple(found))


def _paper(item: Item, rejects: list[Reject]) -> Iterator[tuple[_Parsed, Triple, Draft]]:
    kept, dropped = paper.drop_unfit(item.triples)
    for triple, reason in dropped:
        words = [triple.subject.text, triple.relation.text, triple.object.text]
        rejects.append(Reject(item.passage.id, "questions", reason, {"triple": words}))
    for parsed in _parsed(item, kept):
        for triple, draft in paper.drafts(parsed.triples):
            yield parsed, triple, draft


def _natural(item: Item, rng: Random, rejects: list[Reject]) -> Iterator[tuple[_Parsed, Triple, Draft]]:
    item = relabelled(item)
    originals = [Tree(sentence) for sentence in item.sentences]
    resolver, first_person = Resolver(originals, rng), is_first_person(originals)
    asked: set[int] = set()
    for parsed in _parsed(item, item.triples):
        new = parsed.sentence not in asked
        asked.add(parsed.sentence)
        original = item.sentences[parsed.sentence]
        if not is_tidy(original):
            if new:
                rejects.append(Reject(item.passage.id, "questions", UNTIDY, {"sentence": original.text}))
            continue
        if new:
            yield from _nominal(item, parsed, resolver, rng, rejects)
        readings = resolver.read(parsed.sentence, parsed.tree)
        known = _nouns_before(item, parsed.sentence)
        for clause, triples, draft in _clause_drafts(parsed, readings, rng, first_person, resolver.topic):
            triple = _best(triples, draft)
            points_back = draft.answer[0] not in readings.stands_for and says_little(
                parsed.tree, draft.answer, known, first_person
            )
            if _leaves_pronoun(draft, readings, parsed.tree):
                rejects.append(_reject(item, draft, parsed.tree, PRONOUN_LEFT))
            elif _names_answer(draft, readings):
                rejects.append(_reject(item, draft, parsed.tree, ANSWER_IN_QUESTION))
            elif points_back:
                rejects.append(_reject(item, draft, parsed.tree, ANSWER_SAYS_LITTLE))
            elif _is_of_either(item, parsed, clause.verb):
                rejects.append(_reject(item, draft, parsed.tree, UNSURE))
            elif hangs(parsed.tree, draft.used, set(draft.answer)):
                rejects.append(_reject(item, draft, parsed.tree, UNFINISHED))
            elif _is_cut(original, parsed.tree, clause, draft):
                rejects.append(_reject(item, draft, parsed.tree, CUT))
            elif not _is_sure(draft, triple):
                rejects.append(_reject(item, draft, parsed.tree, UNSURE))
            else:
                yield parsed, triple, _named(draft, readings)


def _clause_drafts(
    parsed: _Parsed, readings: Readings, rng: Random, first_person: bool, topic: str
) -> Iterator[tuple[Clause, list[Triple], Draft]]:
    """Yield what the rules form about the clauses that triples state, each with its clause and its triples."""
    found = clauses(parsed.tree.sentence, parsed.tree)
    for clause, triples in _by_clause(found, parsed.triples):
        taken = frame(parsed.tree, found, clause, readings, rng)
        for draft in natural.drafts(Setting(taken, found, rng, first_person, topic)) if taken else ():
            yield clause, triples, draft


def _leaves_pronoun(draft: Draft, readings: Readings, tree: Tree) -> bool:
    if any(word in draft.used and owner not in draft.used | {*draft.answer} for word, owner in readings.owners.items()):
        return True  # "At its last session, held in May, the board met.": whose session was held in May?
    free = {index for index in draft.used if costs(tree, index, draft.used)}
    left = any(not is_told(tree, index, draft.used) for index in (draft.used - free) & readings.unresolved)
    question = re.sub(r"\bit (?=take|took|cost)", "", draft.question) if free else draft.question
    return left or PRONOUN.search(question) is not None


def _is_of_either(item: Item, parsed: _Parsed, verb: int) -> bool:
    """ "It lies on the bank of the river. The bank marks the border.": a clause that "which" was about, split off."""
    origins = item.paraphrases[parsed.sentence].origins
    origin = origins[parsed.part][verb] if origins else -1
    return origin >= 0 and is_either(Tree(item.sentences[parsed.sentence]), origin)


def _names_answer(draft: Draft, readings: Readings) -> bool:
    """ "Ada said that she won.": that Ada won does not ask who said so."""
    here = (index for index in draft.used & readings.stands_for.keys() if readings.stands_for[index].sentence is None)
    return any(readings.stands_for[index].position[1] in draft.answer for index in here)


def _is_cut(original: Sentence, tree: Tree, clause: Clause, draft: Draft) -> bool:
    """Tell whether a draft stops in the middle, or asks for half of a saying, which the original sentence has whole."""
    said, answer = draft.used | {*clause.verb_group}, set(draft.answer)
    lemmas = [{tree.tokens[index].lemma.lower() for index in words} for words in (said, answer)]
    return is_cut(tree, draft.used, answer, clause.verb) or tears_idiom(original, *lemmas)


def _is_sure(draft: Draft, triple: Triple) -> bool:
    least = MIN_TOGETHER - (RARELY if draft.type in RARE else 0.0)
    return draft.confidence >= MIN_CONFIDENCE and draft.confidence * triple.confidence >= least


def _by_clause(found: Sequence[Clause], triples: Sequence[Triple]) -> Iterator[tuple[Clause, list[Triple]]]:
    """Yield the clauses that a triple states, known by the verb in its relation, with their triples."""
    for clause in found:
        stated = [triple for triple in triples if clause.verb in triple.relation.tokens]
        if stated:
            yield clause, stated


def _best(triples: Sequence[Triple], draft: Draft) -> Triple:
    """Return the triple that an answer comes from: the one with an argument that holds most of it."""

    def shared(triple: Triple) -> tuple[int, float]:
        arguments = (triple.subject, triple.object, *triple.more)
        return max(len(set(argument.tokens) & set(draft.answer)) for argument in arguments), triple.confidence

    return max(triples, key=shared)


def _pair(item: Item, triple: Triple, draft: Draft, place: tuple[int, int]) -> QAPair:
    answer = item.passage.text[place[0] : place[1]]
    key = f"{draft.question}\x00{place[0]}\x00{answer}"
    return QAPair(
        id=f"{item.passage.id}-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}",
        question=draft.question,
        answer=answer,
        answer_start=place[0],
        sentence=triple.sentence if draft.sentence is None else draft.sentence,
        triple=triple,
        rule=draft.rule,
        question_type=draft.type,
        answer_type=draft.answer_type,
        confidence=draft.confidence * triple.confidence,
    )


def _reject(item: Item, draft: Draft, tree: Tree, reason: str) -> Reject:
    candidate = {"question": draft.question, "answer": tree.text(draft.answer), "rule": draft.rule}
    return Reject(item.passage.id, "questions", reason, candidate)
