"""A story without its prose: it plays alike and tells nothing, for whoever plays thousands of runs again.

Nodes that only tell are stepped over. Places, conditions, effects and ids stay as they are, so a state of the one story
is a state of the other, and `step` refuses the same answers.
"""

from __future__ import annotations

from dataclasses import replace

from game.story.model import Add, Assign, Branch, Choose, Enter, Node, Option, Say, Stage, Story


def silent(story: Story) -> Story:
    """Return the story that plays as this one does, without a word of prose; scenes keep their titles and prompts."""
    ends = [_end(story, place) for place in range(len(story.nodes))]
    nodes = tuple(_moved(node, ends) for node in story.nodes)
    options = {key: replace(_bare(option), target=ends[option.target]) for key, option in story.options.items()}
    scenes = {key: replace(scene, after=ends[scene.after]) for key, scene in story.scenes.items()}
    return replace(story, nodes=nodes, options=options, scenes=scenes)


def _end(story: Story, place: int) -> int:
    """Return the first node from `place` on that does more than tell."""
    node = story.nodes[place]
    while isinstance(node, Say | Stage | Enter):
        place = node.next
        node = story.nodes[place]
    return place


def _moved(node: Node, ends: list[int]) -> Node:
    match node:
        case Branch(arms, otherwise):
            return Branch(tuple((when, ends[target]) for when, target in arms), ends[otherwise])
        case Say() | Stage() | Enter() | Choose() | Assign() | Add():
            return replace(node, next=ends[node.next])
    return node


def _bare(option: Option) -> Option:
    return replace(option, text=(), recall=None, protects=None, costs=None, lands=None)
