"""Clauses that a phrase of a question keeps, since they say which things it means."""

from __future__ import annotations

from typing import Any

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.narrow import narrowing
from pie_qg.tree import Tree


@pytest.mark.parametrize(
    ("sentence", "phrase", "clause"),
    [
        ("The council passed laws that limit smoke.", "laws", "that limit smoke"),
        ("The council passed laws limiting smoke.", "laws", "limiting smoke"),
        ("The council met a group of men who sold wheat.", "a group of men", "who sold wheat"),
        ("The lens has the power to burn leaves.", "the power", "to burn leaves"),
        # a long one is cut down, but not to a stump
        (
            "The council passed laws that limited all smoke in the winter of the great war against the old kings.",
            "laws",
            "that limited all smoke",
        ),
        ("The council passed laws seen by most of the men in the old town as an insult to their trade.", "laws", ""),
        # what adds, what only the passage explains, what does not follow, and what a name has
        ("The council passed the laws, which limit smoke.", "the laws", ""),
        ("The council passed the laws it wrote.", "the laws", ""),
        ("The council passed laws in May that limit smoke.", "laws", ""),
        ("The council thanked Ada Byron who sold wheat.", "Ada Byron", ""),
    ],
)
def test_keeps_what_narrows_a_noun(parser: SpacyParser, sentence: str, phrase: str, clause: str) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    start = sentence.index(phrase)
    words = {index for index, one in enumerate(tree.tokens) if start <= one.start < start + len(phrase)}
    assert tree.text(narrowing(tree, words, range(len(tree.tokens)))) == clause


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Cells that carry signals are called neurons.", "What are cells that carry signals called?"),
        (
            "The mayor of the old town of Ghent in Belgium signed a new and strict law limiting smoke.",
            "Who signed a new and strict law limiting smoke?",
        ),
        ("Neurons are cells that carry signals.", "What are cells that carry signals?"),
        ("Clara sold the mill, which ground wheat in 1990.", "Who sold the mill?"),
    ],
)
def test_a_question_says_which_it_means(formed: Any, sentence: str, question: str) -> None:
    questions = {pair.question for pair in formed(sentence)[0]}
    assert question in questions
