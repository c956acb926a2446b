"""Packs: a story in a zip is the story of its folder, and no archive can harm whoever opens it."""

from __future__ import annotations

import io
import os
import random
import shutil
import struct
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.load import Loaded, load
from game.authoring.packs import archive
from game.authoring.packs.fault import RefusedPackError
from game.authoring.packs.making import pack
from game.authoring.packs.pack import pack_in
from game.authoring.problems import show
from game.authoring.rules.packs import PACKS
from game.authoring.shelf import folder
from game.shipped import SCENES
from game.story.fingerprint import fingerprint
from tests import shelf, zips
from tests.zips import Entry, with_story

OUR_YEAR = SCENES / "our-year"
MOST_SECONDS = 0.05
MOST_MEMORY = 4_000_000
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 10, 10) + b"\x08\x06\x00\x00\x00"


def opened(data: bytes, tmp_path: Path, name: str = "tea.zip") -> Loaded:
    """Load a pack of these bytes."""
    (tmp_path / name).write_bytes(data)
    return load(tmp_path / name)


def rules(loaded: Loaded) -> list[str]:
    """Return the rules that a pack breaks, by their names."""
    named = {rule.code: name for name, rule in PACKS.items()}
    return [named.get(each.code, each.code) for each in loaded.problems]


class TestPlays:
    """A pack is its folder."""

    def test_the_shipped_story_is_the_same_story(self, tmp_path: Path) -> None:
        """Its id, what it can do, and every place of every part are those of the folder."""
        made = pack(folder(OUR_YEAR), "our-year")
        packed, whole = opened(made.data, tmp_path, "anything at all.zip"), load(OUR_YEAR)
        assert packed.story is not None
        assert whole.story is not None
        places = [(each.code, each.line, each.column, each.message) for each in packed.problems]
        assert places == [(each.code, each.line, each.column, each.message) for each in whole.problems]
        assert packed.story.id == "our-year"
        assert packed.story == whole.story
        assert fingerprint(packed.story) == fingerprint(whole.story)
        assert packed.support == whole.support
        lines = {id_: origin.span for id_, origin in packed.origins.items()}
        assert lines == {id_: origin.span for id_, origin in whole.origins.items()}

    @pytest.mark.parametrize("inside", ["", "our-year/"])
    def test_with_a_folder_or_without(self, inside: str, tmp_path: Path) -> None:
        """The folder names the story; without one the pack's own name does."""
        loaded = opened(zips.archive(*_in(inside)), tmp_path, "our-year.zip")
        assert loaded.story is not None
        assert (loaded.story.id, loaded.problems) == ("our-year", ())

    def test_problems_stand_with_the_pack_and_the_file(self, tmp_path: Path) -> None:
        """A mistake in a packed scene is told at its line, with the line."""
        data = zips.archive(
            Entry("tea/story.yaml", zips.STORY.encode()), Entry("tea/start.yaml", zips.SCENE.encode() + b"  x\n")
        )
        loaded = opened(data, tmp_path)
        first = show(loaded.problems[0], loaded.sources)
        assert first.startswith(f"{tmp_path / 'tea.zip'}/start.yaml:5:3: error E147: ")
        assert "    ^" in first

    def test_pictures_come_out_of_the_pack(self, tmp_path: Path) -> None:
        """They have their words, and can be opened again and again after the pack is gone from the disk."""
        words = Entry("tea/pictures.yaml", b"places: {pond: {alt: A pond.}}")
        loaded = opened(with_story(words, Entry("tea/pictures/pond.png", PNG, method=8)), tmp_path)
        (tmp_path / "tea.zip").unlink()
        assert loaded.problems == ()
        picture = loaded.pictures["pond"]
        assert picture.alternative == "A pond."
        assert picture.file is not None
        for _ in range(2):
            with picture.file.open("rb") as file:
                assert file.read() == PNG

    @pytest.mark.parametrize(
        ("name", "data", "code"),
        [
            ("pond.png", b"GIF89a" + bytes(100), "E255"),
            ("pond.png", PNG.replace(struct.pack(">I", 10), struct.pack(">I", 30_000)), "E256"),
            ("big.png", bytes(8_000_001), "E256"),
            ("Pond.png", PNG, "E225"),
        ],
    )
    def test_pictures_meet_the_rules_of_folders(self, name: str, data: bytes, code: str, tmp_path: Path) -> None:
        """No decoder sees what would not be shown from a folder either."""
        loaded = opened(with_story(Entry(f"tea/pictures/{name}", data)), tmp_path)
        assert code in [each.code for each in loaded.problems]

    def test_a_scene_meets_the_limits_of_folders(self, tmp_path: Path) -> None:
        """A file of over a megabyte is refused, not read."""
        loaded = opened(with_story(Entry("tea/other.yaml", os.urandom(1_000_001))), tmp_path)
        assert "W221" in [each.code for each in loaded.problems] or loaded.problems
        big = opened(zips.archive(replace(zips.TEA[0], data=b"#" * 1_000_001)), tmp_path)
        assert [each.code for each in big.problems] == ["E104"]

    def test_what_systems_leave_behind_is_passed_over(self, tmp_path: Path) -> None:
        """Macs and Windows add files of their own to archives."""
        names = ("__MACOSX/tea/._story.yaml", "tea/.DS_Store", "tea/Thumbs.db", "tea/", "tea/pictures/")
        loaded = opened(with_story(*(Entry(name, b"") for name in names)), tmp_path)
        assert loaded.problems == ()

    def test_what_is_no_part_of_a_story_is_named_and_never_opened(self, tmp_path: Path) -> None:
        """Programs, drawings and pages only get a warning; words that everybody packs get none."""
        spare = ("tea/game.py", "tea/pictures/x.svg", "tea/sub/story.yaml", "tea/README.exe", "tea/rain.ogg")
        kept = ("tea/README.md", "tea/LICENSE", "tea/support.md", "tea/CREDITS.txt")
        loaded = opened(with_story(*(Entry(name) for name in (*spare, *kept))), tmp_path)
        assert loaded.story is not None
        assert rules(loaded) == ["pack-ignored"]
        assert all(name in loaded.problems[0].message for name in spare)
        assert not any(name in loaded.problems[0].message for name in kept)


