"""Names that players give: short, on one line, with nothing hidden in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

LONGEST_NAME: Final = 24
"""Characters that a name may have."""

_JOINERS: Final = "\u200c\u200d"
_BLANKS: Final = "\u115f\u1160\u2800\u3164\uffa0"
_MOST_MARKS: Final = 4


def clean_name(name: str) -> str:
    """Return a name as it may stand in a story, or "" if nothing of it can be seen.

    Control signs, direction marks and other hidden signs go (the joiners that some scripts need stay), white space
    becomes one space, at most four marks stand on one letter, and the whole has at most `LONGEST_NAME` characters.
    """
    # Only what is left once hidden signs are gone can be composed, and its white space be folded.
    seen = unicodedata.normalize("NFC", "".join(_letters(" ".join(name.split()))))
    kept = " ".join(seen.split())[:LONGEST_NAME].strip(" " + _JOINERS)
    return kept if any(unicodedata.category(sign)[0] in "LNPS" for sign in kept) else ""


def _letters(name: str) -> Iterator[str]:
    marks = 0
    for sign in name:
        kind = unicodedata.category(sign)
        if sign in _BLANKS or (kind[0] == "C" and sign not in _JOINERS):
            continue
        marks = marks + 1 if kind[0] == "M" else 0
        if marks <= _MOST_MARKS:
            yield sign
