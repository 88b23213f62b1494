"""Triples become question–answer pairs. In the order that the data flows:

stage.py     form, filter, choose
form.py      the triples' clauses → drafts → pairs with a place in the passage
resolve.py   what pronouns stand for                  trust.py   which clauses are asked about
frame.py     a clause taken apart: subject, verb group (verbs.py), what follows (adverbials.py)
natural.py   the rules; judge.py what kind of clause; assemble.py the order of words; paper.py the published style
wh.py        what to ask for; numbers.py counts and dates; nouns.py classes of nouns; phrases.py spans of answers
locate.py    where the answer stands in the original
filters.py   what is wrong with a pair, by name       choice.py  the even spread under the cap
unanswerable.py, preview.py
"""
