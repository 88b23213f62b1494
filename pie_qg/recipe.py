"""The recipe: everything that a run may be told, one section a stage, in the order that the data flows."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Section(BaseModel):
    """A part of a recipe: frozen, and an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class CorpusConfig(Section):
    """Where the text comes from and how long a passage may be."""

    path: str | list[str] = Field(
        "sample", description="A file, a folder, a shipped corpus's name or hub:NAME; or a list of them."
    )
    text_column: str = Field("text", description="The field or column that holds the text.")
    max_words: int = Field(500, ge=1, description="A longer record is split into passages of at most so many words.")
    limit: int | None = Field(None, ge=1, description="Only the first so many passages; null takes all.")


class ParseConfig(Section):
    """Which parser."""

    parser: Literal["spacy", "stanza"] = Field("spacy", description="The parser behind all rules.")
    model: str | None = Field(
        None,
        description="A spaCy pipeline's name or folder, or Stanza's folder of models; null takes the default.",
    )
    batch_size: int = Field(64, ge=1, description="Texts that are parsed together.")
    pretokenized: bool = Field(False, description="Each passage is one sentence, its tokens split by spaces.")


class ParaphraseConfig(Section):
    """How sentences are put in other words, and which candidate is chosen."""

    method: Literal["identity", "syntactic", "seq2seq"] = Field(
        "syntactic", description="Leave sentences as they are, rules on the parse, or an encoder–decoder model."
    )
    min_similarity: float = Field(
        0.85, ge=0, le=1, description="Least cosine of the sentence embeddings of a sentence and its paraphrase."
    )
    model: str | None = Field(
        None, description="seq2seq: folder or Hub name of the model; null takes tuner007/pegasus_paraphrase."
    )
    candidates: int = Field(10, ge=1, description="seq2seq: candidates a sentence.")
    decoding: Literal["beams", "samples"] = Field("beams", description="seq2seq: the best beams, or diverse samples.")
    temperature: float = Field(1.0, gt=0, description="seq2seq: how bold the samples are; beams do not heed it.")
    max_tokens: int = Field(60, ge=8, description="seq2seq: tokens of a sentence, and of a candidate; more are cut.")
    batch_size: int = Field(16, ge=1, description="seq2seq: sentences generated for at a time.")
    precision: Literal["auto", "fp32"] = Field("auto", description="seq2seq: bf16 where the hardware has it, or fp32.")


class OpenIEConfig(Section):
    """Which extractor, and how sure it has to be."""

    extractor: Literal["builtin", "corenlp"] = Field(
        "builtin", description="The rules of this package, or Stanford CoreNLP's OpenIE."
    )
    min_confidence: float = Field(0.0, ge=0, le=1, description="Triples below this are set aside.")
    binary: bool = Field(
        False, description="A triple for each further argument, minimal arguments, no variants of one fact."
    )
    corenlp_home: str | None = Field(
        None, description="Folder of CoreNLP's jars; null takes the environment variable CORENLP_HOME."
    )
    corenlp_memory: str = Field("2G", pattern=r"^[1-9][0-9]*[GM]$", description="Memory of CoreNLP's Java, as in 2G.")
    corenlp_timeout: float = Field(120.0, gt=0, description="Seconds that CoreNLP may take to start, and for a text.")


