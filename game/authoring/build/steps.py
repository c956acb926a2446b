"""Steps: prose, choices, conditions, changes and stage directions, compiled from the last to the first.

1. Every function takes the node that follows, and returns the node that begins what it compiled.
2. One step asks, branches, or does; what it does happens in the order stage directions, `set`, `add`, `go`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.authoring import outdent, schema
from game.authoring.build import changes, fields, texts
from game.authoring.build.bench import Bench
from game.authoring.build.graph import new_prose
from game.authoring.build.option import option
from game.authoring.keys import HEADS, PLACES
from game.authoring.nodes import NOTHING, Fields, Listing, Node, Scalar
from game.story.conditions import Condition
from game.story.model import Branch, Choose, Say

_APART: Final = {key.name: key.apart for key in PLACES["a step"] if key.apart}
_NOBODY: Final = None, None, 0
_BESIDE: Final = {key.name: key.needs for key in PLACES["a step"] if key.needs and key.name not in HEADS}


def steps(bench: Bench, node: Node | None, after: int) -> int:
    """Compile a list of steps, or one that stands alone; None is nothing."""
    if not isinstance(node, Listing):
        return after if node is None else _step(bench, node, after)
    if len(node.raw) > 1:
        bench.graph.notes.runs.append((bench.report.file, node))
    following: Node | None = None
    for item in reversed(node.items):
        if not (isinstance(item, Fields) and isinstance(following, Fields) and _is_parted(item, following)):
            after = _step(bench, item, after)
        following = item
    return after


def _is_parted(step: Fields, following: Fields) -> bool:
    """Tell whether the `then` of a condition stands in the next step, where it is told already."""
    return "when" in step.raw and "then" not in step.raw and next(iter(following.raw), "") == "then"


def _step(bench: Bench, node: Node, after: int) -> int:
    if isinstance(node, Scalar):
        return _prose(bench, fields.words(bench.report, node, "prose"), after)
    if isinstance(node, Listing):
        bench.report.add("step-a-list", node.span)
        return after
    return _spoken(bench, node, after) if _speaks(bench, node) else _done(bench, node, after)


def _prose(
    bench: Bench, scalar: Scalar | None, after: int, speaker: str | None = None, manner: str | None = None
) -> int:
    if scalar is None:
        return after
    bench.graph.notes.prose.append(new_prose((bench.report.file, scalar, "prose")))
    source, marks, graph = scalar.text, bench.names.marks, bench.graph
    words = source.strip()
    if not ("\n" in words or ":" in words):  # one paragraph, as in most steps
        return graph.add(Say(texts.marked(words, marks), speaker, manner, after))
    for start, end, who, how in reversed(texts.paragraphs(source, bench.names.speakers)):
        said = texts.marked(source[start:end], marks)
        after = graph.add(Say(said, who or speaker, how or manner, after))
    return after


def _speaks(bench: Bench, node: Fields) -> bool:
    if next(iter(node.raw), "go") in schema.NAMES["a step"]:
        return False
    return all(texts.speech(f"{key}:", bench.names.speakers) for key in node)


def _spoken(bench: Bench, node: Fields, after: int) -> int:
    for key, value in reversed(node.entries):
        speaker, manner, _words = texts.speech(f"{key.text}:", bench.names.speakers) or _NOBODY
        after = _prose(bench, fields.words(bench.report, value, key.text), after, speaker, manner)
    return after


def _done(bench: Bench, node: Fields, after: int) -> int:
    if _strange(bench, node):
        return after
    found = _opened(bench, node)
    if not _BESIDE.keys().isdisjoint(found.raw):
        _companions(bench, node, found)
    heads = [key for key in found.raw if key in _HEADS]
    if not heads:
        return changes.done(bench, found, after)
    others = [key for key in found if key in _APART and heads[0] in _APART[key]]
    head, other = node.key(heads[0]), node.key(others[0]) if others else None
    if other and not (heads[0] == "when" and "then" not in found.raw):
        bench.report.add("step-mixed", other.span, one=heads[0], other=other.text)
    return _HEADS[heads[0]](bench, found, head or node, after)


def _strange(bench: Bench, node: Fields) -> bool:
    """Tell of a sentence that its colon made a mapping."""
    if len(node.raw) != 1:
        return False
    (name,) = node.raw
    if not (" " in name or name[:1].isupper()):
        return False
    if name.lower() in schema.NAMES["a step"]:
        fields.opened(bench.report, node, "a step", "step")
    elif "story" not in bench.names.unsound:
        bench.report.add("speaker-unknown", node.keys[0].span, found=fields.brief(name))
    return True


def _opened(bench: Bench, node: Fields) -> Fields:
    """Return a step, after telling of keys that it cannot have, and once of options that stand beside its `choose`."""
    strays = outdent.strays(node.raw)
    if not strays:
        return fields.opened(bench.report, node, "a step", "step") or NOTHING
    first = next(key for key in node.keys if key.text in strays).span
    bench.report.add("options-outdented", first, **outdent.finding(first, first.column + 1).details)
    known = {key: raw for key, raw in node.raw.items() if key not in strays}
    fields.opened(bench.report, Fields(known, node.page, node.start), "a step", "step")
    return node


def _companions(bench: Bench, node: Fields, found: Fields) -> None:
    """Tell of the first key that has nothing to go with."""
    alone = next((name for name in found.raw if name in _BESIDE and _BESIDE[name] not in found), None)
    key = node.key(alone) if alone else None
    if key and fields.lacks(found, "a step", _BESIDE[key.text]):
        bench.report.add("companion-alone", key.span, found=key.text, head=_BESIDE[key.text])


def _choose(bench: Bench, found: Fields, head: Node, after: int) -> int:
    node = found["choose"]
    if not bench.scene:
        bench.report.add("choose-in-ending", head.span)
        return after
    if isinstance(node, Listing):
        bench.report.add("choose-listed", head.span)
        return after
    entries = _options(bench, found, node)
    order = fields.one_of(bench.report, found.get("order"), "a step", "order")
    ids = tuple([option(bench, key, value, after, steps) for key, value in entries])
    place = bench.graph.add(Choose(bench.scene, ids, order == "fixed", after))
    if ids:
        bench.note_choice(head, place, ids)
    return place


def _options(bench: Bench, found: Fields, node: Node) -> tuple[tuple[Scalar, Node], ...]:
    """Return the options of a choice by name, those that stand beside its `choose` too."""
    strays = outdent.strays(found.raw)
    if not strays:
        return fields.names(bench.report, node, "choose")
    inside = node.entries if isinstance(node, Fields) else ()
    return (*inside, *((key, value) for key, value in found.entries if key.text in strays))


def _when(bench: Bench, found: Fields, head: Node, after: int) -> int:
    if "then" not in found.raw and fields.lacks(found, "a step", "then"):
        bench.report.add("then-missing", head.span)
    otherwise = steps(bench, found.get("else"), after)
    then = steps(bench, found.get("then"), after)
    when = texts.condition(bench, found["when"])
    return bench.graph.add(Branch(((when or texts.NEVER, then),), otherwise))


def _cases(bench: Bench, found: Fields, _head: Node, after: int) -> int:
    cases = fields.items(bench.report, found["cases"], "cases")
    arms = [arm for case in cases if (arm := _case(bench, case, after))]
    if any(when is None for when, _ in arms[:-1]):
        bench.report.add("case-too-early", found["cases"].span)
    otherwise = next((target for when, target in arms if when is None), after)
    return bench.graph.add(Branch(tuple((when, target) for when, target in arms if when is not None), otherwise))


def _case(bench: Bench, node: Node, after: int) -> tuple[Condition | None, int] | None:
    found = fields.opened(bench.report, node, "a case", "cases")
    if found is None:
        return None
    if "then" not in found.raw and fields.lacks(found, "a case", "then"):
        bench.report.add("then-missing", node.span)
    return texts.condition(bench, found.get("when")), steps(bench, found.get("then"), after)


_Head = Callable[[Bench, Fields, Node, int], int]
_HEADS: Final[Mapping[str, _Head]] = {"choose": _choose, "when": _when, "cases": _cases}
