"""Trees: subtrees, trimmed spans, and heads that make no tree."""

from __future__ import annotations

from pie_qg.records import Sentence, Token
from pie_qg.tree import Tree


def _tree(rows: str) -> Tree:
    """A row a word: text, part of speech, label, head."""
    tokens, start = [], 0
    for row in rows.split(";"):
        text, pos, label, head = row.split()
        tokens.append(Token(text, text, pos, "", label, int(head), start, start + len(text)))
        start += len(text) + 1
    return Tree(Sentence(" ".join(token.text for token in tokens), 0, tuple(tokens)))


def test_a_branch_is_left_out_by_its_label() -> None:
    tree = _tree("the DET det 1; dog NOUN ROOT 1; of ADP prep 1; Ann PROPN pobj 2; left VERB relcl 1")
    assert tree.text(tree.span(1)) == "the dog of Ann left"
    assert tree.text(tree.span(1, {"relcl"})) == "the dog of Ann"


def test_below_governs_what_is_deeper() -> None:
    tree = _tree("dog NOUN ROOT 0; of ADP prep 0; Ann PROPN pobj 1; in ADP prep 2; Rome PROPN pobj 3")
    assert tree.text(tree.subtree(0, below={"prep"})) == "dog of Ann"


def test_loose_punctuation_is_trimmed_and_pairs_stay() -> None:
    tree = _tree("`` PUNCT punct 1; Jaws PROPN ROOT 1; '' PUNCT punct 1; , PUNCT punct 1; ) PUNCT punct 1")
    assert tree.text(tree.span(1)) == "`` Jaws ''"


def test_conjuncts_are_followed_along_the_chain() -> None:
    tree = _tree("red ADJ ROOT 0; white ADJ conj 0; blue ADJ conj 1")
    assert tree.conjuncts(0) == [0, 1, 2]


def test_heads_that_go_round_end() -> None:
    tree = _tree("a X dep 1; b X dep 0")
    assert list(tree.ancestors(0)) == [1]
    assert tree.subtree(0) == {0, 1}


def test_the_root_and_the_first_of_what_is_joined() -> None:
    tree = _tree("she PRON nsubj 1; left VERB ROOT 1; slept VERB conj 1; woke VERB conj 2; early ADV advmod 3")
    assert [tree.root(index) for index in (1, 4)] == [1, 1]
    assert [tree.first_conjunct(index) for index in (1, 3, 4)] == [1, 1, 4]
