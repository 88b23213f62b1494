"""Questions in which a word waits for one that was left out."""

from __future__ import annotations

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.whole import hangs
from pie_qg.tree import Tree


def _words(tree: Tree, text: str) -> set[int]:
    wanted = set(text.split())
    return {index for index, token in enumerate(tree.tokens) if token.text in wanted}


@pytest.mark.parametrize(
    ("sentence", "said", "answer"),
    [
        ("Women were given the ability to write wills.", "the ability", "Women"),
        ("They were charged with the intent to burn the mill.", "charged with the intent", "They"),
        ("The dam was a means to gain land.", "dam was a means", "The"),
        ("The paper printed the revelation that the king had fled.", "printed the revelation", "paper"),
        ("The study shows links between smoking and cancer.", "The study shows", "links between smoking"),
        ("Other uses of zinc include the coating of steel.", "Other uses include", "coating"),
        ("The change reflects the fact that the state grew.", "the fact", "change"),
        ("The talks ended with the result that the mill was sold.", "ended with the result", "talks"),
        ("They were engaged in taming the land.", "engaged in taming", "They"),
        ("The alto is pitched in E♭.", "is pitched in E", "alto"),
        ("The kitchen was either part of the hall or a shed.", "was either part of the hall", "kitchen"),
        ("As big a flood as that of May hit Norway.", "As big a flood hit", "Norway"),
        ("The school came in response to the offer.", "came in response", "school"),
        ("Obama won 55% of the women and 45% of the men.", "won 55% of the women and", "Obama"),
        ("The increase reflects the growth in those employed.", "increase reflects growth", "those"),
        ("Another large use of zinc is the coating of steel.", "Another large use is", "coating"),
        ("A similar game of cards was invented by Ada.", "A similar game was invented by", "Ada"),
        ("The result of the talks was the sale of the mill.", "The result was", "sale"),
        ("A good place to buy flour is the mill.", "mill", "good place"),
    ],
)
def test_a_word_waits(parser: SpacyParser, sentence: str, said: str, answer: str) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    assert hangs(tree, _words(tree, said), _words(tree, answer))
    assert not hangs(tree, set(range(len(tree.tokens))), set())


@pytest.mark.parametrize(
    ("sentence", "said", "answer", "told"),
    [
        ("Some views show a similar trend.", "show a similar trend", "Some views", False),
        ("The men used certain rooms.", "used certain rooms", "The men", False),
        ("Smith used certain rooms.", "used certain rooms", "Smith", True),
        ("The men used large rooms.", "used large rooms", "The men", True),
        ("The men used rooms similar to boats.", "used rooms similar to boats", "The men", True),
    ],
)
def test_who_is_not_told_by_what_is_like_another(
    parser: SpacyParser, sentence: str, said: str, answer: str, told: bool
) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    assert hangs(tree, _words(tree, said), _words(tree, answer)) is not told


def test_an_answer_waits_for_what_it_is_compared_with(parser: SpacyParser) -> None:
    tree = Tree(parser.parse(["The weavers have as low a risk of death as the smiths."])[0][0])
    assert hangs(tree, set(range(3)), set(range(3, 9)))
    assert not hangs(tree, set(range(3)), set(range(3, 12)))


def test_what_is_asked_for_is_not_missing(parser: SpacyParser) -> None:
    tree = Tree(parser.parse(["They were engaged in taming the land."])[0][0])
    assert not hangs(tree, _words(tree, "They engaged in taming"), _words(tree, "land"))
