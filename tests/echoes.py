"""Stories full of echoes: prose, options and moments that are there only if something was picked long before.

1. An echo in prose says something after a pick, of a pick from any time before.
2. An echo that steers opens an option of no score, or lets a moment with two answers happen, if something was picked at
   one of the last `NEAR` choices; what was picked has to be remembered until then.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Final

from game.story.conditions import Picked
from game.story.model import Branch, Choose, Enter, Node, Option, Say, Story
from tests.stories import WEIGHTS, Draft, words

NEAR: Final = 3
"""How many choices back an echo that steers looks."""

KINDS: Final = ("prose", "prose", "prose", "option", "moment", "prose")
"""What echoes are, in turn."""


def twelve_scenes() -> Story:
    """Return a story of 12 scenes with two choices each, of four scored options, and no echo."""
    rng, draft, patterns = Random(12), Draft(), sorted(WEIGHTS)  # noqa: S311  # no secret hangs on it
    for scene in reversed([f"month_{number:02}" for number in range(12)]):
        after, following = draft.start, draft.start
        for choice in ("second", "first"):
            ids = tuple(f"{scene}.{choice}_{number}" for number in range(4))
            told = draft.add(Say(words("And so it went."), None, None, following))
            for id_, shows in zip(ids, rng.sample(patterns, 4), strict=True):
                me, we = rng.choice(WEIGHTS[shows])
                draft.options[id_] = Option(id_, words(id_), spoken=False, target=told, shows=shows, me=me, we=we)
            following = draft.add(Choose(scene, ids, fixed_order=False, next=told))
        draft.scene(scene, [(f"{scene}.all", draft.add(Enter(f"{scene}.all", following)))], after)
    return draft.story(dead_zone=(1, 1))


def echoed(story: Story, count: int) -> Story:
    """Return a story with so many echoes more, spread over its choices from the second on."""
    rng, nodes, options = Random(count), list(story.nodes), dict(story.options)  # noqa: S311  # the same
    choices = sorted(
        ((place, node) for place, node in enumerate(nodes) if isinstance(node, Choose)),
        key=lambda each: (list(story.scenes).index(each[1].scene), -each[0]),
    )
    for number in range(count):
        at = 1 + number % (len(choices) - 1)
        place, _ = choices[at]
        node = nodes[place]
        assert isinstance(node, Choose)
        kind = KINDS[number % len(KINDS)]
        _, old = choices[rng.randrange(at) if kind == "prose" else rng.randrange(max(at - NEAR, 0), at)]
        _echo(nodes, options, place, Picked(rng.choice(old.options)), f"{node.scene}.{kind}_{number}", kind)
    return replace(story, nodes=tuple(nodes), options=options)


def _echo(nodes: list[Node], options: dict[str, Option], place: int, when: Picked, id_: str, kind: str) -> None:  # noqa: PLR0913, PLR0917  # it writes into a story under way
    node = nodes[place]
    assert isinstance(node, Choose)
    if kind == "option":
        options[id_] = Option(id_, words(id_), spoken=False, target=node.next, when=when)
        nodes[place] = replace(node, options=(*node.options, id_))
        return
    said = options[node.options[0]]
    target = said.target
    if kind == "moment":
        ids = (f"{id_}_yes", f"{id_}_no")
        options.update({each: Option(each, words(each), spoken=False, target=target) for each in ids})
        nodes.append(Choose(node.scene, ids, fixed_order=False, next=target))
    else:
        nodes.append(Say(words("You both remember."), None, None, target))
    nodes.append(Branch(((when, len(nodes) - 1),), target))
    options[said.id] = replace(said, target=len(nodes) - 1)
