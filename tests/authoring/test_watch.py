"""Watching a story: when a change is taken up, by values; and real files, saved as editors save them."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

import pytest

from game.authoring.doorbell import rings
from game.authoring.load import load
from game.authoring.rhythm import GRACE, PAUSE, Rhythm
from game.authoring.stamp import Face, Stamp, stamp
from game.authoring.watch import ATTEMPTS, LOOK, Handed, Reading, Watch, _UntilSaved, reading

STORY = "title: Tea\nscenes: [start]\n"
SCENE = """\
title: Tea
passages:
  start:
    - The kettle {words}.
    - choose:
        wait:
          do: Wait.
        leave:
          do: Leave.
"""
PATIENCE = 10.0
"""Seconds after which a change that was not taken up fails a test."""


def write(folder: Path, words: str = "sings") -> Path:
    """Write a story of one scene."""
    folder.mkdir(exist_ok=True)
    (folder / "story.yaml").write_text(STORY)
    (folder / "start.yaml").write_text(scene(words))
    return folder


def scene(words: str) -> str:
    """Return the scene with these words."""
    return SCENE.replace("{words}", words)


ONE = {"a.yaml": Face(1, 10, 1), "b.yaml": Face(1, 10, 2)}
TWO = {**ONE, "a.yaml": Face(2, 11, 1)}
GONE = {"b.yaml": Face(1, 10, 2)}
EMPTY = {**ONE, "a.yaml": Face(2, 0, 1)}


class TestRhythm:
    """When a change is read. Times are seconds of a clock that the test turns."""

    def test_nothing_new_is_not_read(self) -> None:
        """However long it was."""
        assert Rhythm(ONE, 0.0).wait(ONE, 100.0) is None

    def test_a_save_is_read_at_once(self) -> None:
        """If the one before is some time ago."""
        assert Rhythm(ONE, 0.0).wait(TWO, 5.0) == 0

    def test_ten_saves_in_a_second_are_five_at_most(self) -> None:
        """The last one is among them."""
        rhythm, read = Rhythm(ONE, -10.0), []
        for tick in range(200):
            now = tick / 100
            found = {"a.yaml": Face(2 + min(tick // 10, 9), 10, 1)}
            if rhythm.wait(found, now) == 0:
                rhythm.take(found, now)
                read.append(found)
        assert len(read) <= 1 / PAUSE
        assert read[-1]["a.yaml"].written == 11

    @pytest.mark.parametrize("found", [GONE, EMPTY, {}])
    def test_a_file_that_vanishes_may_come_back(self, found: dict[str, Face]) -> None:
        """Nothing is read until it is back, or has been away for a while."""
        rhythm = Rhythm(ONE, 0.0)
        assert rhythm.wait(found, 5.0) == pytest.approx(GRACE)
        assert rhythm.wait(found, 5.1) == pytest.approx(GRACE - 0.1)
        assert rhythm.wait(TWO, 5.2) == 0
        assert rhythm.wait(found, 5.3) == pytest.approx(GRACE)
        assert rhythm.wait(found, 5.3 + GRACE) == 0

    def test_a_file_that_came_back_as_it_was_is_not_read(self) -> None:
        """A vanishing that changed nothing leaves nothing behind."""
        rhythm = Rhythm(ONE, 0.0)
        rhythm.wait(GONE, 5.0)
        assert rhythm.wait(ONE, 5.1) is None
        assert rhythm.lost is None


class TestStamp:
    """What is a story's own."""

    def test_only_own_files_count(self, tmp_path: Path) -> None:
        """Neither what editors leave lying about, nor what belongs to somebody else."""
        folder = write(tmp_path / "tea")
        (folder / "pictures").mkdir()
        for name in ("support.md", "pictures.yaml", "pictures/a.png"):
            (folder / name).write_text("x")
        before = stamp(folder)
        assert set(before) == {"story.yaml", "start.yaml", "support.md", "pictures.yaml", "pictures/a.png"}
        for name in (".start.yaml.swp", "start.yaml~", "4913", "#start.yaml#", "start.yaml.tmp", "notes.txt"):
            (folder / name).write_text("x")
        (folder / ".#start.yaml").symlink_to("somebody@somewhere.1")
        assert stamp(folder) == before

    def test_a_scene_on_its_own_counts_alone(self, tmp_path: Path) -> None:
        """Unless a story.yaml lies beside it: then names may come from anywhere."""
        folder = write(tmp_path / "tea")
        (folder / "other.yaml").write_text("title: Other\n")
        assert {"start.yaml", "other.yaml"} < set(stamp(folder / "start.yaml"))
        (folder / "story.yaml").unlink()
        assert set(stamp(folder / "start.yaml")) == {"start.yaml"}

    def test_nothing_is_there_where_nothing_is(self, tmp_path: Path) -> None:
        """A folder that has just gone is no scene."""
        write(tmp_path)
        assert stamp(tmp_path / "gone") == {}

    def test_locks_of_editors_are_no_scenes(self, tmp_path: Path) -> None:
        """Emacs's lock ends in .yaml, and leads nowhere."""
        folder = write(tmp_path / "tea")
        (folder / ".#start.yaml").symlink_to("somebody@somewhere.1")
        assert load(folder).problems == reading(folder).loaded.problems
        assert not [each for each in load(folder).problems if "#" in each.file]


