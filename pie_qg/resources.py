"""Files that ship with the package: recipes and corpora, found in a wheel and in a checkout alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the shipped folder `pipelines` or `corpora`."""
    inside_wheel = _PACKAGE / name
    return inside_wheel if inside_wheel.is_dir() else _PACKAGE.parent / name


def shipped_recipes() -> dict[str, Path]:
    """Return the shipped recipes by name."""
    return {path.stem: path for path in sorted(folder("pipelines").glob("*.yaml"))}


def shipped_corpora() -> dict[str, Path]:
    """Return the corpora that ship with the package, by the name that a recipe or command line uses."""
    return {path.name: path for path in sorted(folder("corpora").iterdir()) if path.is_dir()}


def shipped_questions() -> dict[str, Path]:
    """Return the held-out questions of the shipped corpora, by the corpus's name."""
    return {name: path / "questions.json" for name, path in shipped_corpora().items()}
