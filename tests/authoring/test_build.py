"""From YAML to a story that plays: what goes in, what comes out."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.authoring.load import load
from game.authoring.pictures import shipped_pictures
from game.authoring.problems import show
from game.story import engine
from game.story.called import Called
from game.story.events import Ended, Entered, Event, Offered, Picked, Said, Skipped, Staged
from game.story.model import Story
from game.story.names import FIGURES
from game.story.text import plain

CALLED = {"sam": Called("Sam", "they"), "you": Called("You", "they"), "mum": Called("Mum", "she")}
HEAD = "title: Tea\npassages:\n  start:\n"
ENDINGS = "".join(
    f"  {each}: {each}.\n" for each in ("interdependence", "independence", "dependence", "codependence", "in_between")
)

DINNER = """\
title: What's for dinner?
at: at dinner                        # how the reveal names this moment
place: kitchen
season: spring
prompts:
  - What did each answer protect?

passages:
  fridge:
    - |
      Ten past seven. Neither of you has eaten since noon, and the fridge hums as if it had news.

      {sam.They} {sam.lean} on the door. *Thunk.*

      Sam: I could eat anything. No, that's a lie. I could eat anything warm.
    - choose:
        say_noodles:
          do: Say you crave noodles, ask what {sam} would love, and settle on something that fits both.
          shows: decide_together
          recall: you said what you wanted and asked what {sam} did
          protects: two appetites at one table
          costs: an hour, and soup at nine
          lands: "{sam} had to think, and was glad to be asked."
          then: |
            Sam: Soup. So, noodle soup? It takes longer than either. You chop.
        usual_order:
          do: Order your usual now, since {sam} can pick something later whenever hunger strikes.
          shows: decide_solo
          recall: you ordered for yourself and left {sam.them} to it
          set: {ate: takeaway}
          then: |
            Your dumplings come at eight. Sam makes toast.
        pass_phone:
          do: Pass {sam} the phone, because whenever you choose, it somehow turns out wrong.
          shows: hand_over_choice
          recall: you passed {sam} the phone and let {sam.them} choose
          set: {ate: takeaway}
          go: takeaway
        the_curry:
          do: Suggest the curry {sam} loves and skip the noodles, because the day was hard enough.
          shows: swallow_preference
          recall: you wanted noodles and said curry
    - You eat late, at the table with the wobbling leg.
  takeaway:
    - Sam: Two of the usual, then.     # a single line of speech may stand without a block
    - cases:
        - when: dinner.pass_phone and shown.hand_over_choice > 1
          then: "{sam.They} {sam.pick} for two, again."
        - then: It comes in paper bags, and steams.
"""

STORY = """\
format: 1
title: Our Year
language: en
about: Two people, a small flat, a table with a wobbling leg.
content_note: Disagreement. No violence, no sex.
question: Which of these moments would you like to have again?
cast:
  sam: {name: Sam, pronouns: they}
  mum: {name: Mum, pronouns: she}
variables:
  ate: nothing
  booked: false
  savings: {start: 0, low: 0, high: 5}
scenes:
  - dinner
  - {scene: offer, when: not booked}
dead_zone: {me: 1, we: 1}
promises: {every_ending_above: 10%, never_stuck: true, every_option_reachable: true}
endings:
  interdependence: The table still wobbles.
  independence: Two lamps.
  dependence: A chair.
  codependence: Everything is ready.
  in_between:
    - when: booked
      then: The train leaves.
      else: "{ate == takeaway ? The bags are folded | The pot is clean}."
"""

OFFER = """\
title: The offer
passages:
  letter:
    - Mum (low): Take it.
    - add: {savings: 9}
    - set: {booked: true}
    - You have {savings == 5 ? enough | little}.
