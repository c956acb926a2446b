"""`test`: the plays that are kept beside a story, played again."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.language import N_, _, ngettext

if TYPE_CHECKING:
    from game.authoring.plays.kept import Kept
    from game.authoring.plays.report import Tested
    from game.library import Library
    from game.story.model import Story

HELP = N_("Play the plays in a story's plays.yaml again, and tell what differs from what they expect.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `test` takes."""
    parser.add_argument("story", metavar="STORY", help=_("a story's folder, a pack, or a shipped story's name"))
    only = _("play this one alone; may be given again for more")
    parser.add_argument("--only", metavar="NAME", action="append", default=[], help=only)
    parser.add_argument("--json", action="store_true", help=_("print what came of them as JSON"))
    parser.add_argument("-v", "--verbose", action="store_true", help=_("name what no play meets"))
    accept = _("write what came into the file, as what is expected from now on")
    parser.add_argument("--accept", action="store_true", help=accept)
    record = _("add a play to the file, made from a run")
    parser.add_argument("--record", metavar="RUN", type=Path, help=record)
    parser.add_argument("--name", metavar="NAME", help=_("with --record: what the play is called"))


def run(args: argparse.Namespace) -> int:
    """Play the plays; returns 1 if any does not go as expected. Raises `Refusal`."""
    from game.authoring.load import PACK, load  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.authoring.plays.kept import kept  # noqa: PLC0415
    from game.authoring.problems import playable, show  # noqa: PLC0415
    from game.authoring.reread import PLAYS  # noqa: PLC0415
    from game.host import Refusal  # noqa: PLC0415
    from game.library import Library, find  # noqa: PLC0415

    library, path = Library(args.story), find(args.story)
    story, _loaded = library.story(library.first())
    found = kept(load(path, fair=False), path)
    if found.shelf is None:
        raise Refusal(
            _("{file} is no story's folder, and plays lie in one, in {plays}.").format(file=path, plays=PLAYS)
        )
    if path.is_file() and path.suffix.lower() == PACK and (args.accept or args.record):
        sentence = _("{file} is a pack, and nothing is written into one. Unpack it, and name the folder.")
        raise Refusal(sentence.format(file=path))
    sys.stdout.writelines(show(each, found.sources) + "\n\n" for each in found.problems if not args.json)
    if not playable(found.problems):
        raise Refusal(_("The plays cannot be played before this is mended; “me-and-we check” tells it, too."))
    if args.record:
        return _record(args, library, story, found)
    tested = _tested(args, story, found)
    if args.accept:
        _accept(tested, found)
        again = kept(load(path, fair=False), path)
        tested = _tested(args, story, again)
    _tell(args, tested)
    return 1 if tested.failed else 0


def _tested(args: argparse.Namespace, story: Story, found: Kept) -> Tested:
    from game.authoring.plays.coverage import coverage  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.authoring.plays.perform import perform  # noqa: PLC0415
    from game.authoring.plays.report import Tested  # noqa: PLC0415
    from game.authoring.plays.transcripts import compared  # noqa: PLC0415
    from game.host import Refusal  # noqa: PLC0415
    from game.terminal.prose import paragraphs  # noqa: PLC0415

    if not found.plays:
        sentence = _("There are no plays in {file} yet. Write some, or make one of a run: --record RUN --name NAME.")
        raise Refusal(sentence.format(file=found.shown))
    for name in args.only:
        if name not in [play.name for play in found.plays]:
            raise Refusal(_("There is no play “{name}”. {near}").format(name=name, near=found.near(name)))
    chosen = [play for play in found.plays if play.name in args.only or not args.only]
    done = [perform(story, play, paragraphs) for play in chosen]
    differs = [compared(each, found.shelf) if found.shelf else None for each in done]
    failures = [(*each.failures, *filter(None, (more,))) for each, more in zip(done, differs, strict=True)]
    return Tested(found.shown, list(zip(done, failures, strict=True)), coverage(story, done))


def _accept(tested: Tested, found: Kept) -> None:
    from game.authoring.plays.accept import accepted  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.runs.disk import Disk  # noqa: PLC0415
    from game.runs.files import read  # noqa: PLC0415
    from game.runs.together import write_all  # noqa: PLC0415

    failures = [failure for _done, more in tested.plays for failure in more]
    files, mended = accepted(found, read(found.file), failures)
    write_all(files, Disk())
    told = ngettext("{count} new expectation was written.", "{count} new expectations were written.", mended)
    sys.stderr.write(told.format(count=mended) + "\n")


def _record(args: argparse.Namespace, library: Library, story: Story, found: Kept) -> int:
    from game.authoring.build.fields import as_id  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.authoring.plays.record import recorded  # noqa: PLC0415
    from game.host import Refusal  # noqa: PLC0415
    from game.insight.dynamics import verdict  # noqa: PLC0415
    from game.runs.disk import Disk  # noqa: PLC0415
    from game.runs.files import read  # noqa: PLC0415
    from game.runs.together import write_all  # noqa: PLC0415
    from game.story.names import RESERVED  # noqa: PLC0415

    if not args.name:
        raise Refusal(_("Give the play a name: --record RUN --name NAME."))
    name = as_id(args.name, RESERVED)
    if name in [play.name for play in found.plays]:
        raise Refusal(_("There is a play “{name}” already. Give this one another name.").format(name=name))
    opened = library.look(args.record)
    if opened.notice:
        sys.stderr.write(f"me-and-we: {opened.notice}\n")
    state = opened.session.state
    ends = verdict(state.me, state.we, story.dead_zone) if opened.session.finished else None
    before = read(found.file) if found.file.exists() else None
    data = recorded(before, story, name, opened.session.picks, ends)
    if data is None:
        raise Refusal(
            _("No play can be added at the end of {file}: it is not laid out in lines.").format(file=found.file)
        )
    write_all({found.file: data}, Disk())
    sys.stdout.write(_("Recorded: the play {name} in {file}").format(name=name, file=found.shown) + "\n")
    return 0


def _tell(args: argparse.Namespace, tested: Tested) -> None:
    from game.authoring.plays.report import report  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.verbs.out import say  # noqa: PLC0415

    if args.json:
        import json  # noqa: PLC0415

        say(json.dumps(tested.as_json(), ensure_ascii=False, indent=2) + "\n")
    else:
        say(report(tested, verbose=args.verbose))
