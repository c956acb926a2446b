"""Work without the collector of circular garbage, which goes through all that is alive again and again.

An exact analysis makes millions of values that live until its end, and none that refer to each other in a circle.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Switch the collector off for a while; it stays off if it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
