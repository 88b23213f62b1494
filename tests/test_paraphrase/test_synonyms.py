"""Where a word may be exchanged: its frame and its context, an example each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pie_qg.paraphrase.frames import Context
from pie_qg.paraphrase.synonyms import places, synonyms, table
from pie_qg.records import Sentence
from pie_qg.tree import Tree

Parse = Callable[[str], Sentence]

OFFERED = [
    ("They gained independence in 1900.", "gained", {"won", "obtained"}),
    ("They passed a law.", "passed", {"enacted", "adopted"}),
    ("They regained the land.", "regained", {"recovered"}),
    ("They bought a particular kind of bread.", "particular", {"specific"}),
    ("The population increased in 1900.", "increased", {"grew", "rose"}),
    ("They refused to leave.", "refused", {"declined"}),
    ("It remained popular.", "remained", {"stayed"}),
    ("It had an effect on trade.", "effect", {"impact"}),
    ("He has the ability to learn.", "ability", {"capability"}),
    ("It played an important role in the war.", "important", {"crucial"}),
    ("It is much larger than Rome.", "much", {"far"}),
    ("They showed rapid growth.", "rapid", {"fast"}),
    ("They built a church.", "built", {"constructed", "erected"}),
    ("The war started in 1900.", "started", {"began"}),
    ("Tools were used to cut stones.", "used", {"employed"}),
    ("They live in different countries.", "different", {"various"}),
    ("They took a final exam.", "exam", {"examination"}),
    ("It is generally known.", "generally", {"usually"}),
]
REFUSED = [
    ("They passed a test.", "passed"),
    ("They used to live in Rome.", "used"),
    ("He did it as a result of the war.", "result"),
    ("He bought a car - company in Rome.", "car"),
    ("It is the largest possible number.", "possible"),
    ("They fought over global warming.", "global"),
    # The word is fixed to another: WordNet has the term, or it needs company that shows its sense.
    ("They opposed capital punishment of any kind.", "punishment"),
    ("They feared a side effect on health.", "effect"),
    ("They bought an easy chair.", "easy"),
    ("They planned rapid transit for the city.", "rapid"),
    ("They bought photographic film in Rome.", "film"),
    ("These are proper nouns.", "proper"),
    ("They eat whole grain.", "whole"),
    ("The cost of living rose.", "cost"),
    ("They sold pairs of scissors.", "pairs"),
    # Another sense of the word is as common.
    ("Ships stuck in the fast ice.", "fast"),
    ("It has stable isotopes.", "stable"),
    ("They founded global groups.", "global"),
    ("They own many sites.", "sites"),
    ("They met contemporary writers.", "contemporary"),
    ("It affected the child.", "affected"),
    ("They started the robot.", "started"),
    ("He made an impression on them.", "made"),
    ("She uses the ladle every week.", "uses"),
    ("They changed jobs.", "changed"),
    ("It now belongs to Ada.", "now"),
    ("They regained the majority.", "regained"),
    ("They held no particular loyalty.", "particular"),
    ("They have an office in Rome.", "have"),
    # The frame gives the word another sense.
    ("It was released generally.", "generally"),
    ("It was built into the church.", "built"),
    ("They are used to eating fish.", "used"),
    ("The men are used to plastic bags.", "used"),
    ("It has no different forms.", "different"),
    ("They live in two different countries.", "different"),
]


def offered(sentence: Sentence, word: str) -> set[str]:
    """The forms that any seed may put in a word's place."""
    tree = Tree(sentence)
    found = places(tree)
    index = next(index for index, token in enumerate(sentence.tokens) if token.text == word)
    forms = set()
    for seed in range(30):
        draft = synonyms(tree, found, seed, ambiguous=True)
        forms |= {draft.words[index].text} if draft else set()
    return forms - {word}


@pytest.mark.parametrize(("text", "word", "expected"), OFFERED)
def test_a_word_is_exchanged_in_its_frame(parse: Parse, text: str, word: str, expected: set[str]) -> None:
    assert expected <= offered(parse(text), word)


@pytest.mark.parametrize(("text", "word"), REFUSED)
def test_a_word_stays_where_its_synonym_would_say_something_else(parse: Parse, text: str, word: str) -> None:
    assert offered(parse(text), word) == set()


def test_the_seed_alone_decides(parse: Parse) -> None:
    tree = Tree(parse("They often bought large houses and usually began the work quickly."))
    found = places(tree)
    made = [[synonyms(tree, found, seed, ambiguous=True) for seed in range(8)] for _ in range(2)]
    texts = [[draft.finish()[0][0].text for draft in row if draft] for row in made]

    assert texts[0] == texts[1]
    assert len(set(texts[0])) > 1


def test_the_parse_of_an_exchanged_word_is_right(parse: Parse) -> None:
    tree = Tree(parse("An attorney purchased it."))
    draft = synonyms(tree, places(tree), 0, ambiguous=True)

    assert draft is not None
    (sentence, _) = draft.finish()[0]
    assert sentence.text == "A lawyer bought it."
    assert [(token.lemma, token.tag) for token in sentence.tokens][1:3] == [("lawyer", "NN"), ("buy", "VBD")]


def test_a_context_names_companions_strangers_and_what_follows() -> None:
    context = Context.read("@war,game @!cup +of !the,a")

    assert context.companions == {"war", "game"}
    assert context.strangers == {"cup"}
    assert context.behind == {"of"}
    assert context.not_behind == {"the", "a"}


def test_every_row_of_the_table_is_of_a_known_kind() -> None:
    letters = {"v": "tifackp", "n": "otdfbmsu", "a": "mpus", "r": "slvnjrh"}

    for (pos, word), rows in table().items():
        for row in rows:
            assert set(row.use) <= set(letters[pos]), (word, row)
            assert row.word != word


def test_a_verb_whose_tense_cannot_be_told_stays(parse: Parse) -> None:
    sentence = parse("They put a premium on range.")
    present = replace(sentence, tokens=tuple(replace(t, tag="VBP") if t.text == "put" else t for t in sentence.tokens))

    assert offered(present, "put") == set()