"""


def write(folder: Path, **files: str) -> Path:
    """Write files into a folder `tea`; returns it."""
    folder = folder / "tea"
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def loaded(path: Path) -> Story:
    """Load a story that has no problems at all."""
    found = load(path)
    assert found.story, "".join(show(each, found.sources) for each in found.problems)
    return found.story


def story(steps: str, folder: Path) -> Story:
    """Load a lone scene whose first passage has these steps."""
    path = folder / "tea.yaml"
    path.write_text(HEAD + steps, encoding="utf-8")
    return loaded(path)


def said(events: tuple[Event, ...]) -> list[str]:
    """Return the words that are said, speech with its speaker."""
    lines = []
    for event in events:
        if isinstance(event, Said):
            manner = f" ({event.manner})" if event.manner else ""
            lines.append((f"{event.speaker}{manner}: " if event.speaker else "") + plain(event.text, CALLED))
    return lines


def play(played: Story, *picks: str) -> list[str]:
    """Return all that is said on the way through a story."""
    state, events = engine.begin(played)
    lines = said(events)
    for pick in picks:
        state, events = engine.step(played, state, pick)
        lines += said(events)
    return lines


def test_the_example_of_the_format_has_no_problems(tmp_path: Path) -> None:
    """What the guide shows first is right."""
    found = load(write(tmp_path, story=STORY, dinner=DINNER, offer=OFFER))
    assert [(each.code, each.message) for each in found.problems] == []


def test_a_whole_story_plays_from_scene_to_scene(tmp_path: Path) -> None:
    """Picks move the meters and set variables; a scene whose condition holds follows; numbers stop at their bounds."""
    whole = loaded(write(tmp_path, story=STORY, dinner=DINNER, offer=OFFER))
    state, _ = engine.begin(whole)
    state, events = engine.step(whole, state, "dinner.pass_phone")
    assert (state.me, state.we, state.values) == (-2, -1, ("takeaway", True, 5))
    assert said(events) == [
        "sam: Two of the usual, then.",
        "It comes in paper bags, and steams.",
        "mum (low): Take it.",
        "You have enough.",
    ]
    assert events[-1] == Ended()


def test_head_and_scene_keep_what_they_are_told(tmp_path: Path) -> None:
    """Titles, notes, people, dead zone, promises and prompts arrive as they were written."""
    whole = loaded(write(tmp_path, story=STORY, dinner=DINNER, offer=OFFER))
    assert (whole.id, whole.title, whole.language, whole.dead_zone) == ("tea", "Our Year", "en", (1, 1))
    assert [(person.id, person.name, person.pronouns) for person in whole.cast] == [
        ("sam", "Sam", "they"),
        ("mum", "Mum", "she"),
    ]
    assert whole.promises.every_ending_above == 10.0
    assert whole.promises.never_stuck
    dinner = whole.scenes["dinner"]
    assert [plain(text, CALLED) for text in (dinner.title, dinner.at or (), *dinner.prompts)] == [
        "What's for dinner?",
        "at dinner",
        "What did each answer protect?",
    ]
    assert (dinner.place, dinner.season, dinner.time) == ("kitchen", "spring", None)
    assert [passage.id for passage in dinner.passages] == ["dinner.fridge", "dinner.takeaway"]
    option = whole.options["dinner.say_noodles"]
    assert (option.me, option.we, option.spoken, option.again) == (1, 2, False, False)
    assert plain(option.lands or (), CALLED) == "Sam had to think, and was glad to be asked."


def test_endings_play_to_their_end(tmp_path: Path) -> None:
    """An ending is told from its first node, by the state at the end of the play."""
    whole = loaded(write(tmp_path, story=STORY, dinner=DINNER, offer=OFFER.replace("    - set: {booked: true}\n", "")))
    state, _ = engine.begin(whole)
    state, _ = engine.step(whole, state, "dinner.usual_order")
    _, events = engine.tell(whole, state, whole.endings["in_between"])
    assert said(events) == ["The bags are folded."]
    assert events[-1] == Ended()


def test_skipping_a_scene_leads_to_the_next(tmp_path: Path) -> None:
    """`scene.skip` goes where the scene's end would."""
    whole = loaded(write(tmp_path, story=STORY, dinner=DINNER, offer=OFFER))
    state, _ = engine.begin(whole)
    _, events = engine.step(whole, state, "dinner.skip")
    assert events[:3] == (Skipped("dinner"), Entered("offer"), Entered("offer.letter"))


def test_a_scene_whose_condition_fails_is_passed_over(tmp_path: Path) -> None:
    """The gate is asked on arrival."""
    whole = loaded(write(tmp_path, story=STORY.replace("when: not booked", "when: booked"), dinner=DINNER, offer=OFFER))
    assert play(whole, "dinner.the_curry")[-1] == "You eat late, at the table with the wobbling leg."


def test_go_from_inside_leaves_everything(tmp_path: Path) -> None:
    """`go` in a `then` in a `then` skips what stands below at every level."""
    steps = """\
    - when: me == 0
      then:
        - when: we == 0
          then:
            - go: cup
        - Never.
    - Never.
  cup:
    - You pour.
    - when: me == 0
      then: {go: end}
    - Never.
"""
    assert play(story(steps, tmp_path)) == ["You pour."]


def test_an_option_does_its_effects_then_and_go_in_this_order(tmp_path: Path) -> None:
    """What it sets is known to its `then`, and `go` comes last; without `go` the text goes on below the choice."""
    steps = """\
    - choose:
        a:
          do: Take the cup.
          shows: decide_solo
          recall: you took the cup
          go: cup
          then: "{me == 2 ? Two | None} and {tea.a ? picked | not}."
        b:
          say: Take the cup.
          shows: decide_solo
          me: 1
          recall: you spoke
    - Below.
  cup:
    - You pour.
"""
    path = tmp_path / "tea.yaml"
    path.write_text(HEAD + steps)
    played = load(path).story
    assert played
    assert play(played, "tea.a") == ["Two and picked.", "You pour."]
    assert play(played, "tea.b") == ["Below."]
    assert played.options["tea.b"].spoken
    assert (played.options["tea.b"].me, played.options["tea.b"].we) == (1, -1)


