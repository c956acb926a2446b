"""Events and reveals as paragraphs for a prompt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from game.insight.why import Explanation, Why
from game.language import _
from game.story.called import Called
from game.story.events import Ended, Entered, Event, Offer, Offered, Picked, Said, Skipped, Staged
from game.story.model import Story
from game.story.text import Text, plain
from game.support import parts


def paragraphs(events: Iterable[Event], story: Story, called: Mapping[str, Called]) -> Iterator[str]:
    """Yield what `events` tell, a paragraph each."""
    for event in events:
        match event:
            case Said(text, speaker, manner):
                yield said(text, speaker, manner, called)
            case Entered(entered):
                if entered in story.scenes:
                    yield f"— {plain(story.scenes[entered].title, called)} —"
            case Picked(offer):
                yield "> " + offered(offer, called)
            case Skipped():
                yield _("> You leave the rest of this scene out.")
            case Staged() | Offered() | Ended():
                pass


def said(text: Text, speaker: str | None, manner: str | None, called: Mapping[str, Called]) -> str:
    """Return one paragraph. Stress is left out: a voice would read its signs."""
    words = plain(text, called)
    if speaker is None:
        return words
    name = _("You") if speaker == "you" else called[speaker].name
    return f"{name} ({manner}): {words}" if manner else f"{name}: {words}"


def offered(offer: Offer, called: Mapping[str, Called]) -> str:
    """Return the words of an option; speech in quotation marks."""
    words = plain(offer.text, called)
    return f"“{words}”" if offer.spoken else words


def explained(explanation: Explanation, *, finished: bool) -> Iterator[str]:
    """Yield a reveal, a paragraph each."""
    yield _("— Looking back —") if finished else _("— Looking back so far —")
    modelled = (
        _("In this story you modelled: {dynamic}.")
        if finished
        else _("In this story, so far, you modelled: {dynamic}.")
    )
    yield modelled.format(dynamic=explanation.heading)
    yield explanation.plain
    if explanation.between:
        yield _("The strongest pulls: {pulls}.").format(pulls=", ".join(explanation.between))
    yield explanation.voice
    known: set[str] = set()
    if explanation.moments:
        yield _("— The moments that carried it —")
        yield _("Me is your own footing; we, what you put into the two of you.")
    for why in sorted(explanation.moments, key=lambda moment: moment.number):
        yield told(why, known)
    if explanation.against:
        yield _("— The moment that pulled the other way —")
        yield told(explanation.against, known)
    yield from beside(explanation)
    yield from filter(None, (explanation.kept, explanation.price, explanation.next_move))
    yield from filter(None, (explanation.question, explanation.disclaimer))


def beside(explanation: Explanation) -> Iterator[str]:
    """Yield when the run was settled, or what is still open, and the roads not taken; nothing where that is unknown."""
    yield from filter(None, (explanation.settled, explanation.open))
    if explanation.roads:
        yield _("— Roads not taken —")
        yield " ".join(road.words for road in explanation.roads)


def support(page: str) -> Iterator[str]:
    """Yield a page of support, a paragraph each."""
    marks = {"heading": "— {} —", "item": "- {}", "paragraph": "{}"}
    for part in parts(page):
        yield marks[part.role].replace("{}", part.text)


def told(why: Why, known: set[str]) -> str:
    """Return one moment of a reveal as a paragraph; a small other move that is `known` is not told again."""
    sentence = _("{did} {pattern}: it protected {protected}, and it cost {cost}. {landed} {pull}").format(
        did=why.did,
        pattern=why.pattern,
        protected=why.protected.rstrip("."),
        cost=why.cost.rstrip("."),
        landed=why.landed,
        pull=why.pull,
    )
    fresh = why.other_move not in known
    known.add(why.other_move)
    return f"{sentence} {why.other_move}" if fresh else sentence
