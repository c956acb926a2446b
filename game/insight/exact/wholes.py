"""Large whole numbers: Python's own, or those of gmpy2 where that is installed, which shift and add faster.

1. Both give the same figures to the last bit; a test holds them against each other.
2. Whatever leaves the analysis is a plain `int` again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec


@cache
def made() -> Callable[[int], int]:
    """Return what makes a number one that is fast to reckon with: `gmpy2.mpz` where there is one, else `int`."""
    if find_spec("gmpy2") is None:
        return int
    mpz: Callable[[int], int] = import_module("gmpy2").mpz
    return mpz
