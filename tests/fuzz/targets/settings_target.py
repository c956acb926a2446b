"""The readers of what else is kept, settings and what was read: they forgive everything, and what they keep is good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from game.runs import reading, settings, strict
from game.settings import CHOICES, Settings
from game.story.called import Called
from tests.fuzz.bundle import folder
from tests.fuzz.said import told
from tests.runs.disks import QuickDisk

WORDS: Final = (
    *('"format"', '"me-and-we settings"', '"version"', '"called"', '"keys"', '"you"', '"name"', '"pronouns"', '"they"'),
    *(
        '"our-year.sam"',
        '"me-and-we reading"',
        '"marks"',
        "\\u202e",
        "\\ud800",
        "true",
        "false",
        "null",
        "1e999",
        '"next"',
    ),
    *(f'"{name}"' for name in CHOICES),
)


def one(data: bytes) -> None:
    """Load the settings; then keep what was understood, and load that without a complaint."""
    with folder({"settings.json": data}) as place:
        file = place / "settings.json"
        found = settings.load(file, QuickDisk())
        for notice in found.notices:
            told(notice)
        for person in found.settings.called.values():
            told(person.name)
        again = place / "again.json"
        settings.save(again, found.settings, QuickDisk())
        assert settings.load(again, QuickDisk()) == settings.Read(found.settings)
    try:
        strict.document(data, reading.KIND)
        reading._marks(data)
    except strict.BadFile as bad:
        told(str(bad))


def seeds() -> Iterator[bytes]:
    """Yield settings as they are kept, and marks."""
    usual = Settings(called={"you": Called("Zoë", "she"), "our-year.sam": Called("Kim", "they")}, keys={"back": "b"})
    yield settings._dumps(usual)
    yield settings._dumps(replace(usual, text_size=200, theme="contrast", voice=True))
    yield reading._dumps(dict.fromkeys(["0123456789abcdef", "fedcba9876543210"]))