class QuestionsConfig(Section):
    """How questions are formed, filtered and chosen."""

    style: Literal["natural", "paper"] = Field(
        "natural", description="natural: as people ask; paper: the published formation, as a baseline."
    )
    max_words: int = Field(30, ge=3, description="Longest question, in words.")
    per_passage: int = Field(16, ge=1, description="Keep at most this many pairs a passage, evenly spread.")
    per_document: int | None = Field(
        None, ge=1, description="Keep at most this many pairs a document, evenly over its passages; null for no limit."
    )
    unanswerable: float = Field(
        0.0, ge=0, le=0.5, description="Share of the questions that the passage does not answer, as in SQuAD v2.0."
    )


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
    batch_size: int = Field(8, ge=1, description="Windows a step, on each device.")
    learning_rate: float = Field(2e-4, gt=0, description="Highest learning rate, reached after the warm-up.")
    head_rate: float = Field(
        10, gt=0, description="How many times as fast the head learns that the encoder lacked; 1 for one rate."
    )
    warmup: float = Field(0.1, ge=0, lt=1, description="Share of the steps in which the learning rate rises.")
    weight_decay: float = Field(0.01, ge=0, description="How strongly weights are pulled towards zero.")
    dropout: float = Field(0.0, ge=0, lt=1, description="Share of activations dropped; costs a third of a CPU's time.")
    noise: float = Field(
        10, ge=0, description="Noise on the word vectors while learning (the alpha of NEFTune); 0 for none."
    )
    freeze_embeddings: bool = Field(
        True, description="Leave word vectors as they were: words that no pair has keep their place beside the others."
    )
    held_out: float = Field(
        0.05,
        ge=0,
        lt=1,
        description="Share of the pairs, by context, that chooses the best checkpoint; 0 keeps the last.",
    )
    held_out_most: int = Field(400, ge=1, description="Hold out at most this many pairs.")
    checkpoints: int = Field(4, ge=1, description="How often, in a training, the reader is checked and saved.")

    @model_validator(mode="after")
    def _stride_leaves_room(self) -> TrainConfig:
        if self.stride >= self.max_length // 2:
            raise ValueError(f"stride {self.stride} must be less than half of max_length {self.max_length}")
        return self


class ScoreConfig(Section):
    """What the reader is scored on."""

    data: list[str] = Field(
        default_factory=list, description="Labelled data sets: files, shipped corpora, or hub:NAME."
    )


class RefineConfig(Section):
    """How the pairs are made better by readers that were trained on other pairs, with no labels."""

    enabled: bool = Field(False, description="Whether pairs are refined at all; it takes several trainings.")
    folds: int = Field(2, ge=2, description="How many readers, each trained on the folds that it does not answer.")
    examples: int | None = Field(
        4000, ge=1, description="How many pairs each of these readers learns from; null takes all of its folds."
    )
    best: int = Field(
        5, ge=1, description="A pair stays if its answer, or one close to it, is among so many of the reader's best."
    )
    closeness: float = Field(
        0.5, gt=0, le=1, description="F1 at which the reader's answer counts as close to the pair's."
    )
    rounds: int = Field(0, ge=0, description="Rounds of self-training after the round trip, at most.")
    confidence: float = Field(0.9, gt=0, le=1, description="Probability at which an answer takes the old one's place.")
    confidence_step: float = Field(0.1, ge=0, lt=1, description="How much lower it is in each further round.")
    goes_on: bool = Field(
        True, description="Whether the last training goes on from the mean of the readers, or begins with the encoder."
    )
    rate: float = Field(0.33, gt=0, description="Share of the learning rate with which it goes on.")
    held_out: float = Field(
        0.05, ge=0, lt=1, description="Share of the pairs, by context, that the rounds are scored on."
    )
    held_out_most: int = Field(400, ge=1, description="Hold out at most this many pairs.")


class ClusterConfig(Section):
    """Where Ray runs, and what a process there is given (for `engine: ray`)."""

    address: str | None = Field(
        None,
        description="Ray's address: host:port of a cluster, auto for the one this machine is in; null starts one here.",
    )
    cpus: float = Field(1, gt=0, description="CPUs of a process that runs CPU stages.")
    workers: int | None = Field(None, ge=1, description="Processes for CPU stages; null takes all CPUs.")
    gpus: float = Field(1, gt=0, description="GPUs, or share of one, of a process that runs a GPU stage.")
    gpu_workers: int | None = Field(None, ge=1, description="Processes for each GPU stage; null takes all GPUs.")


class Recipe(Section):
    """A whole run."""

    seed: int = Field(0, description="Seed of everything that is drawn.")
    engine: Literal["local", "ray"] = Field(
        "local", description="What runs the stages: this machine's processes, or Ray."
    )
    max_failed: float = Field(
        0.2, ge=0, le=1, description="Share of the passages on which a stage may fail before the run stops."
    )
    corpus: CorpusConfig = CorpusConfig()
    parse: ParseConfig = ParseConfig()
    paraphrase: ParaphraseConfig = ParaphraseConfig()
    openie: OpenIEConfig = OpenIEConfig()
    questions: QuestionsConfig = QuestionsConfig()
    refine: RefineConfig = RefineConfig()
    train: TrainConfig = TrainConfig()
    score: ScoreConfig = ScoreConfig()
    cluster: ClusterConfig = ClusterConfig()
