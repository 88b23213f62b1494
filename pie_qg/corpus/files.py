"""Which files a corpus is, and what format each of them has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pie_qg.errors import InputError
from pie_qg.hub import HUB
from pie_qg.resources import shipped_corpora

_BY_SUFFIX = {
    ".txt": "lines",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".json": "squad",
}
_IN_FOLDER = {".txt": "document", ".md": "document", ".jsonl": "jsonl"}
_KNOWN = ".txt, .jsonl, .csv, .parquet, a SQuAD .json, a folder of .txt and .md, or hub:NAME"
_ADVICE_BY_MAGIC = (
    (b"%PDF", "a PDF; convert it first: pdftotext FILE.pdf FILE.txt"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file; convert it first: soffice --convert-to txt FILE.doc"),
    (b"\x1f\x8b", "gzip-compressed; unpack it first: gunzip FILE.gz"),
)
_ADVICE_BY_SUFFIX = {
    ".docx": "a Word file; convert it first: pandoc FILE.docx -t plain --wrap=none -o FILE.txt",
    ".odt": "an OpenDocument file; convert it first: pandoc FILE.odt -t plain --wrap=none -o FILE.txt",
    ".epub": "an e-book; convert it first: pandoc FILE.epub -t plain --wrap=none -o FILE.txt",
    ".html": "a web page; convert it first: pandoc FILE.html -t plain --wrap=none -o FILE.txt",
    ".htm": "a web page; convert it first: pandoc FILE.htm -t plain --wrap=none -o FILE.txt",
}


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """One file (or Hub data set) of a corpus."""

    path: Path
    format: str
    name: str
    """How the file is called in records and messages: short, and one of a kind in the corpus."""
    first: int | None = None
    """Of a Hub data set: read so many records, and download no more; None downloads all of it, once."""


def find_files(corpus: Sequence[str | Path]) -> list[CorpusFile]:
    """Return the files that the corpus names: files, folders, shipped corpora, Hub data sets.

    Raises InputError for a missing or empty file, and for a format that is not known.
    """
    if not corpus:
        raise InputError("no corpus: name a file, a folder, a shipped corpus or hub:NAME")
    files = [file for source in corpus for file in _find(str(source))]
    return _with_unique_names(files)


def _find(source: str) -> list[CorpusFile]:
    if source.startswith(HUB):
        return [CorpusFile(Path(source), "hub", source)]
    path = Path(source)
    if not path.exists():
        shipped = shipped_corpora().get(source)
        if shipped is None:
            raise InputError(f"{source}: no such file or folder, and no shipped corpus of that name")
        path = shipped
    return _in_folder(path) if path.is_dir() else [_file(path)]


def _in_folder(folder: Path) -> list[CorpusFile]:
    if (folder / "qa.jsonl").exists() and (folder / "manifest.json").exists():
        raise InputError(f"{folder}: this is the folder of a run, not a corpus")
    paths = [path for path in _visible(folder) if path.suffix.lower() in _IN_FOLDER]
    if not paths:
        raise InputError(f"{folder}: no .txt, .md or .jsonl file in this folder")
    return [
        CorpusFile(_not_binary(path), _IN_FOLDER[path.suffix.lower()], path.relative_to(folder).as_posix())
        for path in paths
    ]


def _visible(folder: Path) -> list[Path]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path for path in paths if not any(part.startswith(".") for part in path.relative_to(folder).parts)]


def left_out(corpus: Sequence[str | Path]) -> list[str]:
    """Return a line for each folder of the corpus that holds files of other formats than are read in a folder."""
    notes = []
    for folder in [Path(source) for source in corpus if Path(source).is_dir()]:
        kinds = Counter(path.suffix.lower() or path.name for path in _visible(folder))
        others = ", ".join(f"{kind} {number}" for kind, number in kinds.most_common() if kind not in _IN_FOLDER)
        if others:
            notes.append(
                f"{folder}: not read: {others}; of a folder, .txt, .md and .jsonl are: "
                "give a .csv or .parquet by its name, and convert the rest to .txt first"
            )
    return notes


def _file(path: Path) -> CorpusFile:
    _not_binary(path)
    form = _BY_SUFFIX.get(path.suffix.lower())
    if path.suffix.lower() == ".md":
        form = "document"
    if form is None:
        raise InputError(f"{path}: not a known format; a corpus is {_KNOWN}")
    return CorpusFile(path, form, path.name)


def _not_binary(path: Path) -> Path:
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    if not head:
        raise InputError(f"{path}: the file is empty")
    advice = _ADVICE_BY_SUFFIX.get(path.suffix.lower())
    for magic, told in _ADVICE_BY_MAGIC:
        if head.startswith(magic):
            advice = told
    if advice is None and head.startswith(b"PK\x03\x04"):
        advice = (
            "a Word file or another zip archive; convert it first: pandoc FILE.docx -t plain --wrap=none -o FILE.txt"
        )
    if advice:
        raise InputError(f"{path}: this is {advice}")
    return path


def _with_unique_names(files: list[CorpusFile]) -> list[CorpusFile]:
    taken: dict[str, int] = {}
    unique = []
    for file in files:
        seen = taken.get(file.name, 0)
        taken[file.name] = seen + 1
        name = file.name if not seen else f"{seen + 1}-{file.name}"
        unique.append(CorpusFile(file.path, file.format, name))
    return unique
