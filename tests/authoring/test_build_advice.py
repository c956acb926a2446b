"""What is advised: for each way to get something wrong, the words that mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.load import load
from game.authoring.problems import Problem
from tests import shelf

FILES = {"story": shelf.STORY, "dinner": shelf.DINNER, "porch": shelf.PORCH}
STAND = "when: savings > 0 and (cup == white or me >= 1)"


def told(folder: Path, *changes: tuple[str, str, str]) -> list[Problem]:
    """Return what is told of the small story with changes to its files: a file's name, words in it, and others."""
    texts = dict(FILES)
    for name, before, after in changes:
        assert before in texts[name]
        texts[name] = texts[name].replace(before, after, 1)
    return list(load(shelf.story(folder / "tea", **texts)).problems)


@pytest.mark.parametrize(
    ("file", "before", "after", "advice"),
    [
        ("dinner", "go: hall", "go: dinner.hall", "Did you mean `hall`?"),
        ("dinner", "go: hall", "go: porch", "It is a scene: those follow one another as story.yaml lists them"),
        ("dinner", "go: hall", "go: [hall, fridge]", "Write `go: the words`, on one line or after `|`."),
        ("dinner", "rested: true", "rested: yes", "Did you mean `rested: true`?"),
        ("dinner", "decide_solo\n", "decide_solo\n          me: [1]\n", "Write `me: the words`, on one line"),
        ("story", "rested: false", "rested: [no]", "Write `rested: the words`, on one line"),
        (
            "dinner",
            "The cups steam.",
            '"{if rested} Steam {else} Cold {end}"',
            "Write `{rested ? this | that}` instead.",
        ),
        ("dinner", "The cups steam.", '"Here is {cup} tea."', "what a variable holds is not told itself."),
        ("dinner", "The cups steam.", '"Here are {their} cups."', "Say whose: `{kim.their}`."),
        ("dinner", "The cups steam.", '"Here is {san}."', "Did you mean `sam`?"),
        ("dinner", "The cups steam.", '"Here is {xerxes}."', "beside the scene: `xerxes: {name: Xerxes}`."),
        ("dinner", "The cups steam.", '"{sam.They} {sam.tries}."', "`{sam.try}`"),
        ("porch", "savings > 0 and", "savings > 0 &", "Write `and` instead."),
        ("porch", STAND, "when: on", "Yes is `true` in a condition, and no is `false`"),
        ("porch", STAND, "when: pour", "Did you mean `dinner.pour`?"),
    ],
)
def test_the_words_that_mend_it_are_told(tmp_path: Path, file: str, before: str, after: str, advice: str) -> None:
    """One mistake, one message, and in it what to write."""
    (found,) = told(tmp_path, (file, before, after))
    assert advice in f"{found.message} {found.hint}"


def test_a_promise_of_endings_that_are_none(tmp_path: Path) -> None:
    """The ending is told with the one that may be meant; the others hold."""
    promise = "promises: {leads_only_to: {dinner.pour: [interdependense, in_between], dinner.wait: dependance}}\n"
    found = told(tmp_path, ("story", "dead_zone:", f"{promise}dead_zone:"))
    assert [each.hint for each in found] == ["Did you mean `interdependence`?", "Did you mean `dependence`?"]


def test_what_is_asked_of_a_scene_that_could_not_be_read_is_not_told(tmp_path: Path) -> None:
    """Neither a promise nor a condition is called wrong while the scene's own lines are."""
    promise = "promises: {leads_only_to: {dinner.pour: in_between, dinner.tea: in_between}}\n"
    changes = [("story", "dead_zone:", f"{promise}dead_zone:"), ("dinner", "        pour:\n", "        pour\n")]
    found = told(tmp_path, *changes)
    assert {Path(each.file).name for each in found} == {"dinner.yaml"}


def test_an_option_under_a_name_that_cannot_be_one_is_asked_for_in_vain_only_there(tmp_path: Path) -> None:
    """Whoever asks for it by the name that is advised is right."""
    changes = [("dinner", "        pour:\n", "        Pour it:\n"), ("dinner", "dinner.pour", "dinner.pour_it")]
    changes += [("porch", "dinner.pour", "dinner.pour_it"), ("story", "dinner.pour", "dinner.pour_it")]
    (found, *others) = told(tmp_path, *changes, ("story", "{dinner.pour ? A full pot. | An empty pot.}", "A pot."))
    assert found.hint == "Try `pour_it`."
    assert not others


