"""The schema and `check` agree: what is wrong in its shape is wrong to both, and what is good is good to both."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from game.authoring.json_schema import FILES, file_name, schema_text
from game.authoring.keys import PLACES
from game.authoring.load import load
from game.authoring.rules import RULES
from game.authoring.rules.reading import READING
from game.insight.patterns import PATTERNS
from game.shipped import ASSETS, SCENES
from tests import test_docs
from tests.authoring import test_checks, yaml_values

ROOT = Path(__file__).parents[2]
BROKEN = ROOT / "tests" / "broken"
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")

SEEN = """
    unknown-key misplaced-key words-expected names-expected list-expected value-missing flag-expected number-expected
    percent-expected not-among title-missing passages-missing step-a-list step-mixed then-missing companion-alone
    choose-listed option-wordless option-two-voices meter-without-pattern meter-range pattern-unknown again-scored
    id-form id-reserved value-kind number-unbounded variable-kind story-title-missing story-scenes-missing scene-unnamed
    scene-twice format-unknown dead-zone-negative choose-in-ending condition-too-long
"""
"""The rules whose fixtures the schema refuses, too."""

UNSEEN = {
    "it stands in another place of the file, or in another file": """
        id-twice was-taken was-taken-scene play-option-unknown play-place-unknown play-person-unknown go-unknown
        variable-unknown value-out-of-bounds add-not-a-number speaker-unknown scene-absent
        lead-unknown cast-name-twice scene-unlisted picture-missing picture-untold picture-absent sound-missing
        sound-unheard
        same-words variable-unread variable-unset word-never-held condition-impossible pattern-twice meters-twice
        condition-out-of-reach
    """,
    "a schema compares no numbers with one another, and knows no last item": "bounds-wrong case-too-early",
    "it lies inside words, which are a language of their own": """
        condition-empty condition-syntax condition-unfinished condition-bracket condition-too-deep condition-kinds
        condition-order condition-compared condition-not-a-flag condition-unknown-name brace-open brace-stray
        brace-unknown alternative-nested alternative-one-sided emphasis-open paragraph-long pronoun-form verb-form
        diagnosis-word option-long options-uneven motive-missing step-in-prose step-lost speaker-in-prose
        brace-foreign stress-foreign name-as-verb speech-close step-colonless
    """,
    "it is about files and folders": """
        rename-unfinished story-absent story-file-absent story-kind story-id link picture-not-png picture-too-large
    """,
    "it is about packs": """
        pack-not-zip pack-cut pack-damaged pack-too-large pack-too-many pack-zip64 pack-encrypted pack-method
        pack-link pack-bomb pack-lie pack-overlap pack-outside pack-deep pack-name-odd pack-name-encoding
        pack-name-system pack-twice pack-no-story pack-two-stories pack-ignored
    """,
    "it needs to know what follows what": """
        circle circle-when-used-up passage-unreached step-unreached choice-may-close
    """,
    "it is advice, and the file is right as it is": """
        ending-missing sign-disagrees both-strong recall-missing lone-option many-options length-tells word-tells
        extreme-tells dynamics-few patterns-unshown play-empty
    """,
    "it needs the census": """
        promise-ending-rare promise-ending-never promise-stuck promise-endless promise-option-unreachable
        promise-undecided promise-lead-broken promise-lead-never dead-zone-unadvised condition-never
    """,
    "other readers of YAML take it for true or false": "flag-spelling",
    "a schema knows no file names": "play-transcript-name",
    "it counts other problems": "more-errors more-warnings",
}
"""The rules that a schema cannot see, by the reason."""

BEFORE = """
    no-such-file not-a-file unreadable-file file-too-large utf-16 not-utf-8 joined-files control-sign hidden-sign
    direction-mark marks-heaped odd-break half-sign tabs tab-between too-deep too-many-values value-too-long
    nothing-here no-fields two-files percent-line tag shortcut merge name-twice odd-name curly-quotes space-after-colon
    name-without-value note-instead block-not-indented first-sign first-brace first-bracket words-after-bar
    words-after-quotes
    quote-in-quotes apostrophe quote-never-closed bracket-never-closed list-split-words bad-escape colon-in-words
    columns dash-among-names name-among-dashes no-name name-under-words colon-below-words shallow-prose
    options-outdented unreadable cut-off document fell-out words-outdented outdented passage-adrift
    passages-line-missing colon-missing dash-missing space-after-dash note-sign option-dashed
    braces-missing condition-spelling
"""
"""The rules of files that cannot be read as YAML, or not as meant: an editor's own reader comes first there."""


@cache
def validator(kind: str | None) -> Draft202012Validator:
    """Return a validator for one kind of file, or for all."""
    schema = json.loads(schema_text(kind))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def kind_of(file: str) -> str:
    """Return which kind of file has this name."""
    return {"story.yaml": "story", "pictures.yaml": "pictures", "plays.yaml": "plays"}.get(file, "scene")


def complaints(name: str, value: object) -> list[str]:
    """Return what the schema has against a file; the one for all files has something whenever that of its kind has."""
    found = [f"{name}{each.json_path}: {each.message}" for each in validator(kind_of(name)).iter_errors(value)]
    assert bool(found) != validator(None).is_valid(value)
    return found


def fixture(rule: str) -> Iterator[Path]:
    """Yield the files that show a rule."""
    alone = BROKEN / f"{rule}.yaml"
    yield from [alone] if alone.exists() else sorted((BROKEN / rule).glob("*.yaml"))


