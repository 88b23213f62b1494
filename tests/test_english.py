"""Forms of words, agreement, contractions and spacing."""

from __future__ import annotations

import pytest

from pie_qg import english
from pie_qg.records import Sentence, Token


def token(text: str, lemma: str = "", tag: str = "NN", pos: str = "NOUN", dep: str = "dep", head: int = 0) -> Token:
    return Token(text, lemma or text.lower(), pos, tag, dep, head, 0, len(text))


@pytest.mark.parametrize(
    ("lemma", "tag", "form"),
    [
        ("write", "VBD", "wrote"),
        ("write", "VBN", "written"),
        ("go", "VBZ", "goes"),
        ("city", "NNS", "cities"),
        ("blend", "VBN", "blended"),
        ("bleed", "VBN", "bled"),
        ("break", "VBN", "broken"),
    ],
)
def test_inflect(lemma: str, tag: str, form: str) -> None:
    assert english.inflect(lemma, tag) == form


@pytest.mark.parametrize(
    ("form", "lemma", "tag", "is_plural", "agreed"),
    [
        ("was", "be", "VBD", True, "were"),
        ("are", "be", "VBP", False, "is"),
        ("am", "be", "VBP", False, "is"),
        ("have", "have", "VBP", False, "has"),
        ("use", "use", "VBP", False, "uses"),
        ("wrote", "write", "VBD", True, "wrote"),
        ("can", "can", "MD", True, "can"),
    ],
)
def test_agree(form: str, lemma: str, tag: str, is_plural: bool, agreed: str) -> None:
    assert english.agree(form, lemma, tag, is_plural) == agreed


@pytest.mark.parametrize(
    ("text", "lemma", "tag", "bare"),
    [
        ("staged", "stag", "VBN", "stage"),
        ("scared", "scar", "VBD", "scare"),
        ("scarred", "scar", "VBD", "scar"),
        ("pooped", "poope", "VBD", "poop"),
        ("hoped", "hop", "VBD", "hope"),
        ("forgot", "forgot", "VBP", "forget"),
        ("found", "find", "VBD", "find"),
        ("found", "found", "VB", "found"),
        ("Was", "be", "VBD", "be"),
        ("could", "could", "MD", "could"),
        ("zorped", "zorp", "VBD", "zorp"),
    ],
)
def test_the_bare_form_is_one_that_the_dictionary_has(text: str, lemma: str, tag: str, bare: str) -> None:
    assert english.base(token(text, lemma, tag, "VERB")) == bare


@pytest.mark.parametrize(("tag", "number", "form"), [("VBD", True, "did"), ("VBZ", False, "does"), ("VBP", True, "do")])
def test_do_support(tag: str, number: bool, form: str) -> None:
    assert english.do_form(tag, number) == form


@pytest.mark.parametrize(
    ("text", "lemma", "full"),
    [("n't", "not", "not"), ("'s", "be", "is"), ("'s", "have", "has"), ("wo", "will", "will")],
)
def test_spell_out(text: str, lemma: str, full: str) -> None:
    assert english.spell_out(token(text, lemma)) == full


def test_possessive() -> None:
    assert [english.possessive(word) for word in ("Ada", "James", "the players")] == [
        "Ada's",
        "James's",
        "the players'",
    ]


def test_join_words() -> None:
    assert english.join_words(["In", "1995", ",", "who", "won", "(", "it", ")", ""]) == "In 1995, who won (it)"


def test_plural_by_coordination() -> None:
    both = [token("Ada"), token("and", dep="cc", head=0), token("Bob", dep="conj", head=0)]
    either = [token("Ada"), token("or", dep="cc", head=0), token("Bob", dep="conj", head=0)]
    assert english.is_plural(both, 0)
    assert not english.is_plural(either, 0)
    assert english.is_plural([token("people")], 0)
    nearer = [token("dog"), token("or", dep="cc", head=0), token("cats", tag="NNS", dep="conj", head=0)]
    assert english.is_plural(nearer, 0)


def test_what_stands_instead_of_something_does_not_count() -> None:
    digits = [
        token("digits", tag="NNS"),
        token("rather", dep="cc", head=0),
        token("letter", tag="NN", dep="conj", head=0),
    ]
    assert english.is_plural(digits, 0)


def test_words_that_can_be_verbs() -> None:
    assert english.is_verb_form("wrote")
    assert not english.is_verb_form("diabetes")


def test_phrase_keeps_spacing_and_lowers_the_first_word() -> None:
    words = [
        ("The", "DET", "DT"),
        ("low", "ADJ", "JJ"),
        ("-", "PUNCT", "HYPH"),
        ("cost", "NOUN", "NN"),
        ("bag", "NOUN", "NN"),
    ]
    tokens, starts = [], [0, 4, 7, 8, 13]
    for (text, pos, tag), start in zip(words, starts, strict=True):
        tokens.append(Token(text, text.lower(), pos, tag, "dep", 0, start, start + len(text)))
    sentence = Sentence("The low-cost bag", 0, tuple(tokens))
    assert english.phrase(sentence, range(5)) == "the low-cost bag"
    assert english.phrase(sentence, [0, 4], {0: "Ada's"}) == "Ada's bag"
    assert english.phrase(sentence, [0, 4], {0: ""}) == "bag"


def test_a_word_of_one_kind_alone() -> None:
    assert english.is_only("cancel", "VERB")
    assert english.is_only("inconvenient", "ADJ")
    assert not english.is_only("broken", "VERB")
    assert not english.is_only("open", "ADJ")
    assert not english.is_only("zorblike", "ADJ")
