"""What kind of clause a frame is: a copula, a report, one that names; and how surely a part can be asked for."""

from __future__ import annotations

from pie_qg.constituents import PLACE_ENTITIES
from pie_qg.english import base
from pie_qg.lexicon import UNITS_OF_MEASURE, UNITS_OF_TIME
from pie_qg.questions.ask import Ask
from pie_qg.questions.assemble import preposition_of
from pie_qg.questions.bodies import acts_as_body, deed, is_deed
from pie_qg.questions.frame import Frame, Part
from pie_qg.questions.modifiers import WORDS
from pie_qg.questions.nouns import PLACES, TITLES, is_somebody, noun_class
from pie_qg.questions.phrases import QUOTES
from pie_qg.tree import Tree


def is_copula(frame: Frame) -> bool:
    """Tell whether the verb is a form of "be" and nothing more."""
    return base(frame.tree.tokens[frame.clause.verb]) == "be" and not any(verb != "not" for verb in frame.verbs)


def is_plain(frame: Frame) -> bool:
    """ "She left", "he loves it": told outright, so that a question asks with "do"; not "she has left", "may go"."""
    clause = frame.clause
    asks_with_do = frame.auxiliary in {"do", "does", "did"}
    return asks_with_do and clause.voice == "active" and not clause.negated and clause.modal is None


def identifies(frame: Frame) -> bool:
    """Tell whether a predicate picks its subject out: "is the capital of France", not "is strong", "is a bridge"."""
    for part in frame.parts:
        if part.source.role == "attribute" and not part.source.clausal:
            first = frame.tree.tokens[part.tokens[0]].text.lower() if part.tokens else ""
            if first in _ANYTHING:
                return False  # "The best number is something above forty."
            return first in {"the", "one"} or len(part.tokens) >= 4
    return False


_ANYTHING = frozenset("something anything nothing everything somebody someone anybody anyone".split())


def is_told_of_all(frame: Frame) -> bool:
    """ "The three gases are light", "16 ounces is fine": how many they are is not told by what they are."""
    tree, head = frame.tree, frame.subject.source.head
    definite = any(tree.tokens[child].tag in {"DT", "PRP$", "POS"} for child in tree.of(head, ("det", "poss")))
    return definite or tree.tokens[head].lemma.lower() in UNITS_OF_MEASURE | UNITS_OF_TIME


def names_word(frame: Frame) -> bool:
    """ "The correct title was Lady Ada": a word is asked for by what it names, and never the other way round."""
    tree = frame.tree
    be = base(tree.tokens[frame.clause.verb]) == "be"  # "would be" and "may be" as well
    if not be or tree.tokens[frame.subject.source.head].lemma not in _WORDS:
        return False
    said = [part.source for part in frame.parts if part.source.role == "attribute"]
    quoted = (one for one in said if any(tree.tokens[index].text in QUOTES for index in one.span))
    if any(tree.tokens[one.head].pos != "ADJ" for one in quoted):  # 'as common as "Smith"' names nothing
        return True
    return any(tree.tokens[one.head].pos == "PROPN" for one in said)


_WORDS = frozenset("abbreviation acronym name nickname phrase spelling style surname term title word".split())


def is_name(frame: Frame) -> bool:
    """Tell whether the subject is a proper name."""
    return frame.tree.tokens[frame.subject.source.head].pos == "PROPN"


def are_people(frame: Frame) -> bool:
    """ "Some Republicans spoke out": a plural with a capital letter that is a word for persons, and no brand."""
    token = frame.tree.tokens[frame.subject.source.head]
    return token.tag == "NNPS" and noun_class(token.text) == "person"


def is_brand(frame: Frame) -> bool:
    """ "Big Boss folds open": a name of which nothing says that it is a person's, and a brand in a review."""
    verb = base(frame.tree.tokens[frame.clause.verb])
    speaks = is_deed(verb) if frame.clause.voice == "active" else verb in _DONE_TO_PERSONS
    told = are_people(frame) or (is_copula(frame) and says_person(frame)) or _is_titled(frame)
    return is_name(frame) and not speaks and not told


# What is done to nobody's kettle.
_DONE_TO_PERSONS = frozenset(
    "acquit arrest assassinate baptize bury charge convict crown dismiss elect execute exile fire fine hang hire "
    "imprison indict injure invite jail kidnap kill knight marry murder poison raise rescue sentence shoot stab sue "
    "summon wound".split()
)


def _is_titled(frame: Frame) -> bool:
    """ "Mayor Anna Berg", "Ms Berg"; but "Mr. Coffee" pours coffee."""
    tree, head = frame.tree, frame.subject.source.head
    before = (tree.tokens[one].text.lower() for one in tree.of(head, ("compound", "nmod")) if one < head)
    return noun_class(tree.tokens[head].text) in PLACES | {"", "person"} and any(word in TITLES for word in before)