def test_choices_keep_order_repeats_and_former_names(tmp_path: Path) -> None:
    """`order: fixed`, `again` and `was` arrive in the story."""
    steps = """\
    - choose:
        tea: {do: Pour some tea., again: true}
        milk: {do: Pour some milk., was: cream, when: me > 0}
      order: fixed
"""
    played = story(steps.replace("tea:", "pour:", 1), tmp_path)
    assert played.renamed == {"tea.cream": "tea.milk"}
    state, events = engine.begin(played)
    offered = events[-1]
    assert isinstance(offered, Offered)
    assert offered.fixed_order
    assert [offer.id for offer in offered.closed] == ["tea.milk"]
    state, events = engine.step(played, state, "tea.pour")
    assert isinstance(events[0], Picked)
    assert state.picked == {"tea.pour"}


def test_stage_directions_are_told_in_order(tmp_path: Path) -> None:
    """Several in one step are told in the order of the format, not of the lines."""
    steps = "    - {sound: rain, figures: back to back, place: kitchen, time: night, season: winter}\n    - Tea.\n"
    _, events = engine.begin(story(steps, tmp_path))
    assert [event for event in events if isinstance(event, Staged)] == [
        Staged("place", "kitchen"),
        Staged("season", "winter"),
        Staged("time", "night"),
        Staged("figures", "back to back"),
        Staged("sound", "rain"),
    ]


@pytest.mark.parametrize(
    ("steps", "lines"),
    [
        ("    - One line\n      and its other half.\n", ["One line and its other half."]),
        (
            "    - |\n      One line  \n      and the next.\n\n\n      Another.\n",
            ["One line and the next.", "Another."],
        ),
        ("    - |\n      Sam: Tea?\n      You: Tea.\n      It rains.\n", ["sam: Tea?", "you: Tea. It rains."]),
        ("    - |\n      You pour.\n      Sam (low): Thanks.\n", ["You pour.", "sam (low): Thanks."]),
        ("    - |\n      Mira: Tea?\n", ["Mira: Tea?"]),
        ("    - Sam: Tea?\n      You (aside): No.\n", ["sam: Tea?", "you (aside): No."]),
        ("    - Sam: |\n        Tea?\n\n        With milk?\n", ["sam: Tea?", "sam: With milk?"]),
        ('    - "{sam}: It\'s late."\n', ["Sam: It's late."]),
        ("    - a {{brace}}, a \\*star\\* and *stress*\n", ["a {brace}, a *star* and stress"]),
        ("    Just one piece of prose.\n", ["Just one piece of prose."]),
        ("    when: me == 0\n    then: One step.\n", ["One step."]),
    ],
)
def test_prose_is_paragraphs_and_speech(steps: str, lines: list[str], tmp_path: Path) -> None:
    """Blank lines part paragraphs, names and colons begin speech, and an unknown name in a block is prose."""
    assert play(story(steps, tmp_path)) == lines


def test_a_lone_scene_needs_nothing_else(tmp_path: Path) -> None:
    """Its cast is Sam, its dead zone 0, its endings short ones of ours, and its name that of the file."""
    alone = story("    - Tea.\n", tmp_path)
    assert (alone.id, alone.title, alone.dead_zone, alone.variables) == ("tea", "Tea", (0, 0), ())
    assert [person.id for person in alone.cast] == ["sam"]
    for ending in alone.endings.values():
        state, _ = engine.begin(alone)
        _, events = engine.tell(alone, state, ending)
        assert 10 < len(said(events)[0].split()) < 30


def test_a_lone_scene_beside_a_story_knows_its_names(tmp_path: Path) -> None:
    """It takes cast, variables and the other scenes' options from there, but neither scenes nor endings."""
    offer = OFFER + "    - when: dinner.the_curry and ate == nothing\n      then: Hm.\n"
    folder = write(tmp_path, story=STORY, dinner=DINNER, offer=offer)
    alone = loaded(folder / "offer.yaml")
    assert list(alone.scenes) == ["offer"]
    assert (alone.title, alone.dead_zone) == ("The offer", (0, 0))
    assert play(alone) == ["mum (low): Take it.", "You have enough."]


def test_a_story_named_by_its_file_is_its_folder(tmp_path: Path) -> None:
    """`story.yaml` stands for the whole."""
    folder = write(tmp_path, story=STORY, dinner=DINNER, offer=OFFER)
    assert loaded(folder / "story.yaml").id == "tea"


