"""The paper style: the published formation of questions, kept as a baseline.

Source: Nagumothu et al., PIE-QG (CoNLL 2022), section 3: a wh-word by the answer's entity type, then relation and
object where the subject answers, or subject and relation where the object does; the triples of one subject are merged
into one question, joined by commas.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pie_qg.questions.draft import Draft, finish
from pie_qg.records import Argument, Triple

WH_BY_ENTITY = {
    "PERSON": "who", "NORP": "who", "GPE": "where", "LOC": "where", "FAC": "where", "DATE": "when", "TIME": "when",
    "MONEY": "how much", "PERCENT": "how much", "QUANTITY": "how much", "CARDINAL": "how many",
}  # fmt: skip


def drop_unfit(triples: Sequence[Triple]) -> tuple[list[Triple], list[tuple[Triple, str]]]:
    """Return the triples that the published filters keep, and the others with the reason."""
    kept: list[Triple] = []
    dropped: list[tuple[Triple, str]] = []
    texts = [_text(triple) for triple in triples]
    for place, triple in enumerate(triples):
        if not (triple.subject.entity or triple.object.entity):
            dropped.append((triple, "no named entity as subject or object"))
        elif any(_contained(texts, place, other) for other in range(len(texts))):
            dropped.append((triple, "contained in another triple"))
        else:
            kept.append(triple)
    return kept, dropped


def _contained(texts: Sequence[str], place: int, other: int) -> bool:
    if place == other or texts[place] not in texts[other]:
        return False
    return len(texts[place]) < len(texts[other]) or other < place


def _text(triple: Triple) -> str:
    return " ".join((triple.subject.text, triple.relation.text, triple.object.text)).lower()


def drafts(triples: Sequence[Triple]) -> Iterator[tuple[Triple, Draft]]:
    """Yield the questions about the triples of one sentence's parse: one a subject, and one an object."""
    by_subject: dict[str, list[Triple]] = defaultdict(list)
    for triple in triples:
        by_subject[triple.subject.text.lower()].append(triple)
    for group in by_subject.values():
        facts = ", ".join(f"{one.relation.text} {one.object.text}" for one in group)
        yield group[0], _draft("paper:subject", group[0].subject, facts)
        for triple in group:
            yield triple, _draft("paper:object", triple.object, f"{triple.subject.text} {triple.relation.text}")


def _draft(rule: str, answer: Argument, words: str) -> Draft:
    wh = WH_BY_ENTITY.get(answer.entity, "what")
    return Draft(finish([wh, words]), answer.tokens, rule, wh, answer.entity or answer.role)
