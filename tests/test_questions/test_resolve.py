"""What a pronoun stands for, and where it may stand for two things."""

from __future__ import annotations

from random import Random

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.agreement import names_nothing
from pie_qg.questions.mention import full_names, name_tokens
from pie_qg.questions.pointing import Readings
from pie_qg.questions.resolve import Resolver
from pie_qg.questions.topic import topics
from pie_qg.questions.which import is_either
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread


def _last(parser: SpacyParser, text: str) -> tuple[Tree, Readings]:
    """Return the last sentence of a passage and how its words are read."""
    trees = [Tree(sentence) for sentence in parser.parse([text])[0]]
    resolver = Resolver(trees, Random(0))
    return trees[-1], [resolver.read(place, tree) for place, tree in enumerate(trees)][-1]


def _at(tree: Tree, word: str) -> int:
    return [token.text.lower() for token in tree.tokens].index(word)


@pytest.mark.parametrize(
    ("text", "word", "stands_for"),
    [
        ("Marie Curie was born in Warsaw. She discovered radium.", "she", "Marie Curie"),
        ("Norway borders Sweden and Russia. Its capital grew fast.", "its", None),
        ("Connecticut is small. Its capital city is Hartford.", "its", "Connecticut's"),
        ("Peterson and Seligman wrote a book. They identified six virtues.", "they", "Peterson and Seligman"),
        ("The farmers grew wheat. They sold it in Rome.", "they", "the farmers"),
        ("The mill is old. Anna sold it in May.", "it", "the mill"),
        # what a clause tells is not in it
        ("The mill is old. The best thing is that it has a clock.", "it", "the mill"),
        ("The little girl is ill. She was born in May.", "she", "the little girl"),
        # of what a review is on, a part has been named since
        ("I bought this kettle in May. The handle broke in June. It makes coffee.", "it", "the kettle"),
        ("I took these dimensions. I bought these kettles in May. They make coffee.", "they", "the kettles"),
    ],
)
def test_a_pronoun_stands_for(parser: SpacyParser, text: str, word: str, stands_for: str | None) -> None:
    tree, readings = _last(parser, text)
    assert readings.instead.get(_at(tree, word)) == stands_for


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # of two things in one phrase
        ("The history of the city is long. It was sold in 1900.", "it"),
        ("The works of several ancient authors have survived. They were printed in Rome.", "they"),
        # of a thing that is not the sentence's own
        ("Mercantilism was the policy imposed by Britain on its colonies.", "its"),
        # of somebody who was named since
        ("George Bush won. The election of Bobby Jindal over Tom Hill was hailed. He is the first governor.", "he"),
        # of somebody who is named beside another "him"
        ("A letter from Peter Berg moved him. He sold the mill.", "he"),
        ("His wife, Anna Berg, ran the mill. He sold it.", "he"),
        # of somebody in its own sentence
        ("The king met Anna Berg in May. The pan was for my daughter and she liked it.", "she"),
        # of the object, where a reason is told
        ("The town refused to buy the mill because it was old.", "it"),
        # of somebody beside whom another is named
        ("Anna Berg hired Mary Stone. She was paid by the king.", "she"),
        # of a nation
        ("The French called it the upper lake, since it lies above a second one.", "it"),
        # of all alike
        ("Any claims against the policy are paid. They were dealt with in London.", "they"),
        # of what the sentence says it is
        ("The commuter lines carry passengers. They are the busiest stations in the country.", "they"),
        # of somebody, since he argues
        ("Sherratt argues that it spread from Norway.", "it"),
        # of a thing before what the sentence between is on
        ("The mill burnt down. A guard stood there. It was sold in 1900.", "it"),
        # of what an author has, or of a part of it
        ("I bought a pot in May. The handle is loose. It makes coffee.", "it"),
        # of a thing that is named nearer
        ("The mill is old. Anna took the wheel from it.", "it"),
        ("The mill is old. Anna painted the barn and made it the tallest in the world.", "it"),
        ("The party attacked the plan and said it represented greed.", "it"),
        # of what another clause is on
        ("Anna sang as long as the lamp burnt. It was sold in 1900.", "it"),
        ("The mill burnt down and the barn was sold. It cost ten dollars.", "it"),
        # of a woman, though the man leads
        ("If a man has a daughter, she gets his fields.", "she"),
        # of a thing that the clause's subject is
        ("The reason for the sale is its price.", "its"),
        # of who did it
        ("The towns were ruled by the bishops. They raised taxes in 1900.", "they"),
        # of what is brought to a place
        ("The mines are part of the trade of rare metals in the port, where they fetch high prices.", "they"),
        # of somebody whose name says nothing
        ("Henry Stone left Norway. The Catholicos Sahak opened a school, which he sold in 1990.", "he"),
        # of somebody to whom the sentence has come
        ("Before Anna Berg, the last queen of Norway was Mary Stone. She ruled from 1953 to 1963.", "she"),
        # of any of them
        ("The result is that each mill is given a stone that it needs.", "it"),
        # of a name
        ("In this case, Miller is the old surname. His children moved to Ghent.", "his"),
        # of what a body deals with
        ("The court heard a case. It lasted ten days.", "it"),
        # of somebody whom the clause before is about
        ("Anna Berg was ill. The guards stopped a woman and asked to search her.", "her"),
        # of somebody whom no tagger knows
        ("Unlike the painter, Vento is shy. He grew old in Ghent.", "he"),
        # of a thing itself
        ("I bought this kettle. The lid has scratches on it.", "it"),
        # of what a clause before has put there
        ("I bought this kettle. If you fill the tank with soap, it spills.", "it"),
        # of what was there before what a review is on
        ("I like this kettle. I used to have my old pot. It broke in May.", "it"),
        # of what a review has not named yet
        ("Because they broke in May, I hate these glasses.", "they"),
        # of no noun phrase
        ("(30.03.2017) They left the town.", "they"),
        # of a work with a word for somebody as its title
        ('"The Reader" was sold in May. He was sold in Ghent.', "he"),
        # of what comes after
        ("The mill is old. The nation owes it to the poor to spend more.", "it"),
        # of nothing
        ("Hunting was common. It became necessary to bring animals home.", "it"),
    ],
)
def test_a_pronoun_may_stand_for_two_things(parser: SpacyParser, text: str, word: str) -> None:
    tree, readings = _last(parser, text)
    assert _at(tree, word) in readings.unresolved


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Anna defined these terms in May.", "these"),
        ("The prices stayed at that level.", "that"),
        ("Anna sold the mill the same year.", "same"),
        ("I clean mine in May.", "mine"),
        ("I bought a pod and THAT made coffee.", "that"),
        ("The mill was replaced by the one.", "one"),
        ("The farmers bought larger ones.", "ones"),
        ("The farmers bought American ones (most notably Ford).", "ones"),
        ("Trade names include foreign ones such as Eisen.", "ones"),
        ("The farmers worked this way.", "this"),
        ("Sales were 26 percent of the figure.", "the"),
        ("The last is often called a legend.", "last"),
        ("The aforementioned mills were sold.", "aforementioned"),
        ("The farmers bought this part of the town.", "this"),
        ("I like this kettle. I broke the lid. This shows how thin it is.", "this"),
        ("I like this kettle. I repeated this for a week.", "this"),
        ("Anna solved the problem in May.", "the"),
    ],
)
def test_a_word_that_points_to_another_sentence(parser: SpacyParser, text: str, word: str) -> None:
    tree, readings = _last(parser, text)
    assert _at(tree, word) in readings.unresolved


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The mill was replaced by the one in Kent.", "one"),
        ("The farmers bought the ones that Anna had.", "ones"),
        ("Anna sold the same mill.", "same"),
        ("Anna liked these kettles.", "these"),
        ("I like this kettle. I broke the lid. This is a solid kettle.", "this"),
        ("The last mill is often called a legend.", "last"),
        ("Anna solved the problem of the mill in May.", "the"),
    ],
)
def test_a_word_that_tells_which_is_meant(parser: SpacyParser, text: str, word: str) -> None:
    tree, readings = _last(parser, text)
    assert _at(tree, word) not in readings.unresolved


