"""What files mean: each rule of meaning on its own fixture, and many mistakes at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.authoring.load import Loaded, load
from game.authoring.places import Source, Span
from game.authoring.problems import problem, show
from game.authoring.rules.meaning import MEANING
from game.story.names import ENDINGS as NAMES_OF_ENDINGS

BROKEN = Path(__file__).parent.parent / "broken"

MADE_HERE = {"rename-unfinished", "link", "story-absent", "story-kind", "story-id", "more-errors", "more-warnings"}
"""Rules about files that no repository should keep; the tests below make them."""

SCENE = "title: Tea\npassages:\n  start:\n"


def told(loaded: Loaded) -> str:
    """Return all problems as `check` shows them."""
    return "".join(show(each, loaded.sources) + "\n" for each in loaded.problems)


@pytest.mark.parametrize("rule", sorted(set(MEANING) - MADE_HERE))
def test_each_rule_has_a_fixture_that_breaks_it_and_no_other(
    rule: str, expect_text: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One mistake gives one message, and the message is the one that was agreed on."""
    monkeypatch.chdir(BROKEN)
    file, folder = Path(f"{rule}.yaml"), Path(rule)
    assert file.exists() != folder.exists()
    loaded = load(file if file.exists() else folder)
    assert {each.code for each in loaded.problems} == {MEANING[rule].code}
    assert (loaded.story is None) == (MEANING[rule].severity == "error")
    expect_text(BROKEN / f"{rule}.txt", told(loaded))


@pytest.mark.parametrize("rule", sorted(set(MEANING) - MADE_HERE))
def test_hints_and_sentences_have_no_braces_left(rule: str) -> None:
    """Every detail that a sentence asks for is given: what authors read holds no names of details."""
    shown = (BROKEN / f"{rule}.txt").read_text(encoding="utf-8")
    assert not any(f"{{{name}}}" in shown for name in ("found", "near", "key", "name", "option", "better", "what"))


def codes(path: Path) -> list[str]:
    """Return the codes of all problems at a path."""
    return [each.code for each in load(path).problems]


def test_codes_are_unique_and_say_what_they_are() -> None:
    """Codes of meaning lie between 200 and 299."""
    assert all(re.fullmatch(r"[EW]2\d\d", rule.code) for rule in MEANING.values())
    assert len({rule.code for rule in MEANING.values()}) == len(MEANING)


def test_what_is_not_there_is_told_with_what_is(tmp_path: Path) -> None:
    """A slip in a path gets the nearest name beside it."""
    (tmp_path / "dinner.yaml").write_text(SCENE + "    - Tea.\n")
    loaded = load(tmp_path / "diner.yaml")
    assert [each.code for each in loaded.problems] == [MEANING["story-absent"].code]
    assert "`dinner.yaml`" in loaded.problems[0].hint


def test_what_is_neither_folder_nor_scene_is_refused(tmp_path: Path) -> None:
    """A picture, or anything else, is not opened."""
    (tmp_path / "story.png").write_bytes(b"PK")
    assert codes(tmp_path / "story.png") == [MEANING["story-kind"].code]


def story(folder: Path, scene: str = SCENE + "    - Tea.\n") -> Path:
    """Write a whole story of one scene."""
    folder.mkdir()
    endings = ("interdependence", "independence", "dependence", "codependence", "in_between")
    lines = ["title: Tea", "scenes: [start]", "endings:", *(f"  {each}: Cold." for each in endings)]
    (folder / "story.yaml").write_text("\n".join(lines))
    (folder / "start.yaml").write_text(scene)
    return folder


def test_the_name_of_a_story_is_the_name_of_its_folder(tmp_path: Path) -> None:
    """It can be typed; hyphens are allowed, and another name is suggested."""
    good, bad = load(story(tmp_path / "our-year")), load(story(tmp_path / "Our Year"))
    assert good.problems == ()
    assert good.story is not None
    assert good.story.id == "our-year"
    assert [each.code for each in bad.problems] == [MEANING["story-id"].code]
    assert "`our-year`" in bad.problems[0].hint


