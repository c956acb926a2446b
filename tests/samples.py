"""A small story built by hand, so that the core is tested without any file.

dinner: fridge -> [noodles | curry (only with appetite) | phone -> takeaway | wait (again)]
offer:  table  -> [stay | go]           (only unless dinner.phone)
"""

from __future__ import annotations

from game.story.conditions import Compare, Constant, Not, Picked, ValueOf
from game.story.model import (
    Assign,
    Branch,
    Choose,
    Enter,
    Finish,
    Node,
    Option,
    Passage,
    Person,
    Say,
    Scene,
    Stage,
    Story,
    Variable,
)
from game.story.text import Either, NameOf, Pronoun, Text, Verb, Words


def words(text: str) -> Text:
    """Return a text of plain words."""
    return (Words(text),)


SAM_LEANS: Text = (Pronoun("sam", "they", capital=True), Words(" "), Verb("sam", "lean", capital=False, singular=False))
ATE = Compare("==", ValueOf(0, "ate"), Constant("takeaway"))

NODES: tuple[Node, ...] = (
    Enter("dinner", 1),
    Enter("dinner.fridge", 2),
    Say(SAM_LEANS, None, None, 3),
    Choose("dinner", ("dinner.noodles", "dinner.curry", "dinner.phone", "dinner.wait"), fixed_order=False, next=4),
    Say(words("You eat late."), "sam", "low", 9),
    Assign(0, "takeaway", 6),
    Enter("dinner.takeaway", 7),
    Say((NameOf("sam"), Words(": "), Either(ATE, words("bags"), words("bowls"))), None, None, 9),
    Say(words("You wait."), None, None, 3),
    Branch(((Not(Picked("dinner.phone")), 10),), 14),
    Enter("offer", 11),
    Enter("offer.table", 12),
    Stage("figures", "apart", 13),
    Choose("offer", ("offer.stay", "offer.go"), fixed_order=True, next=14),
    Finish(),
    Say(words("An epilogue."), None, None, 14),
)

OPTIONS = (
    Option(
        "dinner.noodles",
        words("Say noodles."),
        spoken=False,
        target=4,
        shows="decide_together",
        me=1,
        we=2,
        recall=words("you said noodles"),
    ),
    Option("dinner.curry", words("Curry."), spoken=True, target=4, when=ATE, shows="swallow_preference", me=-2, we=1),
    Option("dinner.phone", words("Pass it."), spoken=False, target=5, shows="hand_over_choice", me=-2, we=-1),
    Option("dinner.wait", words("Wait."), spoken=False, target=8, again=True),
    Option("offer.stay", words("Stay."), spoken=False, target=14, shows="drop_my_plan", me=-2, we=1),
    Option("offer.go", words("Go."), spoken=False, target=14, shows="parallel_plans", me=1, we=-1),
)


def _scene(scene: str, passages: tuple[Passage, ...], start: int, after: int) -> Scene:
    return Scene(
        scene, words(scene.title()), words(f"at {scene}"), "kitchen", "spring", None, (), passages, start, after
    )


STORY = Story(
    id="sample",
    title="A sample",
    language="en",
    about="",
    content_note="",
    question="Which one?",
    cast=(Person("sam", "Sam", "they"),),
    variables=(Variable("ate", "nothing"),),
    nodes=NODES,
    scenes={
        "dinner": _scene("dinner", (Passage("dinner.fridge", 1), Passage("dinner.takeaway", 6)), 0, 9),
        "offer": _scene("offer", (Passage("offer.table", 11),), 10, 14),
    },
    options={option.id: option for option in OPTIONS},
    endings=dict.fromkeys(("interdependence", "independence", "dependence", "codependence", "in_between"), 15),
    start=0,
)
