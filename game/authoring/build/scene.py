"""One scene: its header, and its passages as nodes."""

from __future__ import annotations

from game.authoring import schema
from game.authoring.build import changes, fields, texts
from game.authoring.build.bench import Bench
from game.authoring.build.graph import Origin
from game.authoring.build.steps import steps
from game.authoring.nodes import NOTHING, Fields, Listing, Node, Scalar
from game.story.model import Enter, Passage, Scene
from game.story.names import SKIP
from game.story.text import Text


def scene(bench: Bench, tree: Node) -> Scene:
    """Compile the scene in `tree`, after which the node `bench.end` follows."""
    report = bench.report
    found = fields.opened(report, tree, "a scene", bench.scene) or NOTHING
    for key in schema.REQUIRED["a scene"]:
        if key not in found.raw and report.sound and fields.lacks(found, "a scene", key):
            fields.missing(report, found, f"{key}-missing", scene=bench.scene)
    bench.graph.notes.origins[bench.scene] = Origin(report.file, found)
    prose = bench.graph.notes.prose
    first = len(prose)
    passages = _passages(bench, found.get("passages"))
    _was(bench, found.get("was"))
    start = passages[0].start if passages else bench.end
    built = Scene(
        bench.scene,
        texts.text(bench, found, "title") or (),
        texts.text(bench, found, "at"),
        changes.place(bench, found.get("place")),
        fields.one_of(report, found.get("season"), "a scene", "season"),
        fields.one_of(report, found.get("time"), "a scene", "time"),
        _prompts(bench, found.get("prompts")),
        passages,
        bench.graph.add(Enter(bench.scene, start)),
        bench.end,
    )
    texts.proofread(bench, prose[first:])
    return built


def _passages(bench: Bench, node: Node | None) -> tuple[Passage, ...]:
    entries = fields.names(bench.report, node, "passages")
    if isinstance(node, Fields) and not entries:
        bench.report.add("value-missing", node.span, key="passages")
    for name, _ in entries:
        bench.claim(name, "a passage")
    bench = bench.with_passages({name.text: bench.graph.reserve() for name, _ in entries})
    goes, back = bench.graph.notes.goes, False
    first = len(goes)
    for name, body in reversed(entries):
        before = len(goes)
        filled: Node | None = body
        if (isinstance(body, Listing) and not body.raw) or (isinstance(body, Scalar) and not body.text.strip()):
            bench.report.add("value-missing", body.span, key=name.text)
            filled = None
        following = steps(bench, filled, bench.end)
        bench.graph.fill(bench.passages[name.text], Enter(bench.id(name.text), following))
        back = back or (len(goes) > before and min(goes[before:]) <= bench.passages[name.text])
    if back:
        bench.graph.notes.turning.update(goes[first:])
    return tuple([Passage(bench.id(name), start) for name, start in bench.passages.items()])


def _was(bench: Bench, node: Node | None) -> None:
    """Let the picks of a scene's former ids lead to its options of today, also those that were renamed themselves."""
    for former in fields.several(bench.report, node, "was"):
        if former.text in bench.names.scenes:
            bench.report.add("was-taken-scene", former.span, found=former.text)
            continue
        own = [id_ for id_ in bench.graph.options if id_.startswith(bench.id(""))]
        now = {id_: id_ for id_ in (*own, bench.id(SKIP))} | dict(bench.graph.renamed)
        for id_, today in now.items():
            if today.startswith(bench.id("")) and id_.startswith(bench.id("")):
                bench.graph.renamed[former.text + id_.removeprefix(bench.scene)] = today


def _prompts(bench: Bench, node: Node | None) -> tuple[Text, ...]:
    items = (node,) if isinstance(node, Scalar) else fields.items(bench.report, node, "prompts")
    prompts = [texts.paragraph(bench, item, "prompts") for item in items]
    return tuple([prompt for prompt in prompts if prompt])
