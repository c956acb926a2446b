"""The reveal as pages: which there are, and the words on each. Pure.

1. What you did comes first, then its pattern, then what it protected and cost.
2. Moments are told in the order of the year, so that the path grows; the strongest is named as such.
3. A small other move that was told before is not told again.
4. What could have followed comes last: each other road can be walked, in a run of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from game.insight.why import Explanation, Why
from game.language import _
from game.support import parts
from game.window.chart import Shown
from game.window.column import Column
from game.window.commands import Command
from game.window.typeset import Span

ROAD: Final = "road"
"""The command that walks a road not taken; its detail is the road's number, from 0."""


class Step(NamedTuple):
    """A page of the reveal. `kind` says which; `shown` is what its chart shows, if it has one; `fresh` as in rule 3."""

    kind: str
    shown: Shown | None = None
    why: Why | None = None
    strongest: bool = False
    fresh: bool = True

    @property
    def grows(self) -> bool:
        """Whether ink is drawn on this page."""
        return self.shown is not None and self.shown.old < self.shown.new


def steps(explanation: Explanation, picks: int, *, finished: bool) -> tuple[Step, ...]:
    """Return the pages of a reveal of so many scored picks, in order; the last is opened, not turned to."""
    pages = [*([Step("epilogue")] if finished else []), Step("name")]
    if picks:
        gate = explanation.settled_at or 0
        pages.append(Step("path", Shown(gate=gate, name=_("settled here") if gate else "", ended=True)))
    told: list[Why] = []
    for why in sorted(explanation.moments, key=lambda moment: moment.number):
        pages.append(_moment("moment", why, told, strongest=why == explanation.moments[0]))
        told.append(why)
    if explanation.against:
        pages.append(_moment("against", explanation.against, told, strongest=False, end=picks))
    shown = pages[-1].shown or Shown()
    whole = Shown(shown.new, picks, told=tuple(why.number for why in told), ended=True) if picks else None
    fixed = whole and whole._replace(old=picks)
    if whole and explanation.roads:
        pages.append(Step("roads", whole._replace(lit=0)))
        whole = fixed
    return (*pages, Step("question", whole), Step("next", fixed), Step("again", fixed))


def _moment(kind: str, why: Why, told: Sequence[Why], *, strongest: bool, end: int = 0) -> Step:
    numbers = tuple(each.number for each in told)
    before = max(numbers, default=0)
    shown = Shown(before, end or why.number, told=numbers, ringed=why.number, name=why.at, ended=bool(end))
    return Step(kind, shown, why, strongest, why.other_move not in {each.other_move for each in told})


def named(column: Column, explanation: Explanation, *, finished: bool) -> None:
    """Set the dynamic: its name as large as it fits, what was modelled, and its voice."""
    over = _("In this story you modelled") if finished else _("In this story, so far, you modelled")
    column.text("over", "note", Span(over, "overline"))
    large(column, "heading", explanation.heading)
    column.space(0.5)
    paragraph(column, "plain", explanation.plain)
    if explanation.between:
        pulls = _(" and ").join(explanation.between)
        paragraph(column, "between", _("The strongest pulls were {pulls}.").format(pulls=pulls))
    column.space(0.4)
    column.text("voice", "speech", Span(explanation.voice, "voice"))
    column.space(0.8)
    paragraph(column, "kept", f"{explanation.kept} {explanation.price}")
    column.text("move", "paragraph", Span(explanation.next_move, "aside"))
    column.space(0.5)


