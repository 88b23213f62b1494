"""Which verbs always take an object, from a table that ships with the package.

The table was made from WordNet 3.0 by `pipelines/make_transitive_verbs.py`; its notice is in LICENSE-WordNet.
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


@cache
def _transitive() -> frozenset[str]:
    lines = Path(__file__).with_name("transitive.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#")) - _WITHOUT | _ALSO


def takes_object(verb: str) -> bool:
    """Tell whether a verb, given as its infinitive, says nothing without an object: "adopt", not "grow"."""
    return verb in _transitive()
