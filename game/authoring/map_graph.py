"""The story's graph as a map shows it: boxes, and the ways between them.

1. A box is a passage, a choice, an option, or an ending; a way leads from each to what follows it without an answer.
2. Ways through conditions are all drawn, since some reader takes each. A choice that is passed over is not drawn so.
3. Everything has the chance of being met at least once by a reader who picks evenly.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

from game.authoring.census_report import dynamic_name
from game.authoring.figures import share
from game.authoring.whereabouts import Whereabouts
from game.insight.census import Census, Met
from game.language import _
from game.story.model import Branch, Choose, Enter, Finish, Story

END: Final = "(end)"
"""The key of the box where every run ends, before the endings."""


@dataclass(frozen=True, slots=True)
class Box:
    """Something on the map: `kind` is passage, choice, option, end or ending; `band` is its scene, "" for the end.

    `node` is where what follows it begins; of a choice, the choice itself.
    """

    key: str
    kind: str
    band: str
    words: str
    figure: str
    chance: float
    dead: bool
    node: int = 0


@dataclass(frozen=True, slots=True)
class Way:
    """A way from a box to another, by their keys; `chance` is how often it is taken at most."""

    start: str
    end: str
    chance: float
    dead: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """All boxes in the author's order, all ways, and the titles of the bands in order."""

    boxes: tuple[Box, ...]
    ways: tuple[Way, ...]
    bands: tuple[tuple[str, str], ...]


def graph(places: Whereabouts, census: Census) -> Graph:
    """Return the graph of a story with its chances."""
    story = places.story
    boxes = [box for scene in story.scenes for box in _scene(places, census, scene)]
    boxes += _endings(census)
    known = {box.key: box for box in boxes}
    ways = [way for box in boxes for way in _ways(story, box, known)]
    titles = tuple((scene, f"{scene}  {_share_of(census, scene)}".strip()) for scene in story.scenes)
    return Graph(tuple(boxes), tuple(dict.fromkeys(ways)), (*titles, ("", _("the end"))))


def _share_of(census: Census, scene: str) -> str:
    return next((_figure(each, census) for each in census.scenes if each.id == scene), "")


def _scene(places: Whereabouts, census: Census, scene: str) -> Iterator[Box]:
    """Yield the passages of a scene, each with its choices and their options."""
    met = {each.id: each for each in (*census.passages, *census.options)}
    left = places.choices(scene)
    for passage in places.story.scenes[scene].passages:
        yield _box(met[passage.id], "passage", _after(places.story, passage.start), census)
        own = [place for place in left if places.home(place) == passage.id]
        left = [place for place in left if place not in own]
        for place in own:
            yield from _choice(places.story, census, place)
    for place in left:
        yield from _choice(places.story, census, place)


def _choice(story: Story, census: Census, place: int) -> Iterator[Box]:
    node = cast("Choose", story.nodes[place])
    met = {each.id: each for each in census.options}
    dead = census.complete and not any(met[id_].reachable for id_ in node.options)
    yield Box(choice_key(place), "choice", node.scene, "", "", 0.0, dead, place)
    for id_ in node.options:
        yield _box(met[id_], "option", story.options[id_].target, census)


def _box(met: Met, kind: str, node: int, census: Census) -> Box:
    scene, _dot, words = met.id.partition(".")
    dead = census.complete and not met.reachable
    return Box(met.id, kind, scene, words, _figure(met, census), met.chance, dead, node)


def _figure(met: Met, census: Census) -> str:
    if met.reachable:
        return share(met.chance)
    return _("never reached") if census.complete else _("not met")


def _endings(census: Census) -> Iterator[Box]:
    yield Box(END, "end", "", _("end"), "", 1.0, dead=False)
    for name, ending in census.dynamics.items():
        dead = census.complete and ending.shortest is None
        figure = _figure(Met(name, ending.shortest is not None or ending.chance > 0, ending.chance), census)
        yield Box(f"({name})", "ending", "", dynamic_name(name), figure, ending.chance, dead)


def choice_key(place: int) -> str:
    """Return the key of a choice, by its node."""
    return f"(choice {place})"


def _ways(story: Story, box: Box, known: dict[str, Box]) -> Iterator[Way]:
    node = story.nodes[box.node]
    ends: list[str] = []
    if box.kind in ("passage", "option"):
        ends = _next_boxes(story, box.node)
    elif box.kind == "end":
        ends = [key for key, each in known.items() if each.kind == "ending"]
    elif isinstance(node, Choose) and box.kind == "choice":
        ends = list(node.options)
    for end in ends:
        chance = known[end].chance if box.kind in ("choice", "end") else box.chance
        yield Way(box.key, end, chance, box.dead or known[end].dead)


def _next_boxes(story: Story, place: int) -> list[str]:
    """Return the boxes that follow from a node on with no answer in between; the node itself may be one."""
    found: dict[str, None] = {}
    seen: set[int] = set()
    ahead = [place]
    while ahead:
        here = ahead.pop()
        if here in seen:
            continue
        seen.add(here)
        node = story.nodes[here]
        match node:
            case Choose():
                found[choice_key(here)] = None
            case Finish():
                found[END] = None
            case Enter(id_) if "." in id_:
                found[id_] = None
            case Branch(arms, otherwise):
                ahead += [otherwise, *(target for _, target in reversed(arms))]
            case _:
                ahead.append(node.next)
    return list(found)


def _after(story: Story, place: int) -> int:
    node = story.nodes[place]
    return node.next if isinstance(node, Enter) else place