def test_a_list_without_scenes_is_told(tmp_path: Path) -> None:
    """There would be nothing to play, and nothing else wrong to tell of."""
    folder = story(tmp_path / "tea")
    (folder / "start.yaml").unlink()
    (folder / "story.yaml").write_text((folder / "story.yaml").read_text().replace("[start]", "[]"))
    loaded = load(folder)
    assert loaded.story is None
    assert [each.message for each in loaded.problems] == ["`scenes` is empty."]


@pytest.mark.parametrize("linked", ["start.yaml", "story.yaml", "pictures.yaml", "pictures", "support.md"])
def test_links_are_not_followed(linked: str, tmp_path: Path) -> None:
    """A link in a story's folder is refused, and what it leads to is never read."""
    folder = story(tmp_path / "tea")
    (folder / linked).unlink(missing_ok=True)
    (tmp_path / "elsewhere").write_text("title: Secret\npassages: Secret\n")
    (folder / linked).symlink_to(tmp_path / "elsewhere")
    loaded = load(folder)
    assert [each.code for each in loaded.problems] == [MEANING["link"].code]
    assert "Secret" not in told(loaded) + loaded.support


def test_a_folder_that_may_not_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says is passed on."""
    folder = story(tmp_path / "tea")

    def refuse(_: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert "Permission denied" in load(folder).problems[0].message


def test_a_scene_cannot_lie_outside_its_folder(tmp_path: Path) -> None:
    """A scene is named by an id, so that no path can be made of it."""
    folder = story(tmp_path / "tea")
    (tmp_path / "other.yaml").write_text(SCENE + "    - Secret.\n")
    (folder / "story.yaml").write_text((folder / "story.yaml").read_text().replace("[start]", '[start, "../other"]'))
    assert codes(folder) == [MEANING["id-form"].code]


@pytest.mark.parametrize(
    ("line", "rule"), [("- when: cup\n      then: Hm.", "more-errors"), ("- place: bar", "more-warnings")]
)
def test_more_than_fifty_problems_of_a_file_are_counted(line: str, rule: str, tmp_path: Path) -> None:
    """The first fifty are told, and how many more there are; errors go before warnings."""
    loaded = load(story(tmp_path / "tea", SCENE + f"    {line}\n" * 62))
    assert len(loaded.problems) == 51
    assert [each.code for each in loaded.problems].count(MEANING[rule].code) == 1
    assert any("12 more" in each.message for each in loaded.problems)


TEN = """\
title: Tea
season: sumer
passages:
  start:
    - chose: {black: {do: Take it black.}}
    - go: cupp
    - when: me >> 2
      then: You hum.
    - Then {smam} sings.
    - choose:
        black: {do: Take it black., shows: decide_togehter}
        Green: {do: Take it green.}
        white: {then: You pour.}
        red: {do: Take it red., me: 3, shows: decide_solo, recall: you took it red}
    - set: {cups: 1}
  cup:
    - place: kitchn
"""


def test_ten_mistakes_give_ten_messages(tmp_path: Path) -> None:
    """All mistakes of a file are told at once, and each of them once."""
    file = tmp_path / "tea.yaml"
    file.write_text(TEN)
    lines = [each.line for each in load(file).problems]
    assert lines == [2, 5, 6, 7, 9, 11, 12, 13, 14, 15, 17]


def test_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    """YAML that cannot be read in one scene hides nothing in another, and its options are not called unknown."""
    folder = story(tmp_path / "tea", SCENE + "    - when: cup.black\n      then: Hm.\n    - go: nowhere\n")
    (folder / "story.yaml").write_text((folder / "story.yaml").read_text().replace("[start]", "[cup, start]"))
    (folder / "cup.yaml").write_text(SCENE + '    - "You pour.\n      choose: {black: {do: Pour.}}\n')
    loaded = load(folder)
    assert [(Path(each.file).name, each.code[:2]) for each in loaded.problems] == [
        ("cup.yaml", "E1"),
        ("start.yaml", "E2"),
    ]


CAUSES = {
    "a misspelt scene": ("- dinner\n", "- diner\n", "scene-absent"),
    "no id for a scene": ("- dinner\n", "- Dinner\n", "id-form"),
    "a misspelt list of scenes": ("scenes:", "scens:", "unknown-key"),
    "misspelt variables": ("variables:", "variabels:", "unknown-key"),
    "a misspelt cast": ("cast:", "csat:", "unknown-key"),
}
"""A mistake in story.yaml: what was meant, what stands there, and the rule that it breaks."""

ENDINGS = "".join(f"  {each}: Tea.\n" for each in sorted(NAMES_OF_ENDINGS))
FRONT = f"""\
title: Tea
cast:
  mia: {{name: Mia, pronouns: she}}
