"""Sentences become triples. In the order that the data flows:

stage.py       which extractor; corenlp.py is Stanford's, the others are ours
triples.py     a sentence's clauses (verbal.py) and noun phrases (nominal.py) → facts (facts.py)
relations.py   the words of a relation       phrases.py, arguments.py   those of subjects and arguments
confidence.py  how likely a fact is right (confidence.json: its weights)
binary.py      facts of two arguments, in the fewest words (minimal.py)       rows.py   how triples are written
"""
