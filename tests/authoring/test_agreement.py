"""One change to a good file: what the schema then refuses, `check` tells of, and the other way round.

1. What `check` tells of with a rule that the schema sees, the schema refuses.
2. What the schema refuses, `check` tells of; so an editor underlines nothing that is good.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Final, TypeAlias

import pytest
import yaml

from game.authoring.keys import PLACES
from game.authoring.load import load
from game.authoring.rules import RULES
from tests.authoring import yaml_values
from tests.authoring.test_json_schema import SEEN, complaints

Value: TypeAlias = Any
"""What a YAML file may hold; the changes care for no more."""

STORY = """\
format: 1
title: Tea
cast: {sam: {name: Sam, pronouns: they}, mum: {pronouns: she}}
variables: {ate: nothing, booked: false, cups: {start: 0, low: 0, high: 3}}
scenes: [tea]
dead_zone: {me: 1, we: 1}
promises: {every_ending_above: 0%, never_stuck: true, every_option_reachable: false}
endings:
  interdependence: Cold.
  independence: [Cold., {figures: apart}]
  dependence: {when: booked, then: Cold., else: Warm.}
  codependence: [{cases: [{when: booked, then: Cold.}, {then: Warm.}]}]
  in_between: Cold.
"""
TEA = """\
title: Tea
at: at tea
place: kitchen
season: spring
time: night
prompts:
  - Who poured?
passages:
  start:
    - place: kitchen
    - {set: {ate: soup, booked: true, cups: 2}, add: {cups: 1}}
    - {when: booked, then: Hm., else: {go: cup}}
    - cases: [{when: cups > 1, then: Hm.}, {then: [Hm., {sound: bell}]}]
    - Sam: Tea?
    - order: fixed
      choose:
        black: {do: Take it., shows: decide_solo, me: 1, we: -1, recall: you took it, was: old, go: cup}
        white: {say: Milk., when: booked, again: true, then: Hm.}
        green: {do: Pour it., protects: the pot, costs: the cup, lands: Well.}
  cup: [{figures: close}, {go: end}]
"""

NAMES: Final = [
    *sorted({key.name for keys in PLACES.values() for key in keys}),
    "brewed",
    "Sam",
    "Sam (low)",
    "Tea pot",
]
VALUES: Final = [
    *("", "soup", "green tea", "end", "kitchen", "me > 0", "10%", "+1", "true", "03", "decide_solo", "Sam: Tea."),
    *(3, -1, 1.5, 7, True, False, [], {}, ["tea"], {"tea": "black"}, [["tea"]], {"do": "Drink."}, {"go": "end"}),
]
PARTLY: Final = RULES["value-kind"].code
"""What kind a variable has stands in another file; the schema sees what no kind can be."""


def changed(value: Value, random: Random) -> Value:
    """Return a copy of a file's values with one of them replaced, left out, renamed or added."""
    value = copy.deepcopy(value)
    holder, key = random.choice(list(_places(value)))
    new = copy.deepcopy(random.choice(VALUES))
    match random.choice(("replace", "leave out", "rename", "add")):
        case "leave out":
            del holder[key]
        case "rename" if isinstance(holder, dict):
            renamed = {random.choice(NAMES) if name == key else name: each for name, each in holder.items()}
            holder.clear()
            holder.update(renamed)
        case "add" if isinstance(holder, dict):
            holder[random.choice(NAMES)] = new
        case _:
            holder[key] = new
    return value


def _places(value: Value) -> Iterator[tuple[Value, Value]]:
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])


def disagreement(file: Path) -> str:
    """Return how the schema and `check` differ over a file of a story, or ""."""
    problems = [each for each in load(file.parent, fair=False).problems if each.file == str(file)]
    refused = complaints(file.name, yaml_values.read(file))
    seen = {RULES[rule].code for rule in SEEN.split()} - {PARTLY}
    if refused and not problems:
        return f"only the schema refuses: {refused}"
    missed = [each.message for each in problems if each.code in seen]
    return f"only check refuses: {missed}" if missed and not refused else ""


def hold(folder: Path, rounds: range) -> None:
    """Change a file so many times, and see that both agree each time."""
    folder = folder / "tea"
    folder.mkdir()
    good = {name: yaml_values.value_of_text(text.encode()) for name, text in (("story", STORY), ("tea", TEA))}
    for number in rounds:
        random = Random(number)  # noqa: S311  # no secret hangs on it
        name = random.choice(list(good))
        for each, value in good.items():
            text = yaml.safe_dump(changed(value, random) if each == name else value, sort_keys=False, width=10_000)
            (folder / f"{each}.yaml").write_text(text, encoding="utf-8")
        file = folder / f"{name}.yaml"
        assert not disagreement(file), (number, disagreement(file), file.read_text(encoding="utf-8"))


def test_the_files_to_be_changed_are_good(tmp_path: Path) -> None:
    """Both have nothing against them, but for advice."""
    folder = tmp_path / "tea"
    folder.mkdir()
    for name, text in (("story.yaml", STORY), ("tea.yaml", TEA)):
        (folder / name).write_text(text, encoding="utf-8")
        assert complaints(name, yaml_values.value_of_text(text.encode())) == []
    assert [each for each in load(folder, fair=False).problems if each.severity == "error"] == []


def test_the_schema_and_check_agree_on_changed_files(tmp_path: Path) -> None:
    """Whatever was changed."""
    hold(tmp_path, range(60))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_schema_and_check_agree_on_many_changed_files(tmp_path: Path) -> None:
    """And often."""
    hold(tmp_path, range(1000, 1800))
