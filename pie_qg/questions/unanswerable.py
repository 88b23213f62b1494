"""Questions that look as if the passage answered them, and it does not: made from answerable ones by one change.

A name or a number is swapped for another, or the fact is denied; then the passage is searched for an answer after all.
The three changes are those that Rajpurkar et al. (Know What You Don't Know, ACL 2018, table 2) saw people use.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from pie_qg.questions.filters import content_words
from pie_qg.records import Item, QAPair

_NUMBER = re.compile(r"\b\d{1,3}(?:,\d{3})+\b|\b\d+\b(?![.,]\d)")
_AUXILIARY = re.compile(r"^(?:is|are|was|were|has|have|had|can|could|may|might|will|would|should|must)\b ?", re.I)
_STEPS = (-30, -20, -10, -7, -3, -2, 2, 3, 7, 10, 20, 30)
# A sentence that has a swapped name and this share of the question's other words may answer it after all.
_ANSWERS = 0.5

Change = Callable[[Item, QAPair, Random], str | None]


def make_unanswerable(item: Item, pairs: Sequence[QAPair], share: float, rng: Random) -> list[QAPair]:
    """Return as many unanswerable questions as make up a share of all, fewer where the passage offers fewer."""
    wanted = len(pairs) * share / (1 - share)
    number = int(wanted) + (rng.random() < wanted % 1)
    made: dict[str, QAPair] = {}
    asked = {pair.question for pair in pairs}
    for pair in rng.sample(list(pairs), len(pairs)):
        if len(made) >= number:
            break
        for rule, question in _changed(item, pair, rng):
            if question not in asked and question not in made:
                made[question] = _pair(item, pair, rule, question)
                break
    return list(made.values())


def _changed(item: Item, pair: QAPair, rng: Random) -> Iterator[tuple[str, str]]:
    for rule, change in rng.sample(CHANGES, len(CHANGES)):
        question = change(item, pair, rng)
        if question is not None:
            yield rule, question


def _swap_name(item: Item, pair: QAPair, rng: Random) -> str | None:
    """ "What did Ada write?" → What did Babbage write? where the passage does not say that Babbage wrote."""
    names = dict(_names(item))
    said = [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", pair.question)]
    for old in sorted(said, key=len, reverse=True):
        others = [
            new
            for new, label in names.items()
            if label == names[old] and old not in new and new not in old and new not in pair.question
        ]
        rng.shuffle(others)
        for new in others:
            question = pair.question.replace(old, new, 1)
            if not _may_be_answered(item, question, new, pair.answer):
                return question
    return None


def _names(item: Item) -> Iterator[tuple[str, str]]:
    for sentence in item.sentences:
        for entity in sentence.entities:
            if entity.label in _SWAPPED:
                first, last = sentence.tokens[entity.first], sentence.tokens[entity.stop - 1]
                yield sentence.text[first.start : last.end].removeprefix("the ").removeprefix("The "), entity.label


_SWAPPED = frozenset({"PERSON", "GPE", "ORG", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"})


def _swap_number(item: Item, pair: QAPair, rng: Random) -> str | None:
    """ "Who ruled in 1850?" → Who ruled in 1857? where 1857 is not in the passage."""
    numbers = list(_NUMBER.finditer(pair.question))
    if not numbers:
        return None
    match = rng.choice(numbers)
    value = int(match.group().replace(",", ""))
    for step in rng.sample(_STEPS, len(_STEPS)):
        new = f"{value + step:,}" if "," in match.group() else str(value + step)
        if value + step > 0 and not re.search(rf"\b{new}\b", item.passage.text):
            return pair.question[: match.start()] + new + pair.question[match.end() :]
    return None


def _deny(_item: Item, pair: QAPair, _rng: Random) -> str | None:
    """ "Who wrote the notes?" → Who never wrote the notes?"""
    first, _, rest = pair.question.partition(" ")
    if first not in {"Who", "What"} or not pair.rule.startswith(("subject:person", "subject:thing")):
        return None
    if " not " in rest or " never " in rest:
        return None
    auxiliary = _AUXILIARY.match(rest)
    cut = auxiliary.end() if auxiliary else 0
    return f"{first} {rest[:cut]}never {rest[cut:]}"


CHANGES: tuple[tuple[str, Change], ...] = (("swap-name", _swap_name), ("swap-number", _swap_number), ("deny", _deny))


def _may_be_answered(item: Item, question: str, name: str, answer: str) -> bool:
    """Tell whether a sentence with the new name also says much of the rest of the question."""
    asked = content_words(question) - content_words(name)
    for sentence in item.sentences:
        if name in sentence.text and len(asked & content_words(sentence.text)) >= _ANSWERS * max(len(asked), 1):
            return True
    return name in answer


def _pair(item: Item, pair: QAPair, rule: str, question: str) -> QAPair:
    key = hashlib.sha256(f"{question}\x00unanswerable".encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return replace(
        pair,
        id=f"{item.passage.id}-{key}",
        question=question,
        answer="",
        answer_start=0,
        rule=f"{pair.rule}:{rule}",
        answer_type="",
        answerable=False,
    )
