"""Paraphrases by rules on the parse: a table of rules, run one after the other over each sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pie_qg.paraphrase import expressions, modals, order, phrases, predicates, relatives, sides, split, synonyms, voice
from pie_qg.paraphrase.candidate import Candidate
from pie_qg.paraphrase.draft import NEW, Draft
from pie_qg.records import Sentence
from pie_qg.stage import seed_for
from pie_qg.tree import Tree

Change = Callable[[Tree], Draft | None]

ENDS = frozenset('.!?")”')
LONGEST = 80
"""Tokens of a sentence that rules are tried on: what is longer is seldom parsed right."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to say a sentence differently; of the rules of one kind, only the first that applies is used."""

    name: str
    kind: str
    apply: Change


RULES = (
    Rule("apposition → sentence", "split", split.apposition),
    Rule("relative clause → sentence", "split", split.relative_clause),
    Rule("coordination → sentences", "split", split.coordination),
    Rule("semicolon → sentences", "split", split.semicolon),
    Rule("passive → active", "voice", voice.passive_to_active),
    Rule("active → passive", "voice", voice.active_to_passive),
    Rule("there is → exists", "order", sides.existential),
    Rule("copula", "order", sides.copula),
    Rule("also", "order", sides.also_to_front),
    Rule("subordinate clause → front", "order", order.clause_to_front),
    Rule("subordinate clause → end", "order", order.clause_to_end),
    Rule("adverbial → front", "order", order.adverbial_to_front),
    Rule("adverbial → end", "order", order.adverbial_to_end),
    Rule("participle → clause", "participle", relatives.participle_to_clause),
    Rule("clause → participle", "participle", relatives.clause_to_participle),
    Rule("clause → present participle", "participle", relatives.clause_to_present_participle),
    Rule("in which → where", "relative word", relatives.in_which_to_where),
    Rule("which → that", "relative word", relatives.which_to_that),
    Rule("that → which", "relative word", relatives.that_to_which),
    Rule("silent that", "relative word", relatives.silent_that),
    Rule("of-phrase → genitive", "genitive", phrases.of_to_genitive),
    Rule("genitive → of-phrase", "genitive", phrases.genitive_to_of),
    Rule("date", "date", phrases.date_parts),
    Rule("contraction", "contraction", phrases.contraction),
    Rule("predicate", "predicate", predicates.predicate),
    Rule("must → have to", "necessity", modals.necessity),
    Rule("able to → can", "necessity", modals.ability),
    Rule("most → the majority of", "quantity", phrases.most_to_majority),
    Rule("a number of → several", "quantity", phrases.quantity_noun),
    Rule("in → during", "period", phrases.period),
    Rule("editorial mark", "mark", phrases.editorial_mark),
    Rule("in order to", "purpose", expressions.purpose),
    Rule("to → in order to", "purpose", expressions.spelt_out_purpose),
    Rule("expression", "expression", expressions.fixed_expressions),
)

LAST_RESORT = Rule("pair", "pair", sides.swap_pair)
"""Changes so little that it is used only where nothing else applies."""


class Syntactic:
    """Candidates by rules: all that the grammar allows, with and without synonyms of words of several senses."""

    def __init__(self, seed: int = 0) -> None:
        self._seed = seed

    def load(self) -> None:
        synonyms.table()

    def candidates(self, sentences: Sequence[Sentence]) -> list[list[Candidate]]:
        return [candidates(sentence, self._seed) for sentence in sentences]


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence on its way through the rules; its origins lead back to the first sentence."""

    tree: Tree
    origins: tuple[int, ...]


def candidates(sentence: Sentence, seed: int = 0) -> list[Candidate]:
    """Return the ways to say a sentence: the one that changes most first.

    The seed and the sentence alone decide which of several synonyms is taken.
    """
    if not is_prose(sentence):
        return []
    start = [Part(Tree(sentence), tuple(range(len(sentence.tokens))))]
    structural, names = _apply_rules(start)
    drawn = seed_for(seed, "paraphrase", sentence.text)
    places = {id(part.tree): _untouched(synonyms.places(part.tree), part, sentence) for part in structural}
    found = [_candidate(structural, names)]
    for ambiguous in sorted({each.ambiguous for part in places.values() for _, fitting in part for each in fitting}):
        exchange = partial(_exchange, places=places, seed=drawn, ambiguous=ambiguous)
        said, more = _apply(structural, exchange, "synonym")
        found.append(replace(_candidate(said, names + more), touches_meaning=ambiguous))
    changed = [each for each in reversed(found) if each.rules]
    return changed or [_candidate(*pair) for pair in [_apply(start, LAST_RESORT.apply, LAST_RESORT.name)] if pair[1]]


def _untouched(places: synonyms.Places, part: Part, original: Sentence) -> synonyms.Places:
    """Leave out the words that a rule has exchanged: two small changes of meaning may add up to a large one."""
    origins = part.origins
    return [
        (index, fitting)
        for index, fitting in places
        if origins[index] != NEW and original.tokens[origins[index]].lemma == part.tree.tokens[index].lemma
    ]


def _exchange(tree: Tree, places: dict[int, synonyms.Places], seed: int, ambiguous: bool) -> Draft | None:
    return synonyms.synonyms(tree, places[id(tree)], seed, ambiguous=ambiguous)


def is_prose(sentence: Sentence) -> bool:
    """Tell whether a sentence is one that rules can be trusted with: it has a verb and comes to an end."""
    if not 4 <= len(sentence.tokens) <= LONGEST or sentence.tokens[-1].text not in ENDS:
        return False
    return any(token.pos in ("VERB", "AUX") for token in sentence.tokens)


def _apply_rules(parts: list[Part]) -> tuple[list[Part], tuple[str, ...]]:
    used: set[str] = set()
    names: tuple[str, ...] = ()
    for rule in RULES:
        if rule.kind not in used:
            parts, found = _apply(parts, rule.apply, rule.name)
            used |= {rule.kind} if found else set()
            names += found
    return parts, names


def _apply(parts: list[Part], change: Change, name: str) -> tuple[list[Part], tuple[str, ...]]:
    """Apply a rule to every part of a sentence, and tell its name where it changed any."""
    made: list[Part] = []
    names: tuple[str, ...] = ()
    for part in parts:
        draft = change(part.tree)
        if draft is None:
            made.append(part)
            continue
        for sentence, origins in draft.finish():
            made.append(Part(Tree(sentence), tuple(NEW if each == NEW else part.origins[each] for each in origins)))
        names = (name,)
    return made, names


def _candidate(parts: list[Part], names: tuple[str, ...]) -> Candidate:
    placed: list[Sentence] = []
    start = 0
    for part in parts:
        placed.append(replace(part.tree.sentence, start=start))
        start += len(part.tree.sentence.text) + 1
    return Candidate(
        text=" ".join(part.text for part in placed),
        sentences=tuple(placed),
        origins=tuple(part.origins for part in parts),
        rules=names,
        touches_meaning=False,
    )
