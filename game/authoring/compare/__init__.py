"""Comparing two versions of a story: what becomes of the runs that were kept of the older one."""
