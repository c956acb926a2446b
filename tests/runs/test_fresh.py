"""New files, all of them or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.runs.fresh import make
from game.runs.trouble import CannotKeep


def test_what_was_made_is_removed_when_one_cannot_be(tmp_path: Path) -> None:
    """The folders too; what was there stays, byte for byte, and is told."""
    (tmp_path / "there.yaml").write_bytes(b"mine")
    files = {Path("a/b.yaml"): "b", Path("c.yaml"): "c", Path("there.yaml"): "theirs"}
    with pytest.raises(CannotKeep, match=r"there\.yaml could not be written"):
        make(tmp_path, files)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("there.yaml", b"mine")]


def test_whoever_interrupts_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The interruption goes on; it is no fault of a disk."""
    real = Path.mkdir

    def interrupted(self: Path) -> None:
        if self.name == "late":
            raise KeyboardInterrupt
        real(self)

    monkeypatch.setattr(Path, "mkdir", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "tea", {Path("story.yaml"): "a", Path("late/scene.yaml"): "b"})
    assert list(tmp_path.iterdir()) == []


def test_each_file_holds_its_text(tmp_path: Path) -> None:
    """With the line ends that were asked for, in folders that are made."""
    make(tmp_path / "tea", {Path("story.yaml"): "a\nb\n", Path("schema/scene.json"): "{}"})
    assert (tmp_path / "tea/story.yaml").read_bytes() == b"a\nb\n"
    assert (tmp_path / "tea/schema/scene.json").read_bytes() == b"{}"
