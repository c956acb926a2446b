"""Plays beside a story: each rule on its own fixture, every expectation met and not met, accepting and recording."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.authoring.likeness import likest
from game.authoring.load import load
from game.authoring.packs.making import pack
from game.authoring.plays.accept import accepted
from game.authoring.plays.coverage import Coverage, Share, coverage
from game.authoring.plays.failure import Failure
from game.authoring.plays.kept import Kept, kept
from game.authoring.plays.perform import Performed, perform
from game.authoring.plays.record import recorded
from game.authoring.plays.report import Tested, report
from game.authoring.plays.transcripts import compared
from game.authoring.problems import show
from game.authoring.rules.plays import PLAYS
from game.authoring.shelf import folder as shelved
from game.story.model import Story
from game.story.names import ENDINGS
from game.terminal.prose import paragraphs
from tests import shelf

BROKEN = Path(__file__).parent.parent / "broken"


@pytest.mark.parametrize("rule", sorted(PLAYS))
def test_each_rule_has_a_fixture_that_breaks_it_and_no_other(
    rule: str, expect_text: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One mistake gives one message at its place, and the story itself can be played all the same."""
    monkeypatch.chdir(BROKEN)
    loaded = load(Path(rule))
    found = kept(loaded, Path(rule))
    assert loaded.problems == ()
    assert [each.code for each in found.problems] == [PLAYS[rule].code]
    expect_text(BROKEN / f"{rule}.txt", "".join(show(each, found.sources) + "\n" for each in found.problems))


def test_codes_lie_in_their_range() -> None:
    """Codes of plays lie between 320 and 329."""
    assert all(re.fullmatch(r"[EW]32\d", rule.code) for rule in PLAYS.values())


def opened(folder: Path) -> tuple[Story, Kept]:
    """Return the story in a folder, and its plays, which have to be sound."""
    loaded = load(folder)
    assert loaded.story is not None
    found = kept(loaded, folder)
    assert found.problems == (), [each.message for each in found.problems]
    return loaded.story, found


def played(folder: Path) -> tuple[Kept, list[Performed]]:
    """Play all plays of a story."""
    story, found = opened(folder)
    return found, [perform(story, play, paragraphs) for play in found.plays]


def one(folder: Path, *lines: str) -> Performed:
    """Play a play of these lines."""
    text = "plays:\n  only:\n" + "".join(f"    {line}\n" for line in lines)
    _found, (done,) = played(shelf.story(folder, plays=text))
    return done


def test_a_story_is_played_as_its_plays_say(tmp_path: Path) -> None:
    """Everything that a play can expect comes true, and what was met is known."""
    found, done = played(shelf.story(tmp_path / "tea"))
    assert [each.failures for each in done] == [(), ()]
    assert [each.dynamic for each in done] == ["interdependence", "independence"]
    story, _ = opened(found.file.parent)
    left = coverage(story, done)
    assert left.options.missed == ("porch.stand",)
    assert left.passages.missed == ()
    assert len(left.endings.missed) == 3


def test_plays_are_no_scene_and_no_part_of_the_story(tmp_path: Path) -> None:
    """A mistake in them keeps nobody from playing; `check` tells it."""
    folder = shelf.story(tmp_path / "tea", plays="plays:\n  a:\n    moments: [dinner.tea]\n")
    loaded = load(folder)
    assert loaded.story is not None
    assert [each.code for each in kept(loaded, folder).problems] == ["E320"]
    assert "`dinner." in kept(loaded, folder).problems[0].hint
    assert load(folder / "plays.yaml").story == loaded.story


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["monents: [dinner.pour]"], "E201"),
        (["moments: dinner.pour"], "E205"),
        (["moments: [{pick: [dinner.pour]}]"], "E203"),
        (["moments: [{has: {cup: 3 sugars}}]"], "E231"),
        (["moments: [{has: {savings: 4}}]"], "E232"),
        (["moments: [{has: {sugar: 4}}]"], "E230"),
        (["ends: happily"], "E210"),
        (["with: {me: lots}", "ends: dependence"], "E208"),
        (["names: {sam: {pronouns: it}}", "ends: dependence"], "E210"),
        (["moments: [{closed: [dinner.skip]}]"], "E320"),
    ],
)
def test_mistakes_are_told_as_in_scenes(tmp_path: Path, lines: list[str], code: str) -> None:
    """The same rules, at their own lines."""
    text = "plays:\n  only:\n" + "".join(f"    {line}\n" for line in lines)
    folder = shelf.story(tmp_path / "tea", plays=text)
    (problem,) = kept(load(folder), folder).problems
    assert (problem.code, problem.line) == (code, 3)


