"""Whatever the text or the tree: no exception, no hang, no span outside."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pie_qg.clauses import CLAUSE_LABELS, clauses
from pie_qg.constituents import PLAIN_ROLES, SUBJECTS
from pie_qg.openie.stage import OpenIEStage
from pie_qg.openie.triples import triples
from pie_qg.parse import Parser
from pie_qg.recipe import OpenIEConfig
from pie_qg.records import Entity, Item, Passage, Sentence, Token

LABELS = sorted(
    CLAUSE_LABELS | SUBJECTS | set(PLAIN_ROLES) | {"prep", "pobj", "agent", "cc", "det", "poss", "appos", "compound"}
    | {"aux", "auxpass", "neg", "mark", "advmod", "npadvmod", "punct", "prt", "amod", "case"}
)  # fmt: skip
WORDS = ["the", "said", "is", "Paris", ",", "(", ")", "``", "''", "of", "to", "1934", "there", "it", "which", "köy"]
TAGS = [
    ("NOUN", "NN"),
    ("VERB", "VBD"),
    ("VERB", "VBN"),
    ("AUX", "VBZ"),
    ("ADP", "IN"),
    ("PUNCT", ","),
    ("PROPN", "NNP"),
]
HARD = [
    "",
    "Two old houses .",
    "... !!! ?? -- ,,, ;;",
    "The town, founded in 1834 by monks, grew. The road built there leads to it.",
    "((((((((((the cat))))) sat)))))",
    "[a [b [c [d [e]]]]] is (f (g (h)))",
    "Москва is 首都 of روسيا and महत्त्वपूर्ण .",
    "“” ‘’ «»",
    "a\u0301\u200b\ufeff\U0001f600 was \U0001f600 .",
    "was was was is is be been being",
    "that which that who that whom that he that she said",
]


@st.composite
def trees(draw: st.DrawFn) -> Sentence:
    """Any heads and labels: connected or not, with cycles too."""
    size = draw(st.integers(1, 14))
    tokens, start = [], 0
    for _ in range(size):
        word = draw(st.sampled_from(WORDS))
        pos, tag = draw(st.sampled_from(TAGS))
        head, label = draw(st.integers(0, size - 1)), draw(st.sampled_from(LABELS))
        tokens.append(Token(word, word, pos, tag, label, head, start, start + len(word)))
        start += len(word) + 1
    first = draw(st.integers(0, size - 1))
    entity = Entity(first, draw(st.integers(first + 1, size)), draw(st.sampled_from(["PERSON", "DATE", "GPE"])))
    return Sentence(" ".join(token.text for token in tokens), 0, tuple(tokens), (entity,))


@given(sentence=trees(), binary=st.booleans())
@settings(max_examples=400, deadline=None)
def test_any_tree(sentence: Sentence, binary: bool) -> None:
    for clause in clauses(sentence):
        assert clause.verb in clause.verb_group
    for triple in triples(sentence, binary=binary):
        for argument in (triple.subject, triple.relation, triple.object, *triple.more):
            assert all(0 <= token < len(sentence.tokens) for token in argument.tokens)
        assert triple.subject.text
        assert triple.object.text
        assert triple.relation.text
        assert 0 <= triple.confidence <= 1
        assert not (binary and triple.more)


def _run(parser: Parser, text: str, *, binary: bool = False) -> Item:
    passage = Passage("p", text)
    item = Item(passage, parser.parse([text])[0])
    return OpenIEStage(OpenIEConfig(binary=binary)).run([item])[0]


def _check_spans(item: Item) -> None:
    text = item.passage.text
    assert item.triples or [reject.reason for reject in item.rejects] == ["no triple"]
    for triple in item.triples:
        sentence = item.sentences[triple.sentence]
        for argument in (triple.subject, triple.relation, triple.object, *triple.more):
            if argument.start is not None:
                assert argument.end is not None
                assert text[argument.start : argument.end] == argument.text
                assert sentence.start <= argument.start < argument.end <= sentence.start + len(sentence.text)


@pytest.mark.parametrize("text", HARD)
def test_hard_text(parser: Parser, text: str) -> None:
    _check_spans(_run(parser, text))
    _check_spans(_run(parser, text, binary=True))


@given(text=st.text(st.characters(codec="utf-8"), max_size=60) | st.lists(st.sampled_from(WORDS)).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_any_text(parser: Parser, text: str) -> None:
    _check_spans(_run(parser, text))


def test_a_sentence_of_three_thousand_tokens(parser: Parser) -> None:
    item = _run(parser, "the man who saw the dog that bit the cat which " * 300 + "left .")
    _check_spans(item)


@pytest.mark.parametrize("label", ["conj", "prep", "ccomp", "xcomp", "relcl", "nsubj"])
def test_a_chain_deeper_than_the_recursion_limit(label: str) -> None:
    size = 1200  # deeper than the recursion limit
    tag = ("ADP", "IN") if label == "prep" else ("VERB", "VBD")
    tokens = [
        Token("go", "go", *tag, "ROOT" if index == 0 else label, max(0, index - 1), 3 * index, 3 * index + 2)
        for index in range(size)
    ]
    triples(Sentence("go " * (size - 1) + "go", 0, tuple(tokens)))
