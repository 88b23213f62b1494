"""The types of names, set right by what a passage tells of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.relabel import relabelled
from pie_qg.records import Entity, Item, Paraphrase, Passage, Sentence


def _labelled(sentences: list[Sentence], name: str, label: str) -> list[Sentence]:
    """Give a name a type wherever it stands, whatever the tagger has given it."""
    words = name.split()
    found = []
    for sentence in sentences:
        texts = [token.text for token in sentence.tokens]
        places = [at for at in range(len(texts)) if texts[at : at + len(words)] == words]
        others = [
            one for one in sentence.entities if not any(at < one.stop and one.first < at + len(words) for at in places)
        ]
        named = [Entity(at, at + len(words), label) for at in places]
        found.append(replace(sentence, entities=(*others, *named)))
    return found


@pytest.mark.parametrize(
    ("text", "name", "wrong", "label"),
    [
        # who is somebody
        ("Maharaja Budhan signed the treaty.", "Maharaja Budhan", "GPE", "PERSON"),
        ("They feared the king Sanatuk.", "Sanatuk", "ORG", "PERSON"),
        ("Kadim Topal has been Mayor of Bursa.", "Kadim Topal", "ORG", "PERSON"),
        ("The mayor of the town is Kadim Topal.", "Kadim Topal", "ORG", "PERSON"),
        ("Kadim Topal, a Turkish painter, left.", "Kadim Topal", "ORG", "PERSON"),
        ("The prize went to Francis Schmid. Schmid built a laboratory.", "Schmid", "ORG", "PERSON"),
        ("The charter was granted by King Harold IV in 1190.", "King Harold IV", "FAC", "PERSON"),
        ("The prize went to Francis Schmid. Schmid built a laboratory.", "Schmid", "NORP", "PERSON"),
        ("Kadim Lyons, 34, left the house in May.", "Kadim Lyons", "ORG", "PERSON"),
        ("The guard found Mr Lyons in May.", "Mr Lyons", "ORG", "PERSON"),
        ("The prize went to Francis Attar. Attar built a laboratory.", "Attar", "ORG", "PERSON"),
        ("Berg sang in May. The prize went to Berg.", "Berg", "PERSON ORG", "PERSON"),
        ("At the gate Kadim took off his hat.", "Kadim", "ORG", "PERSON"),
        ("Baltimore, who was ill, sold the mill.", "Baltimore", "GPE", "GPE"),
        ("Columbus made three trips before his death.", "Columbus", "GPE", "PERSON"),
        ("The prize went to Francis May. May's plan failed.", "May", "DATE", "PERSON"),
        # what is nobody
        ("Miranda, the largest of its moons, was found in 1948.", "Miranda", "PERSON", "PRODUCT"),
        ("The players gave up bandy. Bandy remained popular in Norway.", "Bandy", "PERSON", "PRODUCT"),
        ("Historia Plantarum, an encyclopedia, was sold.", "Historia Plantarum", "PERSON", "PRODUCT"),
        ("Emma Grey is a novel.", "Emma Grey", "PERSON", "PRODUCT"),
        ("The old opera Zaide pleased the king.", "Zaide", "PERSON", "PRODUCT"),
        ("Milo started off as the maternal surname.", "Milo", "PERSON", "PRODUCT"),
        # what tells neither
        ("The rain began in May.", "May", "DATE", "DATE"),
        ("The engineer said that Kadim sold his hat.", "Kadim", "ORG", "ORG"),
        ("Intel, a leader in chips, left.", "Intel", "ORG", "ORG"),
        ("The Tinker, a Turkish painter, left.", "Tinker", "ORG", "ORG"),
        ("Anna Berg has Milo as her surname.", "Anna Berg", "PERSON", "PERSON"),
        ("Under Anna Berg, the new state of Ohio grew.", "Anna Berg", "PERSON", "PERSON"),
        ("A technician (BMET) left.", "BMET", "ORG", "ORG"),
        ("King Street was closed.", "King Street", "FAC", "FAC"),
    ],
)
def test_types_of_names(parser: SpacyParser, text: str, name: str, wrong: str, label: str) -> None:
    sentences = parser.parse([text])[0]
    first = f"Francis {name}" if "Francis" in text else name
    if len(sentences) > 1 and (first != name or " " in wrong):
        sentences = _labelled(sentences[:1], first, "PERSON") + _labelled(sentences[1:], name, wrong.split()[-1])
    else:
        sentences = _labelled(sentences, name, wrong)
    paraphrases = tuple(Paraphrase(place, one.text, (one,)) for place, one in enumerate(sentences))
    item = relabelled(Item(Passage("p", text), sentences=tuple(sentences), paraphrases=paraphrases))
    for sentence in (item.sentences[-1], item.paraphrases[-1].sentences[0]):
        last = name.split()[-1]
        found = [one.label for one in sentence.entities if sentence.tokens[one.stop - 1].text == last]
        assert found == [label]


def test_a_title_is_no_part_of_a_name(parser: SpacyParser) -> None:
    text = "The Secretary of Defense Leo Panetti announced the plan."
    sentences = tuple(_labelled(parser.parse([text])[0], "Defense Leo Panetti", "ORG"))
    entity = relabelled(Item(Passage("p", text), sentences=sentences)).sentences[0].entities[-1]
    assert [sentences[0].tokens[index].text for index in entity.indices] == ["Leo", "Panetti"]
