"""Is a text English? The rules of every later stage are made for English and for nothing else."""

from __future__ import annotations

from functools import cache
from typing import Any

_CLOSE_TO_ENGLISH = frozenset({"en", "sco", "pcm"})
# Under this, the identifier is guessing: names, numbers, a few words.
_SURE = 0.6
# So many characters tell; a line may have ten million.
_ENOUGH = 5_000


def other_language(text: str) -> str | None:
    """Return the ISO 639 code of the language that the text surely is, where that is not English; else None."""
    text = text.strip()[:_ENOUGH]
    if not any("a" <= character <= "z" for character in text.lower()):
        return "no Latin letters" if any(character.isalpha() for character in text) else None
    language, probability = _identifier().classify(text)
    return None if language in _CLOSE_TO_ENGLISH or probability < _SURE else str(language)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
