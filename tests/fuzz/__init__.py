"""Fuzzing: whatever reads a file of a stranger, fed with what no stranger would think of.

`targets/` has one harness a file, `corpus/` the inputs that once found something or lead far into the code; the fast
suite feeds all of them (`test_corpus.py`). `python -m tests.fuzz TARGET --seconds N` looks for more, with atheris.
"""
