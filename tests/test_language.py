"""English is told from other languages, and never from too few words."""

from __future__ import annotations

import pytest

from pie_qg.language import other_language


@pytest.mark.parametrize("text", ["", "12 34", "Paris", "Short.", "Tokyo is big.", "this is ok i guess lol", "?!"])
def test_what_may_be_english_passes(text: str) -> None:
    assert other_language(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le chat est sur la table et mange du poisson.", "fr"),
        ("Der Hund ist klein und braun.", "de"),
        ("多瑙河是歐洲第二長河。", "no Latin letters"),
    ],
)
def test_another_language_is_named(text: str, language: str) -> None:
    assert other_language(text) == language
