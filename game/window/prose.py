"""From what a session tells to what stands on pages: stretches of prose, each with its picture. Pure.

1. A leaf is a scene as far as it was read; a scene that begins turns to a new leaf.
2. A stretch is what is told at once: from an answer, or a scene's beginning, to the next of either.
3. The picture is the one that the last stage direction of a stretch leaves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from game.host import Play
from game.insight.dynamics import verdict
from game.language import N_, _
from game.session import Session
from game.story import engine
from game.story.called import Called
from game.story.events import Ended, Entered, Event, Offered, Picked, Said, Skipped, Staged
from game.story.model import Scene, Story
from game.story.text import Text, plain, spell
from game.window.compose import View
from game.window.page import Backdrop
from game.window.typeset import Span

OPENING: Final = 3
"""Words of a scene's first paragraph that are set in small caps, or fewer where a pause comes before."""

_WORD: Final = re.compile(r"\S+")
_PAUSES: Final = frozenset(".,;:!?…–—")

POSE: Final = "side by side"
"""How the two stand when a scene begins without a word on it."""

SEASONS: Final[Mapping[str, str]] = {
    "spring": N_("Spring"),
    "summer": N_("Summer"),
    "autumn": N_("Autumn"),
    "winter": N_("Winter"),
}
TIMES: Final[Mapping[str, str]] = {
    "morning": N_("Morning"),
    "day": N_("Day"),
    "evening": N_("Evening"),
    "night": N_("Night"),
}


class Block(NamedTuple):
    """A paragraph on a page: `role` as in a layout ("heading", "paragraph", "speech", "answer", "note").

    `said` is what it was made of, where the story told it.
    """

    role: str
    spans: tuple[Span, ...]
    name: str = ""
    said: Said | None = None


class Stretch(NamedTuple):
    """What is told at once. `frame` is the session's frame it belongs to, `leaf` counts the scenes entered.

    `sound` is what the last stage direction on it asks for, "" where none does.
    """

    frame: int
    leaf: int
    view: View
    blocks: tuple[Block, ...]
    sound: str = ""


def stretches(session: Session, called: Mapping[str, Called]) -> tuple[Stretch, ...]:
    """Return everything told so far, in order; there is at least one."""
    teller = _Teller(session.story, called, View(pose=POSE))
    for number, frame in enumerate(session.frames):
        teller.begin(number)
        for event in frame.events:
            teller.take(event)
    teller.close()
    return tuple(teller.told)


def read(told: Sequence[Stretch], here: Stretch | None) -> tuple[Stretch, ...]:
    """Return what was told as far as the stretch `here`, which is being read; all of it if that is None."""
    return tuple(each for each in told if here is None or (each.frame, each.leaf) <= (here.frame, here.leaf))


def epilogue(session: Session, called: Mapping[str, Called], view: View) -> Stretch:
    """Return what is told after the last page of a finished session, which left the picture at `view`."""
    story, state = session.story, session.state
    dynamic = verdict(state.me, state.we, story.dead_zone)
    _, events = engine.tell(story, state, story.endings[dynamic])
    teller = _Teller(story, called, view)
    for event in events:
        teller.take(event)
    teller.close()
    return teller.told[-1] if teller.told else Stretch(0, 0, view, ())


def option_spans(text: Text, called: Mapping[str, Called], *, spoken: bool) -> tuple[Span, ...]:
    """Return an option's words; what is said stands in quotation marks."""
    spans = styled(text, called, "option", "option stress")
    return (Span(_("“"), "option"), *spans, Span(_("”"), "option")) if spoken else spans


def styled(text: Text, called: Mapping[str, Called], usual: str, stressed: str) -> tuple[Span, ...]:
    """Return a settled text as spans."""
    return tuple(Span(run.words, stressed if run.stressed else usual) for run in spell(text, called))


def opened(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the first paragraph of a scene with its first words in small caps, unless there are hardly more."""
    words = [*_WORD.finditer(spans[0].words)] if spans and spans[0].style == "prose" else []
    if len(words) <= OPENING:
        return spans
    found = words[:OPENING]
    pause = next((word for word in found if word.group()[-1] in _PAUSES), None)
    end = (pause or found[-1]).end()
    return Span(spans[0].words[:end], "opening"), Span(spans[0].words[end:], "prose"), *spans[1:]


def backdrop(play: Play, view: View) -> Backdrop:
    """Return a picture of a play, with what it shows in words."""
    named = (play.pictures.get(name) for name in (view.place or "", f"figures/{view.pose}"))
    place, figures = (picture.alternative if picture else "" for picture in named)
    return Backdrop(place, view, figures)


class _Teller:
    """Walks the events of a session and collects stretches."""

    def __init__(self, story: Story, called: Mapping[str, Called], view: View) -> None:
        self.story = story
        self.called = called
        self.told: list[Stretch] = []
        self._view = view
        self._blocks: list[Block] = []
        self._frame = self._leaf = 0
        self._sound = ""

    def begin(self, frame: int) -> None:
        """Begin the frame of this number."""
        self.close()
        self._frame = frame

    def close(self) -> None:
        """End the stretch, if anything is in it."""
        if self._blocks:
            self.told.append(Stretch(self._frame, self._leaf, self._view, tuple(self._blocks), self._sound))
            self._blocks = []

    def take(self, event: Event) -> None:
        """Take one event."""
        match event:
            case Entered(entered) if entered in self.story.scenes:
                self._enter(self.story.scenes[entered])
            case Said():
                self._blocks.append(self._said(event))
            case Staged(what, value):
                self._view = self._view.but(what, value)
                self._sound = value if what == "sound" else "" if what == "place" else self._sound
            case Picked(offer):
                spans = styled(offer.text, self.called, "answer", "answer")
                words = plain(offer.text, self.called)
                said = (Span(_("“"), "answer"), *spans, Span(_("”"), "answer")) if offer.spoken else spans
                self._blocks.append(Block("answer", said, _("You: {words}").format(words=words)))
            case Skipped():
                left = _("You left the rest of this scene out. Going back brings it back.")
                self._blocks.append(Block("note", (Span(left, "note"),)))
            case Entered() | Offered() | Ended():
                pass

    def _enter(self, scene: Scene) -> None:
        self.close()
        self._leaf += 1
        self._sound = ""
        season, place = scene.season or self._view.season, scene.place or self._view.place
        self._view = View(place, season, scene.time, POSE)
        over = " · ".join(_(words) for words in (SEASONS.get(season or ""), TIMES.get(scene.time or "")) if words)
        if over:
            self._blocks.append(Block("note", (Span(over, "overline"),)))
        self._blocks.append(Block("heading", styled(scene.title, self.called, "heading", "heading")))

    def _said(self, said: Said) -> Block:
        spans = styled(said.text, self.called, "prose", "stress")
        if said.speaker is None:
            opens = bool(self._blocks) and self._blocks[-1].role == "heading"
            return Block("paragraph", opened(spans) if opens else spans, said=said)
        name = _("You") if said.speaker == "you" else self.called[said.speaker].name
        style = self._voice(said.speaker)
        manner = (Span(f"({said.manner}) ", "manner"),) if said.manner else ()
        spoken = f"{name}{f' ({said.manner})' if said.manner else ''}: {plain(said.text, self.called)}"
        return Block("speech", (Span(f"{name}  ", style), *manner, *spans), spoken, said)

    def _voice(self, speaker: str) -> str:
        partner = self.story.cast[0].id if self.story.cast else ""
        return {"you": "you", partner: "other"}.get(speaker, "speaker")
