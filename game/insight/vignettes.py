"""The two forms of the sheet before and after: ten items each, parallel item by item.

1. Each item of one form has a twin in the other, in another place: the same dynamic by the same kind of answer, in
   another situation. Two of ten are healthy look-alikes, which show interdependence and are easily taken for more.
2. Nobody in them is a pupil, a couple by name or from the stories; no form gives its answers away by order or length.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from game.language import N_


class Vignette(NamedTuple):
    """An item: its line, the dynamic that it shows, and a line why; a look-alike is taken for `looks_like`."""

    words: str
    shows: str
    why: str
    looks_like: str = ""


FORMS: Final[Mapping[str, tuple[Vignette, ...]]] = {
    "A": (
        Vignette(
            N_("Noa has a place on the Saturday team. Kim sounded flat on the phone, so Noa gives it up, unasked."),
            "codependence",
            N_("Noa gives away something of their own, unasked, so that Kim is pleased."),
        ),
        Vignette(
            N_("Ari signs the contract for the shared flat and sends Jo a photo of it in the evening."),
            "independence",
            N_("A thing that touches both is settled by one, and told afterwards."),
        ),
        Vignette(
            N_("“I like the early train. You hate mornings. Shall we take the one at ten, and I sleep on the way?”"),
            "interdependence",
            N_("Both wishes are on the table, and the answer has room for both."),
        ),
        Vignette(
            N_("Mika could ring the dentist, but hands the phone to Lou each time: “You are better at it.”"),
            "dependence",
            N_("Mika could do it and lets Lou carry it; the effort flows towards Mika."),
        ),
        Vignette(
            N_("After bad news, Sol asks: “Could you sit with me for half an hour? Then I will write to them myself.”"),
            "interdependence",
            N_("Asking for help is not dependence: the need is named, and the next step stays Sol’s own."),
            "dependence",
        ),
        Vignette(
            N_("Remy writes Toni’s late essay overnight, so that Toni need not hear what the teacher would say."),
            "codependence",
            N_("Remy takes over a duty that is Toni’s and shields Toni from what follows."),
        ),
        Vignette(
            N_("In the middle of the quarrel Uma puts her coat on, goes climbing, and never mentions it again."),
            "independence",
            N_("Uma leaves the hard talk without a time of return; what is shared stays untended."),
        ),
        Vignette(
            N_("Bo’s friend has won a prize. Bo asks for the third time today: “And you will still like me?”"),
            "dependence",
            N_("The friend’s news is turned into reassurance for Bo that was already given."),
        ),
        Vignette(
            N_("“You cooked all week while I had exams. From Monday it is me, and I am doing the shopping now.”"),
            "interdependence",
            N_("Help was taken and comes back: it runs both ways."),
        ),
        Vignette(
            N_(
                "Ida and Per spend every Thursday apart, as they agreed, and keep Sunday breakfast for the two of them."
            ),
            "interdependence",
            N_("Agreed time apart is not independence: both times were spoken about, and both are kept."),
            "independence",
        ),
    ),
    "B": (
        Vignette(
            N_("As the talk turns to money, Wim says “not now”, goes to the workshop, and leaves it for weeks."),
            "independence",
            N_("Wim steps out with no time of return; what is shared stays untended."),
        ),
        Vignette(
            N_(
                "“I am worried about the test. Would you hear my questions tonight? I will make the cards before that.”"
            ),
            "interdependence",
            N_("Asking for help is not dependence: the need is named, and part of the work stays with who asks."),
            "dependence",
        ),
        Vignette(
            N_("Val’s brother tells of his new school. Val says: “But who is going to need me then? Say you will.”"),
            "dependence",
            N_("The brother’s news is turned into reassurance for Val."),
        ),
        Vignette(
            N_("Lex has tickets for the concert. Ray seems low today, so Lex sells them and stays, unasked."),
            "codependence",
            N_("Lex drops a plan of their own, unasked, to be near Ray."),
        ),
        Vignette(
            N_("“I want quiet, you want people. What about two guests, early, and you choose which two?”"),
            "interdependence",
            N_("Both wishes are on the table, and the answer has room for both."),
        ),
        Vignette(
            N_("“I am too angry to listen. Give me twenty minutes, then I am back.” And so it is."),
            "interdependence",
            N_("A pause with a time of return is not stepping out: a limit is kept, and the talk goes on."),
            "independence",
        ),
        Vignette(
            N_(
                "Gil knows which form it is, but waits until Ash comes home to fill it in: “I would only get it wrong.”"
            ),
            "dependence",
            N_("Gil could do it and lets Ash carry it; the effort flows towards Gil."),
        ),
        Vignette(
            N_("Tam books the summer for both of them and mentions it when the first bill arrives."),
            "independence",
            N_("A thing that touches both is settled by one, and told afterwards."),
        ),
        Vignette(
            N_("“You carried my boxes up. Your shelf is next on Saturday, and I bring the drill.”"),
            "interdependence",
            N_("Help was taken and comes back: it runs both ways."),
        ),
        Vignette(
            N_("Fay rings the café to say that Dee is ill. Dee has overslept, for the third time this month."),
            "codependence",
            N_("Fay covers for Dee and shields Dee from what follows."),
        ),
    ),
}

LETTERS: Final[Mapping[str, str | None]] = {
    "A": "interdependence",
    "B": "independence",
    "C": "dependence",
    "D": "codependence",
    "E": None,
}
"""What the letters on a sheet stand for; E is "can't tell"."""
