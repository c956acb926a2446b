"""`class`: a folder of runs becomes one page. The file is `class_`, since `class` is a word of Python."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.language import N_, _, ngettext

if TYPE_CHECKING:
    from game.classroom.gather import Found, Gathered, Left
    from game.classroom.growth import Growth
    from game.classroom.sheets import Sheet
    from game.story.model import Story

HELP = N_("Make one page of the runs of a class: counts only, and nothing that could be traced to one pupil.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `class` takes."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help=_("the folder with the run files"))
    parser.add_argument("--story", metavar="STORY", help=_("the story, where it is not a shipped one"))
    parser.add_argument("-o", dest="page", metavar="PAGE", type=Path, help=_("write the page (.html)"))
    parser.add_argument("--csv", metavar="FILE", type=Path, help=_("write the counts as a table (.csv)"))
    second = _("another folder: a second class, or the same class another time")
    parser.add_argument("--second", metavar="FOLDER", type=Path, help=second)
    sheets = _("the sheets filled in {when} the lesson: a table (see “guide --sheets”), or a folder in which they lie")
    parser.add_argument("--before", metavar="FILE", type=Path, help=sheets.format(when=_("before")))
    parser.add_argument("--after", metavar="FILE", type=Path, help=sheets.format(when=_("after")))
    parser.epilog = _(
        "Runs are played again before they count; still, answers can be made up by whoever hands them in."
    )


def run(args: argparse.Namespace) -> int:
    """Write the page and the table, and tell what was left out. Raises `Refusal` and `CannotKeep`."""
    from game.classroom.class_map import class_map  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.classroom.counts import as_csv  # noqa: PLC0415
    from game.classroom.tally import tally  # noqa: PLC0415
    from game.verbs.out import say  # noqa: PLC0415
    from game.verbs.written import check_name, write_page, write_table  # noqa: PLC0415

    if args.page:
        check_name(args.page)
    _check_table(args)
    story, classes, left = _gathered(args)
    grown, rows = _growth(args)
    left = [*left, *rows]
    tallies = [tally(story, each.runs) for each in classes]
    older = sum(each.older for each in classes)
    for each in tallies:
        counted = ngettext(
            "{count} run counts, {finished} finished.", "{count} runs count, {finished} finished.", each.runs
        )
        say(counted.format(count=each.runs, finished=each.finished) + "\n")
    for name, why in left:
        say(_("Left out: {name}: {why}").format(name=name, why=why) + "\n")
    if args.csv:
        write_table(args.csv, as_csv(story, tallies))
    if args.page:
        write_page(args.page, class_map(story, tallies, left, older, grown))
    if not args.page and not args.csv:
        sys.stdout.write(
            _("Nothing was written: name a page with -o PAGE.html, or a table with --csv FILE.csv.") + "\n"
        )
    return 0


def _check_table(args: argparse.Namespace) -> None:
    """See to it that the counts are not written over sheets that somebody typed. Raises `Refusal`."""
    from game.host import Refusal  # noqa: PLC0415

    if args.csv and args.csv.resolve() in {
        file.resolve() for when in ("before", "after") for file in _tables(args, when)
    }:
        sentence = _("{file} is a table of sheets, and the counts would take its place. Name another file with --csv.")
        raise Refusal(sentence.format(file=args.csv))


def _gathered(args: argparse.Namespace) -> tuple[Story, list[Gathered], list[Left]]:
    """Return the story, the runs of each class, and all that was left out. Raises `Refusal` where no story is known."""
    from game.classroom.gather import find, gather, story_of  # noqa: PLC0415
    from game.host import Refusal  # noqa: PLC0415
    from game.library import Library  # noqa: PLC0415
    from game.story.fingerprint import fingerprint  # noqa: PLC0415

    folders = [args.folder, *([args.second] if args.second else [])]
    tables = [file for when in ("before", "after") for file in _tables(args, when)]
    ignored = [*(file for file in (args.page, args.csv) if file), *tables]
    found: list[Sequence[Found]] = []
    left: list[Left] = []
    for folder in folders:
        runs, others = find(folder, ignored)
        found.append(runs)
        left += others
    library = Library(args.story)
    wanted = library.first() if args.story else story_of([each for runs in found for each in runs])
    if wanted is None:
        names = "".join(f"\n  {name}: {why}" for name, why in left)
        sentence = _("There is no run in {folder}. Put the run files there, or name the story with --story.{names}")
        raise Refusal(sentence.format(folder=args.folder, names=names))
    story, _loaded = library.story(wanted)
    classes = [gather(story, fingerprint(story), runs) for runs in found]
    return story, classes, left + [each for one in classes for each in one.left]


def _tables(args: argparse.Namespace, when: str) -> list[Path]:
    """Return the tables of the sheets before or after: the one named, or those that lie in a folder, a sheet each."""
    given: Path | None = getattr(args, when)
    place = given or args.folder
    return sorted(place.glob(f"{when}-*.csv")) if place.is_dir() else [given] if given else []


def _growth(args: argparse.Namespace) -> tuple[Growth | None, list[Left]]:
    """Return what the sheets came to, and the rows that were left out. Raises `Refusal`."""
    from game.classroom.growth import growth  # noqa: PLC0415
    from game.host import Refusal  # noqa: PLC0415

    tables = [_tables(args, when) for when in ("before", "after")]
    if (args.before or args.after) and not all(tables):
        raise Refusal(_("Sheets are compared: name both tables, --before FILE.csv and --after FILE.csv."))
    if not all(tables):
        return None, []
    (before, odd), (after, odder) = (
        _sheets(files, named) for files, named in zip(tables, (args.before, args.after), strict=True)
    )
    return growth(before, after), [*odd, *odder]


def _sheets(files: Sequence[Path], named: Path | None) -> tuple[tuple[Sheet, ...], list[Left]]:
    """Return the sheets in all tables, and what was left out; the table that was `named` is refused if it is none."""
    from game.classroom.gather import Left, said_of  # noqa: PLC0415
    from game.classroom.sheets import BadTableError  # noqa: PLC0415
    from game.host import Refusal  # noqa: PLC0415
    from game.runs.trouble import CannotRead, shown  # noqa: PLC0415

    sheets: list[Sheet] = []
    left: list[Left] = []
    for file in files:
        try:
            found, rows = _table(file, handed_in=file != named)
        except (BadTableError, CannotRead) as trouble:
            if file == named:
                raise Refusal(_("{file}: {trouble}").format(file=shown(file), trouble=trouble)) from trouble
            left.append(Left(shown(Path(file.name)), said_of(file, trouble)))
            continue
        sheets += found
        left += [Left(f"{shown(Path(file.name))}, {row}", why) for row, why in rows]
    return tuple(sheets), left


def _table(file: Path, *, handed_in: bool) -> tuple[tuple[Sheet, ...], tuple[Left, ...]]:
    """Return the sheets in a table, and the rows that were left out. Raises `BadTableError` and `CannotRead`.

    A sheet that was `handed_in` is a row by itself: a file of many would outvote a class.
    """
    from game.classroom.sheets import BadTableError, read_table  # noqa: PLC0415
    from game.runs.files import read  # noqa: PLC0415
    from game.runs.trouble import CannotRead  # noqa: PLC0415

    if handed_in and file.is_symlink():
        raise CannotRead(_("This is a link to a file elsewhere; put the file itself here."))
    found, rows = read_table(read(file))
    if handed_in and len(found) + len(rows) > 1:
        raise BadTableError(_("This file holds more than one sheet."))
    return found, rows
