"""Bad inputs of the catalogue (docs/trust.md) that no broken file shows: each is told, and told what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.load import load

HEAD = "title: Tea\npassages:\n  start:\n"
CHOICE = (
    "    - choose:\n        one: {{do: Go there., shows: decide_solo, me: {value}}}\n        two: {{do: Stay here.}}\n"
)

FOUR = "is -2, -1, +1 or +2, not"
CASES: dict[str, tuple[str, str]] = {
    **{f"S35 {value}": (CHOICE.format(value=value), f"{FOUR} `{value}`") for value in ("010", "0x1F", "1_000")},
    **{
        f"S36 {value}": (CHOICE.format(value=value), FOUR)
        for value in ("1.5", "one", ".inf", ".nan", "１", "9" * 5_000)
    },
    "S35 an hour": (CHOICE.format(value="'1:30'"), f"{FOUR} `1:30`"),
    "S36 nothing": (CHOICE.format(value=""), "`me` is empty."),
    "S37 fifty": (CHOICE.format(value="+50"), f"{FOUR} `+50`: one choice should not decide the ending."),
    "S46 go nowhere": ("    - Hi.\n    - go:\n", "`go` is empty."),
    "S57 10,000 brackets": (
        f"    - when: {'(' * 10_000}\n      then: Hm.\n",
        "at most 200 characters, and this one has 10000",
    ),
    "S57 1,000 nots": (f"    - when: {'not ' * 1_000}a\n      then: Hm.\n", "at most 200 characters"),
    "S58 a call": ("    - when: __import__(me)\n      then: Hm.\n", "cannot stand here in a condition"),
    "S58 a chain of dots": ("    - when: me.a.b\n      then: Hm.\n", "Nothing is called `me.a`"),
    "S58 a power": ("    - when: me ** 2 > 1\n      then: Hm.\n", "`*` cannot stand here in a condition"),
    "S58 a sum": ("    - when: me + 1 > 1\n      then: Hm.\n", "`+` cannot stand here in a condition"),
    "S59 an attribute": ('    - "{0.__class__}"\n', "means nothing in braces"),
    "S59 a width": ('    - "{sam:>999}"\n', "means nothing in braces"),
    "S60 a picture outside": ("    - place: ../../pond\n", "`../../pond`"),
    "S60 an absolute one": ("    - place: /etc/passwd\n", "`/etc/passwd`"),
    "S60 another kind": ("    - place: kitchen.svg\n", "`kitchen.svg`"),
    "S60 another case": ("    - place: Kitchen\n", "`Kitchen`"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_bad_scene_is_told(case: str, tmp_path: Path) -> None:
    """One sentence says what is wrong, one what to write; neither repeats a file of 5,000 digits."""
    steps, sentence = CASES[case]
    (tmp_path / "start.yaml").write_text(HEAD + steps, encoding="utf-8")
    found = [each for each in load(tmp_path / "start.yaml", fair=False).problems if sentence in each.message]
    assert len(found) == 1, load(tmp_path / "start.yaml", fair=False).problems
    assert found[0].hint
    assert len(found[0].message) < 300


def test_v22_another_story_of_the_same_name_takes_what_it_can() -> None:
    """A run knows a story by its id and its hash: with the same id it is replayed by ids, and that is told."""
    from game.runs.replay import resume  # noqa: PLC0415  # beside its one use
    from tests.runs.kept import RUN  # noqa: PLC0415
    from tests.samples import STORY  # noqa: PLC0415

    found = resume(STORY, "0" * 64, RUN)
    assert str(found.notice).startswith("The story was changed since this run was kept.")


def test_v18_a_story_that_is_not_here_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence names the story, and how to say where it lies."""
    from game.cli import main  # noqa: PLC0415  # beside its one use
    from tests.runs.kept import DATA  # noqa: PLC0415

    (tmp_path / "run.json").write_bytes(DATA)
    assert main(["reveal", str(tmp_path / "run.json")]) == 1
    told = capsys.readouterr().err
    assert "The story “sample” is not here." in told
    assert "--story" in told
