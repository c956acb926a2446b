"""The class map: what counts, what is left out by name, and what must never be told."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.classroom.class_map import MOST_PROMPTS, class_map
from game.classroom.counts import as_csv, cell
from game.classroom.forks import forks
from game.classroom.gather import Found, Gathered, Left, find, gather, story_of
from game.classroom.tally import splits, tally
from game.insight.patterns import PATTERNS
from game.library import Library
from game.runs.run import loads
from game.runs.trouble import CannotRead
from game.story.fingerprint import fingerprint
from game.story.model import Story
from tests.classroom.class_of import a_class, fill, run_of
from tests.classroom.words import Words
from tests.samples import STORY

PICKS = ("dinner.noodles", "offer.go")


def gathered(folder: Path) -> Gathered:
    """Return the runs of the sample in a folder, with everything that was left out."""
    found, left = find(folder)
    counted = gather(STORY, fingerprint(STORY), found)
    return Gathered(counted.runs, (*left, *counted.left), counted.older)


def page(folder: Path) -> Words:
    """Return the page of a folder."""
    told = gathered(folder)
    return Words(class_map(STORY, [tally(STORY, told.runs)], told.left, told.older, None))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A class of 25."""
    fill(tmp_path / "runs", STORY, 25)
    return tmp_path / "runs"


def test_every_run_counts_once(folder: Path) -> None:
    """Endings, points and the answers of a choice each add up to the class."""
    told = tally(STORY, gathered(folder).runs)
    assert (told.runs, told.finished) == (25, 25)
    assert sum(told.points.values()) == sum(told.dynamics.values()) == 25
    assert sum(told.answers[3].values()) == 25


def test_a_choice_that_all_answer_alike_splits_nothing() -> None:
    """The share of pairs that differ is exact: none of 6 alike, and 9 of 15 in halves."""
    runs = [run_of(STORY, PICKS, seed) for seed in range(6)]
    halves = [run_of(STORY, ("dinner.noodles", ("offer.go", "offer.stay")[seed % 2]), seed) for seed in range(6)]
    for files, apart in ((runs, 0.0), (halves, 0.6)):
        told = tally(STORY, counted(files).runs)
        offer = next(split for split in splits(STORY, [told]) if split.scene == "offer")
        assert offer.apart == pytest.approx(apart)


def counted(files: list[bytes], story: Story = STORY) -> Gathered:
    """Gather runs that lie in no folder."""
    return gather(story, fingerprint(story), [Found(f"{at}.json", loads(data)) for at, data in enumerate(files)])


