"""Files that are odd in themselves: links, folders and noise where pictures are looked for, and files that change."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.authoring import read, stamp
from game.authoring.listing import with_scene
from game.authoring.load import load
from game.authoring.nodes import Fields
from game.authoring.parse import parse
from game.authoring.places import Source, Span
from game.authoring.problems import problem, show
from game.authoring.reread import UNFINISHED
from game.authoring.scaffold import new_scene
from tests import shelf

PICTURES = "places: {pond: {alt: A pond.}}\n"


def codes(folder: Path) -> list[str]:
    """Return the codes of all that is told of a story."""
    return [each.code for each in load(folder).problems]


def test_what_is_no_picture_is_passed_over(tmp_path: Path) -> None:
    """Notes and hidden files may lie beside them; a folder or a link that is named like one is told."""
    folder = shelf.story(tmp_path / "tea", pictures=PICTURES)
    usual = codes(folder)
    (folder / "pictures").mkdir()
    (folder / "pictures" / "notes.txt").write_bytes(b"")
    (folder / "pictures" / ".hidden.png").write_bytes(b"")
    assert codes(folder) == usual
    (folder / "pictures" / "pond.png").mkdir()
    (folder / "pictures" / "lake.png").symlink_to(tmp_path)
    assert codes(folder).count("E254") == 2


def test_a_picture_that_cannot_be_read_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told as what it is to the game: no PNG."""
    folder = shelf.story(tmp_path / "tea", pictures=PICTURES)
    (folder / "pictures").mkdir()
    (folder / "pictures" / "pond.png").write_bytes(b"")
    real = Path.open

    def refuse(self: Path, *words: object, **more: object) -> object:
        if self.suffix == ".png":
            raise PermissionError(13, "Permission denied")
        return real(self, *words, **more)  # type: ignore[call-overload]  # handed on as it is

    monkeypatch.setattr(Path, "open", refuse)
    assert "E255" in codes(folder)


def test_a_file_that_grows_while_it_is_read_is_read_whole(tmp_path: Path) -> None:
    """How long it was a moment ago is only where reading begins."""
    file = tmp_path / "long.yaml"
    file.write_bytes(b"a: b\n" * 1000)
    assert read._bytes(file, 1) == file.read_bytes()


def test_a_scene_whose_name_ends_otherwise_is_told(tmp_path: Path) -> None:
    """The file is there, and only its name has to be changed."""
    folder = shelf.story(tmp_path / "tea")
    (folder / "porch.yaml").rename(folder / "porch.yml")
    hints = [each.hint for each in load(folder).problems]
    assert "A file porch.yml is there: let its name end in .yaml." in hints


def test_a_scene_alone_waits_for_a_renaming_that_was_stopped(tmp_path: Path) -> None:
    """Its files speak of one thing by two names, whichever of them is named."""
    folder = shelf.story(tmp_path / "tea")
    (folder / UNFINISHED).write_text("{}", encoding="utf-8")
    assert codes(folder / "porch.yaml") == codes(folder)
    assert load(folder / "porch.yaml").story is None


def test_the_collector_stays_as_it_was(tmp_path: Path) -> None:
    """Whoever put it off before loading finds it off afterwards."""
    folder = shelf.story(tmp_path / "tea")
    gc.disable()
    try:
        assert load(folder).story is not None
        assert not gc.isenabled()
    finally:
        gc.enable()
    assert load(folder).story is not None
    assert gc.isenabled()


def test_a_problem_of_a_file_that_is_not_there_has_no_line() -> None:
    """The place and the sentence stand all the same."""
    found = problem("no-such-file", "tea/none.yaml", Span(1, 1))
    assert show(found, {}).startswith("tea/none.yaml:1:1: error ")
    assert "^" not in show(found, {})


def test_a_problem_without_advice_is_one_line() -> None:
    """How many more there are is all there is to say."""
    told = show(problem("more-errors", "tea.yaml", Span(9, 1), count=3), {})
    assert told.startswith("tea.yaml:9:1: error ")
    assert "\n" not in told


class TestStamp:
    """What tells whether a story has changed."""

    def test_a_file_in_the_place_of_the_pictures_is_no_folder(self, tmp_path: Path) -> None:
        """There is nothing in it to listen to."""
        (tmp_path / "pictures").write_bytes(b"")
        assert list(stamp.folders(tmp_path)) == [tmp_path.resolve()]

    def test_a_file_that_goes_while_it_is_looked_at_has_no_face(self) -> None:
        """Editors take files away for a moment."""

        def gone(*, follow_symlinks: bool) -> os.stat_result:
            raise FileNotFoundError(follow_symlinks)

        assert stamp._face(SimpleNamespace(stat=gone)) is None  # type: ignore[arg-type]  # a stand-in


class TestListing:
    """One more scene in story.yaml."""

    def test_a_list_in_the_list_is_gone_over(self, tmp_path: Path) -> None:
        """What is in it is wrong; the line below is still the right one, and then it is left alone."""
        file = tmp_path / "story.yaml"
        file.write_text("title: Tea\nscenes:\n  - dinner\n  -\n    - porch\n", encoding="utf-8")
        tree = parse(Source("story.yaml", file.read_text(encoding="utf-8")))[0]
        assert isinstance(tree, Fields)
        longer = with_scene(file, tree, "cup")
        assert longer is None or longer.endswith("    - porch\n  - cup\n")

    def test_a_file_that_is_gone_by_then_is_left_to_the_author(self, tmp_path: Path) -> None:
        """The line to add is told instead."""
        tree = parse(Source("story.yaml", "scenes:\n  - dinner\n"))[0]
        assert isinstance(tree, Fields)
        assert with_scene(tmp_path / "story.yaml", tree, "cup") is None

    def test_a_story_that_cannot_be_read_gets_no_line(self, tmp_path: Path) -> None:
        """The new scene is made all the same, with the usual cast."""
        (tmp_path / "story.yaml").write_bytes(b"title: Caf\xe9\n")
        made = new_scene(tmp_path, "cup")
        assert (made.story, made.listed) == (None, False)
        assert "Sam" in made.text

    def test_a_story_behind_a_link_gets_no_line(self, tmp_path: Path) -> None:
        """What it leads to is not the story's own."""
        folder = shelf.story(tmp_path / "tea")
        (folder / "story.yaml").rename(tmp_path / "elsewhere.yaml")
        (folder / "story.yaml").symlink_to(tmp_path / "elsewhere.yaml")
        made = new_scene(folder, "cup")
        assert (made.story, made.listed) == (None, False)