@pytest.mark.parametrize(
    ("lines", "message", "came"),
    [
        (["- tells: The kettle is humming."], "These words are not told here.", "The kettle hums."),
        (["- tells:", "    - could drink", "    - kettle hums"], "These words come too early", None),
        (["- omits: kettle hums"], "These words are told here", "The kettle hums. They lean on the door."),
        (["- open: [dinner.pour]"], "Other options are open here.", "dinner.pour, dinner.alone, dinner.wait"),
        (["- closed: dinner.wait"], "`dinner.wait` can be picked here, and should not be.", None),
        (["- has: {savings: 2}"], "`savings` holds something else here.", "1"),
        (["- has: {me: -2}"], "`me` holds something else here.", "0"),
        (["- porch.sit"], "another choice waits.", "a choice of dinner.pour, dinner.alone, dinner.wait"),
        (["- dinner.alone", "- dinner.pour"], "the story is over.", "the end of the story"),
    ],
)
def test_what_differs_is_told_with_what_came(tmp_path: Path, lines: list[str], message: str, came: str | None) -> None:
    """Each kind of expectation fails for its own reason, at its own line."""
    done = one(tmp_path / "tea", "moments:", *(f"  {line}" for line in lines))
    (failure,) = done.failures
    assert message in failure.message
    assert (failure.came[0] if failure.came else None) == came
    assert failure.span.line == 3 + len(lines)
    assert failure.before


def test_a_closed_option_tells_its_condition(tmp_path: Path) -> None:
    """An author sees at once what would open it."""
    lines = ["moments:", "  - dinner.skip", "  - porch.stand"]
    done = one(tmp_path / "tea", "at: porch", "with: {savings: 0}", "moments:", "  - porch.stand")
    assert "its condition does not hold: savings > 0 and (cup == white or me >= 1)" in done.failures[0].message
    assert done.stopped
    over = one(tmp_path / "tea", *lines)
    assert "the story is over" in over.failures[0].message


def test_what_is_as_expected_is_passed_over(tmp_path: Path) -> None:
    """An option that is closed and may be; one that was picked before says so."""
    done = one(tmp_path / "tea", "moments:", "  - closed: porch.sit", "  - dinner.pour", "  - dinner.pour")
    (failure,) = done.failures
    assert "another choice waits" in failure.message or "it was picked before" in failure.message
    again = shelf.DINNER.replace("          then: The cups steam.\n", "          go: fridge\n")
    folder = shelf.story(
        tmp_path / "again", dinner=again, plays="plays:\n  a:\n    moments: [dinner.pour, dinner.pour]\n"
    )
    _found, (twice,) = played(folder)
    assert "it was picked before, and an option can be picked once." in twice.failures[0].message


def test_what_all_plays_leave_out_is_told_or_that_there_is_nothing(tmp_path: Path) -> None:
    """With names if asked; a play that stopped says so."""
    folder = shelf.story(tmp_path / "tea", plays="plays:\n  a:\n    moments: [porch.sit, dinner.pour]\n")
    _found, done = played(folder)
    story, _ = opened(folder)
    tested = Tested("plays.yaml", [(each, each.failures) for each in done], coverage(story, done))
    assert "  The rest of this play was not played.\n" in report(tested, verbose=False)
    assert "dinner.wait" in report(tested, verbose=True)
    assert tested.as_json()["not_met"] == {
        "options": {"all": 5, "missed": ["dinner.alone", "dinner.pour", "dinner.wait", "porch.sit", "porch.stand"]},
        "passages": {"all": 3, "missed": ["dinner.hall", "porch.steps"]},
        "endings": {"all": 5, "missed": list(ENDINGS)},
    }
    nothing = Tested("plays.yaml", [], Coverage(Share(5, ()), Share(3, ()), Share(5, ())))
    assert report(nothing, verbose=False) == (
        "0 plays, all as expected.\nTogether they meet every option, passage and ending.\n"
    )


def test_plays_lie_beside_the_story_however_it_is_named(tmp_path: Path) -> None:
    """By its folder, by its story.yaml, in a pack; a scene alone has none, nor has a pack that is refused."""
    folder = shelf.story(tmp_path / "tea")
    (tmp_path / "tea.zip").write_bytes(pack(shelved(folder), "tea").data)
    for place in (folder, folder / "story.yaml", tmp_path / "tea.zip"):
        assert [play.name for play in kept(load(place), place).plays] == ["both", "own"]
    (tmp_path / "bad.zip").write_bytes(b"no pack")
    for place in (folder / "dinner.yaml", tmp_path / "bad.zip"):
        assert kept(load(place), place).shelf is None


