"""Every screen of the window as it is in the middle of a play of the sample."""

from __future__ import annotations

from game.host import Play
from game.session import Session
from game.window.moves import Screen
from game.window.rooms import WAYS, room
from game.window.screens.settings import SECTIONS
from tests.samples import STORY
from tests.stage import PICTURES, StageHost, about, cards

SCREENS = (
    *("title", "stories", "names", "play", "history", "pause", "settings", "runs", "file", "keys", "help", "credits"),
    *("before", "pair", "vote", "ballot", "split", "talk", "calm", "lesson", "classroom", "players", "compare"),
    *("sheet", "lines", "buttons"),
)
PAGES = tuple(f"settings {section}" for section, about in SECTIONS.items() if about.rows)


def made(name: str) -> Screen:
    """Return a screen as it is in the middle of a play."""
    play = Play(Session(STORY, 1), PICTURES, "Talk to somebody.")
    play.session.replay(("dinner.wait",) if name in ("ballot", "split", "talk") else ("dinner.wait", "dinner.noodles"))
    play.way = name if name in WAYS else "vote" if name == "before" else ""
    name, _space, section = name.partition(" ")
    screen = room(name, StageHost(cards=cards()), section or about(name, play))
    screen.refresh()
    return screen