def is_person(frame: Frame) -> bool:
    """Tell whether the subject is somebody: "I was lucky" says how nobody but him was."""
    tree, head = frame.tree, frame.subject.source.head
    return tree.tokens[head].pos == "PRON" or is_somebody(tree, head)


def is_nobody(frame: Frame) -> bool:
    """ "The paternal surname is Paz": a copula whose subject is a thing says who nobody is."""
    tree, head = frame.tree, frame.subject.source.head
    head = _member(tree, head)
    thing = tree.tokens[head].pos == "NOUN" and noun_class(tree.tokens[head].lemma) not in {"person", "group"}
    return is_copula(frame) and thing and tree.tokens[head].lemma not in _OFFICES


def _member(tree: Tree, head: int) -> int:
    """ "one of the engineers": the noun that tells what the one is."""
    nouns = [tree.first(one, ("pobj",)) for one in tree.of(head, ("prep",)) if tree.tokens[one].lemma == "of"]
    return nouns[0] if tree.tokens[head].lemma == "one" and nouns and nouns[0] is not None else head


def says_person(frame: Frame) -> bool:
    """ "Kadir has been mayor": a name of which a copula says what a person is."""
    if not is_name(frame) or frame.tree.tokens[frame.subject.source.head].tag == "NNPS":
        return False
    return any(noun_class(lemma) == "person" for lemma in _predicates(frame))


def is_term(frame: Frame) -> bool:
    """ "Shinny is a Canadian term": a copula says of a word that it is one."""
    return any(lemma in WORDS for lemma in _predicates(frame))


def says_nothing_else(frame: Frame) -> bool:
    """Tell whether what a copula says of a person's name may be said of a person."""
    return all(noun_class(lemma) in {"person", "group"} or lemma in _OFFICES for lemma in _predicates(frame))


def says_what(frame: Frame) -> bool:
    """ "Torx is a kind of screw drive": a name of which a copula says what no person is."""
    known = [noun_class(lemma) not in {"person", "group"} and lemma not in _OFFICES for lemma in _predicates(frame)]
    return is_name(frame) and bool(known) and all(known)


def told_what(frame: Frame) -> bool:
    """ "Defender is a program that guards the door.": a name that a clause is told of by what no person is."""
    subject = frame.clause.subject
    if subject is None or subject.head == frame.subject.source.head:
        return False
    return noun_class(frame.tree.tokens[subject.head].lemma) not in {"person", "group"}


def is_somebody_else(frame: Frame) -> bool:
    """ "The mayor is Kadir": the name that a copula gives to somebody is a person's."""
    tree, head = frame.tree, frame.subject.source.head
    return is_copula(frame) and tree.tokens[head].tag == "NN" and noun_class(tree.tokens[head].lemma) == "person"


def _predicates(frame: Frame) -> list[str]:
    """Return the nouns that a copula says of its subject."""
    heads = [_member(frame.tree, part.source.head) for part in frame.parts if part.source.role == "attribute"]
    return [frame.tree.tokens[head].lemma for head in heads if frame.tree.tokens[head].pos == "NOUN"]


_OFFICES = frozenset("head one other winner rest loser first second third last choice".split())


def says_who(frame: Frame, part: Part) -> bool:
    """ "William Bradford was their leader", "The leader was the pilgrim William Bradford": who a person by name is."""
    tree, head = frame.tree, frame.subject.source.head
    if is_quoted(tree, head):  # '"Emma" was another winner'
        return False
    named = tree.entity(head) == "PERSON" and tree.tokens[head].tag == "NNP"
    named = named or (is_somebody(tree, head) and any(tree.entity(one) == "PERSON" for one in part.source.span))
    person = noun_class(tree.tokens[part.source.head].lemma) == "person"
    return is_copula(frame) and named and person and part.source.role == "attribute"


def acts(frame: Frame) -> bool:
    """ "Kamen and Zinov joined", "the nations joined": a name that does what only somebody does, or a body."""
    if frame.clause.voice != "active":
        return False
    return does(frame, frame.subject.source.head) or becomes_somebody(frame)


def becomes_somebody(frame: Frame) -> bool:
    """ "Rees becomes shadow secretary", "Bursa became mayor": a name of one who becomes what a person is."""
    tree = frame.tree
    heads = [one.head for one in frame.clause.by_role("attribute", "complement") if not one.clausal]
    nouns = [one for one in heads if tree.tokens[one].pos == "NOUN"]  # no "Windows Defender"
    office = any(noun_class(tree.tokens[one].lemma) == "person" or tree.word(one) in TITLES for one in nouns)
    bare = not any(tree.has(one, {"det", "poss"}) for one in heads)  # "the firm became a leader"
    named = tree.tokens[frame.subject.source.head].pos == "PROPN"
    return named and office and bare and base(tree.tokens[frame.clause.verb]) in {"become", "remain"}


