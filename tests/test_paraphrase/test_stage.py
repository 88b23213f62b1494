from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pie_qg.paraphrase.align import original_span
from pie_qg.paraphrase.stage import ParaphraseStage
from pie_qg.paraphrase.syntactic import candidates
from pie_qg.parse import SpacyParser
from pie_qg.questions.locate import locate
from pie_qg.recipe import ParaphraseConfig, ParseConfig
from pie_qg.records import Item, Passage
from pie_qg.tree import Tree

TEXT = (
    "Oglethorpe, who was a general, founded Georgia in 1733. The town was bought by the French because it was rich. "
    "However, the colonists often purchased a big house there, and they didn't leave."
)


def run(parser: SpacyParser, text: str = TEXT, **config: Any) -> Item:
    stage = ParaphraseStage(ParaphraseConfig(**config), ParseConfig(), 0)
    stage.load()
    [item] = stage.run([Item(Passage("p", text), sentences=parser.parse([text])[0])])
    return item


def test_identity_changes_nothing(parser: SpacyParser) -> None:
    item = run(parser, method="identity")

    assert [each.text for each in item.paraphrases] == [each.text for each in item.sentences]
    assert not any(each.changed for each in item.paraphrases)


def test_there_is_one_paraphrase_a_sentence_in_order(parser: SpacyParser) -> None:
    item = run(parser, method="syntactic")

    assert [each.sentence for each in item.paraphrases] == list(range(len(item.sentences)))
    assert all(each.changed and each.divergence is not None and each.rules for each in item.paraphrases)


def test_words_of_a_paraphrase_lead_back_to_the_passage(parser: SpacyParser) -> None:
    item = run(parser, method="syntactic")

    for paraphrase in item.paraphrases:
        original = item.sentences[paraphrase.sentence]
        for part, sentence in enumerate(paraphrase.sentences):
            for entity in sentence.entities:
                span = original_span(original, paraphrase, part, range(entity.first, entity.stop))
                words = sentence.text[sentence.tokens[entity.first].start : sentence.tokens[entity.stop - 1].end]
                assert span is not None
                assert TEXT[slice(*span)] == words


def test_a_replaced_word_leads_back_to_the_one_it_replaced(parser: SpacyParser) -> None:
    text = "The colonists often purchased a big house."
    item = run(parser, text, method="syntactic")
    [paraphrase] = item.paraphrases
    words = [token.text for token in paraphrase.sentences[0].tokens]

    span = original_span(item.sentences[0], paraphrase, 0, [words.index("bought")])

    assert span is not None
    assert text[slice(*span)] == "purchased"


def test_an_answer_in_other_words_has_its_place(parser: SpacyParser) -> None:
    text = "The colonists often purchased a big house."
    item = run(parser, text, method="syntactic")
    [paraphrase] = item.paraphrases
    tree = Tree(paraphrase.sentences[0])
    house = [token.text for token in tree.tokens].index("house")

    span = locate(item.passage, item.sentences[0], tree, [house - 2, house - 1, house], paraphrase.origins[0])

    assert span is not None
    assert text[slice(*span)] == "a big house"


def test_seq2seq_runs_through_the_stage(parser: SpacyParser, tiny_pegasus: Path) -> None:
    item = run(parser, method="seq2seq", model=str(tiny_pegasus), candidates=2, max_tokens=12)

    assert len(item.paraphrases) == len(item.sentences)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120) | st.lists(st.sampled_from(TEXT.split()), max_size=25).map(" ".join))
def test_any_text_gives_parses_that_hang_together(parser: SpacyParser, text: str) -> None:
    for sentence in parser.parse([text])[0]:
        for candidate in candidates(sentence):
            assert candidate.sentences is not None
            for parsed, origins in zip(candidate.sentences, candidate.origins, strict=True):
                start = parsed.start
                assert candidate.text[start : start + len(parsed.text)] == parsed.text
                assert len(origins) == len(parsed.tokens)
                assert all(-1 <= origin < len(sentence.tokens) for origin in origins)
                assert all(parsed.text[token.start : token.end] == token.text for token in parsed.tokens)


@pytest.mark.parametrize("text", ["", "...", "No verb here.", "((((", "Ünïcödé 中文 עברית."])
def test_odd_text_stays_as_it_is(parser: SpacyParser, text: str) -> None:
    item = run(parser, text, method="syntactic")

    assert [each.text for each in item.paraphrases] == [each.text for each in item.sentences]
