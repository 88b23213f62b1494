"""The rules of the natural style, each with its example."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from pie_qg.clauses import clauses
from pie_qg.questions.form import form
from pie_qg.questions.natural import RULES
from pie_qg.questions.verbs import verb_group
from pie_qg.tree import Tree
from tests.test_questions.conftest import Plain
from tests.test_questions.handmade import misread, questions


class Low(Random):
    """Dice that fall on what is asked for a share of the clauses only."""

    def random(self) -> float:
        return 0.3

    def choice(self, seq: Sequence[Any]) -> Any:
        return seq[0]


class First(Random):
    """Dice that put a time or a place first."""

    def random(self) -> float:
        return 0.1

    def choice(self, seq: Sequence[Any]) -> Any:
        return seq[0]


EXAMPLES = [
    # rule, sentence, question, answer
    ("subject", "Most trusses use gusset plates.", "What uses gusset plates?", "Most trusses"),
    ("subject", "Marie Curie discovered radium in 1898.", "Who discovered radium in 1898?", "Marie Curie"),
    ("subject", "A young engineer has designed the bridge.", "Who has designed the bridge?", "young engineer"),
    ("subject", "Twelve students built the boat.", "How many students built the boat?", "Twelve"),
    ("do-support", "Marie Curie discovered radium.", "What did Marie Curie discover?", "radium"),
    ("do-support", "The factory makes glass bottles.", "What does the factory make?", "glass bottles"),
    ("do-support", "The farmers grow wheat.", "What do the farmers grow?", "wheat"),
    ("relating", "The law caused a sharp rise in prices.", "What did the law cause?", "sharp rise in prices"),
    ("not", "You turn the bottle, not the cap, in May.", "What do you turn in May?", "bottle"),
    ("only", "The mill is the only source of flour.", "What is the mill?", "only source of flour"),
    (
        "open",
        "Old houses that stood near the river were flooded in May.",
        "What was flooded in May?",
        "Old houses that stood near the river",
    ),
    ("inversion", "The king will visit a chapel.", "What will the king visit?", "chapel"),
    ("inversion", "The king has visited a chapel.", "What has the king visited?", "chapel"),
    ("passive", "The theory was published by Darwin.", "Who published the theory?", "Darwin"),
    ("passive", "The letters were written by a pilot.", "Who wrote the letters?", "pilot"),
    ("passive", "The house can be seen by two guards.", "How many guards can see the house?", "two"),
    ("duration", "The coffee brewed 24 hours on the stove.", "How long did the coffee brew on the stove?", "24 hours"),
    ("stranded", "The plan depends on the weather.", "What does the plan depend on?", "weather"),
    ("particle", "The soldiers carried out the order.", "What did the soldiers carry out?", "order"),
    ("time", "The tower was finished in March 1889.", "When was the tower finished?", "March 1889"),
    ("place", "The ship sank in Norway.", "In what country did the ship sink?", "Norway"),
    ("number", "The farm has 40 horses.", "How many horses does the farm have?", "40"),
    ("number", "The war lasted for six years.", "How long did the war last?", "six years"),
    (
        "percentage",
        "The party won 20 percent of the votes.",
        "What percentage of the votes did the party win?",
        "20 percent",
    ),
    ("kind", "The bridge needs steel cables.", "What type of cables does the bridge need?", "steel"),
    ("owner", "Darwin's theory changed biology.", "Whose theory changed biology?", "Darwin"),
    ("merged", "Ada studied logic and wrote programs.", "Who studied logic and wrote programs?", "Ada"),
    (
        "reason",
        "The firm closed the mine because the ore ran out.",
        "Why did the firm close the mine?",
        "the ore ran out",
    ),
    ("complement", "The report says that the river is clean.", "What does the report say?", "the river is clean"),
    (
        "complement",
        "The city decided to close the old harbor.",
        "What did the city decide to do?",
        "close the old harbor",
    ),
    (
        "helped",
        "The grants are helping the village pay its debts.",
        "What are the grants helping the village do?",
        "pay its debts",
    ),
    ("infinitive", "The city decided to close the old harbor.", "What did the city decide to close?", "old harbor"),
    ("inside", "Clara Barton was the founder of a hospital.", "What was Clara Barton the founder of?", "hospital"),
    ("copula", "Paris is the capital of France.", "What is the capital of France?", "Paris"),
    (
        "deep",
        "The party opposed a treaty with the government of Norway.",
        "The party opposed a treaty with the government of what country?",
        "Norway",
    ),
    (
        "deep",
        "The king opposed the owners of wooden ships and boats.",
        "The king opposed the owners of what type of ships?",
        "wooden",
    ),
    (
        "deep",
        "The park shows the ruins of Darwin's house.",
        "The park shows the ruins of whose house?",
        "Darwin",
    ),
    (
        "deep",
        "The treaty did not end the war with Norway.",
        "The treaty did not end the war with what country?",
        "Norway",
    ),
    (
        "deep",
        "The colony of Georgia never had a church.",
        "The colony of what state never had a church?",
        "Georgia",
    ),
    ("kind", "The town has three large wooden churches.", "What type of churches does the town have?", "wooden"),
    ("kind", "The king banned drug-related games.", "What type of games did the king ban?", "drug-related"),
    ("no word", 'The new name is as old as "Ghent".', 'What is as old as "Ghent"?', "new name"),
    ("which side", "The Norwegian side grew in May.", "Which side grew in May?", "Norwegian"),
    ("kind", "The town hired foreign workers.", "What type of workers did the town hire?", "foreign"),
    ("kind", "The firm sells wooden tables and chairs.", "What type of tables does the firm sell?", "wooden"),
    (
        "infinitive kind",
        "The council wants to close the steel mill.",
        "What type of mill does the council want to close?",
        "steel",
    ),
    (
        "sure of what becomes",
        "The cook turned the milk into cheese.",
        "What did the cook turn the milk into?",
        "cheese",
    ),
    ("no person", "Torx is a common kind of screw drive.", "What is a common kind of screw drive?", "Torx"),
    (
        "inside",
        "While the canal was a network of pipes, the king ruled Ghent.",
        "What was the canal a network of?",
        "pipes",
    ),
    ("their own", "The United States won their first medal.", "What did the United States win?", "first medal"),
    (
        "their own",
        "Hooker and his cohort founded a town in 1636.",
        "When did Hooker and his cohort found a town?",
        "1636",
    ),
    ("a thing", "My brother bought a Vitamix in May.", "What did the author's brother buy in May?", "Vitamix"),
    ("a thing", "The coffee maker makes coffee.", "What makes coffee?", "coffee maker"),
    ("adjective", "I saw it. The handle was flimsy.", "How was the handle?", "flimsy"),
    ("adjective", "I saw it. The handle was thin and weak.", "How was the handle?", "thin and weak"),
    ("adjective", "I saw it. The pan looks sturdy.", "How does the pan look?", "sturdy"),
    ("performance", "I bought it. The lid fits perfectly.", "How does the lid fit?", "perfectly"),
]


@pytest.mark.parametrize(("rule", "sentence", "question", "answer"), EXAMPLES)
def test_example(formed: Any, rule: str, sentence: str, question: str, answer: str) -> None:
    pairs, _ = formed(sentence)
    found = {(pair.question, pair.answer) for pair in pairs}
    assert (question, answer) in found, (rule, sorted(found))


def test_every_rule_shows_an_example() -> None:
    assert all(rule.__doc__ and "→" in rule.__doc__ for rule in RULES)


@pytest.mark.parametrize(
    "sentence",
    [
        "Did the king visit the school?",
        "Close the door.",
        "It is raining.",
        "This was unexpected.",
        "???",
        "He left.",
        "great...love the mats I bought for the kitchen.",
        "I bought three years ago.",
        "I was impressed.",
    ],
)
def test_says_nothing_where_there_is_nothing_to_ask(formed: Any, sentence: str) -> None:
    assert formed(sentence)[0] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The new rule added in the 2005 season prevents a team from changing their line.",
        "The painter is known by her nickname.",
        "The list includes oxygen and helium.",
        "Pond hockey is often referred to in Canada as shinny.",
    ],
)
def test_asks_for_no_subject(formed: Any, sentence: str) -> None:
    assert not [
        pair.question
        for pair in formed(sentence)[0]
        if pair.question.startswith(("What added", "What knows", "What incl", "What is often ref"))
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The king opposed a treaty between the rulers of Norway and Denmark.",
        "The bill failed in the House of Representatives.",
    ],
)
def test_one_member_of_a_list_or_a_name_is_not_asked_for(formed: Any, sentence: str) -> None:
    assert not [pair.question for pair in formed(sentence)[0] if pair.rule.startswith("deep")]


@pytest.mark.parametrize(
    ("sentence", "wh"),
    [
        ("Portland is situated near the Pacific.", "where"),
        ("The first game was played at Montreal's Victoria Skating Rink.", "who"),
        ("Windows 98 added Internet Explorer.", "who"),
        ("Mahmutpasha Bazaar is a market in Ghent.", "who"),
        ("The pro of the plan helps the city.", "who"),
        ("I bought this knife in May. Big Boss opens the cans.", "who"),
        ("I met Anna in May.", "who"),
        ("The winner of the race is Shergar.", "what"),
        ("The teachers and he built a boat.", "what"),
        ("Water from various springs was channeled to the city.", "which season"),
    ],
)
def test_what_is_asked_fits_the_answer(formed: Any, sentence: str, wh: str) -> None:
    assert not [pair.question for pair in formed(sentence)[0] if wh in pair.question.lower()]


def test_pronoun_is_resolved(formed: Any) -> None:
    pairs, _ = formed("Marie Curie was born in Warsaw. She discovered radium in 1898.")
    assert "What did Marie Curie discover in 1898?" in {pair.question for pair in pairs}


def test_pronoun_without_antecedent_is_rejected(formed: Any) -> None:
    pairs, rejects = formed("She discovered radium in 1898.")
    assert not any("She" in pair.question or "she" in pair.question for pair in pairs)
    assert "pronoun left" in {reject.reason for reject in rejects}


def test_what_an_author_speaks_of_is_what_it_stands_for(formed: Any) -> None:
    pairs, _ = formed("I bought this coffee maker in May. In winter, it makes fresh coffee.")
    assert "What does the coffee maker make in winter?" in {pair.question for pair in pairs}


def test_a_kings_number_is_no_author(formed: Any) -> None:
    pairs, _ = formed("The council met during the reign of Prince Abel I of Ghent. The handle was flimsy.")
    assert "How was the handle?" not in {pair.question for pair in pairs}


def test_first_person_becomes_the_author(formed: Any) -> None:
    pairs, _ = formed("I bought this kettle in Boston.")
    assert "What did the author buy in Boston?" in {pair.question for pair in pairs}


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("I'd ordered Park Street mats from Ghent previously.", "What had the author ordered?"),
        (
            "The thing I like most about the lamp is the switch.",
            "What is the thing the author likes most about the lamp?",
        ),
        ("My wife says that I am a snob.", "Who says that the author is a snob?"),
    ],
)
def test_an_author_is_spoken_of_in_the_third_person(formed: Any, sentence: str, question: str) -> None:
    assert question in {pair.question for pair in formed(sentence)[0]}


def test_where_something_goes_does_not_begin_a_question(extracted: Any) -> None:
    for sentence, first in (
        ("The king ceded the mill to Norway in 1990.", "To Norway, "),
        ("The king dumped the tea into Boston Harbor in 1990.", "Into Boston Harbor, "),
    ):
        pairs, _ = form(extracted(sentence), "natural", First())
        assert pairs
        assert not [pair.question for pair in pairs if pair.question.startswith(first)]


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("The lid is very heavy.", "How heavy is the lid?", "very heavy"),
        ("The blue bolts broke after ten days.", "What happened to the blue bolts after ten days?", "broke"),
        ("Ayr is a town that lies near the sea in Scotland.", "Ayr lies near the sea in what country?", "Scotland"),
    ],
)  # fmt: skip
def test_asks_for_a_predicate(formed: Any, sentence: str, question: str, answer: str) -> None:
    assert (question, answer) in {(pair.question, pair.answer) for pair in formed(sentence)[0]}


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("The college joined the league in 1999.", "What did the college do in 1999?", "joined the league"),
        ("In 1453, the city was taken by the Turks.", "What happened to the city in 1453?", "was taken by the Turks"),
    ],
)  # fmt: skip
def test_asks_what_was_done_for_a_share_of_the_clauses(
    extracted: Any, sentence: str, question: str, answer: str
) -> None:
    pairs, _ = form(extracted(sentence), "natural", Low())
    assert (question, answer) in {(pair.question, pair.answer) for pair in pairs}


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge was built in Ghent in 1990.",
        "The miners stayed with Ada in Ghent.",
        "The bridge was only closed by the king in Ghent in 1990.",
    ],
)  # fmt: skip
def test_a_predicate_that_tells_nothing_is_not_asked_for(extracted: Any, sentence: str) -> None:
    pairs, _ = form(extracted(sentence), "natural", Low())
    assert pairs
    assert not [pair.question for pair in pairs if pair.rule.startswith("predicate:")]


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "The museum bought a large painting that Monet had finished in 1898.",
            "Who had finished a large painting in 1898?",
            "Monet",
        ),
        ("Friedan stepped down as president in 1969.", "Who stepped down as president in 1969?", "Friedan"),
        ("The mechanic took the engine apart in 1990.", "When did the mechanic take the engine apart?", "1990"),
        ("The guests left the island to boot.", "Who left the island?", "guests"),
        ("The ship waited in the harbor for a while.", "What waited in the harbor?", "ship"),
        ("Taganka was an actor in Ghent.", "Who was an actor in Ghent?", "Taganka"),
        ("Some wild llamas did live in Norway.", "What lived in Norway?", "Some wild llamas"),
        ("The tall obelisk erected by Theodosius stands in Ghent.", "Who erected the tall obelisk?", "Theodosius"),
        ("The legal term coined by Darwin is common.", "Who coined the legal term?", "Darwin"),
        ("The town name chosen by the farmers is common.", "Who chose the town name?", "farmers"),
        ("The king left the town after the war ended.", "When did the king leave the town?", "after the war ended"),
        ("Ghent has the oldest arena in the league.", "What does Ghent have?", "oldest arena in the league"),
        ("Mary sells lamps made of copper.", "What does Mary sell?", "lamps made of copper"),
        ("Mary found a couple of stains.", "What did Mary find?", "a couple of stains"),
        (
            "Ada wrote a history of the word Islambol in 1990.",
            "When did Ada write a history of the word Islambol?",
            "1990",
        ),
        ("The boats moved back and forth in 1990.", "When did the boats move back and forth?", "1990"),
        (
            "The line that joins the towers is called the axis of Ghent.",
            "What is called the axis of Ghent?",
            "line that joins the towers",
        ),
        ("My uncle and I painted the boat.", "Who painted the boat?", "My uncle and I"),
        ("The farmers did not at all miss the noise.", "What did the farmers not miss?", "noise"),
        ("Settlers there attacked the village.", "Who attacked the village?", "Settlers"),
        (
            "Another garden, Zeynep Park, was sold to the farmers in 1990.",
            "When was Zeynep Park sold to the farmers?",
            "1990",
        ),
        (
            "The rate was 7 percent, 8 percent and 9 percent for three months.",
            "What was 7 percent, 8 percent and 9 percent for three months?",
            "rate",
        ),
        ("Friars travelled to California.", "To what state did friars travel?", "California"),
        (
            "The Spanish explored the land throughout the 16th century.",
            "When did the Spanish explore the land?",
            "16th century",
        ),
    ],
)
def test_says_all_that_belongs_to_the_verb(formed: Any, sentence: str, question: str, answer: str) -> None:
    assert (question, answer) in {(pair.question, pair.answer) for pair in formed(sentence)[0]}


@pytest.mark.parametrize(
    ("sentence", "asked", "needed"),
    [
        ("Sweden's defeat in 1709 brought Russia to the eastern coast.", "brought Russia", "coast"),
        ("Norway responded in 1709 with a raid on the harbor.", "responded", "raid"),
        ("Norway drew its laws directly from Roman law in 1709.", "drew", "Roman law"),
        ("Norway traded under the old name Silver Spoon.", "What country traded", "name Silver Spoon"),
        (
            "The school of Norway came in response to the long and bitter complaints of the weavers of the old town of "
            "Ghent about the roads.",
            "came",
            "response to the long and bitter complaints",
        ),
    ],
)
def test_keeps_what_says_the_most_when_much_is_left_out(extracted: Any, sentence: str, asked: str, needed: str) -> None:
    questions = [pair.question for pair in form(extracted(sentence), "natural", Low())[0] if asked in pair.question]
    assert questions
    assert all(needed in question for question in questions)


@pytest.mark.parametrize("asked", ["What were the Danish farmers expelled from", "In 1945, who was expelled from"])
def test_a_question_that_leaves_out_what_bounds_its_answer_is_dropped(extracted: Any, asked: str) -> None:
    item = extracted("In 1945, the Danish farmers were expelled from all areas east of the river.")
    questions = {pair.question for seed in range(30) for pair in form(item, "natural", Random(seed))[0]}
    found = [question for question in questions if question.startswith(asked)]
    assert found
    assert all("east of the river" in question for question in found)


def test_keeps_where_a_thing_is_brought_when_much_is_left_out(extracted: Any) -> None:
    pairs, _ = form(extracted("Sweden's defeat in 1709 brought Russia to the eastern coast."), "natural", Low())
    asked = [pair.question for pair in pairs if "brought Russia" in pair.question]
    assert asked
    assert all("coast" in question for question in asked)


@pytest.mark.parametrize(
    ("sentence", "wh"),
    [
        ("Maoism was a more advanced stage of Marxism.", "What"),
        ("Mahmutpasha Bazaar is an open market that lies near the river.", "What"),
        ("In 1783, George Washington returned to Manhattan.", "Who"),
        ("Blacks backed the party until 1932.", "Who"),
    ],
)
def test_who_is_for_persons(formed: Any, sentence: str, wh: str) -> None:
    subjects = [pair.question for pair in formed(sentence)[0] if pair.rule.startswith("subject:")]
    assert subjects
    assert all(question.startswith(wh) for question in subjects)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("The museum kept the land in the valley, called the Western Reserve.", "What did the museum call"),
        ("The team was hit by three storms in just over 14 months.", "When"),
        ("Hurricane Irene struck Connecticut on August 28.", "Who"),
        ("Ten men arrived in the Americas.", "country"),
        ("Other long lists are available back to 1912.", "How"),
        ("The men were sold, and carried to France in ships.", "carr"),
        ("From 2010 to 2015, the state added a million jobs.", "When"),
        ("The guide proposed laws regulating harmful emissions, such as the Climate Act.", "example"),
        ("The plan called for twelve avenues, with First Avenue on the east side.", "With"),
        ("The figures were equivalent to 57 percent and 60 percent, respectively, of the totals.", "percentage"),
        ("The party received a third of the votes in 2000 and 44% in 2004.", "When"),
        ("The surname is a new custom, evolving from an old practice.", "evolve"),
        ("The arrow passes in front of the axis.", "pass in"),
        ("In recent years, the prices of wheat have grown.", "When"),
        ("The prices of wheat fell from 44 to 24 percent.", "percentage"),
        ("People believe in the power of the state to help the poor.", "purpose"),
        ("Connecticut passed the FAS 113 test.", "How many"),
        ("The boats held from 350 to 600 slaves.", "How many"),
        (
            "The plane perpendicular to the lens axis situated at the focus is called the focal plane.",
            "What is situated",
        ),
        ("Friars travelled to California who built missions there.", "What built"),
        ("He brought a portrait of Mary, which the priests placed in a church.", "priests place"),
        ("The cook put the pan in it in 1990.", "put"),
        ("Some friends of mine visited Norway in 1990.", "mine"),
        ("Norway hosted the World Cup of Hockey in 1990.", "Cup of in"),
        ("Clara was the founder of the only school that taught weaving.", "Who was Clara"),
        ("The king opened the only station that is based in Rome.", "What is based"),
        ("The first school that taught weaving was in Ghent.", "first school?"),
        ("Mary hates the style that is used in Ghent.", "What is used"),
        ("Every state except for one has voted for the law.", "voted"),
        ("The bag is nice, a good size.", "What is the bag"),
        ("The tower in Ghent was damaged beyond repair.", "beyond?"),
        ("The mill runs the largest ferry operation in the world.", "operation in?"),
        ("The king might want to give Norway a try.", "give"),
        ("The votes were set to make clear the position of the party in Norway.", "to make?"),
        ("The rod would neither bend nor break the glass.", "break"),
        ("If the handle was black and was made of steel, the king bought the pan.", "made of"),
        ("The team was confined to train in Ghent.", "Why"),
        ("Ghent built the only school to teach weaving.", "Why"),
        ("The wall is famous until it broke.", "When"),
        ("The king started a school after the war ended.", "When"),
        ("In 1990 the king left the town after the war ended.", "town in 1990?"),
        ("The council says that the mill is.", "say?"),
        ("The number bought by the traders is high.", "bought by"),
        ("The total area covered by the lakes of Norway is small.", "What is covered"),
        ("In a study published by the council of Ghent, the farmers liked wheat.", "publish"),
        ("The club tested a rule that Norway had adopted in 1990.", "adopt"),
        ("The largest mills, sorted by age, stand in Ghent and Bruges.", "sorted"),
        ("The correct title would be Lady Ada of Ghent.", "What would be"),
        ("The best number is something above forty mills in Ghent.", "What is something"),
        ("The related group moved to Ghent in 1990.", "type of group"),
        ("The core group moved to Ghent in 1990.", "type of group"),
        ("The Traders' Islands are a popular harbour in Norway.", "Whose"),
        ("The farm was on two occasions that were recorded by monks.", "recorded"),
        ("They keep a boat at the lake painted by Ada.", "painted"),
        ("The army only started a band in the 1950s.", "only"),
        ("The monks lived in the present.", "What did"),
        ("The king fined the men who sold the wheat, and opened a mill in 1990.", "open"),
        ("The pan does not tip over and make a mess on the floor.", "make"),
        ("The lid slides off with ease.", "off with?"),
        ("Ghent has the only large mill in Norway.", "the only large mill in?"),
        ("The paper was launched on a small scale with two clerks.", "launched on?"),
        ("The new pan fits the bill perfectly.", "What does the new pan fit"),
        ("The king never built the bridge and sold the mill in 1990.", "sell"),
        ("The king ought to build a bridge in 1990.", "build"),
        ("The mill closed because of one of the strikes.", "Why"),
        ("The book lists games with no wooden pieces.", "what type of pieces"),
        ("The book describes a debate at the social level.", "what type of level"),
        ("The board is a kind of wooden game.", "what type of game"),
        ("The paper told the story of the women's movement.", "whose"),
        ("I bought it. The lid fits too perfectly.", "How does the lid fit"),
        ("A wooden church and a stone tower overlook the river.", "type of church"),
        ("The number of births rose from 7 million in May 1990 to a peak of 9 million in June 1995.", "When did"),
        ("The team played from its creation in 1903 until 1912.", "play from"),
        ("The other regimes fell in 1989 with the exception of Albania.", "With what"),
        ("The college was built at the behest of the king.", "at?"),
        ("The main goal of the party was the development of the coast.", "the development of?"),
        ("The sports group Team in Britain was founded in May.", "in what country"),
        ("The college's men's hockey team won the game in May.", "hose hockey team"),
        ("The dogs are widely kept by locals as guard animals.", "What keeps"),
        ("The railway reached Spain in 1848, with Barcelona among the first cities to have a station.", "to have"),
        ("Fewer farmers keep goats in Norway.", "goats"),
        ("More farmers left the island in 1990.", "left"),
        ("The report says that Germans who own bees like honey.", "own"),
        ("At its last session, held in May, the board sold the mill.", "its last session"),
        ("Anna Smith said that she was in agreement with the king.", "Anna Smith was"),
        ("In 2010, the firm built a total of ten mills, with good profit each month averaging 900.", "month"),
        ("Haidt thinks that the division in Norway can be traced to the weather.", "division in what country?"),
        ("This property is called unique unity of forms.", "unity of?"),
        ("Ghent has the highest average rent of any town in Flanders.", "rent of?"),
        ("Opinions vary on the weight of bells to ring.", "Why"),
        ("Because the road was short, poor men died on the ship primarily.", "primarily"),
        ("The name book club first meant a club, in the strict sense.", "club in"),
        ("The valley is wedged among hills on all sides.", "on?"),
        ("The duke sold the mill as a means to raise money.", "means"),
        ("The prices of wheat vary from 20 francs in May to 90 francs.", "vary"),
        ("The rebels were arrested as part of a campaign.", "arrested as?"),
        ("The new mill was built on a large scale.", "built on?"),
        ("The dam in Ghent is the tallest in its time, which began with a war.", "tallest in?"),
        ("The law is a divide within the Ghent party.", "within?"),
        ("The Ghent league is a minor league in Norway with no regular teams.", "with?"),
        ("The preacher made many friends in Ghent.", "Who did the preacher make"),
        ("The mill used cubic yards of soil.", "of yards"),
        ("The lid is relatively heavy.", "How heavy"),
        ("The press is very nice-looking.", "How looking"),
        ("The king attacked the perceived enemies in Ghent.", "of enemies"),
        ("The clerk wrote the date before a person's name.", "whose name"),
        ("The farmers did not at all miss the noise.", "farmers miss"),
        ("Eight cups might be smaller than people expect.", "smaller?"),
        ("The farmers like that the house is small because they have a small garden.", "Why is the house"),
        ("The farmers liked the house, even with its old roof.", "like with"),
        ("Last week the mayor said that the army guarded a bridge.", "guarded a bridge last week"),
        ("The old mill gave up the ghost in May.", "What did the old mill give"),
    ],
)
def test_leaves_out_what_a_parse_leaves_open(formed: Any, sentence: str, wrong: str) -> None:
    assert not [pair.question for pair in formed(sentence)[0] if wrong in pair.question]


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (
            "Latin|NNP|nsubjpass|2 was|VBD|auxpass|2 used|VBN|ROOT|2 in|IN|prep|2 trade|NN|pobj|3 until|IN|prep|2 "
            "1800|CD|pobj|5 when|WRB|advmod|9 it|PRP|nsubj|9 fell|VBD|advcl|2 .|.|punct|2",
            "When",
        ),
        (
            "Glass|NN|nsubj|1 tends|VBZ|ROOT|1 to|TO|aux|3 form|VB|xcomp|1 hard|RB|advmod|3 ,|,|punct|3 "
            "brittle|JJ|amod|7 edges|NNS|dobj|3 .|.|punct|1",
            "form hard?",
        ),
        (
            "Men|NNS|nsubj|1 want|VBP|ROOT|1 to|TO|aux|3 sell|VB|xcomp|1 wheat|NN|dobj|3 and|CC|cc|3 old|JJ|amod|7 "
            "mills|NNS|dobj|3 .|.|punct|1",
            "sell and",
        ),
        (
            "Players|NNS|nsubjpass|2 are|VBP|auxpass|2 allowed|VBN|ROOT|2 to|TO|prep|2 block|NN|nmod|5 "
            "rivals|NNS|pobj|3 .|.|punct|2",
            "allowed to?",
        ),
        (
            "Cooks|NNS|nsubj|2 can|MD|aux|2 fry|VB|ROOT|2 rice|NN|dobj|2 and|CC|cc|2 use|VBP|conj|2 pans|NNS|dobj|5 "
            ".|.|punct|2",
            "do cooks use",
        ),
        (
            "The|DT|det|1 clerk|NN|nsubj|2 is|VBZ|ROOT|2 a|DT|det|6 bread|NN|compound|5 baker|NN|compound|6 "
            "supreme|NN|attr|2 .|.|punct|2",
            "of supreme",
        ),
    ],
)
def test_leaves_out_what_a_parser_may_misread(words: str, wrong: str) -> None:
    assert not [question for question in questions(misread(words), Plain(0)) if wrong in question]


def test_a_subject_that_says_nothing_is_not_asked_about(formed: Any) -> None:
    assert not formed("The one was terrible for ten days.")[0]


@pytest.mark.parametrize(
    ("sentence", "class_"),
    [
        ("The woman used the iron for the shirts.", "metal"),
        ("New tins hold the beans.", "metal"),
        ("The factory sells chargers in Ghent.", "animal"),
        ("The plumber replaced the tank in May.", "vehicle"),
    ],
)
def test_a_thing_is_not_of_another_things_class(extracted: Any, sentence: str, class_: str) -> None:
    pairs, _ = form(extracted(sentence), "natural", Low())
    assert pairs
    assert not [pair.question for pair in pairs if class_ in pair.question]


def test_a_substance_is_asked_for_by_its_class(extracted: Any) -> None:
    pairs, _ = form(extracted("The king sold iron in Ghent."), "natural", Low())
    assert "What metal did the king sell in Ghent?" in {pair.question for pair in pairs}


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        (
            "The regime ended after the fall of the kings in Spain.",
            "The regime ended after the fall of the kings in what country?",
        ),
        (
            "The ruin is the result of wars in the late 17th century.",
            "The ruin is the result of wars in what century?",
        ),
        (
            "The first European architect in Peru was the Dutch architect Anna Smith.",
            "Who was the Dutch architect Anna Smith?",
        ),
    ],
)
def test_a_shortened_question_says_the_same(extracted: Any, sentence: str, question: str) -> None:
    assert question in {pair.question for pair in form(extracted(sentence), "natural", Low())[0]}


def test_an_author_keeps_one_name_in_a_passage(extracted: Any) -> None:
    text = "I bought this kettle in Boston. I gave my brother the kettle in May."
    names = set()
    for seed in range(8):
        questions = " ".join(pair.question for pair in form(extracted(text), "natural", Random(seed))[0])
        found = {name for name in ("author", "reviewer", "writer") if f"the {name}" in questions}
        assert len(found) == 1
        names |= found
    assert len(names) > 1


def test_two_of_each_are_not_two_in_all(formed: Any) -> None:
    _, rejects = formed("Each village elects two men who take part in the National Assembly.")
    assert not [one for one in rejects if one.candidate["question"].startswith("How many men take part")]


def test_what_a_term_is_defined_by_is_said(extracted: Any) -> None:
    pairs, _ = form(extracted("A tall tower with two bells is called a campanile."), "natural", Low())
    assert "What is a tall tower with two bells called?" in {pair.question for pair in pairs}


def test_a_form_cut_short_before_been_is_one_of_have() -> None:
    tree = misread(
        "Ada|NNP|nsubj|3 's|VBZ|auxpass|3 been|VBN|aux|3 working|VBG|ROOT|3 on|IN|prep|3 a|DT|det|6 bridge|NN|pobj|4"
    )
    tokens = tuple(replace(one, lemma="be") if one.text == "'s" else one for one in tree.tokens)
    tree = Tree(replace(tree.sentence, tokens=tokens))
    found = clauses(tree.sentence, tree)
    group = verb_group(tree, found, found[0])
    assert group is not None
    assert (group.auxiliary, group.verbs) == ("has", ("been", "working"))