def test_pictures_and_support_come_along(tmp_path: Path) -> None:
    """One's own pictures are given with their words and their files, and support.md as it is."""
    folder = write(tmp_path, story=STORY, dinner=DINNER.replace("kitchen", "cellar"), offer=OFFER)
    (folder / "pictures").mkdir()
    header = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x09"
    (folder / "pictures" / "cellar.png").write_bytes(header)
    (folder / "pictures.yaml").write_text("places:\n  cellar: {alt: A cellar.}\n")
    (folder / "support.md").write_text("Talk to somebody.\n")
    found = load(folder)
    assert found.problems == ()
    assert {name: (each.alternative, each.file) for name, each in found.pictures.items()} == {
        "cellar": ("A cellar.", folder / "pictures" / "cellar.png")
    }
    assert found.support == "Talk to somebody."


def test_origins_say_where_everything_was_written(tmp_path: Path) -> None:
    """Scenes, passages and options are found by their ids."""
    folder = write(tmp_path, story=STORY, dinner=DINNER, offer=OFFER)
    origins = load(folder).origins
    assert origins["dinner.takeaway"].file == str(folder / "dinner.yaml")
    assert origins["dinner.takeaway"].span.line == DINNER.split("\n").index("  takeaway:") + 1
    assert {"dinner", "offer", "dinner.fridge", "dinner.the_curry"} <= set(origins)


Tree: TypeAlias = list[Any]

PROSE = st.integers(0, 99).map(lambda number: f"line {number}")
LEAVES: st.SearchStrategy[Any] = PROSE | st.just("go")
STEPS: st.SearchStrategy[Tree] = st.recursive(
    st.lists(LEAVES, min_size=1, max_size=4),
    lambda inner: st.lists(LEAVES | st.tuples(st.booleans(), inner, inner), min_size=1, max_size=4),
    max_leaves=12,
)


class LeftError(Exception):
    """The scene was left by `go: end`."""


def interpret(tree: Tree) -> list[str]:
    """Return what a tree of steps says, by walking it: a compiler's simplest rival."""
    lines: list[str] = []

    def walk(steps: Tree) -> None:
        for step in steps:
            if step == "go":
                raise LeftError
            if isinstance(step, str):
                lines.append(step)
            else:
                walk(step[1] if step[0] else step[2])

    with suppress(LeftError):
        walk(tree)
    return lines


def written(tree: Tree, indent: str = "    ") -> str:
    """Return a tree of steps as YAML."""
    text = ""
    for step in tree:
        if step == "go":
            text += f"{indent}- go: end\n"
        elif isinstance(step, str):
            text += f"{indent}- {step}\n"
        else:
            when = "me == 0" if step[0] else "me == 1"
            text += f"{indent}- when: {when}\n{indent}  then:\n{written(step[1], indent + '    ')}"
            text += f"{indent}  else:\n{written(step[2], indent + '    ')}"
    return text


@given(STEPS)
def test_compiled_steps_say_what_walking_them_says(tree: Tree) -> None:
    """Lowering to nodes keeps the order and the meaning of steps, however they stand in one another."""
    with tempfile.TemporaryDirectory() as folder:
        assert play(story(written(tree), Path(folder))) == interpret(tree)


PIECES = [
    *("choose:", "when:", "then:", "cases:", "set:", "go:", "shows:", "do:", "title:", "passages:", "- ", "  ", "\n"),
    *("{sam}", "{", "}", "*", "me > 1", "not", "(", "end", "fridge", "dinner.pass_phone", "true", "1", "[a]", "{a: b}"),
]


@given(st.lists(st.tuples(st.integers(0, len(DINNER)), st.integers(0, 30), st.sampled_from(PIECES)), max_size=6))
def test_a_mangled_scene_plays_or_says_why(edits: list[tuple[int, int, str]]) -> None:
    """Nothing raises: either there are errors, or the story plays to an end whatever is picked."""
    text = DINNER
    for at, cut, put in edits:
        text = text[:at] + put + text[at + cut :]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "dinner.yaml"
        file.write_text(text, encoding="utf-8")
        found = load(file)
    if found.story is None:
        assert any(each.severity == "error" for each in found.problems)
        return
    state, events = engine.begin(found.story)
    for _ in range(20):
        if not isinstance(events[-1], Offered):
            break
        state, events = engine.step(found.story, state, events[-1].options[-1].id)
    assert engine.finished(found.story, state)


def test_shipped_pictures_have_words_for_everybody() -> None:
    """Each place and each pose that comes with the game is told in words; none has a file of a story's own."""
    shipped = shipped_pictures()
    assert {"kitchen", "living_room", "station"} <= set(shipped.places)
    assert set(shipped.figures) == set(FIGURES) - {"none"}
    for picture in (*shipped.places.values(), *shipped.figures.values()):
        assert len(picture.alternative.split()) > 5
        assert picture.file is None
    assert all(picture.focus for picture in shipped.places.values())
