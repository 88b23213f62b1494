"""What flows through the pipeline: frozen records that know what they came from.

All character offsets called `start` and `end` count code points. Those of a token are relative to its
sentence's text; every other one is relative to the original passage's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a document: the text that questions are asked about, kept to the character."""

    id: str
    text: str
    title: str = ""
    record: str = ""
    """Id of the corpus record that this passage is, or is a piece of."""
    offset: int = 0
    """Where the passage starts in its record's text."""
    source: str = ""
    """Name of the file that the record was read from."""
    extra: dict[str, Any] = field(default_factory=dict)
    """Other fields of the record, carried through to the pairs."""


def document(passage: Passage) -> str:
    """Return the document that a passage belongs to: its title, else its record."""
    return passage.title or passage.record


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a parsed sentence, in the one label scheme that all rules see (spaCy's English scheme)."""

    text: str
    lemma: str
    pos: str
    """Universal part of speech: NOUN, VERB, …"""
    tag: str
    """Penn Treebank tag: NNS, VBD, …"""
    dep: str
    """Relation to the head: nsubj, dobj, pobj, … (ROOT for the sentence's root)."""
    head: int
    """Index of the head in the sentence's tokens; the root's own index for the root."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: tokens `first` up to, not including, `stop`."""

    first: int
    stop: int
    label: str
    """OntoNotes type: PERSON, ORG, GPE, LOC, DATE, CARDINAL, …"""

    @property
    def indices(self) -> range:
        """The places of its tokens in the sentence."""
        return range(self.first, self.stop)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence; `passage.text[start : start + len(text)] == text` for one of the original passage."""

    text: str
    start: int
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """Another way to say one sentence of the passage."""

    sentence: int
    """Index of the original in the passage's sentences."""
    text: str
    sentences: tuple[Sentence, ...]
    """The parse of `text` (a paraphrase may split a sentence in two); the original's own where it is unchanged."""
    changed: bool = False
    divergence: float | None = None
    """Jensen–Shannon distance of the word distributions of original and paraphrase, 0 to 1."""
    similarity: float | None = None
    """Cosine of the sentence embeddings; None where no change could touch the meaning and it was not asked for."""
    rules: tuple[str, ...] = ()
    origins: tuple[tuple[int, ...], ...] = ()
    """For each token of `sentences` the index of the original's token that it stands for, -1 for none; empty where
    that is not known."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A part of a triple: its words, where they stand in the parse, and, where verbatim, in the passage."""

    text: str
    tokens: tuple[int, ...] = ()
    """Indices into the parsed sentence; empty where the words are implied."""
    role: str = ""
    """subject, relation, object, recipient, attribute, complement, time, place, number, manner, reason, other."""
    preposition: str = ""
    """The preposition that introduces the argument and is not part of `text`."""
    entity: str = ""
    """Type of the named entity that the argument is, or is headed by."""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Triple:
    """A fact: subject, relation, object, and further arguments where the clause has them."""

    subject: Argument
    relation: Argument
    object: Argument
    more: tuple[Argument, ...] = ()
    sentence: int = 0
    """Index of the original sentence (and of its paraphrase) in the passage."""
    part: int = 0
    """Which sentence of the paraphrase the tokens index into."""
    attribution: str = ""
    """Who said so, where the fact stands under "X said that …"."""
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class QAPair:
    """A question whose answer is `passage.text[answer_start : answer_start + len(answer)]`."""

    id: str
    question: str
    answer: str
    answer_start: int
    sentence: int
    triple: Triple
    rule: str
    """The rule that formed the question."""
    question_type: str = ""
    """The wh-word: who, what, which, when, where, why, how, how many, …"""
    answer_type: str = ""
    """Entity type of the answer, or its role where it is no entity."""
    confidence: float = 1.0
    answerable: bool = True


@dataclass(frozen=True, slots=True)
class Reject:
    """Something that a stage dropped, and why."""

    passage_id: str
    stage: str
    reason: str
    candidate: Any = None


@dataclass(frozen=True, slots=True)
class Item:
    """A passage with everything that the stages have made of it so far; a stage fills one field, or replaces it."""

    passage: Passage
    sentences: tuple[Sentence, ...] = ()
    paraphrases: tuple[Paraphrase, ...] = ()
    """One for each sentence, in the same order."""
    triples: tuple[Triple, ...] = ()
    pairs: tuple[QAPair, ...] = ()
    rejects: tuple[Reject, ...] = ()


_encoder = msgspec.json.Encoder(order="deterministic")
_item_decoder = msgspec.json.Decoder(Item)


def encode(record: Any) -> bytes:
    """Return a record as one line of UTF-8 JSON, without the newline."""
    return _encoder.encode(record)


def decode_item(line: bytes) -> Item:
    """Return the item that `encode` wrote."""
    return _item_decoder.decode(line)
