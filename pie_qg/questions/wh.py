"""What to ask for: the wh-phrase that fits what an answer is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from pie_qg.constituents import Constituent
from pie_qg.english import inflect, lemma_of_noun, phrase
from pie_qg.questions.nouns import PLACES, noun_class
from pie_qg.questions.phrases import answer_tokens, strip_start
from pie_qg.tree import Tree


@dataclass(frozen=True, slots=True)
class Ask:
    """A wh-phrase, and the words that answer it."""

    wh: str
    answer: tuple[int, ...]
    rule: str
    type: str
    """The question's type: who, what, which, when, where, why, how, how many, …"""
    answer_type: str
    plural: bool = False
    """Whether a verb agrees with the wh-phrase in the plural: "how many people were"."""
    takes_preposition: bool = True
    """Whether the answer's preposition stays in the question: not for "when" and "where"."""
    confidence: float = 1.0
    said: tuple[int, ...] = ()
    """Tokens that the wh-phrase says."""


Instead = Mapping[int, str]
"""Other words for some tokens: what pronouns stand for."""

# An entity's type → what may be asked for it; "" stands for a bare "what".
ENTITY_NOUNS: dict[str, tuple[str, ...]] = {
    "ORG": ("organization", "group", ""),
    "GPE": ("place", "location"),
    "LOC": ("location", "place"),
    "FAC": ("", "place"),
    "NORP": ("group", "people"),
    "EVENT": ("event",),
    "LANGUAGE": ("language",),
    "LAW": ("law", ""),
    "WORK_OF_ART": ("work", ""),
    "PRODUCT": ("product", ""),
}
# Classes that people name in a question; of the others ("time", "group", "substance") they ask "what".
NAMED_CLASSES = frozenset(
    "animal plant disease language color drink instrument vehicle weapon building metal material sport game religion "
    "field occupation garment country city town state river lake mountain ocean sea island continent planet desert "
    "emotion crime currency day month season holiday war battle award region degree dance tool school mineral drug meal "
    "element genre".split()
)
_UNIT_OF_TIME = frozenset("second minute hour day night week month year decade century".split())
_VAGUE = frozenset(
    "other many such several different various main first last same new more most few own certain much next good "
    "great only particular similar major important large small big little old second third single whole entire "
    "additional further total non- best better early late long short high low full real actual likely possible able "
    "able available common typical usual specific individual overall general another".split()
)
_YEAR = re.compile(r"^(?:the year )?(?:c\. ?|ca\. ?)?(?:1\d|20)\d\d(?: ?(?:BC|BCE|AD|CE))?$")
_DECADE = re.compile(r"\d0'?s$")
_CENTURY = re.compile(r"centur(?:y|ies)$", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$", re.IGNORECASE)
_MONTH_DAY = re.compile(
    r"^(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)(?: \d{1,2}(?:st|nd|rd|th)?)?$"
)
_AMOUNT = re.compile(
    r"^(?:[\d.,/-]+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)\b.*)$", re.I
)


def asks(tree: Tree, part: Constituent, instead: Instead, rng: Random) -> list[Ask]:
    """Return the ways to ask for a constituent or for a word in it, the plainest first."""
    if part.clausal:
        return []
    found = [
        *_whole(tree, part, instead, rng),
        *(ask for rule in (_kind_of, _whose) for ask in rule(tree, part, instead, rng)),
    ]
    return [ask for ask in found if ask.answer]


def _whole(tree: Tree, part: Constituent, instead: Instead, rng: Random) -> Iterator[Ask]:
    """The first rule that fits asks for the whole phrase."""
    for rule in (_measured, _counted, _dated, _entity, _pronoun, _noun):
        found = list(rule(tree, part, instead, rng))
        if found:
            yield from found
            return


def _measured(tree: Tree, part: Constituent, instead: Instead, rng: Random) -> Iterator[Ask]:
    """ "20 percent of the votes" → what percentage of the votes; "$5" → how much money; "aged 30" → how old."""
    label = tree.entity(part.head)
    answer = answer_tokens(tree, part)
    if label == "PERCENT":
        said = _complement(tree, part.head)
        rest = f" {phrase(tree.sentence, said, instead)}" if said else ""
        yield Ask(
            f"what percentage{rest}", answer[: _end_of(answer, part.head)], "percentage", "what", label, said=said
        )
    elif label == "MONEY":
        yield Ask("how much" if part.role == "object" else "how much money", answer, "money", "how much", label)
    elif tree.tokens[part.head].dep == "npadvmod" and tree.tokens[tree.tokens[part.head].head].lemma == "old":
        yield Ask("how old", answer, "age", "how old", "AGE", takes_preposition=False)


def _end_of(answer: tuple[int, ...], head: int) -> int:
    return answer.index(head) + 1 if head in answer else len(answer)


def _complement(tree: Tree, head: int) -> tuple[int, ...]:
    """Return "of the votes" in "20 percent of the votes"."""
    for preposition in tree.of(head, ("prep",)):
        words = tree.trimmed(tree.subtree(preposition, below={"relcl", "acl", "appos"}))
        if tree.tokens[preposition].lemma == "of" and len(words) <= 8:
            return words
    return ()


def _counted(tree: Tree, part: Constituent, instead: Instead, rng: Random) -> Iterator[Ask]:
    """ "three large schools" → how many large schools; "for two years" → how long."""
    head = part.head
    number = tree.first(head, ("nummod",))
    if number is None:
        if tree.tokens[head].pos == "NUM" and tree.entity(head) not in {"DATE", "TIME"}:
            yield Ask("how many", answer_tokens(tree, part), "number", "how many", "CARDINAL", plural=True)
        return
    if not _is_amount(tree, number) or any(tree.tokens[one].dep == "appos" for one in (head,)):
        return
    span = tree.span(number)
    lemma = tree.tokens[head].lemma.lower()
    if lemma in _UNIT_OF_TIME and part.role in {"time", "number", "prepositional", "other"}:
        if not part.preposition or tree.tokens[part.preposition[0]].text.lower() in {"for", "over", "in"}:
            whole = strip_start(tree, tree.trimmed({*span, head, *range(span[0], head)}))
            yield Ask("how long", whole, "duration", "how long", "DURATION", takes_preposition=False)
        return
    rest = [
        index
        for index in part.core
        if index not in span and tree.tokens[index].dep not in {"det", "quantmod"} and index > span[-1]
    ]
    if head in rest and tree.tokens[head].tag in {"NNS", "NNPS", "NN"}:
        plural = {head: inflect(lemma, "NNS")} if tree.tokens[head].tag == "NN" else {}
        noun = phrase(tree.sentence, rest, {**instead, **plural})
        yield Ask(f"how many {noun}", span, "number", "how many", "CARDINAL", plural=True, said=tuple(rest))


def _is_amount(tree: Tree, number: int) -> bool:
    token = tree.tokens[number]
    if tree.entity(number) in {"DATE", "TIME", "ORDINAL", "MONEY"} and not _AMOUNT.match(token.text):
        return False
    return (
        token.pos == "NUM" and bool(_AMOUNT.match(token.text) or token.text.isalpha()) and not _YEAR.match(token.text)
    )


def _dated(tree: Tree, part: Constituent, instead: Instead, rng: Random) -> Iterator[Ask]:
    """ "in 1994" → what year or when; "the 1990s" → what decade; "on Monday" → what day."""
    label = tree.entity(part.head)
    if part.role != "time" and label not in {"DATE", "TIME"}:
        return
    answer = answer_tokens(tree, part)
    text = tree.text(answer)
    preposition = tree.text(part.preposition).lower()
    if label == "DATE" and (noun := _date_noun(text)):
        if rng.random() < 0.5 or part.role != "time":
            yield Ask(f"what {noun}", answer, "date", "what", label)
            return
    if part.role != "time":
        return
    if preposition in {"since", "until", "till", "from"}:
        yield Ask("when", answer, "date", "when", label or "DATE")
    elif preposition in {"for", "throughout", "over", "within"}:
        yield Ask("how long", answer, "duration", "how long", "DURATION", takes_preposition=False)
    elif preposition in {"before", "after"}:
        yield Ask("when", answer, "date", "when", label or "DATE", takes_preposition=False, confidence=0.5)
    elif label == "TIME":
        wh = rng.choice(("what time", "when"))
        yield Ask(wh, answer, "date", wh.split()[0], label, takes_preposition=wh != "when")
    elif label or part.preposition or tree.tokens[part.head].pos == "NOUN":
        yield Ask("when", answer, "date", "when", label or "DATE", takes_preposition=False)


def _date_noun(text: str) -> str:
    bare = text.removeprefix("early ").removeprefix("late ").removeprefix("mid-").removeprefix("the ")
    table = ((_YEAR, "year"), (_DECADE, "decade"), (_CENTURY, "century"), (_WEEKDAY, "day"), (_MONTH_DAY, "date"))
    noun = next((noun for pattern, noun in table if pattern.search(bare)), "")
    return "month" if noun == "date" and bare.isalpha() else noun


def _entity(tree: Tree, part: Constituent, instead: Instead, rng: Random) -> Iterator[Ask]:
    """ "Ada Lovelace" → who; "the Rhine" → what river; "Harvard University" → what university; "in Paris" → where."""
    label = tree.entity(part.head)
    if label not in ENTITY_NOUNS and label != "PERSON":
        return
    answer = answer_tokens(tree, part)
    plural = len(tree.conjuncts(part.head)) > 1
    title = _title(tree, part.head)
    if label == "PERSON" and noun_class(tree.tokens[part.head].lemma) not in PLACES:
        if title and rng.random() < 0.5 and not plural:
            yield Ask(f"which {title}", answer, "title", "which", label)
        else:
            yield Ask("who", answer, "person", "who", label)
        return
    noun = name_class(tree, part.head)
    if part.role == "place" and rng.random() < 0.6:
        yield Ask("where", answer, "place", "where", label, takes_preposition=False)
        return
    if not noun:
        noun = rng.choice(ENTITY_NOUNS.get(label, ("",)))
    yield _what(noun, answer, "name", label, plural, rng)


def _title(tree: Tree, head: int) -> str:
    """Return the word for a person that stands before the name: "the physicist Marie Curie" → physicist."""
    for child in tree.of(head, ("compound", "appos")):
        token = tree.tokens[child]
        if token.pos == "NOUN" and token.text.islower() and noun_class(token.lemma) == "person":
            modifiers = tree.of(child, ("compound", "amod"))
            words = [index for index in modifiers if tree.tokens[index].text.lower() not in _VAGUE]
            return phrase(tree.sentence, tree.trimmed({*words, child}))
    return ""


def name_class(tree: Tree, head: int) -> str:
    """Return what a name says, or is known, to be: "Rhine" → river; "Battle of Hastings" → battle."""
    token = tree.tokens[head]
    entity = tree.entity_at.get(head)
    if entity is not None:
        words = [tree.tokens[index].text for index in range(entity.first, entity.stop)]
        known = noun_class(" ".join(word for word in words if word.lower() != "the"))
        if known in NAMED_CLASSES:
            return known
    low = token.text.lower()
    if token.text[:1].isupper() and entity is not None and entity.stop - entity.first > 1 and _is_common(low):
        return low
    return ""


def _is_common(word: str) -> bool:
    return word in NAME_HEADS or noun_class(word) in {"school", "building", "organization"} or word in NAMED_CLASSES


NAME_HEADS = frozenset(
    "university college school institute academy company corporation bank church cathedral temple mosque museum party "
    "league club team army navy council court committee association society agency department ministry commission "
    "river lake mountain valley island bay sea ocean street avenue road bridge tower palace castle park garden hotel "
    "theater theatre station airport hospital library stadium act treaty war battle revolution empire kingdom dynasty "
    "republic county district province state city award prize festival conference newspaper magazine band album song "
    "film movie book novel series show game cup championship tournament station railway airline".split()
)


def _what(noun: str, answer: tuple[int, ...], rule: str, label: str, plural: bool, rng: Random) -> Ask:
    if not noun:
        return Ask("what", answer, rule, "what", label)
    words = inflect(noun, "NNS") if plural else noun
    wh = rng.choice(("what", "what", "which"))
    return Ask(f"{wh} {words}", answer, rule, wh, label, plural=plural)


def _pronoun(tree: Tree, part: Constituent, instead: Instead, rng: Random) -> Iterator[Ask]:
    """A pronoun answers nothing; a determiner alone neither."""
    token = tree.tokens[part.head]
    if token.pos in {"PRON", "DET"} or token.tag in {"WDT", "WP", "WRB", "PRP", "EX"}:
        yield Ask("", (), "pronoun", "", "")


def _noun(tree: Tree, part: Constituent, instead: Instead, rng: Random) -> Iterator[Ask]:
    """ "the engineer" → who; "wrought iron" → what metal; "in the garden" → where; "safety" → what."""
    token = tree.tokens[part.head]
    if token.pos not in {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "X", "SYM"}:
        return
    answer = answer_tokens(tree, part)
    plural = token.tag in {"NNS", "NNPS"} or len(tree.conjuncts(part.head)) > 1
    known = noun_class(token.lemma if token.pos == "NOUN" else token.text)
    kind = part.role.upper() if part.role in {"attribute", "complement"} else "NOUN"
    if token.pos == "ADJ":
        return
    if known == "person" and part.role != "attribute":
        yield Ask("who", answer, "person", "who", "PERSON")
    elif part.role == "place":
        yield Ask("where", answer, "place", "where", "PLACE", takes_preposition=False)
    elif known in NAMED_CLASSES and lemma_of_noun(known) != token.lemma and rng.random() < 0.7:
        yield _what(known, answer, "class", kind, plural, rng)
    else:
        yield Ask("what", answer, "thing", "what", kind)


def _kind_of(tree: Tree, part: Constituent, instead: Instead, rng: Random) -> Iterator[Ask]:
    """ "gusset plates" → what type of plates? gusset; "structural safety" → what kind of safety? structural."""
    head = tree.tokens[part.head]
    if head.pos != "NOUN" or tree.entity(part.head):
        return
    modifiers = [child for child in tree.of(part.head, ("amod", "compound")) if child < part.head]
    if not modifiers or any(child > min(modifiers) for child in tree.of(part.head, ("nummod", "poss"))):
        return
    answer = stretch_of(tree, modifiers)
    first = tree.tokens[answer[0]] if answer else None
    if first is None or answer[-1] != part.head - 1 or any(tree.tokens[one].lemma.lower() in _VAGUE for one in answer):
        return
    if any(
        tree.tokens[one].tag in {"JJR", "JJS", "RBR", "RBS"} or tree.entity(one) in {"ORDINAL", "DATE"}
        for one in answer
    ):
        return
    rest = [index for index in part.core if index >= part.head]
    wh = rng.choice(("what type of", "what kind of", "what kind of", "what type of", "what", "which"))
    words = phrase(tree.sentence, rest, instead)
    plural = head.tag == "NNS"
    yield Ask(f"{wh} {words}", answer, "kind", wh.split()[0], "MODIFIER", plural, confidence=0.8, said=tuple(rest))


def stretch_of(tree: Tree, modifiers: list[int]) -> tuple[int, ...]:
    """Return the words from the first modifier to the last where nothing but modifiers stands between."""
    words = {index for child in modifiers for index in tree.subtree(child)}
    ordered = tuple(range(min(words), max(words) + 1))
    return ordered if all(index in words or tree.tokens[index].pos == "PUNCT" for index in ordered) else ()


def _whose(tree: Tree, part: Constituent, instead: Instead, rng: Random) -> Iterator[Ask]:
    """ "Darwin's theory of evolution" → whose theory of evolution? Darwin."""
    owner = tree.first(part.head, ("poss",))
    if owner is None or tree.tokens[owner].pos not in {"PROPN", "NOUN"}:
        return
    rest = [index for index in part.core if index > max(tree.subtree(owner))]
    if not rest:
        return
    known = (
        "person" if tree.entity(owner) == "PERSON" else name_class(tree, owner) or noun_class(tree.tokens[owner].lemma)
    )
    wh = "whose" if known == "person" or known not in NAMED_CLASSES else f"which {known}'s"
    answer = strip_start(tree, tuple(i for i in tree.span(owner, without={"case", "relcl", "appos"})))
    yield Ask(
        f"{wh} {phrase(tree.sentence, rest, instead)}",
        answer,
        "owner",
        wh.split()[0],
        tree.entity(owner) or "NOUN",
        tree.tokens[part.head].tag == "NNS",
        said=tuple(rest),
    )
