"""The rules of `plays.yaml`: plays that could not be played again (E320-E329, W320-W329).

They stand apart from the rules of meaning: a story can be played whatever its plays say, so loading never asks for
them, only `check` and `test` do.
"""

from __future__ import annotations

from typing import Final

from game.authoring.rules.rule import Rule
from game.language import N_

PLAYS: Final[dict[str, Rule]] = {
    "play-option-unknown": Rule("E320", N_("The story has no option `{found}`."), N_("{near}")),
    "play-place-unknown": Rule("E321", N_("The story has no scene or passage `{found}`."), N_("{near}")),
    "play-person-unknown": Rule("E322", N_("Nobody in the cast is called `{found}`."), N_("{near}")),
    "play-transcript-name": Rule(
        "E323",
        N_("`{found}` cannot be the file of a transcript."),
        N_("Write a name that ends in .txt, such as `{better}`; the file lies in the folder plays/."),
    ),
    "play-empty": Rule(
        "W320",
        N_("The play `{found}` neither picks nor expects anything."),
        N_("Give it `moments:`, and under it ids of options with a dash each; or delete it."),
    ),
}
"""The rules by name."""
