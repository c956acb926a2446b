"""What readers of the study see, and nothing more: sheets to judge options by, and a play that stops before its ending.

    python tests/validity/blind.py cover STORY SEED SHEET      options alone, shuffled
    python tests/validity/blind.py tags STORY SEED SHEET       each choice as a play came to it, options shuffled
    python tests/validity/blind.py play FILE STORY SEED        begin a play that is kept in FILE
    python tests/validity/blind.py play FILE NUMBER            give an answer in it

A sheet is written as text; its key, which option stands behind which letter, goes into a file beside it that ends in
`.key.json`. Nothing that a reader sees holds an id, a meter, a dynamic or a pattern.
"""

from __future__ import annotations

import json
import string
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Final, TypedDict

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from game.authoring.load import load  # noqa: E402  # it runs without being installed, too
from game.insight.counting import called_by_default  # noqa: E402
from game.insight.dynamics import verdict  # noqa: E402
from game.session import Session  # noqa: E402
from game.story import engine  # noqa: E402
from game.story.events import Event, Offered  # noqa: E402
from game.story.model import Story  # noqa: E402
from game.terminal.prose import offered, paragraphs  # noqa: E402

PLAYS: Final = 400
"""Plays by chance after which every option has been offered."""

Choice = tuple[list[str], Mapping[str, str]]
"""The paragraphs before a choice, and the words of its scored options by their ids."""


class Kept(TypedDict):
    """A play as it is kept between two answers."""

    story: str
    seed: int
    picks: list[str]


def story_of(name: str) -> Story:
    """Return a shipped story."""
    story = load(ROOT / "scenes" / name, fair=False).story
    if story is None:
        sys.exit(f"{name} cannot be played.")
    return story


def choices(story: Story, seed: int) -> Iterator[Choice]:
    """Yield every choice with scored options once, as a play by chance came to it, in the order of the story."""
    chance = Random(seed)  # noqa: S311  # no secret hangs on it
    found: list[Choice] = []
    known: set[str] = set()
    for number in range(PLAYS):
        session = Session(story, seed + number)
        while waiting := session.offered:
            scored = {option: text for option, text in words(story, waiting).items() if story.options[option].shows}
            if not known.issuperset(scored):
                found.append((told(story, session.frames[-1].events), scored))
                known.update(scored)
            session.pick(chance.choice(waiting.options).id)
    scenes = list(story.scenes)
    yield from sorted(found, key=lambda choice: min(scenes.index(option.split(".")[0]) for option in choice[1]))


def told(story: Story, events: Sequence[Event]) -> list[str]:
    """Return what a reader reads of these events."""
    return list(paragraphs(events, story, called_by_default(story)))


def words(story: Story, waiting: Offered) -> Mapping[str, str]:
    """Return the words of each option that waits."""
    return {each.id: offered(each, called_by_default(story)) for each in waiting.options}


def sheet(story: Story, seed: int, out: Path, *, bare: bool) -> None:
    """Write a sheet and its key; a `bare` one leaves the scene out."""
    chance = Random(seed)  # noqa: S311
    lines: list[str] = []
    key: dict[str, str] = {}
    listed = list(choices(story, seed))
    if bare:
        chance.shuffle(listed)
    for number, (before, options) in enumerate(listed, 1):
        lines += ["", f"=== {number} ===", ""]
        lines += [] if bare else [line for each in before for line in (each, "")]
        for letter, option in zip(string.ascii_lowercase, chance.sample(list(options), len(options)), strict=False):
            key[f"{number}{letter}"] = option
            lines.append(f"{number}{letter}. {options[option]}")
    out.write_text("\n".join(lines).strip() + "\n")
    out.with_suffix(".key.json").write_text(json.dumps(key, indent=1))


def play(file: Path, *rest: str) -> None:
    """Begin a play, or give an answer in it; show what follows, and no epilogue."""
    begun: Kept = {"story": rest[0], "seed": int(rest[-1]), "picks": []}
    kept: Kept = begun if len(rest) > 1 else json.loads(file.read_text())
    session = Session(story_of(kept["story"]), kept["seed"])
    for pick in kept["picks"]:
        session.pick(pick)
    if len(rest) == 1:
        options = session.offered.options if session.offered else ()
        if not (rest[0].isdecimal() and 1 <= int(rest[0]) <= len(options)):
            sys.exit(f"Give a number from 1 to {len(options)}." if options else "This play is over.")
        session.pick(options[int(rest[0]) - 1].id)
    kept["picks"] = list(session.picks)
    file.write_text(json.dumps(kept))
    show(session)


def show(session: Session) -> None:
    """Print what the last answer led to, and what can be answered now."""
    story, events = session.story, session.frames[-1].events
    if session.finished:
        state = session.state
        epilogue = engine.tell(story, state, story.endings[verdict(state.me, state.we, story.dead_zone)])[1]
        events = events[: len(events) - len(epilogue)]
    print("\n\n".join(told(story, events)))
    if session.offered:
        lines = enumerate(words(story, session.offered).values(), 1)
        print("\n" + "\n".join(f"  {number}. {line}" for number, line in lines))
    else:
        print("\n(The play is over. Thank you.)")


def main(words: Sequence[str]) -> None:
    """Do what the words say."""
    match words:
        case ["cover" | "tags" as kind, story, seed, out]:
            sheet(story_of(story), int(seed), Path(out), bare=kind == "cover")
        case ["play", file, *rest] if len(rest) in (1, 2):
            play(Path(file), *rest)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
