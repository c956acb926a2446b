"""Renaming: whatever is renamed, the story stays the same, and nothing but the name changes in its files."""

from __future__ import annotations

import errno
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.authoring.load import load
from game.authoring.plays.kept import kept
from game.authoring.plays.perform import perform
from game.authoring.rename.files import files as story_files
from game.authoring.rename.renaming import renaming
from game.authoring.rename.same import same
from game.authoring.rename.target import target
from game.authoring.reread import UNFINISHED
from game.authoring.rules import RULES
from game.host import Refusal
from game.insight.census import census
from game.runs.disk import Disk
from game.runs.together import Note, finish, unfinished, write_all
from game.runs.trouble import CannotKeep, CannotRead
from game.settings import Settings, names_for
from game.shipped import SCENES
from game.story import engine
from game.story.called import Called
from game.story.model import Story
from game.story.names import ENDINGS, ID_PATTERN, RESERVED
from game.terminal.prose import paragraphs
from tests import shelf
from tests.runs.disks import CrashError, FailingDisk, StoppingDisk

IDS = (
    "dinner.pour",
    "dinner.alone",
    "dinner.wait",
    "dinner.fridge",
    "dinner.hall",
    "porch.sit",
    "porch.stand",
    "dinner",
    "porch",
    "cup",
    "rested",
    "savings",
    "sam",
    "kim",
)


def rename(folder: Path, old: str, new: str, kind: str | None = None) -> None:
    """Rename, and write the files."""
    write_all(renaming(folder, old, new, kind).after, Disk())


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files of a story."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def without_was(data: bytes) -> bytes:
    """Return the bytes of a file without its former names."""
    return re.sub(rb"^ *was: .*\r?\n|was: \w+, ", b"", data, flags=re.MULTILINE)


def sound(folder: Path) -> Story:
    """Return the story in a folder, which has no problems, neither have its plays."""
    loaded = load(folder, fair=False)
    assert [each.message for each in (*loaded.problems, *kept(loaded, folder).problems)] == []
    assert loaded.story is not None
    return loaded.story


def figures(story: Story, rename: dict[str, str]) -> object:
    """Return what is true of all playthroughs of a story, with some ids renamed."""
    found = census(story)
    pattern = re.compile("|".join(rf"^{re.escape(each)}(?=\.|$)" for each in rename) or "^$")

    def renamed(id_: str) -> str:
        return pattern.sub(lambda match: rename.get(match[0], ""), id_)

    things = {renamed(each.id): (each.reachable, each.chance) for each in (*found.options, *found.passages)}
    return found.playthroughs, found.states, found.meters, things, {k: v.chance for k, v in found.dynamics.items()}


fresh_names = st.from_regex(ID_PATTERN, fullmatch=True).filter(
    lambda name: (
        name not in RESERVED
        and len(name) < 40
        and name not in {"none", "white", "story", "pictures", "plays"}
        and not any(name in each.split(".") for each in IDS)
    )
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=st.sampled_from(IDS), new=fresh_names, windows=st.booleans())
def test_there_and_back_gives_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, old: str, new: str, *, windows: bool
) -> None:
    """A fresh name and the old one again leave nothing behind but `was`; in between the story is the same."""
    folder = tmp_path_factory.mktemp("there") / "tea"
    mark, ends = ("\ufeff", "\r\n") if windows else ("", "\n")
    texts = {"story": shelf.STORY, "dinner": shelf.DINNER, "porch": shelf.PORCH, "plays": shelf.PLAYS}
    shelf.story(folder, **{name: mark + text.replace("\n", ends) for name, text in texts.items()})
    before, story = files(folder), sound(folder)
    scene, dot, _name = old.rpartition(".")
    new = f"{scene}{dot}{new}"
    rename(folder, old, new)
    renamed = sound(folder)
    assert figures(renamed, {}) == figures(story, {old: new})
    plays = kept(load(folder), folder).plays
    assert [perform(renamed, play, paragraphs).failures for play in plays] == [(), ()]
    rename(folder, new, old)
    sound(folder)
    assert {name: without_was(data) for name, data in files(folder).items()} == before


