"""Comparing versions: what is lost, why, and what would mend it; held against brute force over unmerged states."""

from __future__ import annotations

import shutil
from collections import deque
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.authoring.compare.comparison import Comparison, compare
from game.authoring.compare.report import Versions, report
from game.authoring.compare.walk import Walked, answers, walk
from game.authoring.load import load
from game.authoring.rename.renaming import renaming
from game.authoring.whereabouts import Whereabouts
from game.insight.exact.limits import Limits
from game.runs.disk import Disk
from game.runs.together import write_all
from game.story import engine
from game.story.model import Story
from game.story.state import State
from tests import shelf
from tests.stories import drawn

MOST = 20_000


def brute(old: Story, new: Story) -> dict[int, tuple[int | None, int | None]] | None:
    """Return for each place the fewest answers of a run there that goes on, and of one that is cut, unmerged.

    None if that is more than brute force should be asked for.
    """
    found: dict[int, tuple[int | None, int | None]] = {}
    seen: set[tuple[State, State | None]] = set()
    ahead = deque([(engine.begin(old)[0], engine.begin(new)[0] or None, 0)])
    while ahead:
        before, after, count = ahead.popleft()
        if (before, after) in seen:
            continue
        seen.add((before, after))
        if len(seen) > MOST:
            return None
        whole, lost = found.get(before.place, (None, None))
        if after is not None:
            found[before.place] = (count if whole is None else whole, lost)
        else:
            found[before.place] = (whole, count if lost is None else lost)
        for pick in answers(old, before):
            state = engine.step(old, before, pick)[0]
            ahead.append((state, _step(new, after, pick), count + 1))
    return found


def _step(story: Story, state: State | None, pick: str) -> State | None:
    try:
        return engine.step(story, state, story.renamed.get(pick, pick))[0] if state else None
    except engine.NotOfferedError:
        return None


def lengths(found: Walked) -> dict[int, tuple[int | None, int | None]]:
    """Return the lengths of the runs that a walk found, in the shape of `brute`."""
    return {
        node: tuple(None if run is None else len(run) for run in (place.whole, place.lost))  # type: ignore[misc]  # two
        for node, place in found.places.items()
    }


def edited(story: Story, seed: int) -> Story:
    """Return a story with a change that an author might make: an option closed by a condition, or opened."""
    names = sorted(story.options)
    option, other = story.options[names[seed % len(names)]], story.options[names[seed // 7 % len(names)]]
    return replace(story, options={**story.options, option.id: replace(option, when=other.when, me=-option.me)})


@settings(max_examples=60, deadline=None)
@given(first=st.integers(0, 400), second=st.integers(0, 400))
@example(first=50, second=51)  # a meter tells two runs apart
@example(first=92, second=92)  # the same, where an option was closed
def test_merging_changes_nothing(first: int, second: int) -> None:
    """The places lost and kept, and how soon, are those of all runs looked at one by one."""
    old = drawn(first)
    for new in (edited(old, second), drawn(second)):
        expected = brute(old, new)
        if expected is None:
            continue
        found = walk(old, new, Limits())
        assert found.complete
        assert lengths(found) == expected
        assert bool(found.lost) == bool(found.causes)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 400))
def test_every_run_goes_on_in_the_same_story(seed: int) -> None:
    """A story compared with itself loses nothing."""
    story = drawn(seed)
    found = compare(story, story, Limits(states=5_000))
    assert found.cuts == ()
    assert found.same
    assert found.endings.kept
    assert found.safe == found.walked.complete


def versions(folder: Path, **texts: str) -> Versions:
    """Return the small story compared with one in which these files are different."""
    old, new = (load(shelf.story(folder / name / "tea", **more)) for name, more in (("old", {}), ("new", texts)))
    assert old.story is not None
    assert new.story is not None, [each.message for each in new.problems]
    found = compare(old.story, new.story, Limits())
    return Versions(found, Whereabouts(old, old.story), Whereabouts(new, new.story))


def compared(folder: Path, **texts: str) -> Comparison:
    """Return what a comparison of the small story with a changed one finds."""
    return versions(folder, **texts).found


