"""How to ask for numbers, amounts, ages, extents and durations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pie_qg.constituents import core
from pie_qg.english import base
from pie_qg.lexicon import TIME_NOUNS, UNITS_OF_MEASURE, UNITS_OF_TIME
from pie_qg.questions.ask import Ask, Target
from pie_qg.questions.dates import LENGTHENED, is_year, is_years
from pie_qg.questions.lasting import TAKING_TIME
from pie_qg.questions.phrases import strip_start
from pie_qg.tree import Tree

_MONEY = re.compile(
    r"[$€£¥₤₹]|\b(?:dollar|cent|euro|pound|yen|yuan|rupee|rouble|ruble|franc|mark|lira|peso|krona|krone|dinar|dirham|riyal"
    r"|rial|rand|real|won|baht|shekel|zloty|ringgit|rupiah|naira|shilling|taka|dong|buck)s?\b|\b(?:USD|EUR|GBP)\b",
    re.IGNORECASE,
)
_DIMENSIONS = re.compile(
    r"\d[\d.]* ?(?:[\"'”’]|ft|feet|in|inches)? ?(?:x|X|×|by) ?\d[^a-z]*(?:feet|inches|ft|in)?"
)  # 14 x 20
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)  # "mph" has no plural
_AMOUNT = re.compile(r"^(?:\d[\d.,/-]*|[a-z-]+)$", re.IGNORECASE)
_FRACTIONS = frozenset("half third fourth quarter fifth sixth eighth tenth percent per".split())


def measured(target: Target) -> Iterator[Ask]:
    """ "20 percent of the votes" → what percentage of the votes; "$5" → how much money; "30 years old" → how old."""
    tree, head, label = target.tree, target.head, target.entity
    answer = target.answer()
    share = tree.tokens[head].lemma == "percent"
    said = _of_phrase(tree, head) if share or label == "PERCENT" else ()
    if _DIMENSIONS.fullmatch(tree.text(answer)):
        sized = target.part.role == "attribute"
        yield Ask("how big" if sized else "", answer if sized else (), "size", "how big", "QUANTITY")
    elif target.preposition in {"from", "between"} and {"to", "and"} & {
        tree.tokens[one].text.lower() for one in answer
    }:
        yield Ask("", (), "range", "", "")  # "fell from 44 to 24 percent"
    elif any(token.text == "respectively" for token in tree.tokens) and label in {"PERCENT", "CARDINAL", "MONEY"}:
        yield Ask("", (), "one of several", "", "")
    elif (
        (label == "PERCENT" or (share and (said or target.part.role == "subject")))
        and head in answer
        and re.search(r"\d.*(?:%|percent|per cent)", tree.text(answer))
    ):
        level = target.part.role == "attribute" and not said  # "What was the turnout?"
        wh = "what" if level else f"what percentage {target.write(said)}".rstrip()
        nouns = [tree.tokens[one].tag for preposition in said[:1] for one in tree.of(preposition, ("pobj",))]
        several = bool({"NNS", "NNPS"} & set(nouns))
        yield Ask(
            wh, exact(tree, answer[: answer.index(head) + 1]), "percentage", "what", "PERCENT", several, said=said
        )
    elif label == "MONEY" and _is_praised(tree, head, answer):
        yield Ask("", (), "money", "", "")
    elif label == "MONEY" and not target.is_list and _MONEY.search(tree.text(answer)):
        wh = "how much" if target.part.role == "object" else "how much money"
        yield Ask(wh, exact(tree, answer), "money", "how much", label)
    elif tree.tokens[head].dep == "npadvmod" and tree.tokens[tree.tokens[head].head].lemma == "old":
        yield Ask("how old", answer, "age", "how old", "AGE", takes_preposition=False)
    else:
        yield from _extent(target)


def _is_praised(tree: Tree, head: int, answer: tuple[int, ...]) -> bool:
    """ "the best 18 bucks you can spend", "much bigger: 40 euros": more is said than an amount."""
    praised = any(tree.tokens[child].tag in {"JJS", "JJ"} for child in tree.of(head, ("amod",)) if child in answer)
    return praised or any(tree.tokens[index].text == ":" for index in answer)


def _extent(target: Target) -> Iterator[Ask]:
    """ "is 90 km long" → how long; "lies 24 km from Ghent" → how far."""
    tree, token = target.tree, target.tree.tokens[target.head]
    if token.text.lower() in _EXTENTS and (amount := tree.first(target.head, ("npadvmod",))) is not None:
        if tree.has(amount, {"nummod"}):
            answer = tree.span(amount, without={"appos", "prep"})
            wh = f"how {token.text.lower()}"
            yield Ask(wh, answer, "extent", wh, "QUANTITY", takes_preposition=False)
    elif token.dep == "npadvmod" and token.lemma.lower() in _LENGTHS and tree.has(target.head, {"nummod"}):
        beside = {tree.tokens[one].text.lower() for one in (token.head, *tree.children[token.head])}
        if beside & _AWAY:
            answer = tree.span(target.head, without={"appos", "prep"})
            yield Ask("how far", answer, "extent", "how far", "QUANTITY", takes_preposition=False)


_EXTENTS = frozenset("long tall high wide deep old thick large heavy".split())
_LENGTHS = frozenset("kilometer kilometre km mile mi meter metre m foot ft yard inch".split())
_AWAY = frozenset("from away north south east west northeast northwest southeast southwest upstream downstream".split())


def repeated(target: Target) -> Iterator[Ask]:
    """ "meets every two years", "published weekly" → how often."""
    tree, head = target.tree, target.head
    token = tree.tokens[head]
    words = tree.span(head)
    opening = [tree.tokens[index].text.lower() for index in words[:2]]
    often = bool({"every", "each"} & set(opening) or {"once", "twice"} & set(opening[:1]))
    if token.text.lower() in _FREQUENCIES and token.dep == "advmod":
        yield Ask("how often", (head,), "frequency", "how often", "FREQUENCY", takes_preposition=False)
    elif often and token.lemma == "time" and not tree.has(head, {"relcl", "acl"}):  # "comes out crisp every time"
        yield Ask("", (), "frequency", "", "")
    elif often and not target.preposition and token.lemma.lower() in TIME_NOUNS | {"once", "twice"} and len(words) > 1:
        yield Ask("how often", words, "frequency", "how often", "FREQUENCY", takes_preposition=False)


_FREQUENCIES = frozenset("annually yearly monthly weekly daily hourly biennially quarterly".split())


def _of_phrase(tree: Tree, head: int) -> tuple[int, ...]:
    """Return "of the votes" in "20 percent of the votes"."""
    for preposition in tree.of(head, ("prep",)):
        words = tree.trimmed(tree.subtree(preposition, below={"relcl", "acl", "appos", "cc", "conj"}))
        if tree.tokens[preposition].lemma == "of" and len(words) <= 8:
            return words
    return ()


def counted(target: Target) -> Iterator[Ask]:
    """ "three large schools" → how many large schools; "for two years" → how long; of a list see `listed`."""
    number = target.tree.first(target.head, ("nummod",))
    if number is None:
        yield from _lone_number(target)
    elif not target.is_list:
        yield from _of_things(target, number)


def _lone_number(target: Target) -> Iterator[Ask]:
    """ "two of the mills" → how many of the mills; "rose to 280" → what."""
    tree, head = target.tree, target.head
    if said := _some_of(target):
        answer = tree.span(head, without={"prep", "relcl", "acl", "appos"})
        wh = f"how many {target.write(said)}"
        yield Ask(wh, exact(tree, answer), "number", "how many", "CARDINAL", plural=True, said=said)
    elif is_amount(tree, head) and not is_years(tree.text(target.answer())):
        level = target.part.role == "attribute" or _moves(target)
        wh, sure = ("what", 1.0) if level else ("how many", 0.4)
        yield Ask(wh, target.answer(), "number", wh, "CARDINAL", plural=True, confidence=sure)


def _of_things(target: Target, number: int) -> Iterator[Ask]:
    """ "three large schools" → how many large schools; "for two years" → how long."""
    tree, head = target.tree, target.head
    told = target.part.role == "attribute" and not tree.has(tree.tokens[head].head, {"expl"})
    span = tree.span(number)
    before = tree.tokens[span[0] - 1] if span and span[0] else None
    # "the FAS 113 test", "350 to 600", "4 out of 6 seats"
    label = before is not None and (before.pos == "PROPN" or before.text in {"to", "of"})
    if not is_amount(tree, number) or told or label:
        return
    if tree.tokens[head].lemma.lower() in UNITS_OF_TIME:
        yield from _lasting(target, span)
        return
    rest = tuple(index for index in target.part.core if index > span[-1] and tree.tokens[index].dep != "quantmod")
    noun = tree.tokens[head]
    if (
        head in rest
        and rest[-1] - rest[0] < len(rest)  # "two allotropes, α-tin and β-tin"
        and not _points(tree, head)
        and noun.lemma not in _FRACTIONS
        and noun.tag == "NNS"
        and len(noun.text) > 2
        and noun.text.isalpha()
        and _VOWEL.search(noun.text)
    ):
        yield Ask(
            f"how many {target.write(rest)}",
            exact(tree, span),
            "number",
            "how many",
            "CARDINAL",
            plural=True,
            said=rest,
        )


def _some_of(target: Target) -> tuple[int, ...]:
    """ "two of the mills" → of the mills; of nothing that "them" or a bare noun stands for."""
    tree, head = target.tree, target.head
    said = _of_phrase(tree, head) if is_amount(tree, head) and not target.is_list else ()
    nouns = [noun for preposition in said[:1] for noun in tree.of(preposition, ("pobj",))]
    several = any(tree.tokens[noun].tag in {"NNS", "NNPS"} and tree.has(noun, {"det", "poss"}) for noun in nouns)
    return said if several and said[0] == head + 1 else ()


def listed(target: Target) -> Iterator[Ask]:
    """ "four knives and a block" → how many knives; not of "four knives and forks", "five feet and two inches"."""
    tree = target.tree
    members = tree.conjuncts(target.head) if target.is_list else []
    joined = {tree.word(child) for one in members for child in tree.of(one, ("cc",))}
    measures = any(tree.tokens[one].lemma.lower() in UNITS_OF_MEASURE | UNITS_OF_TIME for one in members)
    if joined == {"and"} and not measures and all(tree.has(one, _OWN) for one in members[1:]):
        for one in members:
            member = replace(target, part=replace(target.part, head=one, core=core(tree, one)))
            number = tree.first(one, ("nummod",))
            yield from _lone_number(member) if number is None else _of_things(member, number)


_OWN = frozenset({"det", "nummod", "poss"})


def _moves(target: Target) -> bool:
    """ "rose to 280,000", "totalled 300": a number that a thing comes to, and not of things that are counted."""
    tree, above = target.tree, target.tree.tokens[target.head].head
    if target.preposition:
        return target.preposition in {"to", "at"} and base(tree.tokens[tree.tokens[above].head]) in _MOVING
    return target.part.role == "object" and base(tree.tokens[above]) in _REACHING


_MOVING = frozenset(
    "amount climb decline decrease diminish double drop dwindle expand fall grow increase jump peak plummet plunge "
    "rise shrink sink slip soar stand stabilize surge swell total".split()
)
_REACHING = frozenset("average exceed reach surpass top total".split())


def exact(tree: Tree, answer: tuple[int, ...]) -> tuple[int, ...]:
    """ "about 300", "an estimated 300" → 300: the shortest span that answers; but "more than 300" is not 300."""
    for start, index in enumerate(answer):
        roughly = tree.word(index) in _ROUGHLY or (tree.word(index) in {"a", "an"} and start + 1 < len(answer))
        if not roughly:
            return answer[start:] if start and tree.word(answer[start - 1]) in _ROUGHLY else answer
    return answer


_ROUGHLY = frozenset("about approximately around circa estimated just merely nearly almost only roughly some".split())


def _points(tree: Tree, head: int) -> bool:
    """ "These two seals": how many there are is said elsewhere."""
    return any(tree.tokens[child].text.lower() in {"these", "those"} for child in tree.of(head, ("det",)))


def _lasting(target: Target, span: tuple[int, ...]) -> Iterator[Ask]:
    """ "for two years", "took three days" → how long; "after two years" is asked for by its own rule."""
    verb = base(target.tree.tokens[target.tree.tokens[target.head].head])
    lasts = target.part.role == "object" and verb in TAKING_TIME  # "received up to nineteen minutes"
    if lasts or target.preposition in LENGTHENED:
        answer = exact(target.tree, strip_start(target.tree, target.tree.trimmed(range(span[0], target.head + 1))))
        yield Ask("how long", answer, "duration", "how long", "DURATION", takes_preposition=False)


def is_amount(tree: Tree, number: int) -> bool:
    token = tree.tokens[number]
    if tree.entity(number) in {"ORDINAL", "MONEY"}:
        return False
    if tree.entity(number) in {"DATE", "TIME"} and not _AMOUNT.match(token.text):
        return False
    return (
        token.pos == "NUM"
        and token.text.lower() not in {"one", "zero"}
        and bool(_AMOUNT.match(token.text))
        and not is_year(token.text)
    )
