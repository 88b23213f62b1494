"""How to ask for numbers, amounts, ages, dates and durations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pie_qg.english import base
from pie_qg.lexicon import MONTHS, TIME_NOUNS, UNITS_OF_TIME
from pie_qg.questions.ask import Ask, Target
from pie_qg.questions.lasting import TAKING_TIME
from pie_qg.questions.phrases import strip_start
from pie_qg.tree import Tree

_MONTHS = "|".join(MONTHS)
_YEAR = re.compile(r"^(?:the year )?(?:c\. ?|ca\. ?)?(?:(?:1\d|20)\d\d|\d{1,5} ?(?:BC|BCE|AD|CE))$")
_YEARS = re.compile(r"^(?:1\d|20)\d\d ?[-–—/] ?\d{2,4}$")
_DATE_NOUNS = (
    (_YEAR, "year"),
    (re.compile(r"\d0'?s$"), "decade"),
    (re.compile(r"(?:\d(?:st|nd|rd|th)|\w+(?:th|first|second|third))[ -]century$", re.IGNORECASE), "century"),
    (re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$", re.IGNORECASE), "day"),
    (re.compile(rf"^(?:{_MONTHS})$"), "month"),
    (re.compile(rf"^(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})|(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?)\b"), "date"),
)
_PART_OF_TIME = re.compile(
    r"(?:the )?(?:start|beginning|end|middle|turn|height|close|rest|course|\w+ half|\w+ part)\b", re.IGNORECASE
)
_MONEY = re.compile(
    r"[$€£¥₤₹]|\b(?:dollar|cent|euro|pound|yen|yuan|rupee|rouble|ruble|franc|mark|lira|peso|krona|krone|dinar|dirham|riyal"
    r"|rial|rand|real|won|baht|shekel|zloty|ringgit|rupiah|naira|shilling|taka|dong|buck)s?\b|\b(?:USD|EUR|GBP)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$")
_DIMENSIONS = re.compile(
    r"\d[\d.]* ?(?:[\"'”’]|ft|feet|in|inches)? ?(?:x|X|×|by) ?\d[^a-z]*(?:feet|inches|ft|in)?"
)  # 14 x 20
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)  # "mph" has no plural
_AMOUNT = re.compile(r"^(?:\d[\d.,/-]*|[a-z-]+)$", re.IGNORECASE)
_LENGTHENED = frozenset({"for", "over", "throughout"})
_BOUNDED = frozenset({"since", "until", "till"})
_NO_SPAN = frozenset({"by", "in", "around", "about", "within"})
_FRACTIONS = frozenset("half third fourth quarter fifth sixth eighth tenth percent per".split())
_LASTING = UNITS_OF_TIME | frozenset("time while period season era age weekend".split())
_RELATIVE = frozenset({"before", "after"})
_FROM_ANOTHER = ("following ", "next ", "previous ", "same ", "preceding ")  # times that only the passage explains
_NO_TIME = frozenset("time times moment age point now today period".split()) | {"same period", "same time"}
_TURN = re.compile(r"(?:first|last|second|third|\w+th|half the) time\b", re.IGNORECASE)  # which time, and not when


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
        wh = f"what percentage {target.write(said)}".rstrip()
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
    """ "three large schools" → how many large schools; "for two years" → how long."""
    tree, head = target.tree, target.head
    number = tree.first(head, ("nummod",))
    if number is None:
        if _is_amount(tree, head) and not _YEARS.match(tree.text(target.answer())):
            wh, sure = ("what", 1.0) if target.part.role == "attribute" else ("how many", 0.4)
            yield Ask(wh, target.answer(), "number", wh, "CARDINAL", plural=True, confidence=sure)
        return
    listed = target.part.role == "attribute" and not tree.has(tree.tokens[head].head, {"expl"})
    span = tree.span(number)
    before = tree.tokens[span[0] - 1] if span and span[0] else None
    # "the FAS 113 test", "350 to 600", "4 out of 6 seats"
    label = before is not None and (before.pos == "PROPN" or before.text in {"to", "of"})
    if not _is_amount(tree, number) or target.is_list or listed or label:
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
    if lasts or target.preposition in _LENGTHENED:
        answer = exact(target.tree, strip_start(target.tree, target.tree.trimmed(range(span[0], target.head + 1))))
        yield Ask("how long", answer, "duration", "how long", "DURATION", takes_preposition=False)


def _is_amount(tree: Tree, number: int) -> bool:
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


def is_year(text: str) -> bool:
    """Tell whether a number is a year or a span of years: "1994", "1937–1938"."""
    return bool(_YEAR.match(text) or _YEARS.match(text))


def dated(target: Target) -> Iterator[Ask]:
    """ "in 1994" → what year, or when; "the 1990s" → what decade; "on Monday" → what day; "for years" → how long."""
    label, part = target.entity, target.part
    answer = target.answer()
    text = target.tree.text(answer)
    preposition = target.preposition
    if is_year(text):
        label = "DATE"
    if part.role == "object" and is_year(target.tree.tokens[target.head].text):  # "lost 1900 of its men"
        yield Ask("", (), "date", "", "")
        return
    if part.role != "time" and label not in {"DATE", "TIME"}:
        return
    conjuncts = target.tree.conjuncts(target.head)
    mixed = target.is_list and any(target.tree.entity(one) not in {"DATE", "TIME"} for one in conjuncts)
    if mixed or _ORDINAL.search(text) or preposition == "to":  # "from the 16th to the 18th centuries"
        yield Ask("", (), "date", "", "")
        return
    if text.lower().startswith(_FROM_ANOTHER):
        yield Ask("", (), "date", "", "")
        return
    noun = _date_noun(text) if label == "DATE" and not target.is_list else ""
    if (
        not preposition
        and part.role == "time"
        and (_is_length(target) or text.lower().startswith("all "))  # "sat all night"
        and target.tree.tokens[target.head].dep == "npadvmod"
    ):
        yield Ask("how long", answer, "duration", "how long", "DURATION")
    elif preposition in _NO_SPAN and _is_length(target):  # "won by two days", "hit in just over 14 months"
        yield Ask("", (), "date", "", "")
    elif (
        noun
        and not _PART_OF_TIME.match(text)
        and (part.role != "time" or target.rng.random() < 0.5)
        and preposition not in _RELATIVE
    ):
        yield Ask(f"what {noun}", answer, "date", "what", label)
    elif part.role not in {"time", "prepositional"} or _tells_none(text) or preposition == "from":
        yield Ask("", (), "date", "", "")
    elif preposition in _LENGTHENED and not is_year(text) and not noun:
        if target.tree.tokens[target.head].lemma.lower() not in _LASTING:  # "for Thanksgiving", "over a 3-hour walk"
            return
        yield Ask("how long", answer, "duration", "how long", "DURATION", takes_preposition=False)
    elif label not in {"DATE", "TIME"} and not _is_event(target, answer):
        yield Ask("", (), "date", "", "")
    elif preposition in _BOUNDED | _RELATIVE:
        front = preposition in {"since", "until", "till"}
        if preposition in _RELATIVE:
            answer = tuple(range(part.preposition[0], answer[-1] + 1))
        yield Ask("when", answer, "date", "when", label or "DATE", takes_preposition=front, confidence=0.7)
    elif label == "TIME" and target.rng.random() < 0.5:
        yield Ask("what time", answer, "date", "what", label)
    elif _tells_time(target, answer) or preposition == "during":
        yield Ask("when", answer, "date", "when", label or "DATE", takes_preposition=False)
    else:
        yield Ask("", (), "date", "", "")


def _tells_none(text: str) -> bool:
    """ "at that moment", "for the first time since May": no time that could be told."""
    return text.lower() in _NO_TIME or _TURN.match(text) is not None


def _is_event(target: Target, answer: tuple[int, ...]) -> bool:
    """ "during the Great Plague", "during the voyage to India"; not "during their rule", "during races"."""
    tree = target.tree
    owned = any(tree.tokens[child].tag == "PRP$" for child in tree.of(target.head, ("poss",)))
    named = any(tree.tokens[index].pos in {"PROPN", "NUM"} for index in answer)
    return named or (len(answer) > 1 and not owned)


def _is_length(target: Target) -> bool:
    """ "two days", "just over 14 months": how long, and not when."""
    unit = target.tree.tokens[target.head].lemma.lower() in UNITS_OF_TIME
    return unit and target.tree.has(target.head, {"nummod"})


def _tells_time(target: Target, answer: tuple[int, ...]) -> bool:
    """A tagger takes "a person's age" for a date; a time has a number or a noun of time."""
    tokens = [target.tree.tokens[index] for index in answer]
    timed = any(token.lemma.lower() in TIME_NOUNS or token.text[:1].isdigit() for token in tokens)
    vague = {token.text.lower() for token in tokens[:2]} & {"each", "every", "any", "same", "such", "that"}
    return timed and not vague


def _date_noun(text: str) -> str:
    bare = re.sub(r"^(?:the )?(?:early |late |mid-)?", "", text)
    return next((noun for pattern, noun in _DATE_NOUNS if pattern.search(bare)), "")
