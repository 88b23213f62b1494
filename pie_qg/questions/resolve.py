"""What pronouns and definite descriptions stand for, so that a question can be understood without its passage.

Cautious by design: a pronoun that has no agreeing antecedent nearby stays unresolved, and a question that needs it is
dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from pie_qg.constituents import SUBJECTS
from pie_qg.english import phrase, possessive
from pie_qg.lexicon import UNITS_OF_TIME
from pie_qg.questions import pointing
from pie_qg.questions.agreement import (
    HE,
    IT,
    NO_ANTECEDENTS,
    PRONOUNS,
    SHE,
    THEY,
    agrees,
    beside_owner,
    explained_by,
    expletive,
    gender_fits,
    is_any,
    is_main,
    is_said_to_be,
    may_own,
    names_nothing,
    number_of,
    own_subject,
)
from pie_qg.questions.author import AUTHORS, REVIEWERS, Author, quoted_sentences
from pie_qg.questions.held import denied
from pie_qg.questions.mention import Mention, full_names, is_same_person, mention_of, name_tokens, naming
from pie_qg.questions.pointing import Found, Readings
from pie_qg.questions.rivals import (
    brings,
    has_other,
    has_person_before,
    in_reason,
    is_shell,
    may_be_led,
    named_here,
    presents,
    presents_one,
    rivalled,
)
from pie_qg.questions.topic import is_first_person, is_said_before, is_unlikely, topics
from pie_qg.tree import Tree

_TOPICAL = {"this": IT, "these": THEY}
_BRIEF = 5  # words by which a thing without a name is named again
_OWN = frozenset("its their his her my our your".split())
_LOOK_BACK = 3


class Resolver:
    """Reads a passage sentence by sentence, in order, and remembers what it mentions."""

    def __init__(self, originals: Sequence[Tree], rng: Random) -> None:
        self._originals = originals
        self._mentions: list[Mention] = []
        self._genders: dict[str, str] = {}
        self._names = full_names(originals)
        self._topics = topics(originals)
        noun = rng.choice(REVIEWERS if self._topics else AUTHORS)
        self._author = Author(noun, is_first_person(originals), quoted_sentences(originals))
        self._read = 0
        self._told: dict[str, set[str]] = {}
        """What each pronoun stands for in the original of the sentence that is being read, where it has them."""
        self._told_of = -1
        self._others: set[int] = set()
        """Sentences with a "he" or a "she" that stands for nobody known, so that two persons may be in them."""
        self._rivals: set[int] = set()
        """Sentences whose object has a name too, that "it" may stand for as well as for the subject."""
        self._doers: set[int] = set()
        """Sentences in the passive that tell of several who did it, whom "they" may stand for."""

    @property
    def topic(self) -> str:
        """What the author writes of, where he says it: "the kettle"; ""."""
        return next((topic.text for topic in self._topics.values()), "")

    def read(self, sentence: int, tree: Tree) -> Readings:
        """Return the readings of a tree that stands in the place of an original sentence; call in order."""
        while self._read < sentence:
            self._remember(self._read)
            self._read += 1
        if self._told_of != sentence:
            self._told, self._told_of = {}, sentence
            self._told = self._things(sentence, self._originals[sentence])
        return self._readings(sentence, tree)

    def _things(self, sentence: int, tree: Tree) -> dict[str, set[str]]:
        """Return what the pronouns of a tree stand for: no part of a split sentence reads them otherwise."""
        readings = self._readings(sentence, tree)
        found: dict[str, set[str]] = {}
        for index, token in enumerate(tree.tokens):
            number = PRONOUNS.get(token.text.lower())
            if number and (index in readings.unresolved or index in readings.instead):
                known = readings.stands_for.get(index)
                found.setdefault(number, set()).update({known.text} if known else ())
        return found

    def _remember(self, sentence: int) -> None:
        tree, self._told, self._told_of = self._originals[sentence], {}, sentence
        readings = self._readings(sentence, tree)
        if any(token.dep in {"dobj", "attr"} and name_tokens(tree, at) for at, token in enumerate(tree.tokens)):
            self._rivals.add(sentence)
        done = (at for at, token in enumerate(tree.tokens) if tree.tokens[token.head].dep == "agent")
        if any(number_of(tree, at) == THEY for at in done):
            self._doers.add(sentence)
        if has_other(tree, readings.unresolved):
            self._others.add(sentence)
        self._mentions.extend(self._mentioned(sentence, tree, readings))

    def _mentioned(self, sentence: int, tree: Tree, readings: Readings) -> Iterator[Mention]:
        for index, token in enumerate(tree.tokens):
            if token.pos not in {"NOUN", "PROPN", "PRON"} or token.dep in {"compound", "npadvmod"}:
                continue
            if tree.entity(index) in NO_ANTECEDENTS or token.lemma.lower() in UNITS_OF_TIME:
                continue
            if index in readings.unresolved or (token.pos == "PRON" and index not in readings.instead):
                continue
            words = naming(tree, index)
            if denied(tree, words) or is_any(tree, words) or names_nothing(tree, words):
                continue
            text = self._text(tree, index, words, readings.instead)
            if not text or readings.unresolved & set(words) or _OWN & set(text.lower().split()):
                continue
            known, there = readings.stands_for.get(index), sentence
            if known is None:
                known = mention_of(tree, index, words, text)
            elif known.sentence is not None:
                there = known.sentence
            subject, main = token.dep in SUBJECTS, is_main(tree, token.head)
            yield replace(known, position=(sentence, index), subject=subject, main=main, sentence=there)

    def _readings(self, sentence: int, tree: Tree) -> Readings:
        found = Found(sentence, tree)
        rules = (
            pointing.relative,
            self._author.reads,
            self._pronoun,
            self._topical,
            pointing.demonstrative,
            pointing.empty,
            pointing.ordinal,
            pointing.bare_number,
            pointing.backward,
            pointing.untold,
            self._description,
        )
        for index in range(len(tree.tokens)):
            word = pointing.spelling(tree, index)
            for rule in rules:
                if rule(found, index, word):
                    break
        return Readings(found.instead, frozenset(found.unresolved), found.stands_for, found.owners)

    def _pronoun(self, found: Found, index: int, word: str) -> bool:
        """ "Her theory" → Marie Curie's theory."""
        token = found.tree.tokens[index]
        if word not in PRONOUNS or token.pos not in {"PRON", "DET", "ADJ"}:
            return False
        mention = self._third_person(found.sentence, found.tree, index, PRONOUNS[word], found.instead, found.stands_for)
        told = self._told.get(PRONOUNS[word])
        if mention is None or (mention.text and told is not None and mention.text not in told):
            found.unresolved.add(index)
        elif mention.text:
            owner = token.tag == "PRP$" or token.dep == "poss"
            found.instead[index] = possessive(mention.text) if owner else mention.text
            found.stands_for[index] = mention
        elif (own := explained_by(found.tree, index)) is not None:
            found.owners[index] = own
        return True

    def _topical(self, found: Found, index: int, word: str) -> bool:
        """ "This is sturdy." → the kettle is sturdy, where an author speaks of it."""
        token = found.tree.tokens[index]
        if token.pos != "PRON" or token.dep == "det" or _TOPICAL.get(word) not in self._topics:
            return False
        if is_said_before(found.tree, index) and found.sentence:
            found.unresolved.add(index)
        else:
            found.instead[index] = self._topics[_TOPICAL[word]].text
        return True

    def _third_person(
        self,
        sentence: int,
        tree: Tree,
        index: int,
        number: str,
        instead: dict[int, str],
        stands_for: dict[int, Mention],
    ) -> Mention | None:
        """Return the antecedent, one without words to keep the pronoun since its clause names it, None for none."""
        token = tree.tokens[index]
        if token.text.lower() == "it" and expletive(tree, index):
            return None
        own = own_subject(tree, index)
        owns = token.dep == "poss"
        leads = own is not None and index in tree.subtree(own)
        predicate = tree.tokens[token.head].dep == "attr"  # "The reason is its value"
        own_thing = own is not None and not leads and not predicate and may_own(tree, own, number)
        if owns and (own_thing or beside_owner(tree, index, number)):
            return Mention("", "", number, (0, 0), False)
        candidates = [*self._earlier_here(tree, index, instead, stands_for), *self._earlier(sentence, number)]
        for mention in candidates:
            if agrees(mention.number, number) and self._gender_fits(mention, number):
                if self._is_unsure(mention, tree, index, number) or (owns and not leads):
                    break
                if number in {HE, SHE} and self._is_disputed(mention, sentence, tree, index):
                    break
                if number in {HE, SHE}:
                    self._genders.setdefault(mention.text, number)
                return mention
        topic = self._topics.get(number)
        if topic is None or rivalled(tree, index, number, topic.head):
            return None
        return None if is_unlikely(self._originals[:sentence], tree, index, topic) else topic

    def _is_unsure(self, mention: Mention, tree: Tree, index: int, number: str) -> bool:
        """Tell whether a pronoun may as well stand for another thing: what has a name, or is somebody, is surer."""
        if number in mention.within or rivalled(tree, index, number, mention.head):
            return True
        topic = self._topics.get(number)
        if topic is not None and not mention.tokens and mention.head != topic.head:
            return True  # of what a review is on, a part or the maker has been named
        if number == IT and self._author.says_i and not mention.tokens and mention.sentence is not None:
            return True  # so it may have been where no sentence says "this kettle"
        if number in {IT, THEY} and in_reason(tree, index, number):
            return True
        if number in {IT, THEY} and mention.sentence is not None and self._has_equal(mention):
            return True
        if number == IT and mention.tokens and mention.position[0] in self._rivals and mention.sentence is not None:
            return True
        vague = tree.tokens[index].dep == "poss" or is_said_to_be(tree, index) or len(mention.text.split()) > _BRIEF
        return vague and not mention.tokens and number in {IT, THEY}

    def _has_equal(self, mention: Mention) -> bool:
        """ "The mill burnt down and the barn was sold. It …", "The towns were ruled by bishops. They …": either."""
        there, subject = mention.position
        if mention.number == THEY and there in self._doers:
            return True
        if mention.number == IT and not mention.tokens and brings(self._originals[there], subject):
            return True
        others = (one for one in self._mentions if one.position[0] == there and one.subject and one.main)
        return any(one.number == mention.number and one.text != mention.text for one in others)

    def _is_disputed(self, mention: Mention, sentence: int, tree: Tree, index: int) -> bool:
        """ "Bush won. Jindal's election was hailed. He …", "Davy hired Faraday. He …": somebody else is named as well.

        Whom a main clause is on is disputed from its sentence on, anybody else by the sentences before as well.
        """
        here = mention.sentence is None
        aside = not here and not (mention.subject and mention.main)
        if not here and has_person_before(tree, index, anywhere=aside):
            return True
        if aside and mention.position[0] in self._others:
            return True
        if not here and (named_here(tree, index) or presents(self._originals[mention.position[0]])):
            return True
        leads = is_main(tree, tree.tokens[mention.position[1]].head) if here else mention.subject and mention.main
        since = sentence - _LOOK_BACK if not leads else sentence if here else mention.position[0]
        near = (one for one in self._mentions if since <= one.position[0] < sentence and one.label == "PERSON")
        return any(not is_same_person(one.text, mention.text) for one in near)

    def _earlier_here(
        self, tree: Tree, index: int, instead: dict[int, str], stands_for: dict[int, Mention]
    ) -> Iterator[Mention]:
        """Yield the subjects before the pronoun in its own sentence, the nearest clause first."""
        own = own_subject(tree, index)
        for other in range(index - 1, -1, -1):
            token = tree.tokens[other]
            if token.dep not in SUBJECTS or other == own or token.pos not in {"NOUN", "PROPN", "PRON"}:
                continue
            if is_shell(tree, other, index):
                continue
            if (token.pos == "PRON" and other not in instead) or token.lemma.lower() in UNITS_OF_TIME:
                continue
            if other in stands_for:
                yield stands_for[other]
                continue
            words = naming(tree, other)
            if index not in words and not is_any(tree, words) and not names_nothing(tree, words):
                yield mention_of(tree, other, words, self._text(tree, other, words, instead))

    def _text(self, tree: Tree, head: int, words: tuple[int, ...], instead: dict[int, str]) -> str:
        """Return how a thing is named again: a single person by the whole name that the passage has."""
        text = phrase(tree.sentence, words, instead)
        single = tree.entity(head) == "PERSON" and not tree.has(head, {"conj"})
        return self._names.get(tree.tokens[head].text, text) if single else text

    def _earlier(self, sentence: int, number: str) -> Iterator[Mention]:
        """Yield the subjects of the sentences before, then the only person of the one just before.

        A thing is what the sentence just before is on: "The mill burnt down. A barn stood there. It was sold."
        """
        look_back = _LOOK_BACK if number in {HE, SHE} else 1
        for distance in range(1, look_back + 1):
            there = [one for one in self._mentions if sentence - one.position[0] == distance]
            yield from (one for one in there if one.subject and one.main)
            people = {one.text: one for one in there if one.number == HE}
            sure = any(one.label == "PERSON" for one in people.values())
            if len(people) == 1 and (sure or not may_be_led(self._originals[sentence - distance])):
                yield from people.values()

    def _gender_fits(self, mention: Mention, number: str) -> bool:
        known = self._genders.get(mention.text, number) == number and gender_fits(mention.head, number)
        return number not in {HE, SHE} or known

    def _description(self, found: Found, article: int, word: str) -> bool:
        """ "the university" → the one university that the passage has named; nothing where it has named none or two."""
        tree = found.tree
        head = tree.tokens[article].head
        if word != "the" or tree.tokens[article].dep != "det" or head != article + 1:
            return False
        if tree.tokens[head].pos != "NOUN" or len(tree.children[head]) > 1:
            return False
        kind = tree.tokens[head].lemma.lower()
        named = {one.text: one for one in self._mentions if one.kind == kind}
        if len(named) == 1 and not self._has_another(kind, found.sentence):
            text, found.stands_for[head] = named.popitem()
            found.instead.update({article: "", head: text})
        return True

    def _has_another(self, kind: str, sentence: int) -> bool:
        """ "Yale University grew. Ghent has its own university. The university …": the one that was named, or that."""
        since = max(one.position[0] for one in self._mentions if one.kind == kind)
        return any(presents_one(tree, kind) for tree in self._originals[since + 1 : sentence])
