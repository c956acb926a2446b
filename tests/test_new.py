"""`new` and `schema` as an author meets them: what is made plays, is checked, and never replaces anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.authoring.json_schema import FILES, file_name, schema_text
from game.authoring.load import load
from game.authoring.scaffold import title_of
from game.insight.patterns import PATTERNS
from game.runs.disk import Disk
from tests.authoring import yaml_values
from tests.authoring.test_json_schema import complaints
from tests.test_verbs import Shell, run  # noqa: F401  # a fixture


def kept(folder: Path) -> dict[str, bytes]:
    """Return everything that is in a folder."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.fixture
def story(run: Shell, tmp_path: Path) -> Path:  # noqa: F811
    """Return the folder of a new story."""
    folder = tmp_path / "first-try"
    assert run("new", folder).status == 0
    return folder


def test_a_new_story_has_no_problems_and_plays(run: Shell, story: Path) -> None:  # noqa: F811
    """Not even advice; and every way of answering ends in a reveal."""
    assert run("check", story).out == "No problems.\n"
    played = run("read", story, "--seed", "1", typed="1\n" * 5)
    assert "First try" in played.out
    assert "In this story you modelled" in played.out


def test_a_new_story_shows_what_there_is(story: Path) -> None:
    """All four dynamics in each choice, echoes, last words for each; and no promise that it would not keep."""
    loaded = load(story).story
    assert loaded is not None
    assert loaded.title == "First try"
    assert len({PATTERNS[str(option.shows)].dynamic for option in loaded.options.values()}) == 4
    front = story / "story.yaml"
    front.write_text(front.read_text(encoding="utf-8").replace("# promises:", "promises:"), encoding="utf-8")
    assert load(story).problems == ()


def test_check_holds_a_new_story_to_the_promises_in_its_notes(run: Shell, story: Path) -> None:  # noqa: F811
    """The line works when its # is taken away."""
    front = story / "story.yaml"
    front.write_text(front.read_text(encoding="utf-8").replace("# promises:", "promises:"), encoding="utf-8")
    assert run("check", story).out == "No problems.\n"


def test_a_new_story_brings_its_schema_along(story: Path) -> None:
    """Every file leads an editor to a schema beside it, and is good to it."""
    for kind in FILES:
        assert (story / "schema" / file_name(kind)).read_text(encoding="utf-8") == schema_text(kind)
    for file in story.glob("*.yaml"):
        kind = "story" if file.name == "story.yaml" else "scene"
        first = file.read_text(encoding="utf-8").split("\n")[0]
        assert first == f"# yaml-language-server: $schema=schema/{file_name(kind)}"
        assert complaints(file.name, yaml_values.read(file)) == []


def test_what_to_do_next_is_told(run: Shell, tmp_path: Path) -> None:  # noqa: F811
    """With the folder as it was typed; one with a space in quotes."""
    (tmp_path / "my stories").mkdir()
    folder = tmp_path / "my stories" / "tea"
    told = run("new", folder).out
    assert f'me-and-we play "{folder}"' in told
    assert f'me-and-we check "{folder}"' in told


@pytest.mark.parametrize(
    ("name", "title"), [("our-year", "Our year"), ("the_2nd--key-", "The 2nd key"), ("x", "X"), ("true", "True")]
)
def test_the_title_comes_from_the_name(name: str, title: str, run: Shell, tmp_path: Path) -> None:  # noqa: F811
    """Even where YAML would take it for something else."""
    assert title_of(name) == title
    assert run("new", tmp_path / name).status == 0
    loaded = load(tmp_path / name)
    assert loaded.problems == ()
    assert loaded.story is not None
    assert loaded.story.title == title
    assert complaints("story.yaml", yaml_values.read(tmp_path / name / "story.yaml")) == []


