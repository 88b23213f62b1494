"""Pairs become a reader, and a reader a score. In the order that the data flows:

run.py       the reader's part of a run: refine.py, then training, then scores
train.py     windows (features.py) of the pairs, some held out (split.py), in batches (batches.py), through the Trainer;
             encoder.py, optimizer.py, hardware.py: what learns, and on what; checkpoints.py, card.py: what is left
predict.py   the best spans; threshold.py when there is no answer; ask.py one question, for people
evaluate.py  readers on labelled sets: score.py EM and F1, bootstrap.py how sure, breakdown.py where it is good
"""
