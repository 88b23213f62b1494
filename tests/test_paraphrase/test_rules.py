"""Each rule, its example sentence, and what it makes of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pie_qg.paraphrase import expressions, modals, order, phrases, predicates, relatives, sides, split, voice
from pie_qg.paraphrase.draft import Draft
from pie_qg.records import Sentence
from pie_qg.tree import Tree

Parse = Callable[[str], Sentence]
Change = Callable[[Tree], Draft | None]

EXAMPLES: list[tuple[Change, str, str]] = [
    (
        split.relative_clause,
        "The oldest is the 13,800-seat arena, which opened in Rome.",
        "The oldest is the 13,800-seat arena. The 13,800-seat arena opened in Rome.",
    ),
    (
        order.adverbial_to_front,
        "Constantinople jostled with other cities until the 12th century.",
        "Until the 12th century, Constantinople jostled with other cities.",
    ),
    (
        voice.passive_to_active,
        "Names are often represented by digits rather than letters.",
        "Digits rather than letters often represent names.",
    ),
    (order.adverbial_to_end, "In 2009, the museum reopened.", "The museum reopened in 2009."),
    (
        order.adverbial_to_front,
        "The museum reopened in 2009 after a long fire.",
        "In 2009, the museum reopened after a long fire.",
    ),
    (
        order.clause_to_end,
        "Because it rained, the game was stopped.",
        "The game was stopped because it rained.",
    ),
    (
        order.clause_to_front,
        "The game was stopped because it rained.",
        "Because it rained, the game was stopped.",
    ),
    (
        voice.passive_to_active,
        "The city was founded by the Greeks in 657.",
        "The Greeks founded the city in 657.",
    ),
    (voice.passive_to_active, "He has been seen by many experts.", "Many experts have seen him."),
    (voice.passive_to_active, "The doors can be opened by the guards.", "The guards can open the doors."),
    (
        voice.active_to_passive,
        "James Oglethorpe established the colony in 1733.",
        "The colony was established by James Oglethorpe in 1733.",
    ),
    (
        split.apposition,
        "James Oglethorpe, a British general, founded Georgia.",
        "James Oglethorpe founded Georgia. James Oglethorpe was a British general.",
    ),
    (
        split.relative_clause,
        "The city, which was founded in 800, is rich.",
        "The city is rich. The city was founded in 800.",
    ),
    (
        split.coordination,
        "The city fell in 1664, and the Dutch left the region.",
        "The city fell in 1664. The Dutch left the region.",
    ),
    (
        split.coordination,
        "Andros left Boston and returned to England.",
        "Andros left Boston. Andros returned to England.",
    ),
    (phrases.of_to_genitive, "The population of Istanbul grew.", "Istanbul's population grew."),
    (
        phrases.genitive_to_of,
        "Connecticut's first settlers were Dutch.",
        "The first settlers of Connecticut were Dutch.",
    ),
    (phrases.date_parts, "He left on September 11, 2001.", "He left on 11 September 2001."),
    (phrases.contraction, "It doesn't work and we can't help.", "It does not work and we can not help."),
    (
        phrases.period,
        "Oystering boomed in the 19th century.",
        "Oystering boomed during the 19th century.",
    ),
    (phrases.editorial_mark, "The band [who?] played in Paris.", "The band played in Paris."),
    (expressions.fixed_expressions, "It was closed due to rain.", "It was closed because of rain."),
    (expressions.fixed_expressions, "They grow crops such as maize.", "They grow crops like maize."),
    (expressions.fixed_expressions, "They left at the same time.", "They left simultaneously."),
    (expressions.purpose, "They trained in order to win the cup.", "They trained to win the cup."),
    (predicates.predicate, "The games took place in Rome.", "The games occurred in Rome."),
    (predicates.predicate, "It comprises 30 teams.", "It consists of 30 teams."),
    (predicates.predicate, "The surgeons carried out the tests.", "The surgeons conducted the tests."),
    (predicates.predicate, "The match was held in Rome.", "The match took place in Rome."),
    (predicates.predicate, "The town is located in France.", "The town lies in France."),
    (predicates.predicate, "Prices depend on demand.", "Prices are dependent on demand."),
    (predicates.predicate, "He is considered a hero.", "He is regarded as a hero."),
    (predicates.predicate, "It is referred to as a shell.", "It is called a shell."),
    (predicates.predicate, "She returned to England.", "She went back to England."),
    (
        predicates.predicate,
        "He took part in raids and carried out attacks.",
        "He participated in raids and conducted attacks.",
    ),
    (phrases.quantity_noun, "A number of cities fell.", "Several cities fell."),
    (phrases.quantity_noun, "He visited the majority of towns.", "He visited most towns."),
    (modals.ability, "Bats are able to fly.", "Bats can fly."),
    (phrases.most_to_majority, "Most residents speak Turkish.", "The majority of residents speak Turkish."),
    (relatives.that_to_which, "It is a system that saves power.", "It is a system which saves power."),
    (modals.necessity, "Players must wear a helmet.", "Players have to wear a helmet."),
    (
        relatives.clause_to_participle,
        "The methods that are used in physics are new.",
        "The methods used in physics are new.",
    ),
    (
        relatives.clause_to_present_participle,
        "A lens is a device that bends light.",
        "A lens is a device bending light.",
    ),
    (
        sides.copula,
        "Brazil is the largest country in South America.",
        "The largest country in South America is Brazil.",
    ),
    (expressions.fixed_expressions, "They sell apples as well as pears.", "They sell apples and also pears."),
    (predicates.predicate, "The cat is seen as a god.", "The cat is regarded as a god."),
    (voice.passive_to_active, "The plays were staged by the king.", "The king staged the plays."),
    (sides.also_to_front, "The town also has a port.", "In addition, the town has a port."),
    (sides.swap_pair, "The church has domes and arches.", "The church has arches and domes."),
]

UNTOUCHED: list[tuple[Change, str]] = [
    (order.clause_to_end, "When Victoria died, she was 81."),
    (voice.passive_to_active, "The letters were sent by mail."),
    (voice.passive_to_active, "He was born in 1950 by the sea."),
    (predicates.predicate, "It was known as a dangerous place."),
    (order.adverbial_to_front, "The number rose from 7 million in January 2008 to 15 million in October 2009."),
    (expressions.fixed_expressions, "It is said in part or whole."),
    (expressions.fixed_expressions, "It was issued at the same time as the others."),
    (relatives.participle_to_clause, "The missions were closed and the lands sold to settlers."),
    (phrases.period, "It was built early in the 19th century."),
    (expressions.fixed_expressions, "They stand in more than one of the areas."),
    (phrases.genitive_to_of, "The greatest success of the women's movement came late."),
    (voice.active_to_passive, "No candidate won the election."),
    (voice.active_to_passive, "The company sold its own assets."),
    (split.apposition, "They visited Japan, Korea, and China."),
    (phrases.of_to_genitive, "The city of Berlin grew."),
    (phrases.of_to_genitive, "They saw the French capital of Paris."),
    (phrases.genitive_to_of, "Today's weather is fine."),
    (order.adverbial_to_front, "Dense fog fell during the night."),
    (expressions.fixed_expressions, "They have many towns and numerous ports."),
    (expressions.fixed_expressions, "He saw not only the result but the cause."),
    (expressions.spelt_out_purpose, "They believe in the power of government to improve lives."),
    (voice.passive_to_active, "Loyalty was expected by the regime of all citizens."),
    (relatives.participle_to_clause, "The movement triggered by the fire has been credited with reforms."),
    (sides.swap_pair, "The genre is drum and bass."),
    (sides.swap_pair, "He saw large cars and trucks."),
    (sides.swap_pair, "The climate has not been constant and different regions have had uplift."),
    (sides.swap_pair, "They came to modern Italy and France."),
    (split.coordination, "The party supported and the House passed a law."),
    (split.coordination, "If it rains, the field gets wet and the road is closed."),
    (split.relative_clause, "The king cut the tax during that period, which added ten dollars to the debt."),
    (relatives.participle_to_clause, "It was named for the aid the state rendered to the effort."),
    (expressions.fixed_expressions, "They grew various other crops."),
    (expressions.fixed_expressions, "Pears as well as apples are sold."),
    (predicates.predicate, "The light is seen as fringes."),
    (predicates.predicate, "He waited for two hours."),
    (predicates.predicate, "Nuts comprise the bulk of the diet."),
    (predicates.predicate, "Ada served as Senator in Rome."),
]


@pytest.mark.parametrize(("change", "text", "expected"), EXAMPLES)
def test_a_rule_makes_of_its_example_what_it_says(parse: Parse, change: Change, text: str, expected: str) -> None:
    draft = change(Tree(parse(text)))

    assert draft is not None
    assert " ".join(sentence.text for sentence, _ in draft.finish()) == expected


@pytest.mark.parametrize(("change", "text"), UNTOUCHED)
def test_a_rule_leaves_alone_what_it_would_spoil(parse: Parse, change: Change, text: str) -> None:
    assert change(Tree(parse(text))) is None


@pytest.mark.parametrize(("change", "text", "expected"), EXAMPLES)
def test_a_rule_knows_the_parse_of_what_it_makes(parse: Parse, change: Change, text: str, expected: str) -> None:
    draft = change(Tree(parse(text)))

    assert draft is not None, expected
    for sentence, origins in draft.finish():
        assert len(origins) == len(sentence.tokens)
        assert [sentence.text[token.start : token.end] for token in sentence.tokens] == [
            token.text for token in sentence.tokens
        ]
        assert sum(token.head == index for index, token in enumerate(sentence.tokens)) == 1
