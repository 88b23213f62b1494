"""Questions about what noun phrases say without a verb of their own: each rule with its example.

They are formed from the original sentences, so that their answers stand where they were read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pie_qg.constituents import PLACE_ENTITIES, core
from pie_qg.english import FINITE, possessive
from pie_qg.questions.dates import is_year
from pie_qg.questions.draft import Draft
from pie_qg.questions.mention import name_class, name_tokens
from pie_qg.questions.naming import abbreviation, called, example
from pie_qg.questions.narrow import is_narrow, restrictions
from pie_qg.questions.nouns import DIRECTIONS, PLACES, noun_class
from pie_qg.questions.phrases import strip_start
from pie_qg.questions.reading import ASIDE, Reading, Rule, with_article
from pie_qg.records import Argument, Triple
from pie_qg.tree import Tree

MAX_DESCRIPTION = 10  # tokens
_ORIGINS = frozenset({"country", "state"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART"})
_NO_PROFESSION = frozenset(
    "candidate leader member winner hero founder opponent rival fan supporter survivor son daughter "
    "brother sister father mother wife husband uncle aunt cousin nephew niece friend pioneer nominee victim owner "
    "champion resident native speaker member colleague student partner provider supplier maker manufacturer".split()
)

# What a tagger takes for a nation and is a creed, a party or a part of the world.
_NO_NATION = frozenset(
    "christian catholic protestant orthodox anglican lutheran methodist jewish muslim islamic hindu buddhist "
    "republican democratic communist socialist marxist liberal conservative labour nazi fascist "
    "african arab asian european hispanic latino western eastern latin nordic slavic native".split()
)


def drafts(reading: Reading) -> Iterator[tuple[Draft, Triple]]:
    """Yield the questions about a sentence's noun phrases, each with the fact that it asks for."""
    for rule in RULES:
        for one in rule(reading):
            if one.answer:
                said = Argument(reading.tree.text(sorted(one.used)), tuple(sorted(one.used)), "subject")
                answer = Argument(reading.tree.text(one.answer), one.answer, "object")
                name = one.rule.partition(":")[2]
                yield one, Triple(said, Argument(name, (), "relation"), answer, sentence=reading.place, rule=name)


def _apposition(reading: Reading) -> Iterator[Draft]:
    """ "Paris, the capital of France, …" → What is the capital of France? What is Paris?"""
    tree = reading.tree
    for index, token in enumerate(tree.tokens):
        if token.dep != "appos" or tree.has(token.head, {"conj"}) or tree.has(index, {"conj"}):
            continue
        name, other = (token.head, index) if name_tokens(tree, token.head) else (index, token.head)
        named, described = name_tokens(tree, name), _description(tree, other)
        if not named or not described or not _beside(tree, named, described) or tree.entity(name) not in _NAMES:
            continue
        if not _fits(tree, name, other) or not _closes(tree, index):
            continue
        wh, be = "who" if tree.entity(name) == "PERSON" else "what", _be(tree, name)
        definite = tree.tokens[described[0]].text.lower() == "the" or tree.has(other, {"poss"})
        letters = len(named) == 1 and tree.tokens[name].text.isupper()  # "the central processing unit (CPU)"
        if definite and not letters:
            yield reading.draft([wh, be, reading.write(described)], named, "apposition", wh, described)
        said = with_article(tree, named)
        yield reading.draft([wh, be, reading.write(said)], strip_start(tree, described), "description", wh, named)


def _fits(tree: Tree, name: int, other: int) -> bool:
    """A person is no state, and no city is a person; and a description that has the name's words says nothing."""
    is_person = tree.entity(name) == "PERSON"
    kind = noun_class(tree.tokens[other].lemma)
    words = {tree.tokens[index].text for index in name_tokens(tree, name)}
    repeated = any(tree.tokens[index].text in words for index in core(tree, other))
    if tree.tokens[other].lemma in _NO_THINGS or tree.tokens[other].text[0].isupper():  # "Ada, Author of the Quixote"
        return False
    if _runs_on(tree, name, other) or _is_numbered(tree, name):
        return False
    return not repeated and is_person == (kind == "person")


