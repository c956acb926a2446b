"""Expectations: each kind of them held against a play where it stands."""

from __future__ import annotations

from game.authoring.likeness import likest
from game.authoring.nodes import Scalar
from game.authoring.plays.failure import Failure, Ids, Words
from game.authoring.plays.play import Closed, Has, Omits, Open, Tells, Want
from game.authoring.plays.stage import Stage
from game.authoring.written import written
from game.language import _


def unmet(stage: Stage, want: Want) -> Failure | None:
    """Return how an expectation fails; None if it comes true."""
    match want:
        case Tells(words):
            return _tells(stage, words)
        case Omits(words):
            return _omits(stage, words)
        case Open():
            return _open(stage, want)
        case Closed(option):
            return _closed(stage, option)
        case _:
            return _has(stage, want)


def unended(stage: Stage, ends: Scalar) -> Failure | None:
    """Return how the ending differs from the one expected; None if it does not."""
    if stage.dynamic is None:
        return Failure(ends.span, _("The play is not over yet."), (ends.text,), (stage.waiting(),), stage.before())
    if stage.dynamic == ends.text:
        return None
    state = stage.session.state
    came = _("{dynamic}, with me {me} and we {we}").format(dynamic=stage.dynamic, me=state.me, we=state.we)
    message, mend = _("The play ends in something else."), Words(ends, stage.dynamic)
    return Failure(ends.span, message, (ends.text,), (came,), stage.before(), mend=mend)


def refused(stage: Stage, pick: Scalar) -> Failure:
    """Return why a pick is not open."""
    message = _("`{option}` cannot be picked here: {why}").format(option=pick.text, why=_why(stage, pick.text))
    return Failure(pick.span, message, (), (stage.waiting(),), stage.before())


def _tells(stage: Stage, scalar: Scalar) -> Failure | None:
    words = " ".join(scalar.text.split())
    found = stage.heard.find(words, stage.at)
    if found >= 0:
        stage.at = found + len(words)
        return None
    if words in stage.heard:
        message = _("These words come too early: before the words above them in the file.")
        return Failure(scalar.span, message, (words,), before=stage.before())
    near = likest(words, stage.heard[stage.at :].split("\n"))
    came = near or " / ".join(stage.heard.split("\n")) or _("nothing is told here")
    mend = Words(scalar, near) if near else None
    return Failure(scalar.span, _("These words are not told here."), (words,), (came,), stage.before(), mend=mend)


def _omits(stage: Stage, scalar: Scalar) -> Failure | None:
    words = " ".join(scalar.text.split())
    paragraph = next((each for each in stage.heard.split("\n") if words in each), None)
    if paragraph is None:
        return None
    message = _("These words are told here, and should not be.")
    return Failure(scalar.span, message, (), (paragraph,), stage.before())


def _open(stage: Stage, want: Open) -> Failure | None:
    expected, now = [each.text for each in want.ids], stage.now()
    if set(expected) == set(now):
        return None
    ordered = [each for each in expected if each in now] + [each for each in now if each not in expected]
    listed, came = (", ".join(each) or _("none") for each in (expected, ordered))
    span = want.ids[0].span if want.ids else want.node.span
    mend = Ids(want.node, tuple(ordered))
    return Failure(span, _("Other options are open here."), (listed,), (came,), stage.before(), mend=mend)


def _closed(stage: Stage, option: Scalar) -> Failure | None:
    if option.text not in stage.now():
        return None
    message = _("`{option}` can be picked here, and should not be.").format(option=option.text)
    return Failure(option.span, message, before=stage.before())


def _has(stage: Stage, want: Has) -> Failure | None:
    state, name = stage.session.state, want.name.text
    held = dict(zip((each.id for each in stage.story.variables), state.values, strict=True))
    now = {**held, "me": state.me, "we": state.we}[name]
    if now == want.wanted:
        return None
    shown = str(now).lower() if isinstance(now, bool) else str(now)
    message, mend = _("`{name}` holds something else here.").format(name=name), Words(want.value, shown)
    return Failure(want.value.span, message, (want.value.text,), (shown,), stage.before(), mend=mend)


def _why(stage: Stage, pick: str) -> str:
    choice, option = stage.session.offered, stage.story.options.get(pick)
    if choice is None:
        return _("the story is over.")
    if pick in [offer.id for offer in choice.closed] and option and option.when:
        return _("its condition does not hold: {condition}").format(condition=written(option.when))
    if pick in stage.session.picks:
        return _("it was picked before, and an option can be picked once.")
    return _("another choice waits.")