variables:
  late: false
  cups: {{start: 0, low: 0, high: 3}}
scenes:
  - dinner
  - after
endings:
{ENDINGS}"""
DINNER = (
    SCENE
    + """\
    - choose:
        stay: {do: Stay for one more cup of tea., add: {cups: 1}, set: {late: true}}
        leave: {do: Leave the last cup to the cat.}
"""
)
AFTER = (
    SCENE
    + """\
    - when: dinner.stay and late and cups > 0
      then: "{mia} {mia.pour}. {late ? It is dark. | The sun is up.}"
      else: Nobody {dinner.stay ? wonders | cares}.
    - Mia: Good night.
"""
)


@pytest.mark.parametrize("slip", CAUSES)
def test_the_cause_is_told_alone(slip: str, tmp_path: Path) -> None:
    """What merely follows from a slip in story.yaml is not told of every file that uses the lost names."""
    meant, found, rule = CAUSES[slip]
    for name, text in {"dinner": DINNER, "after": AFTER, "story": FRONT}.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    assert codes(tmp_path) == []
    (tmp_path / "story.yaml").write_text(FRONT.replace(meant, found))
    assert codes(tmp_path) == [MEANING[rule].code]


@pytest.mark.parametrize("slip", ["misspelt variables", "a misspelt cast"])
def test_a_scene_alone_is_told_the_cause_too(slip: str, tmp_path: Path) -> None:
    """Nothing is passed over in a scene without a word of why it cannot be played."""
    meant, found, rule = CAUSES[slip]
    for name, text in {"dinner": DINNER, "after": AFTER, "story": FRONT.replace(meant, found)}.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    loaded = load(tmp_path / "after.yaml")
    assert loaded.story is None
    assert [(Path(each.file).name, each.code) for each in loaded.problems] == [("story.yaml", MEANING[rule].code)]


def test_what_is_no_story_is_not_offered(tmp_path: Path) -> None:
    """Beside a path that leads nowhere only stories and scenes are named."""
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / ".hidden.yaml").write_text("x")
    (tmp_path / "photos").mkdir()
    story(tmp_path / "year")
    assert "There are: `year`." in load(tmp_path / "zzz").problems[0].hint


def test_a_long_line_is_cut_where_one_sees_it() -> None:
    """Where a line goes on before or behind what is shown of it, there is an ellipsis, and the caret stays in place."""
    line = "x" * 150 + "!" + "x" * 150
    _, shown, caret = show(problem("link", "f", Span(1, 151), found="f"), {"f": Source("f", line)}).split("\n")[:3]
    assert (shown.strip()[0], shown[-1]) == ("…", "…")
    assert shown[caret.index("^")] == "!"


@pytest.mark.parametrize("words", ['"   "', '"\\u200b\\u2060"', "\u200b\u200b", "\u3164"])
def test_s62_words_of_which_nothing_is_seen_are_none(words: str, tmp_path: Path) -> None:
    """A page of invisible signs is an empty page."""
    scene = tmp_path / "start.yaml"
    scene.write_text(f"title: Tea\npassages:\n  start:\n    - {words}\n", encoding="utf-8")
    assert [each.message for each in load(scene).problems if each.severity == "error"] == ["`prose` is empty."]
