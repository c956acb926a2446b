"""A whole story: from its head and the trees of its scenes to one graph.

1. Scenes are compiled from the last to the first, so that each knows the node that follows it.
2. A scene with a condition has a gate, a `Branch` that leads into it or on to the next scene's gate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.authoring.build import texts
from game.authoring.build.bench import Bench
from game.authoring.build.endings import endings
from game.authoring.build.graph import FINISH, Graph, Notes
from game.authoring.build.head import Head, Listed
from game.authoring.build.leads import leads
from game.authoring.build.names import YOU, Names, kind, shown_by
from game.authoring.build.report import Part, Report
from game.authoring.build.scene import scene
from game.authoring.nodes import Fields, Scalar
from game.story.grammar import Scope
from game.story.markup import Marks
from game.story.model import Branch, Scene, Story


@dataclass(frozen=True, slots=True)
class Compiled:
    """A story and what was seen on the way. With errors in the reports the story must not be played."""

    story: Story
    names: Names
    notes: Notes


@dataclass(frozen=True, slots=True)
class Plan:
    """What to compile: the story's id and head, the file that the head is in, and the scenes' files by id.

    `only` is the scene to compile when it stands alone; the others then lend their names. `lost` are scenes that may be
    meant by an entry of the list that leads nowhere, `doubted` those with errors,
    whose names may not be all, with the text that may hold others ("": who knows).
    """

    id: str
    head: Head
    front: Part
    scenes: Mapping[str, Part]
    places: frozenset[str] = frozenset()
    only: str | None = None
    lost: frozenset[str] = frozenset()
    doubted: Mapping[str, str] = field(default_factory=dict)


def compiled(plan: Plan) -> Compiled:
    """Compile a story; every mistake goes to the report of its file."""
    names, graph = names_of(plan), Graph()
    bench = Bench(plan.front.report, names, graph)
    first = endings(bench, plan.head, whole=plan.only is None)
    scenes: dict[str, Scene] = {}
    start = FINISH
    for listed in reversed(_listed(plan)):
        part = plan.scenes.get(listed.id)
        if part is None or part.tree is None:
            continue
        built = scenes[listed.id] = scene(Bench(part.report, names, graph, listed.id, start), part.tree)
        start = _gate(bench, listed, built.start, start)
    story = _story(plan, graph, dict(reversed(scenes.items())), first, start)
    promised = replace(story.promises, leads_only_to=leads(plan.front.report, plan.head.leads, names))
    return Compiled(replace(story, promises=promised), names, graph.notes)


def names_of(plan: Plan) -> Names:
    """Gather everything that the files of a story declare."""
    head, scenes = plan.head, plan.scenes
    options, patterns = shown_by(pair for part in scenes.values() for pair in part.options)
    kinds = {
        variable.id: (index, "any" if variable.id in head.broken else kind(variable))
        for index, variable in enumerate(head.variables)
    }
    reports = {id_: part.report for id_, part in scenes.items() if not part.report.sound}
    reports |= {id_: Report("", sound=False, text=text) for id_, text in plan.doubted.items() if id_ not in reports}
    unsound = {*reports, *plan.lost}
    if not plan.front.report.sound or not head.lost.isdisjoint(("cast", "variables")):
        unsound.add("story")
    return Names(
        head.cast,
        head.variables,
        Marks(frozenset({YOU, *(person.id for person in head.cast)}), Scope(kinds, options, patterns)),
        plan.places,
        frozenset(unsound),
        head.broken,
        {"You": YOU, **{person.name: person.id for person in head.cast}},
        frozenset(scenes),
        reports,
    )


def _listed(plan: Plan) -> tuple[Listed, ...]:
    if plan.only is None:
        return plan.head.scenes
    return (Listed(plan.only, plan.head.at),)


def _gate(bench: Bench, listed: Listed, start: int, otherwise: int) -> int:
    when = texts.condition(bench, listed.when)
    return start if when is None else bench.graph.add(Branch(((when, start),), otherwise))


def _story(plan: Plan, graph: Graph, scenes: Mapping[str, Scene], first: Mapping[str, int], start: int) -> Story:
    head = plan.head
    story = Story(
        id=plan.id,
        title=head.title,
        language=head.words.get("language") or "en",
        about=head.words.get("about", ""),
        content_note=head.words.get("content_note", ""),
        question=head.words.get("question", ""),
        cast=head.cast,
        variables=head.variables,
        nodes=tuple(graph.nodes),
        scenes=scenes,
        options=graph.options,
        endings=first,
        start=start,
        dead_zone=head.dead_zone,
        promises=head.promises,
        renamed=graph.renamed,
    )
    if plan.only in scenes and not head.title:
        return replace(story, title=_title(plan, str(plan.only)))
    return story


def _title(plan: Plan, scene_id: str) -> str:
    tree = plan.scenes[scene_id].tree
    title = tree.get("title") if isinstance(tree, Fields) else None
    return " ".join(title.text.split()) if isinstance(title, Scalar) else scene_id