class Watched:
    """A story that is being watched, and what was handed over of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.handed: SimpleQueue[Handed] = SimpleQueue()
        self.count = 0
        self.watch = Watch(folder, reading(folder), self.handed.put, rings)
        self.watch.start()
        # The first that is handed over are the promises: by then somebody listens, or is about to.
        self.next(lambda read: read.whole)

    def next(self, wanted: Callable[[Reading], bool]) -> Reading:
        """Return the next reading that is wanted; raises `queue.Empty` if none comes."""
        end = time.monotonic() + PATIENCE
        while True:
            read = self.handed.get(timeout=max(0.0, end - time.monotonic()))
            assert isinstance(read, Reading), read
            self.count += not read.whole
            if wanted(read):
                return read

    def says(self, words: str) -> Reading:
        """Wait until the story is read with these words."""
        return self.next(lambda read: any(words in source.text for source in read.loaded.sources.values()))

    def sound(self) -> bool:
        """Whether all that was handed over since could be played."""
        left = []
        while not self.handed.empty():
            left.append(self.handed.get())
        return all(isinstance(read, Reading) and read.places is not None for read in left)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    """A story that is being watched."""
    made = Watched(write(tmp_path / "tea"))
    yield made
    made.watch.stop()


def in_place(file: Path, text: str) -> None:
    """As most do: empty the file, and write it."""
    file.write_text(text)


def by_rename(file: Path, text: str) -> None:
    """As vim does with a backup: the old file goes aside, a new one takes its name."""
    (file.parent / "4913").write_text("")
    (file.parent / "4913").unlink()
    file.rename(file.with_name(f"{file.name}~"))
    file.write_text(text)
    file.with_name(f"{file.name}~").unlink()


def by_move(file: Path, text: str) -> None:
    """As many editors and all tools that write with care: a new file is moved over the old one."""
    new = file.with_name(f".{file.name}.tmp")
    new.write_text(text)
    new.replace(file)


def anew(file: Path, text: str) -> None:
    """Delete, and create after a moment."""
    file.unlink()
    time.sleep(0.05)
    file.write_text(text)


def in_pieces(file: Path, text: str) -> None:
    """Write slowly, in pieces that are no scene."""
    with file.open("w") as opened:
        for start in range(0, len(text), 40):
            opened.write(text[start : start + 40])
            opened.flush()
            os.fsync(opened.fileno())


@pytest.mark.parametrize("save", [in_place, by_rename, by_move, anew])
def test_every_way_of_saving_is_taken_up(watched: Watched, save: Callable[[Path, str], None]) -> None:
    """And what lies between is never told as a mistake."""
    for words in ("hums", "whistles"):
        save(watched.folder / "start.yaml", scene(words))
        read = watched.says(words)
        assert read.places is not None
    assert watched.sound()


def test_a_file_that_is_written_slowly_ends_whole(watched: Watched) -> None:
    """Whatever was read on the way, the last reading has all of it."""
    in_pieces(watched.folder / "start.yaml", scene("boils over"))
    watched.next(lambda read: read.places is not None and "boils over" in _words(read))


def test_a_story_file_that_vanishes_for_a_moment_is_not_missed(watched: Watched) -> None:
    """Between two states of a repository, for instance."""
    (watched.folder / "story.yaml").unlink()
    time.sleep(GRACE / 8)
    (watched.folder / "story.yaml").write_text(STORY.replace("Tea", "More tea"))
    read = watched.next(lambda read: not read.whole)
    assert read.loaded.story
    assert read.loaded.story.title == "More tea"


def test_a_story_that_is_gone_is_told_and_comes_back(watched: Watched) -> None:
    """The whole folder, and another one in its place."""
    shutil.rmtree(watched.folder)
    assert watched.next(lambda read: not read.whole).places is None
    write(watched.folder, "is new")
    watched.next(lambda read: read.places is not None and "is new" in _words(read))
    in_place(watched.folder / "start.yaml", scene("is heard"))
    watched.says("is heard")


def test_files_come_and_go(watched: Watched) -> None:
    """A new scene is told to be unlisted; without it nothing is."""
    (watched.folder / "more.yaml").write_text(scene("is another"))
    read = watched.next(lambda read: not read.whole)
    assert any("more.yaml" in each.file for each in read.problems)
    (watched.folder / "more.yaml").unlink()
    read = watched.next(lambda read: not read.whole)
    assert not any("more.yaml" in each.file for each in read.problems)


def test_a_burst_is_taken_up_a_few_times(watched: Watched) -> None:
    """Ten saves in a second: the last counts, and not every one is read."""
    for number in range(10):
        in_place(watched.folder / "start.yaml", scene(f"has sung {number} times"))
        time.sleep(0.1)
    watched.says("has sung 9 times")
    assert watched.count <= 8


def test_a_folder_of_pictures_that_is_new_is_heard(watched: Watched) -> None:
    """And so is what happens in it."""
    (watched.folder / "pictures").mkdir()
    time.sleep(0.1)
    (watched.folder / "pictures" / "attic.png").write_bytes(b"no picture")
    watched.next(lambda read: any("attic.png" in each.file for each in read.problems))


def test_a_story_behind_a_link_is_heard(tmp_path: Path) -> None:
    """Also when the link leads elsewhere of a sudden."""
    one, other, link = write(tmp_path / "one"), write(tmp_path / "other", "is elsewhere"), tmp_path / "tea"
    link.symlink_to(one)
    watched = Watched(link)
    in_place(one / "start.yaml", scene("hums"))
    watched.says("hums")
    link.unlink()
    link.symlink_to(other)
    watched.says("is elsewhere")
    in_place(other / "start.yaml", scene("is heard"))
    watched.says("is heard")
    watched.watch.stop()


def test_what_is_touched_beside_it_is_not_read(watched: Watched) -> None:
    """Swap files, backups and other people's files ring the bell, and nobody comes."""
    for name in (".start.yaml.swp", "start.yaml~", "4913", "notes.txt"):
        (watched.folder / name).write_text("x")
    time.sleep(0.2)
    in_place(watched.folder / "start.yaml", scene("hums"))
    watched.says("hums")
    assert watched.count == 1


