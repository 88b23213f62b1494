"""Which sentences were written with care."""

from __future__ import annotations

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.tidy import is_tidy


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was built in 1869.",
        "“It stands,” she said.",
        "He wrote to ada@example.org about it.",
        "NASA launched it in 1990.",
        "3 of them fell (see below).",
        "The mill was built by DeMille near MoMA.",
        "The mill was sold in 1990.[citation needed]",
        "The mill was sold in 1990.[12][13]",
        "They don't use the mill.",
        "The inflow withstood a theatre; bathe elsewhere.",
    ],
)
def test_a_sentence_that_was_written_with_care(parser: SpacyParser, text: str) -> None:
    assert is_tidy(parser.parse([text])[0][0])


@pytest.mark.parametrize(
    "text",
    [
        "the bridge was built in 1869.",
        "The bridge was built in",
        "The bridge was built in [12]",
        "It is sturdy...love the bridge.",
        "THIS GREAT BRIDGE stands.",
        "It has spring arms &#34;made here&#34; that hold.",
        "I bought it & it broke.",
        "I looked at the pan.4 thick slices of bacon cooked.",
        "It went at one go.3.",
        "It came with a BOX!!This mill is quiet.",
        "It goes from the stove to the grill4.",
        "I give it 4 starsThis is a good lamp.",
        "RESULTSThe lamp passed both tests.",
        "I bought the oldest model:1.",
        "These are the cupsI've bought.",
        "The lamp was sold-- it did not last.",
        "Thelamp is bright.",
        "The lamp is cheap andbright.",
        "It is hard to carry withoutdropping the lamp.",
        "I used the lamp onthis table.",
    ],
)
def test_one_that_was_not(parser: SpacyParser, text: str) -> None:
    assert not is_tidy(parser.parse([text])[0][0])


def test_a_sentence_ends_at_its_mark_without_a_space(parser: SpacyParser) -> None:
    assert [one.text for one in parser.parse(["The lid fits well!It is easy to clean."])[0]] == [
        "The lid fits well!",
        "It is easy to clean.",
    ]
