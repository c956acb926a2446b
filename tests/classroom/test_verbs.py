"""`compare`, `class` and `guide` as a teacher meets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.library import Library
from tests.classroom.class_of import fill
from tests.test_verbs import KETTLE, Shell, run  # noqa: F401  # `run` is a fixture

PAGE = "<!DOCTYPE html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve runs of the shipped story."""
    library = Library("our-year")
    fill(tmp_path / "runs", library.story(library.first())[0], 12)
    return tmp_path / "runs"


def test_two_runs_are_told_and_written(run: Shell, folder: Path, tmp_path: Path) -> None:  # noqa: F811
    """In words at the prompt, and as a page."""
    one, other, *_rest = sorted(folder.iterdir())
    told = run("compare", one, other)
    assert told.status == 0
    for words in ("They parted", "choices that both met", "To talk about"):
        assert words in told.out
    assert run("compare", one, other, "-o", tmp_path / "c.html").status == 0
    assert (tmp_path / "c.html").read_text(encoding="utf-8").startswith(PAGE)


def test_runs_of_two_stories_are_refused(run: Shell, folder: Path, tmp_path: Path) -> None:  # noqa: F811
    """Both are named."""
    scene = tmp_path / "kettle.yaml"
    scene.write_text(KETTLE, encoding="utf-8")
    run("read", scene, "--run", tmp_path / "k.json", typed="1\n")
    refused = run("compare", next(folder.iterdir()), tmp_path / "k.json")
    assert refused.status == 1
    assert "kettle" in refused.err


def test_both_files_are_told_if_both_are_wrong(run: Shell, tmp_path: Path) -> None:  # noqa: F811
    """All problems at once, and no traceback."""
    (tmp_path / "a.json").write_text("{")
    refused = run("compare", tmp_path / "a.json", tmp_path / "none.json")
    assert refused.status == 1
    assert "a.json" in refused.err
    assert "none.json" in refused.err


def test_a_folder_becomes_a_page_and_a_table(run: Shell, folder: Path) -> None:  # noqa: F811
    """Written into the same folder, neither counts as a file that was left out the next time."""
    (folder / "photo.json").write_bytes(b"\x89PNG")
    page, table = folder / "class.html", folder / "class.csv"
    for _time in range(2):
        told = run("class", folder, "-o", page, "--csv", table)
        assert told.status == 0
        assert "12 runs count" in told.out
        assert told.out.count("Left out:") == 1
    assert page.read_text(encoding="utf-8").startswith(PAGE)
    assert table.read_bytes().startswith(b"\xef\xbb\xbfwhat,")