def large(column: Column, box_id: str, words: str) -> None:
    """Set a word as large as it fits on one line."""
    sizes = range(column.base, max(8, column.base // 3), -1)
    letters = column.letters
    fitting = (size for size in sizes if letters.width(words, letters.font("dynamic", size)) <= column.room.w)
    wide = Column(column.look, column.room, next(fitting, sizes.stop))
    wide.y = column.y
    wide.text(box_id, "heading", Span(words, "dynamic"))
    column.boxes += wide.boxes
    column.y = wide.y


def way(column: Column, told: str, explanation: Explanation) -> None:
    """Set how to read the chart, where the path leads, and where it was settled."""
    column.text("heading", "heading", Span(_("The way you took"), "heading"))
    column.space(0.6)
    paragraph(column, "me", _("To the right grows *me*: your own footing, your voice and your time."))
    paragraph(column, "we", _("Upwards grows *we*: what you put into the two of you."))
    corners = _(
        "Each answer that moved them is a dot. In the corners lie four ways of being two: none is a goal,"
        " and each keeps something. Close to an axis no name is given."
    )
    paragraph(column, "corners", corners)
    paragraph(column, "told", told)
    paragraph(column, "settled", explanation.settled)
    paragraph(column, "open", explanation.open)


def roads(column: Column, explanation: Explanation) -> None:
    """Set each road not taken, to walk it; it begins with its first other answer."""
    column.text("heading", "heading", Span(_("Roads not taken"), "heading"))
    column.space(0.4)
    lead = _(
        "The nearest runs that end elsewhere. Walking one begins a new run just before its first other answer; yours"
        " stays as it is."
    )
    column.text("lead", "note", Span(lead, "note"))
    column.space(0.5)
    for at, road in enumerate(explanation.roads):
        spans = (Span(f"{road.words} ", "option"), Span(_("Walk this road."), "turn"))
        column.target(f"road {at}", "option", Command(ROAD, str(at)), *spans, number=str(at + 1))
        if road.changes:
            first = road.changes[0]
            begins = _("It begins {at}: “{words}”").format(at=first.at, words=first.choose)
            column.text(f"first {at}", "note", Span(begins, "small"), indent=round(column.base * 0.85))
            column.space(0.5)


def moment(column: Column, step: Step, why: Why) -> None:
    """Set one moment: the deed, its pattern and pull, what it protected and cost, and a small other move."""
    number = why.number
    column.text(f"over {number}", "note", Span(_over(step), "overline"))
    column.space(0.15)
    column.text(f"deed {number}", "paragraph", Span(why.did, "deed"))
    column.space(0.75)
    column.text(f"pattern {number}", "paragraph", Span(why.pattern + _("."), "pattern"), Span(f" {why.pull}", "prose"))
    column.space(0.45)
    kept = _("It protected {protected}, and it cost {cost}.")
    kept = kept.format(protected=why.protected.rstrip("."), cost=why.cost.rstrip("."))
    paragraph(column, f"kept {number}", f"{kept} {why.landed}")
    if step.fresh:
        column.text(f"move {number}", "paragraph", Span(why.other_move, "aside"))
        column.space(0.45)


def _over(step: Step) -> str:
    if step.kind == "against":
        return _("The moment that pulled the other way")
    return _("The moment that carried most") if step.strongest else _("A moment that carried it")


def question(column: Column, explanation: Explanation, support: str) -> None:
    """Set the story's question, the disclaimer, and where to find support."""
    if explanation.question:
        column.text("over", "note", Span(_("A question to talk about"), "overline"))
        column.text("question", "paragraph", Span(explanation.question, "voice"))
        column.divider("after the question")
    column.text("disclaimer", "note", Span(explanation.disclaimer, "small"))
    column.space(0.6)
    for number, each in enumerate(parts(support)):
        dash = "— " if each.role == "item" else ""
        style = "pattern" if each.role == "heading" else "prose"
        column.text(f"support {number}", "paragraph", Span(dash + each.text, style))
        column.space(0.3)


def paragraph(column: Column, box_id: str, words: str) -> None:
    """Set a paragraph of prose, if there is one; words between asterisks are stressed."""
    if words:
        pieces = enumerate(words.split("*"))
        spans = [Span(piece, "stress" if at % 2 else "prose") for at, piece in pieces if piece]
        column.text(box_id, "paragraph", *spans)
        column.gap(0.45)
