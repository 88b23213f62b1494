"""What to ask for: the wh-phrase that fits what an answer is."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from pie_qg.constituents import Constituent
from pie_qg.english import base, inflect, is_only
from pie_qg.lexicon import PLACE_ADVERBS
from pie_qg.questions.amounts import amounting
from pie_qg.questions.ask import Ask, AskRule, Target
from pie_qg.questions.classes import has_class
from pie_qg.questions.dates import dated
from pie_qg.questions.lasting import lasting
from pie_qg.questions.light import is_bare, is_bare_deed, noun_with_verb
from pie_qg.questions.modifiers import EMPTY_HEADS, kind_of, whose
from pie_qg.questions.names import WITHIN, is_word, named, referring
from pie_qg.questions.nouns import DIRECTIONS, PLACES, noun_class
from pie_qg.questions.numbers import counted, listed, measured, repeated
from pie_qg.questions.people import is_people
from pie_qg.questions.phrases import QUOTES
from pie_qg.questions.pointing import Readings
from pie_qg.questions.sites import sited
from pie_qg.tree import Tree

# What a preposition and a bare noun say together is no thing: "came into use", "took into account".
_IDIOMS = frozenset(
    "use place effect account existence power force action practice office mind part play contact order turn line "
    "nature origin shape size color colour number favor favour charge conflict question control war peace time "
    "addition home demand curiosity repair ease evaluation operation service success love vain trouble stock".split()
)
# And what some nouns say after one preposition only: "at odds", "made by hand", but "the drivers of progress".
_FIXED = {
    preposition: frozenset(nouns.split())
    for preposition, nouns in {
        "at": "bay fault hand issue large length odd odds random rest risk sea stake will work",
        "by": "accident chance default definition design force hand heart law mistake nature surprise",
        "for": "example hire instance rent sale",
        "in": "advance common credit danger debt detail doubt fact full hand hindsight jeopardy keeping length "
        "particular principle private progress public retrospect return secret sight step tact tandem theory touch "
        "transit tune view",
        "on": "average behalf board credit display duty edge file fire foot guard hand hold leave loan occasion parade "
        "purpose record sale schedule stage strike target tiptoe top track trial view watch",
        "out of": "date fashion hand reach sight work",
        "under": "attack fire pressure review way",
    }.items()
}
# What a verb and its object say together: "takes a look", "fits the bill", "set fire to", "took his life".
_WITH_VERB = {
    verb: frozenset(nouns.split())
    for verb, nouns in {
        "bear": "witness fruit",
        "catch": "cold eye fire hold sight",
        "change": "hand",
        "claim": "life",
        "cost": "life",
        "do": "job justice trick",
        "end": "life",
        "find": "fault",
        "fit": "bill",
        "gain": "ground",
        "get": "hold rid start",
        "give": "birth chase life rise try voice way",
        "have": "eye",
        "hit": "spot",
        "join": "force hand",
        "keep": "company eye pace track watch",
        "lay": "waste",
        "lose": "control count face ground heart hold life sight temper touch track",
        "make": "do fun love peace sense use way",
        "miss": "boat",
        "open": "fire",
        "risk": "life",
        "set": "fire foot sail",
        "shake": "hand",
        "shed": "light",
        "stand": "guard trial",
        "take": "advantage aim care chance charge cover effect heart hold issue leave life look note notice offence "
        "offense office part pity place pride refuge root shape shelter stock turn",
    }.items()
}


# "In the past", "in the middle of the night": a time, and nothing that is asked for with "what".
_SPANS = frozenset("past future present meantime middle beginning end".split())


def asks(tree: Tree, part: Constituent, readings: Readings, rng: Random) -> list[Ask]:
    """Return the ways to ask for a constituent or for a word in it, the plainest first; none for a clause."""
    if part.clausal:
        return []
    target = Target(tree, part, readings.instead, rng, readings.stands_for)
    return [ask for rule in (_whole, kind_of, whose, listed) for ask in rule(target) if _answers(target, ask)]


def _answers(target: Target, ask: Ask) -> bool:
    """A relative word answers nothing, and neither does a lone pronoun that stands for no name.

    It may be the subject of a clause that says which things are meant: "houses that stood near the river".
    """
    tree = target.tree
    if len(ask.answer) == 1 and ask.answer[0] in target.stands_for:
        return bool(target.stands_for[ask.answer[0]].tokens)
    if _cuts_quotation(tree, ask.answer):
        return False
    loose = [index for index in ask.answer if not _is_subject_of_relative(tree, index, ask.answer)]
    tags = [tree.tokens[index].tag for index in ask.answer]
    return bool(tags) and not _RELATIVE & {tree.tokens[index].tag for index in loose} and tags != ["PRP"]


def _is_subject_of_relative(tree: Tree, index: int, answer: tuple[int, ...]) -> bool:
    token = tree.tokens[index]
    clause = tree.tokens[token.head]
    return token.dep in {"nsubj", "nsubjpass"} and clause.dep == "relcl" and {token.head, clause.head} <= set(answer)


_RELATIVE = frozenset({"WDT", "WP", "WRB", "WP$", "EX"})


def _cuts_quotation(tree: Tree, answer: tuple[int, ...]) -> bool:
    """ "Another Chance" of the song "Just Want Another Chance": a part of what stands in quotation marks."""
    quotes = (
        (first, last) for first, last in tree.partner.items() if tree.tokens[last].text in QUOTES and first < last
    )
    inside = [(first, last) for first, last in quotes if answer and first < answer[0] and answer[-1] < last]
    return any(answer[0] - first > 1 or last - answer[-1] > 1 for first, last in inside)


def _whole(target: Target) -> Iterator[Ask]:
    """The first rule that fits asks for the whole phrase."""
    for rule in WHOLE:
        found = list(rule(target))
        if found:
            yield from found
            return


def pronoun(target: Target) -> Iterator[Ask]:
    """A pronoun answers nothing, and neither does "the same one"."""
    token = target.tree.tokens[target.head]
    if (
        _is_idiom(target)
        or (token.lemma in _SPANS and target.preposition != "")
        or token.pos in {"PRON", "DET"}
        or token.tag in {"WDT", "WP", "WRB", "PRP", "EX"}
        or token.lemma in EMPTY_HEADS
        or _is_familiar(target)
        or (token.tag == "NN" and token.dep == "dobj" and is_only(token.text, "ADJ"))  # "find that awkward"
    ):
        yield Ask("", (), "pronoun", "", "")


def _is_familiar(target: Target) -> bool:
    """ "This big guy takes space", "I love this baby": so a pan is called as well as a man."""
    tree, head = target.tree, target.head
    pointed = any(tree.word(child) in {"this", "these", "that", "those"} for child in tree.of(head, ("det",)))
    pointed = pointed and not tree.has(head, {"compound"})
    return pointed and tree.tokens[head].lemma in _FAMILIAR


_FAMILIAR = frozenset("baby beast boy bugger dude fella fellow gal girl guy monster puppy sucker".split())


def _is_idiom(target: Target) -> bool:
    """ "Took into account", "fitted the bill": a noun that has its meaning from the words around it."""
    token = target.tree.tokens[target.head]
    if target.preposition:
        fixed = token.lemma in _IDIOMS or token.lemma in _FIXED.get(target.preposition, ())
        return fixed and not target.tree.children[target.head]
    return token.dep == "dobj" and token.lemma in _WITH_VERB.get(base(target.tree.tokens[token.head]), ())


def common(target: Target) -> Iterator[Ask]:
    """ "the engineer" → who; "wrought iron" → what metal; "in the garden" → where; "safety" → what."""
    token = target.tree.tokens[target.head]
    role = target.part.role
    if token.pos not in {"NOUN", "PROPN", "VERB", "NUM", "X", "SYM"}:
        return
    answer = target.answer()
    bare = role == "object" or (role == "place" and not target.preposition)
    if bare and token.lemma.lower() in DIRECTIONS and not target.tree.has(target.head, {"det", "poss"}):
        yield Ask("in what direction", answer, "thing", "what", "NOUN")  # "The train went west."
        return
    known = noun_class(token.text)
    label = role.upper() if role in {"attribute", "complement"} else "NOUN"
    name = token.pos == "PROPN"
    office = (
        token.tag == "NN"
        and token.lemma != "family"
        and not target.tree.has(target.head, {"det", "poss", "amod"})
        and target.preposition != ""
        and not any(target.tree.entity(index) == "PERSON" for index in answer)  # "by chief of staff Ada Berg"
    )
    if role != "attribute" and not office and target.preposition not in WITHIN and is_people(target, answer):
        yield Ask("who", answer, "person", "who", "PERSON")
    elif role == "place" or (role == "attribute" and token.text.lower() in PLACE_ADVERBS):
        yield Ask("where", answer, "place", "where", "PLACE", takes_preposition=False, confidence=_place(known))
    elif has_class(target, known) and target.rng.random() < 0.7:
        plural = token.tag == "NNS"
        wh = target.rng.choice(("what", "what", "which"))
        yield Ask(f"{wh} {inflect(known, 'NNS') if plural else known}", answer, "class", wh, label, plural=plural)
    elif (noun := noun_with_verb(target)) is not None:
        sure = 0.0 if is_bare(target, answer) else 1.0
        yield Ask(f"what {token.text.lower()}", answer, "thing", "what", label, confidence=sure, said=(noun,))
    else:
        sure = _unnamed(target) if name and not is_word(target) else 1.0
        sure = 0.0 if is_bare_deed(target, answer) else sure
        yield Ask("what", answer, "thing", "what", label, confidence=sure)


def _unnamed(target: Target) -> float:
    """ "Tiridates declared war": a bare name that no tagger knows may be somebody's; one with "the" is a thing's."""
    tree, head = target.tree, target.head
    definite = any(tree.tokens[child].text.lower() == "the" for child in tree.of(head, ("det",)))
    return 0.6 if definite or tree.entity(head) or noun_class(tree.tokens[head].text) else 0.4


def _place(known: str) -> float:
    return 1.0 if known in PLACES else 0.3


WHOLE: tuple[AskRule, ...] = (
    referring,
    repeated,
    lasting,
    measured,
    amounting,
    counted,
    dated,
    pronoun,
    sited,
    named,
    common,
)
