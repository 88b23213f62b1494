"""Train a question-answering reader from plain text, with no labels.

The files, in the order that the data flows:

api.py               what a Python user imports          cli/, terminal.py   the command line over it
recipe.py            everything that a run may be told   recipe_file.py      read from YAML, checked
pipeline.py          a recipe becomes a chain of stages  generation.py       the chain over a corpus, to a data set

corpus/              files in, passages out              language.py         is it English?
parse_stage.py       passages to sentences               parse.py, scheme.py spaCy and Stanza behind one view
paraphrase/          sentences in other words            paraphrasing.py     this stage alone, over a corpus
openie/              sentences to triples                extraction.py       this stage alone, over a corpus
questions/           triples to question–answer pairs    spread.py           which pairs to keep of too many
squad.py             pairs to files                      manifest.py         and what they were made from
reader/              refine, train, predict, score       examples.py         labelled data of any format
report/, reviews.py  what people see and say of a run    export/             pairs to hand on, with a data card

engine/              shards, keys, processes, Ray        run_folder.py       what a run leaves, and whose it is
failures.py          when a stage is broken              status.py, results.py  a run's folder, read back
clauses.py           what a sentence says                tree.py, constituents.py, lexicon.py  what it is read from
english.py           inflection and agreement            sources.py, hub.py  public data sets
stage.py, records.py, files.py, resources.py, errors.py, example_files.py       the ground floor
"""

from pie_qg.api import ask, evaluate, extract, generate, paraphrase, run, train
from pie_qg.errors import InputError

__all__ = ["InputError", "ask", "evaluate", "extract", "generate", "paraphrase", "run", "train"]
