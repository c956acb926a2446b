"""Conditions and prose: from words in a file to compiled ones, with each fault shown at its own place.

1. Paragraphs are parted by blank lines; a line break inside a paragraph is a space.
2. A line that begins with the name of somebody in the cast, or `You`, and a colon is speech and begins a paragraph.
3. Speech lasts to the end of its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from typing import Final, NamedTuple

from game.authoring.build import fields
from game.authoring.build.bench import Bench
from game.authoring.build.graph import Prose, new_prose
from game.authoring.build.report import nearest
from game.authoring.kinds import NEW_ID
from game.authoring.nodes import Fields, Node, Scalar
from game.language import _
from game.story import grammar, markup
from game.story.conditions import Condition, Constant
from game.story.faults import Fault
from game.story.markup import Marks
from game.story.pronouns import FORMS
from game.story.text import Text
from game.story.unread import Unread, are_good, stars_are_close, stars_are_good

_PART: Final = re.compile(r"\n[ \t]*\n\s*")
_BREAK: Final = re.compile(r"[ \t]*\n[ \t]*")
_SPEECH: Final = re.compile(r"[ \t]*([^\s:(][^:(\n]*?)(?: \(([^)\n]*)\))?:(?:[ \t]+|$)")

APART: Final = "\n}\n"
"""Stands between pieces of prose that are put together: no condition goes on past a brace."""

NEVER: Final = Constant(value=False)
"""Stands in for a condition with a fault; the story is not played then."""


class Paragraph(NamedTuple):
    """A stretch of a scalar from `start` to `end`, said by `speaker` (a person's id) in a `manner`, or told."""

    start: int
    end: int
    speaker: str | None = None
    manner: str | None = None


_paragraph: Final[Callable[[tuple[int, int, str | None, str | None]], Paragraph]] = partial(tuple.__new__, Paragraph)


def condition(bench: Bench, node: Node | None, key: str = "when") -> Condition | None:
    """Return the condition in `node`, or None if there is none."""
    scalar = fields.words(bench.report, node, key)
    if scalar is None:
        return None
    tree, faults = grammar.parse(scalar.text, bench.names.scope)
    for fault in faults:
        _tell(bench, scalar, 0, fault)
    bench.graph.notes.conditions.append(new_prose((bench.report.file, scalar, key)))
    return NEVER if tree is None else tree


def text(bench: Bench, found: Fields, key: str) -> Text | None:
    """Return the marked words of `key` as one paragraph, or None if there are none."""
    return paragraph(bench, found[key], key) if key in found.raw else None


def paragraph(bench: Bench, node: Node, key: str) -> Text | None:
    """Return the marked words in `node` as one paragraph, or None if there are none."""
    if not isinstance(node, Scalar) or not (words := node.text.strip()):
        fields.words(bench.report, node, key)  # it tells what stands there instead
        return None
    bench.graph.notes.prose.append(new_prose((bench.report.file, node, key)))
    return marked(words, bench.names.marks)


def marked(source: str, marks: Marks) -> Text:
    """Return the words of a paragraph, in which `proofread` finds what is wrong; a tab is a space."""
    if "\t" in source:
        source = source.replace("\t", " ")
    return Unread(_BREAK.sub(" ", source) if "\n" in source else source, marks)


def proofread(bench: Bench, proses: Sequence[Prose]) -> None:
    """Tell of all faults in the prose of a file; in nearly every file it takes one look to see that there are none.

    It is put together for the checks here, too, while it is at hand.
    """
    sources = [prose.scalar.text for prose in proses]
    words = APART.join(sources)
    bench.graph.notes.words.append(words)
    good = are_good(sources, bench.names.marks)
    if good and "*" not in words:
        return
    for prose, source in zip(proses, sources, strict=True):
        if not good or ("*" in source and not stars_are_close(source)):
            for start, end in _stretches(bench, prose):
                if not (good and stars_are_good(source[start:end])):
                    _faults(bench, prose.scalar, start, end)


def _stretches(bench: Bench, prose: Prose) -> Iterator[tuple[int, int]]:
    """Yield where the paragraphs of some prose begin and end."""
    source = prose.scalar.text
    if prose.key == "prose":
        yield from ((part.start, part.end) for part in paragraphs(source, bench.names.speakers))
    else:
        yield len(source) - len(source.lstrip()), len(source.rstrip())


def _faults(bench: Bench, scalar: Scalar, start: int, end: int) -> None:
    source = scalar.text[start:end]
    if markup.parse(_BREAK.sub(" ", source), bench.names.marks)[1]:
        faults = markup.parse(source.replace("\n", " "), bench.names.marks)[1]
        asked = any(fault.found.startswith("if ") for fault in faults)
        for fault in faults:
            if not (asked and fault.found in _AFTER_IF):
                _tell(bench, scalar, start, fault)


def paragraphs(source: str, speakers: Mapping[str, str]) -> list[Paragraph]:
    """Return the paragraphs of `source`; `speakers` gives the people's ids by name."""
    at, end = len(source) - len(source.lstrip()), len(source.rstrip())
    if at >= end:
        return []
    stops = [gap.span() for gap in _PART.finditer(source, at, end)] if source.find("\n", at, end) >= 0 else []
    stops.append((end, end))
    found: list[Paragraph] = []
    for stop, following in stops:
        if source.find(":", at, stop) < 0:
            found.append(_paragraph((at, stop, None, None)))
        elif source.find("\n", at, stop) < 0:
            found += _line(source, at, stop, speakers)
        else:
            found += _lines(source, at, stop, speakers)
        at = following
    return found


def speech(line: str, speakers: Mapping[str, str]) -> tuple[str, str | None, int] | None:
    """Return who speaks in `line`, in which manner, and where the words begin; None if nobody known does."""
    match = _SPEECH.match(line)
    if not match or match[1] not in speakers:
        return None
    return speakers[match[1]], match[2] or None, match.end()


def _line(source: str, start: int, stop: int, speakers: Mapping[str, str]) -> list[Paragraph]:
    """Return the one paragraph that a line is; none if somebody speaks and says nothing."""
    line = source[start:stop].rstrip()
    spoken = speech(line, speakers)
    stop = start + len(line)
    if not spoken:
        return [_paragraph((start, stop, None, None))]
    begin = start + spoken[2]
    return [_paragraph((begin, stop, spoken[0], spoken[1]))] if begin < stop else []


def _lines(source: str, start: int, stop: int, speakers: Mapping[str, str]) -> Iterator[Paragraph]:
    part = _paragraph((start, start, None, None))
    at = start
    while at <= stop:
        end = source.find("\n", at, stop)
        end = stop if end < 0 else end
        spoken = speech(source[at:end], speakers) if source.find(":", at, end) >= 0 else None
        if spoken:
            yield from _some(source, part, at)
            part = _paragraph((at + spoken[2], at, spoken[0], spoken[1]))
        at = end + 1
    yield from _some(source, part, stop)


def _some(source: str, part: Paragraph, end: int) -> Iterator[Paragraph]:
    stretch = source[part.start : end].rstrip()
    if stretch:
        yield _paragraph((part.start, part.start + len(stretch), part.speaker, part.manner))


def _tell(bench: Bench, scalar: Scalar, shift: int, fault: Fault) -> None:
    if fault.rule in _LOST and not _sure(bench, fault.found):
        return
    near = _NEAR.get(fault.rule, _no_hint)(bench, fault)
    span = scalar.place(fault.at + shift, fault.length)
    bench.report.add(fault.rule, span, found=fields.brief(fault.found), near=near)


def _sure(bench: Bench, found: str) -> bool:
    """Tell whether a name is truly unknown, and not lost with a line or a file that could not be read."""
    names, (scene, _dot, option) = bench.names, found.partition(".")
    if found in names.broken or "story" in names.unsound:
        return False
    beside = (id_.partition(".")[2] for id_ in names.scope.options if id_.startswith(f"{scene}."))
    if any(name != option == fields.as_id(name) for name in beside):
        return False  # it is there, under a name that cannot be one, and that is told there
    return scene not in names.unsound or (scene in names.reports and names.reports[scene].lacks(option, _ASKED))


def _near_name(bench: Bench, fault: Fault) -> str:
    scope = bench.names.scope
    tails = [option for option in sorted(scope.options) if option.partition(".")[2] == fault.found]
    if fault.found.lower() in _NO_FLAGS:
        return _("Yes is `true` in a condition, and no is `false`; a condition that never changes is best left out.")
    if fault.near or tails:
        return nearest(fault.near or tails[0], [fault.near or tails[0]])
    return nearest(fault.found, [*scope.variables, "me", "we"])


def _near_sign(_bench: Bench, fault: Fault) -> str:
    meant = _SIGNS_ELSEWHERE.get(fault.found.lower())
    if meant:
        return _("Write `{meant}` instead. ").format(meant=meant)
    return _("Names need no quotes. ") if fault.found in _QUOTES else ""


def _near_person(bench: Bench, fault: Fault) -> str:
    people, found = sorted(bench.names.marks.people), fault.found.partition(".")[0]
    if fault.found.startswith("if "):
        return _("Write `{{{asked} ? this | that}}` instead.").format(asked=fault.found.removeprefix("if "))
    if fault.found in bench.names.scope.variables:
        return _("Write `{{{name} ? this | that}}`: what a variable holds is not told itself.").format(name=fault.found)
    form = _THEIRS.get(fault.found.lower(), fault.found)
    if form.lower() in FORMS and people:
        form = form.title() if fault.found[:1].isupper() else form
        return _("Say whose: `{{{person}.{form}}}`.").format(person=people[0], form=form)
    near = nearest(fault.near or found, people)
    if fault.near or get_close_matches(found, people, 1, 0.6) or not NEW_ID.fullmatch(found):
        return near
    add = _("Somebody new is added under `cast:` in story.yaml, beside the scene: `{id}: {{name: {name}}}`.")
    return f"{near} {add.format(id=found, name=found.title())}"


def _no_hint(_bench: Bench, _fault: Fault) -> str:
    return ""


_SIGNS_ELSEWHERE: Final[Mapping[str, str]] = {
    "=": "==",
    **dict.fromkeys(("&", "and"), "and"),
    **dict.fromkeys(("|", "or"), "or"),
    **dict.fromkeys(("!", "not"), "not"),
}
"""What other languages write in conditions."""

_THEIRS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("she", "he"), "they"),
    **dict.fromkeys(("her", "his"), "their"),
    "him": "them",
}
"""The forms of other pronouns, as they are written for all."""

_AFTER_IF: Final = frozenset({"else", "end", "endif", "/if", "end if"})
"""What other engines write after `{if …}`."""

_QUOTES: Final = frozenset("“”‘’„«»\"'")
_NO_FLAGS: Final = frozenset({"yes", "no", "on", "off", "true", "false"})
"""What other YAML readers take for true or false."""

_ASKED: Final = r"\."
"""What stands before an option's name in a condition, and nowhere else."""

_LOST: Final = frozenset({"condition-unknown-name", "brace-unknown"})
_NEAR: Final[Mapping[str, Callable[[Bench, Fault], str]]] = {
    "condition-unknown-name": _near_name,
    "condition-syntax": _near_sign,
    "brace-unknown": _near_person,
}
