"""A dependency tree over a `Sentence`: children, subtrees and spans, without recursion."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pie_qg.records import Entity, Sentence, Token

PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "``": "''", "«": "»", '"': '"'}
PAIRS |= {"-LRB-": "-RRB-", "-LSB-": "-RSB-", "-LCB-": "-RCB-", "`": "'"}
CLOSING = frozenset(PAIRS.values())
NOTHING: frozenset[str] = frozenset()


class Tree:
    """The children index of one sentence; cheap to make, and total over any head indices (cycles included)."""

    __slots__ = ("_labels", "children", "entity_at", "partner", "sentence", "tokens")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.children: list[list[int]] = [[] for _ in sentence.tokens]
        for index, token in enumerate(sentence.tokens):
            if token.head != index:
                self.children[token.head].append(index)
        self.entity_at: dict[int, Entity] = {index: entity for entity in sentence.entities for index in entity.indices}
        self._labels = [token.dep for token in sentence.tokens]
        self.partner = _partners(sentence.tokens)

    def of(self, index: int, labels: Collection[str]) -> Iterator[int]:
        """Yield the children that have one of the labels, in the order of the sentence."""
        tokens = self.tokens
        return (child for child in self.children[index] if tokens[child].dep in labels)

    def first(self, index: int, labels: Collection[str]) -> int | None:
        """Return the first child that has one of the labels."""
        return next(self.of(index, labels), None)

    def word(self, index: int) -> str:
        """Return a token's text in lower case."""
        return self.tokens[index].text.lower()

    def has(self, index: int, labels: Collection[str]) -> bool:
        """Tell whether any child has one of the labels."""
        return self.first(index, labels) is not None

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the head, its head, … up to the root."""
        seen = {index}
        while (head := self.tokens[index].head) not in seen:
            seen.add(head)
            yield head
            index = head

    def root(self, index: int) -> int:
        """Return the root above a token, which may be itself."""
        for head in self.ancestors(index):
            index = head
        return index

    def subtree(self, index: int, without: Collection[str] = NOTHING, below: Collection[str] | None = None) -> set[int]:
        """Return a token and all that hangs under it, except the branches that begin with a label of `without`.

        `below`, where given, is what is left out under the token's own children instead of `without`.
        """
        deeper = without if below is None else below
        found = {index}
        todo = self.children[index]
        left_out = without
        while todo:
            kept = [child for child in todo if self._labels[child] not in left_out and child not in found]
            found.update(kept)
            children = self.children
            todo = [grand for child in kept for grand in children[child]]
            left_out = deeper
        return found

    def span(
        self, index: int, without: Collection[str] = NOTHING, below: Collection[str] | None = None
    ) -> tuple[int, ...]:
        """Return the subtree in the order of the sentence, punctuation trimmed at both ends."""
        return self.trimmed(self.subtree(index, without, below))

    def filled(self, kept: set[int]) -> set[int]:
        """Return the tokens with the punctuation between them and the quotes around them: "fat-soluble"."""
        inner = {
            index
            for index in range(min(kept, default=0), max(kept, default=0))
            if self.tokens[index].pos in ("PUNCT", "SYM") and index - 1 in kept and index + 1 in kept
        }
        quoted = {
            mark
            for opening, closing in self.partner.items()
            if opening < closing and opening + 1 in kept and closing - 1 in kept
            for mark in (opening, closing)
        }
        return kept | inner | quoted

    def trimmed(self, indices: Iterable[int]) -> tuple[int, ...]:
        """Return indices in order, without punctuation at the ends; a bracket or quote that has its partner stays."""
        ordered = sorted(indices)
        while ordered and self._is_loose(ordered[0], ordered):
            ordered.pop(0)
        while ordered and self._is_loose(ordered[-1], ordered):
            ordered.pop()
        return tuple(ordered)

    def _is_loose(self, index: int, among: list[int]) -> bool:
        if self.tokens[index].pos != "PUNCT":
            return False
        partner = self.partner.get(index)
        return partner is None or not among[0] <= partner <= among[-1]

    def text(self, indices: Iterable[int]) -> str:
        """Return the words of the indices: verbatim where they are one stretch, else joined by spaces."""
        ordered = sorted(indices)
        if not ordered:
            return ""
        if ordered[-1] - ordered[0] + 1 == len(ordered):
            return self.sentence.text[self.tokens[ordered[0]].start : self.tokens[ordered[-1]].end]
        return " ".join(self.tokens[index].text for index in ordered)

    def first_conjunct(self, index: int) -> int:
        """Return the token that a token is coordinated with, the first of all; itself where it is that one."""
        for head in self.ancestors(index):
            if self.tokens[index].dep != "conj":
                break
            index = head
        return index

    def conjuncts(self, index: int) -> list[int]:
        """Return a token and those coordinated with it: "red, white and blue" → red, white, blue."""
        found = [index]
        for each in found:
            found.extend(child for child in self.of(each, ("conj",)) if child not in found)
        return found

    def entity(self, index: int) -> str:
        """Return the type of the named entity that a token belongs to, or ""."""
        entity = self.entity_at.get(index)
        return entity.label if entity else ""


def _partners(tokens: tuple[Token, ...]) -> dict[int, int]:
    """Pair brackets and quotation marks, the innermost first; one without a partner is left out."""
    partner: dict[int, int] = {}
    waiting: list[tuple[int, str]] = []
    for index, token in enumerate(tokens):
        if token.text in CLOSING and any(mark == token.text for _, mark in waiting):
            while waiting:
                opened, mark = waiting.pop()
                if mark == token.text:
                    partner[opened], partner[index] = index, opened
                    break
        elif token.text in PAIRS:
            waiting.append((index, PAIRS[token.text]))
    return partner
