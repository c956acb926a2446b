"""A child that plays every shipped story at random and prints what came: `python -m tests.trust.playing FIRST COUNT`.

It prints one checksum over the answers, the endings, the words, the fingerprints and the bytes of every run.
"""

from __future__ import annotations

import hashlib
import json
import locale
import sys
from contextlib import suppress
from random import Random

from game.insight.reveal import reveal
from game.insight.why import explain
from game.library import Library
from game.runs.run import Run, dumps
from game.session import Session
from game.settings import Settings, names_for
from game.story.fingerprint import fingerprint
from game.terminal import prose

MOMENT = "2026-01-31T18:05:00Z"


def main() -> None:
    """Play so many times from a number on, the stories in turn, and print the checksum."""
    with suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, "")
    library, total = Library(None), hashlib.sha256()
    stories = [library.story(card.id)[0] for card in library.stories()]
    prints = [fingerprint(story) for story in stories]
    first, count = map(int, sys.argv[1:])
    for number in range(first, first + count):
        story, rng = stories[number % len(stories)], Random(number)  # noqa: S311  # no secret hangs on it
        session = Session(story, number)
        while offered := session.offered:
            session.pick(rng.choice(offered.options).id)
        meant = reveal(story, session.picks)
        told = explain(story, meant, names_for(story, Settings()))
        run = Run(
            story.id, prints[number % len(stories)], number, session.picks, finished=True, started=MOMENT, saved=MOMENT
        )
        total.update(dumps(run))
        total.update(json.dumps(meant.as_json()).encode())
        for paragraph in prose.explained(told, finished=True):
            total.update(paragraph.encode())
        for frame in session.frames:
            for paragraph in prose.paragraphs(frame.events, story, names_for(story, Settings())):
                total.update(paragraph.encode())
    sys.stdout.write(total.hexdigest())


if __name__ == "__main__":
    main()
