"""The rules of the files around a story: folders, links and pictures (E250-E269)."""

from __future__ import annotations

from typing import Final

from game.authoring.rules.rule import Rule
from game.language import N_

FILES: Final[dict[str, Rule]] = {
    "story-absent": Rule("E250", N_("There is no story here: nothing is called {found}."), N_("{near}")),
    "story-file-absent": Rule(
        "E251",
        N_("The folder {found} has no story.yaml, so it is no story."),
        N_("Write one with `title:` and `scenes:` in it, or name a scene file."),
    ),
    "story-kind": Rule(
        "E252",
        N_("{found} is no folder, no pack and no scene file."),
        N_("Name a story's folder, its pack (.zip), or a scene file, which ends in .yaml."),
    ),
    "story-id": Rule(
        "E253",
        N_("`{found}` cannot name a story: its name is made of a-z, 0-9, _ and -, and begins with a letter."),
        N_("Rename it, for example to `{better}`."),
    ),
    "link": Rule(
        "E254",
        N_("{found} is a link, and a story's files stay in its folder."),
        N_("Put the file itself there instead of the link."),
    ),
    "rename-unfinished": Rule(
        "E257",
        N_("A renaming in {found} was interrupted, and only some of its files have the new name."),
        N_("Give the same `me-and-we rename` command again: it finishes what was left."),
    ),
    "picture-not-png": Rule(
        "E255",
        N_("{found} is not a PNG picture inside."),
        N_("Export it as PNG; a new name alone does not change a picture."),
    ),
    "picture-too-large": Rule(
        "E256",
        N_("{found} is too large ({size})."),
        N_("A picture has at most 8.4 million pixels and 8 MB; 1920 by 1080 is plenty."),
    ),
}
