"""Engines run stages over shards of a corpus; they know files and processes, and nothing of language.

shards.py     slices of a corpus
keys.py       what a stage's result depends on, as a digest
results.py    what a stage made of a shard, as lines of JSON
store.py      the folder that keeps results until the run is done
work.py       one shard through the chain of stages
local.py      the local engine: shards over this machine's processes
process.py    one such process
collector.py  the garbage collector, held back
stream.py     items through a few stages, with nothing kept on disk
ray.py        the Ray engine: the same shards over a cluster
"""
