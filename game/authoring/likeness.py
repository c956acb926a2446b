"""Likeness: the stretch of what is told that stands where some expected words would have stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final

_LIKE: Final = 0.5
"""Words with less in common than this have nothing to do with each other."""


def likest(words: str, paragraphs: Iterable[str]) -> str:
    """Return the stretch of a paragraph that is most like `words`, about as long; "" if none is like them."""
    stretches = [each for paragraph in paragraphs for each in _stretches(words.split(), paragraph.split())]
    best = max(stretches, key=lambda stretch: likeness(words, stretch), default="")
    return best if likeness(words, best) >= _LIKE else ""


def likeness(one: str, other: str) -> float:
    """Return how much two texts have in common, word by word, from 0 to 1."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _stretches(wanted: list[str], told: list[str]) -> Iterator[str]:
    """Yield what stands in `told` where `wanted` would, by each part that both have in common, and by all together."""
    blocks = SequenceMatcher(None, wanted, told, autojunk=False).get_matching_blocks()[:-1]
    for first, last in [*((each, each) for each in blocks), *zip(blocks[:1], blocks[-1:], strict=True)]:
        start = max(0, first.b - first.a)
        after = last.b + last.size
        yield " ".join(told[start : after + _reach(wanted[last.a + last.size :], told[after:])])


def _reach(wanted: list[str], told: list[str]) -> int:
    """Return how many words of `told` stand for `wanted`: as many sentences if it ends with one, else as many words."""
    sentences = sum(map(_ends_sentence, wanted))
    if not wanted or not _ends_sentence(wanted[-1]):
        return len(wanted)
    ends = [number for number, word in enumerate(told, 1) if _ends_sentence(word)]
    return ends[sentences - 1] if len(ends) >= sentences else len(told)


def _ends_sentence(word: str) -> bool:
    return word.rstrip('"”’)').endswith((".", "?", "!", "…"))
