"""Playing a kept run again: which of its answers the story of today still takes.

1. Under the same hash every answer fits and the run ends where it says, or it was changed outside the game.
2. Under another hash the answers are given by their ids, renamed ones by the names of today, as far as that goes.
3. What comes out are answers, not a playthrough: whoever plays gives them to a `Session` of their own, one `pick` each.
   So this folder needs nothing but the pure story.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from game.language import _, ngettext
from game.runs.run import BadRun, Run
from game.settings import Settings, names_for
from game.story import engine
from game.story.called import Called
from game.story.model import Choose, Story
from game.story.state import State
from game.story.text import plain, settle


@dataclass(frozen=True, slots=True)
class Resumed:
    """The answers that a story takes, in the ids of today; `dropped` counts those that it does not take any more.

    `finished` tells whether the story is over after them, `notice` what the player should know before going on; and
    `places` are the choices, by their nodes, at which the answers were given.
    """

    picks: tuple[str, ...]
    finished: bool
    dropped: int = 0
    notice: str | None = None
    places: tuple[int, ...] = field(default=(), compare=False)  # they follow from the picks


def resume(story: Story, story_hash: str, run: Run, called: Mapping[str, Called] | None = None) -> Resumed:
    """Return how far `run` can be played in `story`, whose fingerprint is `story_hash`.

    `called` are the names for a scene's title in the notice. Raises `BadRun` for a run of another story, and for one
    that this very story could not have led to.
    """
    if run.story_id != story.id:
        sentence = _("This run belongs to the story {other}, and this is the story {id}.")
        raise BadRun(sentence.format(other=run.story_id, id=story.id))
    same = run.story_hash == story_hash
    given = run.choices if same else [story.renamed.get(pick, pick) for pick in run.choices]
    state, picks, places = _played(story, given)
    finished, dropped = engine.finished(story, state), len(run.choices) - len(picks)
    if not same:
        notice = _notice(story, state, (len(picks), len(run.choices)), run, called or names_for(story, Settings()))
        return Resumed(picks, finished, dropped, notice, places)
    if dropped:
        sentence = _("This run was changed outside the game: its answer {number} is not open there.")
        raise BadRun(sentence.format(number=len(picks) + 1))
    if finished != run.finished:
        raise BadRun(_("This run was changed outside the game: it does not end where it says."))
    return Resumed(picks, finished, places=places)


def _played(story: Story, choices: Sequence[str]) -> tuple[State, tuple[str, ...], tuple[int, ...]]:
    state, _events = engine.begin(story)
    places: list[int] = []
    for choice in choices:
        before = state.place
        try:
            state, _events = engine.step(story, state, choice)
        except engine.NotOfferedError:
            break
        places.append(before)
    return state, tuple(choices[: len(places)]), tuple(places)


def _notice(story: Story, state: State, counts: tuple[int, int], run: Run, called: Mapping[str, Called]) -> str:
    fitting, given = counts
    changed = _("The story was changed since this run was kept.")
    if fitting < given:
        sentence = _("It was played again up to {place}; answer {number} of {count} could not be given any more.")
        place = _place(story, state, called)
        return f"{changed} {sentence.format(place=place, number=fitting + 1, count=given)}"
    fit = ngettext("Your {count} answer still fits.", "All your {count} answers still fit.", given).format(count=given)
    if run.finished and not engine.finished(story, state):
        fit += " " + _("There is more to answer now.")
    return f"{changed} {fit}"


def _place(story: Story, state: State, called: Mapping[str, Called]) -> str:
    node = story.nodes[state.place]
    if not isinstance(node, Choose):
        return _("its end")
    return _("“{title}”").format(title=plain(settle(story.scenes[node.scene].title, state), called))
