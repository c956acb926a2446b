"""What large whole numbers are made of: Python's own, or what is installed that adds them faster.

1. Those of gmpy2 give the same figures to the last bit; a test holds them against each other.
2. Over nets of many nodes arrays of numpy take their place. They give the same counts, and chances that differ by the
   rounding of doubles, in the thirteenth digit after the point.
3. Whatever leaves the analysis is a plain `int` or `float` again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Final

MANY: Final = 1000
"""Over a net of so many nodes arrays are worth what it takes to load numpy."""


@cache
def made() -> Callable[[int], int]:
    """Return what makes a number one that is fast to reckon with: `gmpy2.mpz` where there is one, else `int`."""
    if find_spec("gmpy2") is None:
        return int
    mpz: Callable[[int], int] = import_module("gmpy2").mpz
    return mpz


def sheets(nodes: int) -> ModuleType | None:
    """Return the module of frames of arrays, where a net has enough nodes and numpy is installed; else None."""
    if nodes < MANY or find_spec("numpy") is None:
        return None
    return import_module("game.insight.exact.sheet_frames")
