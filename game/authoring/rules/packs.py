"""The rules of packs: what keeps an archive from being opened at all (E300-E319, W300)."""

from __future__ import annotations

from typing import Final

from game.authoring.rules.rule import Rule
from game.language import N_

_AGAIN: Final = N_("Get it again from where it came, or make it anew with `me-and-we pack`.")

PACKS: Final[dict[str, Rule]] = {
    # The archive as a whole
    "pack-not-zip": Rule("E300", N_("{found} is no zip archive inside; it has {size} bytes."), _AGAIN),
    "pack-cut": Rule(
        "E301", N_("{found} is cut off: the list of its files, which stands at its end, is missing."), _AGAIN
    ),
    "pack-damaged": Rule("E302", N_("{found} is damaged, or was put together to mislead: {why}."), _AGAIN),
    "pack-too-large": Rule(
        "E303",
        N_("{found} is too large: {size}, and {limit} are the limit."),
        N_("Pictures take most of the room; 1920 by 1080 is plenty for each."),
    ),
    "pack-too-many": Rule(
        "E304", N_("{found} holds more than {limit} files."), N_("Leave out what is no part of the story.")
    ),
    "pack-zip64": Rule(
        "E305",
        N_("{found} is written for archives of over 4 GB, which no pack is."),
        N_("Make it anew with `me-and-we pack`."),
    ),
    # What is in it
    "pack-encrypted": Rule("E306", N_("{found} is locked with a password."), N_("Make the pack anew, without one.")),
    "pack-method": Rule(
        "E307",
        N_("{found} is squeezed in a way that packs do not know."),
        N_("Make an ordinary zip, or use `me-and-we pack`."),
    ),
    "pack-link": Rule(
        "E308",
        N_("{found} is a link or a device, and a pack holds files alone."),
        N_("Put the file itself there instead of the link."),
    ),
    "pack-bomb": Rule(
        "E309",
        N_("{found} grows to more than {ratio} times its size when it is opened, which no word or picture does."),
        _AGAIN,
    ),
    "pack-lie": Rule("E310", N_("{found} is not what the archive says it is: its size or checksum differs."), _AGAIN),
    "pack-overlap": Rule("E311", N_("{found} shares its bytes with {other}."), _AGAIN),
    # What it is called
    "pack-outside": Rule(
        "E312", N_("{found} would lie outside of the story's folder."), N_("Make the pack anew from the folder itself.")
    ),
    "pack-deep": Rule(
        "E313",
        N_("{found} lies more than {limit} folders deep."),
        N_("A story needs its own folder, and `pictures` in it."),
    ),
    "pack-name-odd": Rule(
        "E314",
        N_("The name {found} holds signs that cannot be seen, or that make it look like another."),
        N_("Rename the file, and make the pack anew."),
    ),
    "pack-name-encoding": Rule(
        "E315",
        N_("The name of a file in it is not written in UTF-8."),
        N_("Give all files names of plain letters, or make the pack with `me-and-we pack`."),
    ),
    "pack-name-system": Rule(
        "E316",
        N_("The name {found} means something else on Windows, or cannot be kept there."),
        N_("Rename the file: no `:`, no dot or space at the end, no CON, AUX, NUL and the like, 100 signs at most."),
    ),
    "pack-twice": Rule(
        "E317",
        N_("{found} and {other} are the same name to Windows and macOS."),
        N_("Keep one of them, or rename one."),
    ),
    # Whether it is a story
    "pack-no-story": Rule(
        "E318",
        N_("There is no story.yaml in {found}, neither at its top nor in one folder there."),
        N_("Pack the story's folder. {near}"),
    ),
    "pack-two-stories": Rule(
        "E319", N_("{found} holds more than one story: {where}."), N_("Make a pack of each story's folder.")
    ),
    "pack-ignored": Rule(
        "W300",
        N_("What a story has no use for is never opened: {where}."),
        N_(
            "Leave it out: a pack holds .yaml files, pictures (.png), transcripts (plays/*.txt), support.md, a README"
            " and a licence."
        ),
    ),
}
"""The rules by name."""