def does(frame: Frame, head: int) -> bool:
    """ "joined by Kamen", "signed by the nations": a name, or a body, is said to do what only somebody does."""
    tree, verb = frame.tree, frame.clause.verb
    if acts_as_body(tree, head, verb):
        return True
    return tree.tokens[head].pos == "PROPN" and is_deed(deed(tree, verb)) and not _is_ground(tree, head)


def _is_ground(tree: Tree, head: int) -> bool:
    """ "Manhattan hosts the fair": a place alone does what nobody does, unless it is a country, or not known as one."""
    known = noun_class(tree.tokens[head].text)
    alone = len(tree.conjuncts(head)) == 1
    return alone and tree.entity(head) in PLACE_ENTITIES and known in PLACES and known != "country"


def plays_role(frame: Frame, part: Part, ask: Ask) -> bool:
    """ "The city was called Islambol", "known as the Liberator": a name or an office that is given is a what."""
    attribute = part.source.role == "attribute" and not (is_copula(frame) and ask.rule == "person")
    named = preposition_of(frame, part) == "to" and base(frame.tree.tokens[frame.clause.verb]) in _NAMING
    return attribute or named or preposition_of(frame, part) == "as"


def adjunct(frame: Frame, part: Part, ask: Ask, *, first_person: bool) -> float:
    """Return how sure it is that a prepositional phrase is asked for well: less beside other complements."""
    if part.source.preposition and is_copula(frame):
        place = part.source.role == "place" and preposition_of(frame, part) not in _PATHS
        if part.source.role != "time" and not place:  # "who were in the United States to West Africa"
            return 0.3
    if part.source.role != "prepositional" or ask.rule not in {"thing", "person"}:
        return 1.0
    others = [one for one in frame.parts if one is not part and one.source.role in {"object", "attribute"}]
    if not others and part is frame.parts[0]:
        return 0.9
    return 0.85 if ask.rule == "thing" and preposition_of(frame, part) in _TURNS and not first_person else 0.6


def is_report(frame: Frame, part: Part) -> bool:
    """Tell whether a part is a finite clause: what is asked for beside it could belong to either verb."""
    if part.source.role != "complement" or not part.source.clausal:
        return False
    return frame.tree.has(part.source.head, {"nsubj", "nsubjpass"})


def includes(frame: Frame) -> bool:
    """Tell whether the verb lists members of its subject: "What includes oxygen?" asks for nothing."""
    return base(frame.tree.tokens[frame.clause.verb]) in {"include", "comprise", "encompass"}


def makes(frame: Frame) -> bool:
    """ "The preacher made converts": nobody asks who was made, unless it is said what of: "made Ada their leader"."""
    into = any(part.source.role in {"attribute", "complement"} for part in frame.parts)
    return base(frame.tree.tokens[frame.clause.verb]) == "make" and frame.clause.voice == "active" and not into


def is_perfect(frame: Frame) -> bool:
    """Tell whether the clause is in the present perfect, which tells of no point in time."""
    perfect = frame.auxiliary in {"has", "have"} and bool(frame.verbs)
    return perfect and frame.tree.tokens[frame.clause.verb].tag == "VBN"


def is_founded(frame: Frame) -> bool:
    """Tell whether the clause is about the making of its subject, which is no person then."""
    verb = base(frame.tree.tokens[frame.clause.verb])
    return frame.clause.voice == "passive" and (verb in _MAKING or (verb in _CHANGING and _becomes_building(frame)))


def _becomes_building(frame: Frame) -> bool:
    """ "Saint Irene was converted into a church": what a building is made of is no person."""
    heads = [part.source.head for part in frame.parts if preposition_of(frame, part) in {"to", "into"}]
    lemmas = [frame.tree.tokens[head].lemma for head in heads]
    return any(noun_class(lemma) == "building" or lemma in _BUILDINGS for lemma in lemmas)


def is_quoted(tree: Tree, index: int) -> bool:
    """Tell whether a token stands in quotation marks, where no word is asked for alone."""
    pairs = ((first, last) for first, last in tree.partner.items() if tree.tokens[last].text in QUOTES)
    return any(first < index < last for first, last in pairs)


_PATHS = frozenset({"to", "into", "from", "through"})
# Prepositions of what a thing becomes, gets to or comes after, which no noun before them takes.
_TURNS = frozenset("to into after before since until".split())
_CHANGING = frozenset("adapt change convert make transform turn".split())
_BUILDINGS = frozenset("cathedral chapel church museum school station theater theatre warehouse".split())
_NAMING = frozenset({"shorten", "abbreviate", "rename", "change"})
_MAKING = frozenset(
    "found establish publish release build construct locate situate rebuild demolish abolish create dissolve".split()
)
