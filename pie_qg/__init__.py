"""Train a question-answering reader from plain text, with no labels.

The files, in the order that the data flows:

api.py              what a Python user imports            cli/, terminal.py    the command line over it
recipe.py           everything that a run may be told     recipe_file.py       read from YAML and checked
corpus/             files in, passages out
parse_stage.py      passages to sentences                 parse.py, scheme.py  spaCy and Stanza behind one view
paraphrase/         sentences in other words
openie/             sentences to triples                  clauses.py           what a sentence says, clause by clause
questions/          triples to question–answer pairs      english.py           inflection and agreement
squad.py            the data set's files                  spread.py            which pairs to keep of too many
reader/             train, predict, score                 examples.py          labelled data of any format
engine/             shards, keys, workers                 run_folder.py        what a run leaves, and whose it is
pipeline.py         a recipe becomes a chain of stages    generation.py        the chain over a corpus
stage.py, records.py, files.py, errors.py, resources.py, language.py           the ground floor
"""

from pie_qg.api import ask, evaluate, extract, generate, paraphrase, run, train
from pie_qg.errors import InputError

__all__ = ["InputError", "ask", "evaluate", "extract", "generate", "paraphrase", "run", "train"]