def swapped(text: str, *pairs: tuple[str, str]) -> str:
    """Return a text with words replaced; each of them stands in it."""
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    return text


def test_words_may_change_freely(tmp_path: Path) -> None:
    """Other prose, titles and pictures lose nothing, and change no hash."""
    found = compared(tmp_path, dinner=swapped(shelf.DINNER, ("The kettle hums.", "The kettle sings.")))
    assert (found.safe, found.same, found.endings.kept) == (True, True, True)


def renamed_option() -> dict[str, str]:
    """Return the files of a version whose author gave an option another name by hand."""
    pairs = ("        pour:", "        share:"), ("dinner.pour", "dinner.share"), ("Pour two cups", "Pour two mugs")
    texts = {"dinner": shelf.DINNER, "story": shelf.STORY, "porch": shelf.PORCH}
    return {name: swapped(text, *(pair for pair in pairs if pair[0] in text)) for name, text in texts.items()}


def test_an_option_renamed_by_hand_is_found_again(tmp_path: Path) -> None:
    """What is lost, why, and the one line that mends it."""
    shown = versions(tmp_path, **renamed_option())
    found = shown.found
    assert not found.safe
    assert found.gone == ("dinner.pour",)
    assert found.fresh == ("dinner.share",)
    assert [(cause.why, tuple(cause.picks)) for cause in found.walked.causes.values()] == [("gone", ("dinner.pour",))]
    assert [(mend.former, mend.today) for mend in found.mends] == [("dinner.pour", "dinner.share")]
    assert found.mended.lost == []
    assert {shown.place(cut.place)[0]: cut.always for cut in found.cuts} == {"porch.steps": True, "": False}
    assert all(cut.resumed.picks == () for cut in found.cuts)
    line = next(line for line in report(shown, verbose=False).splitlines() if "write `was: pour`" in line)
    assert "dinner.yaml:10: write `was: pour` into the option dinner.share" in line


def test_the_proposed_was_really_mends_it(tmp_path: Path) -> None:
    """Written where the report says, it lets every run go on."""
    texts = renamed_option()
    texts["dinner"] = swapped(texts["dinner"], ("        share:\n", "        share:\n          was: pour\n"))
    found = compared(tmp_path, **texts)
    assert found.safe
    assert found.renamed == {"dinner.pour": "dinner.share"}


def test_a_scene_renamed_by_hand_is_found_again(tmp_path: Path) -> None:
    """One `was` in the scene mends all of its options, and skipping."""
    front = swapped(shelf.STORY, ("  - dinner\n", "  - supper\n"), ("dinner.", "supper."))
    texts = {"story": front, "porch": swapped(shelf.PORCH, ("dinner.", "supper."))}
    supper = swapped(shelf.DINNER, ("dinner.", "supper."))
    found = compared(tmp_path / "by hand", **texts, supper=supper, plays="plays:\n")
    assert [(mend.kind, mend.former, mend.today) for mend in found.mends] == [("scene", "dinner", "supper")]
    assert found.mended.lost == []
    again = compared(tmp_path / "mended", **texts, supper=f"was: dinner\n{supper}", plays="plays:\n")
    assert again.safe


def test_a_rename_by_the_verb_is_safe(tmp_path: Path) -> None:
    """`rename` leaves the former names behind, so that nothing is lost."""
    old = shelf.story(tmp_path / "old" / "tea")
    new = tmp_path / "new" / "tea"
    shutil.copytree(old, new)
    for before, after in (("dinner.pour", "share"), ("porch", "veranda"), ("cup", "mug")):
        write_all(renaming(new, before, after).after, Disk())
    stories = load(old).story, load(new).story
    assert stories[0] is not None
    assert stories[1] is not None
    assert compare(stories[0], stories[1], Limits()).safe


