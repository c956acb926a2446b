"""The fingerprint: the same for stories that play alike, another for any that do not."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.load import load
from game.story.conditions import And, Compare, Condition, Constant, Meter, Not, Or, Picked, Shown, ValueOf
from game.story.fingerprint import fingerprint, written
from game.story.model import Add, Assign, Node, Variable
from tests.samples import STORY

SCENE = """\
title: Tea
passages:
  start:
    - The kettle sings.
    - choose:
        black: {do: Take it black., shows: decide_solo, recall: you took it black}
        white: {do: Pour some milk., when: me < 1, then: You pour., go: cup}
  cup:
    - The cup is warm.
    - choose:
        drink: {do: Drink it., again: true, go: cup}
        leave: {do: Leave it.}
"""


def of(text: str, folder: Path) -> str:
    """Return the fingerprint of a lone scene."""
    file = folder / "tea.yaml"
    file.write_text(text)
    story = load(file).story
    assert story
    return fingerprint(story)


SAME = {
    "a typo mended": ("The kettle sings.", "The kettle hums."),
    "a paragraph added": ("    - The kettle sings.\n", "    - The kettle sings.\n    - It rains.\n"),
    "a paragraph by a condition": (
        "    - The kettle sings.\n",
        "    - when: me > 3\n      then: Oh.\n    - It rains.\n",
    ),
    "a stage direction added": ("    - The kettle sings.\n", "    - season: winter\n"),
    "a title": ("title: Tea", "title: Cocoa\nat: at tea"),
    "words of an option": ("Take it black.", "Drink it black."),
    "words for the reveal": ("recall: you took it black", "costs: sleep"),
    "a passage renamed": ("cup", "mug"),
    "the author's order": ("again: true,", "again: true, then: Hm.,"),
}

OTHER = {
    "an option renamed": ("black: {", "dark: {"),
    "points": ("shows: decide_solo", "shows: decide_solo, we: -2"),
    "a condition": ("me < 1", "me < 2"),
    "a target": ("You pour., go: cup", "You pour., go: end"),
    "again": (", again: true", ""),
    "an option less": ("        leave: {do: Leave it.}\n", ""),
    "an option more": ("        leave: {do", "        spill: {do: Spill it.}\n        leave: {do"),
}


@pytest.mark.parametrize("change", SAME)
def test_what_no_run_can_tell_keeps_the_fingerprint(change: str, tmp_path: Path) -> None:
    """Words, pictures and names of passages may be mended without any kept run noticing."""
    assert of(SCENE.replace(*SAME[change]), tmp_path) == of(SCENE, tmp_path)


@pytest.mark.parametrize("change", OTHER)
def test_what_a_run_can_tell_changes_the_fingerprint(change: str, tmp_path: Path) -> None:
    """Whatever may be picked, what it does and where it leads counts."""
    assert of(SCENE.replace(*OTHER[change]), tmp_path) != of(SCENE, tmp_path)


def test_the_order_of_options_does_not_count(tmp_path: Path) -> None:
    """An author may sort the options of a choice."""
    lines = SCENE.splitlines(keepends=True)
    lines[-2:] = reversed(lines[-2:])
    assert of("".join(lines), tmp_path) == of(SCENE, tmp_path)


def test_the_place_of_nodes_does_not_count() -> None:
    """Only how nodes lead to one another counts, not their numbers: one that nothing leads to changes nothing."""
    assert fingerprint(replace(STORY, nodes=(*STORY.nodes, STORY.nodes[0]))) == fingerprint(STORY)


def test_variables_count_but_not_their_order() -> None:
    """What a variable starts with decides later."""
    variables = tuple(replace(variable, start="soup") for variable in STORY.variables)
    assert fingerprint(replace(STORY, variables=variables)) != fingerprint(STORY)


@pytest.mark.parametrize("other", [Add(0, 3, 6), Add(0, 2, 13), Add(1, 2, 6), Assign(0, 2, 6)])
def test_what_is_added_counts(other: Node) -> None:
    """How much, to which variable, and what follows; and adding is not setting."""
    numbers = (Variable("savings", 0, 0, 5), Variable("debts", 0, 0, 5))

    def with_node(node: Node) -> str:
        return fingerprint(replace(STORY, variables=numbers, nodes=(*STORY.nodes[:5], node, *STORY.nodes[6:])))

    assert with_node(Add(0, 2, 6)) == with_node(Add(0, 2, 6))
    assert with_node(other) != with_node(Add(0, 2, 6))


def test_conditions_are_written_so_that_none_is_taken_for_another() -> None:
    """Flags, numbers and words that look alike stay apart, and sets are sorted."""
    picked, meter = Picked("a.b"), Meter("me")
    conditions: list[Condition] = [
        picked,
        meter,
        Constant(value=True),
        Constant(1),
        Constant("true"),
        ValueOf(0, "true"),
        Shown("kind_limit", frozenset({"b.a", "a.a"})),
        Not(picked),
        And((picked, picked)),
        Or((picked, picked)),
        Compare("<", meter, Constant(1)),
        Compare("<", Constant(1), meter),
    ]
    assert len({written(condition) for condition in conditions}) == len(conditions)
    assert written(conditions[6]) == "shown [a.a b.a]"


def test_the_fingerprint_is_the_same_in_every_process() -> None:
    """Nothing depends on how Python hashes words."""
    code = "from tests.samples import STORY; from game.story.fingerprint import fingerprint; print(fingerprint(STORY))"
    for seed in ("0", "1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        root = Path(__file__).parents[2]
        found = subprocess.run(  # noqa: S603  # our own Python and our own words
            [sys.executable, "-c", code], env=environment, cwd=root, capture_output=True, text=True, check=True
        )
        assert found.stdout.strip() == fingerprint(STORY)
