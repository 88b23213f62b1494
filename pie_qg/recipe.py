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

    encoder: str | None = Field(
        None, description="Encoder: a folder or a name on the Hugging Face Hub; null takes the embedded one."
    )
    epochs: float = Field(1, gt=0, description="How many times the reader sees every pair.")
    max_examples: int | None = Field(
        None, ge=1, description="Learn from this many pairs, chosen by the seed; null takes all."
    )
    max_length: int = Field(384, ge=16, description="Longest window of question and context, in tokens.")
    stride: int = Field(128, ge=0, description="How many tokens two windows of one context share.")
    batch_size: int = Field(16, ge=1, description="Windows a step, on each device.")
    learning_rate: float = Field(1e-4, gt=0, description="Highest learning rate, reached after the warm-up.")
    warmup: float = Field(0.1, ge=0, lt=1, description="Share of the steps in which the learning rate rises.")
    weight_decay: float = Field(0.01, ge=0, description="How strongly weights are pulled towards zero.")


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
