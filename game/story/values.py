"""The values that a story is made of: frozen for whoever reads or checks the code, quick to make when it runs.

A frozen dataclass takes three times as long to make as one that could be changed, and a story has fifty thousand
values. So it is mypy that keeps anybody from changing one; by their contents they are equal, and can be hashed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True)
def value(made: type[Value]) -> type[Value]:
    """Make a dataclass with slots whose instances nobody changes."""
    return dataclass(slots=True, unsafe_hash=True)(made)
