"""Corpora: text in any of the known formats becomes passages.

files.py     which files a corpus is, and what format each has
formats.py   one reader a format: file in, records out
records.py   a record: its text, id, title and other fields; what makes one unfit
split.py     a record of more words than a passage may have becomes several passages
scan.py      one pass over everything before any model loads: faults, fingerprints, fields
read.py      records to passages, as a stream
"""

from pie_qg.corpus.read import read_passages
from pie_qg.corpus.scan import Scan, scan_corpus

__all__ = ["Scan", "read_passages", "scan_corpus"]
