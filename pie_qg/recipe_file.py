"""Recipes as files: found by name or path, changed key by key, checked before anything else happens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from pie_qg.errors import InputError
from pie_qg.recipe import Recipe
from pie_qg.resources import shipped_recipes


def load_recipe(name: str | Path, changes: Sequence[str] = ()) -> Recipe:
    """Return the recipe of that name (a shipped one) or path, with `section.key=value` changes made.

    Raises InputError naming the key, what it got and what it takes.
    """
    content = read_yaml(find_recipe(name))
    for change in changes:
        _apply(content, change)
    return check_recipe(content, str(name))


def find_recipe(name: str | Path) -> Path:
    """Return the file of a recipe that is named, or given as a path."""
    shipped = shipped_recipes()
    if str(name) in shipped:
        return shipped[str(name)]
    path = Path(name)
    if not path.is_file():
        raise InputError(f"{name}: no such recipe; give the path of a YAML file, or one of: {', '.join(shipped)}")
    return path


def read_yaml(path: Path) -> dict[str, Any]:
    """Return the mapping that a YAML file holds; raises InputError where it holds none."""
    try:
        content = _load(path.read_bytes())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" line {mark.line + 1}" if mark else ""
        raise InputError(f"{path}:{where} not valid YAML: {getattr(error, 'problem', None) or error}") from None
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise InputError(f"{path}: not a readable YAML file: {error}".splitlines()[0]) from None
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise InputError(f"{path}: a recipe is a mapping of sections, and this is a {type(content).__name__}")
    return content


class _Loader(yaml.SafeLoader):
    """YAML's safe loader, which also takes 2e-4 for a number, as people write it (YAML 1.1 asks for 2.0e-4)."""


_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+[eE][-+]?[0-9]+$"), list("-+0123456789")
)


def _load(text: bytes | str) -> Any:
    return yaml.load(text, _Loader)  # noqa: S506 - a subclass of the safe loader


def check_recipe(content: dict[str, Any], name: str) -> Recipe:
    """Return the recipe that a mapping describes; raises InputError told with `name` where it is none."""
    try:
        return Recipe.model_validate(content)
    except ValidationError as error:
        raise InputError(f"recipe {name}: {_first_fault(error)}") from None


def _apply(content: dict[str, Any], change: str) -> None:
    key, separator, text = change.partition("=")
    path = key.strip().split(".")
    if not separator or not all(path):
        raise InputError(f"--set {change}: give it as section.key=value")
    try:
        value = _load(text)
    except yaml.YAMLError:
        raise InputError(f"--set {change}: the value is not valid YAML") from None
    section = content
    for name in path[:-1]:
        section = section.setdefault(name, {})
        if not isinstance(section, dict):
            raise InputError(f"--set {change}: {name} is not a section")
    section[path[-1]] = value


def _first_fault(error: ValidationError) -> str:
    fault = error.errors(include_url=False)[0]
    # Strings are keys; what follows them names a branch of a union.
    path = [
        part for part in fault["loc"] if isinstance(part, str) and part.isidentifier() and part not in ("str", "list")
    ]
    key = ".".join(path)
    if fault["type"] == "extra_forbidden":
        known = ", ".join(_section(path[:-1]).model_fields)
        return f"unknown key {key}; the keys {'there' if len(path) > 1 else 'of a recipe'} are: {known}"
    return f"{key} got {fault['input']!r}; {fault['msg'].replace('Input should be', 'it takes')}"


def _section(path: Sequence[str]) -> type[BaseModel]:
    model: type[BaseModel] = Recipe
    for name in path:
        annotation = model.model_fields[name].annotation
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            model = annotation
    return model
