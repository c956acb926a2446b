"""The command line as its users meet it: exit statuses and what is printed."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.cli import VERBS, main
from game.shipped import SCENES


@dataclass(frozen=True, slots=True)
class Printed:
    """What a command did."""

    status: int
    out: str
    err: str


class Shell:
    """Runs commands in this process, with a home of their own."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capsys = capsys
        self.monkeypatch = monkeypatch

    def __call__(self, *words: str | Path, typed: str = "") -> Printed:
        """Run one command with this input."""
        self.monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        try:
            status = main([str(word) for word in words])
        except SystemExit as left:
            status = int(left.code or 0)
        printed = self.capsys.readouterr()
        return Printed(status, printed.out, printed.err)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """Return a shell whose home is empty."""
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path / "home"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    return Shell(capsys, monkeypatch)


def test_a_piped_play_ends_in_a_reveal(run: Shell, tmp_path: Path) -> None:
    """Ones all the way lead to the end; the file then tells the same in figures."""
    file = tmp_path / "r.json"
    played = run("read", "--seed", "1", "--run", file, typed="1\n" * 40)
    assert played.status == 0
    assert "In this story you modelled" in played.out
    shown = json.loads(run("reveal", file, "--json").out)
    keys = {"dynamic", "finished", "me", "we", "path", "moments", "against", "roads", "settled_after"}
    assert set(shown) == keys
    assert all(set(road) == {"dynamic", "changes", "run"} for road in shown["roads"])
    assert shown["finished"] is True
    assert shown["path"][-1] == [shown["me"], shown["we"]]


def test_the_end_of_the_input_keeps_the_run(run: Shell, tmp_path: Path) -> None:
    """Leaving in the middle is no error; the same command goes on there."""
    file = tmp_path / "r.json"
    assert run("read", "--run", file, typed="1\n1\n").status == 0
    assert len(json.loads(file.read_text())["choices"]) == 2
    again = run("read", "--run", file, typed="1\n")
    assert "You go on where you left" in again.out
    assert len(json.loads(file.read_text())["choices"]) == 3


