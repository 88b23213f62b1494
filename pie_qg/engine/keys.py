"""Keys: digests of all that a stage's result depends on besides the passages themselves."""

from __future__ import annotations

import ast
import hashlib
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path

from pie_qg.stage import Step

_PACKAGE = __name__.partition(".")[0]
_TABLES = frozenset({".txt", ".tsv", ".json"})


def chain_keys(steps: Sequence[Step], upstream: str) -> tuple[str, ...]:
    """Return a key a step: a digest of its name, settings and source, and of the key of what it reads.

    `upstream` describes what all steps depend on: versions of libraries, say.
    """
    keys = []
    for step in steps:
        stage = step.stage
        upstream = digest(stage.name.encode(), repr(step.settings).encode(), _source(type(stage)), upstream.encode())
        keys.append(upstream)
    return tuple(keys)


def digest(*parts: bytes) -> str:
    """Return the SHA-256 of the parts, told apart from each other."""
    sha = hashlib.sha256()
    for part in parts:
        sha.update(len(part).to_bytes(8, "big"))
        sha.update(part)
    return sha.hexdigest()


def _source(stage: type) -> bytes:
    return source_digest(stage.__module__).encode()


@cache
def source_digest(module: str) -> str:
    """Return a digest of a module's source, of all that it imports from its own package and this one, and of the
    tables that lie beside them.

    Imports are read from the syntax tree, so that those inside functions count and nothing is imported.
    """
    files = set(_closure(module))
    folders = {file.parent for file in files}
    tables = {path for folder in folders for path in folder.iterdir() if path.suffix in _TABLES}
    return digest(*(path.read_bytes() for path in sorted(files | tables)))


def _closure(module: str) -> Iterator[Path]:
    packages = {_PACKAGE, module.partition(".")[0]}
    waiting, seen = [module], {module}
    while waiting:
        path = _file(waiting.pop())
        if path is None:
            continue
        yield path
        for name in _imported(path):
            if name.partition(".")[0] in packages and name not in seen:
                seen.add(name)
                waiting.append(name)


def _imported(path: Path) -> Iterator[str]:
    """Yield the dotted names that a file imports; of `from a import b`, both `a` and `a.b`, as b may be a module."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def _file(module: str) -> Path | None:
    """Return the source file of a module, or None where the name is that of a function, or there is no file."""
    if module in sys.modules:
        name = getattr(sys.modules[module], "__file__", None)
        return Path(name) if name and name.endswith(".py") else None
    parent, _, last = module.rpartition(".")
    folder = _file(parent) if parent else None
    if parent and (folder is None or folder.name != "__init__.py"):
        return None
    spec = PathFinder.find_spec(last, [str(folder.parent)] if folder else None)
    return Path(spec.origin) if spec and spec.origin and spec.origin.endswith(".py") else None
