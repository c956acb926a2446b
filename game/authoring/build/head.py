"""What `story.yaml` says of a story: its people, its variables, its scenes in order, and how it ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from game.authoring import schema
from game.authoring.build import changes, fields
from game.authoring.build.report import Report
from game.authoring.keys import FORMAT
from game.authoring.kinds import FLAGS
from game.authoring.marks import FILLING
from game.authoring.nodes import NOTHING, Fields, Listing, Node, Scalar
from game.authoring.places import Span
from game.story.model import Person, Promises, Variable

_TABLES: Final = {"cast": Fields, "variables": Fields, "scenes": Listing}
"""The keys of story.yaml under which names are declared, and what stands under each."""

SAM = Person("sam", "Sam", "they")
"""The cast of a story that names nobody."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A scene in the list of scenes; `at` is what stands there, `when` the node of its condition."""

    id: str
    at: Node
    when: Node | None = None

    @property
    def span(self) -> Span:
        """Where it stands; looking it up takes as long as reading the file, and few are asked."""
        return self.at.span


@dataclass(frozen=True, slots=True)
class Head:
    """A story without its scenes. `words` holds language, about, content_note and question."""

    title: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    cast: tuple[Person, ...] = (SAM,)
    variables: tuple[Variable, ...] = ()
    broken: frozenset[str] = frozenset()
    scenes: tuple[Listed, ...] = ()
    dead_zone: tuple[int, int] = (0, 0)
    endings: Fields = NOTHING
    promises: Promises = field(default_factory=Promises)
    leads: Node | None = None
    """The promise of where options lead; it names what only the scenes declare."""
    at: Node = NOTHING
    """The endings, or the whole when there are none."""
    declared: Mapping[str, Node] = field(default_factory=dict)
    """The names of the variables as they stand in the file."""
    lost: frozenset[str] = frozenset()
    """Which of cast, variables and scenes stand under a misspelt key, or have an entry that names nothing."""


def head(report: Report, tree: Node) -> Head:
    """Read the tree of a `story.yaml`."""
    found = fields.opened(report, tree, "story.yaml", "story.yaml") or NOTHING
    _demands(report, found)
    declared = _entries(report, found, "variables")
    scenes = _scenes(report, found.get("scenes"))
    variables = [_variable(report, name, node) for name, node in declared]
    promised = found.get("promises")
    return Head(
        fields.string(report, found.get("title"), "title"),
        {key: fields.string(report, found.get(key), key) for key in ("language", "about", "content_note", "question")},
        _cast(report, found),
        tuple(variable for variable, _ in variables),
        frozenset(variable.id for variable, good in variables if not good),
        _once(report, scenes),
        _dead_zone(report, found.get("dead_zone")),
        fields.opened(report, found.get("endings"), "endings", "endings") or NOTHING,
        _promises(report, promised),
        promised.get("leads_only_to") if isinstance(promised, Fields) else None,
        found.key("endings") or found,
        {name.text: name for name, _ in declared},
        _lost(found, scenes),
    )


def _lost(found: Fields, listed: Sequence[Listed | None]) -> frozenset[str]:
    """Return the tables whose names are lost: nothing is said of those names where they are used."""
    meant = {key for key in _TABLES if key not in found and not fields.lacks(found, "story.yaml", key)}
    meant |= {key for key, kind in _TABLES.items() if key in found and not isinstance(found[key], kind)}
    return frozenset(meant | {"scenes"} if None in listed or "scenes" not in found else meant)


def _demands(report: Report, found: Fields) -> None:
    for key in schema.REQUIRED["story.yaml"]:
        if report.sound and fields.lacks(found, "story.yaml", key):
            fields.missing(report, found, f"story-{key}-missing")
    version = fields.whole(report, found.get("format"), "format")
    if version is not None and version != FORMAT:
        report.add("format-unknown", found["format"].span, found=version, known=FORMAT)


def _entries(report: Report, found: Fields, key: str) -> tuple[tuple[Scalar, Node], ...]:
    return fields.names(report, found.get(key), key)