def test_the_command_to_go_on_works(run: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names what the shell needs: the story, where it is not shipped, and both in quotes where they hold spaces."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SCENES / "six-evenings", tmp_path / "my stories" / "evenings")
    steps = "".join(f"    - choose: {{{id_}: {{do: Stay.}}}}\n" for id_ in ("a", "b"))
    (tmp_path / "a scene.yaml").write_text(f"title: Tea\npassages:\n  start:\n{steps}")
    for story in ("my stories/evenings", "a scene.yaml", "six-evenings"):
        left = run("read", story, "--run", "a run.json", typed="1\n")
        command = shlex.split(left.out.split("To go on:\n")[1])
        assert command[0] == "me-and-we"
        assert "You go on where you left" in run(*command[1:], typed="").out
        (tmp_path / "a run.json").unlink()


def test_nothing_is_said_to_be_kept_before_it_is(run: Shell, tmp_path: Path) -> None:
    """Whoever leaves without an answer has no run to go on with, and is told no command."""
    file = tmp_path / "r.json"
    left = run("read", "--run", file, typed="save\n")
    assert left.out.count("Nothing is kept yet") == 2
    assert "To go on" not in left.out
    assert not file.exists()


def test_a_finished_run_is_revealed_untouched(run: Shell, tmp_path: Path) -> None:
    """Opening it again changes no byte."""
    file = tmp_path / "r.json"
    run("read", "--seed", "1", "--run", file, typed="1\n" * 40)
    before = file.read_bytes()
    again = run("read", "--run", file, typed="1\n" * 40)
    assert "In this story you modelled" in again.out
    assert file.read_bytes() == before


def test_a_finished_run_that_is_rewound_stays_whole(run: Shell, tmp_path: Path) -> None:
    """Giving the same answer again after a rewind keeps a run that can be opened."""
    file = tmp_path / "r.json"
    run("read", "--seed", "1", "--run", file, typed="1\n" * 8 + "back 2\n1\n")
    assert run("reveal", file).status == 0


def test_a_run_of_another_seed_is_refused(run: Shell, tmp_path: Path) -> None:
    """The sentence names both seeds."""
    file = tmp_path / "r.json"
    run("read", "--seed", "1", "--run", file, typed="1\n")
    refused = run("read", "--seed", "2", "--run", file)
    assert (refused.status, refused.err) == (1, "me-and-we: This run has the seed 1, not 2.\n")


def test_a_run_of_another_story_is_refused(run: Shell, tmp_path: Path) -> None:
    """A run belongs to its story."""
    file = tmp_path / "r.json"
    run("read", "--seed", "1", "--run", file, typed="1\n")
    other = tmp_path / "kettle.yaml"
    other.write_text(KETTLE, encoding="utf-8")
    refused = run("read", other, "--run", file)
    assert refused.status == 1
    assert "This run belongs to the story “our-year”, not to “kettle”." in refused.err


def test_a_damaged_run_is_told_in_a_sentence(run: Shell, tmp_path: Path) -> None:
    """No traceback, and the file stays."""
    file = tmp_path / "r.json"
    file.write_text("{")
    refused = run("reveal", file)
    assert refused.status == 1
    assert refused.err.startswith("me-and-we: ")
    assert "Traceback" not in refused.err
    assert file.read_text() == "{"


def test_an_unfinished_run_means_something_so_far(run: Shell, tmp_path: Path) -> None:
    """`reveal` works before the end."""
    file = tmp_path / "r.json"
    run("read", "--seed", "1", "--run", file, typed="1\n1\n")
    shown = json.loads(run("reveal", file, "--json").out)
    assert shown["finished"] is False
    assert len(shown["roads"]) >= 3
    assert "settled_after" not in shown
    told = run("reveal", file).out
    assert "Looking back so far" in told
    assert "In this story, so far, you modelled: " in told


def test_no_screen_goes_on_at_the_prompt(run: Shell) -> None:
    """The window says so in one line, and the game is played."""
    played = run("play", typed="1\n" * 40)
    assert played.err == "No screen was found. Going on at the prompt.\n"
    assert "In this story you modelled" in played.out


def test_with_the_other_pygame_the_game_goes_on_at_the_prompt(run: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both have the same name, and whichever was installed last is there; a sentence tells how to mend it."""
    monkeypatch.delattr("pygame.IS_CE")
    played = run("play", "our-year", typed="1\n")
    assert played.status == 0
    assert "pip install --force-reinstall pygame-ce" in played.err


KETTLE = """\
title: The kettle
passages:
  morning:
    - The kettle has been on for a while, and neither of you has got up.
    - choose:
        get_up:
          do: Get up, because somebody has to, and ask what {sam} would like.
          shows: decide_together
          recall: you got up and asked what {sam} would like
          then: Tea, it turns out.
        stay:
          do: Stay where you are, since {sam} is nearer to the kitchen.
          shows: lean_no_return
          recall: you stayed where you were
          then: After a minute the kettle stops.
"""


def test_a_lone_scene_plays_as_it_stands(run: Shell, tmp_path: Path) -> None:
    """A scene file is a story; `check` has nothing to say of it."""
    scene = tmp_path / "kettle.yaml"
    scene.write_text(KETTLE, encoding="utf-8")
    assert run("check", scene).out == "No problems.\n"
    assert (
        "After a minute the kettle stops."
        in run("read", scene, "--seed", "3", typed="1\n2\n").out + run("read", scene, "--seed", "3", typed="2\n").out
    )


def test_check_tells_all_mistakes_at_once(run: Shell, tmp_path: Path) -> None:
    """An author who breaks a scene in eleven ways is told all eleven."""
    scene = tmp_path / "kettle.yaml"
    scene.write_text(MISTAKES, encoding="utf-8")
    told = run("check", scene, "--json")
    assert told.status == 1
    problems = json.loads(told.out)
    assert set(problems[0]) == {"file", "line", "column", "severity", "code", "message", "hint"}
    assert len(problems) == 11, run("check", scene).out


MISTAKES = """\
titel: The kettle
passages:
  morning:
    - The kettle has been on, {smm} says.
    - choose:
        Get_Up:
          do: Get up, because somebody has to, and ask what is wanted.
          shows: decide_togehter
          recall: you got up and asked
        stay:
          do: Stay where you are, since the kitchen is nearer to others.
          shows: lean_no_return
          me: 5
          recall: you stayed where you were
          go: kitchn
        wait:
          when: kettle >> 2
          recal: you waited
        sing:
          do: Sing until somebody gets up, whatever it may cost the neighbours.
          shows: decide_solo
          recall: you sang *loudly
          go: noon
  noon:
    - figures: upside down
"""


def test_an_author_starts_in_the_middle(run: Shell, tmp_path: Path) -> None:
    """`--at` starts at a scene with these variables, and keeps nothing."""
    trial = run("play", "our-year", "--at", "apart.sunday", "--with", "job=archive,me=2")
    assert "A trial from “apart.sunday”; nothing of it is kept." in trial.out
    assert "safe for two centuries" in " ".join(trial.out.split())
    assert not (tmp_path / "home").exists()


def test_a_trial_has_a_reveal(run: Shell) -> None:
    """It begins where the trial began, with its meters."""
    told = run("play", "our-year", "--at", "lease.home", "--with", "me=-3,we=4", typed="1\n" * 5)
    assert told.status == 0
    assert "In this story you modelled: " in told.out


@pytest.mark.parametrize(
    ("at", "having", "sentence"),
    [
        ("dinnr", "", "There is no scene or passage “dinnr”. Did you mean “dinner”?"),
        ("dinner", "jb=lead", "There is no variable “jb”. Did you mean “job”?"),
        ("dinner", "me=lots", "me is a whole number, not “lots”."),
        ("dinner", "job=archives", "job never holds “archives”. Did you mean “archive”?"),
        ("dinner", "job", "Write --with NAME=VALUE, such as “job=1”, not “job” alone."),
    ],
)
def test_a_wrong_start_is_told(run: Shell, at: str, having: str, sentence: str) -> None:
    """What is not there is told with the nearest that is."""
    refused = run("play", "our-year", "--at", at, "--with", having)
    assert (refused.status, refused.err) == (1, f"me-and-we: {sentence}\n")


def test_values_without_a_place_are_refused(run: Shell) -> None:
    """They would start nothing, and nobody would notice."""
    refused = run("play", "our-year", "--with", "job=archive")
    assert refused.status == 1
    assert "--at SCENE" in refused.err


def test_where_and_forget(run: Shell, tmp_path: Path) -> None:
    """Everything kept is named, kept on a no, and gone on a yes."""
    home = tmp_path / "home"
    assert str(home / "runs") in run("where").out
    assert run("forget").out == "Nothing is kept.\n"
    run("read", typed="1\n")
    assert run("forget", typed="no\n").out.endswith("Nothing was deleted.\n")
    assert list((home / "runs").iterdir())
    assert run("forget", typed="yes\n").out.endswith("Deleted.\n")
    assert run("forget").out == "Nothing is kept.\n"


def test_players_at_the_prompt(run: Shell, tmp_path: Path) -> None:
    """A name makes a player, is told from then on, and goes alone; an unknown one is told who there is."""
    folder = tmp_path / "home/players/Kim"
    assert "Kim plays." in run("read", "our-year", "--player", "Kim", typed="1\n").out
    assert "Kim plays." in run("read", "our-year", typed="1\n").out
    assert str(folder) in run("where").out
    unknown = run("forget", "--player", "Sam")
    assert (unknown.status, "There is: Kim." in unknown.err) == (1, True)
    assert run("forget", "--player", "kim", typed="yes\n").out.endswith("Deleted.\n")
    assert not folder.exists()
    both = run("read", "--class", str(tmp_path), "--player", "Kim")
    assert (both.status, "Leave one of the two out" in both.err) == (1, True)


def test_a_misspelt_verb_is_told_with_the_right_one(run: Shell) -> None:
    """Status 2, and what was meant."""
    told = run("chek")
    assert told.status == 2
    assert "there is no verb “chek”. Did you mean check?" in told.err


@pytest.mark.parametrize("word", ["-1", "abc", "9" * 20, "1.5", ""])
def test_a_seed_is_a_whole_number(run: Shell, word: str) -> None:
    """Anything else is told, with status 2."""
    told = run("read", f"--seed={word}")
    assert told.status == 2
    assert f"“{word}” is not a whole number of at most 15 digits" in told.err


def test_every_verb_explains_itself(run: Shell) -> None:
    """`--help` names all verbs, and each its own arguments."""
    assert all(verb in run("--help").out for verb in VERBS)
    for verb in VERBS:
        assert run(verb, "--help").status == 0


def test_check_needs_no_pygame() -> None:
    """`check` runs where pygame is not installed, and nothing of the window is imported."""
    code = "import sys; sys.modules['pygame'] = None; from game.cli import main; sys.exit(main(['check', 'our-year']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stdout) == (0, "No problems.\n")


@pytest.mark.parametrize("story", sorted(path.name for path in SCENES.iterdir() if path.is_dir()))
def test_the_shipped_stories_have_no_problems(run: Shell, story: str) -> None:
    """Not even a warning."""
    assert run("check", story).out == "No problems.\n"


def test_census_tells_all_and_in_figures(run: Shell) -> None:
    """The report is for people; the JSON has the agreed shape, counts in digits."""
    assert "283,554,009,317,376 playthroughs" in run("census", "our-year").out
    figures = json.loads(run("census", "our-year", "--json").out)
    assert set(figures) == {
        "story",
        "playthroughs",
        "states",
        "complete",
        "meters",
        "dynamics",
        "options",
        "passages",
    }
    assert (figures["story"], figures["playthroughs"], figures["complete"]) == ("our-year", "283554009317376", True)
    assert "nothing here is proved" in run("census", "our-year", "--seconds", "0").out


def test_check_tells_a_broken_promise_with_a_run(run: Shell) -> None:
    """A story that breaks its promise fails, and the run that shows it stands below."""
    broken = Path(__file__).parent / "broken" / "promise-stuck"
    told = run("check", broken)
    assert told.status == 1
    assert "error E262" in told.out
    assert "start.ask" in told.out
    assert "E262" in {each["code"] for each in json.loads(run("check", broken, "--json").out)}


def test_a_map_is_a_picture_or_a_page(run: Shell, tmp_path: Path) -> None:
    """The file's name tells which; a folder that is not there and any other kind are refused in a sentence."""
    for name, begins in (("map.svg", "<svg"), ("map.html", "<!DOCTYPE html>")):
        assert run("map", "our-year", "-o", tmp_path / name).status == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    refused = run("map", "our-year", "-o", tmp_path / "none" / "map.svg")
    assert (refused.status, "the folder does not exist" in refused.err) == (1, True)
    assert run("map", "our-year", "-o", tmp_path / "map.png").err.startswith("me-and-we: A map is a picture or a page")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["map.html", "map.svg"]


def test_a_pack_plays_wherever_a_story_does(run: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`pack` tells what is in it; every verb that takes a story takes it, under any name; runs belong to both."""
    monkeypatch.chdir(tmp_path)
    packed = run("pack", "our-year")
    assert packed.status == 0
    assert f" {len(list((SCENES / 'our-year').glob('*.*')))} files, " in f" {packed.out.splitlines()[-1]}"
    assert "  dinner.yaml\n" in packed.out
    pack = (tmp_path / "our-year.zip").rename(tmp_path / "our-year (1).zip")
    assert run("check", pack).out.splitlines()[-1] == run("check", "our-year").out.splitlines()[-1]
    assert run("census", pack).out == run("census", "our-year").out
    assert run("map", pack, "-o", "map.svg").status == 0
    assert run("read", pack, "--seed", "1", "--run", "r.json", typed="1\n" * 40).status == 0
    told = run("reveal", "r.json", "--story", pack, "--json")
    assert told.status == 0
    assert told.out == run("reveal", "r.json", "--json").out
    first = pack.read_bytes()
    assert run("pack", pack, "-o", "again.zip").status == 0
    assert (tmp_path / "again.zip").read_bytes() == first


def test_what_is_no_whole_story_is_not_packed(run: Shell, tmp_path: Path) -> None:
    """A story with errors, a lone scene, and a pack not called one are refused, and nothing is written."""
    broken = tmp_path / "tea"
    broken.mkdir()
    (broken / "story.yaml").write_text("title: Tea\nscenes: [start]\n")
    (tmp_path / "kettle.yaml").write_text(KETTLE, encoding="utf-8")
    pack = tmp_path / "tea.zip"
    assert "the first problem is:" in run("pack", broken, "-o", pack).err
    assert "is one scene." in run("pack", tmp_path / "kettle.yaml", "-o", pack).err
    assert "end the name of its file in .zip" in run("pack", "our-year", "-o", tmp_path / "tea.yaml").err
    assert sorted(each.name for each in tmp_path.iterdir()) == ["kettle.yaml", "tea"]


def test_a_bad_pack_is_told_in_a_sentence(run: Shell, tmp_path: Path) -> None:
    """Whatever verb meets it: no traceback, and what to do next."""
    pack = tmp_path / "tea.zip"
    pack.write_bytes(b"PK\x03\x04 and no more")
    for verb in ("read", "census", "pack"):
        refused = run(verb, pack)
        assert refused.status == 1
        assert "tea.zip:1:1: error E301: " in refused.err
    assert "E301" in run("check", pack).out


def test_stats_are_printed_and_written(run: Shell, tmp_path: Path) -> None:
    """A report, JSON of the same figures, a page and a picture; a file of another kind is refused."""
    printed = run("stats", "flatmates")
    assert printed.status == 0
    assert "Words read in a playthrough" in printed.out
    figures = json.loads(run("stats", "flatmates", "--json").out)
    keys = {
        "story",
        "words",
        "playthrough",
        "epilogues",
        "scenes",
        "options",
        "patterns",
        "echoes",
        "tells",
        "giveaways",
    }
    assert set(figures) == keys
    assert re.search(rf"expected +{round(figures['playthrough']['expected']):,} ", printed.out)
    for name, start in (("page.html", "<!DOCTYPE html>"), ("heat.svg", "<svg ")):
        assert run("stats", "flatmates", "-o", tmp_path / name).status == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    refused = run("stats", "flatmates", "-o", tmp_path / "stats.pdf")
    assert (refused.status, (tmp_path / "stats.pdf").exists()) == (1, False)


def test_validity_is_told_by_its_exit_status(run: Shell, tmp_path: Path) -> None:
    """All gates stand in the report and in the JSON; one that is missed makes the status 1."""
    asked = ("validity", "our-year", "--seeds", "3", "--runs", "2")
    printed = run(*asked)
    figures = json.loads(run(*asked, "--json").out)
    assert set(figures) == {"story", "pass", "gates"}
    assert printed.out.count("PASS") == sum(gate["pass"] for gate in figures["gates"])
    assert printed.status == (0 if figures["pass"] else 1)
    assert run("validity", "our-year", "--runs", "many").status == 2
    assert run("validity", tmp_path / "nothing").status == 1


def test_a_vote_without_a_screen_goes_on_at_the_prompt(run: Shell, tmp_path: Path) -> None:
    """What it keeps is an ordinary run, without any number of hands; the next lesson goes on with it."""
    file = tmp_path / "lesson.json"
    told = run("vote", "flatmates", "--seed", "3", "--run", file, typed="9 3 0 1 2\n\n")
    assert told.status == 0
    assert "A has the most hands." in told.out
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert set(kept) == {"format", "version", "story", "seed", "choices", "finished", "started", "saved", "sum"}
    assert len(kept["choices"]) == 1
    assert run("reveal", file).status == 0
    again = run("vote", "flatmates", "--run", file, typed="skip\n")
    assert again.status == 0
    assert "You go on where you left." in again.out
    assert len(json.loads(file.read_text(encoding="utf-8"))["choices"]) == 2


def test_class_mode_at_the_command_line(run: Shell, tmp_path: Path) -> None:
    """One file in the folder; a folder that is not there, and a run that would be kept, are refused in a sentence."""
    folder = tmp_path / "class"
    folder.mkdir()
    told = run("read", "flatmates", "--seed", "3", "--class", folder, typed="1\n" * 6 + "yes\n")
    assert told.status == 0
    assert len(list(folder.iterdir())) == 1
    for words, why in (
        (("--class", tmp_path / "none"), "There is no folder"),
        (("--class", folder, "--run", tmp_path / "a.json"), "Leave one of the two out."),
    ):
        refused = run("read", "flatmates", *words)
        assert refused.status == 1
        assert why in refused.err


def test_two_agree_at_the_command_line(run: Shell) -> None:
    """`--pair` asks the other one."""
    told = run("read", "flatmates", "--seed", "3", "--pair", typed="1\n1\n")
    assert "Both of you?" in told.out
