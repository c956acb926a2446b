"""The story as a graph of places: what can follow what, and what only prose lies between.

1. A place is the index of a node; from a `Choose` lead its options, what follows it, and the end of its scene.
2. Prose is whatever only tells: `Say`, `Stage`, and a `Branch` all of whose ways meet again after nothing but prose.
3. `quiet` leads over prose to the next place that matters, so that no condition of prose splits a walk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.story.model import Branch, Choose, Finish, Node, Say, Stage, Story


def following(story: Story, place: int) -> tuple[int, ...]:
    """Return the places that can come right after `place`."""
    node = story.nodes[place]
    match node:
        case Finish():
            return ()
        case Branch(arms, otherwise):
            return (*(target for _, target in arms), otherwise)
        case Choose():
            targets = (story.options[option].target for option in node.options)
            return (*targets, node.next, story.scenes[node.scene].after)
        case _:
            return (node.next,)


def quiet(story: Story) -> tuple[int, ...]:
    """Return for each place the first place from there on that is not prose (itself, if it is none)."""
    found: dict[int, int] = {}
    for start in range(len(story.nodes)):
        waiting = [start]
        while waiting:
            here = waiting[-1]
            ways = _prose_ways(story.nodes[here])
            unknown = [way for way in ways if way not in found]
            if here not in found and not unknown:
                ends = {found[way] for way in ways}
                found[here] = ends.pop() if len(ends) == 1 else here
            waiting += [] if here in found else unknown
            if here in found:
                waiting.pop()
    return tuple(found[place] for place in range(len(story.nodes)))


def _prose_ways(node: Node) -> tuple[int, ...]:
    match node:
        case Say() | Stage():
            return (node.next,)
        case Branch(arms, otherwise):
            return (*(target for _, target in arms), otherwise)
        case _:
            return ()


def reached(starts: Iterable[int], ways: Callable[[int], Iterable[int]]) -> frozenset[int]:
    """Return everything that can be reached from `starts`, themselves included."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        fresh = set(ways(waiting.pop())) - seen
        seen |= fresh
        waiting += fresh
    return frozenset(seen)


def circles(story: Story) -> dict[int, int]:
    """Return the places that can be come back to, each with the number of its circle."""
    parts = components(range(len(story.nodes)), lambda place: following(story, place))
    return {
        place: number
        for number, part in enumerate(parts)
        for place in part
        if len(part) > 1 or place in following(story, place)
    }


def meetings(story: Story, start: int, until: int) -> dict[int, int]:
    """Return for each place from `start` on, in a flow without circles, the first that all of its ways come to."""
    onward: dict[int, int] = {}
    for place in _finishing((start,), lambda here: () if here == until else following(story, here)):
        ways = following(story, place)
        if place != until and ways:
            first, *others = (_line(onward, way) for way in ways)
            onward[place] = next((each for each in first if all(each in other for other in others)), until)
    return onward


def _line(onward: dict[int, int], place: int) -> dict[int, None]:
    """Return `place` and all that it has to come to, in order."""
    line = {place: None}
    while place in onward:
        place = onward[place]
        line[place] = None
    return line


def components(starts: Iterable[int], ways: Callable[[int], Iterable[int]]) -> list[tuple[int, ...]]:
    """Return the strongly connected components that `starts` lead to, each before all that it leads to.

    This is Kosaraju's algorithm: a second walk, against the edges, in the reverse of the order of finishing.
    """
    order = _finishing(starts, ways)
    back: dict[int, list[int]] = {node: [] for node in order}
    for node in order:
        for way in ways(node):
            back[way].append(node)
    done: set[int] = set()

    def undone(node: int) -> set[int]:
        return set(back[node]) - done

    found: list[tuple[int, ...]] = []
    for node in reversed(order):
        if node not in done:
            part = reached((node,), undone)
            done |= part
            found.append(tuple(sorted(part)))
    return found


def _finishing(starts: Iterable[int], ways: Callable[[int], Iterable[int]]) -> list[int]:
    seen: set[int] = set()
    order: list[int] = []
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        waiting = [(start, iter(ways(start)))]
        while waiting:
            node, rest = waiting[-1]
            way = next((each for each in rest if each not in seen), None)
            if way is None:
                order.append(node)
                waiting.pop()
            else:
                seen.add(way)
                waiting.append((way, iter(ways(way))))
    return order
