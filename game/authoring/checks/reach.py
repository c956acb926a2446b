"""How far the answers of a story can reach: which exclude each other, which are still ahead, how far meters can go.

All of it is as if no condition ever closed anything, so what is out of reach here is out of reach in every playthrough.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from game.authoring.checks.draft import Asked, Draft
from game.story.conditions import Meter
from game.story.model import Branch, Choose, Enter, Finish, Option


class Reach:
    """What can follow what in a story; a lone scene knows nothing of the others, and so nothing of meters."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._after: dict[int, frozenset[int]] = {}

    def is_ahead(self, option: str, asked: Asked) -> bool:
        """Tell whether an option cannot have been picked yet where a condition is asked."""
        scene, here = option.partition(".")[0], self._scene(asked)
        if self.draft.whole and here in self._order and self._order.get(scene, -1) > self._order[here]:
            return True
        place = self._asking.get(asked.prose.scalar)
        return place is not None and option in self._homes and scene == here and not self._leads(option, place)

    def are_apart(self, one: str, other: str) -> bool:
        """Tell whether no playthrough picks both of two options."""
        if one not in self._homes or other not in self._homes:
            return False
        if one.partition(".")[0] != other.partition(".")[0]:
            return False
        if self._homes[one] == self._homes[other] and not self._returns(self._homes[one]):
            return True
        return not (self._leads(one, self._homes[other]) or self._leads(other, self._homes[one]))

    def bounds(self, part: Meter, asked: Asked) -> tuple[int, int]:
        """Return the least and the most that a meter can be where it is asked."""
        here = self._scene(asked)
        last = self._order.get(here, len(self._order))
        if not self.draft.whole:
            return -_FAR, _FAR
        low = high = 0
        for place, options in self._choices:
            scene = self._node(place).scene
            if self._order.get(scene, -1) > last:
                continue
            moves = [self._moved(each, part) for each in options]
            if self._returns(place):
                low, high = low + sum(min(0, each) for each in moves), high + sum(max(0, each) for each in moves)
            else:
                low, high = low + min(0, *moves, 0), high + max(0, *moves, 0)
        return low, high

    @cached_property
    def _order(self) -> dict[str, int]:
        return {listed.id: at for at, listed in enumerate(self.draft.head.scenes)}

    @cached_property
    def _choices(self) -> list[tuple[int, list[Option]]]:
        known = self.draft.story.options
        found = ((each.node, [known[id_] for id_ in each.options if id_ in known]) for each in self.draft.notes.choices)
        return [(node, options) for node, options in found if options]

    @cached_property
    def _homes(self) -> dict[str, int]:
        """The node of the choice that each option is in."""
        return {option.id: node for node, options in self._choices for option in options}

    @cached_property
    def _asking(self) -> dict[object, int]:
        """The node of the choice whose option a condition opens, by its words in the file."""
        whens = self.draft.notes.whens.items()
        return {origin.at: self._homes[id_] for id_, origin in whens if id_ in self._homes}

    def _node(self, place: int) -> Choose:
        node = self.draft.story.nodes[place]
        assert isinstance(node, Choose), "it was noted as a choice"  # noqa: S101
        return node

    def _scene(self, asked: Asked) -> str:
        file = asked.prose.file
        return "" if file == self.draft.file and self.draft.whole else Path(file).stem

    def _leads(self, option: str, place: int) -> bool:
        """Tell whether a place may come after an option was picked."""
        return place in self._following(self.draft.story.options[option].target)

    def _returns(self, place: int) -> bool:
        """Tell whether a choice may be met more than once."""
        node = self._node(place)
        if node.scene not in self._turning:
            return False
        known = self.draft.story.options
        starts = [node.next, *(known[id_].target for id_ in node.options if id_ in known)]
        return any(place in self._following(each) for each in starts)

    def _following(self, start: int) -> frozenset[int]:
        """Return all places from `start` on, as far as the scene goes."""
        if start not in self._after:
            seen, ahead = {start}, [start]
            while ahead:
                fresh = [each for each in self._next(ahead.pop()) if each not in seen]
                seen.update(fresh)
                ahead += fresh
            self._after[start] = frozenset(seen)
        return self._after[start]

    @cached_property
    def _turning(self) -> frozenset[str]:
        """The scenes in which some `go` leads back: nowhere else can anything be met twice."""
        nodes = (self.draft.story.nodes[place] for place in self.draft.notes.turning)
        return frozenset(node.id.partition(".")[0] for node in nodes if isinstance(node, Enter))

    @cached_property
    def _ends(self) -> frozenset[int]:
        return frozenset(scene.after for scene in self.draft.story.scenes.values())

    def _next(self, place: int) -> Iterator[int]:
        node = self.draft.story.nodes[place]
        if isinstance(node, Finish) or place in self._ends:
            return
        yield node.next
        if isinstance(node, Branch):
            yield from (target for _, target in node.arms)
        elif isinstance(node, Choose):
            known = self.draft.story.options
            yield from (known[id_].target for id_ in node.options if id_ in known)

    @staticmethod
    def _moved(option: Option, part: Meter) -> int:
        return option.me if part.name == "me" else option.we


_FAR = 10**9
"""Further than any meter goes."""
