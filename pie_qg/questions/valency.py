"""Which verbs always take an object, and which only somebody does, from a table that ships with the package.

The table was made from WordNet 3.0 by `pipelines/make_valency.py`; its notice is in LICENSE-WordNet.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

# Verbs that take one though WordNet has a sense, or a frame, without.
_ALSO = frozenset(
    "buy purchase receive require want like love enjoy make find build design offer allow establish discover describe "
    "mention achieve obtain support affect influence introduce".split()
)
# Verbs that do without, though WordNet knows no such use, or hardly.
_WITHOUT = frozenset("amount distinguish fold invest mobilise mobilize rank reopen search stem".split())
# Verbs that WordNet gives to somebody, and that things do as well: "the mall ushered in an age", "winds pick up dust".
_BY_THINGS = frozenset({"pick", "usher"})


@cache
def _letters() -> dict[str, str]:
    lines = Path(__file__).with_name("valency.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if not line.startswith("#"))
    return {verb: letters for verb, _, letters in rows}


def takes_object(verb: str) -> bool:
    """Tell whether a verb, given as its infinitive, says nothing without an object: "adopt", not "grow"."""
    return verb in _ALSO or (verb not in _WITHOUT and "o" in _letters().get(verb, ""))


def done_by_somebody(verb: str) -> bool:
    """Tell whether a verb, given as its infinitive, says what somebody does, or a body: "declare", not "contain"."""
    return verb not in _BY_THINGS and "s" in _letters().get(verb, "")