def test_i_after_a_name_is_an_author_and_no_number(parser: SpacyParser) -> None:
    tree, readings = _last(parser, "In Paris I bought this kettle.")
    assert _at(tree, "i") in readings.instead
    tree, readings = _last(parser, "I know that World War I ended in Paris.")
    assert {tree.tokens[index].text for index in readings.instead} == {"I", "know"}


def test_our_is_an_authors_where_a_text_has_an_author(parser: SpacyParser) -> None:
    tree, readings = _last(parser, "Such acts harm our view of the town.")
    assert _at(tree, "our") in readings.unresolved
    tree, readings = _last(parser, "I came to Ghent in May. The storm harmed our view of the town.")
    assert _at(tree, "our") in readings.instead


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The storm and its impacts were discussed.", "its"),
        ("They enslaved combatants and their villages.", "their"),
        ("Lincoln, who visited the area before his speech, was shocked.", "his"),
        ("The women of the town sold their land.", "their"),
    ],
)
def test_a_pronoun_stays_where_its_clause_names_it(parser: SpacyParser, text: str, word: str) -> None:
    tree, readings = _last(parser, text)
    index = _at(tree, word)
    assert index not in readings.unresolved
    assert index not in readings.instead


def test_a_pronoun_that_an_original_leaves_open_is_left_open_in_its_paraphrase(parser: SpacyParser) -> None:
    originals = [Tree(sentence) for sentence in parser.parse(["The mill is old. Its wheel was sold in 1900."])[0]]
    told = Tree(parser.parse(["It had a wheel that was sold in 1900."])[0][0])
    readings = Resolver(originals, Random(0)).read(1, told)
    assert _at(told, "it") in readings.unresolved


def test_a_part_of_a_split_sentence_reads_its_pronouns_as_the_whole_does(parser: SpacyParser) -> None:
    text = "The plates are large. The stickers are small, but they fall off."
    originals = [Tree(sentence) for sentence in parser.parse([text])[0]]
    told = Tree(parser.parse(["They fall off."])[0][0])
    readings = Resolver(originals, Random(0)).read(1, told)
    assert _at(told, "they") in readings.unresolved


