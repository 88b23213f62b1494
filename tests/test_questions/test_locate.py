"""The invariant that everything rests on: an answer is where its offset says, inside its own sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pie_qg.questions.locate import cuts_word, locate
from pie_qg.records import Passage, Sentence, Token
from pie_qg.tree import Tree

WORDS = st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=6), min_size=1, max_size=12)
SPACES = st.sampled_from([" ", "  ", "\n", "\u00a0", "\u3000"])


def sentence(words: list[str], start: int, space: str = " ") -> Sentence:
    """A flat sentence of the words."""
    tokens, offset = [], 0
    for word in words:
        tokens.append(Token(word, word, "NOUN", "NN", "dep", 0, offset, offset + len(word)))
        offset += len(word) + len(space)
    return Sentence(space.join(words), start, tuple(tokens))


@st.composite
def passages(draw: st.DrawFn) -> tuple[Passage, Sentence, list[str]]:
    """A passage that says the sentence's words before and after it too, so that the first match is the wrong one."""
    words, space = draw(WORDS), draw(SPACES)
    text = space.join(words)
    before = draw(st.text(max_size=8)) + text + "\n"
    return Passage("p", before + text + "\n" + text), sentence(words, len(before), space), words


@given(passages(), st.data())
def test_answer_of_the_original_is_its_own_tokens(
    made: tuple[Passage, Sentence, list[str]], data: st.DataObject
) -> None:
    passage, original, words = made
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    place = locate(passage, original, Tree(original), range(first, last + 1))
    assert place == (original.start + original.tokens[first].start, original.start + original.tokens[last].end)


@given(passages(), WORDS, st.data())
def test_answer_of_a_paraphrase_is_verbatim_and_inside(
    made: tuple[Passage, Sentence, list[str]], extra: list[str], data: st.DataObject
) -> None:
    passage, original, words = made
    other = sentence([*extra, *words[::-1]], 0)
    first = data.draw(st.integers(0, len(other.tokens) - 1))
    last = data.draw(st.integers(first, min(first + 2, len(other.tokens) - 1)))
    place = locate(passage, original, Tree(other), range(first, last + 1))
    if place is not None:
        start, end = place
        assert original.start <= start < end <= original.start + len(original.text)
        asked = other.text[other.tokens[first].start : other.tokens[last].end]
        assert len(passage.text[start:end].casefold()) == len(asked.casefold()) or passage.text[start:end] == asked


def test_of_two_occurrences_the_one_with_the_same_neighbours() -> None:
    original = sentence("the red car hit the blue car".split(), 0)
    other = sentence("the blue car was hit".split(), 0)
    place = locate(Passage("p", original.text), original, Tree(other), [2])
    assert place == (25, 28)


def test_answer_that_is_not_there_has_no_place() -> None:
    original = sentence(["a", "b"], 0)
    assert locate(Passage("p", "a b"), original, Tree(sentence(["c"], 0)), [0]) is None
    assert locate(Passage("p", "a b"), original, Tree(original), []) is None


@pytest.mark.parametrize(
    ("original", "paraphrase", "found"),
    [
        ("the region 's largest port grew", "the largest port of the region grew", "region 's largest port"),
        ("most ports grew", "the majority of ports grew", "most ports"),
        ("in more than 30 towns", "in over 30 towns", "more than 30"),
    ],
)
def test_answer_that_a_paraphrase_turned_around(original: str, paraphrase: str, found: str) -> None:
    said, other = sentence(original.replace(" '", "'").split(), 0), sentence(paraphrase.split(), 0)
    place = locate(Passage("p", said.text), said, Tree(other), range(1, len(other.tokens) - 1))
    assert place is not None
    assert said.text[slice(*place)] == found.replace(" '", "'")


def test_word_cut() -> None:
    assert cuts_word("by mid-century", 3, 6)
    assert cuts_word("unhappy", 0, 2)
    assert not cuts_word("in 1990–", 3, 7)
    assert not cuts_word("the war ended", 4, 7)
