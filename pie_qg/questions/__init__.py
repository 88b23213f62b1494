"""Triples become question–answer pairs. In the order that the data flows:

stage.py     form, filter, choose
form.py      the triples' clauses → drafts → pairs with a place in the passage
relabel.py   the types of names, set right by what the passage tells of them; somebody.py who a clause tells is a person
resolve.py   what pronouns stand for, of what mention.py keeps, where agreement.py allows it and rivals.py knows of
             no other; pointing.py what is left; which.py what "which" is about
author.py    who "I" stands for   topic.py  what the author of a review speaks of
tidy.py      which sentences are asked about; trust.py which clauses; held.py what the text holds to be so,
             with conditions.py; and unheld.py what it supposes, seeks or puts off, guesses.py what it guesses
misparse.py, misfit.py, misjoined.py, misread.py, mislisted.py, mistagged.py, misplaced.py, broken.py, misasked.py
             signs that a clause, what its verb has, two clauses, a phrase, a list, a word, a place, a name, or what is
             asked and answered were parsed wrong
frame.py     a clause taken apart: subject, verb group (verbs.py), what follows (adverbials.py; strays.py what does not)
natural.py   the rules; judge.py what kind of clause; assemble.py the order of words; paper.py the published style
clausal.py   rules for a clause that answers   doing.py  rules for a predicate
reports.py   rules for what is said before who says it; saying.py whether a verb of saying has what was said
inside.py, deep.py  rules for a phrase in another one
nominal.py, naming.py  rules for noun phrases, read by reading.py
wh.py        what to ask for; names.py names; classes.py by what class; people.py who is somebody; bodies.py what acts
             as somebody does; sites.py what says where; numbers.py counts and sizes; dates.py times; lasting.py how
             long and how often in words; modifiers.py kinds and owners; nouns.py classes of nouns; phrases.py spans of
             answers; relating.py nouns that take a phrase along; telling.py which say something
whole.py     whether a question waits for a word left out; cut.py whether one stops in the middle, with ranges.py for
             numbers; torn.py what it tears apart; leftout.py what it lacks; idioms.py of a saying; loosened.py which
             bounds it drops; narrow.py what narrows a phrase; valency.py what verbs go with
locate.py    where the answer stands in the original
filters.py   what is wrong with a pair, by name       choice.py  the even spread under the cap
unanswerable.py, preview.py
"""