@pytest.mark.parametrize("story", sorted(path.name for path in SCENES.iterdir() if path.is_dir()))
def test_every_id_of_a_shipped_story_can_be_renamed_there_and_back(story: str, tmp_path: Path) -> None:
    """The first option, passage and scene of each kind in a real story, one after another."""
    folder = tmp_path / story
    shutil.copytree(SCENES / story, folder)
    before = files(folder)
    compiled = load(folder, fair=False).story
    assert compiled is not None
    scene = next(iter(compiled.scenes.values()))
    option = next(each for each in compiled.options if each.startswith(f"{scene.id}."))
    for old in (option, scene.passages[-1].id, scene.id, *(each.id for each in compiled.variables[:1])):
        front, dot, _name = old.rpartition(".")
        rename(folder, old, "quite_new")
        rename(folder, f"{front}{dot}quite_new", old)
    assert {name: without_was(data) for name, data in files(folder).items()} == {
        name: without_was(data) for name, data in before.items()
    }


def played(story: Story, *picks: str) -> bool:
    """Tell whether the answers of a kept run are all still taken, by the ids of today."""
    state, _events = engine.begin(story)
    for pick in picks:
        try:
            state, _events = engine.step(story, state, story.renamed.get(pick, pick))
        except engine.NotOfferedError:
            return False
    return True


def test_kept_runs_go_on_after_any_number_of_renamings(tmp_path: Path) -> None:
    """An option renamed twice, and its scene in between, is found by all of its names."""
    folder = shelf.story(tmp_path / "tea")
    rename(folder, "dinner.pour", "serve")
    rename(folder, "dinner", "supper")
    rename(folder, "supper.serve", "supper.share")
    story = sound(folder)
    for first in ("dinner.pour", "dinner.serve", "supper.serve", "supper.share", "dinner.skip"):
        assert played(story, first) == (first != "dinner.missing"), first
    assert played(story, "dinner.pour", "porch.sit")
    assert not played(story, "dinner.missing")
    assert b"was: [pour, serve]" in (folder / "supper.yaml").read_bytes()
    assert not (folder / "dinner.yaml").exists()


