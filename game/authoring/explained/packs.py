"""Why a pack is not opened."""

from __future__ import annotations

from typing import Final

from game.authoring.explained.why import Why
from game.language import N_

PACKS: Final[dict[str, Why]] = {
    "pack-not-zip": Why(
        N_(
            "A pack is a zip file, and this is something else with that name: perhaps a page that a website sent"
            " in place of the file."
        ),
    ),
    "pack-cut": Why(
        N_(
            "A zip keeps the list of its files at the very end. It is missing, so the download or the copy"
            " stopped early."
        ),
    ),
    "pack-damaged": Why(
        N_(
            "What the pack says about its files does not agree with itself. It was damaged on its way, or"
            " somebody put it together to trick programs that open it; in either case nothing of it is read."
        ),
    ),
    "pack-too-large": Why(
        N_(
            "A story is a few hundred kilobytes of words and some pictures. The limit keeps a file from a"
            " stranger from filling your memory."
        ),
    ),
    "pack-too-many": Why(
        N_("No story needs so many files. Whole folders of other things are sometimes packed by accident."),
    ),
    "pack-zip64": Why(
        N_(
            "This form of zip exists for archives of many gigabytes. Some programs choose it without need;"
            " `me-and-we pack` does not."
        ),
    ),
    "pack-encrypted": Why(
        N_("A pack is for giving away, and the game asks for no passwords. Pack it again without one."),
    ),
    "pack-method": Why(
        N_("Zip knows many ways of making files smaller, and packs use the two that every program has."),
    ),
    "pack-link": Why(
        N_(
            "A link could lead out of the pack to files of your computer. So a pack has none, and one that has is"
            " not opened."
        ),
    ),
    "pack-bomb": Why(
        N_(
            "A few kilobytes that grow to gigabytes are an old trick to choke a computer. Words shrink to a"
            " tenth, pictures hardly at all."
        ),
    ),
    "pack-lie": Why(
        N_(
            "The list in the archive gives a size and a checksum for each file, and this one has others. So it is"
            " not the file that was packed."
        ),
    ),
    "pack-overlap": Why(
        N_(
            "Two entries of the list use the same bytes. No program that packs does that; it is a trick to make a"
            " small file look large."
        ),
    ),
    "pack-outside": Why(
        N_(
            "The name of this file leads out of the story’s folder. Programs that believe such names overwrite"
            " other files; here the pack is refused whole."
        ),
    ),
    "pack-deep": Why(
        N_(
            "A story lies in one folder, with a folder for pictures in it. Anything deeper was packed by"
            " accident, or to confuse."
        ),
    ),
    "pack-name-odd": Why(
        N_(
            "The name holds signs that are not seen, or that turn the direction of reading, so it looks like"
            " another name. Nobody can tell what such a file is."
        ),
    ),
    "pack-name-encoding": Why(
        N_(
            "The name was written by an older program in letters of its own, and other computers would read it"
            " differently."
        ),
    ),
    "pack-name-system": Why(
        N_("On Windows some names mean a device or cannot be kept, and a pack has to mean the same everywhere."),
    ),
    "pack-twice": Why(
        N_(
            "Windows and macOS do not part large letters from small ones, so there the one file would replace the"
            " other."
        ),
    ),
    "pack-no-story": Why(
        N_(
            "A pack holds the files of one story at its top or in a single folder, and `story.yaml` is among"
            " them. Here it is not: perhaps the folder above was packed."
        ),
    ),
    "pack-two-stories": Why(
        N_("A pack is one story, so that `play` knows what to play. Make two packs."),
    ),
    "pack-ignored": Why(
        N_("Files that a story has no use for are left alone, and you are told so that you know nobody will see them."),
    ),
}
"""The explanations by the names of the rules."""