@pytest.mark.parametrize(
    ("dinner", "porch", "why", "words"),
    [
        ((), (("savings > 0", "savings > 1"),), "closed", "porch.stand: it is closed now, for this does not hold"),
        (
            (("        wait:", "        rest:"), ("Wait for {sam}", "Sleep"), ("first to", "x")),
            (),
            "gone",
            "dinner.wait",
        ),
        (
            (("    - choose:", "    - choose:\n        look: {do: Look., then: You look.}\n    - choose:"),),
            (),
            "elsewhere",
            "dinner.pour, dinner.alone, dinner.wait: another choice comes first now, of dinner.look.",
        ),
        ((), (("    - choose:", "    - go: end\n    - choose:"),), "over", "the story is over before it now"),
        ((("          again: true\n", ""),), (), "spent", "dinner.wait: it was picked before"),
    ],
)
def test_why_a_run_is_cut_is_told(
    tmp_path: Path, dinner: tuple[tuple[str, str], ...], porch: tuple[tuple[str, str], ...], why: str, words: str
) -> None:
    """Each way to refuse an answer has its own sentence, with a shortest run that shows it."""
    texts = {"dinner": swapped(shelf.DINNER, *dinner), "porch": swapped(shelf.PORCH, *porch)}
    shown = versions(tmp_path, **texts)
    causes = {cause.why: cause for cause in shown.found.walked.causes.values()}
    assert why in causes
    assert words in causes[why].told()
    assert words in report(shown, verbose=True)
    state, _events = engine.begin(shown.found.old)
    for pick in causes[why].run:
        state, _events = engine.step(shown.found.old, state, pick)


def test_a_changed_dead_zone_turns_endings_and_loses_nothing(tmp_path: Path) -> None:
    """Runs go on and may end in something else; runs that were tried show it."""
    shown = versions(tmp_path, story=swapped(shelf.STORY, ("{me: 0, we: 0}", "{me: 1, we: 2}")))
    found = shown.found
    assert found.safe
    assert found.same
    assert not found.endings.kept
    assert found.endings.tried > 3
    assert {each.new for each in found.endings.turned} == {"in_between"}
    assert "The dead zone is 1, 2, and was 0, 0." in report(shown, verbose=False)


def test_changed_points_are_named(tmp_path: Path) -> None:
    """An option that moves the meters otherwise is told with both moves."""
    points = ("          shows: decide_together\n", "          shows: decide_together\n          we: 1\n")
    shown = versions(tmp_path, dinner=swapped(shelf.DINNER, points))
    assert shown.found.safe
    assert "dinner.pour moves me and we by 1, 1, and moved them by 1, 2." in report(shown, verbose=False)


def test_what_no_former_name_can_mend_is_told(tmp_path: Path) -> None:
    """Beside what can: an option that is gone without one like it goes on cutting runs back."""
    texts = renamed_option()
    wait = texts["dinner"][texts["dinner"].index("        wait:") : texts["dinner"].index("    - when:")]
    texts["dinner"] = texts["dinner"].replace(wait, "        sneeze: {do: Bless them., then: They laugh.}\n")
    shown = versions(tmp_path, **texts)
    assert [(mend.former, mend.today) for mend in shown.found.mends] == [("dinner.pour", "dinner.share")]
    told = report(shown, verbose=False)
    assert "With all of it, runs are still cut back at 3 places:" in told
    assert "dinner.wait" in told.partition("With all of it")[2]


def test_a_scene_renamed_by_hand_is_told_with_its_former_name(tmp_path: Path) -> None:
    """The line stands where the scene's file begins."""
    front = swapped(shelf.STORY, ("  - dinner\n", "  - supper\n"), ("dinner.", "supper."))
    texts = {"story": front, "porch": swapped(shelf.PORCH, ("dinner.", "supper."))}
    supper = swapped(shelf.DINNER, ("dinner.", "supper."))
    shown = versions(tmp_path, **texts, supper=supper, plays="plays:\n")
    assert "write `was: dinner` into the scene supper (" in report(shown, verbose=False)


def test_an_option_is_never_looked_for_in_another_scene(tmp_path: Path) -> None:
    """Its words may stand there; its answer means something else."""
    option = shelf.DINNER[shelf.DINNER.index("        alone:") : shelf.DINNER.index("        wait:")]
    porch = shelf.PORCH.replace("        stand:", option.replace("go: hall", "go: end") + "        stand:")
    found = compared(tmp_path, dinner=shelf.DINNER.replace(option, ""), porch=porch)
    assert (found.gone, found.fresh) == (("dinner.alone",), ("porch.alone",))
    assert found.mends == ()


