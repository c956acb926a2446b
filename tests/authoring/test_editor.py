"""What an author sees in an editor: the real yaml-language-server, asked as an editor asks it, without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.authoring.scaffold import new_scene, new_story
from game.insight.patterns import PATTERNS
from game.runs.fresh import make
from game.shipped import ASSETS, SCENES
from game.story.names import ENDINGS, FIGURES
from tests.authoring.language_server import COMMAND, LanguageServer, command

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(command() is None, reason=f"needs {COMMAND} (npm install -g {COMMAND})"),
]

SHIPPED = sorted([*SCENES.rglob("*.yaml"), *ASSETS.rglob("*.yaml")])
HEAD = "title: Tea\npassages:\n  start:\n"
CURSOR = "▌"


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    """Return a server that runs for all tests here."""
    with LanguageServer(ASSETS) as running:
        yield running


class Editor:
    """A file in an editor; `kind` says what it is."""

    def __init__(self, server: LanguageServer, folder: Path, kind: str = "scene") -> None:
        self.server = server
        self.file = folder / f"{kind}.yaml"
        self.modeline = f"# yaml-language-server: $schema={(ASSETS / 'schema' / kind).as_posix()}.schema.json\n"

    def underlined(self, text: str) -> list[tuple[str, str]]:
        """Return what is underlined in a text: the lines, without their indentation, and the sentences."""
        lines = [self.modeline, *text.split("\n")]
        found = self.server.open(self.file, self.modeline + text)
        return [(lines[line].strip(), sentence) for line, sentence in sorted(found)]

    def offered(self, text: str) -> dict[str, str]:
        """Return what is offered at the cursor, with its words."""
        return self.server.completions(self.file, *self._at_cursor(text))

    def explained(self, text: str) -> str:
        """Return what hovers over the cursor."""
        return self.server.hover(self.file, *self._at_cursor(text))

    def _at_cursor(self, text: str) -> tuple[int, int]:
        before = (self.modeline + text).partition(CURSOR)[0]
        self.server.open(self.file, (self.modeline + text).replace(CURSOR, ""))
        return before.count("\n"), len(before) - before.rfind("\n") - 1


@pytest.fixture
def editor(server: LanguageServer, tmp_path: Path) -> Iterator[Editor]:
    """Return an editor with a scene in it."""
    opened = Editor(server, tmp_path)
    yield opened
    server.close(opened.file)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_nothing_is_underlined_in_what_is_shipped(file: Path, server: LanguageServer) -> None:
    """And the schema was there: a key that is none is underlined at once."""
    text = file.read_text(encoding="utf-8")
    assert server.open(file, text) == []
    server.close(file)
    wrong = server.open(file, text + "\nbrewed: strong\n")
    server.close(file)
    assert wrong == [(text.count("\n") + 1, "Property brewed is not allowed.")]


def test_the_keys_of_a_scene_are_offered(editor: Editor) -> None:
    """Each with what it is for; those that are there are not offered again."""
    offered = editor.offered(f"title: Tea\n{CURSOR}")
    assert {"at", "place", "season", "time", "prompts", "passages"} <= set(offered)
    assert offered["at"] == "How the reveal names this moment: at dinner."
    assert "title" not in offered


@pytest.mark.parametrize(
    "start", ["- ", "- Hi.\n- ", "- when: booked\n  then:\n    - ", "- when: booked\n  then:\n    "]
)
def test_the_keys_of_a_step_are_offered(start: str, editor: Editor) -> None:
    """Wherever steps are expected."""
    offered = editor.offered(HEAD + "    " + start.replace("\n", "\n    ") + CURSOR)
    assert {"choose", "when", "cases", "figures", "set", "go"} <= set(offered)


def test_nothing_is_underlined_in_a_new_story(server: LanguageServer, tmp_path: Path) -> None:
    """With the schema that it brings along, and nothing else."""
    folder = tmp_path / "tea"
    make(folder, new_story("tea"))
    make(folder, {Path("cup.yaml"): new_scene(folder, "cup").text})
    for file in sorted(folder.glob("*.yaml")):
        assert server.open(file, file.read_text(encoding="utf-8")) == []
        server.close(file)
        wrong = server.open(file, file.read_text(encoding="utf-8") + "brewed: strong\n")
        server.close(file)
        assert [sentence for _, sentence in wrong] == ["Property brewed is not allowed."]


OPTION = HEAD + "    - choose:\n        black:\n          do: Take it.\n          "


def test_the_keys_of_an_option_are_offered(editor: Editor) -> None:
    """An option's own, and not those of a step."""
    offered = editor.offered(OPTION + CURSOR)
    assert {"shows", "recall", "protects", "costs", "lands", "then", "go"} <= set(offered)
    assert not {"choose", "passages"} & set(offered)


