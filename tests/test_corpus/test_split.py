"""Long records become passages, and lose nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pie_qg.corpus.split import count_words, passage_ids, split


def test_a_short_text_is_untouched() -> None:
    text = "  One passage.\n\nStill the same.\n"
    assert split(text, 500) == [(0, text)]


def test_cuts_at_a_paragraph_before_a_sentence() -> None:
    text = "One two. Three four.\n\nFive six."
    assert split(text, 5) == [(0, "One two. Three four.\n\n"), (22, "Five six.")]


def test_cuts_at_a_sentence_before_a_word() -> None:
    assert [piece for _, piece in split("One two three. Four five six.", 4)] == ["One two three. ", "Four five six."]


def test_cuts_a_long_sentence_between_words() -> None:
    assert [piece for _, piece in split("one two three four five", 2)] == ["one two ", "three four ", "five"]


def test_ids_of_pieces_are_numbered() -> None:
    assert passage_ids("a", 1) == ["a"]
    assert passage_ids("a", 2) == ["a#1", "a#2"]


@given(st.text(alphabet=st.sampled_from("ab .\n\t!?é\u2028\u00a0")), st.integers(1, 6))
def test_pieces_join_to_the_text_and_know_their_offset(text: str, max_words: int) -> None:
    pieces = split(text, max_words)
    assert "".join(piece for _, piece in pieces) == text
    assert all(text[offset : offset + len(piece)] == piece for offset, piece in pieces)
    assert all(count_words(piece) <= max_words for _, piece in pieces)