def hostile(folder: Path) -> set[str]:
    """Put everything into a folder that must not count; returns the names."""
    good = run_of(STORY, PICKS, 99)
    fields = json.loads(good)
    files = {
        "empty.json": b"",
        "cut.json": good[: len(good) // 2],
        "tampered.json": good.replace(b"offer.go", b"offer.stay"),
        "photo.json": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "deep.json": b"[" * 100_000,
        "huge.json": b"{" + b" " * 1_100_000,
        "utf16.json": good.decode().encode("utf-16"),
        "twice.json": good.replace(b"{", b'{"seed": 1,', 1),
        "number.json": good.replace(b'"seed": 99', b'"seed": 1e999'),
        "essay.docx": b"PK",
        "all.zip": b"PK",
        "other.json": run_of(STORY, PICKS, 98).replace(b"sample", b"simple"),
        "=HYPERLINK(1).json": b"=1+1",
        "<img src=x onerror=alert(1)>.json": b"{",
        "\u202egnp.json": b"{",
        "claims.json": json.dumps({**fields, "dynamic": "interdependence"}).encode(),
        "note.json": json.dumps({**fields, "note": "<script>alert(1)</script>"}).encode(),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "folder.json").mkdir()
    (folder / "link.json").symlink_to(next(folder.glob("sample-*.json")))
    (folder / "nowhere.json").symlink_to(folder / "none")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.json")
    # A whole run whose answers the story does not offer, with a sum that fits.
    (folder / "impossible.json").write_bytes(run_of(STORY, ("dinner.phone", "offer.go"), 97))
    (folder / "early.json").write_bytes(run_of(STORY, PICKS[:1], 96))
    others = {"folder.json", "link.json", "nowhere.json", "loop", "pipe.json", "impossible.json", "early.json"}
    return {*files, *others}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_hostile_files_change_nothing_but_the_list(folder: Path) -> None:
    """The same class counts, and each of them is named with a reason."""
    before = tally(STORY, gathered(folder).runs)
    names = hostile(folder)
    told = gathered(folder)
    assert tally(STORY, told.runs) == before
    shown = {left.name for left in told.left}
    assert {name for name in names if name.isprintable()} <= shown
    assert "\\u202egnp.json" in shown
    assert len(told.left) == len(names)
    assert all(left.why for left in told.left)
    words = page(folder)
    assert not {"script", "img"} & set(words.tags)
    assert "<img src=x onerror=alert(1)>.json" in words.text


def test_one_play_counts_once(folder: Path) -> None:
    """A copy, the same under another name, and an earlier save of the same play."""
    some = next(folder.glob("sample-*.json"))
    (folder / "copy (1).json").write_bytes(some.read_bytes())
    run = json.loads(some.read_bytes())
    first = run_of(STORY, tuple(run["choices"][:1]), run["seed"], finished=False)
    if len(run["choices"]) > 1:
        (folder / "earlier.json").write_bytes(first)
    told = gathered(folder)
    assert len(told.runs) == 25
    assert all("the same play as" in left.why for left in told.left)


def test_unfinished_runs_count_for_answers_alone(folder: Path) -> None:
    """They have no ending yet."""
    (folder / "open.json").write_bytes(run_of(STORY, PICKS[:1], 700, finished=False))
    told = tally(STORY, gathered(folder).runs)
    assert (told.runs, told.finished, sum(told.dynamics.values())) == (26, 25, 25)


def test_files_in_folders_of_a_school_platform_count(folder: Path) -> None:
    """One folder for each that was handed in, as far down as three; hidden files are not looked at."""
    inner = folder / "handed in" / "17"
    inner.mkdir(parents=True)
    (inner / "run.json").write_bytes(run_of(STORY, PICKS, 701))
    (folder / ".DS_Store").write_bytes(b"x")
    (folder / "sample-00001.json.previous").write_bytes(b"x")
    told = gathered(folder)
    assert (len(told.runs), told.left) == (26, ())


def test_below_five_nothing_is_drawn(tmp_path: Path) -> None:
    """No chart, no count of anything, no row in the table; a kind sentence instead."""
    fill(tmp_path / "few", STORY, 4)
    words = page(tmp_path / "few")
    assert "svg" not in words.tags
    assert "fewer than 5 finished runs" in words.text
    assert not any(name in words.text for name in ("Interdependence", "Codependence"))
    table = as_csv(STORY, [tally(STORY, gathered(tmp_path / "few").runs)])
    assert len(table.splitlines()) == 1


def test_nothing_tells_whose_run_it_was(folder: Path, tmp_path: Path) -> None:
    """Other names and another order give the same page, to the byte."""
    other = tmp_path / "other"
    other.mkdir()
    for number, file in enumerate(sorted(folder.iterdir(), reverse=True)):
        (other / f"{number:03}.json").write_bytes(file.read_bytes())
    pages = [class_map(STORY, [tally(STORY, gathered(each).runs)], (), 0, None) for each in (folder, other)]
    assert pages[0] == pages[1]
    assert "sample-000" not in pages[0]


def test_two_classes_stand_side_by_side(folder: Path, tmp_path: Path) -> None:
    """Dots and rings; a class of fewer than five is told and left out."""
    fill(tmp_path / "second", STORY, 8, seed=2)
    tallies = [tally(STORY, gathered(each).runs) for each in (folder, tmp_path / "second")]
    assert "The first class has dots, the second has rings." in Words(class_map(STORY, tallies, (), 0, None)).text
    few = tally(STORY, gathered(folder).runs[:3])
    told = Words(class_map(STORY, [few, tallies[1]], (), 0, None)).text
    assert "First class: There are fewer than 5" in told


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    """In a sentence."""
    with pytest.raises(CannotRead, match="is no folder"):
        find(tmp_path / "none")


def test_the_story_is_that_of_most_runs(folder: Path) -> None:
    """One stray run of another story does not decide."""
    found, _left = find(folder)
    assert story_of(found) == "sample"
    assert story_of([]) is None


@settings(max_examples=400, deadline=None)
@given(st.text())
def test_no_cell_is_a_formula(words: str) -> None:
    """Whatever a story calls its answers."""
    written = cell(words)
    assert written[:1] not in ("=", "+", "-", "@", "\t", "\r")
    assert written.isprintable()


@settings(max_examples=200, deadline=None)
@given(st.text(), st.text())
def test_what_a_file_is_called_never_becomes_markup(name: str, why: str) -> None:
    """The words of the page are the words of the name, but for what cannot be printed."""
    words = Words(class_map(STORY, [tally(STORY, ())], [Left(ascii(name), why)], 0, None))
    assert " ".join(ascii(name).split()) in words.text
    assert "script" not in words.tags


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_no_part_of_a_cell_is_a_formula(sign: str) -> None:
    """Nor its wide form, nor what a program makes that parts cells by semicolons; words stay readable."""
    assert cell(f"{sign}1+1") == f"'{sign}1+1"
    assert cell(f'Wait; "{sign}HYPERLINK(1)') == f"Wait; \"'{sign}HYPERLINK(1)"
    assert cell("Wait - then go; 5 = 5") == "Wait - then go; 5 = 5"


def test_the_columns_are_the_same_in_every_language(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other programs read them; only the words for people are translated."""
    told = [tally(STORY, gathered(folder).runs)] * 2
    plain = list(csv.reader(io.StringIO(as_csv(STORY, told).lstrip("\ufeff"))))
    assert plain[0] == ["what", "which", "in words", "count", "count, second class"]
    monkeypatch.setattr("game.classroom.counts._", str.upper)
    loud = list(csv.reader(io.StringIO(as_csv(STORY, told).lstrip("\ufeff"))))
    assert [row[:2] + row[3:] for row in loud] == [row[:2] + row[3:] for row in plain]
    assert loud != plain


def test_each_pattern_stands_once_with_what_it_is(folder: Path) -> None:
    """A situation a row, a dynamic a column; a dash where the story never offers the answer, and the key says so."""
    words = page(folder)
    offered = {option.shows for option in STORY.options.values() if option.scored}
    for pattern in PATTERNS.values():
        assert words.text.count(pattern.what.replace("*", "")) == (pattern.id in offered)
    assert "A dash: this story never offers that answer." in words.text


def test_choices_of_one_scene_have_the_numbers_of_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what to ask about the scene stands once."""
    library = Library("our-year")
    story = library.story(library.first())[0]
    monkeypatch.setattr("game.classroom.class_map.MOST_SPLITS", 100)
    told = [tally(story, counted(list(a_class(story, 60)), story).runs)]
    words = Words(class_map(story, told, (), 0, None)).text
    for fork in forks(story):
        if len(fork.choices) > 1:
            assert all(f"· {fork.title} · {number} " in words for number in range(1, len(fork.choices) + 1))
        for prompt in fork.prompts[:MOST_PROMPTS]:
            assert words.count(" ".join(prompt.split())) == 1


def test_the_table_holds_counts(folder: Path) -> None:
    """A row an ending, an answer and a pattern, each with a whole number."""
    rows = list(csv.reader(io.StringIO(as_csv(STORY, [tally(STORY, gathered(folder).runs)]).lstrip("\ufeff"))))
    assert {row[0] for row in rows[1:]} >= {"runs", "ending", "answer", "runs that showed the pattern"}
    assert all(row[3].isdecimal() for row in rows[1:])


def test_a_changed_file_never_counts_as_something_else(tmp_path: Path) -> None:
    """Of thousands of damaged copies none counts but those that are the same run."""
    random = Random(5)  # noqa: S311  # the same damage each time
    good = next(iter(a_class(STORY, 1)))
    folder = tmp_path / "damaged"
    folder.mkdir()
    for number in range(1500):
        data = bytearray(good)
        for _flip in range(random.choice((1, 1, 2, 8))):
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        (folder / f"{number}.json").write_bytes(bytes(data))
    told = gathered(folder)
    assert {run.picks for run in told.runs} <= {tuple(json.loads(good)["choices"])}
    assert len(told.runs) + len(told.left) == 1500