def test_endings_of_runs_that_end_in_neither_version_are_not_known(tmp_path: Path) -> None:
    """Where every answer is another now, no run can be played in both; that is said, and nothing is guessed."""
    dinner, front = shelf.DINNER, swapped(shelf.STORY, ("me: 0, we: 0", "me: 1, we: 1"))
    for former, today in (("pour", "spill"), ("alone", "apart"), ("wait", "sneeze")):
        dinner = dinner.replace(f"        {former}:", f"        {today}:").replace(
            f"dinner.{former}", f"dinner.{today}"
        )
    texts = {"story": front.replace("dinner.pour", "dinner.spill"), "dinner": dinner}
    shown = versions(tmp_path, **texts, porch=shelf.PORCH.replace("dinner.pour", "dinner.spill"), plays="plays:\n")
    assert shown.found.endings.tried == 0
    assert "The dead zone is 1, 1, and was 0, 0." in report(shown, verbose=False)
    assert "No run that was tried comes to an end in both versions" in report(shown, verbose=False)


def test_a_run_longer_than_any_that_is_kept_is_not_tried_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where an answer may be given again and again, a drawn run may never end."""
    monkeypatch.setattr("game.authoring.compare.endings._LONGEST", 1)
    found = compared(tmp_path, story=swapped(shelf.STORY, ("me: 0, we: 0", "me: 1, we: 1")))
    assert 0 < found.endings.tried < 20


def test_folders_of_different_names_are_versions_all_the_same(tmp_path: Path) -> None:
    """It is said, since whoever mistypes a folder compares two stories."""
    old, new = (load(shelf.story(tmp_path / name)) for name in ("tea", "tea2"))
    assert old.story is not None
    assert new.story is not None
    found = compare(old.story, new.story, Limits())
    told = report(Versions(found, Whereabouts(old, old.story), Whereabouts(new, new.story)), verbose=False)
    assert "The two folders are called tea and tea2; they are compared as versions of one story." in told


def test_what_is_too_much_to_read_is_told_when_asked_for(tmp_path: Path) -> None:
    """A long list is cut, and -v tells all of it."""
    many = [f"        look_{name}: {{do: Look at the {name}., shows: lean_no_return}}\n" for name in "abcdefghij"]
    moved = [line.replace("}}", ", me: 2}}").replace("return}", "return, we: -2}") for line in many]
    front = "    - choose:\n"
    old, new = (shelf.DINNER.replace(front, front + "".join(more), 1) for more in (many, moved))
    first, second = (load(shelf.story(tmp_path / name / "tea", dinner=text)) for name, text in (("a", old), ("b", new)))
    assert first.story is not None
    assert second.story is not None
    found = compare(first.story, second.story, Limits())
    shown = Versions(found, Whereabouts(first, first.story), Whereabouts(second, second.story))
    assert "  … and 2 more (-v tells all)" in report(shown, verbose=False)
    assert "more (-v tells all)" not in report(shown, verbose=True)
    assert "look_j moves" in report(shown, verbose=True)


def test_a_walk_that_was_cut_short_proves_nothing(tmp_path: Path) -> None:
    """Too little time is no reason to call a change safe."""
    folder = shelf.story(tmp_path / "tea")
    loaded = load(folder)
    assert loaded.story is not None
    found = compare(loaded.story, loaded.story, Limits(states=1))
    assert not found.safe
    places = Whereabouts(loaded, loaded.story)
    told = report(Versions(found, places, places), verbose=False)
    assert "nothing here is proved" in told
    assert "Every kept run goes on" not in told


def test_the_json_has_the_documented_shape(tmp_path: Path) -> None:
    """What a program may read of a comparison."""
    shown = versions(tmp_path, **renamed_option()).as_json()
    assert set(shown) == {
        "same_hash",
        "complete",
        "safe",
        "places",
        "cut",
        "causes",
        "mends",
        "cut_after_mending",
        "options",
        "endings",
    }
    assert shown["safe"] is False
    assert shown["cut_after_mending"] == 0
