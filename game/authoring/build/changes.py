"""What a step or an option does without asking: stage directions, `set`, `add` and `go`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.authoring.build import fields
from game.authoring.build.bench import Bench
from game.authoring.build.names import kind
from game.authoring.build.report import nearest
from game.authoring.kinds import FLAGS, WHOLE, WORD
from game.authoring.nodes import Fields, Node, Scalar
from game.language import _
from game.story.model import Add, Assign, Stage, Value, Variable
from game.story.names import SOUNDS

_END: Final = "end"
_FLAGS_ELSEWHERE: Final[Mapping[str, str]] = {
    **dict.fromkeys(("true", "yes", "on", "y"), "true"),
    **dict.fromkeys(("false", "no", "off", "n"), "false"),
}
"""What other readers of YAML take for true or false."""

_GO: Final = r"go:[ \t]*[\"']?"


def done(bench: Bench, found: Fields, after: int, *only: str) -> int:
    """Compile what `found` does, or `only` what these of its keys do, in the order of `DOES`."""
    for what in only or DOES:
        if what in found.raw:
            after = DOES[what](bench, what, found[what], after)
    return after


def place(bench: Bench, node: Node | None) -> str | None:
    """Return the id of a place, after telling if there is no such picture."""
    scalar = fields.words(bench.report, node, "place")
    if scalar is None:
        return None
    if scalar.text not in bench.names.places:
        near = nearest(scalar.text, sorted(bench.names.places))
        bench.report.add("picture-missing", scalar.span, found=fields.brief(scalar.text), near=near)
    return scalar.text


def _go(bench: Bench, what: str, node: Node, after: int) -> int:
    scalar = fields.words(bench.report, node, what)
    if scalar is None:
        return after
    if scalar.text == _END:
        return bench.end
    if scalar.text not in bench.passages:
        if bench.report.lacks(scalar.text, _GO):
            near = _near_passage(bench, scalar.text)
            bench.report.add("go-unknown", scalar.span, found=fields.brief(scalar.text), near=near)
        return after
    bench.graph.notes.goes.append(bench.passages[scalar.text])
    return bench.passages[scalar.text]


def _near_passage(bench: Bench, found: str) -> str:
    """Return a sentence with the passage that may be meant, or why a scene cannot be."""
    inside = found.rpartition(".")[2]
    if found.partition(".")[0] == bench.scene and inside in bench.passages:
        return nearest(inside, [inside])
    if found in bench.names.scenes:
        return _(
            "It is a scene: those follow one another as story.yaml lists them, and nothing has to lead there."
            " `go: end` ends this one."
        )
    return nearest(found, [*bench.passages, _END])


def _stage(bench: Bench, what: str, node: Node, after: int) -> int:
    if what == "place":
        value = place(bench, node)
    elif what == "sound":
        scalar = fields.words(bench.report, node, what)
        value = scalar.text if scalar and fields.good_id(bench.report, scalar, "a sound") else None
        if scalar and value and value not in SOUNDS:
            bench.report.add("sound-missing", scalar.span, found=value, near=nearest(value, SOUNDS))
    else:
        value = fields.one_of(bench.report, node, "a step", what)
    return after if value is None else bench.graph.add(Stage(what, value, after))


def _set(bench: Bench, what: str, node: Node, after: int) -> int:
    for name, value in reversed(fields.names(bench.report, node, what)):
        variable = _variable(bench, name)
        scalar = fields.words(bench.report, value, name.text)
        if variable is None or scalar is None:
            continue
        constant = _value(bench, variable, scalar)
        if constant is not None:
            bench.graph.notes.changes.append((bench.origin(scalar), variable.id, scalar.text))
            after = bench.graph.add(Assign(bench.names.index(variable.id), constant, after))
    return after


def _add(bench: Bench, what: str, node: Node, after: int) -> int:
    for name, value in reversed(fields.names(bench.report, node, what)):
        variable = _variable(bench, name)
        if variable is not None and kind(variable) != "number":
            bench.report.add("add-not-a-number", name.span, found=name.text)
            continue
        amount = fields.whole(bench.report, value, name.text)
        if variable is not None and amount is not None:
            bench.graph.notes.changes.append((bench.origin(name), variable.id, ""))
            after = bench.graph.add(Add(bench.names.index(variable.id), amount, after))
    return after


def _variable(bench: Bench, name: Scalar) -> Variable | None:
    names = bench.names
    if name.text not in names.scope.variables:
        if "story" not in names.unsound:
            near = nearest(name.text, names.scope.variables)
            bench.report.add("variable-unknown", name.span, found=fields.brief(name.text), near=near)
        return None
    return None if name.text in names.broken else names.variables[names.index(name.text)]


def _value(bench: Bench, variable: Variable, scalar: Scalar) -> Value | None:
    wanted, text = kind(variable), scalar.text
    value = value_of(text, wanted)
    if value is None:
        near = _meant(text, variable.id) if wanted == "flag" else ""
        details = {"variable": variable.id, "kind": KINDS[wanted], "found": fields.brief(text), "near": near}
        bench.report.add("value-kind", scalar.span, **details)
    elif wanted == "number" and not variable.low <= int(value) <= variable.high:
        bench.report.add(
            "value-out-of-bounds", scalar.span, variable=variable.id, found=text, low=variable.low, high=variable.high
        )
    return value


def _meant(text: str, name: str) -> str:
    """Return a sentence with the flag that a word elsewhere stands for, or ""."""
    meant = _FLAGS_ELSEWHERE.get(text.lower())
    return _("Did you mean `{name}: {meant}`? ").format(name=name, meant=meant) if meant else ""


def value_of(text: str, wanted: str) -> Value | None:
    """Return the value of a kind (flag, number or word) that `text` says, or None if it says none."""
    match wanted:
        case "flag":
            return FLAGS.get(text)
        case "number":
            return int(text) if WHOLE.fullmatch(text) else None
        case _:
            return text if WORD.fullmatch(text) else None


KINDS: Final[Mapping[str, str]] = {
    "flag": "true or false",
    "number": "a whole number",
    "word": "one word of letters, digits and _",
}
"""What a variable of each kind holds, in an author's words."""

_Does = Callable[[Bench, str, Node, int], int]
DOES: Final[Mapping[str, _Does]] = {
    "go": _go,
    "add": _add,
    "set": _set,
    "sound": _stage,
    "figures": _stage,
    "time": _stage,
    "season": _stage,
    "place": _stage,
}
"""What can be done, the last thing first: a step does it the other way round."""
