"""Why a play cannot be played."""

from __future__ import annotations

from typing import Final

from game.authoring.explained.why import Why
from game.language import N_

PLAYS: Final[dict[str, Why]] = {
    "play-option-unknown": Why(
        N_(
            "The play picks or expects an option that the story does not have: it was renamed, or the name has a"
            " slip. `me-and-we rename` changes plays along with the story."
        ),
        "- start.blck",
        "- start.black",
    ),
    "play-place-unknown": Why(
        N_("A play may start anywhere, at a scene or at `scene.passage`; this place does not exist."),
        "at: start.cups",
        "at: start",
    ),
    "play-person-unknown": Why(
        N_(
            "A play can give people other names and pronouns, to see that the prose reads right. The person is"
            " called by the id in the cast, and the player is `you`."
        ),
        "names: {sma: {name: Noor}}",
        "names: {sam: {name: Noor}}",
    ),
    "play-transcript-name": Why(
        N_(
            "A transcript is a plain file in the folder `plays` beside the story, so its name is simple and leads"
            " nowhere else."
        ),
        "transcript: ../plain.txt",
        "transcript: plain.txt",
    ),
    "play-empty": Why(
        N_("A play that picks nothing and expects nothing can never fail, so it shows nothing either."),
        "about: nothing yet",
        "moments:\n  - start.black",
    ),
}
"""The explanations by the names of the rules."""
