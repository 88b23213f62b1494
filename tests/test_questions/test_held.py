"""What a text holds to be so, and what it takes back."""

from __future__ import annotations

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.held import is_held
from pie_qg.tree import Tree


def _is_held(parser: SpacyParser, sentence: str, verb: str) -> bool:
    tree = Tree(parser.parse([sentence])[0][0])
    return is_held(tree, [token.text for token in tree.tokens].index(verb))


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        # feared, wished, denied
        ("Groups worry that the river will flood.", "flood"),
        ("The farmers wish that the council built a dam.", "built"),
        ("The council denied that the mine polluted the river.", "polluted"),
        # told by some, or by one side
        ("Others have written that the lid leaks oil.", "leaks"),
        ("The lawsuit says that the mine polluted the river.", "polluted"),
        ("The council anticipates that the river will flood.", "flood"),
        # not said
        ("She did not say that the king sold the mill.", "sold"),
        ("They never felt that the law helped.", "helped"),
        ("Scholars wrongly claimed that Monet painted the bridge.", "painted"),
        # claimed, or said by some
        ("The claim was made that the king sold the mill.", "sold"),
        ("40 percent of the farmers say that the dam broke.", "broke"),
        ("Claims were made that the king sold the mill.", "sold"),
        ("50 % say that the dam broke.", "broke"),
        # argued, said, believed by somebody
        ("Some think that the king sold the mill.", "sold"),
        ("The farmers say that the dam broke.", "broke"),
        ("The senators argued that the tax hurt the towns.", "hurt"),
        ("He wrote a letter, claiming that the king sold the mill.", "sold"),
        # so on a condition
        ("The dam will break if the king sells the mill.", "break"),
        ("To reach the island, you will need a boat.", "need"),
        ("In the event of a flood, the dam will break.", "break"),
        ("At levels of 100 mg, the dust is harmful.", "is"),
        ("The lamp is safe, as long as it stays dry.", "is"),
        ("The dam will break, provided that it rains.", "break"),
        ("But for the guard, the house would have burned.", "burned"),
        # so to some, or of some
        ("To many of the settlers, the island was a prison.", "was"),
        ("For old houses, oak is the best wood.", "is"),
        # perhaps
        ("A call may have effects such as changing a file or delaying the program.", "delaying"),
        ("The firms may be listed, meaning that they have joined the market.", "joined"),
        # what an idea is of
        ("The idea that the tower fell was new.", "fell"),
        ("There is no evidence that the king sold the mill.", "sold"),
        ("The council received an allegation that the king had sold the mill.", "sold"),
        # thought by somebody, hoped, aimed at, averted
        ("Some think the king sold the mill.", "sold"),
        ("One day, I hope, the mill will stand again.", "stand"),
        ("They have to close the dam so that the farmers can plant rice.", "plant"),
        ("If not for the dam, the farmers may have drowned.", "drowned"),
        ("Not for a day did she believe that the king sold the mill.", "sold"),
    ],
)
def test_taken_back(parser: SpacyParser, sentence: str, verb: str) -> None:
    assert not _is_held(parser, sentence, verb)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("I think the king sold the mill.", "sold"),
        ("It is thought that the king sold the mill.", "sold"),
        ("The dam was closed so that the farmers could plant rice.", "plant"),
        ("The report says that the river flooded.", "flooded"),
        ("The king passed a law, part of which provided that the farmers paid a tax.", "passed"),
        ("The court held that the firm sold the mill.", "sold"),
        ("The fact that the tower fell surprised the city.", "fell"),
        ("The evidence that the king sold the mill is old.", "sold"),
        ("The council built the dam.", "built"),
        ("I believe that the dam broke.", "broke"),
        ("In this case, the dam broke.", "broke"),
        ("For many years, the island was a prison.", "was"),
        ("At the local level, the dust is harmful.", "is"),
        ("The town opened a school until the dam broke, and the king sold the mill.", "sold"),
        ("The firms may be listed because they have joined the market.", "joined"),
        ("To reach the island, they built a boat.", "built"),
        ("The dam will stand even if the king sells the mill.", "stand"),
        ("Several studies suggest that the dam broke.", "broke"),
        ("Members argued that the tax, which doubled in May, hurt them.", "doubled"),
    ],
)
def test_held(parser: SpacyParser, sentence: str, verb: str) -> None:
    assert _is_held(parser, sentence, verb)
