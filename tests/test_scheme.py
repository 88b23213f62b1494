"""Universal Dependencies become the English scheme: small trees, and gold ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pie_qg.openie.rows import tsv_fields
from pie_qg.openie.triples import triples
from pie_qg.parse import stanza_sentences
from pie_qg.records import Sentence
from pie_qg.scheme import RENAMED, Word, to_english_scheme

RELATIONS = sorted(
    {*RENAMED, "case", "cop", "mark", "conj", "cc", "obl", "nmod", "obl:agent", "flat", "advmod", "xcomp"}
)


def _words(rows: str) -> list[Word]:
    """A row a word: text, part of speech, tag, relation, head counted from 1 (0: the root)."""
    words, start = [], 0
    for row in rows.split(";"):
        text, pos, tag, relation, head = row.split()
        words.append(Word(text, text.lower(), pos, tag, relation, int(head) - 1, start, start + len(text)))
        start += len(text) + 1
    return words


TREES = [
    (
        "copula over its predicate",
        "She PRON PRP nsubj 4; is AUX VBZ cop 4; a DET DT det 4; doctor NOUN NN root 0",
        ["nsubj is", "ROOT is", "det doctor", "attr is"],
    ),
    (
        "preposition over its object",
        "He PRON PRP nsubj 2; sat VERB VBD root 0; in ADP IN case 4; Rome PROPN NNP obl 2",
        ["nsubj sat", "ROOT sat", "prep sat", "pobj in"],
    ),
    (
        "agent",
        "It PRON PRP nsubj:pass 3; was AUX VBD aux:pass 3; made VERB VBN root 0; by ADP IN case 5; Ada PROPN NNP obl 3",
        ["nsubjpass made", "auxpass made", "ROOT made", "agent made", "pobj by"],
    ),
    (
        "conjuncts in a chain",
        "red ADJ JJ root 0; , PUNCT , punct 3; white ADJ JJ conj 1; and CCONJ CC cc 5; blue ADJ JJ conj 1",
        ["ROOT red", "punct white", "conj red", "cc white", "conj white"],
    ),
    (
        "name over its first word",
        "Ada PROPN NNP nsubj 3; Lovelace PROPN NNP flat 1; wrote VERB VBD root 0",
        ["compound Lovelace", "nsubj wrote", "ROOT wrote"],
    ),
]


@pytest.mark.parametrize(("rows", "expected"), [tree[1:] for tree in TREES], ids=[tree[0] for tree in TREES])
def test_tree(rows: str, expected: list[str]) -> None:
    tokens = to_english_scheme(_words(rows))
    assert [f"{token.dep} {tokens[token.head].text}" for token in tokens] == expected


@given(
    shape=st.lists(
        st.tuples(st.integers(-1, 9), st.sampled_from(RELATIONS), st.sampled_from(["VERB", "NOUN", "ADJ", "ADP"])),
        max_size=10,
    )
)
@settings(max_examples=200, deadline=None)
def test_any_tree(shape: list[tuple[int, str, str]]) -> None:
    words = [
        Word("x", "x", pos, "IN", relation, head, 2 * i, 2 * i + 1) for i, (head, relation, pos) in enumerate(shape)
    ]
    tokens = to_english_scheme(words)
    assert len(tokens) == len(words)
    assert all(0 <= token.head < len(tokens) for token in tokens)


GOLD = [
    "U.S. Muslim groups | criticized | President Bush",
    "The IIP | had been opposed by | the Association of Muslim Scholars",
    "The radical Shiite Sadr movement | issued | a statement",
    "the elections | were scheduled for | January",
    "the plot | is thwarted by | Britain",
]
"""Facts of the gold trees, in words of ours."""


@pytest.fixture(scope="module")
def gold_sentences(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Sentence]:
    conll = pytest.importorskip("stanza.utils.conll")
    trees = (shared / "stanza" / "en_ewt-ud-test.conllu").read_text(encoding="utf-8").split("\n\n")[:300]
    some = tmp_path_factory.mktemp("gold") / "some.conllu"
    some.write_text("\n\n".join(trees) + "\n\n", encoding="utf-8")
    document = conll.CoNLL.conll2doc(str(some))
    return list(stanza_sentences(document, " ".join(sentence.text for sentence in document.sentences)))


def test_rules_find_the_facts_of_gold_trees(gold_sentences: list[Sentence]) -> None:
    rows = set()
    for sentence in gold_sentences:
        for triple in triples(sentence):
            _, _, relation, subject, object_, *_ = tsv_fields("", triple)
            rows.add(f"{subject} | {relation} | {object_}")
    for fact in GOLD:
        assert any(row.startswith(fact) for row in rows), fact


def test_gold_trees_keep_their_words_and_one_root(gold_sentences: list[Sentence]) -> None:
    for sentence in gold_sentences:
        assert sum(token.dep == "ROOT" for token in sentence.tokens) == 1
        assert all(sentence.text[token.start : token.end] == token.text for token in sentence.tokens)
