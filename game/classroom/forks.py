"""A story's own forks for its teacher: each scene with its choices, the answers in words, and what to talk about. Pure.

Texts are settled as at the beginning of the story. Answers have no letters: their order changes from run to run.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.insight.deeds import sentence
from game.insight.patterns import PATTERNS
from game.insight.prompts import state_after
from game.insight.wording import DYNAMIC_WORDS, PATTERN_WORDS
from game.language import _
from game.settings import Settings, names_for
from game.story.called import Called
from game.story.model import Branch, Choose, Finish, Node, Option, Scene, Story
from game.story.names import SKIP
from game.story.state import State
from game.story.text import Text, plain, settle


@dataclass(frozen=True, slots=True)
class Key:
    """A scored answer: its words, pattern and dynamic, why it shows that, and what it protects and costs."""

    words: str
    pattern: str
    dynamic: str
    why: str
    protects: str
    costs: str


@dataclass(frozen=True, slots=True)
class Fork:
    """A scene: its title, when it is, what to talk about, and for each scored choice the key to its answers."""

    title: str
    at: str
    prompts: tuple[str, ...]
    choices: tuple[tuple[Key, ...], ...]


def forks(story: Story) -> tuple[Fork, ...]:
    """Return the scenes of a story in its order, those without a scored choice and without prompts left out."""
    teller = _teller(story)
    told = (teller.fork(scene) for scene in story.scenes.values())
    return tuple(fork for fork in told if fork.choices or fork.prompts)


def answered(story: Story, pick: str) -> str:
    """Return an answer (`scene.option`, or `scene.skip`) in words."""
    if pick.endswith(f".{SKIP}"):
        return _("Left the rest of the scene out")
    return _teller(story).words(story.options[pick])


@dataclass(frozen=True, slots=True)
class _Teller:
    story: Story
    begun: State
    called: Mapping[str, Called]

    def fork(self, scene: Scene) -> Fork:
        """Return one scene."""
        scored = (tuple(self.key(option) for option in options) for options in scored_choices(self.story, scene))
        return Fork(
            self.plain(scene.title),
            sentence(self.plain(scene.at or scene.title), stop=""),
            tuple(self.plain(prompt) for prompt in scene.prompts),
            tuple(scored),
        )

    def key(self, option: Option) -> Key:
        """Return the key to one scored answer."""
        pattern = PATTERNS[option.shows or ""]
        usual = PATTERN_WORDS[pattern.id]
        return Key(
            self.words(option),
            _(pattern.name),
            _(DYNAMIC_WORDS[pattern.dynamic].title),
            sentence(_(pattern.what).replace("*", "")),
            self.plain(option.protects) if option.protects else _(usual.protected),
            self.plain(option.costs) if option.costs else _(usual.cost_me),
        )

    def words(self, option: Option) -> str:
        """Return what an answer does, or says."""
        words = self.plain(option.text)
        return f"“{words}”" if option.spoken else words

    def plain(self, text: Text) -> str:
        """Return the letters of a text as at the beginning of the story."""
        return plain(settle(text, self.begun), self.called)


def _teller(story: Story) -> _Teller:
    return _Teller(story, state_after(story, ()), names_for(story, Settings()))


def scored_choices(story: Story, scene: Scene) -> Iterator[tuple[Option, ...]]:
    """Yield the scored options of each choice of a scene that has any, in the order in which they can be met."""
    waiting, seen = deque([scene.start]), {scene.start}
    while waiting:
        node = story.nodes[waiting.popleft()]
        if isinstance(node, Choose):
            if node.scene != scene.id:
                continue
            options = (story.options[each] for each in node.options)
            if scored := tuple(option for option in options if option.scored):
                yield scored
        for place in _after(story, node):
            if place not in seen and place != scene.after:
                seen.add(place)
                waiting.append(place)


def _after(story: Story, node: Node) -> tuple[int, ...]:
    match node:
        case Finish():
            return ()
        case Branch(arms, otherwise):
            return (*(target for _when, target in arms), otherwise)
        case Choose(_scene, options, _fixed, following):
            return (*(story.options[each].target for each in options), following)
    return (node.next,)