def test_a_tab_between_words_is_a_space(tmp_path: Path) -> None:
    """Whoever typed one sees no difference."""
    texts = {**FILES, "dinner": shelf.DINNER.replace("The cups steam.", "The\tcups steam.")}
    loaded, usual = (load(shelf.story(tmp_path / name / "tea", **more)) for name, more in (("a", texts), ("b", FILES)))
    assert loaded.problems == ()
    assert loaded.story == usual.story


def test_a_place_in_a_block_that_begins_with_empty_lines(tmp_path: Path) -> None:
    """The line is the one on which it stands."""
    (found,) = told(tmp_path, ("dinner", "    - |\n", "    - |\n\n\n"), ("dinner", "The kettle", "The {kettel} {sam}"))
    assert (found.line, found.column) == (8, 11)


def test_a_former_name_of_a_scene_leaves_those_of_others_alone(tmp_path: Path) -> None:
    """Every answer that it ever had leads to the one of today, and nothing of another scene does."""
    dinner = f"was: supper\n{shelf.DINNER}"
    porch = shelf.PORCH.replace("sit: {do", "sit: {was: rest, do")
    story = load(shelf.story(tmp_path / "tea", dinner=dinner, porch=porch)).story
    assert story is not None
    names = ("pour", "alone", "wait", "skip")
    assert story.renamed == {"porch.rest": "porch.sit", **{f"supper.{name}": f"dinner.{name}" for name in names}}


def test_circles_that_share_passages_are_told_by_their_shortest_ways(tmp_path: Path) -> None:
    """Each passage without a way out is named once; two ways that meet again are looked at once."""
    scene = """\
title: Round
at: there
passages:
  a: [{when: rested, then: {go: b}, else: {go: c}}]
  b: [{go: d}]
  c: [{go: d}]
  d: [{go: a}]
"""
    found = load(shelf.story(tmp_path / "tea", porch=scene)).problems
    circles = [each.message.rpartition(": ")[2] for each in found if each.severity == "error"]
    assert circles == ["a → c → d → a.", "b → d → a → b."]


def test_how_far_meters_go_is_counted_up_to_where_it_is_asked(tmp_path: Path) -> None:
    """Answers of scenes that follow move nothing yet."""
    (found,) = told(tmp_path, ("dinner", "when: dinner.pour and not rested", "when: me < -9 or we > 9"))
    assert "up to here `we` goes from -1 to 2 at most" in found.message


def test_steps_in_prose_that_no_list_holds(tmp_path: Path) -> None:
    """Where a passage is prose alone, its steps begin where the passage does."""
    porch = "title: The porch\npassages:\n  steps: |\n    The light goes.\n    - set: {rested: true}\n"
    (found,) = [each for each in load(shelf.story(tmp_path / "tea", porch=porch)).problems if each.line == 5]
    assert "set" in found.message


def test_a_key_without_a_value_that_comes_again_counts_where_something_stands_under_it(tmp_path: Path) -> None:
    """It was typed twice: that is all there is to tell."""
    (found,) = told(tmp_path, ("dinner", "passages:\n", "passages:\npassages:\n"))
    assert found.message == "`passages` is given twice: here and in line 3."


def test_what_stands_below_a_list_for_a_name_is_told_at_its_place(tmp_path: Path) -> None:
    """The name is left out; the rest of the file is read, and every place in it is right."""
    name, other = told(tmp_path, ("dinner", "at: at dinner\n", "? [at]\n: at dinner\n"), ("dinner", "{kim}", "{kit}"))
    assert (name.line, other.line, other.column) == (2, 9, 36)


def test_a_promise_of_a_list_in_a_list_is_told(tmp_path: Path) -> None:
    """What else is promised of the option holds."""
    promise = "promises: {leads_only_to: {dinner.pour: [[in_between], in_between]}}\n"
    (found,) = told(tmp_path, ("story", "dead_zone:", f"{promise}dead_zone:"))
    assert "`dinner.pour` takes words, and here is a list." in found.message


def test_what_excludes_what_in_another_scene_is_not_known_to_a_scene_alone(tmp_path: Path) -> None:
    """The story tells it; a scene that is checked by itself does not guess."""
    porch = shelf.PORCH.replace("cup == white or me >= 1", "dinner.pour and dinner.alone")
    folder = shelf.story(tmp_path / "tea", porch=porch)
    assert ["whoever picks" in each.message for each in load(folder).problems] == [True]
    assert not any("whoever picks" in each.message for each in load(folder / "porch.yaml").problems)
