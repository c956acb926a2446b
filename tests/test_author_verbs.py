"""The verbs of the author's bench as authors meet them: exit statuses, what is printed, and what is written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.authoring.rename.renaming import renaming
from game.authoring.reread import UNFINISHED
from game.cli import main
from game.runs.together import Note, write_all
from tests import shelf
from tests.runs.disks import CrashError, StoppingDisk


@dataclass(frozen=True, slots=True)
class Shell:
    """Runs commands in this process, with a home of their own."""

    capsys: pytest.CaptureFixture[str]

    def __call__(self, *words: str | Path) -> tuple[int, str, str]:
        """Run one command; returns its status, and what it printed on both streams."""
        try:
            status = main([str(word) for word in words])
        except SystemExit as left:
            status = int(left.code or 0)
        printed = self.capsys.readouterr()
        return status, printed.out, printed.err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """Return a shell whose home is empty, in a folder with the story `tea`."""
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    shelf.story(tmp_path / "tea")
    return Shell(capsys)


def change(file: Path, before: str, after: str) -> None:
    """Replace words in a file; they stand in it."""
    text = file.read_bytes().decode()
    assert before in text
    file.write_bytes(text.replace(before, after).encode())


def test_plays_that_go_as_expected_leave_with_0(run: Shell) -> None:
    """Each play is named, and what none of them meets is counted; -v names it."""
    status, out, _err = run("test", "tea")
    assert status == 0
    assert out.startswith("both: as expected\nown: as expected\n2 plays, all as expected.\n")
    assert "No play meets 1 of 5 options, 0 of 3 passages, 3 of 5 endings. (-v names them)" in out
    assert "options: porch.stand" in run("test", "tea", "-v")[1]


def test_a_difference_leaves_with_1_and_is_shown_at_its_place(run: Shell) -> None:
    """Place, what was expected, what came, and what was told last."""
    change(Path("tea/dinner.yaml"), "The cups steam.", "The cups are steaming.")
    status, out, _err = run("test", "tea")
    assert status == 1
    assert "tea/plays.yaml:9:13: These words are not told here." in out
    assert "expected      The cups steam.\n" in out
    assert "came instead  The cups are steaming.\n" in out
    assert "told last" in out
    assert out.count("as expected") == 2
    assert "2 plays, 1 not as expected." in out


def test_json_tells_the_same(run: Shell) -> None:
    """For programs: plays, failures with places, and what was not met."""
    change(Path("tea/plays.yaml"), "ends: independence", "ends: dependence")
    status, out, _err = run("test", "tea", "--json")
    told = json.loads(out)
    assert status == 1
    assert [(play["play"], play["passed"], play["ends"]) for play in told["plays"]] == [
        ("both", True, "interdependence"),
        ("own", False, "independence"),
    ]
    (failure,) = told["plays"][1]["failures"]
    assert (failure["file"], failure["line"], failure["expected"]) == ("tea/plays.yaml", 20, ["dependence"])
    assert told["not_met"]["options"] == {"all": 5, "missed": ["porch.stand"]}


def test_accepting_leaves_nothing_to_complain_of(run: Shell) -> None:
    """What came is expected from then on; the rest of the file is untouched."""
    change(Path("tea/dinner.yaml"), "The cups steam.", "The cups are steaming.")
    before = Path("tea/plays.yaml").read_text()
    status, out, err = run("test", "tea", "--accept")
    assert (status, err) == (0, "1 new expectation was written.\n")
    assert "2 plays, all as expected." in out
    assert Path("tea/plays.yaml").read_text() == before.replace("The cups steam.", "The cups are steaming.")


def test_only_some_plays(run: Shell) -> None:
    """A play is chosen by its name; a misspelt one gets the nearest."""
    assert run("test", "tea", "--only", "own")[1].startswith("own: as expected\n1 play, all as expected.\n")
    status, _out, err = run("test", "tea", "--only", "bth")
    assert (status, err) == (1, "me-and-we: There is no play “bth”. Did you mean `both`?\n")


def test_a_run_becomes_a_play(run: Shell, tmp_path: Path) -> None:
    """Answers at the prompt are recorded with their ending, and play again."""
    session = ["1\n"] * 6
    kept = tmp_path / "run.json"
    played = pytest.MonkeyPatch()
    with played.context() as patch:
        import io  # noqa: PLC0415  # typed here alone
        import sys  # noqa: PLC0415

        patch.setattr(sys, "stdin", io.StringIO("".join(session)))
        assert run("read", "tea", "--seed", "3", "--run", kept)[0] == 0
    status, out, _err = run("test", "tea", "--record", kept, "--name", "First try")
    assert (status, out) == (0, "Recorded: the play first_try in tea/plays.yaml\n")
    picks = json.loads(kept.read_text())["choices"]
    text = Path("tea/plays.yaml").read_text()
    assert text.startswith(shelf.PLAYS)
    assert all(f"      - {pick}\n" in text for pick in picks)
    assert "first_try: as expected" in run("test", "tea")[1]
    assert "There is a play “first_try” already." in run("test", "tea", "--record", kept, "--name", "first_try")[2]
    assert "Give the play a name" in run("test", "tea", "--record", kept)[2]


def test_a_story_without_plays_says_how_to_get_some(run: Shell) -> None:
    """No traceback, and a way on."""
    Path("tea/plays.yaml").unlink()
    status, _out, err = run("test", "tea")
    assert status == 1
    assert "There are no plays in tea/plays.yaml yet." in err
    assert "dinner.yaml is no story's folder" in run("test", "tea/dinner.yaml")[2]


def test_check_reads_the_plays_too(run: Shell) -> None:
    """A mistake in them fails `check` and `test`, and keeps nobody from playing."""
    change(Path("tea/plays.yaml"), "- porch.sit", "- porch.sitt")
    status, out, _err = run("check", "tea")
    assert status == 1
    assert "tea/plays.yaml:13:9: error E320: The story has no option `porch.sitt`." in out
    assert "      - porch.sitt\n" in out
    assert "Did you mean `porch.sit`?" in out
    (problem,) = json.loads(run("check", "tea", "--json")[1])
    assert problem["code"] == "E320"
    tested = run("test", "tea")
    assert tested[0] == 1
    assert "E320" in tested[1]
    assert run("census", "tea")[0] == 0


def test_check_of_an_unplayable_story_still_tells_of_the_shape_of_its_plays(run: Shell) -> None:
    """Names cannot be looked up then, so only what is wrong in itself is told."""
    change(Path("tea/porch.yaml"), "savings > 0", "saving > 0")
    change(Path("tea/plays.yaml"), "pick: dinner.pour", "pikc: dinner.pour")
    codes = [problem["code"] for problem in json.loads(run("check", "tea", "--json")[1])]
    assert codes == ["E279", "E201"]


def test_rename_says_what_it_did(run: Shell) -> None:
    """Places and files are counted, and everything still holds."""
    status, out, _err = run("rename", "tea", "dinner.pour", "serve")
    assert (status, out) == (0, "dinner.pour is dinner.serve now: 8 places in 4 files.\n")
    assert run("check", "tea")[1] == "No problems.\n"
    assert run("test", "tea")[0] == 0


def test_a_dry_run_changes_nothing(run: Shell) -> None:
    """The difference is printed as programmers know it."""
    status, out, _err = run("rename", "tea", "dinner", "supper", "--dry-run")
    assert status == 0
    assert "--- tea/dinner.yaml\n+++ tea/supper.yaml\n" in out
    assert Path("tea/dinner.yaml").read_text() == shelf.DINNER


def test_a_refusal_to_rename_is_a_sentence(run: Shell) -> None:
    """The nearest real name is in it."""
    status, _out, err = run("rename", "tea", "diner", "supper")
    assert status == 1
    assert err == "me-and-we: The story has nothing called `diner`. Did you mean `dinner`?\n"
    assert "is no story's folder" in run("rename", "tea/dinner.yaml", "dinner", "supper")[2]


def test_a_safe_version_leaves_with_0_and_an_unsafe_one_with_1(run: Shell) -> None:
    """So that it can stand before a release."""
    shelf.story(Path("next/tea"))
    status, out, _err = run("compare-stories", "tea", "next/tea")
    assert status == 0
    assert "Every kept run goes on" in out
    change(Path("next/tea/porch.yaml"), "        sit:", "        rest:")
    change(Path("next/tea/plays.yaml"), "porch.sit", "porch.rest")
    status, out, _err = run("compare-stories", "tea", "next/tea")
    assert status == 1
    assert "1 of 3 places: a kept run is cut back." in out
    assert "write `was: sit` into the option porch.rest" in out
    status, out, _err = run("compare-stories", "tea", "next/tea", "--json")
    assert (status, json.loads(out)["mends"][0]["was"]) == (1, "porch.sit")


def test_a_pack_is_tested_as_its_folder_is(run: Shell) -> None:
    """Plays and transcripts travel with a story, the schema does not, and nothing is written into a pack."""
    change(Path("tea/plays.yaml"), "  own:\n", "  own:\n    transcript: own.txt\n")
    run("test", "tea", "--accept")
    run("schema", "-o", "tea/schema")
    status, told, _err = run("pack", "tea")
    assert status == 0
    assert "plays/own.txt" in told
    assert "schema" not in told
    assert run("check", "tea.zip")[1] == "No problems.\n"
    assert run("test", "tea.zip")[1] == run("test", "tea")[1]
    assert "tea.zip is a pack, and nothing is written into one." in run("test", "tea.zip", "--accept")[2]
    Path("tea/plays/own.txt").write_text("Nothing.\n")
    run("pack", "tea")
    status, out, _err = run("test", "tea.zip")
    assert status == 1
    assert "tea.zip/plays/own.txt" in out


def test_the_plays_of_a_pack_are_checked(run: Shell) -> None:
    """A mistake in them is told with the pack and the file."""
    change(Path("tea/plays.yaml"), "- porch.sit", "- porch.sitt")
    run("pack", "tea")
    assert "tea.zip/plays.yaml:13:9: error E320" in run("check", "tea.zip")[1]


def test_a_renaming_that_was_interrupted_is_finished(run: Shell) -> None:
    """`check` says so, playing is refused with the same sentence, and the same command again does the rest."""
    folder = Path("tea")
    note = Note(folder / UNFINISHED, "dinner.pour → serve")
    after = renaming(folder, "dinner.pour", "serve").after
    for at in range(1, 100):
        with pytest.raises(CrashError):
            write_all(after, StoppingDisk(at), note)
        if note.path.exists():
            break
    status, out, _err = run("check", "tea")
    assert status == 1
    assert "E257: A renaming in tea was interrupted" in out
    assert "E257" in run("census", "tea")[2]
    status, out, _err = run("rename", "tea", "dinner.pour", "serve")
    assert (status, out) == (0, "Finished first what was interrupted: dinner.pour → serve.\n")
    assert run("check", "tea")[1] == "No problems.\n"
    assert run("rename", "tea", "dinner.serve", "pour")[0] == 0
    assert not [each for each in folder.iterdir() if each.name.startswith(".")]