def test_every_rule_is_sorted() -> None:
    """Whoever adds a rule says whether the schema sees it, and if not, why."""
    unseen = " ".join(UNSEEN.values()).split()
    sorted_ones = [*SEEN.split(), *unseen, *BEFORE.split()]
    assert sorted(sorted_ones) == sorted(RULES), "sort new rules into SEEN, UNSEEN or BEFORE"
    assert set(BEFORE.split()) == set(READING)


@pytest.mark.parametrize("rule", SEEN.split())
def test_what_is_wrong_in_its_shape_is_wrong_to_the_schema(rule: str) -> None:
    """The fixture of the rule is refused."""
    assert list(chain.from_iterable(complaints(file.name, yaml_values.read(file)) for file in fixture(rule)))


@pytest.mark.parametrize("rule", " ".join(UNSEEN.values()).split())
def test_what_a_schema_cannot_see_it_does_not_refuse_by_chance(rule: str) -> None:
    """The list of what it cannot see stays honest."""
    assert not list(chain.from_iterable(complaints(file.name, yaml_values.read(file)) for file in fixture(rule)))


@pytest.mark.parametrize("file", [*SCENES.rglob("*.yaml"), *ASSETS.rglob("*.yaml")], ids=lambda file: file.stem)
def test_shipped_files_are_good_and_name_their_schema(file: Path) -> None:
    """A relative line at the top leads an editor to the right schema, without a network."""
    assert complaints(file.name, yaml_values.read(file)) == []
    line = MODELINE.match(file.read_text(encoding="utf-8"))
    assert line, f"{file}: begin it with “# yaml-language-server: $schema=…”, as its neighbours do"
    assert (file.parent / line[1]).resolve() == (ASSETS / "schema" / file_name(kind_of(file.name))).resolve()


@pytest.mark.parametrize("kind", sorted(FILES))
def test_the_kept_schema_is_that_of_the_table(kind: str, expect_text: Callable[[Path, str], None]) -> None:
    """After a change of the table, `pytest --accept` (or `me-and-we schema -o assets/schema`) writes them anew."""
    expect_text(ASSETS / "schema" / file_name(kind), schema_text(kind))


@pytest.mark.parametrize("check", test_checks.NAMES)
def test_what_passes_a_check_passes_the_schema(check: str) -> None:
    """The good examples of all manual pages are good to the schema."""
    parts = re.split(r"^# (\w+\.yaml)\n", test_checks.passing(check), flags=re.MULTILINE)
    files = dict(zip(parts[1::2], parts[2::2], strict=True)) or {"tea.yaml": parts[0]}
    for name, text in files.items():
        assert complaints(name, yaml_values.value_of_text(text.encode())) == []


def test_the_guide_s_examples_pass_the_schema() -> None:
    """So are those of the guide."""
    for name, text in zip(
        ("dinner.yaml", "story.yaml", "plays.yaml"), test_docs.examples(test_docs.GUIDE), strict=True
    ):
        assert complaints(name, yaml_values.value_of_text(text.encode())) == []


GOOD = [
    "title: 1984\npassages: {start: Tea.}\n",
    "title: Tea\npassages:\n  start:\n    - Sam (low): Soup.\n    - 42\n",
    "title: Tea\npassages:\n  start:\n    - Sam: Soup.\n      You: Yes.\n",
    "title: Tea\nplace: cellar\npassages:\n  no:\n    - {set: {ate: true}, add: {cups: '+1'}}\n    - go: end\n",
    "title: Tea\npassages:\n  start:\n    - choose: {no: {say: Tea., again: false, shows: decide_solo, me: '2'}}\n",
]


@pytest.mark.parametrize("text", GOOD)
def test_values_are_taken_as_the_builder_takes_them(text: str) -> None:
    """Numbers may be words, quoted digits numbers, and speech may stand in a mapping."""
    assert complaints("tea.yaml", yaml_values.value_of_text(text.encode())) == []


BAD = [
    "title: Tea\npassages:\n  start:\n    - Sam: Soup.\n      go: end\n",
    "title: Tea\npassages:\n  start: []\n",
    "title: Tea\npassages: {}\n",
    "title: Tea\npassages:\n  start:\n    - add: {cups: 1.5}\n",
    "title: Tea\npassages:\n  start:\n    - {when: booked, then: Hm., choose: {tea: {do: Drink.}}}\n",
    "title: Tea\npassages:\n  start:\n    - choose: {tea: {do: Drink., was: Old Tea}}\n",
]


@pytest.mark.parametrize("text", BAD)
def test_what_the_builder_refuses_is_refused(text: str, tmp_path: Path) -> None:
    """What no fixture shows."""
    (tmp_path / "tea.yaml").write_text(text, encoding="utf-8")
    assert any(each.severity == "error" for each in load(tmp_path / "tea.yaml").problems)
    assert complaints("tea.yaml", yaml_values.value_of_text(text.encode()))


def test_every_key_has_a_description_and_every_pattern_a_name() -> None:
    """What editors show is all there: a sentence for each key, and for each pattern its name, meaning and weights."""
    for kind, place in FILES.items():
        properties = json.loads(schema_text(kind))["properties"]
        assert list(properties) == [key.name for key in PLACES[place]]
        assert all(re.fullmatch(r"[A-Z].+\.", each["description"], re.DOTALL) for each in properties.values())
    told = {each["const"]: each for each in json.loads(schema_text("scene"))["$defs"]["pattern"]["anyOf"]}
    assert list(told) == list(PATTERNS)
    for each in PATTERNS.values():
        assert told[each.id]["title"] == each.name
        assert f"me: {each.me:+}, we: {each.we:+}" in told[each.id]["description"]
