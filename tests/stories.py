"""Stories made by chance, small enough to play through in every way, and with everything that a story can hold.

1. A story is drawn from a seed alone, so that a failure can be drawn again.
2. Like the compiler, `Draft` works from the end to the beginning: what follows exists before what leads there.
3. Going back is left to options, so that every circle has a choice in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from game.story.conditions import And, Compare, Condition, Constant, Meter, Not, Or, Picked, Shown, Term, ValueOf
from game.story.model import (
    Add,
    Assign,
    Branch,
    Choose,
    Enter,
    Finish,
    Node,
    Option,
    Passage,
    Say,
    Scene,
    Stage,
    Story,
    Variable,
)
from game.story.text import Either, Emphasis, Text, Words

VARIABLES = (Variable("booked", start=False), Variable("ate", "nothing"), Variable("savings", 1, 0, 2))
PATTERNS = ("decide_together", "decide_solo", "hand_over_choice", "swallow_preference")
WEIGHTS = {
    "decide_together": ((1, 2), (2, 1), (1, 1)),
    "decide_solo": ((2, -1), (1, -1), (1, -2)),
    "hand_over_choice": ((-2, -1), (-1, -1), (-1, -2)),
    "swallow_preference": ((-2, 1), (-1, 1), (-1, 2)),
}


Planned = tuple[str, str | None, bool]
"""An option before it is drawn: its id, the pattern that it shows, and whether it can be repeated."""


def words(text: str) -> Text:
    """Return a text of plain words."""
    return (Words(text),)


@dataclass(slots=True)
class Draft:
    """A story while it is put together, from its end to its beginning."""

    nodes: list[Node] = field(default_factory=lambda: [Finish()])
    options: dict[str, Option] = field(default_factory=dict)
    scenes: dict[str, Scene] = field(default_factory=dict)
    start: int = 0

    def add(self, node: Node) -> int:
        """Add a node and return its index."""
        self.nodes.append(node)
        return len(self.nodes) - 1

    def scene(self, id_: str, passages: Sequence[tuple[str, int]], after: int) -> None:
        """Put a scene with these passages (id and `Enter` node) before everything so far."""
        start = self.add(Enter(id_, passages[0][1]))
        named = tuple(Passage(passage, place) for passage, place in passages)
        built = Scene(id_, words(id_), None, None, None, None, (), named, start, after)
        self.scenes = {id_: built, **self.scenes}
        self.start = start

    def story(self, *, dead_zone: tuple[int, int] = (0, 0), endings: int = 0) -> Story:
        """Return the story; every ending begins at the node `endings`."""
        dynamics = ("interdependence", "independence", "dependence", "codependence", "in_between")
        return Story(
            id="drawn",
            title="Drawn",
            language="en",
            about="",
            content_note="",
            question="",
            cast=(),
            variables=VARIABLES,
            nodes=tuple(self.nodes),
            scenes=self.scenes,
            options={key: self.options[key] for key in sorted(self.options)},
            endings=dict.fromkeys(dynamics, endings),
            start=self.start,
            dead_zone=dead_zone,
        )


def drawn(seed: int) -> Story:
    """Return the story of a seed."""
    return _Drawing(Random(seed)).story()  # noqa: S311  # no secret hangs on it


@dataclass(frozen=True, slots=True)
class _Where:
    """A scene, where its passages begin, and where those begin that come later than the one that is drawn."""

    scene: str
    enters: Sequence[int]
    later: Sequence[int]


@dataclass(slots=True)
class _Drawing:
    """A story while it is drawn: its planned options (id and pattern) are known to conditions from the start."""

    rng: Random
    draft: Draft = field(default_factory=Draft)
    planned: list[Planned] = field(default_factory=list)
    left: list[Planned] = field(default_factory=list)

    def story(self) -> Story:
        scenes = [f"scene_{number}" for number in range(self.rng.choice((1, 1, 2, 2, 3)))]
        for number in range(self.rng.randint(6, 14)):
            again = self.rng.random() < 0.1
            shows = None if again or self.rng.random() < 0.2 else self.rng.choice(PATTERNS)
            self.planned.append((f"{self.rng.choice(scenes)}.option_{number}", shows, again))
        self.left = list(self.planned)
        epilogue = self.tell(0, _Where("", (), ()))
        for scene in reversed(scenes):
            after = self.draft.start
            self.scene(scene, after)
            if self.rng.random() < 0.3:
                self.draft.start = self.draft.add(Branch(((self.condition(), self.draft.start),), after))
        return self.draft.story(dead_zone=self.rng.choice(((0, 0), (1, 1), (1, 0))), endings=epilogue)

    def scene(self, scene: str, after: int) -> None:
        count = self.rng.choice((1, 1, 2, 3))
        enters = [self.draft.add(Finish()) for _ in range(count)]
        names = [f"{scene}.passage_{number}" for number in range(count)]
        for number in reversed(range(count)):
            where = _Where(scene, enters, enters[number + 1 :])
            onward = where.later[0] if where.later and self.rng.random() < 0.7 else after
            first = self.steps(self.rng.randint(2, 5), onward, where)
            if number == 0 or self.rng.random() < 0.6:
                first = self.choose(first, where)
            self.draft.nodes[enters[number]] = Enter(names[number], first)
        self.draft.scene(scene, list(zip(names, enters, strict=True)), after)

    def steps(self, count: int, after: int, where: _Where) -> int:
        for _ in range(count):
            draw = self.rng.choices((self.choose, self.say, self.tell, self.change, self.branch), (55, 10, 7, 15, 13))
            after = draw[0](after, where)
        return after

    def say(self, after: int, _where: _Where) -> int:
        return self.draft.add(Say(self.text(), None, None, after))

    def branch(self, after: int, where: _Where) -> int:
        ways = (after, *where.later, self.change(after, where), self.draft.add(Stage("time", "day", after)))
        arms = tuple((self.condition(), self.rng.choice(ways)) for _ in range(self.rng.randint(1, 2)))
        return self.draft.add(Branch(arms, self.rng.choice(ways)))

    def tell(self, after: int, where: _Where) -> int:
        said = self.say(after, where)
        return self.draft.add(Branch(((self.condition(), said), (self.condition(), after)), after))

    def change(self, after: int, _where: _Where) -> int:
        kind = self.rng.randrange(4)
        if kind == 0:
            return self.draft.add(Assign(0, value=self.rng.random() < 0.7, next=after))
        if kind == 1:
            return self.draft.add(Assign(1, self.rng.choice(("nothing", "takeaway")), after))
        if kind == 2:
            return self.draft.add(Assign(2, self.rng.randint(0, 2), after))
        return self.draft.add(Add(2, self.rng.choice((-1, 1, 2)), after))

    def choose(self, after: int, where: _Where) -> int:
        mine = [planned for planned in self.left if planned[0].startswith(f"{where.scene}.")]
        taken = mine[: self.rng.choice((2, 2, 3, 3))]
        self.left = [planned for planned in self.left if planned not in taken]
        if not taken:
            return after
        for planned in taken:
            self.option(planned, after, where)
        return self.draft.add(
            Choose(where.scene, tuple(option for option, _, _ in taken), fixed_order=False, next=after)
        )

    def option(self, planned: Planned, after: int, where: _Where) -> None:
        id_, shows, again = planned
        going = self.rng.random()
        target = self.rng.choice(where.enters) if going < (0.8 if again else 0.4) else after
        if self.rng.random() < 0.4:
            target = self.change(target, where)
        me, we = self.rng.choice(WEIGHTS[shows]) if shows else (0, 0)
        when = self.condition() if self.rng.random() < 0.25 else None
        lands = self.text() if self.rng.random() < 0.2 else None
        self.draft.options[id_] = Option(
            id_,
            self.text(),
            spoken=False,
            target=target,
            when=when,
            again=again,
            shows=shows,
            me=me,
            we=we,
            lands=lands,
        )

    def text(self) -> Text:
        if self.rng.random() < 0.7:
            return words("Said.")
        either = Either(self.condition(), words("this"), (Emphasis((Either(self.condition(), (), words("that")),)),))
        return (Words("Either "), either)

    def condition(self, depth: int = 0) -> Condition:
        kind = self.rng.random()
        if depth < 2 and kind < 0.35:
            parts = (self.condition(depth + 1), self.condition(depth + 1))
            return self.rng.choice((And(parts), Or(parts), Not(parts[0])))
        return self.leaf()

    def leaf(self) -> Condition:
        kind = self.rng.randrange(12)
        sign = self.rng.choice(("==", "!=", "<", "<=", ">", ">="))
        if kind < 3:
            return Picked(self.rng.choice(self.planned)[0])
        if kind < 5:
            return ValueOf(0, "booked")
        if kind == 5:
            return Compare(self.rng.choice(("==", "!=")), ValueOf(1, "ate"), Constant("takeaway"))
        if kind == 6:
            return Compare(sign, ValueOf(2, "savings"), Constant(self.rng.randint(0, 2)))
        if kind < 9:
            return Compare(sign, self.shown(), Constant(self.rng.randint(0, 2)))
        if kind < 11:
            return Compare(sign, Meter(self.rng.choice(("me", "we"))), Constant(self.rng.randint(-2, 2)))
        return Compare(sign, Meter("me"), self.rng.choice((Meter("we"), ValueOf(2, "savings"), self.shown())))

    def shown(self) -> Term:
        pattern = self.rng.choice(PATTERNS)
        return Shown(pattern, frozenset(option for option, shows, _ in self.planned if shows == pattern))


def long_story(points: int, flags: int) -> Story:
    """Return a story of so many choices of three options, all scored; at every tenth a meter closes one.

    One option of each choice is remembered and read `flags` choices later, so that many flags are alive at once.
    """
    rng = Random(points * 10 + flags)  # noqa: S311  # no secret hangs on it
    draft = Draft()
    following = 0
    for point in reversed(range(points)):
        ids = tuple(f"scene.point_{point}_{number}" for number in range(3))
        for number, (id_, shows) in enumerate(zip(ids, rng.sample(sorted(WEIGHTS), 3), strict=True)):
            me, we = rng.choice(WEIGHTS[shows])
            when = (None, _gate(rng, point), _memory(point, flags))[number]
            draft.options[id_] = Option(
                id_, words(id_), spoken=False, target=following, when=when, shows=shows, me=me, we=we
            )
        following = draft.add(Choose("scene", ids, fixed_order=False, next=following))
    draft.scene("scene", [("scene.all", draft.add(Enter("scene.all", following)))], 0)
    return draft.story(dead_zone=(1, 1))


def _gate(rng: Random, point: int) -> Condition | None:
    """Return a condition on a meter at every tenth choice."""
    if point % 10 != 9:
        return None
    return Compare(">", Meter(rng.choice(("me", "we"))), Constant(rng.randint(-8, 4)))


def _memory(point: int, flags: int) -> Condition | None:
    """Return a condition on what was picked so many choices ago."""
    return Not(Picked(f"scene.point_{point - flags}_0")) if flags and point >= flags else None
