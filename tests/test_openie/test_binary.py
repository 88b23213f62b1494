"""Facts of two arguments: exact boundaries, the sentence's own words, each fact once."""

from __future__ import annotations

import pytest

from .conftest import Extract

RULES = [
    ("each argument has a row", "She met him in Berlin in 1990.", {"She | met | him", "She | met him in | Berlin"}),
    (
        "what an object holds",
        "He became mayor of Rome.",
        {"He | became | mayor of Rome", "He | became mayor of | Rome"},
    ),
    (
        "no loose phrase",
        "He found a cave under the house.",
        {"He | found | a cave", "He | found a cave under | the house"},
    ),
    ("quantities are one", "They saw a number of birds.", {"They | saw | a number of birds"}),
    ("no word is added", "The town, founded in 1834, grew.", {"The town | founded in | 1834"}),
    ("purpose", "He moved to Rome to study law.", {"He | moved to | Rome", "He | moved to Rome to study | law"}),
    ("upper verb's argument", "It was used in Asia to treat fever.", {"It | was used in | Asia"}),
]


@pytest.mark.parametrize(("sentence", "expected"), [rule[1:] for rule in RULES], ids=[rule[0] for rule in RULES])
def test_rule(extract: Extract, sentence: str, expected: set[str]) -> None:
    found = extract(sentence, binary=True)
    assert expected <= set(found), found
    assert len(found) == len(set(found))
    assert all(row.count(" | ") == 2 for row in found)


def test_implied_facts_are_left_out(extract: Extract) -> None:
    assert extract("Paris, the capital of France, has parks.", binary=True) == ["Paris | has | parks"]


def test_what_reads_the_same_is_said_once(extract: Extract) -> None:
    found = extract("These include any Assistant to the President, Deputy Assistant to the President.", binary=True)
    assert found
    assert len(found) == len(set(found))
