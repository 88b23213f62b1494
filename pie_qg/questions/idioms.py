"""Sayings whose words mean nothing one by one: "gave up the ghost", of which no ghost is asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from pie_qg.records import Sentence

# Their lemmas; `*` is where other words stand, `~` whose something is.
IDIOMS = (
    "give up the ghost",
    "bite the dust",
    "kick the bucket",
    "beat the pant off",
    "knock ~ sock off",
    "blow * away",
    "blow * out of the water",
    "make quick work of",
    "make short work of",
    "make light work of",
    "make do",
    "make due",
    "make the grade",
    "make the cut",
    "take * into consideration",
    "take * into account",
    "take * for granted",
    "take * with a grain of salt",
    "take the plunge",
    "take the cake",
    "come up to temperature",
    "come up to speed",
    "bring * up to temperature",
    "bring * up to speed",
    "be par for the course",
    "elbow grease",
    "for dirt cheap",
    "bit of a pain",
    "bit of a hassle",
    "bit of a stretch",
    "bit of a challenge",
    "pain in the neck",
    "piece of cake",
    "labor of love",
    "labour of love",
    "rule of thumb",
    "tip of the iceberg",
    "break the bank",
    "cost an arm and a leg",
    "fit the bill",
    "do the trick",
    "hit the spot",
    "hit the mark",
    "hit the nail on the head",
    "hit the road",
    "miss the boat",
    "miss the mark",
    "go the extra mile",
    "get the hang of",
    "get the ball rolling",
    "call it a day",
    "cut corner",
    "pull ~ weight",
    "pull the plug",
    "pull the trigger",
    "bite the bullet",
    "spill the bean",
    "let the cat out of the bag",
    "raise the bar",
    "raise the roof",
    "set the bar",
    "save the day",
    "steal the show",
    "stand the test of time",
    "burn the candle at both end",
    "bear fruit",
    "jump the gun",
    "jump ship",
    "tie the knot",
    "turn the table",
    "turn the tide",
    "turn over a new leaf",
    "throw in the towel",
    "twist ~ arm",
    "foot the bill",
    "face the music",
    "follow suit",
    "keep * at bay",
    "keep * in mind",
    "bear * in mind",
    "keep an eye on",
    "put * to the test",
    "put * to shame",
    "leave no stone unturned",
    "leave * in the dust",
    "lose ~ mind",
    "lose ~ temper",
    "grain of salt",
    "keep meaning to",
    "all over the place",
    "stay in place",
    "would rather",
    "would much rather",
    # Lives, and what ends them.
    "put * to death",
    "put to death",
    "take ~ own life",
    "take ~ life",
    "lose ~ life",
    "give ~ life",
    "risk ~ life",
    # Times far and near, and what holds in them.
    "hind sight",
    "distant future",
    "foreseeable future",
    "near future",
    "long haul",
    "long run",
    "short run",
    # How much so an adjective says, by what is so.
    "bone dry",
    "brand new",
    "crystal clear",
    "dirt cheap",
    "feather light",
    "ice cold",
    "jet black",
    "paper thin",
    "pitch black",
    "pitch dark",
    "razor sharp",
    "red hot",
    "rock bottom",
    "rock hard",
    "rock solid",
    "sky high",
    "snow white",
    "stone cold",
    "wafer thin",
    "white hot",
    # Twins that "and" or "or" joins.
    "again and again",
    "back and forth",
    "bit and piece",
    "by and large",
    "far and wide",
    "give and take",
    "here and there",
    "more or less",
    "now and again",
    "now and then",
    "off and on",
    "on and off",
    "once and for all",
    "over and over",
    "peace and quiet",
    "pro and con",
    "safe and sound",
    "sooner or later",
    "time and again",
    "trial and error",
    "wear and tear",
)
_LITTLE = frozenset("a an the of in on at to for with up off out away over into be and or ~ *".split())


def tears_idiom(sentence: Sentence, question: Collection[str], answer: Collection[str]) -> bool:
    """Tell whether a question or its answer, given as lemmas, says some words of a saying and not all of them.

    "The rack gave up the ghost in May." → "When did the rack give up the ghost?", and not "What did it give up?".
    """
    for words in _sayings(" ".join(token.lemma.lower() for token in sentence.tokens)):
        if words & {*question, *answer} and not (words <= set(question) or words <= set(answer)):
            return True
    return False


def _sayings(lemmas: str) -> Iterator[frozenset[str]]:
    """Yield the words that count of each saying in a text of lemmas."""
    patterns = _patterns()
    for word in sorted(patterns.keys() & set(lemmas.split())):
        for saying, pattern in patterns[word]:
            if pattern.search(lemmas):
                yield frozenset(one for one in saying.split() if one not in _LITTLE)


@cache
def _patterns() -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """Return the sayings, each with its pattern, by their longest word: few texts have it, and are searched."""
    found: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {}
    for saying in IDIOMS:
        inner = re.escape(saying).replace(r"\ \*\ ", r" (?:\S+ ){1,9}?").replace(r"\~", r"(?:\S+)")
        longest = max(saying.split(), key=len)
        found[longest] = (*found.get(longest, ()), (saying, re.compile(rf"(?<!\S){inner}(?!\S)")))
    return found
