"""Both parsers give the same view."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pie_qg.errors import InputError
from pie_qg.parse import Parser, load_parser
from pie_qg.recipe import ParseConfig
from pie_qg.records import Sentence


@pytest.fixture(scope="module")
def spacy_parser() -> Parser:
    return load_parser(ParseConfig())


@pytest.fixture(scope="module")
def pretokenized_parser() -> Parser:
    return load_parser(ParseConfig(pretokenized=True))


def _check(text: str, sentences: tuple[Sentence, ...]) -> None:
    for sentence in sentences:
        assert text[sentence.start : sentence.start + len(sentence.text)] == sentence.text
        assert all(sentence.text[token.start : token.end] == token.text for token in sentence.tokens)
        assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens)


@given(text=st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_spans_are_those_of_the_text(spacy_parser: Parser, text: str) -> None:
    _check(text, spacy_parser.parse([text])[0])


@given(text=st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_given_tokens_are_kept(pretokenized_parser: Parser, text: str) -> None:
    sentences = pretokenized_parser.parse([text])[0]
    _check(text, sentences)
    assert [token.text for sentence in sentences for token in sentence.tokens] == text.split()


def test_treebank_quotes_and_brackets_stay_as_they_were_written(pretokenized_parser: Parser) -> None:
    line = "He called it `` a joke '' -LRB- twice -RRB- ."
    (sentence,) = pretokenized_parser.parse([line])[0]
    assert sentence.text == line
    assert sentence.tokens[3].pos == "PUNCT"


def test_an_unknown_pipeline_is_named() -> None:
    with pytest.raises(InputError, match="xx_no_such"):
        load_parser(ParseConfig(model="xx_no_such"))


@pytest.fixture(scope="module")
def stanza_parser(shared: Path) -> Parser:
    pytest.importorskip("stanza")
    return load_parser(ParseConfig(parser="stanza", model=str(shared / "stanza")))


def test_stanza_gives_the_same_view(stanza_parser: Parser) -> None:
    text = "The dog is in the house. Snow was removed by the men. "
    sentences = stanza_parser.parse([text, ""])
    _check(text, sentences[0])
    assert sentences[1] == ()
    labels = {token.dep for sentence in sentences[0] for token in sentence.tokens}
    assert {"prep", "pobj", "nsubj", "ROOT"} <= labels
    assert not labels & {"case", "obl", "cop", "nmod"}


def test_stanza_takes_given_tokens(shared: Path) -> None:
    pytest.importorskip("stanza")
    parser = load_parser(ParseConfig(parser="stanza", model=str(shared / "stanza"), pretokenized=True))
    (sentence,) = parser.parse(["He did n't  see the U.S. -LRB- yet -RRB- ."])[0]
    assert [token.text for token in sentence.tokens][:4] == ["He", "did", "n't", "see"]
    _check("He did n't  see the U.S. -LRB- yet -RRB- .", (sentence,))


def test_stanza_without_models_says_how_to_get_them(tmp_path: Path) -> None:
    pytest.importorskip("stanza")
    with pytest.raises(InputError, match=r"stanza\.download"):
        load_parser(ParseConfig(parser="stanza", model=str(tmp_path)))