def _cast(report: Report, found: Fields) -> tuple[Person, ...]:
    people: list[Person] = []
    for key, node in _entries(report, found, "cast"):
        fields.good_id(report, key, "a person")
        about = fields.opened(report, node, "a person", key.text) or NOTHING
        name = fields.string(report, about.get("name"), "name") or key.text.title()
        if any(name == other.name for other in people):
            report.add("cast-name-twice", key.span, found=name)
        pronouns = fields.one_of(report, about.get("pronouns"), "a person", "pronouns") or "they"
        former = fields.several(report, about.get("was"), "was")
        was = tuple(each.text for each in former if fields.good_id(report, each, "a former person"))
        people.append(Person(key.text, name, pronouns, was))
    return tuple(people) or (SAM,)


def _variable(report: Report, name: Scalar, node: Node) -> tuple[Variable, bool]:
    """Return the variable, and whether its declaration is good."""
    good = fields.good_id(report, name, "a variable")
    if isinstance(node, Fields):
        number = _number(report, name, node)
        return number or Variable(name.text, 0), good and number is not None
    scalar = fields.words(report, node, name.text)
    if scalar is None or (scalar.text == FILLING and not report.sound):  # it could not be read, and that is told
        return Variable(name.text, start=False), False
    for kind in ("flag", "word"):
        start = changes.value_of(scalar.text, kind)
        if start is not None:
            return Variable(name.text, start), good
    if scalar.text.lower() in FLAGS:
        report.add("flag-spelling", scalar.span, key=name.text, found=scalar.text, better=scalar.text.lower())
        return Variable(name.text, start=False), False
    number_like = changes.value_of(scalar.text, "number") is not None
    rule = "number-unbounded" if number_like else "variable-kind"
    report.add(rule, scalar.span, variable=name.text, found=fields.brief(scalar.text))
    return Variable(name.text, start=False), False


def _number(report: Report, name: Scalar, node: Fields) -> Variable | None:
    found = fields.opened(report, node, "a bounded number", name.text) or NOTHING
    start, low, high = (fields.whole(report, found.get(key), key) for key in ("start", "low", "high"))
    if any(fields.lacks(found, "a bounded number", key) for key in schema.REQUIRED["a bounded number"]):
        report.add("number-unbounded", name.span, variable=name.text, found=start or 0)
    if low is None or high is None:
        return None
    start = low if start is None else start
    if not low <= start <= high:
        report.add("bounds-wrong", name.span, variable=name.text, start=start, low=low, high=high)
        return None
    return Variable(name.text, start, low, high)


def _scenes(report: Report, node: Node | None) -> list[Listed | None]:
    """Return the entries of the list, None for one that names no scene."""
    if isinstance(node, Listing) and not node.items:
        report.add("value-missing", node.span, key="scenes")
    return [_listed(report, item) for item in fields.items(report, node, "scenes")]


def _once(report: Report, entries: Iterable[Listed | None]) -> tuple[Listed, ...]:
    listed: dict[str, Listed] = {}
    for entry in filter(None, entries):
        if entry.id in listed:
            report.add("scene-twice", entry.span, found=entry.id, line=listed[entry.id].span.line)
        listed.setdefault(entry.id, entry)
    return tuple(listed.values())


def _listed(report: Report, item: Node) -> Listed | None:
    when: Node | None = None
    name: Node | None = item
    if isinstance(item, Fields):
        found = fields.opened(report, item, "an entry of scenes", "scenes") or NOTHING
        name, when = found.get("scene"), found.get("when")
        if fields.lacks(found, "an entry of scenes", "scene"):
            fields.missing(report, item, "scene-unnamed")
    scalar = fields.words(report, name, "scene")
    if scalar is None or not fields.good_id(report, scalar, "a scene"):
        return None
    return Listed(scalar.text, scalar, when)


def _dead_zone(report: Report, node: Node | None) -> tuple[int, int]:
    found = fields.opened(report, node, "dead_zone", "dead_zone") or NOTHING
    widths = []
    for key in ("me", "we"):
        width = fields.whole(report, found.get(key), key) or 0
        if width < (schema.KEYS["dead_zone"][key].least or 0):
            report.add("dead-zone-negative", found[key].span, found=width)
        widths.append(width)
    return widths[0], widths[1]


def _promises(report: Report, node: Node | None) -> Promises:
    found = fields.opened(report, node, "promises", "promises") or NOTHING
    return Promises(
        fields.percent(report, found.get("every_ending_above"), "every_ending_above"),
        fields.flag(report, found.get("never_stuck"), "never_stuck"),
        fields.flag(report, found.get("every_option_reachable"), "every_option_reachable"),
    )