def test_a_folder_without_runs_is_told(run: Shell, tmp_path: Path) -> None:  # noqa: F811
    """With what is in it, and what to do."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "essay.docx").write_bytes(b"x")
    refused = run("class", tmp_path / "empty", "-o", tmp_path / "c.html")
    assert refused.status == 1
    assert "There is no run in" in refused.err
    assert "essay.docx" in refused.err
    assert run("class", tmp_path / "none").err.endswith("is no folder. Name the folder with the runs in it.\n")


def test_sheets_before_and_after_reach_the_page(run: Shell, folder: Path, tmp_path: Path) -> None:  # noqa: F811
    """One table alone is refused; a row that is wrong is named."""
    for name, row in (("before", "A" + ",E1" * 10), ("after", "B" + ",A3" * 10)):
        (tmp_path / f"{name}.csv").write_text("\n".join(["form,1,2", *[row] * 6, "A,Q"]), encoding="utf-8")
    page = tmp_path / "c.html"
    told = run("class", folder, "-o", page, "--before", tmp_path / "before.csv", "--after", tmp_path / "after.csv")
    assert told.out.count("Left out:") == 2
    assert "Before (6 sheets)" in page.read_text(encoding="utf-8")
    assert run("class", folder, "--before", tmp_path / "before.csv").status == 1


def test_a_guide_and_its_table_are_written(run: Shell, tmp_path: Path) -> None:  # noqa: F811
    """Names that would open as something else are refused before anything is worked out."""
    assert run("guide", "our-year", "-o", tmp_path / "g.html", "--sheets", tmp_path / "s.csv").status == 0
    assert (tmp_path / "g.html").read_text(encoding="utf-8").startswith(PAGE)
    assert (tmp_path / "s.csv").read_text(encoding="utf-8").startswith("form,1,2")
    assert run("guide", "our-year").status == 1
    assert run("guide", "our-year", "-o", tmp_path / "g.pdf").status == 1
    assert run("guide", "our-year", "--sheets", tmp_path / "s.xlsx").status == 1


def test_sheets_that_were_typed_are_never_written_over(run: Shell, folder: Path, tmp_path: Path) -> None:  # noqa: F811
    """Neither by the empty table, asked for once more, nor by the counts."""
    tables = [tmp_path / "before.csv", tmp_path / "after.csv"]
    for table in tables:
        for _time in range(2):
            assert run("guide", "our-year", "--sheets", table).status == 0
        table.write_text("A" + ",C2" * 10, encoding="utf-8")
        refused = run("guide", "our-year", "-o", tmp_path / "g.html", "--sheets", table)
        assert (refused.status, refused.out) == (1, "")
        assert "is there already" in refused.err
    both = ("--before", tables[0], "--after", tables[1])
    assert "the counts would take its place" in run("class", folder, "--csv", tables[0], *both).err
    assert all(table.read_text(encoding="utf-8").startswith("A,C2") for table in tables)


def test_the_page_does_not_tell_where_the_class_lies(run: Shell, folder: Path) -> None:  # noqa: F811
    """What cannot be read is named by its name, once, whatever kind of thing it is."""
    (folder / "before-folder.csv").mkdir()
    (folder / "after-oak.csv").symlink_to(folder / "after-elm.csv")
    (folder / "after-elm.csv").write_text("A" + ",C2" * 10, encoding="utf-8")
    (folder / "odd.json").symlink_to(folder / "none")
    page = folder.parent / "page.html"
    told = run("class", folder, "-o", page)
    assert told.out.count("Left out:") == 3
    assert str(folder) not in page.read_text(encoding="utf-8")
    assert all(
        page.read_text(encoding="utf-8").count(f">{name}<") == 1 for name in ("before-folder.csv", "after-oak.csv")
    )


def test_sheets_that_were_handed_in_are_counted_by_themselves(run: Shell, folder: Path) -> None:  # noqa: F811
    """A file each, beside the runs: both times side by side, and what is no sheet is named and left out."""
    for number in range(6):
        (folder / f"before-{number}.csv").write_text("A" + ",E" * 10, encoding="utf-8")
        (folder / f"after-{number}.csv").write_text("B" + ",A3" * 10, encoding="utf-8")
    (folder / "after-odd.csv").write_text("B,X9", encoding="utf-8")
    (folder / "after-many.csv").write_text("\n".join(["B" + ",A3" * 10] * 40), encoding="utf-8")
    page = folder / "class.html"
    told = run("class", folder, "-o", page)
    assert told.status == 0
    assert "after-odd.csv" in told.out
    assert "after-many.csv: This file holds more than one sheet." in told.out
    assert "before-0.csv" not in told.out
    text = page.read_text(encoding="utf-8")
    assert "Right calls, of the eight vignettes" in text
    assert run("class", folder, "-o", page, "--before", folder, "--after", folder).status == 0


def test_sheets_of_one_time_alone_are_no_comparison(run: Shell, folder: Path) -> None:  # noqa: F811
    """They wait for the others, and are not called broken runs."""
    (folder / "before-oak.csv").write_text("A" + ",E" * 10, encoding="utf-8")
    told = run("class", folder, "-o", folder / "class.html")
    assert told.status == 0
    assert "Left out" not in told.out


@pytest.mark.parametrize("bad", [b"", b"A,C9", b"\xff\xfe", b"A,C2\r\nB,C2\r\n"])
def test_one_bad_sheet_never_spoils_a_class(run: Shell, folder: Path, bad: bytes) -> None:  # noqa: F811
    """It is named with its reason, even where it is the only one of its time; so is a link, which nobody follows."""
    (folder / "before-acorn.csv").write_bytes(bad)
    (folder / "after-acorn.csv").write_text("A" + ",C2" * 10 + "\r\n", encoding="utf-8")
    (folder / "after-linked.csv").symlink_to(folder / "after-acorn.csv")
    done = run("class", folder, "-o", folder.parent / "page.html")
    assert done.status == 0
    assert "Left out: before-acorn.csv" in done.out
    assert "Left out: after-linked.csv: This is a link to a file elsewhere" in done.out
