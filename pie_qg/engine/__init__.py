"""Engines run stages over shards of a corpus; they know files and processes, and nothing of language.

shards.py   shards of passages, their keys, and what is kept of a stage's work on one
work.py     one shard through the chain of stages
local.py    the local engine: shards over this machine's processes
"""
