"""Why the files around a story are refused."""

from __future__ import annotations

from typing import Final

from game.authoring.explained.why import Why
from game.language import N_

FILES: Final[dict[str, Why]] = {
    "story-absent": Why(
        N_(
            "Nothing of this name is here, and no shipped story is called so either. The nearest names that exist"
            " are told."
        ),
    ),
    "story-file-absent": Why(
        N_(
            "A folder becomes a story by its `story.yaml`, which gives the title and lists the scenes. Perhaps"
            " you named the folder above or below the one you meant."
        ),
    ),
    "story-kind": Why(
        N_("A story is a folder, a pack made of one, or a single scene file. A picture or a document is none of them."),
    ),
    "story-id": Why(
        N_(
            "The folder’s name is the story’s name: it is typed in commands and kept in runs, so it is made of"
            " plain small letters. The title in `story.yaml` may be anything."
        ),
    ),
    "link": Why(
        N_(
            "A link can lead anywhere on the computer, and a story from a stranger could read your files through"
            " one. So stories hold files themselves, and links are not followed."
        ),
    ),
    "rename-unfinished": Why(
        N_(
            "A new name goes into all files of a story, one after the other, and the computer stopped in between. The"
            " new files lie beside the old ones, complete, so nothing is lost; until they are in place, the story would"
            " speak of one thing by two names."
        ),
    ),
    "picture-not-png": Why(
        N_(
            "The name ends in .png, but the file is another kind of picture inside. Programs that open pictures"
            " guess; the game does not."
        ),
    ),
    "picture-too-large": Why(
        N_("A picture of this size takes long to load and much memory, and on a screen nobody can see the difference."),
    ),
}
"""The explanations by the names of the rules."""
