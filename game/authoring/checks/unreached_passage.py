"""A passage that nothing leads to: play starts at the first passage of a scene, and only `go` leads to the others.

Passes:

    title: Tea
    passages:
      kettle:
        - The kettle sings.
        - go: cup
      cup:
        - You pour.

Fails:

    title: Tea
    passages:
      kettle:
        - The kettle sings.
      cup:
        - You pour.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem
from game.story.model import Branch, Choose, Enter, Finish, Say, Story


def unreached_passage(draft: Draft) -> Iterator[Problem]:
    """Yield the passages that no way leads to, whatever is picked and whatever holds."""
    reached = _reached(draft.story)
    for scene in draft.story.scenes.values():
        for passage in scene.passages:
            if passage.start not in reached and passage.id in draft.notes.origins:
                name = passage.id.partition(".")[2]
                yield draft.problem("passage-unreached", draft.notes.origins[passage.id], found=name)


def _reached(story: Story) -> set[int]:
    nodes, reached, ahead = story.nodes, set[int](), [story.start]
    while ahead:
        place = ahead.pop()
        while place not in reached:
            reached.add(place)
            node = nodes[place]
            if type(node) is Say or type(node) is Enter:  # as most of them are
                pass
            elif isinstance(node, Choose):
                ahead += [story.options[option].target for option in node.options if option in story.options]
            elif isinstance(node, Branch):
                ahead += [target for _, target in node.arms]
            elif isinstance(node, Finish):
                break
            place = node.next
    return reached
