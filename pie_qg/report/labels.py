"""What people read in place of the names that records carry."""

from __future__ import annotations

ANSWER_TYPES = {
    "PERSON": "person",
    "NORP": "nationality or group",
    "FAC": "building",
    "ORG": "organisation",
    "GPE": "country or city",
    "LOC": "other place",
    "PRODUCT": "product",
    "EVENT": "event",
    "WORK_OF_ART": "work of art",
    "LAW": "law",
    "LANGUAGE": "language",
    "DATE": "date",
    "TIME": "time",
    "PERCENT": "percentage",
    "MONEY": "amount of money",
    "QUANTITY": "measure",
    "ORDINAL": "rank",
    "CARDINAL": "number",
    "NOUN": "other noun phrase",
}


def answer_type(label: str) -> str:
    """Return an answer's type in words."""
    return ANSWER_TYPES.get(label, label.replace("_", " ").lower())