def _in(inside: str) -> tuple[Entry, ...]:
    return tuple(replace(each, name=inside + str(each.name)) for each in zips.TEA)


class TestMakes:
    """What `pack` writes."""

    def test_the_bytes_are_always_the_same(self, tmp_path: Path) -> None:
        """Whatever dates and order the disk has, and packed from a folder or from a pack."""
        copy = tmp_path / "our-year"
        for file in sorted(OUR_YEAR.iterdir(), reverse=True):
            copy.mkdir(exist_ok=True)
            shutil.copyfile(file, copy / file.name)
            os.utime(copy / file.name, (1e9, 1e9))
        first, second = pack(folder(OUR_YEAR), "our-year"), pack(folder(copy), "our-year")
        third = pack(pack_in(first.data, "x", "x.zip"), "our-year")
        assert first.data == second.data == third.data

    def test_only_what_belongs_goes_in(self, tmp_path: Path) -> None:
        """Pictures, words and licences do; links, programs and hidden files do not."""
        inside = tmp_path / "tea"
        (inside / "pictures").mkdir(parents=True)
        for name in ("story.yaml", "start.yaml", "README.md", "pictures/pond.png", "notes.odt", ".secret", "run.py"):
            (inside / name).write_bytes(b"x")
        (inside / "linked.yaml").symlink_to(tmp_path / "elsewhere")
        made = pack(folder(inside), "tea")
        assert [name for name, _size in made.files] == ["README.md", "pictures/pond.png", "start.yaml", "story.yaml"]
        assert made.left_out == ("linked.yaml", "notes.odt", "run.py")
        with zipfile.ZipFile(io.BytesIO(made.data)) as found:
            assert found.testzip() is None
            assert found.namelist() == [f"tea/{name}" for name, _size in made.files]


def _end(data: bytes, **fields: int) -> bytes:
    """Return an archive whose last record says something else."""
    names = ("disk", "first", "here", "count", "size", "start", "note")
    known = dict(zip(names, struct.unpack_from("<4H2LH", data, len(data) - 18), strict=True))
    return data[:-18] + struct.pack("<4H2LH", *{**known, **fields}.values())


def _nested(inner: Entry) -> bytes:
    """Return an archive with a file that lies inside of another."""
    outer = Entry("README", zips.header(inner) + inner.inside)
    return zips.archive(outer, replace(inner, offset=30 + len(outer.raw)), *_in(""))