def test_a_verb_that_was_taken_for_a_noun_is_no_topic(parser: SpacyParser) -> None:
    assert not topics([Tree(one) for one in parser.parse(["I like it since this maneuvers well."])[0]])


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("I bought this for my husband. It broke in May.", "the product"),
        ("I like it. The warranty lasts two years.", "the product"),
        ("I bought this kettle on Amazon.", "the kettle"),
        ("I told my brother this in May. He laughed.", None),
        ("Anna bought it in Rome.", None),
    ],
)
def test_what_is_on_sale_is_a_product(parser: SpacyParser, text: str, topic: str | None) -> None:
    found = topics([Tree(one) for one in parser.parse([text])[0]])
    assert (found["it"].text if found else None) == topic


def test_a_kind_of_thing_is_no_topic(parser: SpacyParser) -> None:
    trees = [Tree(parser.parse([text])[0][0]) for text in ("I broke this piece of junk.", "I use this style blade.")]
    assert not topics(trees)


def test_a_country_is_no_topic(parser: SpacyParser) -> None:
    found = topics([Tree(one) for one in parser.parse(["I like that it is made in this country."])[0]])
    assert not found


def test_a_name_that_began_before_its_entity_is_no_name(parser: SpacyParser) -> None:
    tree = Tree(parser.parse(["The ships were lost during the French and Indian War."])[0][0])
    assert not name_tokens(tree, _at(tree, "war"))


def test_a_last_name_of_two_persons_is_nobodys_whole_name(parser: SpacyParser) -> None:
    text = "Marie Curie met Pierre Curie. Henry Stone left Norway. Stone died in 1900."
    assert full_names([Tree(sentence) for sentence in parser.parse([text])[0]]) == {"Stone": "Henry Stone"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # of the one that was named, or of the one that came after
        ("Yale University grew. Ghent has its own university. The university was sold.", "the university"),
        ("Yale University grew. The university was sold.", "Yale University"),
    ],
)
def test_a_description_stands_for_the_one_that_was_named(parser: SpacyParser, text: str, said: str) -> None:
    tree, readings = _last(parser, text)
    words = [readings.instead.get(index, token.text.lower()) for index, token in enumerate(tree.tokens[:2])]
    assert " ".join(words).strip() == said


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ('"I left in May," she said. "I was ill. I slept in Ghent.', "i", None),
        ("I left in May. I slept in Ghent.", "i", "the author"),
        ("I drive. As drivers, we have a right to it.", "we", None),
        ("I drive. In May, we bought a car.", "we", "the authors"),
    ],
)
def test_who_speaks_in_a_passage(parser: SpacyParser, text: str, word: str, said: str | None) -> None:
    tree, readings = _last(parser, text)
    found = readings.instead.get(_at(tree, word))
    assert found == said or (found is not None and said is not None and found.replace("writer", "author") == said)


def test_no_part_of_a_sentence_reads_a_person_otherwise(parser: SpacyParser) -> None:
    trees = [Tree(one) for one in parser.parse(["Anna Berg left. Ada Stone slept, since she was ill."])[0]]
    part = Tree(parser.parse(["She was ill."])[0][0])
    resolver = Resolver(trees, Random(0))
    resolver.read(0, trees[0])
    resolver.read(1, trees[1])
    assert resolver.read(1, part).instead.get(0) != "Anna Berg"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("It lies on the bank of the river, which marks the border.", True),
        ("He sold the mill, built by Anna Berg, which burned down.", True),
        ("You screw it to the base, which is easy.", True),
        ("You screw it to the base, which is black.", False),
        ("It lies in the middle of the woods, which are old.", False),
        ("He led the Bank of England, which was founded in 1694.", False),
        ("It lies on the river, which marks the border.", False),
    ],
)
def test_which_may_be_about_either_of_two_nouns(parser: SpacyParser, text: str, known: bool) -> None:
    tree = Tree(parser.parse([text])[0][0])
    verb = next(index for index, token in enumerate(tree.tokens) if token.dep == "relcl")
    assert is_either(tree, verb) is known


def test_an_infinitive_read_as_a_noun_is_what_nothing_stands_for() -> None:
    first = misread("To|TO|aux|1 trap|NN|compound|2 boats|NNS|nsubjpass|4 were|VBD|auxpass|4 seen|VBN|ROOT|4")
    second = misread("They|PRP|nsubjpass|2 were|VBD|auxpass|2 sold|VBN|ROOT|2")
    resolver = Resolver([first, second], Random(0))
    assert [resolver.read(place, tree) for place, tree in enumerate((first, second))][-1].unresolved == {0}


def test_whose_mill_it_was_is_nobody() -> None:
    tree = misread("Ada|NNP|nsubj|4 whose|WP$|poss|2 mill|NN|nsubj|3 burnt|VBD|relcl|0 left|VBD|ROOT|4")
    assert names_nothing(tree, (1, 2))
    assert not names_nothing(tree, (0,))
