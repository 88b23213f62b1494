"""Paraphrases: every sentence in other words, its names, numbers and negations kept.

`syntactic.py` (rules on the parse) or `seq2seq.py` (a model) makes candidates, `choose.py` picks one a sentence,
`stage.py` runs both over passages; `align.py` finds where the words of a paraphrase stand in the original.
"""
