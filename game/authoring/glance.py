"""A story seen from behind, for the panel beside a watched window: values, with places as short as they can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from game.author import Answer, Flaw, Given, Glance, Holding, Spot
from game.authoring.load import Loaded
from game.authoring.nodes import Scalar
from game.authoring.problems import Problem
from game.authoring.whereabouts import Whereabouts
from game.authoring.written import written
from game.insight.dynamics import verdict
from game.insight.patterns import PATTERNS
from game.language import _
from game.story.conditions import Compare, Condition, Meter, Picked, Shown, Term, ValueOf, comparisons, holds, worth
from game.story.model import Choose, Option, Story, Value
from game.story.state import State
from game.story.text import Words

MOST_SIGNS: Final = 96
"""How much of a source line is shown around a fault."""


def glance(places: Whereabouts, state: State, picks: Iterable[str]) -> Glance:
    """Return a play at a moment, as its author sees it."""
    story, node = places.story, places.story.nodes[state.place]
    return Glance(
        places.home(state.place) or "",
        _place(places.at(state.place)) if isinstance(node, Choose) else "",
        state.me,
        state.we,
        verdict(state.me, state.we, story.dead_zone),
        tuple(
            Holding(each.id, _told(value), _told(each.start))
            for each, value in zip(story.variables, state.values, strict=True)
        ),
        tuple(_answer(places, story.options[id_], state) for id_ in _listed(places, node.options))
        if isinstance(node, Choose)
        else (),
        tuple(_given(story, pick) for pick in picks),
    )


def flaws(loaded: Loaded, problems: Iterable[Problem]) -> tuple[Flaw, ...]:
    """Return problems as they are shown, errors first."""
    return tuple(_flaw(loaded, each) for each in sorted(problems, key=lambda each: (each.severity, each)))


def spots(places: Whereabouts) -> Iterator[Spot]:
    """Yield every scene, and after it its passages, in the order of the story."""
    for scene in places.story.scenes.values():
        title = "".join(piece.words if isinstance(piece, Words) else "…" for piece in scene.title)
        yield Spot(scene.id, title, _at(places, scene.id))
        for passage in scene.passages:
            yield Spot(passage.id, "", _at(places, passage.id))


def short(file: str) -> str:
    """Return a file's name alone; a picture keeps its folder."""
    path = Path(file)
    return f"{path.parent.name}/{path.name}" if path.suffix == ".png" else path.name


def _place(place: str) -> str:
    """Return a `file:line` with the file's name alone."""
    file, sign, line = place.rpartition(":")
    return f"{short(file)}{sign}{line}"


def _at(places: Whereabouts, id_: str) -> str:
    origin = places.loaded.origins.get(id_)
    return f"{short(origin.file)}:{origin.span.line}" if origin else ""


def _listed(places: Whereabouts, options: Iterable[str]) -> list[str]:
    return sorted(options, key=places.line)


def _answer(places: Whereabouts, option: Option, state: State) -> Answer:
    shown = PATTERNS.get(option.shows or "")
    answer = Answer(option.id, "open", _(shown.name) if shown else "", option.me, option.we)
    if option.id in state.picked and not option.again:
        return answer._replace(state="picked")
    if option.when is None or holds(option.when, state):
        return answer
    now = tuple((written(term), _now(term, state)) for term in dict.fromkeys(_terms(option.when)))
    origin = places.loaded.whens[option.id]
    words = origin.at.text if isinstance(origin.at, Scalar) else written(option.when)
    place = f"{short(origin.file)}:{origin.span.line}"
    return answer._replace(state="closed", when=" ".join(words.split()), now=now, place=place)


def _terms(condition: Condition) -> Iterator[Term]:
    """Yield what a condition reads, in the order in which it is written."""
    for part in comparisons(condition):
        terms = (part.left, part.right) if isinstance(part, Compare) else (part,)
        yield from (each for each in terms if isinstance(each, ValueOf | Meter | Picked | Shown))


def _now(term: Term, state: State) -> str:
    if isinstance(term, Picked):
        return _("picked") if worth(term, state) else _("not picked")
    return _told(worth(term, state))


def _told(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _given(story: Story, pick: str) -> Given:
    option = story.options.get(pick)
    shown = PATTERNS.get(option.shows or "") if option else None
    return Given(pick, _(shown.name) if shown else "", option.me if option else 0, option.we if option else 0)


def _flaw(loaded: Loaded, found: Problem) -> Flaw:
    source = loaded.sources.get(found.file)
    line = source.lines[found.line - 1] if source and 0 < found.line <= len(source.lines) else ""
    first = max(0, found.column - 1 - MOST_SIGNS // 2) if len(line) > MOST_SIGNS else 0
    part = "".join(sign if sign.isprintable() else " " for sign in line[first : first + MOST_SIGNS])
    place = f"{short(found.file)}:{found.line}:{found.column}"
    start = found.column - 1 - first
    return Flaw(place, found.severity, found.code, found.message, found.hint, part, start, found.length)
