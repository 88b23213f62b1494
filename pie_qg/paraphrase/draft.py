"""A sentence under revision: words are moved, exchanged, added and left out, and the parse stays right throughout.

So a rule that knows what it does to a sentence spares the sentence a second parse.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pie_qg.english import capitalize, in_running_text
from pie_qg.records import Entity, Sentence, Token

NEW = -1
"""Origin of a word that stands for none of the original's."""

_NO_SPACE_BEFORE = frozenset(",.;:!?)]}%'’”") | {"'s", "’s", "n't", "n’t", "..."}
_NO_SPACE_AFTER = frozenset("([{$£€“#")


@dataclass(slots=True)
class Word:
    """A word of the draft; `head` is the key of another (its own for a root)."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    origin: int


class Draft:
    """The words of a sentence by key (an original token's index, or what `add` returned), and their order.

    `lines` holds the keys of each sentence that the draft makes, in order; a rule edits it in place.
    """

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.words: dict[int, Word] = {
            index: Word(token.text, token.lemma, token.pos, token.tag, token.dep, token.head, index)
            for index, token in enumerate(sentence.tokens)
        }
        self.lines: list[list[int]] = [list(self.words)]

    def add(self, text: str, tag: str, dep: str, head: int, *, lemma: str = "", pos: str = "") -> int:
        """Make a word that the original lacks and return its key; the caller puts it into a line."""
        key = len(self.words)
        self.words[key] = Word(text, lemma or text.lower(), pos or _POS.get(tag, "X"), tag, dep, key, NEW)
        self.words[key].head = key if head < 0 else head
        return key

    def copy(self, key: int, dep: str, head: int) -> int:
        """Make a second word like one of the draft's."""
        self.words[new := len(self.words)] = replace(self.words[key], dep=dep, head=head)
        return new

    def drop(self, keys: Iterable[int]) -> None:
        """Leave words out of every line."""
        gone = set(keys)
        self.lines = [[key for key in line if key not in gone] for line in self.lines]

    def put(self, keys: Sequence[int], after: int) -> None:
        """Insert words behind another one, in its line."""
        for line in self.lines:
            if after in line:
                at = line.index(after) + 1
                line[at:at] = keys
                return

    def hang(self, key: int, dep: str, head: int) -> None:
        """Give a word another place in the tree."""
        self.words[key].dep, self.words[key].head = dep, head

    def say(self, key: int, text: str, *, lemma: str = "", tag: str = "") -> None:
        """Exchange a word's form, and where given its lemma and tag."""
        word = self.words[key]
        word.text, word.lemma, word.tag = text, lemma or word.lemma, tag or word.tag

    def finish(self) -> list[tuple[Sentence, tuple[int, ...]]]:
        """Return the sentences that the draft makes, and for each token the one it stands for (`NEW` for none)."""
        lines = [self._whole(line) for line in self.lines]
        return [(self._finish(line), tuple(self.words[key].origin for key in line)) for line in lines]

    def _whole(self, line: list[int]) -> list[int]:
        """Leave out a full stop behind an abbreviation's."""
        if len(line) > 1 and self.words[line[-1]].text == "." and self.words[line[-2]].text.endswith("."):
            return line[:-1]
        return line

    def _finish(self, line: list[int]) -> Sentence:
        place = {key: index for index, key in enumerate(line)}
        text, tokens = "", []
        for index, key in enumerate(line):
            word = self.words[key]
            form = self._form(line, index)
            text += self._space(line[index - 1], key) if index else ""
            tokens.append(
                Token(
                    form, word.lemma, word.pos, word.tag, word.dep,
                    place.get(self._head(key, place), index), len(text), len(text) + len(form),
                )
            )  # fmt: skip
            text += form
        return Sentence(text, 0, tuple(tokens), tuple(self._entities(place)))

    def _head(self, key: int, place: dict[int, int]) -> int:
        """The nearest word above that is still there."""
        head = self.words[key].head
        for _ in self.words:
            if head in place or self.words[head].head == head:
                break
            head = self.words[head].head
        return head

    def _form(self, line: list[int], index: int) -> str:
        """A word's text: a capital where it comes to start a sentence, none where it no longer does."""
        word = self.words[line[index]]
        if index == 0:
            starts = self.sentence.text[:1].isupper() or len(self.lines) > 1
            return capitalize(word.text) if starts else word.text
        after_quote = word.origin == 1 and not self.sentence.tokens[0].text[:1].isalnum() and line[index - 1] != 0
        if (word.origin == 0 or after_quote) and word.text == self.sentence.tokens[word.origin].text:
            return in_running_text(self.sentence, word.origin)
        return word.text

    def _space(self, before: int, key: int) -> str:
        """What stood between two neighbours, or between those that they are copies of; else what writing asks for."""
        old, left, right = self.sentence.tokens, self.words[before].origin, self.words[key].origin
        neighbours = NEW not in (left, right) and left == right - 1
        if neighbours and not self._is_rewritten(key):
            return self.sentence.text[old[left].end : old[right].start]
        tight = self.words[key].text in _NO_SPACE_BEFORE or self.words[before].text in _NO_SPACE_AFTER
        return "" if tight else " "

    def _is_rewritten(self, key: int) -> bool:
        """Whether a word stands for one that leant on its neighbour: "is" for "'s", "percent" for "%"."""
        word = self.words[key]
        was = self.sentence.tokens[word.origin].text
        return word.text != was and (not was[0].isalnum() or "'" in was.replace("’", "'"))

    def _entities(self, place: dict[int, int]) -> Iterable[Entity]:
        """Keep the names that still stand in one stretch."""
        for entity in self.sentence.entities:
            at = sorted(place[key] for key in entity.indices if key in place)
            if len(at) == entity.stop - entity.first and at[-1] - at[0] + 1 == len(at):
                yield Entity(at[0], at[-1] + 1, entity.label)


_POS = {
    "IN": "ADP", "DT": "DET", "NN": "NOUN", "NNS": "NOUN", "VB": "VERB", "VBD": "VERB", "VBN": "VERB", "VBZ": "VERB",
    "VBP": "VERB", "VBG": "VERB", "RB": "ADV", "JJ": "ADJ", ",": "PUNCT", ".": "PUNCT", "POS": "PART", "TO": "PART",
    "MD": "AUX", "PRP": "PRON",
}  # fmt: skip
