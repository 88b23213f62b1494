"""The recipe: everything that a run may be told, one section a stage, in the order that the data flows."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Section(BaseModel):
    """A part of a recipe: frozen, and an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class CorpusConfig(Section):
    """Where the text comes from and how long a passage may be."""

    path: str | list[str] = "sample"
    text_column: str = "text"
    max_words: int = Field(500, ge=1)
    limit: int | None = Field(None, ge=1)


class ParseConfig(Section):
    """Which parser."""

    parser: Literal["spacy", "stanza"] = "spacy"
    model: str | None = None
    batch_size: int = Field(64, ge=1)


class ParaphraseConfig(Section):
    """How sentences are put in other words, and which candidate is chosen."""

    method: Literal["identity", "syntactic", "seq2seq"] = "syntactic"
    model: str | None = None
    candidates: int = Field(10, ge=1)
    min_similarity: float = Field(0.85, ge=0, le=1)


class OpenIEConfig(Section):
    """Which extractor, and how sure it has to be."""

    extractor: Literal["builtin", "corenlp"] = "builtin"
    min_confidence: float = Field(0.0, ge=0, le=1)
    corenlp_home: str | None = None


class QuestionsConfig(Section):
    """How questions are formed, filtered and chosen."""

    style: Literal["natural", "paper"] = "natural"
    max_words: int = Field(30, ge=3)
    per_passage: int = Field(12, ge=1)


class TrainConfig(Section):
    """The reader and how it is fine-tuned."""

    encoder: str | None = None
    epochs: float = Field(1, gt=0)
    max_examples: int | None = Field(None, ge=1)
    max_length: int = Field(384, ge=16)
    stride: int = Field(128, ge=0)
    batch_size: int = Field(16, ge=1)
    learning_rate: float = Field(5e-5, gt=0)


class ScoreConfig(Section):
    """What the reader is scored on."""

    data: list[str] = Field(default_factory=list)


class Recipe(Section):
    """A whole run."""

    seed: int = 0
    corpus: CorpusConfig = CorpusConfig()
    parse: ParseConfig = ParseConfig()
    paraphrase: ParaphraseConfig = ParaphraseConfig()
    openie: OpenIEConfig = OpenIEConfig()
    questions: QuestionsConfig = QuestionsConfig()
    train: TrainConfig = TrainConfig()
    score: ScoreConfig = ScoreConfig()