def _twice(one: str, other: str) -> bytes:
    return with_story(Entry(one), Entry(other))


def _bomb() -> Entry:
    return Entry("tea/bomb.yaml", b"a" * 5_000_000, method=8)


STORY = with_story()
MANY = zips.archive(*[Entry(f"{number}") for number in range(65_000)])
HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "empty": ("pack-not-zip", lambda: b""),
    "words": ("pack-not-zip", lambda: b"<html>404 Not Found</html>"),
    "another archive": ("pack-not-zip", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(100)),
    "the signature alone": ("pack-not-zip", lambda: b"PK"),
    "half of it": ("pack-cut", lambda: STORY[: len(STORY) // 2]),
    "all but a byte": ("pack-cut", lambda: STORY[:-1]),
    "a program in front": ("pack-damaged", lambda: b"MZ" + bytes(500) + STORY),
    "rubbish behind": ("pack-damaged", lambda: STORY + bytes(30)),
    "two archives joined": ("pack-damaged", lambda: STORY + STORY),
    "several parts": ("pack-damaged", lambda: _end(STORY, disk=1)),
    "a list that lies elsewhere": ("pack-damaged", lambda: _end(STORY, start=7)),
    "a longer list": ("pack-damaged", lambda: _end(STORY, size=1 << 30)),
    "a broken list": ("pack-damaged", lambda: STORY.replace(b"PK\x01\x02", b"PK\x01\x03")),
    "zip64 by its count": ("pack-zip64", lambda: _end(STORY, here=0xFFFF, count=0xFFFF)),
    "zip64 by its sizes": ("pack-zip64", lambda: _end(STORY, size=0xFFFFFFFF)),
    "zip64 by a record": ("pack-zip64", lambda: STORY[:-22] + b"PK\x06\x07" + bytes(16) + STORY[-22:]),
    "a size only zip64 can tell": (
        "pack-bomb",
        lambda: with_story(
            Entry("tea/a.yaml", size=0xFFFFFFFF, extra=struct.pack("<2HQ", 1, 8, 1 << 40), method=8, packed=b"xx")
        ),
    ),
    "65,000 files": ("pack-too-many", lambda: MANY),
    "a count that lies": ("pack-too-many", lambda: zips.archive(*[Entry("a")] * 3_000, count=2)),
    "larger than a pack is": ("pack-too-large", lambda: bytes(archive.MOST_ZIPPED + 1)),
    "larger when open": (
        "pack-too-large",
        lambda: with_story(
            *[Entry(f"tea/{n}.yaml", size=9_000_000, method=8, packed=bytes(100_000)) for n in range(15)]
        ),
    ),
    "a bomb": ("pack-bomb", lambda: with_story(_bomb())),
    "a bomb that lies low": ("pack-lie", lambda: with_story(replace(_bomb(), size=1000))),
    "a size that is too large": ("pack-lie", lambda: with_story(replace(_bomb(), size=90_000, data=b"a"))),
    "a wrong checksum": ("pack-lie", lambda: with_story(Entry("tea/a.yaml", crc=7))),
    "two sizes for stored bytes": ("pack-lie", lambda: with_story(Entry("tea/a.yaml", b"x" * 50, size=9))),
    "no deflate at all": ("pack-lie", lambda: with_story(Entry("tea/a.yaml", method=8, packed=b"\xff" * 9))),
    "another name inside": ("pack-lie", lambda: with_story(Entry("tea/a.yaml", local="tea/b.yaml"))),
    "nothing where it should be": ("pack-lie", lambda: with_story(Entry("tea/a.yaml", offset=5))),
    "far outside": ("pack-lie", lambda: with_story(Entry("tea/a.yaml", offset=1 << 31))),
    "shared bytes": ("pack-overlap", lambda: _nested(Entry("a.yaml", b"b"))),
    "a password": ("pack-encrypted", lambda: with_story(Entry("tea/a.yaml", flags=zips.UTF_8 | zips.LOCKED))),
    "bzip2": ("pack-method", lambda: with_story(Entry("tea/a.yaml", method=12))),
    "LZMA": ("pack-method", lambda: with_story(Entry("tea/a.yaml", method=14))),
    "an unknown method": ("pack-method", lambda: with_story(Entry("tea/a.yaml", method=77))),
    "a link": ("pack-link", lambda: with_story(Entry("tea/a.yaml", b"/etc/passwd", attributes=zips.LINK))),
    "a device": ("pack-link", lambda: with_story(Entry("tea/a.yaml", b"", attributes=zips.DEVICE))),
    "up and out": ("pack-outside", lambda: with_story(Entry("../../story.yaml"))),
    "up in the middle": ("pack-outside", lambda: with_story(Entry("tea/../../x.yaml"))),
    "from the root": ("pack-outside", lambda: with_story(Entry("/etc/cron.d/x"))),
    "a drive": ("pack-outside", lambda: with_story(Entry("C:x.yaml"))),
    "a drive and its root": ("pack-outside", lambda: with_story(Entry("C:\\Windows\\x.yaml"))),
    "a share": ("pack-outside", lambda: with_story(Entry("\\\\host\\x.yaml"))),
    "the folder itself": ("pack-outside", lambda: with_story(Entry("tea/./x.yaml"))),
    "a stroke too many": ("pack-outside", lambda: with_story(Entry("tea//x.yaml"))),
    "no name": ("pack-outside", lambda: with_story(Entry(""))),
    "fifty folders": ("pack-deep", lambda: with_story(Entry("a/" * 50 + "x"))),
    "a NUL": ("pack-name-odd", lambda: with_story(Entry("tea/a.yaml\0.png"))),
    "an escape": ("pack-name-odd", lambda: with_story(Entry("tea/\x1b]0;x\x07.yaml"))),
    "a line break": ("pack-name-odd", lambda: with_story(Entry("tea/a\nb.yaml"))),
    "turned around": ("pack-name-odd", lambda: with_story(Entry("tea/\u202elmay.exe"))),
    "nothing to see": ("pack-name-odd", lambda: with_story(Entry("tea/a\u200bb.yaml"))),
    "Latin-1": ("pack-name-encoding", lambda: with_story(Entry("tea/café.yaml".encode("latin-1")))),
    "no encoding told": ("pack-name-encoding", lambda: with_story(Entry("tea/café.yaml".encode("cp437"), flags=0))),
    "CON": ("pack-name-system", lambda: with_story(Entry("tea/CON"))),
    "aux.yaml": ("pack-name-system", lambda: with_story(Entry("tea/aux.yaml"))),
    "a dot at the end": ("pack-name-system", lambda: with_story(Entry("tea/x.yaml."))),
    "a space at the end": ("pack-name-system", lambda: with_story(Entry("tea /x.yaml"))),
    "a second stream": ("pack-name-system", lambda: with_story(Entry("tea/x.yaml:hidden"))),
    "too long": ("pack-name-system", lambda: with_story(Entry("x" * 101))),
    "the same name": ("pack-twice", lambda: _twice("tea/a.yaml", "tea/a.yaml")),
    "capitals": ("pack-twice", lambda: _twice("tea/a.yaml", "tea/A.yaml")),
    "forms of an accent": ("pack-twice", lambda: _twice("tea/caf\u00e9", "tea/cafe\u0301")),
    "a file and a folder": ("pack-twice", lambda: _twice("tea/a", "tea/A/")),
    "no story": ("pack-no-story", lambda: zips.archive(Entry("tea/start.yaml"))),
    "a story too far down": ("pack-no-story", lambda: zips.archive(Entry("a/b/story.yaml"))),
    "Story.YAML": ("pack-no-story", lambda: zips.archive(Entry("tea/Story.YAML"))),
    "an archive without files": ("pack-no-story", zips.archive),
    "two stories": ("pack-two-stories", lambda: with_story(Entry("coffee/story.yaml"))),
}
"""What no story's pack is like, the rule that refuses it, and how it is made."""


@pytest.mark.parametrize("case", HOSTILE)
def test_it_is_refused_with_one_sentence(case: str, tmp_path: Path) -> None:
    """Whole, at once, with a plain sentence and what to do; quick, in little memory."""
    rule, make = HOSTILE[case]
    path = tmp_path / "tea.zip"
    path.write_bytes(make())
    load(path)
    took = []
    for _ in range(3):
        since = time.perf_counter()
        loaded = load(path)
        took.append(time.perf_counter() - since)
    assert loaded.story is None
    assert rules(loaded) == [rule]
    shown = show(loaded.problems[0], loaded.sources)
    assert shown.isprintable() or set(shown) - set("\n") == {sign for sign in shown if sign.isprintable()}
    assert "{" not in shown
    assert min(took) < MOST_SECONDS


def test_a_refusal_takes_little_memory(tmp_path: Path) -> None:
    """No more than the pack itself and a little, whatever it says of itself."""
    for rule, make in HOSTILE.values():
        path = tmp_path / "tea.zip"
        path.write_bytes(make())
        tracemalloc.start()
        try:
            load(path)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert peak < MOST_MEMORY + path.stat().st_size, rule


def test_every_rule_of_packs_has_an_archive_that_breaks_it() -> None:
    """Nothing can be told that no test has seen."""
    assert {rule for rule, _make in HOSTILE.values()} | {"pack-ignored"} == set(PACKS)


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    """Each bad file is named."""
    loaded = opened(with_story(Entry("../x"), Entry("CON"), Entry("a", attributes=zips.LINK)), tmp_path)
    assert sorted(rules(loaded)) == ["pack-link", "pack-name-system", "pack-outside"]


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with names there")
def test_a_pipe_named_as_a_pack_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe, a device or a folder is no pack."""
    os.mkfifo(tmp_path / "tea.zip")
    assert rules(load(tmp_path / "tea.zip")) == ["pack-not-zip"]


def test_nothing_is_written_and_nothing_else_opened(tmp_path: Path) -> None:
    """Reading a pack opens the pack, and what the game brings along; no other file is touched."""
    path = tmp_path / "tea.zip"
    path.write_bytes(with_story(Entry("tea/pictures/pond.png", PNG), Entry("tea/run.py", b"import os")))
    load(path)
    seen: list[str] = []
    watching = True

    def watch(event: str, args: tuple[object, ...]) -> None:
        if (
            watching
            and not isinstance(args[0], int)
            and event in ("open", "os.mkdir", "os.rename", "os.remove", "exec")
        ):
            seen.append(f"{event} {args[0]}")

    sys.addaudithook(watch)
    load(path)
    watching = False
    assert [each for each in seen if "assets" not in each and not each.startswith("exec")] == [f"open {path}"]


def test_a_changed_byte_never_crashes_nor_passes_unseen(tmp_path: Path) -> None:
    """Of a pack with changed bytes either the same story is played, or a sentence is told: the checksums see to it."""
    good = opened(STORY, tmp_path).story
    chance = random.Random(7)  # noqa: S311  # no secret hangs on it
    for _ in range(300):
        data = bytearray(STORY)
        for _ in range(chance.choice((1, 1, 2, 8))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        loaded = opened(bytes(data), tmp_path)
        assert loaded.problems or loaded.story == good
        cut = opened(STORY[: chance.randrange(len(STORY))], tmp_path)
        assert cut.story is None
        assert len(cut.problems) == 1


def test_no_pack_is_made_that_would_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that some system has no file for, and more bytes than a pack may hold."""
    story = shelf.story(tmp_path / "tea")
    monkeypatch.setattr(archive, "MOST_ZIPPED", 100)
    with pytest.raises(RefusedPackError) as refused:
        pack(folder(story), "tea")
    assert [fault.rule for fault in refused.value.faults] == ["pack-too-large"]
    (story / "pictures").mkdir()
    (story / "pictures" / "nul.png").write_bytes(PNG)
    with pytest.raises(RefusedPackError) as refused:
        pack(folder(story), "tea")
    assert [fault.rule for fault in refused.value.faults] == ["pack-name-system"]


def test_a_scene_that_is_not_in_the_pack_is_told(tmp_path: Path) -> None:
    """As in a folder: the line of story.yaml that lists it."""
    loaded = opened(zips.archive(Entry("tea/story.yaml", zips.STORY.encode())), tmp_path)
    assert loaded.story is None
    assert "E243" in [each.code for each in loaded.problems]
    alone = pack_in(zips.archive(Entry("tea/story.yaml", zips.STORY.encode())), "tea", "tea.zip")
    assert alone.text("start.yaml")[1][0].file == "tea.zip/start.yaml"
