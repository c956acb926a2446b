"""What a player did, in a clause and in a sentence such as “At dinner, you saved the leeks.”."""

from __future__ import annotations

from collections.abc import Mapping

from game.language import _
from game.story.called import Called
from game.story.text import Text, plain


def done(recall: Text | None, does: Text, called: Mapping[str, Called], *, spoken: bool) -> str:
    """Return the clause for a pick: its recall, or its own words as what was said or chosen."""
    if recall:
        return plain(recall, called)
    chose = _("you said: “{words}”") if spoken else _("you chose: “{words}”")
    return chose.format(words=plain(does, called))


def deed(at: str, did: str) -> str:
    """Return the sentence for a clause and when it was."""
    return sentence(_("{at}, {did}").format(at=at, did=did))


def sentence(words: str, stop: str = ".") -> str:
    """Return `words` with a capital letter, and a full stop unless they end in a sign of their own."""
    ended = words.rstrip("”’")[-1:] in {".", "!", "?", "…"}
    return words[:1].upper() + words[1:] + ("" if ended else stop)