# "The taxes of the rich of Rome, the highest number …", "the word X (the Great Wall)": what no name is a name of.
_NO_THINGS = frozenset("number amount rate percentage share total figure sum proportion word term phrase".split())


def _runs_on(tree: Tree, name: int, other: int) -> bool:
    """ "Tulsa, Oklahoma's rock station", "off Greece, Ada's fleet won"; not "Paris, France's capital"."""
    owned = tree.has(other, {"poss"})
    places = owned and tree.entity(name) in PLACE_ENTITIES
    lemma = tree.tokens[other].lemma
    return places and lemma not in _SEATS and noun_class(lemma) not in PLACES | {"region", "group", "place"}


_SEATS = frozenset(
    "capital port seat home heart hub gateway metropolis resort hometown birthplace homeland neighbor neighbour".split()
)


def _is_numbered(tree: Tree, name: int) -> bool:
    """ "aircraft (Boeing 777)": a name that has lost its number."""
    return any(child > max(name_tokens(tree, name), default=name) for child in tree.of(name, ("nummod",)))


def _closes(tree: Tree, index: int) -> bool:
    """ "In Asia, and also in Egypt, a low relief was used.": what a verb follows at once is its subject.

    Nor does a label tell what a thing is: "the oven (ISBN: 12345)".
    """
    if index + 1 < len(tree.tokens) and tree.tokens[index + 1].text == ":":
        return False
    after = max(tree.subtree(index)) + 1
    return after >= len(tree.tokens) or tree.tokens[after].tag not in FINITE


def _description(tree: Tree, head: int) -> tuple[int, ...]:
    """Return a common noun's phrase that says what something is, in at least two words of content."""
    token = tree.tokens[head]
    if token.pos != "NOUN" or token.tag != "NN" or tree.entity(head) or tree.has(head, {"nummod"}):
        return ()
    if token.lemma.lower() in DIRECTIONS:  # "The Bronx, north of Manhattan": where it lies, and not what it is
        return ()
    words = core(tree, head)
    if is_narrow(tree, head):  # "the largest town [in the north]"
        narrowing = {index for one in restrictions(tree, head) for index in tree.subtree(one)}
        words = tree.trimmed({*words, *narrowing})
    content = [index for index in words if tree.tokens[index].pos in {"NOUN", "PROPN", "ADJ"}]
    stretch = words and words[-1] - words[0] + 1 == len(words) and tree.tokens[words[-1]].pos != "ADP"
    return words if stretch and len(content) >= 2 and len(words) <= MAX_DESCRIPTION else ()


