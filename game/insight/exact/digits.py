"""Digits: counts of any size in decimal, without lifting Python's own guard against very long numbers."""

from __future__ import annotations

from typing import Final

_FEW: Final = 600
"""So many digits Python writes whatever its limit is set to (the lowest is 640)."""

_PER_BIT: Final = 0.30102


def digits(count: int) -> str:
    """Return all digits of a whole number that is not below 0, however many they are."""
    if count.bit_length() * _PER_BIT < _FEW:
        return str(count)
    half = int(count.bit_length() * _PER_BIT) // 2
    high, low = divmod(count, 10**half)
    return digits(high) + digits(low).zfill(half)
