"""The published formation, and its two filters."""

from __future__ import annotations

from pie_qg.questions.paper import drafts, drop_unfit
from pie_qg.records import Argument, Triple


def triple(subject: str, relation: str, object_: str, *, who: str = "", what: str = "") -> Triple:
    return Triple(
        Argument(subject, (0,), "subject", entity=who),
        Argument(relation, (1,)),
        Argument(object_, (2,), "object", entity=what),
    )


def test_wh_phrase_by_entity_type_and_order_by_argument() -> None:
    found = [draft.question for _, draft in drafts([triple("Ada", "wrote", "notes", who="PERSON")])]
    assert found == ["Who wrote notes?", "What Ada wrote?"]


def test_triples_of_one_subject_are_merged() -> None:
    facts = [
        triple("Ada", "wrote", "notes", who="PERSON"),
        triple("Ada", "lived in", "London", who="PERSON", what="GPE"),
    ]
    found = [draft.question for _, draft in drafts(facts)]
    assert found == ["Who wrote notes, lived in London?", "What Ada wrote?", "Where Ada lived in?"]


def test_triple_without_a_name_and_triple_inside_another_are_dropped() -> None:
    short = triple("Ada", "wrote", "notes", who="PERSON")
    long = triple("Ada", "wrote", "notes on engines", who="PERSON")
    nameless = triple("rain", "makes", "mud")
    kept, dropped = drop_unfit([short, long, nameless, long])
    assert kept == [long]
    assert [reason for _, reason in dropped] == [
        "contained in another triple",
        "no named entity as subject or object",
        "contained in another triple",
    ]


def test_no_triples_no_questions() -> None:
    assert list(drafts([])) == []
    assert drop_unfit([]) == ([], [])
