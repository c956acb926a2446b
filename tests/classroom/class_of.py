"""Classes made by chance: runs of a story by readers who differ, each as the bytes of a run file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from game.insight.patterns import PATTERNS
from game.insight.silent import silent
from game.runs.run import Run, dumps, stamp
from game.story import engine
from game.story.fingerprint import fingerprint
from game.story.model import Choose, Story
from game.story.names import DYNAMICS

LONGEST = 200
"""Picks after which a reader stops, should a story lead in circles."""

START = datetime(2026, 1, 31, 9, tzinfo=UTC)


def read(story: Story, random: Random) -> tuple[str, ...]:
    """Return the picks of a reader who leans to one dynamic, or to none."""
    leaning = random.choice((*DYNAMICS, None))
    quiet = silent(story)
    state, _events = engine.begin(quiet)
    picks: list[str] = []
    while not engine.finished(quiet, state) and len(picks) < LONGEST:
        choose = quiet.nodes[state.place]
        assert isinstance(choose, Choose)
        offered = list(engine.open_options(quiet, state, choose))
        open_ = [option for option in offered if not option.again] or offered
        liked = [option for option in open_ if option.shows and PATTERNS[option.shows].dynamic == leaning]
        picks.append(random.choice(liked if liked and random.random() < 0.6 else open_).id)
        state, _events = engine.step(quiet, state, picks[-1])
    return tuple(picks)


def run_of(story: Story, picks: tuple[str, ...], seed: int, *, finished: bool = True) -> bytes:
    """Return the file of a run; its start follows from its seed."""
    moment = stamp(START + timedelta(seconds=seed))
    return dumps(Run(story.id, fingerprint(story), seed, picks, finished, moment, moment))


def a_class(story: Story, many: int, seed: int = 1) -> Iterator[bytes]:
    """Yield the files of so many readers."""
    random = Random(seed)  # noqa: S311  # no secret hangs on it
    mark = fingerprint(story)
    for number in range(many):
        moment = stamp(START + timedelta(seconds=number))
        yield dumps(Run(story.id, mark, number, read(story, random), True, moment, moment))  # noqa: FBT003


def fill(folder: Path, story: Story, many: int, seed: int = 1) -> None:
    """Put a class into a new folder."""
    folder.mkdir()
    for number, data in enumerate(a_class(story, many, seed)):
        (folder / f"{story.id}-{number:05}.json").write_bytes(data)