@pytest.mark.parametrize(
    ("text", "codes"), [("play:\n  a: {ends: dependence}\n", ["E201"]), ("title: Tea\n", ["E202", "E206"])]
)
def test_a_file_without_plays_is_told(tmp_path: Path, text: str, codes: list[str]) -> None:
    """A key that is misspelt is the only cause; one that belongs elsewhere is not what is missing."""
    folder = shelf.story(tmp_path / "tea", plays=text)
    assert [each.code for each in kept(load(folder), folder).problems] == codes


def test_a_variable_that_holds_a_list_is_told(tmp_path: Path) -> None:
    """The others of the same moment are looked at all the same."""
    plays = "plays:\n  a:\n    moments: [{has: {cup: [a], savings: 9}}]\n"
    folder = shelf.story(tmp_path / "tea", plays=plays)
    assert [each.code for each in kept(load(folder), folder).problems] == ["E203", "E232"]


def test_an_unfinished_play_does_not_end(tmp_path: Path) -> None:
    """What waits is told."""
    done = one(tmp_path / "tea", "moments: [dinner.wait]", "ends: dependence")
    assert done.failures[0].message == "The play is not over yet."
    assert done.failures[0].came == ("a choice of dinner.pour, dinner.alone, dinner.wait",)


def test_a_play_may_start_anywhere_under_any_name(tmp_path: Path) -> None:
    """`at`, `with` and `names` are those of a trial and of a player."""
    done = one(
        tmp_path / "tea",
        "at: porch.steps",
        "with: {savings: 3, me: 1}",
        "names: {sam: {name: Noor, pronouns: she}}",
        "moments:",
        "  - tells: 'Noor (low): Sit down, it is late.'",
        "    open: [porch.sit, porch.stand]",
        "  - porch.stand",
    )
    assert done.failures == ()


def fixed(folder: Path) -> tuple[str, int, list[Failure]]:
    """Accept all failures; return the new text of the plays, how many were mended, and those that are left."""
    found, done = played(folder)
    failures = [failure for each in done for failure in (*each.failures, compared(each, shelved(folder))) if failure]
    files, mended = accepted(found, found.file.read_bytes(), failures)
    for file, data in files.items():
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
    _found, again = played(folder)
    left = [failure for each in again for failure in (*each.failures, compared(each, shelved(folder))) if failure]
    return found.file.read_bytes().decode(), mended, left


WRONG = """\
# Mine, and with care
plays:
  both:   # a name
    names: {you: {name: Ana}}
    moments:
      - tells:
          - The kettle is humming.   # first
          - "Sam: I could drink everything"
          - |
            Kim says so too.
        open:
          - dinner.alone   # own
          - porch.sit      # no
        pick: dinner.pour
      - has: {cup: 'none', rested: false, me: -1}
        open: [porch.sit, porch.stand]   # both
      - porch.sit
    transcript: both.txt
    ends: "dependence"
"""
RIGHT = """\
# Mine, and with care
plays:
  both:   # a name
    names: {you: {name: Ana}}
    moments:
      - tells:
          - The kettle hums.   # first
          - "Sam: I could drink anything,"
          - |
            Kim says so too.
        open:
          - dinner.alone   # own
          - dinner.pour
          - dinner.wait
        pick: dinner.pour
      - has: {cup: 'white', rested: true, me: 1}
        open: [porch.sit, porch.stand]   # both
      - porch.sit
    transcript: both.txt
    ends: "interdependence"
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_accepting_keeps_comments_layout_and_quotes(tmp_path: Path, line_end: str) -> None:
    """Only what differs is rewritten, in the file's own line ends; afterwards everything is as expected."""
    folder = shelf.story(tmp_path / "tea", plays=WRONG.replace("\n", line_end))
    text, mended, left = fixed(folder)
    assert text == RIGHT.replace("\n", line_end)
    assert left == []
    assert mended == 8
    assert "Pour two cups and ask Sam which" in (folder / "plays" / "both.txt").read_text(encoding="utf-8")


def test_what_must_not_be_is_never_accepted(tmp_path: Path) -> None:
    """A pick, a closed option, words that should be missing, and words without any like them are the author's."""
    lines = ["- {omits: kettle hums, closed: dinner.wait}", "- tells: Nothing whatever to do with it", "- porch.sit"]
    text = "plays:\n  only:\n    moments:\n" + "".join(f"      {line}\n" for line in lines)
    folder = shelf.story(tmp_path / "tea", plays=text)
    after, mended, left = fixed(folder)
    assert (after, mended, len(left)) == (text, 0, 4)


