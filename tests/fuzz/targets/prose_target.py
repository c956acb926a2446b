"""The parser of prose: a text that can be spelled, or faults that stand in the words; and the short way agrees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.authoring.build.texts import paragraphs
from game.story import markup
from game.story.called import Called
from game.story.markup import Marks
from game.story.text import plain, settle
from game.story.unread import are_good
from tests.fuzz.targets.condition_target import SCOPE, STATE
from tests.shelf import DINNER

PEOPLE: Final = frozenset({"sam", "you"})
SPEAKERS: Final = {"Sam": "sam", "You": "you"}
CALLED: Final = (
    {"sam": Called("Sam", "they"), "you": Called("Zoë", "she")},
    dict.fromkeys(PEOPLE, Called("{x}*", "he")),
)

WORDS: Final = (
    *(
        "{sam}",
        "{you}",
        "{sam.they}",
        "{sam.Them}",
        "{sam.lean}",
        "{sam.they're}",
        "{booked ? a | b}",
        "{me > 1 ? a | }",
    ),
    *("{{", "}}", "\\|", "\\*", "\\{", "*", "\n\n", "\nSam: ", "\nSam (low): ", "You: ", "{", "}", "|", "?", "’"),
)


def one(data: bytes) -> None:
    """Parse each paragraph; spell what is right, and look at where the faults are in what is not."""
    words = data.decode("utf-8", "replace")
    marks = Marks(PEOPLE, SCOPE)
    for part in paragraphs(words, SPEAKERS):
        assert 0 <= part.start <= part.end <= len(words)
        source = " ".join(words[part.start : part.end].split("\n"))
        text, faults = markup.parse(source, marks)
        assert (text is None) == bool(faults)
        assert all(0 <= fault.at <= len(source) for fault in faults)
        if text is not None:
            for called in CALLED:
                plain(settle(text, STATE), called)
            list(markup.names(source))
        elif source.count("*") % 2 == 0:
            assert not are_good([source], Marks(PEOPLE, SCOPE)), "the short way saw nothing"


def seeds() -> Iterator[bytes]:
    """Yield prose with every mark."""
    yield DINNER.encode()
    yield from (word.encode() for word in WORDS)
    yield b"{sam.They} {sam.lean} on the door. *Thunk.*\n\nSam (low): {booked ? Yes, {you}. | *No*}. {{ \\| \\*"
