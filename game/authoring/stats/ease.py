"""Reading ease after Flesch ("A new readability yardstick", 1948): English only.

1. Ease = 206.835 - 1.015 * words a sentence - 84.6 * syllables a word; 60 to 70 is plain English, 90 is very easy.
2. A sentence ends with . ! ? or … and whatever closes it, before a space or the end of its paragraph.
3. A word has as many syllables as groups of the letters a e i o u y, at least one. A last "e" is silent, but not after
   a consonant and "l" ("table"); so is the "e" of "ed", but after t and d, and of "es", but after a hiss.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_END: Final = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VOWELS: Final = re.compile(r"[aeiouyàâäéèêëîïôöùûü]+")
_SILENT: Final = re.compile(r"(?:(?<![td])ed|(?<![sxzcg])(?<!ch)(?<!sh)es|(?<![^aeiouy]l)e)$")


@dataclass(frozen=True, slots=True)
class Ease:
    """How a text reads: its sentences, words and syllables, and its longest sentence in words."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    longest: int = 0

    @property
    def score(self) -> float:
        """Flesch's reading ease; 0 of nothing."""
        if not self.words:
            return 0.0
        return 206.835 - 1.015 * self.mean - 84.6 * self.syllables / self.words

    @property
    def mean(self) -> float:
        """The words of a sentence on average."""
        return self.words / self.sentences if self.sentences else 0.0


def ease(paragraphs: Iterable[str]) -> Ease:
    """Return how some paragraphs read."""
    sentences = words = syllables = longest = 0
    for paragraph in paragraphs:
        for sentence in _END.split(paragraph):
            found = _WORD.findall(sentence)
            if found:
                sentences, words = sentences + 1, words + len(found)
                syllables += sum(map(syllable_count, found))
                longest = max(longest, len(found))
    return Ease(sentences, words, syllables, longest)


def syllable_count(word: str) -> int:
    """Return how many syllables a word has, by the rule above; parts with a hyphen count each for itself."""
    return sum(_syllables(part) for part in word.lower().split("-"))


def _syllables(word: str) -> int:
    bare = re.sub(r"[^a-zàâäéèêëîïôöùûü]", "", word)
    spoken = _SILENT.sub("", bare)
    return max(1, len(_VOWELS.findall(spoken)))
