"""Closed classes of words that the rules ask about; tables, no rules."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


MONTHS = tuple("January February March April May June July August September October November December".split())
UNITS_OF_TIME = words("second minute hour day night week month year decade century")
UNITS_OF_MEASURE = words(
    "inch foot yard mile meter metre kilometer kilometre centimeter centimetre millimeter millimetre acre hectare gram "
    "kilogram pound ounce ton tonne liter litre gallon pint barrel watt megawatt volt degree dollar euro cent"
)
TIME_NOUNS = UNITS_OF_TIME | words(
    "weekend millennium era age period season spring summer autumn fall winter morning afternoon evening midnight noon "
    "dawn dusk time moment today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december"
)
TIME_ADVERBS = words(
    "now then today tomorrow yesterday tonight soon later earlier afterwards afterward before already recently "
    "currently formerly previously eventually finally initially originally once still yet ago always never often "
    "sometimes usually frequently rarely seldom annually daily weekly monthly yearly since when"
)
PLACE_ADVERBS = words(
    "here there everywhere somewhere nowhere anywhere abroad overseas nearby home upstairs downstairs inside outside "
    "elsewhere indoors outdoors ashore north south east west northward southward eastward westward away "
    "downtown where"
)
PLACE_PREPOSITIONS = words(
    "in at on near inside outside within across throughout along around under below above over behind beside between "
    "beneath beyond from to into onto through towards toward off"
)
TIME_PREPOSITIONS = words(
    "in on at during since until till before after by for from within throughout to around over between"
)
CLAIMS = words("claim allegation rumor rumour suggestion accusation")
# Nouns of what is said or thought, that a clause with "that" tells.
THOUGHTS = CLAIMS | words(
    "assertion assumption belief charge complaint concern contention doubt expectation fear feeling guess hope hunch "
    "hypothesis idea impression insinuation notion objection opinion perception possibility prediction speculation "
    "suspicion theory threat view worry"
)