def test_trouble_in_the_thread_is_handed_over(tmp_path: Path) -> None:
    """A watch that cannot go on says so."""

    def broken(*_parts: object) -> Iterator[None]:
        raise RuntimeError("no ears")

    folder, handed = write(tmp_path / "tea"), SimpleQueue[Handed]()
    Watch(folder, reading(folder), handed.put, broken).start()
    assert isinstance(handed.get(timeout=PATIENCE), Reading)
    assert str(handed.get(timeout=PATIENCE)) == "no ears"


def test_files_that_never_hold_still_are_taken_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a few attempts; the stamp is the one before, so that the next look reads them again."""
    folder, looks = write(tmp_path / "tea"), list[int]()

    def restless(_path: Path) -> Stamp:
        looks.append(len(looks))
        return {"start.yaml": Face(len(looks), 1, 1)}

    monkeypatch.setattr("game.authoring.watch.stamp", restless)
    read = reading(folder)
    assert len(looks) == 2 * ATTEMPTS
    assert read.stamp == {"start.yaml": Face(2 * ATTEMPTS - 1, 1, 1)}
    assert read.places is not None


def test_promises_are_given_up_when_the_story_is_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files are looked at now and then, not with each state; a limit of the walk's own ends it at once."""
    now, looks = [10.0], list[float]()
    monkeypatch.setattr("game.authoring.watch.time.monotonic", lambda: now[0])

    def saved() -> bool:
        looks.append(now[0])
        return now[0] > 10.5

    limits = _UntilSaved(states=100, saved=saved)
    for step in (0.0, LOOK / 2, LOOK, 1.0):
        now[0] = 10.0 + step
        assert limits.passed(1) is (step == 1.0)
    assert looks == [10.0, 10.0 + LOOK, 11.0]
    assert limits.passed(101)
    assert len(looks) == 3


def test_what_was_read_while_somebody_stopped_is_not_handed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever stopped it is not listening any more."""
    folder, handed, read = write(tmp_path / "tea"), SimpleQueue[Handed](), list[Path]()
    watch = Watch(folder, replace(reading(folder), stamp={}), handed.put, rings)

    def stopped(path: Path) -> Reading:
        watch.stop()
        read.append(path)
        return reading(path)

    monkeypatch.setattr("game.authoring.watch.reading", stopped)
    watch._look()
    assert read == [folder]
    assert handed.empty()


def _words(read: Reading) -> str:
    return "".join(source.text for source in read.loaded.sources.values())
