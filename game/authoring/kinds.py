"""What a value may look like, by its kind: read by the builder that takes values and by the schema that editors hold.

Values are words as typed. What a kind asks of them is a pattern for the whole of it, that both Python and JSON Schema
understand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from game.story.names import ID_PATTERN, RESERVED

MOST_WHOLE: Final = 999_999_999
"""The largest whole number that can be written."""

WHOLE: Final = re.compile(r"[+-]?(?:0|[1-9][0-9]{0,8})")
"""A whole number."""

PERCENT: Final = re.compile(r"(0?[0-9]{1,2}(?:\.[0-9]{1,3})?|100(?:\.0{1,3})?) ?%?")
"""A share from 0 % to 100 %; the figure alone is the first group."""

METERS: Final[Mapping[str, int]] = {"-2": -2, "-1": -1, "1": 1, "+1": 1, "2": 2, "+2": 2}
"""The moves of a meter."""

FLAGS: Final[Mapping[str, bool]] = {"true": True, "false": False}
"""The values of a flag."""

NO_WORDS: Final = frozenset({"and", "or", "not", "true", "false", "True", "False", "TRUE", "FALSE"})
"""What a variable's word cannot be, since conditions read it otherwise, or whoever typed it meant true or false."""

WORD: Final = re.compile(rf"(?!(?:{'|'.join(sorted(NO_WORDS))})$)[A-Za-z_][A-Za-z0-9_]*")
"""What a word that a variable holds looks like, so that a condition can name it."""

NEW_ID: Final = re.compile(rf"(?!(?:{'|'.join(sorted(RESERVED))})$){ID_PATTERN.pattern}")
"""What the id of something new looks like."""

VISIBLE: Final = re.compile(r"\S")
"""Something in words that can be seen; to be searched for."""

FLAG: Final = re.compile("|".join(FLAGS))
"""True or false."""

BEGINNING: Final = re.compile(f"{FLAG.pattern}|{WORD.pattern}")
"""What a variable that is no number begins with."""

CONSTANT: Final = re.compile(f"{BEGINNING.pattern}|{WHOLE.pattern}")
"""What a variable of any kind can be set to."""