def _beside(tree: Tree, one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Tell whether a comma or a bracket, and nothing else, stands between two phrases."""
    first, second = sorted((one, other))
    return second[0] - first[-1] == 2 and tree.tokens[first[-1] + 1].text in {",", "("}


def _be(tree: Tree, index: int) -> str:
    """Return "was" in a clause of the past, else "is"."""
    for above in tree.ancestors(index):
        tags = {tree.tokens[child].tag for child in (above, *tree.of(above, ("aux", "auxpass")))}
        if tree.tokens[above].pos in {"VERB", "AUX"} and tags & {"VBD", "VBZ", "VBP", "MD"}:
            return "was" if "VBD" in tags else "is"
    return "is"


def _title(reading: Reading) -> Iterator[Draft]:
    """ "The physicist Marie Curie left." → What was Marie Curie's profession?"""
    tree = reading.tree
    for index, token in enumerate(tree.tokens):
        if token.tag != "NN" or noun_class(token.lemma) != "person" or token.lemma in _NO_PROFESSION:
            continue
        name = _titled(tree, index)
        if not name or not token.text.islower() or _is_under(tree, index):
            continue
        answer, noun = _whole_title(tree, index), reading.rng.choice(("profession", "occupation"))
        owner = possessive(reading.write(name))
        yield reading.draft(["what", _be(tree, index), owner, noun], answer, "title", "what", name)


def _titled(tree: Tree, noun: int) -> tuple[int, ...]:
    """Return the name of the person whose title a noun is: "the physicist Marie Curie"."""
    head = tree.tokens[noun].head if tree.tokens[noun].dep == "compound" else tree.first(noun, ("appos",))
    name = name_tokens(tree, head) if head is not None and tree.entity(head) == "PERSON" else ()
    return name if name and name[0] == noun + 1 else ()


def _is_under(tree: Tree, noun: int) -> bool:
    """ "the shadow Brexit minister Ada Smith": no minister, and what her title is stands around a name."""
    own = {noun, tree.tokens[noun].head}
    before = (one for one in range(noun) if tree.tokens[one].head in own and tree.tokens[one].lemma in _UNDER)
    return any(one not in _whole_title(tree, noun) for one in before)


_UNDER = frozenset("shadow deputy vice acting assistant associate interim honorary junior aspiring fake".split())


def _nationality(reading: Reading) -> Iterator[Draft]:
    """ "the Dutch painter Anna Smith", "Anna Smith, a Dutch painter" → What was Anna Smith's nationality?"""
    tree = reading.tree
    for index, token in enumerate(tree.tokens):
        entity, noun = tree.entity_at.get(index), token.head
        if entity is None or entity.label != "NORP" or len(entity.indices) > 1 or token.dep != "amod":
            continue
        somebody = tree.tokens[noun].tag == "NN" and noun_class(tree.tokens[noun].lemma) == "person"
        name = _titled(tree, noun) or _described(tree, noun)
        if somebody and name and noun > index and token.text.isalpha() and token.text.lower() not in _NO_NATION:
            owner = possessive(reading.write(name))
            yield reading.draft(["what", _be(tree, index), owner, "nationality"], (index,), "nation", "what", name)


def _described(tree: Tree, noun: int) -> tuple[int, ...]:
    """Return the name of the person that a noun in apposition describes: "Anna Smith, a Dutch painter"."""
    head = tree.tokens[noun].head
    name = name_tokens(tree, head) if tree.tokens[noun].dep == "appos" and tree.entity(head) == "PERSON" else ()
    return name if name and _beside(tree, name, core(tree, noun)) else ()


def _whole_title(tree: Tree, noun: int) -> tuple[int, ...]:
    """Return a title with the common words before it: "prime minister"."""
    first, name = noun, tree.tokens[noun].head
    while first and tree.tokens[first - 1].head in {noun, name} and tree.tokens[first - 1].dep in {"compound", "amod"}:
        if not tree.tokens[first - 1].text.islower() or tree.tokens[first - 1].lemma in {"former", "late", "then"}:
            break
        first -= 1
    return tuple(range(first, noun + 1))


def _place(reading: Reading) -> Iterator[Draft]:
    """ "They met in Dayton, Ohio." → In what state is Dayton? "the University of Vienna in Austria" → Where is …?"""
    tree = reading.tree
    for index, token in enumerate(tree.tokens):
        if token.dep == "appos" and tree.entity(index) in PLACE_ENTITIES:
            inner, outer = name_tokens(tree, token.head), name_tokens(tree, index)
            kind = noun_class(tree.text(outer)) if outer else ""
            listed = tree.has(index, {"conj", "appos"}) or tree.has(token.head, {"conj"})
            nested = bool(inner) and not listed and kind in _ORIGINS and outer[0] == inner[-1] + 2
            if nested and tree.entity(token.head) in PLACE_ENTITIES and tree.tokens[inner[-1] + 1].text == ",":
                said = reading.write(with_article(tree, inner))
                yield reading.draft(["in", f"what {kind}", "is", said], outer, "place", "what", inner)
        elif token.dep == "prep" and token.text.lower() in {"in", "near"} and tree.tokens[token.head].pos == "PROPN":
            yield from _seat(reading, index)


def _seat(reading: Reading, preposition: int) -> Iterator[Draft]:
    """ "Matthews Arena in Boston" → Where is Matthews Arena located?"""
    tree = reading.tree
    noun = tree.tokens[preposition].head
    place = tree.first(preposition, ("pobj",))
    stands = name_class(tree, noun) or ("place" if tree.entity(noun) == "FAC" else "")
    named = name_tokens(tree, noun)
    if place is None or tree.entity(place) not in PLACE_ENTITIES or not named or len(named) < 2:
        return
    if noun_class(stands) not in {"building", "school", "place", "organization"} or preposition != named[-1] + 1:
        return
    answer = name_tokens(tree, place)
    said = reading.write(with_article(tree, named))
    yield reading.draft(["where", _be(tree, noun), said, "located"], answer, "seat", "where", named)


def _dated(reading: Reading) -> Iterator[Draft]:
    """ "They signed the Treaty of Ghent in 1814." → When was the Treaty of Ghent? Of nouns that name an event."""
    tree = reading.tree
    for index, token in enumerate(tree.tokens):
        noun, date = token.head, tree.first(index, ("pobj",))
        if token.dep != "prep" or token.text.lower() not in {"in", "of", "on"} or date is None:
            continue
        year = any(is_year(tree.tokens[one].text) for one in tree.subtree(date))
        if tree.tokens[noun].pos not in {"NOUN", "PROPN"} or tree.entity(date) != "DATE" or not year:
            continue
        said = tuple(one for one in core(tree, noun) if one < index)
        answer = strip_start(tree, tree.span(date, ASIDE, ASIDE))
        if not _is_event(tree, noun, said, index) or answer[0] != index + 1 or tree.has(date, {"conj"}):
            continue
        wh = reading.rng.choice(("when", "in what year")) if len(answer) == 1 else "when"
        be = "was" if int(re.findall(r"\d+", tree.text(answer))[-1]) < _NOW else "is"
        yield reading.draft([wh, be, reading.write(said)], answer, "dated", wh.replace("in ", "").split()[0], said)


def _is_event(tree: Tree, noun: int, said: tuple[int, ...], preposition: int) -> bool:
    """Tell whether a definite phrase of two words of content or more names what happened once."""
    content = [one for one in said if tree.tokens[one].pos in {"NOUN", "PROPN", "ADJ"}]
    definite = bool(said) and (tree.tokens[said[0]].text.lower() == "the" or tree.tokens[said[0]].pos == "PROPN")
    event = tree.entity(noun) in {"EVENT", "LAW"} or tree.tokens[noun].lemma.lower() in _EVENTS
    whole = bool(said) and said[-1] == preposition - 1 and said[-1] - said[0] + 1 == len(said)
    singular = tree.tokens[noun].tag in {"NN", "NNP"} and not _is_bounded(tree, noun)
    return event and definite and singular and whole and len(content) >= 2 and not tree.has(noun, {"conj", "poss"})


def _is_bounded(tree: Tree, noun: int) -> bool:
    """ "before the end of the agreement in 2012": a date that may be the end's."""
    above = tree.tokens[tree.tokens[tree.tokens[noun].head].head]
    return tree.tokens[noun].dep == "pobj" and above.lemma in _BOUNDS


_BOUNDS = frozenset("end beginning start onset expiry expiration anniversary eve aftermath outbreak conclusion".split())
_NOW = 2026  # what is dated later is yet to come
_EVENTS = frozenset(
    "treaty battle war revolution act election conference congress festival fire flood earthquake siege riot rebellion "
    "revolt uprising coup invasion conquest founding foundation establishment creation formation abolition discovery "
    "invention introduction publication release launch opening closure construction completion death birth coronation "
    "assassination murder execution arrival landing expedition voyage independence union merger split collapse fall "
    "defeat victory surrender signing ratification adoption passage massacre strike crisis crash agreement "
    "constitution declaration proclamation convention summit championship tournament olympics census referendum".split()
)


RULES: tuple[Rule, ...] = (_apposition, _title, _nationality, _place, _dated, abbreviation, example, called)
