"""Write pie_qg/questions/nouns.txt: the class ("river", "person", …) of the nouns and names that WordNet knows.

Run `NLTK_DATA=FOLDER python pipelines/make_noun_classes.py` where FOLDER holds WordNet 3.0 in nltk's layout.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from nltk.corpus import wordnet

TABLE = Path(__file__).resolve().parent.parent / "pie_qg" / "questions" / "nouns.txt"

# The words that people put after "which" and "what"; a noun gets its nearest, of several as near the first.
CLASSES = {
    "person.n.01": "person", "people.n.01": "person", "social_group.n.01": "group", "family.n.02": "group",
    "animal.n.01": "animal", "plant.n.02": "plant", "disease.n.01": "disease", "natural_language.n.01": "language",
    "chromatic_color.n.01": "color", "achromatic_color.n.01": "color", "beverage.n.01": "drink", "food.n.01": "food",
    "food.n.02": "food", "musical_instrument.n.01": "instrument", "vehicle.n.01": "vehicle", "weapon.n.01": "weapon",
    "building.n.01": "building", "body_part.n.01": "body part", "chemical_element.n.01": "element",
    "metallic_element.n.01": "metal", "substance.n.01": "substance", "material.n.01": "material", "sport.n.01": "sport",
    "game.n.01": "game", "religion.n.01": "religion", "discipline.n.01": "field", "occupation.n.01": "occupation",
    "garment.n.01": "garment", "country.n.02": "country", "city.n.01": "city", "town.n.01": "town",
    "national_capital.n.01": "city", "state_capital.n.01": "city", "american_state.n.01": "state",
    "state.n.01": "state", "river.n.01": "river", "lake.n.01": "lake", "mountain.n.01": "mountain",
    "mountain_peak.n.01": "mountain", "ocean.n.01": "ocean", "sea.n.01": "sea", "island.n.01": "island",
    "continent.n.01": "continent", "planet.n.01": "planet", "desert.n.01": "desert", "emotion.n.01": "emotion",
    "crime.n.01": "crime", "monetary_unit.n.01": "currency", "day_of_the_week.n.01": "day",
    "calendar_month.n.01": "month", "season.n.02": "season", "holiday.n.02": "holiday", "war.n.01": "war",
    "battle.n.01": "battle", "award.n.02": "award", "region.n.03": "region", "location.n.01": "place",
    "time_period.n.01": "time", "time_unit.n.01": "time", "academic_degree.n.01": "degree", "dance.n.03": "dance",
    "tool.n.01": "tool", "machine.n.01": "machine", "illness.n.01": "disease",
    "educational_institution.n.01": "school", "organization.n.01": "organization",
    "military_unit.n.01": "unit", "sum.n.01": "amount", "music_genre.n.01": "genre",
    "geological_period.n.01": "period", "mineral.n.01": "mineral", "drug.n.01": "drug", "meal.n.01": "meal",
}  # fmt: skip
_SHARE = 0.7  # of a noun's uses must be in the class
_SHARE_OF_PERSON = 0.6  # "who" is wrong less often than "what" for a word that is both
_SHARE_OF_RARE_PERSON = 0.9  # of a word that SemCor hardly has, "printer", the order of senses says little
_COUNTED, _WELL_COUNTED = 1, 2  # times in SemCor
_THINGS = frozenset({"noun.artifact", "noun.food"})  # "pitcher", "organizer": in a kitchen, nobody
_NOBODY = frozenset({"pitcher", "fry"})
# Words whose other senses are butterflies, diseases of hooves, and garments.
_PEOPLE = frozenset("emperor founder guide supporter viewer partisan scribe smoker twin peacekeeper".split())
_ANIMATE = ("person", "animal", "group")


def main() -> None:
    """Write the table: a class, a tab, its words."""
    words: dict[str, list[str]] = defaultdict(list)
    for lemma in sorted(set(wordnet.all_lemma_names("n"))):
        label = _label(lemma)
        if label:
            words[label].append(lemma)
    notice = "# Derived from WordNet 3.0, copyright 2006 by Princeton University; see LICENSE-WordNet.\n"
    lines = (f"{label}\t{' '.join(members)}\n" for label, members in sorted(words.items()))
    TABLE.write_text(notice + "".join(lines), encoding="utf-8")


def _label(lemma: str) -> str | None:
    if lemma in _PEOPLE:
        return "person"
    if lemma in _NOBODY:
        return None
    if not lemma.replace("_", "").replace("-", "").replace("'", "").replace(".", "").isalpha():
        return None
    senses = wordnet.synsets(lemma, "n")
    if "_" in lemma and not any(sense.instance_hypernyms() for sense in senses):
        return None
    weights: dict[str | None, float] = defaultdict(float)
    for rank, sense in enumerate(senses):
        count = sum(form.count() for form in sense.lemmas() if form.name().lower() == lemma)
        weights[_class(sense)] += count + 1 / (rank + 1) ** 2
    best = max(weights, key=lambda label: weights[label])
    if best == "person" and "_" in lemma:  # a full name is the tagger's to know
        return None
    total = sum(weights.values())
    if best == "person":
        counted = sum(form.count() for sense in senses for form in sense.lemmas() if form.name().lower() == lemma)
        share = _SHARE_OF_PERSON if counted >= _COUNTED else _SHARE_OF_RARE_PERSON
        if any(sense.lexname() in _THINGS for sense in senses):
            share = _SHARE_OF_PERSON if counted >= _WELL_COUNTED else 1.0
        return best if sum(weights[each] for each in _ANIMATE) >= share * total else None
    return best if weights[best] >= _SHARE * total else None


def _class(sense: Any) -> str | None:
    level = [sense]
    while level:
        near = {ancestor.name() for ancestor in level}
        if found := next((label for name, label in CLASSES.items() if name in near), None):
            return found
        level = [up for one in level for up in (*one.hypernyms(), *one.instance_hypernyms())]
    return None


if __name__ == "__main__":
    main()
