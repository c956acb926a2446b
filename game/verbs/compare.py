"""`compare`: two runs of one story side by side."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from game.language import N_, _

if TYPE_CHECKING:
    from game.host import Play
    from game.insight.side_by_side import SideBySide

HELP = N_("Put two runs of one story side by side: where they parted, and what each ended in.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `compare` takes."""
    parser.add_argument("one", metavar="A", type=Path, help=_("a run file"))
    parser.add_argument("other", metavar="B", type=Path, help=_("another run file of the same story"))
    parser.add_argument("--story", metavar="STORY", help=_("the story, where it is not a shipped one"))
    parser.add_argument("-o", dest="page", metavar="PAGE", type=Path, help=_("write it as a page to read and print"))


def run(args: argparse.Namespace) -> int:
    """Tell two runs side by side, in words or as a page. Raises `Refusal`."""
    from game.verbs.written import check_name, write_page  # noqa: PLC0415  # the verb's own parts, when it runs

    if args.page:
        check_name(args.page)
    one, other = _plays(args)
    story, picks = one.session.story, (one.session.picks, other.session.picks)
    if args.page:
        from game.classroom.compared import compared  # noqa: PLC0415

        return write_page(args.page, compared(story, *picks, one.support))
    from game.insight.comparison import compare  # noqa: PLC0415
    from game.insight.side_by_side import side_by_side  # noqa: PLC0415
    from game.settings import Settings, names_for  # noqa: PLC0415
    from game.terminal.console import Console  # noqa: PLC0415

    told = side_by_side(story, compare(story, *picks), names_for(story, Settings()))
    console = Console(sys.stdin, sys.stdout)
    console.paragraphs([story.title, told.endings, told.parted, told.counted])
    for words, first in _rows(told):
        console.say(words, first=first, then=" " * len(first))
    console.paragraphs(["", _("To talk about"), *told.prompts])
    return 0


def _plays(args: argparse.Namespace) -> tuple[Play, Play]:
    """Return both runs, played again. Raises `Refusal` with everything that is wrong with either, or with both."""
    from game.host import Refusal  # noqa: PLC0415
    from game.library import Library  # noqa: PLC0415

    library, plays, troubles = Library(args.story), [], []
    for file in (args.one, args.other):
        try:
            plays.append(library.look(file))
        except Refusal as refusal:
            troubles.append(f"{file}: {refusal}")
    if troubles:
        raise Refusal("\n".join(troubles))
    for file, play in zip((args.one, args.other), plays, strict=True):
        if play.notice:
            sys.stderr.write(f"me-and-we: {file}: {play.notice}\n")
    one, other = plays
    if one.session.story.id != other.session.story.id:
        sentence = _("These are runs of two stories, “{one}” and “{other}”. Compare two runs of the same story.")
        raise Refusal(sentence.format(one=one.session.story.title, other=other.session.story.title))
    return one, other


def _rows(told: SideBySide) -> Iterator[tuple[str, str]]:
    """Yield the lines of the table, each with what it begins with."""
    for row in told.rows:
        yield "", ""
        yield f"{row.at}: {_('here they parted') if row.parted else row.told}", ""
        sides = (("A, B  ", row.one),) if row.kind == "alike" else (("A     ", row.one), ("B     ", row.other))
        for name, did in sides:
            if did:
                yield f"{did.words}{f' ({did.pattern})' if did.pattern else ''}", f"  {name}"
