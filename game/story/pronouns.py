"""English pronouns and the verbs that go with them.

1. Authors write the they-form; she and he are derived from it.
2. A pronoun is looked up in a table; any other word is a verb, conjugated by rule, the few irregular ones by table.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PRONOUNS: Final = ("she", "he", "they")
"""The sets of pronouns that a player may choose, by their first form."""

FORMS: Final[Mapping[str, tuple[str, str, str]]] = {
    "they": ("she", "he", "they"),
    "them": ("her", "him", "them"),
    "their": ("her", "his", "their"),
    "theirs": ("hers", "his", "theirs"),
    "themself": ("herself", "himself", "themself"),
    "themselves": ("herself", "himself", "themselves"),
    "they're": ("she's", "he's", "they're"),
    "they've": ("she's", "he's", "they've"),
    "they'll": ("she'll", "he'll", "they'll"),
    "they'd": ("she'd", "he'd", "they'd"),
}
"""Each they-form with its forms in the order of `PRONOUNS`."""

_IRREGULAR: Final[Mapping[str, str]] = {
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "aren't": "isn't",
    "weren't": "wasn't",
    "haven't": "hasn't",
    "don't": "doesn't",
}
_UNCHANGED: Final = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought"})
_UNCHANGED_NOT: Final = frozenset({"can't", "cannot", "couldn't", "mustn't", "shouldn't", "won't", "wouldn't"})
_SIBILANT: Final = ("s", "x", "z", "ch", "sh", "o")


def pronoun(pronouns: str, form: str) -> str:
    """Return the form of `pronouns` (one of `PRONOUNS`) that stands where `form` does in the they-form.

    A typographic apostrophe in `form` is kept as it is.
    """
    word = FORMS[form.replace("’", "'")][PRONOUNS.index(pronouns)]
    return word.replace("'", "’") if "’" in form else word


def is_pronoun(form: str) -> bool:
    """Tell whether `form` names a form of a pronoun; anything else in its place is a verb."""
    return form.replace("’", "'") in FORMS


def verb_for_one(base: str) -> str:
    """Return the verb for one person from its they-form: "lean" gives "leans", "are" gives "is"."""
    plain = base.replace("’", "'")
    if plain in _IRREGULAR:
        word = _IRREGULAR[plain]
        return word.replace("'", "’") if "’" in base else word
    if plain in _UNCHANGED or plain in _UNCHANGED_NOT or plain.endswith("ed"):
        return base
    if base.endswith("y") and base[-2:-1] not in set("aeiou"):
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(_SIBILANT) else "s")


def capital(word: str, *, wanted: bool) -> str:
    """Return `word`, with a capital first letter if `wanted`."""
    return word[:1].upper() + word[1:] if wanted else word
