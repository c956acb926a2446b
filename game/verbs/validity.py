"""`validity`: what a machine can judge of a story's fairness and of the truth of its reveal."""

from __future__ import annotations

import argparse
import sys

from game.language import N_, _

HELP = N_("Judge, as far as a machine can, whether a story gives its answers away and whether its reveal is true.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `validity` takes."""
    parser.add_argument("story", metavar="STORY", help=_("a folder, a pack, a scene file, or a shipped story's name"))
    parser.add_argument("--json", action="store_true", help=_("print the figures as JSON"))
    seeds = _("plays of each bot (200 if not given)")
    parser.add_argument("--seeds", metavar="N", type=_count, default=200, help=seeds)
    runs = _("plays by chance whose reveal is audited (100 if not given)")
    parser.add_argument("--runs", metavar="N", type=_count, default=100, help=runs)


def run(args: argparse.Namespace) -> int:
    """Print the gates of a story; returns 1 if one is missed. Raises `Refusal` if the story cannot be played."""
    from game.authoring.figures import tell  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.authoring.validity.gates import Effort, gates  # noqa: PLC0415
    from game.authoring.validity.plays import EndlessPlayError  # noqa: PLC0415
    from game.authoring.validity.report import report  # noqa: PLC0415
    from game.host import Refusal  # noqa: PLC0415
    from game.library import Library, fairly  # noqa: PLC0415

    story, loaded = fairly(args.story)
    library = Library()
    others = (library.story(card.id)[0] for card in library.stories())
    beside = [other for other in others if other.id != story.id and other.language == story.language]
    try:
        found = gates(loaded, story, beside, Effort(args.seeds, args.runs))
    except EndlessPlayError as endless:
        told = _("Some plays of this story never come to an end; “me-and-we census” and `never_stuck` tell more.")
        raise Refusal(told) from endless
    if args.json:
        import json  # noqa: PLC0415

        whole = {"story": story.id, "pass": all(gate.passed for gate in found)}
        sys.stdout.write(json.dumps({**whole, "gates": [gate.as_json() for gate in found]}, indent=2) + "\n")
    else:
        tell(sys.stdout, lambda blocks: report(story, found, blocks=blocks))
    return 0 if all(gate.passed for gate in found) else 1


def _count(word: str) -> int:
    if not (word.isascii() and word.isdecimal() and int(word[:6]) > 0 and len(word) < 6):  # noqa: PLR2004
        raise argparse.ArgumentTypeError(_("“{word}” is not a whole number from 1 to 99999").format(word=word))
    return int(word)
