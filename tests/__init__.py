"""The tests; each stands beside its case."""