def test_a_transcript_that_differs_is_shown_line_by_line(tmp_path: Path) -> None:
    """The lines that came, those that went, and where in the file."""
    folder = shelf.story(
        tmp_path / "tea", plays="plays:\n  own:\n    moments: [dinner.alone]\n    transcript: own.txt\n"
    )
    assert fixed(folder)[2] == []
    file = folder / "plays" / "own.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("Nothing rises", "Steam rises"), encoding="utf-8")
    _found, (done,) = played(folder)
    failure = compared(done, shelved(folder))
    assert failure is not None
    assert {"-Steam rises in the hall.", "+Nothing rises in the hall."} <= set(failure.differs)


def test_a_transcript_is_no_link(tmp_path: Path) -> None:
    """Only files of the story's own folder are opened."""
    folder = shelf.story(
        tmp_path / "tea", plays="plays:\n  own:\n    moments: [dinner.alone]\n    transcript: own.txt\n"
    )
    (folder / "plays").mkdir()
    (tmp_path / "secret").write_text("Secret")
    (folder / "plays" / "own.txt").symlink_to(tmp_path / "secret")
    _found, (done,) = played(folder)
    failure = compared(done, shelved(folder))
    assert failure is not None
    assert "it is a link" in failure.message
    assert failure.mend is None


def test_a_transcript_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """It is no text, so nothing can be compared."""
    folder = shelf.story(
        tmp_path / "tea", plays="plays:\n  own:\n    moments: [dinner.alone]\n    transcript: own.txt\n"
    )
    (folder / "plays").mkdir()
    (folder / "plays" / "own.txt").write_bytes(b"Th\xe9")
    _found, (done,) = played(folder)
    failure = compared(done, shelved(folder))
    assert failure is not None
    assert "own.txt cannot be read: " in failure.message


def test_transcripts_never_go_through_a_linked_folder(tmp_path: Path) -> None:
    """A folder of transcripts that is a link is told, and nothing is offered to be written into it."""
    folder = shelf.story(
        tmp_path / "tea", plays="plays:\n  own:\n    moments: [dinner.alone]\n    transcript: own.txt\n"
    )
    (tmp_path / "elsewhere").mkdir()
    (folder / "plays").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    _found, (done,) = played(folder)
    failure = compared(done, shelved(folder))
    assert failure is not None
    assert "it is a link" in failure.message
    assert failure.mend is None


@pytest.mark.parametrize(
    "before",
    [
        None,
        shelf.PLAYS,
        "plays:\n",
        "plays:\n    wide:\n        moments: [dinner.alone]\n",
        "plays:\n  a:\n    ends: dependence",
    ],
)
def test_a_play_is_recorded_at_the_end(tmp_path: Path, before: str | None) -> None:
    """What stood in the file stays, byte for byte; the new play stands in line with the others and can be played."""
    folder = shelf.story(tmp_path / "tea")
    story, _ = opened(folder)
    data = recorded(before.encode() if before else None, story, "new_one", ["dinner.pour", "porch.sit"], "in_between")
    assert data is not None
    assert data.startswith((before or "").encode())
    (folder / "plays.yaml").write_bytes(data)
    _found, done = played(folder)
    assert done[-1].play.name == "new_one"
    assert done[-1].dynamic == "interdependence"
    assert [failure.message for failure in done[-1].failures] == ["The play ends in something else."]


def test_a_play_without_an_answer_is_recorded(tmp_path: Path) -> None:
    """Whoever records at once keeps the start."""
    folder = shelf.story(tmp_path / "tea")
    story, _ = opened(folder)
    assert recorded(b"plays:\n", story, "start", [], "dependence") == b"plays:\n  start:\n    ends: dependence\n"


def test_a_play_is_not_recorded_where_it_cannot_be_added(tmp_path: Path) -> None:
    """A file in braces, or one that cannot be read, is left alone."""
    story, _ = opened(shelf.story(tmp_path / "tea"))
    for before in (b"plays: {a: {ends: dependence}}\n", b"plays:\n  a: [\n", b"\xff"):
        assert recorded(before, story, "new_one", ["dinner.pour"], None) is None


def test_the_likest_words_are_as_long_as_those_expected() -> None:
    """They begin and end where the expected ones would."""
    told = "The window has gone black. In it sit two people, a lamp, and two forks in one box."
    assert likest("sit two people, one lamp, and", [told]) == "sit two people, a lamp, and"
    assert likest("The window is still black.", [told]) == "The window has gone black."
    assert likest("A whistle blows far away", [told]) == ""