def test_former_names_may_stand_in_lines(tmp_path: Path) -> None:
    """A list with dashes gets one more, and keeps its notes."""
    dinner = shelf.DINNER.replace(
        "          shows: decide_together\n", "          was:\n            - tip   # old\n", 1
    )
    dinner = dinner.replace("          recall: you poured for two\n", "")
    folder = shelf.story(tmp_path / "tea", dinner=dinner)
    rename(folder, "dinner.pour", "serve")
    assert "          was:\n            - tip   # old\n            - pour\n" in (folder / "dinner.yaml").read_text()
    assert sound(folder).renamed == {"dinner.tip": "dinner.serve", "dinner.pour": "dinner.serve"}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("dinner.pourr", "x", "The story has nothing called `dinner.pourr`. Did you mean `dinner.pour`?"),
        ("dinner.pour", "porch.pour", "an option is renamed, not moved"),
        ("dinner.pour", "Pour it", "Try `pour_it`."),
        ("dinner.pour", "skip", "because it means something else. Try `the_skip`."),
        ("dinner.pour", "hall", "`dinner.hall` is the name of a passage already."),
        ("dinner.pour", "pour", "`dinner.pour` is called that already."),
        ("dinner", "plays", "because it means something else"),
        ("dinner", "spare", "There is a file spare.yaml already."),
        ("cup", "rested", "`rested` is the name of a variable already."),
        ("cup", "white", "`white` is a word in a condition"),
        ("kim", "sam", "`sam` is the name of a person already."),
        ("tim", "tom", "`tim` has no `name:`, so the id gives the name in the story. Write `name: Tim` first."),
        ("both", "each", "`both` is a scene and a variable. Say which one with --as."),
        ("dinner.alone", "tip", "`dinner.tip` is a former name of `dinner.pour` (`was`)"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    """Nothing is written, and the reader knows what to do."""
    front = shelf.STORY.replace("    name: Kim\n", "    name: Kim\n  tim: {pronouns: he}\n")
    front = front.replace("  rested: false\n", "  rested: false\n  both: false\n")
    front = front.replace("  - dinner\n", "  - dinner\n  - both\n")
    dinner = shelf.DINNER.replace(
        "          shows: decide_together\n", "          was: tip\n          shows: decide_together\n"
    )
    both = "title: Both\npassages:\n  a:\n    - Both.\n"
    folder = shelf.story(tmp_path / "tea", story=front, dinner=dinner, both=both, spare=both)
    before = files(folder)
    with pytest.raises(Refusal, match=re.escape(sentence)):
        rename(folder, old, new)
    assert files(folder) == before


def test_the_kind_may_be_said(tmp_path: Path) -> None:
    """A scene and a variable of one name are told apart."""
    front = shelf.STORY.replace("  rested: false\n", "  rested: false\n  porch: false\n")
    folder = shelf.story(tmp_path / "tea", story=front)
    rename(folder, "porch", "veranda", "variable")
    assert (folder / "porch.yaml").exists()
    rename(folder, "porch", "veranda", "scene")
    assert (folder / "veranda.yaml").exists()


def test_nothing_is_renamed_in_a_story_with_mistakes(tmp_path: Path) -> None:
    """Neither when a scene is wrong nor when the plays are."""
    for name, text in (("porch", shelf.PORCH.replace("savings >", "saving >")), ("plays", "plays: {a: {ends: b}}")):
        folder = shelf.story(tmp_path / name, **{name: text})
        with pytest.raises(Refusal, match="Nothing is renamed in a story with mistakes"):
            rename(folder, "dinner.pour", "serve")


def test_a_name_that_makes_a_condition_too_long_is_refused(tmp_path: Path) -> None:
    """What the new story would not bear is found before anything is written."""
    folder = shelf.story(tmp_path / "tea")
    before = files(folder)
    with pytest.raises(Refusal, match=r"(?s)would not load any more.*/porch\.yaml:.*at most 200 characters"):
        rename(folder, "savings", "s" + "a" * 190)
    assert files(folder) == before


def test_what_is_written_in_signs_is_refused(tmp_path: Path) -> None:
    """An id behind an escape cannot be edited in place; the line is named."""
    folder = shelf.story(tmp_path / "tea", story=shelf.STORY.replace('when: "dinner.pour', 'when: "dinner\\x2epour'))
    with pytest.raises(Refusal, match=r"story\.yaml:14 names `dinner.pour` in a way that cannot be edited"):
        rename(folder, "dinner.pour", "serve")


def test_the_difference_is_shown(tmp_path: Path) -> None:
    """A dry run shows the lines that change, under the names of their files."""
    folder = shelf.story(tmp_path / "tea")
    lines = list(renaming(folder, "dinner", "supper").difference())
    assert f"+++ {folder / 'supper.yaml'}" in lines
    assert "+was: dinner" in lines
    assert "-  - dinner" in lines


def attempt(after: Mapping[Path, bytes | None], disk: Disk) -> str | None:
    """Write the files of a renaming; returns what the reader is told if that fails."""
    try:
        write_all(after, disk)
    except CannotKeep as trouble:
        return str(trouble)
    return None


def test_all_files_are_changed_or_none(tmp_path: Path) -> None:
    """At whichever call the disk fails, the story is as before."""
    folder = shelf.story(tmp_path / "tea")
    before = files(folder)
    after = renaming(folder, "dinner", "supper").after
    at = 1
    while told := attempt(after, FailingDisk(at, errno.ENOSPC, stays=False)):
        assert "the disk is full" in told
        assert files(folder) == before, at
        at += 1
    assert at > 4 * len(after)
    sound(folder)
    assert (folder / "supper.yaml").exists()
    assert not (folder / "dinner.yaml").exists()


def test_a_disk_that_stays_broken_is_told(tmp_path: Path) -> None:
    """Where nothing can be put back any more, the reader is told which file that is."""
    folder = shelf.story(tmp_path / "tea")
    after = renaming(folder, "dinner", "supper").after
    told = []
    for at in range(1, 40):
        shelf.story(folder)
        (folder / "supper.yaml").unlink(missing_ok=True)
        told.append(attempt(after, FailingDisk(at, errno.EIO, stays=True)) or "")
    assert any(each.startswith("Half of the files were changed") for each in told)


@pytest.mark.parametrize(("old", "new"), [("dinner", "supper"), ("dinner.pour", "serve"), ("sam", "robin")])
def test_a_kill_at_any_step_leaves_a_story_or_a_sentence(tmp_path: Path, old: str, new: str) -> None:
    """It is as before, or as after, or `check` says what happened and what is left is done by the next command."""
    said = done = False
    for at in range(1, 200):
        folder = shelf.story(tmp_path / str(at) / "tea")
        before = files(folder)
        after = renaming(folder, old, new).after
        disk = StoppingDisk(at)
        try:
            write_all(after, disk, Note(folder / UNFINISHED, "x"))
        except CrashError:
            pass
        else:
            break
        here = {name: data for name, data in files(folder).items() if not name.startswith(".")}
        if not (folder / UNFINISHED).exists():
            whole = {**before, **{path.name: data for path, data in after.items()}}
            assert here in (before, {name: data for name, data in whole.items() if data is not None}), at
            continue
        assert [each.code for each in load(folder).problems] == [RULES["rename-unfinished"].code]
        said, done = True, done or here == before
        assert unfinished(folder / UNFINISHED) == finish(folder / UNFINISHED, Disk()) == "x"
        assert not (folder / UNFINISHED).exists()
        for path, data in after.items():
            assert (path.read_bytes() if path.exists() else None) == data, at
        sound(folder)
    else:
        pytest.fail("it never came to its end")
    assert said
    assert done, "it may also be stopped before the first file is changed"


def test_a_note_that_is_not_ours_moves_nothing(tmp_path: Path) -> None:
    """A story from elsewhere cannot have files moved about, or deleted, by what it brings along."""
    folder = shelf.story(tmp_path / "tea")
    (tmp_path / "kept.yaml").write_text("x")
    notes: tuple[object, ...] = (
        {"words": "x", "fresh": [], "gone": ["../kept.yaml"]},
        {"words": "x", "fresh": [["story.yaml", "dinner.yaml"]], "gone": []},
        {"words": "x", "fresh": [["../kept.yaml", "dinner.yaml"]], "gone": []},
        {"words": "x", "fresh": [], "gone": ["/etc/hosts"]},
        [],
    )
    for left in notes:
        (folder / UNFINISHED).write_text(json.dumps(left))
        before = files(folder)
        with pytest.raises(CannotRead, match="is no note that this game left"):
            finish(folder / UNFINISHED, Disk())
        assert files(folder) == before
        assert (tmp_path / "kept.yaml").read_text() == "x"


def test_a_person_keeps_the_name_that_a_player_chose(tmp_path: Path) -> None:
    """However often the id changes; nothing else of the person does."""
    folder = shelf.story(tmp_path / "tea")
    settings = Settings(called={"tea.sam": Called("Ana", "she")})
    rename(folder, "sam", "robin")
    rename(folder, "robin", "friend")
    assert "was: [sam, robin]" in (folder / "story.yaml").read_text()
    assert names_for(sound(folder), settings)["friend"] == Called("Ana", "she")
    rename(folder, "friend", "sam")
    assert names_for(sound(folder), settings)["sam"] == Called("Ana", "she")


ODD = """\
"title": >
  What is for dinner,
  {sam}?
prompts: Was {sam} hungry?
passages:
  'fridge':
    - The kettle hums and
      {sam.they} {sam.lean} on
      the door, {dinner.pour ? warm | cold}.
    - "Quotes too:
      {sam} and
      {{sam}} and \\"{sam}\\" said."
    - >-
      Folded, {sam} said,

      and {sam.their} cup {dinner.pour and
      not rested ? is | was} full.
    - |
        Deep, {sam.They} *{sam.lean}*.

        Sam: {sam} and \\{sam.\\}
    - Sam: Out loud, {sam}, {dinner.pour ? yes | no}.
    - choose:
        "pour":
          'do': Pour two cups and ask {sam}
            which, because both of you are cold.
          set:
            'cup': white
        alone: {do: "Pour your own, {sam} can't.", when: not dinner.pour}
      order: fixed
    - cases:
        - {when: (dinner.pour) and (cup == white), then: [A., {go: hall}]}
        - then: "{cup == white ? B | C}"
  hall: [Steam., {when: "dinner.pour", then: D., else: E.}]
"""


@pytest.mark.parametrize("old", ["dinner.pour", "dinner.hall", "dinner.fridge", "dinner", "cup", "sam"])
def test_every_way_to_write_yaml_is_edited_in_place(tmp_path: Path, old: str) -> None:
    """Folded, quoted, in brackets, over several lines, beside braces that are none: there and back, byte for byte."""
    plays = 'plays:\n  "a": {moments: [{open: [dinner.pour,\n    "dinner.alone"], pick: \'dinner.pour\'}]}\n'
    folder = shelf.story(tmp_path / "tea", dinner=ODD, plays=plays)
    before, count = files(folder), sum(data.count(b"quite_new") for data in files(folder).values())
    scene, dot, _name = old.rpartition(".")
    rename(folder, old, f"{scene}{dot}quite_new")
    after = files(folder)
    assert sum(data.count(b"quite_new") for data in after.values()) > count
    rename(folder, f"{scene}{dot}quite_new", old)
    assert {name: without_was(data) for name, data in files(folder).items()} == before


def test_what_lies_beside_a_story_stays_as_it_is(tmp_path: Path) -> None:
    """Words for pictures hold no ids of scenes; a link leads elsewhere; a file with a mistake is not listed."""
    folder = shelf.story(tmp_path / "tea", pictures="places: {}\n", spare="title: [\n")
    (tmp_path / "elsewhere.yaml").write_text(shelf.PORCH, encoding="utf-8")
    (folder / "linked.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    found = {each.path.name for each in story_files(folder, sound(shelf.story(tmp_path / "usual" / "tea")))}
    assert found == {"story.yaml", "plays.yaml", "dinner.yaml", "porch.yaml"}


def test_a_name_that_nobody_wrote_cannot_be_renamed(tmp_path: Path) -> None:
    """Without a cast there is a Sam all the same; no file says so."""
    endings = "".join(f"  {ending}: Rain.\n" for ending in ENDINGS)
    folder = tmp_path / "tea"
    folder.mkdir()
    (folder / "story.yaml").write_text(f"title: Tea\nscenes: [cup]\nendings:\n{endings}", encoding="utf-8")
    (folder / "cup.yaml").write_text("title: Cup\npassages:\n  a:\n    - It rains.\n", encoding="utf-8")
    with pytest.raises(Refusal, match=r"`sam` is not written in .*: it is the name that a story gets without a cast\."):
        rename(folder, "sam", "robin")


def test_former_names_in_a_block_are_the_author_s_to_write(tmp_path: Path) -> None:
    """Nothing is renamed until they stand in a list."""
    dinner = shelf.DINNER.replace(
        "          shows: decide_together\n",
        "          shows: decide_together\n          was: |-\n            tip\n",
        1,
    )
    folder = shelf.story(tmp_path / "tea", dinner=dinner)
    before = files(folder)
    with pytest.raises(Refusal, match=r"dinner\.yaml:\d+ holds former names in a way that cannot be edited"):
        rename(folder, "dinner.pour", "serve")
    assert files(folder) == before


def test_a_story_that_would_not_be_the_same_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever an edit of files came to, what it compiles to decides."""
    folder = shelf.story(tmp_path / "tea")
    story, before = sound(folder), files(folder)
    found = target(story, "dinner.pour", "serve", None)
    assert not same(story, story, found)
    monkeypatch.setattr("game.authoring.rename.renaming.same", lambda *_parts: False)
    with pytest.raises(Refusal, match=r"with `dinner\.serve` in place of `dinner\.pour` the story would not be"):
        rename(folder, "dinner.pour", "serve")
    assert files(folder) == before
