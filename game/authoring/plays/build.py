"""Build: from the tree of `plays.yaml` to plays, with each mistake at its place.

Names are looked up in the story; without one, because it cannot be played yet, only the shape of the file is judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from game.authoring.build import fields
from game.authoring.build.changes import KINDS, value_of
from game.authoring.build.names import YOU, kind
from game.authoring.build.report import Report, nearest
from game.authoring.nodes import NOTHING, Fields, Node, Scalar
from game.authoring.plays.play import Closed, Has, Moment, Omits, Open, Play, Start, Tells, Want
from game.story.called import Called
from game.story.model import Story, Value, Variable
from game.story.names import SKIP

_TRANSCRIPT: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}\.txt")
_METERS: Final = ("me", "we")


def built(report: Report, tree: Node, story: Story | None) -> tuple[Play, ...]:
    """Return the plays in the tree of a `plays.yaml`; those with a mistake in them must not be played."""
    found = fields.opened(report, tree, "plays.yaml", "plays.yaml") or NOTHING
    bench, plays = _Bench(report, story), found.get("plays")
    if plays is None and isinstance(tree, Fields) and fields.lacks(found, "plays.yaml", "plays"):
        fields.missing(report, tree, "value-missing", key="plays")
    if isinstance(plays, Scalar) and not plays.text:
        return ()
    return tuple(bench.play(key, node) for key, node in fields.names(report, plays, "plays"))


@dataclass(frozen=True, slots=True)
class _Bench:
    """Where problems go, and the story whose names count, if it is known."""

    report: Report
    story: Story | None

    def play(self, key: Scalar, node: Node) -> Play:
        fields.good_id(self.report, key, "a play")
        found = fields.opened(self.report, node, "a play", key.text) or NOTHING
        play = Play(
            key,
            self._start(found),
            dict(self._called(found.get("names"))),
            tuple(self._moment(item) for item in fields.items(self.report, found.get("moments"), "moments")),
            self._ends(found.get("ends")),
            self._transcript(key, found.get("transcript")),
        )
        if (
            self.report.sound
            and not (play.moments or play.ends or play.transcript)
            and fields.lacks(found, "a play", "moments", "ends", "transcript")
        ):
            self.report.add("play-empty", key.span, found=key.text)
        return play

    def _start(self, found: Fields) -> Start | None:
        if self.story is None or not ("at" in found or "with" in found):
            return None
        place = self._place(found.get("at"))
        given = {has.name.text: has.wanted for has in self._held(found.get("with"), "with")}
        values = tuple(given.get(variable.id, variable.start) for variable in self.story.variables)
        return Start(place, values, int(given.get("me", 0)), int(given.get("we", 0)))

    def _place(self, node: Node | None) -> int:
        story, scalar = self.story, fields.words(self.report, node, "at")
        if story is None or scalar is None:
            return story.start if story else 0
        places = {scene.id: scene.start for scene in story.scenes.values()}
        places |= {passage.id: passage.start for scene in story.scenes.values() for passage in scene.passages}
        if scalar.text not in places:
            self._unknown("play-place-unknown", scalar, places)
        return places.get(scalar.text, story.start)

    def _called(self, node: Node | None) -> Iterator[tuple[str, Called]]:
        people = {YOU: Called("Alex", "they")}
        if self.story:
            people |= {person.id: Called(person.name, person.pronouns) for person in self.story.cast}
        for key, about in fields.names(self.report, node, "names"):
            if self.story and key.text not in people:
                self._unknown("play-person-unknown", key, people)
            usual = people.get(key.text, people[YOU])
            found = fields.opened(self.report, about, "the names of a person", key.text) or NOTHING
            name = fields.string(self.report, found.get("name"), "name") or usual.name
            pronouns = (
                fields.one_of(self.report, found.get("pronouns"), "the names of a person", "pronouns") or usual.pronouns
            )
            yield key.text, Called(name, pronouns)

    def _moment(self, node: Node) -> Moment:
        if isinstance(node, Scalar):
            return Moment((), self._option(fields.words(self.report, node, "pick")))
        found = fields.opened(self.report, node, "a moment", "moments") or NOTHING
        return Moment(tuple(self._wants(found)), self._option(fields.words(self.report, found.get("pick"), "pick")))

    def _wants(self, found: Fields) -> Iterator[Want]:
        yield from map(Tells, fields.several(self.report, found.get("tells"), "tells"))
        yield from map(Omits, fields.several(self.report, found.get("omits"), "omits"))
        if "open" in found:
            yield Open(found["open"], tuple(self._options(found["open"], "open")))
        yield from map(Closed, self._options(found.get("closed"), "closed"))
        yield from self._held(found.get("has"), "has")

    def _options(self, node: Node | None, key: str) -> Iterator[Scalar]:
        for scalar in fields.several(self.report, node, key):
            self._option(scalar, skips=False)
            yield scalar

    def _option(self, scalar: Scalar | None, *, skips: bool = True) -> Scalar | None:
        story = self.story
        if scalar and story and scalar.text not in story.options:
            scene, _dot, name = scalar.text.partition(".")
            if not (skips and name == SKIP and scene in story.scenes):
                self._unknown("play-option-unknown", scalar, story.options)
        return scalar

    def _held(self, node: Node | None, key: str) -> Iterator[Has]:
        for name, value in fields.names(self.report, node, key):
            scalar = fields.words(self.report, value, name.text)
            if scalar is None:
                continue
            wanted = self._meter(scalar, name) if name.text in _METERS else self._value(scalar, name)
            if wanted is not None:
                yield Has(name, scalar, wanted)

    def _meter(self, scalar: Scalar, name: Scalar) -> int | None:
        return fields.whole(self.report, scalar, name.text)

    def _value(self, scalar: Scalar, name: Scalar) -> Value | None:
        if self.story is None:
            return None
        known = {variable.id: variable for variable in self.story.variables}
        if name.text not in known:
            self._unknown("variable-unknown", name, [*known, *_METERS])
            return None
        return self._fitting(known[name.text], scalar)

    def _fitting(self, variable: Variable, scalar: Scalar) -> Value | None:
        wanted = kind(variable)
        value = value_of(scalar.text, wanted)
        about = {"variable": variable.id, "found": fields.brief(scalar.text)}
        if value is None:
            self.report.add("value-kind", scalar.span, kind=KINDS[wanted], near="", **about)
        elif wanted == "number" and not variable.low <= int(value) <= variable.high:
            self.report.add("value-out-of-bounds", scalar.span, low=variable.low, high=variable.high, **about)
            return None
        return value

    def _ends(self, node: Node | None) -> Scalar | None:
        known = node is None or fields.one_of(self.report, node, "a play", "ends")
        return node if known and isinstance(node, Scalar) else None

    def _transcript(self, key: Scalar, node: Node | None) -> Scalar | None:
        scalar = fields.words(self.report, node, "transcript")
        if scalar and not _TRANSCRIPT.fullmatch(scalar.text):
            better = f"{fields.as_id(key.text)}.txt"
            self.report.add("play-transcript-name", scalar.span, found=fields.brief(scalar.text), better=better)
        return scalar

    def _unknown(self, rule: str, scalar: Scalar, known: Iterable[str]) -> None:
        self.report.add(rule, scalar.span, found=fields.brief(scalar.text), near=nearest(scalar.text, known))