def test_all_patterns_are_offered_with_what_they_mean(editor: Editor) -> None:
    """Nobody has to know 24 ids by heart."""
    offered = editor.offered(f"{OPTION}shows: {CURSOR}")
    assert set(offered) == set(PATTERNS)
    assert PATTERNS["decide_solo"].what in offered["decide_solo"]


@pytest.mark.parametrize(
    ("start", "values"),
    [
        ("title: Tea\nseason: ", {"spring", "summer", "autumn", "winter"}),
        ("title: Tea\nplace: ", {"kitchen", "living_room", "station"}),
        (HEAD + "    - figures: ", set(FIGURES)),
        (OPTION + "again: ", {"true", "false"}),
        (OPTION + "me: ", {"-2", "-1", "1", "2"}),
        (OPTION + "go: ", {"end"}),
    ],
    ids=lambda each: each.split()[-1] if isinstance(each, str) else "",
)
def test_values_are_offered(start: str, values: set[str], editor: Editor) -> None:
    """What comes with the game, or is one of few."""
    assert values <= set(editor.offered(start + CURSOR))


def test_words_are_left_to_the_author(editor: Editor) -> None:
    """No true and false where a title stands."""
    assert editor.offered(f"title: {CURSOR}") == {}


def test_a_key_explains_itself(editor: Editor) -> None:
    """Its sentence hovers over it."""
    assert "How it was for the other one, for the reveal" in editor.explained(f"{OPTION}la{CURSOR}nds: Well.")


@pytest.mark.parametrize("at", [f"sho{CURSOR}ws: kind_limit", f"shows: kind{CURSOR}_limit"])
def test_a_pattern_explains_itself(at: str, editor: Editor) -> None:
    """Its plain name, what it is, its dynamic and its weights hover over it."""
    told = editor.explained(OPTION + at)
    assert told.startswith("#### Kind limit\n\nStay in it: state my limit or view warmly, hear theirs, look for a fix.")
    assert "interdependence, `me: +2`, `we: +1`" in told


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("- chose: {tea: {do: Drink.}}", "Property chose is not allowed."),
        ("- choose: {tea: {do: Drink., recal: you drank}}", "Property recal is not allowed."),
        ("- choose: {tea: {do: Drink., shows: decide}}", "Value must be "),
        ("- choose: {tea: {do: Drink., shows: decide_solo, me: 5}}", "This is -2, -1, 1 or 2"),
        ("- choose: {tea: {do: Drink., shows: decide_solo, again: true}}", "An option that shows a pattern can be"),
        ("- choose: {tea: {do: Drink., say: Cheers.}}", "Property say is not allowed."),
        ("- choose: {Tea Time: {do: Drink.}}", "A name is made of a-z, 0-9 and _"),
        ("- {when: booked, then: Hm., go: end}", "Property go is not allowed."),
        ("- when: booked", "Object is missing property then required by property when."),
        ("- figures: back", "Value must be "),
        ("- cases: never", "A list is expected here"),
        ("- {Sam: Soup., go: end}", "This stands beside keys of a step"),
    ],
)
def test_a_mistake_is_underlined_on_its_line_and_once(wrong: str, sentence: str, editor: Editor) -> None:
    """What is around it, deep in lists, is not."""
    (found,) = editor.underlined(f"{HEAD}    - Hm.\n    - when: booked\n      then:\n        {wrong}\n    - Hm.\n")
    assert found[0] == wrong
    assert found[1].startswith(sentence)


def test_a_story_has_keys_of_its_own(server: LanguageServer, tmp_path: Path) -> None:
    """Endings by name, and no choice in them."""
    editor = Editor(server, tmp_path, "story")
    story = "format: 1\ntitle: Tea\nscenes: [tea]\nendings:\n  "
    assert set(ENDINGS) <= set(editor.offered(story + CURSOR))
    wrong = "- choose: {tea: {do: Drink.}}"
    assert editor.underlined(f"{story}dependence:\n    {wrong}\n") == [(wrong, "Property choose is not allowed.")]
    server.close(editor.file)