def test_the_folder_one_is_in_will_do_while_it_is_empty(
    run: Shell,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`new .` makes the story there, and is refused the second time."""
    (tmp_path / "tea").mkdir()
    monkeypatch.chdir(tmp_path / "tea")
    assert run("new", ".").status == 0
    before = kept(tmp_path)
    assert run("new", ".").err.endswith(
        ". is not empty, and nothing is written over. Name a folder that is not there yet.\n"
    )
    assert kept(tmp_path) == before


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("full", "is not empty, and nothing is written over."),
        ("full/notes.txt", "“notes.txt” cannot name a story: names are made of a-z, 0-9, _ and -"),
        ("file", "is a file. Name a folder that is not there yet."),
        ("none/tea", "There is no folder"),
        ("Our Year", "Try our-year."),
        ("été", "Try ete."),
        ("none/tea.yaml", "There is no folder"),
        ("full/tea.yml", "A scene’s file ends in .yaml: name it tea.yaml."),
        ("full/tea.yaml", "is there already, and nothing is written over."),
        ("full/story.yaml", "story.yaml is no scene. For a whole story, name a folder."),
        ("full/Tea Time.yaml", "Try tea_time.yaml."),
        ("full/not.yaml", "Try the_not.yaml."),
        ("x" * 300, "could not be written: the name is too long."),
    ],
)
def test_a_place_that_will_not_do_is_told_and_nothing_changes(
    place: str,
    sentence: str,
    run: Shell,  # noqa: F811
    tmp_path: Path,
) -> None:
    """One clear sentence each, and status 1."""
    (tmp_path / "full").mkdir()
    for name in ("full/tea.yaml", "full/notes.txt", "file"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    before = kept(tmp_path)
    refused = run("new", tmp_path / place)
    assert refused.status == 1
    assert refused.err.startswith("me-and-we: ")
    assert sentence in refused.err
    assert "Traceback" not in refused.err
    assert kept(tmp_path) == before


def test_a_disk_that_fails_leaves_nothing_behind(
    run: Shell,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What had been made until then is removed, and the reason is told."""
    real = Path.open

    def fail(self: Path, mode: str = "r", **more: object) -> object:
        if (self.name, mode) == ("practice.yaml", "x"):
            raise OSError(30, "Read-only file system")
        return real(self, mode, **more)  # type: ignore[call-overload]  # handed on as it is

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", fail)
        refused = run("new", tmp_path / "tea")
    assert refused.status == 1
    assert "the disk can only be read" in refused.err
    assert list(tmp_path.iterdir()) == []


def test_a_new_scene_has_no_problems_and_is_listed(run: Shell, story: Path) -> None:  # noqa: F811
    """One line more in story.yaml, and every other sign of it as it was."""
    before = (story / "story.yaml").read_text(encoding="utf-8")
    made = run("new", story / "six_bags.yaml")
    assert "story.yaml lists it last" in made.out
    assert f"me-and-we play {story} --at six_bags" in made.out
    assert (story / "story.yaml").read_text(encoding="utf-8") == before.replace(
        "  - practice\n", "  - practice\n  - six_bags\n"
    )
    assert run("check", story).out == "No problems.\n"
    assert (
        (story / "six_bags.yaml").read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=schema/scene")
    )
    assert complaints("six_bags.yaml", yaml_values.read(story / "six_bags.yaml")) == []


FRONT = "title: Tea\ncast:\n  mum: {name: Mum, pronouns: she}\n"


@pytest.mark.parametrize(
    ("listing", "longer"),
    [
        ("scenes:\n- tea    # first\n\nabout: Tea.\n", "scenes:\n- tea    # first\n- cup\n\nabout: Tea.\n"),
        ("scenes:\n    - tea", "scenes:\n    - tea\n    - cup"),
        ("scenes:\r\n  - tea\r\n", "scenes:\r\n  - tea\r\n  - cup\r\n"),
        ("scenes:\n  - {scene: tea, when: me > 0}\n", "scenes:\n  - {scene: tea, when: me > 0}\n  - cup\n"),
        ("scenes:\n  - scene: tea\n    when: me > 0\n", "scenes:\n  - scene: tea\n    when: me > 0\n  - cup\n"),
    ],
)
def test_a_scene_is_listed_however_the_list_is_written(
    listing: str,
    longer: str,
    run: Shell,  # noqa: F811
    tmp_path: Path,
) -> None:
    """Notes, indentation and line ends stay."""
    front = tmp_path / "story.yaml"
    front.write_bytes((FRONT + listing).encode())
    assert "lists it last" in run("new", tmp_path / "cup.yaml").out
    assert front.read_bytes() == (FRONT + longer).encode()


@pytest.mark.parametrize(
    "listing", ["scenes: [tea]\n", "scenes:\n", "", "scenes:\n  - scene: tea\n    when: |\n      me > 0\n", '"\n']
)
def test_a_list_that_takes_an_author_s_eye_is_left_alone(
    listing: str,
    run: Shell,  # noqa: F811
    tmp_path: Path,
) -> None:
    """The line to add is told instead; the scene is made all the same."""
    front = tmp_path / "story.yaml"
    front.write_text(FRONT + listing, encoding="utf-8")
    told = run("new", tmp_path / "cup.yaml")
    assert told.status == 0
    assert "Add this line to `scenes`" in told.out
    assert "\n  - cup\n" in told.out
    assert front.read_text(encoding="utf-8") == FRONT + listing
    assert (tmp_path / "cup.yaml").exists()


def test_a_scene_that_is_listed_already_is_not_listed_again(run: Shell, tmp_path: Path) -> None:  # noqa: F811
    """Whoever wrote the list first only gets the file."""
    (tmp_path / "story.yaml").write_text(FRONT + "scenes:\n  - cup\n", encoding="utf-8")
    assert "lists it already" in run("new", tmp_path / "cup.yaml").out


def test_a_scene_that_cannot_be_listed_is_told_with_the_reason(
    run: Shell,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The line to add is told too."""

    def fail(_self: Disk, _path: Path) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "story.yaml").write_text(FRONT + "scenes:\n  - tea\n", encoding="utf-8")
    monkeypatch.setattr(Disk, "create", fail)
    told = run("new", tmp_path / "cup.yaml").out
    assert "there is no permission for it" in told
    assert "\n  - cup\n" in told


def test_a_scene_speaks_of_the_story_s_own_people(run: Shell, tmp_path: Path) -> None:  # noqa: F811
    """Nobody has to look for Sam in it."""
    folder = tmp_path / "tea"
    folder.mkdir()
    endings = "".join(
        f"  {each}: Cold.\n" for each in ("interdependence", "independence", "dependence", "codependence")
    )
    front = f"{FRONT}scenes:\n  - cup\nendings:\n{endings}  in_between: Cold.\n"
    (folder / "story.yaml").write_text(front, encoding="utf-8")
    run("new", folder / "cup.yaml")
    text = (folder / "cup.yaml").read_text(encoding="utf-8")
    assert "sam" not in text.lower().replace("same", "")
    assert "Mum: It’s my turn" in text
    assert run("check", folder).out == "No problems.\n"


def test_a_scene_of_its_own_needs_no_story(run: Shell, tmp_path: Path) -> None:  # noqa: F811
    """It is one: it plays and is checked as it stands."""
    file = tmp_path / "cup.yaml"
    assert "it is a story of its own" in run("new", file).out
    assert run("check", file).out == "No problems.\n"
    assert "In this story you modelled" in run("read", file, typed="1\n" * 3).out


def test_the_schema_is_printed_or_written(run: Shell, tmp_path: Path) -> None:  # noqa: F811
    """One for all files, or one for each kind; into a file, or all into a folder."""
    assert run("schema").out == schema_text()
    assert json.loads(run("schema", "story").out)["required"] == ["title", "scenes"]
    assert run("schema", "scene", "-o", tmp_path / "s.json").status == 0
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == schema_text("scene")
    folder = tmp_path / "schema"
    folder.mkdir()
    assert run("schema", "-o", folder).status == 0
    assert {each.name for each in folder.iterdir()} == set(map(file_name, FILES))
    refused = run("schema", "-o", tmp_path / "none" / "s.json")
    assert (refused.status, "the folder does not exist" in refused.err) == (1, True)
